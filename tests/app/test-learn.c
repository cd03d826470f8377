/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-answer-pane.h"
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
  wb_test_finalize (fixture->services);
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

/* A question of each type, without more than it takes. (transfer full) */
static WbQuestion *
make_question (WbQuestionType type)
{
  WbQuestion *question = wb_question_new (type, "q1", "Which?", "Because.");

  switch (type)
    {
    case WB_QUESTION_CASE:
      wb_question_set_situation (question, "The head says no.");
      wb_question_add_decision (question, "First", FALSE, "Not this one.", "It takes longer.");
      wb_question_add_decision (question, "Second", TRUE, "This one.", "It works.");
      break;
    case WB_QUESTION_ORDER:
      wb_question_add_item (question, "One");
      wb_question_add_item (question, "Two");
      wb_question_add_item (question, "Three");
      break;
    case WB_QUESTION_MATCH:
      wb_question_add_pair (question, "Left 1", "Right 1");
      wb_question_add_pair (question, "Left 2", "Right 2");
      wb_question_add_pair (question, "Left 3", "Right 3");
      break;
    case WB_QUESTION_NUMBER:
      wb_question_set_number (question, 12.5, 0.5, "hours");
      break;
    case WB_QUESTION_TEXT:
      wb_question_add_accepted (question, "Löschfrist");
      break;
    case WB_QUESTION_SINGLE:
    case WB_QUESTION_MULTIPLE:
    default:
      wb_question_add_option (question, "First", FALSE, "Not this one.");
      wb_question_add_option (question, "Second", TRUE, "This one.");
      break;
    }

  return question;
}

/* A window with the question in it. */
static GtkWidget *
show_question (Fixture    *fixture,
               WbQuestion *question)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = wb_question_view_new (wb_services_get_store (fixture->services), "lesson", question, 1, FALSE);

  gtk_window_set_child (GTK_WINDOW (window), view);

  return view;
}

static void
close_question (GtkWidget *view)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (view)));
}

static void
assert_answer (Fixture    *fixture,
               const char *given,
               gboolean    right)
{
  g_autoptr (WbTrial) trial = wb_user_store_get_answer (wb_services_get_store (fixture->services), "lesson", "q1");

  g_assert_nonnull (trial);
  g_assert_cmpstr (trial->given, ==, given);
  g_assert_cmpint (trial->right, ==, right);
}

static gboolean
is_shown (GtkWidget    *widget,
          gconstpointer text)
{
  return wb_test_shows (widget, text) && gtk_widget_get_visible (widget);
}

static void
assert_shows (GtkWidget  *view,
              const char *text)
{
  g_assert_nonnull (wb_test_find (view, GTK_TYPE_LABEL, is_shown, text));
}

static void
assert_hides (GtkWidget  *view,
              const char *text)
{
  g_assert_null (wb_test_find (view, GTK_TYPE_LABEL, is_shown, text));
}

static void
test_wrong_then_right (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (WbQuestion) question = make_question (WB_QUESTION_SINGLE);
  GtkWidget *view = show_question (fixture, question);
  g_autoptr (WbTrial) none = wb_user_store_get_answer (wb_services_get_store (fixture->services), "lesson", "q1");

  g_assert_false (wb_question_view_get_answered (WB_QUESTION_VIEW (view)));
  g_assert_null (none);

  choose (view, question, FALSE);
  press (view, "Answer");
  g_assert_true (wb_question_view_get_answered (WB_QUESTION_VIEW (view)));
  assert_answer (fixture, "0", FALSE);
  assert_shows (view, "Your answer, not right");
  assert_shows (view, "Right");
  assert_shows (view, "Not this one.");
  assert_shows (view, "Not right yet");
  assert_shows (view, "Because.");

  press (view, "Try Again");
  assert_hides (view, "Not this one.");
  choose (view, question, TRUE);
  press (view, "Answer");
  assert_answer (fixture, "1", TRUE);
  assert_shows (view, "Your answer, right");

  close_question (view);
}

