/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-question-view.h"

#include <glib/gi18n.h>

#include "wb-quiz.h"

struct _WbQuestionView
{
  GtkWidget parent_instance;

  gboolean answered;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *hint;
  GtkListBox *options;
  GtkWidget *answer_button;
  GtkWidget *retry_button;
  GtkWidget *result;
  GtkImage *result_icon;
  GtkLabel *result_title;
  GtkLabel *result_text;

  /* Borrowed */
  GPtrArray *checks;       /* GtkCheckButton for each option */
  GPtrArray *chips;        /* GtkLabel for each option */
  GPtrArray *explanations; /* GtkLabel for each option */
  const WbQuestion *question; /* held by the lesson */

  /* Owned */
  WbUserStore *store;
  WbLesson *lesson;
  char *lesson_id;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbQuestionView, wb_question_view, GTK_TYPE_WIDGET)

static gboolean *
get_chosen (WbQuestionView *self,
            guint          *bits)
{
  gboolean *chosen = g_new0 (gboolean, self->checks->len + 1);

  *bits = 0;
  for (guint i = 0; i < self->checks->len; i++)
    {
      chosen[i] = gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
      if (chosen[i] && i < 32)
        *bits |= 1u << i;
    }

  return chosen;
}

static void
update_buttons (WbQuestionView *self)
{
  guint bits;
  g_autofree gboolean *chosen = get_chosen (self, &bits);

  gtk_widget_set_sensitive (self->answer_button, bits != 0);
}

static void
show_option_result (WbQuestionView *self,
                    guint           i,
                    gboolean        chosen)
{
  const WbAnswerOption *option = g_ptr_array_index (self->question->options, i);
  GtkLabel *chip = g_ptr_array_index (self->chips, i);
  GtkLabel *explanation = g_ptr_array_index (self->explanations, i);
  const char *text = NULL;

  if (option->correct && chosen)
    text = _("✓ Your answer, right");
  else if (option->correct)
    text = _("✓ Right");
  else if (chosen)
    text = _("✗ Your answer, not right");

  gtk_label_set_label (chip, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (chip), text != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (chip), "green");
  gtk_widget_remove_css_class (GTK_WIDGET (chip), "red");
  gtk_widget_add_css_class (GTK_WIDGET (chip), option->correct ? "green" : "red");
  gtk_label_set_label (explanation, option->explanation);
  gtk_widget_set_visible (GTK_WIDGET (explanation), *option->explanation != '\0');
  gtk_widget_set_sensitive (g_ptr_array_index (self->checks, i), FALSE);
}

static void
show_result (WbQuestionView *self)
{
  guint bits;
  g_autofree gboolean *chosen = get_chosen (self, &bits);
  gboolean right = wb_question_is_right (self->question, chosen);

  for (guint i = 0; i < self->checks->len; i++)
    show_option_result (self, i, chosen[i]);
  gtk_widget_remove_css_class (self->result, "ok");
  gtk_widget_remove_css_class (self->result, "warn");
  gtk_widget_add_css_class (self->result, right ? "ok" : "warn");
  gtk_image_set_from_icon_name (self->result_icon, right ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_label (self->result_title, right ? _("Right") : _("Not right yet"));
  gtk_label_set_label (self->result_text, self->question->explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->result_text), *self->question->explanation != '\0');
  gtk_widget_set_visible (self->result, TRUE);
  gtk_widget_set_visible (self->answer_button, FALSE);
  gtk_widget_set_visible (self->retry_button, !right);
  self->answered = TRUE;
}

