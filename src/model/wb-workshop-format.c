/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-workshop-format.h"

G_DEFINE_BOXED_TYPE (WbWorkshopFormat, wb_workshop_format, wb_workshop_format_ref, wb_workshop_format_unref)

static void
workshop_step_free (gpointer data)
{
  WbWorkshopStep *step = data;

  g_free (step->title);
  g_free (step->text);
  g_free (step->note);
  g_free (step);
}

WbWorkshopFormat *
wb_workshop_format_new (const char *purpose,
                        const char *outcome)
{
  WbWorkshopFormat *self;

  g_return_val_if_fail (purpose != NULL && outcome != NULL, NULL);

  self = g_atomic_rc_box_new0 (WbWorkshopFormat);
  self->purpose = g_strdup (purpose);
  self->outcome = g_strdup (outcome);
  self->material = g_ptr_array_new_with_free_func (g_free);
  self->steps = g_ptr_array_new_with_free_func (workshop_step_free);

  return self;
}

WbWorkshopFormat *
wb_workshop_format_ref (WbWorkshopFormat *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
workshop_format_clear (gpointer data)
{
  WbWorkshopFormat *self = data;

  g_free (self->purpose);
  g_free (self->outcome);
  g_ptr_array_unref (self->material);
  g_ptr_array_unref (self->steps);
}

void
wb_workshop_format_unref (WbWorkshopFormat *self)
{
  g_atomic_rc_box_release_full (self, workshop_format_clear);
}

void
wb_workshop_format_add_material (WbWorkshopFormat *self,
                                 const char       *thing)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (thing != NULL);

  g_ptr_array_add (self->material, g_strdup (thing));
}

void
wb_workshop_format_add_step (WbWorkshopFormat *self,
                             const char       *title,
                             guint             minutes,
                             const char       *text,
                             const char       *note)
{
  WbWorkshopStep *step;

  g_return_if_fail (self != NULL);
  g_return_if_fail (title != NULL && text != NULL);

  step = g_new0 (WbWorkshopStep, 1);
  step->minutes = minutes;
  step->title = g_strdup (title);
  step->text = g_strdup (text);
  step->note = g_strdup (note);
  g_ptr_array_add (self->steps, step);
}

guint
wb_workshop_format_get_start (const WbWorkshopFormat *self,
                              guint                   index)
{
  guint start = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index <= self->steps->len, 0);

  for (guint i = 0; i < index; i++)
    start += ((const WbWorkshopStep *) g_ptr_array_index (self->steps, i))->minutes;

  return start;
}
