/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-barrier.h"
#include "wb-checklist.h"
#include "wb-circle.h"
#include "wb-course.h"
#include "wb-data-model.h"
#include "wb-guide.h"
#include "wb-interface.h"
#include "wb-item.h"
#include "wb-lesson.h"
#include "wb-solution.h"
#include "wb-workshop-format.h"

G_BEGIN_DECLS

/*
 * What a kind adds (WbItem's payload, JSON) as objects. Faults are WB_ERROR_INVALID and name the place as a path:
 * "phases[2].steps[0].fields[3].type: unknown type “txt”". (transfer full) all.
 */
WbGuide          *wb_guide_from_json           (const char  *id,
                                                const char  *title,
                                                const char  *json,
                                                GError     **error);
WbBarrier        *wb_barrier_from_json         (const char  *json,
                                                GError     **error);
WbChecklist      *wb_checklist_from_json       (const char  *json,
                                                GError     **error);
WbCircle         *wb_circle_from_json          (const char  *json,
                                                GError     **error);
WbCourse         *wb_course_from_json          (const char  *json,
                                                GError     **error);
WbDataModel      *wb_data_model_from_json      (const char  *json,
                                                GError     **error);
WbInterface      *wb_interface_from_json       (const char  *json,
                                                GError     **error);
WbLesson         *wb_lesson_from_json          (const char  *json,
                                                GError     **error);
WbSolution       *wb_solution_from_json        (const char  *json,
                                                GError     **error);
WbWorkshopFormat *wb_workshop_format_from_json (const char  *json,
                                                GError     **error);
/* The Table Schema of a data model's payload as JSON of several lines, its keys in the order of the content. (transfer full) */
char             *wb_data_model_schema_to_json (const char  *json,
                                                GError     **error);
/* For a template: TRUE when it is a deck; @guide gets the guide's id or NULL. (transfer full) */
gboolean          wb_template_from_json        (const char  *json,
                                                gboolean    *deck,
                                                char       **guide,
                                                GError     **error);
/* What stands in the place of the persons of a field when a text goes to others: field id → words; empty when the template says
 * nothing. (transfer full) */
GHashTable       *wb_template_roles_from_json  (const char  *json) G_GNUC_WARN_UNUSED_RESULT;
/* Whether what is made from the template goes to the council. */
gboolean          wb_template_is_for_council   (const char  *json);

G_END_DECLS
