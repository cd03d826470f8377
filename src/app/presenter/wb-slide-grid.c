/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-slide-grid.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wb-fold.h"

#define THUMBNAIL_WIDTH 208
#define THUMBNAIL_HEIGHT 117

struct _WbSlideGrid
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *entry;
  GtkWidget *flow;

  /* Owned */
  WbSlideCache *cache;
  GPtrArray *titles; /* folded */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbSlideGrid, wb_slide_grid, GTK_TYPE_WIDGET)

static gboolean
matches (WbSlideGrid *self,
         guint        slide,
         const char  *text)
{
  g_autofree char *number = g_strdup_printf ("%u", slide + 1);
  g_autofree char *folded = wb_fold_spelled (text);

  return g_str_has_prefix (number, text) || strstr (g_ptr_array_index (self->titles, slide), folded) != NULL;
}

static gboolean
filter_cb (GtkFlowBoxChild *child,
           gpointer         user_data)
{
  WbSlideGrid *self = user_data;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  return *text == '\0' || matches (self, (guint) gtk_flow_box_child_get_index (child), text);
}

static void
search_changed_cb (WbSlideGrid *self)
{
  gtk_flow_box_invalidate_filter (GTK_FLOW_BOX (self->flow));
}

/* A number is that slide, though others begin with it, too. */
static void
activate_cb (WbSlideGrid *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, self->titles->len, &number, NULL))
    {
      g_signal_emit (self, signals[CHOSEN], 0, (guint) number - 1);
      return;
    }
  for (guint i = 0; *text != '\0' && i < self->titles->len; i++)
    if (matches (self, i, text))
      {
        g_signal_emit (self, signals[CHOSEN], 0, i);
        return;
      }
}

static void
child_activated_cb (WbSlideGrid     *self,
                    GtkFlowBoxChild *child)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_flow_box_child_get_index (child));
}

static void
add_slide (WbSlideGrid *self,
           guint        slide)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *view = wb_slide_view_new (WB_SLIDE_VIEW_STILL);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *title = wb_paginator_get_title (wb_slide_cache_get_paginator (self->cache), slide);
  g_autofree char *text = g_strdup_printf ("%u  %s", slide + 1, title != NULL ? title : "");
  g_autofree char *name = g_strdup_printf (_("Slide %u: %s"), slide + 1, title != NULL ? title : _("without title"));

  wb_slide_view_set_up (WB_SLIDE_VIEW (view), WB_SLIDE_VIEW_STILL, self->cache, NULL);
  wb_slide_view_set_slide (WB_SLIDE_VIEW (view), slide);
  gtk_widget_set_size_request (view, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_halign (child, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), child);
  g_ptr_array_add (self->titles, wb_fold_spelled (title != NULL ? title : ""));
}

static void
wb_slide_grid_dispose (GObject *object)
{
  WbSlideGrid *self = WB_SLIDE_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->cache);

  G_OBJECT_CLASS (wb_slide_grid_parent_class)->dispose (object);
}

static void
wb_slide_grid_finalize (GObject *object)
{
  g_ptr_array_unref (WB_SLIDE_GRID (object)->titles);

  G_OBJECT_CLASS (wb_slide_grid_parent_class)->finalize (object);
}

static void
wb_slide_grid_class_init (WbSlideGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_slide_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_slide_grid_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", WB_TYPE_SLIDE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
wb_slide_grid_init (WbSlideGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->titles = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Number or title"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a slide: number or title"),
                                  -1);
  gtk_widget_set_halign (self->entry, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->entry, 320, -1);
  gtk_widget_set_margin_top (self->entry, 12);
  gtk_widget_set_margin_bottom (self->entry, 12);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));

  self->flow = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_BROWSE);
  gtk_flow_box_set_activate_on_single_click (GTK_FLOW_BOX (self->flow), TRUE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->flow), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), 12);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->flow), 6);
  gtk_flow_box_set_filter_func (GTK_FLOW_BOX (self->flow), filter_cb, self, NULL);
  gtk_widget_set_valign (self->flow, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->flow, 18);
  gtk_widget_set_margin_end (self->flow, 18);
  gtk_widget_set_margin_bottom (self->flow, 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Slides"), -1);
  g_signal_connect_swapped (self->flow, "child-activated", G_CALLBACK (child_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->flow);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

void
wb_slide_grid_set_up (WbSlideGrid  *self,
                      WbSlideCache *cache)
{
  const guint n = wb_paginator_get_n_pages (wb_slide_cache_get_paginator (cache));
  GtkFlowBoxChild *child;

  g_return_if_fail (WB_IS_SLIDE_GRID (self));
  g_return_if_fail (WB_IS_SLIDE_CACHE (cache));

  g_set_object (&self->cache, cache);
  while ((child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->flow), 0)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->flow), GTK_WIDGET (child));
  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < n; i++)
    add_slide (self, i);
}

void
wb_slide_grid_open (WbSlideGrid *self,
                    guint        slide,
                    const char  *typed)
{
  GtkFlowBoxChild *child;

  g_return_if_fail (WB_IS_SLIDE_GRID (self));
  g_return_if_fail (typed != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed);
  child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->flow), (int) slide);
  if (child != NULL)
    gtk_flow_box_select_child (GTK_FLOW_BOX (self->flow), child);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
