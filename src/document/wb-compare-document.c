/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-compare-document.h"

#include "wb-answer-check.h"
#include "wb-document-builder-private.h"
#include "wb-fit.h"
#include "wb-template-private.h"

#include <glib/gi18n-lib.h>

/* A table with the entries' titles in its head, under a heading. (transfer none) */
static WbBlock *
append_table (WbBlock    *root,
              const char *heading,
              GPtrArray  *items)
{
  WbBlock *table;
  WbBlock *row;

  wb_block_append_heading (root, 2, heading);
  table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  table->header_rows = 1;
  row = wb_block_append_row (table, "", NULL);
  for (guint i = 0; i < items->len; i++)
    wb_block_append_text (wb_block_append (row, wb_block_new (WB_BLOCK_CELL)),
                          wb_item_get_title (g_ptr_array_index (items, i)), 0, NULL);

  return table;
}

/* A row that begins with @label; its other cells are still to be filled. */
static WbBlock *
append_row (WbBlock    *table,
            const char *label)
{
  WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

  wb_block_append_text (wb_block_append (row, wb_block_new (WB_BLOCK_CELL)), label, WB_INLINE_STRONG, NULL);

  return row;
}

/* @text: (nullable) */
static void
append_cell (WbBlock    *row,
             const char *text)
{
  WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));

  if (text != NULL && *text != '\0')
    wb_block_append_text (cell, text, 0, NULL);
  else
    /* Translators: in a comparison, where one entry does not say what another does */
    wb_block_append_text (cell, _("not stated"), WB_INLINE_EMPHASIS, NULL);
}

static char *
join_labels (WbItem        *item,
             const WbFacet *facet,
             WbVocabulary  *vocabulary)
{
  GPtrArray *values = wb_item_get_facets (item);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const WbFacetValue *value = g_ptr_array_index (values, i);

      if (g_str_equal (value->facet, facet->id))
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "",
                                wb_vocabulary_get_value_label (vocabulary, facet->id, value->value));
    }

  return g_string_free (labels, FALSE);
}

static void
append_facet (WbBlock       *table,
              GPtrArray     *items,
              const WbFacet *facet,
              WbVocabulary  *vocabulary)
{
  gboolean any = FALSE;
  WbBlock *row;

  for (guint i = 0; i < items->len; i++)
    any |= wb_item_get_facet (g_ptr_array_index (items, i), facet->id) != NULL;
  if (!any)
    return;

  row = append_row (table, facet->label);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *labels = join_labels (g_ptr_array_index (items, i), facet, vocabulary);

      append_cell (row, labels);
    }
}

static void
append_overview (WbBlock      *root,
                 GPtrArray    *items,
                 WbVocabulary *vocabulary)
{
  GPtrArray *facets = wb_vocabulary_get_facets (vocabulary);
  WbBlock *table = append_table (root, _("At a Glance"), items);
  WbBlock *kinds = append_row (table, _("Kind"));
  WbBlock *summaries = append_row (table, _("In short"));

  for (guint i = 0; i < items->len; i++)
    {
      WbItem *item = g_ptr_array_index (items, i);

      append_cell (kinds, wb_kind_get_label (wb_item_get_kind (item)));
      append_cell (summaries, wb_item_get_summary (item));
    }
  for (guint i = 0; i < facets->len; i++)
    append_facet (table, items, g_ptr_array_index (facets, i), vocabulary);
}

/* Sentences one below the other. */
static void
append_reasons (WbBlock   *row,
                GPtrArray *reasons,
                gboolean   against)
{
  WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));

  for (guint i = 0; i < reasons->len; i++)
    {
      const WbFitReason *reason = g_ptr_array_index (reasons, i);

      if (reason->against != against)
        continue;
      if (cell->inlines->len > 0)
        wb_block_append_text (cell, "", WB_INLINE_BREAK, NULL);
      wb_block_append_text (cell, reason->text, 0, NULL);
    }
  if (cell->inlines->len == 0)
    wb_block_append_text (cell, "–", 0, NULL);
}

