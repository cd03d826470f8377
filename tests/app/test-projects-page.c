/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wb-project-change.h"
#include "wb-project-delete.h"
#include "wb-project-row.h"
#include "wb-projects-page.h"
#include "wb-test-services.h"
#include "wb-trash.h"

static const char GUIDE[] =
  "{\"version\": 1, \"tasks\": \"work\", \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\", \"steps\": ["
  "{\"id\": \"first\", \"title\": \"First\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"goal\", \"type\": \"text\", \"label\": \"Goal\", \"why\": \"w\", \"example\": \"e\", \"need\": \"required\"},"
  "{\"id\": \"work\", \"type\": \"table\", \"label\": \"Work\", \"why\": \"w\", \"example\": \"e\", \"need\": \"optional\", \"columns\": ["
  "{\"id\": \"what\", \"label\": \"What\", \"type\": \"text\"}, {\"id\": \"until\", \"label\": \"Until\", \"type\": \"date\"},"
  "{\"id\": \"done\", \"label\": \"Done\", \"type\": \"yes-no\"}]}]}]}]}";

typedef struct
{
  char *folder;
  WbServices *services;
  GtkWidget *window;
  GtkWidget *page;
  char *council; /* (nullable) the path that "win.show-council" got */
  guint n_changes; /* that are through */
  char *faults;
} Fixture;

/* (transfer full) */
static char *
get_path (Fixture    *fixture,
          const char *name)
{
  g_autofree char *file = g_strconcat (name, WB_PROJECT_SUFFIX, NULL);

  return g_build_filename (fixture->folder, file, NULL);
}

static void
note_project (Fixture    *fixture,
              const char *path,
              const char *title,
              gint64      opened)
{
  g_autoptr (GError) error = NULL;
  WbRecentProject recent = { .path = (char *) path, .title = (char *) title, .guide_title = (char *) "Guide", .opened = opened, .total = 1 };

  g_assert_true (wb_user_store_note_project (wb_services_get_store (fixture->services), &recent, &error));
}

/* @due: (nullable) of its only task; @state, @meeting: facts */
static void
make_project (Fixture    *fixture,
              const char *title,
              const char *due,
              const char *state,
              const char *meeting,
              gint64      opened)
{
  g_autofree char *path = get_path (fixture, title);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = wb_project_file_create (path, title, "guide", "Guide", GUIDE, NULL, NULL, &error);
  WbAnswers *answers;

  g_assert_no_error (error);
  answers = wb_project_file_get_answers (file);
  if (due != NULL)
    {
      wb_answers_add_row (answers, "work", "a");
      wb_answers_set (answers, "work", "a", "what", "Task");
      wb_answers_set (answers, "work", "a", "until", due);
    }
  wb_project_file_set_fact (file, WB_PROJECT_FACT_STATE, state);
  wb_project_file_set_fact (file, WB_PROJECT_FACT_MEETING, meeting);
  g_assert_true (wb_project_file_close (file, &error));
  note_project (fixture, path, title, opened);
}

static WbProjectRow *
find_row (Fixture    *fixture,
          const char *title)
{
  GtkWidget *label = wb_test_find (fixture->page, GTK_TYPE_LABEL, wb_test_shows, title);

  return label != NULL ? WB_PROJECT_ROW (gtk_widget_get_ancestor (label, WB_TYPE_PROJECT_ROW)) : NULL;
}

static gboolean
is_loaded (gpointer data)
{
  WbProjectRow *row = find_row (data, "Linde");

  return row != NULL && *wb_project_row_get_due (row) != '\0';
}

