/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-clean-private.h"

#include <string.h>

#define WORD_JOINER 0x2060
#define REPLACEMENT "\357\277\275"

/* Noncharacters are U+FDD0 to U+FDEF and the last two of each plane. */
static gboolean
is_noncharacter (gunichar ch)
{
  return (ch & 0xfffe) == 0xfffe || (ch >= 0xfdd0 && ch <= 0xfdef);
}

/* The first noncharacter of valid @text; NULL when there is none. */
static const char *
find_noncharacter (const char *text)
{
  /* All of them begin with the bytes 0xef to 0xf4. */
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0xef && is_noncharacter (g_utf8_get_char (p)))
      return p;

  return NULL;
}

char *
wb_text_make_valid (const char *text)
{
  char *valid = g_utf8_make_valid (text, -1);
  const char *next = find_noncharacter (valid);
  const char *copied = valid;
  GString *out;

  if (next == NULL)
    return valid;

  out = g_string_new (NULL);
  for (; next != NULL; next = find_noncharacter (copied))
    {
      g_string_append_len (out, copied, next - copied);
      g_string_append (out, REPLACEMENT);
      copied = g_utf8_next_char (next);
    }
  g_string_append (out, copied);
  g_free (valid);

  return g_string_free (out, FALSE);
}

char *
wb_text_compose (const char *text)
{
  g_autofree char *valid = wb_text_make_valid (text);

  /* The first accents stand at U+0300, 0xcc in UTF-8. */
  for (const char *p = valid; *p != '\0'; p++)
    if ((guchar) *p >= 0xcc && ((guchar) *p < 0xe2 || (guchar) *p > 0xe2))
      return g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return g_steal_pointer (&valid);
}

/* What stands for @ch when lines are broken; 0 for what would disturb that or come out as a box. All blanks are spaces. */
static gunichar
get_clean (gunichar ch,
           gboolean keep_lines)
{
  if (ch >= 0x20 && ch < 0x7f)
    return ch;
  if (ch == '\n')
    return keep_lines ? 0x2028 : ' ';
  if (ch == '\t')
    return ' ';
  if (ch == 0x202f || ch == 0x2007)
    return 0xa0;
  if (ch == 0x2029)
    return 0x2028;

  return g_unichar_iscntrl (ch) || ch == 0xfffc || ch == 0xfeff || ch == 0x200b || ch == WORD_JOINER ? 0 : ch;
}

void
wb_text_append_clean (GString    *out,
                      const char *text,
                      gboolean    keep_lines)
{
  const char *copied = text;
  const char *p, *next;

  for (p = text; *p != '\0'; p = next)
    {
      const gunichar ch = g_utf8_get_char (p);
      const gunichar clean = get_clean (ch, keep_lines);
      const gboolean address = ch == '/' && p >= text + 2 && memcmp (p - 2, "://", 3) == 0;

      next = g_utf8_next_char (p);
      if (clean == ch && !address)
        continue;
      g_string_append_len (out, copied, p - copied);
      copied = next;
      if (clean != 0)
        g_string_append_unichar (out, clean);
      /* An address is not broken right behind "https://". */
      if (address)
        g_string_append_unichar (out, WORD_JOINER);
    }
  g_string_append_len (out, copied, p - copied);
}
