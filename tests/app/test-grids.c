/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-cell-entry.h"
#include "wb-field-row.h"
#include "wb-figure-view.h"
#include "wb-finding-list.h"
#include "wb-focus.h"
#include "wb-name-chooser.h"
#include "wb-payload-reader.h"
#include "wb-place-map.h"
#include "wb-place-point.h"
#include "wb-raci-view.h"
#include "wb-rename-offer.h"
#include "wb-table-row.h"
#include "wb-test-services.h"

#define FIELD(id, type, more) \
  "{\"id\": \"" id "\", \"type\": \"" type "\", \"label\": \"Label of " id "\", \"why\": \"Why\"," \
  " \"example\": \"Example\", \"need\": \"required\"" more "}"

static const char GUIDE[] =
  "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\","
  " \"steps\": [{\"id\": \"s\", \"title\": \"Step\", \"minutes\": 5, \"why\": \"Why\", \"help\": [],"
  " \"documents\": [], \"fields\": ["
  FIELD ("who", "stakeholder-grid", ", \"rules\": [{\"id\": \"pr\", \"missing\": [\"Personalrat\"], \"title\": \"Personalrat\","
         " \"reason\": \"Reason\", \"to\": \"law\"}, {\"id\": \"yard\", \"missing\": [\"Yard\"], \"title\": \"Yard\","
         " \"reason\": \"Reason\"}]") ","
  FIELD ("risks", "risk-matrix", ", \"people\": \"who\"") ","
  FIELD ("raci", "raci", ", \"people\": \"who\"") ","
  FIELD ("lead", "person", "") ","
  FIELD ("stops", "milestones", "")
  "]}]}]}";

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  WbFormContext *context;
  GtkWidget *window;
  WbFieldRow *row;
} Fixture;

static void
show (Fixture    *fixture,
      const char *id,
      gboolean    read_only)
{
  fixture->context = wb_form_context_new (fixture->guide, fixture->answers, NULL, read_only);
  fixture->row = WB_FIELD_ROW (wb_field_row_new (fixture->context, wb_guide_get_field (fixture->guide, id)));
  fixture->window = g_object_new (GTK_TYPE_WINDOW, "child", fixture->row, "default-width", 700, "default-height", 700, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->guide = wb_guide_from_json ("guide", "Guide", GUIDE, &error);
  g_assert_no_error (error);
  fixture->answers = wb_answers_new ();
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->row), (gpointer *) &fixture->row);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->row);
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->answers);
  g_assert_finalize_object (fixture->guide);
}

static void
add (Fixture    *fixture,
     const char *field,
     const char *row,
     const char *column,
     const char *value)
{
  g_autofree const char **rows = wb_answers_list_rows (fixture->answers, field);

  if (!g_strv_contains (rows, row))
    wb_answers_add_row (fixture->answers, field, row);
  wb_answers_set (fixture->answers, field, row, column, value);
}

static GtkWidget *
find (Fixture *fixture,
      GType    type)
{
  GtkWidget *widget = wb_test_find (GTK_WIDGET (fixture->row), type, NULL, NULL);

  g_assert_nonnull (widget);

  return widget;
}

/* What @widget does with a key, as if it had been pressed. */
static gboolean
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
      any = any || taken;
    }

  return any;
}

static void
assert_place (Fixture    *fixture,
              const char *field,
              const char *row,
              const char *up,
              const char *right)
{
  const gboolean risks = g_str_equal (field, "risks");

  g_assert_cmpstr (wb_answers_get (fixture->answers, field, row, risks ? "likelihood" : "influence"), ==, up);
  g_assert_cmpstr (wb_answers_get (fixture->answers, field, row, risks ? "damage" : "interest"), ==, right);
}

