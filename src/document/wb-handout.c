/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-handout.h"

#include "wb-pdf-writer-private.h"

#include <glib/gi18n-lib.h>

/* Around the slides, on A4; the sides shrink with a smaller page. */
#define SIDE 51.0 /* 18 mm */
#define SIDE_SHARE 0.085
#define TOP 70.0
#define BOTTOM 58.0
#define FOOT_RULE 45.0 /* from the lower edge */
#define GAP 22.0
/* Between a slide and what belongs to it. */
#define NOTE_GAP 9.0
#define NOTE_GAP_BESIDE 18.0
/* Share of its cell that a slide leaves to notes: below it, and beside it. */
#define BELOW_SHARE 0.36
#define BESIDE_SHARE 0.44
#define WRITE 22.0
#define MIN_EXTENT 40.0

const guint wb_handout_slides[] = { 1, 2, 3, 6, 0 };

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Area;

/* A slide, or a piece of notes; in reading order. */
typedef struct
{
  gboolean is_slide;
  guint slide;
  double x;
  double y;
  double scale;
  WbPlacedPiece piece;
} Item;

typedef struct
{
  GArray *items; /* Item */
  GArray *lines; /* Area without height: to write on */
} Sheet;

/* Notes that wait for a page of their own. */
typedef struct
{
  guint slide;
  char *text;
} Rest;

struct _WbHandout
{
  GObject parent_instance;

  WbHandoutOptions options;

  /* Owned */
  WbPaginator *deck;
  WbLayout *layout; /* of the notes; its nodes hang in the structure of the deck */
  GPtrArray *sheets;
  GPtrArray *rests;
  WbTextStyle *note_style;
  WbTextStyle *label_style;
};

G_DEFINE_FINAL_TYPE (WbHandout, wb_handout, G_TYPE_OBJECT)

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_array_unref (sheet->items);
  g_array_unref (sheet->lines);
  g_free (sheet);
}

static void
rest_free (gpointer data)
{
  Rest *rest = data;

  g_free (rest->text);
  g_free (rest);
}

static void
wb_handout_finalize (GObject *object)
{
  WbHandout *self = WB_HANDOUT (object);

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->rests, g_ptr_array_unref);
  g_clear_pointer (&self->layout, wb_layout_free);
  g_clear_object (&self->deck);

  G_OBJECT_CLASS (wb_handout_parent_class)->finalize (object);
}

static void
wb_handout_class_init (WbHandoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_handout_finalize;
}

static void
wb_handout_init (WbHandout *self)
{
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->rests = g_ptr_array_new_with_free_func (rest_free);
}

static WbPage *
get_slide (WbHandout *self,
           guint      slide)
{
  return g_ptr_array_index (wb_paginator_get_layout (self->deck)->pages, slide);
}

static Sheet *
add_sheet (WbHandout *self)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->items = g_array_new (FALSE, TRUE, sizeof (Item));
  sheet->lines = g_array_new (FALSE, TRUE, sizeof (Area));
  g_ptr_array_add (self->sheets, sheet);

  return sheet;
}

static double
get_content_height (WbHandout *self)
{
  return MAX (self->layout->page_height - TOP - BOTTOM, MIN_EXTENT);
}

/* Where slide number @n of a sheet stands, and what belongs to it. */
static void
get_areas (WbHandout *self,
           guint      n,
           Area      *slide,
           Area      *note)
{
  const guint columns = self->options.slides == 6 ? 2 : 1;
  const guint rows = self->options.slides / columns;
  const gboolean with_note = self->options.notes || self->options.lines;
  const gboolean beside = self->options.slides == 3;
  const double aspect = wb_paginator_get_width (self->deck) / wb_paginator_get_height (self->deck);
  const double width = (self->layout->width - (columns - 1) * GAP) / columns;
  const double height = MAX ((get_content_height (self) - (rows - 1) * GAP) / rows, MIN_EXTENT);
  const double slide_width = with_note && beside ? width * (1 - BESIDE_SHARE) : width;
  const double slide_height = with_note && !beside ? height * (1 - BELOW_SHARE) : height;

  slide->x = self->layout->left + (n % columns) * (width + GAP);
  slide->y = TOP + (n / columns) * (height + GAP);
  slide->width = MIN (slide_width, slide_height * aspect);
  slide->height = slide->width / aspect;

  if (beside)
    *note = (Area) { slide->x + slide->width + NOTE_GAP_BESIDE, slide->y, width - slide->width - NOTE_GAP_BESIDE, height };
  else
    *note = (Area) { slide->x, slide->y + slide->height + NOTE_GAP, width, height - slide->height - NOTE_GAP };
}

