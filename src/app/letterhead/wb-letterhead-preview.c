/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-letterhead-preview.h"

#include <glib/gi18n.h>

#include "wb-page-source.h"

typedef enum
{
  VIEW_FIRST,
  VIEW_NEXT,
  VIEW_SLIDE,
  N_VIEWS
} View;

struct _WbLetterheadPreview
{
  AdwBin parent_instance;

  View view;

  /* Borrowed from ourselves */
  GtkWidget *area;

  /* Owned */
  WbStationery *stationery; /* (nullable) */
  WbPageSource *source;     /* (nullable) */
  cairo_surface_t *drawn;   /* (nullable) */
  GCancellable *drawing;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbLetterheadPreview, wb_letterhead_preview, ADW_TYPE_BIN)

/* Two pages of what documents are made of. */
static WbDocument *
create_pages (void)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbDocument *document;

  wb_block_append_paragraph (root, _("This is how your documents will look on paper, as PDF and as a text file to go on writing. The letterhead stands on the "
                                     "first page."));
  wb_block_append_heading (root, 2, _("A heading"));
  wb_block_append_paragraph (root, _("On the next pages there is only a line with title and name, so that the text has room."));
  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  wb_block_append_heading (root, 2, _("The next page"));
  wb_block_append_paragraph (root, _("On the next pages there is only a line with title and name, so that the text has room."));
  document = wb_document_new (WB_DOCUMENT_PAGES, _("Example of a document"), root);
  wb_document_set_head (document, NULL, NULL, _("Handout"), NULL);
  wb_document_set_foot (document, _("Made with Wegbereiter"));

  return document;
}

static WbDocument *
create_slide (void)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  wb_block_append_heading (root, 2, _("Example of a slide"));
  wb_block_append_paragraph (root, _("Slides carry your colour at the left and your coat of arms at the foot."));

  return wb_document_new (WB_DOCUMENT_DECK, _("Example of a slide"), root);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (WbLetterheadPreview) self = user_data;
  cairo_surface_t *surface = wb_page_source_draw_finish (WB_PAGE_SOURCE (object), result, NULL);
  const char *text;

  /* Something else is shown by now. */
  if (surface == NULL || self->source != WB_PAGE_SOURCE (object))
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }

  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  self->drawn = surface;
  text = wb_page_source_get_text (self->source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
  gtk_widget_queue_draw (self->area);
}

static void
refresh (WbLetterheadPreview *self)
{
  g_autoptr (WbDocument) plain = self->view == VIEW_SLIDE ? create_slide () : create_pages ();
  g_autoptr (WbDocument) document = wb_document_new_on (plain, self->stationery);

  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  self->drawing = g_cancellable_new ();
  g_clear_object (&self->source);
  self->source = wb_page_source_new (document, NULL, 0, 0);
  wb_page_source_draw_async (self->source, self->view == VIEW_NEXT ? 1 : 0, self->drawing, drawn_cb, g_object_ref (self));
}

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        user_data)
{
  WbLetterheadPreview *self = WB_LETTERHEAD_PREVIEW (user_data);
  double page_width, page_height, scale;

  if (self->drawn == NULL || self->source == NULL)
    return;
  page_width = wb_page_source_get_width (self->source);
  page_height = wb_page_source_get_height (self->source);
  if (page_width <= 0 || page_height <= 0)
    return;

  scale = MIN ((width - 2) / page_width, (height - 2) / page_height);
  cairo_translate (cr, (int) ((width - page_width * scale) / 2), (int) ((height - page_height * scale) / 2));
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 1 / scale);
  cairo_stroke (cr);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_clip (cr);
  cairo_set_source_surface (cr, self->drawn, 0, 0);
  cairo_paint (cr);
}

static void
view_cb (WbLetterheadPreview *self,
         GParamSpec          *pspec,
         GtkToggleButton     *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->view = (View) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "wb-view"));
  refresh (self);
}

static GtkWidget *
create_switcher (WbLetterheadPreview *self)
{
  const char *const labels[N_VIEWS] = { _("First Page"), _("Next Page"), _("Slide") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < N_VIEWS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (labels[i]);

      g_object_set_data (G_OBJECT (button), "wb-view", GINT_TO_POINTER (i));
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == VIEW_FIRST);
      g_signal_connect_object (button, "notify::active", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);

  return box;
}

static void
wb_letterhead_preview_dispose (GObject *object)
{
  WbLetterheadPreview *self = WB_LETTERHEAD_PREVIEW (object);

  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_object (&self->source);
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  g_clear_pointer (&self->stationery, wb_stationery_unref);

  G_OBJECT_CLASS (wb_letterhead_preview_parent_class)->dispose (object);
}

static void
wb_letterhead_preview_class_init (WbLetterheadPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_letterhead_preview_dispose;
}

static void
wb_letterhead_preview_init (WbLetterheadPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "hexpand", TRUE, "vexpand", TRUE,
                             "width-request", 240, "height-request", 240, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview of the letterhead"), -1);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw, self, NULL);
  gtk_box_append (GTK_BOX (box), create_switcher (self));
  gtk_box_append (GTK_BOX (box), self->area);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
wb_letterhead_preview_new (void)
{
  return g_object_new (WB_TYPE_LETTERHEAD_PREVIEW, NULL);
}

void
wb_letterhead_preview_set (WbLetterheadPreview *self,
                           WbStationery        *stationery)
{
  g_return_if_fail (WB_IS_LETTERHEAD_PREVIEW (self));

  g_clear_pointer (&self->stationery, wb_stationery_unref);
  self->stationery = stationery != NULL ? wb_stationery_ref (stationery) : NULL;
  refresh (self);
}
