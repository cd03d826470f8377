/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-cell-entry.h"
#include "wb-check-item.h"
#include "wb-choice-list.h"
#include "wb-form.h"
#include "wb-name-chooser.h"
#include "wb-payload-reader.h"
#include "wb-table-row.h"
#include "wb-test-services.h"
#include "wb-toggle-group.h"

#define FIELD(id, type, more) \
  "{\"id\": \"" id "\", \"type\": \"" type "\", \"label\": \"Label of " id "\", \"why\": \"Why\"," \
  " \"example\": \"Example\", \"need\": \"required\"" more "}"
#define OPTION(id) "{\"id\": \"" id "\", \"label\": \"" id "\"}"

static const char GUIDE[] =
  "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\","
  " \"steps\": [{\"id\": \"s\", \"title\": \"Step\", \"minutes\": 5, \"why\": \"Why\", \"help\": [],"
  " \"documents\": [], \"fields\": ["
  FIELD ("text", "text", "") ","
  FIELD ("long", "long-text", "") ","
  FIELD ("yes", "choice", ", \"options\": [" OPTION ("ja") "," OPTION ("nein") "]") ","
  FIELD ("rows", "choice", ", \"options\": [" OPTION ("a") "," OPTION ("b") ","
         "{\"id\": \"c\", \"label\": \"c\", \"note\": \"Note\"}]") ","
  FIELD ("list", "choice", ", \"options\": [" OPTION ("a") "," OPTION ("b") "," OPTION ("c") ","
         OPTION ("d") "," OPTION ("e") "," OPTION ("f") "," OPTION ("g") "," OPTION ("h") ","
         OPTION ("i") "]") ","
  FIELD ("many", "choices", ", \"options\": [" OPTION ("x") "," OPTION ("y") "]") ","
  FIELD ("day", "date", "") ","
  FIELD ("who", "person", "") ","
  FIELD ("table", "table", ", \"columns\": ["
         "{\"id\": \"name\", \"label\": \"Name\", \"type\": \"text\"},"
         "{\"id\": \"size\", \"label\": \"Size\", \"type\": \"number\"},"
         "{\"id\": \"kind\", \"label\": \"Kind\", \"type\": \"choice\", \"options\": [" OPTION ("k1") ","
         OPTION ("k2") "]},"
         "{\"id\": \"must\", \"label\": \"Must\", \"type\": \"yes-no\"}]") ","
  FIELD ("check", "checklist", ", \"items\": [{\"id\": \"i1\", \"text\": \"First\", \"hint\": \"Hint\"},"
         "{\"id\": \"i2\", \"text\": \"Second\"}]") ","
  FIELD ("rate", "rating", ", \"scale\": {\"min\": 1, \"max\": 5, \"low\": \"low\", \"high\": \"high\"}") ","
  FIELD ("only", "text", ", \"when\": {\"field\": \"yes\", \"is\": \"ja\"}, \"unless\": \"No need.\"")
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
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const char *id = data;

  fixture->guide = wb_guide_from_json ("guide", "Guide", GUIDE, &error);
  g_assert_no_error (error);
  fixture->answers = wb_answers_new ();
  fixture->context = wb_form_context_new (fixture->guide, fixture->answers, NULL, FALSE);
  fixture->window = gtk_window_new ();
  if (id == NULL)
    return;

  fixture->row = WB_FIELD_ROW (wb_field_row_new (fixture->context,
                                                 wb_guide_get_field (fixture->guide, id)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->row));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->row != NULL)
    g_object_add_weak_pointer (G_OBJECT (fixture->row), (gpointer *) &fixture->row);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->row);
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->answers);
  g_assert_finalize_object (fixture->guide);
}

static const char *
get (Fixture    *fixture,
     const char *field,
     const char *row,
     const char *column)
{
  return wb_answers_get (fixture->answers, field, row, column);
}

static gboolean
has_number (GtkWidget    *widget,
            gconstpointer left)
{
  int *count = (int *) left;

  return (*count)-- == 0;
}

/* The child number @n, from 0, of type @type. */
static GtkWidget *
find_nth (Fixture *fixture,
          GType    type,
          int      n)
{
  GtkWidget *widget = wb_test_find (GTK_WIDGET (fixture->row), type, has_number, &n);

  g_assert_nonnull (widget);

  return widget;
}

