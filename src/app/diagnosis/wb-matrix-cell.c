/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-matrix-cell.h"

#include <glib/gi18n.h>

#define STRIP 24
#define SAMPLE_STRIP 14
#define STEP 7.0

struct _WbMatrixCell
{
  GtkToggleButton parent_instance;

  int level;
  int strip;
};

G_DEFINE_FINAL_TYPE (WbMatrixCell, wb_matrix_cell, GTK_TYPE_TOGGLE_BUTTON)

static void
add_dots (cairo_t *cr,
          double   left,
          double   width,
          double   height)
{
  gboolean odd = FALSE;

  for (double y = STEP / 2; y < height; y += STEP, odd = !odd)
    for (double x = left + (odd ? STEP : STEP / 2); x < left + width; x += STEP)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, 1.1, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

static void
add_diagonals (cairo_t  *cr,
               double    left,
               double    width,
               double    height,
               double    step,
               gboolean  falling)
{
  for (double x = left - height; x < left + width; x += step)
    {
      cairo_move_to (cr, x, falling ? 0 : height);
      cairo_line_to (cr, x + height, falling ? height : 0);
    }
  cairo_stroke (cr);
}

static void
draw_pattern (cairo_t *cr,
              int      level,
              double   left,
              double   width,
              double   height)
{
  cairo_rectangle (cr, left, 0, width, height);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1);
  if (level == 1)
    add_dots (cr, left, width, height);
  if (level >= 2)
    add_diagonals (cr, left, width, height, level == 4 ? STEP * 0.7 : STEP, FALSE);
  if (level >= 3)
    add_diagonals (cr, left, width, height, level == 4 ? STEP * 0.7 : STEP, TRUE);
}

static void
wb_matrix_cell_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  WbMatrixCell *self = WB_MATRIX_CELL (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA color;
  cairo_t *cr;

  if (self->level > 0 && width > self->strip && height > 2)
    {
      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
      color.alpha = 0.75f;
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
      gdk_cairo_set_source_rgba (cr, &color);
      draw_pattern (cr, self->level, width - self->strip, self->strip, height);
      cairo_destroy (cr);
    }

  GTK_WIDGET_CLASS (wb_matrix_cell_parent_class)->snapshot (widget, snapshot);
}

static void
wb_matrix_cell_class_init (WbMatrixCellClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = wb_matrix_cell_snapshot;
}

static void
wb_matrix_cell_init (WbMatrixCell *self)
{
  self->level = WB_LEVEL_UNKNOWN;
  self->strip = STRIP;
}

static char *
format_number (int level)
{
  return level != WB_LEVEL_UNKNOWN ? g_strdup_printf ("%d", level) : g_strdup ("–");
}

static void
set_level (WbMatrixCell *self,
           int           level)
{
  g_autofree char *name = g_strdup_printf ("level-%d", MAX (level, 0));

  self->level = level;
  gtk_widget_add_css_class (GTK_WIDGET (self), "matrix-cell");
  gtk_widget_add_css_class (GTK_WIDGET (self), level != WB_LEVEL_UNKNOWN ? name : "level-unknown");
}

static GtkWidget *
make_child (int         level,
            const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *number = format_number (level);
  GtkWidget *figure = gtk_label_new (number);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0f, "max-width-chars", 16,
                                   "width-chars", 8, "lines", 3, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (figure, "matrix-number");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_end (box, STRIP + 6);

  return box;
}

GtkWidget *
wb_matrix_cell_new (const WbDiagnosis *diagnosis,
                    WbDimension        dimension,
                    WbCause            cause)
{
  const WbScore *score = wb_diagnosis_get_field (diagnosis, dimension, cause);
  const WbDiagnosisBarrier *strongest = wb_diagnosis_get_strongest (diagnosis, dimension, cause);
  const gboolean known = score->level != WB_LEVEL_UNKNOWN && strongest != NULL;
  const char *text = known ? strongest->title : wb_level_get_label (WB_LEVEL_UNKNOWN);
  WbMatrixCell *self = g_object_new (WB_TYPE_MATRIX_CELL, "child", make_child (score->level, text), "tooltip-text", text, NULL);
  g_autofree char *label = NULL;

  set_level (self, score->level);
  if (known)
    label = g_strdup_printf (_("%s, %s: %s, level %d of 4, %s"), wb_cause_get_label (cause),
                             wb_dimension_get_label (dimension), text, score->level, wb_level_get_label (score->level));
  else
    label = g_strdup_printf (_("%s, %s: %s"), wb_cause_get_label (cause), wb_dimension_get_label (dimension), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

int
wb_matrix_cell_get_level (WbMatrixCell *self)
{
  g_return_val_if_fail (WB_IS_MATRIX_CELL (self), WB_LEVEL_UNKNOWN);

  return self->level;
}

GtkWidget *
wb_matrix_cell_new_sample (int level)
{
  g_autofree char *number = format_number (level);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", number, "margin-end", SAMPLE_STRIP, NULL);
  WbMatrixCell *self = g_object_new (WB_TYPE_MATRIX_CELL, "child", label, "can-focus", FALSE, "can-target", FALSE,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->strip = SAMPLE_STRIP;
  set_level (self, level);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sample");

  return GTK_WIDGET (self);
}
