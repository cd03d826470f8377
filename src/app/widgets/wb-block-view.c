/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-block-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-block-widgets.h"
#include "wb-highlight.h"
#include "wb-passage-marks.h"
#include "wb-term-marks.h"

struct _WbBlockView
{
  GtkWidget parent_instance;

  /* Owned */
  WbBlock *block;          /* (nullable) */
  WbBlockWidgets *widgets; /* (nullable); its root is our child */
  WbTermMarks *terms;      /* (nullable) */
  WbPassageMarks *passages; /* (nullable) */
  GMenuModel *extra_menu;  /* (nullable) */
  WbGlossary *glossary;    /* (nullable) */
  char *own_id;            /* (nullable) */
  char *highlight;         /* (nullable) */
  GPtrArray *wanted;       /* (nullable) WbPassage: what is marked once all is there */

  /* State */
  guint builder;           /* source that makes more widgets; 0 when there are no more */
  guint n_ready;           /* labels that are connected and marked */
};

G_DEFINE_FINAL_TYPE (WbBlockView, wb_block_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_BLOCK,
  PROP_HIGHLIGHT,
  PROP_COMPLETE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
copy_address (WbBlockView *self,
              const char  *address)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  gdk_clipboard_set_text (clipboard, address);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("Address copied"));
}