static GtkEditable *
find_entry (Fixture *fixture,
            int      n)
{
  WbCellEntry *cell = WB_CELL_ENTRY (find_nth (fixture, WB_TYPE_CELL_ENTRY, n));

  return GTK_EDITABLE (wb_cell_entry_get_entry (cell));
}

static gboolean
text_is_stored (gpointer data)
{
  return *get (data, "text", "", "") != '\0';
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  GtkEditable *entry = find_entry (fixture, 0);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Label of text");
  /* Stored after a pause, without anything else being done. */
  gtk_editable_set_text (entry, "Kita-Plätze");
  g_assert_cmpstr (get (fixture, "text", "", ""), ==, "");
  wb_test_wait (text_is_stored, fixture);
  g_assert_cmpstr (get (fixture, "text", "", ""), ==, "Kita-Plätze");

  wb_answers_set (fixture->answers, "text", "", "", "from elsewhere");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "from elsewhere");

  gtk_editable_set_text (entry, "   ");
  wb_field_row_flush (fixture->row);
  g_assert_cmpstr (get (fixture, "text", "", ""), ==, "");
}

static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *view = find_nth (fixture, GTK_TYPE_TEXT_VIEW, 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *text = NULL;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Label of long");
  /* The first stop for the keyboard is the text itself: what is typed must not go to a frame around it. */
  for (GtkWidget *frame = gtk_widget_get_parent (view); frame != GTK_WIDGET (fixture->row);
       frame = gtk_widget_get_parent (frame))
    g_assert_false (gtk_widget_get_focusable (frame));
  gtk_text_buffer_set_text (buffer, "one\ntwo", -1);
  wb_field_row_flush (fixture->row);
  g_assert_cmpstr (get (fixture, "long", "", ""), ==, "one\ntwo");

  wb_answers_set (fixture->answers, "long", "", "", "three");
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "three");
}

static void
test_toggles (Fixture       *fixture,
              gconstpointer  data)
{
  WbToggleGroup *group = WB_TOGGLE_GROUP (find_nth (fixture, WB_TYPE_TOGGLE_GROUP, 0));
  GtkToggleButton *yes = wb_toggle_group_get_button (group, "ja");
  GtkToggleButton *no = wb_toggle_group_get_button (group, "nein");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Label of yes");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (yes), GTK_ACCESSIBLE_PROPERTY_LABEL, "ja");
  g_signal_emit_by_name (yes, "clicked");
  g_assert_cmpstr (get (fixture, "yes", "", ""), ==, "ja");
  g_signal_emit_by_name (no, "clicked");
  g_assert_cmpstr (get (fixture, "yes", "", ""), ==, "nein");
  g_assert_false (gtk_toggle_button_get_active (yes));
  g_signal_emit_by_name (no, "clicked");
  g_assert_cmpstr (get (fixture, "yes", "", ""), ==, "");

  wb_answers_set (fixture->answers, "yes", "", "", "ja");
  g_assert_true (gtk_toggle_button_get_active (yes));
}

static gboolean
can_take_back (GtkWidget    *widget,
               gconstpointer data)
{
  return wb_test_shows (widget, "Take answer back") && gtk_widget_get_visible (widget);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  /* The first is the one that is not shown. */
  GtkCheckButton *b = GTK_CHECK_BUTTON (find_nth (fixture, GTK_TYPE_CHECK_BUTTON, 2));
  GtkCheckButton *c = GTK_CHECK_BUTTON (find_nth (fixture, GTK_TYPE_CHECK_BUTTON, 3));
  GtkWidget *clear;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (c), GTK_ACCESSIBLE_PROPERTY_LABEL, "c");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (c), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Note");
  g_assert_null (wb_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_BUTTON, can_take_back, NULL));
  gtk_check_button_set_active (b, TRUE);
  g_assert_cmpstr (get (fixture, "rows", "", ""), ==, "b");
  wb_answers_set (fixture->answers, "rows", "", "", "c");
  g_assert_true (gtk_check_button_get_active (c));
  g_assert_false (gtk_check_button_get_active (b));

  clear = wb_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_BUTTON, can_take_back, NULL);
  g_assert_nonnull (clear);
  g_signal_emit_by_name (clear, "clicked");
  g_assert_cmpstr (get (fixture, "rows", "", ""), ==, "");
  g_assert_false (gtk_check_button_get_active (c));
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  WbChoiceList *list = WB_CHOICE_LIST (find_nth (fixture, WB_TYPE_CHOICE_LIST, 0));
  GtkWidget *drop_down = find_nth (fixture, GTK_TYPE_DROP_DOWN, 0);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Label of list");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 9);
  g_assert_cmpstr (get (fixture, "list", "", ""), ==, "i");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 0);
  g_assert_cmpstr (get (fixture, "list", "", ""), ==, "");
  wb_answers_set (fixture->answers, "list", "", "", "b");
  g_assert_cmpstr (wb_choice_list_get_chosen (list), ==, "b");
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  GtkCheckButton *x = GTK_CHECK_BUTTON (find_nth (fixture, GTK_TYPE_CHECK_BUTTON, 0));
  GtkCheckButton *y = GTK_CHECK_BUTTON (find_nth (fixture, GTK_TYPE_CHECK_BUTTON, 1));

  gtk_check_button_set_active (x, TRUE);
  gtk_check_button_set_active (y, TRUE);
  g_assert_cmpstr (get (fixture, "many", "x", ""), ==, "1");
  g_assert_cmpstr (get (fixture, "many", "y", ""), ==, "1");
  gtk_check_button_set_active (x, FALSE);
  g_assert_cmpstr (get (fixture, "many", "x", ""), ==, "");
  wb_answers_set (fixture->answers, "many", "y", "", "");
  g_assert_false (gtk_check_button_get_active (y));
}

