/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-grid-check.h"
#include "wb-grid-figure.h"

/* With more columns than that a row is a sheet of its own: side by side nobody could read them. */
#define MAX_COLUMNS 5

/* That many questions of yes and no about the same row are a table of marks: nobody reads sheets full of "No". */
#define MIN_MARKS 3

/* An empty row says nothing. */
static gboolean
is_empty (const WbField           *field,
          const char              *id,
          const WbTemplateContext *context)
{
  for (guint i = 0; i < field->columns->len; i++)
    if (*wb_answers_get (context->answers, field->id, id, ((const WbColumn *) g_ptr_array_index (field->columns, i))->id) != '\0')
      return FALSE;

  return TRUE;
}

/* The rows as documents list them; NULL when none says anything. (nullable) (transfer container) */
static const char **
list_rows (const WbField           *field,
           const WbTemplateContext *context)
{
  g_autofree const char **rows = NULL;

  if (context->answers == NULL)
    return NULL;

  rows = wb_grid_list_rows (field, context->answers);
  for (guint i = 0; rows[i] != NULL; i++)
    if (!is_empty (field, rows[i], context))
      return g_steal_pointer (&rows);

  return NULL;
}

/* A row as a sheet of what is known; what it is called stands out. */
static void
append_sheet (WbBlock                 *parent,
              const WbField           *field,
              const char              *id,
              const WbTemplateContext *context)
{
  const char *name = wb_grid_get_row_name (field, context->answers, id);
  WbBlock *sheet = wb_block_append (parent, wb_block_new (WB_BLOCK_SHEET));

  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      g_autofree char *display = wb_template_cell_words (field, column, id, context);
      WbBlock *row, *cell;

      if (display == NULL)
        continue;
      row = wb_block_append_row (sheet, column->label, NULL);
      cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
      wb_block_append_text (cell, display, g_str_equal (display, name) ? WB_INLINE_STRONG : 0, NULL);
    }
}

static guint
count_marks (const WbField *field)
{
  guint n = 0;

  for (guint i = 0; i < field->columns->len; i++)
    if (((const WbColumn *) g_ptr_array_index (field->columns, i))->type == WB_FIELD_YES_NO)
      n++;

  return n;
}

/* What a row is called stands in both halves of a table: in the one with its marks and in the one with all the rest. */
static gboolean
is_in_half (const WbField *field,
            guint          column,
            gboolean       marks)
{
  const WbColumn *one = g_ptr_array_index (field->columns, column);

  return column == 0 || (one->type == WB_FIELD_YES_NO) == marks;
}

static void
append_half_row (WbBlock                 *table,
                 const WbField           *field,
                 const char              *id,
                 gboolean                 marks,
                 const WbTemplateContext *context)
{
  WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      const gboolean is_no = strcmp (wb_answers_get (context->answers, field->id, id, column->id), "no") == 0;
      g_autofree char *display = NULL;
      WbBlock *cell;

      if (!is_in_half (field, i, marks))
        continue;
      cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
      display = i > 0 && marks && is_no ? g_strdup ("–") : wb_template_cell_words (field, column, id, context);
      if (display != NULL)
        wb_block_append_text (cell, display, i == 0 ? WB_INLINE_STRONG : 0, NULL);
    }
}

static void
append_half (WbBlock                 *parent,
             const WbField           *field,
             const char             **rows,
             gboolean                 marks,
             const WbTemplateContext *context)
{
  WbBlock *table = wb_block_append (parent, wb_block_new (WB_BLOCK_TABLE));
  WbBlock *head = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

  table->header_rows = 1;
  for (guint i = 0; i < field->columns->len; i++)
    if (is_in_half (field, i, marks))
      wb_block_append_text (wb_block_append (head, wb_block_new (WB_BLOCK_CELL)),
                            ((const WbColumn *) g_ptr_array_index (field->columns, i))->label, 0, NULL);

  for (guint i = 0; rows[i] != NULL; i++)
    if (!is_empty (field, rows[i], context))
      append_half_row (table, field, rows[i], marks, context);
}

static void
append_rows (WbBlock                 *parent,
             const WbField           *field,
             const WbTemplateContext *context)
{
  g_autofree const char **rows = list_rows (field, context);
  WbBlock *table;

  if (rows == NULL && wb_template_says_open (context))
    {
      wb_template_append_open (parent, field, context);
      return;
    }
  if (rows != NULL && count_marks (field) >= MIN_MARKS && field->columns->len - count_marks (field) <= MAX_COLUMNS + 1
      && !context->deck)
    {
      append_half (parent, field, rows, FALSE, context);
      append_half (parent, field, rows, TRUE, context);
      return;
    }
  /* Of tasks one wants to see at once who has none. */
  if (rows != NULL && field->columns->len > MAX_COLUMNS && field->grid != WB_GRID_RACI && !context->deck)
    {
      for (guint i = 0; rows[i] != NULL; i++)
        if (!is_empty (field, rows[i], context))
          append_sheet (parent, field, rows[i], context);
      return;
    }

  table = wb_template_append_table_head (parent, field->columns);
  for (guint i = 0; rows != NULL ? rows[i] != NULL : i < WB_TEMPLATE_BLANK_ROWS; i++)
    wb_template_append_table_row (table, field, field->columns, rows != NULL ? rows[i] : NULL, context);
}

