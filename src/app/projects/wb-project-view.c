/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-view.h"

#include <glib/gi18n-lib.h>

#include "wb-dossier-window.h"
#include "wb-document-actions.h"
#include "wb-backup-keeper.h"
#include "wb-error-dialog.h"
#include "wb-export-dialog.h"
#include "wb-form-context.h"
#include "wb-help-pane.h"
#include "wb-history-window.h"
#include "wb-merge-window.h"
#include "wb-progress.h"
#include "wb-project-chooser.h"
#include "wb-project-documents.h"
#include "wb-project-form.h"
#include "wb-project-finder.h"
#include "wb-project-purge.h"
#include "wb-read-only-note.h"
#include "wb-save-state.h"
#include "wb-step-page.h"
#include "wb-steps-pane.h"

struct _WbProjectView
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkWidget *steps_box;
  GtkWidget *content_box;
  GtkLabel *title;
  GtkLabel *subtitle;
  WbStepsPane *steps;
  WbSaveState *save_state;
  GtkWidget *failed_box;
  GtkLabel *failed;
  WbReadOnlyNote *read_only;
  AdwFlap *flap;
  WbStepPage *page;
  WbHelpPane *help;

  /* Owned */
  WbServices *services;
  WbProjectFile *file;
  WbGuide *guide;
  WbFormContext *context;
  WbBackupKeeper *keeper; /* (nullable) */
  GCancellable *cancellable;

  /* Borrowed */
  const WbStep *step;        /* of the guide */
  const WbStep *helped_step; /* the step whose help is shown */
  GtkShortcutController *shortcuts;

  /* State */
  gboolean shown; /* was on the screen before */
  char *wanted_field; /* (nullable) to be shown as soon as there is a place for the focus */
  guint focus_id;
};

enum
{
  PROP_0,
  PROP_SERVICES,
  PROP_FILE,
  PROP_GUIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WbProjectView, wb_project_view, ADW_TYPE_BIN)

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} Shortcut;

static const Shortcut shortcuts[] = {
  { GDK_KEY_Page_Down, GDK_ALT_MASK, "project.next-step" },
  { GDK_KEY_Page_Up, GDK_ALT_MASK, "project.previous-step" },
  { GDK_KEY_F1, 0, "project.help" },
  { GDK_KEY_F6, 0, "project.next-pane" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "project.print" },
  { GDK_KEY_h, GDK_CONTROL_MASK, "project.history" },
  { GDK_KEY_f, GDK_CONTROL_MASK, "project.find" },
  { GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "project.backups" },
  { GDK_KEY_r, GDK_CONTROL_MASK, "project.council" },
};

/* Entries would take these for themselves, so they come before them. */
static const Shortcut early_shortcuts[] = {
  { GDK_KEY_z, GDK_CONTROL_MASK, "project.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "project.redo" },
  { GDK_KEY_y, GDK_CONTROL_MASK, "project.redo" },
};

static WbAnswers *
get_answers (WbProjectView *self)
{
  return wb_project_file_get_answers (self->file);
}

/* What the list of projects says about this one. A fault there must not get in the way of the work here. */
static void
note_project (WbProjectView *self)
{
  WbProgress progress = wb_guide_get_progress (self->guide, get_answers (self));
  const WbStep *next = wb_guide_get_next (self->guide, get_answers (self));
  g_autoptr (GError) error = NULL;
  WbRecentProject recent = {
    .path = (char *) wb_project_file_get_path (self->file),
    .title = (char *) wb_project_file_get_title (self->file),
    .guide_title = (char *) wb_project_file_get_guide_title (self->file),
    .next_step = next != NULL ? next->title : NULL,
    .done = progress.done,
    .total = progress.total,
    .opened = g_get_real_time () / G_USEC_PER_SEC,
  };

  if (!wb_user_store_note_project (wb_services_get_store (self->services), &recent, &error))
    g_message ("The list of projects was not updated: %s", error->message);
}

static void
update_actions (WbProjectView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.next-step",
                                 wb_guide_step_after (self->guide, get_answers (self), self->step)
                                   != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.previous-step",
                                 wb_guide_step_before (self->guide, get_answers (self), self->step)
                                   != NULL);
}

/* Entries of the library are read only when somebody looks. */
static void
update_help (WbProjectView *self)
{
  if (self->step == NULL || self->helped_step == self->step
      || !adw_flap_get_reveal_flap (self->flap))
    return;

  self->helped_step = self->step;
  wb_help_pane_set_step (self->help, wb_services_get_library (self->services), self->step);
}