static void
assert_label (GtkWidget  *widget,
              const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* From nowhere to the middle, from there a field for each key, to the edge and no further; Delete takes it away. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  WbPlaceMap *map;
  GtkWidget *point;

  add (fixture, "who", "a", "group", "Yard");
  show (fixture, "who", FALSE);
  map = WB_PLACE_MAP (find (fixture, WB_TYPE_PLACE_MAP));
  point = wb_place_map_get_point (map, "a");
  assert_label (point, "Yard: Influence not rated, Interest not rated");
  g_assert_false (press (GTK_WIDGET (map), GDK_KEY_Up));

  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_grab_focus (point));
  g_assert_true (press (GTK_WIDGET (map), GDK_KEY_Up));
  assert_place (fixture, "who", "a", "3", "3");
  press (GTK_WIDGET (map), GDK_KEY_Up);
  press (GTK_WIDGET (map), GDK_KEY_Left);
  assert_place (fixture, "who", "a", "4", "2");
  assert_label (point, "Yard: Influence 4 of 5, Interest 2 of 5");
  for (guint i = 0; i < 4; i++)
    press (GTK_WIDGET (map), GDK_KEY_Down);
  assert_place (fixture, "who", "a", "1", "2");
  g_assert_false (press (GTK_WIDGET (map), GDK_KEY_x));
  press (GTK_WIDGET (map), GDK_KEY_Delete);
  assert_place (fixture, "who", "a", "", "");

  wb_answers_remove_row (fixture->answers, "who", "a");
  g_assert_null (wb_place_map_get_point (map, "a"));
}

/* Dragged into the upper right corner, and out of the map again. */
static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GListModel) controllers = NULL;
  g_autoptr (GObject) drag = NULL;
  GtkWidget *map, *point;
  double x, y;

  add (fixture, "risks", "a", "risk", "Late");
  add (fixture, "risks", "a", "likelihood", "1");
  add (fixture, "risks", "a", "damage", "1");
  show (fixture, "risks", FALSE);
  map = find (fixture, WB_TYPE_PLACE_MAP);
  point = wb_place_map_get_point (WB_PLACE_MAP (map), "a");
  assert_label (point, "Late: Likelihood 1 of 5, Damage 1 of 5");
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (point) == 0)
    g_main_context_iteration (NULL, TRUE);

  controllers = gtk_widget_observe_controllers (map);
  for (guint i = 0; drag == NULL && i < g_list_model_get_n_items (controllers); i++)
    {
      drag = g_list_model_get_item (controllers, i);
      if (!GTK_IS_GESTURE_DRAG (drag))
        g_clear_object (&drag);
    }
  g_assert_true (gtk_widget_translate_coordinates (point, map, 10, 10, &x, &y));
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", 100.0, -100.0);
  g_signal_emit_by_name (drag, "drag-end", gtk_widget_get_width (map) - 20 - x, 40 - y);
  assert_place (fixture, "risks", "a", "5", "5");
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-end", 1.0, 0.0);
  assert_place (fixture, "risks", "a", "5", "5");
}

/* What is missing can be entered; then it is missing no more, and the focus goes on to what still is, or into the table. */
static void
test_findings (Fixture       *fixture,
               gconstpointer  data)
{
  WbFindingList *list;
  GtkWidget *button, *focus;
  g_autofree const char **rows = NULL;

  show (fixture, "who", FALSE);
  list = WB_FINDING_LIST (find (fixture, WB_TYPE_FINDING_LIST));
  g_assert_cmpuint (wb_finding_list_count (list), ==, 2);
  button = wb_test_find (GTK_WIDGET (list), GTK_TYPE_BUTTON, wb_test_shows, "Enter");
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_cmpuint (wb_finding_list_count (list), ==, 1);
  rows = wb_answers_list_rows (fixture->answers, "who");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "who", rows[0], "group"), ==, "Personalrat");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  assert_label (focus, "Enter: Yard");

  g_signal_emit_by_name (focus, "clicked");
  settle ();
  g_assert_cmpuint (wb_finding_list_count (list), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->row)));
}

