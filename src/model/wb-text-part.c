/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-part.h"

#include <string.h>

#define OWN "+/"

/* So many characters of a UUID tell the paragraphs behind one part apart. */
#define OWN_LENGTH 13

G_DEFINE_BOXED_TYPE (WbTextPart, wb_text_part, wb_text_part_ref, wb_text_part_unref)

WbTextPart *
wb_text_part_new (WbTextPartKind  kind,
                  const char     *key,
                  const char     *original)
{
  WbTextPart *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = g_new0 (WbTextPart, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->key = g_strdup (key);
  self->original = g_strdup (original != NULL ? original : "");

  return self;
}

WbTextPart *
wb_text_part_new_own (const char *after)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *key = NULL;
  WbTextPart *self;

  g_return_val_if_fail (after != NULL, NULL);

  key = g_strdup_printf (OWN "%s|%.*s", after, OWN_LENGTH, uuid);
  self = wb_text_part_new (WB_TEXT_PART_PARAGRAPH, key, NULL);
  self->text = g_strdup ("");

  return self;
}

WbTextPart *
wb_text_part_copy (const WbTextPart *self)
{
  WbTextPart *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = wb_text_part_new (self->kind, self->key, self->original);
  copy->level = self->level;
  copy->depth = self->depth;
  copy->hidden = self->hidden;
  copy->covered = self->covered;
  copy->lost = self->lost;
  copy->label = g_strdup (self->label);
  copy->text = g_strdup (self->text);
  copy->base = g_strdup (self->base);

  return copy;
}

WbTextPart *
wb_text_part_ref (WbTextPart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_text_part_unref (WbTextPart *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->key);
  g_free (self->label);
  g_free (self->original);
  g_free (self->text);
  g_free (self->base);
  g_free (self);
}

gboolean
wb_text_part_is_own (const WbTextPart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_has_prefix (self->key, OWN);
}

gboolean
wb_text_part_is_changed (const WbTextPart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->text != NULL || self->hidden;
}

gboolean
wb_text_part_is_stale (const WbTextPart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !wb_text_part_is_own (self) && wb_text_part_is_changed (self) && self->base != NULL
         && (self->lost || !g_str_equal (self->base, self->original));
}

const char *
wb_text_part_get_text (const WbTextPart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text != NULL ? self->text : self->original;
}

/* The original is noted with the first change, and forgotten with the last. What is lost has no original that it could be compared with. */
static void
update_base (WbTextPart *self)
{
  if (!wb_text_part_is_changed (self))
    g_clear_pointer (&self->base, g_free);
  else if (self->base == NULL && !self->lost && !wb_text_part_is_own (self))
    self->base = g_strdup (self->original);
}

void
wb_text_part_reset (WbTextPart *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->text, g_free);
  self->hidden = FALSE;
  update_base (self);
}

void
wb_text_part_rewrite (WbTextPart *self,
                      const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = NULL;
  if (wb_text_part_is_own (self) || self->lost || !g_str_equal (text, self->original))
    self->text = g_strdup (text);
  update_base (self);
}

void
wb_text_part_set_hidden (WbTextPart *self,
                         gboolean    hidden)
{
  g_return_if_fail (self != NULL);

  self->hidden = hidden;
  update_base (self);
}

void
wb_text_part_confirm (WbTextPart *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->base, g_free);
  update_base (self);
}

gboolean
wb_text_part_is_key (const char *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  return strchr (key, '/') != NULL;
}

GPtrArray *
wb_text_part_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) wb_text_part_unref);
}
