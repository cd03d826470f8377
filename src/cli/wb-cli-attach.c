/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-attachment.h"
#include "wb-cli-project.h"
#include "wb-error.h"

/* How often a name is tried with another number. */
#define MAX_TRIES 1000

/* One attachment, by what somebody typed. */
typedef struct
{
  const WbField *field; /* borrowed from the guide */
  WbAttachment *about;  /* (nullable) owned */
} Place;

/* (nullable) NULL, with the reason on stderr, when there is no such field, or it holds no files. */
static const WbField *
find_field (WbGuide    *guide,
            const char *id)
{
  const WbField *field = wb_guide_get_field (guide, id);

  if (field == NULL)
    wb_cli_fail (_("There is no field “%s”; “project show” names them all."), id);
  else if (field->type != WB_FIELD_ATTACHMENT)
    wb_cli_fail (_("“%s” is no field for files."), id);
  else
    return field;

  return NULL;
}

/* "anlagen/2". FALSE, with the reason on stderr, when there is none. */
static gboolean
find_place (WbGuide    *guide,
            WbAnswers  *answers,
            const char *text,
            Place      *place)
{
  const char *slash = strrchr (text, '/');
  g_autofree char *id = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : g_strdup (text);
  g_autoptr (GPtrArray) list = NULL;
  guint64 number;

  place->field = find_field (guide, id);
  if (place->field == NULL)
    return FALSE;
  list = wb_attachment_list (answers, place->field->id);
  if (slash == NULL || !g_ascii_string_to_unsigned (slash + 1, 10, 1, MAX (list->len, 1), &number, NULL) || number > list->len)
    {
      wb_cli_fail (ngettext ("“%s” holds %u file; please give its number as in “%s/1”.",
                             "“%s” holds %u files; please give a number as in “%s/1”.", list->len), id, list->len, id);
      return FALSE;
    }
  place->about = g_ptr_array_steal_index (list, (guint) number - 1);

  return TRUE;
}

/* What wb_project_file_attach_async() came to. */
typedef struct
{
  gboolean done;
  GError *error;
} Waiting;

static void
attached_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Waiting *waiting = user_data;

  wb_project_file_attach_finish (WB_PROJECT_FILE (source), result, &waiting->error);
  waiting->done = TRUE;
}

static gboolean
attach (WbProjectFile      *project,
        const char         *field,
        const char *const  *paths,
        GError            **error)
{
  Waiting waiting = { FALSE, NULL };

  wb_project_file_attach_async (project, field, paths, NULL, NULL, NULL, attached_cb, &waiting);
  while (!waiting.done)
    g_main_context_iteration (NULL, TRUE);
  if (waiting.error == NULL)
    return TRUE;
  g_propagate_error (error, waiting.error);

  return FALSE;
}

static void
print_new (const WbField *field,
           WbAnswers     *answers,
           guint          first)
{
  g_autoptr (GPtrArray) list = wb_attachment_list (answers, field->id);

  for (guint i = first; i < list->len; i++)
    {
      wb_cli_print ("%s/%u\t", field->id, i + 1);
      wb_cli_print_escaped (((const WbAttachment *) g_ptr_array_index (list, i))->name);
      wb_cli_print ("\n");
    }
}

static void
set_notes (const WbField *field,
           WbAnswers     *answers,
           guint          first,
           const char    *note)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = first; rows[i] != NULL; i++)
    wb_answers_set (answers, field->id, rows[i], WB_ATTACHMENT_NOTE, note);
}

static gboolean
check_note (const char *note)
{
  if (note == NULL || (strpbrk (note, "\r\n") == NULL && g_utf8_validate (note, -1, NULL)))
    return TRUE;
  wb_cli_fail (_("A note is one line."));

  return FALSE;
}

int
wb_cli_project_attach (WbCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_autofree char *note = NULL;
  const GOptionEntry options[] = {
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_("What the files are"), N_("TEXT") },
    { NULL },
  };
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (GError) error = NULL;
  const WbField *field;
  WbAnswers *answers;
  guint n;

  if (!wb_cli_parse (cli, argc, argv, options, 3, G_MAXUINT))
    return WB_CLI_WRONG_CALL;
  project = check_note (note) ? wb_cli_project_open (cli->operands[0], &guide) : NULL;
  if (project == NULL)
    return WB_CLI_FAILED;
  if (wb_project_file_get_read_only (project))
    return wb_cli_fail ("%s", wb_project_file_get_read_only_reason (project));
  field = find_field (guide, cli->operands[1]);
  if (field == NULL)
    return WB_CLI_FAILED;

  answers = wb_project_file_get_answers (project);
  n = wb_answers_count_rows (answers, field->id);
  if (!attach (project, field->id, (const char *const *) cli->operands + 2, &error))
    return wb_cli_fail ("%s", error->message);
  if (note != NULL)
    set_notes (field, answers, n, note);
  print_new (field, answers, n);
  if (!wb_project_file_close (project, &error))
    return wb_cli_fail ("%s", error->message);

  return wb_cli_finish ();
}

