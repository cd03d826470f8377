/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-lever-box.h"

#include <glib/gi18n.h>

#include "wb-wrap-layout.h"

#define MAX_WIDTH_CHARS 44
#define MAX_NAME_CHARS 40

struct _WbLeverBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (WbLeverBox, wb_lever_box, GTK_TYPE_WIDGET)

static void
wb_lever_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wb_lever_box_parent_class)->dispose (object);
}

static void
wb_lever_box_class_init (WbLeverBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_lever_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
wb_lever_box_init (WbLeverBox *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lever");
}

static void
add_label (WbLeverBox *self,
           const char *text,
           const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "max-width-chars",
                                   MAX_WIDTH_CHARS, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static GtkWidget *
make_entry (const char *id,
            const char *name)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars",
                                   MAX_NAME_CHARS, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", label, "tooltip-text", name, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-item");
  gtk_widget_add_css_class (button, "small-button");

  return button;
}

static GtkWidget *
make_take_button (const WbLever *lever,
                  const char    *circle,
                  guint          index)
{
  GtkWidget *button = gtk_button_new_with_label (_("Take Into a Project…"));
  g_autofree char *name = g_strdup_printf (_("Take into a project: %s"), lever->title);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(su)", circle, index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "diagnosis.take-lever");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "small-button");

  return button;
}

GtkWidget *
wb_lever_box_new (WbLibrary     *library,
                  const WbLever *lever,
                  const char    *title,
                  const char    *caption,
                  const char    *circle,
                  guint          index)
{
  WbLeverBox *self;
  GtkWidget *buttons;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (lever != NULL && title != NULL && circle != NULL, NULL);

  self = g_object_new (WB_TYPE_LEVER_BOX, NULL);
  add_label (self, title, "heading");
  if (caption != NULL)
    add_label (self, caption, "caption");
  add_label (self, lever->text, NULL);
  buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (buttons, wb_wrap_layout_new (6));
  for (guint i = 0; i < lever->to->len; i++)
    {
      const char *id = g_ptr_array_index (lever->to, i);
      g_autofree char *name = NULL;

      if (wb_library_lookup (library, id, &name, NULL))
        gtk_box_append (GTK_BOX (buttons), make_entry (id, name));
    }
  gtk_box_append (GTK_BOX (buttons), make_take_button (lever, circle, index));
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
