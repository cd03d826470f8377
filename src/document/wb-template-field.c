/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-template-private.h"

#include "wb-answer-check.h"
#include "wb-compute.h"
#include "wb-condition-words.h"
#include "wb-grid-check.h"
#include "wb-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lines and rows to write on where there is no answer. */
#define BLANK_LINES_TEXT 1
#define BLANK_LINES_LONG_TEXT 4
#define BLANK_SHEETS 2

static const WbTemplateContext empty_context;

static const char *const person_columns[] = { "name", "role", "contact" };

char *
wb_template_format_number (guint number)
{
  g_autoptr(WbField) field = wb_field_new (WB_FIELD_TABLE, "table", "");
  WbColumn *column = wb_field_add_column (field, "number", "", WB_FIELD_NUMBER);
  g_autofree char *text = g_strdup_printf ("%u", number);

  return wb_answer_to_display (field, column, text);
}

const char *
wb_template_person_label (const char *column)
{
  if (g_strcmp0 (column, "name") == 0)
    return _("Name");
  if (g_strcmp0 (column, "role") == 0)
    return _("Role");
  if (g_strcmp0 (column, "contact") == 0)
    return _("Contact");

  return NULL;
}

/* The stored value of a cell; "" without answers. */
static const char *
get_cell (const WbTemplateContext *context,
          const WbField           *field,
          const char              *row,
          const char              *column)
{
  if (context->answers == NULL)
    return "";

  return wb_answers_get (context->answers, field->id, row, column);
}

/* Whether the question is not asked in the row, or nothing of what it is computed from. */
static gboolean
is_hidden (const WbTemplateContext *context,
           const WbField           *field,
           const char              *row,
           const WbColumn          *column)
{
  if (context->guide == NULL || context->answers == NULL)
    return FALSE;

  return !wb_column_applies (column, field, row, context->guide, context->answers)
         || (column->type == WB_FIELD_COMPUTED
             && wb_compute_cell_is_skipped (field, column, row, context->guide, context->answers));
}

char *
wb_template_cell_words (const WbField           *field,
                        const WbColumn          *column,
                        const char              *row,
                        const WbTemplateContext *context)
{
  g_autofree char *computed = NULL;
  const char *value;

  if (is_hidden (context, field, row, column))
    return NULL;
  if (column->type == WB_FIELD_COMPUTED && context->guide != NULL && context->answers != NULL)
    {
      computed = wb_compute_cell (field, column, row, context->guide, context->answers, NULL);
      return computed != NULL ? wb_compute_to_display (field, column, context->guide, computed) : g_strdup (_("still open"));
    }
  value = get_cell (context, field, row, column->id);

  return *value != '\0' ? wb_answer_to_display (field, column, value) : NULL;
}

char *
wb_template_computed_value (const WbField           *field,
                            const WbTemplateContext *context)
{
  g_autofree char *computed = NULL;

  if (context->guide == NULL || context->answers == NULL)
    return NULL;
  computed = wb_compute_field (field, context->guide, context->answers, NULL);

  return computed != NULL ? wb_compute_to_display (field, NULL, context->guide, computed) : NULL;
}

/* On a blank form nothing; otherwise an open value says that it is. */
static char *
get_computed_words (const WbTemplateContext *context,
                    const WbField           *field)
{
  char *words = wb_template_computed_value (field, context);

  return words != NULL || context->guide == NULL || context->answers == NULL ? words : g_strdup (_("still open"));
}

char *
wb_template_person_part (const WbField           *field,
                         const char              *column,
                         const WbTemplateContext *context)
{
  const char *value = get_cell (context, field, "", column);

  return *value != '\0' ? g_strdup (value) : NULL;
}

