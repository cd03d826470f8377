/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>

#include "wb-cli-user.h"
#include "wb-diagnosis-report.h"
#include "wb-diagnosis-source.h"
#include "wb-pdf-writer.h"

/* What a report is made of. */
typedef struct
{
  WbLibrary *library;
  WbUserStore *store;
  GPtrArray *barriers;
  GPtrArray *circles;
} Sources;

static void
sources_clear (Sources *sources)
{
  g_clear_pointer (&sources->circles, g_ptr_array_unref);
  g_clear_pointer (&sources->barriers, g_ptr_array_unref);
  g_clear_object (&sources->store);
  g_clear_object (&sources->library);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sources, sources_clear)

static gboolean
open_sources (WbCli      *cli,
              const char *path,
              Sources    *sources)
{
  g_autoptr (GError) error = NULL;

  sources->store = wb_cli_user_open (path, FALSE);
  sources->library = sources->store != NULL ? wb_cli_open_library (cli) : NULL;
  if (sources->library == NULL)
    return FALSE;

  sources->barriers = wb_diagnosis_source_list_barriers (sources->library, &error);
  if (sources->barriers != NULL)
    sources->circles = wb_diagnosis_source_list_circles (sources->library, &error);
  if (sources->circles == NULL)
    wb_cli_fail ("%s", error->message);

  return sources->circles != NULL;
}

static void
print_assessment (Sources      *sources,
                  WbAssessment *assessment)
{
  g_autoptr (WbDiagnosis) diagnosis = wb_diagnosis_new (assessment, sources->barriers, sources->circles);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (assessment->begun);
  g_autofree char *day = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");

  wb_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%u\t%u\t%u\t", assessment->number, day,
                assessment->finished > 0 ? "finished" : "draft", wb_diagnosis_count_people (diagnosis),
                wb_diagnosis_count_answered (diagnosis), wb_diagnosis_count_statements (diagnosis));
  wb_cli_print_escaped (assessment->title);
  wb_cli_print ("\n");
}

int
wb_cli_diagnosis_list (WbCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = { WB_CLI_USER_DATA_OPTION (&path), { NULL } };
  g_auto (Sources) sources = { NULL };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 0, 0))
    return WB_CLI_WRONG_CALL;
  if (!open_sources (cli, path, &sources))
    return WB_CLI_FAILED;

  list = wb_user_store_list_assessments (sources.store);
  for (guint i = 0; i < list->len; i++)
    {
      gint64 number = ((const WbAssessment *) g_ptr_array_index (list, i))->number;
      g_autoptr (WbAssessment) assessment = wb_user_store_load_assessment (sources.store, number, &error);

      if (assessment == NULL)
        return wb_cli_fail ("%s", error->message);
      print_assessment (&sources, assessment);
    }

  return wb_cli_finish ();
}

/* The number of the latest self-check that is finished; 0 when there is none. */
static gint64
find_latest (WbUserStore *store)
{
  g_autoptr (GPtrArray) list = wb_user_store_list_assessments (store);

  for (guint i = 0; i < list->len; i++)
    {
      const WbAssessment *assessment = g_ptr_array_index (list, i);

      if (assessment->finished > 0)
        return assessment->number;
    }

  return 0;
}

static int
write_report (Sources          *sources,
              WbDocumentFormat  format,
              gint64            number,
              gint64            compared,
              const char       *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbAssessment) assessment = wb_user_store_load_assessment (sources->store, number, &error);
  g_autoptr (WbAssessment) earlier = NULL;
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (sources->store);
  g_autoptr (WbDocument) document = NULL;

  if (assessment != NULL && compared != 0)
    earlier = wb_user_store_load_assessment (sources->store, compared, &error);
  if (error != NULL)
    return wb_cli_fail ("%s", error->message);
  if (earlier != NULL && (earlier->number == assessment->number || earlier->begun > assessment->begun))
    return wb_cli_fail (_("A self-check can only be compared with an earlier one; nothing was written."));

  document = wb_diagnosis_report_new (format, assessment, earlier, sources->barriers, sources->circles, town, sources->library);
  document = wb_cli_user_put_on_stationery (sources->store, sources->library, g_steal_pointer (&document));
  if (!wb_pdf_writer_write (document, output, NULL, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_diagnosis_export (WbCli  *cli,
                         int     argc,
                         char  **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  g_autofree char *name = NULL;
  gint64 compared = 0, number = 0;
  const GOptionEntry options[] = {
    { "document", 'd', 0, G_OPTION_ARG_STRING, &name, N_("report, which is also the default, or deck: the slides"), N_("NAME") },
    { "compare", 0, 0, G_OPTION_ARG_INT64, &compared, N_("Compare with this earlier self-check"), N_("NUMBER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to this file"), N_("FILE") },
    WB_CLI_USER_DATA_OPTION (&path),
    { NULL },
  };
  g_auto (Sources) sources = { NULL };

  if (!wb_cli_parse (cli, argc, argv, options, 0, 1))
    return WB_CLI_WRONG_CALL;
  if (name != NULL && !g_str_equal (name, "report") && !g_str_equal (name, "deck"))
    return wb_cli_wrong_call (cli, _("There is no document “%s”, only report and deck."), name);
  if (cli->n_operands > 0 && !g_ascii_string_to_signed (cli->operands[0], 10, 1, G_MAXINT64, &number, NULL))
    return wb_cli_wrong_call (cli, _("“%s” is no number of a self-check."), cli->operands[0]);
  if (output == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));
  if (!open_sources (cli, path, &sources))
    return WB_CLI_FAILED;

  if (number == 0)
    number = find_latest (sources.store);
  if (number == 0)
    return wb_cli_fail (_("No self-check is finished yet."));

  return write_report (&sources, g_strcmp0 (name, "deck") == 0 ? WB_DOCUMENT_DECK : WB_DOCUMENT_PAGES, number, compared, output);
}