static void
test_answer_is_kept (Fixture       *fixture,
                     gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autoptr (WbQuestion) question = make_question (WB_QUESTION_SINGLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) view = NULL;
  g_autoptr (GtkWidget) afresh = NULL;

  g_assert_true (wb_user_store_note_answer (store, "lesson", "q1", "1", TRUE, 1795305600, &error));
  g_assert_no_error (error);
  view = g_object_ref_sink (wb_question_view_new (store, "lesson", question, 1, FALSE));
  g_assert_true (wb_question_view_get_answered (WB_QUESTION_VIEW (view)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Question 1: Which?");
  afresh = g_object_ref_sink (wb_question_view_new (store, "lesson", question, 0, TRUE));
  g_assert_false (wb_question_view_get_answered (WB_QUESTION_VIEW (afresh)));
}

/* An answer to a question that has changed since is none. */
static void
test_answer_of_another_question (Fixture       *fixture,
                                 gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autoptr (WbQuestion) question = make_question (WB_QUESTION_ORDER);
  GtkWidget *view;

  g_assert_true (wb_user_store_note_answer (store, "lesson", "q1", "0,1,2,3", TRUE, 1795305600, NULL));
  view = show_question (fixture, question);
  g_assert_false (wb_question_view_get_answered (WB_QUESTION_VIEW (view)));
  close_question (view);
}

static void
test_case (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (WbQuestion) question = make_question (WB_QUESTION_CASE);
  GtkWidget *view = show_question (fixture, question);

  assert_shows (view, "The head says no.");
  assert_hides (view, "What follows: It takes longer.");
  choose (view, question, FALSE);
  press (view, "Answer");
  assert_answer (fixture, "0", FALSE);
  assert_shows (view, "What follows: It takes longer.");
  close_question (view);
}

/* The texts of the rows, from above. (transfer full) */
static char *
read_order (GtkWidget *view)
{
  GtkWidget *list = wb_test_find (view, GTK_TYPE_LIST_BOX, NULL, NULL);
  WbResponse *response = wb_answer_pane_get_response (WB_ANSWER_PANE (gtk_widget_get_ancestor (list,
                                                                                               WB_TYPE_ANSWER_PANE)));
  char *text = wb_response_to_string (response);

  wb_response_unref (response);

  return text;
}

/* Presses "up" in the row of item @number until it is at the top. */
static void
raise_item (GtkWidget  *view,
            const char *text)
{
  GtkWidget *label = wb_test_find (view, GTK_TYPE_LABEL, wb_test_shows, text);
  GtkWidget *row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *up = wb_test_find (row, GTK_TYPE_BUTTON, NULL, NULL);

  while (gtk_widget_get_sensitive (up))
    g_signal_emit_by_name (up, "clicked");
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (WbQuestion) question = make_question (WB_QUESTION_ORDER);
  GtkWidget *view = show_question (fixture, question);
  g_autofree char *before = read_order (view);
  g_autofree char *after = NULL;
  g_autofree char *restored = NULL;

  g_assert_cmpstr (before, !=, "0,1,2");
  raise_item (view, "Two");
  raise_item (view, "Three");
  after = read_order (view);
  g_assert_cmpstr (after, ==, "2,1,0");
  assert_shows (view, "“Three” is at place 1 of 3 now.");
  press (view, "Answer");
  assert_answer (fixture, "2,1,0", FALSE);
  assert_shows (view, "Belongs at place 3");
  assert_shows (view, "Right is:\n1. One\n2. Two\n3. Three");
  close_question (view);

  view = show_question (fixture, question);
  restored = read_order (view);
  g_assert_cmpstr (restored, ==, "2,1,0");
  press (view, "Try Again");
  assert_hides (view, "Belongs at place 3");
  raise_item (view, "Two");
  raise_item (view, "One");
  press (view, "Answer");
  assert_answer (fixture, "0,1,2", TRUE);
  close_question (view);
}

static gboolean
is_list_of (GtkWidget    *widget,
            gconstpointer left)
{
  g_autofree char *name = g_strdup_printf ("Belongs to “%s”", (const char *) left);
  g_autofree char *fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return fault == NULL;
}

static void
match (GtkWidget  *view,
       const char *left,
       const char *right)
{
  GtkDropDown *list = GTK_DROP_DOWN (wb_test_find (view, GTK_TYPE_DROP_DOWN, is_list_of, left));
  GListModel *choices = gtk_drop_down_get_model (list);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (choices), i), right))
      gtk_drop_down_set_selected (list, i);
}