gboolean
wb_template_is_skipped (const WbField           *field,
                        const WbTemplateContext *context,
                        const char             **reason)
{
  const WbStep *step;

  if (context->guide == NULL || context->answers == NULL)
    return FALSE;

  step = wb_guide_find_step_of (context->guide, field);
  if (step == NULL || wb_field_applies (field, context->guide, context->answers))
    return FALSE;

  if (reason != NULL)
    *reason = wb_step_applies (step, context->guide, context->answers) ? field->unless : step->unless;

  return TRUE;
}

/* The labels of the chosen options, in the order of the guide. */
static GPtrArray *
list_chosen (const WbField           *field,
             const WbTemplateContext *context)
{
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (field->options, i);

      if (strcmp (get_cell (context, field, option->id, ""), "1") == 0)
        g_ptr_array_add (labels, option->label);
    }

  return labels;
}

static char *
join_chosen (const WbField           *field,
             const WbTemplateContext *context)
{
  g_autoptr(GPtrArray) labels = list_chosen (field, context);

  if (labels->len == 0)
    return NULL;
  g_ptr_array_add (labels, NULL);

  return g_strjoinv (", ", (char **) labels->pdata);
}

static char *
join_person (const WbField           *field,
             const WbTemplateContext *context)
{
  const char *parts[G_N_ELEMENTS (person_columns) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (person_columns); i++)
    {
      const char *value = get_cell (context, field, "", person_columns[i]);

      if (*value != '\0')
        parts[n++] = value;
    }

  return n > 0 ? g_strjoinv (", ", (char **) parts) : NULL;
}

/* A table in a sentence: the first column of each row. */
static char *
join_rows (const WbField           *field,
           const WbTemplateContext *context)
{
  g_autofree const char **rows = NULL;
  g_autoptr(GString) joined = g_string_new (NULL);
  const WbColumn *column;

  if (context->answers == NULL || field->columns->len == 0)
    return NULL;

  rows = wb_answers_list_rows (context->answers, field->id);
  column = g_ptr_array_index (field->columns, 0);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *display = wb_template_cell_words (field, column, rows[i], context);

      if (display != NULL)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", display);
    }

  return joined->len > 0 ? g_string_free (g_steal_pointer (&joined), FALSE) : NULL;
}

static char *
count_done (const WbField           *field,
            const WbTemplateContext *context)
{
  guint done = 0;

  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (field->options, i);

      if (strcmp (get_cell (context, field, option->id, "done"), "1") == 0)
        done++;
    }

  /* Translators: how many items of a checklist are done: "3 of 5 done". */
  return done > 0 ? g_strdup_printf (_("%u of %u done"), done, field->options->len) : NULL;
}

static char *
format_rating (const WbField *field,
               const char    *value)
{
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: a rating: "4 of 5". */
  g_string_append_printf (text, _("%s of %d"), value, field->scale_max);
  if (field->scale_low != NULL && field->scale_high != NULL)
    g_string_append_printf (text, " (%d = %s, %d = %s)", field->scale_min, field->scale_low,
                            field->scale_max, field->scale_high);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Line breaks become spaces: in a sentence there is one line only. */
static char *
join_lines (char *text)
{
  g_strdelimit (text, "\r\n", ' ');

  return g_strstrip (text);
}

char *
wb_template_inline_answer (const WbField           *field,
                           const WbTemplateContext *context)
{
  const char *value;

  switch (field->type)
    {
    case WB_FIELD_CHOICES:
      return join_chosen (field, context);
    case WB_FIELD_PERSON:
      return join_person (field, context);
    case WB_FIELD_TABLE:
    case WB_FIELD_GROUP:
    case WB_FIELD_ATTACHMENT:
      return join_rows (field, context);
    case WB_FIELD_COMPUTED:
      return get_computed_words (context, field);
    case WB_FIELD_CHECKLIST:
      return count_done (field, context);

    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICE:
    case WB_FIELD_DATE:
    case WB_FIELD_RATING:
    case WB_FIELD_NUMBER:
    case WB_FIELD_YES_NO:
    default:
      break;
    }

  value = get_cell (context, field, "", "");
  if (*value == '\0')
    return NULL;
  if (field->type == WB_FIELD_RATING)
    return format_rating (field, value);

  return join_lines (wb_answer_to_display (field, NULL, value));
}

gboolean
wb_template_says_open (const WbTemplateContext *context)
{
  return context->deck || context->say_open;
}

void
wb_template_append_open (WbBlock                 *parent,
                         const WbField           *field,
                         const WbTemplateContext *context)
{
  WbBlock *paragraph = wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH));

  /* On pages the question stands above it. */
  if (context->deck)
    wb_block_append_text (paragraph, field->label, WB_INLINE_OPEN, NULL);
  else
    wb_block_append_text (paragraph, _("still open"), WB_INLINE_EMPHASIS, NULL);
}

