/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-spool-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Why no PDF library does this: libqpdf would read the whole file into objects and write all of them anew. What has to be added stands in
 * a few kinds of objects that Cairo writes in one form only, so one pass that copies what stays as it is does it in a fraction of
 * that time, with less memory, and the same document gives the same bytes. That nothing is broken by it, qpdf judges in the tests:
 * from outside, so that no fault of one can hide in the other.
 */

/* Adds to the PDF in @drawn what Cairo cannot write: language, XMP metadata, the title in the window's title bar, tab
 * order, labels of the pages, scope and span of table cells, alternative texts, contents of links; and turns what is marked as NonStruct
 * into artifacts. @records: the tagger's WbTagRecord in the order of the tree. @date: ISO 8601. Nothing can be appended to @drawn
 * afterwards. (transfer full) */
WbSpool *wb_pdf_finish (WbSpool     *drawn,
                        GPtrArray   *records,
                        const char  *title,
                        const char  *date,
                        GError     **error);

/* The content stream with "/NonStruct <</MCID n>> BDC" as "/Artifact BMC"; strings are left alone. (transfer full) */
GBytes *wb_pdf_content_mark_artifacts (const char *content,
                                       gsize       length);

G_END_DECLS
