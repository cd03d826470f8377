/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-save-state.h"

#include <glib/gi18n-lib.h>

struct _WbSaveState
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *label;

  /* Owned */
  WbProjectFile *file;

  /* State */
  gboolean failed; /* since the last time it went well */
};

G_DEFINE_FINAL_TYPE (WbSaveState, wb_save_state, GTK_TYPE_WIDGET)

static void
show (WbSaveState *self,
      const char  *icon,
      const char  *text)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_label_set_text (self->label, text);
}

static void
show_saved (WbSaveState *self)
{
  GDateTime *saved = wb_project_file_get_last_saved (self->file);
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (saved == NULL)
    {
      show (self, NULL, "");
      return;
    }

  /* Translators: time of day as strftime() writes it. */
  time = g_date_time_format (saved, _("%H:%M"));
  text = g_strdup_printf (_("Saved %s"), time);
  show (self, "object-select-symbolic", text);
}

static void
update (WbSaveState *self)
{
  gboolean saving;

  g_object_get (self->file, "saving", &saving, NULL);
  if (wb_project_file_get_read_only (self->file))
    show (self, "changes-prevent-symbolic", _("Read-only"));
  else if (self->failed)
    show (self, "dialog-error-symbolic", _("Not saved"));
  else if (saving)
    show (self, NULL, _("Saving…"));
  else
    show_saved (self);
}

static void
saved_cb (WbSaveState *self)
{
  self->failed = FALSE;
  update (self);
}

static void
failed_cb (WbSaveState *self)
{
  self->failed = TRUE;
  update (self);
}

static void
wb_save_state_dispose (GObject *object)
{
  WbSaveState *self = WB_SAVE_STATE (object);

  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (self->file, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_SAVE_STATE);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (wb_save_state_parent_class)->dispose (object);
}

static void
wb_save_state_class_init (WbSaveStateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_save_state_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-save-state.ui");
  gtk_widget_class_bind_template_child (widget_class, WbSaveState, icon);
  gtk_widget_class_bind_template_child (widget_class, WbSaveState, label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
wb_save_state_init (WbSaveState *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wb_save_state_set_file (WbSaveState   *self,
                        WbProjectFile *file)
{
  g_return_if_fail (WB_IS_SAVE_STATE (self));
  g_return_if_fail (WB_IS_PROJECT_FILE (file));
  g_return_if_fail (self->file == NULL);

  self->file = g_object_ref (file);
  g_signal_connect_object (file, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "save-failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::saving", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

const char *
wb_save_state_get_text (WbSaveState *self)
{
  g_return_val_if_fail (WB_IS_SAVE_STATE (self), NULL);

  return gtk_label_get_text (self->label);
}
