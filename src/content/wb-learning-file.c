/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-learning-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "wb-file.h"
#include "wb-json.h"

#define HOLDS "learning-progress"
#define MAX_LEARNERS 200
#define MAX_ANSWERS 50000
#define MAX_LESSONS 5000
#define MAX_GIVEN 2000

static void
write_time (JsonBuilder *builder,
            gint64       time)
{
  g_autoptr (GDateTime) moment = time > 0 ? g_date_time_new_from_unix_utc (time) : NULL;
  g_autofree char *text = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (text == NULL)
    return;

  json_builder_set_member_name (builder, "time");
  json_builder_add_string_value (builder, text);
}

static void
write_text (JsonBuilder *builder,
            const char  *key,
            const char  *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

static void
write_answers (JsonBuilder *builder,
               GPtrArray   *trials)
{
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < trials->len; i++)
    {
      const WbTrial *trial = g_ptr_array_index (trials, i);

      json_builder_begin_object (builder);
      write_text (builder, "lesson", trial->lesson);
      write_text (builder, "question", trial->question);
      write_text (builder, "given", trial->given);
      json_builder_set_member_name (builder, "right");
      json_builder_add_boolean_value (builder, trial->right);
      write_time (builder, trial->time);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_lessons (JsonBuilder *builder,
               GPtrArray   *lessons)
{
  json_builder_set_member_name (builder, "lessons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lessons->len; i++)
    {
      const WbFinished *finished = g_ptr_array_index (lessons, i);

      json_builder_begin_object (builder);
      write_text (builder, "lesson", finished->lesson);
      write_text (builder, "course", finished->course);
      write_time (builder, finished->time);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* (transfer full) */
static char *
spell_learners (GPtrArray *learners)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, WB_LEARNING_FILE_FORMAT);
  write_text (builder, "holds", HOLDS);
  json_builder_set_member_name (builder, "learners");
  json_builder_begin_array (builder);
  for (guint i = 0; i < learners->len; i++)
    {
      WbLearner *learner = g_ptr_array_index (learners, i);

      json_builder_begin_object (builder);
      write_text (builder, "name", wb_learner_get_name (learner));
      write_answers (builder, wb_learner_get_trials (learner));
      write_lessons (builder, wb_learner_get_finished (learner));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

static gboolean
fill_file (const char  *path,
           const char  *text,
           GError     **error)
{
  FILE *stream = g_fopen (path, "we");
  int number = 0;

  if (stream == NULL)
    return wb_file_set_error (path, errno, error);
  if (fputs (text, stream) < 0 || fputc ('\n', stream) == EOF)
    number = errno;
  if (fclose (stream) != 0 && number == 0)
    number = errno;

  return number == 0 || wb_file_set_error (path, number, error);
}

gboolean
wb_learning_file_write (const char  *path,
                        GPtrArray   *learners,
                        GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (learners != NULL, FALSE);

  temporary = wb_file_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  text = spell_learners (learners);
  if (fill_file (temporary, text, error) && wb_file_replace (temporary, path, 0600, error))
    return TRUE;
  g_unlink (temporary);

  return FALSE;
}

/* 0 without one. */
static gint64
read_time (const WbJson *json)
{
  const char *text = wb_json_get_text (json, "time", 40, WB_JSON_LINE);
  g_autoptr (GDateTime) moment = NULL;

  if (text == NULL)
    return 0;
  moment = g_date_time_new_from_iso8601 (text, NULL);
  if (moment == NULL || g_date_time_to_unix (moment) <= 0)
    {
      wb_json_fault (json, "time", _("is no time like 2026-11-22T08:48:04Z"));
      return 0;
    }

  return g_date_time_to_unix (moment);
}

static void
read_answers (const WbJson *json,
              WbLearner    *learner)
{
  WbJson list;
  guint length = wb_json_get_array (json, "answers", MAX_ANSWERS, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson answer = wb_json_element (&list, i);
      const char *lesson, *question, *given;

      if (!wb_json_is_object (&answer))
        continue;
      lesson = wb_json_get_text (&answer, "lesson", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      question = wb_json_get_text (&answer, "question", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      given = wb_json_get_text (&answer, "given", MAX_GIVEN, WB_JSON_REQUIRED | WB_JSON_LINE);
      if (lesson != NULL && question != NULL && given != NULL)
        wb_learner_add_trial (learner, wb_trial_new (lesson, question, given,
                                                     wb_json_get_boolean (&answer, "right", FALSE, WB_JSON_REQUIRED),
                                                     read_time (&answer)));
    }
}

static void
read_lessons (const WbJson *json,
              WbLearner    *learner)
{
  WbJson list;
  guint length = wb_json_get_array (json, "lessons", MAX_LESSONS, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson finished = wb_json_element (&list, i);
      const char *lesson, *course;

      if (!wb_json_is_object (&finished))
        continue;
      lesson = wb_json_get_text (&finished, "lesson", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      course = wb_json_get_text (&finished, "course", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      if (lesson != NULL && course != NULL)
        wb_learner_add_finished (learner, wb_finished_new (lesson, course, read_time (&finished)));
    }
}

static WbLearner *
read_learner (const WbJson *json)
{
  const char *name;
  WbLearner *learner;

  if (!wb_json_is_object (json))
    return NULL;
  name = wb_json_get_text (json, "name", WB_LEARNER_MAX_NAME, WB_JSON_LINE);
  if (name == NULL || (*name != '\0' && !wb_learner_check_name (name)))
    {
      wb_json_fault (json, "name", _("is no name"));
      return NULL;
    }

  learner = wb_learner_new (name);
  read_answers (json, learner);
  read_lessons (json, learner);

  return learner;
}

static GPtrArray *
read_learners (const WbJson *root)
{
  GPtrArray *learners = g_ptr_array_new_with_free_func (g_object_unref);
  WbJson list;
  guint length = wb_json_get_array (root, "learners", MAX_LEARNERS, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      WbLearner *learner = read_learner (&element);

      if (learner != NULL)
        g_ptr_array_add (learners, learner);
    }

  return learners;
}

/* "is damaged" in a sentence that names the file and says what that means. */
static void
set_sentence (const char    *path,
              const GError  *failure,
              GError       **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, WB_ERROR, failure->code, _("“%s” holds no learning progress that can be read (%s); nothing was changed."),
               name, failure->message);
}

GPtrArray *
wb_learning_file_read (const char  *path,
                       GError     **error)
{
  g_autoptr (WbJsonReport) report = wb_json_report_new (FALSE);
  g_autoptr (GPtrArray) learners = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) failure = NULL;
  WbJson root;

  g_return_val_if_fail (path != NULL, NULL);

  node = wb_json_load (path, &failure);
  if (node == NULL)
    {
      set_sentence (path, failure, error);
      return NULL;
    }

  root = wb_json_root (node, report);
  if (wb_json_is_object (&root))
    {
      if (wb_json_get_int (&root, "format", 1, G_MAXINT, 1, WB_JSON_REQUIRED) > WB_LEARNING_FILE_FORMAT)
        {
          g_autofree char *name = g_filename_display_basename (path);

          g_set_error (error, WB_ERROR, WB_ERROR_NEWER,
                       _("“%s” was written by a newer version of this program; nothing was changed."), name);
          return NULL;
        }
      if (g_strcmp0 (wb_json_get_text (&root, "holds", 40, WB_JSON_REQUIRED), HOLDS) != 0)
        wb_json_fault (&root, "holds", _("is not “%s”"), HOLDS);
      learners = read_learners (&root);
    }
  if (!wb_json_report_propagate (report, &failure))
    {
      set_sentence (path, failure, error);
      return NULL;
    }

  return g_steal_pointer (&learners);
}
