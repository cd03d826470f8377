/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"
#include "wb-library.h"

G_BEGIN_DECLS

/* The ids of the fields that the document @name of @guide shows, as a set; NULL when it shows all answers. (transfer full) (nullable) */
GHashTable *wb_document_fields_list (WbLibrary  *library,
                                     WbGuide    *guide,
                                     const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
