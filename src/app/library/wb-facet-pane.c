/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-facet-pane.h"

#include <glib/gi18n-lib.h>

#include "wb-collections-box.h"

/* Values of a facet that are shown before somebody asks for more. */
#define N_VALUES 6

/* What is narrowed down by most stands open; the others are a click away. */
static const char *const open_groups[] = { "kind", "domain", "size", "effort", NULL };

/* A facet with its part of the pane. */
typedef struct
{
  gboolean all; /* the user asked to see all values */

  /* Owned */
  char *facet;
  char *title;
  GPtrArray *rows; /* Row, borrowed from the pane */

  /* Borrowed from the pane */
  GtkWidget *expander;
  GtkWidget *box;
  GtkWidget *more; /* folds the rest of the values away */
} Group;

/* A value with its line in the pane. */
typedef struct
{
  guint count;
  guint kinds; /* that have it, as bits */

  /* Owned */
  char *facet;
  char *value;
  char *label;

  /* Borrowed from the group */
  GtkWidget *button;
  GtkWidget *number;
} Row;

struct _WbFacetPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkBox *groups_box;
  GtkWidget *clear_button;
  WbCollectionsBox *collections;

  /* Owned */
  WbVocabulary *vocabulary;
  GPtrArray *groups; /* Group, in the order shown */
  GPtrArray *rows;   /* Row, in the order shown */

  /* State */
  guint n_active;
  gboolean quiet; /* several boxes are being changed; one signal will do */
};

G_DEFINE_FINAL_TYPE (WbFacetPane, wb_facet_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_N_ACTIVE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->facet);
  g_free (row->value);
  g_free (row->label);
  g_free (row);
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->facet);
  g_free (group->title);
  g_ptr_array_unref (group->rows);
  g_free (group);
}

static gboolean
row_is_active (const Row *row)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (row->button));
}

static void
update_n_active (WbFacetPane *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += row_is_active (g_ptr_array_index (self->rows, i)) ? 1 : 0;

  if (n == self->n_active)
    return;

  self->n_active = n;
  gtk_widget_set_visible (self->clear_button, n > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ACTIVE]);
}

static void
update_row (Row *row)
{
  g_autofree char *number = g_strdup_printf ("%u", row->count);
  g_autofree char *name = NULL;

  /* Translators: a filter and how many entries it would bring, for screen readers: "Playbooks, 3 entries" */
  name = g_strdup_printf (ngettext ("%s, %u entry", "%s, %u entries", row->count), row->label, row->count);
  gtk_label_set_text (GTK_LABEL (row->number), number);
  gtk_widget_set_sensitive (row->button, row->count > 0 || row_is_active (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The kinds that are ticked, as bits; all of them when none is. */
static guint
get_kinds (WbFacetPane *self)
{
  guint kinds = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->facet, "kind") && row_is_active (row))
        kinds |= row->kinds;
    }

  return kinds != 0 ? kinds : G_MAXUINT;
}

/* What is ticked goes first, then what would bring something, then the rest, until the group is full. */
static guint
rank_row (const Row *row)
{
  return row_is_active (row) ? 0 : row->count > 0 ? 1 : 2;
}

static gboolean
row_applies (const Row *row,
             guint      kinds)
{
  if (row_is_active (row))
    return TRUE;
  /* Kinds can be added to each other; being due for a check is no merit. */
  if (g_str_equal (row->facet, "kind"))
    return row->kinds != 0;
  if (g_str_equal (row->facet, WB_FACET_REVIEW))
    return row->count > 0;

  return (row->kinds & kinds) != 0;
}