static void
council_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->council);
  fixture->council = g_strdup (g_variant_get_bytestring (parameter));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GActionEntry entries[] = { { "show-council", council_cb, "ay" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->folder = wb_test_make_folder ();
  fixture->services = wb_test_services_new (fixture->folder);
  fixture->faults = g_strdup ("");
  make_project (fixture, "Ahorn", NULL, "paused", "", 300);
  make_project (fixture, "Linde", "2035-03-15", "", "2036-01-12", 200);
  make_project (fixture, "Birke", "2020-01-07", "done", "2036-01-12", 100);
  fixture->page = wb_projects_page_new (fixture->services);
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_widget_show (fixture->window);
  wb_test_wait (is_loaded, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = g_object_ref (fixture->page);

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wb_test_finalize (page);
  wb_test_finalize (fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->council);
  g_free (fixture->faults);
}

/* The titles as they stand. (transfer full) */
static char *
list_titles (Fixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_ancestor (GTK_WIDGET (find_row (fixture, "Linde")), GTK_TYPE_LIST_BOX));
  GString *titles = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", wb_project_row_get_recent (WB_PROJECT_ROW (row))->title);

  return g_string_free (titles, FALSE);
}

static void
test_orders (Fixture       *fixture,
             gconstpointer  data)
{
  GtkDropDown *order = GTK_DROP_DOWN (wb_test_find (fixture->page, GTK_TYPE_DROP_DOWN, NULL, NULL));
  /* Opened last; due next, what is done has nothing due; new, paused, done; title. */
  const char *const orders[] = { "Ahorn Linde Birke", "Linde Ahorn Birke", "Linde Ahorn Birke", "Ahorn Birke Linde" };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *titles = NULL;

      gtk_drop_down_set_selected (order, i);
      titles = list_titles (fixture);
      g_assert_cmpstr (titles, ==, orders[i]);
    }
}

/* A day for the council makes a chip, but for what is done; it leads to what is missing. */
static void
test_council (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = get_path (fixture, "Linde");
  GtkWidget *chip = wb_test_find (GTK_WIDGET (find_row (fixture, "Linde")), GTK_TYPE_BUTTON, wb_test_shows,
                                  "Council meeting on 12.01.2036: 2 things missing");

  g_assert_nonnull (chip);
  g_assert_true (gtk_widget_get_visible (chip));
  g_assert_true (gtk_widget_get_focusable (chip));
  g_assert_null (wb_test_find (GTK_WIDGET (find_row (fixture, "Birke")), GTK_TYPE_BUTTON, wb_test_shows,
                               "Council meeting on 12.01.2036: 2 things missing"));
  g_signal_emit_by_name (chip, "clicked");
  g_assert_cmpstr (fixture->council, ==, path);
}

static gboolean
is_missing (gpointer data)
{
  WbProjectRow *row = find_row (data, "Ahorn");

  return row != NULL && wb_project_row_get_missing (row);
}

static gboolean
is_found (gpointer data)
{
  WbProjectRow *row = find_row (data, "Ahorn");

  return row != NULL && !wb_project_row_get_missing (row) && wb_project_row_get_state (row) == WB_PROJECT_STAGE_PAUSED;
}

/* A file that was moved is found again, and the list has it once. */
static void
test_locate (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = get_path (fixture, "Ahorn");
  g_autofree char *moved = get_path (fixture, "Anderswo");
  g_autoptr (GPtrArray) projects = NULL;

  g_assert_cmpint (g_rename (path, moved), ==, 0);
  /* Another project is noted, so that the list is made anew. */
  make_project (fixture, "Eiche", NULL, "", "", 50);
  wb_test_wait (is_missing, fixture);
  wb_projects_page_locate (WB_PROJECTS_PAGE (fixture->page), path, moved);
  wb_test_wait (is_found, fixture);
  g_assert_cmpstr (wb_project_row_get_path (find_row (fixture, "Ahorn")), ==, moved);
  projects = wb_user_store_list_projects (wb_services_get_store (fixture->services));
  g_assert_cmpuint (projects->len, ==, 4);
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;

  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return !g_file_test (data, G_FILE_TEST_EXISTS);
}

static gboolean
is_off_list (gpointer data)
{
  return find_row (data, "Kiefer") == NULL;
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
}

static void
want_delete (Fixture *fixture)
{
  g_signal_emit_by_name (find_row (fixture, "Kiefer"), "wanted", "delete");
  wb_test_wait (is_asked, NULL);
}

/* Where there is no trash it is asked before anything is deleted. */
static void
test_without_trash (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *folder = g_strdup ("/dev/shm/wb-app-XXXXXX");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = NULL;
  g_autoptr (WbTrashed) trashed = NULL;

  if (g_mkdtemp (folder) == NULL)
    {
      g_test_skip ("There is no place without a trash.");
      return;
    }
  path = g_build_filename (folder, "Kiefer" WB_PROJECT_SUFFIX, NULL);
  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  trashed = wb_trash_put (path, NULL);
  g_unlink (path);
  if (trashed != NULL)
    {
      wb_test_remove_folder (folder);
      g_test_skip ("There is a trash everywhere.");
      return;
    }
  file = wb_project_file_create (path, "Kiefer", "guide", "Guide", GUIDE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wb_project_file_close (file, &error));
  note_project (fixture, path, "Kiefer", 400);

  want_delete (fixture);
  answer ("keep");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (find_row (fixture, "Kiefer"));
  want_delete (fixture);
  answer ("delete");
  wb_test_wait (is_gone, path);
  wb_test_wait (is_off_list, fixture);
  wb_test_remove_folder (folder);
}

