/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wb-certificate-dialog.h"
#include "wb-group-board.h"
#include "wb-group-window.h"
#include "wb-learn-page.h"
#include "wb-learner-menu.h"
#include "wb-payload-reader.h"
#include "wb-question-view.h"
#include "wb-review-view.h"
#include "wb-test-services.h"

#define COURSE "kurs-beteiligte"
#define LESSON "beteiligte-1-ueberblick"
#define DAY 86400

typedef struct
{
  char *folder;
  WbServices *services;
  WbUserStore *store;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = wb_test_make_folder ();
  fixture->services = wb_test_services_new (fixture->folder);
  fixture->store = wb_services_get_store (fixture->services);
  fixture->window = GTK_WINDOW (gtk_window_new ());
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  wb_test_finalize (fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* (transfer full) */
static WbLesson *
load_lesson (Fixture    *fixture,
             const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbItem) item = wb_library_get_item (wb_services_get_library (fixture->services), id, &error);
  WbLesson *lesson;

  g_assert_no_error (error);
  lesson = wb_lesson_from_json (wb_item_get_payload (item), &error);
  g_assert_no_error (error);

  return lesson;
}

static const WbQuestion *
get_question (WbLesson *lesson,
              guint     i)
{
  return g_ptr_array_index (wb_lesson_get_questions (lesson), i);
}

/* The first questions of the first lesson, answered two days ago. */
static void
note_answers (Fixture  *fixture,
              WbLesson *lesson,
              guint     n)
{
  for (guint i = 0; i < n; i++)
    g_assert_true (wb_user_store_note_answer (fixture->store, LESSON, get_question (lesson, i)->id, "0", TRUE,
                                              now () - 2 * DAY, NULL));
}

typedef struct
{
  GtkWidget *widget;
  const char *text;
} Wanted;

static gboolean
is_shown (GtkWidget    *widget,
          gconstpointer text)
{
  return wb_test_shows (widget, text) && gtk_widget_get_child_visible (widget) && gtk_widget_get_visible (widget);
}

static gboolean
comes (gpointer data)
{
  const Wanted *wanted = data;

  return wb_test_find (wanted->widget, GTK_TYPE_LABEL, is_shown, wanted->text) != NULL;
}

static void
wait_for (GtkWidget  *widget,
          const char *text)
{
  Wanted wanted = { widget, text };

  wb_test_wait (comes, &wanted);
}

static void
press (GtkWidget  *widget,
       const char *label)
{
  GtkWidget *button = wb_test_find (widget, GTK_TYPE_BUTTON, wb_test_shows, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = wb_learn_page_new (fixture->services);
  g_autoptr (WbLesson) lesson = load_lesson (fixture, LESSON);

  gtk_window_set_child (fixture->window, page);
  gtk_window_present (fixture->window);
  wait_for (page, "Repeat Today (0)");
  wait_for (page, "Not Begun Yet");
  wait_for (page, "Learning: Guest");

  note_answers (fixture, lesson, 2);
  g_assert_true (wb_user_store_set_lesson_done (fixture->store, COURSE, LESSON, now (), NULL));
  wait_for (page, "Repeat Today (2)");
  wait_for (page, "Continue Where You Left Off");
  wait_for (page, "1 of 5 lessons");

  /* Another one has another progress. */
  g_assert_true (wb_user_store_choose_learner (fixture->store, "Kim", NULL));
  wait_for (page, "Repeat Today (0)");
  wait_for (page, "Learning: Kim");
  wait_for (page, "0 of 5 lessons");
}

static void
test_progress_file (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *menu = wb_learner_menu_new (fixture->store);
  g_autofree char *path = g_build_filename (fixture->folder, "Kim.json", NULL);
  g_autoptr (WbTrial) gone = NULL;
  g_autoptr (WbTrial) back = NULL;
  g_autofree char *learner = NULL;

  gtk_window_set_child (fixture->window, menu);
  g_assert_true (wb_user_store_choose_learner (fixture->store, "Kim", NULL));
  g_assert_true (wb_user_store_note_answer (fixture->store, "l1", "q1", "0", TRUE, now (), NULL));
  wb_learner_menu_export (WB_LEARNER_MENU (menu), path);
  g_assert_true (wb_user_store_delete_learner (fixture->store, "Kim", NULL));
  learner = wb_user_store_get_learner (fixture->store);
  g_assert_cmpstr (learner, ==, "");

  wb_learner_menu_merge (WB_LEARNER_MENU (menu), path);
  gone = wb_user_store_get_answer (fixture->store, "l1", "q1");
  g_assert_null (gone);
  g_assert_true (wb_user_store_choose_learner (fixture->store, "kim", NULL));
  back = wb_user_store_get_answer (fixture->store, "l1", "q1");
  g_assert_nonnull (back);
}

/* The first check button below @widget. */
static GtkCheckButton *
find_check (GtkWidget *widget)
{
  return GTK_CHECK_BUTTON (wb_test_find (widget, GTK_TYPE_CHECK_BUTTON, NULL, NULL));
}

static void
test_review (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (WbLesson) lesson = load_lesson (fixture, LESSON);
  const WbQuestion *question = get_question (lesson, 0);
  gboolean right = ((const WbAnswerOption *) g_ptr_array_index (question->options, 0))->correct;
  g_autoptr (WbTrial) trial = NULL;
  GtkWidget *view;

  g_assert_cmpint (question->type, ==, WB_QUESTION_SINGLE);
  note_answers (fixture, lesson, 1);
  view = wb_review_view_new (fixture->services);
  gtk_window_set_child (fixture->window, view);
  wait_for (view, question->text);

  /* Nothing of the earlier answer is to be seen. */
  g_assert_false (gtk_check_button_get_active (find_check (view)));
  gtk_widget_activate_action (view, "review.next", NULL);
  g_assert_nonnull (wb_test_find (view, WB_TYPE_QUESTION_VIEW, NULL, NULL));
  gtk_check_button_set_active (find_check (view), TRUE);
  press (view, "Answer");
  trial = wb_user_store_get_answer (fixture->store, LESSON, question->id);
  g_assert_cmpint (trial->right, ==, right);
  g_assert_cmpint (trial->time, >, now () - DAY);

  /* A wrong answer is asked once more, then it is enough. */
  gtk_widget_activate_action (view, "review.next", NULL);
  if (!right)
    {
      g_assert_false (gtk_check_button_get_active (find_check (view)));
      gtk_check_button_set_active (find_check (view), TRUE);
      press (view, "Answer");
      gtk_widget_activate_action (view, "review.next", NULL);
    }
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (wb_test_find (view, ADW_TYPE_STATUS_PAGE, NULL, NULL))), ==,
                   "Done for Today");
}