static void
update_title (Group *group)
{
  g_autofree char *text = NULL;
  guint n_active = 0;

  for (guint i = 0; i < group->rows->len; i++)
    n_active += row_is_active (g_ptr_array_index (group->rows, i)) ? 1 : 0;

  text = n_active > 0 ? g_strdup_printf ("%s (%u)", group->title, n_active) : g_strdup (group->title);
  if (g_strcmp0 (gtk_expander_get_label (GTK_EXPANDER (group->expander)), text) == 0)
    return;

  gtk_expander_set_label (GTK_EXPANDER (group->expander), text);
  gtk_widget_add_css_class (gtk_expander_get_label_widget (GTK_EXPANDER (group->expander)), "facet-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_more (Group *group,
             guint  n_applying)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (group->more, n_applying > N_VALUES);
  if (n_applying <= N_VALUES)
    return;

  /* Translators: unfolds so many more values of a filter */
  text = group->all ? g_strdup (_("Fewer")) : g_strdup_printf (_("%u more"), n_applying - N_VALUES);
  /* Translators: for screen readers: the filter's name and "8 more", or "Fewer" */
  name = g_strdup_printf (_("%s, %s"), group->title, text);
  gtk_button_set_label (GTK_BUTTON (group->more), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->more), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Decides which values of @group are on show: those that the kinds on show can have, the first few of them. */
static void
update_group (Group *group,
              guint  kinds)
{
  const guint most = group->all ? G_MAXUINT : N_VALUES;
  guint n_applying = 0;
  guint n_shown[3] = { 0, 0, 0 };
  guint room[3];

  for (guint i = 0; i < group->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (group->rows, i);

      if (!row_applies (row, kinds))
        continue;
      n_applying++;
      n_shown[rank_row (row)]++;
    }

  room[0] = n_shown[0];
  room[1] = most - MIN (most, room[0]);
  room[2] = room[1] - MIN (room[1], n_shown[1]);
  for (guint i = 0; i < group->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (group->rows, i);
      const gboolean visible = row_applies (row, kinds) && room[rank_row (row)] > 0;

      if (visible)
        room[rank_row (row)]--;
      gtk_widget_set_visible (row->button, visible);
    }

  gtk_widget_set_visible (group->expander, n_applying > 0);
  update_more (group, n_applying);
  update_title (group);
}

static void
update_groups (WbFacetPane *self)
{
  const guint kinds = get_kinds (self);

  for (guint i = 0; i < self->groups->len; i++)
    update_group (g_ptr_array_index (self->groups, i), kinds);
}

static void
toggled_cb (WbFacetPane *self)
{
  if (self->quiet)
    return;

  update_n_active (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
more_clicked_cb (WbFacetPane *self,
                 GtkWidget   *button)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      if (group->more == button)
        group->all = !group->all;
    }
  update_groups (self);
}

static GtkWidget *
new_row_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
add_row (WbFacetPane *self,
         Group       *group,
         const char  *value,
         const char  *label,
         guint        kinds)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Row *row = g_new0 (Row, 1);

  row->kinds = kinds;
  row->facet = g_strdup (group->facet);
  row->value = g_strdup (value);
  row->label = g_strdup (label);
  row->number = gtk_label_new (NULL);
  gtk_widget_set_valign (row->number, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row->number, "caption");
  gtk_widget_add_css_class (row->number, "dim-label");
  gtk_widget_add_css_class (row->number, "numeric");

  gtk_box_append (GTK_BOX (line), new_row_label (label));
  gtk_box_append (GTK_BOX (line), row->number);

  row->button = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (row->button), line);
  gtk_widget_set_visible (row->button, FALSE);
  gtk_widget_add_css_class (row->button, "facet");
  g_signal_connect_object (row->button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (group->box), row->button);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (group->rows, row);
  update_row (row);
}

static Group *
add_group (WbFacetPane *self,
           const char  *facet,
           const char  *title)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Group *group = g_new0 (Group, 1);

  group->facet = g_strdup (facet);
  group->title = g_strdup (title);
  group->rows = g_ptr_array_new ();
  group->box = g_object_new (GTK_TYPE_BOX,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                             "orientation", GTK_ORIENTATION_VERTICAL,
                             "spacing", 2,
                             NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  group->more = g_object_new (GTK_TYPE_BUTTON, "halign", GTK_ALIGN_START, "visible", FALSE, NULL);
  gtk_widget_add_css_class (group->more, "flat");
  gtk_widget_add_css_class (group->more, "small-button");
  g_signal_connect_object (group->more, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (content), group->box);
  gtk_box_append (GTK_BOX (content), group->more);
  group->expander = gtk_expander_new (NULL);
  gtk_expander_set_child (GTK_EXPANDER (group->expander), content);
  gtk_expander_set_expanded (GTK_EXPANDER (group->expander), g_strv_contains (open_groups, facet));
  gtk_widget_set_visible (group->expander, FALSE);
  gtk_box_append (self->groups_box, group->expander);
  g_ptr_array_add (self->groups, group);

  return group;
}

