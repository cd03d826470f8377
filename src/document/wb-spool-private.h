/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Bytes that wait to be used once more. A document of a few pages stays in memory; of hundreds of pages, what was written goes to a file
 * without a name in the folder for temporary files, which nobody else can open and which is gone with the spool.
 */
typedef struct _WbSpool WbSpool;

/* (transfer full) */
WbSpool    *wb_spool_new        (void);
void        wb_spool_free       (WbSpool       *self);
/* FALSE when there is no more room for it; what was appended before is still there. */
gboolean    wb_spool_append     (WbSpool       *self,
                                 gconstpointer  data,
                                 gsize          length);
gsize       wb_spool_get_length (WbSpool       *self);
/* Copies @length bytes from @at on. FALSE when they cannot be read. */
gboolean    wb_spool_read       (WbSpool       *self,
                                 gsize          at,
                                 gsize          length,
                                 gpointer       buffer);
/* All that was appended, in one; nothing may be appended any more. (transfer none) (nullable): it cannot be read */
const char *wb_spool_map        (WbSpool       *self);
/* What was mapped need not stay in memory: it is read again where it is looked at again. */
void        wb_spool_rest       (WbSpool       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbSpool, wb_spool_free)

G_END_DECLS
