/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "wb-cli-project.h"
#include "wb-cli-user.h"
#include "wb-cli.h"
#include "wb-day.h"
#include "wb-project-overview.h"
#include "wb-project-tasks.h"

static void
print_task (const WbTask *task)
{
  wb_cli_print ("%s\t%s\t", task->due, task->kind == WB_TASK_OF_DATE ? "date" : task->done ? "done" : "open");
  wb_cli_print_escaped (task->project);
  wb_cli_print ("\t");
  wb_cli_print_escaped (task->text);
  wb_cli_print ("\t");
  wb_cli_print_escaped (task->owner);
  wb_cli_print ("\n");
}

/* Those of the project @path. FALSE, with the reason on stderr, when it cannot be read. */
static gboolean
add_tasks (GPtrArray  *tasks,
           const char *path,
           gboolean    all)
{
  g_autoptr (WbProjectOverview) overview = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  wb_day_get_today (&today);
  overview = wb_project_overview_read (path, &today, &error);
  if (overview == NULL)
    {
      wb_cli_fail ("%s", error->message);
      return FALSE;
    }
  for (guint i = 0; i < overview->tasks->len;)
    {
      const WbTask *task = g_ptr_array_index (overview->tasks, i);

      if (all || !task->done)
        g_ptr_array_add (tasks, g_ptr_array_steal_index (overview->tasks, i));
      else
        i++;
    }

  return TRUE;
}

/* The paths of the projects that are called for, and without any of those that the window knows; NULL, with the reason on stderr, when
 * there is no user data. (transfer full) (nullable) */
static GPtrArray *
list_paths (WbCli      *cli,
            const char *user_data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WbUserStore) store = cli->n_operands == 0 ? wb_cli_user_open (user_data, FALSE) : NULL;
  g_autoptr (GPtrArray) projects = store != NULL ? wb_user_store_list_projects (store) : NULL;

  for (guint i = 0; i < cli->n_operands; i++)
    g_ptr_array_add (paths, g_strdup (cli->operands[i]));
  for (guint i = 0; projects != NULL && i < projects->len; i++)
    g_ptr_array_add (paths, g_strdup (((const WbRecentProject *) g_ptr_array_index (projects, i))->path));

  return cli->n_operands > 0 || store != NULL ? g_steal_pointer (&paths) : NULL;
}

/* Whether @output is none of the projects. */
static gboolean
spares_all (GPtrArray  *paths,
            const char *output)
{
  for (guint i = 0; i < paths->len; i++)
    if (!wb_cli_project_spares (g_ptr_array_index (paths, i), output))
      return FALSE;

  return TRUE;
}

/* The others are listed even when one project cannot be read; the exit code says so. */
int
wb_cli_project_tasks (WbCli  *cli,
                      int     argc,
                      char  **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *user_data = NULL;
  gboolean all = FALSE, events = FALSE;
  const GOptionEntry options[] = {
    { "all", 'a', 0, G_OPTION_ARG_NONE, &all, N_("Also what is done"), NULL },
    { "events", 0, 0, G_OPTION_ARG_NONE, &events, N_("Write tasks as appointments of one day"), NULL },
    WB_CLI_OUTPUT_OPTION (&path),
    WB_CLI_USER_DATA_OPTION (&user_data),
    { NULL },
  };
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_task_free);
  g_autoptr (GError) error = NULL;
  gboolean good = TRUE;

  if (!wb_cli_parse (cli, argc, argv, options, 0, G_MAXUINT))
    return WB_CLI_WRONG_CALL;
  if (events && path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));

  paths = list_paths (cli, user_data);
  if (paths != NULL && path != NULL && !spares_all (paths, path))
    return WB_CLI_FAILED;
  good = paths != NULL;
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    good = add_tasks (tasks, g_ptr_array_index (paths, i), all) && good;
  g_ptr_array_sort (tasks, wb_task_compare);
  if (path != NULL && !wb_project_tasks_export (tasks, events ? WB_CALENDAR_EVENTS : WB_CALENDAR_TASKS, path, &error))
    return wb_cli_fail ("%s", error->message);
  for (guint i = 0; path == NULL && i < tasks->len; i++)
    print_task (g_ptr_array_index (tasks, i));

  return wb_cli_finish () == WB_CLI_OK && good ? WB_CLI_OK : WB_CLI_FAILED;
}
