/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-barrier-walk.h"
#include "wb-check-view.h"
#include "wb-circle-view.h"
#include "wb-diagnosis-page.h"
#include "wb-diagnosis-figure.h"
#include "wb-diagnosis-source.h"
#include "wb-error.h"
#include "wb-lever-dialog.h"
#include "wb-matrix-cell.h"
#include "wb-matrix-view.h"
#include "wb-project-file.h"
#include "wb-project-tasks.h"
#include "wb-result-view.h"
#include "wb-test-services.h"

typedef struct
{
  char *folder;
  WbServices *services;
  GPtrArray *barriers;
  GPtrArray *circles;
  WbAssessment *assessment;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  WbLibrary *library;

  fixture->folder = wb_test_make_folder ();
  fixture->services = wb_test_services_new (fixture->folder);
  library = wb_services_get_library (fixture->services);
  fixture->barriers = wb_diagnosis_source_list_barriers (library, &error);
  g_assert_no_error (error);
  fixture->circles = wb_diagnosis_source_list_circles (library, &error);
  g_assert_no_error (error);
  fixture->assessment = wb_assessment_new (0, 1000, GPOINTER_TO_INT (data), NULL);
  g_assert_true (wb_user_store_add_assessment (wb_services_get_store (fixture->services), fixture->assessment, NULL));
  fixture->window = gtk_window_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wb_assessment_unref (fixture->assessment);
  g_ptr_array_unref (fixture->barriers);
  g_ptr_array_unref (fixture->circles);
  wb_test_finalize (fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* The library brings what the section is about. */
static void
test_content (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_cmpuint (fixture->barriers->len, >=, 29);
  g_assert_cmpuint (fixture->circles->len, >=, 6);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_alone (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *view = wb_check_view_new (fixture->services, fixture->barriers, fixture->assessment);
  const WbDiagnosisBarrier *first = g_ptr_array_index (fixture->barriers, 0);
  const WbBarrierStatement *statement = g_ptr_array_index (first->barrier->statements, 0);
  g_autoptr (WbAssessment) stored = NULL;
  GtkWidget *again;
  guint n_finished = 0;

  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  g_signal_connect_swapped (view, "finished", G_CALLBACK (count_cb), &n_finished);
  wb_check_view_reply (WB_CHECK_VIEW (view), WB_REPLY_MOSTLY, 1);
  g_assert_cmpuint (wb_check_view_get_position (WB_CHECK_VIEW (view)), ==, 1);
  wb_check_view_reply (WB_CHECK_VIEW (view), WB_REPLY_DO_NOT_KNOW, 1);
  stored = wb_user_store_load_assessment (wb_services_get_store (fixture->services), fixture->assessment->number, NULL);
  g_assert_cmpuint (wb_assessment_count (stored), ==, 2);
  g_assert_cmpint (wb_assessment_get_reply (stored, first->id, statement->id), ==, WB_REPLY_MOSTLY);
  gtk_widget_activate_action (view, "check.previous", NULL);
  gtk_widget_activate_action (view, "check.previous", NULL);
  g_assert_cmpuint (wb_check_view_get_position (WB_CHECK_VIEW (view)), ==, 0);
  gtk_widget_activate_action (view, "check.finish", NULL);
  g_assert_cmpuint (n_finished, ==, 1);
  /* Opened again, it begins at the first statement without reply. */
  again = g_object_ref_sink (wb_check_view_new (fixture->services, fixture->barriers, stored));
  g_assert_cmpuint (wb_check_view_get_position (WB_CHECK_VIEW (again)), ==, 2);
  g_object_unref (again);
}

static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *view = wb_check_view_new (fixture->services, fixture->barriers, fixture->assessment);
  const WbDiagnosisBarrier *first = g_ptr_array_index (fixture->barriers, 0);
  const WbBarrierStatement *statement = g_ptr_array_index (first->barrier->statements, 0);
  const WbTally *tally;

  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  for (guint i = 0; i < 3; i++)
    wb_check_view_reply (WB_CHECK_VIEW (view), WB_REPLY_FULLY, 1);
  wb_check_view_reply (WB_CHECK_VIEW (view), WB_REPLY_NOT, 1);
  wb_check_view_reply (WB_CHECK_VIEW (view), WB_REPLY_FULLY, -1);
  wb_check_view_reply (WB_CHECK_VIEW (view), WB_REPLY_HARDLY, -1);
  g_assert_cmpuint (wb_check_view_get_position (WB_CHECK_VIEW (view)), ==, 0);
  tally = wb_assessment_get_tally (fixture->assessment, first->id, statement->id);
  g_assert_cmpuint (tally->counts[WB_REPLY_FULLY], ==, 2);
  g_assert_cmpuint (tally->counts[WB_REPLY_NOT], ==, 1);
  g_assert_cmpuint (wb_tally_count (tally), ==, 3);
  g_assert_nonnull (wb_test_find (view, GTK_TYPE_LABEL, wb_test_shows,
                                  "Seen differently: the middle half lies between 0 and 4. Worth talking about."));
}

/* All statements of a circle's barriers answered as felt. */
static void
answer_circle (Fixture                 *fixture,
               const WbDiagnosisCircle *circle)
{
  for (guint i = 0; i < circle->circle->links->len; i++)
    for (guint j = 0; j < fixture->barriers->len; j++)
      {
        const WbDiagnosisBarrier *barrier = g_ptr_array_index (fixture->barriers, j);
        const WbCircleLink *link = g_ptr_array_index (circle->circle->links, i);

        if (!g_str_equal (barrier->id, link->barrier))
          continue;
        for (guint k = 0; k < barrier->barrier->statements->len; k++)
          {
            const WbBarrierStatement *statement = g_ptr_array_index (barrier->barrier->statements, k);
            WbTally tally = { { 0 } };

            tally.counts[statement->reverse ? WB_REPLY_NOT : WB_REPLY_FULLY] = 1;
            wb_assessment_set_tally (fixture->assessment, barrier->id, statement->id, &tally);
          }
      }
}

static void
test_result (Fixture       *fixture,
             gconstpointer  data)
{
  const WbDiagnosisCircle *circle = g_ptr_array_index (fixture->circles, 0);
  const WbCircleFinding *finding;
  GtkWidget *view, *matrix;
  guint n_known = 0;

  answer_circle (fixture, circle);
  view = wb_result_view_new (fixture->services, fixture->assessment, fixture->barriers, fixture->circles);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  finding = g_ptr_array_index (wb_diagnosis_get_findings (wb_result_view_get_diagnosis (WB_RESULT_VIEW (view))), 0);
  g_assert_cmpint (finding->turn, ==, WB_TURN_TURNS);
  g_assert_null (wb_result_view_get_earlier (WB_RESULT_VIEW (view)));
  matrix = wb_test_find (view, WB_TYPE_MATRIX_VIEW, NULL, NULL);
  g_assert_nonnull (matrix);
  for (guint i = 0; i < WB_N_DIMENSIONS; i++)
    for (guint j = 0; j < WB_N_CAUSES; j++)
      n_known += wb_matrix_cell_get_level (WB_MATRIX_CELL (wb_matrix_view_get_cell (WB_MATRIX_VIEW (matrix), i, j)))
                 != WB_LEVEL_UNKNOWN;
  g_assert_cmpuint (n_known, >, 0);
  g_assert_cmpuint (n_known, <, WB_N_DIMENSIONS * WB_N_CAUSES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (wb_matrix_view_get_cell (WB_MATRIX_VIEW (matrix), WB_DIMENSION_PEOPLE,
                                                                            WB_CAUSE_GOVERNANCE)), TRUE);
  g_assert_nonnull (wb_test_find (matrix, GTK_TYPE_LABEL, wb_test_shows, "Governance · People"));
}

static void
test_comparison (Fixture       *fixture,
                 gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autoptr (WbAssessment) later = wb_assessment_new (0, 2000, FALSE, NULL);
  GtkWidget *view;

  g_assert_true (wb_user_store_finish_assessment (store, fixture->assessment->number, 1500, NULL));
  g_assert_true (wb_user_store_add_assessment (store, later, NULL));
  view = wb_result_view_new (fixture->services, later, fixture->barriers, fixture->circles);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  wb_result_view_compare (WB_RESULT_VIEW (view), 0);
  g_assert_nonnull (wb_result_view_get_earlier (WB_RESULT_VIEW (view)));
  g_assert_cmpint (wb_result_view_get_earlier (WB_RESULT_VIEW (view))->number, ==, fixture->assessment->number);
}

static void
test_circle (Fixture       *fixture,
             gconstpointer  data)
{
  WbLibrary *library = wb_services_get_library (fixture->services);
  GtkWidget *view = wb_circle_view_new (library, fixture->barriers, fixture->circles, 0, NULL);
  GtkWidget *list;

  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  g_assert_cmpint (wb_circle_view_get_link (WB_CIRCLE_VIEW (view)), ==, 0);
  list = wb_test_find (view, GTK_TYPE_LIST_BOX, NULL, NULL);
  gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_cmpint (wb_circle_view_get_link (WB_CIRCLE_VIEW (view)), ==, 1);
}

static gboolean
holds (GtkWidget     *widget,
       gconstpointer  text)
{
  return strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

/* Each arrow is explained, not only the chosen one; dashed arrows are named where there are any. */
static void
test_arrows (Fixture       *fixture,
             gconstpointer  data)
{
  const WbDiagnosisCircle *circle = g_ptr_array_index (fixture->circles, 0);
  g_autoptr (WbDiagnosis) nothing = wb_diagnosis_new (fixture->assessment, fixture->barriers, fixture->circles);
  GtkWidget *plain = wb_circle_view_new (wb_services_get_library (fixture->services), fixture->barriers, fixture->circles, 0, NULL);
  GtkWidget *unknown;

  gtk_window_set_child (GTK_WINDOW (fixture->window), plain);
  for (guint i = 0; i < circle->circle->links->len; i++)
    {
      const WbCircleLink *link = g_ptr_array_index (circle->circle->links, i);

      g_assert_nonnull (wb_test_find (plain, GTK_TYPE_LABEL, holds, link->text));
      g_assert_false (wb_diagnosis_figure_is_uncertain (circle->circle, NULL, i));
      g_assert_true (wb_diagnosis_figure_is_uncertain (circle->circle, nothing, i));
    }
  g_assert_null (wb_test_find (plain, GTK_TYPE_LABEL, holds, "Dashed: "));
  unknown = wb_circle_view_new (wb_services_get_library (fixture->services), fixture->barriers, fixture->circles, 0, nothing);
  gtk_window_set_child (GTK_WINDOW (fixture->window), unknown);
  g_assert_nonnull (wb_test_find (unknown, GTK_TYPE_LABEL, holds, "Dashed: "));
}

/* The page of a result becomes as narrow as a phone, and so do circle and walk. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *views[] = {
    wb_result_view_new (fixture->services, fixture->assessment, fixture->barriers, fixture->circles),
    wb_circle_view_new (wb_services_get_library (fixture->services), fixture->barriers, fixture->circles, 0, NULL),
    wb_barrier_walk_new (fixture->barriers, fixture->circles, NULL, NULL),
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      int minimum, natural;

      gtk_window_set_child (GTK_WINDOW (fixture->window), views[i]);
      gtk_widget_measure (views[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, <=, 312);
      g_assert_cmpint (natural, >=, 372);
    }
}

/* A lever becomes a task of a project, at the end of those there are; a project without a list of tasks stays as it is. */
static void
test_lever (Fixture       *fixture,
            gconstpointer  data)
{
  static const char plain[] = "{\"version\": 1, \"phases\": []}";
  WbLibrary *library = wb_services_get_library (fixture->services);
  g_autoptr (WbItem) guide = wb_library_get_item (library, "leitfaden-sozialraeume", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "Projekt.wegbereiter", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "Anderes.wegbereiter", NULL);
  g_autofree char *title = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree const char **rows = NULL;
  g_autoptr (WbProjectFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before, n_after;

  file = wb_project_file_create (path, "Räume", "leitfaden-sozialraeume", "Leitfaden", wb_item_get_payload (guide), NULL, NULL, &error);
  g_assert_no_error (error);
  wb_answers_set (wb_project_file_get_answers (file), "aufgaben", wb_answers_add_row (wb_project_file_get_answers (file), "aufgaben", NULL),
                  "task", "Karten zeichnen");
  g_assert_true (wb_project_file_close (file, NULL));
  wb_project_tasks_add (path, "Klein beginnen: mit <einem> Pilot.", &title, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, "Räume");
  g_clear_object (&file);
  file = wb_project_file_open (path, NULL);
  rows = wb_answers_list_rows (wb_project_file_get_answers (file), "aufgaben");
  g_assert_cmpuint (wb_answers_count_rows (wb_project_file_get_answers (file), "aufgaben"), ==, 2);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "aufgaben", rows[1], "task"), ==,
                   "Klein beginnen: mit <einem> Pilot.");
  /* It is open here. */
  g_assert_false (wb_project_tasks_add (path, "Noch eine", NULL, &error));
  g_clear_error (&error);
  g_clear_object (&file);

  file = wb_project_file_create (other, "Anderes", "leitfaden", "Leitfaden", plain, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wb_project_file_close (file, NULL));
  g_assert_true (g_file_get_contents (other, &before, &n_before, NULL));
  g_assert_false (wb_project_tasks_add (other, "Klein beginnen", NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_true (g_file_get_contents (other, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* The dialog offers what is there: projects whose file is still in its place, and the guide the lever's entries suggest. */
static void
test_lever_dialog (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Da.wegbereiter", NULL);
  g_autoptr (WbCircle) circle = wb_circle_new ();
  WbLever *lever = wb_circle_add_lever (circle, 0, "Klein <b>beginnen", "Mit einem Pilot.");
  const WbRecentProject here = { .path = path, .title = (char *) "Ist da", .guide_title = (char *) "Leitfaden" };
  const WbRecentProject gone = { .path = (char *) "/none/Weg.wegbereiter", .title = (char *) "Ist weg", .guide_title = (char *) "L" };
  WbUserStore *store = wb_services_get_store (fixture->services);
  GtkWidget *dialog;

  wb_lever_add_entry (lever, "leitfaden-sozialraeume");
  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  g_assert_true (wb_user_store_note_project (store, &here, NULL) && wb_user_store_note_project (store, &gone, NULL));
  dialog = wb_lever_dialog_new (NULL, fixture->services, lever);
  g_assert_nonnull (wb_test_find (dialog, GTK_TYPE_LABEL, wb_test_shows, "Ist da"));
  g_assert_null (wb_test_find (dialog, GTK_TYPE_LABEL, wb_test_shows, "Ist weg"));
  g_assert_nonnull (wb_test_find (dialog, GTK_TYPE_LABEL, holds, "Klein <b>beginnen"));
  g_assert_nonnull (wb_test_find (dialog, GTK_TYPE_LABEL, wb_test_shows, "Start with this guide"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = wb_barrier_walk_new (fixture->barriers, fixture->circles, NULL, "barriere-leitung-ohne-vorrang");

  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  g_assert_cmpstr (wb_barrier_walk_get_id (WB_BARRIER_WALK (view)), ==, "barriere-leitung-ohne-vorrang");
  wb_barrier_walk_go (WB_BARRIER_WALK (view), "barriere-keine-freie-zeit");
  g_assert_cmpstr (wb_barrier_walk_get_id (WB_BARRIER_WALK (view)), ==, "barriere-keine-freie-zeit");
  wb_barrier_walk_go (WB_BARRIER_WALK (view), "gibt-es-nicht");
  g_assert_cmpstr (wb_barrier_walk_get_id (WB_BARRIER_WALK (view)), ==, "barriere-keine-freie-zeit");
}

static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = wb_diagnosis_page_new (fixture->services);

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (page, "diagnosis.begin", "b", FALSE);
  g_assert_nonnull (wb_test_find (page, WB_TYPE_CHECK_VIEW, NULL, NULL));
  gtk_widget_activate_action (page, "diagnosis.back", NULL);
  g_assert_null (wb_test_find (page, WB_TYPE_CHECK_VIEW, NULL, NULL));
  gtk_widget_activate_action (page, "diagnosis.show-result", "x", fixture->assessment->number);
  g_assert_nonnull (wb_test_find (page, WB_TYPE_RESULT_VIEW, NULL, NULL));
  gtk_widget_activate_action (page, "diagnosis.show-circle", "s", "");
  g_assert_nonnull (wb_test_find (page, WB_TYPE_CIRCLE_VIEW, NULL, NULL));
  gtk_widget_activate_action (page, "diagnosis.step-circle", "i", -1);
  gtk_widget_activate_action (page, "diagnosis.show-barrier", "s", "");
  g_assert_nonnull (wb_test_find (page, WB_TYPE_BARRIER_WALK, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function, group) \
  g_test_add ("/diagnosis-page/" name, Fixture, GINT_TO_POINTER (group), set_up, function, tear_down)
  ADD ("content", test_content, FALSE);
  ADD ("alone", test_alone, FALSE);
  ADD ("group", test_group, TRUE);
  ADD ("result", test_result, FALSE);
  ADD ("comparison", test_comparison, FALSE);
  ADD ("circle", test_circle, FALSE);
  ADD ("arrows", test_arrows, FALSE);
  ADD ("narrow", test_narrow, FALSE);
  ADD ("lever", test_lever, FALSE);
  ADD ("lever-dialog", test_lever_dialog, FALSE);
  ADD ("walk", test_walk, FALSE);
  ADD ("page", test_page, FALSE);

  return g_test_run ();
}