static void
append_figure (WbBlock                 *parent,
               const WbField           *field,
               gboolean                 with_table,
               const WbTemplateContext *context)
{
  g_autoptr (WbFigure) figure = wb_grid_create_figure (field, context->answers);
  WbBlock *block;

  if (figure == NULL)
    return;

  block = wb_block_append (parent, wb_figure_create_block (figure));
  block->with_table = with_table;
}

static void
append_cell (WbBlock    *row,
             const char *text,
             const char *label)
{
  WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));

  if (text != NULL)
    wb_block_append_text (cell, text, 0, NULL);
  else if (label != NULL)
    wb_block_append_text (cell, label, WB_INLINE_BLANK, NULL);
}

/* Who, how to deal with them, what they need, how they are told. */
static void
append_plan (WbBlock                 *parent,
             const WbField           *field,
             const WbTemplateContext *context)
{
  g_autofree const char **rows = list_rows (field, context);
  const char *const heads[] = { _("Who"), _("How to deal with them"), _("What they need"), _("How they are told") };
  WbBlock *table;

  if (rows == NULL && context->say_open)
    {
      wb_template_append_open (parent, field, context);
      return;
    }
  table = wb_block_append (parent, wb_block_new (WB_BLOCK_TABLE));
  table->header_rows = 1;
  wb_block_append_row (table, heads[0], heads[1], heads[2], heads[3], NULL);
  for (guint i = 0; rows != NULL ? rows[i] != NULL : i < WB_TEMPLATE_BLANK_ROWS; i++)
    {
      WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

      if (rows == NULL)
        {
          for (guint j = 0; j < G_N_ELEMENTS (heads); j++)
            append_cell (row, NULL, heads[j]);
          continue;
        }
      append_cell (row, wb_grid_get_row_name (field, context->answers, rows[i]), NULL);
      append_cell (row, wb_grid_get_way (wb_grid_get_strength (field, context->answers, rows[i], "influence"),
                                         wb_grid_get_strength (field, context->answers, rows[i], "interest")), NULL);
      append_cell (row, wb_answers_get (context->answers, field->id, rows[i], "needs"), NULL);
      append_cell (row, wb_answers_get (context->answers, field->id, rows[i], "told"), NULL);
    }
}

/* What should be thought about, with reason and source; a line that says so when there is nothing. */
static void
append_findings (WbBlock                 *parent,
                 const WbField           *field,
                 const WbTemplateContext *context)
{
  g_autoptr (GPtrArray) findings = NULL;
  WbBlock *list;

  if (context->answers == NULL)
    return;

  findings = wb_grid_list_findings (field, context->guide, context->answers);
  if (findings->len == 0)
    {
      g_autofree const char **rows = wb_answers_list_rows (context->answers, field->id);

      wb_block_append_paragraph (parent, rows[0] == NULL ? _("Nothing has been entered yet, so nothing was checked.")
                                                         : _("The program has found nothing here. Please check for yourself all the same."));
      return;
    }

  list = wb_block_append (parent, wb_block_new (WB_BLOCK_LIST));
  for (guint i = 0; i < findings->len; i++)
    {
      const WbFinding *finding = g_ptr_array_index (findings, i);
      WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
      WbBlock *paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));

      wb_block_append_text (paragraph, finding->title, WB_INLINE_STRONG, NULL);
      wb_block_append_text (paragraph, ". ", 0, NULL);
      wb_block_append_text (paragraph, finding->reason, 0, NULL);
      if (finding->source != NULL)
        {
          g_autofree char *source = g_strdup_printf (" (%s)", finding->source);

          wb_block_append_text (paragraph, source, 0, NULL);
        }
    }
}

gboolean
wb_template_append_grid (WbBlock                 *parent,
                         const WbField           *field,
                         const char              *part,
                         const WbTemplateContext *context)
{
  const char *reason = NULL;

  if (part != NULL && wb_template_is_skipped (field, context, &reason))
    {
      if (!context->leave_out_skipped)
        wb_template_append_skipped (parent, reason);
    }
  else if (part == NULL)
    {
      append_figure (parent, field, FALSE, context);
      append_rows (parent, field, context);
    }
  else if (strcmp (part, "figure") == 0)
    {
      const guint before = parent->children->len;

      append_figure (parent, field, TRUE, context);
      /* An empty slide says nothing. */
      if (context->deck && parent->children->len == before)
        wb_template_append_open (parent, field, context);
    }
  else if (strcmp (part, "table") == 0)
    append_rows (parent, field, context);
  else if (strcmp (part, "findings") == 0)
    append_findings (parent, field, context);
  else if (strcmp (part, "plan") == 0 && field->grid == WB_GRID_STAKEHOLDERS)
    append_plan (parent, field, context);
  else
    return FALSE;

  return TRUE;
}
