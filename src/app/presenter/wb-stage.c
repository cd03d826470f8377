/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-stage.h"

#include <glib/gi18n.h>

#include "wb-fitting-size.h"
#include "wb-screen-plan.h"

#define WINDOW_WIDTH 1120 /* of a plain window */
#define WINDOW_HEIGHT 630
#define OPENED_MS 300 /* a window manager may keep a window from being drawn */

struct _WbStage
{
  GObject parent_instance;

  gboolean closed;
  gboolean windows;
  gboolean speaker;         /* in front, with one screen */
  gboolean had_wall;
  gboolean audience_closed; /* by hand; F5 brings it back */
  gboolean speaker_closed;
  gboolean overview_alone;  /* the speaker's view came for the overview only */
  guint home;
  guint opening;
  int audience_screen; /* where they are; -2: nowhere */
  int speaker_screen;

  /* Owned */
  GtkApplication *application; /* (nullable) */
  GActionGroup *actions;
  WbScreens *screens;
  WbSlideCache *cache;
  WbShow *show;
  char *title;
  GtkWindowGroup *group; /* of its own: a dialog that a talk was started from would keep the keys */
  GtkWindow *audience;
  GtkWindow *speaker_window; /* (nullable) */
  char *wanted;              /* connector of the screen chosen for the audience (nullable) */
};

enum
{
  OPENED,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbStage, wb_stage, G_TYPE_OBJECT)

static void apply_plan (WbStage *self);

static gboolean
is_shown (GtkWindow *window)
{
  return window != NULL && gtk_widget_get_visible (GTK_WIDGET (window));
}

static void
update_menu (WbStage *self)
{
  const guint n = wb_screens_get_n (self->screens);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) screens = g_menu_new ();
  g_autoptr (GMenu) views = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_autofree char *connector = wb_screens_dup_connector (self->screens, i);
      g_autofree char *label = wb_screens_describe (self->screens, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "show.screen", "s", connector);
      g_menu_append_item (screens, item);
    }
  if (n > 1)
    {
      g_menu_append_section (menu, _("Audience’s screen"), G_MENU_MODEL (screens));
      g_menu_append (views, _("Swap the screens"), "show.swap");
    }
  g_menu_append (views, _("Two windows, for video calls"), "show.windows");
  g_menu_append (views, _("Show the audience’s window again"), "show.start");
  g_menu_append (views, _("Hide this view"), "show.speaker");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (views));
  g_menu_append (last, _("_Keyboard Shortcuts"), "show.help");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  wb_presenter_window_set_menu (WB_PRESENTER_WINDOW (self->speaker_window), G_MENU_MODEL (menu));
}

static void
update_screens (WbStage            *self,
                const WbScreenPlan *plan)
{
  WbPresenterWindow *window = WB_PRESENTER_WINDOW (self->speaker_window);

  if (self->audience_closed)
    wb_presenter_window_set_screens (window, _("The audience’s window is closed. F5 shows it."), FALSE);
  else if (self->windows)
    wb_presenter_window_set_screens (window, _("Two windows"), FALSE);
  else if (wb_screens_get_n (self->screens) > 1)
    {
      g_autofree char *name = wb_screens_describe (self->screens, (guint) plan->audience_screen);
      g_autofree char *text = g_strdup_printf (_("Audience: %s"), name);

      wb_presenter_window_set_screens (window, text, TRUE);
    }
  else if (self->had_wall)
    wb_presenter_window_set_screens (window, _("The projector is not connected. The audience sees nothing."), FALSE);
  else
    wb_presenter_window_set_screens (window, _("One screen. P changes the view."), FALSE);
  update_menu (self);
}

static void
place (WbStage   *self,
       GtkWindow *window,
       int        screen,
       int       *current)
{
  g_autoptr (GdkMonitor) monitor = wb_screens_get_monitor (self->screens, screen);

  if (monitor != NULL && screen != *current)
    {
      GdkRectangle area;

      /* The size it will have, so that the first picture is drawn for it. */
      gdk_monitor_get_geometry (monitor, &area);
      gtk_window_set_default_size (window, area.width, area.height);
      gtk_window_fullscreen_on_monitor (window, monitor);
    }
  else if (monitor == NULL && *current != -1)
    {
      wb_fitting_size_set (window, WINDOW_WIDTH, WINDOW_HEIGHT);
      gtk_window_unfullscreen (window);
    }
  *current = monitor != NULL ? screen : -1;
  gtk_window_present (window);
}

static void
put_away (GtkWindow *window,
          int       *current)
{
  if (window != NULL)
    gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  *current = -2;
}

static gboolean
speaker_close_cb (WbStage *self)
{
  self->speaker = FALSE;
  self->speaker_closed = TRUE;
  if (self->audience_closed || !is_shown (self->audience))
    g_signal_emit (self, signals[ENDED], 0);
  else
    apply_plan (self);

  return GDK_EVENT_STOP;
}

