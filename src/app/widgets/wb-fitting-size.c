/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-fitting-size.h"

/* What panels and frames take of a screen, in pixels. */
#define PANEL 40

/* The room of a screen of @window; FALSE for one that has none. */
static gboolean
find_room (GtkWindow *window,
           guint      i,
           int       *width,
           int       *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window)));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);
  *width = area.width;
  *height = area.height - PANEL;

  return *width > 0 && *height > 0;
}

static guint
count_screens (GtkWindow *window)
{
  return g_list_model_get_n_items (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window))));
}

/* The screen that a window will come up on is not known before it does, so that the smallest counts. */
void
wb_fitting_size_set (GtkWindow *window,
                     int        width,
                     int        height)
{
  int room_width, room_height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  for (guint i = 0; i < count_screens (window); i++)
    if (find_room (window, i, &room_width, &room_height))
      {
        width = MIN (width, room_width);
        height = MIN (height, room_height);
      }
  gtk_window_set_default_size (window, width, height);
}

void
wb_fitting_size_restore (GtkWindow *window,
                         int        width,
                         int        height)
{
  int most_width = 0;
  int most_height = 0;
  int room_width, room_height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  for (guint i = 0; i < count_screens (window); i++)
    if (find_room (window, i, &room_width, &room_height)
        && (gint64) room_width * room_height > (gint64) most_width * most_height)
      {
        most_width = room_width;
        most_height = room_height;
      }
  if (most_width > 0)
    {
      width = MIN (width, most_width);
      height = MIN (height, most_height);
    }
  gtk_window_set_default_size (window, width, height);
}

void
wb_fitting_size_reduce (GtkWindow *window)
{
  int width, height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_window_get_default_size (window, &width, &height);
  wb_fitting_size_set (window, width, height);
}
