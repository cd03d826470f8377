/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A question answered in one line. */
#define WB_TYPE_TEXT_FIELD (wb_text_field_get_type ())
G_DECLARE_FINAL_TYPE (WbTextField, wb_text_field, WB, TEXT_FIELD, WbFieldRow)

G_END_DECLS
