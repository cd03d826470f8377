/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/**
 * WbGuideTrial:
 *
 * Tries the answers that conditions of a guide ask about, in all combinations, on answers of its own: what is asked for is gathered first,
 * with everything that in turn decides whether that is asked.
 */
typedef struct _WbGuideTrial WbGuideTrial;

/* Looks at one combination; TRUE ends the trial. */
typedef gboolean (*WbGuideTrialFunc) (WbGuide   *guide,
                                      WbAnswers *answers,
                                      gpointer   user_data);

/* @guide is borrowed. (transfer full) */
WbGuideTrial *wb_guide_trial_new           (WbGuide           *guide);
void          wb_guide_trial_free          (WbGuideTrial      *self);
/* The row that conditions inside of groups are tried in. */
#define WB_GUIDE_TRIAL_ROW "1"

/* @condition: (nullable) */
void          wb_guide_trial_add_condition (WbGuideTrial      *self,
                                            const WbCondition *condition);
/* What decides whether @step, or @field with its step, is asked. */
void          wb_guide_trial_add_step      (WbGuideTrial      *self,
                                            const WbStep      *step);
void          wb_guide_trial_add_field     (WbGuideTrial      *self,
                                            const WbField     *field);
/* Whether @func returns TRUE for some combination; @unknown when there are more than can be tried. Once for each trial. */
gboolean      wb_guide_trial_find          (WbGuideTrial      *self,
                                            WbGuideTrialFunc   func,
                                            gpointer           user_data,
                                            gboolean           unknown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbGuideTrial, wb_guide_trial_free)

G_END_DECLS
