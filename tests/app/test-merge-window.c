/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-merge-card.h"
#include "wb-merge-window.h"
#include "wb-payload-reader.h"
#include "wb-test-services.h"
#include "wb-toggle-group.h"

static const char GUIDE[] =
  "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\", \"steps\": ["
  "{\"id\": \"first\", \"title\": \"First\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"goal\", \"type\": \"text\", \"label\": \"Goal\", \"why\": \"w\", \"example\": \"e\", \"need\": \"required\"},"
  "{\"id\": \"reason\", \"type\": \"long-text\", \"label\": \"Reason\", \"why\": \"w\", \"example\": \"e\", \"need\": \"required\"},"
  "{\"id\": \"table\", \"type\": \"table\", \"label\": \"Table\", \"why\": \"w\", \"example\": \"e\", \"need\": \"optional\","
  " \"columns\": [{\"id\": \"a\", \"label\": \"A\", \"type\": \"text\"}]}]}]}]}";

typedef struct
{
  char *folder;
  char *path;
  char *other;
  WbGuide *guide;
  WbProjectFile *file;
  GtkWidget *window; /* (nullable) */
} Fixture;

static void
set (WbProjectFile *file,
     const char    *field,
     const char    *value)
{
  g_autoptr (GError) error = NULL;

  wb_answers_set (wb_project_file_get_answers (file), field, "", "", value);
  wb_project_file_flush (file, &error);
  g_assert_no_error (error);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
}

/* A project, open, and a copy of it in which others wrote. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) other = NULL;

  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "mine" WB_PROJECT_SUFFIX, NULL);
  fixture->other = g_build_filename (fixture->folder, "other" WB_PROJECT_SUFFIX, NULL);
  fixture->guide = wb_guide_from_json ("guide", "Guide", GUIDE, &error);
  g_assert_no_error (error);
  fixture->file = wb_project_file_create (fixture->path, "Test", "guide", "Guide", GUIDE, NULL, NULL, &error);
  g_assert_no_error (error);
  set (fixture->file, "goal", "before");
  copy_file (fixture->path, fixture->other);
  set (fixture->file, "goal", "mine");
  set (fixture->file, "reason", "my reason");
  other = wb_project_file_open (fixture->other, &error);
  g_assert_no_error (error);
  set (other, "goal", "theirs");
  set (other, "reason", "their reason");
  wb_answers_add_row (wb_project_file_get_answers (other), "table", "t");
  wb_answers_set (wb_project_file_get_answers (other), "table", "t", "a", "a row of theirs");
  wb_project_file_close (other, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      wb_test_finalize (fixture->window);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wb_test_finalize (fixture->file);
  wb_test_finalize (fixture->guide);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->other);
}

static gboolean
is_shown (gpointer data)
{
  const Fixture *fixture = data;
  GtkStack *stack = GTK_STACK (wb_test_find (fixture->window, GTK_TYPE_STACK, NULL, NULL));

  return !g_str_equal (gtk_stack_get_visible_child_name (stack), "busy");
}

static void
show_window (Fixture    *fixture,
             const char *path)
{
  fixture->window = g_object_ref (wb_merge_window_new (NULL, fixture->file, fixture->guide, NULL, path));
  gtk_widget_show (fixture->window);
  wb_test_wait (is_shown, fixture);
}

static gboolean
has_heading (GtkWidget     *widget,
             gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return wb_test_find (fixture->window, GTK_TYPE_LABEL, has_heading, text) != NULL;
}

/* The card of the conflict at @index. */
static gboolean
count_down (GtkWidget     *widget,
            gconstpointer  data)
{
  guint *left = (guint *) data;

  return (*left)-- == 0;
}

static GtkWidget *
find_card (Fixture *fixture,
           guint    index)
{
  return wb_test_find (fixture->window, WB_TYPE_MERGE_CARD, count_down, &index);
}

static GtkToggleButton *
find_choice (Fixture    *fixture,
             guint       index,
             const char *id)
{
  GtkWidget *group = wb_test_find (find_card (fixture, index), WB_TYPE_TOGGLE_GROUP, NULL, NULL);

  return wb_toggle_group_get_button (WB_TOGGLE_GROUP (group), id);
}

static GtkWidget *
find_merge (Fixture *fixture)
{
  return wb_test_find (fixture->window, GTK_TYPE_BUTTON, wb_test_shows, "Merge");
}

