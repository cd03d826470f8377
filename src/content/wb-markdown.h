/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-block.h"

G_BEGIN_DECLS

/* Longest Markdown text that is read, in bytes, and deepest nesting that is kept. */
#define WB_MARKDOWN_MAX_BYTES (4 * 1024 * 1024)
#define WB_MARKDOWN_MAX_DEPTH 32

/* CommonMark with tables to a DOCUMENT block, with callouts, placeholders, slide breaks (a thematic break, when @deck) as
 * data/content/README.md describes. Raw HTML comes out as text. Never fails: what is too deep or too long is cut.
 * @text need not be valid UTF-8. (transfer full) */
WbBlock *wb_markdown_parse (const char *text,
                            gboolean    deck);

G_END_DECLS
