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
wb_stationery_new_with_picture (const WbLetterhead *letterhead,
                                GPtrArray          *looks,
                                WbPicture          *picture)
{
  WbStationery *self;

  g_return_val_if_fail (letterhead != NULL, NULL);

  self = g_atomic_rc_box_new0 (WbStationery);
  self->letterhead = wb_letterhead_copy (letterhead);
  self->look = choose_look (looks, letterhead->look);
  self->picture = picture != NULL ? wb_picture_ref (picture) : NULL;

  return self;
}

WbStationery *
wb_stationery_new (const WbLetterhead  *letterhead,
                   GPtrArray           *looks,
                   GError             **problem)
{
  g_autoptr(WbPicture) picture = NULL;

  g_return_val_if_fail (letterhead != NULL, NULL);

  if (letterhead->picture != NULL)
    picture = wb_picture_load (letterhead->picture, problem);

  return wb_stationery_new_with_picture (letterhead, looks, picture);
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
