/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document-actions.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "wb-error-dialog.h"
#include "wb-error.h"
#include "wb-export-window.h"
#include "wb-output-dialog.h"
#include "wb-presenter.h"
#include "wb-stationery-provider.h"

/* Longest file name suggested, in characters and in bytes, the suffix not counted: most file systems take 255 bytes. */
#define MAX_NAME_LENGTH 120
#define MAX_NAME_BYTES 240

char *
wb_document_suggest_name (const char *title,
                          const char *suffix)
{
  g_autoptr (GString) name = g_string_new (NULL);
  glong length = 0;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  for (const char *p = title; *p != '\0' && length < MAX_NAME_LENGTH && name->len + 6 <= MAX_NAME_BYTES;
       p = g_utf8_next_char (p), length++)
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == ':')
        g_string_append (name, " -");
      else if (g_unichar_iscntrl (ch) || (ch < 0x80 && strchr ("/\\*?\"<>|", (int) ch) != NULL))
        g_string_append_c (name, ' ');
      else
        g_string_append_unichar (name, ch);
    }
  g_strstrip (name->str);
  name->len = strlen (name->str);
  /* A leading dot would hide the file. */
  if (*name->str == '\0' || *name->str == '.')
    g_string_prepend (name, _("Document"));
  g_string_append (name, suffix);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

char *
wb_document_complete_path (const char *path,
                           const char *suffix)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (path != NULL && suffix != NULL, NULL);

  folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, suffix) ? g_strdup (path) : g_strconcat (path, suffix, NULL);
}

/* While it is going on, and says so, the window is used for something else, or closed. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (wb_export_job_run_finish (WB_EXPORT_JOB (source), result, &error))
    {
      message = g_strdup_printf (_("Saved as “%s”"), wb_export_job_get_name (WB_EXPORT_JOB (source)));
      gtk_widget_activate_action (widget, "win.toast", "s", message);
    }
  else if (!g_error_matches (error, WB_ERROR, WB_ERROR_CANCELLED))
    wb_error_dialog_show (widget, _("The PDF Was Not Saved"), error);
}

void
wb_document_write_pdf (GtkWidget  *widget,
                       WbDocument *document,
                       const char *path)
{
  const WbExportOptions options = { WB_EXPORT_PDF };
  g_autoptr (WbDocument) dressed = NULL;
  g_autoptr (WbExportJob) job = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (WB_IS_DOCUMENT (document));
  g_return_if_fail (path != NULL);

  root = gtk_widget_get_root (widget);
  dressed = wb_stationery_provider_dress (widget, document);
  job = wb_export_job_new (dressed, &options, path);
  wb_export_window_run (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, job, written_cb, g_object_ref (widget));
}

static void
replace_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     WbDocument       *document)
{
  if (g_strcmp0 (response, "replace") == 0)
    wb_document_write_pdf (g_object_get_data (G_OBJECT (dialog), "wb-widget"), document, g_object_get_data (G_OBJECT (dialog), "wb-path"));
}

/* The file chooser has asked about the name as it was typed, not about the one it becomes. */
static void
ask_to_replace (GtkWidget  *widget,
                WbDocument *document,
                const char *path)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *heading = g_strdup_printf (_("Replace “%s”?"), name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                                              _("A file of this name is there already. What it holds would be gone."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "wb-widget", g_object_ref (widget), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "wb-path", g_strdup (path), g_free);
  g_signal_connect_data (dialog, "response", G_CALLBACK (replace_response_cb), g_object_ref (document),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  WbDocument      *document)
{
  GtkWidget *widget = g_object_get_data (G_OBJECT (chooser), "wb-widget");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *typed = g_file_get_path (file);
      g_autofree char *path = wb_document_complete_path (typed, ".pdf");

      if (!g_str_equal (typed, path) && g_file_test (path, G_FILE_TEST_EXISTS))
        ask_to_replace (widget, document, path);
      else
        wb_document_write_pdf (widget, document, path);
    }

  /* A native dialog is no toplevel; somebody has to hold it until it has answered. */
  g_object_unref (chooser);
}

void
wb_document_save_pdf (GtkWidget  *widget,
                      WbDocument *document,
                      const char *name)
{
  GtkFileChooserNative *chooser;
  g_autoptr (GtkFileFilter) filter = NULL;
  g_autoptr (GFile) folder = NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (WB_IS_DOCUMENT (document));

  root = gtk_widget_get_root (widget);
  chooser = gtk_file_chooser_native_new (_("Save as PDF"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("PDF documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  g_object_set_data_full (G_OBJECT (chooser), "wb-widget", g_object_ref (widget), g_object_unref);
  g_signal_connect_data (chooser, "response", G_CALLBACK (save_response_cb), g_object_ref (document),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
wb_document_print (GtkWidget  *widget,
                   WbDocument *document)
{
  g_autoptr (WbDocument) dressed = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (WB_IS_DOCUMENT (document));

  root = gtk_widget_get_root (widget);
  dressed = wb_stationery_provider_dress (widget, document);
  gtk_window_present (GTK_WINDOW (wb_output_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, dressed)));
}

void
wb_document_present (GtkWidget  *widget,
                     WbDocument *document)
{
  g_autoptr (WbDocument) dressed = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (WB_IS_DOCUMENT (document));

  root = gtk_widget_get_root (widget);
  dressed = wb_stationery_provider_dress (widget, document);
  wb_presenter_start (dressed, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}
