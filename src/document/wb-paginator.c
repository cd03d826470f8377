/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#define DECK_WIDTH 960.0
#define DECK_HEIGHT 540.0
/* Below this nothing can be read and nothing is worth laying out. */
#define MIN_SIZE 100.0
/* A last page with no more than so many lines is not worth a sheet, in a document of so many pages. */
#define MAX_REST 7
#define MAX_TIGHT_PAGES 30

struct _WbPaginator
{
  GObject parent_instance;

  /* Owned */
  WbLayout *layout;
};

G_DEFINE_FINAL_TYPE (WbPaginator, wb_paginator, G_TYPE_OBJECT)

static void
wb_paginator_finalize (GObject *object)
{
  WbPaginator *self = WB_PAGINATOR (object);

  g_clear_pointer (&self->layout, wb_layout_free);

  G_OBJECT_CLASS (wb_paginator_parent_class)->finalize (object);
}

static void
wb_paginator_class_init (WbPaginatorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_paginator_finalize;
}

static void
wb_paginator_init (WbPaginator *self)
{
}

WbPaginator *
wb_paginator_new (WbDocument *document,
                  double      width,
                  double      height)
{
  return wb_paginator_new_watched (document, width, height, NULL, NULL, NULL);
}

static WbLayout *
lay_out (WbDocument     *document,
         double          width,
         double          height,
         gboolean        packs,
         guint           tightness,
         GCancellable   *cancellable,
         WbProgressFunc  progress,
         gpointer        data)
{
  WbLayout *layout = wb_layout_new (document);
  const gboolean is_deck = wb_document_get_format (document) == WB_DOCUMENT_DECK;

  /* Slides get their titles once all of them are there; there are never hundreds. */
  layout->packs = packs && !is_deck;
  layout->tightness = tightness;
  layout->cancellable = cancellable;
  layout->progress = progress;
  layout->progress_data = data;
  layout->page_width = width > 0 ? MAX (width, MIN_SIZE) : is_deck ? DECK_WIDTH : WB_PAGE_A4_WIDTH;
  layout->page_height = height > 0 ? MAX (height, MIN_SIZE) : is_deck ? DECK_HEIGHT : WB_PAGE_A4_HEIGHT;

  if (is_deck)
    wb_deck_layout_run (layout);
  else
    wb_page_layout_run (layout);

  return layout;
}

/* Whether hardly anything stands on the last page, and there are so few that doing it all again takes no time. */
static gboolean
ends_with_rest (const WbLayout *layout)
{
  return wb_document_get_format (layout->document) != WB_DOCUMENT_DECK && layout->pages->len > 1 &&
         layout->pages->len <= MAX_TIGHT_PAGES && layout->rest <= MAX_REST * layout->style->step;
}

static WbPaginator *
create (WbDocument     *document,
        double          width,
        double          height,
        gboolean        packs,
        GCancellable   *cancellable,
        WbProgressFunc  progress,
        gpointer        data)
{
  WbPaginator *self = g_object_new (WB_TYPE_PAGINATOR, NULL);

  self->layout = lay_out (document, width, height, packs, 0, cancellable, progress, data);
  for (guint i = 1; i <= WB_MAX_TIGHTNESS && ends_with_rest (self->layout) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      WbLayout *tight = lay_out (document, width, height, packs, i, cancellable, NULL, NULL);

      /* Where no page is saved, the text stays as it is. */
      if (tight->pages->len < self->layout->pages->len)
        {
          wb_layout_free (self->layout);
          self->layout = tight;
          break;
        }
      wb_layout_free (tight);
    }
  wb_layout_finish (self->layout);
  /* These need not live as long as the paginator. */
  self->layout->cancellable = NULL;
  self->layout->progress = NULL;

  return self;
}

WbPaginator *
wb_paginator_new_watched (WbDocument     *document,
                          double          width,
                          double          height,
                          GCancellable   *cancellable,
                          WbProgressFunc  progress,
                          gpointer        data)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (width >= 0 && height >= 0, NULL);

  return create (document, width, height, FALSE, cancellable, progress, data);
}

