/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "wb-kind.h"
#include "wb-pack-key.h"

G_BEGIN_DECLS

/* The format of the file, the largest file that is read (bytes), and the most entries. */
#define WB_PACK_FORMAT 1
#define WB_PACK_MAX_BYTES (16 * 1024 * 1024)
#define WB_PACK_MAX_ENTRIES 5000

/* An entry as it stands in its two files. */
typedef struct
{
  WbKind kind;
  char *id;
  char *json;
  char *text;
  char *sha256; /* 64 hexadecimal digits, of the JSON half, a NUL byte and the text */
} WbPackEntry;

typedef enum
{
  WB_PACK_UNSIGNED,
  WB_PACK_SIGNED,          /* by @key, whoever that is */
  WB_PACK_WRONG_SIGNATURE, /* the pack is not what the key signed */
} WbPackSignature;

/**
 * WbPack:
 *
 * A content pack: entries in one file, with a hash for each and, perhaps, a signature over all of it. The file is JSON that is written in one
 * way only; a file that says the same in other bytes is refused, so that no byte can be changed unseen. The format stands in
 * data/content/README.md.
 */
typedef struct
{
  gatomicrefcount ref_count;

  /* Owned */
  char *id;
  char *title;
  char *publisher;
  char *date; /* ISO 8601 day */
  char *licence;
  GPtrArray *entries; /* WbPackEntry, by kind, then by id */
  GHashTable *by_id;  /* id → WbPackEntry, borrowed */
  char *key;          /* hexadecimal; NULL when unsigned */
  char *signature;    /* hexadecimal; NULL when unsigned */

  int version; /* 1 and up */
  WbPackSignature state;
} WbPack;

/* An empty pack. (transfer full) */
WbPack            *wb_pack_new       (const char  *id,
                                      const char  *title,
                                      const char  *publisher,
                                      const char  *date,
                                      int          version);
/* The folder @path of entries with its pack.json. The entries themselves are not judged here. (transfer full) */
WbPack            *wb_pack_new_from_folder (const char  *path,
                                            GError     **error);
/* Reads a file; nothing of it is trusted before form, sizes, ids and hashes are right. A signature that does not fit is no error but a
 * state. One sentence that names the file. (transfer full) */
WbPack            *wb_pack_load      (const char  *path,
                                      GError     **error);
/* The same from memory; the message is a part of a sentence. (transfer full) */
WbPack            *wb_pack_parse     (const char  *text,
                                      gsize        length,
                                      GError     **error);
WbPack            *wb_pack_ref       (WbPack      *self);
void               wb_pack_unref     (WbPack      *self);
/* Adds an entry in its place; FALSE when the id is there. */
gboolean           wb_pack_add_entry (WbPack      *self,
                                      WbKind       kind,
                                      const char  *id,
                                      const char  *json,
                                      const char  *text);
/* (transfer none) (nullable) */
const WbPackEntry *wb_pack_find      (WbPack      *self,
                                      const char  *id);
/* The entry's title as its JSON half has it, or its id. (transfer full) */
char              *wb_pack_entry_dup_title (const WbPackEntry *entry);
/* Signs the pack as it is now. */
void               wb_pack_sign      (WbPack            *self,
                                      const WbPackKey   *key);
/* The file's text. (transfer full) */
char              *wb_pack_to_text   (WbPack      *self) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the file, mode 0644, in one step. */
gboolean           wb_pack_write     (WbPack      *self,
                                      const char  *path,
                                      GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPack, wb_pack_unref)

G_END_DECLS
