/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli-project.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-cli.h"
#include "wb-compute.h"
#include "wb-data-paths.h"
#include "wb-link-titles.h"
#include "wb-payload-reader.h"
#include "wb-register.h"
#include "wb-rules.h"

/* Takes @project, NULL with @error. */
static WbProjectFile *
with_guide (const char    *path,
            WbProjectFile *project,
            GError        *error,
            WbGuide      **guide)
{
  g_autoptr (WbProjectFile) owned = project;
  g_autoptr (GError) fault = NULL;

  *guide = NULL;
  if (owned == NULL)
    {
      wb_cli_fail ("%s", error->message);
      return NULL;
    }

  *guide = wb_guide_from_json (wb_project_file_get_guide_id (owned), wb_project_file_get_guide_title (owned),
                               wb_project_file_get_guide_json (owned), &fault);
  if (*guide == NULL)
    {
      wb_cli_fail (_("The guide in “%s” cannot be read (%s); the answers are still in the file."), path, fault->message);
      return NULL;
    }

  return g_steal_pointer (&owned);
}

WbProjectFile *
wb_cli_project_open (const char  *path,
                     WbGuide    **guide)
{
  g_autoptr (GError) error = NULL;
  WbProjectFile *project = wb_project_file_open (path, &error);

  return with_guide (path, project, error, guide);
}

WbProjectFile *
wb_cli_project_look (const char  *path,
                     WbGuide    **guide)
{
  g_autoptr (GError) error = NULL;
  WbProjectFile *project = wb_project_file_look (path, _("This project can only be read."), NULL);

  /* What a program that was killed left half done is taken back only by one that may write. */
  if (project == NULL)
    project = wb_project_file_open (path, &error);

  return with_guide (path, project, error, guide);
}

WbProjectFile *
wb_cli_project_read (WbCli       *cli,
                     const char  *path,
                     WbGuide    **guide)
{
  g_autoptr (WbProjectFile) project = wb_cli_project_look (path, guide);
  g_autoptr (WbLibrary) library = NULL;

  if (project != NULL && wb_guide_has_links (*guide))
    library = wb_cli_try_library (cli);
  if (library != NULL)
    wb_link_titles_attach (*guide, library);

  return g_steal_pointer (&project);
}

gboolean
wb_cli_project_spares (const char *path,
                       const char *output)
{
  GStatBuf project, file;

  if (g_stat (path, &project) != 0 || g_stat (output, &file) != 0 || project.st_dev != file.st_dev || project.st_ino != file.st_ino)
    return TRUE;
  wb_cli_fail (_("“%s” is the project itself; please choose another name."), output);

  return FALSE;
}

WbGuide *
wb_cli_project_read_guide (WbCli      *cli,
                           const char *path)
{
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbProjectFile) project = wb_cli_project_read (cli, path, &guide);

  return project != NULL ? g_steal_pointer (&guide) : NULL;
}

/* The town of the key; TRUE without one. */
static gboolean
find_town (const char      *key,
           WbMunicipality **town)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (WbRegister) towns = NULL;
  WbMunicipality *found;

  if (key == NULL)
    return TRUE;

  folder = wb_data_paths_find_register (&error);
  towns = folder != NULL ? wb_register_load (folder, &error) : NULL;
  if (towns == NULL)
    {
      wb_cli_fail ("%s", error->message);
      return FALSE;
    }

  found = wb_register_get (towns, key);
  if (found == NULL)
    {
      wb_cli_fail (_("There is no town with the key “%s”; it has 8 digits for a municipality, 5 for a county, "
                     "9 for an association."), key);
      return FALSE;
    }
  *town = g_object_ref (found);

  return TRUE;
}

/* The guide @id of the library, or the one of the use case @id, which is in @use_case then. (transfer full) */
static WbItem *
find_guide (WbLibrary  *library,
            const char *id,
            WbItem    **use_case)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbItem) item = wb_library_get_item (library, id, &error);
  const char *link = item != NULL && wb_item_get_kind (item) != WB_KIND_GUIDE ? wb_item_get_link (item, "guide") : NULL;

  if (link != NULL)
    {
      *use_case = g_steal_pointer (&item);
      item = wb_library_get_item (library, link, &error);
    }

  if (item == NULL)
    wb_cli_fail ("%s", error->message);
  else if (wb_item_get_kind (item) != WB_KIND_GUIDE)
    wb_cli_fail (_("“%s” is no guide, and none belongs to it; “list --kind guide” names them."), id);
  else
    return g_steal_pointer (&item);

  return NULL;
}

