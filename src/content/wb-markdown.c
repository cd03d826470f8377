/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>
#include <string.h>

#include "wb-figure-reader.h"
#include "wb-markdown-private.h"

/* Inlines on their way into a block: texts of one look are collected before they are handed over. */
typedef struct
{
  WbBlock *block;
  GString *text;
  guint strong;
  guint emphasis;
  GPtrArray *targets; /* borrowed; NULL entries for links that lead nowhere */
  GPtrArray *notes;   /* (nullable) */
} InlineWriter;

/* What is known of the text that is read. */
typedef struct
{
  gboolean deck;
  GPtrArray *notes; /* WbBlock: the footnotes, as they are numbered */
} Reader;

static void append_children (WbBlock    *parent,
                             cmark_node *node,
                             const Reader *reader,
                             guint       depth);

static WbInlineFlags
current_flags (const InlineWriter *writer)
{
  return (writer->strong > 0 ? WB_INLINE_STRONG : 0) | (writer->emphasis > 0 ? WB_INLINE_EMPHASIS : 0);
}

static const char *
current_target (const InlineWriter *writer)
{
  return writer->targets->len > 0 ? g_ptr_array_index (writer->targets, writer->targets->len - 1) : NULL;
}

static void
flush (InlineWriter *writer)
{
  if (writer->text->len > 0)
    wb_block_append_text (writer->block, writer->text->str, current_flags (writer), current_target (writer));
  g_string_truncate (writer->text, 0);
}

static void
write_special (InlineWriter  *writer,
               const char    *text,
               WbInlineFlags  flags)
{
  flush (writer);
  wb_block_append_text (writer->block, text, current_flags (writer) | flags, current_target (writer));
}

static void
write_text (InlineWriter *writer,
            const char   *text)
{
  gsize done = 0, offset = 0, start;
  char *name = NULL;

  while (wb_markdown_next_placeholder (text, &offset, &start, &name))
    {
      g_string_append_len (writer->text, text + done, start - done);
      write_special (writer, name, WB_INLINE_PLACEHOLDER);
      g_free (name);
      done = offset;
    }
  g_string_append (writer->text, text + done);
}

/* Other schemes may be anything; their text stays, the link goes. */
static const char *
safe_target (const char *url)
{
  static const char *const schemes[] = { "wb:", "https://", "http://", "mailto:" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_has_prefix (url, schemes[i]))
      return url;

  return NULL;
}

/* cmark has put the number of the footnote in the place of its name. */
static void
write_note (InlineWriter *writer,
            const char   *number)
{
  const guint n = number != NULL ? (guint) atoi (number) : 0;

  if (writer->notes != NULL && n > 0 && n <= writer->notes->len)
    wb_block_append_footnote (writer->block, wb_block_ref (g_ptr_array_index (writer->notes, n - 1)));
}

