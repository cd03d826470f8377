/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-page-preview.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wb-page-source.h"

/* So much of a passage finds its page, in bytes at most: hyphens of the layout may stand behind that. */
#define NEEDLE_LENGTH 24

struct _WbPagePreview
{
  AdwBin parent_instance;

  guint page;         /* that is wanted, from 0 */
  guint shown;        /* from 1; 0: none yet */
  gboolean searching; /* for the page with @needle */
  guint drawing;      /* pages that a worker was asked for */
  guint before;       /* the page that was shown when the search began */

  /* Borrowed from ourselves */
  GtkWidget *area;
  GtkWidget *back;
  GtkWidget *forward;
  GtkLabel *place;

  /* Owned */
  WbPageSource *source;    /* (nullable) */
  cairo_surface_t *drawn;  /* (nullable) */
  GCancellable *cancel;    /* (nullable) */
  char *needle;            /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbPagePreview, wb_page_preview, ADW_TYPE_BIN)

/* @text without white space, which lines are broken at. (transfer full) */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_isspace (ch) && ch != 0xad)
        g_string_append_unichar (out, ch);
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_on_page (WbPagePreview *self)
{
  const char *text = wb_page_source_get_text (self->source);
  g_autofree char *squeezed = squeeze (text != NULL ? text : "");

  return strstr (squeezed, self->needle) != NULL;
}

static void draw_page (WbPagePreview *self,
                       guint          page);

static void
show_place (WbPagePreview *self)
{
  const guint n = wb_page_source_get_n_pages (self->source);
  g_autofree char *text = g_strdup_printf (_("Page %u of %u"), self->shown, n);
  const char *words = wb_page_source_get_text (self->source);

  gtk_label_set_label (self->place, text);
  gtk_widget_set_sensitive (self->back, self->shown > 1);
  gtk_widget_set_sensitive (self->forward, self->shown < n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "", -1);
  gtk_widget_queue_draw (self->area);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (WbPagePreview) self = user_data;
  cairo_surface_t *surface = wb_page_source_draw_finish (WB_PAGE_SOURCE (object), result, NULL);

  self->drawing--;
  if (self->source != WB_PAGE_SOURCE (object))
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }
  if (surface == NULL)
    {
      /* There is no such page any more, or no page has what was looked for. */
      if (self->page > 0 && wb_page_source_get_n_pages (self->source) > 0)
        {
          self->searching = FALSE;
          draw_page (self, MIN (self->before, wb_page_source_get_n_pages (self->source) - 1));
        }
      return;
    }
  if (self->searching && !is_on_page (self))
    {
      cairo_surface_destroy (surface);
      draw_page (self, self->page + 1);
      return;
    }

  self->searching = FALSE;
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  self->drawn = surface;
  self->shown = self->page + 1;
  show_place (self);
}

static void
draw_page (WbPagePreview *self,
           guint          page)
{
  self->page = page;
  self->drawing++;
  wb_page_source_draw_async (self->source, page, self->cancel, drawn_cb, g_object_ref (self));
}

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        user_data)
{
  WbPagePreview *self = WB_PAGE_PREVIEW (user_data);
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
turn (WbPagePreview *self,
      int            step)
{
  if (self->source == NULL || self->shown == 0)
    return;
  self->searching = FALSE;
  self->before = self->shown - 1;
  draw_page (self, (guint) ((int) self->shown - 1 + step));
}

static void
back_cb (WbPagePreview *self)
{
  turn (self, -1);
}

static void
forward_cb (WbPagePreview *self)
{
  turn (self, 1);
}

static void
stop_drawing (WbPagePreview *self)
{
  if (self->cancel != NULL)
    g_cancellable_cancel (self->cancel);
  g_clear_object (&self->cancel);
  g_clear_object (&self->source);
}

static void
wb_page_preview_dispose (GObject *object)
{
  WbPagePreview *self = WB_PAGE_PREVIEW (object);

  stop_drawing (self);
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (wb_page_preview_parent_class)->dispose (object);
}

static void
wb_page_preview_class_init (WbPagePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_page_preview_dispose;
}

static GtkWidget *
add_button (WbPagePreview *self,
            GtkWidget     *box,
            const char    *icon,
            const char    *name,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, FALSE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
wb_page_preview_init (WbPagePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "hexpand", TRUE, "vexpand", TRUE,
                             "width-request", 260, "height-request", 260, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview of the page"), -1);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw, self, NULL);
  gtk_box_append (GTK_BOX (box), self->area);
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  self->back = add_button (self, bar, "go-previous-symbolic", _("Previous page"), G_CALLBACK (back_cb));
  self->place = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "numeric");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->place));
  self->forward = add_button (self, bar, "go-next-symbolic", _("Next page"), G_CALLBACK (forward_cb));
  gtk_box_append (GTK_BOX (box), bar);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
wb_page_preview_new (void)
{
  return g_object_new (WB_TYPE_PAGE_PREVIEW, NULL);
}

void
wb_page_preview_set (WbPagePreview *self,
                     WbDocument    *document,
                     const char    *passage)
{
  g_autofree char *squeezed = NULL;

  g_return_if_fail (WB_IS_PAGE_PREVIEW (self));
  g_return_if_fail (WB_IS_DOCUMENT (document));

  stop_drawing (self);
  squeezed = squeeze (passage != NULL ? passage : "");
  if (strlen (squeezed) > NEEDLE_LENGTH)
    *g_utf8_find_prev_char (squeezed, squeezed + NEEDLE_LENGTH + 1) = '\0';
  g_free (self->needle);
  self->needle = g_steal_pointer (&squeezed);
  self->before = self->shown > 0 ? self->shown - 1 : 0;
  self->searching = *self->needle != '\0';
  self->cancel = g_cancellable_new ();
  self->source = wb_page_source_new (document, NULL, 0, 0);
  draw_page (self, self->searching ? 0 : self->before);
}

guint
wb_page_preview_get_page (WbPagePreview *self)
{
  g_return_val_if_fail (WB_IS_PAGE_PREVIEW (self), 0);

  return self->shown;
}

gboolean
wb_page_preview_is_busy (WbPagePreview *self)
{
  g_return_val_if_fail (WB_IS_PAGE_PREVIEW (self), FALSE);

  return self->drawing > 0;
}
