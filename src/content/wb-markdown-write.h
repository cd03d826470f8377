/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-block.h"

G_BEGIN_DECLS

/* The inlines of @block as simple Markdown that wb_markdown_parse_typed() reads as the same: strong, emphasis, code, links,
 * placeholders, footnotes. A hard line break is a line break. (transfer full) */
char    *wb_markdown_write_inlines (const WbBlock *block) G_GNUC_WARN_UNUSED_RESULT;
/* What somebody typed: as wb_markdown_parse(), but each line break is one. (transfer full) */
WbBlock *wb_markdown_parse_typed   (const char    *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
