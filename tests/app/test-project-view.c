/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wb-link-picker.h"
#include "wb-payload-reader.h"
#include "wb-project-copy.h"
#include "wb-project-delete.h"
#include "wb-project-documents.h"
#include "wb-project-finder.h"
#include "wb-project-view.h"
#include "wb-projects-page.h"
#include "wb-project-row.h"
#include "wb-read-only-note.h"
#include "wb-rename-offer.h"
#include "wb-save-state.h"
#include "wb-step-page.h"
#include "wb-step-row.h"
#include "wb-steps-pane.h"
#include "wb-test-services.h"
#include "wb-toggle-group.h"

static const char GUIDE[] =
  "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\", \"steps\": ["
  "{\"id\": \"first\", \"title\": \"First\", \"minutes\": 5, \"why\": \"Why *first*\", \"help\": [{\"to\": \"not-there\"}], \"fields\": ["
  "{\"id\": \"personal\", \"type\": \"choice\", \"label\": \"Personal data?\", \"why\": \"w\", \"example\": \"e\", \"need\": \"required\","
  " \"options\": [{\"id\": \"ja\", \"label\": \"Ja\"}, {\"id\": \"nein\", \"label\": \"Nein\"}]}]},"
  "{\"id\": \"check\", \"title\": \"Check\", \"minutes\": 5, \"why\": \"Why\", \"help\": [],"
  " \"when\": {\"field\": \"personal\", \"is\": \"ja\"}, \"unless\": \"No personal data.\", \"fields\": ["
  "{\"id\": \"reason\", \"type\": \"text\", \"label\": \"Reason\", \"why\": \"w\", \"example\": \"e\", \"need\": \"required\"}]}]},"
  "{\"id\": \"q\", \"title\": \"Second phase\", \"goal\": \"Goal\", \"steps\": ["
  "{\"id\": \"last\", \"title\": \"Last\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"result\", \"type\": \"text\", \"label\": \"Result\", \"why\": \"w\", \"example\": \"e\", \"need\": \"required\"},"
  "{\"id\": \"table\", \"type\": \"table\", \"label\": \"Table\", \"why\": \"w\", \"example\": \"e\", \"need\": \"optional\","
  " \"columns\": [{\"id\": \"a\", \"label\": \"A\", \"type\": \"text\"}]}]}]}]}";

typedef struct
{
  char *folder;
  char *path;
  WbServices *services;
  WbGuide *guide;
  WbProjectFile *file;
  GtkWidget *window;
  WbProjectView *view;
  guint turn;
} Fixture;

static void
show_view (Fixture       *fixture,
           WbProjectFile *file)
{
  fixture->view = WB_PROJECT_VIEW (wb_project_view_new (fixture->services, file, fixture->guide));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
}

static void
close_view (Fixture *fixture)
{
  GtkWidget *view = g_object_ref (GTK_WIDGET (fixture->view));

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  wb_test_finalize (view);
  fixture->view = NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test" WB_PROJECT_SUFFIX, NULL);
  fixture->services = wb_test_services_new (fixture->folder);
  fixture->guide = wb_guide_from_json ("guide", "Guide", GUIDE, &error);
  g_assert_no_error (error);
  fixture->file = wb_project_file_create (fixture->path, "Test", "guide", "Guide", GUIDE, NULL, NULL,
                                          &error);
  g_assert_no_error (error);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1366, 768);
  show_view (fixture, fixture->file);
  gtk_widget_show (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->view != NULL)
    close_view (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (fixture->file != NULL)
    wb_test_finalize (fixture->file);
  wb_test_finalize (fixture->services);
  wb_test_finalize (fixture->guide);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
is_row_of (GtkWidget    *widget,
           gconstpointer id)
{
  return g_strcmp0 (wb_step_row_get_step (WB_STEP_ROW (widget))->id, id) == 0;
}

static GtkWidget *
find_step (Fixture    *fixture,
           const char *id)
{
  GtkWidget *row = wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_STEP_ROW, is_row_of, id);

  g_assert_nonnull (row);

  return row;
}

static void
assert_name (GtkWidget  *widget,
             const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  GtkWidget *label = wb_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LABEL, wb_test_shows, text);

  return label != NULL && gtk_widget_is_visible (label);
}

