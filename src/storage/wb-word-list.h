/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/**
 * WbWordList:
 *
 * Gathers the words of a library while it is written: which forms there are, how they are usually
 * spelled, and in how many entries they occur.
 */
typedef struct _WbWordList WbWordList;

/* (transfer full) */
WbWordList *wb_word_list_new   (void);
void        wb_word_list_free  (WbWordList    *self);
/* Adds the words of @text, which belongs to entry @number; entries come in order. */
void        wb_word_list_add   (WbWordList    *self,
                                gint64         number,
                                const char    *text);
/* Adds a form as another library knows it: how it is spelled there and in how many of its entries it occurs. */
void        wb_word_list_add_form (WbWordList *self,
                                   const char *key,
                                   const char *shown,
                                   guint       n_items);
/* Writes table "word", sorted. */
gboolean    wb_word_list_write (WbWordList    *self,
                                WbConnection  *connection,
                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbWordList, wb_word_list_free)

G_END_DECLS
