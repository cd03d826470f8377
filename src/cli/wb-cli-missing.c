/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>

#include "wb-cli-project.h"
#include "wb-cli-user.h"
#include "wb-council-source.h"
#include "wb-day.h"
#include "wb-error.h"
#include "wb-export.h"

static const char *const kinds[WB_N_COUNCIL_GAP_KINDS] = {
  [WB_COUNCIL_GAP_DATE] = "day",           [WB_COUNCIL_GAP_LATE] = "late",     [WB_COUNCIL_GAP_PAPER] = "paper",
  [WB_COUNCIL_GAP_DECISION] = "undecided", [WB_COUNCIL_GAP_PEOPLE] = "people", [WB_COUNCIL_GAP_TASK] = "task",
};

static void
print_gap (const WbCouncilGap *gap)
{
  g_autofree char *days = gap->timed ? g_strdup_printf ("%d", gap->days) : g_strdup ("");

  wb_cli_print ("%s\t%s\t%s\t%s\t%s\t", kinds[gap->kind], gap->must ? "must" : "should", gap->due, days, gap->field);
  wb_cli_print_escaped (gap->title);
  wb_cli_print ("\t");
  wb_cli_print_escaped (gap->reason);
  wb_cli_print ("\n");
}

/* Whether @value may be set: nothing, "", or a day. */
static gboolean
is_day (const char *value)
{
  GDate day;

  return value == NULL || *value == '\0' || wb_day_parse (value, &day);
}

/* (nullable): what is not to be set */
static gboolean
set_days (const char  *path,
          const char  *meeting,
          const char  *hand_in,
          GError     **error)
{
  g_autoptr (WbProjectFile) project = NULL;

  if (meeting == NULL && hand_in == NULL)
    return TRUE;
  project = wb_project_file_open (path, error);
  if (project == NULL)
    return FALSE;
  if (wb_project_file_get_read_only (project))
    {
      g_set_error_literal (error, WB_ERROR, WB_ERROR_READ_ONLY, wb_project_file_get_read_only_reason (project));
      return FALSE;
    }

  return (meeting == NULL || wb_council_source_set_day (project, FALSE, meeting, error))
         && (hand_in == NULL || wb_council_source_set_day (project, TRUE, hand_in, error)) && wb_project_file_close (project, error);
}

static int
write_list (const WbCouncilSource *source,
            const GDate           *today,
            WbUserStore           *store,
            WbLibrary             *library,
            const WbExportOptions *options,
            const char            *path)
{
  g_autoptr (WbDocument) document = wb_cli_user_put_on_stationery (store, library, wb_council_source_build (source, today));
  g_autoptr (GError) error = NULL;

  return wb_export_write (document, options, path, NULL, &error) ? WB_CLI_OK : wb_cli_fail ("%s", error->message);
}

int
wb_cli_project_missing (WbCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_autofree char *meeting = NULL;
  g_autofree char *hand_in = NULL;
  g_autofree char *format = NULL;
  g_autofree char *path = NULL;
  g_autofree char *user = NULL;
  gboolean plain = FALSE;
  const GOptionEntry entries[] = {
    { "meeting", 0, 0, G_OPTION_ARG_STRING, &meeting, N_("First set the day of the meeting; “” removes it"), N_("DAY") },
    { "hand-in", 0, 0, G_OPTION_ARG_STRING, &hand_in, N_("First set until when the papers are to be handed in"), N_("DAY") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("See below; pdf without it"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write to this file"), N_("FILE") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, N_("Without the letterhead"), NULL },
    WB_CLI_USER_DATA_OPTION (&user),
    { NULL },
  };
  WbExportOptions export = { WB_EXPORT_PDF };
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (WbCouncilSource) source = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  if (!wb_cli_parse (cli, argc, argv, entries, 1, 1))
    return WB_CLI_WRONG_CALL;
  if (format != NULL && !wb_export_parse (format, &export))
    return wb_cli_wrong_call (cli, _("There is no format “%s”. There are: %s."), format, wb_export_get_names ());
  if (!is_day (meeting) || !is_day (hand_in))
    return wb_cli_wrong_call (cli, _("“%s” is no day; it is written as 2027-01-12."), is_day (meeting) ? hand_in : meeting);
  if (format != NULL && path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));

  library = wb_cli_open_library (cli);
  if (library == NULL || (path != NULL && !wb_cli_project_spares (cli->operands[0], path)))
    return WB_CLI_FAILED;
  wb_day_get_today (&today);
  if (!set_days (cli->operands[0], meeting, hand_in, &error))
    return wb_cli_fail ("%s", error->message);
  source = wb_council_source_read (library, cli->operands[0], &today, &error);
  if (source == NULL)
    return wb_cli_fail ("%s", error->message);
  if (path != NULL)
    {
      if (!plain && !wb_cli_user_open_if_there (user, &store))
        return WB_CLI_FAILED;
      return write_list (source, &today, store, library, &export, path);
    }
  for (guint i = 0; i < source->gaps->len; i++)
    print_gap (g_ptr_array_index (source->gaps, i));

  return wb_cli_finish ();
}