static int
create_project (WbItem         *guide,
                WbItem         *use_case,
                const char     *title,
                WbMunicipality *town,
                const char     *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) read = NULL;

  read = wb_guide_from_json (wb_item_get_id (guide), wb_item_get_title (guide), wb_item_get_payload (guide), &error);
  if (read == NULL)
    return wb_cli_fail (_("The guide “%s” is damaged: %s"), wb_item_get_id (guide), error->message);

  project = wb_project_file_create (path, title != NULL ? title : wb_item_get_title (guide), wb_item_get_id (guide),
                                    wb_item_get_title (guide), wb_item_get_payload (guide),
                                    use_case != NULL ? wb_item_get_id (use_case) : NULL, town, &error);
  if (project == NULL || !wb_project_file_close (project, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

/* The same as what can be typed in the window: one line that says something. */
static gboolean
check_title (const char *title)
{
  g_autofree char *stripped = NULL;

  if (!g_utf8_validate (title, -1, NULL))
    {
      wb_cli_fail (_("The title is not valid UTF-8."));
      return FALSE;
    }
  stripped = g_strstrip (g_strdup (title));
  if (*stripped == '\0' || strpbrk (stripped, "\n\r\t") != NULL)
    {
      wb_cli_fail (_("A title is one line without tabs, and not empty."));
      return FALSE;
    }
  if (g_utf8_strlen (title, -1) > WB_PROJECT_MAX_TITLE)
    {
      wb_cli_fail (_("The title is longer than %d characters."), WB_PROJECT_MAX_TITLE);
      return FALSE;
    }

  return TRUE;
}

int
wb_cli_project_new (WbCli  *cli,
                    int     argc,
                    char  **argv)
{
  g_autofree char *guide_id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "guide", 'g', 0, G_OPTION_ARG_FILENAME, &guide_id, N_("The guide that leads through the project, or a use case that has one"), N_("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write to this file"), N_("FILE") },
    { "title", 't', 0, G_OPTION_ARG_FILENAME, &title, N_("Title of the project; without it the guide's"), N_("TITLE") },
    { "town", 0, 0, G_OPTION_ARG_FILENAME, &key, N_("Official key of the town, county or association"), N_("KEY") },
    { NULL },
  };
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbItem) guide = NULL;
  g_autoptr (WbItem) use_case = NULL;
  g_autoptr (WbMunicipality) town = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 0, 0))
    return WB_CLI_WRONG_CALL;
  if (guide_id == NULL)
    return wb_cli_wrong_call (cli, _("The guide is missing: --guide ID."));
  if (path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));
  if (title != NULL && !check_title (title))
    return WB_CLI_FAILED;

  library = wb_cli_open_library (cli);
  guide = library != NULL ? find_guide (library, guide_id, &use_case) : NULL;
  if (guide == NULL || !find_town (key, &town))
    return WB_CLI_FAILED;

  return create_project (guide, use_case, title, town, path);
}

int
wb_cli_project_set (WbCli  *cli,
                    int     argc,
                    char  **argv)
{
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, NULL, 3, 3))
    return WB_CLI_WRONG_CALL;

  project = wb_cli_project_open (cli->operands[0], &guide);
  if (project == NULL)
    return WB_CLI_FAILED;
  if (wb_project_file_get_read_only (project))
    return wb_cli_fail ("%s", wb_project_file_get_read_only_reason (project));
  if (!wb_cli_answer_set (guide, wb_project_file_get_answers (project), cli->operands[1], cli->operands[2], &error)
      || !wb_project_file_close (project, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

static void
print_cell (const char *address,
            const char *row,
            const char *column,
            const char *value,
            gpointer    user_data)
{
  wb_cli_print ("%s\t", address);
  wb_cli_print_escaped (value);
  wb_cli_print ("\n");
}

/* A computed value as it would be stored, or what it waits for. (transfer full) */
static char *
get_computed (const WbField *field,
              WbGuide       *guide,
              WbAnswers     *answers)
{
  g_autofree char *missing = NULL;
  char *value = wb_compute_field (field, guide, answers, &missing);

  return value != NULL ? value : g_strdup_printf (_("(open: %s)"), missing);
}

/* The computed columns of a table, row by row. */
static void
print_computed_cells (const WbField *field,
                      WbGuide       *guide,
                      WbAnswers     *answers)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; rows[i] != NULL; i++)
    for (guint j = 0; j < field->columns->len; j++)
      {
        const WbColumn *column = g_ptr_array_index (field->columns, j);
        g_autofree char *value = NULL;

        if (column->type != WB_FIELD_COMPUTED || !wb_column_applies (column, field, rows[i], guide, answers))
          continue;
        value = wb_compute_cell (field, column, rows[i], guide, answers, NULL);
        if (value != NULL)
          wb_cli_print ("%s/%u.%s\t%s\n", field->id, i + 1, column->id, value);
      }
}