static void
test_date (Fixture       *fixture,
           gconstpointer  data)
{
  GtkEditable *entry = find_entry (fixture, 0);
  GtkWidget *calendar;
  GDateTime *day;

  gtk_editable_set_text (entry, "24.11.2026");
  wb_field_row_flush (fixture->row);
  g_assert_cmpstr (get (fixture, "day", "", ""), ==, "2026-11-24");

  /* What is wrong stays as it was typed and is said in words; what was stored stays stored. */
  gtk_editable_set_text (entry, "31.2.2026");
  wb_field_row_flush (fixture->row);
  g_assert_cmpstr (get (fixture, "day", "", ""), ==, "2026-11-24");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "31.2.2026");
  g_assert_nonnull (wb_field_row_get_problem (fixture->row));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  /* It is still there when one comes back. */
  fixture->row = WB_FIELD_ROW (wb_field_row_new (fixture->context,
                                                 wb_guide_get_field (fixture->guide, "day")));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->row));
  entry = find_entry (fixture, 0);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "31.2.2026");
  g_assert_nonnull (wb_field_row_get_problem (fixture->row));

  gtk_editable_set_text (entry, "1.3.2027");
  wb_field_row_flush (fixture->row);
  g_assert_null (wb_field_row_get_problem (fixture->row));
  g_assert_cmpstr (get (fixture, "day", "", ""), ==, "2027-03-01");

  calendar = find_nth (fixture, GTK_TYPE_CALENDAR, 0);
  day = g_date_time_new_local (2027, 3, 16, 12, 0, 0);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_date_time_unref (day);
  g_assert_cmpstr (get (fixture, "day", "", ""), ==, "2027-03-16");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "16.03.2027");
}

static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_entry (fixture, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Label of who: Role or office");
  gtk_editable_set_text (find_entry (fixture, 0), "Alex");
  gtk_editable_set_text (find_entry (fixture, 1), "IT");
  gtk_editable_set_text (find_entry (fixture, 2), "12");
  wb_field_row_flush (fixture->row);
  g_assert_cmpstr (get (fixture, "who", "", "name"), ==, "Alex");
  g_assert_cmpstr (get (fixture, "who", "", "role"), ==, "IT");
  g_assert_cmpstr (get (fixture, "who", "", "contact"), ==, "12");
  wb_answers_set (fixture->answers, "who", "", "name", "Kim");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, 0)), ==, "Kim");
}

static gboolean
is_named (GtkWidget    *widget,
          gconstpointer name)
{
  g_autofree char *found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return found == NULL;
}