/* Moves the lines of @text that fit into @area there, and @area's top behind them. Returns how many they were. */
static guint
place_lines (WbHandout *self,
             Sheet     *sheet,
             WbText    *text,
             Area      *area)
{
  const guint n = MIN (text->marks->len, (guint) MAX (0, area->height / text->line_height));
  Item item = { FALSE };

  if (n == 0)
    return 0;

  item.piece = (WbPlacedPiece) { wb_layout_add_piece (self->layout), WB_PLACED_TEXT, area->y, 1.0 };
  item.piece.piece->height = n * text->line_height;
  wb_text_move (text, 0, n, item.piece.piece, 0);
  g_array_append_val (sheet->items, item);
  area->y += n * text->line_height;
  area->height -= n * text->line_height;

  return n;
}

static guint
place_text (WbHandout         *self,
            Sheet             *sheet,
            WbNode            *parent,
            const char        *words,
            const WbTextStyle *style,
            Area              *area,
            GString           *rest)
{
  WbNode *node = wb_layout_add_node (self->layout, parent, "P");
  g_autoptr(WbText) text = wb_text_new_plain (self->layout, words, style, area->x, area->width, WB_ALIGN_START, node);
  const guint n_lines = text->marks->len;
  guint n = 0;

  if (rest == NULL || rest->len == 0)
    n = place_lines (self, sheet, text, area);
  if (rest == NULL || n == n_lines)
    return n;

  if (rest->len > 0)
    g_string_append_c (rest, '\n');
  for (guint i = n; i < n_lines; i++)
    {
      const WbMark *mark = g_ptr_array_index (text->marks, i);

      g_string_append (rest, mark->text != NULL ? mark->text : "");
    }

  return n;
}

/* As much of @notes as fits into @area; the rest is kept for a page of its own. */
static void
place_notes (WbHandout  *self,
             Sheet      *sheet,
             WbNode     *node,
             guint       slide,
             const char *label,
             const char *notes,
             Area       *area)
{
  g_auto(GStrv) paragraphs = g_strsplit (notes, "\n", -1);
  g_autoptr(GString) rest = g_string_new (NULL);

  place_text (self, sheet, node, label, self->label_style, area, NULL);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      place_text (self, sheet, node, paragraphs[i], self->note_style, area, rest);
      area->y += self->note_style->size * 0.3;
      area->height -= self->note_style->size * 0.3;
    }

  if (rest->len > 0)
    {
      Rest *left = g_new0 (Rest, 1);

      left->slide = slide;
      left->text = g_strdup (rest->str);
      g_ptr_array_add (self->rests, left);
    }
}

static void
add_lines (Sheet      *sheet,
           const Area *area)
{
  for (double y = area->y + WRITE; y <= area->y + area->height; y += WRITE)
    {
      const Area line = { area->x, y, area->width, 0 };

      g_array_append_val (sheet->lines, line);
    }
}

/* A slide over several pages has its notes beside the last of them. */
static gboolean
is_last_part (WbHandout *self,
              guint      slide)
{
  return slide + 1 == wb_paginator_get_n_pages (self->deck) || !get_slide (self, slide + 1)->continues;
}

static void
add_slide (WbHandout *self,
           Sheet     *sheet,
           guint      n,
           guint      slide)
{
  const WbPage *page = get_slide (self, slide);
  Area area, note;
  Item item = { TRUE, slide };

  get_areas (self, n, &area, &note);
  item.x = area.x;
  item.y = area.y;
  item.scale = area.width / wb_paginator_get_width (self->deck);
  g_array_append_val (sheet->items, item);

  if (self->options.notes && page->notes != NULL && is_last_part (self, slide))
    place_notes (self, sheet, page->node, slide, _("Notes"), page->notes, &note);
  if (self->options.lines)
    {
      /* One line less than there is room for, so that it is seen which slide they belong to. */
      if (self->options.slides == 3)
        note.height -= WRITE;
      add_lines (sheet, &note);
    }
}

/* What was too long for its place, one behind the other over whole pages. */
static void
add_rests (WbHandout *self)
{
  Sheet *sheet = NULL;
  Area area = { 0 };

  while (self->rests->len > 0)
    {
      g_autofree Rest *rest = g_ptr_array_steal_index (self->rests, 0);
      g_autofree char *text = rest->text;
      g_autofree char *label = g_strdup_printf (_("Notes on slide %u, continued"), rest->slide + 1);
      WbNode *node = wb_layout_add_node (self->layout, self->layout->root, "Sect");

      if (sheet == NULL || area.height < 4 * self->note_style->size * self->note_style->leading)
        {
          sheet = add_sheet (self);
          area = (Area) { self->layout->left, TOP, self->layout->width, get_content_height (self) };
        }
      place_notes (self, sheet, node, rest->slide, label, text, &area);
      area.y += GAP;
      area.height -= GAP;
    }
}