static void
show_step (WbProjectView *self,
           const WbStep  *step)
{
  if (step == NULL || step == self->step)
    return;

  self->step = step;
  wb_step_page_set_step (self->page, self->context, self->file, step);
  wb_steps_pane_set_current (self->steps, step);
  if (!wb_project_file_get_read_only (self->file))
    wb_project_file_set_current_step (self->file, step->id);
  update_actions (self);
  update_help (self);
  note_project (self);
}

/* Moves on and puts the focus where the work is. */
static void
go_to_step (WbProjectView *self,
            const WbStep  *step)
{
  if (step == NULL)
    return;

  show_step (self, step);
  adw_leaflet_set_visible_child (self->leaflet, self->content_box);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static void
step_selected_cb (WbProjectView *self,
                  const char    *id)
{
  show_step (self, wb_guide_get_step (self->guide, id));
}

static void
step_activated_cb (WbProjectView *self,
                   const char    *id)
{
  go_to_step (self, wb_guide_get_step (self->guide, id));
}

static void
use_document_cb (WbProjectView *self,
                 const char    *name,
                 int            use)
{
  wb_project_documents_use (GTK_WIDGET (self), wb_services_get_library (self->services), self->file,
                            self->guide, name, (WbDocumentUse) use);
}

static void
saved_cb (WbProjectView *self)
{
  gtk_widget_set_visible (self->failed_box, FALSE);
}

static void
save_failed_cb (WbProjectView *self,
                GError        *error)
{
  g_autofree char *text = g_strdup_printf (_("%s What you typed is still here: nothing is lost while this window stays open."),
                                           error->message);

  gtk_label_set_text (self->failed, text);
  gtk_widget_set_visible (self->failed_box, TRUE);
}

static void
next_step_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  wb_step_page_flush (self->page);
  go_to_step (self, wb_guide_step_after (self->guide, get_answers (self), self->step));
}

static void
previous_step_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  wb_step_page_flush (self->page);
  go_to_step (self, wb_guide_step_before (self->guide, get_answers (self), self->step));
}

static void
show_steps_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->steps_box);
  gtk_widget_grab_focus (GTK_WIDGET (self->steps));
}

static void
help_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);
  gboolean reveal = !adw_flap_get_reveal_flap (self->flap);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!reveal && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->help)))
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
  adw_flap_set_reveal_flap (self->flap, reveal);
}

static gboolean
holds_focus (GtkWidget *pane)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (pane));

  return focus != NULL && (focus == pane || gtk_widget_is_ancestor (focus, pane));
}

/* Steps, questions, help, and round again; what is not on the screen is left out. */
static void
next_pane_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);
  GtkWidget *panes[] = { GTK_WIDGET (self->steps), GTK_WIDGET (self->page),
                         GTK_WIDGET (self->help) };
  guint current = G_N_ELEMENTS (panes) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (holds_focus (panes[i]))
      current = i;
  for (guint i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = panes[(current + i) % G_N_ELEMENTS (panes)];

      if (pane == GTK_WIDGET (self->help) && !adw_flap_get_reveal_flap (self->flap))
        continue;
      if (gtk_widget_get_child_visible (pane) && gtk_widget_get_mapped (pane)
          && gtk_widget_grab_focus (pane))
        {
          gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget)), TRUE);
          return;
        }
    }
}

static void
documents_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  wb_step_page_flush (self->page);
  gtk_window_present (GTK_WINDOW (wb_export_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root)
                                                                             : NULL,
                                                        wb_services_get_library (self->services),
                                                        self->file, self->guide)));
}

static void
dossier_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  wb_step_page_flush (self->page);
  gtk_window_present (GTK_WINDOW (wb_dossier_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                         wb_services_get_library (self->services), self->file, self->guide)));
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  if (self->step->documents->len == 0)
    {
      documents_action (widget, action, parameter);
      return;
    }

  wb_step_page_flush (self->page);
  use_document_cb (self, g_ptr_array_index (self->step->documents, 0), WB_DOCUMENT_USE_PRINT);
}

/* The step, or its phase, on paper for somebody else: "step", "step-filled", "phase". */
static void
form_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);
  const char *which = g_variant_get_string (parameter, NULL);
  gboolean phase = g_str_equal (which, "phase");
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  wb_step_page_flush (self->page);
  document = wb_project_form_build (self->file, self->guide, phase ? NULL : self->step->id,
                                    phase ? wb_guide_get_phase (self->guide, self->step)->id : NULL,
                                    g_str_equal (which, "step-filled"), NULL, &error);
  if (document != NULL)
    wb_document_print (widget, document);
  else
    wb_error_dialog_show (widget, _("The Document Could Not Be Made"), error);
}