static void
write_enter (InlineWriter *writer,
             cmark_node   *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      write_text (writer, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (writer->text, ' ');
      break;
    case CMARK_NODE_LINEBREAK:
      flush (writer);
      wb_block_append_text (writer->block, NULL, WB_INLINE_BREAK, NULL);
      break;
    case CMARK_NODE_CODE:
      write_special (writer, cmark_node_get_literal (node), WB_INLINE_CODE);
      break;
    case CMARK_NODE_HTML_INLINE:
      g_string_append (writer->text, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      flush (writer);
      write_note (writer, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_STRONG:
      flush (writer);
      writer->strong++;
      break;
    case CMARK_NODE_EMPH:
      flush (writer);
      writer->emphasis++;
      break;
    case CMARK_NODE_LINK:
      flush (writer);
      g_ptr_array_add (writer->targets, (gpointer) safe_target (cmark_node_get_url (node)));
      break;
    default:
      break;
    }
}

static void
write_leave (InlineWriter *writer,
             cmark_node   *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_STRONG:
      flush (writer);
      writer->strong--;
      break;
    case CMARK_NODE_EMPH:
      flush (writer);
      writer->emphasis--;
      break;
    case CMARK_NODE_LINK:
      flush (writer);
      g_ptr_array_set_size (writer->targets, writer->targets->len - 1);
      break;
    default:
      break;
    }
}

/* The inlines from @first on. By iterator, not by recursion: they may be nested as deep as the text is long. */
static void
append_inlines (WbBlock    *block,
                cmark_node *first,
                GPtrArray  *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();
  InlineWriter writer = { block, text, 0, 0, targets, notes };

  for (cmark_node *child = first; child != NULL; child = cmark_node_next (child))
    {
      cmark_iter *iter = cmark_iter_new (child);
      cmark_event_type event;

      while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
        if (event == CMARK_EVENT_ENTER)
          write_enter (&writer, cmark_iter_get_node (iter));
        else
          write_leave (&writer, cmark_iter_get_node (iter));
      cmark_iter_free (iter);
    }
  flush (&writer);
}

static void
append_literal (WbBlock     *parent,
                WbBlockType  type,
                const char  *literal)
{
  g_autofree char *text = g_strdup (literal);

  g_strchomp (text);
  wb_block_append_text (wb_block_append (parent, wb_block_new (type)), text, 0, NULL);
}

/* A figure that cannot be read stays what it is: code. */
static void
append_code (WbBlock    *parent,
             cmark_node *node)
{
  g_autoptr (WbFigure) figure = NULL;

  if (wb_markdown_is_figure (node))
    figure = wb_figure_from_json (cmark_node_get_literal (node), NULL);
  if (figure != NULL)
    wb_block_append (parent, wb_figure_create_block (figure));
  else
    append_literal (parent, WB_BLOCK_CODE, cmark_node_get_literal (node));
}

/* "=field" stands for the answer. */
static void
append_number (WbBlock    *parent,
               const char *number,
               const char *note)
{
  WbBlock *block;

  if (*number != '=')
    {
      wb_block_append_number (parent, number, note);
      return;
    }
  block = wb_block_append (parent, wb_block_new (WB_BLOCK_NUMBER));
  wb_block_append_text (block, number + 1, WB_INLINE_PLACEHOLDER, NULL);
  block->note = g_strdup (note);
}

static gboolean
append_directive (WbBlock    *parent,
                  cmark_node *node)
{
  g_autofree char *argument = NULL;
  g_auto (GStrv) labels = NULL;
  WbBlock *block;

  switch (wb_markdown_get_directive (node, &argument))
    {
    case WB_DIRECTIVE_LINES:
      block = wb_block_append (parent, wb_block_new (WB_BLOCK_LINES));
      block->lines = (guint) CLAMP (atoi (argument), 1, WB_MARKDOWN_MAX_LINES);
      return TRUE;
    case WB_DIRECTIVE_SIGN:
      block = wb_block_append (parent, wb_block_new (WB_BLOCK_SIGNATURES));
      labels = wb_markdown_split_labels (argument);
      for (guint i = 0; labels[i] != NULL; i++)
        wb_block_append_paragraph (wb_block_append (block, wb_block_new (WB_BLOCK_ITEM)), labels[i]);
      return TRUE;
    case WB_DIRECTIVE_PAGE_BREAK:
      wb_block_append (parent, wb_block_new (WB_BLOCK_PAGE_BREAK));
      return TRUE;
    case WB_DIRECTIVE_CONTENTS:
      wb_block_append_contents (parent, CLAMP (*argument != '\0' ? atoi (argument) : 3, 1, 4));
      return TRUE;
    case WB_DIRECTIVE_NUMBER:
      labels = wb_markdown_split_labels (argument);
      append_number (parent, labels[0] != NULL ? labels[0] : "", labels[0] != NULL ? labels[1] : NULL);
      return TRUE;
    case WB_DIRECTIVE_QUESTION:
      labels = wb_markdown_split_labels (argument);
      wb_block_append_question (parent, labels[0] != NULL ? labels[0] : "", labels[0] != NULL ? labels[1] : NULL);
      return TRUE;
    case WB_DIRECTIVE_NONE:
    default:
      return FALSE;
    }
}

static void
append_paragraph (WbBlock      *parent,
                  cmark_node   *node,
                  const Reader *reader)
{
  WbBlock *paragraph;

  if (append_directive (parent, node))
    return;

  paragraph = wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH));
  append_inlines (paragraph, cmark_node_first_child (node), reader->notes);
}

static void
append_list (WbBlock    *parent,
             cmark_node *node,
             const Reader *reader,
             guint       depth)
{
  WbBlock *list = wb_block_append (parent, wb_block_new (WB_BLOCK_LIST));

  list->ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
  list->start = cmark_node_get_list_start (node);
  for (cmark_node *item = cmark_node_first_child (node); item != NULL; item = cmark_node_next (item))
    append_children (wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), item, reader, depth + 1);
}

/* A row of an agenda: each place is a cell. */
static void
append_plain_row (WbBlock      *agenda,
                  cmark_node   *row,
                  const Reader *reader)
{
  WbBlock *line = wb_block_append (agenda, wb_block_new (WB_BLOCK_ROW));

  for (cmark_node *cell = cmark_node_first_child (row); cell != NULL; cell = cmark_node_next (cell))
    append_inlines (wb_block_append (line, wb_block_new (WB_BLOCK_CELL)), cmark_node_first_child (cell), reader->notes);
}

