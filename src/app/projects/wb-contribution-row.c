/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-contribution-row.h"

#include <glib/gi18n.h>

/* Of a text, in pixels. */
#define SHORT_HEIGHT 36
#define LONG_HEIGHT 72
#define MAX_HEIGHT 220

struct _WbContributionRow
{
  GtkBox parent_instance;

  guint index;
  guint n_personal;

  /* Borrowed */
  WbContribution *contribution;
  GtkSwitch *out;
  GtkWidget *frame;
  GtkTextBuffer *buffer;
  GtkTextTag *mark;
  GtkWidget *warning_box;
  GtkLabel *warning;
  GtkCheckButton *kept;
};

enum
{
  CHANGED,
  REWRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbContributionRow, wb_contribution_row, GTK_TYPE_BOX)

/* "Name “Frau Krüger”, E-mail address “…”". (transfer full) */
static char *
list_marks (GPtrArray *marks)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const WbPrivacyMark *mark = g_ptr_array_index (marks, i);

      /* Translators: what was found, and the words */
      g_string_append_printf (list, _("%s “%s”"), wb_privacy_kind_to_words (mark->kind), mark->text);
      if (i + 1 < marks->len)
        g_string_append (list, ", ");
    }

  return g_string_free (list, FALSE);
}

/* Where @mark of @line is in what was typed, which may hold more blanks than that; behind @end, which is moved on. */
static gboolean
find_mark (WbContributionRow   *self,
           const char          *text,
           const char          *line,
           const WbPrivacyMark *mark,
           GtkTextIter         *start,
           GtkTextIter         *end)
{
  GtkTextIter behind = *end;

  if (!g_str_has_prefix (text, line))
    return gtk_text_iter_forward_search (&behind, mark->text, GTK_TEXT_SEARCH_TEXT_ONLY, start, end, NULL);
  gtk_text_buffer_get_iter_at_offset (self->buffer, start, (int) g_utf8_pointer_to_offset (line, line + mark->start));
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, (int) g_utf8_pointer_to_offset (line, line + mark->start + mark->length));

  return TRUE;
}

static void
highlight (WbContributionRow *self,
           const char        *text,
           GPtrArray         *marks)
{
  g_autofree char *line = wb_contribution_make_line (text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->mark, &start, &end);
  gtk_text_buffer_get_start_iter (self->buffer, &end);
  for (guint i = 0; i < marks->len; i++)
    if (find_mark (self, text, line, g_ptr_array_index (marks, i), &start, &end))
      gtk_text_buffer_apply_tag (self->buffer, self->mark, &start, &end);
}

static void
update (WbContributionRow *self)
{
  const WbContributionItem *item = wb_contribution_get_item (self->contribution, self->index);
  g_autoptr (GPtrArray) marks = wb_contribution_find (self->contribution, self->index);
  const gboolean counts = item->out && item->type != WB_CONTRIBUTION_FACET;
  g_autofree char *list = list_marks (marks);
  g_autofree char *text = g_strdup_printf (_("Still says who somebody is: %s"), list);

  if (item->type != WB_CONTRIBUTION_FACET)
    highlight (self, item->text, marks);
  self->n_personal = counts && !item->kept ? marks->len : 0;
  gtk_label_set_text (self->warning, text);
  gtk_widget_set_visible (self->warning_box, counts && marks->len > 0);
  gtk_widget_set_sensitive (self->frame, item->out);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
text_cb (WbContributionRow *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  wb_contribution_set_text (self->contribution, self->index, text);
  gtk_check_button_set_active (self->kept, wb_contribution_get_item (self->contribution, self->index)->kept);
  update (self);
  g_signal_emit (self, signals[REWRITTEN], 0);
}

static void
out_cb (WbContributionRow *self)
{
  wb_contribution_get_item (self->contribution, self->index)->out = gtk_switch_get_active (self->out);
  update (self);
}

static void
kept_cb (WbContributionRow *self)
{
  wb_contribution_get_item (self->contribution, self->index)->kept = gtk_check_button_get_active (self->kept);
  update (self);
}

static void
replace_cb (WbContributionRow *self)
{
  g_autofree char *text = wb_contribution_dup_replaced (self->contribution, self->index);

  gtk_text_buffer_set_text (self->buffer, text, -1);
}

static void
wb_contribution_row_class_init (WbContributionRowClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", WB_TYPE_CONTRIBUTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REWRITTEN] = g_signal_new ("rewritten", WB_TYPE_CONTRIBUTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wb_contribution_row_init (WbContributionRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static GtkWidget *
make_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 70, "xalign", 0.0,
                       "hexpand", TRUE, NULL);
}

