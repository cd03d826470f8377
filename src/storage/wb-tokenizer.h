/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/**
 * WbTokenizer:
 *
 * Cuts German text into words, the same way for index, query and hit marks. Every word comes in
 * two forms: its key, a spelling that Müller, Mueller and Muller share, and the stem of the key,
 * which a plural shares with its singular. Parts joined by a hyphen or an apostrophe come one by
 * one and, at the place of the first, joined: "Open-Data-Portal" is open, data, portal, opendata,
 * opendataportal, dataportal.
 *
 * Not thread-safe; one for each connection.
 */
typedef struct _WbTokenizer WbTokenizer;

/* Put before the stem to keep stems and keys apart in the index; no key holds it. */
#define WB_TOKENIZER_STEM_MARK "~"
/* A query string that begins so asks for keys only: the exact words. */
#define WB_TOKENIZER_EXACT_MARK '='

typedef struct
{
  const char *key; /* see wb_tokenizer_stem() for its stem */
  /* Place in the text: bytes, end exclusive. */
  gsize start;
  gsize end;
  /* TRUE for joined parts; they stand at the position of the word before them. */
  gboolean joined;
  /* TRUE when the next word is attached by a hyphen or an apostrophe. */
  gboolean attached;
} WbToken;

/* FALSE stops. */
typedef gboolean (*WbTokenFunc) (const WbToken *token,
                                 gpointer       user_data);

/* (transfer full) */
WbTokenizer *wb_tokenizer_new      (void);
void         wb_tokenizer_free     (WbTokenizer   *self);
/* @text need not be valid UTF-8. @joined: whether joined parts are wanted, too. */
void         wb_tokenizer_run      (WbTokenizer   *self,
                                    const char    *text,
                                    gsize          length,
                                    gboolean       joined,
                                    WbTokenFunc    func,
                                    gpointer       user_data);
/* The stem of a key. Valid until the next call. (transfer none) */
const char  *wb_tokenizer_stem     (WbTokenizer   *self,
                                    const char    *key);
/* The key of a single word: folded, "ae", "oe" and "ue" as the bare vowel. (transfer full) */
char        *wb_tokenizer_make_key (const char    *word,
                                    gsize          length) G_GNUC_WARN_UNUSED_RESULT;
/* The keys of all words of @text, joined by spaces: equal for texts that differ in spelling and
 * punctuation only. (transfer full) */
char        *wb_tokenizer_fold     (WbTokenizer   *self,
                                    const char    *text) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the tokenizer known to FTS5 as "wb_german" on this connection. */
gboolean     wb_tokenizer_register (WbConnection  *connection,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTokenizer, wb_tokenizer_free)

G_END_DECLS
