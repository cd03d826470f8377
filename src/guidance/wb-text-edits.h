/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-slide.h"
#include "wb-text-part.h"

G_BEGIN_DECLS

/*
 * What the user changed in a text document, kept apart from its template: WbSlide as table "slide" keeps them, one for each part
 * that was rewritten, left out or written anew. The body is the text (NULL: the template's), the notes are what the template said
 * then, filled in (NULL: not known any more), the title says in a few words what it is about.
 */

/* The parts of a document: @edits laid over those of the template. An edit finds its part by its whole key, or by the template's
 * text where that moved, or by the place where the text is another. What was rewritten and finds none stays, as a part that is
 * "lost", behind the last of its section. @parts are not touched. WbTextPart. (transfer container) */
GPtrArray *wb_text_edits_apply (GPtrArray *parts,
                                GPtrArray *edits) G_GNUC_WARN_UNUSED_RESULT;
/* What made @parts out of the template: WbSlide. (transfer container) */
GPtrArray *wb_text_edits_find  (GPtrArray *parts) G_GNUC_WARN_UNUSED_RESULT;
/* Sets which parts are left out along with others, after one was left out or came back. */
void       wb_text_edits_cover (GPtrArray *parts);
/* How many parts of @parts are changed, and how many of them the template has in other words by now (nullable). */
guint      wb_text_edits_count (GPtrArray *parts,
                                guint     *stale);

G_END_DECLS
