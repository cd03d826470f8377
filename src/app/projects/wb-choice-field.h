/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A question with one answer out of several: buttons side by side, rows or a list, as the options need. */
#define WB_TYPE_CHOICE_FIELD (wb_choice_field_get_type ())
G_DECLARE_FINAL_TYPE (WbChoiceField, wb_choice_field, WB, CHOICE_FIELD, WbFieldRow)

G_END_DECLS
