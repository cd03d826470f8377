/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-date-field.h"

struct _WbDateField
{
  WbFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (WbDateField, wb_date_field, WB_TYPE_FIELD_ROW)

static void
wb_date_field_build (WbFieldRow *row)
{
  const WbField *field = wb_field_row_get_field (row);
  GtkWidget *entry = wb_cell_entry_new (wb_field_row_get_context (row), field, "", "",
                                        WB_FIELD_DATE, field->label);

  gtk_widget_set_halign (entry, GTK_ALIGN_END);
  wb_field_row_add_entry (row, WB_CELL_ENTRY (entry));
  wb_field_row_set_side_control (row, entry);
}

static void
wb_date_field_class_init (WbDateFieldClass *klass)
{
  WB_FIELD_ROW_CLASS (klass)->build = wb_date_field_build;
}

static void
wb_date_field_init (WbDateField *self)
{
}
