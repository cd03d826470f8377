/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wb-placeholder-words.h"
#include "wb-slide.h"

/* How long a pause in typing is, in milliseconds. */
#define PAUSE 350

struct _WbTextForm
{
  AdwBin parent_instance;

  guint pause;
  gboolean dirty;
  gboolean showing; /* the text is being set from the part */
  gboolean cut;     /* more stands here than a part can hold */

  /* Borrowed from ourselves */
  GtkLabel *heading;
  GtkTextView *view;
  GtkWidget *frame;
  GtkLabel *hint;
  GtkLabel *placeholders; /* each, and what it becomes */
  GtkWidget *stale;
  GtkLabel *stale_title;
  GtkLabel *then;
  GtkLabel *now;
  GtkWidget *now_head;
  GtkWidget *confirm;
  GtkLabel *original;
  GtkWidget *original_box;
  GtkWidget *reset;
  GtkButton *hide;
  GtkWidget *remove;

  /* Owned */
  WbTextPart *part; /* (nullable) */
  WbGuide *guide;   /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbTextForm, wb_text_form, ADW_TYPE_BIN)

/* At most WB_SLIDE_MAX_TEXT bytes; "cut" tells whether there are more. (transfer full) */
static char *
get_text (WbTextForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  self->cut = strlen (text) > WB_SLIDE_MAX_TEXT;
  if (self->cut)
    *g_utf8_find_prev_char (text, text + WB_SLIDE_MAX_TEXT + 1) = '\0';

  return text;
}

void
wb_text_form_flush (WbTextForm *self)
{
  g_return_if_fail (WB_IS_TEXT_FORM (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->dirty)
    return;
  self->dirty = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
paused_cb (gpointer data)
{
  WbTextForm *self = data;

  self->pause = 0;
  wb_text_form_flush (self);

  return G_SOURCE_REMOVE;
}

static const char *
get_hint (const WbTextPart *part)
{
  if (part->kind == WB_TEXT_PART_FIXED)
    return _("This can be left out. What stands in it comes from the answers or from the template.");
  if (strstr (wb_text_part_get_text (part), "{{") != NULL)
    return _("What stands in {{…}} is put in when the document is made: today’s date, or an answer as soon as there is one.");
  if (part->kind == WB_TEXT_PART_BLANK)
    return _("Text takes the place of the lines.");

  return _("**bold**, *italics*; a line that begins with “- ” is an item of a list.");
}

static void
show_hint (WbTextForm *self)
{
  gtk_label_set_label (self->hint, self->cut ? _("This is longer than a passage can be: what stands at the end of it is not kept. Put it into a paragraph of its own.")
                                             : get_hint (self->part));
  if (self->cut)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
}

static void
show_placeholders (WbTextForm *self)
{
  g_autofree char *lines = NULL;

  if (self->guide != NULL && self->part->kind != WB_TEXT_PART_FIXED)
    lines = wb_placeholder_words_explain (wb_text_part_get_text (self->part), self->guide);
  gtk_label_set_label (self->placeholders, lines != NULL ? lines : "");
  gtk_widget_set_visible (GTK_WIDGET (self->placeholders), lines != NULL);
}

static void
typed_cb (WbTextForm *self)
{
  g_autofree char *text = NULL;

  if (self->showing || self->part == NULL)
    return;
  text = get_text (self);
  show_hint (self);
  if (g_str_equal (text, wb_text_part_get_text (self->part)))
    return;
  wb_text_part_rewrite (self->part, text);
  wb_text_form_update (self);
  self->dirty = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, paused_cb, self);
}

static void
wb_text_form_dispose (GObject *object)
{
  WbTextForm *self = WB_TEXT_FORM (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->part, wb_text_part_unref);
  g_clear_object (&self->guide);

  G_OBJECT_CLASS (wb_text_form_parent_class)->dispose (object);
}

static void
wb_text_form_class_init (WbTextFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_text_form_dispose;

  signals[CHANGED] = g_signal_new ("changed", WB_TYPE_TEXT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 30, "selectable", FALSE, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

/* "The template has changed since": what it said, what it says, and what to do about it. */
static void
add_stale (WbTextForm *self,
           GtkWidget  *box)
{
  self->stale = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->stale, "callout");
  gtk_widget_add_css_class (self->stale, "warn");
  self->stale_title = add_label (self->stale, NULL, "heading");
  add_label (self->stale, _("It said then:"), "caption-heading");
  self->then = add_label (self->stale, NULL, NULL);
  self->now_head = GTK_WIDGET (add_label (self->stale, _("It says now:"), "caption-heading"));
  self->now = add_label (self->stale, NULL, NULL);
  self->confirm = add_button (self->stale, _("Keep My Version"), "text.confirm");
  gtk_box_append (GTK_BOX (box), self->stale);
}

static void
add_original (WbTextForm *self,
              GtkWidget  *box)
{
  self->original_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  add_label (self->original_box, _("The template says:"), "caption-heading");
  self->original = add_label (self->original_box, NULL, "dim-label");
  gtk_box_append (GTK_BOX (box), self->original_box);
}

static GtkWidget *
make_frame (WbTextForm *self)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  g_object_set (self->view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "top-margin", 8, "bottom-margin", 8, "left-margin", 9,
                "right-margin", 9, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of this passage"), -1);
  g_object_set (frame, "hscrollbar-policy", GTK_POLICY_NEVER, "min-content-height", 140, "max-content-height", 300,
                "propagate-natural-height", TRUE, NULL);
  gtk_widget_add_css_class (frame, "text-box");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), GTK_WIDGET (self->view));

  return frame;
}

