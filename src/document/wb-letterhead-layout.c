/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <glib/gi18n-lib.h>

/* The letterhead at the head of the first page, and what of it stands at the foot of all. In points. */

/* Share of the text's width that the picture takes at most, and what lies between the two. */
#define PICTURE_SHARE 0.35
#define PICTURE_GAP 16.0
#define LEFT_SHARE 0.6
#define COLUMN_GAP 14.0
#define BAND_PAD_X 9.0
#define BAND_PAD_Y 5.0
#define BELOW_BAND 9.0
#define ABOVE_RULE 9.0
#define TEXT_SIZE 9.25
#define KIND_SIZE 11.0

static const WbColor white = { 1, 1, 1 };

/* Lines one below the other that are still to be placed. */
typedef struct
{
  WbLayout *layout;
  double x;
  double width;
  WbAlign align;
  double height;
  GPtrArray *texts; /* WbText */
} Column;

static void
column_init (Column   *self,
             WbLayout *layout,
             double    x,
             double    width,
             WbAlign   align)
{
  *self = (Column) { layout, x, width, align, 0, g_ptr_array_new_with_free_func ((GDestroyNotify) wb_text_free) };
}

static void
column_add (Column            *self,
            const char        *line,
            const WbTextStyle *style)
{
  WbText *text;

  if (line == NULL || *line == '\0')
    return;

  text = wb_text_new_plain (self->layout, line, style, self->x, self->width, self->align,
                            wb_layout_add_node (self->layout, self->layout->root, "P"));
  self->height += text->height;
  g_ptr_array_add (self->texts, text);
}

static void
column_add_lines (Column            *self,
                  const char        *lines,
                  const WbTextStyle *style)
{
  g_auto(GStrv) split = g_strsplit (lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    column_add (self, g_strstrip (split[i]), style);
}

/* Into @piece from @y on; the column is gone then. */
static void
column_place (Column  *self,
              WbPiece *piece,
              double   y)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      WbText *text = g_ptr_array_index (self->texts, i);

      wb_text_move (text, 0, G_MAXUINT, piece, y);
      y += text->height;
    }
  g_ptr_array_unref (self->texts);
}

static void
add_fill (WbPiece       *piece,
          double         x,
          double         y,
          double         width,
          double         height,
          const WbColor *color)
{
  WbMark *fill = wb_piece_add_mark (piece, WB_MARK_FILL, NULL);

  fill->x = x;
  fill->y = y;
  fill->width = width;
  fill->height = height;
  fill->color = color;
}

/* Returns the height. */
static double
add_picture (WbLayout *layout,
             WbPiece  *piece,
             double    y,
             double   *width)
{
  const WbStationery *stationery = layout->stationery;
  const char *name = stationery->letterhead->name;
  WbMark *mark;
  double height;

  *width = 0;
  if (stationery->picture == NULL)
    return 0;

  wb_picture_fit (stationery->picture, layout->width * PICTURE_SHARE, stationery->look->picture, width, &height);
  mark = wb_piece_add_mark (piece, WB_MARK_PICTURE, wb_layout_add_node (layout, layout->root, "Figure"));
  /* Translators: what the picture of a letterhead is, for those who do not see it; of a town or office. */
  mark->node->alt = *name != '\0' ? g_strdup_printf (_("Coat of arms or logo of %s"), name) : g_strdup (_("Coat of arms or logo"));
  mark->x = stationery->letterhead->side == WB_LETTERHEAD_LEFT ? layout->left : layout->left + layout->width - *width;
  mark->y = y;
  mark->width = *width;
  mark->height = height;

  return height;
}

/* Long names are set smaller, so that there is room for the text. */
static double
get_name_size (const WbStationery *stationery)
{
  const glong length = g_utf8_strlen (stationery->letterhead->name, -1);
  const double size = stationery->look->name_size;

  return length > 70 ? MAX (size * 0.6, KIND_SIZE) : length > 40 ? MAX (size * 0.8, KIND_SIZE) : size;
}