/* Nothing is ever opened outside of the program: it has no network. */
static gboolean
activate_link_cb (WbBlockView *self,
                  const char  *target)
{
  if (g_str_has_prefix (target, "wb:"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-item", "s", target + strlen ("wb:"));
  else
    copy_address (self, target);

  return TRUE;
}

static void
mark_label (WbBlockView *self,
            GtkLabel    *label)
{
  g_autoptr (GArray) marks = wb_highlight_find (gtk_label_get_text (label), self->highlight);
  /* Facts and cells are looked up, not read line by line. */
  const gboolean tight = gtk_widget_has_css_class (GTK_WIDGET (label), "block-tight");

  wb_highlight_apply (label, marks, tight ? 0 : WB_BLOCK_LINE_HEIGHT);
}

static void
mark_all (WbBlockView *self)
{
  for (guint i = 0; self->widgets != NULL && i < self->widgets->labels->len; i++)
    mark_label (self, g_ptr_array_index (self->widgets->labels, i));
}

static void
clear_widgets (WbBlockView *self)
{
  g_clear_handle_id (&self->builder, g_source_remove);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  self->n_ready = 0;
  if (self->widgets == NULL)
    return;

  g_clear_pointer (&self->terms, wb_term_marks_free);
  g_clear_pointer (&self->passages, wb_passage_marks_free);
  gtk_widget_unparent (self->widgets->root);
  g_clear_pointer (&self->widgets, wb_block_widgets_free);
}

static void
mark_terms (WbBlockView *self)
{
  g_clear_pointer (&self->terms, wb_term_marks_free);
  if (self->widgets != NULL && self->glossary != NULL)
    self->terms = wb_term_marks_new (GTK_WIDGET (self), self->widgets, self->glossary, self->own_id);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), self->terms != NULL && wb_term_marks_get_n (self->terms) > 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add_menu (WbBlockView *self,
          guint        first)
{
  for (guint i = first; self->widgets != NULL && i < self->widgets->labels->len; i++)
    gtk_label_set_extra_menu (g_ptr_array_index (self->widgets->labels, i), self->extra_menu);
}

/* What labels need that were not there before. */
static void
ready_labels (WbBlockView *self)
{
  const guint first = self->n_ready;

  for (guint i = first; i < self->widgets->labels->len; i++)
    {
      g_signal_connect_object (g_ptr_array_index (self->widgets->labels, i), "activate-link",
                               G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);
      mark_label (self, g_ptr_array_index (self->widgets->labels, i));
    }
  self->n_ready = self->widgets->labels->len;
  if (self->extra_menu != NULL)
    add_menu (self, first);
}

static void
mark_passages (WbBlockView *self)
{
  g_clear_pointer (&self->passages, wb_passage_marks_free);
  if (self->wanted != NULL && self->widgets != NULL)
    self->passages = wb_passage_marks_new (GTK_WIDGET (self), self->widgets, self->wanted);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
build_more_cb (gpointer user_data)
{
  WbBlockView *self = WB_BLOCK_VIEW (user_data);
  const gboolean more = wb_block_widgets_add_more (self->widgets);

  ready_labels (self);
  if (self->terms != NULL)
    {
      wb_term_marks_extend (self->terms, self->widgets);
      gtk_widget_set_has_tooltip (GTK_WIDGET (self), wb_term_marks_get_n (self->terms) > 0);
    }
  if (more)
    return G_SOURCE_CONTINUE;

  self->builder = 0;
  mark_passages (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);

  return G_SOURCE_REMOVE;
}

static void
rebuild (WbBlockView *self)
{
  clear_widgets (self);
  if (self->block == NULL)
    return;

  self->widgets = wb_block_widgets_new (self->block);
  gtk_widget_set_parent (self->widgets->root, GTK_WIDGET (self));
  ready_labels (self);
  mark_terms (self);
  /* Behind what the user does and what is drawn, so that a very long text keeps nobody waiting. */
  if (!wb_block_widgets_is_complete (self->widgets))
    self->builder = g_idle_add (build_more_cb, self);
}

static gboolean
has_links (GtkLabel *label)
{
  return strstr (gtk_label_get_label (label), "<a href=") != NULL;
}

/* The place of the label or expander that has the focus; -1 when none has. */
static int
find_focus (WbBlockView *self)
{
  for (guint i = 0; i < self->widgets->stops->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (self->widgets->stops, i)))
      return i;

  return -1;
}

/* Puts the focus on the first or last link of @label. A label that takes the focus selects all its text, and Tab would
 * then leave it at once, so the selection goes first. */
static gboolean
enter_label (GtkLabel         *label,
             GtkDirectionType  direction)
{
  const char *markup = gtk_label_get_label (label);
  gboolean at_link;

  if (!gtk_widget_grab_focus (GTK_WIDGET (label)))
    return FALSE;

  if (direction == GTK_DIR_TAB_BACKWARD)
    {
      const int end = g_utf8_strlen (gtk_label_get_text (label), -1);

      gtk_label_select_region (label, end, end);
      at_link = g_str_has_suffix (markup, "</a>");
    }
  else
    {
      gtk_label_select_region (label, 0, 0);
      at_link = g_str_has_prefix (markup, "<a href=");
    }
  if (!at_link)
    gtk_widget_child_focus (GTK_WIDGET (label), direction);

  return TRUE;
}

static gboolean
enter_stop (GtkWidget        *stop,
            GtkDirectionType  direction)
{
  if (!GTK_IS_LABEL (stop))
    return gtk_widget_get_mapped (stop) && gtk_widget_grab_focus (stop);

  return has_links (GTK_LABEL (stop)) && enter_label (GTK_LABEL (stop), direction);
}

/* Tab goes from link to link and to expanders, not from paragraph to paragraph, though every text can be selected. */
static gboolean
wb_block_view_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  WbBlockView *self = WB_BLOCK_VIEW (widget);
  const int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int current;

  if (self->widgets == NULL ||
      (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return FALSE;

  current = find_focus (self);
  if (current >= 0)
    {
      GtkWidget *stop = g_ptr_array_index (self->widgets->stops, current);

      if (GTK_IS_LABEL (stop) && has_links (GTK_LABEL (stop)) && gtk_widget_child_focus (stop, direction))
        return TRUE;
    }

  if (current < 0 && step < 0)
    current = self->widgets->stops->len;
  for (int i = current + step; i >= 0 && i < (int) self->widgets->stops->len; i += step)
    if (enter_stop (g_ptr_array_index (self->widgets->stops, i), direction))
      return TRUE;

  return FALSE;
}

static void
wb_block_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  WbBlockView *self = WB_BLOCK_VIEW (widget);

  GTK_WIDGET_CLASS (wb_block_view_parent_class)->snapshot (widget, snapshot);

  if (self->passages != NULL)
    wb_passage_marks_snapshot (self->passages, snapshot);
  if (self->terms != NULL)
    wb_term_marks_snapshot (self->terms, snapshot);
}

static gboolean
wb_block_view_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  WbBlockView *self = WB_BLOCK_VIEW (widget);

  return self->terms != NULL && !keyboard && wb_term_marks_query_tooltip (self->terms, x, y, tooltip);
}

static void
wb_block_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  WbBlockView *self = WB_BLOCK_VIEW (object);

  switch (prop_id)
    {
    case PROP_BLOCK:
      g_value_set_boxed (value, self->block);
      break;

    case PROP_HIGHLIGHT:
      g_value_set_string (value, self->highlight);
      break;

    case PROP_COMPLETE:
      g_value_set_boolean (value, wb_block_view_is_complete (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_block_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  WbBlockView *self = WB_BLOCK_VIEW (object);

  switch (prop_id)
    {
    case PROP_BLOCK:
      wb_block_view_set_block (self, g_value_get_boxed (value));
      break;

    case PROP_HIGHLIGHT:
      wb_block_view_set_highlight (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_block_view_dispose (GObject *object)
{
  WbBlockView *self = WB_BLOCK_VIEW (object);

  clear_widgets (self);
  g_clear_pointer (&self->block, wb_block_unref);
  g_clear_pointer (&self->highlight, g_free);
  g_clear_pointer (&self->own_id, g_free);
  g_clear_object (&self->glossary);
  g_clear_object (&self->extra_menu);

  G_OBJECT_CLASS (wb_block_view_parent_class)->dispose (object);
}

static void
wb_block_view_class_init (WbBlockViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_block_view_dispose;
  object_class->get_property = wb_block_view_get_property;
  object_class->set_property = wb_block_view_set_property;

  widget_class->focus = wb_block_view_focus;
  widget_class->query_tooltip = wb_block_view_query_tooltip;
  widget_class->snapshot = wb_block_view_snapshot;

  properties[PROP_BLOCK] =
    g_param_spec_boxed ("block", NULL, NULL, WB_TYPE_BLOCK,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HIGHLIGHT] =
    g_param_spec_string ("highlight", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPLETE] =
    g_param_spec_boolean ("complete", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "block-view");
}

static void
wb_block_view_init (WbBlockView *self)
{
  /* What expands inside must not make the panes around us expand. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
}

GtkWidget *
wb_block_view_new (void)
{
  return g_object_new (WB_TYPE_BLOCK_VIEW, NULL);
}

void
wb_block_view_set_block (WbBlockView *self,
                         WbBlock     *block)
{
  g_return_if_fail (WB_IS_BLOCK_VIEW (self));

  if (self->block == block)
    return;

  g_clear_pointer (&self->block, wb_block_unref);
  if (block != NULL)
    self->block = wb_block_ref (block);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BLOCK]);
}

void
wb_block_view_set_highlight (WbBlockView *self,
                             const char  *words)
{
  g_return_if_fail (WB_IS_BLOCK_VIEW (self));

  if (g_strcmp0 (self->highlight, words) == 0)
    return;

  g_free (self->highlight);
  self->highlight = g_strdup (words);
  mark_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGHLIGHT]);
}

void
wb_block_view_set_glossary (WbBlockView *self,
                            WbGlossary  *glossary,
                            const char  *own_id)
{
  g_return_if_fail (WB_IS_BLOCK_VIEW (self));
  g_return_if_fail (glossary == NULL || WB_IS_GLOSSARY (glossary));

  if (!g_set_object (&self->glossary, glossary) && g_strcmp0 (self->own_id, own_id) == 0)
    return;

  g_free (self->own_id);
  self->own_id = g_strdup (own_id);
  mark_terms (self);
}

gboolean
wb_block_view_step_term (WbBlockView *self,
                         int          step)
{
  g_return_val_if_fail (WB_IS_BLOCK_VIEW (self), FALSE);

  return self->terms != NULL && wb_term_marks_step (self->terms, step);
}

guint
wb_block_view_get_n_terms (WbBlockView *self)
{
  g_return_val_if_fail (WB_IS_BLOCK_VIEW (self), 0);

  return self->terms != NULL ? wb_term_marks_get_n (self->terms) : 0;
}

const char *
wb_block_view_get_term (WbBlockView *self)
{
  g_return_val_if_fail (WB_IS_BLOCK_VIEW (self), NULL);

  return self->terms != NULL ? wb_term_marks_get_current (self->terms) : NULL;
}

void
wb_block_view_set_passages (WbBlockView *self,
                            GPtrArray   *passages)
{
  g_return_if_fail (WB_IS_BLOCK_VIEW (self));

  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  self->wanted = passages != NULL ? g_ptr_array_ref (passages) : NULL;
  mark_passages (self);
}

GtkWidget *
wb_block_view_get_passage (WbBlockView *self,
                           gint64       number)
{
  g_return_val_if_fail (WB_IS_BLOCK_VIEW (self), NULL);

  return self->passages != NULL ? wb_passage_marks_find (self->passages, number) : NULL;
}

WbPassage *
wb_block_view_quote_selection (WbBlockView *self)
{
  g_return_val_if_fail (WB_IS_BLOCK_VIEW (self), NULL);

  return self->widgets != NULL ? wb_passage_marks_quote (self->widgets) : NULL;
}

void
wb_block_view_set_extra_menu (WbBlockView *self,
                              GMenuModel  *menu)
{
  g_return_if_fail (WB_IS_BLOCK_VIEW (self));

  if (g_set_object (&self->extra_menu, menu))
    add_menu (self, 0);
}

gboolean
wb_block_view_is_complete (WbBlockView *self)
{
  g_return_val_if_fail (WB_IS_BLOCK_VIEW (self), TRUE);

  return self->builder == 0;
}

GtkWidget *
wb_block_view_get_heading (WbBlockView *self,
                           const char  *anchor)
{
  g_return_val_if_fail (WB_IS_BLOCK_VIEW (self), NULL);
  g_return_val_if_fail (anchor != NULL, NULL);

  return self->widgets != NULL ? g_hash_table_lookup (self->widgets->headings, anchor) : NULL;
}
