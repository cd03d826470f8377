/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-block.h"
#include "wb-item.h"
#include "wb-library.h"

G_BEGIN_DECLS

/* Appends to @body, a DOCUMENT, what the kind of @item adds, for handouts and plain text: items of a checklist, phases
 * and steps of a guide, lessons of a course, goal and questions of a lesson with their solutions, the run sheet of a
 * workshop format, the fields of a data model, facts of interfaces and solutions, what a barrier leads to, the ring of a
 * circle. @library (nullable) gives the titles of other entries. Nothing for other kinds, or when the payload is faulty. */
void wb_payload_blocks_append (WbBlock   *body,
                               WbItem    *item,
                               WbLibrary *library);

G_END_DECLS
