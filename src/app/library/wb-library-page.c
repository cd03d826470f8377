/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-page.h"

struct _WbLibraryPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwHeaderBar *header_bar;

  /* Owned */
  WbServices *services;

  /* State */
  gboolean sidebar_button;
};

G_DEFINE_FINAL_TYPE (WbLibraryPage, wb_library_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SERVICES,
  PROP_SIDEBAR_BUTTON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_sidebar_button (WbLibraryPage *self,
                    gboolean       sidebar_button)
{
  if (self->sidebar_button == sidebar_button)
    return;

  self->sidebar_button = sidebar_button;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_BUTTON]);
}

static void
wb_library_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (object);

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
wb_library_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;

    case PROP_SIDEBAR_BUTTON:
      set_sidebar_button (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_library_page_dispose (GObject *object)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_LIBRARY_PAGE);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (wb_library_page_parent_class)->dispose (object);
}

static void
wb_library_page_class_init (WbLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_library_page_dispose;
  object_class->get_property = wb_library_page_get_property;
  object_class->set_property = wb_library_page_set_property;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, WB_TYPE_SERVICES,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_BUTTON] =
    g_param_spec_boolean ("sidebar-button", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, header_bar);
}

static void
wb_library_page_init (WbLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_library_page_new (WbServices *services)
{
  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  return g_object_new (WB_TYPE_LIBRARY_PAGE, "services", services, NULL);
}

void
wb_library_page_open (WbLibraryPage *self,
                      const char    *id,
                      const char    *anchor)
{
  g_return_if_fail (WB_IS_LIBRARY_PAGE (self));
  g_return_if_fail (id != NULL);
}

void
wb_library_page_search (WbLibraryPage *self,
                        const char    *text)
{
  g_return_if_fail (WB_IS_LIBRARY_PAGE (self));
}

void
wb_library_page_show_kind (WbLibraryPage *self,
                           const char    *kind)
{
  g_return_if_fail (WB_IS_LIBRARY_PAGE (self));
}
