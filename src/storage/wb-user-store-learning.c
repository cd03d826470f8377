/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-user-store-private.h"

#include "wb-finished-table.h"
#include "wb-learner-table.h"
#include "wb-meta-table.h"
#include "wb-trial-table.h"
#include "wb-user-schema.h"

#include <glib/gi18n-lib.h>

/* Who learns now, by number. */
static gint64
get_current (WbUserStore *self)
{
  g_autoptr (GHashTable) meta = wb_user_store_load_meta (self);
  const char *text = g_hash_table_lookup (meta, WB_USER_LEARNER);
  gint64 number;

  return text != NULL && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &number, NULL) ? number : WB_LEARNER_GUEST;
}

static gboolean
set_current (WbConnection  *connection,
             gint64         number,
             GError       **error)
{
  g_autofree char *text = number != WB_LEARNER_GUEST ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  return wb_meta_table_set (connection, WB_USER_LEARNER, text, error);
}

char **
wb_user_store_list_learners (WbUserStore *self)
{
  g_autoptr (GError) error = NULL;
  char **names;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  names = wb_learner_table_list (self->connection, &error);
  if (names == NULL)
    g_warning ("%s", error->message);

  return names != NULL ? names : g_new0 (char *, 1);
}

char *
wb_user_store_get_learner (WbUserStore *self)
{
  g_autoptr (GError) error = NULL;
  char *name;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  name = wb_learner_table_get_name (self->connection, get_current (self), &error);
  if (error != NULL)
    g_warning ("%s", error->message);

  return name != NULL ? name : g_strdup ("");
}

static gboolean
write_choice (WbConnection  *connection,
              gpointer       user_data,
              GError       **error)
{
  const char *name = user_data;
  gint64 number;

  return wb_learner_table_ensure (connection, name, &number, error) && set_current (connection, number, error);
}

gboolean
wb_user_store_choose_learner (WbUserStore  *self,
                              const char   *name,
                              GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (*name != '\0' && !wb_learner_check_name (name))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   _("A name has at least one letter or digit and at most %d characters."), WB_LEARNER_MAX_NAME);
      return FALSE;
    }

  return wb_user_store_tell_learning (self, wb_connection_transact (self->connection, write_choice, (char *) name,
                                                                    error));
}

static gboolean
set_unknown (const char  *name,
             GError     **error)
{
  g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("Nobody called “%s” learns here."), name);

  return FALSE;
}

typedef struct
{
  const char *name;
  gint64 current;
} Removal;

static gboolean
write_removal (WbConnection  *connection,
               gpointer       user_data,
               GError       **error)
{
  const Removal *removal = user_data;
  gint64 number;

  if (!wb_learner_table_find (connection, removal->name, &number, error))
    return FALSE;
  if (number == 0)
    return set_unknown (removal->name, error);

  return wb_trial_table_remove (connection, number, error) && wb_finished_table_remove (connection, number, error)
         && wb_learner_table_remove (connection, number, error)
         && (number != removal->current || set_current (connection, WB_LEARNER_GUEST, error));
}

gboolean
wb_user_store_delete_learner (WbUserStore  *self,
                              const char   *name,
                              GError      **error)
{
  Removal removal = { name, 0 };

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  removal.current = get_current (self);

  return wb_user_store_tell_learning (self, wb_connection_transact (self->connection, write_removal, &removal, error));
}

WbLearner *
wb_user_store_load_learner (WbUserStore  *self,
                            const char   *name,
                            GError      **error)
{
  g_autoptr (WbLearner) learner = NULL;
  g_autofree char *stored = NULL;
  gint64 number;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!wb_learner_table_find (self->connection, name, &number, error))
    return NULL;
  stored = number != 0 ? wb_learner_table_get_name (self->connection, number, error) : NULL;
  if (stored == NULL)
    {
      if (number == 0)
        set_unknown (name, error);
      return NULL;
    }

  learner = wb_learner_new (stored);
  if (!wb_trial_table_load (self->connection, number, learner, error)
      || !wb_finished_table_load (self->connection, number, learner, error))
    return NULL;

  return g_steal_pointer (&learner);
}

