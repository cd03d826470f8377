/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-stationery.h"

#include <string.h>

static void
stationery_clear (gpointer data)
{
  WbStationery *self = data;

  wb_letterhead_free (self->letterhead);
  wb_look_free (self->look);
  wb_picture_unref (self->picture);
}

static WbLook *
choose_look (GPtrArray  *looks,
             const char *id)
{
  for (guint i = 0; looks != NULL && i < looks->len; i++)
    if (strcmp (((WbLook *) g_ptr_array_index (looks, i))->id, id) == 0)
      return wb_look_copy (g_ptr_array_index (looks, i));

  return looks != NULL && looks->len > 0 ? wb_look_copy (g_ptr_array_index (looks, 0)) : wb_look_new ("", "", "");
}

WbStationery *
wb_stationery_new (const WbLetterhead  *letterhead,
                   GPtrArray           *looks,
                   GError             **problem)
{
  WbStationery *self;

  g_return_val_if_fail (letterhead != NULL, NULL);

  self = g_atomic_rc_box_new0 (WbStationery);
  self->letterhead = wb_letterhead_copy (letterhead);
  self->look = choose_look (looks, letterhead->look);
  if (letterhead->picture != NULL)
    self->picture = wb_picture_load (letterhead->picture, problem);

  return self;
}

WbStationery *
wb_stationery_ref (WbStationery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
wb_stationery_unref (WbStationery *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, stationery_clear);
}
