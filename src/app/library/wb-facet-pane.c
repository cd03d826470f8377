/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-facet-pane.h"

#include <glib/gi18n-lib.h>

/* The order in which the facets stand; kinds are treated as one of them. */
static const char *const facet_order[] = {
  "kind", "domain", "effect", "size", "effort", "state", "evidence",
};

/* A value with its line in the pane. */
typedef struct
{
  guint count;

  /* Owned */
  char *facet;
  char *value;
  char *label;

  /* Borrowed from the group */
  GtkWidget *group; /* hidden as long as all its values are */
  GtkWidget *button;
  GtkWidget *number;
} Row;

struct _WbFacetPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkBox *groups;
  GtkWidget *clear_button;

  /* Owned */
  WbVocabulary *vocabulary;
  GPtrArray *rows; /* Row */

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
  const gboolean active = row_is_active (row);
  g_autofree char *number = g_strdup_printf ("%u", row->count);
  g_autofree char *name = NULL;

  /* Translators: a filter and how many entries it would bring, for screen readers: "Playbooks, 3 entries" */
  name = g_strdup_printf (ngettext ("%s, %u entry", "%s, %u entries", row->count), row->label, row->count);
  gtk_label_set_text (GTK_LABEL (row->number), number);
  gtk_widget_set_sensitive (row->button, row->count > 0 || active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  if (row->count > 0 || active)
    {
      gtk_widget_set_visible (row->button, TRUE);
      gtk_widget_set_visible (row->group, TRUE);
    }
}

static void
toggled_cb (WbFacetPane *self)
{
  if (self->quiet)
    return;

  update_n_active (self);
  g_signal_emit (self, signals[CHANGED], 0);
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
         GtkWidget   *group,
         GtkWidget   *box,
         const char  *facet,
         const char  *value,
         const char  *label)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Row *row = g_new0 (Row, 1);

  row->facet = g_strdup (facet);
  row->value = g_strdup (value);
  row->label = g_strdup (label);
  row->group = group;
  row->number = gtk_label_new ("0");
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
  gtk_box_append (GTK_BOX (box), row->button);
  g_ptr_array_add (self->rows, row);
  update_row (row);
}

/* Adds a titled group and returns the box for its rows. The many Länder stay folded up. */
static GtkWidget *
add_group (WbFacetPane  *self,
           const char   *facet,
           const char   *title,
           GtkWidget   **group)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 2,
                                 NULL);
  GtkWidget *heading;

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (g_str_equal (facet, "state"))
    {
      *group = gtk_expander_new (title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (*group), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_expander_set_child (GTK_EXPANDER (*group), box);
      gtk_widget_add_css_class (gtk_expander_get_label_widget (GTK_EXPANDER (*group)), "facet-title");
    }
  else
    {
      *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      heading = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "facet-title");
      gtk_box_append (GTK_BOX (*group), heading);
      gtk_box_append (GTK_BOX (*group), box);
    }

  gtk_widget_set_visible (*group, FALSE);
  gtk_box_append (self->groups, *group);

  return box;
}

static void
add_kinds (WbFacetPane *self)
{
  GtkWidget *group;
  GtkWidget *box = add_group (self, "kind", _("Kind"), &group);

  for (guint i = 0; i < WB_N_KINDS; i++)
    add_row (self, group, box, "kind", wb_kind_to_string (i), wb_kind_get_plural (i));
}

static void
add_facet (WbFacetPane *self,
           const char  *id)
{
  const WbFacet *facet = wb_vocabulary_get_facet (self->vocabulary, id);
  GtkWidget *group;
  GtkWidget *box;

  if (facet == NULL)
    return;

  box = add_group (self, id, facet->label, &group);
  for (guint i = 0; i < facet->values->len; i++)
    {
      const WbTerm *term = g_ptr_array_index (facet->values, i);

      add_row (self, group, box, id, term->id, term->label);
    }
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
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->vocabulary);

  G_OBJECT_CLASS (wb_facet_pane_parent_class)->dispose (object);
}

static void
wb_facet_pane_finalize (GObject *object)
{
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

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-facet-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WbFacetPane, groups);
  gtk_widget_class_bind_template_child (widget_class, WbFacetPane, clear_button);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_facet_pane_init (WbFacetPane *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wb_facet_pane_set_vocabulary (WbFacetPane  *self,
                              WbVocabulary *vocabulary)
{
  g_return_if_fail (WB_IS_FACET_PANE (self));
  g_return_if_fail (WB_IS_VOCABULARY (vocabulary));
  g_return_if_fail (self->vocabulary == NULL);

  self->vocabulary = g_object_ref (vocabulary);
  for (gsize i = 0; i < G_N_ELEMENTS (facet_order); i++)
    if (g_str_equal (facet_order[i], "kind"))
      add_kinds (self);
    else
      add_facet (self, facet_order[i]);
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

      const guint count = wb_result_get_count (result, row->facet, row->value);

      if (count == row->count && gtk_widget_get_visible (row->button))
        continue;

      row->count = count;
      update_row (row);
    }
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
is_obstacle (WbFacetPane *self,
             WbResult    *result,
             const char  *facet)
{
  gboolean active = FALSE;
  gboolean found = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (!g_str_equal (row->facet, facet))
        continue;

      active |= row_is_active (row);
      found |= wb_result_get_count (result, row->facet, row->value) > 0;
    }

  return active && found;
}

GPtrArray *
wb_facet_pane_find_obstacles (WbFacetPane *self,
                              WbResult    *result)
{
  GPtrArray *obstacles;

  g_return_val_if_fail (WB_IS_FACET_PANE (self), NULL);
  g_return_val_if_fail (WB_IS_RESULT (result), NULL);

  obstacles = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (facet_order); i++)
    if (is_obstacle (self, result, facet_order[i]))
      g_ptr_array_add (obstacles, (gpointer) facet_order[i]);

  return obstacles;
}

const char *
wb_facet_pane_get_label (WbFacetPane *self,
                         const char  *facet)
{
  const WbFacet *found;

  g_return_val_if_fail (WB_IS_FACET_PANE (self), NULL);

  if (g_strcmp0 (facet, "kind") == 0)
    return _("Kind");

  found = self->vocabulary != NULL ? wb_vocabulary_get_facet (self->vocabulary, facet) : NULL;

  return found != NULL ? found->label : facet;
}
