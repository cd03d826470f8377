/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-slide-cache.h"

#define MAX_BYTES (128 * 1024 * 1024)
#define MAX_SIZE 8192 /* pixels */
#define MAX_WANTED 256

typedef struct
{
  guint slide;
  int width;
  int height;
  WbRegion region;
} Key;

typedef struct
{
  Key key;
  GdkTexture *texture;
} Picture;

struct _WbSlideCache
{
  GObject parent_instance;

  guint source;
  gsize bytes;

  /* Owned */
  WbPaginator *paginator;
  GQueue pictures; /* Picture, the one used last first */
  GArray *wanted;  /* Key */
};

enum
{
  PREPARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbSlideCache, wb_slide_cache, G_TYPE_OBJECT)

static Key
make_key (guint           slide,
          int             width,
          int             height,
          const WbRegion *region)
{
  static const WbRegion whole = { 0, 0, 1 };

  return (Key) { slide, width, height, region != NULL ? *region : whole };
}

static gboolean
keys_equal (const Key *first,
            const Key *second)
{
  return first->slide == second->slide && first->width == second->width && first->height == second->height
         && first->region.x == second->region.x && first->region.y == second->region.y
         && first->region.size == second->region.size;
}

static gsize
count_bytes (const Key *key)
{
  return (gsize) key->width * (gsize) key->height * 4;
}

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_object_unref (picture->texture);
  g_free (picture);
}

static void
draw_slide (WbPaginator *paginator,
            const Key   *key,
            cairo_t     *cr)
{
  const double width = wb_paginator_get_width (paginator);
  const double height = wb_paginator_get_height (paginator);
  const double scale = MIN (key->width / width, key->height / height) / key->region.size;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -key->region.x * width, -key->region.y * height);
  wb_paginator_draw (paginator, key->slide, cr, WB_RENDER_PLAIN);
}

/* (transfer full) (nullable) */
static GdkTexture *
make_texture (WbPaginator *paginator,
              const Key   *key)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, key->width, key->height);
  GdkTexture *texture = NULL;
  cairo_t *cr;

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      const int stride = cairo_image_surface_get_stride (surface);
      g_autoptr (GBytes) bytes = NULL;

      cr = cairo_create (surface);
      draw_slide (paginator, key, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) key->height,
                                          (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
      texture = gdk_memory_texture_new (key->width, key->height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
    }
  cairo_surface_destroy (surface);

  return texture;
}

static Picture *
find_picture (WbSlideCache *self,
              const Key    *key)
{
  for (GList *l = self->pictures.head; l != NULL; l = l->next)
    {
      Picture *picture = l->data;

      if (!keys_equal (&picture->key, key))
        continue;
      g_queue_unlink (&self->pictures, l);
      g_queue_push_head_link (&self->pictures, l);

      return picture;
    }

  return NULL;
}

static Picture *
add_texture (WbSlideCache *self,
             const Key    *key,
             GdkTexture   *texture)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->key = *key;
  picture->texture = g_object_ref (texture);
  g_queue_push_head (&self->pictures, picture);
  self->bytes += count_bytes (key);
  while (self->bytes > MAX_BYTES && self->pictures.length > 1)
    {
      Picture *last = g_queue_pop_tail (&self->pictures);

      self->bytes -= count_bytes (&last->key);
      picture_free (last);
    }

  return picture;
}

/* (nullable) */
static Picture *
add_picture (WbSlideCache *self,
             const Key    *key)
{
  g_autoptr (GdkTexture) texture = make_texture (self->paginator, key);

  return texture != NULL ? add_texture (self, key, texture) : NULL;
}

static gboolean
is_possible (WbPaginator *paginator,
             guint        slide,
             int          width,
             int          height)
{
  return slide < wb_paginator_get_n_pages (paginator) && width > 0 && height > 0 && width <= MAX_SIZE
         && height <= MAX_SIZE;
}

/* One at a time, so that a key press in between need not wait. */
static gboolean
prepare_cb (gpointer data)
{
  g_autoptr (WbSlideCache) self = g_object_ref (data);
  Key key;

  if (self->wanted->len > 0)
    {
      key = g_array_index (self->wanted, Key, 0);
      g_array_remove_index (self->wanted, 0);
      if (find_picture (self, &key) == NULL)
        add_picture (self, &key);
      g_signal_emit (self, signals[PREPARED], 0, key.slide);
    }
  if (self->source == 0)
    return G_SOURCE_REMOVE;
  if (self->wanted->len > 0)
    return G_SOURCE_CONTINUE;
  self->source = 0;

  return G_SOURCE_REMOVE;
}

