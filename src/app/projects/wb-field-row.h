/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-cell-entry.h"
#include "wb-form-context.h"

G_BEGIN_DECLS

/**
 * WbFieldRow:
 *
 * One question of a guide with the means to answer it. Each type of field is a subclass in a file of
 * its own; the base shows label, need, reason, example and what is wrong, and a line with the reason
 * instead when the question is not asked.
 *
 * Properties "context" and "field" (construct only).
 */
#define WB_TYPE_FIELD_ROW (wb_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (WbFieldRow, wb_field_row, WB, FIELD_ROW, GtkWidget)

struct _WbFieldRowClass
{
  GtkWidgetClass parent_class;

  /* Makes the control, once, and hands it to wb_field_row_set_control(). */
  void (*build)  (WbFieldRow *self);
  /* Shows what the answers hold. Called after build() and after every change of the field. */
  void (*update) (WbFieldRow *self);
  /* Stores what is being typed. The base flushes the entries it was told of. */
  void (*flush)  (WbFieldRow *self);
};

/* The row for @field's type. (transfer floating) */
GtkWidget     *wb_field_row_new            (WbFormContext *context,
                                            const WbField *field);
const WbField *wb_field_row_get_field      (WbFieldRow    *self);
void           wb_field_row_flush          (WbFieldRow    *self);
/* Somebody is done with what they typed there, as when the focus leaves it. */
void           wb_field_row_settle         (WbFieldRow    *self);
/* Asks the question, or shows why it is not asked, as the guide's rules say. */
void           wb_field_row_update_applies (WbFieldRow    *self);
/* What is wrong, as shown below the control; NULL when nothing is. */
const char    *wb_field_row_get_problem    (WbFieldRow    *self);
/* What the guide's checks object to in the stored answer, as shown below the control; NULL when nothing. */
const char    *wb_field_row_get_fault      (WbFieldRow    *self);
/* What looks like real people in a field for made-up data; NULL when nothing does. */
const char    *wb_field_row_get_warning    (WbFieldRow    *self);

/* Whether what stands in the control is a proposal that nobody has taken over. */
gboolean       wb_field_row_get_proposed   (WbFieldRow    *self);

/* For subclasses */
WbFormContext *wb_field_row_get_context    (WbFieldRow    *self);
WbAnswers     *wb_field_row_get_answers    (WbFieldRow    *self);
/* The value of one of the field's cells. */
const char    *wb_field_row_get            (WbFieldRow    *self,
                                            const char    *row,
                                            const char    *column);
/* Stores @value when it may stand in the cell; shows what is wrong otherwise. */
void           wb_field_row_store          (WbFieldRow    *self,
                                            const char    *row,
                                            const char    *column,
                                            const char    *value);
void           wb_field_row_set_control    (WbFieldRow    *self,
                                            GtkWidget     *control);
/* For a small control: it stands beside the question instead of below. */
void           wb_field_row_set_side_control (WbFieldRow  *self,
                                            GtkWidget     *control);
/* Says that what stands in the control is a proposal, with a button to take it over. */
void           wb_field_row_set_proposed   (WbFieldRow    *self,
                                            gboolean       proposed);
/* A few words at the right of the control's foot: "3 of 12 done". NULL hides them. */
void           wb_field_row_set_status     (WbFieldRow    *self,
                                            const char    *status);
void           wb_field_row_set_problem    (WbFieldRow    *self,
                                            const char    *problem);
/* Shows @entry's problems and flushes it. */
void           wb_field_row_add_entry      (WbFieldRow    *self,
                                            WbCellEntry   *entry);
void           wb_field_row_remove_entry   (WbFieldRow    *self,
                                            WbCellEntry   *entry);
/* The row of a table in which the offer to change a name elsewhere stands is made anew: an offer nobody has decided on is shown there again. */
void           wb_field_row_keep_offer     (WbFieldRow    *self);
/* Shows a button that takes the answer back. */
void           wb_field_row_set_clearable  (WbFieldRow    *self,
                                            gboolean       clearable);
/* A label of words for a check or radio button: @label with @note (nullable) in small print below. (transfer floating) */
GtkWidget     *wb_field_row_make_option    (const char    *label,
                                            const char    *note);

G_END_DECLS
