/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-matrix-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wb-block-view.h"
#include "wb-diagnosis-figure.h"
#include "wb-matrix-cell.h"
#include "wb-wide-frame.h"
#include "wb-wrap-layout.h"

#define CELL_HEIGHT 68

struct _WbMatrixView
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *cells[WB_N_DIMENSIONS][WB_N_CAUSES];
  GtkStack *stack;
  GtkLabel *field_title;
  GtkLabel *field_detail;
  GtkListBox *field_list;
  GtkWidget *field_box;

  /* Owned */
  WbDiagnosis *diagnosis;
};

G_DEFINE_FINAL_TYPE (WbMatrixView, wb_matrix_view, GTK_TYPE_WIDGET)

static char *
describe_score (const WbScore *score)
{
  g_autofree char *level = NULL;

  if (score->level == WB_LEVEL_UNKNOWN)
    return score->n_unknown > 0 ? g_strdup_printf (ngettext ("Not known; %u reply “don’t know”", "Not known; %u replies “don’t know”",
                                                             score->n_unknown), score->n_unknown)
                                : g_strdup (_("Not answered"));

  level = g_strdup_printf (ngettext ("Level %d, %s · %u reply", "Level %d, %s · %u replies", score->n), score->level,
                           wb_level_get_label (score->level), score->n);
  if (score->n < 3)
    return g_steal_pointer (&level);
  if (score->upper - score->lower >= WB_SPREAD_WIDE)
    return g_strdup_printf (_("%s · seen differently: the middle half lies between %d and %d"), level, score->lower,
                            score->upper);

  return g_strdup_printf (_("%s · the middle half lies between %d and %d"), level, score->lower, score->upper);
}

static GtkWidget *
make_barrier_row (WbMatrixView             *self,
                  const WbDiagnosisBarrier *barrier)
{
  g_autofree char *detail = describe_score (wb_diagnosis_get_barrier (self->diagnosis, barrier->id));
  g_autofree char *title = g_markup_escape_text (barrier->title, -1);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", detail, "activatable", TRUE, NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", barrier->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-item");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  return row;
}

static void
show_field (WbMatrixView *self,
            WbDimension   dimension,
            WbCause       cause)
{
  GPtrArray *barriers = wb_diagnosis_get_barriers (self->diagnosis);
  g_autofree char *title = g_strdup_printf ("%s · %s", wb_cause_get_label (cause), wb_dimension_get_label (dimension));
  g_autofree char *detail = describe_score (wb_diagnosis_get_field (self->diagnosis, dimension, cause));
  GtkWidget *child;

  gtk_label_set_label (self->field_title, title);
  gtk_label_set_label (self->field_detail, detail);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->field_list))) != NULL)
    gtk_list_box_remove (self->field_list, child);
  for (guint i = 0; i < barriers->len; i++)
    {
      const WbDiagnosisBarrier *barrier = g_ptr_array_index (barriers, i);

      if (barrier->barrier->dimension == dimension && barrier->barrier->cause == cause)
        gtk_list_box_append (self->field_list, make_barrier_row (self, barrier));
    }
  gtk_widget_set_visible (self->field_box, TRUE);
}

static void
cell_toggled_cb (WbMatrixView    *self,
                 GtkToggleButton *cell)
{
  if (!gtk_toggle_button_get_active (cell))
    return;

  for (guint i = 0; i < WB_N_DIMENSIONS; i++)
    for (guint j = 0; j < WB_N_CAUSES; j++)
      if (self->cells[i][j] == GTK_WIDGET (cell))
        show_field (self, i, j);
}

static GtkWidget *
make_head (const char *text,
           float       xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, NULL);

  gtk_widget_add_css_class (label, "heading");

  return label;
}

static GtkWidget *
make_map (WbMatrixView *self)
{
  GtkGrid *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 7, "column-spacing", 7, NULL);

  for (guint i = 0; i < WB_N_DIMENSIONS; i++)
    gtk_grid_attach (grid, make_head (wb_dimension_get_label (i), 0.5f), (int) i + 1, 0, 1, 1);
  for (guint j = 0; j < WB_N_CAUSES; j++)
    {
      gtk_grid_attach (grid, make_head (wb_cause_get_label (j), 0.0f), 0, (int) j + 1, 1, 1);
      for (guint i = 0; i < WB_N_DIMENSIONS; i++)
        {
          GtkWidget *cell = wb_matrix_cell_new (self->diagnosis, i, j);

          gtk_widget_set_size_request (cell, -1, CELL_HEIGHT);
          gtk_widget_set_hexpand (cell, TRUE);
          if (i + j > 0)
            gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (cell), GTK_TOGGLE_BUTTON (self->cells[0][0]));
          self->cells[i][j] = cell;
          g_signal_connect_object (cell, "toggled", G_CALLBACK (cell_toggled_cb), self, G_CONNECT_SWAPPED);
          gtk_grid_attach (grid, cell, (int) i + 1, (int) j + 1, 1, 1);
        }
    }

  return GTK_WIDGET (grid);
}

