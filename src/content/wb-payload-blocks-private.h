/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-block.h"
#include "wb-lesson.h"

G_BEGIN_DECLS

/* The parts behind wb-payload-blocks.h. */

/* An item of one paragraph; returns the paragraph. (transfer none) */
WbBlock *wb_payload_append_item     (WbBlock    *list,
                                     const char *text);
WbBlock *wb_payload_append_list     (WbBlock    *parent,
                                     gboolean    ordered);
/* A paragraph that begins with a strong @label; nothing when @text is NULL or empty. */
void     wb_payload_append_labelled (WbBlock    *parent,
                                     const char *label,
                                     const char *text);

/* Goal, exercise, questions to answer on paper, and their solutions. */
void     wb_payload_append_lesson   (WbBlock    *body,
                                     WbLesson   *lesson);

G_END_DECLS
