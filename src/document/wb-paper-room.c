/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paper-room-private.h"

#include "wb-condition-words.h"
#include "wb-template-private.h"

#include <glib/gi18n-lib.h>

/* More columns are too narrow for handwriting. */
#define MAX_COLUMNS 4
#define BLANK_ROWS 6
#define BLANK_SHEETS 3
#define BLANK_GROUPS 2
#define LONG_LINES 3
#define MIN_MARKS 3

static char *
describe_number (WbFieldType         type,
                 const WbNumberForm *form)
{
  if (type == WB_FIELD_MONEY)
    return g_strdup (_("in euros"));
  if (type == WB_FIELD_DURATION)
    return g_strdup (_("hours, days, weeks or months"));
  if (type == WB_FIELD_DATE)
    return g_strdup (_("day, month, year"));

  return type == WB_FIELD_NUMBER && form->unit != NULL ? g_strdup (form->unit) : NULL;
}

char *
wb_paper_room_describe (const WbField *field)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  switch (field->type)
    {
    case WB_FIELD_CHOICE:
    case WB_FIELD_RATING:
      return g_strdup (_("Please tick one."));
    case WB_FIELD_CHOICES:
      return g_strdup (_("Please tick all that apply."));
    case WB_FIELD_ATTACHMENT:
      return g_strdup (_("Please enclose the files, and name them here."));
    case WB_FIELD_LINK:
      return g_strdup (_("The title of an entry of the library is enough."));
    case WB_FIELD_NUMBER:
    case WB_FIELD_MONEY:
    case WB_FIELD_DURATION:
    case WB_FIELD_DATE:
      number = describe_number (field->type, &field->form);
      /* Translators: what a number is counted in: "Please give: in euros". */
      return number != NULL ? g_strdup_printf (_("Please give: %s"), number) : NULL;

    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_PERSON:
    case WB_FIELD_TABLE:
    case WB_FIELD_CHECKLIST:
    case WB_FIELD_GROUP:
    case WB_FIELD_COMPUTED:
    case WB_FIELD_YES_NO:
    default:
      return NULL;
    }
}

/* What can be chosen, one beside the other; NULL where one writes. (transfer full) */
static char *
list_choices (const WbColumn *column)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (column->type == WB_FIELD_YES_NO)
    return g_strdup_printf ("%s / %s", _("Yes"), _("No"));
  if (column->type != WB_FIELD_CHOICE)
    return NULL;
  for (guint i = 0; i < column->options->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " / " : "", ((const WbOption *) g_ptr_array_index (column->options, i))->label);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* (transfer full) */
static char *
format_label (const WbColumn *column,
              gboolean        marked,
              WbGuide        *guide)
{
  g_autofree char *number = describe_number (column->type, &column->form);
  g_autofree char *condition = column->when != NULL ? wb_condition_to_words (column->when, guide) : NULL;
  g_autoptr (GString) label = g_string_new (column->label);

  if (marked)
    g_string_append_printf (label, " (%s)", _("please circle"));
  else if (number != NULL)
    g_string_append_printf (label, " (%s)", number);
  if (condition != NULL)
    {
      g_autofree char *before = g_strdup (label->str);

      g_string_printf (label, _("%s (only if %s)"), before, condition);
    }

  return g_string_free (g_steal_pointer (&label), FALSE);
}

static void
append_words (WbBlock       *parent,
              const char    *words,
              WbInlineFlags  flags)
{
  wb_block_append_text (wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH)), words, flags, NULL);
}

/* Whether something applies, asked many times in a row, is one line; how many columns from @first on make it up, 0 for none. */
static guint
count_marks (const WbField *field,
             guint          first)
{
  guint n = 0;

  while (first + n < field->columns->len)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, first + n);

      if (column->type != WB_FIELD_YES_NO || column->when != NULL)
        break;
      n++;
    }

  return n >= MIN_MARKS ? n : 0;
}

static void
append_marks (WbBlock       *sheet,
              const WbField *field,
              guint          first,
              guint          n)
{
  g_autoptr (GString) words = g_string_new (NULL);
  WbBlock *row = wb_block_append_row (sheet, _("Please circle what applies"), NULL);

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (words, "%s%s", i > first ? " / " : "", ((const WbColumn *) g_ptr_array_index (field->columns, i))->label);
  wb_block_append_text (wb_block_append (row, wb_block_new (WB_BLOCK_CELL)), words->str, 0, NULL);
}

/* One row as a sheet. What is long has lines of its own below its label, and the sheet goes on behind them. */
static void
append_sheet (WbBlock       *parent,
              const WbField *field,
              guint          number,
              WbGuide       *guide,
              int            level)
{
  /* Translators: one row of a table on paper; a number follows. */
  g_autofree char *title = g_strdup_printf ("%s %u", field->item != NULL ? field->item : _("Entry"), number);
  WbBlock *sheet = NULL;

  wb_block_append_heading (parent, level, title);
  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      g_autofree char *choices = list_choices (column);
      g_autofree char *label = format_label (column, choices != NULL, guide);
      const guint n_marks = count_marks (field, i);
      WbBlock *cell;

      /* On paper nobody computes. */
      if (column->type == WB_FIELD_COMPUTED)
        continue;
      if (column->type == WB_FIELD_LONG_TEXT)
        {
          append_words (parent, label, 0);
          wb_block_append (parent, wb_block_new (WB_BLOCK_LINES))->lines = LONG_LINES;
          sheet = NULL;
          continue;
        }
      if (sheet == NULL)
        sheet = wb_block_append (parent, wb_block_new (WB_BLOCK_SHEET));
      if (n_marks > 0)
        {
          append_marks (sheet, field, i, n_marks);
          i += n_marks - 1;
          continue;
        }
      cell = wb_block_append (wb_block_append_row (sheet, label, NULL), wb_block_new (WB_BLOCK_CELL));
      wb_block_append_text (cell, choices != NULL ? choices : label, choices != NULL ? 0 : WB_INLINE_BLANK, NULL);
    }
}

/* What the heads of a table have no room for. */
static void
append_legend (WbBlock       *parent,
               const WbField *field)
{
  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      g_autofree char *words = list_choices (column);
      g_autofree char *line = NULL;

      if (words == NULL)
        words = describe_number (column->type, &column->form);
      if (words == NULL || column->type == WB_FIELD_DATE)
        continue;
      line = g_strdup_printf (_("%s: %s"), column->label, words);
      append_words (parent, line, WB_INLINE_EMPHASIS);
    }
}

static gboolean
is_wide (const WbField *field)
{
  return field->type == WB_FIELD_GROUP || field->columns->len > MAX_COLUMNS;
}

void
wb_paper_room_append_rows (WbBlock       *parent,
                           const WbField *field,
                           WbGuide       *guide,
                           int            level)
{
  const WbTemplateContext blank = { .guide = guide };
  WbBlock *table;

  g_return_if_fail (parent != NULL && field != NULL);
  g_return_if_fail (WB_IS_GUIDE (guide));

  if (is_wide (field))
    {
      for (guint i = 0; i < (field->type == WB_FIELD_GROUP ? BLANK_GROUPS : BLANK_SHEETS); i++)
        append_sheet (parent, field, i + 1, guide, level);
      append_words (parent, _("If there are more: copy this page, or go on on the back."), WB_INLINE_EMPHASIS);
      return;
    }

  append_legend (parent, field);
  table = wb_template_append_table_head (parent, field->columns);
  for (guint i = 0; i < BLANK_ROWS; i++)
    wb_template_append_table_row (table, field, field->columns, NULL, &blank);
}
