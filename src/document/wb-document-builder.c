/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document-builder-private.h"

#include "wb-answer-check.h"
#include "wb-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_copies (WbBlock       *parent,
               const WbBlock *body)
{
  for (guint i = 0; i < body->children->len; i++)
    wb_block_append (parent, wb_block_copy (g_ptr_array_index (body->children, i)));
}

/* What the item is filed under, as rows of the fact sheet. */
static void
append_facets (WbBlock      *sheet,
               WbItem       *item,
               WbVocabulary *vocabulary)
{
  GPtrArray *facets = wb_vocabulary_get_facets (vocabulary);
  GPtrArray *values = wb_item_get_facets (item);

  for (guint i = 0; i < facets->len; i++)
    {
      const WbFacet *facet = g_ptr_array_index (facets, i);
      g_autoptr(GString) labels = g_string_new (NULL);

      for (guint j = 0; j < values->len; j++)
        {
          const WbFacetValue *value = g_ptr_array_index (values, j);

          if (g_strcmp0 (value->facet, facet->id) == 0)
            g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "",
                                    wb_vocabulary_get_value_label (vocabulary, facet->id, value->value));
        }

      if (labels->len > 0)
        wb_block_append_row (sheet, facet->label, labels->str, NULL);
    }
}

static void
append_sheet (WbBlock      *root,
              WbItem       *item,
              WbVocabulary *vocabulary)
{
  g_autoptr(WbBlock) sheet = wb_block_new (WB_BLOCK_SHEET);
  GPtrArray *facts = wb_item_get_facts (item);

  if (vocabulary != NULL)
    append_facets (sheet, item, vocabulary);

  for (guint i = 0; i < facts->len; i++)
    {
      const WbFact *fact = g_ptr_array_index (facts, i);

      wb_block_append_row (sheet, fact->label, fact->value, NULL);
    }

  if (sheet->children->len > 0)
    wb_block_append (root, g_steal_pointer (&sheet));
}

/* A full stop behind @text where there is none yet. */
static void
append_sentence (WbBlock    *paragraph,
                 const char *text)
{
  g_autofree char *trimmed = NULL;
  const char *last;

  if (text == NULL || *text == '\0')
    return;

  trimmed = g_strstrip (g_strdup (text));
  last = *trimmed != '\0' ? trimmed + strlen (trimmed) - 1 : "";
  if (paragraph->inlines->len > 0)
    wb_block_append_text (paragraph, " ", 0, NULL);
  wb_block_append_text (paragraph, trimmed, 0, NULL);
  if (*last != '.' && *last != '!' && *last != '?')
    wb_block_append_text (paragraph, ".", 0, NULL);
}

void
wb_document_builder_append_source (WbBlock        *list,
                                   const WbSource *source,
                                   WbVocabulary   *vocabulary)
{
  WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
  WbBlock *paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));
  g_autofree char *date = source->date != NULL ? wb_answer_date_to_display (source->date) : NULL;
  const char *grade = source->grade;

  append_sentence (paragraph, source->title);
  append_sentence (paragraph, source->publisher);
  append_sentence (paragraph, source->reference);
  if (source->url != NULL)
    {
      wb_block_append_text (paragraph, " ", 0, NULL);
      wb_block_append_text (paragraph, source->url, 0, source->url);
      wb_block_append_text (paragraph, ".", 0, NULL);
    }

  if (grade != NULL && vocabulary != NULL)
    grade = wb_vocabulary_get_value_label (vocabulary, "evidence", grade);
  if (date != NULL && grade != NULL)
    {
      /* Translators: how well a source supports what is said, and its date: "Evidence: proven, as of 22.11.2026". */
      g_autofree char *text = g_strdup_printf (_("Evidence: %s, as of %s"), grade, date);

      append_sentence (paragraph, text);
    }
  else
    append_sentence (paragraph, date != NULL ? date : grade);
  append_sentence (paragraph, source->note);
}

static void
append_sources (WbBlock      *root,
                WbItem       *item,
                WbVocabulary *vocabulary)
{
  GPtrArray *sources = wb_item_get_sources (item);
  WbBlock *list;

  if (sources->len == 0)
    return;

  wb_block_append_heading (root, 2, _("Sources"));
  list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
  list->ordered = TRUE;
  for (guint i = 0; i < sources->len; i++)
    wb_document_builder_append_source (list, g_ptr_array_index (sources, i), vocabulary);
}

static WbBlock *
build_item (WbItem        *item,
            const WbBlock *body,
            WbVocabulary  *vocabulary,
            gboolean       on_paper)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  /* On screen title and summary stand above the text already, and chips name the facets. */
  if (on_paper && *wb_item_get_summary (item) != '\0')
    wb_block_append_paragraph (root, wb_item_get_summary (item));
  append_sheet (root, item, on_paper ? vocabulary : NULL);
  if (body != NULL)
    append_copies (root, body);
  append_sources (root, item, vocabulary);
  wb_block_assign_anchors (root);

  return g_steal_pointer (&root);
}

