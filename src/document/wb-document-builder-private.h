/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document-builder.h"

G_BEGIN_DECLS

/* Sets the head of @document: the town of @context, @kind as it is to be read, and the project. */
void wb_document_builder_set_head (WbDocument              *document,
                                   const char              *kind,
                                   const WbTemplateContext *context);
/* Sets the small print at the foot: date and licence of @item (nullable), and who made the document. */
void wb_document_builder_set_foot (WbDocument              *document,
                                   WbItem                  *item,
                                   const WbTemplateContext *context);
/* Appends @source as an item of @list. @vocabulary: (nullable) */
void wb_document_builder_append_source (WbBlock        *list,
                                        const WbSource *source,
                                        WbVocabulary   *vocabulary);

G_END_DECLS