/* In a cell: @words, or that there are none, or a line to write on. */
static void
append_words (WbBlock                 *cell,
              const char              *words,
              const char              *label,
              const WbTemplateContext *context)
{
  if (words == NULL && context->say_open)
    wb_block_append_text (cell, _("still open"), WB_INLINE_EMPHASIS, NULL);
  else
    wb_block_append_text (cell, words != NULL ? words : label, words != NULL ? 0 : WB_INLINE_BLANK, NULL);
}

static void
append_blank_lines (WbBlock *parent,
                    guint    n)
{
  wb_block_append (parent, wb_block_new (WB_BLOCK_LINES))->lines = n;
}

/* As it was typed: a blank line begins a paragraph, the lines of an address stay together. */
static void
append_paragraphs (WbBlock    *parent,
                   const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  WbBlock *paragraph = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        {
          paragraph = NULL;
          continue;
        }
      if (paragraph == NULL)
        paragraph = wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH));
      else
        wb_block_append_text (paragraph, NULL, WB_INLINE_BREAK, NULL);
      wb_block_append_text (paragraph, lines[i], 0, NULL);
    }
}

static void
append_single (WbBlock                 *parent,
               const WbField           *field,
               const WbTemplateContext *context)
{
  const char *value = get_cell (context, field, "", "");
  g_autofree char *display = NULL;

  if (*value != '\0' || (field->type == WB_FIELD_COMPUTED && context->answers != NULL))
    {
      display = field->type == WB_FIELD_LONG_TEXT ? g_strdup (value) : wb_template_inline_answer (field, context);
      append_paragraphs (parent, display);
    }
  else if (wb_template_says_open (context))
    wb_template_append_open (parent, field, context);
  else
    append_blank_lines (parent, field->type == WB_FIELD_LONG_TEXT ? BLANK_LINES_LONG_TEXT : BLANK_LINES_TEXT);
}

/* Boxes to tick: one may not know yet which options will be chosen. */
static void
append_options_to_tick (WbBlock       *parent,
                        const WbField *field)
{
  WbBlock *list = wb_block_append (parent, wb_block_new (WB_BLOCK_CHECKLIST));

  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (field->options, i);
      WbBlock *check = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));

      wb_block_append_text (check, option->label, 0, NULL);
      check->note = g_strdup (option->note);
    }
}

static void
append_choices (WbBlock                 *parent,
                const WbField           *field,
                const WbTemplateContext *context)
{
  g_autoptr(GPtrArray) labels = list_chosen (field, context);
  WbBlock *list;

  if (labels->len == 0 && wb_template_says_open (context))
    {
      wb_template_append_open (parent, field, context);
      return;
    }
  if (labels->len == 0)
    {
      append_options_to_tick (parent, field);
      return;
    }

  list = wb_block_append (parent, wb_block_new (WB_BLOCK_LIST));
  for (guint i = 0; i < labels->len; i++)
    wb_block_append_paragraph (wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), g_ptr_array_index (labels, i));
}

static void
append_choice (WbBlock                 *parent,
               const WbField           *field,
               const WbTemplateContext *context)
{
  if (*get_cell (context, field, "", "") == '\0' && !wb_template_says_open (context))
    append_options_to_tick (parent, field);
  else
    append_single (parent, field, context);
}

