/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-reading-blocks.h"

#include "wb-document-builder.h"
#include "wb-markdown.h"
#include "wb-payload-blocks.h"
#include "wb-payload-reader.h"

/* The sources stand at the end: a heading and a list. */
#define N_SOURCE_BLOCKS 2

/* The guide @id, so that blanks can be named after its questions; NULL when it cannot be had. */
static WbGuide *
load_guide (WbLibrary  *library,
            const char *id)
{
  g_autoptr (WbItem) item = id != NULL ? wb_library_get_item (library, id, NULL) : NULL;

  if (item == NULL || wb_item_get_payload (item) == NULL)
    return NULL;

  return wb_guide_from_json (id, wb_item_get_title (item), wb_item_get_payload (item), NULL);
}

/* A template's text with blanks instead of its placeholders. */
static WbBlock *
parse_template (WbItem    *item,
                WbLibrary *library)
{
  g_autofree char *guide_id = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbBlock) body = NULL;
  WbTemplateContext context = { NULL };
  gboolean deck = FALSE;

  if (wb_item_get_payload (item) != NULL)
    wb_template_from_json (wb_item_get_payload (item), &deck, &guide_id, NULL);
  guide = load_guide (library, guide_id);
  context.guide = guide;
  body = wb_markdown_parse (wb_item_get_body (item), deck);

  return wb_template_fill (body, &context);
}

WbBlock *
wb_reading_blocks_new (WbItem    *item,
                       WbLibrary *library)
{
  g_autoptr (WbBlock) body = NULL;

  g_return_val_if_fail (WB_IS_ITEM (item), NULL);
  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);

  body = wb_item_get_kind (item) == WB_KIND_TEMPLATE ? parse_template (item, library)
                                                     : wb_markdown_parse (wb_item_get_body (item), FALSE);
  /* The questions of a lesson come with their solutions; here they would spoil it. */
  if (wb_item_get_kind (item) != WB_KIND_LESSON)
    wb_payload_blocks_append (body, item, library);

  return wb_document_builder_item_blocks (item, body, wb_library_get_vocabulary (library));
}

const char *
wb_reading_blocks_get_sources (const WbBlock *blocks,
                               WbItem        *item)
{
  const WbBlock *heading;

  g_return_val_if_fail (blocks != NULL, NULL);
  g_return_val_if_fail (WB_IS_ITEM (item), NULL);

  if (wb_item_get_sources (item)->len == 0 || blocks->children->len < N_SOURCE_BLOCKS)
    return NULL;

  heading = g_ptr_array_index (blocks->children, blocks->children->len - N_SOURCE_BLOCKS);

  return heading->type == WB_BLOCK_HEADING ? heading->anchor : NULL;
}
