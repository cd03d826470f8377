/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-reading-history.h"

/* Places kept; the oldest go first. */
#define MAX_PLACES 200

struct _WbReadingHistory
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *places; /* char *: entry ids */

  /* State */
  guint n_passed;    /* places up to and with the one we are at; 0 before the first */
  gboolean settled;
};

G_DEFINE_FINAL_TYPE (WbReadingHistory, wb_reading_history, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
wb_reading_history_finalize (GObject *object)
{
  g_ptr_array_unref (WB_READING_HISTORY (object)->places);

  G_OBJECT_CLASS (wb_reading_history_parent_class)->finalize (object);
}

static void
wb_reading_history_class_init (WbReadingHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_reading_history_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", WB_TYPE_READING_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wb_reading_history_init (WbReadingHistory *self)
{
  self->places = g_ptr_array_new_with_free_func (g_free);
  self->settled = TRUE;
}

WbReadingHistory *
wb_reading_history_new (void)
{
  return g_object_new (WB_TYPE_READING_HISTORY, NULL);
}

static const char *
get_place (WbReadingHistory *self)
{
  return self->n_passed > 0 ? g_ptr_array_index (self->places, self->n_passed - 1) : NULL;
}

void
wb_reading_history_visit (WbReadingHistory *self,
                          const char       *id,
                          gboolean          settled)
{
  g_return_if_fail (WB_IS_READING_HISTORY (self));
  g_return_if_fail (id != NULL);

  if (g_strcmp0 (get_place (self), id) == 0)
    {
      self->settled |= settled;
      return;
    }

  if (!self->settled && self->n_passed > 0)
    self->n_passed--;
  g_ptr_array_set_size (self->places, self->n_passed);

  /* Giving way may have brought us to the very entry. */
  if (g_strcmp0 (get_place (self), id) != 0)
    {
      g_ptr_array_add (self->places, g_strdup (id));
      if (self->places->len > MAX_PLACES)
        g_ptr_array_remove_index (self->places, 0);
    }
  self->n_passed = self->places->len;
  self->settled = settled;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
wb_reading_history_settle (WbReadingHistory *self)
{
  g_return_if_fail (WB_IS_READING_HISTORY (self));

  self->settled = TRUE;
}

gboolean
wb_reading_history_can_back (WbReadingHistory *self)
{
  g_return_val_if_fail (WB_IS_READING_HISTORY (self), FALSE);

  return self->n_passed > 1;
}

gboolean
wb_reading_history_can_forward (WbReadingHistory *self)
{
  g_return_val_if_fail (WB_IS_READING_HISTORY (self), FALSE);

  return self->n_passed < self->places->len;
}

static const char *
move (WbReadingHistory *self,
      int               step)
{
  self->n_passed += step;
  self->settled = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);

  return get_place (self);
}

const char *
wb_reading_history_back (WbReadingHistory *self)
{
  g_return_val_if_fail (WB_IS_READING_HISTORY (self), NULL);

  return wb_reading_history_can_back (self) ? move (self, -1) : NULL;
}

const char *
wb_reading_history_forward (WbReadingHistory *self)
{
  g_return_val_if_fail (WB_IS_READING_HISTORY (self), NULL);

  return wb_reading_history_can_forward (self) ? move (self, 1) : NULL;
}
