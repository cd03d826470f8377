/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-cell-entry.h"
#include "wb-form.h"
#include "wb-link-picker.h"
#include "wb-long-cell.h"
#include "wb-payload-reader.h"
#include "wb-table-row.h"
#include "wb-test-services.h"
#include "wb-toggle-group.h"

/* Numbers, money, durations, links, groups and computed values in the form; what is proposed, checked and warned of. */

#define FIELD(id, type, need, more) \
  "{\"id\": \"" id "\", \"type\": \"" type "\", \"label\": \"Label of " id "\", \"why\": \"Why\"," \
  " \"example\": \"Example\", \"need\": \"" need "\"" more "}"

static const char GUIDE[] =
  "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\","
  " \"steps\": [{\"id\": \"s\", \"title\": \"Step\", \"minutes\": 5, \"why\": \"Why\", \"help\": [],"
  " \"documents\": [], \"fields\": ["
  FIELD ("count", "number", "required", ", \"unit\": \"Children\", \"checks\": [{\"min\": 3, \"say\": \"At least three.\"}]") ","
  FIELD ("cost", "money", "required", "") ","
  FIELD ("length", "duration", "required", "") ","
  FIELD ("each", "computed", "optional", ", \"formula\": {\"quotient\": [\"cost\", \"count\"]}") ","
  FIELD ("link", "link", "optional", ", \"kinds\": [\"use-case\"]") ","
  FIELD ("talks", "group", "optional", ", \"item\": \"Talk\", \"columns\": ["
         "{\"id\": \"with\", \"label\": \"With\", \"type\": \"text\"},"
         "{\"id\": \"heard\", \"label\": \"Heard\", \"type\": \"long-text\"},"
         "{\"id\": \"hours\", \"label\": \"Hours\", \"type\": \"number\"},"
         "{\"id\": \"again\", \"label\": \"Again\", \"type\": \"yes-no\"},"
         "{\"id\": \"day\", \"label\": \"Day\", \"type\": \"date\", \"when\": {\"column\": \"again\", \"is\": \"yes\"}},"
         "{\"id\": \"twice\", \"label\": \"Twice\", \"type\": \"computed\", \"formula\": {\"product\": [2, \"hours\"]}},"
         "{\"id\": \"more\", \"label\": \"More\", \"type\": \"number\", \"when\": {\"column\": \"again\", \"is\": \"yes\"}},"
         "{\"id\": \"later\", \"label\": \"Later\", \"type\": \"computed\", \"formula\": {\"product\": [2, \"more\"]}}]") ","
  FIELD ("goal", "text", "optional", "") ","
  FIELD ("short", "text", "optional", ", \"prefill\": \"For {{goal}}\"") ","
  FIELD ("long", "long-text", "optional", ", \"dummy\": true, \"prefill\": \"About {{goal}}\"")
  "]}]}]}";

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  WbFormContext *context;
  GtkWidget *window;
  WbForm *form;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->guide = wb_guide_from_json ("guide", "Guide", GUIDE, &error);
  g_assert_no_error (error);
  fixture->answers = wb_answers_new ();
  fixture->context = wb_form_context_new (fixture->guide, fixture->answers, NULL, FALSE);
  fixture->window = gtk_window_new ();
  fixture->form = WB_FORM (wb_form_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->form));
  wb_form_set_step (fixture->form, fixture->context, wb_guide_get_step (fixture->guide, "s"));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->answers);
  g_assert_finalize_object (fixture->guide);
}

static GtkWidget *
find (Fixture    *fixture,
      const char *field,
      GType       type)
{
  GtkWidget *widget = wb_test_find (GTK_WIDGET (wb_form_get_row (fixture->form, field)), type, NULL, NULL);

  g_assert_nonnull (widget);

  return widget;
}

static void
type (Fixture    *fixture,
      const char *field,
      const char *text)
{
  WbCellEntry *cell = WB_CELL_ENTRY (find (fixture, field, WB_TYPE_CELL_ENTRY));

  gtk_editable_set_text (GTK_EDITABLE (wb_cell_entry_get_entry (cell)), text);
  wb_cell_entry_flush (cell);
}

static void
assert_stored (Fixture    *fixture,
               const char *field,
               const char *value)
{
  g_assert_cmpstr (wb_answers_get (fixture->answers, field, "", ""), ==, value);
}