static void
click (Fixture    *fixture,
       const char *name)
{
  GtkWidget *button = wb_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_BUTTON, is_named, name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
fill_row (Fixture    *fixture,
          WbTableRow *row)
{
  WbCellEntry *name = WB_CELL_ENTRY (wb_table_row_get_cell (row, "name"));
  WbCellEntry *size = WB_CELL_ENTRY (wb_table_row_get_cell (row, "size"));
  WbToggleGroup *must = WB_TOGGLE_GROUP (wb_table_row_get_cell (row, "must"));
  GtkWidget *kind = wb_test_find (wb_table_row_get_cell (row, "kind"), GTK_TYPE_DROP_DOWN, NULL,
                                  NULL);

  gtk_editable_set_text (GTK_EDITABLE (wb_cell_entry_get_entry (name)), "Kernstadt");
  gtk_editable_set_text (GTK_EDITABLE (wb_cell_entry_get_entry (size)), "6.200,5");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 2);
  g_signal_emit_by_name (wb_toggle_group_get_button (must, "no"), "clicked");
  wb_field_row_flush (fixture->row);
}

/* Backwards through the parts of a person, and out. */
static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (fixture->row)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (find_nth (fixture, WB_TYPE_CELL_ENTRY, 1))));

  /* Beside the name is the button that offers names. */
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->row), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), find_nth (fixture, WB_TYPE_NAME_CHOOSER, 0)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->row), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (find_entry (fixture, 0))));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->row), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->row), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->row), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (find_entry (fixture, 1))));
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  WbTableRow *row;
  WbCellEntry *size;
  g_autofree char *id = NULL;

  click (fixture, "Add row: Label of table");
  g_assert_cmpuint (wb_answers_count_rows (fixture->answers, "table"), ==, 1);
  row = WB_TABLE_ROW (find_nth (fixture, WB_TYPE_TABLE_ROW, 0));
  id = g_strdup (wb_table_row_get_row (row));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Row 1");
  fill_row (fixture, row);
  g_assert_cmpstr (get (fixture, "table", id, "name"), ==, "Kernstadt");
  g_assert_cmpstr (get (fixture, "table", id, "size"), ==, "6200.5");
  g_assert_cmpstr (get (fixture, "table", id, "kind"), ==, "k2");
  g_assert_cmpstr (get (fixture, "table", id, "must"), ==, "no");

  size = WB_CELL_ENTRY (wb_table_row_get_cell (row, "size"));
  gtk_editable_set_text (GTK_EDITABLE (wb_cell_entry_get_entry (size)), "viele");
  wb_field_row_flush (fixture->row);
  g_assert_nonnull (wb_field_row_get_problem (fixture->row));
  g_assert_cmpstr (get (fixture, "table", id, "size"), ==, "6200.5");

  /* Removed with its fault, and brought back with what was stored. */
  click (fixture, "Remove row 1");
  g_assert_cmpuint (wb_answers_count_rows (fixture->answers, "table"), ==, 0);
  g_assert_null (wb_field_row_get_problem (fixture->row));
  g_assert_null (wb_test_find (GTK_WIDGET (fixture->row), WB_TYPE_TABLE_ROW, NULL, NULL));
  g_signal_emit_by_name (wb_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_BUTTON, wb_test_shows,
                                       "Bring removed row back"), "clicked");
  g_assert_cmpuint (wb_answers_count_rows (fixture->answers, "table"), ==, 1);
  row = WB_TABLE_ROW (find_nth (fixture, WB_TYPE_TABLE_ROW, 0));
  g_assert_cmpstr (get (fixture, "table", wb_table_row_get_row (row), "name"), ==, "Kernstadt");

  wb_answers_add_row (fixture->answers, "table", "outside");
  wb_answers_set (fixture->answers, "table", "outside", "kind", "k1");
  row = WB_TABLE_ROW (find_nth (fixture, WB_TYPE_TABLE_ROW, 1));
  g_assert_cmpstr (wb_choice_list_get_chosen (WB_CHOICE_LIST (wb_table_row_get_cell (row, "kind"))),
                   ==, "k1");
  wb_answers_remove_row (fixture->answers, "table", "outside");
}

static void
test_checklist (Fixture       *fixture,
                gconstpointer  data)
{
  WbCheckItem *item = WB_CHECK_ITEM (find_nth (fixture, WB_TYPE_CHECK_ITEM, 0));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (wb_check_item_get_button (item)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "First");
  g_assert_nonnull (wb_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_LABEL, wb_test_shows,
                                  "0 of 2 done"));
  gtk_check_button_set_active (wb_check_item_get_button (item), TRUE);
  g_assert_cmpstr (get (fixture, "check", "i1", "done"), ==, "1");
  g_assert_nonnull (wb_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_LABEL, wb_test_shows,
                                  "1 of 2 done"));

  gtk_editable_set_text (find_entry (fixture, 0), "Kim");
  gtk_editable_set_text (find_entry (fixture, 1), "24.11.2026");
  wb_field_row_flush (fixture->row);
  g_assert_cmpstr (get (fixture, "check", "i1", "owner"), ==, "Kim");
  g_assert_cmpstr (get (fixture, "check", "i1", "date"), ==, "2026-11-24");
  g_assert_nonnull (wb_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_LABEL, wb_test_shows,
                                  "Kim · until 24.11.2026"));
}

