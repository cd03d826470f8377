/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-look.h"

#define PICTURE 48
#define NAME_SIZE 13
#define RULE 1
#define SLIDE_BAR 14

WbLook *
wb_look_new (const char *id,
             const char *title,
             const char *note)
{
  WbLook *self;

  g_return_val_if_fail (id != NULL && title != NULL && note != NULL, NULL);

  self = g_new0 (WbLook, 1);
  self->picture = PICTURE;
  self->name_size = NAME_SIZE;
  self->rule = RULE;
  self->slide_bar = SLIDE_BAR;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->note = g_strdup (note);

  return self;
}

WbLook *
wb_look_copy (const WbLook *self)
{
  WbLook *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (WbLook, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->note = g_strdup (self->note);

  return copy;
}

void
wb_look_free (WbLook *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->note);
  g_free (self);
}