WbBlock *
wb_document_builder_item_blocks (WbItem        *item,
                                 const WbBlock *body,
                                 WbVocabulary  *vocabulary)
{
  g_return_val_if_fail (WB_IS_ITEM (item), NULL);
  g_return_val_if_fail (body == NULL || body->type == WB_BLOCK_DOCUMENT, NULL);

  return build_item (item, body, vocabulary, FALSE);
}

static WbDocument *
wrap (WbDocumentFormat         format,
      const char              *title,
      WbBlock                 *root,
      WbItem                  *item,
      const WbTemplateContext *context)
{
  WbDocument *document = wb_document_new (format, title, root);
  const gboolean is_filled = context != NULL && context->answers != NULL && wb_item_get_kind (item) == WB_KIND_TEMPLATE;

  wb_document_set_entry (document, wb_item_get_id (item));
  /* Filled with the answers of a project it is a template no longer. */
  wb_document_builder_set_head (document, is_filled ? NULL : wb_kind_get_label (wb_item_get_kind (item)), context);
  wb_document_builder_set_foot (document, item, context);

  return document;
}

WbDocument *
wb_document_builder_item (WbItem                  *item,
                          const WbBlock           *body,
                          WbVocabulary            *vocabulary,
                          const WbTemplateContext *context)
{
  g_autoptr(WbBlock) blocks = NULL;
  g_autoptr(WbBlock) filled = NULL;

  g_return_val_if_fail (WB_IS_ITEM (item), NULL);
  g_return_val_if_fail (body == NULL || body->type == WB_BLOCK_DOCUMENT, NULL);

  blocks = build_item (item, body, vocabulary, TRUE);
  /* Only templates have something to fill in. */
  filled = wb_template_fill (blocks, context);

  return wrap (WB_DOCUMENT_PAGES, wb_item_get_title (item), filled, item, context);
}

static void
append_group (WbBlock                 *root,
              const WbChecklistGroup  *group,
              const WbField           *field,
              const WbTemplateContext *context)
{
  WbBlock *list;

  if (group->title != NULL && *group->title != '\0')
    wb_block_append_heading (root, 3, group->title);
  list = wb_block_append (root, wb_block_new (WB_BLOCK_CHECKLIST));
  for (guint i = 0; i < group->items->len; i++)
    wb_template_append_check (list, g_ptr_array_index (group->items, i), field, context);
}

static void
append_signatures (WbBlock   *root,
                   GPtrArray *labels)
{
  WbBlock *signatures;

  if (labels->len == 0)
    return;

  signatures = wb_block_append (root, wb_block_new (WB_BLOCK_SIGNATURES));
  for (guint i = 0; i < labels->len; i++)
    {
      WbBlock *item = wb_block_append (signatures, wb_block_new (WB_BLOCK_ITEM));

      wb_block_append_paragraph (item, g_ptr_array_index (labels, i));
    }
}

WbDocument *
wb_document_builder_checklist (WbItem                  *item,
                               WbChecklist             *checklist,
                               const WbField           *field,
                               const WbTemplateContext *context)
{
  static const WbTemplateContext empty_context;
  g_autoptr(WbBlock) root = NULL;
  GPtrArray *groups;
  const char *intro;

  g_return_val_if_fail (WB_IS_ITEM (item), NULL);
  g_return_val_if_fail (WB_IS_CHECKLIST (checklist), NULL);

  root = wb_block_new (WB_BLOCK_DOCUMENT);
  intro = wb_checklist_get_intro (checklist);
  if (intro == NULL || *intro == '\0')
    intro = wb_item_get_summary (item);
  if (*intro != '\0')
    wb_block_append_paragraph (root, intro);

  groups = wb_checklist_get_groups (checklist);
  for (guint i = 0; i < groups->len; i++)
    append_group (root, g_ptr_array_index (groups, i), field, context != NULL ? context : &empty_context);

  append_signatures (root, wb_checklist_get_signatures (checklist));
  wb_block_assign_anchors (root);

  return wrap (WB_DOCUMENT_PAGES, wb_item_get_title (item), root, item, context);
}

WbDocument *
wb_document_builder_template (WbItem                  *item,
                              const WbBlock           *body,
                              const char              *title,
                              gboolean                 deck,
                              const WbTemplateContext *context)
{
  WbTemplateContext filling = { NULL };
  g_autoptr(WbBlock) root = NULL;

  g_return_val_if_fail (WB_IS_ITEM (item), NULL);
  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  if (context != NULL)
    filling = *context;
  filling.deck = deck;

  root = wb_template_fill (body, &filling);
  wb_block_assign_anchors (root);

  return wrap (deck ? WB_DOCUMENT_DECK : WB_DOCUMENT_PAGES, title, root, item, &filling);
}
