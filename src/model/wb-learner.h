/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Longest name of a learner, in characters. */
#define WB_LEARNER_MAX_NAME 60

/* One answer that was given to a question, at one time. */
typedef struct
{
  gboolean right;
  gint64 time; /* Unix time, seconds; 0: not known */

  /* Owned */
  char *lesson;
  char *question;
  char *given; /* as wb_response_to_string() writes it */
} WbTrial;

/* A lesson that was finished. */
typedef struct
{
  gint64 time; /* Unix time, seconds, of the first time; 0: not known */

  /* Owned */
  char *lesson;
  char *course;
} WbFinished;

WbTrial    *wb_trial_new              (const char   *lesson,
                                       const char   *question,
                                       const char   *given,
                                       gboolean      right,
                                       gint64        time);
void        wb_trial_free             (WbTrial      *trial);
WbFinished *wb_finished_new           (const char   *lesson,
                                       const char   *course,
                                       gint64        time);
void        wb_finished_free          (WbFinished   *finished);

/**
 * WbLearner:
 *
 * A person who learns on this laptop, by a name or nickname of their own choice, with everything answered and finished.
 * The name "" is the guest: whoever gave no name.
 */
#define WB_TYPE_LEARNER (wb_learner_get_type ())
G_DECLARE_FINAL_TYPE (WbLearner, wb_learner, WB, LEARNER, GObject)

WbLearner  *wb_learner_new            (const char   *name);
const char *wb_learner_get_name       (WbLearner    *self);
/* Takes what is handed in. Trials are to come by lesson, question and time; the lists are shown as they were filled. */
void        wb_learner_add_trial      (WbLearner    *self,
                                       WbTrial      *trial);
void        wb_learner_add_finished   (WbLearner    *self,
                                       WbFinished   *finished);
/* Array of WbTrial; of WbFinished. (transfer none) */
GPtrArray  *wb_learner_get_trials     (WbLearner    *self);
GPtrArray  *wb_learner_get_finished   (WbLearner    *self);
/* NULL when @lesson is not finished. (transfer none) */
const WbFinished *wb_learner_find_finished (WbLearner  *self,
                                            const char *lesson);
/* The latest answer to a question; NULL when there is none. (transfer none) */
const WbTrial    *wb_learner_find_trial    (WbLearner  *self,
                                            const char *lesson,
                                            const char *question);

/* By which two spellings of a name are the same person: letter case, umlaut spelling, blanks and punctuation never matter. "" for the
 * guest, and for a name without letters and digits. (transfer full) */
char       *wb_learner_make_key       (const char   *name) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE when @name can be the name of somebody: one line with a letter or digit, not too long. */
gboolean    wb_learner_check_name     (const char   *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTrial, wb_trial_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbFinished, wb_finished_free)

G_END_DECLS
