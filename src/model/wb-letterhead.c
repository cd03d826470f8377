/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-letterhead.h"

#include "wb-contrast.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (WbLetterhead, wb_letterhead, wb_letterhead_copy, wb_letterhead_free)

WbLetterhead *
wb_letterhead_new (void)
{
  WbLetterhead *self = g_new0 (WbLetterhead, 1);

  self->accent = WB_LETTERHEAD_ACCENT;
  self->name = g_strdup ("");
  self->address = g_strdup ("");
  self->contact = g_strdup ("");
  self->foot = g_strdup ("");
  self->look = g_strdup ("");

  return self;
}

WbLetterhead *
wb_letterhead_copy (const WbLetterhead *self)
{
  WbLetterhead *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (WbLetterhead, 1);
  copy->side = self->side;
  copy->accent = self->accent;
  copy->name = g_strdup (self->name);
  copy->address = g_strdup (self->address);
  copy->contact = g_strdup (self->contact);
  copy->foot = g_strdup (self->foot);
  copy->look = g_strdup (self->look);
  copy->picture = self->picture != NULL ? g_bytes_ref (self->picture) : NULL;

  return copy;
}

void
wb_letterhead_free (WbLetterhead *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->address);
  g_free (self->contact);
  g_free (self->foot);
  g_free (self->look);
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_free (self);
}

void
wb_letterhead_set_text (char       **field,
                        const char  *text,
                        gboolean     lines)
{
  const glong max = lines ? WB_LETTERHEAD_MAX_TEXT : WB_LETTERHEAD_MAX_NAME;
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *kept = g_string_new (NULL);
  glong n = 0;
  guint n_lines = 1;

  g_return_if_fail (field != NULL);

  for (const char *p = valid; *p != '\0' && n < max; p = g_utf8_next_char (p), n++)
    {
      const gunichar ch = g_utf8_get_char (p);

      if (ch == '\n' && lines && n_lines < WB_LETTERHEAD_MAX_LINES)
        {
          g_string_append_c (kept, '\n');
          n_lines++;
        }
      else if (g_unichar_iscntrl (ch))
        g_string_append_c (kept, ' ');
      else
        g_string_append_unichar (kept, ch);
    }
  g_free (*field);
  *field = g_strstrip (g_string_free (kept, FALSE));
}

gboolean
wb_letterhead_is_empty (const WbLetterhead *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return *self->name == '\0' && *self->address == '\0' && *self->contact == '\0' && *self->foot == '\0' &&
         self->picture == NULL && self->accent == WB_LETTERHEAD_ACCENT;
}

guint32
wb_letterhead_get_accent (const WbLetterhead *self)
{
  g_return_val_if_fail (self != NULL, WB_LETTERHEAD_ACCENT);

  return wb_contrast_darken (self->accent);
}
