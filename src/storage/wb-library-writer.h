/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-item.h"
#include "wb-vocabulary.h"

G_BEGIN_DECLS

/**
 * WbLibraryWriter:
 *
 * Writes a library.db. The same entries in the same order give the same bytes. Written beside
 * @path and renamed by wb_library_writer_finish(); without that call nothing is left behind.
 */
#define WB_TYPE_LIBRARY_WRITER (wb_library_writer_get_type ())
G_DECLARE_FINAL_TYPE (WbLibraryWriter, wb_library_writer, WB, LIBRARY_WRITER, GObject)

WbLibraryWriter *wb_library_writer_new            (const char       *path,
                                                   GError          **error);
gboolean         wb_library_writer_set_vocabulary (WbLibraryWriter  *self,
                                                   WbVocabulary     *vocabulary,
                                                   GError          **error);
/* @plain: the text without markup, for the search; @keywords: further words for the search, joined by spaces. */
gboolean         wb_library_writer_add_item       (WbLibraryWriter  *self,
                                                   WbItem           *item,
                                                   const char       *plain,
                                                   const char       *keywords,
                                                   GError          **error);
gboolean         wb_library_writer_finish         (WbLibraryWriter  *self,
                                                   GError          **error);

G_END_DECLS