static gboolean
is_merged (gpointer data)
{
  const Fixture *fixture = data;

  return !gtk_widget_get_visible (fixture->window);
}

static const char *
get (Fixture    *fixture,
     const char *field)
{
  return wb_answers_get (wb_project_file_get_answers (fixture->file), field, "", "");
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  show_window (fixture, fixture->other);
  g_assert_true (shows (fixture, "Table, a row of theirs: added"));
  g_assert_true (shows (fixture, "To Decide: 2 Conflicts"));
  g_assert_true (shows (fixture, "their reason"));
  g_assert_null (find_card (fixture, 2));
  g_assert_false (gtk_widget_is_sensitive (find_merge (fixture)));
  /* One line cannot hold both. */
  g_assert_null (find_choice (fixture, 0, "both"));

  gtk_toggle_button_set_active (find_choice (fixture, 0, "theirs"), TRUE);
  g_assert_true (shows (fixture, "1 conflict is still to be decided."));
  gtk_toggle_button_set_active (find_choice (fixture, 1, "both"), TRUE);
  g_assert_true (gtk_widget_is_sensitive (find_merge (fixture)));
  /* A choice can be taken back. */
  gtk_toggle_button_set_active (find_choice (fixture, 1, "both"), FALSE);
  g_assert_false (gtk_widget_is_sensitive (find_merge (fixture)));
  gtk_toggle_button_set_active (find_choice (fixture, 1, "both"), TRUE);

  g_signal_emit_by_name (find_merge (fixture), "clicked");
  wb_test_wait (is_merged, fixture);
  g_assert_cmpstr (get (fixture, "goal"), ==, "theirs");
  g_assert_cmpstr (get (fixture, "reason"), ==, "my reason\ntheir reason");
  g_assert_cmpuint (wb_answers_count_rows (wb_project_file_get_answers (fixture->file), "table"), ==, 1);
}

static void
test_everywhere (Fixture       *fixture,
                 gconstpointer  data)
{
  show_window (fixture, fixture->other);
  g_assert_true (gtk_widget_activate_action (fixture->window, "merge.theirs", NULL));
  g_assert_true (gtk_toggle_button_get_active (find_choice (fixture, 1, "theirs")));
  g_assert_true (gtk_widget_activate_action (fixture->window, "merge.mine", NULL));
  g_assert_true (gtk_toggle_button_get_active (find_choice (fixture, 0, "mine")));
  g_assert_false (gtk_toggle_button_get_active (find_choice (fixture, 0, "theirs")));
  g_signal_emit_by_name (find_merge (fixture), "clicked");
  wb_test_wait (is_merged, fixture);
  g_assert_cmpstr (get (fixture, "goal"), ==, "mine");
}

/* The keyboard comes to every choice, and on. */
static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const ids[] = { "mine", "theirs" };

  show_window (fixture, fixture->other);
  gtk_widget_activate_action (fixture->window, "merge.mine", NULL);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  for (guint card = 0; card < 2; card++)
    for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
      {
        GtkWidget *button = GTK_WIDGET (find_choice (fixture, card, ids[i]));
        guint n = 0;

        while (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != button && n++ < 30)
          g_signal_emit_by_name (fixture->window, "move-focus", GTK_DIR_TAB_FORWARD);
        g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == button);
      }
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  AdwStatusPage *status;

  show_window (fixture, fixture->path);
  status = ADW_STATUS_PAGE (wb_test_find (fixture->window, ADW_TYPE_STATUS_PAGE, NULL, NULL));
  g_assert_cmpstr (adw_status_page_get_title (status), ==, "This Copy Cannot Be Merged");
  g_assert_nonnull (strstr (adw_status_page_get_description (status), "this very project"));
  g_assert_false (gtk_widget_get_mapped (find_merge (fixture)));
}

static void
test_nothing_new (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *same = g_build_filename (fixture->folder, "same" WB_PROJECT_SUFFIX, NULL);

  copy_file (fixture->path, same);
  show_window (fixture, same);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (wb_test_find (fixture->window, ADW_TYPE_STATUS_PAGE, NULL, NULL))), ==,
                   "Nothing New");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/merge-window/merge", test_merge);
  ADD ("/merge-window/everywhere", test_everywhere);
  ADD ("/merge-window/keyboard", test_keyboard);
  ADD ("/merge-window/refused", test_refused);
  ADD ("/merge-window/nothing-new", test_nothing_new);

  return g_test_run ();
}
