/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-assessment.h"
#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbCheckView:
 *
 * The self-check, one statement at a time. Alone: a reply is chosen, and the next statement comes. As a group: whoever leads counts how
 * many give each reply, and sees the spread. Keys: 0 to 4 and W give a reply (with Shift a group takes one back), Backspace and Page Up go
 * back, Page Down goes on. Each reply is stored at once.
 *
 * Signal "finished": the last statement was left, or the button for it pressed.
 */
#define WB_TYPE_CHECK_VIEW (wb_check_view_get_type ())
G_DECLARE_FINAL_TYPE (WbCheckView, wb_check_view, WB, CHECK_VIEW, GtkWidget)

/* @barriers: WbDiagnosisBarrier; @assessment: a stored one, which takes the replies too. Begins at the first statement without reply. */
GtkWidget *wb_check_view_new          (WbServices   *services,
                                       GPtrArray    *barriers,
                                       WbAssessment *assessment);
/* Which statement is shown, from 0. */
guint      wb_check_view_get_position (WbCheckView  *self);
/* Gives (@step 1) or takes back (-1) a reply to the statement shown. */
void       wb_check_view_reply        (WbCheckView  *self,
                                       WbReply       reply,
                                       int           step);

G_END_DECLS
