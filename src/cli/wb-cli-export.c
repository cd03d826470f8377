/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>

#include "wb-cli-project.h"
#include "wb-cli-user.h"
#include "wb-document-shelf.h"
#include "wb-export.h"

/* What is to be exported: an entry, or a project with its guide. */
typedef struct
{
  WbLibrary *library;
  const char *id;         /* NULL for projects */
  WbProjectFile *project; /* NULL for entries */
  WbGuide *guide;
  WbUserStore *store; /* (nullable) whose letterhead is on the paper */
  gboolean original;  /* without what the user changed in the text */
} Subject;

static void
subject_clear (Subject *subject)
{
  g_clear_object (&subject->store);
  g_clear_object (&subject->guide);
  g_clear_object (&subject->project);
  g_clear_object (&subject->library);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

/* An entry goes before a file of the same name; a file can always be written "./name". */
static gboolean
open_subject (WbCli   *cli,
              Subject *subject)
{
  const char *name = cli->operands[0];
  g_autofree char *title = NULL;
  WbKind kind;

  subject->library = wb_cli_open_library (cli);
  if (subject->library == NULL)
    return FALSE;

  if (wb_library_lookup (subject->library, name, &title, &kind))
    {
      subject->id = name;
      return TRUE;
    }
  if (!g_file_test (name, G_FILE_TEST_EXISTS))
    {
      wb_cli_fail (_("There is neither an entry nor a project file “%s”."), name);
      return FALSE;
    }
  subject->project = wb_cli_project_look (name, &subject->guide);

  return subject->project != NULL;
}

static int
list_documents (Subject *subject)
{
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GError) error = NULL;

  if (subject->id != NULL)
    offers = wb_document_shelf_list_item (subject->library, subject->id, &error);
  else
    offers = wb_document_shelf_list_project (subject->project, subject->guide, &error);
  if (offers == NULL)
    return wb_cli_fail ("%s", error->message);

  for (guint i = 0; i < offers->len; i++)
    {
      const WbOffer *offer = g_ptr_array_index (offers, i);

      wb_cli_print ("%s\t", offer->name);
      wb_cli_print_escaped (offer->title);
      wb_cli_print ("\n");
    }

  return wb_cli_finish ();
}

/* What was rewritten goes out; where the template has changed under it since, that is said. */
static void
tell_stale (Subject    *subject,
            const char *name)
{
  g_autoptr (GPtrArray) offers = wb_document_shelf_list_project (subject->project, subject->guide, NULL);
  guint stale = 0;

  if (name == NULL && offers != NULL && offers->len > 0)
    name = ((const WbOffer *) g_ptr_array_index (offers, 0))->name;
  if (name != NULL)
    wb_document_shelf_count_edits (subject->library, subject->project, subject->guide, name, &stale);
  if (stale > 0)
    g_printerr (ngettext ("%u passage was changed by hand, and the template or an answer under it has changed since. What was written by hand goes out; --original leaves it out.\n",
                          "%u passages were changed by hand, and the template or an answer under them has changed since. What was written by hand goes out; --original leaves it out.\n",
                          stale),
                stale);
}

static WbDocument *
build_document (Subject     *subject,
                const char  *name,
                GError     **error)
{
  if (subject->id != NULL)
    return wb_document_shelf_build_item (subject->library, subject->id, name, NULL, error);
  if (subject->original)
    return wb_document_shelf_build_original (subject->library, subject->project, subject->guide, name, error);
  tell_stale (subject, name);

  return wb_document_shelf_build_project (subject->library, subject->project, subject->guide, name, error);
}

static int
write_document (Subject               *subject,
                const char            *name,
                const WbExportOptions *options,
                const char            *path)
{
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document = build_document (subject, name, &error);
  if (document != NULL)
    document = wb_cli_user_put_on_stationery (subject->store, subject->library, g_steal_pointer (&document));
  if (document == NULL || !wb_export_write (document, options, path, NULL, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_export (WbCli  *cli,
               int     argc,
               char  **argv)
{
  g_autofree char *name = NULL;
  g_autofree char *format = NULL;
  g_autofree char *path = NULL;
  gboolean list = FALSE;
  gboolean notes = FALSE;
  gboolean lines = FALSE;
  gboolean plain = FALSE;
  gboolean original = FALSE;
  g_autofree char *user = NULL;
  WbExportOptions export = { WB_EXPORT_PDF };
  const GOptionEntry options[] = {
    { "document", 'd', 0, G_OPTION_ARG_STRING, &name, N_("Which document; without it the first on offer"), N_("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("See below; pdf without it"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write to this file"), N_("FILE") },
    { "notes", 'n', 0, G_OPTION_ARG_NONE, &notes, N_("Handouts with the speaker's notes"), NULL },
    { "lines", 0, 0, G_OPTION_ARG_NONE, &lines, N_("Handouts with lines to write on"), NULL },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, N_("Without the letterhead"), NULL },
    { "original", 0, 0, G_OPTION_ARG_NONE, &original, N_("Projects: as the template has it, without what was changed by hand"), NULL },
    WB_CLI_USER_DATA_OPTION (&user),
    { "list", 'l', 0, G_OPTION_ARG_NONE, &list, N_("Print the documents on offer"), NULL },
    { NULL },
  };
  g_auto (Subject) subject = { NULL };

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  if (format != NULL && !wb_export_parse (format, &export))
    return wb_cli_wrong_call (cli, _("There is no format “%s”. There are: %s."), format, wb_export_get_names ());
  if ((notes || lines) && export.format != WB_EXPORT_HANDOUT)
    return wb_cli_wrong_call (cli, _("Notes and lines are for handouts: -f handout1, handout2, handout3 or handout6."));
  if (!list && path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));

  /* Beside three slides there is room for one of them; lines are there unless notes are asked for. */
  export.handout.lines = lines || (export.handout.lines && !notes);
  export.handout.notes = notes;

  subject.original = original;
  if (!open_subject (cli, &subject))
    return WB_CLI_FAILED;
  if (!list && subject.project != NULL && !wb_cli_project_spares (cli->operands[0], path))
    return WB_CLI_FAILED;

  if (!list && !plain && !wb_cli_user_open_if_there (user, &subject.store))
    return WB_CLI_FAILED;

  return list ? list_documents (&subject) : write_document (&subject, name, &export, path);
}
