/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-item.h"
#include "wb-municipality.h"
#include "wb-vocabulary.h"

G_BEGIN_DECLS

/* One reason why an entry fits a town, or what speaks against it: a translated sentence. */
typedef struct
{
  gboolean against;
  char *text; /* owned */
} WbFitReason;

void       wb_fit_reason_free (WbFitReason    *reason);
/* What the entry's facets say about @town, in this order: size, kind of municipality, Land, task, effort; first all that
 * speaks for it, then all that has to be minded. Empty where the entry has none of these facets. Which tasks belong to counties:
 * social assistance (§ 3 SGB XII) and public health offices; to municipalities: land-use planning (§ 2 BauGB). Array of WbFitReason.
 * (transfer full) */
GPtrArray *wb_fit_explain     (WbItem         *item,
                               WbMunicipality *town,
                               WbVocabulary   *vocabulary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbFitReason, wb_fit_reason_free)

G_END_DECLS
