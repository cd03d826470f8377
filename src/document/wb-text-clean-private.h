/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text as valid UTF-8, with U+FFFD for what is none and for characters that are for nobody's text (Unicode 15, 23.7): Cairo
 * refuses a document with them. (transfer full) */
char *wb_text_make_valid   (const char *text);
/* The same with letters and accents as one character where there is one. (transfer full) */
char *wb_text_compose      (const char *text);
/* Appends @text to @out for the breaking of lines: all blanks are spaces, and what would disturb is left out. @keep_lines: a new line
 * begins one, rather than being a space. */
void  wb_text_append_clean (GString    *out,
                            const char *text,
                            gboolean    keep_lines);

G_END_DECLS
