/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-link-field.h"

#include "wb-link-picker.h"

struct _WbLinkField
{
  WbFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (WbLinkField, wb_link_field, WB_TYPE_FIELD_ROW)

static void
wb_link_field_build (WbFieldRow *row)
{
  const WbField *field = wb_field_row_get_field (row);

  wb_field_row_set_control (row, wb_link_picker_new (wb_field_row_get_context (row), field, "", "", field->label));
}

static void
wb_link_field_class_init (WbLinkFieldClass *klass)
{
  WB_FIELD_ROW_CLASS (klass)->build = wb_link_field_build;
}

static void
wb_link_field_init (WbLinkField *self)
{
}
