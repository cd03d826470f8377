/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-presenter.h"

#include <glib/gi18n.h>

#include "wb-paginator.h"
#include "wb-show-memory.h"
#include "wb-stage.h"
#include "wb-talk-ahead.h"

#define STEP 0.02 /* of the slide, for the pointer */
#define PAN 0.2
#define CLOSER 0.8

/* Of the application: the talks that are going on. */
#define RUNNING "wb-running-talks"

struct _WbPresenter
{
  GObject parent_instance;

  gboolean ended;
  guint inhibited;

  /* Owned */
  WbDocument *document;
  WbShow *show;
  WbStage *stage;
  GSimpleActionGroup *actions;
  GtkApplication *application; /* (nullable) */

  /* Weak */
  GtkWindow *parent; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbPresenter, wb_presenter, G_TYPE_OBJECT)

/* Actions */

static void
next_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  wb_show_forget_typed (WB_PRESENTER (data)->show);
  wb_show_step (WB_PRESENTER (data)->show, 1);
}

static void
previous_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  wb_show_forget_typed (WB_PRESENTER (data)->show);
  wb_show_step (WB_PRESENTER (data)->show, -1);
}

static void
first_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  wb_show_set_slide (WB_PRESENTER (data)->show, 0);
}

static void
last_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  WbShow *show = WB_PRESENTER (data)->show;

  if (wb_show_get_n_slides (show) > 0)
    wb_show_set_slide (show, wb_show_get_n_slides (show) - 1);
}

static void
digit_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  wb_show_type_digit (WB_PRESENTER (data)->show, g_variant_get_uint32 (parameter));
}

static void
enter_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  WbShow *show = WB_PRESENTER (data)->show;

  if (!wb_show_jump_to_typed (show))
    wb_show_step (show, 1);
}

static void
toggle_cover (WbPresenter *self,
              WbCover      cover)
{
  wb_show_set_cover (self->show, wb_show_get_cover (self->show) == cover ? WB_COVER_NONE : cover);
}

static void
black_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  toggle_cover (data, WB_COVER_BLACK);
}

static void
white_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  toggle_cover (data, WB_COVER_WHITE);
}

static void
freeze_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  WbShow *show = WB_PRESENTER (data)->show;

  wb_show_set_frozen (show, !wb_show_get_frozen (show));
}

static void
pointer_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  WbShow *show = WB_PRESENTER (data)->show;

  wb_show_set_pointer (show, !wb_show_get_pointer (show, FALSE, NULL, NULL));
}

static void
zoom_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  WbShow *show = WB_PRESENTER (data)->show;

  if (wb_show_get_zoom (show, FALSE, NULL))
    wb_show_set_zoom (show, NULL);
  else
    wb_show_zoom_by (show, 1);
}

static void
closer_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  wb_show_zoom_by (WB_PRESENTER (data)->show, CLOSER);
}

static void
further_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  WbShow *show = WB_PRESENTER (data)->show;

  if (wb_show_get_zoom (show, FALSE, NULL))
    wb_show_zoom_by (show, 1 / CLOSER);
}

/* The pointer's spot when it is on, else the part that is zoomed into. */
static void
move (WbPresenter *self,
      double       dx,
      double       dy)
{
  double x, y;

  if (wb_show_get_pointer (self->show, FALSE, &x, &y))
    wb_show_move_pointer (self->show, x + dx * STEP, y + dy * STEP);
  else if (wb_show_get_zoom (self->show, FALSE, NULL))
    wb_show_pan_by (self->show, dx * PAN, dy * PAN);
}

static void
left_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  move (data, -1, 0);
}

static void
right_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  move (data, 1, 0);
}

static void
up_action (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  move (data, 0, -1);
}

static void
down_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  move (data, 0, 1);
}

static void
set_state (WbPresenter *self,
           const char  *name,
           gboolean     state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static void
leave_overview (WbPresenter *self)
{
  wb_stage_set_overview (self->stage, FALSE);
  set_state (self, "overview", FALSE);
}

static gboolean
is_in_overview (WbPresenter *self)
{
  WbPresenterWindow *speaker = wb_stage_get_shown_speaker (self->stage);

  return speaker != NULL && wb_presenter_window_get_overview (speaker);
}

static void
overview_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  WbPresenter *self = data;

  if (is_in_overview (self))
    {
      leave_overview (self);
      return;
    }
  wb_stage_set_overview (self->stage, TRUE);
  set_state (self, "overview", TRUE);
}

/* From the overview, which has done its work. */
static void
chosen_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  leave_overview (data);
}

static void
pause_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  WbShow *show = WB_PRESENTER (data)->show;

  if (wb_show_get_clock_running (show))
    wb_show_pause_clock (show, g_get_monotonic_time ());
  else
    wb_show_start_clock (show, g_get_monotonic_time ());
}

static void
reset_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  wb_show_reset_clock (WB_PRESENTER (data)->show, g_get_monotonic_time ());
}

