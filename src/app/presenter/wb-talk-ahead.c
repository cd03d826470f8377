/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-talk-ahead.h"

#include "wb-document-equal.h"
#include "wb-presenter-ahead.h"
#include "wb-screen-plan.h"
#include "wb-screens.h"
#include "wb-show-memory.h"
#include "wb-slide-view.h"
#include "wb-stationery-provider.h"

#define OFFER "wb-talk-ahead"
#define WAIT_MS 250 /* who leafs through a list or types is not to be held up */
#define FONTS_MS 50

typedef enum
{
  IDLE,
  MAKING,     /* the document, or seeing that it is the same as before */
  DRAWING,    /* the picture, on a thread */
  LAYING_OUT,
  BUILDING,   /* the window */
  DONE,
  TAKEN,      /* for the talk that is going on */
} Stage;

/* What the picture is drawn for. */
typedef struct
{
  int width;
  int height;
  int scale;
  guint slide;
} Place;

struct _WbTalkAhead
{
  GObject parent_instance;

  WbTalkAheadMake make;
  Stage stage;
  Place place;
  guint source;

  /* Borrowed */
  GtkWidget *widget; /* owns this */

  /* Weak */
  GtkWindow *window; /* (nullable) the one it stands in while it is on screen */

  /* Owned */
  WbScreens *screens;
  WbDocument *document;  /* (nullable) */
  GCancellable *drawing; /* (nullable) */
  GdkTexture *texture;   /* (nullable) */
  WbSlideCache *cache;   /* (nullable) */
  GtkWindow *audience;   /* (nullable) */
};

typedef struct
{
  WbDocument *document;
  Place place;
} Job;

G_DEFINE_FINAL_TYPE (WbTalkAhead, wb_talk_ahead, G_TYPE_OBJECT)

static gboolean step_cb (gpointer data);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->document);
  g_free (job);
}

static void
drop (WbTalkAhead *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_object (&self->document);
  g_clear_object (&self->texture);
  g_clear_object (&self->cache);
  if (self->audience != NULL)
    gtk_window_destroy (self->audience);
  g_clear_object (&self->audience);
  self->stage = IDLE;
}

/* The next piece, when there is time. */
static void
go_on (WbTalkAhead *self,
       Stage        stage)
{
  self->stage = stage;
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, step_cb, self, NULL);
}

static gboolean
begin_cb (gpointer data)
{
  WbTalkAhead *self = data;

  self->source = 0;
  if (self->stage != DRAWING)
    go_on (self, MAKING);
  else
    self->source = g_timeout_add (WAIT_MS, begin_cb, self);

  return G_SOURCE_REMOVE;
}

/* What is there stays until it is seen to be another. */
static void
begin (WbTalkAhead *self)
{
  if (self->make == NULL || self->window == NULL || self->stage == TAKEN)
    return;
  wb_presenter_ahead_begin ();
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (WAIT_MS, begin_cb, self);
}

static Place
find_place (WbTalkAhead *self,
            WbDocument  *document)
{
  const WbScreenWish wish = {
    .n_screens = MAX (wb_screens_get_n (self->screens), 1),
    .home = wb_screens_find_home (self->screens, self->window),
    .wanted = -1,
  };
  const WbScreenPlan plan = wb_screen_plan_make (&wish);
  g_autoptr (GdkMonitor) monitor = wb_screens_get_monitor (self->screens, plan.audience_screen);
  WbShow *show = wb_show_memory_look (gtk_window_get_application (self->window), document);
  Place place = { .slide = show != NULL ? wb_show_get_wall_slide (show) : 0 };
  GdkRectangle area;

  if (monitor == NULL)
    return place;
  gdk_monitor_get_geometry (monitor, &area);
  place.width = area.width;
  place.height = area.height;
  place.scale = gdk_monitor_get_scale_factor (monitor);

  return place;
}

static gboolean
places_equal (const Place *a,
              const Place *b)
{
  return a->width == b->width && a->height == b->height && a->scale == b->scale && a->slide == b->slide;
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (WbPaginator) paginator = wb_paginator_new (job->document, 0, 0);
  int width, height;

  wb_slide_view_measure_picture (paginator, job->place.width, job->place.height, job->place.scale, &width, &height);
  g_task_return_pointer (task, wb_slide_cache_draw (paginator, job->place.slide, width, height), g_object_unref);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  WbTalkAhead *self = WB_TALK_AHEAD (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  /* Dropped meanwhile. */
  if (error != NULL)
    return;
  g_clear_object (&self->drawing);
  self->texture = g_steal_pointer (&texture);
  go_on (self, LAYING_OUT);
}

static void
draw (WbTalkAhead *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->document = g_object_ref (self->document);
  job->place = self->place;
  self->stage = DRAWING;
  self->drawing = g_cancellable_new ();
  task = g_task_new (self, self->drawing, drawn_cb, NULL);
  g_task_set_source_tag (task, draw);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, draw_thread);
}

/* What is there of the same deck stays. */
static void
look (WbTalkAhead *self)
{
  g_autoptr (WbDocument) bare = self->make (self->widget);
  g_autoptr (WbDocument) document = NULL;
  Place place;

  if (bare == NULL)
    {
      drop (self);
      return;
    }
  document = wb_stationery_provider_dress (self->widget, bare);
  place = find_place (self, document);
  if (self->cache != NULL && wb_document_equal (self->document, document) && places_equal (&self->place, &place))
    {
      if (self->audience == NULL)
        go_on (self, BUILDING);
      else
        self->stage = DONE;
      return;
    }
  drop (self);
  self->document = g_steal_pointer (&document);
  self->place = place;
  draw (self);
}