static gboolean
audience_close_cb (WbStage *self)
{
  self->audience_closed = TRUE;
  if (!is_shown (self->speaker_window))
    g_signal_emit (self, signals[ENDED], 0);
  else
    apply_plan (self);

  return GDK_EVENT_STOP;
}

/* Takes the window into the talk. */
static GtkWindow *
adopt (WbStage   *self,
       GtkWidget *window,
       GCallback  close_cb)
{
  gtk_window_group_add_window (self->group, GTK_WINDOW (window));
  gtk_widget_insert_action_group (window, "show", self->actions);
  g_signal_connect_object (window, "close-request", close_cb, self, G_CONNECT_SWAPPED);
  if (self->application != NULL)
    gtk_window_set_application (GTK_WINDOW (window), self->application);

  return g_object_ref (GTK_WINDOW (window));
}

static WbScreenPlan
make_plan (WbStage *self)
{
  const WbScreenWish wish = {
    .n_screens = MAX (wb_screens_get_n (self->screens), 1),
    .home = self->home,
    .wanted = wb_screens_find (self->screens, self->wanted),
    .windows = self->windows,
    .speaker = self->speaker,
    .had_wall = self->had_wall,
  };

  if (wish.n_screens > 1 && !wish.windows)
    self->had_wall = TRUE;

  return wb_screen_plan_make (&wish);
}

static void
place_audience (WbStage            *self,
                const WbScreenPlan *plan)
{
  if (plan->audience_shown && !self->audience_closed)
    place (self, self->audience, plan->audience_screen, &self->audience_screen);
  else
    put_away (self->audience, &self->audience_screen);
}

/* With one screen the speaker's view lies on top; with two, the keyboard belongs there. */
static void
apply_plan (WbStage *self)
{
  WbScreenPlan plan;

  if (self->closed)
    return;
  plan = make_plan (self);
  place_audience (self, &plan);
  if (plan.speaker_shown && (!self->speaker_closed || !plan.audience_shown))
    {
      wb_stage_ensure_speaker (self);
      update_screens (self, &plan);
      place (self, self->speaker_window, plan.speaker_screen, &self->speaker_screen);
    }
  else
    put_away (self->speaker_window, &self->speaker_screen);
  wb_slide_view_set_alone (wb_audience_window_get_view (WB_AUDIENCE_WINDOW (self->audience)), self->speaker_screen == -2);
}

static void
changed_cb (WbStage *self)
{
  /* The numbers of the screens may mean others now. */
  self->audience_screen = self->speaker_screen = -2;
  apply_plan (self);
}

static gboolean
opened_cb (gpointer data)
{
  g_autoptr (WbStage) self = g_object_ref (data);

  self->opening = 0;
  apply_plan (self);
  g_signal_emit (self, signals[OPENED], 0);

  return G_SOURCE_REMOVE;
}

/* Not in the midst of a frame. */
static void
painted_cb (WbStage       *self,
            GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  if (self->opening == 0)
    return;
  g_source_remove (self->opening);
  self->opening = g_idle_add (opened_cb, self);
}

static void
wb_stage_dispose (GObject *object)
{
  WbStage *self = WB_STAGE (object);

  g_clear_handle_id (&self->opening, g_source_remove);
  if (self->speaker_window != NULL)
    gtk_window_destroy (self->speaker_window);
  if (self->audience != NULL)
    gtk_window_destroy (self->audience);
  g_clear_object (&self->speaker_window);
  g_clear_object (&self->audience);
  g_clear_object (&self->group);
  g_clear_object (&self->actions);
  g_clear_object (&self->screens);
  g_clear_object (&self->cache);
  g_clear_object (&self->show);
  g_clear_object (&self->application);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (wb_stage_parent_class)->dispose (object);
}

