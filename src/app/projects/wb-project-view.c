/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-view.h"

struct _WbProjectView
{
  AdwBin parent_instance;

  /* Owned */
  WbServices *services;
  WbProjectFile *file;
  WbGuide *guide;
};

enum
{
  PROP_0,
  PROP_SERVICES,
  PROP_FILE,
  PROP_GUIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WbProjectView, wb_project_view, ADW_TYPE_BIN)

static void
wb_project_view_dispose (GObject *object)
{
  WbProjectView *self = WB_PROJECT_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_PROJECT_VIEW);
  g_clear_object (&self->services);
  g_clear_object (&self->file);
  g_clear_object (&self->guide);

  G_OBJECT_CLASS (wb_project_view_parent_class)->dispose (object);
}

static void
wb_project_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WbProjectView *self = WB_PROJECT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, self->services);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_GUIDE:
      g_value_set_object (value, self->guide);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_project_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WbProjectView *self = WB_PROJECT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    case PROP_FILE:
      self->file = g_value_dup_object (value);
      break;
    case PROP_GUIDE:
      self->guide = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_project_view_class_init (WbProjectViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_project_view_dispose;
  object_class->get_property = wb_project_view_get_property;
  object_class->set_property = wb_project_view_set_property;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, WB_TYPE_SERVICES,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, WB_TYPE_PROJECT_FILE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GUIDE] =
    g_param_spec_object ("guide", NULL, NULL, WB_TYPE_GUIDE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-project-view.ui");
}

static void
wb_project_view_init (WbProjectView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_project_view_new (WbServices    *services,
                     WbProjectFile *file,
                     WbGuide       *guide)
{
  return g_object_new (WB_TYPE_PROJECT_VIEW,
                       "services", services,
                       "file", file,
                       "guide", guide,
                       NULL);
}

WbProjectFile *
wb_project_view_get_file (WbProjectView *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_VIEW (self), NULL);

  return self->file;
}

gboolean
wb_project_view_flush (WbProjectView  *self,
                       GError        **error)
{
  g_return_val_if_fail (WB_IS_PROJECT_VIEW (self), FALSE);

  return wb_project_file_flush (self->file, error);
}
