/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-collection-document.h"

#include "wb-document-builder-private.h"

#include <glib/gi18n-lib.h>

/* Of a slide: lines of contents, facts, and the longest fact, in characters. */
#define SLIDE_LINES 5
#define SLIDE_FACTS 3
#define SLIDE_FACT_LENGTH 110

static void
append_remark (WbBlock    *root,
               const char *remark)
{
  WbBlock *callout;

  if (remark == NULL || *remark == '\0')
    return;

  callout = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));
  callout->callout = WB_CALLOUT_NOTE;
  wb_block_append_paragraph (callout, remark);
}

static void
append_contents (WbBlock *root,
                 GArray  *parts)
{
  WbBlock *list;

  wb_block_append_heading (root, 1, _("Contents"));
  list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
  list->ordered = TRUE;
  list->start = 1;
  for (guint i = 0; i < parts->len; i++)
    {
      const WbCollectionPart *part = &g_array_index (parts, WbCollectionPart, i);
      g_autofree char *target = g_strconcat ("wb:", wb_item_get_id (part->item), NULL);
      g_autofree char *kind = g_strdup_printf (" (%s)", wb_kind_get_label (wb_item_get_kind (part->item)));
      WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
      WbBlock *paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));

      wb_block_append_text (paragraph, wb_item_get_title (part->item), 0, target);
      wb_block_append_text (paragraph, kind, 0, NULL);
    }
}

static void
append_part (WbBlock                *root,
             const WbCollectionPart *part)
{
  WbBlock *heading;

  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  heading = wb_block_append_heading (root, 1, wb_item_get_title (part->item));
  heading->anchor = g_strdup (wb_item_get_id (part->item));
  append_remark (root, part->remark);
  if (part->blocks == NULL && *wb_item_get_summary (part->item) != '\0')
    wb_block_append_paragraph (root, wb_item_get_summary (part->item));
  for (guint i = 0; part->blocks != NULL && i < part->blocks->children->len; i++)
    wb_block_append (root, wb_block_copy (g_ptr_array_index (part->blocks->children, i)));
}

static WbDocument *
wrap (WbDocumentFormat         format,
      const char              *title,
      WbBlock                 *root,
      const WbTemplateContext *context)
{
  WbDocument *document;

  wb_block_assign_anchors (root);
  document = wb_document_new (format, title, root);
  wb_document_builder_set_head (document, _("Collection"), context);
  wb_document_builder_set_foot (document, NULL, context);

  return document;
}

WbDocument *
wb_collection_document_new_pages (const char              *title,
                                  GArray                  *parts,
                                  const WbTemplateContext *context)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (parts != NULL, NULL);

  append_contents (root, parts);
  for (guint i = 0; i < parts->len; i++)
    append_part (root, &g_array_index (parts, WbCollectionPart, i));

  return wrap (WB_DOCUMENT_PAGES, title, root, context);
}

static void
append_bullet (WbBlock    *list,
               const char *text)
{
  wb_block_append_paragraph (wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), text);
}

static void
append_contents_slides (WbBlock *root,
                        GArray  *parts)
{
  WbBlock *list = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      if (i % SLIDE_LINES == 0)
        {
          wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
          wb_block_append_heading (root, 2, _("Contents"));
          list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
        }
      append_bullet (list, wb_item_get_title (g_array_index (parts, WbCollectionPart, i).item));
    }
}

/* The first facts that are short enough to be read from afar. */
static void
append_slide_facts (WbBlock *root,
                    WbItem  *item)
{
  GPtrArray *facts = wb_item_get_facts (item);
  WbBlock *list = NULL;
  guint n = 0;

  for (guint i = 0; i < facts->len && n < SLIDE_FACTS; i++)
    {
      const WbFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *text = g_strdup_printf ("%s: %s", fact->label, fact->value);

      if (g_utf8_strlen (text, -1) > SLIDE_FACT_LENGTH)
        continue;
      if (list == NULL)
        list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
      append_bullet (list, text);
      n++;
    }
}

static void
append_slide (WbBlock                *root,
              const WbCollectionPart *part)
{
  wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  wb_block_append_heading (root, 2, wb_item_get_title (part->item));
  if (*wb_item_get_summary (part->item) != '\0')
    wb_block_append_paragraph (root, wb_item_get_summary (part->item));
  append_slide_facts (root, part->item);
  append_remark (root, part->remark);
}

WbDocument *
wb_collection_document_new_deck (const char              *title,
                                 GArray                  *parts,
                                 const WbTemplateContext *context)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (parts != NULL, NULL);

  wb_block_append_heading (root, 1, title);
  if (context != NULL && context->date != NULL)
    wb_block_append_paragraph (root, context->date);
  append_contents_slides (root, parts);
  for (guint i = 0; i < parts->len; i++)
    append_slide (root, &g_array_index (parts, WbCollectionPart, i));

  return wrap (WB_DOCUMENT_DECK, title, root, context);
}
