/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text in lines of a width in columns, as terminals count: Chinese characters take two, combining marks none. */

guint      wb_cli_text_width   (const char *text);
/* Breaks between words, and at line breaks; with @strict also inside words that are longer than a line. Array of
 * char *, at least one. (transfer full) */
GPtrArray *wb_cli_lines_wrap   (const char *text,
                                guint       width,
                                gboolean    strict);
/* Appends the lines of @part, the first after @first, the others after @rest. */
void       wb_cli_lines_append (GPtrArray  *lines,
                                GPtrArray  *part,
                                const char *first,
                                const char *rest);
/* @count times @character. (transfer full) */
char      *wb_cli_repeat       (const char *character,
                                guint       count);

G_END_DECLS
