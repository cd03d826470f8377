/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "wb-contribution-row.h"
#include "wb-contribution-window.h"
#include "wb-dossier-window.h"
#include "wb-payload-reader.h"
#include "wb-test-services.h"

/* What a project gives away: the dossier and the contribution, in their windows. */
typedef struct
{
  char *folder;
  char *path;
  char *out;
  WbServices *services;
  WbGuide *guide;
  WbProjectFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbItem) item = NULL;

  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test" WB_PROJECT_SUFFIX, NULL);
  fixture->out = g_build_filename (fixture->folder, "out", NULL);
  fixture->services = wb_test_services_new (fixture->folder);
  item = wb_library_get_item (wb_services_get_library (fixture->services), "leitfaden-allgemein", &error);
  g_assert_no_error (error);
  fixture->guide = wb_guide_from_json ("leitfaden-allgemein", "Guide", wb_item_get_payload (item), &error);
  g_assert_no_error (error);
  fixture->file = wb_project_file_create (fixture->path, "Test", "leitfaden-allgemein", "Guide", wb_item_get_payload (item), NULL, NULL,
                                          &error);
  g_assert_no_error (error);
  wb_answers_set (wb_project_file_get_answers (fixture->file), "projektleitung", "", "name", "Kunigunde Zwirnemann");
  wb_answers_set (wb_project_file_get_answers (fixture->file), "ziel", "", "", "Frau Zwirnemann misst den Bach.");
  g_assert_true (wb_project_file_flush (fixture->file, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (wb_project_file_close (fixture->file, NULL));
  g_object_unref (fixture->file);
  g_object_unref (fixture->guide);
  g_object_unref (fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->out);
}

static void
close_window (GtkWidget *window)
{
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  wb_test_finalize (window);
}

static gboolean
has_file (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
test_dossier (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window = wb_dossier_window_new (NULL, wb_services_get_library (fixture->services), fixture->file, fixture->guide);
  g_autofree char *pdf = g_build_filename (fixture->out, "Dossier.pdf", NULL);

  gtk_widget_show (window);
  g_assert_nonnull (wb_test_find (window, GTK_TYPE_BUTTON, wb_test_shows, "Put Together"));
  wb_dossier_window_write_to (WB_DOSSIER_WINDOW (window), fixture->out);
  wb_test_wait (has_file, pdf);
  close_window (window);
}

static gboolean
is_row_of (GtkWidget     *widget,
           gconstpointer  data)
{
  return wb_contribution_row_count_personal (WB_CONTRIBUTION_ROW (widget)) == GPOINTER_TO_UINT (data);
}

static GtkTextBuffer *
find_text (GtkWidget  *window,
           const char *part)
{
  for (GtkWidget *row = wb_test_find (window, WB_TYPE_CONTRIBUTION_ROW, NULL, NULL); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *view = wb_test_find (row, GTK_TYPE_TEXT_VIEW, NULL, NULL);
      GtkTextBuffer *buffer = view != NULL ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)) : NULL;
      g_autofree char *text = NULL;

      if (buffer == NULL)
        continue;
      g_object_get (buffer, "text", &text, NULL);
      if (strstr (text, part) != NULL)
        return buffer;
    }

  return NULL;
}

/* A name is replaced from the start; one that is typed is caught, and let go when the text is mended. */
static void
test_contribution (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window = wb_contribution_window_new (NULL, wb_services_get_library (fixture->services), fixture->file, fixture->guide, &error);
  GtkTextBuffer *buffer;

  g_assert_no_error (error);
  gtk_widget_show (window);
  g_assert_null (find_text (window, "Zwirnemann"));
  buffer = find_text (window, "misst den Bach");
  g_assert_nonnull (buffer);
  g_assert_null (wb_test_find (window, WB_TYPE_CONTRIBUTION_ROW, is_row_of, GUINT_TO_POINTER (1)));
  gtk_text_buffer_set_text (buffer, "Kunigunde misst den Bach.", -1);
  g_assert_nonnull (wb_test_find (window, WB_TYPE_CONTRIBUTION_ROW, is_row_of, GUINT_TO_POINTER (1)));
  gtk_text_buffer_set_text (buffer, "Wir messen den Bach.", -1);
  g_assert_null (wb_test_find (window, WB_TYPE_CONTRIBUTION_ROW, is_row_of, GUINT_TO_POINTER (1)));
  gtk_text_buffer_set_text (find_text (window, "Test"), "Pegel", -1);
  close_window (window);
}

