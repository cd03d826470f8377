/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "wb-cli.h"
#include "wb-project-rescue.h"

int
wb_cli_project_salvage (WbCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    WB_CLI_OUTPUT_OPTION (&path),
    { NULL },
  };
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbSalvage) salvage = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  if (path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));

  library = wb_cli_open_library (cli);
  salvage = wb_project_rescue (cli->operands[0], path, library, &words, &error);
  if (salvage == NULL)
    return wb_cli_fail ("%s", error->message);
  for (guint i = 0; words[i] != NULL; i++)
    wb_cli_print ("%s\n", words[i]);

  return wb_cli_finish ();
}
