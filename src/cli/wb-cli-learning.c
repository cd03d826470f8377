/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>

#include "wb-learning-file.h"
#include "wb-user-store.h"

#define USER_DATA_OPTION(path) \
  { "user-data", 0, 0, G_OPTION_ARG_FILENAME, (path), N_("Use this file in place of the one of the user"), N_("FILE") }

/* The user's own data; where there is none yet it is made when @create says so. NULL, with the reason on stderr. (transfer full) */
static WbUserStore *
open_store (const char *path,
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

/* The record of @name; NULL: of everybody. (transfer full) */
static GPtrArray *
load_learners (WbUserStore  *store,
               const char   *name,
               GError      **error)
{
  g_autoptr (GPtrArray) learners = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = NULL;

  names = name != NULL ? g_strdupv ((char *[]){ (char *) name, NULL }) : wb_user_store_list_learners (store);
  for (guint i = 0; names[i] != NULL; i++)
    {
      WbLearner *learner = wb_user_store_load_learner (store, names[i], error);

      if (learner == NULL)
        return NULL;
      g_ptr_array_add (learners, learner);
    }

  return g_steal_pointer (&learners);
}

int
wb_cli_learning_list (WbCli  *cli,
                      int     argc,
                      char  **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = { USER_DATA_OPTION (&path), { NULL } };
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (GPtrArray) learners = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 0, 0))
    return WB_CLI_WRONG_CALL;
  store = open_store (path, FALSE);
  if (store == NULL)
    return WB_CLI_FAILED;

  learners = load_learners (store, NULL, &error);
  if (learners == NULL)
    return wb_cli_fail ("%s", error->message);
  for (guint i = 0; i < learners->len; i++)
    {
      WbLearner *learner = g_ptr_array_index (learners, i);

      wb_cli_print_escaped (wb_learner_get_name (learner));
      wb_cli_print ("\t%u\t%u\n", wb_learner_get_finished (learner)->len, wb_learner_get_trials (learner)->len);
    }

  return wb_cli_finish ();
}

int
wb_cli_learning_export (WbCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry options[] = {
    { "learner", 0, 0, G_OPTION_ARG_STRING, &name, N_("Only of this person"), N_("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to this file"), N_("FILE") },
    USER_DATA_OPTION (&path),
    { NULL },
  };
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (GPtrArray) learners = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 0, 0))
    return WB_CLI_WRONG_CALL;
  if (output == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));
  store = open_store (path, FALSE);
  if (store == NULL)
    return WB_CLI_FAILED;

  learners = load_learners (store, name, &error);
  if (learners == NULL || !wb_learning_file_write (output, learners, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_learning_merge (WbCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = { USER_DATA_OPTION (&path), { NULL } };
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (GPtrArray) learners = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  /* Read first: a file that cannot be merged leaves nothing behind. */
  learners = wb_learning_file_read (cli->operands[0], &error);
  if (learners == NULL)
    return wb_cli_fail ("%s", error->message);
  store = open_store (path, TRUE);
  if (store == NULL)
    return WB_CLI_FAILED;
  if (!wb_user_store_merge_learners (store, learners, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}