static void
test_match (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (WbQuestion) question = make_question (WB_QUESTION_MATCH);
  GtkWidget *view = show_question (fixture, question);
  GtkWidget *answer = wb_test_find (view, GTK_TYPE_BUTTON, wb_test_shows, "Answer");

  match (view, "Left 1", "Right 2");
  match (view, "Left 3", "Right 3");
  g_assert_false (gtk_widget_get_sensitive (answer));
  match (view, "Left 2", "Right 1");
  g_assert_true (gtk_widget_get_sensitive (answer));
  /* A right side stands once: taken here, it is gone there. */
  match (view, "Left 2", "Right 2");
  g_assert_false (gtk_widget_get_sensitive (answer));
  match (view, "Left 1", "Right 1");
  match (view, "Left 3", "Right 2");
  match (view, "Left 2", "Right 3");
  press (view, "Answer");
  assert_answer (fixture, "0,2,1", FALSE);
  assert_shows (view, "Right would be: Right 2");
  press (view, "Try Again");
  match (view, "Left 2", "Right 2");
  match (view, "Left 3", "Right 3");
  press (view, "Answer");
  assert_answer (fixture, "0,1,2", TRUE);
  close_question (view);
}

static void
type (GtkWidget  *view,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (wb_test_find (view, GTK_TYPE_ENTRY, NULL, NULL)), text);
}

static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (WbQuestion) question = make_question (WB_QUESTION_NUMBER);
  GtkWidget *view = show_question (fixture, question);
  GtkWidget *entry = wb_test_find (view, GTK_TYPE_ENTRY, NULL, NULL);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Your answer in hours");
  type (view, "twelve");
  g_assert_false (gtk_widget_get_sensitive (wb_test_find (view, GTK_TYPE_BUTTON, wb_test_shows, "Answer")));
  type (view, "14");
  press (view, "Answer");
  assert_answer (fixture, "=14", FALSE);
  assert_shows (view, "Right is: 12.5 hours (± 0.5)");
  press (view, "Try Again");
  type (view, "12,9 hours");
  g_signal_emit_by_name (entry, "activate");
  assert_answer (fixture, "=12,9 hours", TRUE);
  close_question (view);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (WbQuestion) question = make_question (WB_QUESTION_TEXT);
  GtkWidget *view = show_question (fixture, question);

  type (view, "Frist");
  press (view, "Answer");
  assert_answer (fixture, "=Frist", FALSE);
  assert_shows (view, "Right is: Löschfrist");
  press (view, "Try Again");
  type (view, " loeschfrist");
  press (view, "Answer");
  assert_answer (fixture, "= loeschfrist", TRUE);
  close_question (view);
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

static gboolean
is_lesson_row (GtkWidget    *widget,
               gconstpointer label)
{
  g_autofree char *fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  return fault == NULL;
}

/* Minutes, what is done, and what the task can be tried with. */
static void
test_lesson_list (Fixture       *fixture,
                  gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) view = NULL;
  GtkWidget *row;

  g_assert_true (wb_user_store_set_lesson_done (store, "kurs-beteiligte", "beteiligte-2-leitung-und-rat", 1795305600, &error));
  view = g_object_ref_sink (wb_lesson_view_new (fixture->services, "beteiligte-1-ueberblick", &error));
  g_assert_no_error (error);
  row = wb_test_find (view, GTK_TYPE_LIST_BOX_ROW, is_lesson_row, "Lesson 2, Leitung und Rat, done");
  g_assert_nonnull (row);
  g_assert_nonnull (wb_test_find (row, GTK_TYPE_LABEL, wb_test_shows, "12 minutes · done"));
  g_assert_nonnull (wb_test_find (view, GTK_TYPE_LIST_BOX_ROW, is_lesson_row, "Lesson 1, Wer ist beteiligt?"));
  assert_shows (view, "Template: Beteiligte und Kommunikation planen");
  assert_shows (view, "Start a project: Sozialräume: soziale Daten zusammenführen und nutzen");
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
  ADD ("/learn/question/answer-of-another-question", test_answer_of_another_question);
  ADD ("/learn/question/case", test_case);
  ADD ("/learn/question/order", test_order);
  ADD ("/learn/question/match", test_match);
  ADD ("/learn/question/number", test_number);
  ADD ("/learn/question/text", test_text);
  ADD ("/learn/lesson/counts-when-answered", test_lesson_counts_when_answered);
  ADD ("/learn/lesson/opens-next", test_opens_next_lesson);
  ADD ("/learn/lesson/list", test_lesson_list);
#undef ADD

  return g_test_run ();
}