static WbFieldRow *
find_row (Fixture    *fixture,
          const char *field)
{
  GtkWidget *page = wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_STEP_PAGE, NULL, NULL);

  return wb_form_get_row (wb_step_page_get_form (WB_STEP_PAGE (page)), field);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
}

static void
choose_personal (Fixture    *fixture,
                 const char *option)
{
  GtkWidget *group = wb_test_find (GTK_WIDGET (find_row (fixture, "personal")), WB_TYPE_TOGGLE_GROUP,
                                   NULL, NULL);

  g_signal_emit_by_name (wb_toggle_group_get_button (WB_TOGGLE_GROUP (group), option), "clicked");
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  assert_name (find_step (fixture, "first"), "First, current");
  /* The condition does not hold yet. */
  assert_name (find_step (fixture, "check"), "Check. No personal data.");
  g_assert_true (shows (fixture, "0 of 2 steps · 1 skipped"));
  g_assert_nonnull (find_row (fixture, "personal"));

  choose_personal (fixture, "ja");
  assert_name (find_step (fixture, "first"), "First, done, current");
  assert_name (find_step (fixture, "check"), "Check, open");
  g_assert_true (shows (fixture, "1 of 3 steps"));

  choose_personal (fixture, "nein");
  assert_name (find_step (fixture, "check"), "Check. No personal data.");
  g_assert_true (shows (fixture, "1 of 2 steps · 1 skipped"));
}

static void
test_way (Fixture       *fixture,
          gconstpointer  data)
{
  choose_personal (fixture, "nein");
  act (fixture, "project.next-step");
  g_assert_cmpstr (wb_project_file_get_current_step (fixture->file), ==, "last");
  g_assert_nonnull (find_row (fixture, "result"));
  act (fixture, "project.previous-step");
  g_assert_cmpstr (wb_project_file_get_current_step (fixture->file), ==, "first");

  /* A skipped step can be looked at and says why. */
  g_signal_emit_by_name (wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_STEPS_PANE, NULL, NULL),
                         "selected", "check");
  g_assert_cmpstr (wb_project_file_get_current_step (fixture->file), ==, "check");
  g_assert_true (shows (fixture, "Nothing to do here"));
  g_assert_false (gtk_widget_is_visible (GTK_WIDGET (find_row (fixture, "reason"))));

  /* Coming back lands where one left. */
  close_view (fixture);
  show_view (fixture, fixture->file);
  assert_name (find_step (fixture, "check"), "Check. No personal data.");
  g_assert_nonnull (find_row (fixture, "reason"));
}

static void
test_flush (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) projects = NULL;
  const WbRecentProject *recent;
  GtkWidget *entry;

  choose_personal (fixture, "nein");
  act (fixture, "project.next-step");
  entry = wb_test_find (GTK_WIDGET (find_row (fixture, "result")), GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "typed a moment ago");
  g_assert_true (wb_project_view_flush (fixture->view, &error));
  g_assert_no_error (error);
  close_view (fixture);

  projects = wb_user_store_list_projects (wb_services_get_store (fixture->services));
  g_assert_cmpuint (projects->len, ==, 1);
  recent = g_ptr_array_index (projects, 0);
  g_assert_cmpstr (recent->path, ==, fixture->path);
  g_assert_cmpuint (recent->done, ==, 2);
  g_assert_cmpuint (recent->total, ==, 2);
  g_assert_null (recent->next_step);

  wb_test_finalize (fixture->file);
  fixture->file = wb_project_file_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (fixture->file), "result", "", ""), ==,
                   "typed a moment ago");
  g_assert_cmpstr (wb_project_file_get_current_step (fixture->file), ==, "last");
}

