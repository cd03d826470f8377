/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-decimal.h"

#include <string.h>

/* Wide enough for the product of two decimals. */
__extension__ typedef __int128 Wide;

/* Halves go away from zero. */
static Wide
divide_rounded (Wide a,
                Wide b)
{
  Wide quotient = a / b;
  Wide rest = a % b;

  if (rest < 0)
    rest = -rest;
  if (b < 0 ? rest * 2 >= -b : rest * 2 >= b)
    quotient += (a < 0) == (b < 0) ? 1 : -1;

  return quotient;
}

static gboolean
narrow (Wide       wide,
        WbDecimal *result)
{
  if (wide > G_MAXINT64 || wide < -G_MAXINT64)
    return FALSE;
  *result = (WbDecimal) wide;

  return TRUE;
}

/* Numbers with an exponent: nobody types them, but a file may hold them. */
static gboolean
parse_exponent (const char *text,
                WbDecimal  *value)
{
  char *end;
  double number = g_ascii_strtod (text, &end);
  double millionths = number * (double) WB_DECIMAL_ONE;

  /* Endless is larger, too. */
  if (*end != '\0' || !(ABS (millionths) < 9.2e18))
    return FALSE;
  *value = (WbDecimal) (millionths + (millionths < 0 ? -0.5 : 0.5));

  return TRUE;
}

/* Digits with a point among them, no sign. */
static gboolean
parse_digits (const char *text,
              Wide       *value)
{
  int places = -1;
  gboolean any = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.' && places < 0)
        {
          places = 0;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;
      any = TRUE;
      if (places > WB_DECIMAL_PLACES)
        continue;
      if (places >= 0)
        places++;
      *value = *value * 10 + (*p - '0');
      if (*value > (Wide) G_MAXINT64 * 10)
        return FALSE;
    }
  /* One place more than is kept, for rounding. */
  for (places = MAX (places, 0); places <= WB_DECIMAL_PLACES; places++)
    *value *= 10;
  *value = divide_rounded (*value, 10);

  return any;
}

gboolean
wb_decimal_parse (const char *text,
                  WbDecimal  *value)
{
  Wide wide = 0;
  gboolean negative;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  if (*text == '\0' || strspn (text, "+-.0123456789eE") != strlen (text))
    return FALSE;
  if (strpbrk (text, "eE") != NULL)
    return parse_exponent (text, value);

  negative = *text == '-';
  if (!parse_digits (text + (*text == '-' || *text == '+'), &wide))
    return FALSE;

  return narrow (negative ? -wide : wide, value);
}

char *
wb_decimal_to_string (WbDecimal value,
                      int       decimals)
{
  guint64 units = value < 0 ? (guint64) - (value + 1) + 1 : (guint64) value;
  int places = decimals < 0 ? WB_DECIMAL_PLACES : MIN (decimals, WB_DECIMAL_PLACES);
  g_autofree char *fraction = NULL;
  guint64 step = 1;

  for (int i = places; i < WB_DECIMAL_PLACES; i++)
    step *= 10;
  units = (units + step / 2) / step * step;
  fraction = g_strdup_printf ("%06" G_GUINT64_FORMAT, units % WB_DECIMAL_ONE);
  fraction[places] = '\0';
  if (decimals < 0)
    while (places > 0 && fraction[places - 1] == '0')
      fraction[--places] = '\0';

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%s", value < 0 && units > 0 ? "-" : "", units / WB_DECIMAL_ONE,
                          places > 0 ? "." : "", fraction);
}

gboolean
wb_decimal_add (WbDecimal  a,
                WbDecimal  b,
                WbDecimal *result)
{
  g_return_val_if_fail (result != NULL, FALSE);

  return narrow ((Wide) a + b, result);
}

gboolean
wb_decimal_subtract (WbDecimal  a,
                     WbDecimal  b,
                     WbDecimal *result)
{
  g_return_val_if_fail (result != NULL, FALSE);

  return narrow ((Wide) a - b, result);
}

gboolean
wb_decimal_multiply (WbDecimal  a,
                     WbDecimal  b,
                     WbDecimal *result)
{
  g_return_val_if_fail (result != NULL, FALSE);

  return narrow (divide_rounded ((Wide) a * b, WB_DECIMAL_ONE), result);
}

gboolean
wb_decimal_divide (WbDecimal  a,
                   WbDecimal  b,
                   WbDecimal *result)
{
  g_return_val_if_fail (result != NULL, FALSE);

  return b != 0 && narrow (divide_rounded ((Wide) a * WB_DECIMAL_ONE, b), result);
}
