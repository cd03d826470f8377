/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-duration.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/* Longest text of one cell, in bytes; more is refused, so that a paste by mistake cannot fill the disk. */
#define WB_ANSWER_MAX_BYTES (1024 * 1024)

/* TRUE when @value may stand in the cell @row / @column of @field, as WbAnswers describes it. "" is always
 * allowed. Otherwise sets a WB_ERROR_INVALID that names the field and says what is expected. */
gboolean wb_answer_check        (const WbField  *field,
                                 const char     *row,
                                 const char     *column,
                                 const char     *value,
                                 GError        **error);
/* Turns what a person types for a column or field of @type into the stored form: "24.11.2026", "24.11.26" and
 * "2026-11-24" → "2026-11-24"; "1.234,5" → "1234.5" (in English "1,234.5"). NULL and a WB_ERROR_INVALID when it cannot be
 * read. (transfer full) */
char    *wb_answer_normalize    (WbFieldType     type,
                                 const char     *text,
                                 GError        **error);
/* The other way, for people: "2026-11-24" → "24.11.2026", "1234.5" → "1.234,5", "yes" → "Yes" (translated), an
 * option's id → its label, the id of a linked entry → its title where the guide knows titles. @column is nullable. (transfer full) */
char    *wb_answer_to_display   (const WbField  *field,
                                 const WbColumn *column,
                                 const char     *value);
/* Only the date: "2026-11-24" → "24.11.2026". What is no date in this notation comes back as it is. (transfer full) */
char    *wb_answer_date_to_display (const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* Only the number: "1234.5" → "1.234,5". What is no plain number comes back as it is. (transfer full) */
char    *wb_answer_number_to_display (const char *value) G_GNUC_WARN_UNUSED_RESULT;


/* What a person types for an amount of money: "12.500,50", "12500", "1.200,- €" → "12500.50"; two decimals at most. (transfer full) */
char    *wb_answer_normalize_money    (const char  *text,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @value is an amount as it is stored. */
gboolean wb_answer_is_money           (const char  *value);
/* "12500.50" → "12.500,50 €". What is no stored amount comes back as it is. (transfer full) */
char    *wb_answer_money_to_display   (const char  *value) G_GNUC_WARN_UNUSED_RESULT;
/* "6 Wochen", "1,5 h", "half a day" → "P6W", "PT1.5H", "P0.5D". A year is 12 months. (transfer full) */
char    *wb_answer_normalize_duration (const char  *text,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* "P6W" → "6 weeks", translated. What is no stored duration comes back as it is. (transfer full) */
char    *wb_answer_duration_to_display (const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* "hours", "days" …: translated, static. */
const char *wb_answer_unit_to_words   (WbTimeUnit   unit);

G_END_DECLS
