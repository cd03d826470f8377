/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A value that follows from other answers: shown with how it is computed, never typed. */
#define WB_TYPE_COMPUTED_FIELD (wb_computed_field_get_type ())
G_DECLARE_FINAL_TYPE (WbComputedField, wb_computed_field, WB, COMPUTED_FIELD, WbFieldRow)

G_END_DECLS