static void
lay_out (WbHandout *self)
{
  const guint n = wb_paginator_get_n_pages (self->deck);
  Sheet *sheet = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (i % self->options.slides == 0)
        {
          add_rests (self);
          sheet = add_sheet (self);
        }
      add_slide (self, sheet, i % self->options.slides, i);
    }
  add_rests (self);
}

static WbTextStyle *
add_style (WbLayout    *layout,
           double       size,
           PangoWeight  weight)
{
  WbTextStyle *style = g_new (WbTextStyle, 1);

  *style = (WbTextStyle) { size, 1.35, weight, &wb_color_text, 13 };
  g_ptr_array_add (layout->styles, style);

  return style;
}

static gboolean
is_possible (guint slides)
{
  for (guint i = 0; wb_handout_slides[i] != 0; i++)
    if (wb_handout_slides[i] == slides)
      return TRUE;

  return FALSE;
}

WbHandout *
wb_handout_new (WbDocument             *deck,
                const WbHandoutOptions *options,
                double                  width,
                double                  height)
{
  return wb_handout_new_watched (deck, options, width, height, NULL, NULL, NULL);
}

WbHandout *
wb_handout_new_watched (WbDocument             *deck,
                        const WbHandoutOptions *options,
                        double                  width,
                        double                  height,
                        GCancellable           *cancellable,
                        WbProgressFunc          progress,
                        gpointer                data)
{
  WbHandout *self;
  double side;

  g_return_val_if_fail (WB_IS_DOCUMENT (deck), NULL);
  g_return_val_if_fail (wb_document_get_format (deck) == WB_DOCUMENT_DECK, NULL);
  g_return_val_if_fail (options != NULL && is_possible (options->slides), NULL);
  g_return_val_if_fail (width >= 0 && height >= 0, NULL);

  self = g_object_new (WB_TYPE_HANDOUT, NULL);
  self->options = *options;
  self->deck = wb_paginator_new_watched (deck, 0, 0, cancellable, progress, data);
  self->layout = wb_layout_new (deck);
  self->layout->root = wb_paginator_get_layout (self->deck)->root;
  self->layout->page_width = width > 0 ? width : WB_PAGE_A4_WIDTH;
  self->layout->page_height = height > 0 ? height : WB_PAGE_A4_HEIGHT;
  side = MIN (SIDE, self->layout->page_width * SIDE_SHARE);
  self->layout->left = side;
  self->layout->width = MAX (self->layout->page_width - 2 * side, MIN_EXTENT);
  self->layout->foot_rule = self->layout->page_height - FOOT_RULE;
  self->note_style = add_style (self->layout, options->slides == 6 ? 8.5 : 9.5, PANGO_WEIGHT_NORMAL);
  self->label_style = add_style (self->layout, options->slides == 6 ? 8.5 : 9.5, PANGO_WEIGHT_BOLD);
  lay_out (self);

  return self;
}

double
wb_handout_get_width (WbHandout *self)
{
  g_return_val_if_fail (WB_IS_HANDOUT (self), 0);

  return self->layout->page_width;
}

double
wb_handout_get_height (WbHandout *self)
{
  g_return_val_if_fail (WB_IS_HANDOUT (self), 0);

  return self->layout->page_height;
}

guint
wb_handout_get_n_pages (WbHandout *self)
{
  g_return_val_if_fail (WB_IS_HANDOUT (self), 0);

  return self->sheets->len;
}

static void
append_piece (GString       *text,
              const WbPiece *piece)
{
  for (guint i = 0; i < piece->marks->len; i++)
    {
      const WbMark *mark = g_ptr_array_index (piece->marks, i);

      if (mark->text != NULL)
        g_string_append (text, mark->text);
    }
}

char *
wb_handout_get_text (WbHandout *self,
                     guint      page)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const Sheet *sheet;

  g_return_val_if_fail (WB_IS_HANDOUT (self), NULL);
  g_return_val_if_fail (page < self->sheets->len, NULL);

  sheet = g_ptr_array_index (self->sheets, page);
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const Item *item = &g_array_index (sheet->items, Item, i);
      g_autofree char *slide = item->is_slide ? wb_paginator_get_text (self->deck, item->slide) : NULL;

      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (slide != NULL)
        g_string_append (text, slide);
      else
        append_piece (text, item->piece.piece);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

GArray *
wb_handout_list_slides (WbHandout *self,
                        guint      page)
{
  g_autoptr(GArray) slides = g_array_new (FALSE, FALSE, sizeof (guint));
  const Sheet *sheet;

  g_return_val_if_fail (WB_IS_HANDOUT (self), NULL);
  g_return_val_if_fail (page < self->sheets->len, NULL);

  sheet = g_ptr_array_index (self->sheets, page);
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const Item *item = &g_array_index (sheet->items, Item, i);

      if (item->is_slide)
        g_array_append_val (slides, item->slide);
    }

  return g_steal_pointer (&slides);
}