static gboolean
says_saved (gpointer data)
{
  return g_str_has_prefix (wb_save_state_get_text (data), "Saved ");
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *state = wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_SAVE_STATE, NULL, NULL);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full.");

  choose_personal (fixture, "ja");
  wb_test_wait (says_saved, state);

  /* The fault is said, with what to do; and it goes away when it is over. */
  g_signal_emit_by_name (fixture->file, "save-failed", error);
  g_assert_cmpstr (wb_save_state_get_text (WB_SAVE_STATE (state)), ==, "Not saved");
  g_assert_true (shows (fixture, "The disk is full. What you typed is still here: nothing is lost while this window stays open."));
  choose_personal (fixture, "nein");
  wb_test_wait (says_saved, state);
  g_assert_false (shows (fixture, "The disk is full. What you typed is still here: nothing is lost while this window stays open."));
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) second = NULL;

  /* The file is open already, so the second one may only read. */
  second = wb_project_file_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (wb_project_file_get_read_only (second));
  close_view (fixture);
  show_view (fixture, second);
  g_assert_true (shows (fixture, wb_project_file_get_read_only_reason (second)));
  g_assert_false (gtk_widget_is_sensitive (wb_test_find (GTK_WIDGET (find_row (fixture, "personal")),
                                                         WB_TYPE_TOGGLE_GROUP, NULL, NULL)));
  act (fixture, "project.next-step");
  g_assert_true (wb_project_view_flush (fixture->view, &error));
  g_assert_no_error (error);
  close_view (fixture);
}

/* Writes something, takes it back, and so on, with time in between, until the other window has noticed. */
static gboolean
write_until_stale (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *note = wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_READ_ONLY_NOTE, NULL, NULL);

  if (fixture->turn++ % 300 != 0)
    return wb_read_only_note_get_stale (WB_READ_ONLY_NOTE (note));
  if (wb_project_file_get_can_undo (fixture->file))
    wb_project_file_undo (fixture->file);
  else
    wb_answers_set (wb_project_file_get_answers (fixture->file), "personal", "", "", "nein");
  g_assert_true (wb_project_file_flush (fixture->file, NULL));

  return FALSE;
}

static void
close_requested_cb (WbOpenProjects *open_projects,
                    const char     *path,
                    Fixture        *fixture)
{
  wb_open_projects_remove (open_projects, wb_open_projects_find (open_projects, path));
}

static void
open_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_assert_cmpstr (g_variant_get_string (parameter, NULL), ==, ((Fixture *) user_data)->path);
  g_object_set_data (G_OBJECT (action), "called", GINT_TO_POINTER (1));
}

/* Who only reads is told when the other window has written or taken back, and may look at the new state. */
static void
test_second_window (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) second = wb_project_file_open (fixture->path, &error);
  WbOpenProjects *open_projects = wb_services_get_open_projects (fixture->services);
  g_autoptr (GSimpleAction) open = g_simple_action_new ("open-project", G_VARIANT_TYPE_STRING);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *note;

  g_assert_no_error (error);
  close_view (fixture);
  show_view (fixture, second);
  note = wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_READ_ONLY_NOTE, NULL, NULL);
  g_assert_true (gtk_widget_get_visible (note));
  g_assert_false (wb_read_only_note_get_stale (WB_READ_ONLY_NOTE (note)));
  wb_test_wait (write_until_stale, fixture);
  g_assert_true (shows (fixture, "“test.wegbereiter” has been changed since you opened it; what you see is older."));

  g_signal_connect (open_projects, "close-requested", G_CALLBACK (close_requested_cb), fixture);
  g_signal_connect (open, "activate", G_CALLBACK (open_activated), fixture);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (open));
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (note)), "win", G_ACTION_GROUP (actions));
  g_signal_emit_by_name (wb_test_find (note, GTK_TYPE_BUTTON, wb_test_shows, "Show the New State"), "clicked");
  g_assert_nonnull (g_object_get_data (G_OBJECT (open), "called"));
  g_signal_handlers_disconnect_by_data (open_projects, fixture);
  close_view (fixture);
}

typedef struct
{
  gboolean done;
  GError *error;
} CopyResult;

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  CopyResult *copy = user_data;

  wb_project_copy_finish (result, &copy->error);
  copy->done = TRUE;
}

