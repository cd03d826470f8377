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

void       wb_guide_finding_free (WbGuideFinding *self);

/* Tries all combinations of the answers that conditions ask about: a step or question that none of them leads to, and a step that can apply
 * and then asks nothing. What has more combinations than can be tried is not judged. Array of WbGuideFinding. (transfer full) */
GPtrArray *wb_guide_lint         (WbGuide        *guide) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbGuideFinding, wb_guide_finding_free)

G_END_DECLS