/* Once the letters are there: without them it would take many times as long. */
static void
lay_out (WbTalkAhead *self)
{
  g_autoptr (WbPaginator) paginator = NULL;

  if (!wb_presenter_ahead_is_done ())
    {
      self->source = g_timeout_add (FONTS_MS, step_cb, self);
      return;
    }
  paginator = wb_paginator_new (self->document, 0, 0);
  self->cache = wb_slide_cache_new (paginator);
  if (self->texture != NULL)
    wb_slide_cache_add (self->cache, self->place.slide, self->texture);
  g_clear_object (&self->texture);
  go_on (self, BUILDING);
}

/* Not realized: GDK 4.8 ends the program when an X11 window goes that was realized and never shown. */
static void
build (WbTalkAhead *self)
{
  self->audience = g_object_ref (GTK_WINDOW (wb_audience_window_new (wb_document_get_title (self->document))));
  self->stage = DONE;
}

static gboolean
step_cb (gpointer data)
{
  g_autoptr (WbTalkAhead) self = g_object_ref (data);

  self->source = 0;
  switch (self->stage)
    {
    case MAKING:
      look (self);
      break;
    case LAYING_OUT:
      lay_out (self);
      break;
    case BUILDING:
      build (self);
      break;
    case IDLE:
    case DRAWING:
    case DONE:
    case TAKEN:
    default:
      break;
    }

  return G_SOURCE_REMOVE;
}

/* (nullable) */
static WbTalkAhead *
find_in_window (GtkWindow *window)
{
  return window != NULL ? g_object_get_data (G_OBJECT (window), OFFER) : NULL;
}

static void
active_cb (WbTalkAhead *self)
{
  if (gtk_window_is_active (self->window))
    begin (self);
}

static void
leave (WbTalkAhead *self)
{
  drop (self);
  if (self->window == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->window, active_cb, self);
  if (find_in_window (self->window) == self)
    g_object_set_data (G_OBJECT (self->window), OFFER, NULL);
  g_clear_weak_pointer (&self->window);
}

static void
enter (WbTalkAhead *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  WbTalkAhead *other;

  if (self->make == NULL || !GTK_IS_WINDOW (root) || !gtk_widget_get_mapped (self->widget))
    return;
  other = find_in_window (GTK_WINDOW (root));
  if (other != self)
    {
      if (other != NULL)
        leave (other);
      g_object_set_data (G_OBJECT (root), OFFER, self);
      g_set_weak_pointer (&self->window, GTK_WINDOW (root));
      /* Others may have changed the deck, or the letterhead, in a window above. */
      g_signal_connect_object (root, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
    }
  begin (self);
}

static void
wb_talk_ahead_dispose (GObject *object)
{
  WbTalkAhead *self = WB_TALK_AHEAD (object);

  leave (self);
  g_clear_object (&self->screens);

  G_OBJECT_CLASS (wb_talk_ahead_parent_class)->dispose (object);
}

static void
wb_talk_ahead_class_init (WbTalkAheadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_talk_ahead_dispose;
}

static void
wb_talk_ahead_init (WbTalkAhead *self)
{
}

/* A reference of its own would keep it beyond its widget. */
static WbTalkAhead *
ensure (GtkWidget *widget)
{
  WbTalkAhead *self = g_object_get_data (G_OBJECT (widget), OFFER "-own");

  if (self != NULL)
    return self;
  self = g_object_new (WB_TYPE_TALK_AHEAD, NULL);
  self->widget = widget;
  self->screens = wb_screens_new (gtk_widget_get_display (widget));
  g_signal_connect_object (self->screens, "changed", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "map", G_CALLBACK (enter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (widget), OFFER "-own", self, g_object_unref);

  return self;
}

void
wb_talk_ahead_offer (GtkWidget       *widget,
                     WbTalkAheadMake  make)
{
  WbTalkAhead *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (make == NULL && g_object_get_data (G_OBJECT (widget), OFFER "-own") == NULL)
    return;
  self = ensure (widget);
  self->make = make;
  if (make == NULL)
    leave (self);
  else
    enter (self);
}

void
wb_talk_ahead_refresh (GtkWidget *widget)
{
  WbTalkAhead *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = g_object_get_data (G_OBJECT (widget), OFFER "-own");
  if (self != NULL)
    begin (self);
}

WbSlideCache *
wb_talk_ahead_take (GtkWindow         *parent,
                    WbDocument        *document,
                    WbAudienceWindow **audience)
{
  WbTalkAhead *self;
  g_autoptr (WbSlideCache) cache = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (audience != NULL, NULL);

  *audience = NULL;
  self = find_in_window (parent);
  if (self == NULL || self->stage == TAKEN)
    return NULL;
  if (self->cache != NULL && wb_document_equal (self->document, document))
    {
      cache = g_steal_pointer (&self->cache);
      *audience = self->audience != NULL ? WB_AUDIENCE_WINDOW (g_steal_pointer (&self->audience)) : NULL;
    }
  /* Nothing is made while a talk goes on. */
  drop (self);
  self->stage = TAKEN;

  return g_steal_pointer (&cache);
}

void
wb_talk_ahead_again (GtkWindow *parent)
{
  WbTalkAhead *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  self = find_in_window (parent);
  if (self == NULL || self->stage != TAKEN)
    return;
  self->stage = IDLE;
  begin (self);
}

gboolean
wb_talk_ahead_is_done (GtkWindow *parent)
{
  WbTalkAhead *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), FALSE);

  self = find_in_window (parent);

  return self != NULL && self->stage == DONE && self->source == 0;
}
