/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-town-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wb-focus-pass.h"
#include "wb-fold.h"

/* Rows beyond are reached by typing on. */
#define MAX_RESULTS 500

struct _WbTownChooser
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkSearchEntry *entry;
  GtkToggleButton *municipalities_button;
  GtkToggleButton *others_button;
  GtkLabel *status;
  GtkListView *list;
  GtkStack *stack;
  AdwStatusPage *message;
  GtkLabel *source;

  /* Owned */
  WbServices *services;
  GtkSingleSelection *selection;
  GCancellable *cancellable;

  /* Borrowed from the services; NULL until loaded */
  WbRegister *reg;
};

enum
{
  PROP_SERVICES = 1,
  PROP_TOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WbTownChooser, wb_town_chooser, GTK_TYPE_WIDGET)

char *
wb_town_describe (WbMunicipality *town)
{
  const char *district = wb_municipality_get_district (town);
  const char *association = wb_municipality_get_association (town);
  const char *name = wb_municipality_get_name (town);
  g_autoptr (GString) text = g_string_new (wb_municipality_get_kind (town));

  if (*district != '\0' && !g_str_equal (district, name))
    g_string_append_printf (text, " · %s", district);
  if (*association != '\0' && !g_str_equal (association, name) && !g_str_equal (association, district))
    g_string_append_printf (text, " · %s", association);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
wb_town_describe_size (WbMunicipality *town)
{
  guint population = wb_municipality_get_population (town);

  return g_strdup_printf (ngettext ("%'u inhabitant", "%'u inhabitants", population), population);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              WbTownChooser            *self)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/wb-town-row.ui");
  GtkWidget *row = GTK_WIDGET (gtk_builder_get_object (builder, "row"));
  static const char *const parts[] = { "name", "detail", "state", "size", "radio", NULL };

  for (guint i = 0; parts[i] != NULL; i++)
    g_object_set_data (G_OBJECT (row), parts[i], gtk_builder_get_object (builder, parts[i]));
  g_object_bind_property (item, "selected", gtk_builder_get_object (builder, "radio"), "active",
                          G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             WbTownChooser            *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  WbMunicipality *town = gtk_list_item_get_item (item);
  g_autofree char *detail = wb_town_describe (town);
  g_autofree char *size = wb_town_describe_size (town);
  g_autofree char *label = NULL;

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "name"), wb_municipality_get_name (town));
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "detail"), detail);
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "state"), wb_municipality_get_state (town));
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "size"), size);
  label = g_strdup_printf ("%s, %s, %s, %s", wb_municipality_get_name (town), detail,
                           wb_municipality_get_state (town), size);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* The focus is on the list's own widget around the row. */
  if (gtk_widget_get_parent (row) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    label, -1);
}

static void
show_message (WbTownChooser *self,
              const char    *title,
              const char    *description)
{
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, description);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

/* The place of the one result that is called just as typed; GTK_INVALID_LIST_POSITION when there are several, or none. */
static guint
find_exact (GListModel *model,
            const char *text)
{
  g_autofree char *typed = wb_fold_spelled (text);
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (WbMunicipality) town = g_list_model_get_item (model, i);
      g_autofree char *name = wb_fold_spelled (wb_municipality_get_short_name (town));

      if (!g_str_equal (name, typed))
        continue;
      if (found != GTK_INVALID_LIST_POSITION)
        return GTK_INVALID_LIST_POSITION;
      found = i;
    }

  return found;
}

