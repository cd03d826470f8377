/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-focus-pass.h"

static GtkWidget *
get_next (GtkWidget *widget,
          GtkWidget *child,
          gboolean   back)
{
  if (child == NULL)
    return back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);

  return back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
}

gboolean
wb_focus_pass (GtkWidget        *widget,
               GtkDirectionType  direction)
{
  const gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if ((!back && direction != GTK_DIR_TAB_FORWARD) || gtk_widget_get_focusable (widget))
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);

  child = gtk_widget_get_focus_child (widget);
  if (child == NULL)
    child = get_next (widget, NULL, back);
  for (; child != NULL; child = get_next (widget, child, back))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}
