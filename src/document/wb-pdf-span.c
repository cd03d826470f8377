/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pdf-file-private.h"

#include <string.h>

#define MAX_DEPTH 32

static const char *skip_value (const char *p,
                               const char *end,
                               guint       depth);

#define BLANK 1
#define DELIMITER 2

/* A file has tens of thousands of values, each looked at several times. */
static const guint8 kinds[256] = {
  ['\0'] = BLANK,
  [' '] = BLANK | DELIMITER,
  ['\t'] = BLANK | DELIMITER,
  ['\n'] = BLANK | DELIMITER,
  ['\f'] = BLANK | DELIMITER,
  ['\r'] = BLANK | DELIMITER,
  ['('] = DELIMITER,
  [')'] = DELIMITER,
  ['<'] = DELIMITER,
  ['>'] = DELIMITER,
  ['['] = DELIMITER,
  [']'] = DELIMITER,
  ['{'] = DELIMITER,
  ['}'] = DELIMITER,
  ['/'] = DELIMITER,
  ['%'] = DELIMITER,
};

static inline gboolean
is_delimiter (char ch)
{
  return (kinds[(guchar) ch] & DELIMITER) != 0;
}

/* Blanks and comments. */
static inline const char *
skip_space (const char *p,
            const char *end)
{
  for (;;)
    {
      while (p < end && (kinds[(guchar) *p] & BLANK) != 0)
        p++;
      if (p >= end || *p != '%')
        return p;
      while (p < end && *p != '\n' && *p != '\r')
        p++;
    }
}

static inline const char *
skip_word (const char *p,
           const char *end)
{
  while (p < end && !is_delimiter (*p))
    p++;

  return p;
}

const char *
wb_pdf_skip_string (const char *p,
                    const char *end)
{
  guint depth = 0;

  for (; p < end; p++)
    {
      if (*p == '\\')
        p++;
      else if (*p == '(')
        depth++;
      else if (*p == ')' && --depth == 0)
        return p + 1;
    }

  return NULL;
}

/* Values up to @closing, which is skipped, too. */
static const char *
skip_values (const char *p,
             const char *end,
             const char *closing,
             guint       depth)
{
  const gsize length = strlen (closing);

  while (p != NULL)
    {
      p = skip_space (p, end);
      if ((gsize) (end - p) < length)
        return NULL;
      if (memcmp (p, closing, length) == 0)
        return p + length;
      p = skip_value (p, end, depth + 1);
    }

  return NULL;
}

/* "12", "-1.5", or "12 0 R". */
static const char *
skip_number (const char *p,
             const char *end)
{
  const char *number_end = skip_word (p, end);
  const char *q = skip_space (number_end, end);
  const char *generation = q;

  while (q < end && g_ascii_isdigit (*q))
    q++;
  if (q == generation)
    return number_end;
  q = skip_space (q, end);

  return q < end && *q == 'R' && (q + 1 == end || is_delimiter (q[1])) ? q + 1 : number_end;
}

/* The end of the value that begins at @p; NULL when it is broken. */
static const char *
skip_value (const char *p,
            const char *end,
            guint       depth)
{
  const char *word_end;

  if (p >= end || depth > MAX_DEPTH)
    return NULL;
  if (*p == '<' && p + 1 < end && p[1] == '<')
    return skip_values (p + 2, end, ">>", depth);
  if (*p == '[')
    return skip_values (p + 1, end, "]", depth);
  if (*p == '(')
    return wb_pdf_skip_string (p, end);
  if (*p == '<')
    {
      p = memchr (p, '>', end - p);
      return p != NULL ? p + 1 : NULL;
    }
  if (g_ascii_isdigit (*p))
    return skip_number (p, end);

  word_end = skip_word (p + 1, end);

  return *p == '/' || word_end > p + 1 ? word_end : NULL;
}

gboolean
wb_pdf_span_read (const char *start,
                  const char *end,
                  WbPdfSpan  *value)
{
  value->start = skip_space (start, end);
  value->end = skip_value (value->start, end, 0);

  return value->end != NULL;
}

gboolean
wb_pdf_span_get (WbPdfSpan   dictionary,
                 const char *key,
                 WbPdfSpan  *value)
{
  const char *end = dictionary.end - 2;
  WbPdfSpan name;

  if (end - dictionary.start < 2 || memcmp (dictionary.start, "<<", 2) != 0)
    return FALSE;

  value->end = dictionary.start + 2;
  while (wb_pdf_span_read (value->end, end, &name) && wb_pdf_span_read (name.end, end, value))
    if (wb_pdf_span_equals (name, key))
      return TRUE;

  return FALSE;
}

gboolean
wb_pdf_span_equals (WbPdfSpan   span,
                    const char *text)
{
  return strlen (text) == (gsize) (span.end - span.start) && memcmp (span.start, text, span.end - span.start) == 0;
}

guint
wb_pdf_span_get_reference (WbPdfSpan span)
{
  guint64 n = 0;

  if (span.end - span.start < 5 || span.end[-1] != 'R')
    return 0;
  for (const char *p = span.start; p < span.end && g_ascii_isdigit (*p) && n < G_MAXUINT; p++)
    n = n * 10 + (*p - '0');

  return n < G_MAXUINT ? (guint) n : 0;
}

gboolean
wb_pdf_span_next (WbPdfSpan  array,
                  WbPdfSpan *item)
{
  if (array.end - array.start < 2 || *array.start != '[')
    return FALSE;

  return wb_pdf_span_read (item->end != NULL ? item->end : array.start + 1, array.end - 1, item);
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isprint (*p))
      return FALSE;

  return TRUE;
}

char *
wb_pdf_quote (const char *text)
{
  GString *out = g_string_new ("(");
  g_autofree gunichar2 *wide = NULL;
  glong n = 0;

  if (is_plain (text))
    {
      for (const char *p = text; *p != '\0'; p++)
        {
          if (strchr ("()\\", *p) != NULL)
            g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
      g_string_append_c (out, ')');
      return g_string_free (out, FALSE);
    }

  g_string_assign (out, "<FEFF");
  wide = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  for (glong i = 0; i < n; i++)
    g_string_append_printf (out, "%04X", wide[i]);
  g_string_append_c (out, '>');

  return g_string_free (out, FALSE);
}
