/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-question-view.h"

#include <glib/gi18n.h>

#include "wb-answer-pane.h"
#include "wb-focus-pass.h"
#include "wb-quiz.h"

struct _WbQuestionView
{
  GtkWidget parent_instance;

  gboolean answered;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *hint;
  GtkWidget *situation_box;
  GtkLabel *situation;
  GtkBox *pane_box;
  GtkWidget *answer_button;
  GtkWidget *retry_button;
  GtkWidget *result;
  GtkImage *result_icon;
  GtkLabel *result_title;
  GtkLabel *result_solution;
  GtkLabel *result_text;

  /* Borrowed */
  WbAnswerPane *pane;

  /* Owned */
  WbUserStore *store;
  WbQuestion *question;
  char *lesson_id;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbQuestionView, wb_question_view, GTK_TYPE_WIDGET)

/* A number without a digit is none yet. */
static gboolean
is_complete (WbQuestionView *self,
             WbResponse     *response)
{
  const char *typed = wb_response_get_typed (response);
  gboolean digit = FALSE;

  if (!wb_quiz_is_complete (self->question, response))
    return FALSE;
  for (const char *p = typed; self->question->type == WB_QUESTION_NUMBER && p != NULL && *p != '\0'; p++)
    digit |= g_ascii_isdigit (*p);

  return self->question->type != WB_QUESTION_NUMBER || digit;
}

static void
update_buttons (WbQuestionView *self)
{
  g_autoptr (WbResponse) response = wb_answer_pane_get_response (self->pane);

  gtk_widget_set_sensitive (self->answer_button, is_complete (self, response));
}

static const char *
describe_type (WbQuestionType type)
{
  switch (type)
    {
    case WB_QUESTION_MULTIPLE:
      return _("One or more answers are right.");
    case WB_QUESTION_CASE:
      return _("Decide; then see what follows.");
    case WB_QUESTION_ORDER:
      return _("Put into the right order: with the buttons, with Alt and the arrow keys, or with the mouse.");
    case WB_QUESTION_MATCH:
      return _("Choose for each what belongs to it.");
    case WB_QUESTION_NUMBER:
      return _("Type a number.");
    case WB_QUESTION_TEXT:
      return _("Type a word or two. Capital letters do not matter.");
    case WB_QUESTION_SINGLE:
    default:
      return _("One answer is right.");
    }
}

/* What would have been right, for panes that do not say so at the place. (transfer full) */
static char *
describe_solution (WbQuestionView *self)
{
  g_auto (GStrv) lines = wb_quiz_list_solution (self->question);
  g_autofree char *all = NULL;

  if (self->question->type == WB_QUESTION_ORDER)
    for (guint i = 0; lines[i] != NULL; i++)
      {
        char *line = g_strdup_printf ("%u. %s", i + 1, lines[i]);

        g_free (lines[i]);
        lines[i] = line;
      }
  all = g_strjoinv ("\n", lines);

  return g_strdup_printf (lines[0] != NULL && lines[1] != NULL ? _("Right is:\n%s") : _("Right is: %s"), all);
}

static void
show_result (WbQuestionView *self,
             WbResponse     *response)
{
  gboolean right = wb_quiz_is_right (self->question, response);
  g_autofree char *solution = describe_solution (self);
  g_autofree char *all = NULL;

  wb_answer_pane_show_result (self->pane, response);
  gtk_widget_remove_css_class (self->result, right ? "warn" : "ok");
  gtk_widget_add_css_class (self->result, right ? "ok" : "warn");
  gtk_image_set_from_icon_name (self->result_icon, right ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_label (self->result_title, right ? _("Right") : _("Not right yet"));
  gtk_label_set_label (self->result_solution, solution);
  gtk_widget_set_visible (GTK_WIDGET (self->result_solution), !right && !wb_question_has_options (self->question));
  gtk_label_set_label (self->result_text, self->question->explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->result_text), *self->question->explanation != '\0');
  gtk_widget_set_visible (self->result, TRUE);
  gtk_widget_set_visible (self->answer_button, FALSE);
  gtk_widget_set_visible (self->retry_button, !right);
  all = g_strjoin (" ", right ? _("Your answer is right.") : _("Your answer is not right."), right ? "" : solution,
                   self->question->explanation, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->result), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  self->answered = TRUE;
}

