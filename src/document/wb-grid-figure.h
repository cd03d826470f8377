/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-field.h"
#include "wb-figure.h"

G_BEGIN_DECLS

/* What the rows of a table with a grid look like: stakeholders and risks in a square of 5 by 5 fields, milestones on a line.
 * Rows without both values, or without a day, are named in the alternative text and left out of the drawing.
 * NULL when the grid has no drawing, or nothing could be drawn. (transfer full) */
WbFigure *wb_grid_create_figure (const WbField *field,
                                 WbAnswers     *answers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
