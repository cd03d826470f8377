/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library.h"

#include "wb-fact-table.h"
#include "wb-facet-table.h"
#include "wb-file.h"
#include "wb-hit-list.h"
#include "wb-item-table.h"
#include "wb-library-index.h"
#include "wb-link-table.h"
#include "wb-look-table.h"
#include "wb-origin-table.h"
#include "wb-search-private.h"
#include "wb-searcher.h"
#include "wb-source-table.h"
#include "wb-tokenizer.h"

#include <glib/gi18n-lib.h>

struct _WbLibrary
{
  GObject parent_instance;

  /* Owned; never change once open */
  char *path;
  WbVocabulary *vocabulary;
  WbLibraryIndex *index;
  gboolean has_origins; /* made with content packs */

  struct
  {
    GMutex lock;
    WbConnection *connection;
  } reader;

  struct
  {
    GMutex lock;
    WbSearcher *searcher; /* (nullable) made for the first search */
  } search;
};

G_DEFINE_FINAL_TYPE (WbLibrary, wb_library, G_TYPE_OBJECT)

static void
wb_library_finalize (GObject *object)
{
  WbLibrary *self = WB_LIBRARY (object);

  g_clear_pointer (&self->search.searcher, wb_searcher_free);
  g_clear_pointer (&self->reader.connection, wb_connection_free);
  g_mutex_clear (&self->search.lock);
  g_mutex_clear (&self->reader.lock);
  g_clear_pointer (&self->index, wb_library_index_unref);
  g_clear_object (&self->vocabulary);
  g_free (self->path);

  G_OBJECT_CLASS (wb_library_parent_class)->finalize (object);
}

static void
wb_library_class_init (WbLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_library_finalize;
}

static void
wb_library_init (WbLibrary *self)
{
  g_mutex_init (&self->reader.lock);
  g_mutex_init (&self->search.lock);
}

static gboolean
check_version (WbLibrary  *self,
               GError    **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  guint version;

  if (!wb_connection_check_format (self->reader.connection, WB_LIBRARY_APPLICATION_ID, &version,
                                   error))
    return FALSE;
  if (version == WB_LIBRARY_VERSION)
    return TRUE;
  if (version > WB_LIBRARY_VERSION)
    g_set_error (error, WB_ERROR, WB_ERROR_NEWER,
                 _("The library “%s” was made for a newer version of this program and was left untouched."), name);
  else
    g_set_error (error, WB_ERROR, WB_ERROR_FOREIGN,
                 _("The library “%s” was made for an older version of this program and was left untouched."), name);

  return FALSE;
}

/* The index reads the small tables whole, so damage there shows on opening. */
static gboolean
load (WbLibrary  *self,
      GError    **error)
{
  self->reader.connection = wb_connection_open (self->path, WB_OPEN_IMMUTABLE, error);
  if (self->reader.connection == NULL || !wb_connection_harden (self->reader.connection, error)
      || !check_version (self, error) || !wb_tokenizer_register (self->reader.connection, error)
      || !wb_origin_table_exists (self->reader.connection, &self->has_origins, error))
    return FALSE;
  self->vocabulary = wb_facet_table_load (self->reader.connection, error);
  if (self->vocabulary == NULL)
    return FALSE;
  self->index = wb_library_index_load (self->path, error);

  return self->index != NULL;
}