static void
retry_save_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);
  g_autoptr (GError) error = NULL;

  if (wb_project_view_flush (self, &error))
    saved_cb (self);
  else
    save_failed_cb (self, error);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  wb_step_page_flush (self->page);
  wb_project_chooser_save_copy (widget, self->file, self->guide, self->cancellable);
}

static void
update_history_actions (WbProjectView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.undo", wb_project_file_get_can_undo (self->file));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.redo", wb_project_file_get_can_redo (self->file));
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  wb_step_page_flush (self->page);
  wb_project_file_undo (self->file);
}

static void
redo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  wb_step_page_flush (self->page);
  wb_project_file_redo (self->file);
}

static void
history_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  wb_step_page_flush (self->page);
  gtk_window_present (GTK_WINDOW (wb_history_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->file,
                                                         self->guide)));
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  wb_project_chooser_find_other (widget);
}

/* With the path of the other copy. */
static void
merge_with_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  wb_step_page_flush (self->page);
  gtk_window_present (GTK_WINDOW (wb_merge_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->file, self->guide,
                                                       wb_services_get_library (self->services),
                                                       g_variant_get_string (parameter, NULL))));
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *finder = wb_project_finder_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->guide, get_answers (self));

  wb_step_page_flush (self->page);
  g_signal_connect_object (finder, "chosen", G_CALLBACK (wb_project_view_show_field), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (finder));
}

static void
backups_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  gtk_widget_activate_action (widget, "win.show-backups", "^ay", wb_project_file_get_path (self->file));
}

static void
purge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  wb_step_page_flush (self->page);
  wb_project_purge_offer (widget, wb_services_get_open_projects (self->services), self->file);
}

static void
council_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-council", "^ay", wb_project_file_get_path (WB_PROJECT_VIEW (widget)->file));
}

/* Said once, and quietly: the work is safe in its file. */
static void
backup_failed_cb (WbProjectView *self,
                  const GError  *error)
{
  g_autofree char *text = g_strdup_printf (_("No copy could be kept beside the project itself: %s"), error->message);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
keep_backups (WbProjectView *self)
{
  WbBackupStore *backups = wb_services_get_backups (self->services);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.backups", backups != NULL);
  if (backups == NULL || wb_project_file_get_read_only (self->file))
    return;
  self->keeper = wb_backup_keeper_new (backups, self->file);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (backup_failed_cb), self, G_CONNECT_SWAPPED);
}

/* What was taken back is to be seen. */
static void
step_taken_cb (WbProjectView *self,
               const char    *field)
{
  const WbField *found = wb_guide_get_field (self->guide, field);

  if (found != NULL)
    show_step (self, wb_guide_find_step_of (self->guide, found));
}

static void
step_failed_cb (WbProjectView *self,
                const GError  *error)
{
  wb_error_dialog_show (GTK_WIDGET (self), _("The History Cannot Be Read"), error);
}

/* Puts the focus into the question that was asked for. */
static gboolean
focus_wanted (WbProjectView *self)
{
  g_autofree char *id = g_steal_pointer (&self->wanted_field);

  return id != NULL && wb_step_page_show_field (self->page, id);
}

static gboolean
focus_page_cb (gpointer data)
{
  WbProjectView *self = data;

  self->focus_id = 0;
  if (!focus_wanted (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->page));

  return G_SOURCE_REMOVE;
}

static void
wb_project_view_map (GtkWidget *widget)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (wb_project_view_parent_class)->map (widget);

  if (self->keeper != NULL && GTK_IS_WINDOW (root) && gtk_window_get_application (GTK_WINDOW (root)) != NULL)
    wb_backup_keeper_set_application (self->keeper, G_APPLICATION (gtk_window_get_application (GTK_WINDOW (root))));
  /* The keys count for the whole window, but only while the project is what it shows. */
  gtk_shortcut_controller_set_scope (self->shortcuts, GTK_SHORTCUT_SCOPE_GLOBAL);
  /* Whoever comes back from the library finds all as it was. The first time a stack around this moves the focus
   * on after mapping, so ours has to wait for that. */
  if (!self->shown && self->focus_id == 0)
    self->focus_id = g_idle_add (focus_page_cb, self);
  self->shown = TRUE;
}