/* Whether @cell holds only @sign. */
static gboolean
is_sign (cmark_node *cell,
         const char *sign)
{
  cmark_node *text = cell != NULL ? cmark_node_first_child (cell) : NULL;

  return text != NULL && cmark_node_next (text) == NULL && cmark_node_get_type (text) == CMARK_NODE_TEXT &&
         g_str_equal (cmark_node_get_literal (text), sign);
}

static gboolean
goes_on (cmark_node *cell)
{
  return is_sign (cell, "<") || is_sign (cell, "^");
}

/* Whether @cell, the first place below @above, and those behind it say that @above reaches down over all of them. */
static gboolean
reaches_down (const WbBlock *above,
              cmark_node    *cell)
{
  if (above == NULL || !is_sign (cell, "^"))
    return FALSE;

  for (guint i = 1; i < above->columns; i++)
    {
      cell = cmark_node_next (cell);
      if (!goes_on (cell))
        return FALSE;
    }

  return TRUE;
}

/* @above: of the row before, by column: the cells that begin there; it becomes that of this row. */
static void
append_row (WbBlock      *table,
            cmark_node   *row,
            WbBlock     **above,
            const Reader *reader)
{
  WbBlock *line = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  cmark_node *cell = cmark_node_first_child (row);
  /* What is below the head does not belong to it. */
  const gboolean is_head = table->children->len <= table->header_rows;
  const gboolean is_first = is_head || table->children->len == table->header_rows + 1;

  for (guint column = 0; cell != NULL && column < table->aligns->len;)
    {
      WbBlock *owner = above[column];
      const guint start = column;

      if (!is_first && reaches_down (owner, cell))
        {
          owner->rows++;
          for (; column < start + owner->columns; column++)
            cell = cmark_node_next (cell);
        }
      else
        {
          owner = wb_block_append (line, wb_block_new (WB_BLOCK_CELL));
          owner->rows = 1;
          append_inlines (owner, cmark_node_first_child (cell), reader->notes);
          do
            {
              cell = cmark_node_next (cell);
              column++;
            }
          while (column < table->aligns->len && is_sign (cell, "<"));
          owner->columns = column - start;
        }
      above[start] = owner;
      for (guint i = start + 1; i < column; i++)
        above[i] = NULL;
    }

  /* A row in which nothing begins is none. */
  if (line->children->len > 0)
    return;
  for (guint i = 0; i < table->aligns->len; i++)
    if (above[i] != NULL)
      above[i]->rows--;
  g_ptr_array_remove_index (table->children, table->children->len - 1);
}

static void
append_table (WbBlock      *parent,
              cmark_node   *node,
              const Reader *reader)
{
  WbBlock *table = wb_block_append (parent, wb_block_new (WB_BLOCK_TABLE));
  guint n_columns = cmark_gfm_extensions_get_table_columns (node);
  const guint8 *aligns = cmark_gfm_extensions_get_table_alignments (node);
  g_autofree WbBlock **above = g_new0 (WbBlock *, n_columns);

  table->header_rows = 1;
  for (guint i = 0; i < n_columns; i++)
    {
      WbAlign align = aligns[i] == 'c' ? WB_ALIGN_CENTER : aligns[i] == 'r' ? WB_ALIGN_END : WB_ALIGN_START;

      g_array_append_val (table->aligns, align);
    }

  for (cmark_node *row = cmark_node_first_child (node); row != NULL; row = cmark_node_next (row))
    append_row (table, row, above, reader);
}

/* The first line of a callout names its kind and is not shown. */
static void
append_callout (WbBlock    *parent,
                cmark_node *node,
                WbCallout   kind,
                const Reader *reader,
                guint       depth)
{
  WbBlock *callout = wb_block_append (parent, wb_block_new (WB_BLOCK_CALLOUT));
  cmark_node *first = cmark_node_first_child (node);
  cmark_node *end_of_line = cmark_node_next (cmark_node_first_child (first));

  callout->callout = kind;
  if (end_of_line != NULL && cmark_node_next (end_of_line) != NULL)
    append_inlines (wb_block_append (callout, wb_block_new (WB_BLOCK_PARAGRAPH)), cmark_node_next (end_of_line), reader->notes);
  cmark_node_unlink (first);
  append_children (callout, node, reader, depth + 1);
  cmark_node_free (first);
}

static void append_node (WbBlock      *parent,
                         cmark_node   *node,
                         const Reader *reader,
                         guint         depth);