static void
append_person (WbBlock                 *parent,
               const WbField           *field,
               const WbTemplateContext *context)
{
  g_autofree char *known = join_person (field, context);
  WbBlock *sheet;

  if (known == NULL && wb_template_says_open (context))
    {
      wb_template_append_open (parent, field, context);
      return;
    }

  sheet = wb_block_append (parent, wb_block_new (WB_BLOCK_SHEET));
  for (guint i = 0; i < G_N_ELEMENTS (person_columns); i++)
    {
      const char *value = get_cell (context, field, "", person_columns[i]);
      const char *label = wb_template_person_label (person_columns[i]);
      WbBlock *row, *cell;

      if (*value == '\0' && wb_template_says_open (context))
        continue;

      row = wb_block_append_row (sheet, label, NULL);
      cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
      wb_block_append_text (cell, *value != '\0' ? value : label, *value != '\0' ? 0 : WB_INLINE_BLANK, NULL);
    }
}

static gboolean
is_figure (WbFieldType type)
{
  return type == WB_FIELD_NUMBER || type == WB_FIELD_MONEY || type == WB_FIELD_COMPUTED;
}

WbBlock *
wb_template_append_table_head (WbBlock   *parent,
                               GPtrArray *columns)
{
  WbBlock *table = wb_block_append (parent, wb_block_new (WB_BLOCK_TABLE));
  WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

  table->header_rows = 1;
  for (guint i = 0; i < columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (columns, i);
      const WbAlign align = is_figure (column->type) ? WB_ALIGN_END : WB_ALIGN_START;

      wb_block_append_text (wb_block_append (row, wb_block_new (WB_BLOCK_CELL)), column->label, 0, NULL);
      g_array_append_val (table->aligns, align);
    }

  return table;
}

void
wb_template_append_table_row (WbBlock                 *table,
                              const WbField           *field,
                              GPtrArray               *columns,
                              const char              *id,
                              const WbTemplateContext *context)
{
  WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

  for (guint i = 0; i < columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (columns, i);
      WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
      g_autofree char *display = id != NULL ? wb_template_cell_words (field, column, id, context) : NULL;

      if (display != NULL)
        wb_block_append_text (cell, display, 0, NULL);
      else if (id == NULL)
        wb_block_append_text (cell, column->label, WB_INLINE_BLANK, NULL);
    }
}

/* Whether @column is left out of the sheet; where somebody writes, what is still to be decided stays. */
static gboolean
is_left_out (const WbTemplateContext *context,
             const WbField           *field,
             const char              *row,
             const WbColumn          *column)
{
  if (row == NULL || !is_hidden (context, field, row, column))
    return FALSE;

  return wb_template_says_open (context) || !wb_column_is_undecided (column, field, row, context->guide, context->answers);
}

/* The question; where somebody writes, with the answer on which it depends. (transfer full) */
static char *
get_column_label (const WbTemplateContext *context,
                  const WbField           *field,
                  const char              *row,
                  const WbColumn          *column)
{
  g_autofree char *words = NULL;

  if (column->when == NULL || context->guide == NULL || (row != NULL && !is_hidden (context, field, row, column)))
    return g_strdup (column->label);
  words = wb_condition_to_words (column->when, context->guide);

  /* Translators: a question of a form, and the answer with which alone it is asked. */
  return g_strdup_printf (_("%s (only if %s)"), column->label, words);
}

