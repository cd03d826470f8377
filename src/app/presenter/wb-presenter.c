/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-presenter.h"

#include <glib/gi18n.h>

#include "wb-audience-window.h"
#include "wb-paginator.h"
#include "wb-presenter-window.h"
#include "wb-screen-plan.h"

#define MEMORY "wb-shows"
#define WINDOW_WIDTH 1120 /* of a plain window */
#define WINDOW_HEIGHT 630
#define REPLAN_MS 150
#define STEP 0.02 /* of the slide, for the pointer */
#define PAN 0.2
#define CLOSER 0.8

struct _WbPresenter
{
  GObject parent_instance;

  gboolean ended;
  gboolean windows;
  gboolean speaker;         /* in front, with one screen */
  gboolean had_wall;
  gboolean audience_closed; /* by hand; F5 brings it back */
  gboolean speaker_closed;
  gboolean overview_alone;  /* the speaker's view came for the overview only */
  guint home;
  guint inhibited;
  guint replan;
  int audience_screen; /* where they are; -2: nowhere */
  int speaker_screen;

  /* Owned */
  WbDocument *document;
  WbShow *show;
  WbSlideCache *cache;
  GSimpleActionGroup *actions;
  GListModel *monitors;
  GtkApplication *application; /* (nullable) */
  GtkWindowGroup *group; /* of its own: a dialog that a talk was started from would keep the keys */
  GtkWindow *audience;
  GtkWindow *speaker_window; /* (nullable) */
  char *wanted;              /* connector of the screen chosen for the audience (nullable) */
};

G_DEFINE_FINAL_TYPE (WbPresenter, wb_presenter, G_TYPE_OBJECT)

static void apply_plan (WbPresenter *self);

/* Screens */

static char *
get_connector (WbPresenter *self,
               guint        screen)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, screen);
  const char *name = monitor != NULL ? gdk_monitor_get_connector (monitor) : NULL;

  return name != NULL ? g_strdup (name) : g_strdup_printf ("%u", screen + 1);
}

static int
find_screen (WbPresenter *self,
             const char  *connector)
{
  for (guint i = 0; connector != NULL && i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autofree char *name = get_connector (self, i);

      if (g_str_equal (name, connector))
        return (int) i;
    }

  return -1;
}

/* "HDMI-1 · 1280 × 720". (transfer full) */
static char *
describe_screen (WbPresenter *self,
                 guint        screen)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, screen);
  g_autofree char *connector = get_connector (self, screen);
  const char *model = gdk_monitor_get_model (monitor);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);

  return g_strdup_printf ("%s · %d × %d", model != NULL && *model != '\0' ? model : connector, area.width, area.height);
}