/* The name in white on a bar over the whole width. Returns where what follows begins. */
static double
add_band (WbLayout *layout,
          WbPiece  *piece)
{
  const WbStationery *stationery = layout->stationery;
  Column column;

  if (!stationery->look->band || *stationery->letterhead->name == '\0')
    return 0;

  column_init (&column, layout, layout->left + BAND_PAD_X, layout->width - 2 * BAND_PAD_X, WB_ALIGN_START);
  column_add (&column, stationery->letterhead->name,
              wb_layout_add_style (layout, get_name_size (stationery), PANGO_WEIGHT_BOLD, &white));
  add_fill (piece, layout->left, 0, layout->width, column.height + 2 * BAND_PAD_Y, &layout->accent);
  column_place (&column, piece, BAND_PAD_Y);

  return column.height + 2 * BAND_PAD_Y + BELOW_BAND;
}

static void
fill_columns (WbLayout *layout,
              Column   *sender,
              Column   *subject)
{
  const WbLetterhead *letterhead = layout->stationery->letterhead;
  const WbLook *look = layout->stationery->look;
  const WbTextStyle *small = wb_layout_add_style (layout, TEXT_SIZE, PANGO_WEIGHT_NORMAL, &wb_color_dim);
  const char *project = wb_document_get_project (layout->document);
  g_autofree char *label = project != NULL ? g_strdup_printf (_("Project %s"), project) : NULL;

  if (!look->band)
    column_add (sender, letterhead->name,
                wb_layout_add_style (layout, get_name_size (layout->stationery), PANGO_WEIGHT_BOLD,
                                     look->accent_name ? &layout->accent : &wb_color_text));
  column_add_lines (sender, letterhead->address, small);
  column_add_lines (sender, letterhead->contact, small);
  column_add (subject, wb_document_get_kind (layout->document),
              wb_layout_add_style (layout, KIND_SIZE, PANGO_WEIGHT_BOLD, &layout->accent));
  column_add (subject, label, small);
}

/* A line at the foot, or the colour, makes no head. */
static gboolean
has_sender (const WbStationery *stationery)
{
  return stationery != NULL &&
         (*stationery->letterhead->name != '\0' || *stationery->letterhead->address != '\0' ||
          *stationery->letterhead->contact != '\0' || stationery->picture != NULL);
}

double
wb_letterhead_layout_add (WbLayout *layout,
                          WbPage   *page,
                          double    top)
{
  const WbStationery *stationery = layout->stationery;
  WbPiece *piece;
  double y, width, height, picture_width, picture_height, text_height;
  double left = layout->left;
  Column sender, subject;

  if (!has_sender (stationery))
    return 0;

  piece = wb_layout_add_piece (layout);
  if (stationery->look->edge > 0)
    add_fill (piece, 0, -top, layout->page_width, stationery->look->edge, &layout->accent);
  y = add_band (layout, piece);
  picture_height = add_picture (layout, piece, y, &picture_width);
  width = layout->width - (picture_width > 0 ? picture_width + PICTURE_GAP : 0);
  if (picture_width > 0 && stationery->letterhead->side == WB_LETTERHEAD_LEFT)
    left += picture_width + PICTURE_GAP;

  column_init (&sender, layout, left, width * LEFT_SHARE, WB_ALIGN_START);
  column_init (&subject, layout, left + width * LEFT_SHARE + COLUMN_GAP, width * (1 - LEFT_SHARE) - COLUMN_GAP, WB_ALIGN_END);
  fill_columns (layout, &sender, &subject);
  text_height = MAX (sender.height, subject.height);
  height = MAX (picture_height, text_height);
  column_place (&sender, piece, y + (height - text_height) / 2);
  column_place (&subject, piece, y + (height - text_height) / 2);

  y += height;
  if (stationery->look->rule > 0)
    {
      add_fill (piece, layout->left, y + ABOVE_RULE, layout->width, stationery->look->rule, &layout->accent);
      y += ABOVE_RULE + stationery->look->rule;
    }
  piece->height = y;
  wb_page_place (page, piece, WB_PLACED_AROUND, top);

  return piece->height;
}
