/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-page-reader.h"

G_BEGIN_DECLS

/**
 * WbSalvageTable:
 *
 * The rows of one table of a project that could be read, and the keys that its index knows. What the table looks like is told by the
 * new file they go to.
 */
typedef struct _WbSalvageTable WbSalvageTable;

/* A row on its way from the damaged file. */
typedef struct
{
  gint64 rowid;
  gboolean known;    /* its index has it, too */
  gboolean doubtful; /* under another key, though */

  /* Owned */
  GPtrArray *values; /* (nullable elements) GBytes for texts and blobs, NULL else */
  GArray *plain;     /* WbPageValue, without bytes */
} WbSalvageRow;

/* The table @name of the new file behind @connection. (transfer full) */
WbSalvageTable *wb_salvage_table_new          (WbConnection       *connection,
                                               const char         *name,
                                               GError            **error);
void            wb_salvage_table_free         (WbSalvageTable     *self);
const char     *wb_salvage_table_get_name     (WbSalvageTable     *self);
/* Whether a row, or an entry of the index of its key, could be one of this table. */
gboolean        wb_salvage_table_fits         (WbSalvageTable     *self,
                                               const WbPageValue  *values,
                                               guint               n_values);
gboolean        wb_salvage_table_fits_index   (WbSalvageTable     *self,
                                               const WbPageValue  *values,
                                               guint               n_values);
/* Adds what fits; one that is there already is left out. */
void            wb_salvage_table_add          (WbSalvageTable     *self,
                                               gint64              rowid,
                                               const WbPageValue  *values,
                                               guint               n_values);
void            wb_salvage_table_add_key      (WbSalvageTable     *self,
                                               const WbPageValue  *values,
                                               guint               n_values);
/* Brings rows and keys together. A row with a key that cannot be read gets it from the index. Afterwards the lost keys are known. */
void            wb_salvage_table_settle       (WbSalvageTable     *self);
/* WbSalvageRow. (transfer none) */
GPtrArray      *wb_salvage_table_get_rows     (WbSalvageTable     *self);
/* Keys without a row: arrays of strings, NULL-terminated. (transfer none) */
GPtrArray      *wb_salvage_table_get_lost     (WbSalvageTable     *self);
/* The text of a column; NULL for other values. Made valid; @whole (nullable): it was. (transfer full) (nullable) */
char           *wb_salvage_row_dup_text       (const WbSalvageRow *row,
                                               guint               column,
                                               gboolean           *whole);
/* Writes the row to the new file. A row that breaks a rule there is left out: @done. */
gboolean        wb_salvage_table_write        (WbSalvageTable     *self,
                                               WbConnection       *connection,
                                               const WbSalvageRow *row,
                                               gboolean           *done,
                                               GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbSalvageTable, wb_salvage_table_free)

G_END_DECLS
