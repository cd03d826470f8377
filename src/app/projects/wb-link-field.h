/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A question for an entry of the library. */
#define WB_TYPE_LINK_FIELD (wb_link_field_get_type ())
G_DECLARE_FINAL_TYPE (WbLinkField, wb_link_field, WB, LINK_FIELD, WbFieldRow)

G_END_DECLS
