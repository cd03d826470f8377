/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>

#include "wb-cli-project.h"
#include "wb-cli-user.h"
#include "wb-export.h"
#include "wb-project-form.h"

/* A step that is not there: which there are. */
static int
list_steps (WbGuide      *guide,
            const GError *error)
{
  GPtrArray *phases = wb_guide_get_phases (guide);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < phases->len; i++)
    {
      const WbPhase *phase = g_ptr_array_index (phases, i);

      g_string_append_printf (names, "%s%s (", i > 0 ? "; " : "", phase->id);
      for (guint j = 0; j < phase->steps->len; j++)
        g_string_append_printf (names, "%s%s", j > 0 ? ", " : "", ((WbStep *) g_ptr_array_index (phase->steps, j))->id);
      g_string_append_c (names, ')');
    }

  /* Translators: phases with their steps follow. */
  return wb_cli_fail (_("%s There are: %s."), error->message, names->str);
}

/* On the letterhead of the user, if there is one. FALSE, with the reason on stderr, when it cannot be read. */
static gboolean
put_on_letterhead (WbCli       *cli,
                   const char  *user,
                   WbDocument **document)
{
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (WbLibrary) library = NULL;

  if (!wb_cli_user_open_if_there (user, &store))
    return FALSE;
  library = store != NULL ? wb_cli_open_library (cli) : NULL;
  if (store != NULL && library == NULL)
    return FALSE;
  *document = wb_cli_user_put_on_stationery (store, library, g_steal_pointer (document));

  return TRUE;
}

int
wb_cli_project_form (WbCli  *cli,
                     int     argc,
                     char  **argv)
{
  g_autofree char *step = NULL;
  g_autofree char *phase = NULL;
  g_autofree char *return_to = NULL;
  g_autofree char *path = NULL;
  g_autofree char *user = NULL;
  gboolean filled = FALSE;
  gboolean plain = FALSE;
  const GOptionEntry options[] = {
    { "step", 0, 0, G_OPTION_ARG_STRING, &step, N_("The step that is handed on"), N_("ID") },
    { "phase", 0, 0, G_OPTION_ARG_STRING, &phase, N_("Or a whole phase"), N_("ID") },
    { "filled", 0, 0, G_OPTION_ARG_NONE, &filled, N_("With the answers so far"), NULL },
    { "return-to", 0, 0, G_OPTION_ARG_STRING, &return_to, N_("Who gets it back"), N_("TEXT") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, N_("Without the letterhead"), NULL },
    WB_CLI_USER_DATA_OPTION (&user),
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write to this file"), N_("FILE") },
    { NULL },
  };
  const WbExportOptions pdf = { WB_EXPORT_PDF };
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  if ((step != NULL) == (phase != NULL))
    return wb_cli_wrong_call (cli, _("Which part? --step ID or --phase ID."));
  if (path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));

  project = wb_cli_project_read (cli, cli->operands[0], &guide);
  if (project == NULL)
    return WB_CLI_FAILED;
  if (!wb_cli_project_spares (cli->operands[0], path))
    return WB_CLI_FAILED;
  document = wb_project_form_build (project, guide, step, phase, filled, return_to, &error);
  if (document == NULL)
    return list_steps (guide, error);
  if (!plain && !put_on_letterhead (cli, user, &document))
    return WB_CLI_FAILED;
  if (!wb_export_write (document, &pdf, path, NULL, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}