static void
test_rating (Fixture       *fixture,
             gconstpointer  data)
{
  WbToggleGroup *group = WB_TOGGLE_GROUP (find_nth (fixture, WB_TYPE_TOGGLE_GROUP, 0));
  GtkToggleButton *five = wb_toggle_group_get_button (group, "5");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (five), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "5 on a scale from 1 to 5: high");
  g_signal_emit_by_name (five, "clicked");
  g_assert_cmpstr (get (fixture, "rate", "", ""), ==, "5");
  wb_answers_set (fixture->answers, "rate", "", "", "2");
  g_assert_cmpstr (wb_toggle_group_get_chosen (group), ==, "2");
}

static gboolean
is_shown (GtkWidget    *widget,
          gconstpointer text)
{
  return wb_test_shows (widget, text) && gtk_widget_is_visible (widget);
}

static void
test_condition (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *form = wb_form_new ();
  GtkWidget *row;

  gtk_window_set_child (GTK_WINDOW (fixture->window), form);
  gtk_widget_show (fixture->window);
  wb_form_set_step (WB_FORM (form), fixture->context, wb_guide_get_step (fixture->guide, "s"));
  row = GTK_WIDGET (wb_form_get_row (WB_FORM (form), "only"));
  g_assert_nonnull (wb_test_find (row, GTK_TYPE_LABEL, is_shown, "No need."));
  g_assert_null (wb_test_find (row, GTK_TYPE_LABEL, is_shown, "Label of only"));

  wb_answers_set (fixture->answers, "yes", "", "", "ja");
  g_assert_null (wb_test_find (row, GTK_TYPE_LABEL, is_shown, "No need."));
  g_assert_nonnull (wb_test_find (row, GTK_TYPE_LABEL, is_shown, "Label of only"));

  /* Leaving a step stores what was being typed. */
  gtk_editable_set_text (GTK_EDITABLE (wb_test_find (row, GTK_TYPE_ENTRY, NULL, NULL)), "typed");
  wb_form_set_step (WB_FORM (form), fixture->context, NULL);
  g_assert_cmpstr (get (fixture, "only", "", ""), ==, "typed");
  g_assert_null (wb_form_get_row (WB_FORM (form), "only"));
}

static gboolean
takes_input (GtkWidget    *widget,
             gconstpointer data)
{
  return (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_CHECK_BUTTON (widget)
          || WB_IS_TOGGLE_GROUP (widget) || GTK_IS_DROP_DOWN (widget))
         && gtk_widget_is_visible (widget) && gtk_widget_is_sensitive (widget);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (WbFormContext) context = NULL;
  GtkWidget *form = wb_form_new ();

  context = wb_form_context_new (fixture->guide, fixture->answers, NULL, TRUE);
  wb_answers_add_row (fixture->answers, "table", NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), form);
  gtk_widget_show (fixture->window);
  wb_form_set_step (WB_FORM (form), context, wb_guide_get_step (fixture->guide, "s"));
  g_assert_null (wb_test_find (form, GTK_TYPE_WIDGET, takes_input, NULL));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, field, function) \
  g_test_add ("/app/form/" name, Fixture, field, set_up, function, tear_down)
  ADD ("text", "text", test_text);
  ADD ("long-text", "long", test_long_text);
  ADD ("toggles", "yes", test_toggles);
  ADD ("rows", "rows", test_rows);
  ADD ("list", "list", test_list);
  ADD ("choices", "many", test_choices);
  ADD ("date", "day", test_date);
  ADD ("person", "who", test_person);
  ADD ("back", "who", test_back);
  ADD ("table", "table", test_table);
  ADD ("checklist", "check", test_checklist);
  ADD ("rating", "rate", test_rating);
  ADD ("condition", NULL, test_condition);
  ADD ("read-only", NULL, test_read_only);
#undef ADD

  return g_test_run ();
}
