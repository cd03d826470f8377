/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-fold.h"

#include <string.h>

typedef enum
{
  FOLD_SPELLED,
  FOLD_BARE,
} FoldMode;

static const char *
fold_special (gunichar ch,
              FoldMode mode)
{
  switch (ch)
    {
    case 0xe4:
      return mode == FOLD_SPELLED ? "ae" : "a";
    case 0xf6:
      return mode == FOLD_SPELLED ? "oe" : "o";
    case 0xfc:
      return mode == FOLD_SPELLED ? "ue" : "u";
    case 0xdf:
      return "ss";
    case 0xe6:
      return "ae";
    case 0xf8:
      return "o";
    case 0x142:
      return "l";
    default:
      return NULL;
    }
}

static void
append_folded (GString  *out,
               gunichar  ch,
               FoldMode  mode)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  const char *special = fold_special (ch, mode);
  gsize n;

  if (special != NULL)
    {
      g_string_append (out, special);
      return;
    }

  n = g_unichar_fully_decompose (ch, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    {
      gunichar part = g_unichar_tolower (parts[i]);

      /* ǣ comes apart into æ and a bar: the letter below the mark may be a special one itself. */
      special = fold_special (part, mode);
      if (special != NULL)
        g_string_append (out, special);
      else if (g_unichar_isalnum (part))
        g_string_append_unichar (out, part);
    }
}

static char *
fold (const char *text,
      FoldMode    mode)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  /* Composed first, so that "u" + combining dots is the ü people mean. */
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *out = g_string_sized_new (strlen (composed) + 8);
  gboolean gap = FALSE;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_unichar_tolower (g_utf8_get_char (p));

      /* A soft hyphen is no letter but does not end a word either. */
      if (ch == 0xad || g_unichar_ismark (ch))
        continue;
      if (ch == 0x1e9e)
        ch = 0xdf;
      if (!g_unichar_isalnum (ch))
        {
          gap = TRUE;
          continue;
        }
      if (gap && out->len > 0)
        g_string_append_c (out, ' ');
      gap = FALSE;
      append_folded (out, ch, mode);
    }

  return g_string_free (out, FALSE);
}

char *
wb_fold_spelled (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, FOLD_SPELLED);
}

char *
wb_fold_bare (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, FOLD_BARE);
}