/* Writes its data behind what stands there, so that the order shows. */
static gboolean
append_cb (WbProjectFile  *file,
           gpointer        data,
           GError        **error)
{
  WbAnswers *answers = wb_project_file_get_answers (file);
  g_autofree char *text = g_strconcat (wb_answers_get (answers, "goal", "", ""), data, NULL);

  wb_answers_set (answers, "goal", "", "", text);

  return TRUE;
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  if (!wb_project_change_finish (result, &error))
    {
      g_autofree char *before = fixture->faults;

      fixture->faults = g_strconcat (before, error->message, NULL);
    }
  fixture->n_changes++;
}

static gboolean
are_three (gpointer data)
{
  return ((Fixture *) data)->n_changes == 3;
}

static void
change (Fixture    *fixture,
        const char *path,
        const char *text)
{
  wb_project_change_async (fixture->services, path, append_cb, g_strdup (text), g_free, NULL, changed_cb, fixture);
}

static void
assert_goal (const char *path,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = wb_project_file_look (path, "", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "goal", "", ""), ==, text);
}

/* Changes that come one right after the other do not lock each other out, and keep their order. */
static void
test_quick_changes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = get_path (fixture, "Ahorn");

  change (fixture, path, "a");
  change (fixture, path, "b");
  change (fixture, path, "c");
  wb_test_wait (are_three, fixture);
  g_assert_cmpstr (fixture->faults, ==, "");
  assert_goal (path, "abc");
}

/* As a window does: the file is open from here on. */
static void
open_turn_cb (WbFileTurn *turn,
              gpointer    data)
{
  Fixture *fixture = data;
  g_autofree char *path = get_path (fixture, "Ahorn");
  g_autoptr (GError) error = NULL;
  WbProjectFile *file = wb_project_file_open (path, &error);

  g_assert_no_error (error);
  g_assert_false (wb_project_file_get_read_only (file));
  wb_open_projects_add (wb_services_get_open_projects (fixture->services), file);
  g_object_unref (file);
  wb_file_turn_end (turn);
}

/* What opens the project between two changes waits for the first, and the second goes through what is open. */
static void
test_change_and_open (Fixture       *fixture,
                      gconstpointer  data)
{
  WbOpenProjects *open = wb_services_get_open_projects (fixture->services);
  g_autofree char *path = get_path (fixture, "Ahorn");
  g_autoptr (GError) error = NULL;
  WbProjectFile *file;

  change (fixture, path, "a");
  wb_file_turns_take (wb_open_projects_get_turns (open), path, open_turn_cb, fixture);
  change (fixture, path, "b");
  change (fixture, path, "c");
  wb_test_wait (are_three, fixture);
  g_assert_cmpstr (fixture->faults, ==, "");
  file = wb_open_projects_find (open, path);
  g_assert_nonnull (file);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "goal", "", ""), ==, "abc");
  g_assert_true (wb_project_file_flush (file, &error));
  g_object_ref (file);
  wb_open_projects_remove (open, file);
  wb_test_finalize (file);
  assert_goal (path, "abc");
}

static gboolean
is_resumed (gpointer data)
{
  return find_row (data, "Ahorn") != NULL && wb_project_row_get_state (find_row (data, "Ahorn")) == WB_PROJECT_STAGE_DONE;
}

/* The same from the menu: the last word counts. */
static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_signal_emit_by_name (find_row (fixture, "Ahorn"), "wanted", "resume");
  g_signal_emit_by_name (find_row (fixture, "Ahorn"), "wanted", "finish");
  wb_test_wait (is_resumed, fixture);
  g_assert_null (find_dialog ());
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/projects-page/orders", test_orders);
  ADD ("/projects-page/council", test_council);
  ADD ("/projects-page/locate", test_locate);
  ADD ("/projects-page/without-trash", test_without_trash);
  ADD ("/projects-page/quick-changes", test_quick_changes);
  ADD ("/projects-page/change-and-open", test_change_and_open);
  ADD ("/projects-page/states", test_states);
#undef ADD

  return g_test_run ();
}
