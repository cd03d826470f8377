/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-statement.h"

G_BEGIN_DECLS

/*
 * Table "posting": for each key and stem of the search table the entries that hold it, and the places there, in some bytes an
 * entry. What FTS5 would take a second for, a word that every other entry holds, is read from here in milliseconds; FTS5 goes on
 * finding phrases, and ranking where the hits are few.
 *
 * There are rows only in libraries with more entries than FTS5 ranks quickly, see WB_POSTING_MIN.
 */

/* Up to that many hits are ranked by FTS5, so that a library with no more entries needs no postings. */
#define WB_POSTING_MIN 2048

/* Where a word stands in an entry; the higher the better. */
typedef enum
{
  WB_PLACE_TEXT = 1 << 0,
  WB_PLACE_HEAD = 1 << 1, /* keywords or summary */
  WB_PLACE_TITLE = 1 << 2,
} WbPlace;

gboolean     wb_posting_table_create  (WbConnection  *connection,
                                       GError       **error);
/* Out of the search table; what was there before is replaced. */
gboolean     wb_posting_table_write   (WbConnection  *connection,
                                       GError       **error);
/* The entries of a key, or of all keys that begin so; for wb_posting_table_add(). */
WbStatement *wb_posting_table_prepare (WbConnection  *connection,
                                       gboolean       prefix,
                                       GError       **error);
/* Adds the places of @key to @places: for each of @n entries WbPlace flags. */
gboolean     wb_posting_table_add     (WbStatement   *statement,
                                       const char    *key,
                                       guint8        *places,
                                       guint          n,
                                       GError       **error);

G_END_DECLS