static void
test_nothing_to_review (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *view;

  /* Of a question that has gone from the library. */
  g_assert_true (wb_user_store_note_answer (fixture->store, LESSON, "gone", "0", FALSE, now () - 2 * DAY, NULL));
  g_assert_true (wb_user_store_note_answer (fixture->store, "gone", "q1", "0", FALSE, now () - 2 * DAY, NULL));
  view = wb_review_view_new (fixture->services);
  gtk_window_set_child (fixture->window, view);
  wait_for (view, "Nothing to Repeat Today");
}

static void
test_certificate (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const lessons[] = { LESSON, "beteiligte-2-leitung-und-rat", "beteiligte-3-fachaemter-und-personalrat",
                                         "beteiligte-4-datenschutz-und-it", "beteiligte-5-buergerschaft-und-partner" };
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog, *save, *name;

  for (guint i = 0; i + 1 < G_N_ELEMENTS (lessons); i++)
    g_assert_true (wb_user_store_set_lesson_done (fixture->store, COURSE, lessons[i], now (), NULL));
  dialog = wb_certificate_dialog_new (fixture->window, fixture->services, COURSE, &error);
  g_assert_no_error (error);
  save = wb_test_find (dialog, GTK_TYPE_BUTTON, wb_test_shows, "Save as PDF…");
  g_assert_false (gtk_widget_get_visible (save));
  g_assert_nonnull (wb_test_find (dialog, GTK_TYPE_BUTTON, wb_test_shows, "Go There"));
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_assert_true (wb_user_store_set_lesson_done (fixture->store, COURSE, lessons[4], now (), NULL));
  dialog = wb_certificate_dialog_new (fixture->window, fixture->services, COURSE, &error);
  save = wb_test_find (dialog, GTK_TYPE_BUTTON, wb_test_shows, "Save as PDF…");
  name = wb_test_find (dialog, GTK_TYPE_ENTRY, NULL, NULL);
  g_assert_true (gtk_widget_get_visible (save));
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (name), "Kim Muster");
  g_assert_true (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (name), " ");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_assert_null (wb_certificate_dialog_new (fixture->window, fixture->services, "no-such-course", &error));
  g_assert_nonnull (error);
}

static void
count (GtkWidget  *wall,
       const char *action,
       guint       choice)
{
  gtk_widget_activate_action (wall, action, "u", choice);
}

/* In a case each decision has its consequence, which nobody sees before the answers are uncovered. */
static void
test_group_case (Fixture       *fixture,
                 gconstpointer  data)
{
  WbGroupRound round = { .question = wb_question_new (WB_QUESTION_CASE, "f1", "Was tun Sie?", "Darum.") };
  GtkWidget *board = g_object_ref_sink (wb_group_board_new ());

  wb_question_add_decision (round.question, "Warten", TRUE, "Ja.", "Die Stelle ist gesichert.");
  wb_question_add_decision (round.question, "Anfassen", FALSE, "Nein.", "");
  wb_group_board_set_round (WB_GROUP_BOARD (board), &round, "Frage 1");
  g_assert_null (wb_group_round_get_consequence (&round, 0));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (board), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1: Warten\n2: Anfassen\n");
  round.revealed = TRUE;
  wb_group_board_set_round (WB_GROUP_BOARD (board), &round, "Frage 1");
  g_assert_cmpstr (wb_group_round_get_consequence (&round, 0), ==, "Die Stelle ist gesichert.");
  g_assert_null (wb_group_round_get_consequence (&round, 1));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (board), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "1: Warten – 0 votes – ✓ Right – What follows: Die Stelle ist gesichert.\n"
                                       "2: Anfassen – 0 votes\nDarum.");
  g_object_unref (board);
  wb_question_unref (round.question);
}

