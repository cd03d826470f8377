/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-content-entry.h"

#include "wb-payload-reader.h"

WbContentEntry *
wb_content_entry_new_target (WbLibrary *library,
                             WbItem    *item)
{
  WbContentEntry *self = g_new0 (WbContentEntry, 1);

  self->kind = wb_item_get_kind (item);
  self->id = g_strdup (wb_item_get_id (item));
  self->json_file = g_strconcat (wb_kind_to_string (self->kind), "/", self->id, ".json", NULL);
  self->text_file = g_strconcat (wb_kind_to_string (self->kind), "/", self->id, ".md", NULL);
  self->keywords = g_ptr_array_new_with_free_func (g_free);
  self->template_also = g_ptr_array_new_with_free_func (g_free);
  self->item = g_object_ref (item);
  self->library = library;

  return self;
}

/* What checks of other entries look at: sections, fields of guides, items of checklists, the guide of a template. */
static void
read_rest (WbContentEntry *entry,
           WbItem         *item)
{
  const char *payload = wb_item_get_payload (item);
  WbTextRules rules = WB_TEXT_ENTRY;

  if (entry->kind == WB_KIND_GUIDE && payload != NULL)
    entry->guide = wb_guide_from_json (entry->id, wb_item_get_title (item), payload, NULL);
  else if (entry->kind == WB_KIND_CHECKLIST && payload != NULL)
    entry->checklist = wb_checklist_from_json (payload, NULL);
  else if (entry->kind == WB_KIND_TEMPLATE && payload != NULL)
    wb_template_from_json (payload, &entry->deck, &entry->template_guide, NULL);
  if (entry->kind == WB_KIND_TEMPLATE)
    rules = entry->deck ? WB_TEXT_DECK : WB_TEXT_TEMPLATE;
  entry->text = wb_text_check_new (wb_item_get_body (item), rules);
}

WbContentEntry *
wb_content_entry_find (GHashTable *entries,
                       const char *id)
{
  WbContentEntry *entry = g_hash_table_lookup (entries, id);
  g_autoptr (WbItem) item = NULL;

  if (entry == NULL || entry->library == NULL)
    return entry;

  item = wb_library_get_item (entry->library, id, NULL);
  entry->library = NULL;
  if (item != NULL)
    {
      g_set_object (&entry->item, item);
      read_rest (entry, item);
    }

  return entry;
}
