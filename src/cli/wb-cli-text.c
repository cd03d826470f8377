/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-cli-lines.h"
#include "wb-figure.h"
#include "wb-table-grid.h"

#define MAX_LABEL 26
#define MIN_COLUMN 6
#define GAP 2
#define BLANK "____________"

static GPtrArray *render_block    (const WbBlock *block,
                                   guint          width);
static GPtrArray *render_children (const WbBlock *block,
                                   guint          width,
                                   gboolean       close);

static GPtrArray *
new_lines (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Where a link leads stands behind its last run. */
static void
append_target (GString        *text,
               const WbInline *run,
               const WbInline *next)
{
  if (run->target == NULL || (next != NULL && g_strcmp0 (next->target, run->target) == 0)
      || g_str_equal (run->target, run->text))
    return;

  if (g_str_has_prefix (run->target, "wb:"))
    g_string_append_printf (text, " [%s]", run->target + 3);
  else
    g_string_append_printf (text, " <%s>", run->target);
}

static char *
inline_text (const GPtrArray *inlines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; inlines != NULL && i < inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (inlines, i);

      if (run->flags & WB_INLINE_BREAK)
        g_string_append_c (text, '\n');
      else if (run->flags & WB_INLINE_BLANK)
        g_string_append_printf (text, *run->text != '\0' ? BLANK " (%s)" : BLANK "%s", run->text);
      else if (run->flags & WB_INLINE_OPEN)
        g_string_append_printf (text, _("[still open: %s]"), run->text);
      else if (run->flags & WB_INLINE_PLACEHOLDER)
        g_string_append_printf (text, "{{%s}}", run->text);
      else if (run->flags & WB_INLINE_FOOTNOTE)
        {
          g_autofree char *note = inline_text (run->note->inlines);

          g_string_append_printf (text, " (%s)", note);
        }
      else
        g_string_append (text, run->text);
      append_target (text, run, i + 1 < inlines->len ? g_ptr_array_index (inlines, i + 1) : NULL);
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
render_inlines (const WbBlock *block,
                guint          width)
{
  g_autofree char *text = inline_text (block->inlines);

  return wb_cli_lines_wrap (text, width, FALSE);
}

static GPtrArray *
render_heading (const WbBlock *block,
                guint          width)
{
  GPtrArray *lines = render_inlines (block, width);
  guint longest = 0;

  for (guint i = 0; i < lines->len; i++)
    longest = MAX (longest, wb_cli_text_width (g_ptr_array_index (lines, i)));
  if (block->level <= 2)
    g_ptr_array_add (lines, wb_cli_repeat (block->level == 1 ? "=" : "-", longest));

  return lines;
}

static GPtrArray *
render_code (const WbBlock *block)
{
  GPtrArray *lines = new_lines ();
  g_autofree char *text = inline_text (block->inlines);
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (lines, g_strconcat ("    ", parts[i], NULL));

  return lines;
}

static GPtrArray *
render_list (const WbBlock *block,
             guint          width)
{
  GPtrArray *lines = new_lines ();

  for (guint i = 0; i < block->children->len; i++)
    {
      g_autofree char *mark = block->ordered ? g_strdup_printf ("%d. ", MAX (block->start, 1) + (int) i) : g_strdup ("- ");
      g_autofree char *indent = wb_cli_repeat (" ", strlen (mark));
      g_autoptr (GPtrArray) item = NULL;

      item = render_children (g_ptr_array_index (block->children, i), width - MIN (width - 1, strlen (mark)), TRUE);
      wb_cli_lines_append (lines, item, mark, indent);
    }

  return lines;
}

static GPtrArray *
render_checklist (const WbBlock *block,
                  guint          width)
{
  GPtrArray *lines = new_lines ();

  for (guint i = 0; i < block->children->len; i++)
    {
      const WbBlock *check = g_ptr_array_index (block->children, i);
      g_autofree char *text = inline_text (check->inlines);
      g_autoptr (GString) full = g_string_new (text);
      g_autoptr (GPtrArray) item = NULL;

      if (check->owner != NULL && *check->owner != '\0')
        g_string_append_printf (full, " – %s", check->owner);
      if (check->date != NULL && *check->date != '\0')
        g_string_append_printf (full, " (%s)", check->date);
      if (check->note != NULL && *check->note != '\0')
        g_string_append_printf (full, "\n%s", check->note);
      item = wb_cli_lines_wrap (full->str, width - MIN (width - 1, 4), FALSE);
      wb_cli_lines_append (lines, item, check->done ? "[x] " : "[ ] ", "    ");
    }

  return lines;
}

static const char *
callout_label (WbCallout callout)
{
  switch (callout)
    {
    case WB_CALLOUT_TIP:
      return _("Tip");
    case WB_CALLOUT_WARNING:
      return _("Warning");
    case WB_CALLOUT_EXAMPLE:
      return _("Example");
    case WB_CALLOUT_NOTES:
      return _("Speaker's notes");
    case WB_CALLOUT_NOTE:
    default:
      return _("Note");
    }
}

static GPtrArray *
render_callout (const WbBlock *block,
                guint          width)
{
  GPtrArray *lines = new_lines ();
  g_autoptr (GPtrArray) inside = render_children (block, width - MIN (width - 1, 2), FALSE);

  if (block->type == WB_BLOCK_CALLOUT)
    g_ptr_array_add (lines, g_strdup_printf ("| %s:", callout_label (block->callout)));
  wb_cli_lines_append (lines, inside, "| ", "| ");
  if (block->note != NULL)
    g_ptr_array_add (lines, g_strdup_printf ("| (%s)", block->note));

  return lines;
}

static GPtrArray *
render_sheet (const WbBlock *block,
              guint          width)
{
  GPtrArray *lines = new_lines ();
  guint column = 0;

  for (guint i = 0; i < block->children->len; i++)
    {
      const WbBlock *row = g_ptr_array_index (block->children, i);
      g_autofree char *label = row->children->len > 0 ? wb_block_to_text (g_ptr_array_index (row->children, 0)) : NULL;

      if (label != NULL)
        column = MAX (column, MIN (wb_cli_text_width (label), MAX_LABEL));
    }
  column += GAP;

  for (guint i = 0; i < block->children->len; i++)
    {
      const WbBlock *row = g_ptr_array_index (block->children, i);
      g_autofree char *indent = wb_cli_repeat (" ", column);
      g_autofree char *label = NULL;
      g_autofree char *padding = NULL;
      g_autofree char *first = NULL;
      g_autoptr (GPtrArray) value = NULL;

      if (row->children->len < 2)
        continue;
      label = inline_text (((WbBlock *) g_ptr_array_index (row->children, 0))->inlines);
      value = render_inlines (g_ptr_array_index (row->children, 1), width - MIN (width - 1, column));
      if (wb_cli_text_width (label) + GAP > column)
        {
          g_ptr_array_add (lines, g_steal_pointer (&label));
          wb_cli_lines_append (lines, value, indent, indent);
          continue;
        }
      padding = wb_cli_repeat (" ", column - wb_cli_text_width (label));
      first = g_strconcat (label, padding, NULL);
      wb_cli_lines_append (lines, value, first, indent);
    }

  return lines;
}

/* Widths of the columns: as wide as their longest text, then the widest ones narrowed until the table fits. */
static GArray *
measure_table (const WbBlock *block,
               guint          width)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (guint));
  guint total = 0;

  for (guint i = 0; i < block->children->len; i++)
    {
      const WbBlock *row = g_ptr_array_index (block->children, i);

      if (row->children->len > widths->len)
        g_array_set_size (widths, row->children->len);
      for (guint j = 0; j < row->children->len; j++)
        {
          g_autofree char *text = inline_text (((WbBlock *) g_ptr_array_index (row->children, j))->inlines);
          guint *longest = &g_array_index (widths, guint, j);

          *longest = MAX (*longest, MAX (wb_cli_text_width (text), 1));
        }
    }

  for (guint j = 0; j < widths->len; j++)
    total += g_array_index (widths, guint, j) + (j > 0 ? GAP : 0);
  while (total > width)
    {
      guint widest = 0;

      for (guint j = 1; j < widths->len; j++)
        if (g_array_index (widths, guint, j) > g_array_index (widths, guint, widest))
          widest = j;
      if (g_array_index (widths, guint, widest) <= MIN_COLUMN)
        break;
      g_array_index (widths, guint, widest)--;
      total--;
    }

  return widths;
}

