/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-learn-page.h"

#include <glib/gi18n.h>

#include "wb-course-card.h"

struct _WbLearnPage
{
  AdwBin parent_instance;

  gboolean sidebar_button;

  /* Template widgets */
  GtkWidget *back_button;
  GtkBox *courses;
  GtkStack *stack;
  AdwStatusPage *message;

  /* Owned */
  WbServices *services;
};

enum
{
  PROP_SERVICES = 1,
  PROP_SIDEBAR_BUTTON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WbLearnPage, wb_learn_page, ADW_TYPE_BIN)

static void
add_course (WbLearnPage *self,
            WbItem      *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *card = wb_course_card_new (self->services, wb_item_get_id (item));
  GtkWidget *summary = gtk_label_new (wb_item_get_summary (item));

  if (card == NULL)
    return;

  gtk_label_set_wrap (GTK_LABEL (summary), TRUE);
  gtk_label_set_xalign (GTK_LABEL (summary), 0);
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), summary);
  gtk_box_append (self->courses, box);
}

static void
update (WbLearnPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) items = wb_library_list (wb_services_get_library (self->services), WB_KIND_COURSE, &error);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->courses))) != NULL)
    gtk_box_remove (self->courses, child);

  if (items == NULL)
    {
      g_autofree char *reason = g_markup_escape_text (error->message, -1);

      adw_status_page_set_title (self->message, _("The Learning Paths Could Not Be Read"));
      adw_status_page_set_description (self->message, reason);
    }
  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WbItem) item = g_list_model_get_item (items, i);

      add_course (self, item);
    }
  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_widget_get_first_child (GTK_WIDGET (self->courses)) != NULL ? "courses"
                                                                                                    : "message");
}

static void
wb_learn_page_constructed (GObject *object)
{
  WbLearnPage *self = WB_LEARN_PAGE (object);

  G_OBJECT_CLASS (wb_learn_page_parent_class)->constructed (object);

  g_signal_connect_object (wb_services_get_store (self->services), "learning-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
wb_learn_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  WbLearnPage *self = WB_LEARN_PAGE (object);

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
wb_learn_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  WbLearnPage *self = WB_LEARN_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    case PROP_SIDEBAR_BUTTON:
      if (self->sidebar_button != g_value_get_boolean (value))
        {
          self->sidebar_button = g_value_get_boolean (value);
          gtk_widget_set_visible (self->back_button, self->sidebar_button);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_learn_page_finalize (GObject *object)
{
  WbLearnPage *self = WB_LEARN_PAGE (object);

  g_clear_object (&self->services);

  G_OBJECT_CLASS (wb_learn_page_parent_class)->finalize (object);
}

static void
wb_learn_page_class_init (WbLearnPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = wb_learn_page_constructed;
  object_class->get_property = wb_learn_page_get_property;
  object_class->set_property = wb_learn_page_set_property;
  object_class->finalize = wb_learn_page_finalize;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, WB_TYPE_SERVICES,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_BUTTON] =
    g_param_spec_boolean ("sidebar-button", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-learn-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, courses);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, message);
}

static void
wb_learn_page_init (WbLearnPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_learn_page_new (WbServices *services)
{
  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  return g_object_new (WB_TYPE_LEARN_PAGE, "services", services, NULL);
}