static void
add_kinds (WbFacetPane *self,
           WbLibrary   *library)
{
  Group *group = add_group (self, "kind", _("Kind"));

  /* What there is nothing of cannot be asked for either. */
  for (guint i = 0; i < WB_N_KINDS; i++)
    add_row (self, group, wb_kind_to_string (i), wb_kind_get_plural (i), wb_library_count (library, i) > 0 ? 1u << i : 0);
}

static void
add_facet (WbFacetPane   *self,
           WbLibrary     *library,
           const WbFacet *facet)
{
  Group *group = add_group (self, facet->id, facet->label);

  for (guint i = 0; i < facet->values->len; i++)
    {
      const WbTerm *term = g_ptr_array_index (facet->values, i);

      add_row (self, group, term->id, term->label, wb_library_get_kinds (library, facet->id, term->id));
    }
}

static void
add_review (WbFacetPane *self)
{
  /* Translators: a filter by whether an entry's statements were looked at again in time */
  Group *group = add_group (self, WB_FACET_REVIEW, _("Up to Date"));

  /* Translators: of entries that should have been looked at again by now */
  add_row (self, group, WB_REVIEW_DUE, _("Check due"), G_MAXUINT);
}

static void
wb_facet_pane_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_ACTIVE:
      g_value_set_uint (value, WB_FACET_PANE (object)->n_active);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_facet_pane_dispose (GObject *object)
{
  WbFacetPane *self = WB_FACET_PANE (object);

  self->quiet = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_FACET_PANE);
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->vocabulary);

  G_OBJECT_CLASS (wb_facet_pane_parent_class)->dispose (object);
}

static void
wb_facet_pane_finalize (GObject *object)
{
  g_ptr_array_unref (WB_FACET_PANE (object)->groups);
  g_ptr_array_unref (WB_FACET_PANE (object)->rows);

  G_OBJECT_CLASS (wb_facet_pane_parent_class)->finalize (object);
}

static void
wb_facet_pane_class_init (WbFacetPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_facet_pane_dispose;
  object_class->finalize = wb_facet_pane_finalize;
  object_class->get_property = wb_facet_pane_get_property;

  properties[PROP_N_ACTIVE] =
    g_param_spec_uint ("n-active", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", WB_TYPE_FACET_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (WB_TYPE_COLLECTIONS_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-facet-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WbFacetPane, groups_box);
  gtk_widget_class_bind_template_child (widget_class, WbFacetPane, clear_button);
  gtk_widget_class_bind_template_child (widget_class, WbFacetPane, collections);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_facet_pane_init (WbFacetPane *self)
{
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wb_facet_pane_set_library (WbFacetPane *self,
                           WbLibrary   *library)
{
  GPtrArray *facets;

  g_return_if_fail (WB_IS_FACET_PANE (self));
  g_return_if_fail (WB_IS_LIBRARY (library));
  g_return_if_fail (self->vocabulary == NULL);

  self->vocabulary = g_object_ref (wb_library_get_vocabulary (library));
  facets = wb_vocabulary_get_facets (self->vocabulary);
  add_kinds (self, library);
  for (guint i = 0; i < facets->len; i++)
    add_facet (self, library, g_ptr_array_index (facets, i));
  add_review (self);
}

void
wb_facet_pane_set_store (WbFacetPane *self,
                         WbUserStore *store)
{
  g_return_if_fail (WB_IS_FACET_PANE (self));

  wb_collections_box_set_store (self->collections, store);
}

void
wb_facet_pane_set_result (WbFacetPane *self,
                          WbResult    *result)
{
  g_return_if_fail (WB_IS_FACET_PANE (self));
  g_return_if_fail (WB_IS_RESULT (result));

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      row->count = wb_result_get_count (result, row->facet, row->value);
      update_row (row);
    }
  update_groups (self);
}

void
wb_facet_pane_apply (WbFacetPane *self,
                     WbQuery     *query)
{
  g_return_if_fail (WB_IS_FACET_PANE (self));
  g_return_if_fail (query != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (row_is_active (row))
        wb_query_add_value (query, row->facet, row->value);
    }
}

guint
wb_facet_pane_get_n_active (WbFacetPane *self)
{
  g_return_val_if_fail (WB_IS_FACET_PANE (self), 0);

  return self->n_active;
}

GArray *
wb_facet_pane_list_active (WbFacetPane *self)
{
  GArray *active;

  g_return_val_if_fail (WB_IS_FACET_PANE (self), NULL);

  active = g_array_new (FALSE, FALSE, sizeof (WbActiveFilter));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      WbActiveFilter filter = { row->facet, row->value, row->label };

      if (row_is_active (row))
        g_array_append_val (active, filter);
    }

  return active;
}

/* What was ticked from elsewhere must not be hidden in a folded group. */
static void
reveal_group (WbFacetPane *self,
              const char  *facet)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      if (g_str_equal (group->facet, facet))
        gtk_expander_set_expanded (GTK_EXPANDER (group->expander), TRUE);
    }
}

