/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-slides.h"

#include "wb-paginator-private.h"

#define UNIT (WB_ODF_SLIDE_WIDTH / 1280.0)
#define GAP 10.0
#define MIN_HEIGHT 24.0
#define COLUMN_GAP 24.0
#define TITLE_BODY_TOP 260.0
#define FIGURE_ROOM 300.0

static const double scales[] = { 1.0, 0.9, 0.8, 0.7 };

/* What is not taken apart any more: a block, an item of a list, some rows of a table. */
typedef struct
{
  GPtrArray *blocks; /* WbBlock; a group of checklists is several */
  const WbBlock *source; /* the list that items came from, so that they come together again */
} Unit;

typedef struct
{
  WbLayout *layout;
  GPtrArray *slides;
} Packer;

static void
box_free (gpointer data)
{
  WbOdfBox *box = data;

  g_ptr_array_unref (box->blocks);
  g_free (box);
}

static void
slide_free (gpointer data)
{
  WbOdfSlide *slide = data;

  g_clear_pointer (&slide->heading, wb_block_unref);
  g_ptr_array_unref (slide->boxes);
  g_ptr_array_unref (slide->notes);
  g_free (slide);
}

static void
unit_free (gpointer data)
{
  Unit *unit = data;

  g_ptr_array_unref (unit->blocks);
  g_free (unit);
}

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) wb_block_unref);
}

static Unit *
add_unit (GPtrArray     *units,
          WbBlock       *block,
          const WbBlock *source)
{
  Unit *unit = g_new0 (Unit, 1);

  unit->blocks = new_blocks ();
  unit->source = source;
  if (block != NULL)
    g_ptr_array_add (unit->blocks, block);
  g_ptr_array_add (units, unit);

  return unit;
}

/* The height that our own layout gives @blocks. */
static double
measure (Packer    *self,
         GPtrArray *blocks,
         double     width,
         double     scale)
{
  WbStyle *style = wb_style_new_deck (UNIT, scale);
  g_autoptr(WbFlow) flow = NULL;
  double height = 0;

  g_ptr_array_add (self->layout->styles, style);
  self->layout->style = style;
  flow = wb_flow_new (self->layout, self->layout->root, WB_ODF_SLIDE_LEFT, width);
  wb_flow_add_blocks (flow, blocks);
  for (guint i = 0; i < flow->pieces->len; i++)
    {
      const WbPiece *piece = g_ptr_array_index (flow->pieces, i);

      height += (i > 0 ? piece->space_before : 0) + piece->pad_top + piece->height + piece->pad_bottom;
    }

  return height;
}

static WbBlock *
copy_rows (const WbBlock *table,
           guint          first,
           guint          n)
{
  const guint n_headers = MIN (table->header_rows, table->children->len);
  WbBlock *part = wb_block_copy_shell (table);

  for (guint i = 0; i < n_headers; i++)
    wb_block_append (part, wb_block_copy (g_ptr_array_index (table->children, i)));
  for (guint i = first; i < first + n; i++)
    wb_block_append (part, wb_block_copy (g_ptr_array_index (table->children, i)));

  return part;
}

/* Cells that reach over several rows keep a table in one piece. */
static gboolean
may_be_split (const WbBlock *table)
{
  for (guint i = 0; i < table->children->len; i++)
    {
      const WbBlock *row = g_ptr_array_index (table->children, i);

      for (guint j = 0; j < row->children->len; j++)
        if (((const WbBlock *) g_ptr_array_index (row->children, j))->rows > 1)
          return FALSE;
    }

  return TRUE;
}