static gboolean
is_copied (gpointer data)
{
  return ((CopyResult *) data)->done;
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  WbAnswers *answers = wb_project_file_get_answers (fixture->file);
  g_autofree char *path = g_build_filename (fixture->folder, "copy" WB_PROJECT_SUFFIX, NULL);
  g_autoptr (WbProjectFile) copy = NULL;
  g_autoptr (GPtrArray) history = NULL;
  CopyResult result = { 0, };

  choose_personal (fixture, "ja");
  wb_answers_add_row (answers, "table", "row");
  wb_answers_set (answers, "table", "row", "a", "cell");
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  wb_project_copy_async (fixture->file, fixture->guide, path, NULL, copied_cb, &result);
  wb_test_wait (is_copied, &result);
  g_assert_no_error (result.error);

  /* Without its history it could not be merged again. */
  history = wb_project_file_load_history (path, &result.error);
  g_assert_no_error (result.error);
  g_assert_cmpuint (history->len, >, 0);
  copy = wb_project_file_open (path, &result.error);
  g_assert_no_error (result.error);
  answers = wb_project_file_get_answers (copy);
  g_assert_cmpstr (wb_project_file_get_title (copy), ==, "Test");
  g_assert_cmpstr (wb_project_file_get_current_step (copy), ==, "first");
  g_assert_cmpstr (wb_answers_get (answers, "personal", "", ""), ==, "ja");
  g_assert_cmpstr (wb_answers_get (answers, "table", "row", "a"), ==, "cell");
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  WbAnswers *answers = wb_project_file_get_answers (fixture->file);
  WbLibrary *library = wb_services_get_library (fixture->services);
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *text = NULL;

  missing = wb_project_documents_list_missing (library, fixture->guide, answers, "answers");
  text = wb_project_documents_describe (missing);
  g_assert_cmpstr (text, ==, "2 required answers are missing: “Personal data?”, “Result”");

  wb_answers_set (answers, "personal", "", "", "nein");
  wb_answers_set (answers, "result", "", "", "done");
  g_clear_pointer (&missing, g_ptr_array_unref);
  missing = wb_project_documents_list_missing (library, fixture->guide, answers, "answers");
  g_assert_null (wb_project_documents_describe (missing));
}

static gboolean
says_missing (gpointer data)
{
  return wb_project_row_get_missing (data);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  WbRecentProject gone = { .path = (char *) "/not/there.wegbereiter", .title = (char *) "Gone",
                           .guide_title = (char *) "Guide", .done = 1, .total = 4 };
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *row;

  close_view (fixture);
  g_assert_true (wb_user_store_forget_project (wb_services_get_store (fixture->services),
                                               fixture->path, &error));
  page = g_object_ref_sink (wb_projects_page_new (fixture->services));
  g_assert_null (wb_test_find (page, WB_TYPE_PROJECT_ROW, NULL, NULL));

  g_assert_true (wb_user_store_note_project (wb_services_get_store (fixture->services), &gone,
                                             &error));
  row = wb_test_find (page, WB_TYPE_PROJECT_ROW, NULL, NULL);
  g_assert_nonnull (row);
  wb_test_wait (says_missing, row);
  g_signal_emit_by_name (row, "forget");
  g_assert_null (wb_test_find (page, WB_TYPE_PROJECT_ROW, NULL, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wb_test_finalize (page);
}

static void
chosen_cb (GtkWidget   *finder,
           const char  *field,
           char       **chosen)
{
  g_free (*chosen);
  *chosen = g_strdup (field);
}

/* Return takes what stands there, though the entry tells only a moment later that something was typed. */
static void
test_find_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *finder = wb_project_finder_new (NULL, fixture->guide, wb_project_file_get_answers (fixture->file));
  GtkWidget *entry = wb_test_find (finder, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  g_autofree char *chosen = NULL;

  g_signal_connect (finder, "chosen", G_CALLBACK (chosen_cb), &chosen);
  gtk_window_present (GTK_WINDOW (finder));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Result");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (chosen, ==, "result");
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static const char LINK_GUIDE[] =
  "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\", \"steps\": ["
  "{\"id\": \"s\", \"title\": \"Step\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"link\", \"type\": \"link\", \"label\": \"Link\", \"why\": \"w\", \"example\": \"e\", \"need\": \"optional\","
  " \"kinds\": [\"use-case\"]}]}]}]}";

static gboolean
is_linked (gpointer data)
{
  return *wb_answers_get (data, "link", "", "") != '\0';
}

static void
test_link_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbGuide) guide = wb_guide_from_json ("links", "Links", LINK_GUIDE, &error);
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autoptr (WbFormContext) context = NULL;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *picker;
  GtkSearchEntry *search;
  GtkListBoxRow *first;

  g_assert_no_error (error);
  context = wb_form_context_new (guide, answers, wb_services_get_library (fixture->services), FALSE);
  picker = wb_link_picker_new (context, wb_guide_get_field (guide, "link"), "", "", "Link");
  gtk_window_set_child (GTK_WINDOW (window), picker);
  gtk_window_present (GTK_WINDOW (window));
  search = wb_link_picker_get_search (WB_LINK_PICKER (picker));
  gtk_editable_set_text (GTK_EDITABLE (search), "Sozialraum");
  g_signal_emit_by_name (search, "activate");
  wb_test_wait (is_linked, answers);
  first = gtk_list_box_get_row_at_index (wb_link_picker_get_found (WB_LINK_PICKER (picker)), 0);
  g_assert_cmpstr (wb_answers_get (answers, "link", "", ""), ==, g_object_get_data (G_OBJECT (first), "id"));
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
has_message (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow **message = data;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && *message == NULL; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        *message = window;
    }

  return *message != NULL;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
note_turn (WbFileTurn *turn,
           gpointer    data)
{
  *(gboolean *) data = TRUE;
  wb_file_turn_end (turn);
}

static void
keep_turn (WbFileTurn *turn,
           gpointer    data)
{
  *(WbFileTurn **) data = turn;
}

/* A guide with one long step. (transfer full) */
static char *
make_long_guide (void)
{
  g_autoptr (GString) json = g_string_new ("{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\","
                                           " \"goal\": \"Goal\", \"steps\": [{\"id\": \"s\", \"title\": \"Step\", \"minutes\": 5,"
                                           " \"why\": \"Why\", \"help\": [], \"fields\": [");

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (json, "%s{\"id\": \"f%u\", \"type\": \"text\", \"label\": \"Q\", \"why\": \"w\", \"example\": \"e\","
                                  " \"need\": \"optional\"}", i > 0 ? "," : "", i);
  g_string_append (json, "]}]}]}");

  return g_string_free (g_steal_pointer (&json), FALSE);
}

/* In the upper third of the page. */
static gboolean
is_high (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *page = wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_STEP_PAGE, NULL, NULL);
  GtkWidget *row = GTK_WIDGET (find_row (fixture, "f15"));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, page, &bounds) && bounds.origin.y > 0
         && bounds.origin.y < gtk_widget_get_height (page) / 3 && gtk_widget_get_height (page) > 0;
}

