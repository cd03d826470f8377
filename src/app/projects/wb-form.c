/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-form.h"

struct _WbForm
{
  GtkWidget parent_instance;

  /* Owned */
  WbAnswers *answers; /* NULL while no step is shown */
};

G_DEFINE_FINAL_TYPE (WbForm, wb_form, GTK_TYPE_WIDGET)

static void
answers_changed_cb (WbForm *self)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wb_field_row_update_applies (WB_FIELD_ROW (child));
}

static void
clear (WbForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (self->answers != NULL)
    g_signal_handlers_disconnect_by_func (self->answers, answers_changed_cb, self);
  g_clear_object (&self->answers);
}

static void
wb_form_dispose (GObject *object)
{
  clear (WB_FORM (object));

  G_OBJECT_CLASS (wb_form_parent_class)->dispose (object);
}

static void
wb_form_class_init (WbFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_form_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "form");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
wb_form_init (WbForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

GtkWidget *
wb_form_new (void)
{
  return g_object_new (WB_TYPE_FORM, NULL);
}

void
wb_form_set_step (WbForm        *self,
                  WbFormContext *context,
                  const WbStep  *step)
{
  g_return_if_fail (WB_IS_FORM (self));
  g_return_if_fail (step == NULL || WB_IS_FORM_CONTEXT (context));

  wb_form_flush (self);
  /* Whoever goes on by key does not leave the entry before. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    wb_field_row_settle (WB_FIELD_ROW (child));
  clear (self);
  if (step == NULL)
    return;

  for (guint i = 0; i < step->fields->len; i++)
    gtk_widget_set_parent (wb_field_row_new (context, g_ptr_array_index (step->fields, i)),
                           GTK_WIDGET (self));
  self->answers = g_object_ref (wb_form_context_get_answers (context));
  g_signal_connect_object (self->answers, "changed", G_CALLBACK (answers_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
wb_form_flush (WbForm *self)
{
  GtkWidget *child;

  g_return_if_fail (WB_IS_FORM (self));

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wb_field_row_flush (WB_FIELD_ROW (child));
}

WbFieldRow *
wb_form_get_row (WbForm     *self,
                 const char *field)
{
  GtkWidget *child;

  g_return_val_if_fail (WB_IS_FORM (self), NULL);

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (wb_field_row_get_field (WB_FIELD_ROW (child))->id, field) == 0)
      return WB_FIELD_ROW (child);

  return NULL;
}
