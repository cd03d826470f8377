/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <glib/gi18n-lib.h>

/* A figure takes no more of a page, or of a slide with its title, than this: what is higher is drawn smaller. */
#define MAX_PAGE_SHARE 0.8
#define MAX_SLIDE_SHARE 0.7
/* One that has its slide for itself takes what there is, with text up to this many times as large as in tables. */
#define MAX_ALONE_SCALE 1.4
#define ALONE_STEP 0.1

static const char *
get_family (void)
{
  static const WbTextStyle style = { 10, 1, PANGO_WEIGHT_NORMAL, &wb_color_text };
  static gsize family = 0;

  if (g_once_init_enter (&family))
    {
      PangoFontDescription *font = wb_style_get_font (&style, 0);
      const char *name = g_intern_string (pango_font_description_get_family (font));

      pango_font_description_free (font);
      g_once_init_leave (&family, (gsize) name);
    }

  return (const char *) family;
}

static WbNode *
add_node (WbFlow         *self,
          const WbFigure *figure)
{
  WbNode *node = wb_layout_add_node (self->layout, self->node, "Figure");

  node->alt = g_strdup_printf ("%s: %s", figure->title, figure->alt);

  return node;
}

/* With the text of tables, or smaller where the figure would be higher than @room otherwise. */
static WbFigureDrawing *
create_drawing (WbFlow         *self,
                const WbFigure *figure,
                double          room)
{
  static const double scales[] = { 1.0, 0.9, 0.8 };
  WbFigureDrawing *drawing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_clear_pointer (&drawing, wb_figure_drawing_free);
      drawing = wb_figure_drawing_new (figure, self->layout->context, get_family (),
                                       self->layout->style->cell.size * scales[i], MAX (self->width, 1.0));
      if (wb_figure_drawing_get_height (drawing) <= room)
        break;
    }

  return drawing;
}

/* As large as @room allows. */
static WbFigureDrawing *
create_large_drawing (WbFlow         *self,
                      const WbFigure *figure,
                      double          room)
{
  for (double scale = MAX_ALONE_SCALE; scale > 1; scale -= ALONE_STEP)
    {
      g_autoptr(WbFigureDrawing) drawing = wb_figure_drawing_new (figure, self->layout->context, get_family (),
                                                                  self->layout->style->cell.size * scale, MAX (self->width, 1.0));

      if (wb_figure_drawing_get_height (drawing) <= room)
        return g_steal_pointer (&drawing);
    }

  return create_drawing (self, figure, room);
}

/* Everybody in the room is to read what a figure on a slide is about. */
static const WbTextStyle *
get_caption_style (WbFlow *self)
{
  const WbStyle *style = self->layout->style;

  return style->is_deck ? &style->caption : &style->small;
}

static void
add_drawing (WbFlow         *self,
             const WbFigure *figure)
{
  const WbStyle *style = self->layout->style;
  const double share = style->is_deck ? MAX_SLIDE_SHARE : MAX_PAGE_SHARE;
  const double usual = (self->layout->bottom - self->layout->top) * share;
  const double caption = style->caption_gap + 2 * get_caption_style (self)->size * get_caption_style (self)->leading;
  const double room = self->alone ? MAX (wb_flow_get_room_left (self) - self->gap - caption, usual) : usual;
  WbFigureDrawing *drawing = self->alone ? create_large_drawing (self, figure, room) : create_drawing (self, figure, room);
  WbPiece *piece = wb_flow_add_piece (self, MIN (wb_figure_drawing_get_height (drawing), room));
  WbMark *mark = wb_piece_add_mark (piece, WB_MARK_FIGURE, add_node (self, figure));

  mark->x = self->left;
  mark->width = self->width;
  mark->height = piece->height;
  mark->drawing = drawing;
  piece->keep_with_next = TRUE;
}

static void
add_caption (WbFlow         *self,
             const WbFigure *figure,
             gboolean        keep_with_next)
{
  /* Translators: below a figure; its title. */
  g_autofree char *caption = g_strdup_printf (_("Figure: %s"), figure->title);
  g_autoptr(WbText) text = wb_text_new_plain (self->layout, caption, get_caption_style (self), self->left,
                                              self->width, WB_ALIGN_START,
                                              wb_layout_add_node (self->layout, self->node, "P"));

  wb_flow_add_gap (self, self->layout->style->caption_gap);
  wb_flow_add_text (self, text, keep_with_next);
}

void
wb_flow_add_figure (WbFlow        *self,
                    const WbBlock *block)
{
  const gboolean with_table = block->with_table && !self->layout->style->is_deck;

  if (block->figure == NULL)
    return;

  wb_flow_add_gap (self, self->layout->style->around_figure);
  add_drawing (self, block->figure);
  add_caption (self, block->figure, with_table);
  if (with_table)
    {
      g_autoptr(WbBlock) table = wb_figure_create_table (block->figure);

      wb_flow_add_gap (self, self->layout->style->gap);
      wb_flow_add_table (self, table);
    }
  wb_flow_add_gap (self, self->layout->style->around_figure);
}
