/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-page-source.h"

#include "wb-paginator.h"

struct _WbPageSource
{
  GObject parent_instance;

  /* Owned */
  GThreadPool *pool; /* of one thread, which alone touches what is laid out */
  char *text;

  /* Set when the first page is drawn */
  guint n_pages;
  double width;
  double height;

  struct
  {
    WbDocument *document;
    WbHandoutOptions options;
    gboolean is_handout;
    double width;
    double height;
    WbPaginator *paginator;
    WbHandout *handout;
  } worker;
};

/* A page, drawn. */
typedef struct
{
  cairo_surface_t *surface;
  char *text;
  guint n_pages;
  double width;
  double height;
} Drawn;

G_DEFINE_FINAL_TYPE (WbPageSource, wb_page_source, G_TYPE_OBJECT)

static void
drawn_free (gpointer data)
{
  Drawn *drawn = data;

  g_clear_pointer (&drawn->surface, cairo_surface_destroy);
  g_free (drawn->text);
  g_free (drawn);
}

/* Each task holds the source, so that none is waiting by now. */
static void
wb_page_source_finalize (GObject *object)
{
  WbPageSource *self = WB_PAGE_SOURCE (object);

  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_clear_object (&self->worker.paginator);
  g_clear_object (&self->worker.handout);
  g_clear_object (&self->worker.document);
  g_free (self->text);

  G_OBJECT_CLASS (wb_page_source_parent_class)->finalize (object);
}

static void
wb_page_source_class_init (WbPageSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_page_source_finalize;
}

/* On the worker's thread. */
static void
lay_out (WbPageSource *self)
{
  if (self->worker.paginator != NULL || self->worker.handout != NULL)
    return;

  if (self->worker.is_handout)
    self->worker.handout = wb_handout_new (self->worker.document, &self->worker.options, self->worker.width,
                                           self->worker.height);
  else
    self->worker.paginator = wb_paginator_new (self->worker.document, self->worker.width, self->worker.height);
}

static Drawn *
draw (WbPageSource *self,
      guint         page)
{
  WbHandout *handout = self->worker.handout;
  WbPaginator *paginator = self->worker.paginator;
  Drawn *drawn = g_new0 (Drawn, 1);
  cairo_t *cr;

  drawn->n_pages = handout != NULL ? wb_handout_get_n_pages (handout) : wb_paginator_get_n_pages (paginator);
  drawn->width = handout != NULL ? wb_handout_get_width (handout) : wb_paginator_get_width (paginator);
  drawn->height = handout != NULL ? wb_handout_get_height (handout) : wb_paginator_get_height (paginator);
  if (page >= drawn->n_pages)
    return drawn;

  drawn->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                   &(cairo_rectangle_t) { 0, 0, drawn->width, drawn->height });
  cr = cairo_create (drawn->surface);
  if (handout != NULL)
    wb_handout_draw (handout, page, cr);
  else
    wb_paginator_draw (paginator, page, cr, WB_RENDER_PLAIN);
  cairo_destroy (cr);
  drawn->text = handout != NULL ? wb_handout_get_text (handout, page) : wb_paginator_get_text (paginator, page);

  return drawn;
}

static void
work (gpointer data,
      gpointer user_data)
{
  g_autoptr (GTask) task = data;
  WbPageSource *self = g_task_get_source_object (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  lay_out (self);
  g_task_return_pointer (task, draw (self, GPOINTER_TO_UINT (g_task_get_task_data (task))), drawn_free);
}

static void
wb_page_source_init (WbPageSource *self)
{
  self->pool = g_thread_pool_new (work, NULL, 1, TRUE, NULL);
}

WbPageSource *
wb_page_source_new (WbDocument             *document,
                    const WbHandoutOptions *handout,
                    double                  width,
                    double                  height)
{
  WbPageSource *self;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);

  self = g_object_new (WB_TYPE_PAGE_SOURCE, NULL);
  self->worker.document = g_object_ref (document);
  self->worker.is_handout = handout != NULL;
  if (handout != NULL)
    self->worker.options = *handout;
  self->worker.width = width;
  self->worker.height = height;

  return self;
}

void
wb_page_source_draw_async (WbPageSource        *self,
                           guint                page,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (WB_IS_PAGE_SOURCE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wb_page_source_draw_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (page), NULL);
  g_thread_pool_push (self->pool, task, NULL);
}

cairo_surface_t *
wb_page_source_draw_finish (WbPageSource  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  Drawn *drawn;
  cairo_surface_t *surface;

  g_return_val_if_fail (WB_IS_PAGE_SOURCE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  drawn = g_task_propagate_pointer (G_TASK (result), error);
  if (drawn == NULL)
    return NULL;

  self->n_pages = drawn->n_pages;
  self->width = drawn->width;
  self->height = drawn->height;
  g_free (self->text);
  self->text = g_steal_pointer (&drawn->text);
  surface = g_steal_pointer (&drawn->surface);
  drawn_free (drawn);

  return surface;
}

guint
wb_page_source_get_n_pages (WbPageSource *self)
{
  g_return_val_if_fail (WB_IS_PAGE_SOURCE (self), 0);

  return self->n_pages;
}

double
wb_page_source_get_width (WbPageSource *self)
{
  g_return_val_if_fail (WB_IS_PAGE_SOURCE (self), 0);

  return self->width;
}

double
wb_page_source_get_height (WbPageSource *self)
{
  g_return_val_if_fail (WB_IS_PAGE_SOURCE (self), 0);

  return self->height;
}

const char *
wb_page_source_get_text (WbPageSource *self)
{
  g_return_val_if_fail (WB_IS_PAGE_SOURCE (self), NULL);

  return self->text;
}
