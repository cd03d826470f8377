/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-pack.h"

G_BEGIN_DECLS

/* What the signature is worth to this user. */
typedef enum
{
  WB_PACK_TRUSTED,   /* signed with a key that the user trusts */
  WB_PACK_STRANGE,   /* rightly signed with a key nobody said to trust */
  WB_PACK_NO_ORIGIN, /* not signed at all */
  WB_PACK_FORGED,    /* the signature is of something else */
} WbPackTrust;

typedef enum
{
  WB_PACK_ADDED,
  WB_PACK_CHANGED,
  WB_PACK_REMOVED,
} WbPackChangeType;

/* What becomes of one entry. */
typedef struct
{
  WbPackChangeType type;
  WbKind kind;

  /* Owned */
  char *id;
  char *title;
} WbPackChange;

/**
 * WbPackPlan:
 *
 * What importing a pack would do, worked out before it happens.
 */
typedef struct
{
  WbPackTrust trust;
  gboolean downgrade; /* the version is no higher than the installed one */
  gboolean same;      /* the very same pack is installed */
  gboolean other_key; /* the installed one was signed with another key, and this one is signed */

  /* Owned */
  WbPack *pack;
  WbPack *installed;  /* NULL: none of this id */
  GPtrArray *changes; /* WbPackChange: added, changed, removed, each in the order of the pack */
} WbPackPlan;

/* @installed: (nullable). (transfer full) */
WbPackPlan *wb_pack_plan_new      (WbPack            *pack,
                                   WbPack            *installed,
                                   gboolean           key_is_trusted);
void        wb_pack_plan_free     (WbPackPlan        *self);
guint       wb_pack_plan_count    (const WbPackPlan  *self,
                                   WbPackChangeType   type);
/* What the signature is worth, in one sentence. (transfer full) */
char       *wb_pack_plan_describe_trust (const WbPackPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPackPlan, wb_pack_plan_free)

G_END_DECLS
