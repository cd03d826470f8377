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
  guint n_without_due;
  gboolean partial;

  /* Owned */
  WbLibraryIndex *index;
  GListModel *hits;
  guint *counts; /* by the number of a value */
  guint *without; /* by the number of a facet: hits that only its choices stand in the way of */
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
  g_free (self->without);
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
  self->corrections = g_new0 (char *, 1);
  self->suggestions = g_new0 (char *, 1);
}

WbResult *
wb_result_new (WbLibraryIndex *index)
{
  WbResult *self = g_object_new (WB_TYPE_RESULT, NULL);

  self->index = wb_library_index_ref (index);
  self->counts = g_new0 (guint, wb_library_index_get_n_values (index) + 1);
  self->without = g_new0 (guint, wb_library_index_get_n_facets (index) + 1);

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
wb_result_set_counts (WbResult *self,
                      guint    *counts,
                      guint     n_due)
{
  g_return_if_fail (WB_IS_RESULT (self));
  g_return_if_fail (counts != NULL);

  g_free (self->counts);
  self->counts = counts;
  self->n_due = n_due;
}

void
wb_result_set_without (WbResult *self,
                       guint    *without,
                       guint     without_due)
{
  g_return_if_fail (WB_IS_RESULT (self));
  g_return_if_fail (without != NULL);

  g_free (self->without);
  self->without = without;
  self->n_without_due = without_due;
}

void
wb_result_set_without_ids (WbResult *self,
                           guint     without_ids)
{
  g_return_if_fail (WB_IS_RESULT (self));

  self->n_without_ids = without_ids;
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
  const WbIndexValue *known;

  g_return_val_if_fail (WB_IS_RESULT (self), 0);
  g_return_val_if_fail (facet != NULL, 0);

  if (g_str_equal (facet, WB_FACET_REVIEW))
    return self->n_hits + self->n_without_due;
  known = wb_library_index_find_value (self->index, facet, NULL);

  return self->n_hits + (known != NULL ? self->without[known->number] : 0);
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
