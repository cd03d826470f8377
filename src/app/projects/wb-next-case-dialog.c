/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-next-case-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-error-dialog.h"
#include "wb-fitting-size.h"
#include "wb-fold.h"
#include "wb-new-project-dialog.h"

struct _WbNextCaseDialog
{
  AdwWindow parent_instance;

  /* Owned */
  WbServices *services;
  char *path;
  char *words; /* (nullable) what was typed, folded */

  /* Owned by the widget tree */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WbNextCaseDialog, wb_next_case_dialog, ADW_TYPE_WINDOW)

/* Each word that was typed must be in what the row says. */
static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  WbNextCaseDialog *self = user_data;
  const char *text = g_object_get_data (G_OBJECT (row), "wb-text");
  g_auto (GStrv) words = self->words != NULL ? g_strsplit (self->words, " ", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
typed_cb (WbNextCaseDialog *self,
          GtkSearchEntry   *entry)
{
  g_free (self->words);
  self->words = g_strstrip (wb_fold_spelled (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gtk_list_box_invalidate_filter (self->list);
}

/* Return in the entry takes the first one that is left by what stands there: the entry tells of it a moment later. */
static void
first_cb (WbNextCaseDialog *self,
          GtkSearchEntry   *entry)
{
  GtkListBoxRow *row;

  typed_cb (self, entry);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        gtk_widget_activate (GTK_WIDGET (row));
        return;
      }
}

static void
chosen_cb (WbNextCaseDialog *self,
           GtkListBoxRow    *row)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (WbItem) item = wb_library_get_item (wb_services_get_library (self->services),
                                                 g_object_get_data (G_OBJECT (row), "wb-id"), &error);
  g_autoptr (WbProjectPeek) peek = NULL;
  GtkWidget *dialog;

  if (item != NULL)
    peek = wb_project_peek_read (self->path, &error);
  if (peek == NULL)
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Project Could Not Be Started"), error);
      return;
    }
  dialog = wb_new_project_dialog_new (parent, self->services, item);
  wb_new_project_dialog_set_source (WB_NEW_PROJECT_DIALOG (dialog), g_steal_pointer (&peek), WB_SEED_PEOPLE);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_row (WbNextCaseDialog *self,
         WbItem           *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup_printf ("%s %s", wb_item_get_title (item), wb_item_get_summary (item));

  g_object_set (row, "use-markup", FALSE, "title", wb_item_get_title (item), "subtitle", wb_item_get_summary (item),
                "title-lines", 2, "subtitle-lines", 2, "activatable", TRUE, NULL);
  g_object_set_data_full (G_OBJECT (row), "wb-text", wb_fold_spelled (text), g_free);
  g_object_set_data_full (G_OBJECT (row), "wb-id", g_strdup (wb_item_get_id (item)), g_free);
  gtk_list_box_append (self->list, row);
}

static void
wb_next_case_dialog_dispose (GObject *object)
{
  WbNextCaseDialog *self = WB_NEXT_CASE_DIALOG (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (wb_next_case_dialog_parent_class)->dispose (object);
}

static void
wb_next_case_dialog_finalize (GObject *object)
{
  g_free (WB_NEXT_CASE_DIALOG (object)->words);

  G_OBJECT_CLASS (wb_next_case_dialog_parent_class)->finalize (object);
}

static void
wb_next_case_dialog_class_init (WbNextCaseDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_next_case_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_next_case_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_next_case_dialog_init (WbNextCaseDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *placeholder = gtk_label_new (_("No use case says so."));

  gtk_window_set_title (GTK_WINDOW (self), _("Which Use Case Comes Next?"));
  wb_fitting_size_set (GTK_WINDOW (self), 620, 620);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, placeholder);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Use cases"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Narrow down the use cases"), -1);
  g_object_set (entry, "placeholder-text", _("Narrow down the use cases"), NULL);
  g_object_set (scroller, "vexpand", TRUE, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  g_object_set (box, "margin-top", 12, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (first_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (page), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (page), box);
  adw_window_set_content (ADW_WINDOW (self), page);
  gtk_widget_grab_focus (entry);
}

GtkWidget *
wb_next_case_dialog_new (GtkWindow  *parent,
                         WbServices *services,
                         const char *path)
{
  WbNextCaseDialog *self;
  g_autoptr (GListModel) items = NULL;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (WB_TYPE_NEXT_CASE_DIALOG, "transient-for", parent, NULL);
  self->services = g_object_ref (services);
  self->path = g_strdup (path);
  items = wb_library_list (wb_services_get_library (services), WB_KIND_USE_CASE, NULL);
  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WbItem) item = g_list_model_get_item (items, i);

      add_row (self, item);
    }

  return GTK_WIDGET (self);
}
