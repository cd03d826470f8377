/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-phonetic.h"

#include <string.h>

static gboolean
is_one_of (char        ch,
           const char *letters)
{
  return ch != '\0' && strchr (letters, ch) != NULL;
}

/* At the beginning "c" is hard before these letters, elsewhere before others, and never behind "s" or "z". */
static char
hear_c (char before,
        char after,
        gboolean first)
{
  if (first)
    return is_one_of (after, "ahkloqrux") ? '4' : '8';
  if (is_one_of (before, "sz"))
    return '8';

  return is_one_of (after, "ahkoqux") ? '4' : '8';
}

/* The digit of a letter between its neighbours; '\0' for a letter that is not heard. "x" is two sounds, see below. */
static char
hear (char     ch,
      char     before,
      char     after,
      gboolean first)
{
  if (is_one_of (ch, "aeijouy"))
    return '0';
  if (ch == 'p')
    return after == 'h' ? '3' : '1';
  if (is_one_of (ch, "dt"))
    return is_one_of (after, "csz") ? '8' : '2';
  if (ch == 'c')
    return hear_c (before, after, first);
  if (ch == 'x')
    return is_one_of (before, "ckq") ? '8' : '4';
  if (ch == 'b')
    return '1';
  if (is_one_of (ch, "fvw"))
    return '3';
  if (is_one_of (ch, "gkq"))
    return '4';
  if (ch == 'l')
    return '5';
  if (is_one_of (ch, "mn"))
    return '6';
  if (ch == 'r')
    return '7';

  return is_one_of (ch, "sz") ? '8' : '\0';
}

/* Digits that follow each other count once, and vowels at the beginning only. */
static void
append (char   *code,
        gsize  *length,
        char   *last,
        char    digit)
{
  if (digit != '\0' && digit != *last && (digit != '0' || *length == 0) && *length < WB_PHONETIC_MAX)
    code[(*length)++] = digit;
  if (digit != '\0')
    *last = digit;
}

void
wb_phonetic_encode (const char *key,
                    char        code[WB_PHONETIC_MAX + 1])
{
  gsize length = 0;
  char last = '\0';
  char before = '\0';

  for (const char *p = key; *p != '\0'; p++)
    {
      const char digit = hear (*p, before, p[1], before == '\0');

      append (code, &length, &last, digit);
      if (*p == 'x' && digit == '4')
        append (code, &length, &last, '8');
      before = *p;
    }
  code[length] = '\0';
}
