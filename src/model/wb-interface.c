/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-interface.h"

G_DEFINE_BOXED_TYPE (WbInterface, wb_interface, wb_interface_ref, wb_interface_unref)

WbInterface *
wb_interface_new (const char *owner,
                  const char *version,
                  const char *version_date,
                  const char *area,
                  const char *format)
{
  WbInterface *self;

  g_return_val_if_fail (owner != NULL && version != NULL && area != NULL && format != NULL, NULL);

  self = g_atomic_rc_box_new0 (WbInterface);
  self->owner = g_strdup (owner);
  self->version = g_strdup (version);
  self->version_date = g_strdup (version_date);
  self->area = g_strdup (area);
  self->format = g_strdup (format);

  return self;
}

WbInterface *
wb_interface_ref (WbInterface *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
interface_clear (gpointer data)
{
  WbInterface *self = data;

  g_free (self->owner);
  g_free (self->version);
  g_free (self->version_date);
  g_free (self->area);
  g_free (self->format);
}

void
wb_interface_unref (WbInterface *self)
{
  g_atomic_rc_box_release_full (self, interface_clear);
}
