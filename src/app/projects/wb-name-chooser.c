/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-name-chooser.h"

#include <glib/gi18n-lib.h>

#include "wb-names.h"

#define MAX_HEIGHT 320

struct _WbNameChooser
{
  GtkWidget parent_instance;

  /* Borrowed */
  WbFieldRow *owner;
  GtkMenuButton *button;
  GtkBox *list;

  /* Owned */
  char *row;
  char *column;
};

G_DEFINE_FINAL_TYPE (WbNameChooser, wb_name_chooser, GTK_TYPE_WIDGET)

static gboolean
holds_many (WbNameChooser *self)
{
  return wb_field_row_get_field (self->owner)->grid == WB_GRID_RACI;
}

static void
chosen_cb (WbNameChooser *self,
           GtkButton     *button)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  g_autofree char *names = NULL;
  const char *before;

  wb_field_row_flush (self->owner);
  before = wb_field_row_get (self->owner, self->row, self->column);
  names = holds_many (self) ? wb_names_toggle (before, name, !wb_names_contain (before, name)) : g_strdup (name);
  wb_field_row_store (self->owner, self->row, self->column, names);
  gtk_menu_button_popdown (self->button);
}

static GtkWidget *
make_choice (WbNameChooser *self,
             const char    *name)
{
  const gboolean in = wb_names_contain (wb_field_row_get (self->owner, self->row, self->column), name);
  /* Translators: a name in a list that is chosen already. */
  g_autofree char *label = in ? g_strdup_printf (_("✓ %s"), name) : g_strdup (name);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
shown_cb (WbNameChooser *self)
{
  const WbField *field = wb_field_row_get_field (self->owner);
  g_auto (GStrv) names = wb_names_list (field, wb_form_context_get_guide (wb_field_row_get_context (self->owner)),
                                        wb_field_row_get_answers (self->owner));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; names[i] != NULL; i++)
    gtk_box_append (self->list, make_choice (self, names[i]));
  if (names[0] == NULL)
    gtk_box_append (self->list, gtk_label_new (_("No names yet: write them into the list of persons.")));
}

static void
wb_name_chooser_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_name_chooser_parent_class)->dispose (object);
}

static void
wb_name_chooser_finalize (GObject *object)
{
  WbNameChooser *self = WB_NAME_CHOOSER (object);

  g_free (self->row);
  g_free (self->column);

  G_OBJECT_CLASS (wb_name_chooser_parent_class)->finalize (object);
}

static void
wb_name_chooser_class_init (WbNameChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wb_name_chooser_dispose;
  object_class->finalize = wb_name_chooser_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wb_name_chooser_init (WbNameChooser *self)
{
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height",
                                      TRUE, "max-content-height", MAX_HEIGHT, NULL);
  GtkWidget *popover = gtk_popover_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "system-users-symbolic", "popover", popover, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

gboolean
wb_name_chooser_fits (const WbField  *field,
                      const WbColumn *column)
{
  static const char *const columns[] = { "owner", "who", "operator", "responsible", "accountable", "consulted", "informed", NULL };

  g_return_val_if_fail (field != NULL && column != NULL, FALSE);

  return field->people != NULL && column->type == WB_FIELD_TEXT && g_strv_contains (columns, column->id);
}

GtkWidget *
wb_name_chooser_new (WbFieldRow     *owner,
                     const char     *row,
                     const WbColumn *column)
{
  WbNameChooser *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (WB_IS_FIELD_ROW (owner), NULL);
  g_return_val_if_fail (row != NULL && column != NULL, NULL);

  self = g_object_new (WB_TYPE_NAME_CHOOSER, NULL);
  self->owner = owner;
  self->row = g_strdup (row);
  self->column = g_strdup (column->id);
  /* Translators: a button; %s is the column of a table the person is chosen for. */
  name = g_strdup_printf (_("Choose a person: %s"), column->label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !wb_form_context_get_read_only (wb_field_row_get_context (owner)));

  return GTK_WIDGET (self);
}
