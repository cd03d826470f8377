/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <string.h>

static void
node_free (gpointer data)
{
  WbNode *node = data;

  g_free (node->alt);
  g_free (node->target);
  g_free (node);
}

static void
run_free (gpointer data)
{
  WbRun *run = data;

  g_free (run->text);
  g_free (run->target);
  g_free (run->glyphs);
  g_clear_object (&run->font);
  g_clear_pointer (&run->shape, wb_letter_shape_free);
  g_free (run);
}

WbMark *
wb_mark_new (WbMarkType  type,
             WbNode     *node)
{
  WbMark *mark = g_new0 (WbMark, 1);

  mark->type = type;
  mark->node = node;
  mark->color = &wb_color_text;
  if (type == WB_MARK_LINE)
    mark->runs = g_ptr_array_new_with_free_func (run_free);

  return mark;
}

void
wb_mark_free (gpointer data)
{
  WbMark *mark = data;

  if (mark == NULL)
    return;

  g_clear_pointer (&mark->runs, g_ptr_array_unref);
  g_clear_pointer (&mark->drawing, wb_figure_drawing_free);
  g_free (mark->text);
  g_free (mark);
}

static void
piece_free (gpointer data)
{
  WbPiece *piece = data;

  if (piece == NULL)
    return;

  g_ptr_array_unref (piece->marks);
  g_clear_pointer (&piece->inner, g_array_unref);
  g_free (piece->anchor);
  g_free (piece->title);
  g_free (piece);
}

static void
page_free (gpointer data)
{
  WbPage *page = data;

  g_array_unref (page->pieces);
  g_array_unref (page->frames);
  g_free (page->title);
  g_free (page->notes);
  g_free (page);
}

static void
take_stationery (WbLayout *self)
{
  const guint32 accent = wb_letterhead_get_accent (self->stationery->letterhead);

  self->accent = (WbColor) { (accent >> 16 & 0xff) / 255.0, (accent >> 8 & 0xff) / 255.0, (accent & 0xff) / 255.0 };
  if (self->stationery->picture != NULL)
    self->picture = wb_picture_create_surface (self->stationery->picture);
}

WbLayout *
wb_layout_new (WbDocument *document)
{
  WbLayout *self = g_new0 (WbLayout, 1);

  self->document = g_object_ref (document);
  self->context = wb_style_create_context ();
  self->styles = g_ptr_array_new_with_free_func (g_free);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->frames = g_ptr_array_new_with_free_func (g_free);
  self->all_pieces = g_ptr_array_new_with_free_func (piece_free);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->pairs = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->spool = wb_spool_new ();
  self->footnotes = g_hash_table_new (NULL, NULL);
  self->footnote_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->contents = g_array_new (FALSE, FALSE, sizeof (WbContentsEntry));
  g_array_set_clear_func (self->contents, wb_contents_entry_clear);
  self->metrics = g_ptr_array_new_with_free_func (wb_font_metrics_free);
  self->places = g_array_new (FALSE, TRUE, sizeof (WbPlace));
  self->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  self->root = wb_layout_add_node (self, NULL, "Document");
  self->accent = wb_color_blue;
  self->stationery = wb_document_get_stationery (document);
  if (self->stationery != NULL)
    take_stationery (self);

  return self;
}

void
wb_layout_free (WbLayout *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_hash_table_unref (self->anchors);
  g_hash_table_unref (self->footnotes);
  g_hash_table_unref (self->footnote_texts);
  g_hash_table_unref (self->pairs);
  wb_spool_free (self->spool);
  g_array_unref (self->contents);
  g_array_unref (self->places);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->all_pieces);
  g_ptr_array_unref (self->frames);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->styles);
  g_ptr_array_unref (self->metrics);
  g_object_unref (self->context);
  g_object_unref (self->document);
  g_free (self);
}

const WbTextStyle *
wb_layout_add_style (WbLayout      *self,
                     double         size,
                     PangoWeight    weight,
                     const WbColor *color)
{
  WbTextStyle *style = g_new (WbTextStyle, 1);

  *style = (WbTextStyle) { size, 1.3, weight, color };
  g_ptr_array_add (self->styles, style);

  return style;
}

WbNode *
wb_layout_add_node (WbLayout   *self,
                    WbNode     *parent,
                    const char *tag)
{
  WbNode *node = g_new0 (WbNode, 1);

  node->tag = tag;
  node->parent = parent;
  node->depth = parent != NULL ? parent->depth + 1 : 0;
  node->page = -1;
  if (parent != NULL)
    parent->has_parts = TRUE;
  g_ptr_array_add (self->nodes, node);

  return node;
}

WbNode *
wb_node_find_common (WbNode *a,
                     WbNode *b)
{
  while (a != b)
    {
      if (a == NULL || b == NULL)
        return NULL;
      if (a->depth > b->depth)
        a = a->parent;
      else if (b->depth > a->depth)
        b = b->parent;
      else
        {
          a = a->parent;
          b = b->parent;
        }
    }

  return a;
}

WbFrame *
wb_layout_add_frame (WbLayout    *self,
                     WbFrame     *parent,
                     WbFrameType  type)
{
  WbFrame *frame = g_new0 (WbFrame, 1);

  frame->type = type;
  frame->parent = parent;
  g_ptr_array_add (self->frames, frame);

  return frame;
}

WbPiece *
wb_layout_add_piece (WbLayout *self)
{
  WbPiece *piece = g_new0 (WbPiece, 1);

  piece->marks = g_ptr_array_new_with_free_func (wb_mark_free);
  piece->index = self->all_pieces->len;
  g_ptr_array_add (self->all_pieces, piece);

  return piece;
}

