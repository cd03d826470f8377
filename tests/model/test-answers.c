/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-answers.h"

/* Writes every signal down, one word each. */
static void
on_cell (WbAnswers  *answers,
         const char *field,
         const char *row,
         const char *column,
         const char *value,
         GString    *log)
{
  g_string_append_printf (log, "%s/%s/%s=%s ", field, row, column, value);
}

static void
on_row_added (WbAnswers  *answers,
              const char *field,
              const char *row,
              guint       position,
              GString    *log)
{
  g_string_append_printf (log, "+%s/%s@%u ", field, row, position);
}

static void
on_row_removed (WbAnswers  *answers,
                const char *field,
                const char *row,
                GString    *log)
{
  g_string_append_printf (log, "-%s/%s ", field, row);
}

static void
on_changed (WbAnswers *answers,
            GString   *log)
{
  g_string_append (log, "! ");
}

static GString *
watch (WbAnswers *answers)
{
  GString *log = g_string_new (NULL);

  g_signal_connect (answers, "cell-changed", G_CALLBACK (on_cell), log);
  g_signal_connect (answers, "row-added", G_CALLBACK (on_row_added), log);
  g_signal_connect (answers, "row-removed", G_CALLBACK (on_row_removed), log);
  g_signal_connect (answers, "changed", G_CALLBACK (on_changed), log);

  return log;
}

static void
assert_log (GString    *log,
            const char *expected)
{
  g_assert_cmpstr (log->str, ==, expected);
  g_string_truncate (log, 0);
}

static void
test_cells (void)
{
  WbAnswers *answers = wb_answers_new ();
  g_autoptr (GString) log = watch (answers);

  g_assert_cmpstr (wb_answers_get (answers, "goal", "", ""), ==, "");
  g_assert_false (wb_answers_has (answers, "goal"));

  wb_answers_set (answers, "goal", "", "", "Less waiting");
  assert_log (log, "goal//=Less waiting ! ");
  g_assert_cmpstr (wb_answers_get (answers, "goal", "", ""), ==, "Less waiting");
  g_assert_true (wb_answers_has (answers, "goal"));

  wb_answers_set (answers, "goal", "", "", "No waiting");
  assert_log (log, "goal//=No waiting ! ");

  wb_answers_set (answers, "goal", "", "", NULL);
  assert_log (log, "goal//= ! ");
  g_assert_cmpstr (wb_answers_get (answers, "goal", "", ""), ==, "");
  g_assert_false (wb_answers_has (answers, "goal"));

  g_assert_finalize_object (answers);
}

static void
test_no_change_no_signal (void)
{
  WbAnswers *answers = wb_answers_new ();
  g_autoptr (GString) log = watch (answers);

  wb_answers_set (answers, "goal", "", "", "");
  wb_answers_set (answers, "goal", "", "", NULL);
  assert_log (log, "");

  wb_answers_set (answers, "goal", "", "", "a");
  g_string_truncate (log, 0);
  wb_answers_set (answers, "goal", "", "", "a");
  wb_answers_set (answers, "goal", "", "", wb_answers_get (answers, "goal", "", ""));
  assert_log (log, "");

  g_assert_finalize_object (answers);
}

/* The parts of an address do not run into one another. */
static void
test_addresses (void)
{
  WbAnswers *answers = wb_answers_new ();

  wb_answers_set (answers, "a", "b", "", "row");
  wb_answers_set (answers, "a", "", "b", "column");
  wb_answers_set (answers, "ab", "", "", "field");

  g_assert_cmpstr (wb_answers_get (answers, "a", "b", ""), ==, "row");
  g_assert_cmpstr (wb_answers_get (answers, "a", "", "b"), ==, "column");
  g_assert_cmpstr (wb_answers_get (answers, "ab", "", ""), ==, "field");
  g_assert_cmpstr (wb_answers_get (answers, "a", "", ""), ==, "");

  wb_answers_set (answers, "a", "b", "", "");
  g_assert_true (wb_answers_has (answers, "a"));
  wb_answers_set (answers, "a", "", "b", "");
  g_assert_false (wb_answers_has (answers, "a"));
  g_assert_true (wb_answers_has (answers, "ab"));

  g_assert_finalize_object (answers);
}

