/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-columns-layout.h"

/* All in pixels. */
#define MIN_COLUMN 220
#define COLUMN_SPACING 24
#define ROW_SPACING 10

struct _WbColumnsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WbColumnsLayout, wb_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_columns (int width)
{
  return width >= 2 * MIN_COLUMN + COLUMN_SPACING ? 2 : 1;
}

static int
column_width (int width)
{
  return count_columns (width) == 2 ? (width - COLUMN_SPACING) / 2 : width;
}

/* Fills @row with the next children to be laid out; returns the first behind them. */
static GtkWidget *
take_row (GtkWidget *child,
          int        n_columns,
          GtkWidget *row[2])
{
  int n = 0;

  row[0] = row[1] = NULL;
  for (; child != NULL && n < n_columns; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      row[n++] = child;

  return child;
}

static int
row_height (GtkWidget *row[2],
            int        width)
{
  int height = 0;

  for (int i = 0; i < 2 && row[i] != NULL; i++)
    {
      int minimum;
      int natural;

      gtk_widget_measure (row[i], GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
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
      *natural = MAX (*natural, 2 * child_nat + COLUMN_SPACING);
    }
}

static void
wb_columns_layout_measure (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  const int width = for_size < 0 ? 2 * MIN_COLUMN + COLUMN_SPACING : for_size;

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }

  while (child != NULL)
    {
      GtkWidget *row[2];

      child = take_row (child, count_columns (width), row);
      if (row[0] != NULL)
        *natural += row_height (row, column_width (width)) + (*natural > 0 ? ROW_SPACING : 0);
    }
  *minimum = *natural;
}

static void
wb_columns_layout_allocate (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int column = column_width (width);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *row[2];
      int line;

      child = take_row (child, count_columns (width), row);
      line = row_height (row, column);
      for (int i = 0; i < 2 && row[i] != NULL; i++)
        {
          const int x = i * (column + COLUMN_SPACING);
          GtkAllocation place = { mirrored ? width - x - column : x, y, column, line };

          gtk_widget_size_allocate (row[i], &place, -1);
        }
      y += line + ROW_SPACING;
    }
}

static GtkSizeRequestMode
wb_columns_layout_get_request_mode (GtkLayoutManager *layout,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wb_columns_layout_class_init (WbColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = wb_columns_layout_get_request_mode;
  layout_class->measure = wb_columns_layout_measure;
  layout_class->allocate = wb_columns_layout_allocate;
}

static void
wb_columns_layout_init (WbColumnsLayout *self)
{
}

GtkLayoutManager *
wb_columns_layout_new (void)
{
  return g_object_new (WB_TYPE_COLUMNS_LAYOUT, NULL);
}
