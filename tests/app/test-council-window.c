/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "wb-cell-entry.h"
#include "wb-council-row.h"
#include "wb-council-source.h"
#include "wb-council-window.h"
#include "wb-project-file.h"
#include "wb-test-services.h"

#define GUIDE "leitfaden-sozialraeume"

typedef struct
{
  char *folder;
  char *path;
  WbServices *services;
  GtkWidget *parent;
  GtkWidget *window;
  char *opened; /* (nullable) the question that was asked for */
} Fixture;

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_clear_pointer (&fixture->opened, g_free);
  g_variant_get (parameter, "(ss)", NULL, &fixture->opened);
}

static void
make_project (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbItem) guide = wb_library_get_item (wb_services_get_library (fixture->services), GUIDE, &error);
  g_autoptr (WbProjectFile) file = NULL;
  WbAnswers *answers;

  g_assert_no_error (error);
  file = wb_project_file_create (fixture->path, "Test", GUIDE, wb_item_get_title (guide), wb_item_get_payload (guide), NULL, NULL, &error);
  g_assert_no_error (error);
  answers = wb_project_file_get_answers (file);
  wb_answers_set (answers, "personenbezug", "", "", "unklar");
  g_assert_true (wb_project_file_close (file, &error));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GActionEntry entries[] = { { "open-project-at", open_cb, "(ss)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test" WB_PROJECT_SUFFIX, NULL);
  fixture->services = wb_test_services_new (fixture->folder);
  make_project (fixture);
  fixture->parent = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->parent, "win", G_ACTION_GROUP (group));
  fixture->window = wb_council_window_new (GTK_WINDOW (fixture->parent), fixture->services, fixture->path);
  gtk_widget_show (fixture->parent);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    {
      GtkWidget *window = g_object_ref (fixture->window);

      gtk_window_destroy (GTK_WINDOW (fixture->window));
      wb_test_finalize (window);
    }
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  wb_test_finalize (fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->opened);
}

static gboolean
is_of_field (GtkWidget     *widget,
             gconstpointer  field)
{
  return g_str_equal (wb_council_row_get_gap (WB_COUNCIL_ROW (widget))->field, field);
}

static gboolean
is_of_kind (GtkWidget     *widget,
            gconstpointer  kind)
{
  return wb_council_row_get_gap (WB_COUNCIL_ROW (widget))->kind == *(const WbCouncilGapKind *) kind;
}

static GtkWidget *
find_field (Fixture    *fixture,
            const char *field)
{
  return wb_test_find (fixture->window, WB_TYPE_COUNCIL_ROW, is_of_field, field);
}

static gboolean
has_rows (gpointer data)
{
  return wb_test_find (((Fixture *) data)->window, WB_TYPE_COUNCIL_ROW, NULL, NULL) != NULL;
}

static gboolean
has_no_day_gap (gpointer data)
{
  const WbCouncilGapKind kind = WB_COUNCIL_GAP_DATE;

  return has_rows (data) && wb_test_find (((Fixture *) data)->window, WB_TYPE_COUNCIL_ROW, is_of_kind, &kind) == NULL;
}

static WbCellEntry *
get_entry (Fixture *fixture,
           guint    i)
{
  const char *const names[] = { "Council meeting", "Papers to be handed in by" };
  GtkWidget *label = wb_test_find (fixture->window, GTK_TYPE_LABEL, wb_test_shows, names[i]);
  GtkWidget *row = gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);

  return WB_CELL_ENTRY (wb_test_find (row, WB_TYPE_CELL_ENTRY, NULL, NULL));
}

static void
type_day (Fixture    *fixture,
          guint       i,
          const char *text)
{
  WbCellEntry *entry = get_entry (fixture, i);

  gtk_editable_set_text (GTK_EDITABLE (wb_cell_entry_get_entry (entry)), text);
  wb_cell_entry_flush (entry);
}

