/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-computed-field.h"

#include <glib/gi18n-lib.h>

#include "wb-compute.h"

struct _WbComputedField
{
  WbFieldRow parent_instance;

  /* Borrowed from the control */
  GtkLabel *value;
  GtkLabel *missing;
};

G_DEFINE_FINAL_TYPE (WbComputedField, wb_computed_field, WB_TYPE_FIELD_ROW)

/* Nothing is wrong as long as somebody is still filling in. */
static void
show_reason (WbComputedField *self,
             const char      *reason,
             gboolean         wrong)
{
  GtkWidget *label = GTK_WIDGET (self->missing);

  gtk_label_set_text (self->missing, reason != NULL ? reason : "");
  gtk_widget_set_visible (label, reason != NULL);
  gtk_widget_remove_css_class (label, wrong ? "dim-label" : "computed-missing");
  gtk_widget_add_css_class (label, wrong ? "computed-missing" : "dim-label");
}

static void
show_value (WbComputedField *self)
{
  const WbField *field = wb_field_row_get_field (WB_FIELD_ROW (self));
  WbGuide *guide = wb_form_context_get_guide (wb_field_row_get_context (WB_FIELD_ROW (self)));
  g_autofree char *missing = NULL;
  g_autofree char *value = wb_compute_field (field, guide, wb_field_row_get_answers (WB_FIELD_ROW (self)), &missing);
  g_autofree char *words = value != NULL ? wb_compute_to_display (field, NULL, guide, value) : NULL;
  g_autofree char *name = NULL;
  const gboolean wrong = wb_compute_field_fails (field, guide, wb_field_row_get_answers (WB_FIELD_ROW (self)));
  g_autofree char *reason = missing != NULL ? g_strdup_printf (wrong ? _("Please check: %s.") : _("Still open: %s."), missing) : NULL;

  gtk_label_set_text (self->value, words != NULL ? words : _("still open"));
  show_reason (self, reason, wrong);
  name = g_strdup_printf (_("%s: %s"), field->label, gtk_label_get_text (self->value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkLabel *
add_label (GtkBox     *box,
           const char *first_class,
           const char *second_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, first_class);
  gtk_widget_add_css_class (label, second_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
wb_computed_field_build (WbFieldRow *row)
{
  WbComputedField *self = WB_COMPUTED_FIELD (row);
  const WbField *field = wb_field_row_get_field (row);
  WbGuide *guide = wb_form_context_get_guide (wb_field_row_get_context (row));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *words = field->formula != NULL ? wb_formula_to_words (field->formula, NULL, guide) : NULL;
  g_autofree char *formula = words != NULL ? g_strdup_printf (_("Computed: %s"), words) : NULL;

  self->value = add_label (GTK_BOX (box), "title-3", "numeric");
  gtk_label_set_selectable (self->value, TRUE);
  self->missing = add_label (GTK_BOX (box), "caption", "dim-label");
  gtk_label_set_text (add_label (GTK_BOX (box), "caption", "dim-label"), formula != NULL ? formula : "");
  wb_field_row_set_control (row, box);
  show_value (self);
  g_signal_connect_object (wb_field_row_get_answers (row), "changed", G_CALLBACK (show_value), self, G_CONNECT_SWAPPED);
}

static void
wb_computed_field_class_init (WbComputedFieldClass *klass)
{
  WB_FIELD_ROW_CLASS (klass)->build = wb_computed_field_build;
}

static void
wb_computed_field_init (WbComputedField *self)
{
}
