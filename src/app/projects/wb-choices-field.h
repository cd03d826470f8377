/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A question with any number of answers out of several. */
#define WB_TYPE_CHOICES_FIELD (wb_choices_field_get_type ())
G_DECLARE_FINAL_TYPE (WbChoicesField, wb_choices_field, WB, CHOICES_FIELD, WbFieldRow)

G_END_DECLS