WbPaginator *
wb_paginator_new_packed (WbDocument     *document,
                         GCancellable   *cancellable,
                         WbProgressFunc  progress,
                         gpointer        data)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);

  return create (document, 0, 0, TRUE, cancellable, progress, data);
}

WbLayout *
wb_paginator_get_layout (WbPaginator *self)
{
  g_return_val_if_fail (WB_IS_PAGINATOR (self), NULL);

  return self->layout;
}

WbDocument *
wb_paginator_get_document (WbPaginator *self)
{
  g_return_val_if_fail (WB_IS_PAGINATOR (self), NULL);

  return self->layout->document;
}

double
wb_paginator_get_width (WbPaginator *self)
{
  g_return_val_if_fail (WB_IS_PAGINATOR (self), 0);

  return self->layout->page_width;
}

double
wb_paginator_get_height (WbPaginator *self)
{
  g_return_val_if_fail (WB_IS_PAGINATOR (self), 0);

  return self->layout->page_height;
}

guint
wb_paginator_get_n_pages (WbPaginator *self)
{
  g_return_val_if_fail (WB_IS_PAGINATOR (self), 0);

  return self->layout->pages->len;
}

void
wb_paginator_draw (WbPaginator  *self,
                   guint         page,
                   cairo_t      *cr,
                   WbRenderMode  mode)
{
  g_autoptr(WbTagger) tagger = NULL;
  WbPen pen;

  g_return_if_fail (WB_IS_PAGINATOR (self));
  g_return_if_fail (page < self->layout->pages->len);
  g_return_if_fail (cr != NULL);

  if (mode == WB_RENDER_TAGGED)
    {
      tagger = wb_tagger_new ();
      wb_tagger_set_cairo (tagger, cr);
    }

  cairo_save (cr);
  wb_pen_init (&pen, self->layout, cr, tagger);
  wb_page_drawing_draw (&pen, page);
  wb_pen_close_all (&pen);
  wb_pen_clear (&pen);
  cairo_restore (cr);
}

static void
end_line (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
}

static void
append_mark (GString       *text,
             const WbMark  *mark,
             const WbNode **last)
{
  if (mark->node != *last)
    end_line (text);
  *last = mark->node;

  if (mark->type == WB_MARK_LINE && mark->text != NULL)
    g_string_append (text, mark->text);
  else if (mark->node->alt != NULL)
    g_string_append (text, mark->node->alt);
}

char *
wb_paginator_get_text (WbPaginator *self,
                       guint        page)
{
  g_autoptr(GString) text = NULL;
  const WbNode *last = NULL;
  WbPage *placed_page;

  g_return_val_if_fail (WB_IS_PAGINATOR (self), NULL);
  g_return_val_if_fail (page < self->layout->pages->len, NULL);

  text = g_string_new (NULL);
  placed_page = g_ptr_array_index (self->layout->pages, page);
  for (guint i = 0; i < placed_page->pieces->len; i++)
    {
      const WbPlacedPiece *placed = &g_array_index (placed_page->pieces, WbPlacedPiece, i);

      for (guint j = 0; placed->placing == WB_PLACED_TEXT && j < placed->piece->marks->len; j++)
        {
          const WbMark *mark = g_ptr_array_index (placed->piece->marks, j);

          if (mark->node != NULL)
            append_mark (text, mark, &last);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
wb_paginator_get_title (WbPaginator *self,
                        guint        page)
{
  g_return_val_if_fail (WB_IS_PAGINATOR (self), NULL);
  g_return_val_if_fail (page < self->layout->pages->len, NULL);

  return g_strdup (((WbPage *) g_ptr_array_index (self->layout->pages, page))->title);
}

char *
wb_paginator_get_notes (WbPaginator *self,
                        guint        page)
{
  g_return_val_if_fail (WB_IS_PAGINATOR (self), NULL);
  g_return_val_if_fail (page < self->layout->pages->len, NULL);

  return g_strdup (((WbPage *) g_ptr_array_index (self->layout->pages, page))->notes);
}
