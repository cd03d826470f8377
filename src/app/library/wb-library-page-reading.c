/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-page-private.h"

/* Milliseconds after which an entry that was only passed in the list counts as read. */
#define SETTLE_DELAY 1500

static gboolean
settle_cb (gpointer user_data)
{
  WbLibraryPage *self = user_data;

  self->settle_source = 0;
  wb_reading_history_settle (self->history);

  return G_SOURCE_REMOVE;
}

static void
settle_later (WbLibraryPage *self,
              gboolean       settled)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (!settled)
    self->settle_source = g_timeout_add (SETTLE_DELAY, settle_cb, self);
}

/* Shows @id wherever that came from; the history is left alone. */
static void
show (WbLibraryPage *self,
      const char    *id,
      const char    *anchor)
{
  wb_reading_pane_open (self->reading_pane, id, anchor);
  wb_results_pane_select (self->results_pane, id);
  wb_library_page_update_header (self);
}

void
wb_library_page_show_entry (WbLibraryPage *self,
                            const char    *id,
                            const char    *anchor,
                            gboolean       settled)
{
  wb_reading_history_visit (self->history, id, settled);
  settle_later (self, settled);
  show (self, id, anchor);
}

void
wb_library_page_update_history (WbLibraryPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.back",
                                 wb_reading_history_can_back (self->history) ||
                                 wb_library_page_shows_reading (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.forward",
                                 wb_reading_history_can_forward (self->history));
}

static void
go_to_results (WbLibraryPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->results_pane));
  wb_results_pane_focus_list (self->results_pane);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);
  const char *id = wb_reading_history_back (self->history);

  if (id != NULL)
    show (self, id, NULL);
  else if (wb_library_page_shows_reading (self))
    go_to_results (self);
}

static void
forward_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);
  const char *id = wb_reading_history_forward (self->history);

  if (id != NULL)
    show (self, id, NULL);
}

static void
show_results_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  go_to_results (WB_LIBRARY_PAGE (widget));
}

static void
step_to_hit (WbLibraryPage *self,
             int            step)
{
  g_autoptr (WbHit) hit = wb_results_pane_get_neighbour (self->results_pane, step);

  if (hit == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  wb_library_page_show_entry (self, wb_hit_get_id (hit), NULL, FALSE);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->reading_pane));
}

static void
next_hit_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  step_to_hit (WB_LIBRARY_PAGE (widget), 1);
}

static void
previous_hit_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  step_to_hit (WB_LIBRARY_PAGE (widget), -1);
}

static void
toggle_bookmark_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (WB_LIBRARY_PAGE (widget)->reading_pane),
                              "reading.toggle-bookmark", NULL);
}

static void
next_term_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (WB_LIBRARY_PAGE (widget)->reading_pane), "reading.step-term", "i", 1);
}

static void
previous_term_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (WB_LIBRARY_PAGE (widget)->reading_pane), "reading.step-term", "i", -1);
}

static void
highlight_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (WB_LIBRARY_PAGE (widget)->reading_pane), "reading.highlight", NULL);
}

static void
write_note_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (WB_LIBRARY_PAGE (widget)->reading_pane), "reading.write-note", NULL);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (WB_LIBRARY_PAGE (widget)->reading_pane), "reading.print", "s", "");
}

/* One step back: from the filters to the list, from the text to the list, from the list to the search. */
static void
escape_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);

  if (adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else if (wb_library_page_has_focus (self, GTK_WIDGET (self->reading_pane)) || wb_library_page_shows_reading (self))
    go_to_results (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
wb_library_page_install_reading (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "library.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "library.forward", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "library.show-results", NULL, show_results_action);
  gtk_widget_class_install_action (widget_class, "library.next-hit", NULL, next_hit_action);
  gtk_widget_class_install_action (widget_class, "library.previous-hit", NULL, previous_hit_action);
  gtk_widget_class_install_action (widget_class, "library.toggle-bookmark", NULL, toggle_bookmark_action);
  gtk_widget_class_install_action (widget_class, "library.next-term", NULL, next_term_action);
  gtk_widget_class_install_action (widget_class, "library.previous-term", NULL, previous_term_action);
  gtk_widget_class_install_action (widget_class, "library.highlight", NULL, highlight_action);
  gtk_widget_class_install_action (widget_class, "library.write-note", NULL, write_note_action);
  gtk_widget_class_install_action (widget_class, "library.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "library.escape", NULL, escape_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "library.escape", NULL);
}
