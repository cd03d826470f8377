/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "wb-backup-store.h"
#include "wb-backup-words.h"
#include "wb-cli.h"
#include "wb-project-file.h"

static void
print_backup (const WbBackup *backup,
              guint           number)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (backup->time);
  g_autofree char *when = g_date_time_format_iso8601 (time);
  g_autofree char *words = wb_backup_to_words (backup);

  wb_cli_print ("%u\t%s\t%" G_GINT64_FORMAT "\t", number, when, backup->size);
  wb_cli_print_escaped (words);
  wb_cli_print ("\t");
  wb_cli_print_escaped (backup->path);
  wb_cli_print ("\n");
}

static int
take_out (GPtrArray  *backups,
          gint64      number,
          const char *path)
{
  g_autoptr (GError) error = NULL;

  if (number < 1 || number > backups->len)
    return wb_cli_fail (_("There is no such copy: the list ends with number %u."), backups->len);
  if (!wb_project_file_copy (((const WbBackup *) g_ptr_array_index (backups, number - 1))->path, path, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_project_copies (WbCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  gint64 number = -1;
  const GOptionEntry options[] = {
    { "copy", 0, 0, G_OPTION_ARG_INT64, &number, N_("Number of the copy, as it is listed"), N_("NUMBER") },
    WB_CLI_OUTPUT_OPTION (&path),
    { "copies", 0, 0, G_OPTION_ARG_FILENAME, &folder, N_("Look for the copies in this folder"), N_("DIR") },
    { NULL },
  };
  g_autoptr (WbBackupStore) store = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  if (number >= 0 && path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));
  if (number < 0 && path != NULL)
    return wb_cli_wrong_call (cli, _("The copy is missing: --copy NUMBER."));

  if (folder == NULL)
    folder = wb_backup_store_find_folder ();
  store = wb_backup_store_new (folder);
  backups = wb_backup_store_list (store, cli->operands[0], &error);
  if (backups == NULL)
    return wb_cli_fail ("%s", error->message);
  if (path != NULL)
    return take_out (backups, number, path);
  for (guint i = 0; i < backups->len; i++)
    print_backup (g_ptr_array_index (backups, i), i + 1);

  return wb_cli_finish ();
}
