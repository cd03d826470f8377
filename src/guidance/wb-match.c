/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-match.h"

#include <glib/gi18n-lib.h>

WbMatch
wb_match_item (WbItem         *item,
               WbMunicipality *town)
{
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

  match.score = (match.same_state ? 3 : 0) + (match.same_size ? 3 : 0) + (match.low_effort ? 1 : 0);
  if (!match.same_size && size != WB_SIZE_REGION)
    {
      gboolean below = size > WB_SIZE_SMALL
                       && wb_item_has_facet (item, "size", wb_size_class_to_string (size - 1));
      gboolean above = size < WB_SIZE_LARGE
                       && wb_item_has_facet (item, "size", wb_size_class_to_string (size + 1));

      match.score += below || above ? 1 : 0;
    }

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
