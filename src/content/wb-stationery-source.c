/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-stationery-source.h"

WbStationery *
wb_stationery_source_load (WbUserStore *store,
                           WbLibrary   *library)
{
  g_autoptr (WbLetterhead) letterhead = NULL;
  g_autoptr (GPtrArray) looks = NULL;
  g_autoptr (GError) problem = NULL;
  WbStationery *stationery;

  g_return_val_if_fail (WB_IS_USER_STORE (store), NULL);
  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);

  letterhead = wb_user_store_get_letterhead (store);
  if (wb_letterhead_is_empty (letterhead))
    return NULL;

  looks = wb_library_list_looks (library);
  stationery = wb_stationery_new (letterhead, looks, &problem);
  if (problem != NULL)
    g_warning ("%s", problem->message);

  return stationery;
}