/* Pressed through all letters; keys for more than one of them; columns follow the names. */
static void
test_raci (Fixture       *fixture,
           gconstpointer  data)
{
  WbRaciView *view;
  GtkWidget *cell;

  add (fixture, "who", "k", "name", "Kim");
  add (fixture, "raci", "t", "task", "Check");
  show (fixture, "raci", FALSE);
  view = WB_RACI_VIEW (find (fixture, WB_TYPE_RACI_VIEW));
  cell = wb_raci_view_get_cell (view, "t", "Kim");
  assert_label (cell, "Check, Kim: no part");
  g_signal_emit_by_name (cell, "clicked");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "raci", "t", "responsible"), ==, "Kim");
  g_assert_true (press (cell, GDK_KEY_A));
  settle ();
  assert_label (cell, "Check, Kim: does it, answers for it");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (cell)), ==, "R A");
  g_signal_emit_by_name (cell, "clicked");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "raci", "t", "responsible"), ==, "");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "raci", "t", "accountable"), ==, "");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "raci", "t", "consulted"), ==, "Kim");
  press (cell, GDK_KEY_Delete);
  g_assert_cmpstr (wb_answers_get (fixture->answers, "raci", "t", "consulted"), ==, "");

  add (fixture, "raci", "t", "informed", "Mayor");
  settle ();
  assert_label (wb_raci_view_get_cell (view, "t", "Mayor"), "Check, Mayor: is informed");
  g_assert_nonnull (wb_raci_view_get_cell (view, "t", "Kim"));
}

static gboolean
shows_text (GtkWidget     *widget,
            gconstpointer  text)
{
  return GTK_IS_ENTRY (widget) && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (widget)), text) == 0;
}

/* Presses the name in the list of @chooser. */
static void
choose (GtkWidget  *chooser,
        const char *name)
{
  GtkWidget *label = wb_test_find (chooser, GTK_TYPE_LABEL, wb_test_shows, name);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  settle ();
}

/* A risk has one owner, whoever was chosen last; a task has all that were. */
static void
test_choose_names (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *const fields[] = { "risks", "raci" }, *const names[] = { "Kim", "Toni" };
  const char *const columns[] = { "owner", "responsible" }, *const expected[] = { "Toni", "Kim, Toni" };
  const gsize nth = GPOINTER_TO_SIZE (data);
  GtkWidget *chooser, *popover;

  add (fixture, "who", "k", "name", "Kim");
  add (fixture, "who", "t", "name", "Toni");
  add (fixture, fields[nth], "r", nth == 0 ? "risk" : "task", "Late");
  show (fixture, fields[nth], FALSE);
  chooser = find (fixture, WB_TYPE_NAME_CHOOSER);
  popover = wb_test_find (chooser, GTK_TYPE_POPOVER, NULL, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (wb_test_find (chooser, GTK_TYPE_MENU_BUTTON, NULL, NULL)));
      settle ();
      choose (popover, names[i]);
    }
  g_assert_cmpstr (wb_answers_get (fixture->answers, fields[nth], "r", columns[nth]), ==, expected[nth]);
}

/* What is known of a person goes along into what is empty, and over what belonged to somebody else; F4 lists who fits. */
static void
test_choose_person (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *chooser, *entry;

  add (fixture, "who", "k", "name", "Kim");
  add (fixture, "who", "k", "group", "Yard");
  add (fixture, "who", "t", "name", "Toni");
  wb_answers_set (fixture->answers, "lead", "", "contact", "Room 7");
  show (fixture, "lead", FALSE);
  chooser = find (fixture, WB_TYPE_NAME_CHOOSER);
  entry = find (fixture, GTK_TYPE_ENTRY);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (entry), "ki");
  press (entry, GDK_KEY_F4);
  settle ();
  g_assert_null (wb_test_find (chooser, GTK_TYPE_LABEL, wb_test_shows, "Toni"));
  choose (chooser, "Kim");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "lead", "", "name"), ==, "Kim");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "lead", "", "role"), ==, "Yard");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "lead", "", "contact"), ==, "");

  press (entry, GDK_KEY_F4);
  settle ();
  choose (chooser, "Toni");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "lead", "", "name"), ==, "Toni");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "lead", "", "role"), ==, "");
  /* Choosing another is no renaming. */
  g_assert_null (wb_test_find (GTK_WIDGET (fixture->row), WB_TYPE_RENAME_OFFER, NULL, NULL));
}

