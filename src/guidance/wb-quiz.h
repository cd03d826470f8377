/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-lesson.h"

G_BEGIN_DECLS

/* TRUE when exactly the right options of @question are chosen; @chosen has one entry for each option. */
gboolean wb_question_is_right (const WbQuestion *question,
                               const gboolean   *chosen);

G_END_DECLS
