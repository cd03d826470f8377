/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A question answered in paragraphs. */
#define WB_TYPE_LONG_TEXT_FIELD (wb_long_text_field_get_type ())
G_DECLARE_FINAL_TYPE (WbLongTextField, wb_long_text_field, WB, LONG_TEXT_FIELD, WbFieldRow)

G_END_DECLS
