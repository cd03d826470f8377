/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In characters. */
#define MAX_TITLE 120
#define MAX_ALT 600
#define MAX_WORDS 80
#define MAX_TEXT 240
#define MAX_AXIS 40

/* The list @key of between @min and @max entries; 0 when it is not. */
static guint
get_list (const WbJson *json,
          const char   *key,
          guint         min,
          guint         max,
          WbJson       *list)
{
  const guint length = wb_json_get_array (json, key, max, WB_JSON_REQUIRED, list);

  if (length > 0 && length < min)
    {
      wb_json_fault (list, NULL, _("has fewer than %u entries"), min);
      return 0;
    }

  return length;
}

/* The entry of a list as one line. */
static const char *
get_words (const WbJson *list,
           guint         index)
{
  WbJson element = wb_json_element (list, index);
  const char *words = wb_json_as_text (&element, MAX_WORDS, WB_JSON_REQUIRED | WB_JSON_LINE);

  return words != NULL ? words : "";
}

static void
read_steps (const WbJson *json,
            WbFigure     *figure)
{
  const gboolean ring = figure->type == WB_FIGURE_CYCLE;
  WbJson list;
  const guint length = get_list (json, "steps", ring ? 3 : 2, ring ? 8 : 6, &list);

  for (guint i = 0; i < length; i++)
    wb_figure_add_part (figure, get_words (&list, i), NULL);
}

static void
read_layers (const WbJson *json,
             WbFigure     *figure)
{
  WbJson list;
  const guint length = get_list (json, "layers", 2, 5, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson layer = wb_json_element (&list, i);

      if (!wb_json_is_object (&layer))
        continue;
      wb_json_allow (&layer, "title", "text", NULL);
      wb_figure_add_part (figure,
                          wb_json_get_text_or_empty (&layer, "title", MAX_WORDS, WB_JSON_REQUIRED | WB_JSON_LINE),
                          wb_json_get_text (&layer, "text", MAX_TEXT, WB_JSON_LINE));
    }
}

static void
read_bars (const WbJson *json,
           WbFigure     *figure)
{
  WbJson list;
  const guint length = get_list (json, "bars", 2, 10, &list);

  wb_figure_set_unit (figure, wb_json_get_text_or_empty (json, "unit", MAX_AXIS, WB_JSON_LINE));
  for (guint i = 0; i < length; i++)
    {
      WbJson bar = wb_json_element (&list, i);
      WbFigurePart *part;

      if (!wb_json_is_object (&bar))
        continue;
      wb_json_allow (&bar, "label", "value", NULL);
      part = wb_figure_add_part (figure, wb_json_get_text_or_empty (&bar, "label", MAX_WORDS,
                                                                    WB_JSON_REQUIRED | WB_JSON_LINE), NULL);
      part->value = wb_json_get_number (&bar, "value", 0, WB_JSON_REQUIRED);
    }
}

/* The entry of a list of lists. */
static guint
get_row (WbJson *row,
         guint   length)
{
  if (row->node == NULL || !JSON_NODE_HOLDS_ARRAY (row->node)
      || json_array_get_length (json_node_get_array (row->node)) != length)
    {
      wb_json_fault (row, NULL, _("must be a list of %u entries"), length);
      return 0;
    }

  return length;
}

static void
read_grid (const WbJson *json,
           WbFigure     *figure)
{
  WbJson list;
  const guint length = get_list (json, "cells", 2, 2, &list);

  wb_figure_set_axes (figure, wb_json_get_text_or_empty (json, "x", MAX_AXIS, WB_JSON_REQUIRED | WB_JSON_LINE),
                      wb_json_get_text_or_empty (json, "y", MAX_AXIS, WB_JSON_REQUIRED | WB_JSON_LINE));
  for (guint i = 0; i < length; i++)
    {
      WbJson row = wb_json_element (&list, i);
      const guint columns = get_row (&row, 2);

      for (guint j = 0; j < columns; j++)
        wb_figure_add_part (figure, get_words (&row, j), NULL);
    }
}

