/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-page-column.h"

struct _WbPageColumn
{
  GtkWidget parent_instance;

  int width;
};

G_DEFINE_FINAL_TYPE (WbPageColumn, wb_page_column, GTK_TYPE_WIDGET)

static void
wb_page_column_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child == NULL)
    return;

  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, WB_PAGE_COLUMN (widget)->width);
}

static void
wb_page_column_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
wb_page_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wb_page_column_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_page_column_parent_class)->dispose (object);
}

static void
wb_page_column_class_init (WbPageColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_page_column_dispose;

  widget_class->measure = wb_page_column_measure;
  widget_class->size_allocate = wb_page_column_size_allocate;
  widget_class->get_request_mode = wb_page_column_get_request_mode;
}

static void
wb_page_column_init (WbPageColumn *self)
{
}

GtkWidget *
wb_page_column_new (GtkWidget *child,
                    int        width)
{
  WbPageColumn *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);
  g_return_val_if_fail (width > 0, NULL);

  self = g_object_new (WB_TYPE_PAGE_COLUMN, "valign", GTK_ALIGN_START, NULL);
  self->width = width;
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
