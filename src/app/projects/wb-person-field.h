/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* A question for a person: name, role, contact. */
#define WB_TYPE_PERSON_FIELD (wb_person_field_get_type ())
G_DECLARE_FINAL_TYPE (WbPersonField, wb_person_field, WB, PERSON_FIELD, WbFieldRow)

G_END_DECLS
