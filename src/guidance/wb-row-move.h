/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"

G_BEGIN_DECLS

/* Puts the row @row of @field to @position (0 is the first; behind the last one when there are fewer), with all that stands in it. The row
 * is taken out and put in again, so whoever listens to @answers sees a row go and come. FALSE, and nothing happens, when there is no such row
 * or it stands there already. */
gboolean wb_row_move (WbAnswers  *answers,
                      const char *field,
                      const char *row,
                      guint       position);

G_END_DECLS
