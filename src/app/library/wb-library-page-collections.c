/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-page-private.h"

#include <glib/gi18n-lib.h>

#include "wb-collection-window.h"
#include "wb-error-dialog.h"

static void
open_collection (WbLibraryPage *self,
                 gint64         number)
{
  gtk_window_present (GTK_WINDOW (wb_collection_window_new (GTK_WIDGET (self), wb_section_get_services (WB_SECTION (self)),
                                                            number)));
}

static void
open_collection_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  open_collection (WB_LIBRARY_PAGE (widget), g_variant_get_int64 (parameter));
}

/* Makes a collection of the entry @id (nullable: empty) and opens it, so that it gets its title. */
static void
begin_collection (WbLibraryPage *self,
                  const char    *id)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_collected_free);
  g_autoptr (GError) error = NULL;
  gint64 number;

  if (id != NULL)
    g_ptr_array_add (entries, wb_collected_new (id, NULL));
  if (wb_user_store_add_collection (wb_section_get_store (WB_SECTION (self)), _("New Collection"), entries, &number,
                                    &error))
    open_collection (self, number);
  else
    wb_error_dialog_show (GTK_WIDGET (self), _("The Collection Was Not Saved"), error);
}

static void
new_collection_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  begin_collection (WB_LIBRARY_PAGE (widget), NULL);
}

static gboolean
holds (GPtrArray  *entries,
       const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((const WbCollected *) g_ptr_array_index (entries, i))->item, id))
      return TRUE;

  return FALSE;
}

/* Adds the entry that is read to the collection @number, 0 for a new one. */
static void
collect_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);
  WbUserStore *store = wb_section_get_store (WB_SECTION (self));
  const gint64 number = g_variant_get_int64 (parameter);
  const char *id = wb_reading_pane_get_item_id (self->reading_pane);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return;
  if (number == 0)
    {
      begin_collection (self, id);
      return;
    }

  entries = wb_user_store_list_collected (store, number);
  if (holds (entries, id))
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _("The entry is in this collection already."));
      return;
    }
  g_ptr_array_add (entries, wb_collected_new (id, NULL));
  if (wb_user_store_set_collected (store, number, entries, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", _("Added to the collection"));
  else
    wb_error_dialog_show (widget, _("The Collection Was Not Saved"), error);
}

/* Seconds for a second thought: the usual five are gone before a screen reader has read it out. */
#define UNDO_TIMEOUT 30

static void
show_undo (WbLibraryPage *self)
{
  g_autofree char *escaped = g_markup_escape_text (self->removed_title, -1);
  g_autofree char *title = g_strdup_printf (_("“%s” deleted"), escaped);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "library.restore-collection");
  adw_toast_set_timeout (toast, UNDO_TIMEOUT);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static char *
find_title (WbUserStore *store,
            gint64       number)
{
  g_autoptr (GPtrArray) collections = wb_user_store_list_collections (store);

  for (guint i = 0; i < collections->len; i++)
    {
      const WbCollection *collection = g_ptr_array_index (collections, i);

      if (collection->number == number)
        return g_strdup (collection->title);
    }

  return g_strdup ("");
}

static void
remove_collection_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);
  WbUserStore *store = wb_section_get_store (WB_SECTION (self));
  const gint64 number = g_variant_get_int64 (parameter);
  g_autoptr (GError) error = NULL;

  g_free (self->removed_title);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  self->removed_title = find_title (store, number);
  self->removed = wb_user_store_list_collected (store, number);
  if (wb_user_store_remove_collection (store, number, &error))
    show_undo (self);
  else
    wb_error_dialog_show (widget, _("The Collection Was Not Deleted"), error);
}

static void
restore_collection_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (self->removed == NULL)
    return;
  if (!wb_user_store_add_collection (wb_section_get_store (WB_SECTION (self)), self->removed_title, self->removed, NULL,
                                     &error))
    wb_error_dialog_show (widget, _("The Collection Was Not Saved"), error);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
}

void
wb_library_page_install_collections (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "library.open-collection", "x", open_collection_action);
  gtk_widget_class_install_action (widget_class, "library.new-collection", NULL, new_collection_action);
  gtk_widget_class_install_action (widget_class, "library.collect", "x", collect_action);
  gtk_widget_class_install_action (widget_class, "library.remove-collection", "x", remove_collection_action);
  gtk_widget_class_install_action (widget_class, "library.restore-collection", NULL, restore_collection_action);
}
