/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-match.h"

#include <glib/gi18n-lib.h>

static void
add_weight (GArray     *weights,
            const char *facet,
            const char *value,
            int         weight)
{
  const WbMatchWeight added = { facet, value, weight };

  if (value != NULL)
    g_array_append_val (weights, added);
}

GArray *
wb_match_list_weights (WbMunicipality *town)
{
  GArray *weights = g_array_new (FALSE, FALSE, sizeof (WbMatchWeight));
  WbSizeClass size;

  g_return_val_if_fail (WB_IS_MUNICIPALITY (town), weights);

  size = wb_municipality_get_size_class (town);
  add_weight (weights, "state", wb_municipality_get_state_code (town), 3);
  add_weight (weights, "size", wb_size_class_to_string (size), 3);
  if (size != WB_SIZE_REGION && size > WB_SIZE_SMALL)
    add_weight (weights, "size", wb_size_class_to_string (size - 1), 1);
  if (size < WB_SIZE_LARGE)
    add_weight (weights, "size", wb_size_class_to_string (size + 1), 1);
  add_weight (weights, "effort", "gering", 1);

  return weights;
}

/* The best weight of each facet, added up; the weights of a facet stand together, the best first. */
static int
add_up (const GArray *weights,
        WbItem       *item)
{
  const char *counted = NULL;
  int score = 0;

  for (guint i = 0; i < weights->len; i++)
    {
      const WbMatchWeight *weight = &g_array_index (weights, WbMatchWeight, i);

      if (g_strcmp0 (weight->facet, counted) == 0 || !wb_item_has_facet (item, weight->facet, weight->value))
        continue;
      score += weight->weight;
      counted = weight->facet;
    }

  return score;
}

WbMatch
wb_match_item (WbItem         *item,
               WbMunicipality *town)
{
  g_autoptr (GArray) weights = NULL;
  WbMatch match = { 0, };
  WbSizeClass size;
  const char *state;

  g_return_val_if_fail (WB_IS_ITEM (item), match);
  g_return_val_if_fail (WB_IS_MUNICIPALITY (town), match);

  size = wb_municipality_get_size_class (town);
  state = wb_municipality_get_state_code (town);
  match.same_state = state != NULL && wb_item_has_facet (item, "state", state);
  match.same_size = wb_item_has_facet (item, "size", wb_size_class_to_string (size));
  match.low_effort = wb_item_has_facet (item, "effort", "gering");

  weights = wb_match_list_weights (town);
  match.score = add_up (weights, item);

  return match;
}

char *
wb_match_get_reason (const WbMatch  *match,
                     WbItem         *item,
                     WbMunicipality *town)
{
  gboolean region;

  g_return_val_if_fail (match != NULL, NULL);
  g_return_val_if_fail (WB_IS_ITEM (item), NULL);
  g_return_val_if_fail (WB_IS_MUNICIPALITY (town), NULL);

  region = wb_municipality_get_size_class (town) == WB_SIZE_REGION;
  if (match->same_state && match->same_size)
    return g_strdup_printf (region ? _("From your Land and your kind: first used by a county or region in %s.")
                                   : _("From your Land and as large as you: first used in %s."),
                            wb_municipality_get_state (town));
  if (match->same_state)
    return g_strdup_printf (_("From your Land: first used in %s."), wb_municipality_get_state (town));
  if (match->same_size && match->low_effort)
    return g_strdup (region ? _("Little effort: first used by a county or region like yours.")
                            : _("Little effort: first used by a municipality of your size."));
  if (match->same_size)
    return g_strdup (region ? _("First used by a county or region like yours.")
                            : _("First used by a municipality of your size."));

  return NULL;
}
