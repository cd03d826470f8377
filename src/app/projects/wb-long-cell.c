/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-long-cell.h"

#include <string.h>

#include "wb-answer-check.h"
#include "wb-focus-pass.h"

/* How long a pause in typing is, in milliseconds. */
#define PAUSE 350
#define MIN_HEIGHT 58

struct _WbLongCell
{
  GtkWidget parent_instance;

  /* Owned */
  WbFormContext *context;
  char *row;
  char *column;

  /* Borrowed */
  const WbField *field; /* from the context's guide */
  GtkTextView *view;

  /* State */
  guint pause_id;
  gboolean dirty;   /* typed in since the last store */
  gboolean showing; /* the text is being set from the answers */
};

G_DEFINE_FINAL_TYPE (WbLongCell, wb_long_cell, GTK_TYPE_WIDGET)

static char *
get_text (WbLongCell *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
wb_long_cell_flush (WbLongCell *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (WB_IS_LONG_CELL (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->dirty || self->context == NULL)
    return;

  self->dirty = FALSE;
  text = get_text (self);
  /* Nothing but white space is no answer. */
  if (text[strspn (text, " \t\n")] == '\0')
    text[0] = '\0';
  if (wb_answer_check (self->field, self->row, self->column, text, NULL))
    wb_answers_set (wb_form_context_get_answers (self->context), self->field->id, self->row, self->column, text);
}

void
wb_long_cell_discard (WbLongCell *self)
{
  g_return_if_fail (WB_IS_LONG_CELL (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->dirty = FALSE;
}

static gboolean
paused_cb (gpointer data)
{
  WbLongCell *self = data;

  self->pause_id = 0;
  wb_long_cell_flush (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (WbLongCell *self)
{
  if (self->showing)
    return;

  self->dirty = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE, paused_cb, self);
}

static void
show_stored (WbLongCell *self)
{
  const char *value = wb_answers_get (wb_form_context_get_answers (self->context), self->field->id, self->row, self->column);
  g_autofree char *text = get_text (self);

  if (self->dirty || g_str_equal (text, value))
    return;

  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), value, -1);
  self->showing = FALSE;
}

static void
cell_changed_cb (WbAnswers  *answers,
                 const char *field,
                 const char *row,
                 const char *column,
                 const char *value,
                 WbLongCell *self)
{
  if (g_strcmp0 (field, self->field->id) == 0 && g_strcmp0 (row, self->row) == 0 && g_strcmp0 (column, self->column) == 0)
    show_stored (self);
}

static void
make_view (WbLongCell *self,
           const char *name)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (view);
  /* Undo is the project's. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (self->view), FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 6);
  gtk_text_view_set_left_margin (self->view, 8);
  gtk_text_view_set_right_margin (self->view, 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (wb_long_cell_flush), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, focus);

  /* What is typed belongs to the text, not to the frame that scrolls it. */
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 4 * MIN_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_add_css_class (scroller, "text-box");
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

static gboolean
wb_long_cell_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WB_LONG_CELL (widget)->view));
}

static void
wb_long_cell_dispose (GObject *object)
{
  WbLongCell *self = WB_LONG_CELL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (wb_long_cell_parent_class)->dispose (object);
}

static void
wb_long_cell_finalize (GObject *object)
{
  WbLongCell *self = WB_LONG_CELL (object);

  g_free (self->row);
  g_free (self->column);

  G_OBJECT_CLASS (wb_long_cell_parent_class)->finalize (object);
}

static void
wb_long_cell_class_init (WbLongCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_long_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_long_cell_finalize;
  widget_class->grab_focus = wb_long_cell_grab_focus;
  widget_class->focus = wb_focus_pass;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wb_long_cell_init (WbLongCell *self)
{
}

GtkWidget *
wb_long_cell_new (WbFormContext *context,
                  const WbField *field,
                  const char    *row,
                  const char    *column,
                  const char    *name)
{
  WbLongCell *self;

  g_return_val_if_fail (WB_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (field != NULL && row != NULL && column != NULL && name != NULL, NULL);

  self = g_object_new (WB_TYPE_LONG_CELL, NULL);
  self->context = g_object_ref (context);
  self->field = field;
  self->row = g_strdup (row);
  self->column = g_strdup (column);
  make_view (self, name);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !wb_form_context_get_read_only (context));
  show_stored (self);
  g_signal_connect_object (wb_form_context_get_answers (context), "cell-changed", G_CALLBACK (cell_changed_cb), self, 0);

  return GTK_WIDGET (self);
}
