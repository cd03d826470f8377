/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"

G_BEGIN_DECLS

/*
 * Placeholders, "{{name}}", in words: what stands in their place when a document is made.
 */

/* "Municipality", or the question of @guide that @name, without the braces, asks for; for the middle of a text. (transfer full) */
char *wb_placeholder_words_name    (const char *name,
                                    WbGuide    *guide) G_GNUC_WARN_UNUSED_RESULT;
/* Each placeholder of @text once, a line each: as it is written, and what it becomes; NULL when it has none. (transfer full) (nullable) */
char *wb_placeholder_words_explain (const char *text,
                                    WbGuide    *guide) G_GNUC_WARN_UNUSED_RESULT;
/* @text with the name of each in the place of the placeholder: "‹Municipality›". (transfer full) */
char *wb_placeholder_words_replace (const char *text,
                                    WbGuide    *guide) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
