/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-carried-list.h"

#include <glib/gi18n-lib.h>

/* Higher, and the list scrolls. */
#define MAX_HEIGHT 260

static void
toggled_cb (GtkCheckButton *check,
            WbCarried      *carried)
{
  carried->keep = gtk_check_button_get_active (check);
}

static GtkWidget *
make_row (WbCarried *carried)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *subtitle = *carried->summary != '\0' ? g_strdup_printf ("%s · %s", carried->step_title, carried->summary)
                                                        : g_strdup (carried->step_title);
  g_autofree char *name = g_strdup_printf ("%s, %s", carried->label, subtitle);

  g_object_set (row, "use-markup", FALSE, "title", carried->label, "subtitle", subtitle, "title-lines", 2, "subtitle-lines", 2, NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), carried->keep);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), carried);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

static GtkWidget *
make_note (void)
{
  GtkWidget *note = gtk_label_new (_("Days, ticks, attachments and who does a task stay behind in any case."));

  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");

  return note;
}

GtkWidget *
wb_carried_list_new (WbSeed *seed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const char *title = seed->kind == WB_SEED_TEMPLATE ? _("What goes into the new project") : _("People and roles that go along");
  GtkWidget *head = gtk_label_new (seed->carried->len > 0 ? title : _("There is nothing to take along."));

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_wrap (GTK_LABEL (head), TRUE);
  gtk_widget_add_css_class (head, "heading");
  gtk_box_append (GTK_BOX (box), head);
  if (seed->carried->len == 0)
    {
      if (seed->kind == WB_SEED_TEMPLATE)
        gtk_box_append (GTK_BOX (box), make_note ());
      return box;
    }

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < seed->carried->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (g_ptr_array_index (seed->carried, i)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_box_append (GTK_BOX (box), scroller);
  if (seed->kind == WB_SEED_TEMPLATE)
    gtk_box_append (GTK_BOX (box), make_note ());

  return box;
}
