/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"

G_BEGIN_DECLS

/* Guides for tests, written short. */

/* Adds a step to the last phase, which is made when there is none. (transfer none) */
WbStep      *wb_test_add_step  (WbGuide         *guide,
                                const char      *id,
                                WbCondition     *when);
/* Adds a field with its id as label. Takes @when. (transfer none) */
WbField     *wb_test_add_field (WbGuide         *guide,
                                WbStep          *step,
                                WbFieldType      type,
                                const char      *id,
                                WbCondition     *when);
WbCondition *wb_test_is        (const char      *field,
                                const char      *value);
WbCondition *wb_test_has       (const char      *field,
                                const char      *value);
WbCondition *wb_test_answered  (const char      *field);
/* Takes the parts; NULL ends them. */
WbCondition *wb_test_group     (WbConditionType  type,
                                ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
