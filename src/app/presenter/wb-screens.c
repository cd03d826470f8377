/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-screens.h"

#define CHANGED_MS 150

struct _WbScreens
{
  GObject parent_instance;

  guint source;

  /* Owned */
  GListModel *monitors;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbScreens, wb_screens, G_TYPE_OBJECT)

static gboolean
tell_cb (gpointer data)
{
  g_autoptr (WbScreens) self = g_object_ref (data);

  self->source = 0;
  if (g_list_model_get_n_items (self->monitors) > 0)
    g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (WbScreens *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (CHANGED_MS, tell_cb, self);
}

static void
wb_screens_dispose (GObject *object)
{
  WbScreens *self = WB_SCREENS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->monitors);

  G_OBJECT_CLASS (wb_screens_parent_class)->dispose (object);
}

static void
wb_screens_class_init (WbScreensClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_screens_dispose;

  signals[CHANGED] = g_signal_new ("changed", WB_TYPE_SCREENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wb_screens_init (WbScreens *self)
{
}

WbScreens *
wb_screens_new (GdkDisplay *display)
{
  WbScreens *self;

  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);

  self = g_object_new (WB_TYPE_SCREENS, NULL);
  self->monitors = g_object_ref (gdk_display_get_monitors (display));
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

guint
wb_screens_get_n (WbScreens *self)
{
  g_return_val_if_fail (WB_IS_SCREENS (self), 0);

  return g_list_model_get_n_items (self->monitors);
}

GdkMonitor *
wb_screens_get_monitor (WbScreens *self,
                        int        screen)
{
  g_return_val_if_fail (WB_IS_SCREENS (self), NULL);

  return screen >= 0 ? g_list_model_get_item (self->monitors, (guint) screen) : NULL;
}

char *
wb_screens_dup_connector (WbScreens *self,
                          guint      screen)
{
  g_autoptr (GdkMonitor) monitor = NULL;
  const char *name;

  g_return_val_if_fail (WB_IS_SCREENS (self), NULL);

  monitor = g_list_model_get_item (self->monitors, screen);
  name = monitor != NULL ? gdk_monitor_get_connector (monitor) : NULL;

  return name != NULL ? g_strdup (name) : g_strdup_printf ("%u", screen + 1);
}

int
wb_screens_find (WbScreens  *self,
                 const char *connector)
{
  g_return_val_if_fail (WB_IS_SCREENS (self), -1);

  for (guint i = 0; connector != NULL && i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autofree char *name = wb_screens_dup_connector (self, i);

      if (g_str_equal (name, connector))
        return (int) i;
    }

  return -1;
}

char *
wb_screens_describe (WbScreens *self,
                     guint      screen)
{
  g_autoptr (GdkMonitor) monitor = NULL;
  g_autofree char *connector = NULL;
  const char *model;
  GdkRectangle area;

  g_return_val_if_fail (WB_IS_SCREENS (self), NULL);

  monitor = g_list_model_get_item (self->monitors, screen);
  g_return_val_if_fail (monitor != NULL, NULL);
  connector = wb_screens_dup_connector (self, screen);
  model = gdk_monitor_get_model (monitor);
  gdk_monitor_get_geometry (monitor, &area);

  return g_strdup_printf ("%s · %d × %d", model != NULL && *model != '\0' ? model : connector, area.width, area.height);
}

guint
wb_screens_find_home (WbScreens *self,
                      GtkWindow *window)
{
  GdkSurface *surface = window != NULL ? gtk_native_get_surface (GTK_NATIVE (window)) : NULL;
  GdkMonitor *monitor;

  g_return_val_if_fail (WB_IS_SCREENS (self), 0);

  if (surface == NULL)
    return 0;
  monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) item = g_list_model_get_item (self->monitors, i);

      if (item == monitor)
        return i;
    }

  return 0;
}
