/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-phase-row.h"

#include <glib/gi18n-lib.h>

struct _WbPhaseRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;

  /* Borrowed from the guide */
  const WbPhase *phase;

  /* State */
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (WbPhaseRow, wb_phase_row, GTK_TYPE_LIST_BOX_ROW)

static void
wb_phase_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_PHASE_ROW);

  G_OBJECT_CLASS (wb_phase_row_parent_class)->dispose (object);
}

static void
wb_phase_row_class_init (WbPhaseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_phase_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-phase-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WbPhaseRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WbPhaseRow, title);
  gtk_widget_class_bind_template_child (widget_class, WbPhaseRow, count);
}

static void
wb_phase_row_init (WbPhaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_phase_row_new (const WbPhase *phase)
{
  WbPhaseRow *self;

  g_return_val_if_fail (phase != NULL, NULL);

  self = g_object_new (WB_TYPE_PHASE_ROW, NULL);
  self->phase = phase;
  gtk_label_set_text (self->title, phase->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), phase->goal);

  return GTK_WIDGET (self);
}

const WbPhase *
wb_phase_row_get_phase (WbPhaseRow *self)
{
  g_return_val_if_fail (WB_IS_PHASE_ROW (self), NULL);

  return self->phase;
}

gboolean
wb_phase_row_get_expanded (WbPhaseRow *self)
{
  g_return_val_if_fail (WB_IS_PHASE_ROW (self), FALSE);

  return self->expanded;
}

void
wb_phase_row_update (WbPhaseRow *self,
                     WbProgress  progress,
                     gboolean    expanded,
                     gboolean    current)
{
  gboolean done = progress.total > 0 && progress.done == progress.total;
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (WB_IS_PHASE_ROW (self));

  self->expanded = expanded;
  if (progress.total > 0)
    count = g_strdup_printf (_("%u of %u"), progress.done, progress.total);
  else
    count = g_strdup (_("skipped"));
  gtk_label_set_text (self->count, count);
  gtk_image_set_from_icon_name (self->icon, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "done");

  /* Translators: %1 title of a phase, %2 "2 of 7". */
  name = g_strdup_printf (current ? _("Phase %1$s, %2$s, current") : _("Phase %1$s, %2$s"),
                          self->phase->title, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}
