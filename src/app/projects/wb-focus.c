/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-focus.h"

#define FRAMES 3

gboolean
wb_focus_first (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (!gtk_widget_get_visible (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  if (gtk_widget_get_focusable (widget) && gtk_widget_grab_focus (widget))
    return TRUE;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (wb_focus_first (child))
      return TRUE;

  return FALSE;
}

/* Once the page has its new height, which may be in the first frame or the second. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  guint *n_frames = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double below;

  if (scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  below = bounds.origin.y + bounds.size.height - gtk_adjustment_get_page_size (adjustment);
  /* Its beginning is not pushed out for its end. */
  if (below > 0 && bounds.origin.y > 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + MIN (below, bounds.origin.y));

  return --*n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
wb_focus_reveal (GtkWidget *widget)
{
  guint *n_frames;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  n_frames = g_new (guint, 1);
  *n_frames = FRAMES;
  gtk_widget_add_tick_callback (widget, reveal_cb, n_frames, g_free);
}

int
wb_focus_find (GtkWidget *list,
               gboolean  *inside)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int number = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (list) && inside != NULL, -1);

  *inside = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      /* The headers of a list box are children, too. */
      if (GTK_IS_LIST_BOX (list) && !GTK_IS_LIST_BOX_ROW (child))
        continue;
      *inside = focus != NULL && focus != child && gtk_widget_is_ancestor (focus, child);
      if (focus == child || *inside)
        return number;
      number++;
    }

  return -1;
}

gboolean
wb_focus_restore (GtkWidget *list,
                  int        number,
                  gboolean   inside)
{
  GtkWidget *last = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (list), FALSE);

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL && number >= 0; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_LIST_BOX (list) || GTK_IS_LIST_BOX_ROW (child))
      {
        last = child;
        number--;
      }
  if (last == NULL)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (last); inside && child != NULL; child = gtk_widget_get_next_sibling (child))
    if (wb_focus_first (child))
      return TRUE;

  return wb_focus_first (last);
}
