/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document-fields.h"

#include <string.h>

#include "wb-markdown.h"

/* Adds the fields that the placeholders below @block name: "field", "field.column", or either with "?" before it. */
static void
collect_fields (const WbBlock *block,
                GHashTable    *fields)
{
  for (guint i = 0; block->inlines != NULL && i < block->inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (block->inlines, i);

      const char *name = run->text + (*run->text == '?' ? 1 : 0);

      if (run->flags & WB_INLINE_PLACEHOLDER)
        g_hash_table_add (fields, g_strndup (name, strcspn (name, ".")));
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    collect_fields (g_ptr_array_index (block->children, i), fields);
}

GHashTable *
wb_document_fields_list (WbLibrary  *library,
                         WbGuide    *guide,
                         const char *name)
{
  const WbGuideDocument *document;
  g_autoptr (WbItem) item = NULL;
  g_autoptr (WbBlock) body = NULL;
  GHashTable *fields;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  document = wb_guide_get_document (guide, name);
  if (document == NULL)
    return NULL;

  fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (document->field != NULL)
    g_hash_table_add (fields, g_strdup (document->field));
  item = wb_library_get_item (library, document->entry, NULL);
  if (item == NULL || wb_item_get_kind (item) != WB_KIND_TEMPLATE)
    return fields;

  body = wb_markdown_parse (wb_item_get_body (item), FALSE);
  collect_fields (body, fields);

  return fields;
}