static void
wb_text_form_init (WbTextForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->heading = add_label (box, NULL, "heading");
  self->frame = make_frame (self);
  gtk_box_append (GTK_BOX (box), self->frame);
  self->hint = add_label (box, NULL, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  self->placeholders = add_label (box, NULL, "caption");
  self->hide = GTK_BUTTON (add_button (buttons, "", "text.hide"));
  self->reset = add_button (buttons, _("Reset"), "text.reset");
  gtk_widget_set_tooltip_text (self->reset, _("Take the template’s text for this passage"));
  self->remove = add_button (buttons, _("Delete"), "text.delete");
  gtk_box_append (GTK_BOX (box), buttons);
  add_stale (self, box);
  add_original (self, box);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  wb_text_form_set_part (self, NULL);
}

static const char *
get_heading (const WbTextPart *part)
{
  switch (part->kind)
    {
    case WB_TEXT_PART_HEADING:
      return _("Heading");
    case WB_TEXT_PART_ITEM:
      return _("Item of a list");
    case WB_TEXT_PART_CELL:
      return _("Cell of a table");
    case WB_TEXT_PART_BLANK:
      return _("Lines to write on");
    case WB_TEXT_PART_FIXED:
      return part->label;
    case WB_TEXT_PART_PARAGRAPH:
    default:
      return wb_text_part_is_own (part) ? _("Your own paragraph") : _("Paragraph");
    }
}

static const char *
get_hide_label (const WbTextPart *part)
{
  if (part->kind == WB_TEXT_PART_HEADING && part->depth == 0)
    return part->hidden ? _("Put the Section Back") : _("Leave Out the Section");

  return part->hidden ? _("Put Back") : _("Leave Out");
}

static void
update_stale (WbTextForm *self)
{
  const WbTextPart *part = self->part;
  const gboolean stale = wb_text_part_is_stale (part);

  gtk_widget_set_visible (self->stale, stale);
  gtk_widget_set_visible (self->original_box, !stale && part->text != NULL && !wb_text_part_is_own (part) && *part->original != '\0');
  gtk_label_set_label (self->original, part->original);
  if (!stale)
    return;
  gtk_label_set_label (self->stale_title, part->lost ? _("The template has this passage no longer. Your text stays.")
                                                     : _("The template has changed since you changed this. Your version stays."));
  gtk_label_set_label (self->then, *part->base != '\0' ? part->base : _("empty"));
  gtk_label_set_label (self->now, *part->original != '\0' ? part->original : _("empty"));
  gtk_widget_set_visible (self->now_head, !part->lost);
  gtk_widget_set_visible (GTK_WIDGET (self->now), !part->lost);
}

void
wb_text_form_update (WbTextForm *self)
{
  const WbTextPart *part;

  g_return_if_fail (WB_IS_TEXT_FORM (self));

  part = self->part;
  if (part == NULL)
    return;
  gtk_label_set_label (self->heading, get_heading (part));
  show_hint (self);
  show_placeholders (self);
  gtk_widget_set_visible (self->frame, part->kind != WB_TEXT_PART_FIXED);
  gtk_button_set_label (self->hide, get_hide_label (part));
  gtk_widget_set_visible (GTK_WIDGET (self->hide), !wb_text_part_is_own (part) && !part->lost && part->kind != WB_TEXT_PART_CELL);
  gtk_widget_set_visible (self->reset, !wb_text_part_is_own (part) && !part->lost && part->kind != WB_TEXT_PART_FIXED);
  gtk_widget_set_visible (self->remove, wb_text_part_is_own (part) || part->lost);
  update_stale (self);
}

void
wb_text_form_set_part (WbTextForm *self,
                       WbTextPart *part)
{
  g_return_if_fail (WB_IS_TEXT_FORM (self));

  wb_text_form_flush (self);
  if (part != NULL)
    wb_text_part_ref (part);
  g_clear_pointer (&self->part, wb_text_part_unref);
  self->part = part;
  self->cut = FALSE;
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), part != NULL);
  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view),
                            part != NULL && part->kind != WB_TEXT_PART_FIXED ? wb_text_part_get_text (part) : "", -1);
  self->showing = FALSE;
  wb_text_form_update (self);
}

void
wb_text_form_set_guide (WbTextForm *self,
                        WbGuide    *guide)
{
  g_return_if_fail (WB_IS_TEXT_FORM (self));
  g_return_if_fail (WB_IS_GUIDE (guide));

  g_set_object (&self->guide, guide);
}

void
wb_text_form_focus (WbTextForm *self)
{
  g_return_if_fail (WB_IS_TEXT_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