static void
wb_slide_cache_dispose (GObject *object)
{
  WbSlideCache *self = WB_SLIDE_CACHE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_queue_clear_full (&self->pictures, picture_free);
  g_clear_object (&self->paginator);

  G_OBJECT_CLASS (wb_slide_cache_parent_class)->dispose (object);
}

static void
wb_slide_cache_finalize (GObject *object)
{
  g_array_unref (WB_SLIDE_CACHE (object)->wanted);

  G_OBJECT_CLASS (wb_slide_cache_parent_class)->finalize (object);
}

static void
wb_slide_cache_class_init (WbSlideCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_slide_cache_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_slide_cache_finalize;

  signals[PREPARED] = g_signal_new ("prepared", WB_TYPE_SLIDE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_UINT);
}

static void
wb_slide_cache_init (WbSlideCache *self)
{
  self->wanted = g_array_new (FALSE, FALSE, sizeof (Key));
}

WbSlideCache *
wb_slide_cache_new (WbPaginator *paginator)
{
  WbSlideCache *self;

  g_return_val_if_fail (WB_IS_PAGINATOR (paginator), NULL);

  self = g_object_new (WB_TYPE_SLIDE_CACHE, NULL);
  self->paginator = g_object_ref (paginator);

  return self;
}

WbPaginator *
wb_slide_cache_get_paginator (WbSlideCache *self)
{
  g_return_val_if_fail (WB_IS_SLIDE_CACHE (self), NULL);

  return self->paginator;
}

GdkTexture *
wb_slide_cache_get (WbSlideCache   *self,
                    guint           slide,
                    int             width,
                    int             height,
                    const WbRegion *region)
{
  Picture *picture;
  Key key;

  g_return_val_if_fail (WB_IS_SLIDE_CACHE (self), NULL);

  if (!is_possible (self->paginator, slide, width, height))
    return NULL;
  key = make_key (slide, width, height, region);
  picture = find_picture (self, &key);
  if (picture == NULL)
    picture = add_picture (self, &key);

  return picture != NULL ? g_object_ref (picture->texture) : NULL;
}

gboolean
wb_slide_cache_has (WbSlideCache *self,
                    guint         slide,
                    int           width,
                    int           height)
{
  const Key key = make_key (slide, width, height, NULL);

  g_return_val_if_fail (WB_IS_SLIDE_CACHE (self), FALSE);

  return find_picture (self, &key) != NULL;
}

void
wb_slide_cache_prepare (WbSlideCache *self,
                        guint         slide,
                        int           width,
                        int           height)
{
  const Key key = make_key (slide, width, height, NULL);

  g_return_if_fail (WB_IS_SLIDE_CACHE (self));

  if (!is_possible (self->paginator, slide, width, height) || find_picture (self, &key) != NULL || self->wanted->len >= MAX_WANTED)
    return;
  for (guint i = 0; i < self->wanted->len; i++)
    if (keys_equal (&g_array_index (self->wanted, Key, i), &key))
      return;
  g_array_append_val (self->wanted, key);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

GdkTexture *
wb_slide_cache_draw (WbPaginator *paginator,
                     guint        slide,
                     int          width,
                     int          height)
{
  const Key key = make_key (slide, width, height, NULL);

  g_return_val_if_fail (WB_IS_PAGINATOR (paginator), NULL);

  return is_possible (paginator, slide, width, height) ? make_texture (paginator, &key) : NULL;
}

void
wb_slide_cache_add (WbSlideCache *self,
                    guint         slide,
                    GdkTexture   *texture)
{
  Key key;

  g_return_if_fail (WB_IS_SLIDE_CACHE (self));
  g_return_if_fail (GDK_IS_TEXTURE (texture));

  key = make_key (slide, gdk_texture_get_width (texture), gdk_texture_get_height (texture), NULL);
  if (is_possible (self->paginator, slide, key.width, key.height) && find_picture (self, &key) == NULL)
    add_texture (self, &key, texture);
}
