/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-presenter-window.h"

#include <glib/gi18n.h>

#include "wb-fitting-size.h"
#include "wb-show-keys.h"
#include "wb-slide-grid.h"
#include "wb-slide-view.h"
#include "wb-wrap-layout.h"

#define TICK_MS 200
#define MIN_NOTES_SCALE 0.8
#define MAX_NOTES_SCALE 3.0

struct _WbPresenterWindow
{
  AdwWindow parent_instance;

  guint tick;
  double notes_scale;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkMenuButton *menu_button;
  GtkStack *stack;
  WbSlideView *now_view;
  WbSlideView *next_view;
  WbSlideGrid *grid;
  GtkLabel *now_title;
  GtkLabel *next_title;
  GtkImage *screens_icon;
  GtkLabel *screens;
  GtkLabel *time;
  GtkLabel *elapsed;
  GtkLabel *remaining;
  GtkLabel *plan;
  GtkProgressBar *progress;
  GtkSpinButton *planned;
  GtkButton *pause_button;
  GtkLabel *position;
  GtkLabel *notes;
  GtkButton *smaller_button;
  GtkButton *larger_button;
  GtkWidget *clocks;
  GtkWidget *tools;
  GtkWidget *countdown_row;
  GtkEntry *countdown_title;
  GtkSpinButton *countdown_minutes;
  GtkLabel *countdown;
  GtkButton *countdown_button;

  /* Owned */
  WbSlideCache *cache;
  WbShow *show;
};

G_DEFINE_FINAL_TYPE (WbPresenterWindow, wb_presenter_window, ADW_TYPE_WINDOW)

static WbPaginator *
get_paginator (WbPresenterWindow *self)
{
  return wb_slide_cache_get_paginator (self->cache);
}

/* Labels that do not change are left alone, so that nothing is drawn anew. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

static void
take_text (GtkLabel *label,
           char     *text)
{
  set_text (label, text);
  g_free (text);
}

/* "28 seconds ahead of the plan", "3 minutes behind the plan". (transfer full) */
static char *
describe_lead (gint64 lead)
{
  const guint seconds = (guint) (ABS (lead) / G_USEC_PER_SEC);
  const guint minutes = seconds / 60;

  if (seconds == 0)
    return g_strdup (_("On schedule"));
  if (minutes == 0 && lead > 0)
    return g_strdup_printf (ngettext ("%u second ahead of the plan", "%u seconds ahead of the plan", seconds), seconds);
  if (minutes == 0)
    return g_strdup_printf (ngettext ("%u second behind the plan", "%u seconds behind the plan", seconds), seconds);
  if (lead > 0)
    return g_strdup_printf (ngettext ("%u minute ahead of the plan", "%u minutes ahead of the plan", minutes), minutes);

  return g_strdup_printf (ngettext ("%u minute behind the plan", "%u minutes behind the plan", minutes), minutes);
}

static void
update_plan (WbPresenterWindow *self,
             gint64             now)
{
  const guint planned = wb_show_get_planned (self->show);
  const gint64 lead = wb_show_get_lead (self->show, now);
  const gint64 remaining = wb_show_get_remaining (self->show, now);
  double fraction = 0;

  if (planned > 0)
    fraction = CLAMP ((double) wb_show_get_elapsed (self->show, now) / (planned * 60.0 * G_USEC_PER_SEC), 0, 1);
  if (planned == 0)
    set_text (self->plan, _("No time planned"));
  else if (remaining < 0)
    set_text (self->plan, _("The planned time is over"));
  else
    take_text (self->plan, describe_lead (lead));
  gtk_progress_bar_set_fraction (self->progress, fraction);
  if (planned > 0)
    take_text (self->remaining, wb_stopwatch_format (remaining));
  else
    set_text (self->remaining, "–");
}

