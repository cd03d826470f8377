/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-quote.h"

#include <string.h>

void
wb_quote_take_context (const char  *text,
                       guint        start,
                       guint        end,
                       char       **before,
                       char       **after)
{
  const char *from = text + start;
  const char *to = text + end;

  g_return_if_fail (text != NULL);
  g_return_if_fail (start <= end && end <= strlen (text));

  for (guint i = 0; i < WB_QUOTE_CONTEXT && from > text; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < WB_QUOTE_CONTEXT && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  *before = g_strndup (from, text + start - from);
  *after = g_strndup (text + end, to - (text + end));
}

/* How many characters of @before stand in front of @place, counted from there backwards. */
static int
count_before (const char *text,
              const char *place,
              const char *before)
{
  const char *p = before + strlen (before);
  int n = 0;

  while (p > before && place > text)
    {
      p = g_utf8_prev_char (p);
      place = g_utf8_prev_char (place);
      if (g_utf8_get_char (p) != g_utf8_get_char (place))
        break;
      n++;
    }

  return n;
}

static int
count_after (const char *place,
             const char *after)
{
  int n = 0;

  for (; *place != '\0' && *after != '\0'; place = g_utf8_next_char (place), after = g_utf8_next_char (after))
    {
      if (g_utf8_get_char (place) != g_utf8_get_char (after))
        break;
      n++;
    }

  return n;
}

int
wb_quote_find (const char *text,
               const char *exact,
               const char *before,
               const char *after,
               guint      *start,
               guint      *end)
{
  const gsize length = strlen (exact);
  int best = -1;

  g_return_val_if_fail (text != NULL && exact != NULL, -1);
  g_return_val_if_fail (before != NULL && after != NULL, -1);

  for (const char *p = length > 0 ? strstr (text, exact) : NULL; p != NULL; p = strstr (p + 1, exact))
    {
      const int score = count_before (text, p, before) + count_after (p + length, after);

      if (score <= best)
        continue;
      best = score;
      *start = p - text;
      *end = *start + length;
    }

  return best;
}
