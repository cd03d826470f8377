/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-letterhead-dialog.h"

#include <glib/gi18n.h>

#include "wb-error-dialog.h"
#include "wb-fitting-size.h"
#include "wb-letterhead-form.h"
#include "wb-letterhead-preview.h"

/* So long nothing is written while somebody types. */
#define SAVE_MILLISECONDS 400
#define FORM_WIDTH 460

struct _WbLetterheadDialog
{
  AdwWindow parent_instance;

  guint saving;      /* source; 0: everything is kept */
  gboolean closed;

  /* Borrowed from ourselves */
  WbLetterheadForm *form;
  WbLetterheadPreview *preview;

  /* Owned */
  WbServices *services;
  GPtrArray *looks;
  WbPicture *picture; /* (nullable) drawn, of the form */
  GCancellable *loading;
};

/* A picture on its way. */
typedef struct
{
  char *path;     /* (nullable): that of @bytes else */
  GBytes *bytes;
  WbPicture *picture;
} Loading;

G_DEFINE_FINAL_TYPE (WbLetterheadDialog, wb_letterhead_dialog, ADW_TYPE_WINDOW)

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_free (loading->path);
  g_clear_pointer (&loading->bytes, g_bytes_unref);
  wb_picture_unref (loading->picture);
  g_free (loading);
}

static void
show_preview (WbLetterheadDialog *self)
{
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_form_dup_letterhead (self->form);
  g_autoptr (WbStationery) stationery = NULL;

  if (letterhead->picture == NULL)
    g_clear_pointer (&self->picture, wb_picture_unref);
  if (!wb_letterhead_is_empty (letterhead))
    stationery = wb_stationery_new_with_picture (letterhead, self->looks, self->picture);
  wb_letterhead_preview_set (self->preview, stationery);
}

/* Without a fault to show once it is closed. */
static gboolean
save (WbLetterheadDialog *self)
{
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_form_dup_letterhead (self->form);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->saving, g_source_remove);
  if (wb_user_store_set_letterhead (wb_services_get_store (self->services), letterhead, &error))
    return TRUE;
  if (!self->closed)
    wb_error_dialog_show (GTK_WIDGET (self), _("The Letterhead Was Not Saved"), error);
  else
    g_warning ("The letterhead was not saved: %s", error->message);

  return FALSE;
}

static gboolean
save_cb (gpointer user_data)
{
  WbLetterheadDialog *self = WB_LETTERHEAD_DIALOG (user_data);

  self->saving = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (WbLetterheadDialog *self)
{
  g_clear_handle_id (&self->saving, g_source_remove);
  /* A picture may come in after the window is gone. */
  if (self->closed)
    {
      save (self);
      return;
    }
  self->saving = g_timeout_add (SAVE_MILLISECONDS, save_cb, self);
  show_preview (self);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Loading *loading = task_data;
  GError *error = NULL;

  if (loading->bytes == NULL)
    loading->bytes = wb_picture_read (loading->path, &error);
  if (loading->bytes != NULL)
    loading->picture = wb_picture_load (loading->bytes, &error);
  if (loading->picture != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (WbLetterheadDialog) self = user_data;
  Loading *loading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && gtk_widget_get_visible (GTK_WIDGET (self)))
        wb_error_dialog_show (GTK_WIDGET (self), _("The Picture Was Not Taken"), error);
      return;
    }

  g_clear_pointer (&self->picture, wb_picture_unref);
  self->picture = g_steal_pointer (&loading->picture);
  /* The one that was kept is in the form already. */
  if (loading->path != NULL)
    wb_letterhead_form_set_picture (self->form, loading->bytes);
  else
    show_preview (self);
}

/* @path or @bytes. */
static void
load (WbLetterheadDialog *self,
      const char         *path,
      GBytes             *bytes)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading = g_new0 (Loading, 1);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  loading->path = g_strdup (path);
  loading->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  task = g_task_new (NULL, self->loading, loaded_cb, g_object_ref (self));
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, load_thread);
}

void
wb_letterhead_dialog_take_picture (WbLetterheadDialog *self,
                                   const char         *path)
{
  g_return_if_fail (WB_IS_LETTERHEAD_DIALOG (self));
  g_return_if_fail (path != NULL);

  load (self, path, NULL);
}

