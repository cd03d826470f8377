/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbPageReader:
 *
 * Reads rows out of the pages of an SQLite file without SQLite, which gives up at the first page that is damaged. What cannot be
 * read is left out, and nothing is trusted: every offset, length and page number is checked. The format:
 * https://www.sqlite.org/fileformat2.html
 */
typedef struct _WbPageReader WbPageReader;

typedef enum
{
  WB_PAGE_NULL,
  WB_PAGE_INTEGER,
  WB_PAGE_FLOAT,
  WB_PAGE_TEXT, /* perhaps not UTF-8 */
  WB_PAGE_BLOB,
} WbPageType;

/* One value of a row. */
typedef struct
{
  WbPageType type;
  gint64 number;
  double real;
  const guint8 *data; /* of texts and blobs, borrowed */
  gsize length;
} WbPageValue;

/* @rowid: of a row of a table; 0 for an entry of an index, whose last value it is. The values are valid during the call. */
typedef void (*WbPageRowFunc) (gint64             rowid,
                               const WbPageValue *values,
                               guint              n_values,
                               gpointer           user_data);

/* (transfer full) */
WbPageReader *wb_page_reader_new         (GBytes        *file);
void          wb_page_reader_free        (WbPageReader  *self);
/* A big-endian number of 4 bytes in the header of the file; 0 behind its end. */
guint32       wb_page_reader_get_header  (WbPageReader  *self,
                                          gsize          offset);
/* Whether the file begins as SQLite files do. */
gboolean      wb_page_reader_has_magic   (WbPageReader  *self);
/* Calls @func for the rows of the tree at the page @root. FALSE when some of it could not be read. */
gboolean      wb_page_reader_walk        (WbPageReader  *self,
                                          guint32        root,
                                          WbPageRowFunc  func,
                                          gpointer       user_data);
/* The same for all pages that were in no tree walked so far, and are not known to be free. @index: those of indexes, or those
 * of tables. */
void          wb_page_reader_walk_rest   (WbPageReader  *self,
                                          gboolean       index,
                                          WbPageRowFunc  func,
                                          gpointer       user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPageReader, wb_page_reader_free)

G_END_DECLS
