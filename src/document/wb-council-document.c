/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-council-document.h"

#include <glib/gi18n-lib.h>

#include "wb-document-builder-private.h"

static void
append_day (WbBlock     *sheet,
            const char  *label,
            const char  *day,
            const GDate *today)
{
  WbBlock *row = wb_block_append_row (sheet, label, NULL);
  WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
  g_autofree char *shown = wb_council_day_to_words (day, today);

  /* A line to write on. */
  wb_block_append_text (cell, *shown != '\0' ? shown : label, *shown != '\0' ? 0 : WB_INLINE_BLANK, NULL);
}

static void
append_head (WbBlock             *root,
             GPtrArray           *gaps,
             const WbCouncilDays *days,
             const GDate         *today)
{
  WbBlock *sheet = wb_block_append (root, wb_block_new (WB_BLOCK_SHEET));
  guint must = wb_council_gap_count_must (gaps);
  g_autofree char *count = g_strdup_printf (_("%u must be there, %u should"), must, gaps->len - must);

  append_day (sheet, _("Council meeting"), days->meeting, today);
  append_day (sheet, _("Papers to be handed in by"), days->hand_in, today);
  wb_block_append_row (sheet, _("Still missing"), count, NULL);
}

/* Reason, place and day in small print below the line. */
static void
append_gap (WbBlock            *list,
            const WbCouncilGap *gap,
            const GDate        *today)
{
  WbBlock *check = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));
  g_autofree char *due = wb_council_gap_has_own_day (gap) ? wb_council_day_to_words (gap->due, today) : NULL;
  g_autoptr (GString) note = g_string_new (gap->reason);

  if (*gap->step_title != '\0')
    {
      g_string_append (note, " · ");
      /* Translators: in which step of the guide. */
      g_string_append_printf (note, _("Step: %s"), gap->step_title);
    }
  if (due != NULL)
    {
      g_string_append (note, " · ");
      /* Translators: a day, and how long until then: "Due 05.01.2027 (12 days left)". */
      g_string_append_printf (note, _("Due %s"), due);
    }
  wb_block_append_text (check, wb_council_gap_get_weight (gap), WB_INLINE_STRONG, NULL);
  wb_block_append_text (check, ": ", 0, NULL);
  wb_block_append_text (check, gap->title, 0, NULL);
  check->note = g_strdup (note->str);
}

static void
append_gaps (WbBlock     *root,
             GPtrArray   *gaps,
             const GDate *today)
{
  WbBlock *list = NULL;

  for (guint i = 0; i < gaps->len; i++)
    {
      const WbCouncilGap *gap = g_ptr_array_index (gaps, i);

      if (i == 0 || ((const WbCouncilGap *) g_ptr_array_index (gaps, i - 1))->kind != gap->kind)
        {
          wb_block_append_heading (root, 2, wb_council_gap_kind_to_words (gap->kind));
          list = wb_block_append (root, wb_block_new (WB_BLOCK_CHECKLIST));
        }
      append_gap (list, gap, today);
    }
  if (gaps->len == 0)
    wb_block_append_paragraph (root, _("As far as the program can see, nothing is missing."));
}

/* Whether somebody has signed only paper shows. */
static void
append_signatures (WbBlock   *root,
                   GPtrArray *papers)
{
  WbBlock *list = NULL;

  for (guint i = 0; i < papers->len; i++)
    {
      const WbCouncilPaper *paper = g_ptr_array_index (papers, i);

      for (guint j = 0; j < paper->signatures->len; j++)
        {
          g_autofree char *text = g_strdup_printf ("%s: %s", paper->title, (char *) g_ptr_array_index (paper->signatures, j));

          if (list == NULL)
            {
              wb_block_append_heading (root, 2, _("Signatures on the papers"));
              list = wb_block_append (root, wb_block_new (WB_BLOCK_CHECKLIST));
            }
          wb_block_append_text (wb_block_append (list, wb_block_new (WB_BLOCK_CHECK)), text, 0, NULL);
        }
    }
}

WbDocument *
wb_council_document_new (GPtrArray               *gaps,
                         GPtrArray               *papers,
                         const WbCouncilDays     *days,
                         const GDate             *today,
                         const WbTemplateContext *context)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbDocument *document;

  g_return_val_if_fail (gaps != NULL && papers != NULL && days != NULL && today != NULL && context != NULL, NULL);

  append_head (root, gaps, days, today);
  append_gaps (root, gaps, today);
  append_signatures (root, papers);
  wb_block_assign_anchors (root);
  document = wb_document_new (WB_DOCUMENT_PAGES, _("Before the Council Meets"), root);
  wb_document_builder_set_head (document, _("Checklist"), context);
  wb_document_builder_set_foot (document, NULL, context);

  return document;
}
