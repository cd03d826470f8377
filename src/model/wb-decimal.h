/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbDecimal:
 *
 * A number with up to six decimals, counted in millionths, so that cents add up exactly. Anything up to about nine
 * million million either way.
 */
typedef gint64 WbDecimal;

#define WB_DECIMAL_PLACES 6
#define WB_DECIMAL_ONE G_GINT64_CONSTANT (1000000)
/* As many decimals as there are. */
#define WB_DECIMAL_ALL (-1)

/* Reads a number as it is stored, with a point ("1234.5", "-.5", "1e3"); decimals beyond the sixth are rounded. FALSE when @text is
 * none, or is too large. */
gboolean wb_decimal_parse     (const char *text,
                               WbDecimal  *value);
/* As it is stored. @decimals: exactly that many (0 to 6), rounded half away from zero, or WB_DECIMAL_ALL. (transfer full) */
char    *wb_decimal_to_string (WbDecimal   value,
                               int         decimals) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE when the result is too large, or the divisor 0; @result then stays as it was. Products and quotients are rounded to six decimals,
 * half away from zero. */
gboolean wb_decimal_add       (WbDecimal   a,
                               WbDecimal   b,
                               WbDecimal  *result);
gboolean wb_decimal_subtract  (WbDecimal   a,
                               WbDecimal   b,
                               WbDecimal  *result);
gboolean wb_decimal_multiply  (WbDecimal   a,
                               WbDecimal   b,
                               WbDecimal  *result);
gboolean wb_decimal_divide    (WbDecimal   a,
                               WbDecimal   b,
                               WbDecimal  *result);

G_END_DECLS