static void
append_cell (GString    *line,
             const char *text,
             guint       width,
             WbAlign     align,
             gboolean    last)
{
  guint used = wb_cli_text_width (text);
  guint space = used < width ? width - used : 0;
  guint before = align == WB_ALIGN_END ? space : align == WB_ALIGN_CENTER ? space / 2 : 0;
  g_autofree char *left = wb_cli_repeat (" ", before);
  g_autofree char *right = wb_cli_repeat (" ", space - before + GAP);

  g_string_append_printf (line, "%s%s%s", left, text, last ? "" : right);
}

/* Returns how many lines the row takes. */
static guint
append_row (GPtrArray     *lines,
            const WbBlock *table,
            const WbBlock *row,
            GArray        *widths)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint height = 1;

  for (guint j = 0; j < row->children->len; j++)
    {
      g_autofree char *text = inline_text (((WbBlock *) g_ptr_array_index (row->children, j))->inlines);
      GPtrArray *cell = wb_cli_lines_wrap (text, g_array_index (widths, guint, j), TRUE);

      g_ptr_array_add (cells, cell);
      height = MAX (height, cell->len);
    }

  for (guint i = 0; i < height; i++)
    {
      GString *line = g_string_new (NULL);

      for (guint j = 0; j < cells->len; j++)
        {
          GPtrArray *cell = g_ptr_array_index (cells, j);
          WbAlign align = table->aligns != NULL && j < table->aligns->len ? g_array_index (table->aligns, WbAlign, j) : WB_ALIGN_START;

          append_cell (line, i < cell->len ? g_ptr_array_index (cell, i) : "", g_array_index (widths, guint, j), align,
                       j + 1 == cells->len);
        }
      g_ptr_array_add (lines, g_strchomp (g_string_free (line, FALSE)));
    }

  return height;
}

