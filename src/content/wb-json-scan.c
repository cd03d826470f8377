/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-error.h"

#define MAX_DIGITS 15
#define MAX_NUMBER 40

/* What may come next. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* after "[" */
  EXPECT_KEY,
  EXPECT_KEY_OR_END, /* after "{" */
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expect;

typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  Expect expect;
  guint depth;
  GHashTable *keys[WB_JSON_MAX_DEPTH]; /* names seen in each open object; NULL for a list */
} Scanner;

static gboolean
fail (Scanner     *scanner,
      GError     **error,
      const char  *message)
{
  guint line = 1;
  const char *begin = scanner->start;

  for (const char *p = scanner->start; p < scanner->p && p < scanner->end; p++)
    if (*p == '\n')
      {
        line++;
        begin = p + 1;
      }

  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("line %u, column %u: %s"), line,
               (guint) g_utf8_strlen (begin, scanner->p - begin) + 1, message);

  return FALSE;
}

static gboolean
scan_escape (Scanner  *scanner,
             GString  *text,
             GError  **error)
{
  gunichar code = 0;

  scanner->p++;
  if (scanner->p < scanner->end && *scanner->p != 'u')
    {
      const char *found = strchr ("\"\\/bfnrt", *scanner->p);

      if (*scanner->p == '\0' || found == NULL)
        return fail (scanner, error, _("unknown escape in a text"));
      g_string_append_c (text, *scanner->p);
      scanner->p++;
      return TRUE;
    }

  if (scanner->end - scanner->p < 5)
    return fail (scanner, error, _("the text is not closed"));
  for (guint i = 1; i <= 4; i++)
    {
      int digit = g_ascii_xdigit_value (scanner->p[i]);

      if (digit < 0)
        return fail (scanner, error, _("“\\u” wants four hexadecimal digits"));
      code = code * 16 + digit;
    }
  if (code == 0)
    return fail (scanner, error, _("a text may not hold a NUL character"));
  if (code >= 0xdc00 && code <= 0xdfff)
    return fail (scanner, error, _("half a character in “\\u”"));
  scanner->p += 5;
  if (code >= 0xd800 && code <= 0xdbff)
    {
      gunichar low = 0;

      if (scanner->end - scanner->p < 6 || scanner->p[0] != '\\' || scanner->p[1] != 'u')
        return fail (scanner, error, _("half a character in “\\u”"));
      for (guint i = 2; i <= 5; i++)
        low = low * 16 + (gunichar) MAX (0, g_ascii_xdigit_value (scanner->p[i]));
      if (low < 0xdc00 || low > 0xdfff)
        return fail (scanner, error, _("half a character in “\\u”"));
      scanner->p += 6;
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }
  g_string_append_unichar (text, code);

  return TRUE;
}

/* @text gets the characters, so that names can be compared. */
static gboolean
scan_text (Scanner  *scanner,
           GString  *text,
           GError  **error)
{
  scanner->p++;
  while (scanner->p < scanner->end)
    {
      guchar c = *scanner->p;

      if (c == '"')
        {
          scanner->p++;
          return TRUE;
        }
      if (c < 0x20)
        return fail (scanner, error, _("a text may not hold a line break or control character"));
      if (c == '\\')
        {
          if (!scan_escape (scanner, text, error))
            return FALSE;
        }
      else
        {
          g_string_append_c (text, c);
          scanner->p++;
        }
    }

  return fail (scanner, error, _("the text is not closed"));
}

static gboolean
scan_number (Scanner  *scanner,
             GError  **error)
{
  static GRegex *number = NULL;
  const char *start = scanner->p;
  g_autofree char *text = NULL;
  guint digits = 0;

  if (g_once_init_enter (&number))
    g_once_init_leave (&number, g_regex_new ("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?$",
                                             G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, NULL));

  while (scanner->p < scanner->end && strchr ("+-.eE0123456789", *scanner->p) != NULL && *scanner->p != '\0')
    {
      digits += g_ascii_isdigit (*scanner->p) ? 1 : 0;
      scanner->p++;
    }
  if (digits > MAX_DIGITS || scanner->p - start > MAX_NUMBER)
    return fail (scanner, error, _("the number is too long"));
  text = g_strndup (start, scanner->p - start);
  if (!g_regex_match (number, text, 0, NULL))
    return fail (scanner, error, _("this is no number"));

  return TRUE;
}

static gboolean
scan_word (Scanner  *scanner,
           GError  **error)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scanner->end - scanner->p) >= length && memcmp (scanner->p, words[i], length) == 0
          && (scanner->p + length == scanner->end || !g_ascii_isalnum (scanner->p[length])))
        {
          scanner->p += length;
          return TRUE;
        }
    }

  return fail (scanner, error, _("a value is missing here"));
}

static void
value_done (Scanner *scanner)
{
  scanner->expect = scanner->depth == 0 ? EXPECT_NOTHING : EXPECT_COMMA_OR_END;
}

