/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/*
 * The tables behind the search:
 *
 * - title: the folded titles, to find an entry by exactly its title
 * - search_text: the text of an entry without markup, for passages
 * - search: full-text index over title, keywords, summary and text, words as wb_german cuts them
 * - word: every word form that occurs, with the spelling most often used
 * - part: trigram index over the word forms, for parts of compounds
 *
 * The connection must know the tokenizer, see wb_tokenizer_register().
 */

gboolean wb_search_table_create     (WbConnection  *connection,
                                     GError       **error);
gboolean wb_search_table_add        (WbConnection  *connection,
                                     gint64         number,
                                     WbItem        *item,
                                     const char    *plain,
                                     const char    *keywords,
                                     GError       **error);
gboolean wb_search_table_add_word   (WbConnection  *connection,
                                     const char    *form,
                                     const char    *shown,
                                     guint          n_items,
                                     GError       **error);
gboolean wb_search_table_add_title  (WbConnection  *connection,
                                     gint64         number,
                                     const char    *key,
                                     GError       **error);
/* Builds the index of parts and packs both indexes. After the last word. */
gboolean wb_search_table_finish     (WbConnection  *connection,
                                     GError       **error);

/* The text of entry @number, "" when it has none. (transfer full) */
char    *wb_search_table_get_text   (WbConnection  *connection,
                                     gint64         number,
                                     GError       **error);
/* Sees an entry that matches; @level says in which place (the title: 3, keywords or summary: 2, the text: 1); the higher
 * level and score, the better. */
typedef void (*WbMatchFunc)         (gint64         number,
                                     guint          level,
                                     double         score,
                                     gpointer       user_data);
typedef enum
{
  WB_SEARCH_RANKED,  /* with a score that says how telling the place is */
  WB_SEARCH_COUNTED, /* the score is how often it was found, which is much quicker for many words */
  WB_SEARCH_ROWS,    /* without level and score */
} WbSearchMode;
/* @expression: FTS5, made of quoted words only. */
gboolean wb_search_table_match      (WbConnection  *connection,
                                     const char    *expression,
                                     WbSearchMode   mode,
                                     WbMatchFunc    func,
                                     gpointer       user_data,
                                     GError       **error);
/* Word forms that contain @part (three bytes at least), shortest first, at most @limit. (transfer full) */
char   **wb_search_table_list_forms (WbConnection  *connection,
                                     const char    *part,
                                     guint          limit,
                                     GError       **error);
/* Numbers (gint64), in order, of the entries whose folded title (wb_tokenizer_fold()) is @key. (transfer full) */
GArray  *wb_search_table_list_titles (WbConnection  *connection,
                                      const char    *key,
                                      GError       **error);
/* The number of entries that hold exactly this word form; 0 also when that cannot be told. */
guint    wb_search_table_count_word (WbConnection  *connection,
                                     const char    *form);
/* Sees a word form, its usual spelling and the number of entries that hold it. */
typedef void (*WbWordFunc)          (const char    *form,
                                     const char    *shown,
                                     guint          n_items,
                                     gpointer       user_data);
gboolean wb_search_table_scan_words (WbConnection  *connection,
                                     WbWordFunc     func,
                                     gpointer       user_data,
                                     GError       **error);

G_END_DECLS
