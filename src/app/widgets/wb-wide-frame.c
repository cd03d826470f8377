/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-wide-frame.h"

struct _WbWideFrame
{
  GtkWidget parent_instance;

  /* Owned children */
  GtkWidget *scroller;

  /* Borrowed */
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (WbWideFrame, wb_wide_frame, GTK_TYPE_WIDGET)

/* Height of the bar below, when the child cannot become as narrow as @width. */
static int
bar_height (WbWideFrame *self,
            int          width)
{
  GtkWidget *bar = gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (self->scroller));
  int minimum;
  int height;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (width >= minimum)
    return 0;

  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height;
}

static void
wb_wide_frame_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  WbWideFrame *self = WB_WIDE_FRAME (widget);
  int child_min;
  int child_nat;

  if (self->child == NULL)
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_nat, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->scroller, GTK_ORIENTATION_HORIZONTAL, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (child_nat, *minimum);
      return;
    }

  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL,
                      for_size < 0 ? child_nat : MAX (for_size, child_min),
                      minimum, natural, NULL, NULL);
  if (for_size >= 0)
    *natural += bar_height (self, for_size);
  *minimum = *natural;
}

static void
wb_wide_frame_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  WbWideFrame *self = WB_WIDE_FRAME (widget);
  int minimum;

  /* Measured because every visible child has to be, before it gets its place. */
  gtk_widget_measure (self->scroller, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->scroller, width, MAX (height, minimum), baseline, NULL);
}

static GtkSizeRequestMode
wb_wide_frame_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wb_wide_frame_dispose (GObject *object)
{
  WbWideFrame *self = WB_WIDE_FRAME (object);

  self->child = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_wide_frame_parent_class)->dispose (object);
}

static void
wb_wide_frame_class_init (WbWideFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_wide_frame_dispose;

  widget_class->measure = wb_wide_frame_measure;
  widget_class->size_allocate = wb_wide_frame_size_allocate;
  widget_class->get_request_mode = wb_wide_frame_get_request_mode;
}

static void
wb_wide_frame_init (WbWideFrame *self)
{
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "vscrollbar-policy", GTK_POLICY_NEVER,
                                 "overlay-scrolling", FALSE,
                                 NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
wb_wide_frame_new (GtkWidget *child)
{
  WbWideFrame *self = g_object_new (WB_TYPE_WIDE_FRAME, NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  self->child = child;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), child);

  return GTK_WIDGET (self);
}
