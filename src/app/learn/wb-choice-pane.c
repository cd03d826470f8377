/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-choice-pane.h"

#include <glib/gi18n.h>

#include "wb-chip.h"
#include "wb-focus-pass.h"

/* One answer, in a row of its own. */
typedef struct
{
  /* Borrowed from the row */
  GtkCheckButton *check;
  WbChip *chip;
  GtkLabel *consequence;
  GtkLabel *explanation;
} Option;

struct _WbChoicePane
{
  WbAnswerPane parent_instance;

  /* Borrowed */
  GtkWidget *list;

  /* Owned */
  GPtrArray *options; /* Option */
};

G_DEFINE_FINAL_TYPE (WbChoicePane, wb_choice_pane, WB_TYPE_ANSWER_PANE)

static const WbAnswerOption *
get_option (WbChoicePane *self,
            guint         i)
{
  return g_ptr_array_index (wb_answer_pane_get_question (WB_ANSWER_PANE (self))->options, i);
}

static WbResponse *
wb_choice_pane_get_response (WbAnswerPane *pane)
{
  WbChoicePane *self = WB_CHOICE_PANE (pane);
  g_autofree guint *picks = g_new (guint, self->options->len + 1);
  guint n_picks = 0;

  for (guint i = 0; i < self->options->len; i++)
    if (gtk_check_button_get_active (((Option *) g_ptr_array_index (self->options, i))->check))
      picks[n_picks++] = i;

  return wb_response_new_picks (picks, n_picks);
}

static void
wb_choice_pane_set_response (WbAnswerPane *pane,
                             WbResponse   *response)
{
  WbChoicePane *self = WB_CHOICE_PANE (pane);

  for (guint i = 0; i < self->options->len; i++)
    gtk_check_button_set_active (((Option *) g_ptr_array_index (self->options, i))->check,
                                 wb_response_has_pick (response, i));
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The word of the chip; NULL for an answer that was rightly left alone. */
static const char *
choose_word (gboolean correct,
             gboolean chosen)
{
  if (correct)
    return chosen ? _("Your answer, right") : _("Right");

  return chosen ? _("Your answer, not right") : NULL;
}

static void
show_option (WbChoicePane *self,
             guint         i,
             WbResponse   *response)
{
  Option *option = g_ptr_array_index (self->options, i);
  const WbAnswerOption *answer = get_option (self, i);
  const char *word = response != NULL ? choose_word (answer->correct, wb_response_has_pick (response, i)) : NULL;
  g_autofree char *consequence = NULL;
  g_autofree char *description = NULL;

  if (response != NULL && answer->consequence != NULL && *answer->consequence != '\0')
    /* Translators: what follows from a decision */
    consequence = g_strdup_printf (_("What follows: %s"), answer->consequence);
  wb_answer_pane_lock (GTK_WIDGET (option->check), response != NULL);
  wb_chip_set_label (option->chip, word);
  wb_chip_set_icon (option->chip, answer->correct ? "object-select-symbolic" : "window-close-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (option->chip), answer->correct ? "red" : "green");
  gtk_widget_add_css_class (GTK_WIDGET (option->chip), answer->correct ? "green" : "red");
  set_line (option->consequence, consequence);
  set_line (option->explanation, response != NULL ? answer->explanation : NULL);
  description = response == NULL ? NULL
                                 : g_strjoin (" ", word != NULL ? word : "", consequence != NULL ? consequence : "",
                                              answer->explanation, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (option->check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static void
wb_choice_pane_show_result (WbAnswerPane *pane,
                            WbResponse   *response)
{
  WbChoicePane *self = WB_CHOICE_PANE (pane);

  for (guint i = 0; i < self->options->len; i++)
    {
      show_option (self, i, response);
      /* Open again: nothing is chosen, so that Tab reaches every answer. */
      if (response == NULL)
        gtk_check_button_set_active (((Option *) g_ptr_array_index (self->options, i))->check, FALSE);
    }
}

static void
add_option (WbChoicePane         *self,
            const WbAnswerOption *answer,
            gboolean              several)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/wb-answer-row.ui");
  Option *option = g_new0 (Option, 1);

  option->check = GTK_CHECK_BUTTON (gtk_builder_get_object (builder, "check"));
  option->chip = WB_CHIP (gtk_builder_get_object (builder, "chip"));
  option->consequence = GTK_LABEL (gtk_builder_get_object (builder, "consequence"));
  option->explanation = GTK_LABEL (gtk_builder_get_object (builder, "explanation"));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "text")), answer->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (option->check), GTK_ACCESSIBLE_PROPERTY_LABEL, answer->text, -1);
  if (!several && self->options->len > 0)
    gtk_check_button_set_group (option->check, ((Option *) g_ptr_array_index (self->options, 0))->check);
  g_signal_connect_object (option->check, "toggled", G_CALLBACK (wb_answer_pane_tell_changed), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->options, option);
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (gtk_builder_get_object (builder, "row")));
}

/* Enter answers; a check button would take it as a tick. */
static gboolean
key_pressed_cb (WbChoicePane          *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  wb_answer_pane_submit (WB_ANSWER_PANE (self));

  return GDK_EVENT_STOP;
}

static void
wb_choice_pane_constructed (GObject *object)
{
  WbChoicePane *self = WB_CHOICE_PANE (object);
  const WbQuestion *question = wb_answer_pane_get_question (WB_ANSWER_PANE (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (wb_choice_pane_parent_class)->constructed (object);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answers"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  for (guint i = 0; i < question->options->len; i++)
    add_option (self, g_ptr_array_index (question->options, i), question->type == WB_QUESTION_MULTIPLE);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static gboolean
wb_choice_pane_grab_focus (GtkWidget *widget)
{
  WbChoicePane *self = WB_CHOICE_PANE (widget);

  return self->options->len > 0
         && gtk_widget_grab_focus (GTK_WIDGET (((Option *) g_ptr_array_index (self->options, 0))->check));
}

static void
wb_choice_pane_finalize (GObject *object)
{
  g_ptr_array_unref (WB_CHOICE_PANE (object)->options);

  G_OBJECT_CLASS (wb_choice_pane_parent_class)->finalize (object);
}

static void
wb_choice_pane_class_init (WbChoicePaneClass *klass)
{
  WbAnswerPaneClass *pane_class = WB_ANSWER_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = wb_choice_pane_constructed;
  G_OBJECT_CLASS (klass)->finalize = wb_choice_pane_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = wb_choice_pane_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = wb_focus_pass;
  pane_class->get_response = wb_choice_pane_get_response;
  pane_class->set_response = wb_choice_pane_set_response;
  pane_class->show_result = wb_choice_pane_show_result;
  g_type_ensure (WB_TYPE_CHIP);
}

static void
wb_choice_pane_init (WbChoicePane *self)
{
  self->options = g_ptr_array_new_with_free_func (g_free);
}
