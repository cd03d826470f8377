/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-field.h"

struct _WbTextField
{
  WbFieldRow parent_instance;

  /* Borrowed from the control */
  WbCellEntry *entry;
};

G_DEFINE_FINAL_TYPE (WbTextField, wb_text_field, WB_TYPE_FIELD_ROW)

static void
wb_text_field_build (WbFieldRow *row)
{
  const WbField *field = wb_field_row_get_field (row);
  GtkWidget *entry = wb_cell_entry_new (wb_field_row_get_context (row), field, "", "",
                                        WB_FIELD_TEXT, field->label);

  if (*field->example != '\0')
    wb_cell_entry_set_placeholder (WB_CELL_ENTRY (entry), field->example);
  WB_TEXT_FIELD (row)->entry = WB_CELL_ENTRY (entry);
  wb_field_row_add_entry (row, WB_CELL_ENTRY (entry));
  wb_field_row_set_control (row, entry);
}

static void
wb_text_field_update (WbFieldRow *row)
{
  g_autofree char *proposal = NULL;

  if (wb_field_row_get_field (row)->prefill == NULL)
    return;
  proposal = wb_form_context_propose (wb_field_row_get_context (row), wb_field_row_get_field (row));
  wb_field_row_set_proposed (row, wb_cell_entry_show_proposal (WB_TEXT_FIELD (row)->entry, proposal));
}

static void
wb_text_field_class_init (WbTextFieldClass *klass)
{
  WB_FIELD_ROW_CLASS (klass)->build = wb_text_field_build;
  WB_FIELD_ROW_CLASS (klass)->update = wb_text_field_update;
}

static void
wb_text_field_init (WbTextField *self)
{
}
