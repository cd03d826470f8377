/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-response.h"

G_BEGIN_DECLS

/**
 * WbAnswerPane:
 *
 * The means to answer a question: each sort of answer is a subclass in a file of its own. The pane knows nothing of who
 * answers, nor whether the question counts.
 *
 * Property "question" (construct only). Signals: "changed", whenever the answer is another; "submitted", when Enter says that it is given.
 */
#define WB_TYPE_ANSWER_PANE (wb_answer_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (WbAnswerPane, wb_answer_pane, WB, ANSWER_PANE, GtkWidget)

struct _WbAnswerPaneClass
{
  GtkWidgetClass parent_class;

  /* What is given now. (transfer full) */
  WbResponse *(*get_response) (WbAnswerPane *self);
  /* Gives this answer, one that fits the question. */
  void        (*set_response) (WbAnswerPane *self,
                               WbResponse   *response);
  /* Shows what is right in @response, the answer given, and what is not; nothing can be changed now. NULL: open again. */
  void        (*show_result)  (WbAnswerPane *self,
                               WbResponse   *response);
};

/* The pane for @question's type. (transfer floating) */
GtkWidget        *wb_answer_pane_new          (WbQuestion   *question);
const WbQuestion *wb_answer_pane_get_question (WbAnswerPane *self);
WbResponse       *wb_answer_pane_get_response (WbAnswerPane *self) G_GNUC_WARN_UNUSED_RESULT;
void              wb_answer_pane_set_response (WbAnswerPane *self,
                                               WbResponse   *response);
/* @response: (nullable) */
void              wb_answer_pane_show_result  (WbAnswerPane *self,
                                               WbResponse   *response);

/* For subclasses: tell the signals. */
void              wb_answer_pane_tell_changed (WbAnswerPane *self);
void              wb_answer_pane_submit       (WbAnswerPane *self);
/* Keeps @control as it is and readable: one that is insensitive would be too pale for text that matters now. */
void              wb_answer_pane_lock         (GtkWidget    *control,
                                               gboolean      locked);
/* A chip "Right" or "Not right", or another word. (transfer floating) */
GtkWidget        *wb_answer_pane_make_chip    (gboolean      right,
                                               const char   *word);

G_END_DECLS
