/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-step-row.h"

#include <glib/gi18n-lib.h>

struct _WbStepRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;

  /* Borrowed from the guide */
  const WbStep *step;
};

G_DEFINE_FINAL_TYPE (WbStepRow, wb_step_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_icon (WbStepState state,
          gboolean    current)
{
  switch (state)
    {
    case WB_STEP_DONE:
      return "object-select-symbolic";
    case WB_STEP_SKIPPED:
      return "list-remove-symbolic";
    case WB_STEP_STARTED:
      return current ? "media-playback-start-symbolic" : "content-loading-symbolic";
    case WB_STEP_OPEN:
    default:
      return current ? "media-playback-start-symbolic" : "radio-symbolic";
    }
}

static char *
describe (WbStepRow   *self,
          WbStepState  state,
          gboolean     current)
{
  switch (state)
    {
    case WB_STEP_DONE:
      return g_strdup_printf (current ? _("%s, done, current") : _("%s, done"), self->step->title);
    case WB_STEP_SKIPPED:
      if (self->step->unless == NULL)
        return g_strdup_printf (_("%s, skipped"), self->step->title);
      /* Translators: %1 title of a step, %2 why it does not apply, a whole sentence that says so. */
      return g_strdup_printf (_("%1$s. %2$s"), self->step->title, self->step->unless);
    case WB_STEP_STARTED:
      return g_strdup_printf (current ? _("%s, begun, current") : _("%s, begun"), self->step->title);
    case WB_STEP_OPEN:
    default:
      return g_strdup_printf (current ? _("%s, current") : _("%s, open"), self->step->title);
    }
}

static void
wb_step_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_STEP_ROW);

  G_OBJECT_CLASS (wb_step_row_parent_class)->dispose (object);
}

static void
wb_step_row_class_init (WbStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_step_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WbStepRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WbStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, WbStepRow, subtitle);
}

static void
wb_step_row_init (WbStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_step_row_new (const WbStep *step)
{
  WbStepRow *self;

  g_return_val_if_fail (step != NULL, NULL);

  self = g_object_new (WB_TYPE_STEP_ROW, NULL);
  self->step = step;
  gtk_label_set_text (self->title, step->title);
  gtk_label_set_text (self->subtitle, step->unless != NULL ? step->unless : _("Does not apply"));

  return GTK_WIDGET (self);
}

const WbStep *
wb_step_row_get_step (WbStepRow *self)
{
  g_return_val_if_fail (WB_IS_STEP_ROW (self), NULL);

  return self->step;
}

void
wb_step_row_update (WbStepRow   *self,
                    WbStepState  state,
                    gboolean     current)
{
  g_autofree char *name = NULL;

  g_return_if_fail (WB_IS_STEP_ROW (self));

  name = describe (self, state, current);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_image_set_from_icon_name (self->icon, get_icon (state, current));
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), state == WB_STEP_SKIPPED);
  if (state == WB_STEP_DONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "done");
  if (state == WB_STEP_SKIPPED)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dim-label");
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
}
