/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-block.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/* Room on paper for somebody with a pen. */

/* How @field is answered on paper: how many boxes are ticked, what a number is counted in. (nullable) (transfer full) */
char *wb_paper_room_describe    (const WbField *field);
/* Appends rows to fill in: a table of few columns; else a sheet for each row, with the label of each column beside its line, what can be chosen written
 * out, and several lines where much is to be written. @field has columns; @level is that of the headings of sheets. */
void  wb_paper_room_append_rows (WbBlock       *parent,
                                 const WbField *field,
                                 WbGuide       *guide,
                                 int            level);

G_END_DECLS
