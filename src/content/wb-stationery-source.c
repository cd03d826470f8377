/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-stationery-source.h"

typedef struct
{
  WbLetterhead *letterhead;
  GPtrArray *looks;
} Source;

static void
source_free (gpointer data)
{
  Source *self = data;

  wb_letterhead_free (self->letterhead);
  g_ptr_array_unref (self->looks);
  g_free (self);
}

/* NULL when there is no letterhead. */
static Source *
source_new (WbUserStore *store,
            WbLibrary   *library)
{
  g_autoptr (WbLetterhead) letterhead = wb_user_store_get_letterhead (store);
  Source *self;

  if (wb_letterhead_is_empty (letterhead))
    return NULL;
  self = g_new0 (Source, 1);
  self->letterhead = g_steal_pointer (&letterhead);
  self->looks = wb_library_list_looks (library);

  return self;
}

static WbStationery *
source_make (const Source *self)
{
  g_autoptr (GError) problem = NULL;
  WbStationery *stationery = wb_stationery_new (self->letterhead, self->looks, &problem);

  if (problem != NULL)
    g_warning ("%s", problem->message);

  return stationery;
}

WbStationery *
wb_stationery_source_load (WbUserStore *store,
                           WbLibrary   *library)
{
  WbStationery *stationery;
  Source *source;

  g_return_val_if_fail (WB_IS_USER_STORE (store), NULL);
  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);

  source = source_new (store, library);
  if (source == NULL)
    return NULL;
  stationery = source_make (source);
  source_free (source);

  return stationery;
}

static void
make_thread (GTask        *task,
             gpointer      object,
             gpointer      data,
             GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, source_make (data), (GDestroyNotify) wb_stationery_unref);
}

void
wb_stationery_source_load_async (WbUserStore         *store,
                                 WbLibrary           *library,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Source *source;

  g_return_if_fail (WB_IS_USER_STORE (store));
  g_return_if_fail (WB_IS_LIBRARY (library));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, wb_stationery_source_load_async);
  source = source_new (store, library);
  if (source == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  g_task_set_task_data (task, source, source_free);
  g_task_run_in_thread (task, make_thread);
}

WbStationery *
wb_stationery_source_load_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, wb_stationery_source_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
