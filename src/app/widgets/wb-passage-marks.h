/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-block-widgets.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/**
 * WbPassageMarks:
 *
 * The passages that the user highlighted within the text of a WbBlockView: a tint and a line below. For WbBlockView only.
 */
typedef struct _WbPassageMarks WbPassageMarks;

/* Looks for @passages (WbPassage) in the labels of @widgets, which must outlive the marks. (transfer full) */
WbPassageMarks *wb_passage_marks_new      (GtkWidget            *view,
                                           const WbBlockWidgets *widgets,
                                           GPtrArray            *passages);
void            wb_passage_marks_free     (WbPassageMarks       *self);
void            wb_passage_marks_snapshot (WbPassageMarks       *self,
                                           GtkSnapshot          *snapshot);
/* The label that holds the passage @number; NULL when the text no longer has it. (transfer none) */
GtkWidget      *wb_passage_marks_find     (WbPassageMarks       *self,
                                           gint64                number);
/* What is selected in one of the labels, as a passage that is not stored yet; NULL when nothing is. (transfer full) */
WbPassage      *wb_passage_marks_quote    (const WbBlockWidgets *widgets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPassageMarks, wb_passage_marks_free)

G_END_DECLS