static void
open_response_cb (GtkNativeDialog    *chooser,
                  int                 response,
                  WbLetterheadDialog *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      path = file != NULL ? g_file_get_path (file) : NULL;
      if (path != NULL)
        wb_letterhead_dialog_take_picture (self, path);
    }
  g_object_unref (chooser);
}

static void
choose_cb (WbLetterheadDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Choose a Picture"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures (PNG, SVG)"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/svg+xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
clear_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  WbLetterheadDialog *self = WB_LETTERHEAD_DIALOG (widget);
  g_autoptr (WbLetterhead) empty = wb_letterhead_new ();

  wb_letterhead_form_set_letterhead (self->form, empty);
  changed_cb (self);
}

static gboolean
wb_letterhead_dialog_close_request (GtkWindow *window)
{
  WbLetterheadDialog *self = WB_LETTERHEAD_DIALOG (window);

  if (self->saving != 0 && !save (self))
    return GDK_EVENT_STOP;
  self->closed = TRUE;

  return GTK_WINDOW_CLASS (wb_letterhead_dialog_parent_class)->close_request (window);
}

static void
wb_letterhead_dialog_dispose (GObject *object)
{
  WbLetterheadDialog *self = WB_LETTERHEAD_DIALOG (object);

  /* It goes with the window below, which asks nobody. */
  self->closed = TRUE;
  if (self->saving != 0)
    save (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  G_OBJECT_CLASS (wb_letterhead_dialog_parent_class)->dispose (object);
}

static void
wb_letterhead_dialog_finalize (GObject *object)
{
  WbLetterheadDialog *self = WB_LETTERHEAD_DIALOG (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->looks, g_ptr_array_unref);
  g_clear_pointer (&self->picture, wb_picture_unref);

  G_OBJECT_CLASS (wb_letterhead_dialog_parent_class)->finalize (object);
}

static void
wb_letterhead_dialog_class_init (WbLetterheadDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_letterhead_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_letterhead_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wb_letterhead_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "letterhead.clear", NULL, clear_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_letterhead_dialog_init (WbLetterheadDialog *self)
{
  wb_fitting_size_set (GTK_WINDOW (self), 980, 660);
}

static GtkWidget *
create_header (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *clear = gtk_button_new_with_label (_("Empty All"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "letterhead.clear");
  gtk_widget_set_tooltip_text (clear, _("Write without letterhead again"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_("Letterhead"), _("Kept as you type; stands on all that you print, save and show")));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), clear);

  return header;
}

static GtkWidget *
create_main (WbLetterheadDialog *self,
             const WbLetterhead *letterhead)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->form = WB_LETTERHEAD_FORM (wb_letterhead_form_new (letterhead, self->looks));
  self->preview = WB_LETTERHEAD_PREVIEW (wb_letterhead_preview_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->form), FORM_WIDTH, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->form), FALSE);
  g_object_set (self->preview, "hexpand", TRUE, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 18, NULL);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "choose-picture", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  gtk_widget_set_vexpand (box, TRUE);

  return box;
}

GtkWidget *
wb_letterhead_dialog_new (GtkWindow  *parent,
                          WbServices *services)
{
  WbLetterheadDialog *self;
  g_autoptr (WbLetterhead) letterhead = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  self = g_object_new (WB_TYPE_LETTERHEAD_DIALOG, "title", _("Letterhead"), "modal", TRUE, "destroy-with-parent", TRUE, NULL);
  self->services = g_object_ref (services);
  self->looks = wb_library_list_looks (wb_services_get_library (services));
  if (parent != NULL)
    gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  letterhead = wb_user_store_get_letterhead (wb_services_get_store (services));
  gtk_box_append (GTK_BOX (box), create_header ());
  gtk_box_append (GTK_BOX (box), create_main (self, letterhead));
  adw_window_set_content (ADW_WINDOW (self), box);
  show_preview (self);
  if (letterhead->picture != NULL)
    load (self, NULL, letterhead->picture);

  return GTK_WIDGET (self);
}
