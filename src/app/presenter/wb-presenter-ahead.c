/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-presenter-ahead.h"

#include "wb-paginator.h"

#define WIDTH 1920
#define HEIGHT 1080

typedef enum
{
  NOT_BEGUN,
  READING,
  DONE,
} Stage;

typedef struct
{
  WbPaginator *paginator; /* (nullable) of the next slide */
  cairo_surface_t *surface;
  guint slide; /* the next */
} Drawing;

/* The letters of the looks that slides have, few enough on each that they are not scaled down. */
static const char *const letters[]
  = { "abcdefghijklmnop", "qrstuvwxyzäöüß", "ABCDEFGHIJKLMNO", "PQRSTUVWXYZÄÖÜ", "0123456789 .,:;–?!()„“" };

#define N_SLIDES (2 * G_N_ELEMENTS (letters))

/* Of the main thread. */
static Stage stage;

/* A deck of one slide. */
static WbPaginator *
lay_out (guint slide)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr (WbDocument) deck = NULL;
  const char *some = letters[slide / 2];
  WbBlock *list;

  wb_block_append_heading (root, 1 + slide % 2, some);
  wb_block_append_text (wb_block_append_paragraph (root, some), some, WB_INLINE_STRONG, NULL);
  list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
  wb_block_append_paragraph (wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), some);
  deck = wb_document_new (WB_DOCUMENT_DECK, some, root);

  return wb_paginator_new (deck, 0, 0);
}

/* What belongs to the process: patterns, the list of fonts, their files; and the memory to draw into. */
static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_paint (cr);
  cairo_destroy (cr);
  for (guint i = 0; i < N_SLIDES; i++)
    g_object_unref (lay_out (i));

  g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  g_clear_object (&drawing->paginator);
  g_clear_pointer (&drawing->surface, cairo_surface_destroy);
  g_free (drawing);
}

/* What belongs to the thread that shows the slides: its fonts, and pictures of their letters. One slide at a time: somebody may be
 * working. */
static gboolean
draw_cb (gpointer data)
{
  Drawing *drawing = data;
  cairo_t *cr;

  if (drawing->slide >= N_SLIDES)
    {
      stage = DONE;
      return G_SOURCE_REMOVE;
    }
  if (drawing->paginator == NULL)
    {
      drawing->paginator = lay_out (drawing->slide);
      return G_SOURCE_CONTINUE;
    }

  cr = cairo_create (drawing->surface);
  cairo_scale (cr, WIDTH / wb_paginator_get_width (drawing->paginator), HEIGHT / wb_paginator_get_height (drawing->paginator));
  wb_paginator_draw (drawing->paginator, 0, cr, WB_RENDER_PLAIN);
  cairo_destroy (cr);
  g_clear_object (&drawing->paginator);
  drawing->slide++;

  return G_SOURCE_CONTINUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->surface = g_task_propagate_pointer (G_TASK (result), NULL);
  g_idle_add_full (G_PRIORITY_LOW, draw_cb, drawing, drawing_free);
}

void
wb_presenter_ahead_begin (void)
{
  g_autoptr (GTask) task = NULL;

  if (stage != NOT_BEGUN)
    return;
  stage = READING;
  task = g_task_new (NULL, NULL, read_cb, NULL);
  g_task_set_source_tag (task, wb_presenter_ahead_begin);
  g_task_run_in_thread (task, read_thread);
}

gboolean
wb_presenter_ahead_has_begun (void)
{
  return stage != NOT_BEGUN;
}

gboolean
wb_presenter_ahead_is_done (void)
{
  return stage == DONE;
}
