/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-check-view.h"

#include <glib/gi18n.h>

#include "wb-diagnosis.h"
#include "wb-error-dialog.h"
#include "wb-focus-pass.h"
#include "wb-wrap-layout.h"

typedef struct
{
  const WbDiagnosisBarrier *barrier;
  const WbBarrierStatement *statement;
} Question;

struct _WbCheckView
{
  GtkWidget parent_instance;

  guint position;
  gboolean updating;

  /* Borrowed */
  GtkProgressBar *progress;
  GtkLabel *count;
  GtkLabel *text;
  GtkLabel *spread;
  GtkWidget *replies[WB_N_REPLIES]; /* alone: toggle buttons; group: level bars */
  GtkLabel *counts[WB_N_REPLIES];
  GtkWidget *minus[WB_N_REPLIES];
  GtkWidget *next_button;

  /* Owned */
  WbServices *services;
  GPtrArray *barriers;
  WbAssessment *assessment;
  GArray *questions; /* Question */
};

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbCheckView, wb_check_view, GTK_TYPE_WIDGET)

static const Question *
get_question (WbCheckView *self)
{
  return &g_array_index (self->questions, Question, self->position);
}

static WbTally
get_tally (WbCheckView *self)
{
  const Question *question = get_question (self);
  const WbTally *tally = wb_assessment_get_tally (self->assessment, question->barrier->id, question->statement->id);
  const WbTally none = { { 0 } };

  return tally != NULL ? *tally : none;
}

/* The level the statement has by the replies of the group: 0 to 4, the middle half; as in the diagnosis. */
static void
update_spread (WbCheckView   *self,
               const WbTally *tally)
{
  guint n = wb_tally_count (tally) - tally->counts[WB_REPLY_DO_NOT_KNOW];
  guint below = 0;
  int quartiles[2] = { -1, -1 };
  g_autofree char *text = NULL;

  for (int i = 0; i < WB_REPLY_DO_NOT_KNOW; i++)
    {
      below += tally->counts[i];
      if (quartiles[0] < 0 && below >= (n + 3) / 4)
        quartiles[0] = i;
      if (quartiles[1] < 0 && below >= (3 * n + 3) / 4)
        quartiles[1] = i;
    }
  if (n == 0)
    text = g_strdup (_("No reply counted yet"));
  else if (quartiles[1] - quartiles[0] >= WB_SPREAD_WIDE)
    text = g_strdup_printf (_("Seen differently: the middle half lies between %d and %d. Worth talking about."), quartiles[0],
                            quartiles[1]);
  else
    text = g_strdup_printf (_("The middle half lies between %d and %d"), quartiles[0], quartiles[1]);
  gtk_label_set_label (self->spread, text);
}

static void
update_group (WbCheckView   *self,
              const WbTally *tally)
{
  guint most = 1;

  for (guint i = 0; i < WB_N_REPLIES; i++)
    most = MAX (most, tally->counts[i]);
  for (guint i = 0; i < WB_N_REPLIES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", tally->counts[i]);

      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->replies[i]), (double) tally->counts[i] / most);
      gtk_label_set_label (self->counts[i], number);
      gtk_widget_set_sensitive (self->minus[i], tally->counts[i] > 0);
    }
  update_spread (self, tally);
}

static void
update (WbCheckView *self)
{
  const Question *question = get_question (self);
  const WbTally tally = get_tally (self);
  guint answered = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *other = &g_array_index (self->questions, Question, i);

      answered += wb_assessment_get_tally (self->assessment, other->barrier->id, other->statement->id) != NULL;
    }
  count = g_strdup_printf (_("Statement %u of %u · %u answered"), self->position + 1, self->questions->len, answered);
  gtk_label_set_label (self->count, count);
  gtk_progress_bar_set_fraction (self->progress, (double) answered / self->questions->len);
  gtk_label_set_label (self->text, question->statement->text);
  gtk_button_set_label (GTK_BUTTON (self->next_button),
                        self->position + 1 < self->questions->len ? _("Next") : _("To the Result"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.previous", self->position > 0);

  self->updating = TRUE;
  if (self->assessment->group)
    update_group (self, &tally);
  else
    for (guint i = 0; i < WB_N_REPLIES; i++)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->replies[i]), tally.counts[i] > 0);
  self->updating = FALSE;
}

static void
go_on (WbCheckView *self)
{
  if (self->position + 1 < self->questions->len)
    {
      self->position++;
      update (self);
    }
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

static gboolean
store (WbCheckView   *self,
       const WbTally *tally)
{
  const Question *question = get_question (self);
  g_autoptr (GError) error = NULL;

  if (!wb_user_store_set_tally (wb_services_get_store (self->services), self->assessment->number, question->barrier->id,
                                question->statement->id, tally, &error))
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Reply Was Not Saved"), error);
      update (self);
      return FALSE;
    }
  wb_assessment_set_tally (self->assessment, question->barrier->id, question->statement->id, tally);

  return TRUE;
}

