/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A question answered on a scale. */
#define WB_TYPE_RATING_FIELD (wb_rating_field_get_type ())
G_DECLARE_FINAL_TYPE (WbRatingField, wb_rating_field, WB, RATING_FIELD, WbFieldRow)

G_END_DECLS
