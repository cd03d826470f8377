/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-rules.h"

G_BEGIN_DECLS

typedef enum
{
  WB_STEP_OPEN,    /* nothing answered */
  WB_STEP_STARTED, /* something answered, something required or recommended still missing, or an answer that fails a check */
  WB_STEP_DONE,    /* every required and recommended field that applies is answered, at least one field is, and no check fails */
  WB_STEP_SKIPPED, /* does not apply */
} WbStepState;

/* Steps that apply, and how many of them are done. Skipped steps count in neither number. */
typedef struct
{
  guint done;
  guint total;
  guint skipped;
} WbProgress;

WbStepState   wb_step_get_state     (const WbStep  *step,
                                     WbGuide       *guide,
                                     WbAnswers     *answers);
WbProgress    wb_guide_get_progress (WbGuide       *guide,
                                     WbAnswers     *answers);
WbProgress    wb_phase_get_progress (const WbPhase *phase,
                                     WbGuide       *guide,
                                     WbAnswers     *answers);
/* The first step, in order, that applies and is not done; NULL when all are done. (nullable) */
const WbStep *wb_guide_get_next     (WbGuide       *guide,
                                     WbAnswers     *answers);
/* The next or previous step that applies, seen from @step (nullable: from the start); NULL at the end. */
const WbStep *wb_guide_step_after   (WbGuide       *guide,
                                     WbAnswers     *answers,
                                     const WbStep  *step);
const WbStep *wb_guide_step_before  (WbGuide       *guide,
                                     WbAnswers     *answers,
                                     const WbStep  *step);
/* Required fields that apply and have no answer: WbField. (transfer container) */
GPtrArray    *wb_guide_list_missing (WbGuide       *guide,
                                     WbAnswers     *answers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