static void
append_fit (WbBlock        *root,
            GPtrArray      *items,
            WbVocabulary   *vocabulary,
            WbMunicipality *town)
{
  /* Translators: %s is the name of a town */
  g_autofree char *heading = g_strdup_printf (_("What It Means for %s"), wb_municipality_get_short_name (town));
  WbBlock *table = append_table (root, heading, items);
  WbBlock *in_favour = append_row (table, _("Speaks for it"));
  WbBlock *against = append_row (table, _("To be minded"));

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GPtrArray) reasons = wb_fit_explain (g_ptr_array_index (items, i), town, vocabulary);

      append_reasons (in_favour, reasons, FALSE);
      append_reasons (against, reasons, TRUE);
    }
}

static const char *
find_fact (WbItem     *item,
           const char *label)
{
  GPtrArray *facts = wb_item_get_facts (item);

  for (guint i = 0; i < facts->len; i++)
    {
      const WbFact *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->label, label))
        return fact->value;
    }

  return NULL;
}

/* All labels in the order in which they are first met. (transfer container): borrowed strings */
static GPtrArray *
collect_labels (GPtrArray *items)
{
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      GPtrArray *facts = wb_item_get_facts (g_ptr_array_index (items, i));

      for (guint j = 0; j < facts->len; j++)
        {
          const WbFact *fact = g_ptr_array_index (facts, j);

          if (!g_ptr_array_find_with_equal_func (labels, fact->label, g_str_equal, NULL))
            g_ptr_array_add (labels, fact->label);
        }
    }

  return labels;
}

static void
append_facts (WbBlock   *root,
              GPtrArray *items)
{
  g_autoptr (GPtrArray) labels = collect_labels (items);
  WbBlock *table;

  if (labels->len == 0)
    return;

  table = append_table (root, _("Facts"), items);
  for (guint i = 0; i < labels->len; i++)
    {
      const char *label = g_ptr_array_index (labels, i);
      WbBlock *row = append_row (table, label);

      for (guint j = 0; j < items->len; j++)
        append_cell (row, find_fact (g_ptr_array_index (items, j), label));
    }
}

static void
append_source_list (WbBlock      *row,
                    WbItem       *item,
                    WbVocabulary *vocabulary)
{
  GPtrArray *sources = wb_item_get_sources (item);
  WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));

  for (guint i = 0; i < sources->len; i++)
    {
      const WbSource *source = g_ptr_array_index (sources, i);
      g_autofree char *text =
        g_strdup_printf ("%s, %s (%s)", source->title, source->publisher != NULL ? source->publisher : "–",
                         wb_vocabulary_get_value_label (vocabulary, "evidence", source->grade != NULL ? source->grade : ""));

      if (i > 0)
        wb_block_append_text (cell, "", WB_INLINE_BREAK, NULL);
      wb_block_append_text (cell, text, 0, NULL);
    }
  if (sources->len == 0)
    wb_block_append_text (cell, _("not stated"), WB_INLINE_EMPHASIS, NULL);
}

static void
append_evidence (WbBlock      *root,
                 GPtrArray    *items,
                 WbVocabulary *vocabulary)
{
  WbBlock *table = append_table (root, _("Where It Comes From"), items);
  WbBlock *dates = append_row (table, _("As of"));
  WbBlock *sources = append_row (table, _("Sources"));

  for (guint i = 0; i < items->len; i++)
    {
      WbItem *item = g_ptr_array_index (items, i);
      g_autofree char *date = wb_item_get_as_of (item) != NULL ? wb_answer_date_to_display (wb_item_get_as_of (item)) : NULL;

      append_cell (dates, date);
      append_source_list (sources, item, vocabulary);
    }
}

WbDocument *
wb_compare_document_new (GPtrArray               *items,
                         WbVocabulary            *vocabulary,
                         const WbTemplateContext *context)
{
  g_autoptr (WbBlock) root = NULL;
  WbDocument *document;

  g_return_val_if_fail (items != NULL && items->len > 0 && items->len <= WB_COMPARE_MAX, NULL);
  g_return_val_if_fail (WB_IS_VOCABULARY (vocabulary), NULL);

  root = wb_block_new (WB_BLOCK_DOCUMENT);
  append_overview (root, items, vocabulary);
  if (context != NULL && context->town != NULL)
    append_fit (root, items, vocabulary, context->town);
  append_facts (root, items);
  append_evidence (root, items, vocabulary);
  wb_block_assign_anchors (root);

  document = wb_document_new (WB_DOCUMENT_PAGES, _("Comparison"), root);
  wb_document_builder_set_head (document, _("Comparison"), context);
  wb_document_builder_set_foot (document, NULL, context);

  return document;
}