static void
answer_cb (WbQuestionView *self)
{
  guint bits;
  g_autofree gboolean *chosen = get_chosen (self, &bits);
  gboolean right = wb_question_is_right (self->question, chosen);
  g_autoptr (GString) given = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    if (chosen[i])
      g_string_append_printf (given, "%s%u", given->len > 0 ? "," : "", i);
  if (!wb_user_store_note_answer (self->store, self->lesson_id, self->question->id, given->str, right,
                                  g_get_real_time () / G_USEC_PER_SEC, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  show_result (self);
  if (!right)
    gtk_widget_grab_focus (self->retry_button);
  g_signal_emit (self, signals[ANSWERED], 0, right);
}

static void
retry_cb (WbQuestionView *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      gtk_widget_set_sensitive (g_ptr_array_index (self->checks, i), TRUE);
      gtk_check_button_set_active (g_ptr_array_index (self->checks, i), FALSE);
      gtk_widget_set_visible (g_ptr_array_index (self->chips, i), FALSE);
      gtk_widget_set_visible (g_ptr_array_index (self->explanations, i), FALSE);
    }
  gtk_widget_set_visible (self->result, FALSE);
  gtk_widget_set_visible (self->retry_button, FALSE);
  gtk_widget_set_visible (self->answer_button, TRUE);
  update_buttons (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->checks, 0));
}

static void
add_option (WbQuestionView       *self,
            const WbAnswerOption *option)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/wb-answer-row.ui");
  GtkWidget *check = GTK_WIDGET (gtk_builder_get_object (builder, "check"));
  GtkLabel *text = GTK_LABEL (gtk_builder_get_object (builder, "text"));

  gtk_label_set_label (text, option->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, option->text, -1);
  if (self->question->type == WB_QUESTION_SINGLE && self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->chips, gtk_builder_get_object (builder, "chip"));
  g_ptr_array_add (self->explanations, gtk_builder_get_object (builder, "explanation"));
  gtk_list_box_append (self->options, GTK_WIDGET (gtk_builder_get_object (builder, "row")));
}

static void
restore_answer (WbQuestionView *self)
{
  g_autoptr (WbTrial) trial = wb_user_store_get_answer (self->store, self->lesson_id, self->question->id);
  g_auto (GStrv) given = NULL;

  if (trial == NULL)
    return;

  given = g_strsplit (trial->given, ",", -1);
  for (guint i = 0; i < self->checks->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      gtk_check_button_set_active (g_ptr_array_index (self->checks, i), g_strv_contains ((const char *const *) given, number));
    }
  show_result (self);
}

static void
wb_question_view_dispose (GObject *object)
{
  WbQuestionView *self = WB_QUESTION_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_QUESTION_VIEW);

  G_OBJECT_CLASS (wb_question_view_parent_class)->dispose (object);
}

static void
wb_question_view_finalize (GObject *object)
{
  WbQuestionView *self = WB_QUESTION_VIEW (object);

  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->chips);
  g_ptr_array_unref (self->explanations);
  g_clear_object (&self->store);
  g_clear_object (&self->lesson);
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

  signals[ANSWERED] = g_signal_new ("answered", WB_TYPE_QUESTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-question-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, box);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, title);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, hint);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, options);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, answer_button);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, retry_button);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, result);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, result_icon);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, result_title);
  gtk_widget_class_bind_template_child (widget_class, WbQuestionView, result_text);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
wb_question_view_init (WbQuestionView *self)
{
  self->checks = g_ptr_array_new ();
  self->chips = g_ptr_array_new ();
  self->explanations = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_question_view_new (WbUserStore      *store,
                      WbLesson         *lesson,
                      const char       *lesson_id,
                      const WbQuestion *question,
                      guint             number)
{
  WbQuestionView *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (WB_IS_USER_STORE (store), NULL);
  g_return_val_if_fail (WB_IS_LESSON (lesson), NULL);
  g_return_val_if_fail (lesson_id != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  self = g_object_new (WB_TYPE_QUESTION_VIEW, NULL);
  self->store = g_object_ref (store);
  self->lesson = g_object_ref (lesson);
  self->lesson_id = g_strdup (lesson_id);
  self->question = question;

  title = g_strdup_printf (_("Question %u: %s"), number, question->text);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->hint, question->type == WB_QUESTION_SINGLE ? _("One answer is right.")
                                                                        : _("One or more answers are right."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < question->options->len; i++)
    add_option (self, g_ptr_array_index (question->options, i));
  update_buttons (self);
  restore_answer (self);

  return GTK_WIDGET (self);
}

gboolean
wb_question_view_get_answered (WbQuestionView *self)
{
  g_return_val_if_fail (WB_IS_QUESTION_VIEW (self), FALSE);

  return self->answered;
}
