/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-deck-row.h"

#include <glib/gi18n.h>

#include "wb-slide-view.h"

#define THUMBNAIL_WIDTH 128
#define THUMBNAIL_HEIGHT 72

struct _WbDeckRow
{
  GtkListBoxRow parent_instance;

  /* Borrowed */
  GtkWidget *view;
  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *hidden;

  /* Owned */
  WbSlide *slide;
  WbSlideCache *cache;
  char *name; /* (nullable) */
};

enum
{
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbDeckRow, wb_deck_row, GTK_TYPE_LIST_BOX_ROW)

static GdkContentProvider *
prepare_cb (WbDeckRow *self)
{
  return gdk_content_provider_new_typed (WB_TYPE_DECK_ROW, self);
}

static void
begin_cb (WbDeckRow     *self,
          GdkDrag       *drag,
          GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->view);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
drop_cb (WbDeckRow    *self,
         const GValue *value,
         double        x,
         double        y)
{
  WbDeckRow *other = g_value_get_object (value);

  if (other == NULL || other == self)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, other, y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);

  return TRUE;
}

static void
wb_deck_row_dispose (GObject *object)
{
  WbDeckRow *self = WB_DECK_ROW (object);

  g_clear_pointer (&self->slide, wb_slide_unref);
  g_clear_object (&self->cache);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (wb_deck_row_parent_class)->dispose (object);
}

static void
wb_deck_row_class_init (WbDeckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_deck_row_dispose;

  signals[DROPPED] = g_signal_new ("dropped", WB_TYPE_DECK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   WB_TYPE_DECK_ROW, G_TYPE_BOOLEAN);
}

static GtkWidget *
make_texts (WbDeckRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = gtk_label_new (NULL);
  g_object_set (self->title, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize",
                PANGO_ELLIPSIZE_END, "max-width-chars", 12, "hexpand", TRUE, NULL);
  self->hidden = gtk_label_new (_("Hidden"));
  gtk_widget_set_halign (self->hidden, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->hidden, "chip");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->hidden);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static void
wb_deck_row_init (WbDeckRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (WB_TYPE_DECK_ROW, GDK_ACTION_MOVE);

  self->number = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->number), 3);
  gtk_widget_add_css_class (self->number, "numeric");
  self->view = wb_slide_view_new (WB_SLIDE_VIEW_STILL);
  gtk_widget_set_size_request (self->view, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT);
  gtk_widget_set_valign (self->view, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->view, "slide-edge");
  gtk_box_append (GTK_BOX (box), self->number);
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_box_append (GTK_BOX (box), make_texts (self));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
wb_deck_row_new (WbSlide *slide)
{
  WbDeckRow *self;

  g_return_val_if_fail (slide != NULL, NULL);

  self = g_object_new (WB_TYPE_DECK_ROW, NULL);
  self->slide = wb_slide_copy (slide);

  return GTK_WIDGET (self);
}

WbSlide *
wb_deck_row_get_slide (WbDeckRow *self)
{
  g_return_val_if_fail (WB_IS_DECK_ROW (self), NULL);

  return self->slide;
}

WbSlideCache *
wb_deck_row_get_cache (WbDeckRow *self)
{
  g_return_val_if_fail (WB_IS_DECK_ROW (self), NULL);

  return self->cache;
}

void
wb_deck_row_set_cache (WbDeckRow    *self,
                       WbSlideCache *cache)
{
  g_return_if_fail (WB_IS_DECK_ROW (self));

  g_set_object (&self->cache, cache);
  wb_slide_view_set_up (WB_SLIDE_VIEW (self->view), WB_SLIDE_VIEW_STILL, cache, NULL);
}

const char *
wb_deck_row_get_name (WbDeckRow *self)
{
  g_return_val_if_fail (WB_IS_DECK_ROW (self), NULL);

  return self->name;
}

/* (transfer full) */
static char *
make_name (WbDeckRow  *self,
           guint       number,
           guint       n_slides,
           const char *title)
{
  if (number > 0)
    return g_strdup_printf (_("Slide %u of %u: %s"), number, n_slides, title);
  if (self->slide->hidden)
    return g_strdup_printf (_("Hidden slide: %s"), title);

  return g_strdup (_("Empty slide, not in the presentation"));
}

void
wb_deck_row_update (WbDeckRow *self,
                    guint      number,
                    guint      n_slides)
{
  g_autofree char *filled = NULL;
  g_autofree char *text = NULL;
  const char *title;

  g_return_if_fail (WB_IS_DECK_ROW (self));

  if (self->cache != NULL && *self->slide->title != '\0')
    filled = wb_paginator_get_title (wb_slide_cache_get_paginator (self->cache), 0);
  title = filled != NULL ? filled : *self->slide->title != '\0' ? self->slide->title : _("without title");
  text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("–");
  g_free (self->name);
  self->name = make_name (self, number, n_slides, title);
  gtk_label_set_label (GTK_LABEL (self->number), text);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_widget_set_visible (self->hidden, self->slide->hidden);
  gtk_widget_set_opacity (self->view, self->slide->hidden ? 0.5 : 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  wb_slide_view_set_name (WB_SLIDE_VIEW (self->view), self->name);
}