static void
update_countdown (WbPresenterWindow *self,
                  gint64             now)
{
  gint64 remaining;
  const gboolean counting = wb_show_get_countdown (self->show, now, &remaining);
  const char *label = counting ? _("Hide") : _("Show");

  if (!counting)
    remaining = gtk_spin_button_get_value_as_int (self->countdown_minutes) * G_GINT64_CONSTANT (60) * G_USEC_PER_SEC;
  else if (remaining > 0)
    remaining += G_USEC_PER_SEC - 1;
  take_text (self->countdown, wb_stopwatch_format (MAX (remaining, 0)));
  if (g_strcmp0 (gtk_button_get_label (self->countdown_button), label) != 0)
    {
      gtk_button_set_label (self->countdown_button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->countdown_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      counting ? _("Hide the audience’s clock") : _("Show the audience’s clock"), -1);
    }
}

static void
update_clocks (WbPresenterWindow *self)
{
  const gint64 now = g_get_monotonic_time ();
  g_autoptr (GDateTime) time = g_date_time_new_now_local ();

  take_text (self->time, g_date_time_format (time, "%H:%M"));
  take_text (self->elapsed, wb_stopwatch_format (wb_show_get_elapsed (self->show, now)));
  update_plan (self, now);
  update_countdown (self, now);
}

static void
update_clock_buttons (WbPresenterWindow *self)
{
  const gboolean running = wb_show_get_clock_running (self->show);
  const guint planned = wb_show_get_planned (self->show);

  gtk_button_set_icon_name (self->pause_button, running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  running ? _("Pause the clock") : _("Let the clock go on"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button), running ? _("Pause the clock") : _("Let the clock go on"));
  if (gtk_spin_button_get_value_as_int (self->planned) != (int) planned)
    gtk_spin_button_set_value (self->planned, planned);
}

/* (transfer full) */
static char *
get_title (WbPresenterWindow *self,
           guint              slide)
{
  char *title = NULL;

  if (slide >= wb_show_get_n_slides (self->show))
    return g_strdup (_("End of the presentation"));
  title = wb_paginator_get_title (get_paginator (self), slide);

  return title != NULL ? title : g_strdup ("");
}

/* (transfer full) */
static char *
describe_wall (WbPresenterWindow *self)
{
  const guint slide = wb_show_get_wall_slide (self->show) + 1;
  const guint n = wb_show_get_n_slides (self->show);

  if (wb_show_get_cover (self->show) == WB_COVER_BLACK)
    return g_strdup (_("The audience sees a black screen"));
  if (wb_show_get_cover (self->show) == WB_COVER_WHITE)
    return g_strdup (_("The audience sees a white screen"));
  if (wb_show_get_frozen (self->show))
    return g_strdup_printf (_("Frozen: the audience sees slide %u of %u"), slide, n);

  return g_strdup_printf (_("The audience sees slide %u of %u"), slide, n);
}

static void
update_slide (WbPresenterWindow *self)
{
  const guint slide = wb_show_get_slide (self->show);
  const guint n = wb_show_get_n_slides (self->show);
  const char *typed = wb_show_get_typed (self->show);
  g_autofree char *notes = slide < n ? wb_paginator_get_notes (get_paginator (self), slide) : NULL;
  g_autofree char *wall = describe_wall (self);

  take_text (self->now_title, get_title (self, slide));
  take_text (self->next_title, get_title (self, slide + 1));
  set_text (self->notes, notes != NULL ? notes : _("No notes for this slide."));
  adw_window_title_set_subtitle (self->window_title, wall);
  if (g_ascii_strtoull (typed, NULL, 10) > n)
    /* Translators: a slide number that is being typed, and the number of the last slide */
    take_text (self->position, g_strdup_printf (_("There is no slide %s. Enter: to the last one, %u"), typed, n));
  else if (*typed != '\0')
    /* Translators: a slide number that is being typed */
    take_text (self->position, g_strdup_printf (_("To slide %s – Enter"), typed));
  else
    take_text (self->position, g_strdup_printf ("%u / %u", slide + 1, n));
}