/* Types @text into the entry that shows @before, and leaves it with Enter. */
static void
retype (Fixture    *fixture,
        const char *before,
        const char *text)
{
  GtkWidget *entry = wb_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_ENTRY, shows_text, before);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  settle ();
}

/* Somebody who is called otherwise is called so elsewhere when that is wanted, and only then. */
static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *offer, *place;

  add (fixture, "who", "k", "name", "Kim");
  add (fixture, "risks", "r", "owner", "Kim");
  add (fixture, "raci", "a", "responsible", "Kim, Toni");
  show (fixture, "who", FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  retype (fixture, "Kim", "Kim B.");
  offer = find (fixture, WB_TYPE_RENAME_OFFER);
  assert_label (offer, "“Kim” is called “Kim B.” now. The old name stands in 2 other places.");
  place = gtk_widget_get_parent (offer);
  g_assert_true (gtk_widget_get_visible (place));
  g_assert_cmpstr (wb_answers_get (fixture->answers, "risks", "r", "owner"), ==, "Kim");
  g_signal_emit_by_name (wb_rename_offer_get_change (WB_RENAME_OFFER (offer)), "clicked");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "risks", "r", "owner"), ==, "Kim B.");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "raci", "a", "responsible"), ==, "Kim B., Toni");
  g_assert_false (gtk_widget_get_visible (offer));
  /* Nor is there a gap. */
  g_assert_false (gtk_widget_get_visible (place));

  retype (fixture, "Kim B.", "Kim");
  offer = find (fixture, WB_TYPE_RENAME_OFFER);
  g_assert_true (gtk_widget_get_visible (offer));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (offer)));
  g_signal_emit_by_name (wb_rename_offer_get_leave (WB_RENAME_OFFER (offer)), "clicked");
  g_assert_false (gtk_widget_get_visible (offer));
  g_assert_cmpstr (wb_answers_get (fixture->answers, "risks", "r", "owner"), ==, "Kim B.");
  /* Nobody is left who was called so. */
  retype (fixture, "Kim", "Kim C.");
  g_assert_null (wb_test_find (GTK_WIDGET (fixture->row), WB_TYPE_RENAME_OFFER, NULL, NULL));
}

/* The row anew, as when somebody comes back to the step. */
static void
come_back (Fixture *fixture)
{
  fixture->row = WB_FIELD_ROW (wb_field_row_new (fixture->context, wb_guide_get_field (fixture->guide, "who")));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->row));
  settle ();
}

