/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document-equal.h"

#include <string.h>

#include "wb-figure.h"

/* Whoever adds a field must add it below: what is not compared would be shown as it was before. */
#if GLIB_SIZEOF_VOID_P == 8
G_STATIC_ASSERT (sizeof (WbInline) == 32);
G_STATIC_ASSERT (sizeof (WbBlock) == 120);
G_STATIC_ASSERT (sizeof (WbFigurePart) == 64);
G_STATIC_ASSERT (sizeof (WbFigure) == 80);
#endif

static gboolean blocks_equal (const WbBlock *first,
                              const WbBlock *second);

static gboolean
strings_equal (const char *first,
               const char *second)
{
  return g_strcmp0 (first, second) == 0;
}

static gboolean
inlines_equal (gconstpointer first,
               gconstpointer second)
{
  const WbInline *a = first, *b = second;

  return a->flags == b->flags && strings_equal (a->text, b->text) && strings_equal (a->target, b->target)
         && blocks_equal (a->note, b->note);
}

static gboolean
children_equal (gconstpointer first,
                gconstpointer second)
{
  return blocks_equal (first, second);
}

static gboolean
texts_equal (gconstpointer first,
             gconstpointer second)
{
  return strings_equal (first, second);
}

/* (nullable) both; @equal: for two of their elements. */
static gboolean
lists_equal (const GPtrArray *first,
             const GPtrArray *second,
             GEqualFunc       equal)
{
  if (first == NULL || second == NULL)
    return first == second;
  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    if (!equal (first->pdata[i], second->pdata[i]))
      return FALSE;

  return TRUE;
}

/* Of elements that are compared as they lie in memory. (nullable) both */
static gboolean
arrays_equal (GArray *first,
              GArray *second)
{
  if (first == NULL || second == NULL)
    return first == second;

  return first->len == second->len
         && (first->len == 0 || memcmp (first->data, second->data, first->len * g_array_get_element_size (first)) == 0);
}

static gboolean
edges_equal (const GArray *first,
             const GArray *second)
{
  if (first == NULL || second == NULL)
    return first == second;
  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    {
      const WbFigureEdge *a = &g_array_index (first, WbFigureEdge, i), *b = &g_array_index (second, WbFigureEdge, i);

      if (a->from != b->from || a->to != b->to || a->strong != b->strong)
        return FALSE;
    }

  return TRUE;
}

static gboolean
figure_parts_equal (gconstpointer first,
                    gconstpointer second)
{
  const WbFigurePart *a = first, *b = second;

  return !(a->value < b->value) && !(a->value > b->value) && a->row == b->row && a->column == b->column && a->strong == b->strong
         && a->dashed == b->dashed && strings_equal (a->title, b->title) && strings_equal (a->text, b->text)
         && strings_equal (a->mark, b->mark) && lists_equal (a->cells, b->cells, texts_equal) && arrays_equal (a->levels, b->levels);
}

/* (nullable) both */
static gboolean
figures_equal (const WbFigure *a,
               const WbFigure *b)
{
  if (a == b || a == NULL || b == NULL)
    return a == b;

  return a->type == b->type && a->graded == b->graded && strings_equal (a->title, b->title) && strings_equal (a->alt, b->alt)
         && strings_equal (a->unit, b->unit)
         && strings_equal (a->x, b->x) && strings_equal (a->y, b->y) && lists_equal (a->columns, b->columns, texts_equal)
         && lists_equal (a->rows, b->rows, texts_equal) && edges_equal (a->edges, b->edges)
         && lists_equal (a->parts, b->parts, figure_parts_equal);
}

/* (nullable) both */
static gboolean
blocks_equal (const WbBlock *a,
              const WbBlock *b)
{
  if (a == b || a == NULL || b == NULL)
    return a == b;

  return a->type == b->type && a->level == b->level && a->ordered == b->ordered && a->start == b->start && a->done == b->done
         && a->header_rows == b->header_rows && a->header_columns == b->header_columns && a->columns == b->columns
         && a->rows == b->rows && a->lines == b->lines && a->callout == b->callout && a->with_table == b->with_table
         && strings_equal (a->anchor, b->anchor) && strings_equal (a->owner, b->owner) && strings_equal (a->date, b->date)
         && strings_equal (a->note, b->note) && arrays_equal (a->aligns, b->aligns) && figures_equal (a->figure, b->figure)
         && lists_equal (a->inlines, b->inlines, inlines_equal) && lists_equal (a->children, b->children, children_equal);
}

gboolean
wb_document_equal (WbDocument *first,
                   WbDocument *second)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (first), FALSE);
  g_return_val_if_fail (WB_IS_DOCUMENT (second), FALSE);

  return wb_document_get_format (first) == wb_document_get_format (second)
         && wb_document_get_numbered (first) == wb_document_get_numbered (second)
         && wb_document_get_stationery (first) == wb_document_get_stationery (second)
         && strings_equal (wb_document_get_title (first), wb_document_get_title (second))
         && strings_equal (wb_document_get_town (first), wb_document_get_town (second))
         && strings_equal (wb_document_get_region (first), wb_document_get_region (second))
         && strings_equal (wb_document_get_kind (first), wb_document_get_kind (second))
         && strings_equal (wb_document_get_project (first), wb_document_get_project (second))
         && strings_equal (wb_document_get_foot (first), wb_document_get_foot (second))
         && strings_equal (wb_document_get_entry (first), wb_document_get_entry (second))
         && blocks_equal (wb_document_get_root (first), wb_document_get_root (second));
}
