/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-block.h"
#include "wb-slide.h"

G_BEGIN_DECLS

/*
 * The Markdown of a deck and its slides, both ways.
 */

/* Cuts the Markdown of a deck's template where wb_markdown_parse() puts slide breaks: title, speaker's notes, and the rest.
 * WbSlide, texts never NULL. @text need not be valid UTF-8. (transfer container) */
GPtrArray *wb_deck_source_split (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The slides (WbSlide) that are not hidden, as a DOCUMENT block with slide breaks between them. Each is parsed on its own, so that
 * nothing in one, like a code block left open, reaches into the next. (transfer full) */
WbBlock   *wb_deck_source_parse (GPtrArray  *slides) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
