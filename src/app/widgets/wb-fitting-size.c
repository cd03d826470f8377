/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-fitting-size.h"

/* What panels and frames take of a screen, in pixels. */
#define PANEL 40

/* The screen that a window will come up on is not known before it does, so that the smallest counts. */
static void
find_room (GtkWindow *window,
           int       *width,
           int       *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window)));

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      if (area.width <= 0 || area.height <= PANEL)
        continue;
      *width = MIN (*width, area.width);
      *height = MIN (*height, area.height - PANEL);
    }
}

void
wb_fitting_size_set (GtkWindow *window,
                     int        width,
                     int        height)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  find_room (window, &width, &height);
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
