/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-private.h"

struct _WbResult
{
  GObject parent_instance;

  guint n_hits;
  guint n_without_ids; /* hits that only the ids stand in the way of */
  guint n_unfiltered;
  guint n_due;
  gboolean partial;

  /* Owned */
  WbLibraryIndex *index;
  GListModel *hits;
  guint *counts; /* by the number of a value */
  GHashTable *without; /* facet → number of hits that only its choices stand in the way of */
  char **corrections;
  char **suggestions;
};

G_DEFINE_FINAL_TYPE (WbResult, wb_result, G_TYPE_OBJECT)

static void
wb_result_finalize (GObject *object)
{
  WbResult *self = WB_RESULT (object);

  g_clear_object (&self->hits);
  g_free (self->counts);
  wb_library_index_unref (self->index);
  g_hash_table_unref (self->without);
  g_strfreev (self->corrections);
  g_strfreev (self->suggestions);

  G_OBJECT_CLASS (wb_result_parent_class)->finalize (object);
}

static void
wb_result_class_init (WbResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_result_finalize;
}

static void
wb_result_init (WbResult *self)
{
  self->without = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->corrections = g_new0 (char *, 1);
  self->suggestions = g_new0 (char *, 1);
}

WbResult *
wb_result_new (WbLibraryIndex *index)
{
  WbResult *self = g_object_new (WB_TYPE_RESULT, NULL);

  self->index = wb_library_index_ref (index);
  self->counts = g_new0 (guint, wb_library_index_get_n_values (index));

  return self;
}

void
wb_result_set_hits (WbResult   *self,
                    GListModel *hits,
                    guint       n_hits)
{
  g_return_if_fail (WB_IS_RESULT (self));
  g_return_if_fail (G_IS_LIST_MODEL (hits));

  g_set_object (&self->hits, hits);
  self->n_hits = n_hits;
}

void
wb_result_set_partial (WbResult *self,
                       gboolean  partial)
{
  g_return_if_fail (WB_IS_RESULT (self));

  self->partial = partial;
}

void
wb_result_count (WbResult           *self,
                 const WbIndexValue *value)
{
  g_return_if_fail (WB_IS_RESULT (self));
  g_return_if_fail (value != NULL);

  self->counts[value->number]++;
}

void
wb_result_count_due (WbResult *self)
{
  g_return_if_fail (WB_IS_RESULT (self));

  self->n_due++;
}

void
wb_result_add_without (WbResult   *self,
                       const char *facet)
{
  guint count;

  g_return_if_fail (WB_IS_RESULT (self));
  g_return_if_fail (facet != NULL);

  count = GPOINTER_TO_UINT (g_hash_table_lookup (self->without, facet));
  g_hash_table_replace (self->without, g_strdup (facet), GUINT_TO_POINTER (count + 1));
}

void
wb_result_add_without_ids (WbResult *self)
{
  g_return_if_fail (WB_IS_RESULT (self));

  self->n_without_ids++;
}

void
wb_result_set_n_unfiltered (WbResult *self,
                            guint     n_unfiltered)
{
  g_return_if_fail (WB_IS_RESULT (self));

  self->n_unfiltered = n_unfiltered;
}

void
wb_result_set_corrections (WbResult  *self,
                           char     **corrections)
{
  g_return_if_fail (WB_IS_RESULT (self));
  g_return_if_fail (corrections != NULL);

  g_strfreev (self->corrections);
  self->corrections = corrections;
}

void
wb_result_set_suggestions (WbResult  *self,
                           char     **suggestions)
{
  g_return_if_fail (WB_IS_RESULT (self));
  g_return_if_fail (suggestions != NULL);

  g_strfreev (self->suggestions);
  self->suggestions = suggestions;
}

GListModel *
wb_result_get_hits (WbResult *self)
{
  g_return_val_if_fail (WB_IS_RESULT (self), NULL);

  return self->hits;
}

guint
wb_result_get_n_hits (WbResult *self)
{
  g_return_val_if_fail (WB_IS_RESULT (self), 0);

  return self->n_hits;
}

gboolean
wb_result_get_partial (WbResult *self)
{
  g_return_val_if_fail (WB_IS_RESULT (self), FALSE);

  return self->partial;
}

guint
wb_result_get_count (WbResult   *self,
                     const char *facet,
                     const char *value)
{
  const WbIndexValue *known;

  g_return_val_if_fail (WB_IS_RESULT (self), 0);
  g_return_val_if_fail (facet != NULL && value != NULL, 0);

  if (g_str_equal (facet, WB_FACET_REVIEW))
    return g_str_equal (value, WB_REVIEW_DUE) ? self->n_due : 0;
  known = wb_library_index_find_value (self->index, facet, value);

  return known != NULL ? self->counts[known->number] : 0;
}

guint
wb_result_get_n_without (WbResult   *self,
                         const char *facet)
{
  g_return_val_if_fail (WB_IS_RESULT (self), 0);
  g_return_val_if_fail (facet != NULL, 0);

  return self->n_hits + GPOINTER_TO_UINT (g_hash_table_lookup (self->without, facet));
}

guint
wb_result_get_n_without_ids (WbResult *self)
{
  g_return_val_if_fail (WB_IS_RESULT (self), 0);

  return self->n_hits + self->n_without_ids;
}

guint
wb_result_get_n_unfiltered (WbResult *self)
{
  g_return_val_if_fail (WB_IS_RESULT (self), 0);

  return self->n_unfiltered;
}

char **
wb_result_get_corrections (WbResult *self)
{
  g_return_val_if_fail (WB_IS_RESULT (self), NULL);

  return self->corrections;
}

char **
wb_result_get_suggestions (WbResult *self)
{
  g_return_val_if_fail (WB_IS_RESULT (self), NULL);

  return self->suggestions;
}
