/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pdf-file-private.h"
#include "wb-pdf-finish-private.h"

#include <string.h>

/*
 * A content stream is a list of operands and operators. All that is looked for is the operator BDC with its two operands,
 * "/NonStruct << /MCID 3 >> BDC"; strings are skipped, since a text may contain anything.
 */

static const char *
skip_blanks (const char *p,
             const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;

  return p;
}

static const char *
skip_literal (const char *p,
              const char *end,
              const char *literal)
{
  const gsize length = strlen (literal);

  if (p == NULL)
    return NULL;

  p = skip_blanks (p, end);
  if ((gsize) (end - p) < length || memcmp (p, literal, length) != 0)
    return NULL;

  return p + length;
}

static const char *
skip_digits (const char *p,
             const char *end)
{
  const char *start;

  if (p == NULL)
    return NULL;

  start = p = skip_blanks (p, end);
  while (p < end && g_ascii_isdigit (*p))
    p++;

  return p > start ? p : NULL;
}

/* The end of the marked-content operator that begins at @p; NULL when it is none of ours. */
static const char *
skip_non_struct (const char *p,
                 const char *end)
{
  p = skip_literal (p, end, "/NonStruct");
  p = skip_literal (p, end, "<<");
  p = skip_literal (p, end, "/MCID");
  p = skip_digits (p, end);
  p = skip_literal (p, end, ">>");

  return skip_literal (p, end, "BDC");
}

GBytes *
wb_pdf_content_mark_artifacts (const char *content,
                               gsize       length)
{
  g_autoptr(GString) out = g_string_sized_new (length + 1);
  const char *end = content + length;
  const char *copied = content;
  const char *p = content;

  while (p < end)
    {
      const char *next = *p == '/' ? skip_non_struct (p, end) : NULL;

      if (next != NULL)
        {
          g_string_append_len (out, copied, p - copied);
          g_string_append (out, "/Artifact BMC");
          copied = next;
        }
      else
        next = *p == '(' ? wb_pdf_skip_string (p, end) : p + 1;
      if (next == NULL)
        break;
      p = next;
    }
  g_string_append_len (out, copied, end - copied);

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
