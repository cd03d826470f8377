/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-group-window.h"

#include <glib/gi18n.h>

#include "wb-error.h"
#include "wb-fitting-size.h"
#include "wb-group-board.h"
#include "wb-payload-reader.h"
#include "wb-wrap-layout.h"

/* Hands in one room. */
#define MAX_VOTES 999

struct _WbGroupWindow
{
  GtkWindow parent_instance;

  guint current;

  /* Borrowed */
  WbGroupBoard *board;
  GtkWidget *counters[WB_GROUP_MAX_CHOICES];
  GtkWidget *minus[WB_GROUP_MAX_CHOICES];
  GtkWidget *plus[WB_GROUP_MAX_CHOICES];
  GtkLabel *votes;
  GtkButton *reveal_button;

  /* Owned */
  char *title;
  GArray *rounds; /* WbGroupRound */
};

G_DEFINE_FINAL_TYPE (WbGroupWindow, wb_group_window, GTK_TYPE_WINDOW)

static WbGroupRound *
get_round (WbGroupWindow *self)
{
  return &g_array_index (self->rounds, WbGroupRound, self->current);
}

static void
update_counters (WbGroupWindow *self)
{
  const WbGroupRound *round = get_round (self);
  guint n = wb_group_round_is_open (round) ? wb_group_round_count_choices (round) : 0;

  for (guint i = 0; i < WB_GROUP_MAX_CHOICES; i++)
    {
      const char *choice = i < n ? wb_group_round_get_choice (round, i) : "";
      g_autofree char *add = g_strdup_printf (_("Add a vote for answer %u: %s"), i + 1, choice);
      g_autofree char *take = g_strdup_printf (_("Take back a vote for answer %u: %s"), i + 1, choice);

      gtk_widget_set_visible (self->counters[i], i < n);
      gtk_widget_set_sensitive (self->minus[i], round->counts[i] > 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->plus[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->minus[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, take, -1);
    }
}

static void
update (WbGroupWindow *self)
{
  const WbGroupRound *round = get_round (self);
  guint votes = wb_group_round_count_votes (round);
  g_autofree char *caption = g_strdup_printf (_("%s · Question %u of %u"), self->title, self->current + 1, self->rounds->len);
  g_autofree char *counted = g_strdup_printf (ngettext ("%u vote", "%u votes", votes), votes);

  wb_group_board_set_round (self->board, round, caption);
  gtk_label_set_label (self->votes, wb_group_round_is_open (round) ? counted : "");
  gtk_button_set_label (self->reveal_button, round->revealed ? _("Hide Again") : _("Reveal"));
  update_counters (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.previous", self->current > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.next", self->current + 1 < self->rounds->len);
}

static void
count (WbGroupWindow *self,
       guint          choice,
       int            step)
{
  WbGroupRound *round = get_round (self);

  if (!wb_group_round_is_open (round) || choice >= wb_group_round_count_choices (round)
      || (step < 0 && round->counts[choice] == 0) || (step > 0 && round->counts[choice] >= MAX_VOTES))
    return;

  round->counts[choice] = (guint) ((int) round->counts[choice] + step);
  update (self);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  count (WB_GROUP_WINDOW (widget), g_variant_get_uint32 (parameter), 1);
}

static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  count (WB_GROUP_WINDOW (widget), g_variant_get_uint32 (parameter), -1);
}

static void
go_to (WbGroupWindow *self,
       guint          number)
{
  self->current = number;
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbGroupWindow *self = WB_GROUP_WINDOW (widget);

  if (self->current + 1 < self->rounds->len)
    go_to (self, self->current + 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  WbGroupWindow *self = WB_GROUP_WINDOW (widget);

  if (self->current > 0)
    go_to (self, self->current - 1);
}

static void
reveal_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  WbGroupWindow *self = WB_GROUP_WINDOW (widget);

  get_round (self)->revealed = !get_round (self)->revealed;
  update (self);
  /* So that Space goes on from here. */
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

/* Which digit is on the key, whatever Shift makes of it: Shift+1 is "!" on a German keyboard, End on the number pad. 0 for none. */
static guint
find_digit (GtkWidget *widget,
            guint      code)
{
  GdkDisplay *display = gtk_widget_get_display (widget);

  for (guint digit = 1; digit <= WB_GROUP_MAX_CHOICES; digit++)
    {
      const guint values[] = { GDK_KEY_0 + digit, GDK_KEY_KP_0 + digit };

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          g_autofree GdkKeymapKey *keys = NULL;
          int n_keys = 0;

          if (!gdk_display_map_keyval (display, values[i], &keys, &n_keys))
            continue;
          for (int j = 0; j < n_keys; j++)
            if (keys[j].keycode == code)
              return digit;
        }
    }

  return 0;
}

static gboolean
key_pressed_cb (WbGroupWindow         *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint digit;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  digit = find_digit (widget, code);
  if (digit > 0)
    {
      count (self, digit - 1, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
      return GDK_EVENT_STOP;
    }

  switch (key)
    {
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down: case GDK_KEY_Right:
      next_action (widget, NULL, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up: case GDK_KEY_Left: case GDK_KEY_BackSpace:
      previous_action (widget, NULL, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_space: case GDK_KEY_Return: case GDK_KEY_KP_Enter:
      if (get_round (self)->revealed)
        next_action (widget, NULL, NULL);
      else
        reveal_action (widget, NULL, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_window_close (GTK_WINDOW (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkWidget *
make_button (const char *label,
             const char *action,
             gboolean    targeted,
             guint       target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  /* Space reveals; after a click it must not count once more. */
  gtk_widget_set_focus_on_click (button, FALSE);
  if (targeted)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

/* "− 1 +": the number in the middle is the key. */
static GtkWidget *
make_counter (WbGroupWindow *self,
              guint          i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *label = g_strdup_printf ("%u  +", i + 1);

  gtk_widget_add_css_class (box, "linked");
  self->minus[i] = make_button ("−", "group.take", TRUE, i);
  self->plus[i] = make_button (label, "group.add", TRUE, i);
  gtk_box_append (GTK_BOX (box), self->minus[i]);
  gtk_box_append (GTK_BOX (box), self->plus[i]);
  self->counters[i] = box;

  return box;
}

static GtkWidget *
make_bar (WbGroupWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (bar, wb_wrap_layout_new (8));
  gtk_widget_add_css_class (bar, "group-bar");
  self->votes = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "width-chars", 12, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->votes), "numeric");
  self->reveal_button = GTK_BUTTON (make_button ("", "group.reveal", FALSE, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->reveal_button), "suggested-action");
  gtk_box_append (GTK_BOX (bar), make_button (_("Previous"), "group.previous", FALSE, 0));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->reveal_button));
  gtk_box_append (GTK_BOX (bar), make_button (_("Next"), "group.next", FALSE, 0));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->votes));
  for (guint i = 0; i < WB_GROUP_MAX_CHOICES; i++)
    gtk_box_append (GTK_BOX (bar), make_counter (self, i));
  gtk_box_append (GTK_BOX (bar), make_button (_("End"), "window.close", FALSE, 0));

  return bar;
}

static void
round_clear (gpointer data)
{
  WbGroupRound *round = data;

  g_clear_pointer (&round->question, wb_question_unref);
}

static void
wb_group_window_finalize (GObject *object)
{
  WbGroupWindow *self = WB_GROUP_WINDOW (object);

  g_free (self->title);
  g_array_unref (self->rounds);

  G_OBJECT_CLASS (wb_group_window_parent_class)->finalize (object);
}

static void
wb_group_window_class_init (WbGroupWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_group_window_finalize;
  gtk_widget_class_install_action (widget_class, "group.add", "u", add_action);
  gtk_widget_class_install_action (widget_class, "group.take", "u", take_action);
  gtk_widget_class_install_action (widget_class, "group.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "group.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "group.reveal", NULL, reveal_action);
}

static void
wb_group_window_init (WbGroupWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rounds = g_array_new (FALSE, TRUE, sizeof (WbGroupRound));
  g_array_set_clear_func (self->rounds, round_clear);
  self->board = WB_GROUP_BOARD (wb_group_board_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->board));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_window_set_child (GTK_WINDOW (self), box);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  wb_fitting_size_set (GTK_WINDOW (self), 1280, 720);
  gtk_window_fullscreen (GTK_WINDOW (self));
}

static gboolean
add_lesson (WbGroupWindow  *self,
            WbLibrary      *library,
            const char     *id,
            GError        **error)
{
  g_autoptr (WbItem) item = wb_library_get_item (library, id, error);
  g_autoptr (WbLesson) lesson = item != NULL ? wb_lesson_from_json (wb_item_get_payload (item), error) : NULL;
  GPtrArray *questions;

  if (lesson == NULL)
    return FALSE;

  questions = wb_lesson_get_questions (lesson);
  for (guint i = 0; i < questions->len; i++)
    {
      WbGroupRound round = { FALSE, { 0 }, wb_question_ref (g_ptr_array_index (questions, i)) };

      g_array_append_val (self->rounds, round);
    }

  return TRUE;
}

static gboolean
add_questions (WbGroupWindow  *self,
               WbLibrary      *library,
               WbItem         *item,
               GError        **error)
{
  g_autoptr (WbCourse) course = NULL;

  if (wb_item_get_kind (item) != WB_KIND_COURSE)
    return add_lesson (self, library, wb_item_get_id (item), error);

  course = wb_course_from_json (wb_item_get_payload (item), error);
  if (course == NULL)
    return FALSE;
  for (guint i = 0; i < wb_course_get_lessons (course)->len; i++)
    if (!add_lesson (self, library, g_ptr_array_index (wb_course_get_lessons (course), i), error))
      return FALSE;

  return TRUE;
}

GtkWidget *
wb_group_window_new (WbServices  *services,
                     const char  *id,
                     GError     **error)
{
  WbLibrary *library;
  g_autoptr (WbItem) item = NULL;
  WbGroupWindow *self;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  library = wb_services_get_library (services);
  item = wb_library_get_item (library, id, error);
  if (item == NULL)
    return NULL;

  self = g_object_new (WB_TYPE_GROUP_WINDOW, "title", wb_item_get_title (item), NULL);
  self->title = g_strdup (wb_item_get_title (item));
  if (!add_questions (self, library, item, error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  if (self->rounds->len == 0)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("“%s” has no questions."), self->title);
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  go_to (self, 0);

  return GTK_WIDGET (self);
}

guint
wb_group_window_get_count (WbGroupWindow *self,
                           guint          choice)
{
  g_return_val_if_fail (WB_IS_GROUP_WINDOW (self), 0);
  g_return_val_if_fail (choice < WB_GROUP_MAX_CHOICES, 0);

  return get_round (self)->counts[choice];
}

guint
wb_group_window_get_number (WbGroupWindow *self)
{
  g_return_val_if_fail (WB_IS_GROUP_WINDOW (self), 0);

  return self->current;
}
