/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-presentation.h"

#include <glib/gi18n.h>

#include "wb-paginator.h"

struct _WbPresentation
{
  GtkWindow parent_instance;

  guint page;
  gboolean black;

  /* Borrowed */
  GtkWidget *area;

  /* Owned */
  WbPaginator *paginator;
};

enum
{
  PROP_PAGE = 1,
  PROP_BLACK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WbPresentation, wb_presentation, GTK_TYPE_WINDOW)

static void
update_accessible (WbPresentation *self)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  guint n = wb_paginator_get_n_pages (self->paginator);

  if (self->black)
    label = g_strdup (_("The screen is black. Press B to go on."));
  else
    /* Translators: position in a presentation */
    label = g_strdup_printf (_("Page %u of %u"), self->page + 1, n);
  text = self->black || n == 0 ? g_strdup ("") : wb_paginator_get_text (self->paginator, self->page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        user_data)
{
  WbPresentation *self = WB_PRESENTATION (user_data);
  double page_width = wb_paginator_get_width (self->paginator);
  double page_height = wb_paginator_get_height (self->paginator);
  double scale = MIN (width / page_width, height / page_height);

  if (self->black || self->page >= wb_paginator_get_n_pages (self->paginator))
    return;

  cairo_translate (cr, (width - page_width * scale) / 2, (height - page_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  wb_paginator_draw (self->paginator, self->page, cr, WB_RENDER_PLAIN);
}

static void
step (WbPresentation *self,
      int             direction)
{
  guint n = wb_paginator_get_n_pages (self->paginator);

  wb_presentation_set_black (self, FALSE);
  if (direction > 0 && self->page + 1 < n)
    wb_presentation_set_page (self, self->page + 1);
  else if (direction < 0 && self->page > 0)
    wb_presentation_set_page (self, self->page - 1);
}

static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               key,
                guint               code,
                GdkModifierType     state,
                WbPresentation     *self)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down: case GDK_KEY_Right: case GDK_KEY_KP_Right:
    case GDK_KEY_Down: case GDK_KEY_KP_Down: case GDK_KEY_space: case GDK_KEY_Return: case GDK_KEY_KP_Enter:
      step (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up: case GDK_KEY_Left: case GDK_KEY_KP_Left:
    case GDK_KEY_Up: case GDK_KEY_KP_Up: case GDK_KEY_BackSpace:
      step (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      wb_presentation_set_page (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End: case GDK_KEY_KP_End:
      wb_presentation_set_page (self, wb_paginator_get_n_pages (self->paginator) - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_b: case GDK_KEY_B: case GDK_KEY_period:
      wb_presentation_set_black (self, !self->black);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_window_close (GTK_WINDOW (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            WbPresentation  *self)
{
  step (self, 1);
}

static void
wb_presentation_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WbPresentation *self = WB_PRESENTATION (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_BLACK:
      g_value_set_boolean (value, self->black);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_presentation_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WbPresentation *self = WB_PRESENTATION (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      wb_presentation_set_page (self, g_value_get_uint (value));
      break;
    case PROP_BLACK:
      wb_presentation_set_black (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_presentation_finalize (GObject *object)
{
  WbPresentation *self = WB_PRESENTATION (object);

  g_clear_object (&self->paginator);

  G_OBJECT_CLASS (wb_presentation_parent_class)->finalize (object);
}

static void
wb_presentation_class_init (WbPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wb_presentation_get_property;
  object_class->set_property = wb_presentation_set_property;
  object_class->finalize = wb_presentation_finalize;

  properties[PROP_PAGE] =
    g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BLACK] =
    g_param_spec_boolean ("black", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wb_presentation_init (WbPresentation *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                             "focusable", TRUE, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw, self, NULL);
  gtk_window_set_child (GTK_WINDOW (self), self->area);
  gtk_widget_add_css_class (GTK_WIDGET (self), "slide-window");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (click));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  gtk_window_fullscreen (GTK_WINDOW (self));
}

GtkWidget *
wb_presentation_new (WbDocument *document)
{
  WbPresentation *self;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);

  self = g_object_new (WB_TYPE_PRESENTATION, "title", wb_document_get_title (document), NULL);
  self->paginator = wb_paginator_new (document, 0, 0);
  update_accessible (self);

  return GTK_WIDGET (self);
}

guint
wb_presentation_get_n_pages (WbPresentation *self)
{
  g_return_val_if_fail (WB_IS_PRESENTATION (self), 0);

  return wb_paginator_get_n_pages (self->paginator);
}

guint
wb_presentation_get_page (WbPresentation *self)
{
  g_return_val_if_fail (WB_IS_PRESENTATION (self), 0);

  return self->page;
}

void
wb_presentation_set_page (WbPresentation *self,
                          guint           page)
{
  g_return_if_fail (WB_IS_PRESENTATION (self));

  if (page == self->page || page >= wb_paginator_get_n_pages (self->paginator))
    return;

  self->page = page;
  update_accessible (self);
  gtk_widget_queue_draw (self->area);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

gboolean
wb_presentation_get_black (WbPresentation *self)
{
  g_return_val_if_fail (WB_IS_PRESENTATION (self), FALSE);

  return self->black;
}

void
wb_presentation_set_black (WbPresentation *self,
                           gboolean        black)
{
  g_return_if_fail (WB_IS_PRESENTATION (self));

  if (self->black == !!black)
    return;

  self->black = !!black;
  update_accessible (self);
  gtk_widget_queue_draw (self->area);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BLACK]);
}