static void
read_matrix_row (const WbJson *json,
                 WbFigure     *figure)
{
  WbFigurePart *part;
  WbJson cells;
  guint length;

  if (!wb_json_is_object (json))
    return;

  wb_json_allow (json, "title", "cells", NULL);
  part = wb_figure_add_part (figure, wb_json_get_text_or_empty (json, "title", MAX_WORDS,
                                                                WB_JSON_REQUIRED | WB_JSON_LINE), NULL);
  cells = wb_json_member (json, "cells");
  length = get_row (&cells, figure->columns->len);
  for (guint i = 0; i < length; i++)
    {
      WbJson cell = wb_json_element (&cells, i);
      const char *words = wb_json_as_text (&cell, MAX_WORDS, WB_JSON_LINE);

      wb_figure_part_add_cell (part, words != NULL ? words : "");
    }
}

static void
read_matrix (const WbJson *json,
             WbFigure     *figure)
{
  WbJson list;
  guint length = get_list (json, "columns", 1, 6, &list);

  for (guint i = 0; i < length; i++)
    wb_figure_add_column (figure, get_words (&list, i));
  length = get_list (json, "rows", 1, 6, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson row = wb_json_element (&list, i);

      read_matrix_row (&row, figure);
    }
}

static const struct
{
  const char *keys[3];
  void (*read) (const WbJson *json,
                WbFigure     *figure);
} types[] = {
  [WB_FIGURE_FLOW] = { { "steps" }, read_steps },
  [WB_FIGURE_CYCLE] = { { "steps" }, read_steps },
  [WB_FIGURE_LAYERS] = { { "layers" }, read_layers },
  [WB_FIGURE_BARS] = { { "unit", "bars" }, read_bars },
  [WB_FIGURE_GRID] = { { "x", "y", "cells" }, read_grid },
  [WB_FIGURE_MATRIX] = { { "columns", "rows" }, read_matrix },
};

G_STATIC_ASSERT (G_N_ELEMENTS (types) == WB_N_FIGURE_TYPES);

WbFigure *
wb_figure_read (const WbJson *json)
{
  const guint n_faults = json->report->faults->len;
  g_autoptr (WbFigure) figure = NULL;
  const char *name, *title, *alt;
  WbFigureType type;

  if (!wb_json_is_object (json))
    return NULL;

  name = wb_json_get_text (json, "type", 0, WB_JSON_REQUIRED);
  title = wb_json_get_text_or_empty (json, "title", MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE);
  alt = wb_json_get_text_or_empty (json, "alt", MAX_ALT, WB_JSON_REQUIRED | WB_JSON_LINE);
  if (name == NULL)
    return NULL;
  if (!wb_figure_type_from_string (name, &type))
    {
      wb_json_fault (json, "type", _("“%.60s” is none of flow, cycle, layers, bars, grid, matrix"), name);
      return NULL;
    }

  wb_json_allow (json, "type", "title", "alt", types[type].keys[0], types[type].keys[1], types[type].keys[2], NULL);
  figure = wb_figure_new (type, title, alt);
  types[type].read (json, figure);

  return json->report->faults->len == n_faults ? g_steal_pointer (&figure) : NULL;
}

WbFigure *
wb_figure_from_json (const char  *text,
                     GError     **error)
{
  g_autoptr (WbJsonReport) report = wb_json_report_new (FALSE);
  g_autoptr (WbFigure) figure = NULL;
  g_autoptr (JsonNode) node = NULL;
  WbJson root;

  g_return_val_if_fail (text != NULL, NULL);

  node = wb_json_parse (text, strlen (text), error);
  if (node == NULL)
    return NULL;
  root = wb_json_root (node, report);
  figure = wb_figure_read (&root);

  return wb_json_report_propagate (report, error) ? g_steal_pointer (&figure) : NULL;
}
