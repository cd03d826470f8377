/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-connection.h"
#include "wb-project-file.h"
#include "wb-project-merge.h"
#include "wb-revision.h"
#include "wb-test-disk.h"
#include "wb-test-project.h"

#include <gio/gio.h>

/* How many random things are done. */
#define N_STEPS 150
/* One of so many is that the program is ended and started again. */
#define RESTART_ONE_OF 10

#define TABLE "liste"

static const char *const decks[] = { "auftakt", "rat" };

/* A project that is worked on, with restarts in between. */
typedef struct
{
  WbTestProject project;
  WbProjectFile *file;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  wb_test_project_set_up (&self->project, data);
  self->file = wb_test_project_create (&self->project);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->file);
  wb_test_project_tear_down (&self->project, data);
}

/* Everything is written, the answers have followed, and what comes is another thing that is done. */
static void
settle (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_project_file_flush (self->file, &error));
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
restart (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  settle (self);
  g_assert_true (wb_project_file_close (self->file, &error));
  g_assert_no_error (error);
  g_object_unref (self->file);
  self->file = wb_test_project_open (&self->project);
}

static void
restart_sometimes (Fixture *self)
{
  if (g_test_rand_int_range (0, RESTART_ONE_OF) == 0)
    restart (self);
}

/* All that the program knows of the project. (transfer full) */
static WbProjectState *
look (Fixture *self)
{
  static const char *const facts[] = { WB_PROJECT_FACT_STATE, WB_PROJECT_FACT_MEETING };
  WbProjectState *state = wb_project_state_new ();

  wb_project_state_add_answers (state, wb_project_file_get_answers (self->file));
  for (guint i = 0; i < G_N_ELEMENTS (decks); i++)
    {
      g_autoptr (GPtrArray) slides = wb_project_file_get_slides (self->file, decks[i]);

      wb_project_state_add_deck (state, decks[i], slides);
    }
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    wb_project_state_set (state, WB_EDIT_FACT, facts[i], "", "", wb_project_file_get_fact (self->file, facts[i]));
  wb_project_state_set (state, WB_EDIT_FACT, WB_STATE_TITLE, "", "", wb_project_file_get_title (self->file));

  return state;
}

/* For the report. */
static void
say_order (WbProjectState *state)
{
  GPtrArray *order = wb_project_state_get_order (state, WB_EDIT_ROW, TABLE);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    g_string_append_printf (text, "%s%.4s", i > 0 ? ", " : "", (char *) g_ptr_array_index (order, i));
  g_test_message ("%s", text->str);
}

static void
assert_state (Fixture        *self,
              WbProjectState *expected)
{
  g_autoptr (WbProjectState) now = look (self);
  g_autoptr (GPtrArray) edits = wb_project_state_compare (expected, now);

  for (guint i = 0; i < edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i);

      g_test_message ("%d %s/%s/%s: “%s”, not “%s”", edit->target, edit->field, edit->row, edit->column, edit->after, edit->before);
    }
  if (!wb_project_state_equal (now, expected))
    {
      say_order (expected);
      say_order (now);
    }
  g_assert_true (wb_project_state_equal (now, expected));
}

/* What is on the disk is the same. */
static void
assert_written (Fixture        *self,
                WbProjectState *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (WbProjectState) written = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  restart (self);
  connection = wb_connection_open (self->project.path, WB_OPEN_READ, &error);
  g_assert_no_error (error);
  written = wb_project_merge_load (connection, NULL, &error);
  g_assert_no_error (error);
  edits = wb_project_state_compare (written, state);
  g_assert_cmpuint (edits->len, ==, 0);
  assert_state (self, state);
}

/*
 * Random changes: one of each kind there is.
 */

/* Few, so that the same comes again. (transfer full) */
static char *
make_value (void)
{
  const int number = g_test_rand_int_range (0, 6);

  return number == 0 ? g_strdup ("") : g_strdup_printf ("%d ä\n%d", number, number);
}

