/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-beside-layout.h"

/* All in pixels. */
#define FIRST_WIDTH 340
#define MIN_SECOND_WIDTH 300
#define SPACING 18

struct _WbBesideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WbBesideLayout, wb_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static gboolean
is_beside (int width)
{
  return width >= FIRST_WIDTH + SPACING + MIN_SECOND_WIDTH;
}

static void
measure_height (GtkWidget *first,
                GtkWidget *second,
                int        width,
                int       *minimum,
                int       *natural)
{
  const gboolean beside = is_beside (width);
  int second_minimum, second_natural;

  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, beside ? FIRST_WIDTH : width, minimum, natural, NULL, NULL);
  gtk_widget_measure (second, GTK_ORIENTATION_VERTICAL, beside ? width - FIRST_WIDTH - SPACING : width, &second_minimum,
                      &second_natural, NULL, NULL);
  if (beside)
    {
      *minimum = MAX (*minimum, second_minimum);
      *natural = MAX (*natural, second_natural);
    }
  else
    {
      *minimum = *natural + SPACING + second_minimum;
      *natural += SPACING + second_natural;
    }
}

static void
wb_beside_layout_measure (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  int first_minimum, second_minimum, second_natural;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      measure_height (first, second, for_size < 0 ? FIRST_WIDTH : for_size, minimum, natural);
      return;
    }

  gtk_widget_measure (first, orientation, -1, &first_minimum, NULL, NULL, NULL);
  gtk_widget_measure (second, orientation, -1, &second_minimum, &second_natural, NULL, NULL);
  *minimum = MAX (first_minimum, second_minimum);
  *natural = FIRST_WIDTH + SPACING + MAX (MIN_SECOND_WIDTH, second_natural);
}

static void
wb_beside_layout_allocate (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  const int rest = width - FIRST_WIDTH - SPACING;
  int natural;

  if (is_beside (width))
    {
      gtk_widget_size_allocate (first, &(GtkAllocation) { mirrored ? rest + SPACING : 0, 0, FIRST_WIDTH, height }, -1);
      gtk_widget_size_allocate (second, &(GtkAllocation) { mirrored ? 0 : FIRST_WIDTH + SPACING, 0, rest, height }, -1);
      return;
    }

  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  gtk_widget_size_allocate (first, &(GtkAllocation) { 0, 0, width, natural }, -1);
  gtk_widget_size_allocate (second, &(GtkAllocation) { 0, natural + SPACING, width, height - natural - SPACING }, -1);
}

static GtkSizeRequestMode
wb_beside_layout_get_request_mode (GtkLayoutManager *layout,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wb_beside_layout_class_init (WbBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = wb_beside_layout_get_request_mode;
  layout_class->measure = wb_beside_layout_measure;
  layout_class->allocate = wb_beside_layout_allocate;
}

static void
wb_beside_layout_init (WbBesideLayout *self)
{
}

GtkLayoutManager *
wb_beside_layout_new (void)
{
  return g_object_new (WB_TYPE_BESIDE_LAYOUT, NULL);
}
