/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-long-text-field.h"

#include <string.h>

/* How long a pause in typing is, in milliseconds. */
#define PAUSE 350
/* Height of the box in pixels: three lines at the ordinary text size, then it grows. */
#define MIN_HEIGHT 76
#define MAX_HEIGHT 320

struct _WbLongTextField
{
  WbFieldRow parent_instance;

  /* Borrowed from the control */
  GtkTextView *view;
  GtkWidget *hint;

  /* State */
  guint pause_id;
  gboolean dirty;
  gboolean showing; /* the text is being set from the answers */
};

G_DEFINE_FINAL_TYPE (WbLongTextField, wb_long_text_field, WB_TYPE_FIELD_ROW)

static char *
get_text (WbLongTextField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
store (WbLongTextField *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->dirty)
    return;

  self->dirty = FALSE;
  text = get_text (self);
  /* Nothing but white space is no answer. */
  if (text[strspn (text, " \t\n")] == '\0')
    text[0] = '\0';
  wb_field_row_store (WB_FIELD_ROW (self), "", "", text);
}

static gboolean
paused_cb (gpointer data)
{
  WbLongTextField *self = data;

  self->pause_id = 0;
  store (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (WbLongTextField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (buffer) == 0);
  if (self->showing)
    return;

  self->dirty = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE, paused_cb, self);
}

static GtkWidget *
make_hint (const WbField *field)
{
  GtkWidget *hint = gtk_label_new (field->example);

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (hint), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (hint), 3);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (hint, GTK_ALIGN_START);
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_add_css_class (hint, "text-hint");

  return hint;
}

static GtkWidget *
make_view (WbLongTextField *self)
{
  WbFieldRow *row = WB_FIELD_ROW (self);
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (view);
  /* Undo is the project's. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (self->view), FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, 8);
  gtk_text_view_set_bottom_margin (self->view, 8);
  gtk_text_view_set_left_margin (self->view, 9);
  gtk_text_view_set_right_margin (self->view, 9);
  gtk_widget_set_sensitive (view, !wb_form_context_get_read_only (wb_field_row_get_context (row)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, wb_field_row_get_field (row)->label,
                                  -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (store), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, focus);

  return view;
}

static void
wb_long_text_field_build (WbFieldRow *row)
{
  WbLongTextField *self = WB_LONG_TEXT_FIELD (row);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *overlay = gtk_overlay_new ();

  /* What is typed belongs to the text, not to the frame that scrolls it. */
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_view (self));

  self->hint = make_hint (wb_field_row_get_field (row));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hint);
  gtk_widget_add_css_class (overlay, "text-box");
  wb_field_row_set_control (row, overlay);
}

static void
wb_long_text_field_update (WbFieldRow *row)
{
  WbLongTextField *self = WB_LONG_TEXT_FIELD (row);
  const char *value = wb_field_row_get (row, "", "");
  g_autofree char *text = get_text (self);
  g_autofree char *proposal = NULL;

  if (self->dirty)
    return;

  proposal = *value == '\0' ? wb_form_context_propose (wb_field_row_get_context (row), wb_field_row_get_field (row)) : NULL;
  wb_field_row_set_proposed (row, proposal != NULL);
  if (proposal != NULL)
    {
      value = proposal;
      gtk_widget_add_css_class (GTK_WIDGET (self->view), "proposed");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->view), "proposed");
    }
  if (g_str_equal (text, value))
    return;

  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), value, -1);
  self->showing = FALSE;
}

static void
wb_long_text_field_flush (WbFieldRow *row)
{
  store (WB_LONG_TEXT_FIELD (row));
}

static void
wb_long_text_field_dispose (GObject *object)
{
  WbLongTextField *self = WB_LONG_TEXT_FIELD (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);

  G_OBJECT_CLASS (wb_long_text_field_parent_class)->dispose (object);
}

static void
wb_long_text_field_class_init (WbLongTextFieldClass *klass)
{
  WbFieldRowClass *row_class = WB_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_long_text_field_dispose;
  row_class->build = wb_long_text_field_build;
  row_class->update = wb_long_text_field_update;
  row_class->flush = wb_long_text_field_flush;
}

static void
wb_long_text_field_init (WbLongTextField *self)
{
}
