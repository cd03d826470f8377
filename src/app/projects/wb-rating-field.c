/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-rating-field.h"

#include <glib/gi18n-lib.h>

#include "wb-toggle-group.h"

struct _WbRatingField
{
  WbFieldRow parent_instance;

  /* Borrowed from the control */
  WbToggleGroup *group;
};

G_DEFINE_FINAL_TYPE (WbRatingField, wb_rating_field, WB_TYPE_FIELD_ROW)

static void
chosen_cb (WbFieldRow *row,
           const char *id)
{
  wb_field_row_store (row, "", "", id);
}

/* "2 of 5", and at the ends also the word: "1 of 5, hardly any". */
static char *
name_step (const WbField *field,
           int            step)
{
  const char *word = NULL;
  g_autofree char *number = NULL;

  number = g_strdup_printf (_("%d on a scale from %d to %d"), step, field->scale_min,
                            field->scale_max);
  if (step == field->scale_min)
    word = field->scale_low;
  else if (step == field->scale_max)
    word = field->scale_high;
  if (word == NULL)
    return g_steal_pointer (&number);

  return g_strdup_printf ("%s: %s", number, word);
}

static GtkWidget *
make_end (const char *word)
{
  GtkWidget *label = gtk_label_new (word != NULL ? word : "");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_visible (label, word != NULL);
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
wb_rating_field_build (WbFieldRow *row)
{
  WbRatingField *self = WB_RATING_FIELD (row);
  const WbField *field = wb_field_row_get_field (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *group = wb_toggle_group_new ();

  self->group = WB_TOGGLE_GROUP (group);
  for (int step = field->scale_min; step <= field->scale_max; step++)
    {
      g_autofree char *number = g_strdup_printf ("%d", step);
      g_autofree char *name = name_step (field, step);

      wb_toggle_group_add (self->group, number, number, name);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (group),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, field->label, -1);
  gtk_widget_set_sensitive (group, !wb_form_context_get_read_only (wb_field_row_get_context (row)));
  g_signal_connect_object (group, "chosen", G_CALLBACK (chosen_cb), row, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), make_end (field->scale_low));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), make_end (field->scale_high));
  wb_field_row_set_control (row, box);
}

static void
wb_rating_field_update (WbFieldRow *row)
{
  wb_toggle_group_set_chosen (WB_RATING_FIELD (row)->group, wb_field_row_get (row, "", ""));
}

static void
wb_rating_field_class_init (WbRatingFieldClass *klass)
{
  WbFieldRowClass *row_class = WB_FIELD_ROW_CLASS (klass);

  row_class->build = wb_rating_field_build;
  row_class->update = wb_rating_field_update;
}

static void
wb_rating_field_init (WbRatingField *self)
{
}