static gboolean
merge_learner (WbConnection  *connection,
               WbLearner     *learner,
               GError       **error)
{
  GPtrArray *trials = wb_learner_get_trials (learner);
  GPtrArray *finished = wb_learner_get_finished (learner);
  gint64 number;

  if (!wb_learner_table_ensure (connection, wb_learner_get_name (learner), &number, error))
    return FALSE;
  for (guint i = 0; i < trials->len; i++)
    {
      WbTrial *trial = g_ptr_array_index (trials, i);

      if (!wb_trial_table_find_time (connection, number, trial, error)
          || !wb_trial_table_add (connection, number, trial, error))
        return FALSE;
    }
  for (guint i = 0; i < finished->len; i++)
    if (!wb_finished_table_add (connection, number, g_ptr_array_index (finished, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
write_merge (WbConnection  *connection,
             gpointer       user_data,
             GError       **error)
{
  GPtrArray *learners = user_data;

  for (guint i = 0; i < learners->len; i++)
    if (!merge_learner (connection, g_ptr_array_index (learners, i), error))
      return FALSE;

  return TRUE;
}

gboolean
wb_user_store_merge_learners (WbUserStore  *self,
                              GPtrArray    *learners,
                              GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (learners != NULL, FALSE);

  return wb_user_store_tell_learning (self, wb_connection_transact (self->connection, write_merge, learners, error));
}

/* A write for the one who learns now; the parts that are not meant are NULL. */
typedef struct
{
  gint64 learner;
  WbTrial *trial;
  WbFinished *finished;
} Learning;

static gboolean
write_answer (WbConnection  *connection,
              gpointer       user_data,
              GError       **error)
{
  const Learning *learning = user_data;
  WbTrial *trial = learning->trial;
  g_autoptr (WbFinished) finished = NULL;

  if (!wb_trial_table_find_time (connection, learning->learner, trial, error)
      || !wb_trial_table_add (connection, learning->learner, trial, error))
    return FALSE;
  finished = wb_finished_table_get (connection, learning->learner, trial->lesson, NULL);

  return finished == NULL || wb_learner_table_set_course (connection, learning->learner, finished->course, error);
}

gboolean
wb_user_store_note_answer (WbUserStore  *self,
                           const char   *lesson,
                           const char   *question,
                           const char   *given,
                           gboolean      right,
                           gint64        time,
                           GError      **error)
{
  g_autoptr (WbTrial) trial = NULL;
  Learning learning = { 0, NULL, NULL };

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (lesson != NULL && question != NULL && given != NULL, FALSE);

  trial = wb_trial_new (lesson, question, given, right, time);
  learning.learner = get_current (self);
  learning.trial = trial;

  return wb_user_store_tell_learning (self, wb_connection_transact (self->connection, write_answer, &learning, error));
}

WbTrial *
wb_user_store_get_answer (WbUserStore *self,
                          const char  *lesson,
                          const char  *question)
{
  g_autoptr (GError) error = NULL;
  WbTrial *trial;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (lesson != NULL && question != NULL, NULL);

  trial = wb_trial_table_get (self->connection, get_current (self), lesson, question, &error);
  if (error != NULL)
    g_warning ("%s", error->message);

  return trial;
}

static gboolean
write_lesson_done (WbConnection  *connection,
                   gpointer       user_data,
                   GError       **error)
{
  const Learning *learning = user_data;

  return wb_finished_table_add (connection, learning->learner, learning->finished, error)
         && wb_learner_table_set_course (connection, learning->learner, learning->finished->course, error);
}

gboolean
wb_user_store_set_lesson_done (WbUserStore  *self,
                               const char   *course,
                               const char   *lesson,
                               gint64        time,
                               GError      **error)
{
  g_autoptr (WbFinished) finished = NULL;
  Learning learning = { 0, NULL, NULL };

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (course != NULL && lesson != NULL, FALSE);

  finished = wb_finished_new (lesson, course, time);
  learning.learner = get_current (self);
  learning.finished = finished;

  return wb_user_store_tell_learning (self, wb_connection_transact (self->connection, write_lesson_done, &learning,
                                                                    error));
}

gboolean
wb_user_store_get_lesson_done (WbUserStore *self,
                               const char  *lesson)
{
  g_autoptr (WbFinished) finished = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (lesson != NULL, FALSE);

  finished = wb_finished_table_get (self->connection, get_current (self), lesson, &error);
  if (error != NULL)
    g_warning ("%s", error->message);

  return finished != NULL;
}

gboolean
wb_user_store_note_course (WbUserStore  *self,
                           const char   *course,
                           GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (course != NULL, FALSE);

  return wb_user_store_tell_learning (self, wb_learner_table_set_course (self->connection, get_current (self), course,
                                                                         error));
}

char *
wb_user_store_get_last_course (WbUserStore *self)
{
  g_autoptr (GError) error = NULL;
  char *course;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  course = wb_learner_table_get_course (self->connection, get_current (self), &error);
  if (error != NULL)
    g_warning ("%s", error->message);

  return course;
}