static void
add_table_units (Packer        *self,
                 GPtrArray     *units,
                 const WbBlock *table,
                 double         room,
                 double         scale)
{
  const guint n_headers = MIN (table->header_rows, table->children->len);
  guint first = n_headers;

  if (!may_be_split (table) || first == table->children->len)
    {
      add_unit (units, wb_block_copy (table), NULL);
      return;
    }

  while (first < table->children->len)
    {
      guint n = table->children->len - first;

      for (;;)
        {
          g_autoptr(GPtrArray) part = new_blocks ();
          double height;

          g_ptr_array_add (part, copy_rows (table, first, n));
          height = measure (self, part, WB_ODF_SLIDE_RIGHT - WB_ODF_SLIDE_LEFT, scale);
          if (n == 1 || height <= room)
            break;
          n = MAX (1, MIN (n - 1, (guint) (n * room / height)));
        }
      add_unit (units, copy_rows (table, first, n), NULL);
      first += n;
    }
}

static void
add_list_units (GPtrArray     *units,
                const WbBlock *list)
{
  for (guint i = 0; i < list->children->len; i++)
    {
      WbBlock *part = wb_block_copy_shell (list);

      part->start = list->start + (int) i;
      wb_block_append (part, wb_block_copy (g_ptr_array_index (list->children, i)));
      add_unit (units, part, list);
    }
}

/* Whole blocks, or as small as they may get where @apart. */
static GPtrArray *
create_units (Packer    *self,
              GPtrArray *blocks,
              gboolean   apart,
              double     room,
              double     scale)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (unit_free);

  for (guint i = 0; i < blocks->len; i++)
    {
      WbBlock *block = g_ptr_array_index (blocks, i);
      const guint n = wb_flow_count_checklist (blocks, i);
      Unit *unit;

      if (n > 1)
        {
          unit = add_unit (units, NULL, NULL);
          for (guint j = i; j < i + n; j++)
            g_ptr_array_add (unit->blocks, wb_block_ref (g_ptr_array_index (blocks, j)));
          i += n - 1;
        }
      else if (apart && block->type == WB_BLOCK_LIST)
        add_list_units (units, block);
      else if (apart && block->type == WB_BLOCK_TABLE)
        add_table_units (self, units, block, room, scale);
      else
        add_unit (units, wb_block_ref (block), NULL);
    }

  return units;
}

static gboolean
has_columns (const WbBlock *checklist)
{
  for (guint i = 0; i < checklist->children->len; i++)
    {
      const WbBlock *check = g_ptr_array_index (checklist->children, i);

      if (check->owner != NULL || check->date != NULL)
        return TRUE;
    }

  return FALSE;
}

static WbOdfBoxType
get_box_type (const Unit *unit)
{
  const WbBlock *block = g_ptr_array_index (unit->blocks, 0);

  if (unit->blocks->len > 1)
    return WB_ODF_BOX_TABLE;

  switch (block->type)
    {
    case WB_BLOCK_TABLE:
    case WB_BLOCK_SHEET:
    case WB_BLOCK_AGENDA:
      return WB_ODF_BOX_TABLE;
    case WB_BLOCK_CHECKLIST:
      return has_columns (block) ? WB_ODF_BOX_TABLE : WB_ODF_BOX_TEXT;
    case WB_BLOCK_FIGURE:
      return block->figure != NULL ? WB_ODF_BOX_FIGURE : WB_ODF_BOX_TEXT;
    default:
      return WB_ODF_BOX_TEXT;
    }
}

static void
add_to_box (WbOdfBox   *box,
            const Unit *unit,
            const Unit *before)
{
  WbBlock *block = g_ptr_array_index (unit->blocks, 0);

  /* Items of one list come together again. */
  if (before != NULL && unit->source != NULL && before->source == unit->source && box->blocks->len > 0)
    {
      WbBlock *list = g_ptr_array_index (box->blocks, box->blocks->len - 1);

      wb_block_append (list, wb_block_copy (g_ptr_array_index (block->children, 0)));
      return;
    }
  for (guint i = 0; i < unit->blocks->len; i++)
    {
      block = g_ptr_array_index (unit->blocks, i);
      g_ptr_array_add (box->blocks, unit->source != NULL ? wb_block_copy (block) : wb_block_ref (block));
    }
}

