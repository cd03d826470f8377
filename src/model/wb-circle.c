/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-circle.h"

G_DEFINE_BOXED_TYPE (WbCircle, wb_circle, wb_circle_ref, wb_circle_unref)

static void
circle_link_free (gpointer data)
{
  WbCircleLink *link = data;

  g_free (link->barrier);
  g_free (link->text);
  g_free (link);
}

static void
lever_free (gpointer data)
{
  WbLever *lever = data;

  g_free (lever->title);
  g_free (lever->text);
  g_ptr_array_unref (lever->to);
  g_free (lever);
}

WbCircle *
wb_circle_new (void)
{
  WbCircle *self = g_atomic_rc_box_new0 (WbCircle);

  self->links = g_ptr_array_new_with_free_func (circle_link_free);
  self->levers = g_ptr_array_new_with_free_func (lever_free);

  return self;
}

WbCircle *
wb_circle_ref (WbCircle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
circle_clear (gpointer data)
{
  WbCircle *self = data;

  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->levers);
}

void
wb_circle_unref (WbCircle *self)
{
  g_atomic_rc_box_release_full (self, circle_clear);
}

void
wb_circle_add_link (WbCircle   *self,
                    const char *barrier,
                    const char *text)
{
  WbCircleLink *link;

  g_return_if_fail (self != NULL);
  g_return_if_fail (barrier != NULL && text != NULL);

  link = g_new0 (WbCircleLink, 1);
  link->barrier = g_strdup (barrier);
  link->text = g_strdup (text);
  g_ptr_array_add (self->links, link);
}

WbLever *
wb_circle_add_lever (WbCircle   *self,
                     guint       after,
                     const char *title,
                     const char *text)
{
  WbLever *lever;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (title != NULL && text != NULL, NULL);

  lever = g_new0 (WbLever, 1);
  lever->after = after;
  lever->title = g_strdup (title);
  lever->text = g_strdup (text);
  lever->to = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->levers, lever);

  return lever;
}

void
wb_lever_add_entry (WbLever    *lever,
                    const char *id)
{
  g_return_if_fail (lever != NULL);
  g_return_if_fail (id != NULL);

  g_ptr_array_add (lever->to, g_strdup (id));
}
