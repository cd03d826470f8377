/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-titles.h"

struct _WbTitles
{
  WbTitleFunc func;
  gpointer user_data;
  GDestroyNotify destroy; /* (nullable) */
  gatomicrefcount ref_count;
};

WbTitles *
wb_titles_new (WbTitleFunc    func,
               gpointer       user_data,
               GDestroyNotify destroy)
{
  WbTitles *self;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (WbTitles, 1);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

WbTitles *
wb_titles_ref (WbTitles *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_titles_unref (WbTitles *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self);
}

char *
wb_titles_find (WbTitles   *self,
                const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return self->func (id, self->user_data);
}
