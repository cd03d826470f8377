/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/* A content pack as it is kept, and when (ISO 8601 day) it was imported. */
typedef struct
{
  gboolean before; /* part of the state before the last change, not of the one that is */

  /* Owned */
  char *id;
  char *text;
  char *imported;
} WbPackRow;

/* Table "pack" of packs.db: the packs that went into it, and those of the state before. */

/* (transfer full) */
WbPackRow *wb_pack_row_new      (gboolean       before,
                                 const char    *id,
                                 const char    *text,
                                 const char    *imported);
void       wb_pack_row_free     (WbPackRow     *row);
gboolean   wb_pack_table_create (WbConnection  *connection,
                                 GError       **error);
gboolean   wb_pack_table_add    (WbConnection     *connection,
                                 const WbPackRow  *row,
                                 GError          **error);
/* By id. WbPackRow. (transfer full) */
GPtrArray *wb_pack_table_list   (WbConnection  *connection,
                                 GError       **error);

G_END_DECLS