static void
changed_cb (WbPresenterWindow *self,
            guint              parts)
{
  if ((parts & (WB_SHOW_SLIDE | WB_SHOW_COVER | WB_SHOW_TYPED)) != 0)
    update_slide (self);
  if ((parts & WB_SHOW_CLOCK) != 0)
    update_clock_buttons (self);
  if ((parts & (WB_SHOW_SLIDE | WB_SHOW_CLOCK | WB_SHOW_COUNTDOWN)) != 0)
    update_clocks (self);
}

static gboolean
tick_cb (gpointer data)
{
  update_clocks (data);

  return G_SOURCE_CONTINUE;
}

static void
wb_presenter_window_map (GtkWidget *widget)
{
  WbPresenterWindow *self = WB_PRESENTER_WINDOW (widget);

  GTK_WIDGET_CLASS (wb_presenter_window_parent_class)->map (widget);
  update_clocks (self);
  if (self->tick == 0)
    self->tick = g_timeout_add (TICK_MS, tick_cb, self);
}

static void
wb_presenter_window_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&WB_PRESENTER_WINDOW (widget)->tick, g_source_remove);

  GTK_WIDGET_CLASS (wb_presenter_window_parent_class)->unmap (widget);
}

static void
planned_cb (WbPresenterWindow *self)
{
  if (self->show != NULL)
    wb_show_set_planned (self->show, (guint) gtk_spin_button_get_value_as_int (self->planned));
}

static void
minutes_cb (WbPresenterWindow *self)
{
  if (self->show != NULL)
    update_clocks (self);
}

static void
text_activate_cb (WbPresenterWindow *self)
{
  wb_presenter_window_leave_text (self);
}

static void
chosen_cb (WbPresenterWindow *self,
           guint              slide)
{
  wb_show_set_slide (self->show, slide);
  gtk_widget_activate_action (GTK_WIDGET (self), "show.chosen", NULL);
}

static void
scale_notes (WbPresenterWindow *self,
             double             factor)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->notes_scale = CLAMP (self->notes_scale * factor, MIN_NOTES_SCALE, MAX_NOTES_SCALE);
  pango_attr_list_insert (attributes, pango_attr_scale_new (self->notes_scale));
  gtk_label_set_attributes (self->notes, attributes);
  gtk_widget_set_sensitive (GTK_WIDGET (self->smaller_button), self->notes_scale > MIN_NOTES_SCALE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->larger_button), self->notes_scale < MAX_NOTES_SCALE);
}

static void
smaller_cb (WbPresenterWindow *self)
{
  scale_notes (self, 1 / 1.2);
}

static void
larger_cb (WbPresenterWindow *self)
{
  scale_notes (self, 1.2);
}

static void
wb_presenter_window_dispose (GObject *object)
{
  WbPresenterWindow *self = WB_PRESENTER_WINDOW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_PRESENTER_WINDOW);
  g_clear_object (&self->cache);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (wb_presenter_window_parent_class)->dispose (object);
}

static void
wb_presenter_window_class_init (WbPresenterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_presenter_window_dispose;
  widget_class->map = wb_presenter_window_map;
  widget_class->unmap = wb_presenter_window_unmap;

  g_type_ensure (WB_TYPE_SLIDE_VIEW);
  g_type_ensure (WB_TYPE_SLIDE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-presenter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, now_view);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, next_view);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, now_title);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, next_title);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, screens_icon);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, screens);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, time);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, elapsed);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, remaining);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, plan);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, planned);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, pause_button);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, position);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, smaller_button);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, larger_button);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, clocks);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, countdown_row);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, countdown_title);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, countdown_minutes);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, countdown);
  gtk_widget_class_bind_template_child (widget_class, WbPresenterWindow, countdown_button);
  gtk_widget_class_bind_template_callback (widget_class, planned_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, smaller_cb);
  gtk_widget_class_bind_template_callback (widget_class, larger_cb);
}