/* The list comes with its groups; a line leads to its question and closes the window. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row;

  wb_test_wait (has_rows, fixture);
  g_assert_nonnull (wb_test_find (fixture->window, GTK_TYPE_LABEL, wb_test_shows, "Missing in the papers"));
  g_assert_nonnull (wb_test_find (fixture->window, GTK_TYPE_LABEL, wb_test_shows, "Still undecided"));
  row = find_field (fixture, "personenbezug");
  g_assert_nonnull (row);
  g_assert_nonnull (wb_test_find (row, GTK_TYPE_LABEL, wb_test_shows, "must"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "must: Werden im Vorhaben personenbezogene Daten verarbeitet?");
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (fixture->opened, ==, "personenbezug");
}

/* Without a day the window asks for it: the first line leads to the entry. What is typed goes into the file, and the list follows. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = NULL;
  const WbCouncilGapKind kind = WB_COUNCIL_GAP_DATE;
  GtkWidget *row;

  wb_test_wait (has_rows, fixture);
  row = wb_test_find (fixture->window, WB_TYPE_COUNCIL_ROW, is_of_kind, &kind);
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_null (fixture->opened);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (get_entry (fixture, 0))));

  type_day (fixture, 0, "12.1.2036");
  type_day (fixture, 1, "18.12.2035");
  wb_test_wait (has_no_day_gap, fixture);
  file = wb_project_file_look (fixture->path, "", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "ratsbeschluss", "", ""), ==, "2036-01-12");
  g_assert_cmpstr (wb_project_file_get_fact (file, WB_PROJECT_FACT_MEETING), ==, "");
  g_assert_cmpstr (wb_project_file_get_fact (file, WB_PROJECT_FACT_HAND_IN), ==, "2035-12-18");
}

static gboolean
is_handed_in (gpointer data)
{
  g_autoptr (WbProjectFile) file = wb_project_file_look (((Fixture *) data)->path, "", NULL);

  return file != NULL && g_str_equal (wb_project_file_get_fact (file, WB_PROJECT_FACT_HAND_IN), "2035-12-18");
}

/* Who closes the window right after the last letter has typed the day all the same. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  GtkEntry *entry;

  wb_test_wait (has_rows, fixture);
  entry = wb_cell_entry_get_entry (get_entry (fixture, 1));
  gtk_editable_set_text (GTK_EDITABLE (entry), "18.12.2035");
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wb_test_wait (is_handed_in, fixture);
}

static gboolean
lacks_undecided (gpointer data)
{
  const WbCouncilGapKind kind = WB_COUNCIL_GAP_DECISION;

  return has_rows (data) && wb_test_find (((Fixture *) data)->window, WB_TYPE_COUNCIL_ROW, is_of_kind, &kind) == NULL;
}

/* What is answered in an open project goes from the list, and the focus stays where it was. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  WbProjectFile *file;
  GtkWidget *row;
  int index;

  wb_test_wait (has_rows, fixture);
  row = find_field (fixture, "personenbezug");
  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (row);
  file = wb_project_file_open (fixture->path, &error);
  g_assert_no_error (error);
  wb_open_projects_add (wb_services_get_open_projects (fixture->services), file);
  wb_answers_set (wb_project_file_get_answers (file), "personenbezug", "", "", "ja");
  g_assert_true (wb_project_file_flush (file, &error));
  wb_test_wait (lacks_undecided, fixture);
  row = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), WB_TYPE_COUNCIL_ROW);
  g_assert_nonnull (row);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, index);
  wb_open_projects_remove (wb_services_get_open_projects (fixture->services), file);
  wb_test_finalize (file);
}

/* On paper it says the same, and who signs. */
static void
test_paper (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbCouncilSource) source = NULL;
  g_autoptr (WbDocument) document = NULL;
  g_autofree char *text = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, 11, 2026);
  source = wb_council_source_read (wb_services_get_library (fixture->services), fixture->path, &today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (source->papers->len, ==, 2);
  document = wb_council_source_build (source, &today);
  text = wb_block_to_text (wb_document_get_root (document));
  g_assert_nonnull (strstr (text, "must: Werden im Vorhaben personenbezogene Daten verarbeitet?"));
  g_assert_nonnull (strstr (text, "Beschlussvorlage: Datum, Leitung der Verwaltung"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/council-window/list", test_list);
  ADD ("/council-window/days", test_days);
  ADD ("/council-window/close", test_close);
  ADD ("/council-window/follows", test_follows);
  ADD ("/council-window/paper", test_paper);
#undef ADD

  return g_test_run ();
}