static void
update_menu (WbPresenter *self)
{
  const guint n = g_list_model_get_n_items (self->monitors);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) screens = g_menu_new ();
  g_autoptr (GMenu) views = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_autofree char *connector = get_connector (self, i);
      g_autofree char *label = describe_screen (self, i);
      GMenuItem *item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "show.screen", "s", connector);
      g_menu_append_item (screens, item);
      g_object_unref (item);
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
update_screens (WbPresenter        *self,
                const WbScreenPlan *plan)
{
  WbPresenterWindow *window = WB_PRESENTER_WINDOW (self->speaker_window);
  const guint n = g_list_model_get_n_items (self->monitors);

  if (self->audience_closed)
    wb_presenter_window_set_screens (window, _("The audience’s window is closed. F5 shows it."), FALSE);
  else if (self->windows)
    wb_presenter_window_set_screens (window, _("Two windows"), FALSE);
  else if (n > 1)
    {
      g_autofree char *name = describe_screen (self, (guint) plan->audience_screen);
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
place (WbPresenter *self,
       GtkWindow   *window,
       int          screen,
       int         *current)
{
  g_autoptr (GdkMonitor) monitor = NULL;

  if (screen >= 0)
    monitor = g_list_model_get_item (self->monitors, (guint) screen);
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
      gtk_window_set_default_size (window, WINDOW_WIDTH, WINDOW_HEIGHT);
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
speaker_close_cb (WbPresenter *self)
{
  self->speaker = FALSE;
  self->speaker_closed = TRUE;
  if (self->audience_closed || !gtk_widget_get_visible (GTK_WIDGET (self->audience)))
    wb_presenter_end (self);
  else
    apply_plan (self);

  return GDK_EVENT_STOP;
}

static gboolean
audience_close_cb (WbPresenter *self)
{
  self->audience_closed = TRUE;
  if (self->speaker_window == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->speaker_window)))
    wb_presenter_end (self);
  else
    apply_plan (self);

  return GDK_EVENT_STOP;
}

/* Takes the floating window into the talk. */
static GtkWindow *
adopt (WbPresenter *self,
       GtkWidget   *window,
       GCallback    close_cb)
{
  gtk_window_group_add_window (self->group, GTK_WINDOW (window));
  gtk_widget_insert_action_group (window, "show", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (window, "close-request", close_cb, self, G_CONNECT_SWAPPED);
  if (self->application != NULL)
    gtk_window_set_application (GTK_WINDOW (window), self->application);

  return g_object_ref (GTK_WINDOW (window));
}

static void
ensure_speaker (WbPresenter *self)
{
  if (self->speaker_window != NULL)
    return;
  self->speaker_window
    = adopt (self, wb_presenter_window_new (self->cache, self->show, wb_document_get_title (self->document)),
             G_CALLBACK (speaker_close_cb));
}

/* With one screen the speaker's view lies on top; with two, the keyboard belongs there. */
static void
apply_plan (WbPresenter *self)
{
  const WbScreenWish wish = {
    .n_screens = MAX (g_list_model_get_n_items (self->monitors), 1),
    .home = self->home,
    .wanted = find_screen (self, self->wanted),
    .windows = self->windows,
    .speaker = self->speaker,
    .had_wall = self->had_wall,
  };
  const WbScreenPlan plan = wb_screen_plan_make (&wish);

  if (self->ended)
    return;
  if (wish.n_screens > 1 && !wish.windows)
    self->had_wall = TRUE;

  if (plan.audience_shown && !self->audience_closed)
    place (self, self->audience, plan.audience_screen, &self->audience_screen);
  else
    put_away (self->audience, &self->audience_screen);
  if (plan.speaker_shown && (!self->speaker_closed || !plan.audience_shown))
    {
      ensure_speaker (self);
      update_screens (self, &plan);
      place (self, self->speaker_window, plan.speaker_screen, &self->speaker_screen);
    }
  else
    put_away (self->speaker_window, &self->speaker_screen);
  wb_slide_view_set_alone (wb_audience_window_get_view (WB_AUDIENCE_WINDOW (self->audience)), self->speaker_screen == -2);
}

static gboolean
replan_cb (gpointer data)
{
  WbPresenter *self = data;

  self->replan = 0;
  if (g_list_model_get_n_items (self->monitors) > 0)
    apply_plan (self);

  return G_SOURCE_REMOVE;
}

/* Screens come before their size is known, and several changes come together. */
static void
monitors_changed_cb (WbPresenter *self)
{
  /* The numbers of the screens may mean others now. */
  self->audience_screen = self->speaker_screen = -2;
  g_clear_handle_id (&self->replan, g_source_remove);
  if (!self->ended)
    self->replan = g_timeout_add (REPLAN_MS, replan_cb, self);
}

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
leave_overview (WbPresenter *self)
{
  wb_presenter_window_set_overview (WB_PRESENTER_WINDOW (self->speaker_window), FALSE);
  if (self->overview_alone)
    self->speaker = FALSE;
  self->overview_alone = FALSE;
  apply_plan (self);
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
overview_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  WbPresenter *self = data;
  const gboolean shown = self->speaker_window != NULL && gtk_widget_get_visible (GTK_WIDGET (self->speaker_window));

  if (shown && wb_presenter_window_get_overview (WB_PRESENTER_WINDOW (self->speaker_window)))
    {
      leave_overview (self);
      set_state (self, "overview", FALSE);
      return;
    }
  self->overview_alone = !shown;
  self->speaker = TRUE;
  self->speaker_closed = FALSE;
  apply_plan (self);
  wb_presenter_window_set_overview (WB_PRESENTER_WINDOW (self->speaker_window), TRUE);
  set_state (self, "overview", TRUE);
}

/* From the overview, which has done its work. */
static void
chosen_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  leave_overview (data);
  set_state (data, "overview", FALSE);
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
  ensure_speaker (self);
  minutes = wb_presenter_window_get_countdown (WB_PRESENTER_WINDOW (self->speaker_window), &title);
  wb_show_start_countdown (self->show, minutes, title, g_get_monotonic_time ());
}

static void
speaker_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  WbPresenter *self = data;
  const gboolean shown = self->speaker_window != NULL && gtk_widget_get_visible (GTK_WIDGET (self->speaker_window));

  self->speaker = !shown;
  self->speaker_closed = shown;
  apply_plan (self);
}