/* The question waits for an answer, and is not asked again after it. */
static void
test_rename_waits (Fixture       *fixture,
                   gconstpointer  data)
{
  add (fixture, "who", "k", "name", "Kim");
  add (fixture, "risks", "r", "owner", "Kim");
  show (fixture, "who", FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  retype (fixture, "Kim", "Kim B.");
  come_back (fixture);
  assert_label (find (fixture, WB_TYPE_RENAME_OFFER), "“Kim” is called “Kim B.” now. The old name stands in 1 other place.");
  retype (fixture, "Kim B.", "Kim C.");
  come_back (fixture);
  assert_label (find (fixture, WB_TYPE_RENAME_OFFER), "“Kim” is called “Kim C.” now. The old name stands in 1 other place.");
  g_signal_emit_by_name (wb_rename_offer_get_leave (WB_RENAME_OFFER (find (fixture, WB_TYPE_RENAME_OFFER))), "clicked");
  come_back (fixture);
  g_assert_null (wb_test_find (GTK_WIDGET (fixture->row), WB_TYPE_RENAME_OFFER, NULL, NULL));

  /* What was taken back is no question any more. */
  retype (fixture, "Kim C.", "Kim D.");
  wb_answers_set (fixture->answers, "who", "k", "name", "Kim");
  g_assert_null (wb_form_context_find_renaming (fixture->context, NULL));
}

static void
check_order (Fixture    *fixture,
             const char *expected)
{
  g_autofree const char **rows = wb_answers_list_rows (fixture->answers, "stops");
  g_autofree char *joined = g_strjoinv (" ", (char **) rows);

  g_assert_cmpstr (joined, ==, expected);
}

/* The nth row as it stands in the form. */
static GtkWidget *
get_row (Fixture *fixture,
         guint    n)
{
  GtkWidget *row = find (fixture, WB_TYPE_TABLE_ROW);

  while (n-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

/* What @row does with Alt and a key. */
static void
press_alt (GtkWidget *row,
           guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, GDK_ALT_MASK, &taken);
    }
  settle ();
}

static gboolean
is_point_of (GtkWidget    *widget,
             gconstpointer row)
{
  return g_str_equal (wb_place_point_get_row (WB_PLACE_POINT (widget)), row);
}

/* The label with the name of @row on the map. */
static GtkLabel *
find_name (Fixture    *fixture,
           const char *row)
{
  GtkWidget *point = wb_test_find (GTK_WIDGET (fixture->row), WB_TYPE_PLACE_POINT, is_point_of, row);

  g_assert_nonnull (point);

  return GTK_LABEL (gtk_widget_get_last_child (point));
}

static gboolean
is_cut (Fixture    *fixture,
        const char *row)
{
  return pango_layout_is_ellipsized (gtk_label_get_layout (find_name (fixture, row)));
}

/* Shown until everything has its place. */
static gboolean
has_width (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

/* A name runs over the fields beside its own where nobody stands, and the other way at the edge. */
static void
test_names_on_map (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const places[][3] = { { "a", "5", "1" }, { "b", "4", "5" }, { "c", "2", "2" }, { "d", "2", "3" } };
  graphene_rect_t number, name;
  GtkWidget *point;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      add (fixture, "who", places[i][0], "group", "The youth office of the town");
      add (fixture, "who", places[i][0], "influence", places[i][1]);
      add (fixture, "who", places[i][0], "interest", places[i][2]);
    }
  show (fixture, "who", FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wb_test_wait (has_width, find_name (fixture, "d"));
  g_assert_false (is_cut (fixture, "a"));
  g_assert_false (is_cut (fixture, "b"));
  g_assert_true (is_cut (fixture, "c"));
  g_assert_false (is_cut (fixture, "d"));
  point = gtk_widget_get_parent (GTK_WIDGET (find_name (fixture, "b")));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (point), gtk_widget_get_parent (point), &number));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (point), gtk_widget_get_parent (point), &name));
  g_assert_cmpfloat (name.origin.x + name.size.width, <=, number.origin.x);
  g_assert_cmpfloat (number.origin.x + number.size.width, <=, gtk_widget_get_width (gtk_widget_get_parent (point)));
}

static graphene_rect_t
find_bounds (GtkWidget *widget,
             GtkWidget *row)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, row, &bounds));

  return bounds;
}

/* The first line ends before the buttons; all others have the whole width of the card, and the buttons come last for the keyboard. */
static void
test_card (Fixture       *fixture,
           gconstpointer  data)
{
  graphene_rect_t first, last, trash;
  GtkWidget *row;

  add (fixture, "who", "a", "group", "Council");
  show (fixture, "who", FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  row = get_row (fixture, 0);
  first = find_bounds (wb_table_row_get_cell (WB_TABLE_ROW (row), "group"), row);
  last = find_bounds (wb_table_row_get_cell (WB_TABLE_ROW (row), "told"), row);
  trash = find_bounds (gtk_widget_get_last_child (gtk_widget_get_last_child (row)), row);
  g_assert_cmpfloat (first.origin.x + first.size.width, <=, trash.origin.x);
  g_assert_cmpfloat (first.origin.y, <, trash.origin.y + trash.size.height);
  g_assert_cmpfloat (last.origin.y, >=, trash.origin.y + trash.size.height);
  g_assert_cmpfloat_with_epsilon (last.origin.x, first.origin.x, 1);
  g_assert_cmpfloat_with_epsilon (last.origin.x + last.size.width, trash.origin.x + trash.size.width, 1);
  g_assert_true (wb_focus_first (row));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), WB_TYPE_CELL_ENTRY));
  while (gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD))
    ;
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), gtk_widget_get_last_child (row)));
}