static GPtrArray *
render_table (const WbBlock *table,
              guint          width)
{
  GPtrArray *lines = new_lines ();
  g_autoptr (WbBlock) block = wb_table_grid_flatten (table);
  g_autoptr (GArray) widths = measure_table (block, width);
  guint total = 0;
  gboolean tall = FALSE;

  for (guint j = 0; j < widths->len; j++)
    total += g_array_index (widths, guint, j) + (j > 0 ? GAP : 0);

  for (guint i = 0; i < block->children->len; i++)
    {
      /* A row that was broken is set off from the next. */
      if (tall && i > block->header_rows)
        g_ptr_array_add (lines, g_strdup (""));
      tall = append_row (lines, block, g_ptr_array_index (block->children, i), widths) > 1;
      if (i + 1 == block->header_rows)
        g_ptr_array_add (lines, wb_cli_repeat ("-", total));
    }

  return lines;
}

/* A question or a number, with the line below it. */
static GPtrArray *
render_statement (const WbBlock *block,
                  guint          width)
{
  GPtrArray *lines = render_inlines (block, width);

  if (block->note != NULL && *block->note != '\0')
    {
      g_autoptr (GPtrArray) note = wb_cli_lines_wrap (block->note, width, FALSE);

      wb_cli_lines_append (lines, note, "", "");
    }

  return lines;
}

static GPtrArray *
render_signatures (const WbBlock *block,
                   guint          width)
{
  GPtrArray *lines = new_lines ();

  for (guint i = 0; i < block->children->len; i++)
    {
      g_autofree char *label = wb_block_to_text (g_ptr_array_index (block->children, i));

      g_ptr_array_add (lines, wb_cli_repeat ("_", MIN (width, 40)));
      g_ptr_array_add (lines, g_steal_pointer (&label));
    }

  return lines;
}

static GPtrArray *
render_lines (const WbBlock *block,
              guint          width)
{
  GPtrArray *lines = new_lines ();

  for (guint i = 0; i < block->lines; i++)
    g_ptr_array_add (lines, wb_cli_repeat ("_", width));

  return lines;
}

