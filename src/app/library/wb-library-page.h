/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-section.h"

G_BEGIN_DECLS

/**
 * WbLibraryPage:
 *
 * The section "Library": facets, list of results, reading pane. Brings its own header bar.
 */
#define WB_TYPE_LIBRARY_PAGE (wb_library_page_get_type ())
G_DECLARE_FINAL_TYPE (WbLibraryPage, wb_library_page, WB, LIBRARY_PAGE, WbSection)

GtkWidget *wb_library_page_new          (WbServices    *services);
/* Opens the entry @id in the reading pane; @anchor (nullable): the section to show. */
void       wb_library_page_open         (WbLibraryPage *self,
                                         const char    *id,
                                         const char    *anchor);
/* Puts the focus into the search; @text (nullable) replaces what stands there. */
void       wb_library_page_search       (WbLibraryPage *self,
                                         const char    *text);
/* Shows only entries of @kind ("use-case" …), or all when NULL. */
void       wb_library_page_show_kind    (WbLibraryPage *self,
                                         const char    *kind);

G_END_DECLS
