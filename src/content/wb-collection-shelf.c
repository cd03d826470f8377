/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-collection-shelf.h"

#include "wb-answer-check.h"
#include "wb-collection-document.h"
#include "wb-compare-document.h"
#include "wb-document-shelf.h"
#include "wb-error.h"

#include <glib/gi18n-lib.h>

static char *
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (WbField) field = wb_field_new (WB_FIELD_DATE, "date", "");

  return wb_answer_to_display (field, NULL, iso);
}

/* The handout of an entry as blocks; NULL where it has none on pages. */
static WbBlock *
load_blocks (WbLibrary      *library,
             const char     *id,
             WbMunicipality *town)
{
  g_autoptr (WbDocument) document = wb_document_shelf_build_item (library, id, NULL, town, NULL);

  if (document == NULL || wb_document_get_format (document) != WB_DOCUMENT_PAGES)
    return NULL;

  return wb_block_ref (wb_document_get_root (document));
}

static void
part_clear (gpointer data)
{
  WbCollectionPart *part = data;

  g_clear_object (&part->item);
  g_clear_pointer (&part->blocks, wb_block_unref);
}

WbDocument *
wb_collection_shelf_build (WbLibrary       *library,
                           const char      *title,
                           GPtrArray       *collected,
                           gboolean         deck,
                           WbMunicipality  *town,
                           GError         **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (WbCollectionPart));
  g_autofree char *date = get_today ();
  const WbTemplateContext context = { .town = town, .project = title, .date = date, .deck = deck };

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (title != NULL && collected != NULL, NULL);

  g_array_set_clear_func (parts, part_clear);
  for (guint i = 0; i < collected->len; i++)
    {
      const WbCollected *entry = g_ptr_array_index (collected, i);
      WbCollectionPart part = { wb_library_get_item (library, entry->item, NULL), NULL, entry->remark };

      if (part.item == NULL)
        continue;
      part.blocks = deck ? NULL : load_blocks (library, entry->item, town);
      g_array_append_val (parts, part);
    }
  if (parts->len == 0)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                   _("The collection “%s” holds no entry of the library, so there is nothing to put into a document."), title);
      return NULL;
    }

  return deck ? wb_collection_document_new_deck (title, parts, &context)
              : wb_collection_document_new_pages (title, parts, &context);
}

WbDocument *
wb_collection_shelf_compare (WbLibrary          *library,
                             const char *const  *ids,
                             WbMunicipality     *town,
                             GError            **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *date = get_today ();
  const WbTemplateContext context = { .town = town, .date = date };

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (ids != NULL && ids[0] != NULL, NULL);

  for (guint i = 0; ids[i] != NULL && i < WB_COMPARE_MAX; i++)
    {
      WbItem *item = wb_library_get_item (library, ids[i], error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }

  return wb_compare_document_new (items, wb_library_get_vocabulary (library), &context);
}