/* What was looked for is not left at the lower edge. */
static void
test_found_high (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *json = make_long_guide ();
  g_autoptr (GError) error = NULL;
  GtkWidget *focus;

  close_view (fixture);
  wb_test_finalize (fixture->guide);
  fixture->guide = wb_guide_from_json ("long", "Long", json, &error);
  g_assert_no_error (error);
  show_view (fixture, fixture->file);
  g_assert_true (wb_project_view_show_field (fixture->view, "f15"));
  wb_test_wait (is_high, fixture);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (find_row (fixture, "f15"))));
}

static const char PEOPLE_GUIDE[] =
  "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\", \"steps\": ["
  "{\"id\": \"a\", \"title\": \"A\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"who\", \"type\": \"stakeholder-grid\", \"label\": \"Who\", \"why\": \"w\", \"example\": \"e\", \"need\": \"required\"}]},"
  "{\"id\": \"b\", \"title\": \"B\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"risks\", \"type\": \"risk-matrix\", \"label\": \"Risks\", \"why\": \"w\", \"example\": \"e\", \"need\": \"optional\","
  " \"people\": \"who\"}]}]}]}";

static gboolean
holds_text (GtkWidget     *widget,
            gconstpointer  text)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
}

/* Whoever goes on right after typing a new name is asked on the next step. */
static void
test_renamed_on_the_way (Fixture       *fixture,
                         gconstpointer  data)
{
  WbAnswers *answers = wb_project_file_get_answers (fixture->file);
  g_autoptr (GError) error = NULL;
  GtkWidget *offer;

  close_view (fixture);
  wb_test_finalize (fixture->guide);
  fixture->guide = wb_guide_from_json ("people", "People", PEOPLE_GUIDE, &error);
  g_assert_no_error (error);
  wb_answers_add_row (answers, "who", "k");
  wb_answers_set (answers, "who", "k", "name", "Kim");
  wb_answers_add_row (answers, "risks", "r");
  wb_answers_set (answers, "risks", "r", "owner", "Kim");
  show_view (fixture, fixture->file);
  gtk_editable_set_text (GTK_EDITABLE (wb_test_find (GTK_WIDGET (find_row (fixture, "who")), GTK_TYPE_ENTRY, holds_text, "Kim")), "Kim B.");
  act (fixture, "project.next-step");
  offer = wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_RENAME_OFFER, NULL, NULL);
  g_assert_nonnull (offer);
  g_signal_emit_by_name (wb_rename_offer_get_change (WB_RENAME_OFFER (offer)), "clicked");
  g_assert_cmpstr (wb_answers_get (answers, "risks", "r", "owner"), ==, "Kim B.");
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (offer)));
}