static GPtrArray *
render_rule (const WbBlock *block,
             guint          width)
{
  GPtrArray *lines = new_lines ();

  g_ptr_array_add (lines, wb_cli_repeat (block->type == WB_BLOCK_RULE ? "-" : "=", width));

  return lines;
}

/* Title and what the figure says, then its table. */
static GPtrArray *
render_figure (const WbBlock *block,
               guint          width)
{
  g_autoptr (WbBlock) words = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autofree char *caption = g_strdup_printf (_("Figure: %s"), block->figure->title);

  wb_block_append_paragraph (words, caption);
  wb_block_append_paragraph (words, block->figure->alt);
  wb_block_append (words, wb_figure_create_table (block->figure));

  return render_children (words, width, FALSE);
}

static GPtrArray *
render_block (const WbBlock *block,
              guint          width)
{
  switch (block->type)
    {
    case WB_BLOCK_HEADING:
      return render_heading (block, width);
    case WB_BLOCK_PARAGRAPH:
    case WB_BLOCK_CELL:
    case WB_BLOCK_CHECK:
      return render_inlines (block, width);
    case WB_BLOCK_LIST:
      return render_list (block, width);
    case WB_BLOCK_CHECKLIST:
      return render_checklist (block, width);
    case WB_BLOCK_TABLE:
    case WB_BLOCK_AGENDA:
      return render_table (block, width);
    case WB_BLOCK_NUMBER:
    case WB_BLOCK_QUESTION:
      return render_statement (block, width);
    case WB_BLOCK_CONTENTS:
      return new_lines ();
    case WB_BLOCK_CALLOUT:
    case WB_BLOCK_QUOTE:
      return render_callout (block, width);
    case WB_BLOCK_CODE:
      return render_code (block);
    case WB_BLOCK_SHEET:
      return render_sheet (block, width);
    case WB_BLOCK_SIGNATURES:
      return render_signatures (block, width);
    case WB_BLOCK_LINES:
      return render_lines (block, width);
    case WB_BLOCK_FIGURE:
      return render_figure (block, width);
    case WB_BLOCK_PAGE_BREAK:
    case WB_BLOCK_SLIDE_BREAK:
    case WB_BLOCK_RULE:
      return render_rule (block, width);
    case WB_BLOCK_DOCUMENT:
    case WB_BLOCK_ITEM:
    case WB_BLOCK_ROW:
    case WB_BLOCK_COLUMNS:
    case WB_BLOCK_COLUMN:
    default:
      return render_children (block, width, FALSE);
    }
}

/* With an empty line between blocks; in lists, @close, only where a block is no list. */
static GPtrArray *
render_children (const WbBlock *block,
                 guint          width,
                 gboolean       close)
{
  GPtrArray *lines = new_lines ();

  for (guint i = 0; i < block->children->len; i++)
    {
      const WbBlock *child = g_ptr_array_index (block->children, i);
      g_autoptr (GPtrArray) part = render_block (child, width);

      if (i > 0 && !(close && (child->type == WB_BLOCK_LIST || child->type == WB_BLOCK_CHECKLIST)))
        g_ptr_array_add (lines, g_strdup (""));
      wb_cli_lines_append (lines, part, "", "");
    }

  return lines;
}

static char *
join (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (lines, i));

  return g_string_free (text, FALSE);
}

char *
wb_cli_text_render (const WbBlock *document,
                    guint          width)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (width > 0, NULL);

  lines = render_block (document, width);

  return join (lines);
}

char *
wb_cli_text_title (const char *title,
                   const char *kind,
                   guint       width)
{
  g_autoptr (GPtrArray) lines = wb_cli_lines_wrap (title, width, FALSE);
  guint longest = 0;

  for (guint i = 0; i < lines->len; i++)
    longest = MAX (longest, wb_cli_text_width (g_ptr_array_index (lines, i)));
  g_ptr_array_add (lines, wb_cli_repeat ("=", longest));
  g_ptr_array_add (lines, g_strdup (kind));

  return join (lines);
}

char *
wb_cli_text_wrap (const char *text,
                  guint       width)
{
  g_autoptr (GPtrArray) lines = wb_cli_lines_wrap (text, width, FALSE);
  g_autofree char *joined = join (lines);

  return g_strchomp (g_steal_pointer (&joined));
}
