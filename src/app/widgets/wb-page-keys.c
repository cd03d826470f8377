/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-page-keys.h"

/* How much of a page stays in view, so that people find on. */
#define STEP 0.9

/* 1: on, -1: back, 0: another key. */
static int
get_direction (guint           key,
               GdkModifierType state)
{
  const gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return 0;

  switch (key)
    {
    case GDK_KEY_space: case GDK_KEY_KP_Space:
      return shift ? -1 : 1;
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down:
      return shift ? 0 : 1;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up:
      return shift ? 0 : -1;
    default:
      return 0;
    }
}

static gboolean
key_pressed_cb (GtkScrolledWindow     *scroller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  const int direction = get_direction (key, state);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  if (direction == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                        + direction * STEP * gtk_adjustment_get_page_size (adjustment));

  return GDK_EVENT_STOP;
}

void
wb_page_keys_add (GtkWidget         *widget,
                  GtkScrolledWindow *scroller)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), scroller, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}
