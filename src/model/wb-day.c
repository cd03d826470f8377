/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-day.h"

#include <stdio.h>

/* Four, two and two digits with hyphens between them, and nothing else. */
static gboolean
has_form (const char *text)
{
  static const char form[] = "0000-00-00";
  gsize i;

  for (i = 0; form[i] != '\0'; i++)
    if (form[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;

  return text[i] == '\0';
}

gboolean
wb_day_parse (const char *text,
              GDate      *day)
{
  unsigned int year, month, number;

  g_return_val_if_fail (text != NULL && day != NULL, FALSE);

  if (!has_form (text) || sscanf (text, "%4u-%2u-%2u", &year, &month, &number) != 3 || year < 1000
      || !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);

  return TRUE;
}

char *
wb_day_format (const GDate *day)
{
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

void
wb_day_get_today (GDate *day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_return_if_fail (day != NULL);

  g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
}

void
wb_day_get_monday (const GDate *day,
                   GDate       *monday)
{
  g_return_if_fail (day != NULL && monday != NULL && g_date_valid (day));

  *monday = *day;
  g_date_subtract_days (monday, g_date_get_weekday (day) - G_DATE_MONDAY);
}
