/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-edit.h"
#include "wb-slide.h"

G_BEGIN_DECLS

/**
 * WbProjectState:
 *
 * All that a project holds at one moment, as values with an address (target / field / row / column, see WbEdit), so that two
 * states can be laid side by side:
 *
 * - WB_EDIT_CELL: an answer, addressed as in WbAnswers
 * - WB_EDIT_ROW: "1" for each row of a table that is there
 * - WB_EDIT_SLIDE: deck / key / part, the part being "title", "body", "notes" (after a "=": a text that is empty is another thing than none),
 *   "hidden" ("1") or "level" (a number); for slides of the user's own, "1" at the part "" while they are there
 * - WB_EDIT_FACT: a fact about the project, its key being the field
 *
 * and the order of the rows of each table and of the slides of each deck. "" is the same as no value.
 */
typedef struct _WbProjectState WbProjectState;

/* A fact of this key and the token of a revision behind it: all up to that revision of another copy has been merged. Its value: how
 * many revisions, a tab, and the name of the copy. */
#define WB_STATE_MERGED "merged/"
/* The fact that is the title. */
#define WB_STATE_TITLE "title"

/* (transfer full) */
WbProjectState *wb_project_state_new         (void);
WbProjectState *wb_project_state_copy        (WbProjectState *self);
void            wb_project_state_free        (WbProjectState *self);

/* Never NULL. Valid until the value changes. */
const char     *wb_project_state_get         (WbProjectState *self,
                                              WbEditTarget    target,
                                              const char     *field,
                                              const char     *row,
                                              const char     *column);
/* @value: (nullable) */
void            wb_project_state_set         (WbProjectState *self,
                                              WbEditTarget    target,
                                              const char     *field,
                                              const char     *row,
                                              const char     *column,
                                              const char     *value);
/* The ids of the rows of a table, or the keys of the slides of a deck, in order; empty when there are none. (transfer none) */
GPtrArray      *wb_project_state_get_order   (WbProjectState *self,
                                              WbEditTarget    target,
                                              const char     *field);
/* @ids: (nullable) NULL for none; copied. */
void            wb_project_state_set_order   (WbProjectState *self,
                                              WbEditTarget    target,
                                              const char     *field,
                                              GPtrArray      *ids);
/* The tables and decks that have an order in @self, or in @other (nullable); element-type WbEdit, sorted. (transfer container) */
GPtrArray      *wb_project_state_list_orders (WbProjectState *self,
                                              WbProjectState *other) G_GNUC_WARN_UNUSED_RESULT;
/* What makes @after out of @before, orders left aside; element-type WbEdit, sorted by address. (transfer container) */
GPtrArray      *wb_project_state_compare     (WbProjectState *before,
                                              WbProjectState *after) G_GNUC_WARN_UNUSED_RESULT;
/* Whether both hold the same, in the same order. */
gboolean        wb_project_state_equal       (WbProjectState *self,
                                              WbProjectState *other);

/* Take over what a project's parts hold. @slides: WbSlide, the edits of @deck. */
void            wb_project_state_add_answers (WbProjectState *self,
                                              WbAnswers      *answers);
void            wb_project_state_add_deck    (WbProjectState *self,
                                              const char     *deck,
                                              GPtrArray      *slides);
/* The edits of @deck: WbSlide. (transfer container) */
GPtrArray      *wb_project_state_make_deck   (WbProjectState *self,
                                              const char     *deck) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbProjectState, wb_project_state_free)

G_END_DECLS
