/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-checklist.h"
#include "wb-document.h"
#include "wb-guide.h"
#include "wb-item.h"
#include "wb-lesson.h"
#include "wb-template.h"
#include "wb-vocabulary.h"

G_BEGIN_DECLS

/*
 * From what the library and projects hold to documents. @body is the entry's parsed Markdown.
 * @context gives town, project and answers; its members may be NULL.
 */

/* The reading pane's and handout's tree: fact sheet, text, sources; without the title. (transfer full) */
WbBlock    *wb_document_builder_item_blocks (WbItem                  *item,
                                             const WbBlock           *body,
                                             WbVocabulary            *vocabulary);
/* Any entry as a handout. (transfer full) */
WbDocument *wb_document_builder_item        (WbItem                  *item,
                                             const WbBlock           *body,
                                             WbVocabulary            *vocabulary,
                                             const WbTemplateContext *context);
/* A checklist, filled from the checklist field @field of context->answers when both are there (nullable),
 * with lines to write on otherwise. (transfer full) */
WbDocument *wb_document_builder_checklist   (WbItem                  *item,
                                             WbChecklist             *checklist,
                                             const WbField           *field,
                                             const WbTemplateContext *context);
/* A template filled; a deck when @deck. @title is the document's own. (transfer full) */
WbDocument *wb_document_builder_template    (WbItem                  *item,
                                             const WbBlock           *body,
                                             const char              *title,
                                             gboolean                 deck,
                                             const WbTemplateContext *context);
/* All answers of a project in the order of the guide, skipped steps with their reason. (transfer full) */
WbDocument *wb_document_builder_project     (const WbTemplateContext *context);

G_END_DECLS
