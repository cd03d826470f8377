/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/* Where in a project the words were found. */
typedef struct
{
  /* Owned */
  char *field;
  char *label;      /* the question, or the step's title when it is the step that is called so */
  char *step_title;
  char *text;       /* what says it: an answer, a cell of a row, a note; "" when it is the question itself */
} WbProjectHit;

void       wb_project_hit_free (WbProjectHit *self);

/* Where all words of @query stand together, folded like in the search of the library (ä, ae and a are found by each other): in the titles of steps (the hit is their first question), in the questions and in the answers, cells, notes and
 * names below them, in the order of the guide; of steps that do not apply, too. At most @limit; element-type WbProjectHit. Nothing for an empty query. (transfer full) */
GPtrArray *wb_project_search   (WbGuide      *guide,
                                WbAnswers    *answers,
                                const char   *query,
                                guint         limit) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbProjectHit, wb_project_hit_free)

G_END_DECLS