/* Up and down by key, with what stands in the row; at the ends nothing happens. */
static void
test_move_rows (Fixture       *fixture,
                gconstpointer  data)
{
  add (fixture, "stops", "a", "name", "Council");
  add (fixture, "stops", "b", "name", "Start");
  add (fixture, "stops", "c", "name", "End");
  show (fixture, "stops", FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  press_alt (get_row (fixture, 0), GDK_KEY_Up);
  check_order (fixture, "a b c");
  press_alt (get_row (fixture, 0), GDK_KEY_Down);
  check_order (fixture, "b a c");
  g_assert_cmpstr (wb_table_row_get_row (WB_TABLE_ROW (get_row (fixture, 1))), ==, "a");
  g_assert_cmpstr (wb_answers_get (fixture->answers, "stops", "a", "name"), ==, "Council");
  g_assert_nonnull (wb_test_find (get_row (fixture, 1), GTK_TYPE_ENTRY, shows_text, "Council"));
  press_alt (get_row (fixture, 1), GDK_KEY_Down);
  press_alt (get_row (fixture, 2), GDK_KEY_Down);
  check_order (fixture, "b c a");
  press_alt (get_row (fixture, 2), GDK_KEY_Up);
  check_order (fixture, "b a c");
}

/* Lets @dragged fall on @row. */
static gboolean
drop_on (GtkWidget *row,
         GtkWidget *dragged)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, WB_TYPE_TABLE_ROW);
  g_value_set_object (&value, dragged);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  g_value_reset (&value);
  settle ();

  return taken;
}

/* A dragged row takes the place of the one it falls on; a row of another table does not. */
static void
test_drag_rows (Fixture       *fixture,
                gconstpointer  data)
{
  WbFormContext *context;
  WbFieldRow *other;
  GtkWidget *foreign;

  add (fixture, "stops", "a", "name", "Council");
  add (fixture, "stops", "b", "name", "Start");
  add (fixture, "stops", "c", "name", "End");
  show (fixture, "stops", FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_true (drop_on (get_row (fixture, 2), get_row (fixture, 0)));
  check_order (fixture, "b c a");
  g_assert_true (drop_on (get_row (fixture, 0), get_row (fixture, 2)));
  check_order (fixture, "a b c");
  g_assert_nonnull (wb_test_find (get_row (fixture, 0), GTK_TYPE_ENTRY, shows_text, "Council"));
  g_assert_false (drop_on (get_row (fixture, 1), get_row (fixture, 1)));

  context = wb_field_row_get_context (fixture->row);
  other = g_object_ref_sink (WB_FIELD_ROW (wb_field_row_new (context, wb_field_row_get_field (fixture->row))));
  foreign = g_object_ref_sink (wb_table_row_new (other, "a"));
  g_assert_false (drop_on (get_row (fixture, 2), foreign));
  check_order (fixture, "a b c");
  wb_table_row_detach (WB_TABLE_ROW (foreign));
  g_object_unref (foreign);
  g_object_unref (other);
}

/* What cannot be stored goes along, with what is wrong with it and with the focus. */
static void
test_move_typed (Fixture       *fixture,
                 gconstpointer  data)
{
  WbCellEntry *date;

  add (fixture, "stops", "a", "name", "Council");
  add (fixture, "stops", "b", "name", "Start");
  show (fixture, "stops", FALSE);
  date = WB_CELL_ENTRY (wb_table_row_get_cell (WB_TABLE_ROW (get_row (fixture, 0)), "date"));
  gtk_widget_grab_focus (GTK_WIDGET (date));
  gtk_editable_set_text (GTK_EDITABLE (wb_cell_entry_get_entry (date)), "31.2.2027");
  press_alt (get_row (fixture, 0), GDK_KEY_Down);
  check_order (fixture, "b a");

  date = WB_CELL_ENTRY (wb_table_row_get_cell (WB_TABLE_ROW (get_row (fixture, 1)), "date"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (wb_cell_entry_get_entry (date))), ==, "31.2.2027");
  g_assert_nonnull (wb_cell_entry_get_problem (date));
  g_assert_nonnull (wb_field_row_get_problem (fixture->row));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (date)));
  g_assert_cmpstr (wb_answers_get (fixture->answers, "stops", "a", "date"), ==, "");
}

