/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-audience-window.h"

#include <glib/gi18n.h>

#include "wb-show-keys.h"

struct _WbAudienceWindow
{
  GtkWindow parent_instance;

  /* Borrowed */
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (WbAudienceWindow, wb_audience_window, GTK_TYPE_WINDOW)

/* On the wall the arrow only disturbs; in a window it says where the edges are. */
static void
fullscreened_cb (WbAudienceWindow *self)
{
  gtk_widget_set_cursor_from_name (self->view, gtk_window_is_fullscreen (GTK_WINDOW (self)) ? "none" : NULL);
}

static void
wb_audience_window_class_init (WbAudienceWindowClass *klass)
{
}

static void
wb_audience_window_init (WbAudienceWindow *self)
{
  self->view = wb_slide_view_new (WB_SLIDE_VIEW_WALL);
  gtk_widget_set_focusable (self->view, TRUE);
  gtk_window_set_child (GTK_WINDOW (self), self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self), "slide-window");
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 540);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  wb_show_keys_install (GTK_WIDGET (self));
}

GtkWidget *
wb_audience_window_new (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (WB_TYPE_AUDIENCE_WINDOW, "title", title, NULL);
}

void
wb_audience_window_set_up (WbAudienceWindow *self,
                           WbSlideCache     *cache,
                           WbShow           *show)
{
  g_return_if_fail (WB_IS_AUDIENCE_WINDOW (self));

  wb_slide_view_set_up (WB_SLIDE_VIEW (self->view), WB_SLIDE_VIEW_WALL, cache, show);
}

WbSlideView *
wb_audience_window_get_view (WbAudienceWindow *self)
{
  g_return_val_if_fail (WB_IS_AUDIENCE_WINDOW (self), NULL);

  return WB_SLIDE_VIEW (self->view);
}
