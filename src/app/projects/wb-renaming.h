/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbRenaming:
 *
 * Somebody is called otherwise now, in one place; whether the other places that name them are to follow is not said yet.
 */
typedef struct
{
  char *field;
  char *row;
  char *column;
  char *before;
  char *after;
} WbRenaming;

/* (transfer full) */
WbRenaming *wb_renaming_new   (const char       *field,
                               const char       *row,
                               const char       *column,
                               const char       *before,
                               const char       *after);
void        wb_renaming_free  (WbRenaming       *self);
gboolean    wb_renaming_is_at (const WbRenaming *self,
                               const char       *field,
                               const char       *row,
                               const char       *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbRenaming, wb_renaming_free)

G_END_DECLS
