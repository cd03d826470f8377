/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-typed-pane.h"

#include <glib/gi18n.h>

#include "wb-focus-pass.h"
#include "wb-quiz.h"

#define MAX_CHARS 200

struct _WbTypedPane
{
  WbAnswerPane parent_instance;

  /* Borrowed */
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *chip; /* NULL while there is no result */
};

G_DEFINE_FINAL_TYPE (WbTypedPane, wb_typed_pane, WB_TYPE_ANSWER_PANE)

static WbResponse *
wb_typed_pane_get_response (WbAnswerPane *pane)
{
  return wb_response_new_typed (gtk_editable_get_text (GTK_EDITABLE (WB_TYPED_PANE (pane)->entry)));
}

static void
wb_typed_pane_set_response (WbAnswerPane *pane,
                            WbResponse   *response)
{
  const char *typed = wb_response_get_typed (response);

  gtk_editable_set_text (GTK_EDITABLE (WB_TYPED_PANE (pane)->entry), typed != NULL ? typed : "");
}

static void
wb_typed_pane_show_result (WbAnswerPane *pane,
                           WbResponse   *response)
{
  WbTypedPane *self = WB_TYPED_PANE (pane);
  gboolean right;

  g_clear_pointer (&self->chip, gtk_widget_unparent);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), response == NULL);
  if (response == NULL)
    return;

  right = wb_quiz_is_right (wb_answer_pane_get_question (pane), response);
  self->chip = wb_answer_pane_make_chip (right, right ? _("Your answer, right") : _("Your answer, not right"));
  gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->chip);
}

static gboolean
wb_typed_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WB_TYPED_PANE (widget)->entry);
}

static void
wb_typed_pane_constructed (GObject *object)
{
  WbTypedPane *self = WB_TYPED_PANE (object);
  const WbQuestion *question = wb_answer_pane_get_question (WB_ANSWER_PANE (self));
  gboolean number = question->type == WB_QUESTION_NUMBER;
  g_autofree char *name = NULL;

  G_OBJECT_CLASS (wb_typed_pane_parent_class)->constructed (object);

  if (number && *question->unit != '\0')
    name = g_strdup_printf (_("Your answer in %s"), question->unit);
  else
    name = g_strdup (_("Your answer"));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MAX_CHARS);
  gtk_widget_set_hexpand (self->entry, !number);
  if (number)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 14);
      gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  if (number && *question->unit != '\0')
    gtk_box_append (GTK_BOX (self->box), gtk_label_new (question->unit));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (wb_answer_pane_tell_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (wb_answer_pane_submit), self, G_CONNECT_SWAPPED);
}

static void
wb_typed_pane_class_init (WbTypedPaneClass *klass)
{
  WbAnswerPaneClass *pane_class = WB_ANSWER_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = wb_typed_pane_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = wb_typed_pane_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = wb_focus_pass;
  pane_class->get_response = wb_typed_pane_get_response;
  pane_class->set_response = wb_typed_pane_set_response;
  pane_class->show_result = wb_typed_pane_show_result;
}

static void
wb_typed_pane_init (WbTypedPane *self)
{
}