static void
wb_project_view_unmap (GtkWidget *widget)
{
  WbProjectView *self = WB_PROJECT_VIEW (widget);

  gtk_shortcut_controller_set_scope (self->shortcuts, GTK_SHORTCUT_SCOPE_LOCAL);
  wb_step_page_flush (self->page);

  GTK_WIDGET_CLASS (wb_project_view_parent_class)->unmap (widget);
}

static const WbStep *
find_first_step (WbProjectView *self)
{
  const char *id = wb_project_file_get_current_step (self->file);
  const WbStep *step = id != NULL ? wb_guide_get_step (self->guide, id) : NULL;
  GPtrArray *steps = wb_guide_get_steps (self->guide);

  if (step == NULL)
    step = wb_guide_get_next (self->guide, get_answers (self));
  if (step == NULL && steps->len > 0)
    step = g_ptr_array_index (steps, 0);

  return step;
}

static void
show_head (WbProjectView *self)
{
  WbMunicipality *town = wb_project_file_get_town (self->file);
  g_autofree char *subtitle = NULL;

  if (town != NULL)
    subtitle = g_strdup_printf (_("Project · %s"), wb_municipality_get_short_name (town));
  gtk_label_set_text (self->title, wb_project_file_get_title (self->file));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), wb_project_file_get_title (self->file));
  gtk_label_set_text (self->subtitle, subtitle != NULL ? subtitle : _("Project"));
}

