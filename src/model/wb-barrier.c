/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-barrier.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *label;
} Name;

static const Name dimensions[] = {
  [WB_DIMENSION_PEOPLE] = { "mensch", N_("People") },
  [WB_DIMENSION_PROCESS] = { "prozess", N_("Process") },
  [WB_DIMENSION_TECHNOLOGY] = { "technologie", N_("Technology") },
};

static const Name causes[] = {
  [WB_CAUSE_MEANS] = { "mittel", N_("Means") },
  [WB_CAUSE_TRAITS] = { "eigenschaften", N_("Traits") },
  [WB_CAUSE_GOVERNANCE] = { "governance", N_("Governance") },
  [WB_CAUSE_LAWS] = { "gesetze", NC_("cause of a barrier", "Laws") },
  [WB_CAUSE_CULTURE] = { "kultur", N_("Culture") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (dimensions) == WB_N_DIMENSIONS);
G_STATIC_ASSERT (G_N_ELEMENTS (causes) == WB_N_CAUSES);

G_DEFINE_BOXED_TYPE (WbBarrier, wb_barrier, wb_barrier_ref, wb_barrier_unref)

/* -1 when @name is none of them. */
static int
find_name (const Name *names,
           guint       n_names,
           const char *name)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i].name, name) == 0)
      return (int) i;

  return -1;
}

const char *
wb_dimension_to_string (WbDimension dimension)
{
  g_return_val_if_fail ((guint) dimension < WB_N_DIMENSIONS, NULL);

  return dimensions[dimension].name;
}

gboolean
wb_dimension_from_string (const char  *name,
                          WbDimension *dimension)
{
  int found = find_name (dimensions, WB_N_DIMENSIONS, name);

  g_return_val_if_fail (dimension != NULL, FALSE);

  if (found >= 0)
    *dimension = (WbDimension) found;

  return found >= 0;
}

const char *
wb_cause_to_string (WbCause cause)
{
  g_return_val_if_fail ((guint) cause < WB_N_CAUSES, NULL);

  return causes[cause].name;
}

gboolean
wb_cause_from_string (const char *name,
                      WbCause    *cause)
{
  int found = find_name (causes, WB_N_CAUSES, name);

  g_return_val_if_fail (cause != NULL, FALSE);

  if (found >= 0)
    *cause = (WbCause) found;

  return found >= 0;
}

const char *
wb_dimension_get_label (WbDimension dimension)
{
  g_return_val_if_fail ((guint) dimension < WB_N_DIMENSIONS, NULL);

  return _(dimensions[dimension].label);
}

const char *
wb_cause_get_label (WbCause cause)
{
  g_return_val_if_fail ((guint) cause < WB_N_CAUSES, NULL);

  /* "Laws" is also the name of a kind of entry. */
  if (cause == WB_CAUSE_LAWS)
    return C_("cause of a barrier", "Laws");

  return _(causes[cause].label);
}

static void
effect_free (gpointer data)
{
  WbBarrierEffect *effect = data;

  g_free (effect->to);
  g_free (effect->text);
  g_free (effect);
}

static void
statement_free (gpointer data)
{
  WbBarrierStatement *statement = data;

  g_free (statement->id);
  g_free (statement->text);
  g_free (statement);
}

WbBarrier *
wb_barrier_new (WbDimension dimension,
                WbCause     cause,
                WbNamedBy   named_by)
{
  WbBarrier *self = g_atomic_rc_box_new0 (WbBarrier);

  self->dimension = dimension;
  self->cause = cause;
  self->named_by = named_by;
  self->effects = g_ptr_array_new_with_free_func (effect_free);
  self->statements = g_ptr_array_new_with_free_func (statement_free);

  return self;
}

WbBarrier *
wb_barrier_ref (WbBarrier *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
barrier_clear (gpointer data)
{
  WbBarrier *self = data;

  g_ptr_array_unref (self->effects);
  g_ptr_array_unref (self->statements);
}

void
wb_barrier_unref (WbBarrier *self)
{
  g_atomic_rc_box_release_full (self, barrier_clear);
}

void
wb_barrier_add_effect (WbBarrier  *self,
                       const char *to,
                       const char *text)
{
  WbBarrierEffect *effect;

  g_return_if_fail (self != NULL);
  g_return_if_fail (to != NULL && text != NULL);

  effect = g_new0 (WbBarrierEffect, 1);
  effect->to = g_strdup (to);
  effect->text = g_strdup (text);
  g_ptr_array_add (self->effects, effect);
}

void
wb_barrier_add_statement (WbBarrier  *self,
                          const char *id,
                          const char *text,
                          gboolean    reverse)
{
  WbBarrierStatement *statement;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL && text != NULL);

  statement = g_new0 (WbBarrierStatement, 1);
  statement->id = g_strdup (id);
  statement->text = g_strdup (text);
  statement->reverse = reverse;
  g_ptr_array_add (self->statements, statement);
}