static GtkWidget *
make_head (WbContributionRow        *self,
           const WbContributionItem *item)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = make_label (item->label);
  g_autofree char *name = NULL;

  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (head), title);
  self->out = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (self->out, item->out);
  gtk_widget_set_visible (GTK_WIDGET (self->out), !wb_contribution_is_required (self->contribution, self->index));
  /* Translators: a piece of a text with its number */
  name = g_strdup_printf (_("Goes out: %s, piece %u"), item->label, self->index + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->out), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->out), _("Goes out"));
  g_signal_connect_object (self->out, "notify::active", G_CALLBACK (out_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->out));

  return head;
}

static GtkWidget *
make_text (WbContributionRow        *self,
           const WbContributionItem *item)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const gboolean is_long = item->type == WB_CONTRIBUTION_SUMMARY || item->type >= WB_CONTRIBUTION_PARAGRAPH;
  g_autofree char *name = g_strdup_printf (_("%s, piece %u"), item->label, self->index + 1);

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  self->mark = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_set_text (self->buffer, item->text, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_object_set (view, "left-margin", 9, "right-margin", 9, "top-margin", 6, "bottom-margin", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
  self->frame = gtk_frame_new (NULL);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), is_long ? LONG_HEIGHT : SHORT_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_frame_set_child (GTK_FRAME (self->frame), scroller);

  return self->frame;
}

/* What was there before, so that nobody has to guess what the program did. */
static void
add_replaced (WbContributionRow        *self,
              const WbContributionItem *item)
{
  g_autoptr (GPtrArray) marks = wb_contribution_find_original (self->contribution, self->index);
  g_autofree char *list = list_marks (marks);
  g_autofree char *text = g_strdup_printf (_("Was replaced or left out: %s"), list);
  GtkWidget *label;

  if (marks->len == 0 || item->type == WB_CONTRIBUTION_FACET)
    return;

  label = make_label (text);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (self), label);
}

static GtkWidget *
make_warning (WbContributionRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *replace = gtk_button_new_with_label (_("Replace"));

  self->warning_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->warning = GTK_LABEL (make_label (""));
  self->kept = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Nobody is meant here")));
  gtk_widget_add_css_class (self->warning_box, "callout");
  gtk_widget_add_css_class (self->warning_box, "warn");
  gtk_box_append (GTK_BOX (self->warning_box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "valign", GTK_ALIGN_START,
                                                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  g_signal_connect_object (replace, "clicked", G_CALLBACK (replace_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kept, "toggled", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), replace);
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->kept));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->warning));
  gtk_box_append (GTK_BOX (words), buttons);
  gtk_box_append (GTK_BOX (self->warning_box), words);

  return self->warning_box;
}

GtkWidget *
wb_contribution_row_new (WbContribution *contribution,
                         guint           i)
{
  WbContributionRow *self = g_object_new (WB_TYPE_CONTRIBUTION_ROW, NULL);
  const WbContributionItem *item = wb_contribution_get_item (contribution, i);

  self->contribution = contribution;
  self->index = i;
  gtk_box_append (GTK_BOX (self), make_head (self, item));
  gtk_box_append (GTK_BOX (self), make_text (self, item));
  add_replaced (self, item);
  gtk_box_append (GTK_BOX (self), make_warning (self));
  update (self);

  return GTK_WIDGET (self);
}

guint
wb_contribution_row_count_personal (WbContributionRow *self)
{
  g_return_val_if_fail (WB_IS_CONTRIBUTION_ROW (self), 0);

  return self->n_personal;
}
