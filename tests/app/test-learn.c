/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-lesson-view.h"
#include "wb-payload-reader.h"
#include "wb-question-view.h"
#include "wb-test-services.h"

typedef struct
{
  char *folder;
  WbServices *services;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = wb_test_make_folder ();
  fixture->services = wb_test_services_new (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* The check buttons below @widget, in order. */
static GPtrArray *
list_checks (GtkWidget *widget)
{
  GPtrArray *checks = g_ptr_array_new ();
  g_autoptr (GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, widget);
  while (!g_queue_is_empty (queue))
    {
      GtkWidget *next = g_queue_pop_head (queue);

      if (GTK_IS_CHECK_BUTTON (next))
        g_ptr_array_add (checks, next);
      for (GtkWidget *child = gtk_widget_get_first_child (next); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }

  return checks;
}

static void
choose (GtkWidget        *view,
        const WbQuestion *question,
        gboolean          right)
{
  g_autoptr (GPtrArray) checks = list_checks (view);

  g_assert_cmpuint (checks->len, ==, question->options->len);
  for (guint i = 0; i < checks->len; i++)
    {
      const WbAnswerOption *option = g_ptr_array_index (question->options, i);

      if (question->type == WB_QUESTION_MULTIPLE || option->correct == right)
        gtk_check_button_set_active (g_ptr_array_index (checks, i), option->correct == right);
    }
}

static void
press (GtkWidget  *view,
       const char *label)
{
  GtkWidget *button = wb_test_find (view, GTK_TYPE_BUTTON, wb_test_shows, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static WbLesson *
make_lesson (void)
{
  WbLesson *lesson = wb_lesson_new (10, "goal", NULL);
  WbQuestion *question = wb_lesson_add_question (lesson, WB_QUESTION_SINGLE, "q1", "Which?", "Because.");

  wb_question_add_option (question, "First", FALSE, "Not this one.");
  wb_question_add_option (question, "Second", TRUE, "This one.");

  return lesson;
}

static void
test_wrong_then_right (Fixture       *fixture,
                       gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autoptr (WbLesson) lesson = make_lesson ();
  const WbQuestion *question = g_ptr_array_index (wb_lesson_get_questions (lesson), 0);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = wb_question_view_new (store, lesson, "lesson", question, 1);
  g_autoptr (WbTrial) none = NULL;
  g_autoptr (WbTrial) wrong = NULL;
  g_autoptr (WbTrial) right = NULL;

  gtk_window_set_child (GTK_WINDOW (window), view);
  g_assert_false (wb_question_view_get_answered (WB_QUESTION_VIEW (view)));
  none = wb_user_store_get_answer (store, "lesson", "q1");
  g_assert_null (none);

  choose (view, question, FALSE);
  press (view, "Answer");
  g_assert_true (wb_question_view_get_answered (WB_QUESTION_VIEW (view)));
  wrong = wb_user_store_get_answer (store, "lesson", "q1");
  g_assert_false (wrong->right);
  g_assert_cmpstr (wrong->given, ==, "0");
  g_assert_nonnull (wb_test_find (view, GTK_TYPE_LABEL, wb_test_shows, "Not this one."));
  g_assert_nonnull (wb_test_find (view, GTK_TYPE_LABEL, wb_test_shows, "Because."));

  press (view, "Try Again");
  choose (view, question, TRUE);
  press (view, "Answer");
  right = wb_user_store_get_answer (store, "lesson", "q1");
  g_assert_true (right->right);
  g_assert_cmpstr (right->given, ==, "1");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_answer_is_kept (Fixture       *fixture,
                     gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autoptr (WbLesson) lesson = make_lesson ();
  const WbQuestion *question = g_ptr_array_index (wb_lesson_get_questions (lesson), 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) view = NULL;

  g_assert_true (wb_user_store_note_answer (store, "lesson", "q1", "1", TRUE, 1795305600, &error));
  g_assert_no_error (error);
  view = g_object_ref_sink (wb_question_view_new (store, lesson, "lesson", question, 1));
  g_assert_true (wb_question_view_get_answered (WB_QUESTION_VIEW (view)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Question 1: Which?");
}

static void
answer_all (GtkWidget *view,
            WbLesson  *lesson)
{
  GPtrArray *questions = wb_lesson_get_questions (lesson);

  for (guint i = 0; i < questions->len; i++)
    {
      const WbQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *title = g_strdup_printf ("Question %u: %s", i + 1, question->text);
      GtkWidget *label = wb_test_find (view, GTK_TYPE_LABEL, wb_test_shows, title);
      GtkWidget *question_view;

      g_assert_nonnull (label);
      question_view = gtk_widget_get_ancestor (label, WB_TYPE_QUESTION_VIEW);
      choose (question_view, question, TRUE);
      press (question_view, "Answer");
    }
}

static void
test_lesson_counts_when_answered (Fixture       *fixture,
                                  gconstpointer  data)
{
  WbLibrary *library = wb_services_get_library (fixture->services);
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = wb_lesson_view_new (fixture->services, "kurs-beteiligte", &error);
  g_autofree char *first = NULL;
  g_autofree char *last_course = NULL;
  g_autoptr (WbItem) item = NULL;
  g_autoptr (WbLesson) lesson = NULL;

  g_assert_no_error (error);
  gtk_window_set_child (GTK_WINDOW (window), view);
  first = g_strdup (wb_lesson_view_get_lesson (WB_LESSON_VIEW (view)));

  /* Going on without having answered does not count. */
  gtk_widget_activate_action (view, "lesson.next", NULL);
  g_assert_false (wb_user_store_get_lesson_done (store, first));
  g_assert_cmpstr (wb_lesson_view_get_lesson (WB_LESSON_VIEW (view)), !=, first);
  gtk_widget_activate_action (view, "lesson.previous", NULL);
  g_assert_cmpstr (wb_lesson_view_get_lesson (WB_LESSON_VIEW (view)), ==, first);

  item = wb_library_get_item (library, first, &error);
  g_assert_no_error (error);
  lesson = wb_lesson_from_json (wb_item_get_payload (item), &error);
  g_assert_no_error (error);
  answer_all (view, lesson);
  gtk_widget_activate_action (view, "lesson.next", NULL);
  g_assert_true (wb_user_store_get_lesson_done (store, first));
  last_course = wb_user_store_get_last_course (store);
  g_assert_cmpstr (last_course, ==, "kurs-beteiligte");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_opens_next_lesson (Fixture       *fixture,
                        gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) view = NULL;
  g_autoptr (GtkWidget) third = NULL;
  g_autoptr (GtkWidget) none = NULL;

  g_assert_true (wb_user_store_set_lesson_done (store, "kurs-beteiligte", "beteiligte-1-ueberblick", 1795305600, &error));
  view = g_object_ref_sink (wb_lesson_view_new (fixture->services, "kurs-beteiligte", &error));
  g_assert_cmpstr (wb_lesson_view_get_lesson (WB_LESSON_VIEW (view)), ==, "beteiligte-2-leitung-und-rat");
  third = g_object_ref_sink (wb_lesson_view_new (fixture->services, "beteiligte-3-fachaemter-und-personalrat", &error));
  g_assert_cmpstr (wb_lesson_view_get_lesson (WB_LESSON_VIEW (third)), ==, "beteiligte-3-fachaemter-und-personalrat");
  none = wb_lesson_view_new (fixture->services, "no-such-course", &error);
  g_assert_null (none);
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/learn/question/wrong-then-right", test_wrong_then_right);
  ADD ("/learn/question/answer-is-kept", test_answer_is_kept);
  ADD ("/learn/lesson/counts-when-answered", test_lesson_counts_when_answered);
  ADD ("/learn/lesson/opens-next", test_opens_next_lesson);
#undef ADD

  return g_test_run ();
}
