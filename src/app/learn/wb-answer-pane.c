/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-answer-pane.h"

#include "wb-chip.h"
#include "wb-choice-pane.h"
#include "wb-match-pane.h"
#include "wb-order-pane.h"
#include "wb-typed-pane.h"

typedef struct
{
  /* Owned */
  WbQuestion *question;
} WbAnswerPanePrivate;

enum
{
  PROP_QUESTION = 1,
  N_PROPS
};

enum
{
  CHANGED,
  SUBMITTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WbAnswerPane, wb_answer_pane, GTK_TYPE_WIDGET)

static WbAnswerPanePrivate *
get_private (WbAnswerPane *self)
{
  return wb_answer_pane_get_instance_private (self);
}

static void
wb_answer_pane_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_QUESTION:
      get_private (WB_ANSWER_PANE (object))->question = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_answer_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wb_answer_pane_parent_class)->dispose (object);
}

static void
wb_answer_pane_finalize (GObject *object)
{
  g_clear_pointer (&get_private (WB_ANSWER_PANE (object))->question, wb_question_unref);

  G_OBJECT_CLASS (wb_answer_pane_parent_class)->finalize (object);
}

static void
wb_answer_pane_class_init (WbAnswerPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = wb_answer_pane_set_property;
  object_class->dispose = wb_answer_pane_dispose;
  object_class->finalize = wb_answer_pane_finalize;

  properties[PROP_QUESTION] =
    g_param_spec_boxed ("question", NULL, NULL, WB_TYPE_QUESTION,
                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", WB_TYPE_ANSWER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SUBMITTED] = g_signal_new ("submitted", WB_TYPE_ANSWER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_answer_pane_init (WbAnswerPane *self)
{
}

static GType
choose_type (WbQuestionType type)
{
  switch (type)
    {
    case WB_QUESTION_ORDER:
      return WB_TYPE_ORDER_PANE;
    case WB_QUESTION_MATCH:
      return WB_TYPE_MATCH_PANE;
    case WB_QUESTION_NUMBER:
    case WB_QUESTION_TEXT:
      return WB_TYPE_TYPED_PANE;
    case WB_QUESTION_SINGLE:
    case WB_QUESTION_MULTIPLE:
    case WB_QUESTION_CASE:
    default:
      return WB_TYPE_CHOICE_PANE;
    }
}

GtkWidget *
wb_answer_pane_new (WbQuestion *question)
{
  g_return_val_if_fail (question != NULL, NULL);

  return g_object_new (choose_type (question->type), "question", question, NULL);
}

const WbQuestion *
wb_answer_pane_get_question (WbAnswerPane *self)
{
  g_return_val_if_fail (WB_IS_ANSWER_PANE (self), NULL);

  return get_private (self)->question;
}

WbResponse *
wb_answer_pane_get_response (WbAnswerPane *self)
{
  g_return_val_if_fail (WB_IS_ANSWER_PANE (self), NULL);

  return WB_ANSWER_PANE_GET_CLASS (self)->get_response (self);
}

void
wb_answer_pane_set_response (WbAnswerPane *self,
                             WbResponse   *response)
{
  g_return_if_fail (WB_IS_ANSWER_PANE (self));
  g_return_if_fail (response != NULL);

  WB_ANSWER_PANE_GET_CLASS (self)->set_response (self, response);
}

void
wb_answer_pane_show_result (WbAnswerPane *self,
                            WbResponse   *response)
{
  g_return_if_fail (WB_IS_ANSWER_PANE (self));

  WB_ANSWER_PANE_GET_CLASS (self)->show_result (self, response);
}

void
wb_answer_pane_tell_changed (WbAnswerPane *self)
{
  g_return_if_fail (WB_IS_ANSWER_PANE (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

void
wb_answer_pane_submit (WbAnswerPane *self)
{
  g_return_if_fail (WB_IS_ANSWER_PANE (self));

  g_signal_emit (self, signals[SUBMITTED], 0);
}

void
wb_answer_pane_lock (GtkWidget *control,
                     gboolean   locked)
{
  g_return_if_fail (GTK_IS_WIDGET (control));

  gtk_widget_set_can_target (control, !locked);
  gtk_widget_set_can_focus (control, !locked);
}

GtkWidget *
wb_answer_pane_make_chip (gboolean    right,
                          const char *word)
{
  GtkWidget *chip = wb_chip_new (right ? "object-select-symbolic" : "window-close-symbolic", word);

  gtk_widget_add_css_class (chip, right ? "green" : "red");
  gtk_widget_set_valign (chip, GTK_ALIGN_START);

  return chip;
}
