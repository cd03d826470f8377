/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-narrow.h"

#include "wb-radix-sort.h"

/* Facets with choices, each a bit: there are not that many facets. */
#define MAX_GROUPS 32

/* The choices of a query, and what was counted, by numbers. */
typedef struct
{
  const WbCatalogue *catalogue;
  guint n_groups;
  guint32 all;        /* the bits of all groups */
  guint32 review;     /* the bit of the check that is due; 0 without that choice */
  gboolean review_met; /* by what is due; an unknown value is met by nothing */
  guint due;          /* the first day that is not too early, as a number */
  guint n_due;
  guint n_without_ids;

  /* Owned */
  guint32 *bits;        /* by value: the bit of the group when it is chosen */
  guint *group_facets;  /* by group: the number of the facet; G_MAXUINT for one that no entry has */
  guint *value_facets;  /* by value: the number of its facet */
  guint8 *listed;       /* (nullable) by position */
  guint *counts;        /* by value */
  guint *without;       /* by group */
} Narrow;

static void
narrow_clear (Narrow *self)
{
  g_free (self->bits);
  g_free (self->group_facets);
  g_free (self->value_facets);
  g_free (self->listed);
  g_free (self->counts);
  g_free (self->without);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Narrow, narrow_clear)

/* The bit of the choices of the same facet that came before, or a new one. */
static guint32
ensure_bit (Narrow        *self,
            const WbQuery *query,
            guint          i,
            guint32       *bits)
{
  const WbFacetValue *choice = g_ptr_array_index (query->values, i);

  for (guint j = 0; j < i; j++)
    if (g_str_equal (((const WbFacetValue *) g_ptr_array_index (query->values, j))->facet, choice->facet))
      return bits[j];

  return self->n_groups < MAX_GROUPS ? 1u << self->n_groups++ : 1u << (MAX_GROUPS - 1);
}

static void
add_choice (Narrow             *self,
            WbLibraryIndex     *index,
            const WbFacetValue *choice,
            guint32             bit)
{
  const WbIndexValue *facet = wb_library_index_find_value (index, choice->facet, NULL);
  const WbIndexValue *value = wb_library_index_find_value (index, choice->facet, choice->value);

  if (g_str_equal (choice->facet, WB_FACET_REVIEW))
    {
      self->review = bit;
      self->review_met = self->review_met || g_str_equal (choice->value, WB_REVIEW_DUE);
    }
  else if (value != NULL)
    self->bits[value->number] |= bit;
  self->group_facets[g_bit_nth_lsf (bit, -1)] = facet != NULL ? facet->number : G_MAXUINT;
}

static void
add_choices (Narrow         *self,
             WbLibraryIndex *index,
             const WbQuery  *query)
{
  g_autofree guint32 *bits = g_new0 (guint32, query->values->len + 1);

  for (guint i = 0; i < query->values->len; i++)
    {
      bits[i] = ensure_bit (self, query, i, bits);
      self->all |= bits[i];
      add_choice (self, index, g_ptr_array_index (query->values, i), bits[i]);
    }
}

static void
list_ids (Narrow         *self,
          WbLibraryIndex *index,
          GHashTable     *ids)
{
  GHashTableIter iter;
  gpointer id;
  guint position;

  if (ids == NULL)
    return;
  self->listed = g_new0 (guint8, self->catalogue->n + 1);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (wb_library_index_find (index, id, &position))
      self->listed[position] = 1;
}

static void
narrow_init (Narrow         *self,
             WbLibraryIndex *index,
             const WbQuery  *query)
{
  const guint n_values = wb_library_index_get_n_values (index);

  self->catalogue = wb_library_index_get_catalogue (index);
  self->bits = g_new0 (guint32, n_values + 1);
  self->counts = g_new0 (guint, n_values + 1);
  self->value_facets = g_new0 (guint, n_values + 1);
  for (guint i = 0; i < n_values; i++)
    self->value_facets[i] = wb_library_index_get_value (index, i)->facet;
  self->group_facets = g_new0 (guint, MAX_GROUPS);
  self->without = g_new0 (guint, MAX_GROUPS);
  self->due = query->today != NULL ? wb_catalogue_find_day (self->catalogue, query->today) : 0;
  add_choices (self, index, query);
  list_ids (self, index, query->ids);
}

/* Day 0 stands for none. */
static gboolean
is_due (const Narrow *self,
        guint         position)
{
  const guint day = self->catalogue->review_by[position];

  return day > 0 && day < self->due;
}

/* The bits of the groups that the entry does not meet. */
static guint32
find_misses (const Narrow *self,
             guint         position)
{
  const WbCatalogue *catalogue = self->catalogue;
  guint32 met = 0;

  if (self->all == 0)
    return 0;
  if (self->review != 0 && self->review_met && is_due (self, position))
    met |= self->review;
  for (guint i = catalogue->starts[position]; i < catalogue->starts[position + 1]; i++)
    met |= self->bits[catalogue->values[i]];

  return self->all & ~met;
}

