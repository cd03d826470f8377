/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-carry.h"
#include "wb-municipality.h"
#include "wb-project-peek.h"

G_BEGIN_DECLS

typedef enum
{
  WB_SEED_PEOPLE,   /* the next use case: people and roles go over */
  WB_SEED_TEMPLATE, /* another one by the same guide: what is general goes over */
} WbSeedKind;

/* What a project begins with that is made after another one. */
typedef struct
{
  WbSeedKind kind;
  WbProjectPeek *from;
  GPtrArray *carried; /* WbCarried; the flag "keep" says which of them go */
} WbSeed;

/* @json: the guide of the new project, ignored for a template. Takes @from, also on error: INVALID when one of the guides cannot be read. (transfer full) */
WbSeed  *wb_seed_new    (WbSeedKind      kind,
                         WbProjectPeek  *from,
                         const char     *guide_id,
                         const char     *guide_title,
                         const char     *json,
                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void     wb_seed_free   (WbSeed         *self);
/* Makes the project @path, which must not be there, and puts into it what @seed (nullable) says. All or nothing; blocks. */
gboolean wb_seed_create (const WbSeed    *seed,
                         const char      *path,
                         const char      *title,
                         const char      *guide_id,
                         const char      *guide_title,
                         const char      *guide_json,
                         const char      *use_case,
                         WbMunicipality  *town,
                         GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbSeed, wb_seed_free)

G_END_DECLS
