/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-focus.h"

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
