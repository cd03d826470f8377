/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A question answered by rows of typed cells. */
#define WB_TYPE_TABLE_FIELD (wb_table_field_get_type ())
G_DECLARE_FINAL_TYPE (WbTableField, wb_table_field, WB, TABLE_FIELD, WbFieldRow)

G_END_DECLS