static gboolean
shows (Fixture    *fixture,
       const char *field,
       const char *text)
{
  return wb_test_find (GTK_WIDGET (wb_form_get_row (fixture->form, field)), GTK_TYPE_LABEL, wb_test_shows, text) != NULL;
}

static void
test_quantities (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_true (shows (fixture, "each", "still open"));
  type (fixture, "cost", "12.500,50 €");
  assert_stored (fixture, "cost", "12500.50");
  g_assert_true (shows (fixture, "cost", "€"));
  type (fixture, "cost", "much");
  assert_stored (fixture, "cost", "12500.50");
  g_assert_nonnull (wb_field_row_get_problem (wb_form_get_row (fixture->form, "cost")));
  type (fixture, "cost", "10");

  /* What fails a check is kept, and says why. */
  type (fixture, "count", "2");
  assert_stored (fixture, "count", "2");
  g_assert_cmpstr (wb_field_row_get_fault (wb_form_get_row (fixture->form, "count")), ==, "At least three.");
  g_assert_true (shows (fixture, "each", "5.00\u00a0€"));
  type (fixture, "count", "4");
  g_assert_null (wb_field_row_get_fault (wb_form_get_row (fixture->form, "count")));
  g_assert_true (shows (fixture, "each", "2.50\u00a0€"));
  type (fixture, "count", "");
  g_assert_true (shows (fixture, "each", "still open"));
}

static GtkWidget *
find_reason (Fixture    *fixture,
             const char *text)
{
  GtkWidget *label = wb_test_find (GTK_WIDGET (wb_form_get_row (fixture->form, "each")), GTK_TYPE_LABEL, wb_test_shows, text);

  g_assert_nonnull (label);

  return label;
}

/* What was not entered yet is no fault; what cannot be is. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_false (gtk_widget_has_css_class (find_reason (fixture, "Still open: “Label of cost” has no answer yet."), "computed-missing"));
  type (fixture, "cost", "10");
  type (fixture, "count", "0");
  g_assert_true (gtk_widget_has_css_class (find_reason (fixture, "Please check: it cannot be computed from these values."),
                                           "computed-missing"));
  type (fixture, "count", "");
  g_assert_false (gtk_widget_has_css_class (find_reason (fixture, "Still open: “Label of count” has no answer yet."), "computed-missing"));
}

static void
test_duration (Fixture       *fixture,
               gconstpointer  data)
{
  WbToggleGroup *units = WB_TOGGLE_GROUP (find (fixture, "length", WB_TYPE_TOGGLE_GROUP));

  type (fixture, "length", "6 Wochen");
  assert_stored (fixture, "length", "P6W");
  g_assert_cmpstr (wb_toggle_group_get_chosen (units), ==, "w");
  g_signal_emit_by_name (units, "chosen", "d");
  assert_stored (fixture, "length", "P6D");
  /* Now a number will do. */
  type (fixture, "length", "8");
  assert_stored (fixture, "length", "P8D");
}

static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  const char *row = wb_answers_add_row (fixture->answers, "talks", NULL);
  WbTableRow *widget = WB_TABLE_ROW (find (fixture, "talks", WB_TYPE_TABLE_ROW));
  GtkWidget *heard = wb_table_row_get_cell (widget, "heard");
  GtkTextView *view = GTK_TEXT_VIEW (wb_test_find (heard, GTK_TYPE_TEXT_VIEW, NULL, NULL));
  GtkWidget *twice = wb_table_row_get_cell (widget, "twice");
  GtkWidget *later = wb_table_row_get_cell (widget, "later");

  g_assert_true (shows (fixture, "talks", "Talk 1"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "First\nSecond", -1);
  wb_form_flush (fixture->form);
  g_assert_cmpstr (wb_answers_get (fixture->answers, "talks", row, "heard"), ==, "First\nSecond");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (twice)), ==, "still open");
  wb_answers_set (fixture->answers, "talks", row, "hours", "1.5");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (twice)), ==, "3");
  /* What it is computed from is not asked, then it is. */
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (later)), ==, "");
  wb_answers_set (fixture->answers, "talks", row, "again", "yes");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (later)), ==, "still open");
  wb_answers_remove_row (fixture->answers, "talks", row);
  g_assert_null (wb_test_find (GTK_WIDGET (wb_form_get_row (fixture->form, "talks")), WB_TYPE_TABLE_ROW, NULL, NULL));
}

