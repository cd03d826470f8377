/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "wb-edit.h"

G_BEGIN_DECLS

typedef enum
{
  WB_REVISION_EDIT,
  WB_REVISION_UNDO,    /* took back the revision @of */
  WB_REVISION_REDO,    /* made the revision @of once more */
  WB_REVISION_RESTORE, /* went back to the state after the revision @of, 0: to the beginning */
  WB_REVISION_MERGE,   /* took in what another copy of the project holds; an edit that says so among its values */
} WbRevisionKind;

#define WB_N_REVISION_KINDS (WB_REVISION_MERGE + 1)

/**
 * WbRevision:
 *
 * One entry of a project's history. Entries are only ever added: taking back adds one, too. So
 * every state that there ever was can be had again.
 */
typedef struct
{
  gint64 id;   /* 1 is the oldest; grows */
  gint64 of;   /* 0 where the kind has none */
  gint64 time; /* when it was last added to, Unix time in seconds */
  WbRevisionKind kind;

  /* Owned */
  char *token;      /* the same in two copies of a file, and only there */
  GPtrArray *edits; /* WbEdit; empty until read */
} WbRevision;

#define WB_TYPE_REVISION (wb_revision_get_type ())
GType       wb_revision_get_type         (void);

/* (transfer full) */
WbRevision *wb_revision_new              (gint64          id,
                                          WbRevisionKind  kind,
                                          gint64          of,
                                          gint64          time,
                                          const char     *token);
WbRevision *wb_revision_copy             (WbRevision     *self);
void        wb_revision_free             (WbRevision     *self);

/* "edit", "undo" …; static. A merge is called an edit. */
const char *wb_revision_kind_to_string   (WbRevisionKind  kind);
gboolean    wb_revision_kind_from_string (const char     *name,
                                          WbRevisionKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbRevision, wb_revision_free)

G_END_DECLS
