/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-question.h"

G_BEGIN_DECLS

/* In a MATCH: nothing was put beside this left side yet. */
#define WB_RESPONSE_NONE G_MAXUINT

/**
 * WbResponse:
 *
 * What a learner gave as answer to a question. Immutable; counted.
 */
typedef struct _WbResponse WbResponse;

#define WB_TYPE_RESPONSE (wb_response_get_type ())
GType        wb_response_get_type    (void);

/* For choices (SINGLE, MULTIPLE, CASE): the indices of the options that were chosen. For ORDER: the indices of
 * @items in the order in which they were put. For MATCH: for each pair, the index of the pair whose right side was put
 * beside its left side, or WB_RESPONSE_NONE. @picks is copied; NULL when @n_picks is 0. (transfer full) */
WbResponse  *wb_response_new_picks   (const guint      *picks,
                                      guint             n_picks);
/* For NUMBER and TEXT: what was typed, as it was typed. (transfer full) */
WbResponse  *wb_response_new_typed   (const char       *text);
WbResponse  *wb_response_ref         (WbResponse       *self);
void         wb_response_unref       (WbResponse       *self);

/* (transfer none) (nullable) NULL when the response was typed, or when nothing was picked. */
const guint *wb_response_get_picks   (const WbResponse *self,
                                      guint            *n_picks);
/* (transfer none) (nullable) NULL when it was picked. */
const char  *wb_response_get_typed   (const WbResponse *self);
/* TRUE when the option, or item, @index is among the picks. */
gboolean     wb_response_has_pick    (const WbResponse *self,
                                      guint             index);

/* One line to keep it by: "0,2", "2,-,1", "=typed text". (transfer full) */
char        *wb_response_to_string   (const WbResponse *self) G_GNUC_WARN_UNUSED_RESULT;
/* Reads that line back. NULL when @text is none, or does not fit @question, because the question has changed since:
 * a choice that is not there, not every item exactly once, a typed text where one picks. (transfer full) (nullable) */
WbResponse  *wb_response_from_string (const WbQuestion *question,
                                      const char       *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbResponse, wb_response_unref)

G_END_DECLS