/* A second thematic break does not begin a third column. */
static void
append_columns (WbBlock      *parent,
                cmark_node   *node,
                const Reader *reader,
                guint         depth)
{
  WbBlock *columns = wb_block_append (parent, wb_block_new (WB_BLOCK_COLUMNS));
  WbBlock *column = wb_block_append (columns, wb_block_new (WB_BLOCK_COLUMN));

  if (depth >= WB_MARKDOWN_MAX_DEPTH)
    return;

  for (cmark_node *child = cmark_node_next (cmark_node_first_child (node)), *next; child != NULL; child = next)
    {
      next = cmark_node_next (child);
      if (cmark_node_get_type (child) == CMARK_NODE_THEMATIC_BREAK && columns->children->len == 1)
        column = wb_block_append (columns, wb_block_new (WB_BLOCK_COLUMN));
      else
        append_node (column, child, reader, depth + 1);
    }
}

/* The head of the table says what its columns are to those who write; the agenda itself has none. */
static void
append_agenda (WbBlock      *parent,
               cmark_node   *table,
               const Reader *reader)
{
  WbBlock *agenda = wb_block_append (parent, wb_block_new (WB_BLOCK_AGENDA));

  for (cmark_node *row = cmark_node_next (cmark_node_first_child (table)); row != NULL; row = cmark_node_next (row))
    append_plain_row (agenda, row, reader);
}

static gboolean
is_line_break (cmark_node *node)
{
  const cmark_node_type type = cmark_node_get_type (node);

  return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

/* What the line that begins with @node says behind the dash that makes it tell who spoke; NULL where there is none, or where it holds
 * more than plain text. (transfer full) */
static char *
read_source (cmark_node *node)
{
  static const char *const dashes[] = { "— ", "-- " };
  const char *text = cmark_node_get_type (node) == CMARK_NODE_TEXT ? cmark_node_get_literal (node) : "";

  if (cmark_node_next (node) != NULL || strstr (text, "{{") != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (text, dashes[i]))
      return g_strstrip (g_strdup (text + strlen (dashes[i])));

  return NULL;
}

/* Takes the last line of the quotation @node out of it when that says who spoke: "— Name". (nullable) (transfer full) */
static char *
take_source (cmark_node *node)
{
  cmark_node *paragraph = cmark_node_last_child (node);
  cmark_node *first, *before;
  char *source;

  if (paragraph == NULL || cmark_node_get_type (paragraph) != CMARK_NODE_PARAGRAPH)
    return NULL;
  first = cmark_node_last_child (paragraph);
  before = first != NULL ? cmark_node_previous (first) : NULL;
  /* Somebody has to have said something. */
  if (first == NULL || (before != NULL ? !is_line_break (before) : cmark_node_previous (paragraph) == NULL))
    return NULL;

  source = read_source (first);
  if (source != NULL)
    {
      cmark_node_free (before == NULL ? paragraph : first);
      if (before != NULL)
        cmark_node_free (before);
    }

  return source;
}

static void
append_plain_quote (WbBlock      *parent,
                    cmark_node   *node,
                    const Reader *reader,
                    guint         depth)
{
  WbBlock *quote = wb_block_append (parent, wb_block_new (WB_BLOCK_QUOTE));

  quote->note = take_source (node);
  append_children (quote, node, reader, depth + 1);
}

static void
append_quote (WbBlock    *parent,
              cmark_node *node,
              const Reader *reader,
              guint       depth)
{
  g_autofree char *name = NULL;
  gboolean known = FALSE;
  const WbMarkdownShape shape = wb_markdown_get_shape (node);
  WbCallout callout;

  if (shape == WB_SHAPE_COLUMNS)
    append_columns (parent, node, reader, depth);
  else if (shape == WB_SHAPE_AGENDA && wb_markdown_find_agenda (node) != NULL)
    append_agenda (parent, wb_markdown_find_agenda (node), reader);
  else if (wb_markdown_get_callout (node, &known, &callout, &name) && known)
    append_callout (parent, node, callout, reader, depth);
  else
    append_plain_quote (parent, node, reader, depth);
}

static void
append_heading (WbBlock      *parent,
                cmark_node   *node,
                const Reader *reader)
{
  WbBlock *heading = wb_block_append (parent, wb_block_new (WB_BLOCK_HEADING));

  heading->level = MIN (cmark_node_get_heading_level (node), 4);
  append_inlines (heading, cmark_node_first_child (node), reader->notes);
}

static void
append_node (WbBlock    *parent,
             cmark_node *node,
             const Reader *reader,
             guint       depth)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_HEADING)
    append_heading (parent, node, reader);
  else if (type == CMARK_NODE_PARAGRAPH)
    append_paragraph (parent, node, reader);
  else if (type == CMARK_NODE_LIST)
    append_list (parent, node, reader, depth);
  else if (type == CMARK_NODE_BLOCK_QUOTE)
    append_quote (parent, node, reader, depth);
  else if (type == CMARK_NODE_CODE_BLOCK)
    append_code (parent, node);
  else if (type == CMARK_NODE_HTML_BLOCK)
    append_literal (parent, WB_BLOCK_PARAGRAPH, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_THEMATIC_BREAK)
    wb_block_append (parent, wb_block_new (reader->deck && depth == 0 ? WB_BLOCK_SLIDE_BREAK : WB_BLOCK_RULE));
  else if (wb_markdown_is_table (node))
    append_table (parent, node, reader);
}

