/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-timeline-view.h"

#include "wb-figure-view.h"
#include "wb-grid-figure.h"

struct _WbTimelineView
{
  GtkWidget parent_instance;

  /* Borrowed */
  WbFieldRow *owner;

  /* State */
  guint update_id;
};

G_DEFINE_FINAL_TYPE (WbTimelineView, wb_timeline_view, GTK_TYPE_WIDGET)

static void
update (WbTimelineView *self)
{
  g_autoptr (WbFigure) figure = wb_grid_create_figure (wb_field_row_get_field (self->owner),
                                                       wb_field_row_get_answers (self->owner));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (figure != NULL)
    gtk_widget_set_parent (wb_figure_view_new (figure), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), figure != NULL);
}

static gboolean
update_cb (gpointer data)
{
  WbTimelineView *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (WbTimelineView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
wb_timeline_view_dispose (GObject *object)
{
  WbTimelineView *self = WB_TIMELINE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wb_timeline_view_parent_class)->dispose (object);
}

static void
wb_timeline_view_class_init (WbTimelineViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_timeline_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wb_timeline_view_init (WbTimelineView *self)
{
}

GtkWidget *
wb_timeline_view_new (WbFieldRow *owner)
{
  WbTimelineView *self;

  g_return_val_if_fail (WB_IS_FIELD_ROW (owner), NULL);

  self = g_object_new (WB_TYPE_TIMELINE_VIEW, NULL);
  self->owner = owner;
  g_signal_connect_object (wb_field_row_get_answers (owner), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
