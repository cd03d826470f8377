/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library.h"
#include "wb-tokenizer.h"

/*
 * bench-search LIBRARY: types realistic queries letter by letter, and measures the search after each keystroke: ours (query,
 * ranking, counts, the snippets that a window shows) and the plain FTS5 query for the same words on the same file.
 */

#define N_ROUNDS 5
/* Hits that a window shows at a time; their passages are found when they are shown. */
#define N_SHOWN 10

static const char *const queries[] = {
  "sozialräume", "sozialraumplanung", "dsgvo prüfung", "datenschutz-folgenabschätzung", "kita anmeldung", "straßenbeleuchtung",
  "winterdienst sensoren", "baumkataster", "starkregen", "rechnungsworkflow", "energiemanagement", "stakeholder", "rollen klären",
  "governance", "auftragsverarbeitung", "verzeichnis der verarbeitungstätigkeiten", "art. 35 dsgvo", "inhouse-vergabe", "open data",
  "dashboard dummy daten", "präsentation verwaltungsleitung", "datenqualität", "schnittstelle", "mullheim", "burgerbeteiligung",
  "klarschiff rostock", "lahn-dill", "bildungsmonitoring", "landkreis münchen", "checkliste", "\"exakte wendung\"", "o'brien", "12/34",
  "personalrat", "statistikgeheimnis", "wahlen und daten im rathaus",
};

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
get_quantile (GArray *times,
              double  quantile)
{
  guint index = (guint) (quantile * (times->len - 1) + 0.5);

  g_array_sort (times, compare_times);

  return g_array_index (times, double, index);
}

/* The wall's clock says what somebody waits; that of the processor stays the same while others use the machine. */
static clockid_t bench_clock;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (bench_clock, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
time_ours (WbLibrary  *library,
           const char *text)
{
  g_autoptr (WbQuery) query = wb_query_new (text);
  g_autoptr (WbResult) result = NULL;
  g_autoptr (GError) error = NULL;
  double start = now_ms ();

  result = wb_library_search (library, query, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_SHOWN; i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (wb_result_get_hits (result), i);

      if (hit == NULL)
        break;
    }

  return now_ms () - start;
}

/* Each word as a phrase, the last one as a prefix. */
static char *
make_expression (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \"'/.", -1);
  GString *expression = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (expression, "%s\"%s\"", expression->len > 0 ? " " : "", words[i]);
  if (expression->len > 0)
    g_string_append_c (expression, '*');

  return g_string_free (expression, FALSE);
}

static double
time_plain (sqlite3_stmt *statement,
            const char   *text)
{
  g_autofree char *expression = make_expression (text);
  double start = now_ms ();

  if (*expression == '\0')
    return 0;
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return now_ms () - start;
}

static void
type_query (const char   *query,
            WbLibrary    *library,
            sqlite3_stmt *statement,
            GArray       *ours,
            GArray       *plain)
{
  for (const char *end = g_utf8_next_char (query);; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (query, end - query);
      double time = time_ours (library, typed);

      g_array_append_val (ours, time);
      time = time_plain (statement, typed);
      g_array_append_val (plain, time);
      if (*end == '\0')
        return;
    }
}

/* Types all queries, once to warm up and N_ROUNDS times for the figures. */
static void
type_all (WbLibrary    *library,
          sqlite3_stmt *statement,
          GArray       *ours,
          GArray       *plain)
{
  for (int round = 0; round <= N_ROUNDS; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
        type_query (queries[i], library, statement, ours, plain);
      if (round == 0)
        {
          g_array_set_size (ours, 0);
          g_array_set_size (plain, 0);
        }
    }
}

static void
print_quantiles (const char *clock_name,
                 GArray     *ours,
                 GArray     *plain)
{
  static const double quantiles[] = { 0.5, 0.95, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      double a = get_quantile (ours, quantiles[i]);
      double b = get_quantile (plain, quantiles[i]);

      g_print ("search a keystroke, %s, p%g of %u\t%.3f ms\t%.3f ms (FTS5 alone)\t%.2f\n", clock_name,
               quantiles[i] * 100, ours->len, a, b, a / b);
    }
}

static sqlite3_stmt *
prepare_plain (WbConnection *connection)
{
  sqlite3 *handle = wb_connection_get_handle (connection);
  sqlite3_stmt *statement = NULL;

  if (!wb_tokenizer_register (connection, NULL)
      || sqlite3_prepare_v2 (handle, "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rank", -1, &statement, NULL)
           != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));

  return statement;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3_stmt *statement;

  if (argc != 2)
    g_error ("Usage: bench-search LIBRARY");
  library = wb_library_open (argv[1], &error);
  g_assert_no_error (error);
  connection = wb_connection_open (argv[1], WB_OPEN_IMMUTABLE, &error);
  g_assert_no_error (error);
  statement = prepare_plain (connection);

  bench_clock = CLOCK_MONOTONIC;
  type_all (library, statement, ours, plain);
  print_quantiles ("waiting", ours, plain);
  bench_clock = CLOCK_THREAD_CPUTIME_ID;
  type_all (library, statement, ours, plain);
  print_quantiles ("processor", ours, plain);
  sqlite3_finalize (statement);

  return 0;
}
