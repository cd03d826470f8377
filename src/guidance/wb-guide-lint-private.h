/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide-lint.h"

G_BEGIN_DECLS

/* Takes @place. */
void wb_guide_lint_report (GPtrArray     *findings,
                           char          *place,
                           const char    *format,
                           ...) G_GNUC_PRINTF (3, 4);

/* What @field compares and computes with. @place is that of the field. */
void wb_guide_lint_values (WbGuide       *guide,
                           const WbField *field,
                           const char    *place,
                           GPtrArray     *findings);

/* The answer that @condition, which is none of all, any and not, waits for must pass the checks of the question. @place is that of the condition. */
void wb_guide_lint_waited (WbGuide           *guide,
                           const WbCondition *condition,
                           const char        *place,
                           GPtrArray         *findings);

G_END_DECLS