/* Without a library there is nothing to choose from, but what was chosen is said. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (shows (fixture, "link", "Nothing chosen yet"));
  wb_answers_set (fixture->answers, "link", "", "", "sozialatlas");
  g_assert_true (shows (fixture, "link", "sozialatlas (not in this library)"));
}

static char *
get_long_text (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture, "long", GTK_TYPE_TEXT_VIEW)));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Shown, marked, not stored; taken over by a button or by typing; never over an answer. */
static void
test_proposals (Fixture       *fixture,
                gconstpointer  data)
{
  WbFieldRow *row = wb_form_get_row (fixture->form, "long");
  WbCellEntry *cell = WB_CELL_ENTRY (find (fixture, "short", WB_TYPE_CELL_ENTRY));
  g_autofree char *text = NULL;

  g_assert_false (wb_field_row_get_proposed (row));
  type (fixture, "goal", "light");
  g_assert_true (wb_field_row_get_proposed (row));
  text = get_long_text (fixture);
  g_assert_cmpstr (text, ==, "About light");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (wb_cell_entry_get_entry (cell))), ==, "For light");
  wb_form_flush (fixture->form);
  assert_stored (fixture, "long", "");
  assert_stored (fixture, "short", "");

  g_signal_emit_by_name (wb_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, wb_test_shows, "Take over"), "clicked");
  assert_stored (fixture, "long", "About light");
  g_assert_false (wb_field_row_get_proposed (row));
  type (fixture, "short", "For light and more");
  assert_stored (fixture, "short", "For light and more");
  type (fixture, "goal", "dark");
  assert_stored (fixture, "long", "About light");
  assert_stored (fixture, "short", "For light and more");
}

/* A question of a row appears and goes with its label; what is stored stays, what could not be stored does not. */
static void
test_row_condition (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *row = wb_answers_add_row (fixture->answers, "talks", NULL);
  WbTableRow *table_row = WB_TABLE_ROW (find (fixture, "talks", WB_TYPE_TABLE_ROW));
  GtkWidget *cell = wb_table_row_get_cell (table_row, "day");
  GtkWidget *label = wb_test_find (GTK_WIDGET (table_row), GTK_TYPE_LABEL, wb_test_shows, "Day");

  g_assert_nonnull (label);
  g_assert_false (gtk_widget_get_visible (cell));
  g_assert_false (gtk_widget_get_visible (label));
  wb_answers_set (fixture->answers, "talks", row, "again", "yes");
  g_assert_true (gtk_widget_get_visible (cell));
  g_assert_true (gtk_widget_get_visible (label));

  gtk_editable_set_text (GTK_EDITABLE (wb_cell_entry_get_entry (WB_CELL_ENTRY (cell))), "24.11.2026");
  wb_cell_entry_flush (WB_CELL_ENTRY (cell));
  gtk_editable_set_text (GTK_EDITABLE (wb_cell_entry_get_entry (WB_CELL_ENTRY (cell))), "31.2.2027");
  wb_cell_entry_flush (WB_CELL_ENTRY (cell));
  g_assert_nonnull (wb_field_row_get_problem (wb_form_get_row (fixture->form, "talks")));
  wb_answers_set (fixture->answers, "talks", row, "again", "no");
  g_assert_false (gtk_widget_get_visible (cell));
  g_assert_false (gtk_widget_get_visible (label));
  g_assert_null (wb_field_row_get_problem (wb_form_get_row (fixture->form, "talks")));
  g_assert_cmpstr (wb_answers_get (fixture->answers, "talks", row, "day"), ==, "2026-11-24");
  wb_answers_set (fixture->answers, "talks", row, "again", "yes");
  g_assert_true (gtk_widget_get_visible (cell));
}

static void
test_warning (Fixture       *fixture,
              gconstpointer  data)
{
  WbFieldRow *row = wb_form_get_row (fixture->form, "long");

  wb_answers_set (fixture->answers, "long", "", "", "Max Mustermann");
  g_assert_null (wb_field_row_get_warning (row));
  wb_answers_set (fixture->answers, "long", "", "", "anna.schmidt@stadt-x.de");
  g_assert_nonnull (wb_field_row_get_warning (row));
  assert_stored (fixture, "long", "anna.schmidt@stadt-x.de");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/app/form-values/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("quantities", test_quantities);
  ADD ("open", test_open);
  ADD ("duration", test_duration);
  ADD ("group", test_group);
  ADD ("row-condition", test_row_condition);
  ADD ("link", test_link);
  ADD ("proposals", test_proposals);
  ADD ("warning", test_warning);
#undef ADD

  return g_test_run ();
}
