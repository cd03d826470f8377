/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-paginator.h"
#include "wb-template.h"

G_BEGIN_DECLS

/* A document with headings, paragraphs, lists, tables, callouts and checklists, about @sections × two thirds of a page. */
WbDocument *wb_test_document_new    (guint        sections);
/* All text of all pages, without white space. (transfer full) */
char       *wb_test_document_text   (WbPaginator *paginator);
/* Asserts that each word of @document is on its pages, in order. */
void        wb_test_document_assert_complete (WbPaginator *paginator);
/* Asserts that nothing leaves the text area, no heading ends a page and no row is on two pages. */
void        wb_test_document_assert_sound (WbPaginator *paginator);
/* @text without white space. (transfer full) */
char       *wb_test_squeeze         (const char  *text);
/* Asserts that our checker of tagged PDFs (tests/pdfua) finds nothing in the file at @path; does nothing where what it needs is missing. */
void        wb_test_document_check_pdf (const char  *path);
/* A guide with a field of each type, named after it. */
WbGuide    *wb_test_document_guide  (void);

G_END_DECLS
