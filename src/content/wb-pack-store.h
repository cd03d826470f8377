/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-library.h"
#include "wb-pack-plan.h"
#include "wb-trusted-keys.h"

G_BEGIN_DECLS

/* A pack that went into the library, and when (ISO 8601 day). */
typedef struct
{
  WbPack *pack;
  char *imported;
  gboolean trusted; /* signed with a key that the user trusts today */
} WbKeptPack;

typedef enum
{
  WB_PACK_IMPORT_NONE = 0,
  WB_PACK_IMPORT_ACCEPT_UNSIGNED = 1 << 0, /* also what is not signed, wrongly, or by a stranger */
  WB_PACK_IMPORT_ALLOW_DOWNGRADE = 1 << 1,
} WbPackImportFlags;

/**
 * WbPackStore:
 *
 * The content packs of one user: packs.db, a library made of the bundled one and the packs, which holds the packs themselves as well and those of
 * the state before the last change; and beside it the list of trusted keys. Each change makes a new packs.db and puts it in the place of
 * the old one in one step. The bundled library and the user's notes are not touched. Functions block; all may be called from any thread, one at a
 * time.
 */
#define WB_TYPE_PACK_STORE (wb_pack_store_get_type ())
G_DECLARE_FINAL_TYPE (WbPackStore, wb_pack_store, WB, PACK_STORE, GObject)

/* @path: packs.db, which need not be there; @library: the bundled library. (transfer full) */
WbPackStore   *wb_pack_store_new           (const char         *path,
                                            const char         *library);
/* Where the user's packs.db lies. (transfer full) */
char          *wb_pack_store_find_path     (void);
/* The library to work with: packs.db when it holds packs, made anew when the bundled library is another one than it was made from; or else the bundled
 * one. @notice gets one sentence when packs.db cannot be used, or NULL. (transfer full) */
WbLibrary     *wb_pack_store_open_library  (WbPackStore        *self,
                                            char              **notice,
                                            GError            **error);

/* WbKeptPack, by id. (transfer full) */
GPtrArray     *wb_pack_store_list          (WbPackStore        *self,
                                            GError            **error);
/* Whether there is a state before the last change. */
gboolean       wb_pack_store_can_roll_back (WbPackStore        *self);
/* Checks @pack against library and other packs and works out what importing it would do. (transfer full) */
WbPackPlan    *wb_pack_store_plan          (WbPackStore        *self,
                                            WbPack             *pack,
                                            GError            **error);
/* Does it. Refuses what @flags do not allow. */
gboolean       wb_pack_store_import        (WbPackStore        *self,
                                            WbPack             *pack,
                                            WbPackImportFlags   flags,
                                            GError            **error);
/* NOT_FOUND when no pack has this id; INVALID when another pack needs it. */
gboolean       wb_pack_store_remove        (WbPackStore        *self,
                                            const char         *id,
                                            GError            **error);
/* Back to the packs before the last import or removal; once. */
gboolean       wb_pack_store_roll_back     (WbPackStore        *self,
                                            GError            **error);
/* The keys that the user trusts. (transfer full) */
WbTrustedKeys *wb_pack_store_load_keys     (WbPackStore        *self,
                                            GError            **error);

G_END_DECLS
