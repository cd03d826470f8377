/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"

static const char *const type_names[] = {
  [WB_FIGURE_FLOW] = "flow", [WB_FIGURE_CYCLE] = "cycle", [WB_FIGURE_LAYERS] = "layers",
  [WB_FIGURE_BARS] = "bars", [WB_FIGURE_GRID] = "grid",   [WB_FIGURE_MATRIX] = "matrix",
};

G_STATIC_ASSERT (G_N_ELEMENTS (type_names) == WB_N_FIGURE_TYPES);

G_DEFINE_BOXED_TYPE (WbFigure, wb_figure, wb_figure_ref, wb_figure_unref)

const char *
wb_figure_type_to_string (WbFigureType type)
{
  g_return_val_if_fail ((guint) type < WB_N_FIGURE_TYPES, NULL);

  return type_names[type];
}

gboolean
wb_figure_type_from_string (const char   *name,
                            WbFigureType *type)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; i < WB_N_FIGURE_TYPES; i++)
    if (g_strcmp0 (name, type_names[i]) == 0)
      {
        *type = i;
        return TRUE;
      }

  return FALSE;
}

static void
figure_part_free (gpointer data)
{
  WbFigurePart *part = data;

  g_free (part->title);
  g_free (part->text);
  g_free (part->mark);
  g_ptr_array_unref (part->cells);
  g_array_unref (part->levels);
  g_free (part);
}

WbFigure *
wb_figure_new (WbFigureType  type,
               const char   *title,
               const char   *alt)
{
  WbFigure *self;

  g_return_val_if_fail ((guint) type < WB_N_FIGURE_DRAWN, NULL);
  g_return_val_if_fail (title != NULL && alt != NULL, NULL);

  self = g_atomic_rc_box_new0 (WbFigure);
  self->type = type;
  self->title = g_strdup (title);
  self->alt = g_strdup (alt);
  self->unit = g_strdup ("");
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->edges = g_array_new (FALSE, FALSE, sizeof (WbFigureEdge));
  self->parts = g_ptr_array_new_with_free_func (figure_part_free);

  return self;
}

WbFigure *
wb_figure_ref (WbFigure *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
figure_clear (gpointer data)
{
  WbFigure *self = data;

  g_free (self->title);
  g_free (self->alt);
  g_free (self->unit);
  g_free (self->x);
  g_free (self->y);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->edges);
  g_ptr_array_unref (self->parts);
}

void
wb_figure_unref (WbFigure *self)
{
  g_atomic_rc_box_release_full (self, figure_clear);
}

void
wb_figure_set_unit (WbFigure   *self,
                    const char *unit)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (unit != NULL);

  g_free (self->unit);
  self->unit = g_strdup (unit);
}

void
wb_figure_set_axes (WbFigure   *self,
                    const char *x,
                    const char *y)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (x != NULL && y != NULL);

  g_free (self->x);
  g_free (self->y);
  self->x = g_strdup (x);
  self->y = g_strdup (y);
}

void
wb_figure_set_graded (WbFigure *self,
                      gboolean  graded)
{
  g_return_if_fail (self != NULL);

  self->graded = graded;
}

void
wb_figure_add_column (WbFigure   *self,
                      const char *title)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (title != NULL);

  g_ptr_array_add (self->columns, g_strdup (title));
}

WbFigurePart *
wb_figure_add_part (WbFigure   *self,
                    const char *title,
                    const char *text)
{
  WbFigurePart *part;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  part = g_new0 (WbFigurePart, 1);
  part->title = g_strdup (title);
  part->text = g_strdup (text);
  part->cells = g_ptr_array_new_with_free_func (g_free);
  part->levels = g_array_new (FALSE, FALSE, sizeof (int));
  g_ptr_array_add (self->parts, part);

  return part;
}

void
wb_figure_part_set_mark (WbFigurePart *part,
                         const char   *mark)
{
  g_return_if_fail (part != NULL);
  g_return_if_fail (mark != NULL);

  g_free (part->mark);
  part->mark = g_strdup (mark);
}

void
wb_figure_part_add_cell (WbFigurePart *part,
                         const char   *text)
{
  g_return_if_fail (part != NULL);
  g_return_if_fail (text != NULL);

  g_ptr_array_add (part->cells, g_strdup (text));
}

void
wb_figure_part_add_level (WbFigurePart *part,
                          int           level,
                          const char   *text)
{
  g_return_if_fail (part != NULL && text != NULL);
  g_return_if_fail (level >= WB_FIGURE_NO_LEVEL && level < 5);

  g_ptr_array_add (part->cells, g_strdup (text));
  g_array_append_val (part->levels, level);
}