static gboolean
is_review (GtkWidget     *widget,
           gconstpointer  data)
{
  return g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), "I have read all that goes out");
}

/* That nobody is meant, and that all was read, is said of the words that stood there, not of those that are written afterwards. */
static void
test_rewritten (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window = wb_contribution_window_new (NULL, wb_services_get_library (fixture->services), fixture->file, fixture->guide, &error);
  GtkWidget *review = wb_test_find (window, ADW_TYPE_ACTION_ROW, is_review, NULL);
  GtkSwitch *reviewed;
  GtkTextBuffer *buffer;
  GtkWidget *row;
  GtkCheckButton *kept;

  g_assert_no_error (error);
  gtk_widget_show (window);
  reviewed = GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (review)));
  buffer = find_text (window, "misst den Bach");
  gtk_text_buffer_set_text (buffer, "Kunigunde misst den Bach.", -1);
  row = wb_test_find (window, WB_TYPE_CONTRIBUTION_ROW, is_row_of, GUINT_TO_POINTER (1));
  kept = GTK_CHECK_BUTTON (wb_test_find (row, GTK_TYPE_CHECK_BUTTON, NULL, NULL));
  gtk_check_button_set_active (kept, TRUE);
  gtk_switch_set_active (reviewed, TRUE);
  g_assert_cmpuint (wb_contribution_row_count_personal (WB_CONTRIBUTION_ROW (row)), ==, 0);

  gtk_text_buffer_set_text (buffer, "Kunigunde Zwirnemann misst den Bach.", -1);
  g_assert_false (gtk_check_button_get_active (kept));
  g_assert_false (gtk_switch_get_active (reviewed));
  g_assert_cmpuint (wb_contribution_row_count_personal (WB_CONTRIBUTION_ROW (row)), >, 0);
  close_window (window);
}

/* With somebody who publishes it, the pack comes. */
static gboolean
is_piece (GtkWidget     *row,
          gconstpointer  name)
{
  return wb_test_find (row, GTK_TYPE_LABEL, wb_test_shows, name) != NULL;
}

static void
type_into (GtkWidget  *window,
           const char *piece,
           const char *text)
{
  GtkWidget *row = wb_test_find (window, WB_TYPE_CONTRIBUTION_ROW, is_piece, piece);
  GtkWidget *view = row != NULL ? wb_test_find (row, GTK_TYPE_TEXT_VIEW, NULL, NULL) : NULL;

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window = wb_contribution_window_new (NULL, wb_services_get_library (fixture->services), fixture->file, fixture->guide, &error);
  GtkWidget *second, *view;

  g_assert_no_error (error);
  gtk_widget_show (window);
  second = gtk_widget_get_next_sibling (wb_test_find (window, WB_TYPE_CONTRIBUTION_ROW, NULL, NULL));
  view = wb_test_find (second, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Stadt Beispiel", -1);
  type_into (window, "Größe im Ersteinsatz", "Gemeinde, Kleinstadt");
  type_into (window, "Aufwand", "Gering");
  wb_contribution_window_save_to (WB_CONTRIBUTION_WINDOW (window), fixture->out);
  wb_test_wait (has_file, fixture->out);
  close_window (window);
}

static gboolean
is_dialog_there (gpointer data)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow **dialog = data;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        *dialog = window;
    }

  return *dialog != NULL;
}

/* What is still missing is said at once, not after somebody has chosen a place for the file. */
static void
test_incomplete (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window = wb_contribution_window_new (NULL, wb_services_get_library (fixture->services), fixture->file, fixture->guide, &error);
  GtkWidget *review = wb_test_find (window, ADW_TYPE_ACTION_ROW, is_review, NULL);
  GtkWindow *dialog = NULL;

  g_assert_no_error (error);
  gtk_widget_show (window);
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (review))), TRUE);
  g_assert_true (gtk_widget_activate_action (window, "contribution.save", NULL));
  wb_test_wait (is_dialog_there, &dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "The Contribution Was Not Written");
  gtk_window_destroy (dialog);
  close_window (window);
}

#define ADD(name, function) g_test_add ("/outputs/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("dossier", test_dossier);
  ADD ("contribution", test_contribution);
  ADD ("incomplete", test_incomplete);
  ADD ("rewritten", test_rewritten);
  ADD ("saved", test_saved);

  return g_test_run ();
}