static void
append_children (WbBlock    *parent,
                 cmark_node *node,
                 const Reader *reader,
                 guint       depth)
{
  if (depth > WB_MARKDOWN_MAX_DEPTH)
    return;

  for (cmark_node *child = cmark_node_first_child (node), *next; child != NULL; child = next)
    {
      next = cmark_node_next (child);
      append_node (parent, child, reader, depth);
    }
}

/* The footnotes come last, as cmark has numbered them. What is no paragraph in them is left out. */
static GPtrArray *
read_notes (cmark_node *document)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_block_unref);

  for (cmark_node *node = cmark_node_first_child (document); node != NULL; node = cmark_node_next (node))
    {
      WbBlock *note;

      if (cmark_node_get_type (node) != CMARK_NODE_FOOTNOTE_DEFINITION)
        continue;
      note = wb_block_new (WB_BLOCK_PARAGRAPH);
      for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
        if (cmark_node_get_type (child) == CMARK_NODE_PARAGRAPH)
          {
            if (note->inlines->len > 0)
              wb_block_append_text (note, " ", 0, NULL);
            append_inlines (note, cmark_node_first_child (child), NULL);
          }
      g_ptr_array_add (notes, note);
    }

  return notes;
}

/* The words of the section that @figure, a child of @document, stands in, without those of figures; folded. (transfer full) */
static char *
dup_section_words (const WbBlock *document,
                   guint          figure)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint start = figure;

  while (start > 0 && ((const WbBlock *) g_ptr_array_index (document->children, start - 1))->type != WB_BLOCK_HEADING)
    start--;
  for (guint i = start; i < document->children->len; i++)
    {
      const WbBlock *block = g_ptr_array_index (document->children, i);
      g_autofree char *text = block->type == WB_BLOCK_FIGURE ? NULL : wb_block_to_text (block);

      if (block->type == WB_BLOCK_HEADING)
        break;
      if (text != NULL)
        g_string_append_printf (words, "%s\n", text);
    }

  return g_utf8_casefold (words->str, words->len);
}

static gboolean
has_words (const char *text,
           const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);

  return strstr (text, folded) != NULL;
}

/* Whether the text beside a figure says all that stands in it. */
static gboolean
is_told (const WbFigure *figure,
         const char     *section)
{
  for (guint i = 0; i < figure->parts->len; i++)
    {
      const WbFigurePart *part = g_ptr_array_index (figure->parts, i);

      if (!has_words (section, part->title) || (part->text != NULL && !has_words (section, part->text)))
        return FALSE;
      for (guint j = 0; j < part->cells->len; j++)
        if (!has_words (section, g_ptr_array_index (part->cells, j)))
          return FALSE;
    }

  return TRUE;
}

/* What a drawing shows stands beside it in words, too: in the text, else in a table. */
static void
settle_figures (WbBlock *document)
{
  for (guint i = 0; i < document->children->len; i++)
    {
      WbBlock *block = g_ptr_array_index (document->children, i);

      if (block->type == WB_BLOCK_FIGURE && !block->with_table)
        {
          g_autofree char *section = dup_section_words (document, i);

          block->with_table = !is_told (block->figure, section);
        }
    }
}

WbBlock *
wb_markdown_parse (const char *text,
                   gboolean    deck)
{
  g_autoptr (cmark_node) node = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  WbBlock *document;

  g_return_val_if_fail (text != NULL, NULL);

  node = wb_markdown_parse_nodes (text);
  document = wb_block_new (WB_BLOCK_DOCUMENT);
  notes = read_notes (node);
  append_children (document, node, &(Reader) { deck, notes }, 0);
  if (!deck)
    settle_figures (document);
  wb_block_assign_anchors (document);

  return document;
}