static void
count_all (Narrow *self,
           guint   position)
{
  const WbCatalogue *catalogue = self->catalogue;

  for (guint i = catalogue->starts[position]; i < catalogue->starts[position + 1]; i++)
    self->counts[catalogue->values[i]]++;
  self->n_due += is_due (self, position) ? 1 : 0;
}

/* An entry that only the choices of one facet stand in the way of. */
static void
count_missed (Narrow  *self,
              guint    position,
              guint32  misses)
{
  const WbCatalogue *catalogue = self->catalogue;
  const guint group = g_bit_nth_lsf (misses, -1);

  self->without[group]++;
  if (misses == self->review)
    self->n_due += is_due (self, position) ? 1 : 0;
  for (guint i = catalogue->starts[position]; misses != self->review && i < catalogue->starts[position + 1]; i++)
    if (self->value_facets[catalogue->values[i]] == self->group_facets[group])
      self->counts[catalogue->values[i]]++;
}

static gboolean
take (Narrow *self,
      guint   position)
{
  const guint32 misses = find_misses (self, position);
  const gboolean listed = self->listed == NULL || self->listed[position] != 0;

  /* One facet in the way at most. */
  if ((misses & (misses - 1)) != 0)
    return FALSE;
  if (!listed)
    self->n_without_ids += misses == 0 ? 1 : 0;
  else if (misses == 0)
    count_all (self, position);
  else
    count_missed (self, position, misses);

  return listed && misses == 0;
}

static void
give_counts (Narrow         *self,
             WbLibraryIndex *index,
             WbResult       *result)
{
  guint *without = g_new0 (guint, wb_library_index_get_n_facets (index) + 1);
  guint without_due = 0;

  for (guint i = 0; i < self->n_groups; i++)
    if (1u << i == self->review)
      without_due = self->without[i];
    else if (self->group_facets[i] != G_MAXUINT)
      without[self->group_facets[i]] += self->without[i];
  wb_result_set_counts (result, g_steal_pointer (&self->counts), self->n_due);
  wb_result_set_without (result, without, without_due);
  wb_result_set_without_ids (result, self->n_without_ids);
}

void
wb_search_narrow (WbLibraryIndex *index,
                  const WbQuery  *query,
                  GArray         *matches,
                  WbResult       *result)
{
  g_auto (Narrow) self = { NULL };
  const guint n_all = matches->len;
  guint n = 0;

  narrow_init (&self, index, query);
  for (guint i = 0; i < n_all; i++)
    if (take (&self, g_array_index (matches, WbMatch, i).position))
      g_array_index (matches, WbMatch, n++) = g_array_index (matches, WbMatch, i);
  g_array_set_size (matches, n);
  if (result == NULL)
    return;
  give_counts (&self, index, result);
  wb_result_set_n_unfiltered (result, n_all);
}

/* By value: what having it counts, 0 for most. */
static int *
make_weights (WbLibraryIndex *index,
              const WbQuery  *query)
{
  int *weights = g_new0 (int, wb_library_index_get_n_values (index) + 1);

  for (guint i = 0; i < query->weights->len; i++)
    {
      const WbWeight *weight = &g_array_index (query->weights, WbWeight, i);
      const WbIndexValue *value = wb_library_index_find_value (index, weight->value.facet, weight->value.value);

      if (value != NULL)
        weights[value->number] = MAX (weights[value->number], weight->weight);
    }

  return weights;
}

/* The best weight of each facet, added up. @best: by facet, all 0, and left so. */
static int
weigh (WbLibraryIndex *index,
       const int      *weights,
       int            *best,
       guint           position)
{
  const WbCatalogue *catalogue = wb_library_index_get_catalogue (index);
  int sum = 0;

  for (guint i = catalogue->starts[position]; i < catalogue->starts[position + 1]; i++)
    {
      const guint value = catalogue->values[i];

      if (weights[value] == 0)
        continue;
      best[wb_library_index_get_value (index, value)->facet] =
        MAX (best[wb_library_index_get_value (index, value)->facet], weights[value]);
    }
  for (guint i = catalogue->starts[position]; i < catalogue->starts[position + 1]; i++)
    {
      const guint value = catalogue->values[i];

      if (weights[value] == 0)
        continue;
      sum += best[wb_library_index_get_value (index, value)->facet];
      best[wb_library_index_get_value (index, value)->facet] = 0;
    }

  return sum;
}

void
wb_search_narrow_sort_by_weight (WbLibraryIndex *index,
                                 const WbQuery  *query,
                                 GArray         *positions)
{
  g_autofree int *weights = make_weights (index, query);
  g_autofree int *best = g_new0 (int, wb_library_index_get_n_facets (index) + 1);
  g_autofree guint64 *keys = g_new (guint64, positions->len + 1);

  for (guint i = 0; i < positions->len; i++)
    keys[i] = G_MAXINT - (gint64) weigh (index, weights, best, g_array_index (positions, guint32, i));
  wb_radix_sort (keys, (guint32 *) (gpointer) positions->data, positions->len);
}
