/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-field.h"

G_BEGIN_DECLS

/**
 * WbChoiceList:
 *
 * A list that opens, with "not answered" as its first entry.
 *
 * Signal "chosen" (id; "" when taken back), when the user chose.
 */
#define WB_TYPE_CHOICE_LIST (wb_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (WbChoiceList, wb_choice_list, WB, CHOICE_LIST, GtkWidget)

/* @options: WbOption, kept alive by the caller's guide. @name: what a screen reader says. */
GtkWidget  *wb_choice_list_new        (GPtrArray    *options,
                                       const char   *name);
const char *wb_choice_list_get_chosen (WbChoiceList *self);
void        wb_choice_list_set_chosen (WbChoiceList *self,
                                       const char   *id);

G_END_DECLS
