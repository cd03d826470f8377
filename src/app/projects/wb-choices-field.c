/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-choices-field.h"

#include <glib/gi18n-lib.h>

struct _WbChoicesField
{
  WbFieldRow parent_instance;

  /* Owned */
  GPtrArray *buttons; /* GtkCheckButton, in the order of the options; borrowed from the control */

  /* State */
  gboolean showing; /* the buttons are being set from the answers */
};

G_DEFINE_FINAL_TYPE (WbChoicesField, wb_choices_field, WB_TYPE_FIELD_ROW)

static const WbOption *
get_option (WbFieldRow *row,
            guint       i)
{
  return g_ptr_array_index (wb_field_row_get_field (row)->options, i);
}

static void
toggled_cb (WbChoicesField *self,
            GtkCheckButton *button)
{
  guint i;

  if (!self->showing && g_ptr_array_find (self->buttons, button, &i))
    wb_field_row_store (WB_FIELD_ROW (self), get_option (WB_FIELD_ROW (self), i)->id, "",
                        gtk_check_button_get_active (button) ? "1" : "");
}

static GtkWidget *
make_button (WbChoicesField *self,
             const WbOption *option)
{
  WbFormContext *context = wb_field_row_get_context (WB_FIELD_ROW (self));
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button),
                              wb_field_row_make_option (option->label, option->note));
  gtk_widget_add_css_class (button, "option");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, option->label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  option->note != NULL ? option->note : "", -1);
  gtk_widget_set_sensitive (button, !wb_form_context_get_read_only (context));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
wb_choices_field_build (WbFieldRow *row)
{
  WbChoicesField *self = WB_CHOICES_FIELD (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < wb_field_row_get_field (row)->options->len; i++)
    {
      GtkWidget *button = make_button (self, get_option (row, i));

      g_ptr_array_add (self->buttons, button);
      gtk_box_append (GTK_BOX (box), button);
    }
  wb_field_row_set_control (row, box);
}

static void
wb_choices_field_update (WbFieldRow *row)
{
  WbChoicesField *self = WB_CHOICES_FIELD (row);
  g_autofree char *status = NULL;
  guint chosen = 0;

  self->showing = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      gboolean active = *wb_field_row_get (row, get_option (row, i)->id, "") != '\0';

      gtk_check_button_set_active (g_ptr_array_index (self->buttons, i), active);
      chosen += active ? 1 : 0;
    }
  self->showing = FALSE;

  status = g_strdup_printf (ngettext ("%u chosen", "%u chosen", chosen), chosen);
  wb_field_row_set_status (row, chosen > 0 ? status : NULL);
}

static void
wb_choices_field_finalize (GObject *object)
{
  g_ptr_array_unref (WB_CHOICES_FIELD (object)->buttons);

  G_OBJECT_CLASS (wb_choices_field_parent_class)->finalize (object);
}

static void
wb_choices_field_class_init (WbChoicesFieldClass *klass)
{
  WbFieldRowClass *row_class = WB_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_choices_field_finalize;
  row_class->build = wb_choices_field_build;
  row_class->update = wb_choices_field_update;
}

static void
wb_choices_field_init (WbChoicesField *self)
{
  self->buttons = g_ptr_array_new ();
}