void
wb_check_view_reply (WbCheckView *self,
                     WbReply      reply,
                     int          step)
{
  WbTally tally;

  g_return_if_fail (WB_IS_CHECK_VIEW (self));
  g_return_if_fail ((guint) reply < WB_N_REPLIES && (step == 1 || step == -1));

  tally = get_tally (self);
  if (self->assessment->group)
    {
      if ((step < 0 && tally.counts[reply] == 0) || (step > 0 && tally.counts[reply] >= WB_TALLY_MAX))
        return;
      tally.counts[reply] = (guint) ((int) tally.counts[reply] + step);
      if (store (self, &tally))
        update (self);
      return;
    }

  memset (&tally, 0, sizeof tally);
  tally.counts[reply] = step > 0;
  if (!store (self, &tally))
    return;
  if (step > 0)
    go_on (self);
  else
    update (self);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  wb_check_view_reply (WB_CHECK_VIEW (widget), g_variant_get_uint32 (parameter), 1);
}

static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  wb_check_view_reply (WB_CHECK_VIEW (widget), g_variant_get_uint32 (parameter), -1);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  go_on (WB_CHECK_VIEW (widget));
}

static void
previous_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  WbCheckView *self = WB_CHECK_VIEW (widget);

  if (self->position == 0)
    return;

  self->position--;
  update (self);
}

static void
finish_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[FINISHED], 0);
}

/* Which reply is on the key, whatever Shift makes of it; -1 for none. */
static int
find_reply (GtkWidget *widget,
            guint      code)
{
  GdkDisplay *display = gtk_widget_get_display (widget);

  for (int reply = 0; reply < WB_N_REPLIES; reply++)
    {
      const gboolean digit = reply < WB_REPLY_DO_NOT_KNOW;
      const guint values[] = { digit ? (guint) (GDK_KEY_0 + reply) : GDK_KEY_w,
                               digit ? (guint) (GDK_KEY_KP_0 + reply) : GDK_KEY_w };

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          g_autofree GdkKeymapKey *keys = NULL;
          int n_keys = 0;

          if (!gdk_display_map_keyval (display, values[i], &keys, &n_keys))
            continue;
          for (int j = 0; j < n_keys; j++)
            if (keys[j].keycode == code)
              return reply;
        }
    }

  return -1;
}

static gboolean
key_pressed_cb (WbCheckView           *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int reply;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  reply = find_reply (widget, code);
  if (reply >= 0)
    {
      wb_check_view_reply (self, reply, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
      return GDK_EVENT_STOP;
    }

  switch (key)
    {
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down:
      go_on (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up: case GDK_KEY_BackSpace:
      previous_action (widget, NULL, NULL);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static char
get_key (guint reply)
{
  return reply < WB_REPLY_DO_NOT_KNOW ? (char) ('0' + reply) : 'W';
}

static GtkWidget *
make_badge (guint reply)
{
  g_autofree char *text = g_strdup_printf ("%c", get_key (reply));
  GtkWidget *badge = gtk_label_new (text);

  gtk_widget_add_css_class (badge, "reply-key");

  return badge;
}

static void
reply_toggled_cb (WbCheckView     *self,
                  GtkToggleButton *button)
{
  if (self->updating)
    return;

  for (guint i = 0; i < WB_N_REPLIES; i++)
    if (self->replies[i] == GTK_WIDGET (button))
      {
        wb_check_view_reply (self, i, gtk_toggle_button_get_active (button) ? 1 : -1);
        return;
      }
}

static GtkWidget *
make_reply (WbCheckView *self,
            guint        reply)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", wb_reply_get_label (reply), "xalign", 0.0f, "hexpand", TRUE, NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "child", box, NULL);

  gtk_box_append (GTK_BOX (box), make_badge (reply));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  g_object_bind_property (button, "active", check, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (button, "reply");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, wb_reply_get_label (reply), -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (reply_toggled_cb), self, G_CONNECT_SWAPPED);
  self->replies[reply] = button;

  return button;
}

static GtkWidget *
make_count_button (const char *label,
                   const char *action,
                   guint       reply,
                   const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", reply);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
make_counter (WbCheckView *self,
              guint        reply)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", wb_reply_get_label (reply), "xalign", 0.0f, "width-chars", 17, NULL);
  g_autofree char *add = g_strdup_printf (_("Count one more: %s"), wb_reply_get_label (reply));
  g_autofree char *take = g_strdup_printf (_("Count one less: %s"), wb_reply_get_label (reply));

  self->replies[reply] = g_object_new (GTK_TYPE_PROGRESS_BAR, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->replies[reply], "spread");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->replies[reply]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  wb_reply_get_label (reply), -1);
  self->counts[reply] = g_object_new (GTK_TYPE_LABEL, "width-chars", 3, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->counts[reply]), "numeric");
  self->minus[reply] = make_count_button ("−", "check.take", reply, take);
  gtk_box_append (GTK_BOX (box), make_badge (reply));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->replies[reply]);
  gtk_box_append (GTK_BOX (box), self->minus[reply]);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->counts[reply]));
  gtk_box_append (GTK_BOX (box), make_count_button ("+", "check.add", reply, add));

  return box;
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
make_bar (WbCheckView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (bar, wb_wrap_layout_new (12));
  self->next_button = make_button (_("Next"), "check.next");
  gtk_box_append (GTK_BOX (bar), make_button (_("Back"), "check.previous"));
  gtk_box_append (GTK_BOX (bar), self->next_button);
  gtk_box_append (GTK_BOX (bar), make_button (_("Finish and Show the Result"), "check.finish"));

  return bar;
}

