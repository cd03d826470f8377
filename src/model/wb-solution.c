/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-solution.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
} ways[] = {
  [WB_WAY_SELF_RUN] = { "self-run", N_("run it oneself") },
  [WB_WAY_INHOUSE] = { "inhouse", N_("from the municipal data centre as in-house business") },
  [WB_WAY_EFA_MARKTPLATZ] = { "efa-marktplatz", N_("over the EfA-Marktplatz") },
  [WB_WAY_DEUTSCHLAND_PLATTFORM] = { "deutschland-plattform", N_("over the Deutschland-Plattform") },
  [WB_WAY_TENDER] = { "tender", N_("by a tender of one’s own") },
  [WB_WAY_HOSTED] = { "hosted", N_("run by a provider") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (ways) == WB_N_WAYS);

G_DEFINE_BOXED_TYPE (WbSolution, wb_solution, wb_solution_ref, wb_solution_unref)

const char *
wb_way_to_string (WbWay way)
{
  g_return_val_if_fail ((guint) way < WB_N_WAYS, NULL);

  return ways[way].name;
}

gboolean
wb_way_from_string (const char *name,
                    WbWay      *way)
{
  g_return_val_if_fail (way != NULL, FALSE);

  for (guint i = 0; i < WB_N_WAYS; i++)
    if (g_strcmp0 (name, ways[i].name) == 0)
      {
        *way = i;
        return TRUE;
      }

  return FALSE;
}

const char *
wb_way_get_label (WbWay way)
{
  g_return_val_if_fail ((guint) way < WB_N_WAYS, NULL);

  return _(ways[way].label);
}

WbSolution *
wb_solution_new (const char *owner,
                 const char *licence,
                 const char *maintenance,
                 const char *operation,
                 guint       way_bits)
{
  WbSolution *self;

  g_return_val_if_fail (owner != NULL && licence != NULL && maintenance != NULL && operation != NULL, NULL);

  self = g_atomic_rc_box_new0 (WbSolution);
  self->ways = way_bits;
  self->owner = g_strdup (owner);
  self->licence = g_strdup (licence);
  self->maintenance = g_strdup (maintenance);
  self->operation = g_strdup (operation);

  return self;
}

WbSolution *
wb_solution_ref (WbSolution *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
solution_clear (gpointer data)
{
  WbSolution *self = data;

  g_free (self->owner);
  g_free (self->licence);
  g_free (self->maintenance);
  g_free (self->operation);
}

void
wb_solution_unref (WbSolution *self)
{
  g_atomic_rc_box_release_full (self, solution_clear);
}
