/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-steps-pane.h"

#include <glib/gi18n-lib.h>

#include "wb-focus-pass.h"
#include "wb-focus.h"
#include "wb-list-stop.h"
#include "wb-phase-row.h"
#include "wb-progress.h"
#include "wb-step-row.h"

struct _WbStepsPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *count;
  GtkProgressBar *bar;
  GtkListBox *list;

  /* Owned */
  WbGuide *guide;
  WbAnswers *answers;

  /* Borrowed from the guide */
  const WbStep *current;

  /* State */
  gboolean selecting; /* a row is being selected by us */
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbStepsPane, wb_steps_pane, GTK_TYPE_WIDGET)

static void
show_progress (WbStepsPane *self)
{
  WbProgress progress = wb_guide_get_progress (self->guide, self->answers);
  g_autofree char *done = NULL;
  g_autofree char *text = NULL;

  done = g_strdup_printf (ngettext ("%u of %u step", "%u of %u steps", progress.total),
                          progress.done, progress.total);
  if (progress.skipped > 0)
    text = g_strdup_printf (ngettext ("%s · %u skipped", "%s · %u skipped", progress.skipped), done,
                            progress.skipped);
  gtk_label_set_text (self->count, text != NULL ? text : done);
  gtk_progress_bar_set_fraction (self->bar, progress.total > 0
                                              ? (double) progress.done / progress.total : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, done, -1);
}

/* One pass over the list, in which each step stands below its phase. */
static void
update (WbStepsPane *self)
{
  const WbPhase *current = self->current != NULL ? wb_guide_get_phase (self->guide, self->current)
                                                 : NULL;
  gboolean expanded = FALSE;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (WB_IS_PHASE_ROW (child))
        {
          const WbPhase *phase = wb_phase_row_get_phase (WB_PHASE_ROW (child));

          expanded = wb_phase_row_get_expanded (WB_PHASE_ROW (child));
          wb_phase_row_update (WB_PHASE_ROW (child),
                               wb_phase_get_progress (phase, self->guide, self->answers), expanded,
                               phase == current);
        }
      else
        {
          const WbStep *step = wb_step_row_get_step (WB_STEP_ROW (child));

          gtk_widget_set_visible (child, expanded);
          wb_step_row_update (WB_STEP_ROW (child),
                              wb_step_get_state (step, self->guide, self->answers),
                              step == self->current);
        }
    }
  show_progress (self);
}

static void
set_expanded (WbStepsPane *self,
              WbPhaseRow  *row,
              gboolean     expanded)
{
  WbProgress progress = wb_phase_get_progress (wb_phase_row_get_phase (row), self->guide,
                                               self->answers);

  wb_phase_row_update (row, progress, expanded, FALSE);
}

static WbPhaseRow *
find_phase_row (WbStepsPane   *self,
                const WbPhase *phase)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (WB_IS_PHASE_ROW (child) && wb_phase_row_get_phase (WB_PHASE_ROW (child)) == phase)
      return WB_PHASE_ROW (child);

  return NULL;
}

static GtkWidget *
find_step_row (WbStepsPane  *self,
               const WbStep *step)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (WB_IS_STEP_ROW (child) && wb_step_row_get_step (WB_STEP_ROW (child)) == step)
      return child;

  return NULL;
}

static void
row_selected_cb (WbStepsPane   *self,
                 GtkListBoxRow *row)
{
  if (!self->selecting && row != NULL && WB_IS_STEP_ROW (row))
    g_signal_emit (self, signals[SELECTED], 0, wb_step_row_get_step (WB_STEP_ROW (row))->id);
}

static void
row_activated_cb (WbStepsPane   *self,
                  GtkListBoxRow *row)
{
  if (WB_IS_PHASE_ROW (row))
    {
      set_expanded (self, WB_PHASE_ROW (row), !wb_phase_row_get_expanded (WB_PHASE_ROW (row)));
      update (self);
      return;
    }

  g_signal_emit (self, signals[ACTIVATED], 0, wb_step_row_get_step (WB_STEP_ROW (row))->id);
}

static gboolean
wb_steps_pane_grab_focus (GtkWidget *widget)
{
  WbStepsPane *self = WB_STEPS_PANE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)))
    return gtk_widget_grab_focus (GTK_WIDGET (row));

  return wb_focus_first (GTK_WIDGET (self->list));
}

static void
wb_steps_pane_dispose (GObject *object)
{
  WbStepsPane *self = WB_STEPS_PANE (object);

  self->selecting = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_STEPS_PANE);
  if (self->answers != NULL)
    g_signal_handlers_disconnect_by_func (self->answers, update, self);
  g_clear_object (&self->guide);
  g_clear_object (&self->answers);

  G_OBJECT_CLASS (wb_steps_pane_parent_class)->dispose (object);
}

static void
wb_steps_pane_class_init (WbStepsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_steps_pane_dispose;
  widget_class->grab_focus = wb_steps_pane_grab_focus;
  widget_class->focus = wb_focus_pass;

  signals[SELECTED] =
    g_signal_new ("selected", WB_TYPE_STEPS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] =
    g_signal_new ("activated", WB_TYPE_STEPS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-steps-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WbStepsPane, box);
  gtk_widget_class_bind_template_child (widget_class, WbStepsPane, count);
  gtk_widget_class_bind_template_child (widget_class, WbStepsPane, bar);
  gtk_widget_class_bind_template_child (widget_class, WbStepsPane, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wb_steps_pane_init (WbStepsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wb_list_stop_install (self->list);
}

void
wb_steps_pane_set_guide (WbStepsPane *self,
                         WbGuide     *guide,
                         WbAnswers   *answers)
{
  GPtrArray *phases;

  g_return_if_fail (WB_IS_STEPS_PANE (self));
  g_return_if_fail (self->guide == NULL);

  self->guide = g_object_ref (guide);
  self->answers = g_object_ref (answers);
  phases = wb_guide_get_phases (guide);
  for (guint i = 0; i < phases->len; i++)
    {
      const WbPhase *phase = g_ptr_array_index (phases, i);

      gtk_list_box_append (self->list, wb_phase_row_new (phase));
      for (guint j = 0; j < phase->steps->len; j++)
        gtk_list_box_append (self->list, wb_step_row_new (g_ptr_array_index (phase->steps, j)));
    }
  update (self);
  g_signal_connect_object (answers, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
wb_steps_pane_set_current (WbStepsPane  *self,
                           const WbStep *step)
{
  WbPhaseRow *phase_row;
  GtkWidget *row;

  g_return_if_fail (WB_IS_STEPS_PANE (self));
  g_return_if_fail (self->guide != NULL);

  if (step != NULL && (self->current == NULL
                       || wb_guide_get_phase (self->guide, self->current)
                            != wb_guide_get_phase (self->guide, step)))
    {
      phase_row = find_phase_row (self, wb_guide_get_phase (self->guide, step));
      if (phase_row != NULL)
        set_expanded (self, phase_row, TRUE);
    }
  self->current = step;
  update (self);

  self->selecting = TRUE;
  row = step != NULL ? find_step_row (self, step) : NULL;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->selecting = FALSE;
}
