/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-review-date.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"

char *
wb_review_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

gboolean
wb_review_date_is_due (const char *review_by,
                       const char *today)
{
  g_return_val_if_fail (today != NULL, FALSE);

  return review_by != NULL && *review_by != '\0' && g_strcmp0 (review_by, today) < 0;
}

char *
wb_review_date_describe (const char *review_by)
{
  g_autoptr (WbField) field = wb_field_new (WB_FIELD_DATE, "date", "");
  g_autofree char *date = NULL;

  g_return_val_if_fail (review_by != NULL, NULL);

  date = wb_answer_to_display (field, NULL, review_by);

  /* Translators: an entry should have been checked again by this date */
  return g_strdup_printf (_("Check due since %s"), date);
}
