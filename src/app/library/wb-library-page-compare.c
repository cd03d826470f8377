/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-page-private.h"

#include <glib/gi18n-lib.h>

#include "wb-collection-shelf.h"
#include "wb-compare-window.h"
#include "wb-error-dialog.h"

static void
toggle (WbLibraryPage *self,
        const char    *id,
        const char    *title)
{
  if (!wb_compare_tray_toggle (self->compare_tray, id, title))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("Three entries fit side by side; take one away first."));
}

static void
toggle_compare_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  const char *id;
  const char *title;

  g_variant_get (parameter, "(&s&s)", &id, &title);
  toggle (WB_LIBRARY_PAGE (widget), id, title);
}

/* The entry that is read. */
static void
compare_this_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);
  const char *id = wb_reading_pane_get_item_id (self->reading_pane);

  if (id != NULL)
    toggle (self, id, wb_reading_pane_get_title (self->reading_pane));
}

static void
clear_compare_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);

  /* The bar goes away with its buttons. */
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  wb_compare_tray_clear (self->compare_tray);
}

static void
compare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);
  g_auto (GStrv) ids = wb_compare_tray_get_ids (self->compare_tray);
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (wb_section_get_store (WB_SECTION (self)));
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (g_strv_length (ids) < 2)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _("Choose at least two entries to compare."));
      return;
    }
  document = wb_collection_shelf_compare (wb_section_get_library (WB_SECTION (self)), (const char *const *) ids, town,
                                          &error);
  if (document != NULL)
    gtk_window_present (GTK_WINDOW (wb_compare_window_new (GTK_WINDOW (root), document)));
  else
    wb_error_dialog_show (widget, _("The Entries Could Not Be Compared"), error);
}

void
wb_library_page_install_compare (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "library.toggle-compare", "(ss)", toggle_compare_action);
  gtk_widget_class_install_action (widget_class, "library.compare-this", NULL, compare_this_action);
  gtk_widget_class_install_action (widget_class, "library.clear-compare", NULL, clear_compare_action);
  gtk_widget_class_install_action (widget_class, "library.compare", NULL, compare_action);
}