static void
screen_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  WbPresenter *self = data;

  g_free (self->wanted);
  self->wanted = g_variant_dup_string (parameter, NULL);
  self->windows = FALSE;
  set_state (self, "windows", FALSE);
  apply_plan (self);
}

static void
swap_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  WbPresenter *self = data;

  if (g_list_model_get_n_items (self->monitors) < 2 || self->windows || self->speaker_screen < 0)
    return;
  g_free (self->wanted);
  self->wanted = get_connector (self, (guint) self->speaker_screen);
  self->home = (guint) self->audience_screen;
  apply_plan (self);
}

static void
windows_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  WbPresenter *self = data;

  self->windows = !self->windows;
  self->audience_closed = self->speaker_closed = FALSE;
  set_state (self, "windows", self->windows);
  apply_plan (self);
}

static void
start_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  WbPresenter *self = data;

  self->audience_closed = FALSE;
  /* Nobody else is there to show it to: on this screen, then. */
  if (g_list_model_get_n_items (self->monitors) < 2)
    self->had_wall = self->speaker = FALSE;
  apply_plan (self);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  WbPresenter *self = data;
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/help-overlay.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  const gboolean speaker = self->speaker_window != NULL && gtk_widget_get_visible (GTK_WIDGET (self->speaker_window));

  gtk_window_group_add_window (self->group, window);
  g_object_set (window, "section-name", "presentation", NULL);
  gtk_window_set_transient_for (window, speaker ? self->speaker_window : self->audience);
  gtk_window_present (window);
}

/* One step back out of whatever is open, and then out of the talk. */
static void
escape_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  WbPresenter *self = data;
  WbPresenterWindow *speaker = NULL;

  if (self->speaker_window != NULL && gtk_widget_get_visible (GTK_WIDGET (self->speaker_window)))
    speaker = WB_PRESENTER_WINDOW (self->speaker_window);
  if (speaker != NULL && gtk_window_is_active (self->speaker_window) && wb_presenter_window_leave_text (speaker))
    return;
  if (speaker != NULL && wb_presenter_window_get_overview (speaker))
    {
      leave_overview (self);
      set_state (self, "overview", FALSE);
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

/* Name of the talk in the memory of the application. (transfer full) */
static char *
make_name (WbDocument *document)
{
  const char *parts[] = { wb_document_get_entry (document), wb_document_get_project (document) };

  return g_strjoin ("\n", parts[0] != NULL ? parts[0] : "", parts[1] != NULL ? parts[1] : "",
                    wb_document_get_title (document), NULL);
}

/* (transfer none) */
static GHashTable *
get_memory (GtkApplication *application)
{
  GHashTable *memory = g_object_get_data (G_OBJECT (application), MEMORY);

  if (memory == NULL)
    {
      memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_object_set_data_full (G_OBJECT (application), MEMORY, memory, (GDestroyNotify) g_hash_table_unref);
    }

  return memory;
}

/* The state of the talk as it was left, or a new one. (transfer full) */
static WbShow *
recall_show (WbPresenter *self,
             guint        n_slides)
{
  g_autofree char *name = make_name (self->document);
  WbShow *show = NULL;

  if (self->application != NULL)
    show = g_hash_table_lookup (get_memory (self->application), name);
  if (show == NULL)
    return wb_show_new (n_slides);
  if (wb_show_get_n_slides (show) != n_slides)
    wb_show_set_n_slides (show, n_slides);

  return g_object_ref (show);
}

static void
keep_show (WbPresenter *self)
{
  g_autofree char *name = make_name (self->document);

  if (self->application == NULL)
    return;
  if (wb_show_is_at_end (self->show))
    g_hash_table_remove (get_memory (self->application), name);
  else
    g_hash_table_replace (get_memory (self->application), g_steal_pointer (&name), g_object_ref (self->show));
}

static guint
find_home (WbPresenter *self,
           GtkWindow   *parent)
{
  GdkSurface *surface = parent != NULL ? gtk_native_get_surface (GTK_NATIVE (parent)) : NULL;
  GdkMonitor *monitor;

  if (surface == NULL)
    return 0;
  monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) item = g_list_model_get_item (self->monitors, i);

      if (item == monitor)
        return i;
    }

  return 0;
}