static void
wb_stage_class_init (WbStageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_stage_dispose;

  signals[OPENED] = g_signal_new ("opened", WB_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", WB_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wb_stage_init (WbStage *self)
{
  self->audience_screen = self->speaker_screen = -2;
  self->group = gtk_window_group_new ();
}

WbStage *
wb_stage_new (GtkApplication   *application,
              GActionGroup     *actions,
              WbScreens        *screens,
              guint             home,
              WbAudienceWindow *audience,
              WbSlideCache     *cache,
              WbShow           *show,
              const char       *title)
{
  WbStage *self;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (WB_IS_SCREENS (screens), NULL);
  g_return_val_if_fail (WB_IS_AUDIENCE_WINDOW (audience), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (WB_TYPE_STAGE, NULL);
  self->application = application != NULL ? g_object_ref (application) : NULL;
  self->actions = g_object_ref (actions);
  self->screens = g_object_ref (screens);
  self->home = home;
  self->cache = g_object_ref (cache);
  self->show = g_object_ref (show);
  self->title = g_strdup (title);
  self->audience = adopt (self, GTK_WIDGET (audience), G_CALLBACK (audience_close_cb));
  wb_audience_window_set_up (audience, cache, show);
  wb_slide_view_set_alone (wb_audience_window_get_view (audience), TRUE);
  g_signal_connect_object (screens, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
wb_stage_open (WbStage *self)
{
  WbScreenPlan plan;

  g_return_if_fail (WB_IS_STAGE (self));

  plan = make_plan (self);
  self->opening = g_timeout_add (OPENED_MS, opened_cb, self);
  gtk_widget_realize (GTK_WIDGET (self->audience));
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self->audience)), "after-paint", G_CALLBACK (painted_cb), self,
                           G_CONNECT_SWAPPED);
  place_audience (self, &plan);
}

void
wb_stage_close (WbStage *self)
{
  g_return_if_fail (WB_IS_STAGE (self));

  self->closed = TRUE;
  g_clear_handle_id (&self->opening, g_source_remove);
  put_away (self->audience, &self->audience_screen);
  put_away (self->speaker_window, &self->speaker_screen);
}

GtkWindow *
wb_stage_get_audience (WbStage *self)
{
  g_return_val_if_fail (WB_IS_STAGE (self), NULL);

  return self->audience;
}

GtkWindow *
wb_stage_get_speaker (WbStage *self)
{
  g_return_val_if_fail (WB_IS_STAGE (self), NULL);

  return self->speaker_window;
}

WbPresenterWindow *
wb_stage_ensure_speaker (WbStage *self)
{
  g_return_val_if_fail (WB_IS_STAGE (self), NULL);

  if (self->speaker_window == NULL)
    self->speaker_window
      = adopt (self, wb_presenter_window_new (self->cache, self->show, self->title), G_CALLBACK (speaker_close_cb));

  return WB_PRESENTER_WINDOW (self->speaker_window);
}

WbPresenterWindow *
wb_stage_get_shown_speaker (WbStage *self)
{
  g_return_val_if_fail (WB_IS_STAGE (self), NULL);

  return is_shown (self->speaker_window) ? WB_PRESENTER_WINDOW (self->speaker_window) : NULL;
}

void
wb_stage_toggle_speaker (WbStage *self)
{
  gboolean shown;

  g_return_if_fail (WB_IS_STAGE (self));

  shown = is_shown (self->speaker_window);
  self->speaker = !shown;
  self->speaker_closed = shown;
  apply_plan (self);
}

void
wb_stage_set_overview (WbStage  *self,
                       gboolean  overview)
{
  g_return_if_fail (WB_IS_STAGE (self));

  if (!overview)
    {
      wb_presenter_window_set_overview (wb_stage_ensure_speaker (self), FALSE);
      if (self->overview_alone)
        self->speaker = FALSE;
      self->overview_alone = FALSE;
      apply_plan (self);
      return;
    }
  self->overview_alone = !is_shown (self->speaker_window);
  self->speaker = TRUE;
  self->speaker_closed = FALSE;
  apply_plan (self);
  wb_presenter_window_set_overview (wb_stage_ensure_speaker (self), TRUE);
}

void
wb_stage_choose_screen (WbStage    *self,
                        const char *connector)
{
  g_return_if_fail (WB_IS_STAGE (self));

  g_free (self->wanted);
  self->wanted = g_strdup (connector);
  self->windows = FALSE;
  apply_plan (self);
}

void
wb_stage_swap (WbStage *self)
{
  g_return_if_fail (WB_IS_STAGE (self));

  if (wb_screens_get_n (self->screens) < 2 || self->windows || self->speaker_screen < 0)
    return;
  g_free (self->wanted);
  self->wanted = wb_screens_dup_connector (self->screens, (guint) self->speaker_screen);
  self->home = (guint) self->audience_screen;
  apply_plan (self);
}

gboolean
wb_stage_get_windows (WbStage *self)
{
  g_return_val_if_fail (WB_IS_STAGE (self), FALSE);

  return self->windows;
}

void
wb_stage_set_windows (WbStage  *self,
                      gboolean  windows)
{
  g_return_if_fail (WB_IS_STAGE (self));

  self->windows = windows;
  self->audience_closed = self->speaker_closed = FALSE;
  apply_plan (self);
}

void
wb_stage_show_audience (WbStage *self)
{
  g_return_if_fail (WB_IS_STAGE (self));

  self->audience_closed = FALSE;
  /* Nobody else is there to show it to: on this screen, then. */
  if (wb_screens_get_n (self->screens) < 2)
    self->had_wall = self->speaker = FALSE;
  apply_plan (self);
}

void
wb_stage_show_above (WbStage   *self,
                     GtkWindow *window)
{
  g_return_if_fail (WB_IS_STAGE (self));
  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_window_group_add_window (self->group, window);
  gtk_window_set_transient_for (window, is_shown (self->speaker_window) ? self->speaker_window : self->audience);
  gtk_window_present (window);
}
