/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-pack-table.h"

G_BEGIN_DECLS

/**
 * WbPackFile:
 *
 * What packs.db holds beside the library that it is: the stamp of the bundled library it was made from, and the packs. The file is
 * written by WbLibraryWriter, replaced as a whole and never changed in place.
 */
typedef struct
{
  gboolean can_roll_back;

  /* Owned */
  char *base;      /* the stamp; "" when there is none */
  GPtrArray *rows; /* WbPackRow, by id; NULL when not asked for */
} WbPackFile;

/* @with_rows: the packs, too. NOT_FOUND, FOREIGN, CORRUPT, NEWER. (transfer full) */
WbPackFile *wb_pack_file_read (const char  *path,
                               gboolean     with_rows,
                               GError     **error);
void        wb_pack_file_free (WbPackFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPackFile, wb_pack_file_free)

G_END_DECLS
