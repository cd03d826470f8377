/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-collections-box.h"

#include <glib/gi18n-lib.h>

struct _WbCollectionsBox
{
  AdwBin parent_instance;

  /* Owned */
  WbUserStore *store; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbCollectionsBox, wb_collections_box, ADW_TYPE_BIN)

static void
wb_collections_box_dispose (GObject *object)
{
  g_clear_object (&WB_COLLECTIONS_BOX (object)->store);

  G_OBJECT_CLASS (wb_collections_box_parent_class)->dispose (object);
}

static void
wb_collections_box_class_init (WbCollectionsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_collections_box_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_collections_box_init (WbCollectionsBox *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Collections"), -1);
}

static GtkWidget *
append_button (GtkWidget  *box,
               const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 20,
                                   NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
append_collection (GtkWidget          *box,
                   const WbCollection *collection)
{
  /* Translators: a collection and how many entries it holds */
  g_autofree char *text = g_strdup_printf (_("%s (%u)"), collection->title, collection->n_entries);
  GtkWidget *button = append_button (box, text);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", collection->number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "library.open-collection");
}

static void
update (WbCollectionsBox *self)
{
  g_autoptr (GPtrArray) collections = wb_user_store_list_collections (self->store);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("Collections"), "xalign", 0.0, NULL);
  GtkWidget *button;

  gtk_widget_add_css_class (title, "facet-title");
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < collections->len; i++)
    append_collection (box, g_ptr_array_index (collections, i));
  button = append_button (box, _("New Collection…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "library.new-collection");
  adw_bin_set_child (ADW_BIN (self), box);
}

void
wb_collections_box_set_store (WbCollectionsBox *self,
                              WbUserStore      *store)
{
  g_return_if_fail (WB_IS_COLLECTIONS_BOX (self));
  g_return_if_fail (WB_IS_USER_STORE (store));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "collections-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
