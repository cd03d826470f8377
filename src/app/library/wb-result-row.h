/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-search.h"
#include "wb-vocabulary.h"

G_BEGIN_DECLS

/**
 * WbResultRow:
 *
 * One entry in the list of results: kind and domain, title and passage with what was found marked, evidence and size, and
 * whether a check of it is due.
 */
#define WB_TYPE_RESULT_ROW (wb_result_row_get_type ())
G_DECLARE_FINAL_TYPE (WbResultRow, wb_result_row, WB, RESULT_ROW, GtkWidget)

GtkWidget *wb_result_row_new     (void);
/* @hit NULL empties the row. @today: ISO 8601, the day by which a check is due. */
void       wb_result_row_set_hit (WbResultRow  *self,
                                  WbHit        *hit,
                                  WbVocabulary *vocabulary,
                                  const char   *today);

G_END_DECLS