void
wb_figure_part_set_strong (WbFigurePart *part,
                           gboolean      strong)
{
  g_return_if_fail (part != NULL);

  part->strong = strong;
}

void
wb_figure_part_set_dashed (WbFigurePart *part,
                           gboolean      dashed)
{
  g_return_if_fail (part != NULL);

  part->dashed = dashed;
}

void
wb_figure_part_set_place (WbFigurePart *part,
                          guint         row,
                          guint         column)
{
  g_return_if_fail (part != NULL);

  part->row = row;
  part->column = column;
}

void
wb_figure_add_row (WbFigure   *self,
                   const char *title)
{
  g_return_if_fail (self != NULL && title != NULL);

  g_ptr_array_add (self->rows, g_strdup (title));
}

void
wb_figure_add_edge (WbFigure *self,
                    guint     from,
                    guint     to,
                    gboolean  strong)
{
  WbFigureEdge edge = { from, to, strong };

  g_return_if_fail (self != NULL);
  g_return_if_fail (from < self->parts->len && to < self->parts->len);

  g_array_append_val (self->edges, edge);
}

gboolean
wb_figure_is_chart (const WbFigure *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->type == WB_FIGURE_BARS || self->type >= WB_FIGURE_HEAT;
}

char *
wb_figure_format_value (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return wb_answer_number_to_display (g_ascii_formatd (text, sizeof text, "%.12g", value));
}

static void
append_cell (WbBlock    *row,
             const char *text)
{
  wb_block_append_text (wb_block_append (row, wb_block_new (WB_BLOCK_CELL)), text, 0, NULL);
}

static const WbFigurePart *
get_part (const WbFigure *self,
          guint           index)
{
  return g_ptr_array_index (self->parts, index);
}

static void
fill_steps (const WbFigure *self,
            WbBlock        *table)
{
  wb_block_append_row (table, _("No."), _("Step"), NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WbFigurePart *part = get_part (self, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *step = part->text != NULL ? g_strdup_printf ("%s (%s)", part->title, part->text) : NULL;

      wb_block_append_row (table, number, step != NULL ? step : part->title, NULL);
    }
}

static void
fill_layers (const WbFigure *self,
             WbBlock        *table)
{
  wb_block_append_row (table, _("Layer"), _("What it holds"), NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WbFigurePart *part = get_part (self, i);

      wb_block_append_row (table, part->title, part->text != NULL ? part->text : "", NULL);
    }
}

static void
fill_bars (const WbFigure *self,
           WbBlock        *table)
{
  const WbAlign aligns[] = { WB_ALIGN_START, WB_ALIGN_END };

  g_array_append_vals (table->aligns, aligns, G_N_ELEMENTS (aligns));
  wb_block_append_row (table, _("What"), *self->unit != '\0' ? self->unit : _("Value"), NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autofree char *value = wb_figure_format_value (get_part (self, i)->value);

      wb_block_append_row (table, get_part (self, i)->title, value, NULL);
    }
}

static void
fill_grid (const WbFigure *self,
           WbBlock        *table)
{
  const char *x = self->x != NULL ? self->x : "", *y = self->y != NULL ? self->y : "";
  /* Translators: the end of an axis, as in "Interest: low". */
  g_autofree char *x_low = g_strdup_printf (_("%s: low"), x), *x_high = g_strdup_printf (_("%s: high"), x);
  g_autofree char *y_low = g_strdup_printf (_("%s: low"), y), *y_high = g_strdup_printf (_("%s: high"), y);

  if (self->parts->len != 4)
    return;

  wb_block_append_row (table, "", x_low, x_high, NULL);
  wb_block_append_row (table, y_high, get_part (self, 0)->title, get_part (self, 1)->title, NULL);
  wb_block_append_row (table, y_low, get_part (self, 2)->title, get_part (self, 3)->title, NULL);
}

static void
fill_matrix (const WbFigure *self,
             WbBlock        *table)
{
  WbBlock *row = wb_block_append_row (table, "", NULL);

  for (guint i = 0; i < self->columns->len; i++)
    append_cell (row, g_ptr_array_index (self->columns, i));
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WbFigurePart *part = get_part (self, i);

      row = wb_block_append_row (table, part->title, NULL);
      for (guint j = 0; j < part->cells->len; j++)
        append_cell (row, g_ptr_array_index (part->cells, j));
    }
}

