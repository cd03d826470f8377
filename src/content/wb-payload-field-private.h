/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-payload.h"

G_BEGIN_DECLS

/* Parts of a field that more than one kind of it has. Faults go to the report of @json. */

/* The condition @json is; it may only name fields that @guide holds already, and columns that @table (nullable), a group, does. (nullable) (transfer full) */
WbCondition *wb_payload_read_condition      (const WbJson  *json,
                                             WbGuide       *guide,
                                             const WbField *table);
/* Adds the "columns" of @json to @field. */
void         wb_payload_read_columns        (const WbJson *json,
                                             WbField      *field,
                                             WbGuide      *guide);
/* Adds the options in the list @key of @json to @column. */
void         wb_payload_read_column_options (const WbJson *json,
                                             const char   *key,
                                             WbColumn     *column);
/* What a table with a grid adds: choices, people, columns of the content, rules. */
void         wb_payload_read_grid           (const WbJson *json,
                                             WbGuide      *guide,
                                             WbField      *field);

G_END_DECLS