/* One sheet for one of a group; @row NULL: one to write on. */
static void
append_repetition (WbBlock                 *parent,
                   const WbField           *field,
                   const char              *row,
                   guint                    number,
                   const WbTemplateContext *context)
{
  WbBlock *head = wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH));
  g_autofree char *title = g_strdup_printf ("%s %u", field->item != NULL ? field->item : field->label, number);
  WbBlock *sheet;

  wb_block_append_text (head, title, WB_INLINE_STRONG, NULL);
  sheet = wb_block_append (parent, wb_block_new (WB_BLOCK_SHEET));
  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      g_autofree char *label = get_column_label (context, field, row, column);
      g_autofree char *words = row != NULL ? wb_template_cell_words (field, column, row, context) : NULL;
      WbBlock *line, *cell;

      if (is_left_out (context, field, row, column))
        continue;
      line = wb_block_append_row (sheet, label, NULL);
      cell = wb_block_append (line, wb_block_new (WB_BLOCK_CELL));
      if (words != NULL)
        g_strdelimit (words, "\r\n", ' ');
      append_words (cell, words, column->label, context);
    }
}

static void
append_group (WbBlock                 *parent,
              const WbField           *field,
              const WbTemplateContext *context)
{
  g_autofree const char **rows = context->answers != NULL ? wb_answers_list_rows (context->answers, field->id) : NULL;
  guint n = rows != NULL ? g_strv_length ((char **) rows) : 0;

  if (n == 0 && wb_template_says_open (context))
    {
      wb_template_append_open (parent, field, context);
      return;
    }
  for (guint i = 0; i < (n > 0 ? n : BLANK_SHEETS); i++)
    append_repetition (parent, field, n > 0 ? rows[i] : NULL, i + 1, context);
}

static void
append_table (WbBlock                 *parent,
              const WbField           *field,
              const WbTemplateContext *context)
{
  g_autofree const char **rows = NULL;
  WbBlock *table;
  guint n = 0;

  if (context->answers != NULL)
    {
      rows = wb_answers_list_rows (context->answers, field->id);
      n = g_strv_length ((char **) rows);
    }

  if (n == 0 && wb_template_says_open (context))
    {
      wb_template_append_open (parent, field, context);
      return;
    }

  table = wb_template_append_table_head (parent, field->columns);
  for (guint i = 0; i < (n > 0 ? n : WB_TEMPLATE_BLANK_ROWS); i++)
    wb_template_append_table_row (table, field, field->columns, n > 0 ? rows[i] : NULL, context);
}

/* The columns of @field that @names names ("a+b"), in that order; NULL when there is none of such a name. (transfer container) */
static GPtrArray *
list_columns (const WbField *field,
              const char    *names)
{
  g_auto(GStrv) ids = g_strsplit (names, "+", -1);
  g_autoptr(GPtrArray) columns = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const WbColumn *column = wb_field_get_column (field, g_strstrip (ids[i]));

      /* The guide of an older project may not ask for all of them. */
      if (column != NULL)
        g_ptr_array_add (columns, (gpointer) column);
    }

  return columns->len > 0 ? g_steal_pointer (&columns) : NULL;
}

gboolean
wb_template_append_columns (WbBlock                 *parent,
                            const WbField           *field,
                            const char              *names,
                            const WbTemplateContext *context)
{
  g_autoptr(GPtrArray) columns = list_columns (field, names);
  g_autofree const char **rows = NULL;
  const char *reason = NULL;
  WbBlock *table;

  if (columns == NULL)
    return FALSE;
  if (wb_template_is_skipped (field, context, &reason))
    {
      if (!context->leave_out_skipped)
        wb_template_append_skipped (parent, reason);
      return TRUE;
    }

  if (context->answers != NULL && field->grid != WB_GRID_NONE)
    rows = wb_grid_list_rows (field, context->answers);
  else if (context->answers != NULL)
    rows = wb_answers_list_rows (context->answers, field->id);

  if ((rows == NULL || rows[0] == NULL) && wb_template_says_open (context))
    {
      wb_template_append_open (parent, field, context);
      return TRUE;
    }
  table = wb_template_append_table_head (parent, columns);
  for (guint i = 0; rows != NULL && rows[i] != NULL; i++)
    wb_template_append_table_row (table, field, columns, rows[i], context);
  for (guint i = 0; (rows == NULL || rows[0] == NULL) && i < WB_TEMPLATE_BLANK_ROWS; i++)
    wb_template_append_table_row (table, field, columns, NULL, context);

  return TRUE;
}