static void
print_attachment (const WbField      *field,
                  guint               number,
                  const WbAttachment *about)
{
  const char *const cells[] = { about->type, about->date, about->note };

  wb_cli_print ("%s/%u\t", field->id, number);
  wb_cli_print_escaped (about->name);
  wb_cli_print ("\t%" G_GINT64_FORMAT, about->size);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      wb_cli_print ("\t");
      wb_cli_print_escaped (cells[i]);
    }
  wb_cli_print ("\n");
}

int
wb_cli_project_attachments (WbCli  *cli,
                            int     argc,
                            char  **argv)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  GPtrArray *steps;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  project = wb_cli_project_look (cli->operands[0], &guide);
  if (project == NULL)
    return WB_CLI_FAILED;

  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);
          g_autoptr (GPtrArray) list = NULL;

          if (field->type != WB_FIELD_ATTACHMENT)
            continue;
          list = wb_attachment_list (wb_project_file_get_answers (project), field->id);
          for (guint k = 0; k < list->len; k++)
            print_attachment (field, k + 1, g_ptr_array_index (list, k));
        }
    }

  return wb_cli_finish ();
}

static gboolean
is_taken (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

/* Under a free name in @folder: nothing is replaced there. */
static gboolean
save_in_folder (const char          *project,
                const WbAttachment  *about,
                const char          *folder,
                GError             **error)
{
  for (guint i = 1; i <= MAX_TRIES; i++)
    {
      g_autofree char *name = wb_attachment_number_name (about->name, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GError *failure = NULL;

      if (is_taken (path))
        continue;
      if (wb_project_file_place_attachment (project, about->hash, path, &failure))
        return TRUE;
      if (!is_taken (path))
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      /* Somebody else was quicker. */
      g_error_free (failure);
    }
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               _("“%s” holds too many files that are called like “%s”; nothing was written."), folder, about->name);

  return FALSE;
}

static gboolean
save (const char          *project,
      const WbAttachment  *about,
      const char          *output,
      GError             **error)
{
  if (g_file_test (output, G_FILE_TEST_IS_DIR))
    return save_in_folder (project, about, output, error);

  return wb_project_file_save_attachment (project, about->hash, output, error);
}

int
wb_cli_project_attachment (WbCli  *cli,
                           int     argc,
                           char  **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry options[] = { WB_CLI_OUTPUT_OPTION (&output), { NULL } };
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbAttachment) about = NULL;
  g_autoptr (GError) error = NULL;
  Place place = { NULL, NULL };

  if (!wb_cli_parse (cli, argc, argv, options, 2, 2))
    return WB_CLI_WRONG_CALL;
  if (output == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));
  project = wb_cli_project_look (cli->operands[0], &guide);
  if (project == NULL || !find_place (guide, wb_project_file_get_answers (project), cli->operands[1], &place))
    return WB_CLI_FAILED;

  about = place.about;
  if (!wb_cli_project_spares (cli->operands[0], output))
    return WB_CLI_FAILED;
  if (!save (wb_project_file_get_path (project), about, output, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_project_detach (WbCli  *cli,
                       int     argc,
                       char  **argv)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbAttachment) about = NULL;
  g_autoptr (GError) error = NULL;
  Place place = { NULL, NULL };

  if (!wb_cli_parse (cli, argc, argv, options, 2, 2))
    return WB_CLI_WRONG_CALL;
  project = wb_cli_project_open (cli->operands[0], &guide);
  if (project == NULL)
    return WB_CLI_FAILED;
  if (wb_project_file_get_read_only (project))
    return wb_cli_fail ("%s", wb_project_file_get_read_only_reason (project));
  if (!find_place (guide, wb_project_file_get_answers (project), cli->operands[1], &place))
    return WB_CLI_FAILED;

  about = place.about;
  wb_answers_remove_row (wb_project_file_get_answers (project), place.field->id, about->row);
  if (!wb_project_file_close (project, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_project_purge (WbCli  *cli,
                      int     argc,
                      char  **argv)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (GError) error = NULL;
  gint64 all, unused;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  project = wb_cli_project_open (cli->operands[0], &guide);
  if (project == NULL)
    return WB_CLI_FAILED;
  if (wb_project_file_get_read_only (project))
    return wb_cli_fail ("%s", wb_project_file_get_read_only_reason (project));
  if (!wb_project_file_measure_attachments (wb_project_file_get_path (project), &all, &unused, &error))
    return wb_cli_fail ("%s", error->message);
  wb_project_file_purge (project);
  if (!wb_project_file_close (project, &error))
    return wb_cli_fail ("%s", error->message);
  wb_cli_print ("%" G_GINT64_FORMAT "\n", unused);

  return wb_cli_finish ();
}
