/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-item.h"
#include "wb-look.h"
#include "wb-pack-table.h"
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
/* A library with all of the library @base, to which entries are added, with room for packs, and for its owner only. @base stays as
 * it is. */
WbLibraryWriter *wb_library_writer_new_over       (const char       *path,
                                                   const char       *base,
                                                   GError          **error);
gboolean         wb_library_writer_set_vocabulary (WbLibraryWriter  *self,
                                                   WbVocabulary     *vocabulary,
                                                   GError          **error);
/* Adds words that people use for the same thing; no word is in two families. Not over another library. @words: NULL-terminated. */
gboolean         wb_library_writer_add_family     (WbLibraryWriter    *self,
                                                   const char *const  *words,
                                                   GError            **error);
/* Adds a look of letterheads, behind those that are there; no two have the same id. Not over another library. */
gboolean         wb_library_writer_add_look       (WbLibraryWriter  *self,
                                                   const WbLook     *look,
                                                   GError          **error);
/* @plain: the text without markup, for the search; @keywords: further words for the search, joined by spaces. */
gboolean         wb_library_writer_add_item       (WbLibraryWriter  *self,
                                                   WbItem           *item,
                                                   const char       *plain,
                                                   const char       *keywords,
                                                   GError          **error);
/* Only in a library over another one: a pack to be kept, and a single fact ("base", "rollback": see WbPackFile). */
gboolean         wb_library_writer_add_pack       (WbLibraryWriter  *self,
                                                   const WbPackRow  *row,
                                                   GError          **error);
gboolean         wb_library_writer_set_fact       (WbLibraryWriter  *self,
                                                   const char       *key,
                                                   const char       *value,
                                                   GError          **error);
gboolean         wb_library_writer_finish         (WbLibraryWriter  *self,
                                                   GError          **error);

G_END_DECLS
