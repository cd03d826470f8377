/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-library.h"
#include "wb-term-finder.h"

G_BEGIN_DECLS

/**
 * WbGlossary:
 *
 * The terms of a library, ready to be found in texts and explained.
 */
#define WB_TYPE_GLOSSARY (wb_glossary_get_type ())
G_DECLARE_FINAL_TYPE (WbGlossary, wb_glossary, WB, GLOSSARY, GObject)

/* Reads all terms of @library, which takes a few milliseconds; on an error there are none, and it goes to the log. (transfer full) */
WbGlossary *wb_glossary_new            (WbLibrary  *library);
guint       wb_glossary_get_n_terms    (WbGlossary *self);
/* (nullable): no such term. (transfer none) */
const char *wb_glossary_get_title      (WbGlossary *self,
                                        const char *id);
const char *wb_glossary_get_definition (WbGlossary *self,
                                        const char *id);
/* As wb_term_finder_find(). */
GArray     *wb_glossary_find           (WbGlossary *self,
                                        const char *text,
                                        GHashTable *seen);

G_END_DECLS
