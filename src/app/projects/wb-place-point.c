/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-place-point.h"

struct _WbPlacePoint
{
  GtkWidget parent_instance;

  /* Borrowed: children */
  GtkLabel *number;
  GtkLabel *name;

  /* Owned */
  char *row;
};

G_DEFINE_FINAL_TYPE (WbPlacePoint, wb_place_point, GTK_TYPE_WIDGET)

static void
wb_place_point_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wb_place_point_parent_class)->dispose (object);
}

static void
wb_place_point_finalize (GObject *object)
{
  g_free (WB_PLACE_POINT (object)->row);

  G_OBJECT_CLASS (wb_place_point_parent_class)->finalize (object);
}

static void
wb_place_point_class_init (WbPlacePointClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_place_point_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_place_point_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "placepoint");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
wb_place_point_init (WbPlacePoint *self)
{
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "number");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->number), GTK_WIDGET (self));
  self->name = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0f, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "caption");
  gtk_widget_set_parent (GTK_WIDGET (self->name), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
}

GtkWidget *
wb_place_point_new (const char *row)
{
  WbPlacePoint *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (WB_TYPE_PLACE_POINT, NULL);
  self->row = g_strdup (row);

  return GTK_WIDGET (self);
}

const char *
wb_place_point_get_row (WbPlacePoint *self)
{
  g_return_val_if_fail (WB_IS_PLACE_POINT (self), NULL);

  return self->row;
}

void
wb_place_point_show (WbPlacePoint *self,
                     guint         number,
                     const char   *name,
                     const char   *words)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *label = g_strdup_printf ("%s: %s", name, words);

  g_return_if_fail (WB_IS_PLACE_POINT (self));

  gtk_label_set_text (self->number, digits);
  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
wb_place_point_set_back (WbPlacePoint *self,
                         gboolean      back)
{
  GtkTextDirection direction = gtk_widget_get_default_direction ();

  g_return_if_fail (WB_IS_PLACE_POINT (self));

  if (back)
    direction = direction == GTK_TEXT_DIR_RTL ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != direction)
    gtk_widget_set_direction (GTK_WIDGET (self), direction);
}
