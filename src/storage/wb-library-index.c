/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-index.h"

#include "wb-item-table.h"
#include "wb-value-table.h"

struct _WbLibraryIndex
{
  gatomicrefcount ref_count;
  gboolean gap; /* while loading: the numbers were not 1, 2, 3 … */

  /* Owned */
  GPtrArray *entries;
  GHashTable *by_id;  /* id → WbEntry, both borrowed from @entries */
  GHashTable *values; /* a set of WbIndexValue; value NULL stands for the facet */
};

static guint
value_hash (gconstpointer data)
{
  const WbFacetValue *value = data;

  return g_str_hash (value->facet) * 31 + (value->value != NULL ? g_str_hash (value->value) : 0);
}

static gboolean
value_equal (gconstpointer a,
             gconstpointer b)
{
  const WbFacetValue *left = a;
  const WbFacetValue *right = b;

  return g_str_equal (left->facet, right->facet) && g_strcmp0 (left->value, right->value) == 0;
}

static void
value_free (gpointer data)
{
  WbIndexValue *self = data;

  g_free (self->value.facet);
  g_free (self->value.value);
  g_free (self);
}

/* The one value of this name, made when it is new, and noted for @kind. */
static WbIndexValue *
intern_value (WbLibraryIndex *self,
              WbKind          kind,
              const char     *facet,
              const char     *name)
{
  const WbFacetValue key = { (char *) facet, (char *) name };
  WbIndexValue *value = g_hash_table_lookup (self->values, &key);

  if (value == NULL)
    {
      value = g_new0 (WbIndexValue, 1);
      value->value.facet = g_strdup (facet);
      value->value.value = g_strdup (name);
      value->number = g_hash_table_size (self->values);
      g_hash_table_add (self->values, value);
    }
  value->kinds |= 1u << kind;

  return value;
}

static void
entry_free (gpointer data)
{
  WbEntry *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->sort_key);
  g_free (self->summary);
  g_free (self->as_of);
  g_free (self->review_by);
  g_ptr_array_unref (self->values);
  g_free (self);
}

const char *
wb_entry_get_value (const WbEntry *self,
                    const char    *facet)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->values->len; i++)
    {
      const WbFacetValue *value = g_ptr_array_index (self->values, i);

      if (g_str_equal (value->facet, facet))
        return value->value;
    }

  return NULL;
}

gboolean
wb_entry_has_value (const WbEntry *self,
                    const char    *facet,
                    const char    *value)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->values->len; i++)
    {
      const WbFacetValue *entry = g_ptr_array_index (self->values, i);

      if (g_str_equal (entry->facet, facet) && g_str_equal (entry->value, value))
        return TRUE;
    }

  return FALSE;
}

int
wb_entry_compare_titles (gconstpointer a,
                         gconstpointer b)
{
  const WbEntry *left = *(const WbEntry *const *) a;
  const WbEntry *right = *(const WbEntry *const *) b;
  int order = strcmp (left->sort_key, right->sort_key);

  if (order == 0)
    order = strcmp (left->title, right->title);

  return order != 0 ? order : strcmp (left->id, right->id);
}

int
wb_entry_compare_kinds (gconstpointer a,
                        gconstpointer b)
{
  const WbEntry *left = *(const WbEntry *const *) a;
  const WbEntry *right = *(const WbEntry *const *) b;

  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;

  return wb_entry_compare_titles (a, b);
}

static void
add_entry (gint64      number,
           WbKind      kind,
           const char *id,
           const char *title,
           const char *sort_key,
           const char *summary,
           const char *as_of,
           const char *review_by,
           gpointer    user_data)
{
  WbLibraryIndex *self = user_data;
  WbEntry *entry = g_new0 (WbEntry, 1);

  entry->kind = kind;
  entry->number = number;
  entry->id = g_strdup (id);
  entry->title = g_strdup (title);
  entry->sort_key = g_strdup (sort_key);
  entry->summary = g_strdup (summary);
  entry->as_of = g_strdup (as_of);
  entry->review_by = g_strdup (review_by);
  entry->values = g_ptr_array_new ();
  g_ptr_array_add (entry->values, intern_value (self, kind, "kind", wb_kind_to_string (kind)));

  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_id, entry->id, entry);
  self->gap |= number != (gint64) self->entries->len;
}

static void
add_value (gint64      number,
           const char *facet,
           const char *name,
           gpointer    user_data)
{
  WbLibraryIndex *self = user_data;
  WbEntry *entry;

  if (number < 1 || number > (gint64) self->entries->len)
    {
      self->gap = TRUE;
      return;
    }
  entry = wb_library_index_get (self, number - 1);
  g_ptr_array_add (entry->values, intern_value (self, entry->kind, facet, name));
  intern_value (self, entry->kind, facet, NULL);
}

WbLibraryIndex *
wb_library_index_load (WbConnection  *connection,
                       GError       **error)
{
  g_autoptr (WbLibraryIndex) self = g_new0 (WbLibraryIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->values = g_hash_table_new_full (value_hash, value_equal, value_free, NULL);

  if (!wb_item_table_scan (connection, add_entry, self, error)
      || !wb_value_table_scan (connection, add_value, self, error))
    return NULL;
  if (self->gap)
    {
      wb_connection_set_error (connection, SQLITE_CORRUPT, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

WbLibraryIndex *
wb_library_index_ref (WbLibraryIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_library_index_unref (WbLibraryIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->values);
  g_free (self);
}

guint
wb_library_index_get_n (WbLibraryIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

WbEntry *
wb_library_index_get (WbLibraryIndex *self,
                      guint           position)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ptr_array_index (self->entries, position);
}

WbEntry *
wb_library_index_lookup (WbLibraryIndex *self,
                         const char     *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

const WbIndexValue *
wb_library_index_find_value (WbLibraryIndex *self,
                             const char     *facet,
                             const char     *value)
{
  const WbFacetValue key = { (char *) facet, (char *) value };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (facet != NULL, NULL);

  return g_hash_table_lookup (self->values, &key);
}

guint
wb_library_index_get_n_values (WbLibraryIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->values);
}
