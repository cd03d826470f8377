/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-diagnosis-source.h"

#include <string.h>

#include "wb-payload-reader.h"

static int
compare_barriers (gconstpointer a,
                  gconstpointer b)
{
  const WbDiagnosisBarrier *first = *(const WbDiagnosisBarrier *const *) a;
  const WbDiagnosisBarrier *second = *(const WbDiagnosisBarrier *const *) b;

  if (first->barrier->cause != second->barrier->cause)
    return (int) first->barrier->cause - (int) second->barrier->cause;
  if (first->barrier->dimension != second->barrier->dimension)
    return (int) first->barrier->dimension - (int) second->barrier->dimension;

  return strcmp (first->id, second->id);
}

GPtrArray *
wb_diagnosis_source_list_barriers (WbLibrary  *library,
                                   GError    **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_diagnosis_barrier_free);
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);

  items = wb_library_list_payloads (library, WB_KIND_BARRIER, error);
  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      WbItem *item = g_ptr_array_index (items, i);
      g_autoptr (WbBarrier) barrier = wb_barrier_from_json (wb_item_get_payload (item), error);

      if (barrier == NULL)
        return NULL;
      g_ptr_array_add (list, wb_diagnosis_barrier_new (wb_item_get_id (item), wb_item_get_title (item), barrier));
    }
  g_ptr_array_sort (list, compare_barriers);

  return g_steal_pointer (&list);
}

static int
compare_circles (gconstpointer a,
                 gconstpointer b)
{
  const WbDiagnosisCircle *first = *(const WbDiagnosisCircle *const *) a;
  const WbDiagnosisCircle *second = *(const WbDiagnosisCircle *const *) b;

  return g_utf8_collate (first->title, second->title);
}

GPtrArray *
wb_diagnosis_source_list_circles (WbLibrary  *library,
                                  GError    **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_diagnosis_circle_free);
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);

  items = wb_library_list_payloads (library, WB_KIND_CIRCLE, error);
  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      WbItem *item = g_ptr_array_index (items, i);
      g_autoptr (WbCircle) circle = wb_circle_from_json (wb_item_get_payload (item), error);

      if (circle == NULL)
        return NULL;
      g_ptr_array_add (list, wb_diagnosis_circle_new (wb_item_get_id (item), wb_item_get_title (item), circle));
    }
  g_ptr_array_sort (list, compare_circles);

  return g_steal_pointer (&list);
}
