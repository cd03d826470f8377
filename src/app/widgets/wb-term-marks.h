/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-block-widgets.h"
#include "wb-glossary.h"

G_BEGIN_DECLS

/**
 * WbTermMarks:
 *
 * The glossary's terms within the text of a WbBlockView: a dotted line below each, its definition as a tooltip, and a popover to
 * step through with the keyboard. A term is marked once in each section, never in headings, tables, links or code. For WbBlockView only.
 */
typedef struct _WbTermMarks WbTermMarks;

/* @view: borrowed, the parent of the popover. @own_id: (nullable) the term that is the text's own subject. @widgets must outlive
 * the marks. (transfer full) */
WbTermMarks *wb_term_marks_new           (GtkWidget            *view,
                                          const WbBlockWidgets *widgets,
                                          WbGlossary           *glossary,
                                          const char           *own_id);
/* Marks what @widgets, the same as before, have got since. */
void         wb_term_marks_extend        (WbTermMarks          *self,
                                          const WbBlockWidgets *widgets);
void         wb_term_marks_free          (WbTermMarks          *self);
guint        wb_term_marks_get_n         (WbTermMarks          *self);
/* Draws the lines. */
void         wb_term_marks_snapshot      (WbTermMarks          *self,
                                          GtkSnapshot          *snapshot);
/* Fills @tooltip for the term at @x, @y in the view; FALSE when there is none. */
gboolean     wb_term_marks_query_tooltip (WbTermMarks          *self,
                                          int                   x,
                                          int                   y,
                                          GtkTooltip           *tooltip);
/* Opens the popover at the next (@step 1) or previous (-1) term, at first the first one on screen. FALSE when there is none. */
gboolean     wb_term_marks_step          (WbTermMarks          *self,
                                          int                   step);
/* The id of the term the popover is open at; NULL while it is closed. */
const char  *wb_term_marks_get_current   (WbTermMarks          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTermMarks, wb_term_marks_free)

G_END_DECLS
