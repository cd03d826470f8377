/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "wb-cli-project.h"
#include "wb-cli.h"
#include "wb-edit-words.h"
#include "wb-project-file.h"

static void
print_revision (const WbRevision *revision,
                WbGuide          *guide,
                WbAnswers        *answers)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (revision->time);
  g_autofree char *when = time != NULL ? g_date_time_format_iso8601 (time) : g_strdup ("");

  for (guint i = 0; i < revision->edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (revision->edits, i);
      g_autofree char *words = NULL;

      if (wb_edit_is_detail (edit, guide))
        continue;
      words = wb_edit_to_words (edit, guide, answers);
      wb_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s\t", revision->id, when, wb_revision_kind_to_words (revision->kind));
      wb_cli_print_escaped (words);
      wb_cli_print ("\n");
    }
}

int
wb_cli_project_history (WbCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, NULL, 1, 1))
    return WB_CLI_WRONG_CALL;

  project = wb_cli_project_read (cli, cli->operands[0], &guide);
  if (project == NULL)
    return WB_CLI_FAILED;
  revisions = wb_project_file_load_history (cli->operands[0], &error);
  if (revisions == NULL)
    return wb_cli_fail ("%s", error->message);
  for (guint i = 0; i < revisions->len; i++)
    print_revision (g_ptr_array_index (revisions, i), guide, wb_project_file_get_answers (project));

  return wb_cli_finish ();
}

static gboolean
restore (const char  *path,
         gint64       id,
         GError     **error)
{
  g_autoptr (WbProjectFile) project = wb_project_file_open (path, error);

  if (project == NULL)
    return FALSE;
  wb_project_file_restore (project, id);

  return wb_project_file_close (project, error);
}

int
wb_cli_project_restore (WbCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_autofree char *path = NULL;
  gint64 id = -1;
  const GOptionEntry options[] = {
    { "at", 0, 0, G_OPTION_ARG_INT64, &id, N_("Number of the state, as “project history” names it"), N_("NUMBER") },
    WB_CLI_OUTPUT_OPTION (&path),
    { NULL },
  };
  g_autoptr (WbAnswers) state = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  if (id < 0)
    return wb_cli_wrong_call (cli, _("The state is missing: --at NUMBER."));
  if (path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));

  /* Whether there is such a state is known before anything is written. */
  state = wb_project_file_load_state (cli->operands[0], id, &error);
  if (state == NULL || !wb_project_file_copy (cli->operands[0], path, &error) || !restore (path, id, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}
