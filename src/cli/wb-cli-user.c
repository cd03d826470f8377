/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli-user.h"

#include <glib/gi18n-lib.h>

#include "wb-cli.h"
#include "wb-stationery-source.h"

WbUserStore *
wb_cli_user_open (const char *path,
                  gboolean    create)
{
  g_autofree char *found = path != NULL ? g_strdup (path) : wb_user_store_find_path ();
  g_autoptr (GError) error = NULL;
  WbUserStore *store;

  if (!create && !g_file_test (found, G_FILE_TEST_EXISTS))
    {
      wb_cli_fail (_("There is no user data “%s” yet."), found);
      return NULL;
    }
  store = wb_user_store_open (found, &error);
  if (store == NULL)
    wb_cli_fail ("%s", error->message);
  else if (wb_user_store_get_notice (store) != NULL)
    wb_cli_note (wb_user_store_get_notice (store));

  return store;
}

gboolean
wb_cli_user_open_if_there (const char   *path,
                           WbUserStore **store)
{
  g_autofree char *found = path != NULL ? g_strdup (path) : wb_user_store_find_path ();

  *store = NULL;
  if (path == NULL && !g_file_test (found, G_FILE_TEST_EXISTS))
    return TRUE;
  *store = wb_cli_user_open (found, FALSE);

  return *store != NULL;
}

WbDocument *
wb_cli_user_put_on_stationery (WbUserStore *store,
                               WbLibrary   *library,
                               WbDocument  *document)
{
  g_autoptr (WbStationery) stationery = store != NULL ? wb_stationery_source_load (store, library) : NULL;
  WbDocument *other;

  if (stationery == NULL)
    return document;
  other = wb_document_new_on (document, stationery);
  g_object_unref (document);

  return other;
}
