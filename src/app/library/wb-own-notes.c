/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-own-notes.h"

#include <glib/gi18n-lib.h>

#include "wb-error-dialog.h"

/* Longest passage shown in its row, in characters. */
#define MAX_QUOTE 120

struct _WbOwnNotes
{
  AdwBin parent_instance;

  /* Owned */
  WbUserStore *store;  /* (nullable) */
  char *id;            /* (nullable) */
  GPtrArray *passages; /* WbPassage */

  /* Borrowed from the reading pane */
  WbBlockView *view;

  /* Borrowed from ourselves */
  GtkTextView *text;
  GtkLabel *state;
  GtkWidget *passages_title;
  GtkBox *list;

  gboolean filling; /* the text comes from the store */
};

G_DEFINE_FINAL_TYPE (WbOwnNotes, wb_own_notes, ADW_TYPE_BIN)

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void fill_passages (WbOwnNotes *self);

static void
wb_own_notes_dispose (GObject *object)
{
  WbOwnNotes *self = WB_OWN_NOTES (object);

  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->store);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->passages, g_ptr_array_unref);

  G_OBJECT_CLASS (wb_own_notes_parent_class)->dispose (object);
}

static void
wb_own_notes_class_init (WbOwnNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_own_notes_dispose;

  signals[PASSAGE_ACTIVATED] =
    g_signal_new ("passage-activated", WB_TYPE_OWN_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

/* As typed: nobody has to save anything. */
static void
text_changed_cb (WbOwnNotes *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (self->filling || self->id == NULL)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (wb_user_store_set_note (self->store, self->id, text, &error))
    gtk_label_set_text (self->state, _("Saved"));
  else
    {
      gtk_label_set_text (self->state, _("Not saved"));
      wb_error_dialog_show (GTK_WIDGET (self), _("The Note Was Not Saved"), error);
    }
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", text,
                                   "xalign", 0.0,
                                   "margin-top", 6,
                                   NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3, -1);

  return label;
}

static GtkWidget *
build_text (WbOwnNotes *self)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->text = GTK_TEXT_VIEW (g_object_new (GTK_TYPE_TEXT_VIEW,
                                            "accepts-tab", FALSE,
                                            "wrap-mode", GTK_WRAP_WORD_CHAR,
                                            "top-margin", 8, "bottom-margin", 8, "left-margin", 9, "right-margin", 9,
                                            "height-request", 72,
                                            "hexpand", TRUE,
                                            NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Own notes"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (frame, "text-box");
  gtk_box_append (GTK_BOX (frame), GTK_WIDGET (self->text));

  return frame;
}

static void
wb_own_notes_init (WbOwnNotes *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->state = GTK_LABEL (g_object_new (GTK_TYPE_LABEL,
                                         "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                         "xalign", 0.0,
                                         NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  self->passages_title = new_heading (_("Highlighted Passages"));
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  gtk_box_append (GTK_BOX (box), new_heading (_("Own Notes")));
  gtk_box_append (GTK_BOX (box), build_text (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (box), self->passages_title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

static gint64
get_number (GtkWidget *widget)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (widget), "wb-number");
}

static void
show_clicked_cb (WbOwnNotes *self,
                 GtkWidget  *button)
{
  GtkWidget *place = wb_block_view_get_passage (self->view, get_number (button));

  if (place != NULL)
    g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, place);
}

static void
remove_clicked_cb (WbOwnNotes *self,
                   GtkWidget  *button)
{
  g_autoptr (GError) error = NULL;

  if (wb_user_store_remove_passage (self->store, get_number (button), &error))
    fill_passages (self);
  else
    wb_error_dialog_show (GTK_WIDGET (self), _("The Passage Was Not Removed"), error);
}

static void
remark_changed_cb (WbOwnNotes *self,
                   GtkWidget  *entry)
{
  g_autoptr (GError) error = NULL;

  if (!wb_user_store_set_passage_note (self->store, get_number (entry), gtk_editable_get_text (GTK_EDITABLE (entry)), &error))
    wb_error_dialog_show (GTK_WIDGET (self), _("The Note Was Not Saved"), error);
}

static void
set_number (GtkWidget *widget,
            gint64     number)
{
  g_object_set_data_full (G_OBJECT (widget), "wb-number", g_memdup2 (&number, sizeof number), g_free);
}

static GtkWidget *
new_icon_button (WbOwnNotes *self,
                 const char *icon_name,
                 const char *name,
                 GCallback   callback,
                 gint64      number)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_number (button, number);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

/* “The first words of the passage …” */
static char *
quote (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
  g_autofree char *start = g_utf8_substring (line, 0, MIN (MAX_QUOTE, g_utf8_strlen (line, -1)));

  return g_strdup_printf (_("“%s%s”"), start, g_utf8_strlen (line, -1) > MAX_QUOTE ? " …" : "");
}

static GtkWidget *
new_passage_row (WbOwnNotes      *self,
                 const WbPassage *passage)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 4, "row-spacing", 4, NULL);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = quote (passage->exact);
  g_autofree char *name = g_strdup_printf (_("Remark on %s"), text);
  const gboolean found = wb_block_view_get_passage (self->view, passage->number) != NULL;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 50,
                                   "xalign", 0.0, "hexpand", TRUE,
                                   NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_editable_set_text (GTK_EDITABLE (entry), passage->note);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Remark"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_number (entry, passage->number);
  g_signal_connect_object (entry, "changed", G_CALLBACK (remark_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_grid_attach (GTK_GRID (grid), label, 0, 0, 1, 1);
  if (found)
    gtk_grid_attach (GTK_GRID (grid), new_icon_button (self, "go-up-symbolic", _("Show in the text"),
                                                       G_CALLBACK (show_clicked_cb), passage->number), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_icon_button (self, "user-trash-symbolic", _("Remove the highlight"),
                                                     G_CALLBACK (remove_clicked_cb), passage->number), 2, 0, 1, 1);
  if (!found)
    {
      GtkWidget *gone = g_object_new (GTK_TYPE_LABEL,
                                      "label", _("This passage is no longer in the text; the remark stays."),
                                      "wrap", TRUE, "xalign", 0.0,
                                      NULL);

      gtk_widget_add_css_class (gone, "caption");
      gtk_widget_add_css_class (gone, "due");
      gtk_grid_attach (GTK_GRID (grid), gone, 0, 1, 3, 1);
    }
  gtk_grid_attach (GTK_GRID (grid), entry, 0, 2, 3, 1);

  return grid;
}

static void
fill_passages (WbOwnNotes *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->passages, g_ptr_array_unref);
  self->passages = wb_user_store_list_passages (self->store, self->id);
  wb_block_view_set_passages (self->view, self->passages);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < self->passages->len; i++)
    gtk_box_append (self->list, new_passage_row (self, g_ptr_array_index (self->passages, i)));
  gtk_widget_set_visible (self->passages_title, self->passages->len > 0);
}

/* Of a long text, only now is it known which passages it has. */
static void
complete_cb (WbOwnNotes *self)
{
  if (self->passages != NULL && self->passages->len > 0)
    fill_passages (self);
}

void
wb_own_notes_set_item (WbOwnNotes  *self,
                       WbUserStore *store,
                       WbBlockView *view,
                       const char  *id)
{
  g_autofree char *text = NULL;

  g_return_if_fail (WB_IS_OWN_NOTES (self));
  g_return_if_fail (WB_IS_USER_STORE (store));
  g_return_if_fail (WB_IS_BLOCK_VIEW (view));
  g_return_if_fail (id != NULL);

  g_set_object (&self->store, store);
  if (self->view != view)
    g_signal_connect_object (view, "notify::complete", G_CALLBACK (complete_cb), self, G_CONNECT_SWAPPED);
  self->view = view;
  g_free (self->id);
  self->id = g_strdup (id);

  text = wb_user_store_get_note (store, id);
  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  self->filling = FALSE;
  gtk_label_set_text (self->state, _("Saved as you type, on this laptop only"));
  fill_passages (self);
}

gboolean
wb_own_notes_highlight (WbOwnNotes *self)
{
  g_autoptr (WbPassage) passage = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (WB_IS_OWN_NOTES (self), FALSE);

  if (self->id == NULL)
    return FALSE;
  passage = wb_block_view_quote_selection (self->view);
  if (passage == NULL)
    return FALSE;

  if (wb_user_store_add_passage (self->store, self->id, passage, NULL, &error))
    fill_passages (self);
  else
    wb_error_dialog_show (GTK_WIDGET (self), _("The Passage Was Not Highlighted"), error);

  return TRUE;
}

void
wb_own_notes_focus (WbOwnNotes *self)
{
  g_return_if_fail (WB_IS_OWN_NOTES (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

guint
wb_own_notes_get_n_passages (WbOwnNotes *self)
{
  g_return_val_if_fail (WB_IS_OWN_NOTES (self), 0);

  return self->passages != NULL ? self->passages->len : 0;
}
