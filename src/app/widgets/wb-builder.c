/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-builder.h"

GtkWidget *
wb_builder_steal_widget (GtkBuilder *builder,
                         const char *name)
{
  GObject *object;

  g_return_val_if_fail (GTK_IS_BUILDER (builder), NULL);

  object = gtk_builder_get_object (builder, name);
  g_return_val_if_fail (GTK_IS_WIDGET (object), NULL);

  /* The builder drops its own reference; this one is what the parent will sink. */
  g_object_ref (object);
  g_object_force_floating (object);

  return GTK_WIDGET (object);
}
