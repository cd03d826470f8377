/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Adds to the PDF in @bytes what Cairo cannot write: language, XMP metadata, the title in the window's title bar, tab
 * order, scope and span of table cells, alternative texts, contents of links; and turns what is marked as NonStruct
 * into artifacts. @records: the tagger's WbTagRecord in the order of the tree. @date: ISO 8601. (transfer full) */
GBytes *wb_pdf_finish (GBytes      *bytes,
                       GPtrArray   *records,
                       const char  *title,
                       const char  *date,
                       GError     **error);

/* The content stream with "/NonStruct <</MCID n>> BDC" as "/Artifact BMC"; strings are left alone. (transfer full) */
GBytes *wb_pdf_content_mark_artifacts (const char *content,
                                       gsize       length);

G_END_DECLS