static void
wb_presenter_dispose (GObject *object)
{
  WbPresenter *self = WB_PRESENTER (object);

  g_clear_handle_id (&self->replan, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->show);
  g_clear_object (&self->cache);
  g_clear_object (&self->actions);
  g_clear_object (&self->monitors);
  g_clear_object (&self->application);
  g_clear_object (&self->group);
  g_clear_object (&self->audience);
  g_clear_object (&self->speaker_window);
  g_clear_pointer (&self->wanted, g_free);

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
  self->audience_screen = self->speaker_screen = -2;
  self->group = gtk_window_group_new ();
  add_actions (self);
}

WbPresenter *
wb_presenter_start (WbDocument *document,
                    GtkWindow  *parent)
{
  WbPresenter *self;
  g_autoptr (WbPaginator) paginator = NULL;
  GdkDisplay *display;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  /* Owned by the talk itself until its end. */
  self = g_object_new (WB_TYPE_PRESENTER, NULL);
  self->document = g_object_ref (document);
  display = parent != NULL ? gtk_widget_get_display (GTK_WIDGET (parent)) : gdk_display_get_default ();
  self->monitors = g_object_ref (gdk_display_get_monitors (display));
  if (parent != NULL && gtk_window_get_application (parent) != NULL)
    self->application = g_object_ref (gtk_window_get_application (parent));
  self->home = find_home (self, parent);

  paginator = wb_paginator_new (document, 0, 0);
  self->show = recall_show (self, wb_paginator_get_n_pages (paginator));
  self->cache = wb_slide_cache_new (paginator);
  self->audience = adopt (self, wb_audience_window_new (self->cache, self->show, wb_document_get_title (document)),
                          G_CALLBACK (audience_close_cb));
  g_signal_connect_object (self->show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self, G_MAXUINT);
  apply_plan (self);
  wb_show_start_clock (self->show, g_get_monotonic_time ());
  if (self->application != NULL)
    self->inhibited = gtk_application_inhibit (self->application, self->audience,
                                               GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                               _("A presentation is being shown"));

  return self;
}

/* The windows go when nobody is in the middle of one of their signals any more. */
static gboolean
destroy_cb (gpointer data)
{
  WbPresenter *self = data;

  if (self->speaker_window != NULL)
    gtk_window_destroy (self->speaker_window);
  gtk_window_destroy (self->audience);
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
  g_clear_handle_id (&self->replan, g_source_remove);
  wb_show_pause_clock (self->show, g_get_monotonic_time ());
  wb_show_set_cover (self->show, WB_COVER_NONE);
  wb_show_set_frozen (self->show, FALSE);
  wb_show_set_zoom (self->show, NULL);
  wb_show_set_pointer (self->show, FALSE);
  wb_show_stop_countdown (self->show);
  wb_show_forget_typed (self->show);
  keep_show (self);
  if (self->inhibited != 0)
    gtk_application_uninhibit (self->application, self->inhibited);
  put_away (self->audience, &self->audience_screen);
  put_away (self->speaker_window, &self->speaker_screen);
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

  return self->audience;
}

GtkWindow *
wb_presenter_get_speaker (WbPresenter *self)
{
  g_return_val_if_fail (WB_IS_PRESENTER (self), NULL);

  return self->speaker_window;
}
