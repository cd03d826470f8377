/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A question for a day. */
#define WB_TYPE_DATE_FIELD (wb_date_field_get_type ())
G_DECLARE_FINAL_TYPE (WbDateField, wb_date_field, WB, DATE_FIELD, WbFieldRow)

G_END_DECLS
