/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-new-project-dialog.h"

struct _WbNewProjectDialog
{
  AdwWindow parent_instance;

  /* Owned */
  WbServices *services;
  WbItem *item;
};

G_DEFINE_FINAL_TYPE (WbNewProjectDialog, wb_new_project_dialog, ADW_TYPE_WINDOW)

static void
wb_new_project_dialog_dispose (GObject *object)
{
  WbNewProjectDialog *self = WB_NEW_PROJECT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_NEW_PROJECT_DIALOG);
  g_clear_object (&self->services);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (wb_new_project_dialog_parent_class)->dispose (object);
}

static void
wb_new_project_dialog_class_init (WbNewProjectDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_new_project_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-new-project-dialog.ui");
}

static void
wb_new_project_dialog_init (WbNewProjectDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_new_project_dialog_new (GtkWindow  *parent,
                           WbServices *services,
                           WbItem     *item)
{
  WbNewProjectDialog *self;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (WB_IS_ITEM (item), NULL);

  self = g_object_new (WB_TYPE_NEW_PROJECT_DIALOG, "transient-for", parent, NULL);
  self->services = g_object_ref (services);
  self->item = g_object_ref (item);

  return GTK_WIDGET (self);
}
