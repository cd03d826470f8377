/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A list of things to do, each with owner, date and note. */
#define WB_TYPE_CHECKLIST_FIELD (wb_checklist_field_get_type ())
G_DECLARE_FINAL_TYPE (WbChecklistField, wb_checklist_field, WB, CHECKLIST_FIELD, WbFieldRow)

G_END_DECLS
