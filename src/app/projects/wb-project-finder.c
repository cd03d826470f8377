/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-finder.h"

#include <glib/gi18n-lib.h>

#include "wb-fitting-size.h"
#include "wb-project-search.h"

/* So many are listed; whoever has more types another word. */
#define MAX_HITS 100

struct _WbProjectFinder
{
  AdwWindow parent_instance;

  /* Owned */
  WbGuide *guide;
  WbAnswers *answers;

  /* Owned by the widget tree */
  GtkListBox *list;
  GtkLabel *count;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbProjectFinder, wb_project_finder, ADW_TYPE_WINDOW)

static void
chosen_cb (WbProjectFinder *self,
           GtkListBoxRow   *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "wb-field"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_hit (WbProjectFinder    *self,
         const WbProjectHit *hit)
{
  GtkWidget *row = adw_action_row_new ();
  const gboolean is_step = *hit->text == '\0' && g_str_equal (hit->label, hit->step_title);
  g_autofree char *place = g_strdup_printf ("%s · %s", hit->step_title, hit->label);
  const char *subtitle = *hit->text != '\0' ? place : is_step ? _("Step") : hit->step_title;

  g_object_set (row, "use-markup", FALSE, "title", *hit->text != '\0' ? hit->text : hit->label, "subtitle", subtitle,
                "title-lines", 2, "subtitle-lines", 2, "activatable", TRUE, NULL);
  g_object_set_data_full (G_OBJECT (row), "wb-field", g_strdup (hit->field), g_free);
  gtk_list_box_append (self->list, row);
}

static void
typed_cb (WbProjectFinder *self,
          GtkSearchEntry  *entry)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (GPtrArray) hits = wb_project_search (self->guide, self->answers, query, MAX_HITS);
  g_autofree char *text = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < hits->len; i++)
    add_hit (self, g_ptr_array_index (hits, i));
  if (*query == '\0')
    text = g_strdup (_("Finds words in steps, questions, answers, tables and notes of this project."));
  else if (hits->len == 0)
    text = g_strdup (_("Nothing in this project says so."));
  else
    text = g_strdup_printf (ngettext ("%u place", "%u places", hits->len), hits->len);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->list), hits->len > 0);
}

/* Return in the entry takes the first one for what stands there: the entry tells of it a moment later. */
static void
first_cb (WbProjectFinder *self,
          GtkSearchEntry  *entry)
{
  GtkListBoxRow *row;

  typed_cb (self, entry);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    chosen_cb (self, row);
}

static void
wb_project_finder_dispose (GObject *object)
{
  WbProjectFinder *self = WB_PROJECT_FINDER (object);

  g_clear_object (&self->guide);
  g_clear_object (&self->answers);

  G_OBJECT_CLASS (wb_project_finder_parent_class)->dispose (object);
}

static void
wb_project_finder_class_init (WbProjectFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_project_finder_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", WB_TYPE_PROJECT_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_project_finder_init (WbProjectFinder *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_window_set_title (GTK_WINDOW (self), _("Find in the Project"));
  wb_fitting_size_set (GTK_WINDOW (self), 620, 560);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->count = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Places found"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find in the project"), -1);
  g_object_set (entry, "placeholder-text", _("Find in the project"), NULL);
  g_object_set (scroller, "vexpand", TRUE, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  g_object_set (box, "margin-top", 12, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (first_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (page), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (page), box);
  adw_window_set_content (ADW_WINDOW (self), page);
  gtk_widget_grab_focus (entry);
}

GtkWidget *
wb_project_finder_new (GtkWindow *parent,
                       WbGuide   *guide,
                       WbAnswers *answers)
{
  WbProjectFinder *self;

  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);

  self = g_object_new (WB_TYPE_PROJECT_FINDER, "transient-for", parent, NULL);
  self->guide = g_object_ref (guide);
  self->answers = g_object_ref (answers);
  gtk_label_set_text (self->count, _("Finds words in steps, questions, answers, tables and notes of this project."));
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);

  return GTK_WIDGET (self);
}
