/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wb-output-dialog.h"
#include "wb-page-source.h"
#include "wb-print-job.h"

#define N_SLIDES 7

static WbDocument *
make_deck (void)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  for (guint i = 0; i < N_SLIDES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Folie %u", i + 1);
      WbBlock *notes;

      wb_block_append_heading (root, i == 0 ? 1 : 2, title);
      notes = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));
      notes->callout = WB_CALLOUT_NOTES;
      wb_block_append_paragraph (notes, "Langsam sprechen");
      wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
    }

  return wb_document_new (WB_DOCUMENT_DECK, "Deck", root);
}

typedef gboolean (*Matches) (GtkWidget  *widget,
                             const char *text);

static GtkWidget *
find (GtkWidget  *widget,
      Matches     matches,
      const char *text)
{
  if (matches (widget, text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

static gboolean
is_row (GtkWidget  *widget,
        const char *text)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) == 0;
}

static gboolean
is_switch (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_SWITCH (widget);
}

static void
wait_for_label (GtkWidget  *dialog,
                const char *text)
{
  const gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (find (dialog, is_label, text) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("“%s” does not come", text);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
close_dialog (GtkWidget *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_preview (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  GtkWidget *dialog = wb_output_dialog_new (NULL, deck);
  GtkWidget *layout = find (dialog, is_row, "On paper");
  GtkWidget *notes = find (dialog, is_row, "With the speaker's notes");

  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_label (dialog, "Page 1 of 7");
  g_assert_false (gtk_widget_get_visible (notes));
  gtk_widget_activate_action (dialog, "output.next", NULL);
  wait_for_label (dialog, "Page 2 of 7");
  gtk_widget_activate_action (dialog, "output.previous", NULL);
  wait_for_label (dialog, "Page 1 of 7");

  /* Slides, then handouts with 1, 2, 3 and 6. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (layout), 2);
  wait_for_label (dialog, "Page 1 of 4");
  g_assert_true (gtk_widget_get_visible (notes));
  adw_combo_row_set_selected (ADW_COMBO_ROW (layout), 4);
  wait_for_label (dialog, "Page 1 of 2");
  close_dialog (dialog);
}

static void
test_save (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  g_autofree char *folder = g_dir_make_tmp ("wb-test-XXXXXX", NULL);
  static const struct { guint format; const char *name; const char *begin; } files[] = {
    { 0, "out.pdf", "%PDF" }, { 1, "out.odp", "PK" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      GtkWidget *dialog = wb_output_dialog_new (NULL, deck);
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autofree char *toast = g_strdup_printf ("Saved as “%s”", files[i].name);
      g_autofree char *bytes = NULL;

      gtk_window_present (GTK_WINDOW (dialog));
      adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, is_row, "File")), files[i].format);
      wb_output_dialog_save_to (WB_OUTPUT_DIALOG (dialog), path);
      wait_for_label (dialog, toast);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, files[i].begin));
      g_unlink (path);
      close_dialog (dialog);
    }
  g_rmdir (folder);
}

/* Closed while it writes and draws: nothing is left, nothing crashes. */
static void
test_close_early (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  GtkWidget *dialog = wb_output_dialog_new (NULL, deck);

  gtk_window_present (GTK_WINDOW (dialog));
  wb_output_dialog_save_to (WB_OUTPUT_DIALOG (dialog), "/nonexistent/out.pdf");
  close_dialog (dialog);
}

static void
test_three_get_lines (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  GtkWidget *dialog = wb_output_dialog_new (NULL, deck);
  GtkWidget *lines = find (find (dialog, is_row, "With lines to write on"), is_switch, NULL);

  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, is_row, "On paper")), 3);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (lines)));
  close_dialog (dialog);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gboolean                *done)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  *done = TRUE;
}

/* What goes to the printer, into a file. */
static void
print_to_file (WbDocument             *deck,
               const WbHandoutOptions *handout,
               int                     n_pages)
{
  g_autoptr (GtkPrintOperation) operation = wb_print_job_new (deck, handout);
  g_autofree char *folder = g_dir_make_tmp ("wb-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  int n = 0;

  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  g_object_get (operation, "n-pages", &n, NULL);
  g_assert_cmpint (n, ==, n_pages);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_print (void)
{
  g_autoptr (WbDocument) deck = make_deck ();

  print_to_file (deck, NULL, N_SLIDES);
  print_to_file (deck, &(WbHandoutOptions) { 3, FALSE, TRUE }, 3);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/output/preview", test_preview);
  g_test_add_func ("/output/save", test_save);
  g_test_add_func ("/output/close-early", test_close_early);
  g_test_add_func ("/output/three-get-lines", test_three_get_lines);
  g_test_add_func ("/output/print", test_print);

  return g_test_run ();
}