static void
draw_frame (WbHandout  *self,
            WbPen      *pen,
            const Item *item)
{
  cairo_set_line_width (pen->cr, 0.75);
  wb_pen_set_color (pen, &wb_color_rule);
  cairo_rectangle (pen->cr, item->x, item->y, wb_paginator_get_width (self->deck) * item->scale,
                   wb_paginator_get_height (self->deck) * item->scale);
  cairo_stroke (pen->cr);
}

static void
draw_decoration (WbHandout   *self,
                 WbPen       *pen,
                 const Sheet *sheet,
                 guint        page)
{
  wb_pen_begin_decoration (pen);
  wb_page_drawing_draw_surroundings (pen, page, self->sheets->len, TRUE);
  for (guint i = 0; i < sheet->items->len; i++)
    if (g_array_index (sheet->items, Item, i).is_slide)
      draw_frame (self, pen, &g_array_index (sheet->items, Item, i));
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const Area *line = &g_array_index (sheet->lines, Area, i);

      wb_pen_draw_blank (pen, line->x, line->y, line->width);
    }
  wb_pen_end_decoration (pen);
}

static void
draw_slide (WbHandout  *self,
            WbPen      *pen,
            const Item *item)
{
  WbLayout *layout = pen->layout;

  cairo_save (pen->cr);
  cairo_translate (pen->cr, item->x, item->y);
  cairo_scale (pen->cr, item->scale, item->scale);
  pen->layout = wb_paginator_get_layout (self->deck);
  wb_page_drawing_draw (pen, item->slide);
  pen->layout = layout;
  cairo_restore (pen->cr);
}

static gboolean
draw_sheet (WbPen    *pen,
            guint     page,
            gpointer  data)
{
  WbHandout *self = data;
  const Sheet *sheet = g_ptr_array_index (self->sheets, page);

  draw_decoration (self, pen, sheet, page);
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const Item *item = &g_array_index (sheet->items, Item, i);

      if (item->is_slide)
        {
          /* What decorates the slide must not become a part of the notes before it. */
          wb_pen_end_page (pen);
          draw_slide (self, pen, item);
        }
      else
        wb_page_drawing_draw_piece (pen, &item->piece);
    }
  wb_pen_end_page (pen);

  return TRUE;
}

void
wb_handout_draw (WbHandout *self,
                 guint      page,
                 cairo_t   *cr)
{
  WbPen pen;

  g_return_if_fail (WB_IS_HANDOUT (self));
  g_return_if_fail (page < self->sheets->len);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  wb_pen_init (&pen, self->layout, cr, NULL);
  draw_sheet (&pen, page, self);
  wb_pen_close_all (&pen);
  wb_pen_clear (&pen);
  cairo_restore (cr);
}

/* The headings of the slides, where they stand on the sheets. */
static GArray *
collect_places (WbHandout *self)
{
  const GArray *places = wb_paginator_get_layout (self->deck)->places;
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (WbPlace));
  guint next = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const Sheet *sheet = g_ptr_array_index (self->sheets, i);

      for (guint j = 0; j < sheet->items->len; j++)
        {
          const Item *item = &g_array_index (sheet->items, Item, j);

          for (; item->is_slide && next < places->len; next++)
            {
              WbPlace place = g_array_index (places, WbPlace, next);

              if (place.page > item->slide)
                break;
              place.page = i;
              place.y = item->y + place.y * item->scale;
              g_array_append_val (moved, place);
            }
        }
    }

  return moved;
}

gboolean
wb_handout_write (WbHandout     *self,
                  const char    *path,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return wb_handout_write_watched (self, path, cancellable, NULL, NULL, error);
}

gboolean
wb_handout_write_watched (WbHandout       *self,
                          const char      *path,
                          GCancellable    *cancellable,
                          WbProgressFunc   progress,
                          gpointer         data,
                          GError         **error)
{
  g_autoptr(GArray) places = NULL;

  g_return_val_if_fail (WB_IS_HANDOUT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  places = collect_places (self);

  return wb_pdf_writer_write_pages (&(WbPdfPages) {
                                      .layout = self->layout,
                                      .width = self->layout->page_width,
                                      .height = self->layout->page_height,
                                      .n_pages = self->sheets->len,
                                      .places = places,
                                      .left = self->layout->left,
                                      .draw = draw_sheet,
                                      .data = self,
                                      .progress = progress,
                                      .progress_data = data,
                                    },
                                    wb_document_get_title (wb_paginator_get_document (self->deck)), path, cancellable,
                                    error);
}
