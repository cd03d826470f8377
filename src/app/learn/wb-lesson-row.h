/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WbLessonRow:
 *
 * A lesson in the list of its learning path: its number, or a check mark once it is done; title and minutes.
 */
#define WB_TYPE_LESSON_ROW (wb_lesson_row_get_type ())
G_DECLARE_FINAL_TYPE (WbLessonRow, wb_lesson_row, WB, LESSON_ROW, GtkListBoxRow)

/* @number counts from 1; @minutes: 0 when not known. */
GtkWidget *wb_lesson_row_new    (guint        number,
                                 const char  *title,
                                 guint        minutes);
void       wb_lesson_row_update (WbLessonRow *self,
                                 gboolean     current,
                                 gboolean     done);

G_END_DECLS