static void
wb_project_view_constructed (GObject *object)
{
  WbProjectView *self = WB_PROJECT_VIEW (object);

  G_OBJECT_CLASS (wb_project_view_parent_class)->constructed (object);

  g_assert (self->services != NULL);
  g_assert (self->file != NULL);
  g_assert (self->guide != NULL);

  wb_open_projects_add (wb_services_get_open_projects (self->services), self->file);
  self->context = wb_form_context_new (self->guide, get_answers (self),
                                       wb_services_get_library (self->services),
                                       wb_project_file_get_read_only (self->file));
  wb_form_context_set_file (self->context, self->file);
  show_head (self);
  wb_save_state_set_file (self->save_state, self->file);
  wb_read_only_note_set_file (self->read_only, self->file, wb_services_get_open_projects (self->services));
  wb_steps_pane_set_guide (self->steps, self->guide, get_answers (self));
  show_step (self, find_first_step (self));
  keep_backups (self);

  g_signal_connect_object (self->file, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "save-failed", G_CALLBACK (save_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "step-taken", G_CALLBACK (step_taken_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "step-failed", G_CALLBACK (step_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "notify::can-undo", G_CALLBACK (update_history_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "notify::can-redo", G_CALLBACK (update_history_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "notify::title", G_CALLBACK (show_head), self, G_CONNECT_SWAPPED);
  update_history_actions (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.merge", !wb_project_file_get_read_only (self->file));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.purge", !wb_project_file_get_read_only (self->file));
  g_signal_connect_object (get_answers (self), "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}

static void
wb_project_view_dispose (GObject *object)
{
  WbProjectView *self = WB_PROJECT_VIEW (object);

  if (self->page != NULL && self->step != NULL)
    {
      wb_step_page_flush (self->page);
      note_project (self);
      g_signal_handlers_disconnect_by_data (get_answers (self), self);
      g_signal_handlers_disconnect_by_data (self->file, self);
    }
  if (self->keeper != NULL)
    wb_backup_keeper_finish (self->keeper);
  g_clear_object (&self->keeper);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  self->step = NULL;
  /* Before the template goes, which would take the child from under the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_PROJECT_VIEW);
  g_clear_object (&self->context);
  if (self->services != NULL && self->file != NULL)
    wb_open_projects_remove (wb_services_get_open_projects (self->services), self->file);
  g_clear_object (&self->services);
  g_clear_object (&self->file);
  g_clear_object (&self->guide);

  G_OBJECT_CLASS (wb_project_view_parent_class)->dispose (object);
}

static void
wb_project_view_finalize (GObject *object)
{
  g_clear_object (&WB_PROJECT_VIEW (object)->cancellable);
  g_free (WB_PROJECT_VIEW (object)->wanted_field);

  G_OBJECT_CLASS (wb_project_view_parent_class)->finalize (object);
}

static void
wb_project_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WbProjectView *self = WB_PROJECT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, self->services);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_GUIDE:
      g_value_set_object (value, self->guide);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_project_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WbProjectView *self = WB_PROJECT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    case PROP_FILE:
      self->file = g_value_dup_object (value);
      break;
    case PROP_GUIDE:
      self->guide = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, WB_TYPE_SERVICES,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, WB_TYPE_PROJECT_FILE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GUIDE] =
    g_param_spec_object ("guide", NULL, NULL, WB_TYPE_GUIDE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "project.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "project.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "project.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "project.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "project.merge-with", "s", merge_with_action);
  gtk_widget_class_install_action (widget_class, "project.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "project.backups", NULL, backups_action);
  gtk_widget_class_install_action (widget_class, "project.council", NULL, council_action);
  gtk_widget_class_install_action (widget_class, "project.purge", NULL, purge_action);
  gtk_widget_class_install_action (widget_class, "project.next-step", NULL, next_step_action);
  gtk_widget_class_install_action (widget_class, "project.previous-step", NULL,
                                   previous_step_action);
  gtk_widget_class_install_action (widget_class, "project.show-steps", NULL, show_steps_action);
  gtk_widget_class_install_action (widget_class, "project.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "project.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "project.documents", NULL, documents_action);
  gtk_widget_class_install_action (widget_class, "project.dossier", NULL, dossier_action);
  gtk_widget_class_install_action (widget_class, "project.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "project.form", "s", form_action);
  gtk_widget_class_install_action (widget_class, "project.retry-save", NULL, retry_save_action);
  gtk_widget_class_install_action (widget_class, "project.save-copy", NULL, save_copy_action);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (WB_TYPE_STEPS_PANE);
  g_type_ensure (WB_TYPE_SAVE_STATE);
  g_type_ensure (WB_TYPE_READ_ONLY_NOTE);
  g_type_ensure (WB_TYPE_STEP_PAGE);
  g_type_ensure (WB_TYPE_HELP_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-project-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, steps_box);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, content_box);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, title);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, steps);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, save_state);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, failed_box);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, failed);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, read_only);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, flap);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, page);
  gtk_widget_class_bind_template_child (widget_class, WbProjectView, help);
  gtk_widget_class_bind_template_callback (widget_class, step_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_document_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_help);
}

static void
wb_project_view_class_init (WbProjectViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = wb_project_view_constructed;
  object_class->dispose = wb_project_view_dispose;
  object_class->finalize = wb_project_view_finalize;
  object_class->get_property = wb_project_view_get_property;
  object_class->set_property = wb_project_view_set_property;
  widget_class->map = wb_project_view_map;
  widget_class->unmap = wb_project_view_unmap;

  install_properties (object_class);
  install_actions (widget_class);
  bind_template (widget_class);
}

static GtkEventController *
make_controller (const Shortcut *list,
                 guint           n)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < n; i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (list[i].key, list[i].modifiers),
                                                            gtk_named_action_new (list[i].action)));

  return controller;
}

static void
wb_project_view_init (WbProjectView *self)
{
  GtkEventController *controller = make_controller (shortcuts, G_N_ELEMENTS (shortcuts));
  GtkEventController *early = make_controller (early_shortcuts, G_N_ELEMENTS (early_shortcuts));

  self->cancellable = g_cancellable_new ();
  self->shortcuts = GTK_SHORTCUT_CONTROLLER (controller);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  gtk_event_controller_set_propagation_phase (early, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), early);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_project_view_new (WbServices    *services,
                     WbProjectFile *file,
                     WbGuide       *guide)
{
  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (file), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  return g_object_new (WB_TYPE_PROJECT_VIEW,
                       "services", services,
                       "file", file,
                       "guide", guide,
                       NULL);
}

WbProjectFile *
wb_project_view_get_file (WbProjectView *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_VIEW (self), NULL);

  return self->file;
}

gboolean
wb_project_view_show_field (WbProjectView *self,
                            const char    *id)
{
  const WbField *field;

  g_return_val_if_fail (WB_IS_PROJECT_VIEW (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  field = wb_guide_get_field (self->guide, id);
  if (field == NULL)
    return FALSE;
  wb_step_page_flush (self->page);
  show_step (self, wb_guide_find_step_of (self->guide, field));
  adw_leaflet_set_visible_child (self->leaflet, self->content_box);
  g_free (self->wanted_field);
  self->wanted_field = g_strdup (id);
  /* Later: what closes or comes onto the screen right now still moves the focus. */
  if (self->focus_id == 0)
    self->focus_id = g_idle_add (focus_page_cb, self);

  return TRUE;
}

gboolean
wb_project_view_flush (WbProjectView  *self,
                       GError        **error)
{
  g_return_val_if_fail (WB_IS_PROJECT_VIEW (self), FALSE);

  wb_step_page_flush (self->page);

  return wb_project_file_get_read_only (self->file) || wb_project_file_flush (self->file, error);
}
