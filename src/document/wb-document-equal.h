/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"

G_BEGIN_DECLS

/* Whether both would be laid out and drawn the same, in every word, note and figure: what was prepared of one may then be shown for the
 * other. Stationery is the same only when it is one object. */
gboolean wb_document_equal (WbDocument *first,
                            WbDocument *second);

G_END_DECLS