static void
test_rows (void)
{
  WbAnswers *answers = wb_answers_new ();
  g_autoptr (GString) log = watch (answers);
  g_autofree const char **rows = NULL;

  g_assert_cmpstr (wb_answers_add_row (answers, "sources", "r1"), ==, "r1");
  g_assert_cmpstr (wb_answers_add_row (answers, "sources", "r2"), ==, "r2");
  assert_log (log, "+sources/r1@0 ! +sources/r2@1 ! ");
  g_assert_true (wb_answers_has (answers, "sources"));
  g_assert_cmpuint (wb_answers_count_rows (answers, "sources"), ==, 2);
  g_assert_cmpuint (wb_answers_count_rows (answers, "other"), ==, 0);

  rows = wb_answers_list_rows (answers, "sources");
  g_assert_cmpstr (rows[0], ==, "r1");
  g_assert_cmpstr (rows[1], ==, "r2");
  g_assert_null (rows[2]);

  g_assert_finalize_object (answers);
}

static void
test_own_ids (void)
{
  WbAnswers *answers = wb_answers_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **none = wb_answers_list_rows (answers, "sources");

  g_assert_null (none[0]);
  for (int i = 0; i < 100; i++)
    g_assert_true (g_hash_table_add (seen, (char *) wb_answers_add_row (answers, "sources", NULL)));

  g_assert_finalize_object (answers);
}

static void
test_removal_empties_cells (void)
{
  WbAnswers *answers = wb_answers_new ();
  g_autoptr (GString) log = watch (answers);

  wb_answers_add_row (answers, "sources", "r1");
  wb_answers_add_row (answers, "sources", "r10");
  wb_answers_set (answers, "sources", "r1", "name", "Register");
  wb_answers_set (answers, "sources", "r10", "name", "Kita");
  g_string_truncate (log, 0);

  wb_answers_remove_row (answers, "sources", "r1");
  assert_log (log, "sources/r1/name= ! -sources/r1 ! ");
  g_assert_cmpstr (wb_answers_get (answers, "sources", "r1", "name"), ==, "");
  g_assert_cmpstr (wb_answers_get (answers, "sources", "r10", "name"), ==, "Kita");
  g_assert_cmpuint (wb_answers_count_rows (answers, "sources"), ==, 1);

  wb_answers_remove_row (answers, "sources", "r1");
  wb_answers_remove_row (answers, "nothing", "r1");
  assert_log (log, "");

  wb_answers_remove_row (answers, "sources", "r10");
  g_assert_false (wb_answers_has (answers, "sources"));

  g_assert_finalize_object (answers);
}

/* The row's id may come from the answers themselves. */
static void
test_removal_by_own_id (void)
{
  WbAnswers *answers = wb_answers_new ();
  const char *row = wb_answers_add_row (answers, "sources", NULL);

  wb_answers_set (answers, "sources", row, "name", "Register");
  wb_answers_set (answers, "sources", row, "owner", "Jugendamt");
  wb_answers_remove_row (answers, "sources", row);
  g_assert_false (wb_answers_has (answers, "sources"));

  g_assert_finalize_object (answers);
}

/* A thousand random steps, done beside in the plainest way: the cells are the same after each. */
static void
test_against_a_plain_table (void)
{
  WbAnswers *answers = wb_answers_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  char plain[3][4][4] = { 0, };

  for (int step = 0; step < 1000; step++)
    {
      int f = g_rand_int_range (rand, 0, 3);
      int r = g_rand_int_range (rand, 0, 4);
      char field[] = { 'f', '0' + f, '\0' };
      char row[] = { 'r', '0' + r, '\0' };
      gboolean any = FALSE;

      plain[f][r][0] = g_rand_boolean (rand) ? '\0' : (char) g_rand_int_range (rand, 'a', 'd');
      wb_answers_set (answers, field, row, "c", plain[f][r]);

      for (int i = 0; i < 4; i++)
        {
          char other[] = { 'r', '0' + i, '\0' };

          g_assert_cmpstr (wb_answers_get (answers, field, other, "c"), ==, plain[f][i]);
          any |= plain[f][i][0] != '\0';
        }
      g_assert_cmpint (wb_answers_has (answers, field), ==, any);
    }

  g_assert_finalize_object (answers);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers/cells", test_cells);
  g_test_add_func ("/answers/no-change-no-signal", test_no_change_no_signal);
  g_test_add_func ("/answers/addresses", test_addresses);
  g_test_add_func ("/answers/rows", test_rows);
  g_test_add_func ("/answers/own-ids", test_own_ids);
  g_test_add_func ("/answers/removal-empties-cells", test_removal_empties_cells);
  g_test_add_func ("/answers/removal-by-own-id", test_removal_by_own_id);
  g_test_add_func ("/answers/against-a-plain-table", test_against_a_plain_table);

  return g_test_run ();
}
