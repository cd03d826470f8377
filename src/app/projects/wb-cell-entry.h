/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-form-context.h"

G_BEGIN_DECLS

/**
 * WbCellEntry:
 *
 * One line for one cell of the answers: text, number, money, duration or date (with a calendar behind a button). What is typed is
 * stored after a short pause, on Enter and when the focus leaves. What cannot be stored stays as it was
 * typed and is marked; the value before it stays stored.
 *
 * Property "problem": what is wrong with the text, one sentence, or NULL.
 *
 * Signal "settled" (row, column, before, after): somebody typed something else and is done with it, as the focus left or Enter was pressed.
 */
#define WB_TYPE_CELL_ENTRY (wb_cell_entry_get_type ())
G_DECLARE_FINAL_TYPE (WbCellEntry, wb_cell_entry, WB, CELL_ENTRY, GtkWidget)

/* @field belongs to the context's guide. @type: TEXT, NUMBER, MONEY, DURATION or DATE. @name: what a screen reader says. */
GtkWidget  *wb_cell_entry_new             (WbFormContext *context,
                                           const WbField *field,
                                           const char    *row,
                                           const char    *column,
                                           WbFieldType    type,
                                           const char    *name);
/* For a DURATION: the unit that a number typed alone has, in a word that wb_answer_normalize() takes; NULL: none. */
void        wb_cell_entry_set_unit        (WbCellEntry   *self,
                                           const char    *unit);
/* Shows @text, which is not stored until somebody changes it, while there is no answer and nothing is being typed; NULL: no longer. TRUE
 * when it is shown. */
gboolean    wb_cell_entry_show_proposal   (WbCellEntry   *self,
                                           const char    *text);
/* Shown while the entry is empty. (nullable) */
void        wb_cell_entry_set_placeholder (WbCellEntry   *self,
                                           const char    *text);
const char *wb_cell_entry_get_problem     (WbCellEntry   *self);
/* Whether something was typed that is not stored: not yet, or as it cannot be. */
gboolean    wb_cell_entry_is_dirty        (WbCellEntry   *self);
/* The editable part, for labels and tests. (transfer none) */
GtkEntry   *wb_cell_entry_get_entry       (WbCellEntry   *self);
/* Stores what was typed, now. */
void        wb_cell_entry_flush           (WbCellEntry   *self);
/* Stores what was typed, and says so with "settled" as if the focus had left. */
void        wb_cell_entry_settle          (WbCellEntry   *self);
/* Whether it is the one for @column of @row. */
gboolean    wb_cell_entry_is_at           (WbCellEntry   *self,
                                           const char    *row,
                                           const char    *column);
/* Shows again what is stored; what was typed and could not be stored is dropped. */
void        wb_cell_entry_reset           (WbCellEntry   *self);
/* Drops what was typed and not stored yet: the cell is about to go. */
void        wb_cell_entry_discard         (WbCellEntry   *self);

G_END_DECLS
