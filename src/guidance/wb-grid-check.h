/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/* Something a table should make people think about; it forbids nothing. */
typedef struct
{
  /* Owned; never NULL unless said */
  char *title;  /* what it is, one line */
  char *reason; /* why it matters */
  char *source; /* (nullable) what asks for it: a law, a study */
  char *target; /* (nullable) library entry that says more */
  char *fill;   /* (nullable) what a new row should be called to close the gap */
} WbFinding;

void       wb_finding_free        (WbFinding     *self);

/* What the rules of the guide find in @field, and what its grid asks of every row (a RACI task has somebody who does it and
 * exactly one who answers for it); in the order of the rules, then of the rows. Pure: nothing changes.
 * WbFinding; empty for a table without a grid, or one that is skipped. (transfer container) */
GPtrArray *wb_grid_list_findings  (const WbField *field,
                                   WbGuide       *guide,
                                   WbAnswers     *answers) G_GNUC_WARN_UNUSED_RESULT;

/* The value of a cell with a scale, WB_GRID_MIN to WB_GRID_MAX; 0 when there is none. */
int        wb_grid_get_strength   (const WbField *field,
                                   WbAnswers     *answers,
                                   const char    *row,
                                   const char    *column);
/* What people call the row: its first text, else the next one; "" when there is none. For stakeholders group, else name.
 * (transfer none), valid until the cell changes */
const char *wb_grid_get_row_name  (const WbField *field,
                                   WbAnswers     *answers,
                                   const char    *row);
/* "Influence 4 of 5, interest 2 of 5", "Likelihood 2 of 5, damage not rated". (transfer full) */
char      *wb_grid_describe_place (const WbField *field,
                                   WbAnswers     *answers,
                                   const char    *row);
/* How to deal with a stakeholder of this influence and interest: "Involve", "Win over", "Keep informed", "Keep an eye on";
 * 3 and more counts as much. NULL when one of them is 0. Static. */
const char *wb_grid_get_way       (int            influence,
                                   int            interest);
/* The rows of a risk matrix, the largest product of likelihood and damage first, those without one last; of milestones the
 * earliest first; of any other table in their order. NULL-terminated. (transfer container): g_free() it */
const char **wb_grid_list_rows    (const WbField *field,
                                   WbAnswers     *answers) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbFinding, wb_finding_free)

G_END_DECLS