static void
fill_heat (const WbFigure *self,
           WbBlock        *table)
{
  WbBlock *row = wb_block_append_row (table, "", NULL);

  for (guint i = 0; i < self->columns->len; i++)
    append_cell (row, g_ptr_array_index (self->columns, i));
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WbFigurePart *part = get_part (self, i);

      row = wb_block_append_row (table, part->title, NULL);
      for (guint j = 0; j < part->levels->len; j++)
        {
          const int level = g_array_index (part->levels, int, j);
          const char *cell = g_ptr_array_index (part->cells, j);
          g_autofree char *text = level != WB_FIGURE_NO_LEVEL ? g_strdup_printf ("%d · %s", level, cell) : g_strdup (cell);

          append_cell (row, text);
        }
    }
}

static void
fill_graph (const WbFigure *self,
            WbBlock        *table)
{
  wb_block_append_row (table, _("No."), _("Barrier"), _("Brings about"), NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr (GString) effects = g_string_new (NULL);

      for (guint j = 0; j < self->edges->len; j++)
        {
          const WbFigureEdge *edge = &g_array_index (self->edges, WbFigureEdge, j);

          if (edge->from == i)
            g_string_append_printf (effects, "%s%u", effects->len > 0 ? ", " : "", edge->to + 1);
        }
      wb_block_append_row (table, number, get_part (self, i)->title, effects->len > 0 ? effects->str : "–", NULL);
    }
}

/* The name of an axis without the arrow that stands behind it. (transfer full) */
static char *
dup_axis (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name != NULL ? name : "", " ", 2);

  return g_strdup (words[0] != NULL ? words[0] : "");
}

static void
fill_places (const WbFigure *self,
             WbBlock        *table)
{
  g_autofree char *x = dup_axis (self->x), *y = dup_axis (self->y);

  wb_block_append_row (table, _("No."), _("Name"), y, x, NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WbFigurePart *part = get_part (self, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      wb_block_append_row (table, number, part->title,
                           part->row < self->rows->len ? g_ptr_array_index (self->rows, part->row) : "",
                           part->column < self->columns->len ? g_ptr_array_index (self->columns, part->column) : "", NULL);
    }
}

static void
fill_timeline (const WbFigure *self,
               WbBlock        *table)
{
  wb_block_append_row (table, _("No."), _("When"), _("What"), NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WbFigurePart *part = get_part (self, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      wb_block_append_row (table, number, part->text != NULL ? part->text : "", part->title, NULL);
    }
}

WbBlock *
wb_figure_create_table (const WbFigure *self)
{
  static void (*const fills[]) (const WbFigure *figure, WbBlock *table) = {
    [WB_FIGURE_FLOW] = fill_steps, [WB_FIGURE_CYCLE] = fill_steps, [WB_FIGURE_LAYERS] = fill_layers,
    [WB_FIGURE_BARS] = fill_bars,  [WB_FIGURE_GRID] = fill_grid,   [WB_FIGURE_MATRIX] = fill_matrix,
    [WB_FIGURE_HEAT] = fill_heat,  [WB_FIGURE_GRAPH] = fill_graph,
    [WB_FIGURE_PLACES] = fill_places, [WB_FIGURE_TIMELINE] = fill_timeline,
  };
  WbBlock *table;

  g_return_val_if_fail (self != NULL, NULL);

  G_STATIC_ASSERT (G_N_ELEMENTS (fills) == WB_N_FIGURE_DRAWN);
  table = wb_block_new (WB_BLOCK_TABLE);
  table->header_rows = 1;
  fills[self->type] (self, table);

  return table;
}

static void
append_words (GString    *text,
              const char *separator,
              const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "%s%s", separator, words);
}

char *
wb_figure_to_text (const WbFigure *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (self->title);
  append_words (text, "\n", self->alt);
  append_words (text, "\n", self->unit);
  append_words (text, "\n", self->y);
  append_words (text, "\n", self->x);
  for (guint i = 0; i < self->columns->len; i++)
    append_words (text, i > 0 ? "\t" : "\n", g_ptr_array_index (self->columns, i));
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WbFigurePart *part = get_part (self, i);

      append_words (text, "\n", part->title);
      append_words (text, "\t", part->text);
      for (guint j = 0; j < part->cells->len; j++)
        append_words (text, "\t", g_ptr_array_index (part->cells, j));
    }

  return g_string_free (text, FALSE);
}

WbBlock *
wb_figure_create_block (WbFigure *self)
{
  WbBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = wb_block_new (WB_BLOCK_FIGURE);
  block->figure = wb_figure_ref (self);
  block->with_table = wb_figure_is_chart (self);

  return block;
}
