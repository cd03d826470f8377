/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"
#include "wb-text-part.h"

G_BEGIN_DECLS

/*
 * A passage of a text in words for lists.
 */

/* The text that goes out, without marks, in one line; what it is when it has none. Placeholders by their names. (transfer full) */
char *wb_text_words_shorten (const WbTextPart *part,
                             WbGuide          *guide) G_GNUC_WARN_UNUSED_RESULT;
/* @text, as somebody typed it, without marks; for looking it up on a page. Placeholders end it. (transfer full) */
char *wb_text_words_begin   (const char       *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
