/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cmark-gfm.h>

#include "wb-markdown.h"

G_BEGIN_DECLS

/* What a placeholder alone in a paragraph stands for. */
typedef enum
{
  WB_DIRECTIVE_NONE,
  WB_DIRECTIVE_LINES,
  WB_DIRECTIVE_SIGN,
  WB_DIRECTIVE_PAGE_BREAK,
  WB_DIRECTIVE_CONTENTS,
  WB_DIRECTIVE_NUMBER,
  WB_DIRECTIVE_QUESTION,
} WbDirective;

/* The tree as cmark sees it, adjacent texts joined; cut to WB_MARKDOWN_MAX_BYTES. Freed with cmark_node_free(). */
cmark_node  *wb_markdown_parse_nodes    (const char   *text);
/* The inside of the next {{…}} in @text from *@offset on: its begin in @start, its text in @name (transfer full), and
 * *@offset behind it. FALSE when there is none. Names hold no braces and no line breaks. */
gboolean     wb_markdown_next_placeholder (const char  *text,
                                           gsize       *offset,
                                           gsize       *start,
                                           char       **name);
/* @node: a paragraph. @argument gets what follows the name, "3" or "A | B". (transfer full) */
WbDirective  wb_markdown_get_directive  (cmark_node   *node,
                                         char        **argument);
/* TRUE when the block quote @node is a callout; *@known tells whether there is such a kind; @name: as written. (transfer full) */
gboolean     wb_markdown_get_callout    (cmark_node   *node,
                                         gboolean     *known,
                                         WbCallout    *callout,
                                         char        **name);

/* TRUE when the code block @node is a figure by its info word. */
gboolean     wb_markdown_is_figure      (cmark_node   *node);

/* Most lines of one {{@lines}}, and most labels of one {{@sign}}. */
#define WB_MARKDOWN_MAX_LINES 40
#define WB_MARKDOWN_MAX_SIGNATURES 4

/* The labels of {{@sign A | B}}, trimmed; NULL-terminated. (transfer full) */
char       **wb_markdown_split_labels   (const char   *argument);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cmark_node, cmark_node_free)

G_END_DECLS