static void
countdown_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  WbPresenter *self = data;
  const char *title;
  guint minutes;

  if (wb_show_get_countdown (self->show, 0, NULL))
    {
      wb_show_stop_countdown (self->show);
      return;
    }
  minutes = wb_presenter_window_get_countdown (wb_stage_ensure_speaker (self->stage), &title);
  wb_show_start_countdown (self->show, minutes, title, g_get_monotonic_time ());
}

static void
speaker_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  wb_stage_toggle_speaker (WB_PRESENTER (data)->stage);
}

static void
screen_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  WbPresenter *self = data;

  wb_stage_choose_screen (self->stage, g_variant_get_string (parameter, NULL));
  set_state (self, "windows", FALSE);
}

static void
swap_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  wb_stage_swap (WB_PRESENTER (data)->stage);
}

static void
windows_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  WbPresenter *self = data;
  const gboolean windows = !wb_stage_get_windows (self->stage);

  set_state (self, "windows", windows);
  wb_stage_set_windows (self->stage, windows);
}

static void
start_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  wb_stage_show_audience (WB_PRESENTER (data)->stage);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/help-overlay.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  g_object_set (window, "section-name", "presentation", NULL);
  wb_stage_show_above (WB_PRESENTER (data)->stage, window);
}

/* One step back out of whatever is open, and then out of the talk. */
static void
escape_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  WbPresenter *self = data;
  WbPresenterWindow *speaker = wb_stage_get_shown_speaker (self->stage);

  if (speaker != NULL && gtk_window_is_active (GTK_WINDOW (speaker)) && wb_presenter_window_leave_text (speaker))
    return;
  if (is_in_overview (self))
    {
      leave_overview (self);
      return;
    }
  if (*wb_show_get_typed (self->show) != '\0')
    wb_show_forget_typed (self->show);
  else if (wb_show_get_zoom (self->show, FALSE, NULL))
    wb_show_set_zoom (self->show, NULL);
  else
    wb_presenter_end (self);
}

static void
end_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  wb_presenter_end (data);
}