static gboolean
begins_with (GtkWidget     *widget,
             gconstpointer  begin)
{
  return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), begin);
}

/* The question whether other places follow the new name of who was called @before. (nullable) */
static GtkWidget *
find_question (Fixture    *fixture,
               const char *before)
{
  GtkWidget *offer = wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_RENAME_OFFER, NULL, NULL);
  g_autofree char *begin = g_strdup_printf ("“%s”", before);

  return offer != NULL && wb_test_find (offer, GTK_TYPE_LABEL, begins_with, begin) != NULL ? offer : NULL;
}

static gboolean
asks_about_kim (gpointer data)
{
  return find_question (data, "Kim") != NULL;
}

static gboolean
asks_nothing (gpointer data)
{
  Fixture *fixture = data;

  return wb_test_find (GTK_WIDGET (fixture->view), WB_TYPE_RENAME_OFFER, NULL, NULL) == NULL;
}

static void
add_person (Fixture    *fixture,
            const char *name,
            gboolean    elsewhere)
{
  WbAnswers *answers = wb_project_file_get_answers (fixture->file);

  wb_answers_add_row (answers, "who", name);
  wb_answers_set (answers, "who", name, "name", name);
  if (elsewhere)
    {
      wb_answers_add_row (answers, "risks", name);
      wb_answers_set (answers, "risks", name, "owner", name);
    }
}

static void
rename_person (Fixture    *fixture,
               const char *before,
               const char *after)
{
  gtk_editable_set_text (GTK_EDITABLE (wb_test_find (GTK_WIDGET (find_row (fixture, "who")), GTK_TYPE_ENTRY, holds_text, before)), after);
}

/* Several new names are asked about one after the other, but not one that stands nowhere else. */
static void
test_renamed_several (Fixture       *fixture,
                      gconstpointer  data)
{
  WbAnswers *answers = wb_project_file_get_answers (fixture->file);
  g_autoptr (GError) error = NULL;
  GtkWidget *offer;

  close_view (fixture);
  wb_test_finalize (fixture->guide);
  fixture->guide = wb_guide_from_json ("people", "People", PEOPLE_GUIDE, &error);
  g_assert_no_error (error);
  add_person (fixture, "Kim", TRUE);
  add_person (fixture, "Toni", TRUE);
  add_person (fixture, "Uli", FALSE);
  show_view (fixture, fixture->file);
  rename_person (fixture, "Kim", "Kim B.");
  rename_person (fixture, "Toni", "Toni B.");
  rename_person (fixture, "Uli", "Uli B.");
  act (fixture, "project.next-step");
  offer = find_question (fixture, "Toni");
  g_assert_nonnull (offer);
  g_signal_emit_by_name (wb_rename_offer_get_change (WB_RENAME_OFFER (offer)), "clicked");
  g_assert_cmpstr (wb_answers_get (answers, "risks", "Toni", "owner"), ==, "Toni B.");
  wb_test_wait (asks_about_kim, fixture);
  offer = find_question (fixture, "Kim");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (offer)));
  g_signal_emit_by_name (wb_rename_offer_get_leave (WB_RENAME_OFFER (offer)), "clicked");
  g_assert_cmpstr (wb_answers_get (answers, "risks", "Kim", "owner"), ==, "Kim");
  wb_test_wait (asks_nothing, fixture);
}