static GtkWidget *
make_legend (void)
{
  GtkWidget *legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (legend, wb_wrap_layout_new (12));
  for (int level = WB_LEVEL_UNKNOWN; level < WB_N_LEVELS; level++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *word = gtk_label_new (wb_level_get_label (level));

      gtk_widget_add_css_class (word, "caption");
      gtk_box_append (GTK_BOX (box), wb_matrix_cell_new_sample (level));
      gtk_box_append (GTK_BOX (box), word);
      gtk_box_append (GTK_BOX (legend), box);
    }

  return legend;
}

static GtkWidget *
make_table (WbMatrixView *self)
{
  g_autoptr (WbFigure) figure = wb_diagnosis_figure_heat (self->diagnosis);
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  GtkWidget *view = wb_block_view_new ();

  wb_block_append (root, wb_figure_create_table (figure));
  wb_block_view_set_block (WB_BLOCK_VIEW (view), root);

  return view;
}

static void
table_toggled_cb (WbMatrixView    *self,
                  GtkToggleButton *button)
{
  gtk_stack_set_visible_child_name (self->stack, gtk_toggle_button_get_active (button) ? "table" : "map");
}

static GtkWidget *
make_switch (WbMatrixView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *map = gtk_toggle_button_new_with_label (_("Map"));
  GtkWidget *table = gtk_toggle_button_new_with_label (_("Table"));

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (table), GTK_TOGGLE_BUTTON (map));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (map), TRUE);
  g_signal_connect_object (table, "toggled", G_CALLBACK (table_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), map);
  gtk_box_append (GTK_BOX (box), table);

  return box;
}

static GtkWidget *
make_field (WbMatrixView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->field_box = box;
  self->field_title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->field_title), "heading");
  self->field_detail = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->field_detail), "caption");
  self->field_list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->field_list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Barriers of this field"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->field_title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->field_detail));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->field_list));
  gtk_widget_set_visible (box, FALSE);

  return box;
}

static void
fill (WbMatrixView *self)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, "hhomogeneous", FALSE, NULL);
  gtk_stack_add_named (self->stack, wb_wide_frame_new (make_map (self)), "map");
  gtk_stack_add_named (self->stack, make_table (self), "table");
  gtk_box_append (GTK_BOX (box), make_switch (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), make_legend ());
  gtk_box_append (GTK_BOX (box), make_field (self));
}

static void
wb_matrix_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_matrix_view_parent_class)->dispose (object);
}

static void
wb_matrix_view_finalize (GObject *object)
{
  WbMatrixView *self = WB_MATRIX_VIEW (object);

  g_clear_pointer (&self->diagnosis, wb_diagnosis_unref);

  G_OBJECT_CLASS (wb_matrix_view_parent_class)->finalize (object);
}

static void
wb_matrix_view_class_init (WbMatrixViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_matrix_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_matrix_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wb_matrix_view_init (WbMatrixView *self)
{
  gtk_widget_set_parent (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), GTK_WIDGET (self));
}

GtkWidget *
wb_matrix_view_new (WbDiagnosis *diagnosis)
{
  WbMatrixView *self;

  g_return_val_if_fail (diagnosis != NULL, NULL);

  self = g_object_new (WB_TYPE_MATRIX_VIEW, NULL);
  self->diagnosis = wb_diagnosis_ref (diagnosis);
  fill (self);

  return GTK_WIDGET (self);
}

GtkWidget *
wb_matrix_view_get_cell (WbMatrixView *self,
                         WbDimension   dimension,
                         WbCause       cause)
{
  g_return_val_if_fail (WB_IS_MATRIX_VIEW (self), NULL);
  g_return_val_if_fail ((guint) dimension < WB_N_DIMENSIONS && (guint) cause < WB_N_CAUSES, NULL);

  return self->cells[dimension][cause];
}