static void
answer_cb (WbQuestionView *self)
{
  g_autoptr (WbResponse) response = wb_answer_pane_get_response (self->pane);
  g_autofree char *given = NULL;
  g_autoptr (GError) error = NULL;
  gboolean right;

  if (!gtk_widget_get_visible (self->answer_button) || !is_complete (self, response))
    return;

  right = wb_quiz_is_right (self->question, response);
  given = wb_response_to_string (response);
  if (!wb_user_store_note_answer (self->store, self->lesson_id, self->question->id, given, right,
                                  g_get_real_time () / G_USEC_PER_SEC, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  show_result (self, response);
  /* The button that had the focus is gone; the result is what is read next. */
  gtk_widget_grab_focus (self->result);
  g_signal_emit (self, signals[ANSWERED], 0, right);
}

static void
retry_cb (WbQuestionView *self)
{
  wb_answer_pane_show_result (self->pane, NULL);
  gtk_widget_set_visible (self->result, FALSE);
  gtk_widget_set_visible (self->retry_button, FALSE);
  gtk_widget_set_visible (self->answer_button, TRUE);
  update_buttons (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->pane));
}

static void
restore_answer (WbQuestionView *self)
{
  g_autoptr (WbTrial) trial = wb_user_store_get_answer (self->store, self->lesson_id, self->question->id);
  g_autoptr (WbResponse) response = trial != NULL ? wb_response_from_string (self->question, trial->given) : NULL;

  /* The question may have changed since; then it is open again. */
  if (response == NULL || !is_complete (self, response))
    return;

  wb_answer_pane_set_response (self->pane, response);
  show_result (self, response);
}

static gboolean
wb_question_view_grab_focus (GtkWidget *widget)
{
  WbQuestionView *self = WB_QUESTION_VIEW (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->result) ? self->result : GTK_WIDGET (self->pane));
}

static void
wb_question_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_QUESTION_VIEW);

  G_OBJECT_CLASS (wb_question_view_parent_class)->dispose (object);
}

static void
wb_question_view_finalize (GObject *object)
{
  WbQuestionView *self = WB_QUESTION_VIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->question, wb_question_unref);
  g_free (self->lesson_id);

  G_OBJECT_CLASS (wb_question_view_parent_class)->finalize (object);
}

static void
wb_question_view_class_init (WbQuestionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_question_view_dispose;
  object_class->finalize = wb_question_view_finalize;
  widget_class->grab_focus = wb_question_view_grab_focus;
  widget_class->focus = wb_focus_pass;

  signals[ANSWERED] = g_signal_new ("answered", WB_TYPE_QUESTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-question-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, box);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, title);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, hint);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, situation_box);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, situation);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, pane_box);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, answer_button);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, retry_button);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, result);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, result_icon);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, result_title);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, result_solution);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, result_text);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
wb_question_view_init (WbQuestionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (WbQuestionView *self,
      guint           number)
{
  const char *situation = self->question->situation;
  g_autofree char *title = NULL;

  title = number > 0 ? g_strdup_printf (_("Question %u: %s"), number, self->question->text)
                     : g_strdup (self->question->text);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->hint, describe_type (self->question->type));
  gtk_label_set_label (self->situation, situation != NULL ? situation : "");
  gtk_widget_set_visible (self->situation_box, situation != NULL && *situation != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->pane = WB_ANSWER_PANE (wb_answer_pane_new (self->question));
  gtk_box_append (self->pane_box, GTK_WIDGET (self->pane));
  g_signal_connect_object (self->pane, "changed", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "submitted", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
wb_question_view_new (WbUserStore *store,
                      const char  *lesson_id,
                      WbQuestion  *question,
                      guint        number,
                      gboolean     afresh)
{
  WbQuestionView *self;

  g_return_val_if_fail (WB_IS_USER_STORE (store), NULL);
  g_return_val_if_fail (lesson_id != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  self = g_object_new (WB_TYPE_QUESTION_VIEW, NULL);
  self->store = g_object_ref (store);
  self->lesson_id = g_strdup (lesson_id);
  self->question = wb_question_ref (question);
  fill (self, number);
  update_buttons (self);
  if (!afresh)
    restore_answer (self);

  return GTK_WIDGET (self);
}

gboolean
wb_question_view_get_answered (WbQuestionView *self)
{
  g_return_val_if_fail (WB_IS_QUESTION_VIEW (self), FALSE);

  return self->answered;
}
