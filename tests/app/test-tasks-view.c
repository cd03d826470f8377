/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "wb-overview-loader.h"
#include "wb-project-file.h"
#include "wb-task-row.h"
#include "wb-tasks-view.h"
#include "wb-test-services.h"

static const char GUIDE[] =
  "{\"version\": 1, \"tasks\": \"work\", \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\", \"steps\": ["
  "{\"id\": \"first\", \"title\": \"First\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"work\", \"type\": \"table\", \"label\": \"Work\", \"why\": \"w\", \"example\": \"e\", \"need\": \"optional\", \"columns\": ["
  "{\"id\": \"what\", \"label\": \"What\", \"type\": \"text\"}, {\"id\": \"who\", \"label\": \"Who\", \"type\": \"text\"},"
  "{\"id\": \"until\", \"label\": \"Until\", \"type\": \"date\"}, {\"id\": \"done\", \"label\": \"Done\", \"type\": \"yes-no\"}]}]}]}]}";

typedef struct
{
  char *folder;
  char *path;
  char *bad;
  WbServices *services;
  GtkWidget *window;
  WbTasksView *view;
  GPtrArray *loaded;
} Fixture;

static void
add_row (WbAnswers  *answers,
         const char *row,
         const char *what,
         const char *who,
         const char *until)
{
  wb_answers_add_row (answers, "work", row);
  wb_answers_set (answers, "work", row, "what", what);
  wb_answers_set (answers, "work", row, "who", who);
  wb_answers_set (answers, "work", row, "until", until);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *fixture = user_data;

  g_clear_pointer (&fixture->loaded, g_ptr_array_unref);
  fixture->loaded = wb_overview_loader_finish (result, NULL);
}

static gboolean
is_loaded (gpointer data)
{
  return ((Fixture *) data)->loaded != NULL;
}

static void
load (Fixture *fixture)
{
  g_autoptr (GPtrArray) recent = g_ptr_array_new ();
  WbRecentProject good = { .path = fixture->path };
  WbRecentProject bad = { .path = fixture->bad };

  g_ptr_array_add (recent, &good);
  g_ptr_array_add (recent, &bad);
  g_clear_pointer (&fixture->loaded, g_ptr_array_unref);
  wb_overview_loader_async (NULL, recent, NULL, loaded_cb, fixture);
  wb_test_wait (is_loaded, fixture);
  wb_tasks_view_set_projects (fixture->view, fixture->loaded);
}

/* Without their action the rows would take no focus. */
static void
add_action (GtkWidget *window)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open-project-at", G_VARIANT_TYPE ("(ss)"));

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = NULL;

  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test" WB_PROJECT_SUFFIX, NULL);
  fixture->bad = g_build_filename (fixture->folder, "bad" WB_PROJECT_SUFFIX, NULL);
  g_assert_true (g_file_set_contents (fixture->bad, "x", -1, NULL));
  file = wb_project_file_create (fixture->path, "Test", "guide", "Guide", GUIDE, NULL, NULL, &error);
  g_assert_no_error (error);
  add_row (wb_project_file_get_answers (file), "a", "Late task", "Toni", "2020-01-07");
  add_row (wb_project_file_get_answers (file), "b", "Far task", "Kim", "2035-03-15");
  g_assert_true (wb_project_file_close (file, &error));
  fixture->services = wb_test_services_new (fixture->folder);
  fixture->view = WB_TASKS_VIEW (wb_tasks_view_new ());
  wb_tasks_view_set_services (fixture->view, fixture->services);
  fixture->window = gtk_window_new ();
  add_action (fixture->window);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_widget_show (fixture->window);
  load (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = g_object_ref (GTK_WIDGET (fixture->view));

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wb_test_finalize (view);
  wb_test_finalize (fixture->services);
  g_clear_pointer (&fixture->loaded, g_ptr_array_unref);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->bad);
}

static gboolean
is_row_of (GtkWidget    *widget,
           gconstpointer text)
{
  return g_str_equal (wb_task_row_get_task (WB_TASK_ROW (widget))->text, text);
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *text)
{
  return wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_TASK_ROW, is_row_of, text);
}

