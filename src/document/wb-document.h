/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-block.h"
#include "wb-stationery.h"

G_BEGIN_DECLS

typedef enum
{
  WB_DOCUMENT_PAGES, /* A4 */
  WB_DOCUMENT_DECK,  /* 16:9, slides separated by SLIDE_BREAK */
} WbDocumentFormat;

/**
 * WbDocument:
 *
 * A tree of blocks with what stands around it: title, running heads, source line. What is laid
 * out once is laid out the same on screen, paper and projector. Immutable once built.
 */
#define WB_TYPE_DOCUMENT (wb_document_get_type ())
G_DECLARE_FINAL_TYPE (WbDocument, wb_document, WB, DOCUMENT, GObject)

/* @root: a DOCUMENT block. (transfer none) for @root. What is no UTF-8 in texts is replaced, here and below. */
WbDocument       *wb_document_new          (WbDocumentFormat  format,
                                            const char       *title,
                                            WbBlock          *root);
WbDocumentFormat  wb_document_get_format   (WbDocument       *self);
const char       *wb_document_get_title    (WbDocument       *self);
WbBlock          *wb_document_get_root     (WbDocument       *self);
/* Left and right of the head of the page: the town with a second line below, and kind and project. (nullable) each */
const char       *wb_document_get_town     (WbDocument       *self);
const char       *wb_document_get_region   (WbDocument       *self);
const char       *wb_document_get_kind     (WbDocument       *self);
const char       *wb_document_get_project  (WbDocument       *self);
void              wb_document_set_head     (WbDocument       *self,
                                            const char       *town,
                                            const char       *region,
                                            const char       *kind,
                                            const char       *project);
/* The paper or slides it is set on; NULL, as at first, for none. (transfer none) (nullable) */
WbStationery     *wb_document_get_stationery (WbDocument    *self);
/* The same document on other stationery (nullable). (transfer full) */
WbDocument       *wb_document_new_on       (WbDocument       *self,
                                            WbStationery     *stationery);
/* Small print at the foot of each page: basis, licence, date. (nullable) */
const char       *wb_document_get_foot     (WbDocument       *self);
void              wb_document_set_foot     (WbDocument       *self,
                                            const char       *foot);
/* Whether slides carry their number; TRUE unless it was set. */
gboolean          wb_document_get_numbered (WbDocument       *self);
void              wb_document_set_numbered (WbDocument       *self,
                                            gboolean          numbered);
/* The library entry the document was made from. Links to "wb:ENTRY" and "wb:ENTRY#anchor" lead to places in the
 * document, as do links to "wb:NAME" where NAME is the anchor of a heading. (nullable) */
const char       *wb_document_get_entry    (WbDocument       *self);
void              wb_document_set_entry    (WbDocument       *self,
                                            const char       *entry);

G_END_DECLS
