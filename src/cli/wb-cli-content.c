/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "wb-content-folder.h"
#include "wb-library.h"
#include "wb-payload-reader.h"

static guint
print_faults (WbContentFolder *folder,
              FILE            *file)
{
  GPtrArray *faults = wb_content_folder_check (folder);

  for (guint i = 0; i < faults->len; i++)
    {
      const WbFault *fault = g_ptr_array_index (faults, i);

      fprintf (file, "%s: ", fault->file);
      if (*fault->place != '\0')
        fprintf (file, "%s: ", fault->place);
      fprintf (file, "%s\n", fault->message);
    }

  return faults->len;
}

int
wb_cli_content_check (WbCli  *cli,
                      int     argc,
                      char  **argv)
{
  g_autoptr (WbContentFolder) folder = NULL;
  g_autoptr (GError) error = NULL;
  guint n_items, n_faults;

  if (!wb_cli_parse (cli, argc, argv, NULL, 1, 1))
    return WB_CLI_WRONG_CALL;

  folder = wb_content_folder_load (cli->operands[0], &error);
  if (folder == NULL)
    return wb_cli_fail ("%s", error->message);

  n_items = wb_content_folder_get_n_items (folder);
  n_faults = print_faults (folder, stdout);
  if (wb_cli_finish () != WB_CLI_OK)
    return WB_CLI_FAILED;
  if (n_faults > 0)
    return wb_cli_fail (g_dngettext (GETTEXT_PACKAGE, "%u fault in %u entries.", "%u faults in %u entries.", n_faults),
                        n_faults, n_items);
  if (n_items == 0)
    return wb_cli_fail (_("“%s” holds no entries."), cli->operands[0]);

  wb_cli_print (g_dngettext (GETTEXT_PACKAGE, "%u entry without a fault.\n", "%u entries without a fault.\n", n_items),
                n_items);

  return wb_cli_finish ();
}

/* In the manner of make, for build systems: what was read, and nothing for files that go later. */
static gboolean
write_depfile (WbContentFolder  *folder,
               const char       *dir,
               const char       *target,
               const char       *path,
               GError          **error)
{
  g_autoptr (GString) text = g_string_new (target);
  GPtrArray *files = wb_content_folder_get_files (folder);

  g_string_replace (text, " ", "\\ ", 0);
  g_string_append_c (text, ':');
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GString) file = g_string_new (dir);

      g_string_append_printf (file, "/%s", (const char *) g_ptr_array_index (files, i));
      g_string_replace (file, " ", "\\ ", 0);
      g_string_append_printf (text, " \\\n  %s", file->str);
    }
  g_string_append_c (text, '\n');

  return g_file_set_contents (path, text->str, text->len, error);
}

int
wb_cli_content_build (WbCli  *cli,
                      int     argc,
                      char  **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *depfile = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write to this file"), N_("FILE") },
    { "depfile", 0, 0, G_OPTION_ARG_FILENAME, &depfile, N_("Note what was read, for make or ninja"), N_("FILE") },
    { NULL },
  };
  g_autoptr (WbContentFolder) folder = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  if (path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));

  folder = wb_content_folder_load (cli->operands[0], &error);
  if (folder == NULL)
    return wb_cli_fail ("%s", error->message);
  print_faults (folder, stderr);
  if (!wb_content_folder_build (folder, path, &error))
    return wb_cli_fail ("%s", error->message);
  if (depfile != NULL && !write_depfile (folder, cli->operands[0], path, depfile, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_content_schema (WbCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write to this file"), N_("FILE") },
    { NULL },
  };
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbItem) item = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *schema = NULL;
  g_autofree char *line = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;

  library = wb_cli_open_library (cli);
  if (library == NULL)
    return WB_CLI_FAILED;
  item = wb_library_get_item (library, cli->operands[0], &error);
  if (item == NULL)
    return wb_cli_fail ("%s", error->message);
  if (wb_item_get_kind (item) != WB_KIND_DATA_MODEL)
    return wb_cli_fail (_("“%s” is no data model."), cli->operands[0]);
  schema = wb_data_model_schema_to_json (wb_item_get_payload (item), &error);
  if (schema == NULL)
    return wb_cli_fail (_("The data model “%s” cannot be read: %s"), cli->operands[0], error->message);

  line = g_strconcat (schema, "\n", NULL);
  if (path != NULL)
    return g_file_set_contents (path, line, -1, NULL) ? WB_CLI_OK : wb_cli_fail (_("“%s” could not be written."), path);
  wb_cli_print ("%s", line);

  return wb_cli_finish ();
}
