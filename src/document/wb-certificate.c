/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-certificate.h"

#include <glib/gi18n-lib.h>

char *
wb_certificate_format_day (gint64     time,
                           GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (zone != NULL, NULL);

  if (utc != NULL)
    local = g_date_time_to_timezone (utc, zone);

  /* Translators: a day in figures, as on a certificate */
  return local != NULL ? g_date_time_format (local, _("%Y-%m-%d")) : g_strdup ("");
}

/* (transfer full) */
static char *
describe_finish (const WbAttendedLesson *lesson,
                 GTimeZone              *zone)
{
  if (!lesson->finished)
    return g_strdup (_("not finished"));
  if (lesson->time <= 0)
    return g_strdup (_("finished, day not recorded"));

  return wb_certificate_format_day (lesson->time, zone);
}

static void
append_person (WbBlock    *root,
               const char *name,
               const char *course,
               const char *goal)
{
  WbBlock *paragraph = wb_block_append (root, wb_block_new (WB_BLOCK_PARAGRAPH));

  wb_block_append_text (paragraph, name, WB_INLINE_STRONG, NULL);
  wb_block_append_text (paragraph, " ", 0, NULL);
  /* Translators: "Kim Example has worked through this learning path in self-study:" */
  wb_block_append_text (paragraph, _("has worked through this learning path in self-study:"), 0, NULL);
  wb_block_append_heading (root, 2, course);
  if (goal != NULL && *goal != '\0')
    wb_block_append_paragraph (root, goal);
}

static void
append_sum (WbBlock                *table,
            const WbAttendedLesson *sum)
{
  WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  g_autofree char *minutes = g_strdup_printf ("%u", sum->minutes);
  const char *const texts[] = { "", _("Sum"), minutes, "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));

      if (*texts[i] != '\0')
        wb_block_append_text (cell, texts[i], WB_INLINE_STRONG, NULL);
    }
}

static void
append_lessons (WbBlock                *root,
                const WbAttendance     *attendance,
                const WbAttendedLesson *sum,
                GTimeZone              *zone)
{
  static const WbAlign aligns[] = { WB_ALIGN_END, WB_ALIGN_START, WB_ALIGN_END, WB_ALIGN_START };
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));

  table->header_rows = 1;
  if (table->aligns == NULL)
    table->aligns = g_array_new (FALSE, FALSE, sizeof (WbAlign));
  g_array_append_vals (table->aligns, aligns, G_N_ELEMENTS (aligns));
  wb_block_append_row (table, _("No."), _("Lesson"), _("Minutes"), _("Finished on"), NULL);
  for (guint i = 0; i < attendance->lessons->len; i++)
    {
      const WbAttendedLesson *lesson = g_ptr_array_index (attendance->lessons, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *minutes = g_strdup_printf ("%u", lesson->minutes);
      g_autofree char *finish = describe_finish (lesson, zone);

      wb_block_append_row (table, number, lesson->title, minutes, finish, NULL);
    }
  append_sum (table, sum);
}

static void
append_questions (WbBlock                *root,
                  const WbAttendedLesson *sum)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Questions: %u of %u answered, %u of them right at the last attempt.",
                                       "Questions: %u of %u answered, %u of them right at the last attempt.",
                                       sum->n_questions),
                          sum->n_answered, sum->n_questions, sum->n_right);
  wb_block_append_paragraph (root, text);
}

static void
append_note (WbBlock *root)
{
  WbBlock *callout = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));

  callout->callout = WB_CALLOUT_NOTE;
  wb_block_append_paragraph (callout, _("This is a confirmation of self-study which the learner has made with Wegbereiter. It is no certificate of "
                                        "an examination and comes with no accreditation or recognition. Nobody has checked the name. "
                                        "The minutes are the reading times the lessons state."));
}

static void
append_signatures (WbBlock *root)
{
  const char *const labels[] = { _("Place, date"), _("Signature") };
  WbBlock *signatures = wb_block_append (root, wb_block_new (WB_BLOCK_SIGNATURES));

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    wb_block_append_paragraph (wb_block_append (signatures, wb_block_new (WB_BLOCK_ITEM)), labels[i]);
}

WbDocument *
wb_certificate_build (const char         *name,
                      const char         *course,
                      const char         *goal,
                      const WbAttendance *attendance,
                      gint64              now,
                      GTimeZone          *zone)
{
  g_autoptr (WbBlock) root = NULL;
  g_autofree char *day = NULL;
  g_autofree char *foot = NULL;
  WbAttendedLesson sum;
  WbDocument *document;

  g_return_val_if_fail (name != NULL && course != NULL, NULL);
  g_return_val_if_fail (attendance != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  wb_attendance_sum (attendance, &sum);
  root = wb_block_new (WB_BLOCK_DOCUMENT);
  append_person (root, name, course, goal);
  append_lessons (root, attendance, &sum, zone);
  append_questions (root, &sum);
  append_note (root);
  append_signatures (root);
  wb_block_assign_anchors (root);

  document = wb_document_new (WB_DOCUMENT_PAGES, _("Confirmation of Attendance"), root);
  wb_document_set_head (document, NULL, NULL, _("Learning Path"), NULL);
  day = wb_certificate_format_day (now, zone);
  foot = g_strdup_printf (_("Made with Wegbereiter on %s. Self-study, without accreditation."), day);
  wb_document_set_foot (document, foot);

  return document;
}
