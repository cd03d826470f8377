/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-checklist.h"
#include "wb-course.h"
#include "wb-guide.h"
#include "wb-item.h"
#include "wb-lesson.h"

G_BEGIN_DECLS

/*
 * What a kind adds (WbItem's payload, JSON) as objects. Faults are WB_ERROR_INVALID and name the place as a path:
 * "phases[2].steps[0].fields[3].type: unknown type “txt”". (transfer full) all.
 */
WbGuide     *wb_guide_from_json     (const char  *id,
                                     const char  *title,
                                     const char  *json,
                                     GError     **error);
WbChecklist *wb_checklist_from_json (const char  *json,
                                     GError     **error);
WbLesson    *wb_lesson_from_json    (const char  *json,
                                     GError     **error);
WbCourse    *wb_course_from_json    (const char  *json,
                                     GError     **error);
/* For a template: TRUE when it is a deck; @guide gets the guide's id or NULL. (transfer full) */
gboolean     wb_template_from_json  (const char  *json,
                                     gboolean    *deck,
                                     char       **guide,
                                     GError     **error);

G_END_DECLS