static void
add_actions (WbPresenter *self)
{
  static const GActionEntry entries[] = {
    { "next", next_action },
    { "previous", previous_action },
    { "first", first_action },
    { "last", last_action },
    { "digit", digit_action, "u" },
    { "enter", enter_action },
    { "black", black_action, NULL, "false" },
    { "white", white_action, NULL, "false" },
    { "freeze", freeze_action, NULL, "false" },
    { "pointer", pointer_action, NULL, "false" },
    { "zoom", zoom_action, NULL, "false" },
    { "closer", closer_action },
    { "further", further_action },
    { "left", left_action },
    { "right", right_action },
    { "up", up_action },
    { "down", down_action },
    { "overview", overview_action, NULL, "false" },
    { "chosen", chosen_action },
    { "pause", pause_action },
    { "reset", reset_action },
    { "countdown", countdown_action },
    { "speaker", speaker_action },
    { "screen", screen_action, "s" },
    { "swap", swap_action },
    { "windows", windows_action, NULL, "false" },
    { "start", start_action },
    { "help", help_action },
    { "escape", escape_action },
    { "end", end_action },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

static void
enable (WbPresenter *self,
        const char  *name,
        gboolean     enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
changed_cb (WbPresenter *self,
            guint        parts)
{
  const WbCover cover = wb_show_get_cover (self->show);

  set_state (self, "black", cover == WB_COVER_BLACK);
  set_state (self, "white", cover == WB_COVER_WHITE);
  set_state (self, "freeze", wb_show_get_frozen (self->show));
  set_state (self, "pointer", wb_show_get_pointer (self->show, FALSE, NULL, NULL));
  set_state (self, "zoom", wb_show_get_zoom (self->show, FALSE, NULL));
  enable (self, "previous", cover != WB_COVER_NONE || wb_show_get_slide (self->show) > 0);
  enable (self, "next", cover != WB_COVER_NONE || !wb_show_is_at_end (self->show));
}

/* The talk */

/* The first picture was there before anything that asks others and waits for them. */
static void
opened_cb (WbPresenter *self)
{
  if (self->application != NULL && !self->ended)
    self->inhibited = gtk_application_inhibit (self->application, wb_stage_get_audience (self->stage),
                                               GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                               _("A presentation is being shown"));
}

static void
wb_presenter_dispose (GObject *object)
{
  WbPresenter *self = WB_PRESENTER (object);

  g_clear_object (&self->stage);
  g_clear_object (&self->document);
  g_clear_object (&self->show);
  g_clear_object (&self->actions);
  g_clear_object (&self->application);
  g_clear_weak_pointer (&self->parent);

  G_OBJECT_CLASS (wb_presenter_parent_class)->dispose (object);
}

static void
wb_presenter_class_init (WbPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_presenter_dispose;
}

static void
wb_presenter_init (WbPresenter *self)
{
  add_actions (self);
}

/* What was prepared of this very document, or all of it now. */
static void
set_the_stage (WbPresenter *self)
{
  GdkDisplay *display = self->parent != NULL ? gtk_widget_get_display (GTK_WIDGET (self->parent)) : gdk_display_get_default ();
  g_autoptr (WbScreens) screens = wb_screens_new (display);
  g_autoptr (WbAudienceWindow) audience = NULL;
  g_autoptr (WbSlideCache) cache = wb_talk_ahead_take (self->parent, self->document, &audience);
  const char *title = wb_document_get_title (self->document);

  if (cache == NULL)
    {
      g_autoptr (WbPaginator) paginator = wb_paginator_new (self->document, 0, 0);

      cache = wb_slide_cache_new (paginator);
    }
  if (audience == NULL)
    audience = WB_AUDIENCE_WINDOW (g_object_ref (wb_audience_window_new (title)));
  self->show = wb_show_memory_recall (self->application, self->document,
                                      wb_paginator_get_n_pages (wb_slide_cache_get_paginator (cache)));
  self->stage = wb_stage_new (self->application, G_ACTION_GROUP (self->actions), screens, wb_screens_find_home (screens, self->parent),
                              audience, cache, self->show, title);
}

/* The talk about the same deck that is going on. (nullable) (transfer none) */
static WbPresenter *
find_running (GtkApplication *application,
              WbDocument     *document)
{
  GPtrArray *running = application != NULL ? g_object_get_data (G_OBJECT (application), RUNNING) : NULL;

  for (guint i = 0; running != NULL && i < running->len; i++)
    if (wb_show_memory_is_same (((WbPresenter *) g_ptr_array_index (running, i))->document, document))
      return g_ptr_array_index (running, i);

  return NULL;
}

static void
set_running (WbPresenter *self,
             gboolean     is_running)
{
  GPtrArray *running = self->application != NULL ? g_object_get_data (G_OBJECT (self->application), RUNNING) : NULL;

  if (self->application == NULL)
    return;
  if (running == NULL)
    {
      running = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (self->application), RUNNING, running, (GDestroyNotify) g_ptr_array_unref);
    }
  if (is_running)
    g_ptr_array_add (running, self);
  else
    g_ptr_array_remove (running, self);
}

/* Brings the windows of the talk to the front; the speaker's, last, has the keys. */
static void
raise_windows (WbPresenter *self)
{
  GtkWindow *speaker = wb_stage_get_speaker (self->stage);

  gtk_window_present (wb_stage_get_audience (self->stage));
  if (speaker != NULL && gtk_widget_get_visible (GTK_WIDGET (speaker)))
    gtk_window_present (speaker);
}

WbPresenter *
wb_presenter_start (WbDocument *document,
                    GtkWindow  *parent)
{
  WbPresenter *self;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  self = find_running (parent != NULL ? gtk_window_get_application (parent) : NULL, document);
  if (self != NULL)
    {
      raise_windows (self);
      return self;
    }

  /* Owned by the talk itself until its end. */
  self = g_object_new (WB_TYPE_PRESENTER, NULL);
  self->document = g_object_ref (document);
  g_set_weak_pointer (&self->parent, parent);
  if (parent != NULL && gtk_window_get_application (parent) != NULL)
    self->application = g_object_ref (gtk_window_get_application (parent));
  set_the_stage (self);
  g_signal_connect_object (self->show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "ended", G_CALLBACK (wb_presenter_end), self, G_CONNECT_SWAPPED);
  changed_cb (self, G_MAXUINT);
  set_running (self, TRUE);
  wb_stage_open (self->stage);
  wb_show_start_clock (self->show, g_get_monotonic_time ());

  return self;
}

/* The windows go when nobody is in the middle of one of their signals any more. */
static gboolean
destroy_cb (gpointer data)
{
  WbPresenter *self = data;

  if (self->parent != NULL)
    wb_talk_ahead_again (self->parent);
  g_object_unref (self);

  return G_SOURCE_REMOVE;
}

void
wb_presenter_end (WbPresenter *self)
{
  g_return_if_fail (WB_IS_PRESENTER (self));

  if (self->ended)
    return;
  self->ended = TRUE;
  set_running (self, FALSE);
  wb_show_pause_clock (self->show, g_get_monotonic_time ());
  wb_show_set_cover (self->show, WB_COVER_NONE);
  wb_show_set_frozen (self->show, FALSE);
  wb_show_set_zoom (self->show, NULL);
  wb_show_set_pointer (self->show, FALSE);
  wb_show_stop_countdown (self->show);
  wb_show_forget_typed (self->show);
  wb_show_memory_keep (self->application, self->document, self->show);
  if (self->inhibited != 0)
    gtk_application_uninhibit (self->application, self->inhibited);
  wb_stage_close (self->stage);
  g_idle_add (destroy_cb, self);
}

WbShow *
wb_presenter_get_show (WbPresenter *self)
{
  g_return_val_if_fail (WB_IS_PRESENTER (self), NULL);

  return self->show;
}

GtkWindow *
wb_presenter_get_audience (WbPresenter *self)
{
  g_return_val_if_fail (WB_IS_PRESENTER (self), NULL);

  return wb_stage_get_audience (self->stage);
}

GtkWindow *
wb_presenter_get_speaker (WbPresenter *self)
{
  g_return_val_if_fail (WB_IS_PRESENTER (self), NULL);

  return wb_stage_get_speaker (self->stage);
}
