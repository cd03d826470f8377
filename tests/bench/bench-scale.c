/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library.h"
#include "wb-search-table.h"

#include <stdlib.h>

/*
 * bench-scale LIBRARY [ROUNDS [QUESTION]]: asks a library everything that is dear in a large one, and prints for each sort of question the
 * median, the 95th percentile and the longest time from the query to the rows that a window shows, and the memory of the process.
 * With a QUESTION only that is asked, as often, for a profiler. Each line is a name, a number and its unit, separated by tabs; the dearest question of each sort stands behind.
 */

/* Hits that a window shows at a time. */
#define N_SHOWN 10
#define N_WORDS 40
#define N_PAIRS 200
#define N_CHOICES 120

static const char *const typed[] = {
  "sozialräume", "datenschutz-folgenabschätzung", "kita anmeldung", "straßenbeleuchtung in neustadt", "winterdienst sensoren",
  "verzeichnis der verarbeitungstätigkeiten", "art. 35 dsgvo", "open data", "mullheim", "stadt und land", "wie geht das in der gemeinde",
};

static const char *const several[] = {
  "stadt gemeinde", "daten verwaltung stadt", "und der die", "die stadt und die gemeinde", "open-data-portal", "stadt-land-fluss",
  "\"der stadt\"", "\"in der\"", "\"und die\"", "stadt daten gemeinde kreis land", "s d", "a b c", "daten s", "stadtwerke-gemeinde ",
};

typedef struct
{
  const char *name;
  double dearest;

  /* Owned */
  GArray *times; /* double, in milliseconds */
  char *text;    /* of the dearest */
} Sort;

typedef struct
{
  char *shown;
  guint n_items;
} Word;

typedef struct
{
  guint n_rounds;

  /* Owned */
  WbLibrary *library;
  GArray *words;  /* Word, the most frequent first */
  GPtrArray *pairs; /* char *: the first two letters of words, each once */
  GRand *rand;
  Sort *sort; /* borrowed: what is being measured */
} Bench;

/* The wall's clock says what somebody waits; that of the processor stays the same while others use the machine. */
static clockid_t bench_clock;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (bench_clock, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
run_query (Bench         *self,
           const WbQuery *query,
           const char    *text)
{
  g_autoptr (WbResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const double start = now_ms ();
  double time;

  result = wb_library_search (self->library, query, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_SHOWN; i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (wb_result_get_hits (result), i);

      if (hit == NULL)
        break;
    }
  time = now_ms () - start;
  g_array_append_val (self->sort->times, time);
  if (time > self->sort->dearest)
    {
      self->sort->dearest = time;
      g_free (self->sort->text);
      self->sort->text = g_strdup (text);
    }
}

static void
ask (Bench      *self,
     const char *text)
{
  g_autoptr (WbQuery) query = wb_query_new (text);

  wb_query_set_today (query, "2026-11-22");
  run_query (self, query, text);
}

static void
ask_letters (Bench *self)
{
  static const char *const others[] = { "ä", "ö", "ü", "ß", "1", "2" };

  for (char letter = 'a'; letter <= 'z'; letter++)
    ask (self, (char[]) { letter, '\0' });
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    ask (self, others[i]);
}

static void
ask_pairs (Bench *self)
{
  for (guint i = 0; i < MIN (self->pairs->len, N_PAIRS); i++)
    ask (self, g_ptr_array_index (self->pairs, i));
}

/* As typed, and with the blank behind it that ends the word. */
static void
ask_words (Bench *self)
{
  for (guint i = 0; i < MIN (self->words->len, N_WORDS); i++)
    {
      const char *shown = g_array_index (self->words, Word, i).shown;
      g_autofree char *ended = g_strconcat (shown, " ", NULL);

      ask (self, shown);
      ask (self, ended);
    }
}

static void
ask_several (Bench *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    ask (self, several[i]);
}

static void
ask_typed (Bench *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (const char *end = g_utf8_next_char (typed[i]);; end = g_utf8_next_char (end))
      {
        g_autofree char *text = g_strndup (typed[i], end - typed[i]);

        ask (self, text);
        if (*end == '\0')
          break;
      }
}

/* Up to six values of any facets, in any order, with and without words. */
static void
ask_choices (Bench *self)
{
  static const char *const texts[] = { "", "s", "daten", "stadt gemeinde" };
  GPtrArray *facets = wb_vocabulary_get_facets (wb_library_get_vocabulary (self->library));

  for (guint i = 0; i < N_CHOICES; i++)
    {
      const char *text = texts[i % G_N_ELEMENTS (texts)];
      g_autoptr (WbQuery) query = wb_query_new (text);
      const guint n = g_rand_int_range (self->rand, 1, 7);

      wb_query_set_today (query, "2026-11-22");
      wb_query_set_sort (query, g_rand_int_range (self->rand, WB_SORT_RELEVANCE, WB_SORT_FIT + 1));
      for (guint j = 0; j < n; j++)
        {
          const WbFacet *facet = g_ptr_array_index (facets, g_rand_int_range (self->rand, 0, facets->len));
          const WbTerm *value = g_ptr_array_index (facet->values, g_rand_int_range (self->rand, 0, facet->values->len));

          wb_query_add_value (query, facet->id, value->id);
          wb_query_add_weight (query, facet->id, value->id, n);
        }
      run_query (self, query, text);
    }
}

static void
ask_blank (Bench *self)
{
  ask (self, "");
}

static const struct
{
  const char *name;
  void (*func) (Bench *self);
} sorts[] = {
  { "nothing typed", ask_blank },
  { "one letter", ask_letters },
  { "two letters", ask_pairs },
  { "common word", ask_words },
  { "several words", ask_several },
  { "typing", ask_typed },
  { "filters", ask_choices },
};

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static void
print_times (const Sort *sort,
             const char *clock_name)
{
  static const double quantiles[] = { 0.5, 0.95, 1 };

  g_array_sort (sort->times, compare_times);
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      const guint index = (guint) (quantiles[i] * (sort->times->len - 1) + 0.5);

      g_print ("%s, %s, p%g of %u\t%.3f\tms", sort->name, clock_name, quantiles[i] * 100, sort->times->len,
               g_array_index (sort->times, double, index));
      g_print (quantiles[i] == 1 ? "\t“%s”\n" : "\n", sort->text);
    }
}

/* A line of /proc/self/status, in megabytes. */
static void
print_memory (const char *name,
              const char *key)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, key)) == NULL)
    return;
  g_print ("%s\t%.1f\tMB\n", name, strtoul (line + strlen (key), NULL, 10) / 1024.0);
}

