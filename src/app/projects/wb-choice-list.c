/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-choice-list.h"

#include <glib/gi18n-lib.h>

struct _WbChoiceList
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *drop_down;
  GPtrArray *options; /* WbOption */

  /* State */
  gboolean showing; /* the choice is being set from outside */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbChoiceList, wb_choice_list, GTK_TYPE_WIDGET)

static void
selected_cb (WbChoiceList *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHOSEN], 0, wb_choice_list_get_chosen (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* A long option must not make the window wider. */
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (string));
}

static void
wb_choice_list_dispose (GObject *object)
{
  WbChoiceList *self = WB_CHOICE_LIST (object);

  g_clear_pointer (&self->drop_down, gtk_widget_unparent);
  g_clear_pointer (&self->options, g_ptr_array_unref);

  G_OBJECT_CLASS (wb_choice_list_parent_class)->dispose (object);
}

static void
wb_choice_list_class_init (WbChoiceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_choice_list_dispose;

  signals[CHOSEN] =
    g_signal_new ("chosen", WB_TYPE_CHOICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wb_choice_list_init (WbChoiceList *self)
{
}

GtkWidget *
wb_choice_list_new (GPtrArray  *options,
                    const char *name)
{
  WbChoiceList *self;
  GtkStringList *labels;
  GtkListItemFactory *factory;

  g_return_val_if_fail (options != NULL && name != NULL, NULL);

  self = g_object_new (WB_TYPE_CHOICE_LIST, NULL);
  self->options = g_ptr_array_ref (options);
  labels = gtk_string_list_new (NULL);
  gtk_string_list_append (labels, _("Not answered"));
  for (guint i = 0; i < options->len; i++)
    gtk_string_list_append (labels, ((const WbOption *) g_ptr_array_index (options, i))->label);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), factory);
  g_object_unref (factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const char *
wb_choice_list_get_chosen (WbChoiceList *self)
{
  guint position;

  g_return_val_if_fail (WB_IS_CHOICE_LIST (self), "");

  position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  if (position == 0 || position > self->options->len)
    return "";

  return ((const WbOption *) g_ptr_array_index (self->options, position - 1))->id;
}

void
wb_choice_list_set_chosen (WbChoiceList *self,
                           const char   *id)
{
  guint position = 0;

  g_return_if_fail (WB_IS_CHOICE_LIST (self));

  for (guint i = 0; i < self->options->len; i++)
    if (g_strcmp0 (((const WbOption *) g_ptr_array_index (self->options, i))->id, id) == 0)
      position = i + 1;

  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), position);
  self->showing = FALSE;
}
