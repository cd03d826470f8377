/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-town-dialog.h"

#include <glib/gi18n.h>

#include "wb-error-dialog.h"
#include "wb-fitting-size.h"
#include "wb-town-chooser.h"

struct _WbTownDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget *choose_button;
  AdwBin *bin;

  /* Borrowed */
  WbTownChooser *chooser;

  /* Owned */
  WbServices *services;
};

G_DEFINE_FINAL_TYPE (WbTownDialog, wb_town_dialog, ADW_TYPE_WINDOW)

static void
town_changed_cb (WbTownDialog *self)
{
  gtk_widget_set_sensitive (self->choose_button, wb_town_chooser_get_town (self->chooser) != NULL);
}

static void
choose_cb (WbTownDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!wb_user_store_set_town (wb_services_get_store (self->services),
                               wb_town_chooser_get_town (self->chooser), &error))
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Municipality Was Not Saved"), error);
      return;
    }

  gtk_window_close (GTK_WINDOW (self));
}

static void
wb_town_dialog_finalize (GObject *object)
{
  WbTownDialog *self = WB_TOWN_DIALOG (object);

  g_clear_object (&self->services);

  G_OBJECT_CLASS (wb_town_dialog_parent_class)->finalize (object);
}

static void
wb_town_dialog_class_init (WbTownDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_town_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-town-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WbTownDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, WbTownDialog, bin);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_town_dialog_init (WbTownDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wb_fitting_size_reduce (GTK_WINDOW (self));
}

GtkWidget *
wb_town_dialog_new (GtkWindow  *parent,
                    WbServices *services)
{
  WbTownDialog *self;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  self = g_object_new (WB_TYPE_TOWN_DIALOG, "transient-for", parent, NULL);
  self->services = g_object_ref (services);
  self->chooser = WB_TOWN_CHOOSER (wb_town_chooser_new (services));
  adw_bin_set_child (self->bin, GTK_WIDGET (self->chooser));
  g_signal_connect_object (self->chooser, "notify::town", G_CALLBACK (town_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));

  return GTK_WIDGET (self);
}