static void
update_results (WbTownChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean municipalities = gtk_toggle_button_get_active (self->municipalities_button);
  g_autoptr (GListModel) model = NULL;
  g_autofree char *status = NULL;
  guint n;

  if (self->reg == NULL)
    return;

  if (*text == '\0')
    {
      gtk_single_selection_set_model (self->selection, NULL);
      gtk_label_set_label (self->status, "");
      show_message (self, _("Type the Name or the Postcode"),
                    _("A part of the name is enough. Names that occur several times are told apart by county and Land."));
      return;
    }

  model = wb_register_search (self->reg, text, municipalities, MAX_RESULTS);
  n = g_list_model_get_n_items (model);
  gtk_single_selection_set_model (self->selection, model);
  status = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  gtk_label_set_label (self->status, status);
  if (n == 0)
    show_message (self, _("Nothing Found"),
                  municipalities ? _("Check the spelling, or look among counties and associations.")
                                 : _("Check the spelling, or look among municipalities."));
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
  /* Somebody who typed a name that exists once need not choose again. */
  gtk_single_selection_set_selected (self->selection, n == 1 ? 0 : find_exact (model, text));
}

static void
register_ready_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  WbRegister *reg = wb_services_get_register_finish (WB_SERVICES (source), result, &error);
  WbTownChooser *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = WB_TOWN_CHOOSER (user_data);
  if (reg == NULL)
    {
      g_autofree char *reason = g_markup_escape_text (error->message, -1);

      show_message (self, _("The Register Could Not Be Read"), reason);
      return;
    }
  self->reg = reg;
  update_results (self);
}

static void
selected_cb (WbTownChooser *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOWN]);
}

static gboolean
entry_key_cb (WbTownChooser         *self,
              guint                  key,
              guint                  code,
              GdkModifierType        state,
              GtkEventControllerKey *controller)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
      || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return GDK_EVENT_PROPAGATE;

  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return GDK_EVENT_STOP;
}

static gboolean
wb_town_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WB_TOWN_CHOOSER (widget)->entry));
}

static void
wb_town_chooser_constructed (GObject *object)
{
  WbTownChooser *self = WB_TOWN_CHOOSER (object);

  G_OBJECT_CLASS (wb_town_chooser_parent_class)->constructed (object);

  wb_services_get_register_async (self->services, self->cancellable, register_ready_cb, self);
}

static void
wb_town_chooser_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WbTownChooser *self = WB_TOWN_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, self->services);
      break;
    case PROP_TOWN:
      g_value_set_object (value, wb_town_chooser_get_town (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_town_chooser_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WbTownChooser *self = WB_TOWN_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_town_chooser_dispose (GObject *object)
{
  WbTownChooser *self = WB_TOWN_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_TOWN_CHOOSER);
  g_clear_object (&self->selection);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (wb_town_chooser_parent_class)->dispose (object);
}

static void
wb_town_chooser_class_init (WbTownChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = wb_town_chooser_constructed;
  object_class->get_property = wb_town_chooser_get_property;
  object_class->set_property = wb_town_chooser_set_property;
  object_class->dispose = wb_town_chooser_dispose;
  widget_class->grab_focus = wb_town_chooser_grab_focus;
  widget_class->focus = wb_focus_pass;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, WB_TYPE_SERVICES,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOWN] =
    g_param_spec_object ("town", NULL, NULL, WB_TYPE_MUNICIPALITY,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-town-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, WbTownChooser, box);
  gtk_widget_class_bind_template_child (widget_class, WbTownChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, WbTownChooser, municipalities_button);
  gtk_widget_class_bind_template_child (widget_class, WbTownChooser, others_button);
  gtk_widget_class_bind_template_child (widget_class, WbTownChooser, status);
  gtk_widget_class_bind_template_child (widget_class, WbTownChooser, list);
  gtk_widget_class_bind_template_child (widget_class, WbTownChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, WbTownChooser, message);
  gtk_widget_class_bind_template_child (widget_class, WbTownChooser, source);
  gtk_widget_class_bind_template_callback (widget_class, update_results);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
}

static void
wb_town_chooser_init (WbTownChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_label_set_label (self->source, wb_register_get_source ());
  g_object_unref (factory);
}

GtkWidget *
wb_town_chooser_new (WbServices *services)
{
  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  return g_object_new (WB_TYPE_TOWN_CHOOSER, "services", services, NULL);
}

WbMunicipality *
wb_town_chooser_get_town (WbTownChooser *self)
{
  g_return_val_if_fail (WB_IS_TOWN_CHOOSER (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}
