/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-slide-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wb-slide-patterns.h"

/* How long a pause in typing is, in milliseconds. */
#define PAUSE 350

struct _WbSlideForm
{
  GtkWidget parent_instance;

  guint pause;
  gboolean dirty;
  gboolean showing; /* texts are being set from the slide */

  /* Template widgets */
  GtkWidget *box;
  GtkEntry *title;
  GtkCheckButton *large;
  GtkMenuButton *insert;
  GtkTextView *body;
  GtkTextView *notes;

  /* Owned */
  WbSlide *slide; /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbSlideForm, wb_slide_form, GTK_TYPE_WIDGET)

/* At most @max bytes. (transfer full) */
static char *
bound_text (char  *text,
            gsize  max)
{
  if (strlen (text) > max)
    *g_utf8_find_prev_char (text, text + max + 1) = '\0';

  return text;
}

static char *
get_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return bound_text (gtk_text_buffer_get_text (buffer, &start, &end, FALSE), WB_SLIDE_MAX_TEXT);
}

/* TRUE when it is another text than before. Takes @text. */
static gboolean
take_text (char **place,
           char  *text)
{
  const gboolean changed = g_strcmp0 (*place, text) != 0;

  g_free (*place);
  *place = text;

  return changed;
}

static gboolean
store (WbSlideForm *self)
{
  const int level = gtk_check_button_get_active (self->large) ? 1 : 2;
  gboolean changed = self->slide->level != level;

  self->slide->level = level;
  changed |= take_text (&self->slide->title,
                        bound_text (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))), WB_SLIDE_MAX_TITLE));
  changed |= take_text (&self->slide->body, get_text (self->body));
  changed |= take_text (&self->slide->notes, get_text (self->notes));

  return changed;
}

void
wb_slide_form_flush (WbSlideForm *self)
{
  g_return_if_fail (WB_IS_SLIDE_FORM (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->dirty)
    return;
  self->dirty = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
paused_cb (gpointer data)
{
  WbSlideForm *self = data;

  self->pause = 0;
  wb_slide_form_flush (self);

  return G_SOURCE_REMOVE;
}

static void
typed_cb (WbSlideForm *self)
{
  if (self->showing || self->slide == NULL || !store (self))
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, paused_cb, self);
}

static void
toggled_cb (WbSlideForm *self)
{
  typed_cb (self);
  wb_slide_form_flush (self);
}

/* @text as a paragraph of its own where the cursor is. */
static void
insert_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  WbSlideForm *self = WB_SLIDE_FORM (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter start, end;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  before = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gtk_text_buffer_get_end_iter (buffer, &start);
  after = gtk_text_buffer_get_text (buffer, &end, &start, FALSE);
  text = g_strconcat (*before == '\0' || g_str_has_suffix (before, "\n\n") ? "" : g_str_has_suffix (before, "\n") ? "\n" : "\n\n",
                      g_variant_get_string (parameter, NULL),
                      *after == '\0' || g_str_has_prefix (after, "\n\n") ? "" : *after == '\n' ? "\n" : "\n\n", NULL);
  gtk_text_buffer_insert (buffer, &end, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (self->body, gtk_text_buffer_get_insert (buffer));
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

static void
wb_slide_form_dispose (GObject *object)
{
  WbSlideForm *self = WB_SLIDE_FORM (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_SLIDE_FORM);
  g_clear_pointer (&self->slide, wb_slide_unref);

  G_OBJECT_CLASS (wb_slide_form_parent_class)->dispose (object);
}

static void
wb_slide_form_class_init (WbSlideFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_slide_form_dispose;

  signals[CHANGED] = g_signal_new ("changed", WB_TYPE_SLIDE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-slide-form.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, WbSlideForm, box);
  gtk_widget_class_bind_template_child (widget_class, WbSlideForm, title);
  gtk_widget_class_bind_template_child (widget_class, WbSlideForm, large);
  gtk_widget_class_bind_template_child (widget_class, WbSlideForm, insert);
  gtk_widget_class_bind_template_child (widget_class, WbSlideForm, body);
  gtk_widget_class_bind_template_child (widget_class, WbSlideForm, notes);
  gtk_widget_class_install_action (widget_class, "slide-text.insert", "s", insert_action);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
wb_slide_form_init (WbSlideForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (gtk_text_view_get_buffer (self->body), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

void
wb_slide_form_set_slide (WbSlideForm *self,
                         WbSlide     *slide)
{
  g_return_if_fail (WB_IS_SLIDE_FORM (self));

  wb_slide_form_flush (self);
  if (slide != NULL)
    wb_slide_ref (slide);
  g_clear_pointer (&self->slide, wb_slide_unref);
  self->slide = slide;
  gtk_widget_set_sensitive (self->box, slide != NULL);

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title), slide != NULL ? slide->title : "");
  gtk_check_button_set_active (self->large, slide != NULL && slide->level == 1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), slide != NULL ? slide->body : "", -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes), slide != NULL ? slide->notes : "", -1);
  self->showing = FALSE;
}

void
wb_slide_form_set_guide (WbSlideForm *self,
                         WbGuide     *guide)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (WB_IS_SLIDE_FORM (self));
  g_return_if_fail (WB_IS_GUIDE (guide));

  menu = wb_slide_patterns_create_menu (guide, "slide-text.insert");
  gtk_menu_button_set_menu_model (self->insert, menu);
}

void
wb_slide_form_focus_title (WbSlideForm *self)
{
  g_return_if_fail (WB_IS_SLIDE_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
