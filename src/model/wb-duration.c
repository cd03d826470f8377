/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-duration.h"

#include <string.h>

static const struct
{
  const char *prefix;
  char letter;
} units[] = {
  [WB_TIME_HOURS] = { "PT", 'H' },
  [WB_TIME_DAYS] = { "P", 'D' },
  [WB_TIME_WEEKS] = { "P", 'W' },
  [WB_TIME_MONTHS] = { "P", 'M' },
};

G_STATIC_ASSERT (G_N_ELEMENTS (units) == WB_N_TIME_UNITS);

gboolean
wb_duration_parse (const char *text,
                   WbDuration *duration)
{
  gsize length;

  g_return_val_if_fail (text != NULL && duration != NULL, FALSE);

  length = strlen (text);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize start = strlen (units[i].prefix);
      g_autofree char *number = NULL;
      WbDecimal value;

      if (!g_str_has_prefix (text, units[i].prefix) || length < start + 2 || text[length - 1] != units[i].letter)
        continue;
      number = g_strndup (text + start, length - start - 1);
      if (strspn (number, ".0123456789") != strlen (number) || !wb_decimal_parse (number, &value))
        continue;
      duration->value = value;
      duration->unit = (WbTimeUnit) i;
      return TRUE;
    }

  return FALSE;
}

char *
wb_duration_to_string (const WbDuration *duration)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (duration != NULL, NULL);
  g_return_val_if_fail ((guint) duration->unit < WB_N_TIME_UNITS, NULL);

  number = wb_decimal_to_string (duration->value, WB_DECIMAL_ALL);

  return g_strdup_printf ("%s%s%c", units[duration->unit].prefix, number, units[duration->unit].letter);
}

/* How many whole days @value days are, rounded up. */
static gint64
round_up (WbDecimal value)
{
  return value / WB_DECIMAL_ONE + (value % WB_DECIMAL_ONE > 0);
}

gboolean
wb_duration_after (const WbDuration *duration,
                   const GDate      *date,
                   GDate            *result)
{
  gint64 days = 0;
  gint64 months = 0;

  g_return_val_if_fail (duration != NULL && date != NULL && result != NULL, FALSE);
  g_return_val_if_fail (g_date_valid (date), FALSE);

  /* More than that is no plan, and beyond the calendar. */
  if (duration->value < 0 || duration->value > 1000000 * WB_DECIMAL_ONE)
    return FALSE;

  switch (duration->unit)
    {
    case WB_TIME_HOURS:
      days = duration->value / (24 * WB_DECIMAL_ONE);
      break;
    case WB_TIME_WEEKS:
      days = round_up (duration->value * 7);
      break;
    case WB_TIME_MONTHS:
      months = duration->value / WB_DECIMAL_ONE;
      days = round_up (duration->value % WB_DECIMAL_ONE * 30);
      break;
    case WB_TIME_DAYS:
    default:
      days = round_up (duration->value);
      break;
    }
  if (g_date_get_year (date) + months / 12 + days / 365 + 2 > 9999)
    return FALSE;

  *result = *date;
  g_date_add_months (result, (guint) months);
  g_date_add_days (result, (guint) days);

  return TRUE;
}
