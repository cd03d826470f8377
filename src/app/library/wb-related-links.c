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

/* Rows of a list that are shown before somebody asks for all. */
#define N_ROWS 6

/* Ties in the order in which they are shown, each seen from either end. */
static const struct
{
  const char *rel;
  const char *to;   /* (nullable) the title of the entries linked to */
  const char *from; /* (nullable) and of those that link here */
} ties[] = {
  { "guide", N_("Project Guide"), NULL },
  { "part-of", N_("Part Of"), N_("Contains") },
  { "uses", N_("Uses"), N_("Used By") },
  { "law", N_("Law"), N_("Law For") },
  { "eases", N_("Eases"), N_("Eased By") },
  { "see-also", N_("See Also"), NULL },
  { "guide", NULL, N_("Guide For") },
  { WB_LINK_MENTIONS, NULL, N_("Mentioned In") },
};

/* A list that is being filled. */
typedef struct
{
  const char *title;
  guint n_rows;

  /* Borrowed from the box */
  GtkWidget *list; /* made for the first row */
} List;

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

/* Adds a row unless the entry is there already. */
static void
add_row (WbRelatedLinks *self,
         List           *list,
         const char     *id,
         const char     *title,
         WbKind          kind)
{
  GtkWidget *row;

  if (!g_hash_table_add (self->shown, g_strdup (id)))
    return;

  if (list->list == NULL)
    list->list = add_list (self, list->title);
  list->n_rows++;

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
  gtk_widget_set_visible (row, list->n_rows <= N_ROWS);
  gtk_list_box_append (GTK_LIST_BOX (list->list), row);
}

/* The focus stays at its place: on the first row that was hidden. */
static void
show_all_cb (GtkWidget *row)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  GtkWidget *next = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), N_ROWS));

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, TRUE);
  gtk_widget_grab_focus (next);
  gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

/* One row more would not be worth the click. */
static void
finish_list (List *list)
{
  GtkWidget *row;
  g_autofree char *title = NULL;

  if (list->n_rows <= N_ROWS)
    return;

  /* Translators: unfolds a list of entries; %u is how many it holds */
  title = g_strdup_printf (_("Show All %u"), list->n_rows);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "activatable", TRUE, NULL);
  g_signal_connect (row, "activated", G_CALLBACK (show_all_cb), NULL);
  gtk_list_box_append (GTK_LIST_BOX (list->list), row);
}

static void
add_links (WbRelatedLinks *self,
           WbLibrary      *library,
           WbItem         *item,
           const char     *rel,
           List           *list)
{
  GPtrArray *links = wb_item_get_links (item);

  for (guint i = 0; i < links->len; i++)
    {
      const WbLink *link = g_ptr_array_index (links, i);
      g_autofree char *found = NULL;
      WbKind kind;

      if (g_str_equal (link->rel, rel) && wb_library_lookup (library, link->target, &found, &kind))
        add_row (self, list, link->target, found, kind);
    }
}

static void
add_backlinks (WbRelatedLinks *self,
               WbLibrary      *library,
               WbItem         *item,
               const char     *rel,
               List           *list)
{
  g_autoptr (GListModel) hits = wb_library_list_backlinks (library, wb_item_get_id (item), rel, NULL);
  const guint n = hits != NULL ? g_list_model_get_n_items (hits) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);

      add_row (self, list, wb_hit_get_id (hit), wb_hit_get_title (hit), wb_hit_get_kind (hit));
    }
}

/* "See also" is the same from either end, so both stand in one list; of other ties each direction has its own. */
static void
add_tie (WbRelatedLinks *self,
         WbLibrary      *library,
         WbItem         *item,
         guint           tie)
{
  List to = { ties[tie].to != NULL ? _(ties[tie].to) : NULL };
  List from = { ties[tie].from != NULL ? _(ties[tie].from) : NULL };
  const gboolean both = g_str_equal (ties[tie].rel, "see-also");

  if (to.title != NULL)
    add_links (self, library, item, ties[tie].rel, &to);
  if (from.title != NULL || both)
    add_backlinks (self, library, item, ties[tie].rel, both ? &to : &from);
  finish_list (&to);
  finish_list (&from);
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
    add_tie (self, library, item, i);

  gtk_widget_set_visible (GTK_WIDGET (self), g_hash_table_size (self->shown) > 0);
}

guint
wb_related_links_get_n_links (WbRelatedLinks *self)
{
  g_return_val_if_fail (WB_IS_RELATED_LINKS (self), 0);

  return g_hash_table_size (self->shown);
}
