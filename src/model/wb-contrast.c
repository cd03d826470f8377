/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-contrast.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* From here on even people with weak sight read it well: criterion 1.4.6 (level AAA). */
#define VERY_GOOD 7.0
/* Enough for large text and for lines, not for running text: criteria 1.4.3 and 1.4.11. */
#define LARGE_ONLY 3.0
#define STEPS 255u

gboolean
wb_contrast_parse (const char *text,
                   guint32    *colour)
{
  g_autofree char *word = NULL;
  const char *digits;
  guint32 value = 0;
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (colour != NULL, FALSE);

  word = g_strstrip (g_strdup (text));
  digits = *word == '#' ? word + 1 : word;
  length = strlen (digits);
  if (length != 3 && length != 6)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      const int digit = g_ascii_xdigit_value (digits[i]);

      if (digit < 0)
        return FALSE;
      value = value << 4 | (guint32) digit;
      if (length == 3)
        value = value << 4 | (guint32) digit;
    }
  *colour = value;

  return TRUE;
}

char *
wb_contrast_format (guint32 colour)
{
  return g_strdup_printf ("#%06x", colour & 0xffffff);
}

static double
get_linear (guint32 channel)
{
  const double share = (channel & 0xff) / 255.0;

  return share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

static double
get_luminance (guint32 colour)
{
  return 0.2126 * get_linear (colour >> 16) + 0.7152 * get_linear (colour >> 8) + 0.0722 * get_linear (colour);
}

double
wb_contrast_ratio (guint32 a,
                   guint32 b)
{
  const double first = get_luminance (a);
  const double second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static guint32
scale (guint32 channel,
       guint32 step)
{
  return (channel & 0xff) * step / STEPS;
}

guint32
wb_contrast_darken (guint32 colour)
{
  for (guint32 step = STEPS; step > 0; step--)
    {
      const guint32 tone = scale (colour >> 16, step) << 16 | scale (colour >> 8, step) << 8 | scale (colour, step);

      if (wb_contrast_ratio (tone, WB_CONTRAST_WHITE) >= WB_CONTRAST_TEXT)
        return tone;
    }

  return 0;
}

char *
wb_contrast_describe (double ratio)
{
  const double shown = floor (ratio * 10) / 10;

  /* Translators: how well text of a colour can be read on white; a number between 1 and 21. */
  if (ratio >= VERY_GOOD)
    return g_strdup_printf (_("Contrast %.1f : 1, very easy to read"), shown);
  if (ratio >= WB_CONTRAST_TEXT)
    return g_strdup_printf (_("Contrast %.1f : 1, easy to read"), shown);
  if (ratio >= LARGE_ONLY)
    return g_strdup_printf (_("Contrast %.1f : 1, too little for text (4.5 is needed)"), shown);

  return g_strdup_printf (_("Contrast %.1f : 1, far too little for text (4.5 is needed)"), shown);
}
