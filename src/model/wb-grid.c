/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-grid.h"

static const char *const names[] = {
  [WB_GRID_NONE] = NULL,
  [WB_GRID_PERSONS] = "person-list",
  [WB_GRID_STAKEHOLDERS] = "stakeholder-grid",
  [WB_GRID_RACI] = "raci",
  [WB_GRID_RISKS] = "risk-matrix",
  [WB_GRID_DATA] = "data-inventory",
  [WB_GRID_INTERFACES] = "interface-list",
  [WB_GRID_MILESTONES] = "milestones",
  [WB_GRID_DECISIONS] = "decision-record",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == WB_N_GRIDS);

const char *
wb_grid_to_string (WbGrid grid)
{
  g_return_val_if_fail ((guint) grid < WB_N_GRIDS, NULL);

  return names[grid];
}

gboolean
wb_grid_from_string (const char *name,
                     WbGrid     *grid)
{
  g_return_val_if_fail (grid != NULL, FALSE);

  for (guint i = WB_GRID_NONE + 1; name != NULL && i < WB_N_GRIDS; i++)
    if (g_str_equal (name, names[i]))
      {
        *grid = (WbGrid) i;
        return TRUE;
      }

  return FALSE;
}

WbGridRule *
wb_grid_rule_new (WbGridRuleType  type,
                  const char     *id,
                  const char     *title,
                  const char     *reason)
{
  WbGridRule *self;

  g_return_val_if_fail (id != NULL && title != NULL && reason != NULL, NULL);

  self = g_new0 (WbGridRule, 1);
  self->type = type;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->reason = g_strdup (reason);
  self->words = g_new0 (char *, 1);
  self->others = g_new0 (char *, 1);

  return self;
}

void
wb_grid_rule_free (WbGridRule *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->title);
  g_free (self->reason);
  g_free (self->source);
  g_free (self->target);
  g_strfreev (self->words);
  g_strfreev (self->others);
  g_clear_pointer (&self->when, wb_condition_unref);
  g_free (self);
}