static gboolean
open_level (Scanner  *scanner,
            gboolean  object,
            GError  **error)
{
  if (scanner->depth == WB_JSON_MAX_DEPTH)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("is nested deeper than %d levels"), WB_JSON_MAX_DEPTH);
      return FALSE;
    }
  scanner->keys[scanner->depth++] = object ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;
  scanner->expect = object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
  scanner->p++;

  return TRUE;
}

static gboolean
close_level (Scanner  *scanner,
             GError  **error)
{
  gboolean object = scanner->keys[scanner->depth - 1] != NULL;

  if (object != (*scanner->p == '}'))
    return fail (scanner, error, object ? _("“}” is missing") : _("“]” is missing"));
  scanner->depth--;
  g_clear_pointer (&scanner->keys[scanner->depth], g_hash_table_unref);
  scanner->p++;
  value_done (scanner);

  return TRUE;
}

static gboolean
scan_key (Scanner  *scanner,
          GError  **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *start = scanner->p;

  if (*scanner->p != '"')
    return fail (scanner, error, _("a name in quotation marks is missing here"));
  if (!scan_text (scanner, text, error))
    return FALSE;
  if (!g_hash_table_add (scanner->keys[scanner->depth - 1], g_strdup (text->str)))
    {
      g_autofree char *message = g_strdup_printf (_("“%.60s” stands here twice"), text->str);

      scanner->p = start;
      return fail (scanner, error, message);
    }
  scanner->expect = EXPECT_COLON;

  return TRUE;
}

static gboolean
scan_value (Scanner  *scanner,
            GError  **error)
{
  g_autoptr (GString) text = NULL;
  char c = *scanner->p;

  if (c == '{' || c == '[')
    return open_level (scanner, c == '{', error);

  if (c == '"')
    {
      text = g_string_new (NULL);
      if (!scan_text (scanner, text, error))
        return FALSE;
    }
  else if (c == '-' || g_ascii_isdigit (c))
    {
      if (!scan_number (scanner, error))
        return FALSE;
    }
  else if (!scan_word (scanner, error))
    {
      return FALSE;
    }
  value_done (scanner);

  return TRUE;
}

static gboolean
scan_separator (Scanner  *scanner,
                GError  **error)
{
  if (scanner->expect == EXPECT_COLON)
    {
      if (*scanner->p != ':')
        return fail (scanner, error, _("“:” is missing here"));
      scanner->expect = EXPECT_VALUE;
    }
  else
    {
      if (*scanner->p != ',')
        return fail (scanner, error, _("a comma is missing here"));
      scanner->expect = scanner->keys[scanner->depth - 1] != NULL ? EXPECT_KEY : EXPECT_VALUE;
    }
  scanner->p++;

  return TRUE;
}

static gboolean
scan_token (Scanner  *scanner,
            GError  **error)
{
  gboolean closing = *scanner->p == '}' || *scanner->p == ']';

  switch (scanner->expect)
    {
    case EXPECT_VALUE_OR_END:
      return closing ? close_level (scanner, error) : scan_value (scanner, error);
    case EXPECT_VALUE:
      return scan_value (scanner, error);
    case EXPECT_KEY_OR_END:
      return closing ? close_level (scanner, error) : scan_key (scanner, error);
    case EXPECT_KEY:
      return scan_key (scanner, error);
    case EXPECT_COMMA_OR_END:
      return closing ? close_level (scanner, error) : scan_separator (scanner, error);
    case EXPECT_COLON:
      return scan_separator (scanner, error);
    case EXPECT_NOTHING:
    default:
      return fail (scanner, error, _("something follows after the end"));
    }
}

gboolean
wb_json_scan (const char  *text,
              gsize        length,
              GError     **error)
{
  return wb_json_scan_within (text, length, WB_JSON_MAX_BYTES, error);
}

gboolean
wb_json_scan_within (const char  *text,
                     gsize        length,
                     gsize        max_bytes,
                     GError     **error)
{
  Scanner scanner = { text, text, text + length, EXPECT_VALUE };
  gboolean ok = TRUE;

  g_return_val_if_fail (text != NULL, FALSE);

  if (length > max_bytes)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("is larger than %d MB"), (int) (max_bytes / (1024 * 1024)));
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, &scanner.p))
    return fail (&scanner, error, _("is not valid UTF-8"));

  scanner.p = text;
  while (ok && scanner.p < scanner.end)
    if (strchr (" \t\r\n", *scanner.p) != NULL && *scanner.p != '\0')
      scanner.p++;
    else
      ok = scan_token (&scanner, error);
  if (ok && scanner.expect != EXPECT_NOTHING)
    ok = fail (&scanner, error, _("breaks off before its end"));

  while (scanner.depth > 0)
    g_clear_pointer (&scanner.keys[--scanner.depth], g_hash_table_unref);

  return ok;
}
