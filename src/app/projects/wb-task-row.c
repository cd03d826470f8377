/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-task-row.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"
#include "wb-day.h"

struct _WbTaskRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *text;
  GtkLabel *place;
  GtkImage *late;
  GtkLabel *due;
  GtkLabel *state;
  GtkButton *button;

  /* Borrowed */
  const WbTask *task;
};

enum
{
  MARK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbTaskRow, wb_task_row, GTK_TYPE_LIST_BOX_ROW)

static void
mark_cb (WbTaskRow *self)
{
  g_signal_emit (self, signals[MARK], 0, !self->task->done);
}

static void
wb_task_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_TASK_ROW);

  G_OBJECT_CLASS (wb_task_row_parent_class)->dispose (object);
}

static void
wb_task_row_class_init (WbTaskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_task_row_dispose;

  signals[MARK] = g_signal_new ("mark", WB_TYPE_TASK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-task-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WbTaskRow, text);
  gtk_widget_class_bind_template_child (widget_class, WbTaskRow, place);
  gtk_widget_class_bind_template_child (widget_class, WbTaskRow, late);
  gtk_widget_class_bind_template_child (widget_class, WbTaskRow, due);
  gtk_widget_class_bind_template_child (widget_class, WbTaskRow, state);
  gtk_widget_class_bind_template_child (widget_class, WbTaskRow, button);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
}

static void
wb_task_row_init (WbTaskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Toni · Musterprojekt · Rollen klären". (transfer full) */
static char *
describe_place (const WbTask *task)
{
  if (*task->owner == '\0')
    return g_strdup_printf ("%s · %s", task->project, task->step_title);

  return g_strdup_printf ("%s · %s · %s", task->owner, task->project, task->step_title);
}

/* "3 days late", "today", "in 5 days". (transfer full) */
static char *
describe_days (const WbTask *task,
               const GDate  *today)
{
  GDate due;
  int days;

  if (!wb_day_parse (task->due, &due))
    return g_strdup ("");
  days = g_date_days_between (today, &due);
  if (wb_task_is_late (task, today))
    return g_strdup_printf (ngettext ("%d day late", "%d days late", -days), -days);
  if (days < 0)
    return g_strdup ("");
  if (days == 0)
    return g_strdup (_("today"));

  return g_strdup_printf (ngettext ("in %d day", "in %d days", days), days);
}

static void
fill_button (WbTaskRow *self)
{
  const WbTask *task = self->task;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->button), task->kind != WB_TASK_OF_DATE);
  if (task->kind == WB_TASK_OF_DATE)
    return;
  gtk_button_set_label (self->button, task->done ? _("Reopen") : _("Done"));
  name = g_strdup_printf (task->done ? _("Reopen: %s") : _("Done: %s"), task->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), *task->column != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               *task->column != '\0' ? NULL : _("The list of tasks of this project has no column for it"));
}

static void
fill (WbTaskRow   *self,
      const GDate *today)
{
  const WbTask *task = self->task;
  gboolean late = wb_task_is_late (task, today);
  g_autofree char *place = describe_place (task);
  g_autofree char *date = wb_answer_date_to_display (task->due);
  g_autofree char *days = describe_days (task, today);
  const char *state = task->done ? _("done") : task->kind == WB_TASK_OF_DATE ? _("date") : days;
  g_autofree char *name = NULL;

  if (task->kind == WB_TASK_OF_DATE && *days != '\0')
    state = days;
  gtk_label_set_text (self->text, task->text);
  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->due, date);
  gtk_label_set_text (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->due), *date != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->state), *state != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->late), late);
  if (late)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->state), "due");
      gtk_widget_add_css_class (GTK_WIDGET (self->late), "due");
    }
  name = g_strdup_printf ("%s, %s, %s, %s", task->text, place, date, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  fill_button (self);
}

GtkWidget *
wb_task_row_new (const WbTask *task,
                 const GDate  *today)
{
  WbTaskRow *self;

  g_return_val_if_fail (task != NULL && today != NULL, NULL);

  self = g_object_new (WB_TYPE_TASK_ROW, NULL);
  self->task = task;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-project-at");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)", task->path, task->field);
  fill (self, today);

  return GTK_WIDGET (self);
}

const WbTask *
wb_task_row_get_task (WbTaskRow *self)
{
  g_return_val_if_fail (WB_IS_TASK_ROW (self), NULL);

  return self->task;
}
