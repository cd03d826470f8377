/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-index.h"

#include "wb-item-table.h"
#include "wb-radix-sort.h"
#include "wb-statement.h"
#include "wb-value-table.h"

struct _WbLibraryIndex
{
  gatomicrefcount ref_count;
  guint n_facets;

  /* Owned */
  WbCatalogue *catalogue;
  GHashTable *names;      /* a set of WbIndexValue */
  const WbIndexValue **values; /* by number; borrowed from @names */

  /* What reads the texts. */
  struct
  {
    GMutex lock;
    WbConnection *connection;
  } reader;
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

static WbIndexValue *
ensure_facet (WbLibraryIndex *self,
              const char     *name)
{
  const WbFacetValue key = { (char *) name, NULL };
  WbIndexValue *facet = g_hash_table_lookup (self->names, &key);

  if (facet == NULL)
    {
      facet = g_new0 (WbIndexValue, 1);
      facet->value = key;
      facet->number = facet->facet = self->n_facets++;
      g_hash_table_add (self->names, facet);
    }

  return facet;
}

/* The names belong to the catalogue. */
static void
add_values (WbLibraryIndex *self)
{
  GPtrArray *names = self->catalogue->names;

  self->values = g_new0 (const WbIndexValue *, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    {
      const WbFacetValue *name = g_ptr_array_index (names, i);
      WbIndexValue *value = g_new0 (WbIndexValue, 1);

      value->value = *name;
      value->number = i;
      value->facet = ensure_facet (self, name->facet)->number;
      self->values[i] = value;
      if (!g_hash_table_add (self->names, value))
        self->values[i] = NULL;
    }
}

/* A name may come twice in a damaged file only. */
static gboolean
has_all_values (WbLibraryIndex *self)
{
  for (guint i = 0; i < self->catalogue->names->len; i++)
    if (self->values[i] == NULL)
      return FALSE;

  return TRUE;
}

static void
note_kinds (WbLibraryIndex *self)
{
  const WbCatalogue *catalogue = self->catalogue;
  g_autofree guint *kinds = g_new0 (guint, catalogue->names->len + 1);

  for (guint i = 0; i < catalogue->n; i++)
    for (guint j = catalogue->starts[i]; j < catalogue->starts[i + 1]; j++)
      kinds[catalogue->values[j]] |= 1u << catalogue->kinds[i];
  for (guint i = 0; i < catalogue->names->len; i++)
    {
      const WbFacetValue *name = g_ptr_array_index (catalogue->names, i);

      ((WbIndexValue *) self->values[i])->kinds = kinds[i];
      ensure_facet (self, name->facet)->kinds |= kinds[i];
    }
}

/* Looks for a row, so that a table that is missing or begins with damage shows now. */
static gboolean
check_tables (WbConnection  *connection,
              GError       **error)
{
  gint64 number;

  return wb_connection_query_int (connection, "SELECT length (title) FROM item LIMIT 1", &number, error)
         && wb_connection_query_int (connection, "SELECT item FROM item_value LIMIT 1", &number, error);
}

WbLibraryIndex *
wb_library_index_load (const char  *path,
                       GError     **error)
{
  g_autoptr (WbLibraryIndex) self = g_new0 (WbLibraryIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->reader.lock);
  self->names = g_hash_table_new_full (value_hash, value_equal, g_free, NULL);
  self->reader.connection = wb_connection_open (path, WB_OPEN_IMMUTABLE, error);
  if (self->reader.connection == NULL || !wb_connection_harden (self->reader.connection, error)
      || !check_tables (self->reader.connection, error))
    return NULL;
  self->catalogue = wb_catalogue_read (self->reader.connection, error);
  if (self->catalogue == NULL)
    return NULL;
  add_values (self);
  if (!has_all_values (self))
    {
      wb_connection_set_error (self->reader.connection, SQLITE_CORRUPT, error);
      return NULL;
    }
  note_kinds (self);

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
  g_clear_pointer (&self->reader.connection, wb_connection_free);
  g_mutex_clear (&self->reader.lock);
  g_free (self->values);
  g_hash_table_unref (self->names);
  wb_catalogue_free (self->catalogue);
  g_free (self);
}

guint
wb_library_index_get_n (WbLibraryIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->catalogue->n;
}

const WbCatalogue *
wb_library_index_get_catalogue (WbLibraryIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalogue;
}

void
wb_entry_free (WbEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
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

  if (g_str_equal (facet, "kind"))
    return wb_kind_to_string (self->kind);
  for (guint i = 0; i < self->values->len; i++)
    {
      const WbFacetValue *value = g_ptr_array_index (self->values, i);

      if (g_str_equal (value->facet, facet))
        return value->value;
    }

  return NULL;
}

static char *
or_empty (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

WbEntry *
wb_library_index_read (WbLibraryIndex *self,
                       guint           position)
{
  g_autoptr (GMutexLocker) locker = NULL;
  WbItemRow row = { NULL };
  WbEntry *entry;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->catalogue->n, NULL);

  locker = g_mutex_locker_new (&self->reader.lock);
  wb_item_table_read (self->reader.connection, position + 1, &row, NULL);
  entry = g_new0 (WbEntry, 1);
  entry->kind = self->catalogue->kinds[position];
  entry->position = position;
  entry->id = or_empty (row.id);
  entry->title = or_empty (row.title);
  entry->summary = or_empty (row.summary);
  entry->as_of = or_empty (row.as_of);
  entry->review_by = or_empty (row.review_by);
  entry->values = g_ptr_array_new ();
  /* The first is the kind. */
  for (guint i = self->catalogue->starts[position] + 1; i < self->catalogue->starts[position + 1]; i++)
    g_ptr_array_add (entry->values, g_ptr_array_index (self->catalogue->names, self->catalogue->values[i]));

  return entry;
}

gboolean
wb_library_index_find (WbLibraryIndex *self,
                       const char     *id,
                       guint          *position)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gint64 number;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  locker = g_mutex_locker_new (&self->reader.lock);
  if (!wb_item_table_find (self->reader.connection, id, &number) || number < 1 || number > self->catalogue->n)
    return FALSE;
  *position = number - 1;

  return TRUE;
}

const WbIndexValue *
wb_library_index_find_value (WbLibraryIndex *self,
                             const char     *facet,
                             const char     *value)
{
  const WbFacetValue key = { (char *) facet, (char *) value };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (facet != NULL, NULL);

  return g_hash_table_lookup (self->names, &key);
}

const WbIndexValue *
wb_library_index_get_value (WbLibraryIndex *self,
                            guint           number)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (number < self->catalogue->names->len, NULL);

