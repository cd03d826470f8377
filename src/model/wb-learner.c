/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-learner.h"

#include "wb-fold.h"

struct _WbLearner
{
  GObject parent_instance;

  /* Owned */
  char *name;
  GPtrArray *trials;   /* WbTrial */
  GPtrArray *finished; /* WbFinished */
};

G_DEFINE_FINAL_TYPE (WbLearner, wb_learner, G_TYPE_OBJECT)

WbTrial *
wb_trial_new (const char *lesson,
              const char *question,
              const char *given,
              gboolean    right,
              gint64      time)
{
  WbTrial *trial = g_new0 (WbTrial, 1);

  trial->lesson = g_strdup (lesson);
  trial->question = g_strdup (question);
  trial->given = g_strdup (given);
  trial->right = right != FALSE;
  trial->time = time;

  return trial;
}

void
wb_trial_free (WbTrial *trial)
{
  if (trial == NULL)
    return;

  g_free (trial->lesson);
  g_free (trial->question);
  g_free (trial->given);
  g_free (trial);
}

WbFinished *
wb_finished_new (const char *lesson,
                 const char *course,
                 gint64      time)
{
  WbFinished *finished = g_new0 (WbFinished, 1);

  finished->lesson = g_strdup (lesson);
  finished->course = g_strdup (course);
  finished->time = time;

  return finished;
}

void
wb_finished_free (WbFinished *finished)
{
  if (finished == NULL)
    return;

  g_free (finished->lesson);
  g_free (finished->course);
  g_free (finished);
}

static void
wb_learner_finalize (GObject *object)
{
  WbLearner *self = WB_LEARNER (object);

  g_free (self->name);
  g_ptr_array_unref (self->trials);
  g_ptr_array_unref (self->finished);

  G_OBJECT_CLASS (wb_learner_parent_class)->finalize (object);
}

static void
wb_learner_class_init (WbLearnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_learner_finalize;
}

static void
wb_learner_init (WbLearner *self)
{
  self->trials = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_trial_free);
  self->finished = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_finished_free);
}

WbLearner *
wb_learner_new (const char *name)
{
  WbLearner *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (WB_TYPE_LEARNER, NULL);
  self->name = g_strdup (name);

  return self;
}

const char *
wb_learner_get_name (WbLearner *self)
{
  g_return_val_if_fail (WB_IS_LEARNER (self), NULL);

  return self->name;
}

void
wb_learner_add_trial (WbLearner *self,
                      WbTrial   *trial)
{
  g_return_if_fail (WB_IS_LEARNER (self));
  g_return_if_fail (trial != NULL);

  g_ptr_array_add (self->trials, trial);
}

void
wb_learner_add_finished (WbLearner  *self,
                         WbFinished *finished)
{
  g_return_if_fail (WB_IS_LEARNER (self));
  g_return_if_fail (finished != NULL);

  g_ptr_array_add (self->finished, finished);
}

GPtrArray *
wb_learner_get_trials (WbLearner *self)
{
  g_return_val_if_fail (WB_IS_LEARNER (self), NULL);

  return self->trials;
}

GPtrArray *
wb_learner_get_finished (WbLearner *self)
{
  g_return_val_if_fail (WB_IS_LEARNER (self), NULL);

  return self->finished;
}

const WbFinished *
wb_learner_find_finished (WbLearner  *self,
                          const char *lesson)
{
  g_return_val_if_fail (WB_IS_LEARNER (self), NULL);

  for (guint i = 0; i < self->finished->len; i++)
    {
      const WbFinished *finished = g_ptr_array_index (self->finished, i);

      if (g_str_equal (finished->lesson, lesson))
        return finished;
    }

  return NULL;
}

const WbTrial *
wb_learner_find_trial (WbLearner  *self,
                       const char *lesson,
                       const char *question)
{
  const WbTrial *latest = NULL;

  g_return_val_if_fail (WB_IS_LEARNER (self), NULL);

  for (guint i = 0; i < self->trials->len; i++)
    {
      const WbTrial *trial = g_ptr_array_index (self->trials, i);

      if (g_str_equal (trial->lesson, lesson) && g_str_equal (trial->question, question)
          && (latest == NULL || trial->time >= latest->time))
        latest = trial;
    }

  return latest;
}

char *
wb_learner_make_key (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return wb_fold_spelled (name);
}

gboolean
wb_learner_check_name (const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  if (!g_utf8_validate (name, -1, NULL) || g_utf8_strlen (name, -1) > WB_LEARNER_MAX_NAME)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  key = wb_learner_make_key (name);

  return *key != '\0';
}
