/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-item.h"
#include "wb-municipality.h"

G_BEGIN_DECLS

#define WB_MATCH_MIN_SCORE 3

/**
 * WbMatch:
 *
 * Why a use case fits a town. The parts of the score: same Land 3, same size class 3, neighbouring
 * size class 1, low effort 1. Below WB_MATCH_MIN_SCORE it is no match.
 */
typedef struct
{
  int score;
  gboolean same_state;
  gboolean same_size;
  gboolean low_effort;
} WbMatch;

/* What the score is made of, for those who rank many entries: a value of a facet and what having it counts. The best value
 * of each facet counts, and the facets add up. The strings are static. */
typedef struct
{
  const char *facet;
  const char *value;
  int weight;
} WbMatchWeight;

/* Array of WbMatchWeight. (transfer full) */
GArray  *wb_match_list_weights (WbMunicipality *town);
WbMatch  wb_match_item       (WbItem         *item,
                              WbMunicipality *town);
/* One translated sentence for the strongest reason: "Same Land: …". NULL when nothing matches. (transfer full) */
char    *wb_match_get_reason (const WbMatch  *match,
                              WbItem         *item,
                              WbMunicipality *town);

G_END_DECLS
