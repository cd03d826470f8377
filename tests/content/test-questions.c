/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library.h"

/*
 * test-questions LIBRARY QUESTIONS: types questions as people in town halls ask them into the search of the bundled library. A
 * line holds a question, the ids of the entries that answer it, and for some a mark: "held-out" for those that were not looked
 * at while the search and the entries' keywords were being improved, "later" for those written only after that.
 */

#define N_SHOWN 5
#define MIN_QUESTIONS 380
#define MIN_RECALL 0.95
/* Nothing was fitted to the later ones; they say what a new question may hope for. */
#define MIN_RECALL_LATER 0.8

typedef enum
{
  MARK_NONE,
  MARK_HELD_OUT,
  MARK_LATER,
  N_MARKS,
} Mark;

typedef struct
{
  guint n_questions;
  guint n_found;
} Tally;

static const char *const mark_names[N_MARKS] = { "", "held-out", "later" };
static const char *library_path;
static const char *questions_path;

static void
check_ids (WbLibrary   *library,
           const char  *question,
           char       **ids)
{
  g_assert_cmpuint (g_strv_length (ids), >, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!wb_library_lookup (library, ids[i], NULL, NULL))
      g_test_fail_printf ("“%s” waits for “%s”, which the library does not have", question, ids[i]);
}

/* The ids of the hits that are seen without scrolling, joined by blanks; @found: whether one of @ids is among them. */
static char *
ask (WbLibrary   *library,
     const char  *question,
     char       **ids,
     gboolean    *found)
{
  g_autoptr (WbQuery) query = wb_query_new (question);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (WbResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *hits;

  wb_query_set_limit (query, N_SHOWN);
  result = wb_library_search (library, query, NULL, &error);
  g_assert_no_error (error);
  hits = wb_result_get_hits (result);
  *found = FALSE;
  for (guint i = 0; i < MIN (g_list_model_get_n_items (hits), N_SHOWN); i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);

      g_string_append_printf (shown, " %s", wb_hit_get_id (hit));
      *found = *found || g_strv_contains ((const char *const *) ids, wb_hit_get_id (hit));
    }

  return g_strdup (shown->str);
}

static Mark
read_mark (char **row)
{
  const guint n = g_strv_length (row);

  g_assert_true (n == 2 || n == 3);
  for (guint i = 1; n == 3 && i < N_MARKS; i++)
    if (g_str_equal (row[2], mark_names[i]))
      return i;
  g_assert_cmpuint (n, ==, 2);

  return MARK_NONE;
}

static void
check_line (WbLibrary  *library,
            const char *line,
            Tally      *tallies)
{
  g_auto (GStrv) row = g_strsplit (line, "\t", -1);
  g_auto (GStrv) ids = NULL;
  g_autofree char *shown = NULL;
  const Mark mark = read_mark (row);
  gboolean found;

  ids = g_strsplit (row[1], ",", -1);
  check_ids (library, row[0], ids);
  shown = ask (library, row[0], ids, &found);
  tallies[mark].n_questions++;
  tallies[mark].n_found += found ? 1 : 0;
  if (!found)
    g_test_message ("missed: “%s” found%s", row[0], *shown != '\0' ? shown : " nothing");
}

static double
get_recall (const Tally *tally)
{
  return tally->n_found / (double) MAX (tally->n_questions, 1);
}

static void
test_recall (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  Tally tallies[N_MARKS] = { 0 };
  Tally all;

  library = wb_library_open (library_path, &error);
  g_assert_no_error (error);
  g_file_get_contents (questions_path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      check_line (library, lines[i], tallies);

  all.n_questions = tallies[MARK_NONE].n_questions + tallies[MARK_HELD_OUT].n_questions;
  all.n_found = tallies[MARK_NONE].n_found + tallies[MARK_HELD_OUT].n_found;
  for (guint i = 0; i < N_MARKS; i++)
    g_test_message ("recall at %d: %.3f of %u questions %s", N_SHOWN, get_recall (&tallies[i]), tallies[i].n_questions,
                    mark_names[i]);
  g_assert_cmpuint (all.n_questions, >=, MIN_QUESTIONS);
  g_assert_cmpfloat (get_recall (&all), >=, MIN_RECALL);
  g_assert_cmpfloat (get_recall (&tallies[MARK_LATER]), >=, MIN_RECALL_LATER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  library_path = argv[1];
  questions_path = argv[2];

  g_test_add_func ("/questions/recall", test_recall);

  return g_test_run ();
}