  return self->values[number];
}

guint
wb_library_index_get_n_values (WbLibraryIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->catalogue->names->len;
}

guint
wb_library_index_get_n_facets (WbLibraryIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_facets;
}

/* Sorts by a number, the smallest first, then title. @numbers: (nullable) one for each of @positions. */
static void
sort_by_number (WbLibraryIndex *self,
                GArray         *positions,
                const guint32  *numbers)
{
  g_autofree guint64 *keys = g_new (guint64, positions->len + 1);

  for (guint i = 0; i < positions->len; i++)
    {
      const guint32 position = g_array_index (positions, guint32, i);

      keys[i] = (guint64) (numbers != NULL ? numbers[i] : 0) << 32 | self->catalogue->ranks[position];
    }
  wb_radix_sort (keys, (guint32 *) (gpointer) positions->data, positions->len);
}

void
wb_library_index_sort_by_title (WbLibraryIndex *self,
                                GArray         *positions)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (positions != NULL);

  sort_by_number (self, positions, NULL);
}

void
wb_library_index_sort_by_kind (WbLibraryIndex *self,
                               GArray         *positions)
{
  g_autofree guint32 *numbers = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (positions != NULL);

  numbers = g_new (guint32, positions->len + 1);
  for (guint i = 0; i < positions->len; i++)
    numbers[i] = self->catalogue->kinds[g_array_index (positions, guint32, i)];
  sort_by_number (self, positions, numbers);
}

void
wb_library_index_sort_by_date (WbLibraryIndex *self,
                               GArray         *positions)
{
  g_autofree guint32 *numbers = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (positions != NULL);

  numbers = g_new (guint32, positions->len + 1);
  for (guint i = 0; i < positions->len; i++)
    numbers[i] = G_MAXUINT16 - self->catalogue->as_of[g_array_index (positions, guint32, i)];
  sort_by_number (self, positions, numbers);
}