static void
set (Fixture    *self,
     const char *field,
     const char *row,
     const char *column)
{
  g_autofree char *value = make_value ();

  wb_answers_set (wb_project_file_get_answers (self->file), field, row, column, value);
}

/* Texts, numbers, dates and choices are one value each. */
static void
change_value (Fixture *self)
{
  static const char *const fields[] = { "text", "zahl", "datum", "auswahl", "lang", "ja-nein" };

  set (self, fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))], "", "");
}

static void
change_person (Fixture *self)
{
  static const char *const parts[] = { "name", "role", "contact" };

  set (self, "leitung", "", parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
}

/* Several choices, checklists with who and until when, milestones: what is to be done. */
static void
change_task (Fixture *self)
{
  static const char *const items[] = { "strom", "raum" };
  static const char *const columns[] = { "done", "note", "who", "due" };

  set (self, "vorher", items[g_test_rand_int_range (0, 2)], columns[g_test_rand_int_range (0, G_N_ELEMENTS (columns))]);
  if (g_test_rand_bit ())
    set (self, "mehrere", items[g_test_rand_int_range (0, 2)], "");
}

/* (nullable) (transfer full) A row of the table. */
static char *
pick_row (WbAnswers *answers)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, TABLE);
  const guint n = wb_answers_count_rows (answers, TABLE);

  return n > 0 ? g_strdup (rows[g_test_rand_int_range (0, (int) n)]) : NULL;
}

static void
change_table (Fixture *self)
{
  WbAnswers *answers = wb_project_file_get_answers (self->file);
  g_autofree char *row = pick_row (answers);
  const int what = g_test_rand_int_range (0, 4);

  if (row == NULL || what == 0)
    wb_answers_add_row (answers, TABLE, NULL);
  else if (what == 1)
    wb_answers_remove_row (answers, TABLE, row);
  else
    set (self, TABLE, row, what == 2 ? "wer" : "was");
}

static char *
dup_newest_token (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = wb_project_file_load_history (self->project.path, &error);

  g_assert_no_error (error);

  return g_strdup (history->len > 0 ? ((const WbRevision *) g_ptr_array_index (history, history->len - 1))->token : "");
}

/* Another copy comes in, in which the last row is the first, and a little more is different. */
static void
change_by_merge (Fixture *self)
{
  g_autofree char *token = NULL;
  g_autofree char *value = make_value ();
  WbProjectState *state;
  GPtrArray *order;

  settle (self);
  token = dup_newest_token (self);
  state = look (self);
  order = wb_project_state_get_order (state, WB_EDIT_ROW, TABLE);
  if (order->len > 1)
    g_ptr_array_insert (order, 0, g_ptr_array_steal_index (order, order->len - 1));
  wb_project_state_set (state, WB_EDIT_CELL, "text", "", "", value);
  wb_project_file_merge (self->file, state, token, NULL);
}

static void
change_deck (Fixture *self)
{
  static const char *const keys[] = { "eins", "zwei", "drei", "+eigen" };
  g_autoptr (GPtrArray) slides = wb_slide_list_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys) && g_test_rand_int_range (0, 8) > 0; i++)
    {
      WbSlide *slide = wb_slide_new (keys[i]);

      slide->hidden = g_test_rand_bit ();
      slide->title = g_test_rand_bit () ? make_value () : NULL;
      slide->body = g_test_rand_bit () ? make_value () : NULL;
      slide->notes = g_test_rand_bit () ? make_value () : NULL;
      g_ptr_array_insert (slides, g_test_rand_int_range (0, (int) slides->len + 1), slide);
    }
  wb_project_file_set_slides (self->file, decks[g_test_rand_int_range (0, G_N_ELEMENTS (decks))], slides);
}

static void
change_state (Fixture *self)
{
  static const char *const states[] = { "", "paused", "done" };

  wb_project_file_set_fact (self->file, WB_PROJECT_FACT_STATE, states[g_test_rand_int_range (0, G_N_ELEMENTS (states))]);
}

