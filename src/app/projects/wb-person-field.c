/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-person-field.h"

#include <glib/gi18n-lib.h>

#include "wb-name-chooser.h"

struct _WbPersonField
{
  WbFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (WbPersonField, wb_person_field, WB_TYPE_FIELD_ROW)

static const struct
{
  const char *column;
  const char *label;
} parts[] = {
  { "name", N_("Name") },
  { "role", N_("Role or office") },
  { "contact", N_("Contact") },
};

static void
add_part (WbFieldRow *row,
          GtkGrid    *grid,
          guint       i)
{
  const WbField *field = wb_field_row_get_field (row);
  g_autofree char *name = g_strdup_printf ("%s: %s", field->label, _(parts[i].label));
  GtkWidget *label = gtk_label_new (_(parts[i].label));
  GtkWidget *entry = wb_cell_entry_new (wb_field_row_get_context (row), field, "",
                                        parts[i].column, WB_FIELD_TEXT, name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, 0, (int) i, 1, 1);
  gtk_widget_set_hexpand (entry, TRUE);
  wb_field_row_add_entry (row, WB_CELL_ENTRY (entry));
  gtk_grid_attach (grid, entry, 1, (int) i, 1, 1);
  if (wb_name_chooser_fits (field, parts[i].column))
    gtk_grid_attach (grid, wb_name_chooser_new (row, "", parts[i].column, field->label, wb_cell_entry_get_entry (WB_CELL_ENTRY (entry))),
                     2, (int) i, 1, 1);
}

static void
wb_person_field_build (WbFieldRow *row)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_part (row, GTK_GRID (grid), i);
  wb_field_row_set_control (row, grid);
}

static void
wb_person_field_class_init (WbPersonFieldClass *klass)
{
  WB_FIELD_ROW_CLASS (klass)->build = wb_person_field_build;
}

static void
wb_person_field_init (WbPersonField *self)
{
}