static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLearner) guest = NULL;
  GtkWidget *window = wb_group_window_new (fixture->services, LESSON, &error);
  WbGroupWindow *wall;

  g_assert_no_error (error);
  wall = WB_GROUP_WINDOW (window);
  count (window, "group.add", 0);
  count (window, "group.add", 2);
  count (window, "group.add", 2);
  count (window, "group.take", 2);
  count (window, "group.take", 1); /* there is none */
  count (window, "group.add", 5);  /* the question has four answers */
  g_assert_cmpuint (wb_group_window_get_count (wall, 0), ==, 1);
  g_assert_cmpuint (wb_group_window_get_count (wall, 1), ==, 0);
  g_assert_cmpuint (wb_group_window_get_count (wall, 2), ==, 1);
  g_assert_cmpuint (wb_group_window_get_count (wall, 5), ==, 0);
  g_assert_nonnull (wb_test_find (window, GTK_TYPE_LABEL, wb_test_shows, "2 votes"));

  gtk_widget_activate_action (window, "group.previous", NULL);
  g_assert_cmpuint (wb_group_window_get_number (wall), ==, 0);
  gtk_widget_activate_action (window, "group.next", NULL);
  g_assert_cmpuint (wb_group_window_get_number (wall), ==, 1);
  g_assert_cmpuint (wb_group_window_get_count (wall, 0), ==, 0);
  gtk_widget_activate_action (window, "group.previous", NULL);
  g_assert_cmpuint (wb_group_window_get_count (wall, 0), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));

  /* Nothing of it is kept. */
  guest = wb_user_store_load_learner (fixture->store, "", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wb_learner_get_trials (guest)->len, ==, 0);
  g_assert_null (wb_group_window_new (fixture->services, "begriff-api", &error));
  g_assert_nonnull (error);
}

static gboolean
describes (GtkWidget  *board,
           const char *text)
{
  g_autofree char *shown = gtk_test_accessible_check_property (GTK_ACCESSIBLE (board), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  /* What it is comes back as the complaint that it is not "". */
  return shown != NULL && strstr (shown, text) != NULL;
}

static void
test_board (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *board = wb_group_board_new ();
  WbGroupRound round = { FALSE, { 3, 1 }, NULL };
  WbGroupRound number = { FALSE, { 0 }, NULL };

  round.question = wb_question_new (WB_QUESTION_SINGLE, "q1", "Which?", "Because.");
  wb_question_add_option (round.question, "First", FALSE, "No.");
  wb_question_add_option (round.question, "Second", TRUE, "Yes.");
  gtk_window_set_child (fixture->window, board);
  wb_group_board_set_round (WB_GROUP_BOARD (board), &round, "Caption");
  g_assert_cmpuint (wb_group_round_count_votes (&round), ==, 4);
  g_assert_true (describes (board, "2: Second"));
  g_assert_false (describes (board, "vote"));
  g_assert_false (describes (board, "Because."));
  round.revealed = TRUE;
  wb_group_board_set_round (WB_GROUP_BOARD (board), &round, "Caption");
  g_assert_true (describes (board, "1: First – 3 votes"));
  g_assert_true (describes (board, "2: Second – 1 vote – ✓ Right"));
  g_assert_true (describes (board, "Because."));

  /* Without answers to choose from, hands are counted only when the solution is there. */
  number.question = wb_question_new (WB_QUESTION_NUMBER, "q2", "How many?", "So many.");
  wb_question_set_number (number.question, 12, 0, "hours");
  wb_group_board_set_round (WB_GROUP_BOARD (board), &number, "Caption");
  g_assert_false (wb_group_round_is_open (&number));
  g_assert_false (describes (board, "12"));
  number.revealed = TRUE;
  wb_group_board_set_round (WB_GROUP_BOARD (board), &number, "Caption");
  g_assert_true (wb_group_round_is_open (&number));
  g_assert_true (describes (board, "12 hours"));

  gtk_window_set_child (fixture->window, NULL);
  wb_question_unref (round.question);
  wb_question_unref (number.question);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/learn/page", test_page);
  ADD ("/learn/progress-file", test_progress_file);
  ADD ("/learn/review", test_review);
  ADD ("/learn/nothing-to-review", test_nothing_to_review);
  ADD ("/learn/certificate", test_certificate);
  ADD ("/learn/group-case", test_group_case);
  ADD ("/learn/group", test_group);
  ADD ("/learn/board", test_board);
#undef ADD

  return g_test_run ();
}
