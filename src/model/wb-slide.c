/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-slide.h"

/* No key made from a title begins like this. */
#define OWN '+'

G_DEFINE_BOXED_TYPE (WbSlide, wb_slide, wb_slide_ref, wb_slide_unref)

WbSlide *
wb_slide_new (const char *key)
{
  WbSlide *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = g_new0 (WbSlide, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->key = g_strdup (key);

  return self;
}

WbSlide *
wb_slide_new_own (void)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *key = g_strdup_printf ("%c%s", OWN, uuid);
  WbSlide *self = wb_slide_new (key);

  self->level = 2;
  self->title = g_strdup ("");
  self->body = g_strdup ("");
  self->notes = g_strdup ("");

  return self;
}

WbSlide *
wb_slide_copy (const WbSlide *self)
{
  WbSlide *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = wb_slide_new (self->key);
  copy->level = self->level;
  copy->hidden = self->hidden;
  copy->title = g_strdup (self->title);
  copy->body = g_strdup (self->body);
  copy->notes = g_strdup (self->notes);

  return copy;
}

WbSlide *
wb_slide_ref (WbSlide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_slide_unref (WbSlide *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->key);
  g_free (self->title);
  g_free (self->body);
  g_free (self->notes);
  g_free (self);
}

gboolean
wb_slide_is_own (const WbSlide *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return *self->key == OWN;
}

gboolean
wb_slide_equal (const WbSlide *self,
                const WbSlide *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->level == other->level && self->hidden == other->hidden && g_str_equal (self->key, other->key)
         && g_strcmp0 (self->title, other->title) == 0 && g_strcmp0 (self->body, other->body) == 0
         && g_strcmp0 (self->notes, other->notes) == 0;
}

GPtrArray *
wb_slide_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) wb_slide_unref);
}