/* The list of the files; on paper, lines to name what lies with it. */
static void
append_attachments (WbBlock                 *parent,
                    const WbField           *field,
                    const WbTemplateContext *context)
{
  if (context->deck || (context->answers != NULL && wb_answers_count_rows (context->answers, field->id) > 0))
    {
      append_table (parent, field, context);
      return;
    }
  append_blank_lines (parent, BLANK_LINES_TEXT);
}

static char *
join_notes (const char *hint,
            const char *note)
{
  if (*note == '\0')
    return g_strdup (hint);

  return hint != NULL ? g_strconcat (hint, "\n", note, NULL) : g_strdup (note);
}

static void
append_checklist (WbBlock                 *parent,
                  const WbField           *field,
                  const WbTemplateContext *context)
{
  WbBlock *list;

  /* The items come from an entry that is not at hand. */
  if (field->options->len == 0)
    {
      append_single (parent, field, context);
      return;
    }

  list = wb_block_append (parent, wb_block_new (WB_BLOCK_CHECKLIST));
  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (field->options, i);

      wb_template_append_check (list, option, field, context);
    }
}

void
wb_template_append_check (WbBlock                 *list,
                          const WbOption          *item,
                          const WbField           *field,
                          const WbTemplateContext *context)
{
  WbBlock *check = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));
  const char *owner = field != NULL ? get_cell (context, field, item->id, "owner") : "";
  const char *date = field != NULL ? get_cell (context, field, item->id, "date") : "";
  const char *note = field != NULL ? get_cell (context, field, item->id, "note") : "";

  wb_block_append_text (check, item->label, 0, NULL);
  check->done = field != NULL && strcmp (get_cell (context, field, item->id, "done"), "1") == 0;
  check->note = join_notes (item->note, note);
  /* On a slide nobody writes, nor where something is for reading only. */
  check->owner = *owner != '\0' || !wb_template_says_open (context) ? g_strdup (owner) : NULL;
  if (*date != '\0')
    check->date = wb_answer_date_to_display (date);
  else
    check->date = wb_template_says_open (context) ? NULL : g_strdup ("");
}

void
wb_template_append_skipped (WbBlock    *parent,
                            const char *reason)
{
  WbBlock *paragraph = wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH));

  wb_block_append_text (paragraph, reason != NULL ? reason : _("Does not apply."), WB_INLINE_EMPHASIS, NULL);
}

void
wb_template_append_field (WbBlock                 *parent,
                          const WbField           *field,
                          const WbTemplateContext *context)
{
  const char *reason = NULL;

  g_return_if_fail (parent != NULL);
  g_return_if_fail (field != NULL);

  if (context == NULL)
    context = &empty_context;

  if (wb_template_is_skipped (field, context, &reason))
    {
      if (!context->leave_out_skipped)
        wb_template_append_skipped (parent, reason);
      return;
    }

  switch (field->type)
    {
    case WB_FIELD_CHOICE:
      append_choice (parent, field, context);
      break;
    case WB_FIELD_CHOICES:
      append_choices (parent, field, context);
      break;
    case WB_FIELD_PERSON:
      append_person (parent, field, context);
      break;
    case WB_FIELD_TABLE:
      if (field->grid != WB_GRID_NONE)
        wb_template_append_grid (parent, field, NULL, context);
      else
        append_table (parent, field, context);
      break;
    case WB_FIELD_GROUP:
      append_group (parent, field, context);
      break;
    case WB_FIELD_ATTACHMENT:
      append_attachments (parent, field, context);
      break;
    case WB_FIELD_CHECKLIST:
      append_checklist (parent, field, context);
      break;

    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_DATE:
    case WB_FIELD_RATING:
    case WB_FIELD_NUMBER:
    case WB_FIELD_YES_NO:
    default:
      append_single (parent, field, context);
      break;
    }
}
