/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-corner-layout.h"

struct _WbCornerLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WbCornerLayout, wb_corner_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Start, rest and corner; what is hidden asks for nothing. */
typedef struct
{
  GtkWidget *start;
  GtkWidget *rest;
  GtkWidget *corner;
  int start_width;
} Children;

static Children
get_children (GtkWidget *widget)
{
  Children children;

  children.start = gtk_widget_get_first_child (widget);
  children.rest = gtk_widget_get_next_sibling (children.start);
  children.corner = gtk_widget_get_next_sibling (children.rest);
  gtk_widget_measure (children.start, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &children.start_width, NULL, NULL);

  return children;
}

static void
wb_corner_layout_measure (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  const Children children = get_children (widget);
  int start, corner;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (children.rest, orientation, -1, minimum, natural, NULL, NULL);
      gtk_widget_measure (children.corner, orientation, -1, NULL, &corner, NULL, NULL);
      *minimum = MAX (*minimum, corner) + children.start_width;
      *natural = MAX (*natural, corner) + children.start_width;
      return;
    }

  gtk_widget_measure (children.rest, orientation, for_size < 0 ? -1 : MAX (for_size - children.start_width, 0), minimum, natural, NULL,
                      NULL);
  gtk_widget_measure (children.start, orientation, -1, NULL, &start, NULL, NULL);
  gtk_widget_measure (children.corner, orientation, -1, NULL, &corner, NULL, NULL);
  *minimum = MAX (*minimum, MAX (start, corner));
  *natural = MAX (*natural, MAX (start, corner));
}

static void
wb_corner_layout_allocate (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const Children children = get_children (widget);
  const int rest = MAX (width - children.start_width, 0);
  int corner_width, corner_height;

  gtk_widget_measure (children.corner, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &corner_width, NULL, NULL);
  gtk_widget_measure (children.corner, GTK_ORIENTATION_VERTICAL, corner_width, NULL, &corner_height, NULL, NULL);
  if (gtk_widget_get_visible (children.start))
    gtk_widget_size_allocate (children.start, &(GtkAllocation) { mirrored ? rest : 0, 0, children.start_width, height }, -1);
  gtk_widget_size_allocate (children.rest, &(GtkAllocation) { mirrored ? 0 : children.start_width, 0, rest, height }, -1);
  if (gtk_widget_get_visible (children.corner))
    gtk_widget_size_allocate (children.corner,
                              &(GtkAllocation) { mirrored ? 0 : width - corner_width, 0, corner_width, corner_height }, -1);
}

static GtkSizeRequestMode
wb_corner_layout_get_request_mode (GtkLayoutManager *layout,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wb_corner_layout_class_init (WbCornerLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = wb_corner_layout_get_request_mode;
  layout_class->measure = wb_corner_layout_measure;
  layout_class->allocate = wb_corner_layout_allocate;
}

static void
wb_corner_layout_init (WbCornerLayout *self)
{
}

GtkLayoutManager *
wb_corner_layout_new (void)
{
  return g_object_new (WB_TYPE_CORNER_LAYOUT, NULL);
}
