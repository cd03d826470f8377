/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-section.h"

typedef struct
{
  gboolean sidebar_button;

  /* Owned */
  WbServices *services;
} WbSectionPrivate;

enum
{
  PROP_SERVICES = 1,
  PROP_SIDEBAR_BUTTON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WbSection, wb_section, ADW_TYPE_BIN)

static void
set_sidebar_button (WbSection *self,
                    gboolean   sidebar_button)
{
  WbSectionPrivate *priv = wb_section_get_instance_private (self);

  if (priv->sidebar_button == sidebar_button)
    return;

  priv->sidebar_button = sidebar_button;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_BUTTON]);
}

static void
wb_section_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  WbSectionPrivate *priv = wb_section_get_instance_private (WB_SECTION (object));

  switch (prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, priv->services);
      break;
    case PROP_SIDEBAR_BUTTON:
      g_value_set_boolean (value, priv->sidebar_button);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_section_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  WbSectionPrivate *priv = wb_section_get_instance_private (WB_SECTION (object));

  switch (prop_id)
    {
    case PROP_SERVICES:
      priv->services = g_value_dup_object (value);
      break;
    case PROP_SIDEBAR_BUTTON:
      set_sidebar_button (WB_SECTION (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_section_finalize (GObject *object)
{
  WbSectionPrivate *priv = wb_section_get_instance_private (WB_SECTION (object));

  g_clear_object (&priv->services);

  G_OBJECT_CLASS (wb_section_parent_class)->finalize (object);
}

static void
wb_section_class_init (WbSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wb_section_get_property;
  object_class->set_property = wb_section_set_property;
  object_class->finalize = wb_section_finalize;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, WB_TYPE_SERVICES,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_BUTTON] =
    g_param_spec_boolean ("sidebar-button", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wb_section_init (WbSection *self)
{
}

WbServices *
wb_section_get_services (WbSection *self)
{
  WbSectionPrivate *priv = wb_section_get_instance_private (self);

  g_return_val_if_fail (WB_IS_SECTION (self), NULL);

  return priv->services;
}

WbLibrary *
wb_section_get_library (WbSection *self)
{
  return wb_services_get_library (wb_section_get_services (self));
}

WbUserStore *
wb_section_get_store (WbSection *self)
{
  return wb_services_get_store (wb_section_get_services (self));
}

gboolean
wb_section_get_sidebar_button (WbSection *self)
{
  WbSectionPrivate *priv = wb_section_get_instance_private (self);

  g_return_val_if_fail (WB_IS_SECTION (self), FALSE);

  return priv->sidebar_button;
}