static void
wb_presenter_window_init (WbPresenterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wb_fitting_size_reduce (GTK_WINDOW (self));

  gtk_widget_set_layout_manager (self->clocks, wb_wrap_layout_new (24));
  gtk_widget_set_layout_manager (self->tools, wb_wrap_layout_new (6));
  gtk_widget_set_layout_manager (self->countdown_row, wb_wrap_layout_new (6));
  self->notes_scale = 1.36;
  scale_notes (self, 1);
  wb_show_keys_install (GTK_WIDGET (self));
}

GtkWidget *
wb_presenter_window_new (WbSlideCache *cache,
                         WbShow       *show,
                         const char   *title)
{
  WbPresenterWindow *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (WB_IS_SLIDE_CACHE (cache), NULL);
  g_return_val_if_fail (WB_IS_SHOW (show), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  /* Translators: name of the window; with two windows people choose one of them for a video call */
  name = g_strdup_printf (_("Speaker’s view: %s"), title);
  self = g_object_new (WB_TYPE_PRESENTER_WINDOW, "title", name, NULL);
  self->cache = g_object_ref (cache);
  self->show = g_object_ref (show);
  adw_window_title_set_title (self->window_title, title);
  wb_slide_view_set_up (self->now_view, WB_SLIDE_VIEW_SPEAKER, cache, show);
  wb_slide_view_set_up (self->next_view, WB_SLIDE_VIEW_NEXT, cache, show);
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self, G_MAXUINT);
  gtk_widget_grab_focus (GTK_WIDGET (self->now_view));

  return GTK_WIDGET (self);
}

void
wb_presenter_window_set_screens (WbPresenterWindow *self,
                                 const char        *text,
                                 gboolean           connected)
{
  g_return_if_fail (WB_IS_PRESENTER_WINDOW (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_label (self->screens, text);
  gtk_image_set_from_icon_name (self->screens_icon, connected ? "display-projector-symbolic" : "video-display-symbolic");
}

void
wb_presenter_window_set_menu (WbPresenterWindow *self,
                              GMenuModel        *menu)
{
  g_return_if_fail (WB_IS_PRESENTER_WINDOW (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

gboolean
wb_presenter_window_get_overview (WbPresenterWindow *self)
{
  g_return_val_if_fail (WB_IS_PRESENTER_WINDOW (self), FALSE);

  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->grid);
}

void
wb_presenter_window_set_overview (WbPresenterWindow *self,
                                  gboolean           overview)
{
  g_return_if_fail (WB_IS_PRESENTER_WINDOW (self));

  if (overview == wb_presenter_window_get_overview (self))
    return;
  if (!overview)
    {
      gtk_stack_set_visible_child_name (self->stack, "stage");
      gtk_widget_grab_focus (GTK_WIDGET (self->now_view));
      return;
    }
  /* Not before somebody asks for it: it takes a picture of every slide. */
  wb_slide_grid_set_up (self->grid, self->cache);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->grid));
  wb_slide_grid_open (self->grid, wb_show_get_slide (self->show), "");
}

guint
wb_presenter_window_get_countdown (WbPresenterWindow  *self,
                                   const char        **title)
{
  g_return_val_if_fail (WB_IS_PRESENTER_WINDOW (self), 1);

  gtk_spin_button_update (self->countdown_minutes);
  if (title != NULL)
    *title = gtk_editable_get_text (GTK_EDITABLE (self->countdown_title));

  return (guint) gtk_spin_button_get_value_as_int (self->countdown_minutes);
}

gboolean
wb_presenter_window_leave_text (WbPresenterWindow *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (WB_IS_PRESENTER_WINDOW (self), FALSE);

  focus = gtk_root_get_focus (GTK_ROOT (self));
  if (focus == NULL || !GTK_IS_EDITABLE (focus) || wb_presenter_window_get_overview (self))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->now_view));

  return TRUE;
}
