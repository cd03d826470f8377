/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-suggest.h"

#include "wb-search-table.h"

#include <string.h>

/* Longest word the distance is taken of. */
#define MAX_LENGTH 48
/* Shortest beginning of a compound that tells anything. */
#define MIN_HEAD 5

typedef struct
{
  char *shown;
  guint distance;
  guint n_items;
} Candidate;

typedef struct
{
  const char *key;
  gsize length;
  guint max;
  GArray *candidates; /* Candidate */
} Collector;

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->shown);
}

guint
wb_search_suggest_distance (const char *a,
                            const char *b,
                            guint       max)
{
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0], *last = rows[1], *row = rows[2];
  gsize n_a = strlen (a);
  gsize n_b = strlen (b);

  if (n_a > MAX_LENGTH || n_b > MAX_LENGTH || MAX (n_a, n_b) - MIN (n_a, n_b) > max)
    return max + 1;

  for (guint j = 0; j <= n_b; j++)
    last[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint least = row[0] = i;
      guint *spare = before;

      for (guint j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      if (least > max)
        return max + 1;
      before = last;
      last = row;
      row = spare;
    }

  return MIN (last[n_b], max + 1);
}

static gboolean
is_number (const char *form)
{
  return form[strspn (form, "0123456789")] == '\0';
}

/* "Verkehrssicherung" for Verkehrssicherungspflicht: most of a compound that nobody wrote. */
static gboolean
begins_compound (const Collector *collector,
                 const char      *form,
                 gsize            length)
{
  return length >= MIN_HEAD && length * 2 >= collector->length
         && g_str_has_prefix (collector->key, form);
}

static void
consider_word (const char *form,
               const char *shown,
               guint       n_items,
               gpointer    user_data)
{
  Collector *collector = user_data;
  gsize length = strlen (form);
  Candidate candidate = { NULL, 0, n_items };

  if (length < 3 || is_number (form))
    return;
  candidate.distance = wb_search_suggest_distance (collector->key, form, collector->max);
  if (candidate.distance > collector->max && !begins_compound (collector, form, length))
    return;
  candidate.shown = g_strdup (shown);
  g_array_append_val (collector->candidates, candidate);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->distance != right->distance)
    return left->distance < right->distance ? -1 : 1;
  if (left->n_items != right->n_items)
    return left->n_items > right->n_items ? -1 : 1;

  return strcmp (left->shown, right->shown);
}

static guint
choose_max (gsize length)
{
  if (length < 3)
    return 0;
  if (length < 6)
    return 1;

  return length < 10 ? 2 : 3;
}

GPtrArray *
wb_search_suggest_words (WbConnection  *connection,
                         const char    *key,
                         guint          limit,
                         GError       **error)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Collector collector = { key, strlen (key), choose_max (strlen (key)), candidates };

  g_array_set_clear_func (candidates, candidate_clear);
  if (collector.max == 0)
    return words;
  if (!wb_search_table_scan_words (connection, consider_word, &collector, error))
    {
      g_ptr_array_unref (words);
      return NULL;
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len && i < limit; i++)
    g_ptr_array_add (words, g_strdup (g_array_index (candidates, Candidate, i).shown));

  return words;
}
