/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-figure.h"
#include "wb-json.h"

G_BEGIN_DECLS

/* The info word of a fenced code block that holds a figure. */
#define WB_FIGURE_INFO "figure"

/* The figure that @json describes; data/content/README.md says how. Faults go to its report; NULL when there is one.
 * (transfer full) (nullable) */
WbFigure *wb_figure_read      (const WbJson  *json);
/* The same for the text of a code block. WB_ERROR_INVALID with the first fault. (transfer full) */
WbFigure *wb_figure_from_json (const char    *text,
                               GError       **error);

G_END_DECLS
