/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wb-document-actions.h"
#include "wb-output-dialog.h"
#include "wb-page-source.h"
#include "wb-print-job.h"
#include "wb-stationery.h"

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

static WbDocument *
make_pages (void)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  wb_block_append_paragraph (root, "Ein Absatz");

  return wb_document_new (WB_DOCUMENT_PAGES, "Seite", root);
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
/* Saves what @dialog shows as a PDF. (transfer full) its text */
static char *
save_text (GtkWidget  *dialog,
           const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *toast = g_strdup_printf ("Saved as “%s”", name);
  const char *command[] = { "pdftotext", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  wb_output_dialog_save_to (WB_OUTPUT_DIALOG (dialog), path);
  wait_for_label (dialog, toast);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return text;
}

/* Whoever has a letterhead may leave it out, and take it back; whoever has none is not asked. */
static void
test_letterhead (void)
{
  g_autoptr (WbDocument) plain = make_pages ();
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_new ();
  g_autoptr (WbStationery) stationery = NULL;
  g_autoptr (WbDocument) dressed = NULL;
  g_autofree char *folder = g_dir_make_tmp ("wb-test-XXXXXX", NULL);
  GtkWidget *dialog = wb_output_dialog_new (NULL, plain);
  GtkWidget *row, *choice;

  g_assert_false (gtk_widget_get_visible (find (dialog, is_row, "With letterhead")));
  gtk_window_present (GTK_WINDOW (dialog));
  close_dialog (dialog);

  g_free (letterhead->name);
  letterhead->name = g_strdup ("Stadtarchiv Musterstadt");
  stationery = wb_stationery_new (letterhead, NULL, NULL);
  dressed = wb_document_new_on (plain, stationery);
  dialog = wb_output_dialog_new (NULL, dressed);
  row = find (dialog, is_row, "With letterhead");
  choice = find (row, is_switch, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_label (dialog, "Page 1 of 1");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (choice)));

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.pdf", i);
      g_autofree char *text = NULL;

      gtk_switch_set_active (GTK_SWITCH (choice), i != 1);
      text = save_text (dialog, folder, name);
      g_assert_nonnull (strstr (text, "Ein Absatz"));
      g_assert_true ((strstr (text, "Stadtarchiv Musterstadt") != NULL) == (i != 1));
    }
  close_dialog (dialog);
  g_rmdir (folder);
}

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

  g_assert_cmpstr (gtk_print_settings_get (gtk_print_operation_get_print_settings (operation), GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==,
                   "Deck");
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
preview_cb (double   width,
            double   height,
            gpointer data)
{
  double *size = data;

  size[0] = width;
  size[1] = height;
}

/* Who asks the system's dialog for a preview is sent back to ours, on the paper chosen there: no viewer is started. */
static void
test_system_preview (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  g_autoptr (GtkPrintOperation) operation = wb_print_job_new (deck, NULL);
  g_autoptr (GtkPrintOperation) next = wb_print_job_new (deck, NULL);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  double size[2] = { 0 };

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_show_progress (operation, FALSE);
  wb_print_job_set_preview (operation, preview_cb, size, NULL);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, NULL, &error);
  g_assert_no_error (error);
  while (!done || size[0] == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpfloat_with_epsilon (size[0], 148 * 72 / 25.4, 0.5);
  g_assert_cmpfloat_with_epsilon (size[1], 210 * 72 / 25.4, 0.5);

  wb_print_job_continue (next, operation);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (gtk_print_operation_get_default_page_setup (next))), ==,
                   GTK_PAPER_NAME_A5);
}

/* So long that it can be seen how far it is. */
static WbDocument *
make_long (void)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  for (guint i = 0; i < 12000; i++)
    {
      g_autofree char *title = g_strdup_printf ("Abschnitt %u", i + 1);

      wb_block_append_heading (root, 2, title);
      wb_block_append_paragraph (root, "Ein Absatz mit einigen Wörtern, die gesetzt sein wollen, und noch ein paar mehr davon.");
    }

  return wb_document_new (WB_DOCUMENT_PAGES, "Lang", root);
}

static gboolean
is_stop (GtkWidget  *widget,
         const char *text)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "export.stop") == 0;
}

static gboolean
is_bar (GtkWidget  *widget,
        const char *text)
{
  return GTK_IS_PROGRESS_BAR (widget);
}

/* Any toplevel. */
static GtkWidget *
wait_for (Matches matches)
{
  GListModel *windows = gtk_window_get_toplevels ();
  const gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
          GtkWidget *found = find (window, matches, NULL);

          if (found != NULL)
            return found;
        }
      g_main_context_iteration (NULL, FALSE);
    }

  g_error ("it does not come");
}

static void
assert_old (const char *path)
{
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "alt");
}

/* A long one tells how far it is; stopped, it leaves the older file as it was, and nothing else. */
static void
test_stop (void)
{
  g_autoptr (WbDocument) document = make_long ();
  g_autofree char *folder = g_dir_make_tmp ("wb-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "lang.pdf", NULL);
  GtkWidget *dialog = wb_output_dialog_new (NULL, document);
  GtkWidget *stop, *bar;

  g_assert_true (g_file_set_contents (path, "alt", -1, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
  wb_output_dialog_save_to (WB_OUTPUT_DIALOG (dialog), path);
  stop = wait_for (is_stop);
  wait_for_label (dialog, "“lang.pdf” is being written");
  bar = find (dialog, is_bar, NULL);
  while (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) <= 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), <, 1);
  g_signal_emit_by_name (stop, "clicked");
  wait_for_label (dialog, "Stopped: no file was written");
  assert_old (path);
  close_dialog (dialog);

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Closed instead of stopped: it is not written behind the window that is gone. */
static void
test_close_stops (void)
{
  g_autoptr (WbDocument) document = make_long ();
  g_autofree char *folder = g_dir_make_tmp ("wb-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "lang.pdf", NULL);
  GtkWidget *dialog = wb_output_dialog_new (NULL, document);

  g_assert_true (g_file_set_contents (path, "alt", -1, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
  wb_output_dialog_save_to (WB_OUTPUT_DIALOG (dialog), path);
  wait_for (is_stop);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_old (path);

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The same from where no dialog is open: a window comes, and goes. */
static void
test_stop_window (void)
{
  g_autoptr (WbDocument) document = make_long ();
  g_autofree char *folder = g_dir_make_tmp ("wb-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "lang.pdf", NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stop;

  g_assert_true (g_file_set_contents (path, "alt", -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  wb_document_write_pdf (window, document, path);
  stop = wait_for (is_stop);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (gtk_widget_get_root (stop))) == GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (stop)));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 1)
    g_main_context_iteration (NULL, TRUE);
  assert_old (path);
  gtk_window_destroy (GTK_WINDOW (window));

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Where both do not fit side by side, the pages stand below the choices. */
static void
test_narrow (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  GtkWidget *dialog = wb_output_dialog_new (NULL, deck);
  int minimum;

  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  close_dialog (dialog);
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
  g_test_add_func ("/output/letterhead", test_letterhead);
  g_test_add_func ("/output/close-early", test_close_early);
  g_test_add_func ("/output/three-get-lines", test_three_get_lines);
  g_test_add_func ("/output/print", test_print);
  g_test_add_func ("/output/system-preview", test_system_preview);
  g_test_add_func ("/output/stop", test_stop);
  g_test_add_func ("/output/stop-window", test_stop_window);
  g_test_add_func ("/output/close-stops", test_close_stops);
  g_test_add_func ("/output/narrow", test_narrow);

  return g_test_run ();
}