static void
print_field (const WbField *field,
             WbGuide       *guide,
             WbAnswers     *answers,
             gboolean       parts)
{
  g_autofree char *value = field->type == WB_FIELD_COMPUTED ? get_computed (field, guide, answers)
                                                            : wb_cli_answer_get (field, answers);
  g_autofree char *title = field->type == WB_FIELD_LINK && *value != '\0' ? wb_answer_to_display (field, NULL, value) : NULL;

  wb_cli_print ("%s\t", field->id);
  wb_cli_print_escaped (value);
  if (title != NULL)
    {
      wb_cli_print ("\t");
      wb_cli_print_escaped (title);
    }
  wb_cli_print ("\n");
  if (parts && (field->type == WB_FIELD_PERSON || wb_field_type_has_rows (field->type) || field->type == WB_FIELD_CHECKLIST))
    wb_cli_answer_foreach (field, answers, print_cell, NULL);
  if (parts)
    print_computed_cells (field, guide, answers);
}

int
wb_cli_project_show (WbCli  *cli,
                     int     argc,
                     char  **argv)
{
  gboolean parts = FALSE;
  const GOptionEntry options[] = {
    { "parts", 0, 0, G_OPTION_ARG_NONE, &parts, N_("Also the parts of persons, tables and checklists"), NULL },
    { NULL },
  };
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  GPtrArray *steps;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;

  project = wb_cli_project_read (cli, cli->operands[0], &guide);
  if (project == NULL)
    return WB_CLI_FAILED;

  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        print_field (g_ptr_array_index (step->fields, j), guide, wb_project_file_get_answers (project), parts);
    }

  return wb_cli_finish ();
}

typedef struct
{
  const WbField *field;
  guint n_faults;
} Check;

static void
check_cell (const char *address,
            const char *row,
            const char *column,
            const char *value,
            gpointer    user_data)
{
  Check *check = user_data;
  g_autoptr (GError) error = NULL;

  if (wb_answer_check (check->field, row, column, value, &error))
    return;

  wb_cli_print ("%s: %s\n", address, error->message);
  check->n_faults++;
}

/* Answers that could not have been given: the file is sound, but somebody else wrote into it. */
static guint
check_answers (WbGuide   *guide,
               WbAnswers *answers)
{
  GPtrArray *steps = wb_guide_get_steps (guide);
  Check check = { NULL, 0 };

  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          check.field = g_ptr_array_index (step->fields, j);
          wb_cli_answer_foreach (check.field, answers, check_cell, &check);
        }
    }

  return check.n_faults;
}

int
wb_cli_project_check (WbCli  *cli,
                      int     argc,
                      char  **argv)
{
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) faults = NULL;
  const char *path;

  if (!wb_cli_parse (cli, argc, argv, NULL, 1, 1))
    return WB_CLI_WRONG_CALL;

  path = cli->operands[0];
  faults = wb_project_file_check (path, &error);
  if (faults == NULL)
    return wb_cli_fail ("%s", error->message);
  for (guint i = 0; faults[i] != NULL; i++)
    wb_cli_print ("%s\n", faults[i]);
  if (faults[0] != NULL)
    return wb_cli_fail (_("“%s” has faults."), path);

  project = wb_cli_project_open (path, &guide);
  if (project == NULL)
    return WB_CLI_FAILED;
  if (check_answers (guide, wb_project_file_get_answers (project)) > 0)
    return wb_cli_fail (_("“%s” has faults."), path);
  wb_cli_print (_("“%s” is in order.\n"), path);

  return wb_cli_finish ();
}
