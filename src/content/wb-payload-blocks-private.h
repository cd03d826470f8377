/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-barrier.h"
#include "wb-block.h"
#include "wb-circle.h"
#include "wb-data-model.h"
#include "wb-interface.h"
#include "wb-lesson.h"
#include "wb-library.h"
#include "wb-solution.h"
#include "wb-workshop-format.h"

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
/* Facts, material to tick, the run sheet with its times, and notes for the facilitator. */
void     wb_payload_append_workshop_format (WbBlock                *body,
                                            const WbWorkshopFormat *format);
/* The fields in plain words. */
void     wb_payload_append_data_model      (WbBlock                *body,
                                            const WbDataModel      *model);
void     wb_payload_append_interface       (WbBlock                *body,
                                            const WbInterface      *interface);
void     wb_payload_append_solution        (WbBlock                *body,
                                            const WbSolution       *solution);
/* Cell, statements, and what leads to and follows from the barrier @id; @library (nullable) knows the others. */
void     wb_payload_append_barrier         (WbBlock                *body,
                                            WbLibrary              *library,
                                            const char             *id,
                                            const WbBarrier        *barrier);
/* The ring as a figure named @title, as a list, and its levers. */
void     wb_payload_append_circle          (WbBlock                *body,
                                            WbLibrary              *library,
                                            const char             *title,
                                            const WbCircle         *circle);

G_END_DECLS
