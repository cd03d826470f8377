/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <glib/gi18n-lib.h>

#include "wb-attendance-source.h"
#include "wb-certificate.h"
#include "wb-cli-user.h"
#include "wb-learning-file.h"
#include "wb-pdf-writer.h"

/* The record of @name; NULL: of everybody. (transfer full) */
static GPtrArray *
load_learners (WbUserStore  *store,
               const char   *name,
               GError      **error)
{
  g_autoptr (GPtrArray) learners = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = NULL;

  names = name != NULL ? g_strdupv ((char *[]){ (char *) name, NULL }) : wb_user_store_list_learners (store);
  for (guint i = 0; names[i] != NULL; i++)
    {
      WbLearner *learner = wb_user_store_load_learner (store, names[i], error);

      if (learner == NULL)
        return NULL;
      g_ptr_array_add (learners, learner);
    }

  return g_steal_pointer (&learners);
}

int
wb_cli_learning_list (WbCli  *cli,
                      int     argc,
                      char  **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = { WB_CLI_USER_DATA_OPTION (&path), { NULL } };
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (GPtrArray) learners = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 0, 0))
    return WB_CLI_WRONG_CALL;
  store = wb_cli_user_open (path, FALSE);
  if (store == NULL)
    return WB_CLI_FAILED;

  learners = load_learners (store, NULL, &error);
  if (learners == NULL)
    return wb_cli_fail ("%s", error->message);
  for (guint i = 0; i < learners->len; i++)
    {
      WbLearner *learner = g_ptr_array_index (learners, i);

      wb_cli_print_escaped (wb_learner_get_name (learner));
      wb_cli_print ("\t%u\t%u\n", wb_learner_get_finished (learner)->len, wb_learner_get_trials (learner)->len);
    }

  return wb_cli_finish ();
}

int
wb_cli_learning_export (WbCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry options[] = {
    { "learner", 0, 0, G_OPTION_ARG_STRING, &name, N_("Only of this person"), N_("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to this file"), N_("FILE") },
    WB_CLI_USER_DATA_OPTION (&path),
    { NULL },
  };
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (GPtrArray) learners = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 0, 0))
    return WB_CLI_WRONG_CALL;
  if (output == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));
  store = wb_cli_user_open (path, FALSE);
  if (store == NULL)
    return WB_CLI_FAILED;

  learners = load_learners (store, name, &error);
  if (learners == NULL || !wb_learning_file_write (output, learners, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_learning_merge (WbCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = { WB_CLI_USER_DATA_OPTION (&path), { NULL } };
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (GPtrArray) learners = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  /* Read first: a file that cannot be merged leaves nothing behind. */
  learners = wb_learning_file_read (cli->operands[0], &error);
  if (learners == NULL)
    return wb_cli_fail ("%s", error->message);
  store = wb_cli_user_open (path, TRUE);
  if (store == NULL)
    return WB_CLI_FAILED;
  if (!wb_user_store_merge_learners (store, learners, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

static guint
count_missing (const WbAttendance *attendance)
{
  guint n = 0;

  for (guint i = 0; i < attendance->lessons->len; i++)
    n += !((const WbAttendedLesson *) g_ptr_array_index (attendance->lessons, i))->finished;

  return n;
}

/* As in the window, there is none for half a path. */
static int
write_certificate (WbUserStore *store,
                   WbLibrary   *library,
                   WbLearner   *learner,
                   const char  *course_id,
                   const char  *name,
                   const char  *output)
{
  g_autoptr (WbCourse) course = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WbAttendance) attendance = wb_attendance_source_read (library, course_id, learner, &course, &title, &error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (WbDocument) document = NULL;

  if (attendance == NULL)
    return wb_cli_fail ("%s", error->message);
  if (!wb_attendance_is_complete (attendance))
    return wb_cli_fail (g_dngettext (GETTEXT_PACKAGE, "%u lesson of “%s” is not finished yet; nothing was written.",
                                     "%u lessons of “%s” are not finished yet; nothing was written.", count_missing (attendance)),
                        count_missing (attendance), title);

  document = wb_certificate_build (name, title, wb_course_get_goal (course), attendance, g_get_real_time () / G_USEC_PER_SEC, zone);
  document = wb_cli_user_put_on_stationery (store, library, g_steal_pointer (&document));
  if (!wb_pdf_writer_write (document, output, NULL, &error))
    return wb_cli_fail ("%s", error->message);

  return WB_CLI_OK;
}

int
wb_cli_learning_certificate (WbCli  *cli,
                             int     argc,
                             char  **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *who = NULL;
  g_autofree char *name = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry options[] = {
    { "learner", 0, 0, G_OPTION_ARG_STRING, &who, N_("Whose; without it the one who learns now"), N_("NAME") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("The name to stand there; without it the learner's"), N_("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to this file"), N_("FILE") },
    WB_CLI_USER_DATA_OPTION (&path),
    { NULL },
  };
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbLearner) learner = NULL;
  g_autoptr (GError) error = NULL;

  if (!wb_cli_parse (cli, argc, argv, options, 1, 1))
    return WB_CLI_WRONG_CALL;
  if (output == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));
  store = wb_cli_user_open (path, FALSE);
  library = store != NULL ? wb_cli_open_library (cli) : NULL;
  if (library == NULL)
    return WB_CLI_FAILED;

  if (who == NULL)
    who = wb_user_store_get_learner (store);
  learner = wb_user_store_load_learner (store, who, &error);
  if (learner == NULL)
    return wb_cli_fail ("%s", error->message);
  if (name == NULL)
    name = g_strdup (wb_learner_get_name (learner));
  g_strstrip (name);
  if (!wb_learner_check_name (name))
    return wb_cli_fail (_("The name on the confirmation must have 1 to %d characters: --name NAME."), WB_LEARNER_MAX_NAME);

  return write_certificate (store, library, learner, cli->operands[0], name, output);
}
