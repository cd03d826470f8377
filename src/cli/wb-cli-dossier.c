/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>

#include "wb-cli-project.h"
#include "wb-cli-user.h"
#include "wb-dossier.h"
#include "wb-stationery-source.h"

/* Whether each of @names is a part of a dossier; otherwise says so, with the parts there are. */
static gboolean
check_names (WbCli              *cli,
             WbGuide            *guide,
             WbAnswers          *answers,
             const char *const  *names)
{
  g_autoptr (GPtrArray) choices = wb_dossier_list_choices (guide, answers);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (known, ((WbDossierChoice *) g_ptr_array_index (choices, i))->name);
  g_ptr_array_add (known, NULL);
  list = g_strjoinv (", ", (char **) known->pdata);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) known->pdata, names[i]))
      {
        wb_cli_wrong_call (cli, _("There is no part “%s” here, only %s."), names[i], list);
        return FALSE;
      }

  return TRUE;
}

int
wb_cli_project_dossier (WbCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_auto (GStrv) left_out = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *user = NULL;
  gboolean plain = FALSE;
  const GOptionEntry options[] = {
    { "leave-out", 0, 0, G_OPTION_ARG_STRING_ARRAY, &left_out, N_("A part that is to stay out"), N_("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, N_("Write into this folder"), N_("DIR") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, N_("Without the letterhead"), NULL },
    WB_CLI_USER_DATA_OPTION (&user),
    { NULL },
  };
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (WbStationery) stationery = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  if (folder == NULL)
    return wb_cli_wrong_call (cli, _("The folder to write into is missing: -o DIR."));

  library = wb_cli_open_library (cli);
  project = library != NULL ? wb_cli_project_look (cli->operands[0], &guide) : NULL;
  if (project == NULL)
    return WB_CLI_FAILED;
  if (!check_names (cli, guide, wb_project_file_get_answers (project), (const char *const *) left_out))
    return WB_CLI_WRONG_CALL;
  if (!plain && !wb_cli_user_open_if_there (user, &store))
    return WB_CLI_FAILED;
  stationery = store != NULL ? wb_stationery_source_load (store, library) : NULL;
  if (!wb_dossier_write (library, project, guide, (const char *const *) left_out, stationery, folder, NULL, NULL, NULL, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}
