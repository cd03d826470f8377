/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A question for a number, an amount of money or a duration. */
#define WB_TYPE_QUANTITY_FIELD (wb_quantity_field_get_type ())
G_DECLARE_FINAL_TYPE (WbQuantityField, wb_quantity_field, WB, QUANTITY_FIELD, WbFieldRow)

G_END_DECLS
