/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-row.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"
#include "wb-day.h"

struct _WbProjectRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *next_step;
  GtkWidget *progress_box;
  GtkProgressBar *bar;
  GtkLabel *count;
  GtkLabel *opened;
  GtkWidget *missing_box;
  GtkLabel *missing;
  GtkLabel *state;
  GtkWidget *due_box;
  GtkImage *late;
  GtkLabel *due;
  GtkButton *council;
  GtkMenuButton *menu_button;

  /* Owned */
  WbRecentProject *recent;
  char *next_due;
  WbProjectStage project_state;
  GCancellable *cancellable;
};

enum
{
  FORGET,
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbProjectRow, wb_project_row, GTK_TYPE_LIST_BOX_ROW)

static void
forget_cb (WbProjectRow *self)
{
  g_signal_emit (self, signals[FORGET], 0);
}

static void
want (WbProjectRow *self,
      const char   *what)
{
  g_signal_emit (self, signals[WANTED], 0, what);
}

static void
show_backups_cb (WbProjectRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-backups", "^ay", self->recent->path);
}

static void
show_council_cb (WbProjectRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-council", "^ay", self->recent->path);
}

static void
locate_cb (WbProjectRow *self)
{
  want (self, "locate");
}

static void
want_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  if (g_str_equal (g_variant_get_string (parameter, NULL), "forget"))
    forget_cb (WB_PROJECT_ROW (widget));
  else if (g_str_equal (g_variant_get_string (parameter, NULL), "copies"))
    show_backups_cb (WB_PROJECT_ROW (widget));
  else if (g_str_equal (g_variant_get_string (parameter, NULL), "council"))
    show_council_cb (WB_PROJECT_ROW (widget));
  else
    want (WB_PROJECT_ROW (widget), g_variant_get_string (parameter, NULL));
}

/* @label and what it does, for the menu. */
static void
add_item (GMenu      *menu,
          const char *label,
          const char *what)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "row.want", "s", what);
  g_menu_append_item (menu, item);
}

static void
fill_menu (WbProjectRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) state = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();

  add_item (open, _("Open in a _New Window"), "window");
  add_item (open, _("_Duplicate as a Template…"), "duplicate");
  add_item (open, _("_Start the Next Use Case…"), "next-case");
  add_item (open, _("Before the Council _Meets…"), "council");
  add_item (open, _("_Kept Copies…"), "copies");
  if (self->project_state == WB_PROJECT_STAGE_PAUSED || self->project_state == WB_PROJECT_STAGE_DONE)
    add_item (state, _("_Go On with It"), "resume");
  else
    {
      add_item (state, _("_Pause"), "pause");
      add_item (state, _("Is _Done"), "finish");
    }
  add_item (away, _("_Remove from List"), "forget");
  add_item (away, _("Put into the _Trash"), "delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (state));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (away));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
show_missing (WbProjectRow *self)
{
  g_autofree char *shown = g_filename_display_name (self->recent->path);
  g_autofree char *text = g_strdup_printf (_("The file is not where it was: %s"), shown);

  gtk_label_set_text (self->missing, text);
  gtk_widget_set_visible (self->missing_box, TRUE);
  gtk_widget_set_visible (self->progress_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->next_step), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->state), FALSE);
  gtk_widget_set_visible (self->due_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->council), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
looked_for_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (WbProjectRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (!g_cancellable_is_cancelled (self->cancellable)
      && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    show_missing (self);
}

/* In the background, as the file may lie on a stick or a share that is slow to answer. */
static void
look_for_file (WbProjectRow *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->recent->path);

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->cancellable, looked_for_cb,
                           g_object_ref (self));
}

static void
wb_project_row_dispose (GObject *object)
{
  WbProjectRow *self = WB_PROJECT_ROW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_PROJECT_ROW);

  G_OBJECT_CLASS (wb_project_row_parent_class)->dispose (object);
}

static void
wb_project_row_finalize (GObject *object)
{
  WbProjectRow *self = WB_PROJECT_ROW (object);

  g_clear_pointer (&self->recent, wb_recent_project_free);
  g_free (self->next_due);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (wb_project_row_parent_class)->finalize (object);
}

static void
wb_project_row_class_init (WbProjectRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_project_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_project_row_finalize;

  signals[FORGET] =
    g_signal_new ("forget", WB_TYPE_PROJECT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  signals[WANTED] =
    g_signal_new ("wanted", WB_TYPE_PROJECT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "row.want", "s", want_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-project-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, title);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, next_step);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, bar);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, count);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, opened);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, missing_box);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, missing);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, state);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, due_box);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, late);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, due);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, council);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
  gtk_widget_class_bind_template_callback (widget_class, locate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_backups_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_council_cb);
}

static void
wb_project_row_init (WbProjectRow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Title, state, next step, what is due, progress: what the row is called. */
static void
name_row (WbProjectRow *self)
{
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s, %s, %s", gtk_label_get_text (self->title),
                                           gtk_label_get_text (self->state), gtk_label_get_text (self->next_step),
                                           gtk_label_get_text (self->due), gtk_label_get_text (self->count),
                                           gtk_label_get_text (self->opened));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_progress (WbProjectRow *self,
               const char   *next_step,
               guint         done,
               guint         total)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u of %u step", "%u of %u steps", total), done, total);
  g_autofree char *next = next_step != NULL ? g_strdup_printf (_("Next: %s"), next_step) : g_strdup (_("All steps are done"));

  gtk_label_set_text (self->next_step, next);
  gtk_label_set_text (self->count, count);
  gtk_progress_bar_set_fraction (self->bar, total > 0 ? CLAMP ((double) done / total, 0, 1) : 0);
}

