/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WbAnswers:
 *
 * What somebody answered in a project. An answer is a cell with the address field / row / column:
 *
 * - text, long text, choice, date, rating: row "" and column ""
 * - person: row "", columns "name", "role", "contact"
 * - several choices: row = option id, column "", value "1"
 * - checklist: row = item id, columns "done" ("1"), "owner", "date", "note"
 * - table: row = an id of its own kept in order by wb_answers_add_row(), column = column id
 * - attachment: the same; the columns are those of WbAttachment
 *
 * There is no difference between an empty cell and none. Values are stored the same in every
 * locale: dates as ISO 8601, numbers with a point.
 *
 * Not thread-safe; belongs to the main thread. Whoever keeps the answers listens to the signals.
 *
 * Signals: "cell-changed" (field, row, column, value; value "" when emptied),
 * "row-added" (field, row, position), "row-removed" (field, row; its cells were emptied before),
 * and "changed" after each of these.
 */
#define WB_TYPE_ANSWERS (wb_answers_get_type ())
G_DECLARE_FINAL_TYPE (WbAnswers, wb_answers, WB, ANSWERS, GObject)

WbAnswers   *wb_answers_new          (void);

/* The value of a cell, "" when empty; never NULL. Valid until the cell changes. */
const char  *wb_answers_get          (WbAnswers  *self,
                                      const char *field,
                                      const char *row,
                                      const char *column);
/* Sets a cell; NULL or "" empties it. No signal when nothing changes. */
void         wb_answers_set          (WbAnswers  *self,
                                      const char *field,
                                      const char *row,
                                      const char *column,
                                      const char *value);
/* TRUE when @field has any cell, or any row. */
gboolean     wb_answers_has          (WbAnswers  *self,
                                      const char *field);

/* Rows of a table in order. NULL-terminated. (transfer container): g_free() it */
const char **wb_answers_list_rows    (WbAnswers  *self,
                                      const char *field) G_GNUC_WARN_UNUSED_RESULT;
guint        wb_answers_count_rows   (WbAnswers  *self,
                                      const char *field);
/* Adds a row at the end with the id @row, or a new one when @row is NULL. Returns the id. (transfer none) */
const char  *wb_answers_add_row      (WbAnswers  *self,
                                      const char *field,
                                      const char *row);
/* Adds the row @row before the one that is at @position now; behind the last one when there are fewer. */
void         wb_answers_insert_row   (WbAnswers  *self,
                                      const char *field,
                                      const char *row,
                                      guint       position);
/* Empties the row's cells and removes it. */
void         wb_answers_remove_row   (WbAnswers  *self,
                                      const char *field,
                                      const char *row);

typedef void (*WbAnswersCellFunc) (const char *field,
                                   const char *row,
                                   const char *column,
                                   const char *value,
                                   gpointer    user_data);
typedef void (*WbAnswersRowFunc)  (const char *field,
                                   const char *row,
                                   gpointer    user_data);

/* Call @func for each cell that is not empty, in any order, and for each row of each table, the rows of a table in their
 * order. It must not change the answers. */
void         wb_answers_foreach_cell (WbAnswers         *self,
                                      WbAnswersCellFunc  func,
                                      gpointer           user_data);
void         wb_answers_foreach_row  (WbAnswers         *self,
                                      WbAnswersRowFunc   func,
                                      gpointer           user_data);

G_END_DECLS