static void
change_meeting (Fixture *self)
{
  static const char *const days[] = { "", "2027-01-18", "2027-03-01" };

  wb_project_file_set_fact (self->file, WB_PROJECT_FACT_MEETING, days[g_test_rand_int_range (0, G_N_ELEMENTS (days))]);
}

static void
change_title (Fixture *self)
{
  static const char *const titles[] = { "Sozialräume", "Räume", "Kita" };

  wb_project_file_set_title (self->file, titles[g_test_rand_int_range (0, G_N_ELEMENTS (titles))]);
}

/* Goes back to one of the states there were. */
static void
change_to_past (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = wb_project_file_load_history (self->project.path, &error);

  g_assert_no_error (error);
  if (history->len > 0)
    wb_project_file_restore (self->file,
                             ((const WbRevision *) g_ptr_array_index (history, g_test_rand_int_range (0, (int) history->len)))->id);
}

typedef void (*Change) (Fixture *self);

static const Change changes[] = {
  change_value, change_value, change_person, change_task, change_table, change_table, change_table,
  change_by_merge, change_deck, change_state, change_meeting, change_title, change_to_past,
};

static void
undo (Fixture *self)
{
  wb_project_file_undo (self->file);
  settle (self);
}

static void
redo (Fixture *self)
{
  wb_project_file_redo (self->file);
  settle (self);
}

static void
work (Fixture *self)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      const int what = g_test_rand_int_range (0, 10);

      if (what == 0)
        undo (self);
      else if (what == 1)
        redo (self);
      else
        changes[g_test_rand_int_range (0, G_N_ELEMENTS (changes))](self);
      settle (self);
      restart_sometimes (self);
    }
}


/* Whatever was done, and however often the program was started meanwhile: all of it can be taken back, down to the beginning, and made
 * once more, by the same states to the end. */
static void
test_all_kinds (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (WbProjectState) start = look (self);
  g_autoptr (WbProjectState) end = NULL;
  g_autoptr (GPtrArray) passed = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_project_state_free);

  work (self);
  end = look (self);
  assert_written (self, end);

  while (wb_project_file_get_can_undo (self->file))
    {
      g_ptr_array_add (passed, look (self));
      undo (self);
      restart_sometimes (self);
    }
  g_assert_cmpuint (passed->len, >, N_STEPS / 3);
  assert_state (self, start);
  assert_written (self, start);

  for (guint i = passed->len; i > 0; i--)
    {
      g_assert_true (wb_project_file_get_can_redo (self->file));
      redo (self);
      assert_state (self, g_ptr_array_index (passed, i - 1));
      restart_sometimes (self);
    }
  g_assert_false (wb_project_file_get_can_redo (self->file));
  assert_state (self, end);
  assert_written (self, end);
}

/* The same without a pause in between: what is done while an earlier change is still being written. */
static void
test_in_one_go (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (WbProjectState) start = look (self);
  g_autoptr (WbProjectState) end = NULL;

  for (guint i = 0; i < N_STEPS; i++)
    {
      changes[g_test_rand_int_range (0, G_N_ELEMENTS (changes) - 1)](self);
      if (g_test_rand_int_range (0, 8) == 0)
        settle (self);
    }
  settle (self);
  end = look (self);
  assert_written (self, end);
  while (wb_project_file_get_can_undo (self->file))
    undo (self);
  assert_state (self, start);
  while (wb_project_file_get_can_redo (self->file))
    redo (self);
  assert_state (self, end);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Nobody pulls the plug here, so nothing has to wait for the disk. */
  wb_test_disk_install ();

  g_test_add ("/project-undo/all-kinds", Fixture, NULL, set_up, test_all_kinds, tear_down);
  g_test_add ("/project-undo/in-one-go", Fixture, NULL, set_up, test_in_one_go, tear_down);

  return g_test_run ();
}
