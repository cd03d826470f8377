/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-markdown-private.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

#include "wb-figure-reader.h"

/* cmark keeps one table of extensions for the whole program. */
static cmark_syntax_extension *
get_table_extension (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      cmark_gfm_core_extensions_ensure_registered ();
      g_once_init_leave (&ready, 1);
    }

  return cmark_find_syntax_extension ("table");
}

static gsize
bounded_length (const char *text)
{
  gsize length = strlen (text);

  if (length <= WB_MARKDOWN_MAX_BYTES)
    return length;

  /* Not in the middle of a character. */
  length = WB_MARKDOWN_MAX_BYTES;
  while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
    length--;

  return length;
}

cmark_node *
wb_markdown_parse_nodes (const char *text)
{
  cmark_parser *parser = cmark_parser_new (CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES);
  cmark_node *document;

  cmark_parser_attach_syntax_extension (parser, get_table_extension ());
  cmark_parser_feed (parser, text, bounded_length (text));
  document = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  cmark_consolidate_text_nodes (document);

  return document;
}

/* Length of what may stand inside of {{…}}. */
static gsize
name_length (const char *text)
{
  const char *p = text;

  while (*p != '\0' && *p != '{' && *p != '}' && *p != '\n')
    p++;

  return p - text;
}

gboolean
wb_markdown_next_placeholder (const char  *text,
                              gsize       *offset,
                              gsize       *start,
                              char       **name)
{
  for (const char *open = text + *offset; *open != '\0'; open++)
    {
      gsize length;

      if (open[0] != '{' || open[1] != '{')
        continue;
      length = name_length (open + 2);
      if (length > 0 && open[2 + length] == '}' && open[3 + length] == '}')
        {
          *start = open - text;
          *offset = *start + length + 4;
          *name = g_strstrip (g_strndup (open + 2, length));
          return TRUE;
        }
    }

  return FALSE;
}

WbDirective
wb_markdown_get_directive (cmark_node  *node,
                           char       **argument)
{
  static const struct
  {
    const char *name;
    WbDirective directive;
  } directives[] = {
    { "@lines", WB_DIRECTIVE_LINES },
    { "@sign", WB_DIRECTIVE_SIGN },
    { "@pagebreak", WB_DIRECTIVE_PAGE_BREAK },
    { "@contents", WB_DIRECTIVE_CONTENTS },
    { "@number", WB_DIRECTIVE_NUMBER },
    { "@question", WB_DIRECTIVE_QUESTION },
  };
  cmark_node *child = cmark_node_first_child (node);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize offset = 0, start;

  *argument = NULL;
  if (child == NULL || cmark_node_next (child) != NULL || cmark_node_get_type (child) != CMARK_NODE_TEXT)
    return WB_DIRECTIVE_NONE;

  text = g_strstrip (g_strdup (cmark_node_get_literal (child)));
  if (!wb_markdown_next_placeholder (text, &offset, &start, &name) || start != 0 || text[offset] != '\0')
    return WB_DIRECTIVE_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (directives); i++)
    {
      gsize length = strlen (directives[i].name);

      if (strncmp (name, directives[i].name, length) == 0 && (name[length] == '\0' || name[length] == ' '))
        {
          *argument = g_strstrip (g_strdup (name + length));
          return directives[i].directive;
        }
    }

  return WB_DIRECTIVE_NONE;
}

gboolean
wb_markdown_get_callout (cmark_node  *node,
                         gboolean    *known,
                         WbCallout   *callout,
                         char       **name)
{
  static const struct
  {
    const char *name;
    WbCallout callout;
  } callouts[] = {
    { "NOTE", WB_CALLOUT_NOTE },       { "TIP", WB_CALLOUT_TIP },     { "WARNING", WB_CALLOUT_WARNING },
    { "EXAMPLE", WB_CALLOUT_EXAMPLE }, { "NOTES", WB_CALLOUT_NOTES },
  };
  cmark_node *first = cmark_node_first_child (node);
  cmark_node *run, *after;
  const char *text;
  gsize length;

  if (first == NULL || cmark_node_get_type (first) != CMARK_NODE_PARAGRAPH)
    return FALSE;
  run = cmark_node_first_child (first);
  if (run == NULL || cmark_node_get_type (run) != CMARK_NODE_TEXT)
    return FALSE;
  after = cmark_node_next (run);
  if (after != NULL && cmark_node_get_type (after) != CMARK_NODE_SOFTBREAK
      && cmark_node_get_type (after) != CMARK_NODE_LINEBREAK)
    return FALSE;

  text = cmark_node_get_literal (run);
  length = strlen (text);
  if (length < 4 || !g_str_has_prefix (text, "[!") || text[length - 1] != ']'
      || strspn (text + 2, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != length - 3)
    return FALSE;

  *known = FALSE;
  *name = g_strndup (text + 2, length - 3);
  for (guint i = 0; i < G_N_ELEMENTS (callouts); i++)
    if (g_str_equal (*name, callouts[i].name))
      {
        *known = TRUE;
        *callout = callouts[i].callout;
      }

  return TRUE;
}

WbMarkdownShape
wb_markdown_get_shape (cmark_node *node)
{
  static const struct
  {
    const char *name;
    WbMarkdownShape shape;
  } shapes[] = { { "COLUMNS", WB_SHAPE_COLUMNS }, { "AGENDA", WB_SHAPE_AGENDA } };
  g_autofree char *name = NULL;
  gboolean known = FALSE;
  WbCallout callout;

  if (!wb_markdown_get_callout (node, &known, &callout, &name) || known)
    return WB_SHAPE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_equal (name, shapes[i].name))
      return shapes[i].shape;

  return WB_SHAPE_NONE;
}

gboolean
wb_markdown_is_table (cmark_node *node)
{
  return g_str_equal (cmark_node_get_type_string (node), "table");
}

cmark_node *
wb_markdown_find_agenda (cmark_node *node)
{
  cmark_node *table = cmark_node_next (cmark_node_first_child (node));
  guint n_columns;

  if (table == NULL || cmark_node_next (table) != NULL || !wb_markdown_is_table (table))
    return NULL;
  n_columns = cmark_gfm_extensions_get_table_columns (table);

  return n_columns == 2 || n_columns == 3 ? table : NULL;
}

char **
wb_markdown_split_labels (const char *argument)
{
  char **labels = g_strsplit (argument, "|", WB_MARKDOWN_MAX_SIGNATURES);

  for (guint i = 0; labels[i] != NULL; i++)
    g_strstrip (labels[i]);

  return labels;
}

gboolean
wb_markdown_is_figure (cmark_node *node)
{
  const char *info;

  g_return_val_if_fail (node != NULL, FALSE);

  if (cmark_node_get_type (node) != CMARK_NODE_CODE_BLOCK)
    return FALSE;
  info = cmark_node_get_fence_info (node);

  return info != NULL && g_str_equal (info, WB_FIGURE_INFO);
}