/* What is on its way into the file comes first; and what somebody works on is not taken away from under them. */
static void
test_delete_open (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();
  const WbRecentProject recent = { .path = fixture->path, .title = (char *) "Test", .guide_title = (char *) "Guide" };
  WbFileTurns *turns = wb_open_projects_get_turns (wb_services_get_open_projects (fixture->services));
  GtkWindow *message = NULL;
  WbFileTurn *turn = NULL;
  gboolean next = FALSE;

  /* Held by the fixture, which is nobody's window. */
  close_view (fixture);
  adw_window_set_content (ADW_WINDOW (window), toasts);
  gtk_window_present (GTK_WINDOW (window));
  wb_file_turns_take (turns, fixture->path, keep_turn, &turn);
  wb_project_delete (ADW_TOAST_OVERLAY (toasts), fixture->services, &recent);
  wb_file_turns_take (turns, fixture->path, note_turn, &next);
  wb_file_turn_end (turn);
  g_assert_false (next);
  wb_test_wait (has_message, &message);
  g_assert_true (next);
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), ==,
                   "“test" WB_PROJECT_SUFFIX "” is open elsewhere, so it was left as it is.");
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (message);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
attached_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_project_file_attach_finish (WB_PROJECT_FILE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* A file that was attached and removed again, of 300 kB. */
static void
leave_removed (Fixture *fixture)
{
  WbAnswers *answers = wb_project_file_get_answers (fixture->file);
  g_autofree char *path = g_build_filename (fixture->folder, "plan.txt", NULL);
  g_autofree char *bytes = g_strnfill (300000, 'x');
  g_autofree const char **rows = NULL;
  const char *paths[] = { path, NULL };
  gboolean done = FALSE;

  g_assert_true (g_file_set_contents (path, bytes, -1, NULL));
  wb_project_file_attach_async (fixture->file, "files", paths, NULL, NULL, NULL, attached_cb, &done);
  wb_test_wait (is_true, &done);
  rows = wb_answers_list_rows (answers, "files");
  wb_answers_remove_row (answers, "files", rows[0]);
}

/* Asks for it and answers the dialog with @response; it must say @says. */
static void
answer_purge (Fixture    *fixture,
              const char *says,
              const char *response)
{
  GtkWindow *message = NULL;

  act (fixture, "project.purge");
  wb_test_wait (has_message, &message);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), says));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), response);
  gtk_window_destroy (message);
}

static gint64
measure_unused (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 all, unused;

  g_assert_true (wb_project_file_measure_attachments (fixture->path, &all, &unused, &error));
  g_assert_no_error (error);

  return unused;
}

static void
toast_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  *(char **) user_data = g_variant_dup_string (parameter, NULL);
}

static gboolean
is_told (gpointer data)
{
  return *(char **) data != NULL;
}

/* The space of removed attachments: asked once, freed in its turn, and what was said is what was done. */
static void
test_purge (Fixture       *fixture,
            gconstpointer  data)
{
  WbFileTurns *turns = wb_open_projects_get_turns (wb_services_get_open_projects (fixture->services));
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) toast = g_simple_action_new ("toast", G_VARIANT_TYPE_STRING);
  g_autofree char *told = NULL;
  GStatBuf before, after;
  gboolean mine = FALSE;

  g_signal_connect (toast, "activate", G_CALLBACK (toast_activated), &told);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (toast));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));

  answer_purge (fixture, "No attachment that was removed", "keep");
  leave_removed (fixture);
  answer_purge (fixture, "still take up 300.0\302\240kB in the project file", "keep");
  g_assert_cmpint (measure_unused (fixture), ==, 300000);
  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);

  answer_purge (fixture, "bring back only their names", "free");
  wb_file_turns_take (turns, fixture->path, note_turn, &mine);
  g_assert_false (mine);
  wb_test_wait (is_told, &told);
  g_assert_true (mine);
  g_assert_cmpstr (told, ==, "300.0\302\240kB freed");
  g_assert_cmpint (measure_unused (fixture), ==, 0);
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  g_assert_cmpint (after.st_size, <, before.st_size - 250000);

}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) \
  g_test_add ("/app/project-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("steps", test_steps);
  ADD ("way", test_way);
  ADD ("flush", test_flush);
  ADD ("saved", test_saved);
  ADD ("read-only", test_read_only);
  ADD ("second-window", test_second_window);
  ADD ("copy", test_copy);
  ADD ("missing", test_missing);
  ADD ("list", test_list);
  ADD ("find-at-once", test_find_at_once);
  ADD ("link-at-once", test_link_at_once);
  ADD ("delete-open", test_delete_open);
  ADD ("found-high", test_found_high);
  ADD ("renamed-on-the-way", test_renamed_on_the_way);
  ADD ("renamed-several", test_renamed_several);
  ADD ("purge", test_purge);
#undef ADD

  return g_test_run ();
}