static WbOdfBox *
add_box (WbOdfSlide   *slide,
         WbOdfBoxType  type,
         double        x,
         double        width)
{
  WbOdfBox *box = g_new0 (WbOdfBox, 1);

  box->type = type;
  box->x = x;
  box->width = width;
  box->blocks = new_blocks ();
  g_ptr_array_add (slide->boxes, box);

  return box;
}

/* Stacks @units from @y on; returns where they end. */
static double
stack_units (Packer     *self,
             WbOdfSlide *slide,
             GPtrArray  *units,
             guint       first,
             guint       end,
             double      x,
             double      y,
             double      width)
{
  WbOdfBox *box = NULL;
  const guint first_box = slide->boxes->len;

  for (guint i = first; i < end; i++)
    {
      const Unit *unit = g_ptr_array_index (units, i);
      const WbOdfBoxType type = get_box_type (unit);

      if (box == NULL || type != WB_ODF_BOX_TEXT || box->type != WB_ODF_BOX_TEXT)
        box = add_box (slide, type, x, width);
      add_to_box (box, unit, i > first ? g_ptr_array_index (units, i - 1) : NULL);
    }
  for (guint i = first_box; i < slide->boxes->len; i++)
    {
      box = g_ptr_array_index (slide->boxes, i);
      box->y = y;
      box->height = measure (self, box->blocks, width, slide->scale);
      box->height = MAX (MIN_HEIGHT, box->height);
      if (box->type == WB_ODF_BOX_FIGURE)
        box->height = MIN (box->height, FIGURE_ROOM);
      y += box->height + GAP;
    }

  return y;
}

static double
measure_units (Packer    *self,
               GPtrArray *units,
               guint      first,
               guint      end,
               double     width,
               double     scale)
{
  WbOdfSlide slide = { scale };
  double height;

  slide.boxes = g_ptr_array_new_with_free_func (box_free);
  height = stack_units (self, &slide, units, first, end, 0, 0, width) - GAP;
  g_ptr_array_unref (slide.boxes);

  return height;
}

static WbOdfSlide *
add_slide (Packer        *self,
           const WbBlock *heading,
           GPtrArray     *notes,
           double         scale,
           guint          part)
{
  WbOdfSlide *slide = g_new0 (WbOdfSlide, 1);

  slide->scale = scale;
  slide->part = part;
  slide->heading = heading != NULL ? wb_block_ref ((WbBlock *) heading) : NULL;
  slide->is_title = heading != NULL && heading->level == 1;
  slide->boxes = g_ptr_array_new_with_free_func (box_free);
  slide->notes = new_blocks ();
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (slide->notes, wb_block_ref (g_ptr_array_index (notes, i)));
  g_ptr_array_add (self->slides, slide);

  return slide;
}

static double
get_top (const WbBlock *heading)
{
  if (heading == NULL)
    return WB_ODF_SLIDE_TOP;

  return heading->level == 1 ? TITLE_BODY_TOP : WB_ODF_SLIDE_BODY_TOP;
}

/* Columns side by side, one box each; what they hold beyond text goes below. */
static void
add_columns (Packer        *self,
             const WbBlock *heading,
             const WbBlock *columns,
             GPtrArray     *notes)
{
  const guint n = columns->children->len;
  const double width = (WB_ODF_SLIDE_RIGHT - WB_ODF_SLIDE_LEFT - (n - 1) * COLUMN_GAP) / n;
  const double room = WB_ODF_SLIDE_BOTTOM - get_top (heading);
  WbOdfSlide *slide = add_slide (self, heading, notes, 1.0, 1);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      double highest = 0;

      slide->scale = scales[i];
      g_ptr_array_set_size (slide->boxes, 0);
      for (guint j = 0; j < n; j++)
        {
          const WbBlock *column = g_ptr_array_index (columns->children, j);
          g_autoptr(GPtrArray) units = create_units (self, column->children, FALSE, room, scales[i]);
          const double x = WB_ODF_SLIDE_LEFT + j * (width + COLUMN_GAP);
          /* Not inside MAX(), which would stack them twice. */
          const double end = stack_units (self, slide, units, 0, units->len, x, get_top (heading), width);

          highest = MAX (highest, end);
        }
      if (highest <= WB_ODF_SLIDE_BOTTOM + GAP)
        break;
    }
}

