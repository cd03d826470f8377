/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-json.h"
#include "wb-payload-reader.h"

G_BEGIN_DECLS

/*
 * The readers behind wb-payload-reader.h, for those who want all faults and not only the first: they go to the
 * report of @json. What comes back is then incomplete, but safe to look at. (transfer full) all.
 */
WbGuide          *wb_payload_read_guide           (const WbJson *json,
                                                   const char   *id,
                                                   const char   *title);
WbBarrier        *wb_payload_read_barrier         (const WbJson *json);
WbChecklist      *wb_payload_read_checklist       (const WbJson *json);
WbCircle         *wb_payload_read_circle          (const WbJson *json);
WbCourse         *wb_payload_read_course          (const WbJson *json);
WbDataModel      *wb_payload_read_data_model      (const WbJson *json);
WbInterface      *wb_payload_read_interface       (const WbJson *json);
WbLesson         *wb_payload_read_lesson          (const WbJson *json);
WbSolution       *wb_payload_read_solution        (const WbJson *json);
WbWorkshopFormat *wb_payload_read_workshop_format (const WbJson *json);
/* A list of lines as texts of their own, at least one when @flags say REQUIRED; faulty ones are left out. */
void              wb_payload_read_lines           (const WbJson *json,
                                                   const char   *key,
                                                   guint         max_length,
                                                   WbJsonFlags   flags,
                                                   GPtrArray    *lines);
/* @deck; @guide: (transfer full) (nullable); @also, nullable, gets the ids of further guides that use the template (char *). */
void         wb_payload_read_template  (const WbJson *json,
                                        gboolean     *deck,
                                        char        **guide,
                                        GPtrArray    *also);
/* The conditions of the field or step @json, "when" with "unless"; it may only name fields that @guide holds already. */
WbCondition *wb_payload_read_when      (const WbJson *json,
                                        WbGuide      *guide,
                                        char        **unless);
/* One field of a guide; NULL when it has no usable id or type, or the id is taken. */
WbField     *wb_payload_read_field     (const WbJson *json,
                                        WbGuide      *guide);
/* The member "formula" of a field, or of a column of @table (nullable); names must be known to @guide, or be columns that @table
 * has already. NULL with a fault otherwise. */
WbFormula   *wb_payload_read_formula   (const WbJson  *json,
                                        const WbField *table,
                                        WbGuide       *guide);
/* The member "council" of the guide @json, if there is one; the fields it names must be known to @guide. */
void         wb_payload_read_council   (const WbJson  *json,
                                        WbGuide       *guide);
/* The member "checks" of the field @json into @field, whose columns are known. */
void         wb_payload_read_checks    (const WbJson  *json,
                                        WbField       *field,
                                        WbGuide       *guide);

G_END_DECLS
