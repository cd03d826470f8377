/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-toggle-group.h"

#include <glib/gi18n-lib.h>

/* Labels up to so many characters are never shortened; longer ones give way where the window is narrow. */
#define MAX_WHOLE 8

/* One button of the group. */
typedef struct
{
  char *id;

  /* Borrowed */
  GtkToggleButton *button;
  GtkWidget *mark;
} Choice;

struct _WbToggleGroup
{
  GtkWidget parent_instance;

  /* Owned */
  GPtrArray *choices; /* Choice */

  /* State */
  gboolean showing; /* the buttons are being set from outside */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbToggleGroup, wb_toggle_group, GTK_TYPE_WIDGET)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->id);
  g_free (choice);
}

static Choice *
find_choice (WbToggleGroup *self,
             const char    *id)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (g_strcmp0 (choice->id, id) == 0)
        return choice;
    }

  return NULL;
}

static void
show_marks (WbToggleGroup *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      gboolean active = gtk_toggle_button_get_active (choice->button);

      gtk_widget_set_visible (choice->mark, active);
      gtk_widget_set_tooltip_text (GTK_WIDGET (choice->button),
                                   active ? _("Press again to take the answer back") : NULL);
    }
}

static void
toggled_cb (WbToggleGroup   *self,
            GtkToggleButton *button)
{
  g_autofree char *chosen = NULL;

  if (self->showing)
    return;

  self->showing = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (choice->button != button)
        gtk_toggle_button_set_active (choice->button, FALSE);
    }
  self->showing = FALSE;
  show_marks (self);

  chosen = g_strdup (wb_toggle_group_get_chosen (self));
  g_signal_emit (self, signals[CHOSEN], 0, chosen);
}

static void
wb_toggle_group_dispose (GObject *object)
{
  WbToggleGroup *self = WB_TOGGLE_GROUP (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->choices, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wb_toggle_group_parent_class)->dispose (object);
}

static void
wb_toggle_group_finalize (GObject *object)
{
  g_ptr_array_unref (WB_TOGGLE_GROUP (object)->choices);

  G_OBJECT_CLASS (wb_toggle_group_parent_class)->finalize (object);
}

static void
wb_toggle_group_class_init (WbToggleGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_toggle_group_dispose;
  object_class->finalize = wb_toggle_group_finalize;

  signals[CHOSEN] =
    g_signal_new ("chosen", WB_TYPE_TOGGLE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "togglegroup");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_toggle_group_init (WbToggleGroup *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
}

GtkWidget *
wb_toggle_group_new (void)
{
  return g_object_new (WB_TYPE_TOGGLE_GROUP, NULL);
}

void
wb_toggle_group_add (WbToggleGroup *self,
                     const char    *id,
                     const char    *label,
                     const char    *name)
{
  Choice *choice;
  GtkWidget *button, *box, *words;

  g_return_if_fail (WB_IS_TOGGLE_GROUP (self));
  g_return_if_fail (id != NULL && label != NULL && name != NULL);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  words = gtk_label_new (label);
  if (g_utf8_strlen (label, -1) > MAX_WHOLE)
    gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  button = gtk_toggle_button_new ();
  choice = g_new0 (Choice, 1);
  choice->id = g_strdup (id);
  choice->button = GTK_TOGGLE_BUTTON (button);
  choice->mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_visible (choice->mark, FALSE);
  g_ptr_array_add (self->choices, choice);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), choice->mark);
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

const char *
wb_toggle_group_get_chosen (WbToggleGroup *self)
{
  g_return_val_if_fail (WB_IS_TOGGLE_GROUP (self), "");

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (gtk_toggle_button_get_active (choice->button))
        return choice->id;
    }

  return "";
}

void
wb_toggle_group_set_chosen (WbToggleGroup *self,
                            const char    *id)
{
  g_return_if_fail (WB_IS_TOGGLE_GROUP (self));

  self->showing = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      gtk_toggle_button_set_active (choice->button, g_strcmp0 (choice->id, id) == 0);
    }
  self->showing = FALSE;
  show_marks (self);
}

GtkToggleButton *
wb_toggle_group_get_button (WbToggleGroup *self,
                            const char    *id)
{
  Choice *choice;

  g_return_val_if_fail (WB_IS_TOGGLE_GROUP (self), NULL);

  choice = find_choice (self, id);

  return choice != NULL ? choice->button : NULL;
}