static void
fill (WbCheckView *self)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *hint;

  self->count = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  self->progress = g_object_new (GTK_TYPE_PROGRESS_BAR, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answered"), -1);
  self->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 44, "lines", 6,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "margin-top", 12, "margin-bottom", 6, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "statement");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  for (guint i = 0; i < WB_N_REPLIES; i++)
    gtk_box_append (GTK_BOX (box), self->assessment->group ? make_counter (self, i) : make_reply (self, i));
  self->spread = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "visible", self->assessment->group, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spread));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  hint = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 60, "label",
                       self->assessment->group
                         ? _("Keys: 0 to 4 and W count a reply, with Shift they take one back; Page Down and Page Up leaf.")
                         : _("Keys: 0 to 4, W for “don’t know”, Backspace goes back. Each reply is saved at once."),
                       NULL);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (box), hint);
}

static void
wb_check_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_check_view_parent_class)->dispose (object);
}

static void
wb_check_view_finalize (GObject *object)
{
  WbCheckView *self = WB_CHECK_VIEW (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->barriers, g_ptr_array_unref);
  g_clear_pointer (&self->assessment, wb_assessment_unref);
  g_array_unref (self->questions);

  G_OBJECT_CLASS (wb_check_view_parent_class)->finalize (object);
}

static gboolean
wb_check_view_grab_focus (GtkWidget *widget)
{
  WbCheckView *self = WB_CHECK_VIEW (widget);

  return gtk_widget_grab_focus (self->assessment->group ? self->next_button : self->replies[0]);
}

static void
wb_check_view_class_init (WbCheckViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_check_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_check_view_finalize;
  widget_class->grab_focus = wb_check_view_grab_focus;
  widget_class->focus = wb_focus_pass;
  signals[FINISHED] = g_signal_new ("finished", WB_TYPE_CHECK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "check.add", "u", add_action);
  gtk_widget_class_install_action (widget_class, "check.take", "u", take_action);
  gtk_widget_class_install_action (widget_class, "check.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "check.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "check.finish", NULL, finish_action);
}

static void
wb_check_view_init (WbCheckView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->questions = g_array_new (FALSE, FALSE, sizeof (Question));
  gtk_widget_set_parent (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10), GTK_WIDGET (self));
  /* Before the buttons, for which Backspace and the like mean nothing anyway. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
list_questions (WbCheckView *self)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->barriers->len; i++)
    {
      const WbDiagnosisBarrier *barrier = g_ptr_array_index (self->barriers, i);

      for (guint j = 0; j < barrier->barrier->statements->len; j++)
        {
          const Question question = { barrier, g_ptr_array_index (barrier->barrier->statements, j) };

          if (!found && wb_assessment_get_tally (self->assessment, barrier->id, question.statement->id) == NULL)
            {
              self->position = self->questions->len;
              found = TRUE;
            }
          g_array_append_val (self->questions, question);
        }
    }
}

GtkWidget *
wb_check_view_new (WbServices   *services,
                   GPtrArray    *barriers,
                   WbAssessment *assessment)
{
  WbCheckView *self;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (barriers != NULL && assessment != NULL, NULL);

  self = g_object_new (WB_TYPE_CHECK_VIEW, NULL);
  self->services = g_object_ref (services);
  self->barriers = g_ptr_array_ref (barriers);
  self->assessment = wb_assessment_ref (assessment);
  list_questions (self);
  fill (self);
  if (self->questions->len > 0)
    update (self);

  return GTK_WIDGET (self);
}

guint
wb_check_view_get_position (WbCheckView *self)
{
  g_return_val_if_fail (WB_IS_CHECK_VIEW (self), 0);

  return self->position;
}
