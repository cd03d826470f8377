/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"
#include "wb-item.h"
#include "wb-template.h"
#include "wb-vocabulary.h"

G_BEGIN_DECLS

/* As many entries fit beside each other. */
#define WB_COMPARE_MAX 3

/* Two or three entries side by side, an entry a column: summary and facets, what speaks for and against them in the town of
 * @context, facts aligned by their label, sources. What an entry does not say is said to be missing. @items: WbItem; @context:
 * (nullable). (transfer full) */
WbDocument *wb_compare_document_new (GPtrArray               *items,
                                     WbVocabulary            *vocabulary,
                                     const WbTemplateContext *context);

G_END_DECLS
