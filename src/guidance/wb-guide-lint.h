/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"

G_BEGIN_DECLS

/* What cannot work in a guide although each part of it is right. @place as in the content: "phases[0].steps[1].fields[2]". */
typedef struct
{
  char *place;
  char *message;
} WbGuideFinding;

void       wb_guide_finding_free      (WbGuideFinding *self);

/* Tries all combinations of the answers that conditions ask about:
 *
 * - a step or question that none of them leads to, and a part of a condition that none of them fulfils;
 * - a condition that always holds, so that what stands beside it as “unless” is never shown;
 * - a step that can apply and then asks nothing that anybody could answer;
 * - checks of an answer that exclude one another, or the answer that a condition waits for;
 * - formulas, checks and people that name a question which is never asked together with the one that needs it.
 *
 * What has more combinations than can be tried is not judged. Array of WbGuideFinding, in the order of the guide. (transfer full) */
GPtrArray *wb_guide_lint              (WbGuide        *guide) G_GNUC_WARN_UNUSED_RESULT;

/* Whether some answers lead to both, both fields of @guide; TRUE where that cannot be tried. */
gboolean   wb_guide_lint_fields_meet  (WbGuide        *guide,
                                       const WbField  *field,
                                       const WbField  *other);
/* Whether some answers lead to @step and with them to the question @field, both of @guide; TRUE where that cannot be tried. */
gboolean   wb_guide_lint_step_meets   (WbGuide        *guide,
                                       const WbStep   *step,
                                       const WbField  *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbGuideFinding, wb_guide_finding_free)

G_END_DECLS
