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

/* What a block quote is that begins as callouts do, but only puts in place what stands in it. */
typedef enum
{
  WB_SHAPE_NONE,
  WB_SHAPE_COLUMNS, /* two columns, a thematic break between them */
  WB_SHAPE_AGENDA,  /* a table of time, what and, if it has three columns, who */
} WbMarkdownShape;

/* @node: a block quote. */
WbMarkdownShape wb_markdown_get_shape   (cmark_node   *node);
gboolean     wb_markdown_is_table       (cmark_node   *node);
/* The table of the agenda @node; NULL when it holds anything else. */
cmark_node  *wb_markdown_find_agenda    (cmark_node   *node);
/* TRUE when the code block @node is a figure by its info word. */
gboolean     wb_markdown_is_figure      (cmark_node   *node);

/* Most lines of one {{@lines}}, and most labels of one {{@sign}}. */
#define WB_MARKDOWN_MAX_LINES 40
#define WB_MARKDOWN_MAX_SIGNATURES 4

/* The labels of {{@sign A | B}}, trimmed; NULL-terminated. (transfer full) */
char       **wb_markdown_split_labels   (const char   *argument);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cmark_node, cmark_node_free)

G_END_DECLS
