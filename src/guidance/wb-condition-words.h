/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"

G_BEGIN_DECLS

/* @condition for people who fill in a form, as the rest of a sentence that begins with "only if": “Art” is “LED”, and “Orte” is answered.
 * (transfer full) */
char *wb_condition_to_words (const WbCondition *condition,
                             WbGuide           *guide) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