WbLibrary *
wb_library_open (const char  *path,
                 GError     **error)
{
  g_autoptr (WbLibrary) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!wb_file_check_regular (path, error))
    return NULL;
  self = g_object_new (WB_TYPE_LIBRARY, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  if (!load (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

WbVocabulary *
wb_library_get_vocabulary (WbLibrary *self)
{
  g_return_val_if_fail (WB_IS_LIBRARY (self), NULL);

  return self->vocabulary;
}

GPtrArray *
wb_library_list_looks (WbLibrary *self)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *looks;

  g_return_val_if_fail (WB_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->reader.lock);
  looks = wb_look_table_list (self->reader.connection, &error);
  if (looks == NULL)
    {
      g_warning ("%s", error->message);
      looks = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_look_free);
    }

  return looks;
}

static void
add_values (WbLibrary *self,
            WbItem    *item,
            guint      position)
{
  const WbCatalogue *catalogue = wb_library_index_get_catalogue (self->index);

  /* The first is the kind, which the item knows. */
  for (guint i = catalogue->starts[position] + 1; i < catalogue->starts[position + 1]; i++)
    {
      const WbFacetValue *value = g_ptr_array_index (catalogue->names, catalogue->values[i]);

      wb_item_add_facet (item, value->facet, value->value);
    }
}

static WbItem *
read_item (WbLibrary   *self,
           const char  *id,
           GError     **error)
{
  WbConnection *connection = self->reader.connection;
  g_autoptr (WbItem) item = NULL;
  gint64 number;

  item = wb_item_table_get (connection, id, &number, error);
  if (item == NULL || !wb_fact_table_load (connection, number, item, error)
      || !wb_link_table_load (connection, number, item, error)
      || !wb_source_table_load (connection, number, item, error)
      || (self->has_origins && !wb_origin_table_load (connection, number, item, error)))
    return NULL;
  if (number >= 1 && number <= wb_library_index_get_n (self->index))
    add_values (self, item, number - 1);

  return g_steal_pointer (&item);
}

WbItem *
wb_library_get_item (WbLibrary   *self,
                     const char  *id,
                     GError     **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (WB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  locker = g_mutex_locker_new (&self->reader.lock);

  return read_item (self, id, error);
}

static WbItem *
make_item (WbLibrary *self,
           guint      position)
{
  g_autoptr (WbEntry) entry = wb_library_index_read (self->index, position);
  WbItem *item = wb_item_new (entry->kind, entry->id, entry->title);

  wb_item_set_summary (item, entry->summary);
  if (*entry->as_of != '\0')
    wb_item_set_dates (item, entry->as_of, NULL);
  add_values (self, item, position);

  return item;
}

GListModel *
wb_library_list (WbLibrary  *self,
                 WbKind      kind,
                 GError    **error)
{
  g_autoptr (GArray) positions = NULL;
  const WbCatalogue *catalogue;
  GListStore *items;

  g_return_val_if_fail (WB_IS_LIBRARY (self), NULL);

  catalogue = wb_library_index_get_catalogue (self->index);
  positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < catalogue->n; i++)
    if (catalogue->kinds[i] == kind)
      g_array_append_val (positions, i);
  wb_library_index_sort_by_title (self->index, positions);

  items = g_list_store_new (WB_TYPE_ITEM);
  for (guint i = 0; i < positions->len; i++)
    {
      g_autoptr (WbItem) item = make_item (self, g_array_index (positions, guint32, i));

      g_list_store_append (items, item);
    }

  return G_LIST_MODEL (items);
}

GPtrArray *
wb_library_list_payloads (WbLibrary  *self,
                          WbKind      kind,
                          GError    **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (WB_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->reader.lock);

  return wb_item_table_list_kind (self->reader.connection, kind, error);
}

gboolean
wb_library_lookup (WbLibrary   *self,
                   const char  *id,
                   char       **title,
                   WbKind      *kind)
{
  guint position;

  g_return_val_if_fail (WB_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (title != NULL)
    *title = NULL;
  if (!wb_library_index_find (self->index, id, &position))
    return FALSE;
  if (title != NULL)
    {
      g_autoptr (WbEntry) entry = wb_library_index_read (self->index, position);

      *title = g_steal_pointer (&entry->title);
    }
  if (kind != NULL)
    *kind = wb_library_index_get_catalogue (self->index)->kinds[position];

  return TRUE;
}

guint
wb_library_count (WbLibrary *self,
                  WbKind     kind)
{
  const WbCatalogue *catalogue;
  guint n = 0;

  g_return_val_if_fail (WB_IS_LIBRARY (self), 0);

  catalogue = wb_library_index_get_catalogue (self->index);
  for (guint i = 0; i < catalogue->n; i++)
    n += catalogue->kinds[i] == kind ? 1 : 0;

  return n;
}

guint
wb_library_get_kinds (WbLibrary  *self,
                      const char *facet,
                      const char *value)
{
  const WbIndexValue *known;

  g_return_val_if_fail (WB_IS_LIBRARY (self), 0);
  g_return_val_if_fail (facet != NULL, 0);

  known = wb_library_index_find_value (self->index, facet, value);

  return known != NULL ? known->kinds : 0;
}

static GArray *
list_backlinks (WbLibrary   *self,
                const char  *id,
                const char  *rel,
                GError     **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->reader.lock);

  return wb_link_table_list_backlinks (self->reader.connection, id, rel, error);
}

GListModel *
wb_library_list_backlinks (WbLibrary   *self,
                           const char  *id,
                           const char  *rel,
                           GError     **error)
{
  g_autoptr (GPtrArray) no_terms = NULL;
  g_autoptr (GArray) numbers = NULL;
  GArray *positions;

  g_return_val_if_fail (WB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  numbers = list_backlinks (self, id, rel, error);
  if (numbers == NULL)
    return NULL;
  positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < numbers->len; i++)
    {
      const gint64 number = g_array_index (numbers, gint64, i);
      const guint32 position = number - 1;

      if (number >= 1 && number <= wb_library_index_get_n (self->index))
        g_array_append_val (positions, position);
    }
  wb_library_index_sort_by_kind (self->index, positions);
  no_terms = g_ptr_array_new ();

  return G_LIST_MODEL (wb_hit_list_new (self->index, positions, g_steal_pointer (&no_terms)));
}

WbResult *
wb_library_search (WbLibrary      *self,
                   const WbQuery  *query,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (WB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  locker = g_mutex_locker_new (&self->search.lock);
  if (self->search.searcher == NULL)
    self->search.searcher = wb_searcher_new (self->path, self->index, error);
  if (self->search.searcher == NULL)
    return NULL;

  return wb_searcher_run (self->search.searcher, query, cancellable, error);
}

static void
search_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  WbResult *result = wb_library_search (source_object, task_data, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
wb_library_search_async (WbLibrary           *self,
                         const WbQuery       *query,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (WB_IS_LIBRARY (self));
  g_return_if_fail (query != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wb_library_search_async);
  /* A cancelled search reports WB_ERROR_CANCELLED like every other fault of ours. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, wb_query_copy (query), (GDestroyNotify) wb_query_free);
  g_task_run_in_thread (task, search_thread);
}

WbResult *
wb_library_search_finish (WbLibrary     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
