/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbLessonView:
 *
 * A learning path being worked through: its lessons at the side, one lesson's text and questions in the middle. Fills the
 * whole window; the back button activates "win.show-section" with "learn".
 *
 * A lesson counts as done when each of its questions was answered and the reader went on.
 */
#define WB_TYPE_LESSON_VIEW (wb_lesson_view_get_type ())
G_DECLARE_FINAL_TYPE (WbLessonView, wb_lesson_view, WB, LESSON_VIEW, AdwBin)

/* @id: a course (opens the first lesson that is not done) or one of its lessons. NULL with @error when it cannot be read. */
GtkWidget  *wb_lesson_view_new        (WbServices    *services,
                                       const char    *id,
                                       GError       **error);
const char *wb_lesson_view_get_lesson (WbLessonView  *self);

G_END_DECLS
