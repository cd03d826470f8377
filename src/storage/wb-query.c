/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-private.h"

static void
value_free (gpointer data)
{
  WbFacetValue *value = data;

  g_free (value->facet);
  g_free (value->value);
  g_free (value);
}

static void
weight_clear (gpointer data)
{
  WbWeight *weight = data;

  g_free (weight->value.facet);
  g_free (weight->value.value);
}

WbQuery *
wb_query_new (const char *text)
{
  WbQuery *self = g_new0 (WbQuery, 1);

  self->text = g_utf8_make_valid (text != NULL ? text : "", -1);
  self->values = g_ptr_array_new_with_free_func (value_free);
  self->weights = g_array_new (FALSE, FALSE, sizeof (WbWeight));
  g_array_set_clear_func (self->weights, weight_clear);

  return self;
}

WbQuery *
wb_query_copy (const WbQuery *self)
{
  WbQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = wb_query_new (self->text);
  copy->sort = self->sort;
  copy->limit = self->limit;
  copy->ids = self->ids != NULL ? g_hash_table_ref (self->ids) : NULL;
  copy->today = g_strdup (self->today);
  for (guint i = 0; i < self->values->len; i++)
    {
      const WbFacetValue *value = g_ptr_array_index (self->values, i);

      wb_query_add_value (copy, value->facet, value->value);
    }
  for (guint i = 0; i < self->weights->len; i++)
    {
      const WbWeight *weight = &g_array_index (self->weights, WbWeight, i);

      wb_query_add_weight (copy, weight->value.facet, weight->value.value, weight->weight);
    }

  return copy;
}

void
wb_query_free (WbQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->today);
  g_ptr_array_unref (self->values);
  g_array_unref (self->weights);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_free (self);
}

void
wb_query_add_value (WbQuery    *self,
                    const char *facet,
                    const char *value)
{
  WbFacetValue *added;

  g_return_if_fail (self != NULL);
  g_return_if_fail (facet != NULL && value != NULL);

  added = g_new0 (WbFacetValue, 1);
  added->facet = g_strdup (facet);
  added->value = g_strdup (value);
  g_ptr_array_add (self->values, added);
}

void
wb_query_set_sort (WbQuery *self,
                   WbSort   sort)
{
  g_return_if_fail (self != NULL);

  self->sort = sort;
}

void
wb_query_set_limit (WbQuery *self,
                    guint    limit)
{
  g_return_if_fail (self != NULL);

  self->limit = limit;
}

/* The set is never changed once made, so that copies can share it over threads. */
void
wb_query_set_ids (WbQuery           *self,
                  const char *const *ids)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->ids, g_hash_table_unref);
  if (ids == NULL)
    return;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (self->ids, g_strdup (ids[i]));
}

void
wb_query_add_weight (WbQuery    *self,
                     const char *facet,
                     const char *value,
                     int         weight)
{
  WbWeight added = { { NULL } };

  g_return_if_fail (self != NULL);
  g_return_if_fail (facet != NULL && value != NULL);

  added.value.facet = g_strdup (facet);
  added.value.value = g_strdup (value);
  added.weight = weight;
  g_array_append_val (self->weights, added);
}

void
wb_query_set_today (WbQuery    *self,
                    const char *today)
{
  g_return_if_fail (self != NULL);

  g_free (self->today);
  self->today = g_strdup (today);
}
