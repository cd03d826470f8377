/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-projects-page.h"

struct _WbProjectsPage
{
  AdwBin parent_instance;

  /* Owned */
  WbServices *services;

  /* State */
  gboolean sidebar_button;
};

enum
{
  PROP_0,
  PROP_SERVICES,
  PROP_SIDEBAR_BUTTON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WbProjectsPage, wb_projects_page, ADW_TYPE_BIN)

static void
wb_projects_page_dispose (GObject *object)
{
  WbProjectsPage *self = WB_PROJECTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_PROJECTS_PAGE);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (wb_projects_page_parent_class)->dispose (object);
}

static void
wb_projects_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  WbProjectsPage *self = WB_PROJECTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, self->services);
      break;
    case PROP_SIDEBAR_BUTTON:
      g_value_set_boolean (value, self->sidebar_button);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_projects_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  WbProjectsPage *self = WB_PROJECTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    case PROP_SIDEBAR_BUTTON:
      if (self->sidebar_button != g_value_get_boolean (value))
        {
          self->sidebar_button = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_projects_page_class_init (WbProjectsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_projects_page_dispose;
  object_class->get_property = wb_projects_page_get_property;
  object_class->set_property = wb_projects_page_set_property;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, WB_TYPE_SERVICES,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_BUTTON] =
    g_param_spec_boolean ("sidebar-button", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-projects-page.ui");
}

static void
wb_projects_page_init (WbProjectsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_projects_page_new (WbServices *services)
{
  return g_object_new (WB_TYPE_PROJECTS_PAGE, "services", services, NULL);
}
