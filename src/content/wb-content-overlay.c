/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-content-overlay.h"

#include <glib/gi18n-lib.h>

#include "wb-content-entry.h"
#include "wb-error.h"

struct _WbContentOverlay
{
  GObject parent_instance;

  gboolean checked;

  /* Owned */
  WbLibrary *library;
  GPtrArray *targets;  /* WbContentEntry of the library */
  GPtrArray *items;    /* WbContentEntry of the packs, in their order */
  GHashTable *entries; /* id → WbContentEntry of either, borrowed */
  GHashTable *owners;  /* id → id of the pack it came with */
  GPtrArray *faults;
};

G_DEFINE_FINAL_TYPE (WbContentOverlay, wb_content_overlay, G_TYPE_OBJECT)

static void
wb_content_overlay_finalize (GObject *object)
{
  WbContentOverlay *self = WB_CONTENT_OVERLAY (object);

  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->owners);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->targets);
  g_ptr_array_unref (self->faults);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (wb_content_overlay_parent_class)->finalize (object);
}

static void
wb_content_overlay_class_init (WbContentOverlayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_content_overlay_finalize;
}

static void
wb_content_overlay_init (WbContentOverlay *self)
{
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_content_entry_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_content_entry_free);
  self->entries = g_hash_table_new (g_str_hash, g_str_equal);
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_fault_free);
}

static void
add_targets (WbContentOverlay *self,
             WbKind            kind)
{
  g_autoptr (GListModel) list = wb_library_list (self->library, kind, NULL);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (WbItem) item = g_list_model_get_item (list, i);
      WbContentEntry *entry = wb_content_entry_new_target (self->library, item);

      g_ptr_array_add (self->targets, entry);
      g_hash_table_insert (self->entries, entry->id, entry);
    }
}

WbContentOverlay *
wb_content_overlay_new (WbLibrary *library)
{
  WbContentOverlay *self;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);

  self = g_object_new (WB_TYPE_CONTENT_OVERLAY, NULL);
  self->library = g_object_ref (library);
  for (guint kind = 0; kind < WB_N_KINDS; kind++)
    add_targets (self, kind);

  return self;
}

static void
add_entry (WbContentOverlay  *self,
           const WbPack      *pack,
           const WbPackEntry *half)
{
  WbContentEntry *entry = wb_content_entry_parse (half->kind, half->id, half->json, half->text,
                                                  wb_library_get_vocabulary (self->library), self->faults);
  const char *owner = g_hash_table_lookup (self->owners, entry->id);

  if (entry->item != NULL)
    wb_item_set_pack (entry->item, pack->title, pack->publisher);
  g_ptr_array_add (self->items, entry);
  if (owner != NULL)
    {
      wb_content_add_fault (self->faults, entry->json_file, "id", _("“%s” is already an entry of the pack “%s”"),
                            entry->id, owner);
      return;
    }
  if (g_hash_table_contains (self->entries, entry->id))
    {
      wb_content_add_fault (self->faults, entry->json_file, "id", _("“%s” is already an entry of the library"), entry->id);
      return;
    }
  g_hash_table_insert (self->entries, entry->id, entry);
  g_hash_table_insert (self->owners, g_strdup (entry->id), g_strdup (pack->id));
}

void
wb_content_overlay_add (WbContentOverlay *self,
                        WbPack           *pack)
{
  g_return_if_fail (WB_IS_CONTENT_OVERLAY (self));
  g_return_if_fail (pack != NULL);
  g_return_if_fail (!self->checked);

  for (guint i = 0; i < pack->entries->len; i++)
    add_entry (self, pack, g_ptr_array_index (pack->entries, i));
}

GPtrArray *
wb_content_overlay_check (WbContentOverlay *self)
{
  g_return_val_if_fail (WB_IS_CONTENT_OVERLAY (self), NULL);

  if (!self->checked)
    {
      wb_content_check_all (self->items, self->entries, self->faults);
      self->checked = TRUE;
    }

  return self->faults;
}

gboolean
wb_content_overlay_verify (WbContentOverlay  *self,
                           GError           **error)
{
  GPtrArray *faults = wb_content_overlay_check (self);
  const WbFault *fault;
  g_autofree char *message = NULL;

  if (faults->len == 0)
    return TRUE;

  fault = g_ptr_array_index (faults, 0);
  /* What is quoted of a text may have line breaks; this goes into a sentence. */
  message = g_strstrip (g_strdelimit (g_strdup (fault->message), "\n\r\t", ' '));
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "%u fault in the entries; %s: %s%s%s", "%u faults in the entries, the first: %s: %s%s%s",
                            faults->len),
               faults->len, fault->file, fault->place, *fault->place != '\0' ? ": " : "", message);

  return FALSE;
}

gboolean
wb_content_overlay_write (WbContentOverlay  *self,
                          WbLibraryWriter   *writer,
                          GError           **error)
{
  g_return_val_if_fail (WB_IS_CONTENT_OVERLAY (self), FALSE);
  g_return_val_if_fail (self->checked && self->faults->len == 0, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (!wb_content_write_entry (g_ptr_array_index (self->items, i), self->entries, wb_library_get_vocabulary (self->library), writer,
                                 error))
      return FALSE;

  return TRUE;
}
