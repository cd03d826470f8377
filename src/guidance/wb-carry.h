/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/*
 * What goes from one project into another: people and roles into the next use case, the general part into a project that is made after the first
 * one as a template.
 */

/* A question whose answer goes over. */
typedef struct
{
  gboolean keep; /* whether it is proposed to go; the user may decide otherwise */

  /* Owned */
  char *field;
  char *label;
  char *step_title;
  char *summary; /* what the answer says, one short line */
} WbCarried;

void       wb_carried_free        (WbCarried  *self);

/* The people and roles of a project that @guide, the guide of another one, has a place for: persons, and tables of persons or with a column for names, under the
 * same id in both. Element-type WbCarried, all to be kept. (transfer full) */
GPtrArray *wb_carry_list_people   (WbGuide    *from,
                                   WbAnswers  *answers,
                                   WbGuide    *guide) G_GNUC_WARN_UNUSED_RESULT;
/* Puts the answers of those of @carried that are kept into @target: of tables the columns that both have, without days and without what is done.
 * Does not touch what @target answers already. */
void       wb_carry_people        (GPtrArray  *carried,
                                   WbGuide    *from,
                                   WbAnswers  *answers,
                                   WbGuide    *guide,
                                   WbAnswers  *target);
/* All answered questions of a project, in order; those about persons and days are not to be kept, nor what somebody has ticked. Element-type WbCarried. (transfer full) */
GPtrArray *wb_carry_list_template (WbGuide    *guide,
                                   WbAnswers  *answers) G_GNUC_WARN_UNUSED_RESULT;
/* Puts the answers of those of @carried that are kept into @target, of the same guide: of tables without days, and of the table of tasks only what is to be
 * done; of checklists only the notes. */
void       wb_carry_template      (GPtrArray  *carried,
                                   WbGuide    *guide,
                                   WbAnswers  *answers,
                                   WbAnswers  *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCarried, wb_carried_free)

G_END_DECLS