void
wb_facet_pane_set_active (WbFacetPane *self,
                          const char  *facet,
                          const char  *value,
                          gboolean     active)
{
  g_return_if_fail (WB_IS_FACET_PANE (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (row->facet, facet) != 0 || g_strcmp0 (row->value, value) != 0)
        continue;

      gtk_check_button_set_active (GTK_CHECK_BUTTON (row->button), active);
      update_row (row);
      if (active)
        reveal_group (self, facet);
    }
}

void
wb_facet_pane_clear (WbFacetPane *self,
                     const char  *facet)
{
  const guint before = self->n_active;

  g_return_if_fail (WB_IS_FACET_PANE (self));

  self->quiet = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (facet == NULL || g_str_equal (row->facet, facet))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (row->button), FALSE);
    }
  self->quiet = FALSE;

  update_n_active (self);
  if (self->n_active != before)
    g_signal_emit (self, signals[CHANGED], 0);
}

int
wb_facet_pane_get_count (WbFacetPane *self,
                         const char  *facet,
                         const char  *value)
{
  g_return_val_if_fail (WB_IS_FACET_PANE (self), -1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (row->facet, facet) == 0 && g_strcmp0 (row->value, value) == 0)
        return row->count;
    }

  return -1;
}

static gboolean
group_is_active (const Group *group)
{
  for (guint i = 0; i < group->rows->len; i++)
    if (row_is_active (g_ptr_array_index (group->rows, i)))
      return TRUE;

  return FALSE;
}

GPtrArray *
wb_facet_pane_find_obstacles (WbFacetPane *self,
                              WbResult    *result)
{
  GPtrArray *obstacles;

  g_return_val_if_fail (WB_IS_FACET_PANE (self), NULL);
  g_return_val_if_fail (WB_IS_RESULT (result), NULL);

  obstacles = g_ptr_array_new ();
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);

      if (group_is_active (group) && wb_result_get_n_without (result, group->facet) > 0)
        g_ptr_array_add (obstacles, group->facet);
    }

  return obstacles;
}

const char *
wb_facet_pane_get_label (WbFacetPane *self,
                         const char  *facet)
{
  g_return_val_if_fail (WB_IS_FACET_PANE (self), NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);

      if (g_strcmp0 (group->facet, facet) == 0)
        return group->title;
    }

  return facet;
}

gboolean
wb_facet_pane_shows (WbFacetPane *self,
                     const char  *facet,
                     const char  *value)
{
  g_return_val_if_fail (WB_IS_FACET_PANE (self), FALSE);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);

      if (g_strcmp0 (group->facet, facet) != 0 || !gtk_widget_get_visible (group->expander))
        continue;
      for (guint j = 0; value != NULL && j < group->rows->len; j++)
        {
          const Row *row = g_ptr_array_index (group->rows, j);

          if (g_str_equal (row->value, value))
            return gtk_widget_get_visible (row->button);
        }
      return value == NULL;
    }

  return FALSE;
}
