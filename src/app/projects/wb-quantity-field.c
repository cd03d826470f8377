/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-quantity-field.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"
#include "wb-toggle-group.h"

struct _WbQuantityField
{
  WbFieldRow parent_instance;

  /* Borrowed from the control */
  WbCellEntry *entry;
  WbToggleGroup *units; /* NULL unless it is a duration */
};

G_DEFINE_FINAL_TYPE (WbQuantityField, wb_quantity_field, WB_TYPE_FIELD_ROW)

static const char *const unit_ids[] = { "h", "d", "w", "months" };

G_STATIC_ASSERT (G_N_ELEMENTS (unit_ids) == WB_N_TIME_UNITS);

/* Another unit for the number that is there already, or for the one that will be typed. */
static void
unit_cb (WbQuantityField *self,
         const char      *id)
{
  const char *value = wb_field_row_get (WB_FIELD_ROW (self), "", "");
  WbDuration duration;

  wb_cell_entry_set_unit (self->entry, *id != '\0' ? id : NULL);
  wb_cell_entry_flush (self->entry);
  if (!wb_duration_parse (value, &duration))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }
  for (guint i = 0; i < WB_N_TIME_UNITS; i++)
    if (g_str_equal (unit_ids[i], id))
      {
        g_autofree char *changed = NULL;

        duration.unit = (WbTimeUnit) i;
        changed = wb_duration_to_string (&duration);
        wb_field_row_store (WB_FIELD_ROW (self), "", "", changed);
      }
}

static GtkWidget *
make_units (WbQuantityField *self)
{
  GtkWidget *units = wb_toggle_group_new ();

  self->units = WB_TOGGLE_GROUP (units);
  for (guint i = 0; i < WB_N_TIME_UNITS; i++)
    {
      const char *words = wb_answer_unit_to_words ((WbTimeUnit) i);

      wb_toggle_group_add (self->units, unit_ids[i], words, words);
    }
  gtk_widget_set_sensitive (units, !wb_form_context_get_read_only (wb_field_row_get_context (WB_FIELD_ROW (self))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (units), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Unit"), -1);
  g_signal_connect_object (units, "chosen", G_CALLBACK (unit_cb), self, G_CONNECT_SWAPPED);

  return units;
}

static void
wb_quantity_field_build (WbFieldRow *row)
{
  WbQuantityField *self = WB_QUANTITY_FIELD (row);
  const WbField *field = wb_field_row_get_field (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *entry = wb_cell_entry_new (wb_field_row_get_context (row), field, "", "", field->type, field->label);

  self->entry = WB_CELL_ENTRY (entry);
  gtk_box_append (GTK_BOX (box), entry);
  if (field->type == WB_FIELD_DURATION)
    gtk_box_append (GTK_BOX (box), make_units (self));
  wb_field_row_add_entry (row, self->entry);
  wb_field_row_set_control (row, box);
}

static void
wb_quantity_field_update (WbFieldRow *row)
{
  WbQuantityField *self = WB_QUANTITY_FIELD (row);
  WbDuration duration;

  if (self->units == NULL || !wb_duration_parse (wb_field_row_get (row, "", ""), &duration))
    return;
  wb_toggle_group_set_chosen (self->units, unit_ids[duration.unit]);
  wb_cell_entry_set_unit (self->entry, unit_ids[duration.unit]);
}

static void
wb_quantity_field_class_init (WbQuantityFieldClass *klass)
{
  WB_FIELD_ROW_CLASS (klass)->build = wb_quantity_field_build;
  WB_FIELD_ROW_CLASS (klass)->update = wb_quantity_field_update;
}

static void
wb_quantity_field_init (WbQuantityField *self)
{
}
