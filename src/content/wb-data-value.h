/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "wb-data-model.h"

G_BEGIN_DECLS

/* Single values of a Table Schema as they stand in JSON: as themselves, or as the text that would stand in a file. */

/* TRUE when @node is a value of @type in the schema's default format: 12 or "12" for an integer, "2026-11-24" for a
 * date, "10.0, 53.5", [10.0, 53.5] or {"lon": 10.0, "lat": 53.5} for a geopoint. */
gboolean wb_data_value_fits    (JsonNode   *node,
                                WbDataType  type);
/* As it would stand in a file. (transfer full) */
char    *wb_data_value_to_text (JsonNode   *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
