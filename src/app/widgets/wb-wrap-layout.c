/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-wrap-layout.h"

struct _WbWrapLayout
{
  GtkLayoutManager parent_instance;

  /* State */
  int spacing; /* pixels */
};

G_DEFINE_FINAL_TYPE (WbWrapLayout, wb_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The width a child gets in a line of @width. */
static int
child_width (GtkWidget *child,
             int        width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return CLAMP (width, minimum, natural);
}

static int
child_height (GtkWidget *child,
              int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* The first child behind the line that begins with @first, and the line's height. */
static GtkWidget *
measure_line (WbWrapLayout *self,
              GtkWidget    *first,
              int           width,
              int          *height)
{
  GtkWidget *child;
  int x = 0;

  *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int w;

      if (!gtk_widget_should_layout (child))
        continue;

      w = child_width (child, width);
      if (x > 0 && x + w > width)
        break;
      *height = MAX (*height, child_height (child, w));
      x += w + self->spacing;
    }

  return child;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_min;
      int child_nat;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_nat, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      *natural = MAX (*natural, child_nat);
    }
}

static void
wb_wrap_layout_measure (GtkLayoutManager *layout,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  WbWrapLayout *self = WB_WRAP_LAYOUT (layout);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }

  while (child != NULL)
    {
      int height;

      child = measure_line (self, child, for_size < 0 ? G_MAXINT / 2 : for_size, &height);
      if (height > 0)
        *natural += height + (*natural > 0 ? self->spacing : 0);
    }
  *minimum = *natural;
}

static void
allocate_line (WbWrapLayout *self,
               GtkWidget    *widget,
               GtkWidget    *first,
               GtkWidget    *end,
               int           width,
               int           y,
               int           height)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;

      place.width = child_width (child, width);
      place.height = height;
      place.x = mirrored ? width - x - place.width : x;
      place.y = y;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
    }
}

static void
wb_wrap_layout_allocate (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  WbWrapLayout *self = WB_WRAP_LAYOUT (layout);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line;
      GtkWidget *end = measure_line (self, child, width, &line);

      allocate_line (self, widget, child, end, width, y, line);
      y += line + (line > 0 ? self->spacing : 0);
      child = end;
    }
}

static GtkSizeRequestMode
wb_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
set_spacing (WbWrapLayout *self,
             int           spacing)
{
  if (self->spacing == spacing)
    return;

  self->spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPACING]);
}

static void
wb_wrap_layout_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, WB_WRAP_LAYOUT (object)->spacing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_wrap_layout_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      set_spacing (WB_WRAP_LAYOUT (object), g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_wrap_layout_class_init (WbWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = wb_wrap_layout_get_property;
  object_class->set_property = wb_wrap_layout_set_property;

  layout_class->get_request_mode = wb_wrap_layout_get_request_mode;
  layout_class->measure = wb_wrap_layout_measure;
  layout_class->allocate = wb_wrap_layout_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 6,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wb_wrap_layout_init (WbWrapLayout *self)
{
  self->spacing = 6;
}

GtkLayoutManager *
wb_wrap_layout_new (int spacing)
{
  return g_object_new (WB_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