static gboolean
sees (Fixture    *fixture,
      const char *text)
{
  return wb_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LABEL, wb_test_shows, text) != NULL;
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_nonnull (find_row (fixture, "Late task"));
  g_assert_nonnull (find_row (fixture, "Far task"));
  g_assert_true (sees (fixture, "Overdue"));
  g_assert_true (sees (fixture, "Week from 12.03. to 18.03.2035"));
  g_assert_true (sees (fixture, "2 entries, 1 overdue"));
  g_assert_true (sees (fixture, "Toni · Test · First"));
  /* The one that cannot be read is named. */
  g_assert_nonnull (((WbLoadedProject *) g_ptr_array_index (fixture->loaded, 1))->error);
  g_assert_true (sees (fixture, ((WbLoadedProject *) g_ptr_array_index (fixture->loaded, 1))->error->message));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *project = wb_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_DOWN, NULL, NULL);
  GtkWidget *flow = gtk_widget_get_ancestor (project, GTK_TYPE_FLOW_BOX);
  GtkWidget *owner = wb_test_find (GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (flow), 1)), GTK_TYPE_DROP_DOWN, NULL, NULL);

  /* Kim comes before Toni. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (owner), 1);
  g_assert_null (find_row (fixture, "Late task"));
  g_assert_nonnull (find_row (fixture, "Far task"));
  g_assert_true (sees (fixture, "1 entry"));
  /* What was chosen stays when the projects are read again. */
  load (fixture);
  g_assert_null (find_row (fixture, "Late task"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (owner), 0);
  g_assert_nonnull (find_row (fixture, "Late task"));
}

static void
set_true (gboolean *flag)
{
  *flag = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
press (GtkWidget  *within,
       const char *label)
{
  GtkWidget *button = wb_test_find (within, GTK_TYPE_BUTTON, wb_test_shows, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_done (Fixture    *fixture,
             const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = wb_project_file_open (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "work", "a", "done"), ==, value);
  g_assert_true (wb_project_file_close (file, &error));
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  gboolean changed = FALSE;

  g_signal_connect_swapped (fixture->view, "changed", G_CALLBACK (set_true), &changed);
  press (find_row (fixture, "Late task"), "Done");
  wb_test_wait (is_true, &changed);
  assert_done (fixture, "yes");
  load (fixture);
  g_assert_null (find_row (fixture, "Late task"));

  changed = FALSE;
  press (wb_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_TOAST_OVERLAY, NULL, NULL), "_Undo");
  wb_test_wait (is_true, &changed);
  assert_done (fixture, "");
}

/* Whoever ticks one stays in the list, on the next one. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  gboolean changed = FALSE;
  GtkWidget *button = wb_test_find (find_row (fixture, "Late task"), GTK_TYPE_BUTTON, wb_test_shows, "Done");
  GtkWidget *focus;

  g_signal_connect_swapped (fixture->view, "changed", G_CALLBACK (set_true), &changed);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  wb_test_wait (is_true, &changed);
  load (fixture);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, find_row (fixture, "Far task")));

  /* After the last one the switch that shows them again is next. */
  changed = FALSE;
  g_signal_emit_by_name (focus, "clicked");
  wb_test_wait (is_true, &changed);
  load (fixture);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_TOGGLE_BUTTON (focus));
}

/* What is open in a window is changed there, and the answers on the screen follow. */
static void
test_mark_open (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  WbProjectFile *file = wb_project_file_open (fixture->path, &error);
  gboolean changed = FALSE;

  g_assert_no_error (error);
  wb_open_projects_add (wb_services_get_open_projects (fixture->services), file);
  g_signal_connect_swapped (fixture->view, "changed", G_CALLBACK (set_true), &changed);
  press (find_row (fixture, "Late task"), "Done");
  wb_test_wait (is_true, &changed);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "work", "a", "done"), ==, "yes");
  g_assert_true (wb_project_file_flush (file, &error));
  wb_open_projects_remove (wb_services_get_open_projects (fixture->services), file);
  wb_test_finalize (file);
  assert_done (fixture, "yes");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/tasks-view/list", test_list);
  ADD ("/tasks-view/filter", test_filter);
  ADD ("/tasks-view/mark", test_mark);
  ADD ("/tasks-view/focus", test_focus);
  ADD ("/tasks-view/mark-open", test_mark_open);
#undef ADD

  return g_test_run ();
}
