/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"
#include "wb-item.h"
#include "wb-template.h"

G_BEGIN_DECLS

/* An entry of a collection as it goes into a document. All borrowed. */
typedef struct
{
  WbItem *item;
  WbBlock *blocks;    /* (nullable) DOCUMENT: its handout; NULL: the summary must do */
  const char *remark; /* (nullable) */
} WbCollectionPart;

/* All entries in one document: a list of contents whose lines lead to the entries, then each on a page of its own with the user's
 * remark above. Links from one entry to another lead to it. @parts: WbCollectionPart. (transfer full) */
WbDocument *wb_collection_document_new_pages (const char              *title,
                                              GArray                  *parts,
                                              const WbTemplateContext *context);
/* The same as slides: a title, the contents, and for each entry one with summary, the first facts and the remark. (transfer full) */
WbDocument *wb_collection_document_new_deck  (const char              *title,
                                              GArray                  *parts,
                                              const WbTemplateContext *context);

G_END_DECLS