static void
pack (Packer        *self,
      const WbBlock *heading,
      GPtrArray     *blocks,
      GPtrArray     *notes)
{
  const double width = WB_ODF_SLIDE_RIGHT - WB_ODF_SLIDE_LEFT;
  const double room = WB_ODF_SLIDE_BOTTOM - get_top (heading);
  const double least = scales[G_N_ELEMENTS (scales) - 1];
  g_autoptr(GPtrArray) units = create_units (self, blocks, FALSE, room, 1.0);
  guint first = 0, part = 1;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (measure_units (self, units, 0, units->len, width, scales[i]) <= room)
      {
        stack_units (self, add_slide (self, heading, notes, scales[i], 1), units, 0, units->len, WB_ODF_SLIDE_LEFT,
                     get_top (heading), width);
        return;
      }

  g_ptr_array_unref (units);
  units = create_units (self, blocks, TRUE, room, least);
  while (first < units->len)
    {
      guint end = first + 1;

      while (end < units->len && measure_units (self, units, first, end + 1, width, least) <= room)
        end++;
      stack_units (self, add_slide (self, heading, notes, least, part++), units, first, end, WB_ODF_SLIDE_LEFT,
                   get_top (heading), width);
      first = end;
    }
}

static void
add_blocks (Packer    *self,
            GPtrArray *blocks,
            GPtrArray *notes)
{
  g_autoptr(GPtrArray) rest = new_blocks ();
  const WbBlock *heading = NULL;
  const WbBlock *only;

  if (blocks->len == 0)
    return;
  if (((const WbBlock *) g_ptr_array_index (blocks, 0))->type == WB_BLOCK_HEADING)
    heading = g_ptr_array_index (blocks, 0);
  for (guint i = heading != NULL ? 1 : 0; i < blocks->len; i++)
    g_ptr_array_add (rest, wb_block_ref (g_ptr_array_index (blocks, i)));

  only = rest->len == 1 ? g_ptr_array_index (rest, 0) : NULL;
  if (only != NULL && only->type == WB_BLOCK_COLUMNS && only->children->len > 0)
    add_columns (self, heading, only, notes);
  else
    pack (self, heading, rest, notes);
}

GPtrArray *
wb_odf_slides_new (WbDocument *deck)
{
  GPtrArray *blocks = wb_document_get_root (deck)->children;
  g_autoptr(GPtrArray) slide = g_ptr_array_new ();
  g_autoptr(GPtrArray) notes = g_ptr_array_new ();
  Packer self = { wb_layout_new (deck), g_ptr_array_new_with_free_func (slide_free) };

  self.layout->page_width = WB_ODF_SLIDE_WIDTH;
  self.layout->page_height = WB_ODF_SLIDE_HEIGHT;
  self.layout->top = self.layout->first_top = WB_ODF_SLIDE_BODY_TOP;
  self.layout->bottom = WB_ODF_SLIDE_BOTTOM;
  for (guint i = 0; i <= blocks->len; i++)
    {
      WbBlock *block = i < blocks->len ? g_ptr_array_index (blocks, i) : NULL;

      if (block == NULL || block->type == WB_BLOCK_SLIDE_BREAK)
        {
          add_blocks (&self, slide, notes);
          g_ptr_array_set_size (slide, 0);
          g_ptr_array_set_size (notes, 0);
        }
      else if (block->type == WB_BLOCK_CALLOUT && block->callout == WB_CALLOUT_NOTES)
        for (guint j = 0; j < block->children->len; j++)
          g_ptr_array_add (notes, g_ptr_array_index (block->children, j));
      else
        g_ptr_array_add (slide, block);
    }
  wb_layout_free (self.layout);

  return self.slides;
}
