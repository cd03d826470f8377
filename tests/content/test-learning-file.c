/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "wb-error.h"
#include "wb-learning-file.h"

#define NOON 1795348800 /* 2026-11-22T12:00:00Z */

static char *folder;

static GPtrArray *
read_text (const char  *text,
           GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "progress.json", NULL);
  GPtrArray *learners;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  learners = wb_learning_file_read (path, error);
  g_unlink (path);

  return learners;
}

static void
test_round_trip (void)
{
  g_autofree char *path = g_build_filename (folder, "Kim.json", NULL);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GError) error = NULL;
  WbLearner *learner = wb_learner_new ("Kim “die Neue” \\ Groß");
  struct stat status;
  const WbTrial *trial;

  wb_learner_add_trial (learner, wb_trial_new ("l1", "q1", "=zwölf\\", TRUE, NOON));
  wb_learner_add_trial (learner, wb_trial_new ("l1", "q1", "0,2", FALSE, 0));
  wb_learner_add_finished (learner, wb_finished_new ("l1", "k1", NOON));
  g_ptr_array_add (written, learner);
  g_ptr_array_add (written, wb_learner_new (""));
  g_assert_true (g_file_set_contents (path, "older", -1, NULL));
  wb_learning_file_write (path, written, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  read = wb_learning_file_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 2);
  learner = g_ptr_array_index (read, 0);
  g_assert_cmpstr (wb_learner_get_name (learner), ==, "Kim “die Neue” \\ Groß");
  g_assert_cmpuint (wb_learner_get_trials (learner)->len, ==, 2);
  trial = wb_learner_find_trial (learner, "l1", "q1");
  g_assert_cmpstr (trial->given, ==, "=zwölf\\");
  g_assert_true (trial->right);
  g_assert_cmpint (trial->time, ==, NOON);
  trial = g_ptr_array_index (wb_learner_get_trials (learner), 1);
  g_assert_false (trial->right);
  g_assert_cmpint (trial->time, ==, 0);
  g_assert_cmpstr (wb_learner_find_finished (learner, "l1")->course, ==, "k1");
  g_unlink (path);
}

static void
test_no_place (void)
{
  g_autoptr (GPtrArray) learners = g_ptr_array_new ();
  g_autofree char *path = g_build_filename (folder, "gibt es nicht", "Kim.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (wb_learning_file_write (path, learners, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
}

#define FILE_OF(rest) "{\"format\": 1, \"holds\": \"learning-progress\", \"learners\": [" rest "]}"
#define ANSWER "\"lesson\": \"l1\", \"question\": \"q1\", \"given\": \"0\", \"right\": true"

static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    const char *part;
  } cases[] = {
    { "", "breaks off" },
    { "[]", "must be an object" },
    { "{\"format\": 1}", "holds" },
    { "{\"format\": 1, \"holds\": \"else\", \"learners\": []}", "holds" },
    { FILE_OF (""), "learners" },
    { FILE_OF ("7"), "learners[0]" },
    { FILE_OF ("{}"), "name" },
    { FILE_OF ("{\"name\": \"?\"}"), "is no name" },
    { FILE_OF ("{\"name\": \"a\\nb\"}"), "name" },
    { FILE_OF ("{\"name\": \"Kim\", \"answers\": {}}"), "answers" },
    { FILE_OF ("{\"name\": \"Kim\", \"answers\": [{" ANSWER ", \"time\": \"gestern\"}]}"), "is no time" },
    { FILE_OF ("{\"name\": \"Kim\", \"answers\": [{" ANSWER ", \"time\": \"1815-12-10T12:00:00Z\"}]}"), "is no time" },
    { FILE_OF ("{\"name\": \"Kim\", \"answers\": [{\"lesson\": \"../l1\", \"question\": \"q1\", \"given\": \"0\"}]}"),
      "lesson" },
    { FILE_OF ("{\"name\": \"Kim\", \"lessons\": [{\"lesson\": \"l1\"}]}"), "course" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) learners = read_text (cases[i].text, &error);

      g_assert_null (learners);
      g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].part));
      g_assert_nonnull (strstr (error->message, "nothing was changed"));
    }
}

static void
test_newer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) learners = read_text ("{\"format\": 2, \"holds\": \"something else by then\"}", &error);

  g_assert_null (learners);
  g_assert_error (error, WB_ERROR, WB_ERROR_NEWER);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("wb-learning-XXXXXX", NULL);
  g_assert_nonnull (folder);

  g_test_add_func ("/learning-file/round-trip", test_round_trip);
  g_test_add_func ("/learning-file/no-place", test_no_place);
  g_test_add_func ("/learning-file/hostile", test_hostile);
  g_test_add_func ("/learning-file/newer", test_newer);
  status = g_test_run ();

  g_rmdir (folder);
  g_free (folder);

  return status;
}
