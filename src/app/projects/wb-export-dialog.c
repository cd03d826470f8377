/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "wb-contribution-window.h"
#include "wb-document-row.h"
#include "wb-document-shelf.h"
#include "wb-dossier-window.h"
#include "wb-error-dialog.h"
#include "wb-fitting-size.h"
#include "wb-project-documents.h"

struct _WbExportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkLabel *error;
  GtkListBox *list;

  /* Owned */
  WbLibrary *library;
  WbProjectFile *file;
  WbGuide *guide;
};

G_DEFINE_FINAL_TYPE (WbExportDialog, wb_export_dialog, ADW_TYPE_WINDOW)

static void
use_cb (WbExportDialog *self,
        const char     *name,
        int             use)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *wanted = g_strdup (name);

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    wb_project_documents_use (GTK_WIDGET (parent), self->library, self->file, self->guide, wanted,
                              (WbDocumentUse) use);
  g_object_unref (self);
}

static void
dossier_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WbExportDialog *self = WB_EXPORT_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkWidget *window = wb_dossier_window_new (parent, self->library, self->file, self->guide);

  gtk_window_close (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
contribute_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  WbExportDialog *self = WB_EXPORT_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  GtkWidget *window = wb_contribution_window_new (parent, self->library, self->file, self->guide, &error);

  if (window == NULL)
    {
      wb_error_dialog_show (widget, _("There Is Nothing to Contribute"), error);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
letterhead_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_window_close (GTK_WINDOW (widget));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-letterhead", NULL);
}

static void
wb_export_dialog_dispose (GObject *object)
{
  WbExportDialog *self = WB_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->library);
  g_clear_object (&self->file);
  g_clear_object (&self->guide);

  G_OBJECT_CLASS (wb_export_dialog_parent_class)->dispose (object);
}

static void
wb_export_dialog_class_init (WbExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WbExportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WbExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WbExportDialog, error);
  gtk_widget_class_bind_template_child (widget_class, WbExportDialog, list);
  gtk_widget_class_install_action (widget_class, "documents.dossier", NULL, dossier_action);
  gtk_widget_class_install_action (widget_class, "documents.contribute", NULL, contribute_action);
  gtk_widget_class_install_action (widget_class, "documents.letterhead", NULL, letterhead_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_export_dialog_init (WbExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wb_fitting_size_reduce (GTK_WINDOW (self));
}

static void
fill (WbExportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = wb_document_shelf_list_project (self->file, self->guide, &error);

  if (offers == NULL)
    {
      gtk_label_set_text (self->error, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }

  wb_document_shelf_look_up_formats (self->library, self->guide, offers);
  for (guint i = 0; i < offers->len; i++)
    {
      const WbOffer *offer = g_ptr_array_index (offers, i);
      g_autoptr (GPtrArray) missing = NULL;
      g_autofree char *text = NULL;
      g_autofree char *edits = NULL;
      GtkWidget *row;

      missing = wb_project_documents_list_missing (self->library, self->guide,
                                                   wb_project_file_get_answers (self->file),
                                                   offer->name);
      text = wb_project_documents_describe (missing);
      edits = wb_project_documents_describe_edits (self->library, self->file, self->guide, offer->name);
      row = wb_document_row_new (offer, text, edits,
                                 wb_project_documents_find_question (self->library, self->guide,
                                                                     wb_project_file_get_answers (self->file), offer->name) != NULL);
      g_signal_connect_object (row, "use", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
}

GtkWidget *
wb_export_dialog_new (GtkWindow     *parent,
                      WbLibrary     *library,
                      WbProjectFile *file,
                      WbGuide       *guide)
{
  WbExportDialog *self;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (file), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  self = g_object_new (WB_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->file = g_object_ref (file);
  self->guide = g_object_ref (guide);
  adw_window_title_set_subtitle (self->title, wb_project_file_get_title (file));
  fill (self);

  return GTK_WIDGET (self);
}
