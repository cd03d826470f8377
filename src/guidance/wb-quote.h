/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters of context kept before and after a quoted passage. */
#define WB_QUOTE_CONTEXT 32

/*
 * A passage of a text, quoted so that it is found again after the text around it has changed.
 */

/* What stands before @start and behind @end in @text (byte offsets), at most WB_QUOTE_CONTEXT characters. (transfer full) each */
void wb_quote_take_context (const char  *text,
                            guint        start,
                            guint        end,
                            char       **before,
                            char       **after);
/* Looks for @exact in @text, where it occurs several times for the place with the most of @before and @after around it. Returns
 * how many characters of the context fit, so that several texts can be compared, and sets @start and @end; -1 when @exact does
 * not occur. */
int  wb_quote_find         (const char  *text,
                            const char  *exact,
                            const char  *before,
                            const char  *after,
                            guint       *start,
                            guint       *end);

G_END_DECLS
