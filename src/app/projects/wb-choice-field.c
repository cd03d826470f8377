/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-choice-field.h"

#include <glib/gi18n-lib.h>

#include "wb-choice-list.h"
#include "wb-toggle-group.h"

/* Up to so many options stand side by side when all their labels together are no longer than so many characters. */
#define MAX_TOGGLES 4
#define MAX_TOGGLE_CHARS 40
/* So short, they stand beside the question. */
#define MAX_SIDE_CHARS 16
/* Up to so many stand below each other; more go into a list that opens. */
#define MAX_ROWS 8

struct _WbChoiceField
{
  WbFieldRow parent_instance;

  /* Owned */
  GPtrArray *buttons; /* GtkCheckButton in the order of the options, for rows; borrowed from the control */

  /* Borrowed from the control; one of the two, or none */
  WbToggleGroup *group;
  WbChoiceList *list;

  /* State */
  gboolean showing; /* the buttons are being set from the answers */
};

G_DEFINE_FINAL_TYPE (WbChoiceField, wb_choice_field, WB_TYPE_FIELD_ROW)

static const WbOption *
get_option (WbFieldRow *row,
            guint       i)
{
  return g_ptr_array_index (wb_field_row_get_field (row)->options, i);
}

static void
chosen_cb (WbFieldRow *row,
           const char *id)
{
  wb_field_row_store (row, "", "", id);
}

static void
toggled_cb (WbChoiceField  *self,
            GtkCheckButton *button)
{
  guint i;

  if (!self->showing && gtk_check_button_get_active (button)
      && g_ptr_array_find (self->buttons, button, &i))
    chosen_cb (WB_FIELD_ROW (self), get_option (WB_FIELD_ROW (self), i)->id);
}

/* The length of all labels, or G_MAXLONG when they are too many or have notes to show. */
static glong
count_chars (const WbField *field)
{
  glong chars = 0;

  if (field->options->len > MAX_TOGGLES)
    return G_MAXLONG;

  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (field->options, i);

      if (option->note != NULL && *option->note != '\0')
        return G_MAXLONG;
      chars += g_utf8_strlen (option->label, -1);
    }

  return chars;
}

static GtkWidget *
build_toggles (WbChoiceField *self)
{
  WbFieldRow *row = WB_FIELD_ROW (self);
  const WbField *field = wb_field_row_get_field (row);
  GtkWidget *group = wb_toggle_group_new ();

  self->group = WB_TOGGLE_GROUP (group);
  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *option = get_option (row, i);

      wb_toggle_group_add (self->group, option->id, option->label, option->label);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (group),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, field->label, -1);
  gtk_widget_set_halign (group, GTK_ALIGN_START);
  g_signal_connect_object (group, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return group;
}

/* Radio buttons. One that is not shown holds the group while nothing is chosen. */
static GtkWidget *
build_rows (WbChoiceField *self)
{
  WbFieldRow *row = WB_FIELD_ROW (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *none = gtk_check_button_new ();

  gtk_widget_set_visible (none, FALSE);
  gtk_box_append (GTK_BOX (box), none);
  for (guint i = 0; i < wb_field_row_get_field (row)->options->len; i++)
    {
      const WbOption *option = get_option (row, i);
      GtkWidget *button = gtk_check_button_new ();

      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (none));
      gtk_check_button_set_child (GTK_CHECK_BUTTON (button),
                                  wb_field_row_make_option (option->label, option->note));
      gtk_widget_add_css_class (button, "option");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, option->label,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      option->note != NULL ? option->note : "", -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->buttons, button);
      gtk_box_append (GTK_BOX (box), button);
    }
  g_ptr_array_add (self->buttons, none);

  return box;
}

static GtkWidget *
build_list (WbChoiceField *self)
{
  const WbField *field = wb_field_row_get_field (WB_FIELD_ROW (self));
  GtkWidget *list = wb_choice_list_new (field->options, field->label);

  self->list = WB_CHOICE_LIST (list);
  gtk_widget_set_halign (list, GTK_ALIGN_START);
  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return list;
}

static void
wb_choice_field_build (WbFieldRow *row)
{
  WbChoiceField *self = WB_CHOICE_FIELD (row);
  const WbField *field = wb_field_row_get_field (row);
  GtkWidget *control;

  if (count_chars (field) <= MAX_TOGGLE_CHARS)
    control = build_toggles (self);
  else if (field->options->len <= MAX_ROWS)
    control = build_rows (self);
  else
    control = build_list (self);

  gtk_widget_set_sensitive (control,
                            !wb_form_context_get_read_only (wb_field_row_get_context (row)));
  if (count_chars (field) <= MAX_SIDE_CHARS)
    wb_field_row_set_side_control (row, control);
  else
    wb_field_row_set_control (row, control);
}

static void
show_rows (WbChoiceField *self,
           const char    *value)
{
  WbFieldRow *row = WB_FIELD_ROW (self);
  guint chosen = wb_field_row_get_field (row)->options->len; /* the one that is not shown */

  for (guint i = 0; i < wb_field_row_get_field (row)->options->len; i++)
    if (g_str_equal (get_option (row, i)->id, value))
      chosen = i;

  self->showing = TRUE;
  gtk_check_button_set_active (g_ptr_array_index (self->buttons, chosen), TRUE);
  self->showing = FALSE;
}

static void
wb_choice_field_update (WbFieldRow *row)
{
  WbChoiceField *self = WB_CHOICE_FIELD (row);
  const char *value = wb_field_row_get (row, "", "");

  if (self->group != NULL)
    wb_toggle_group_set_chosen (self->group, value);
  else if (self->list != NULL)
    wb_choice_list_set_chosen (self->list, value);
  else
    show_rows (self, value);
  /* Buttons and the list take an answer back by themselves. */
  wb_field_row_set_clearable (row, *value != '\0' && self->group == NULL && self->list == NULL);
}

static void
wb_choice_field_finalize (GObject *object)
{
  g_ptr_array_unref (WB_CHOICE_FIELD (object)->buttons);

  G_OBJECT_CLASS (wb_choice_field_parent_class)->finalize (object);
}

static void
wb_choice_field_class_init (WbChoiceFieldClass *klass)
{
  WbFieldRowClass *row_class = WB_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_choice_field_finalize;
  row_class->build = wb_choice_field_build;
  row_class->update = wb_choice_field_update;
}

static void
wb_choice_field_init (WbChoiceField *self)
{
  self->buttons = g_ptr_array_new ();
}