void
wb_layout_remove_piece (WbLayout *self,
                        WbPiece  *piece)
{
  g_return_if_fail (g_ptr_array_index (self->all_pieces, piece->index) == piece);

  g_ptr_array_index (self->all_pieces, piece->index) = NULL;
  piece_free (piece);
}

WbPage *
wb_layout_add_page (WbLayout *self)
{
  WbPage *page = g_new0 (WbPage, 1);

  page->pieces = g_array_new (FALSE, TRUE, sizeof (WbPlacedPiece));
  page->frames = g_array_new (FALSE, TRUE, sizeof (WbPlacedFrame));
  g_ptr_array_add (self->pages, page);

  return page;
}

WbMark *
wb_piece_add_mark (WbPiece    *piece,
                   WbMarkType  type,
                   WbNode     *node)
{
  WbMark *mark = wb_mark_new (type, node);

  g_ptr_array_add (piece->marks, mark);

  return mark;
}

const WbPlace *
wb_layout_find_place (WbLayout   *self,
                      const char *target)
{
  const char *entry = wb_document_get_entry (self->document);
  gsize length = entry != NULL ? strlen (entry) : 0;
  const char *name;
  guint index;

  if (!g_str_has_prefix (target, "wb:"))
    return NULL;

  name = target + strlen ("wb:");
  if (entry != NULL && strcmp (name, entry) == 0)
    return self->places->len > 0 ? &g_array_index (self->places, WbPlace, 0) : NULL;
  if (entry != NULL && strncmp (name, entry, length) == 0 && name[length] == '#')
    name += length + 1;
  else if (*name == '#')
    name++;

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->anchors, name));

  return index > 0 ? &g_array_index (self->places, WbPlace, index - 1) : NULL;
}

static gboolean
is_web_address (const char *target)
{
  return g_ascii_strncasecmp (target, "https://", 8) == 0 || g_ascii_strncasecmp (target, "http://", 7) == 0 ||
         g_ascii_strncasecmp (target, "mailto:", 7) == 0;
}

static void
finish_run (WbLayout *self,
            WbRun    *run,
            WbNode   *node)
{
  const WbPlace *place;

  if (node != NULL && run->missing)
    node->has_missing = TRUE;
  if (run->target != NULL && is_web_address (run->target))
    run->link = WB_LINK_WEB;
  else if (run->target != NULL)
    {
      place = wb_layout_find_place (self, run->target);
      /* A link needs a name to lead to. */
      run->link = place != NULL && place->anchor != NULL ? WB_LINK_PLACE : WB_LINK_NONE;
    }

  if (node != NULL && (run->missing || run->link != WB_LINK_NONE || (run->flags & (WB_INLINE_BLANK | WB_INLINE_FOOTNOTE)) != 0))
    node->has_parts = TRUE;
}

void
wb_layout_settle_mark (WbMark *mark,
                       int     page)
{
  WbNode *node = mark->node;

  if (node != NULL && node->page >= 0 && node->page != page)
    node->has_parts = TRUE;
  if (node != NULL)
    node->page = page;
}

void
wb_layout_settle_links (WbLayout *self,
                        WbMark   *mark)
{
  for (guint i = 0; mark->runs != NULL && i < mark->runs->len; i++)
    finish_run (self, g_ptr_array_index (mark->runs, i), mark->node);
}

static void
add_place (WbLayout      *self,
           guint          page,
           const WbPiece *piece,
           double         y)
{
  const WbPlace place = { page, y, piece->level, piece->title, piece->anchor };

  if (piece->level > 0)
    {
      g_array_append_val (self->places, place);
      if (piece->anchor != NULL && !g_hash_table_contains (self->anchors, piece->anchor))
        g_hash_table_insert (self->anchors, piece->anchor, GUINT_TO_POINTER (self->places->len));
    }

  for (guint i = 0; piece->inner != NULL && i < piece->inner->len; i++)
    {
      const WbInnerPiece *inner = &g_array_index (piece->inner, WbInnerPiece, i);

      add_place (self, page, inner->piece, y + inner->y);
    }
}

static void
collect_places (WbLayout *self,
                guint     n)
{
  WbPage *page = g_ptr_array_index (self->pages, n);

  for (guint i = 0; i < page->pieces->len; i++)
    {
      const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, i);

      if (placed->placing == WB_PLACED_TEXT)
        add_place (self, n, placed->piece, placed->y);
    }
}

void
wb_layout_finish (WbLayout *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    collect_places (self, i);
  wb_contents_finish (self);

  for (guint i = 0; i < self->pages->len; i++)
    {
      WbPage *page = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, j);

          placed->piece->last_page = i;
          for (guint k = 0; placed->placing != WB_PLACED_AGAIN && k < placed->piece->marks->len; k++)
            {
              wb_layout_settle_mark (g_ptr_array_index (placed->piece->marks, k), (int) i);
              wb_layout_settle_links (self, g_ptr_array_index (placed->piece->marks, k));
            }
        }
    }
}

void
wb_layout_forget_page (WbLayout *self,
                       guint     n)
{
  WbPage *page = g_ptr_array_index (self->pages, n);

  for (guint i = 0; i < page->pieces->len; i++)
    {
      WbPiece *piece = g_array_index (page->pieces, WbPlacedPiece, i).piece;

      if (piece->passing)
        wb_layout_remove_piece (self, g_steal_pointer (&g_array_index (page->pieces, WbPlacedPiece, i).piece));
      else if (piece->last_page == n)
        g_ptr_array_set_size (piece->marks, 0);
    }
  g_array_unref (page->pieces);
  page->pieces = g_array_new (FALSE, TRUE, sizeof (WbPlacedPiece));
}
