/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-first-run.h"

#include <glib/gi18n.h>

#include "wb-error-dialog.h"
#include "wb-town-chooser.h"

struct _WbFirstRun
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *back_button;
  GtkWidget *skip_button;
  GtkWidget *next_button;
  GtkLabel *step_label;
  GtkLabel *choice_label;
  AdwBin *chooser_bin;

  /* Borrowed */
  WbTownChooser *chooser;

  /* Owned */
  WbServices *services;

  /* State */
  gboolean skipped; /* whatever is chosen in the list */
  gboolean project; /* somebody came with one */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbFirstRun, wb_first_run, ADW_TYPE_BIN)

static gboolean
on_town_page (WbFirstRun *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "town") == 0;
}

static void
update (WbFirstRun *self)
{
  WbMunicipality *town = wb_town_chooser_get_town (self->chooser);
  gboolean first = on_town_page (self);
  g_autofree char *step = g_strdup_printf (_("Step %d of %d"), first ? 1 : 2, 2);
  g_autofree char *choice = NULL;

  if (town != NULL)
    choice = g_strdup_printf ("%s, %s", wb_municipality_get_name (town), wb_municipality_get_state (town));
  gtk_label_set_label (self->step_label, step);
  gtk_label_set_label (self->choice_label, first && choice != NULL ? choice : "");
  gtk_widget_set_sensitive (self->next_button, !first || town != NULL);
  gtk_button_set_label (GTK_BUTTON (self->next_button), first ? _("Continue") : self->project ? _("To the Project") : _("To the Start Page"));
  gtk_widget_set_visible (self->back_button, !first);
  gtk_widget_set_visible (self->skip_button, first);
}

static void
finish (WbFirstRun *self,
        const char *section)
{
  WbUserStore *store = wb_services_get_store (self->services);
  WbMunicipality *town = wb_town_chooser_get_town (self->chooser);
  g_autoptr (GError) error = NULL;

  if ((town != NULL && !self->skipped && !wb_user_store_set_town (store, town, &error))
      || !wb_user_store_set_welcomed (store, TRUE, &error))
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("Your Choice Was Not Saved"), error);
      return;
    }

  g_signal_emit (self, signals[DONE], 0, section);
}

static void
next_cb (WbFirstRun *self)
{
  if (!on_town_page (self))
    {
      finish (self, self->project ? "project" : "start");
      return;
    }

  self->skipped = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "cards");
  update (self);
  gtk_widget_grab_focus (self->next_button);
}

static void
back_cb (WbFirstRun *self)
{
  gtk_stack_set_visible_child_name (self->stack, "town");
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
}

static void
skip_cb (WbFirstRun *self)
{
  self->skipped = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "cards");
  update (self);
  gtk_widget_grab_focus (self->next_button);
}

static void
card_cb (WbFirstRun *self,
         GtkWidget  *card)
{
  finish (self, gtk_widget_get_name (card));
}

static void
wb_first_run_finalize (GObject *object)
{
  WbFirstRun *self = WB_FIRST_RUN (object);

  g_clear_object (&self->services);

  G_OBJECT_CLASS (wb_first_run_parent_class)->finalize (object);
}

static void
wb_first_run_class_init (WbFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_first_run_finalize;

  signals[DONE] = g_signal_new ("done", WB_TYPE_FIRST_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, WbFirstRun, stack);
  gtk_widget_class_bind_template_child (widget_class, WbFirstRun, back_button);
  gtk_widget_class_bind_template_child (widget_class, WbFirstRun, skip_button);
  gtk_widget_class_bind_template_child (widget_class, WbFirstRun, next_button);
  gtk_widget_class_bind_template_child (widget_class, WbFirstRun, step_label);
  gtk_widget_class_bind_template_child (widget_class, WbFirstRun, choice_label);
  gtk_widget_class_bind_template_child (widget_class, WbFirstRun, chooser_bin);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_cb);
}

static void
wb_first_run_init (WbFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_first_run_new (WbServices *services)
{
  WbFirstRun *self;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  self = g_object_new (WB_TYPE_FIRST_RUN, NULL);
  self->services = g_object_ref (services);
  self->chooser = WB_TOWN_CHOOSER (wb_town_chooser_new (services));
  adw_bin_set_child (self->chooser_bin, GTK_WIDGET (self->chooser));
  g_signal_connect_object (self->chooser, "notify::town", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->chooser);
  update (self);

  return GTK_WIDGET (self);
}

void
wb_first_run_set_project (WbFirstRun *self,
                          gboolean    project)
{
  g_return_if_fail (WB_IS_FIRST_RUN (self));

  self->project = project;
  update (self);
}