static void
measure (Bench      *self,
         const char *clock_name)
{
  Sort all = { "every question" };

  all.times = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      Sort sort = { sorts[i].name };

      sort.times = g_array_new (FALSE, FALSE, sizeof (double));
      self->sort = &sort;
      for (guint round = 0; round < self->n_rounds; round++)
        sorts[i].func (self);
      g_array_append_vals (all.times, sort.times->data, sort.times->len);
      if (sort.dearest > all.dearest)
        {
          all.dearest = sort.dearest;
          g_free (all.text);
          all.text = g_strdup (sort.text);
        }
      print_times (&sort, clock_name);
      g_array_unref (sort.times);
      g_free (sort.text);
    }
  print_times (&all, clock_name);
  g_array_unref (all.times);
  g_free (all.text);
}

static void
ask_again (Bench      *self,
           const char *text)
{
  Sort sort = { "question" };

  sort.times = g_array_new (FALSE, FALSE, sizeof (double));
  self->sort = &sort;
  bench_clock = CLOCK_THREAD_CPUTIME_ID;
  for (guint round = 0; round < self->n_rounds; round++)
    ask (self, text);
  print_times (&sort, "processor");
  g_array_unref (sort.times);
  g_free (sort.text);
}

static void
add_word (const char *form,
          const char *shown,
          guint       n_items,
          gpointer    user_data)
{
  Word word = { g_strdup (shown), n_items };

  g_array_append_val ((GArray *) user_data, word);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *left = a;
  const Word *right = b;

  return (left->n_items < right->n_items) - (left->n_items > right->n_items);
}

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->shown);
}

static void
load_words (Bench      *self,
            const char *path)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (WbConnection) connection = wb_connection_open (path, WB_OPEN_IMMUTABLE, NULL);

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, word_clear);
  self->pairs = g_ptr_array_new_with_free_func (g_free);
  wb_search_table_scan_words (connection, add_word, self->words, NULL);
  g_array_sort (self->words, compare_words);
  for (guint i = 0; i < self->words->len; i++)
    {
      char *pair = g_utf8_substring (g_array_index (self->words, Word, i).shown, 0,
                                     MIN (2, g_utf8_strlen (g_array_index (self->words, Word, i).shown, -1)));

      g_ptr_array_add (self->pairs, pair);
      if (!g_hash_table_add (seen, pair))
        g_ptr_array_set_size (self->pairs, self->pairs->len - 1);
    }
  /* Only what is asked is kept, so that the memory is that of the library. */
  g_array_set_size (self->words, MIN (self->words->len, N_WORDS));
  g_ptr_array_set_size (self->pairs, MIN (self->pairs->len, N_PAIRS));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  Bench self = { argc > 2 ? strtoul (argv[2], NULL, 10) : 3 };
  double start;

  if (argc < 2)
    g_error ("Usage: bench-scale LIBRARY [ROUNDS]");
  bench_clock = CLOCK_MONOTONIC;
  self.rand = g_rand_new_with_seed (1);
  start = now_ms ();
  self.library = wb_library_open (argv[1], &error);
  g_assert_no_error (error);
  g_print ("opening\t%.3f\tms\n", now_ms () - start);
  print_memory ("memory, opened", "VmRSS:");
  if (argc > 3)
    {
      ask_again (&self, argv[3]);
      return 0;
    }
  load_words (&self, argv[1]);
  measure (&self, "waiting");
  bench_clock = CLOCK_THREAD_CPUTIME_ID;
  measure (&self, "processor");
  print_memory ("memory, idle after all questions", "VmRSS:");
  print_memory ("memory, most", "VmHWM:");

  g_object_unref (self.library);
  g_array_unref (self.words);
  g_ptr_array_unref (self.pairs);
  g_rand_free (self.rand);

  return 0;
}
