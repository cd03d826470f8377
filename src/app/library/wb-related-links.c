/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-related-links.h"

#include <glib/gi18n-lib.h>

struct _WbRelatedLinks
{
  AdwBin parent_instance;

  /* Owned */
  GHashTable *shown; /* ids */

  /* Borrowed from ourselves */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (WbRelatedLinks, wb_related_links, ADW_TYPE_BIN)

/* Ties in the order in which they are shown. */
static const struct
{
  const char *rel;
  const char *title;
} ties[] = {
  { "guide", N_("Project Guide") },
  { "part-of", N_("Part Of") },
  { "uses", N_("Uses") },
  { "law", N_("Law") },
  { "see-also", N_("See Also") },
};

static void
wb_related_links_finalize (GObject *object)
{
  g_hash_table_unref (WB_RELATED_LINKS (object)->shown);

  G_OBJECT_CLASS (wb_related_links_parent_class)->finalize (object);
}

static void
wb_related_links_class_init (WbRelatedLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_related_links_finalize;
}

static void
wb_related_links_init (WbRelatedLinks *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GtkWidget *
add_list (WbRelatedLinks *self,
          const char     *title)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", title,
                                     "xalign", 0.0,
                                     "margin-top", 6,
                                     NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (heading, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3, -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), list);

  return list;
}

/* Adds a row to @list, which is made for the first one. */
static void
add_row (WbRelatedLinks  *self,
         GtkWidget      **list,
         const char      *list_title,
         const char      *id,
         const char      *title,
         WbKind           kind)
{
  GtkWidget *row;

  if (!g_hash_table_add (self->shown, g_strdup (id)))
    return;

  if (*list == NULL)
    *list = add_list (self, list_title);

  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", title,
                      "subtitle", wb_kind_get_label (kind),
                      "activatable", TRUE,
                      NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-item");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           "icon-name", "go-next-symbolic",
                                           NULL));
  gtk_list_box_append (GTK_LIST_BOX (*list), row);
}

static void
add_links (WbRelatedLinks *self,
           WbLibrary      *library,
           WbItem         *item,
           const char     *rel,
           const char     *title)
{
  GPtrArray *links = wb_item_get_links (item);
  GtkWidget *list = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      const WbLink *link = g_ptr_array_index (links, i);
      g_autofree char *found = NULL;
      WbKind kind;

      if (g_str_equal (link->rel, rel) && wb_library_lookup (library, link->target, &found, &kind))
        add_row (self, &list, title, link->target, found, kind);
    }
}

static void
add_backlinks (WbRelatedLinks *self,
               WbLibrary      *library,
               WbItem         *item)
{
  g_autoptr (GListModel) hits = wb_library_list_backlinks (library, wb_item_get_id (item), NULL);
  const guint n = hits != NULL ? g_list_model_get_n_items (hits) : 0;
  GtkWidget *list = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);

      add_row (self, &list, _("Used By"), wb_hit_get_id (hit), wb_hit_get_title (hit), wb_hit_get_kind (hit));
    }
}

void
wb_related_links_set_item (WbRelatedLinks *self,
                           WbLibrary      *library,
                           WbItem         *item)
{
  g_return_if_fail (WB_IS_RELATED_LINKS (self));
  g_return_if_fail (WB_IS_LIBRARY (library));
  g_return_if_fail (WB_IS_ITEM (item));

  g_hash_table_remove_all (self->shown);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);

  for (gsize i = 0; i < G_N_ELEMENTS (ties); i++)
    add_links (self, library, item, ties[i].rel, _(ties[i].title));
  add_backlinks (self, library, item);

  gtk_widget_set_visible (GTK_WIDGET (self), g_hash_table_size (self->shown) > 0);
}

guint
wb_related_links_get_n_links (WbRelatedLinks *self)
{
  g_return_val_if_fail (WB_IS_RELATED_LINKS (self), 0);

  return g_hash_table_size (self->shown);
}