static void
fill (WbProjectRow *self)
{
  const WbRecentProject *project = self->recent;
  g_autoptr (GDateTime) opened = g_date_time_new_from_unix_local (project->opened);
  g_autofree char *date = NULL;
  g_autofree char *last = NULL;
  g_autofree char *menu = g_strdup_printf (_("What can be done with “%s”"), project->title);

  /* Translators: a date as strftime() writes it. */
  date = opened != NULL ? g_date_time_format (opened, _("%d.%m.%Y")) : g_strdup ("");
  last = g_strdup_printf (_("Last opened %s"), date);
  gtk_label_set_text (self->title, project->title);
  gtk_label_set_text (self->subtitle, project->guide_title);
  gtk_label_set_text (self->opened, last);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  show_progress (self, project->next_step, project->done, project->total);
  fill_menu (self);
  name_row (self);
}

GtkWidget *
wb_project_row_new (const WbRecentProject *project)
{
  WbProjectRow *self;

  g_return_val_if_fail (project != NULL, NULL);

  self = g_object_new (WB_TYPE_PROJECT_ROW, NULL);
  self->recent = g_new0 (WbRecentProject, 1);
  self->recent->path = g_strdup (project->path);
  self->recent->title = g_strdup (project->title);
  self->recent->guide_title = g_strdup (project->guide_title);
  self->recent->next_step = g_strdup (project->next_step);
  self->recent->done = project->done;
  self->recent->total = project->total;
  self->recent->opened = project->opened;
  fill (self);
  look_for_file (self);

  return GTK_WIDGET (self);
}

static void
show_state (WbProjectRow   *self,
            WbProjectStage  state)
{
  static const char *const tones[] = { "grey", "blue", "orange", "green" };

  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), tones[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), tones[state]);
  gtk_label_set_text (self->state, wb_project_stage_to_words (state));
  gtk_widget_set_visible (GTK_WIDGET (self->state), TRUE);
  self->project_state = state;
  fill_menu (self);
}

static void
show_due (WbProjectRow            *self,
          const WbProjectOverview *overview,
          const GDate             *today)
{
  g_autofree char *date = wb_answer_date_to_display (overview->next_due);
  g_autofree char *text = NULL;
  GDate due;
  gboolean late = wb_day_parse (overview->next_due, &due) && g_date_compare (&due, today) < 0;

  if (*overview->next_due != '\0' && overview->state != WB_PROJECT_STAGE_DONE)
    text = g_strdup_printf (late ? _("Overdue since %s: %s") : _("Due %s: %s"), date, overview->next_text);
  gtk_label_set_text (self->due, text != NULL ? text : "");
  gtk_widget_set_visible (self->due_box, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->late), late);
  if (late)
    gtk_widget_add_css_class (self->due_box, "due");
  else
    gtk_widget_remove_css_class (self->due_box, "due");
  g_free (self->next_due);
  self->next_due = g_strdup (text != NULL ? overview->next_due : "");
}

/* @source: (nullable) */
static void
show_council (WbProjectRow          *self,
              const WbCouncilSource *source)
{
  g_autofree char *text = source != NULL && self->project_state != WB_PROJECT_STAGE_DONE ? wb_council_summarize (source->meeting, source->gaps)
                                                                                         : NULL;

  gtk_button_set_label (self->council, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->council), text != NULL);
}

void
wb_project_row_set_loaded (WbProjectRow          *self,
                           const WbLoadedProject *loaded,
                           const GDate           *today)
{
  g_return_if_fail (WB_IS_PROJECT_ROW (self));
  g_return_if_fail (loaded != NULL && today != NULL);

  if (loaded->overview == NULL)
    {
      /* One that is gone says so by itself, with a way out. */
      if (!wb_project_row_get_missing (self) && loaded->error != NULL)
        gtk_label_set_text (self->next_step, loaded->error->message);
      name_row (self);
      return;
    }
  gtk_label_set_text (self->title, loaded->overview->title);
  gtk_label_set_text (self->subtitle, loaded->overview->guide_title);
  show_progress (self, loaded->overview->next_step, loaded->overview->done, loaded->overview->total);
  show_state (self, loaded->overview->state);
  show_due (self, loaded->overview, today);
  show_council (self, loaded->council);
  name_row (self);
}

const char *
wb_project_row_get_due (WbProjectRow *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_ROW (self), "");

  return self->next_due != NULL ? self->next_due : "";
}

WbProjectStage
wb_project_row_get_state (WbProjectRow *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_ROW (self), WB_PROJECT_STAGE_NEW);

  return self->project_state;
}

const WbRecentProject *
wb_project_row_get_recent (WbProjectRow *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_ROW (self), NULL);

  return self->recent;
}

const char *
wb_project_row_get_path (WbProjectRow *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_ROW (self), NULL);

  return self->recent->path;
}

gboolean
wb_project_row_get_missing (WbProjectRow *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_ROW (self), FALSE);

  return gtk_widget_get_visible (self->missing_box);
}