/* An offer goes along until somebody has decided on it. */
static void
test_move_offer (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *offer;

  add (fixture, "who", "k", "name", "Kim");
  add (fixture, "who", "t", "name", "Toni");
  add (fixture, "risks", "r", "owner", "Kim");
  show (fixture, "who", FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  retype (fixture, "Kim", "Kim B.");
  press_alt (get_row (fixture, 0), GDK_KEY_Down);
  g_assert_cmpstr (wb_table_row_get_row (WB_TABLE_ROW (get_row (fixture, 1))), ==, "k");
  offer = wb_test_find (get_row (fixture, 1), WB_TYPE_RENAME_OFFER, NULL, NULL);
  g_assert_nonnull (offer);
  assert_label (offer, "“Kim” is called “Kim B.” now. The old name stands in 1 other place.");

  g_signal_emit_by_name (wb_rename_offer_get_leave (WB_RENAME_OFFER (offer)), "clicked");
  press_alt (get_row (fixture, 1), GDK_KEY_Up);
  g_assert_null (wb_test_find (GTK_WIDGET (fixture->row), WB_TYPE_RENAME_OFFER, NULL, NULL));
}

/* Nobody moves anything in a project that is only read. */
static void
test_move_read_only (Fixture       *fixture,
                     gconstpointer  data)
{
  add (fixture, "stops", "a", "name", "Council");
  add (fixture, "stops", "b", "name", "Start");
  show (fixture, "stops", TRUE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  press_alt (get_row (fixture, 0), GDK_KEY_Down);
  check_order (fixture, "a b");
}

static void
test_timeline (Fixture       *fixture,
               gconstpointer  data)
{
  add (fixture, "stops", "a", "name", "Council");
  show (fixture, "stops", FALSE);
  g_assert_null (wb_test_find (GTK_WIDGET (fixture->row), WB_TYPE_FIGURE_VIEW, NULL, NULL));
  add (fixture, "stops", "a", "date", "2027-01-15");
  settle ();
  assert_label (find (fixture, WB_TYPE_FIGURE_VIEW), "Milestones");
}

/* Nothing moves in a project that somebody else has open. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *map;

  add (fixture, "who", "a", "group", "Yard");
  show (fixture, "who", TRUE);
  map = find (fixture, WB_TYPE_PLACE_MAP);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (wb_place_map_get_point (WB_PLACE_MAP (map), "a"));
  press (map, GDK_KEY_Up);
  assert_place (fixture, "who", "a", "", "");
}

#define ADD(name, function) g_test_add ("/app/grids/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("keys", test_keys);
  ADD ("drag", test_drag);
  ADD ("findings", test_findings);
  ADD ("raci", test_raci);
  ADD ("choose-name", test_choose_names);
  g_test_add ("/app/grids/choose-names", Fixture, GSIZE_TO_POINTER (1), set_up, test_choose_names, tear_down);
  ADD ("choose-person", test_choose_person);
  ADD ("rename", test_rename);
  ADD ("rename-waits", test_rename_waits);
  ADD ("names-on-map", test_names_on_map);
  ADD ("card", test_card);
  ADD ("move-rows", test_move_rows);
  ADD ("drag-rows", test_drag_rows);
  ADD ("move-typed", test_move_typed);
  ADD ("move-offer", test_move_offer);
  ADD ("move-read-only", test_move_read_only);
  ADD ("timeline", test_timeline);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
