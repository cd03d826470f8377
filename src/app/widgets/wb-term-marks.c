/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-term-marks.h"

#include <glib/gi18n-lib.h>

#include "wb-label-parts.h"

/* Of the line below a term, in pixels: distance from the baseline, a dot, the gap behind it. */
#define LINE_DISTANCE 3
#define DOT 1
#define GAP 2

typedef struct
{
  GtkLabel *label; /* borrowed from the widgets */
  WbTermSpan span;
} TermMark;

struct _WbTermMarks
{
  /* Borrowed */
  GtkWidget *view;

  /* Owned */
  WbGlossary *glossary;
  GArray *marks;      /* TermMark, in reading order */
  GHashTable *seen;   /* terms marked in this section; borrowed from the glossary */
  char *own_id;       /* (nullable) */
  GtkWidget *popover; /* (nullable) made for the first step; child of the view */

  /* Borrowed from the popover */
  GtkLabel *title;
  GtkLabel *definition;
  GtkWidget *button;

  /* State */
  int current; /* -1 before the first step */
  guint n_labels; /* of the widgets, that were looked through */
};

static gboolean
is_heading (GtkWidget *label)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)) == GTK_ACCESSIBLE_ROLE_HEADING;
}

/* Facts, cells and code are looked up or copied, not read. */
static gboolean
is_running_text (GtkWidget *label)
{
  return !gtk_widget_has_css_class (label, "block-tight") && !gtk_widget_has_css_class (label, "block-code");
}

/* Whether @span touches one of @fixed (WbMark, nullable). */
static gboolean
is_fixed (const WbTermSpan *span,
          const GArray     *fixed)
{
  for (guint i = 0; fixed != NULL && i < fixed->len; i++)
    {
      const WbMark *mark = &g_array_index (fixed, WbMark, i);

      if (span->start < mark->end && mark->start < span->end)
        return TRUE;
    }

  return FALSE;
}

/* A term in a link is not used up: it is explained where it stands in plain text. */
static void
mark_label (WbTermMarks          *self,
            const WbBlockWidgets *widgets,
            GtkLabel             *label)
{
  const GArray *fixed = g_hash_table_lookup (widgets->fixed, label);
  g_autoptr (GArray) spans = wb_glossary_find (self->glossary, gtk_label_get_text (label), NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const TermMark mark = { label, g_array_index (spans, WbTermSpan, i) };

      if (!is_fixed (&mark.span, fixed) && g_hash_table_add (self->seen, (gpointer) mark.span.id))
        g_array_append_val (self->marks, mark);
    }
}

WbTermMarks *
wb_term_marks_new (GtkWidget            *view,
                   const WbBlockWidgets *widgets,
                   WbGlossary           *glossary,
                   const char           *own_id)
{
  WbTermMarks *self = g_new0 (WbTermMarks, 1);

  self->view = view;
  self->glossary = g_object_ref (glossary);
  self->marks = g_array_new (FALSE, FALSE, sizeof (TermMark));
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->own_id = g_strdup (own_id);
  self->current = -1;
  wb_term_marks_extend (self, widgets);

  return self;
}

void
wb_term_marks_extend (WbTermMarks          *self,
                      const WbBlockWidgets *widgets)
{
  g_return_if_fail (self != NULL);

  for (; self->n_labels < widgets->labels->len; self->n_labels++)
    {
      GtkWidget *label = g_ptr_array_index (widgets->labels, self->n_labels);

      if (self->n_labels == 0 || is_heading (label))
        {
          g_hash_table_remove_all (self->seen);
          if (self->own_id != NULL)
            g_hash_table_add (self->seen, self->own_id);
        }
      if (!is_heading (label) && is_running_text (label))
        mark_label (self, widgets, GTK_LABEL (label));
    }
}

void
wb_term_marks_free (WbTermMarks *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_array_unref (self->marks);
  g_hash_table_unref (self->seen);
  g_free (self->own_id);
  g_object_unref (self->glossary);
  g_free (self);
}

guint
wb_term_marks_get_n (WbTermMarks *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->marks->len;
}

static GArray *
find_rectangles (WbTermMarks    *self,
                 const TermMark *mark)
{
  return wb_label_parts_find (mark->label, self->view, mark->span.start, mark->span.end);
}

static void
draw_dots (GtkSnapshot           *snapshot,
           const graphene_rect_t *part,
           const GdkRGBA         *color)
{
  const float y = part->origin.y + part->size.height + LINE_DISTANCE;

  for (float x = 0; x < part->size.width; x += DOT + GAP)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT ((int) (part->origin.x + x), (int) y, DOT + 0.5f, DOT + 0.5f));
}

void
wb_term_marks_snapshot (WbTermMarks *self,
                        GtkSnapshot *snapshot)
{
  GdkRGBA color;

  g_return_if_fail (self != NULL);

  gtk_style_context_get_color (gtk_widget_get_style_context (self->view), &color);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const TermMark *mark = &g_array_index (self->marks, TermMark, i);
      g_autoptr (GArray) parts = NULL;

      if (!gtk_widget_get_mapped (GTK_WIDGET (mark->label)))
        continue;
      parts = find_rectangles (self, mark);
      for (guint j = 0; j < parts->len; j++)
        draw_dots (snapshot, &g_array_index (parts, graphene_rect_t, j), &color);
    }
}

static gboolean
contains_point (const GArray *parts,
                int           x,
                int           y)
{
  for (guint i = 0; i < parts->len; i++)
    {
      graphene_rect_t part = g_array_index (parts, graphene_rect_t, i);

      part.size.height += 2 * LINE_DISTANCE;
      if (graphene_rect_contains_point (&part, &GRAPHENE_POINT_INIT (x, y)))
        return TRUE;
    }

  return FALSE;
}

gboolean
wb_term_marks_query_tooltip (WbTermMarks *self,
                             int          x,
                             int          y,
                             GtkTooltip  *tooltip)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const TermMark *mark = &g_array_index (self->marks, TermMark, i);
      g_autoptr (GArray) parts = find_rectangles (self, mark);
      g_autofree char *markup = NULL;

      if (!contains_point (parts, x, y))
        continue;
      markup = g_markup_printf_escaped ("<b>%s</b>\n%s", wb_glossary_get_title (self->glossary, mark->span.id),
                                        wb_glossary_get_definition (self->glossary, mark->span.id));
      gtk_tooltip_set_markup (tooltip, markup);
      return TRUE;
    }

  return FALSE;
}

static gboolean
key_pressed_cb (WbTermMarks     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_F2)
    return GDK_EVENT_PROPAGATE;

  wb_term_marks_step (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);

  return GDK_EVENT_STOP;
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", 46,
                                   "xalign", 0.0,
                                   NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
make_popover (WbTermMarks *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 6,
                                 "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end", 6,
                                 NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLabel *hint;

  self->title = append_label (box, "heading");
  self->definition = append_label (box, NULL);
  self->button = gtk_button_new_with_label (_("Open Entry"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->button);
  hint = append_label (box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (hint), "dim-label");
  gtk_label_set_text (hint, _("F2: next term · Shift+F2: previous one"));

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, self->view);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->popover, keys);
}

/* Where in the view @mark begins. */
static graphene_rect_t
find_place (WbTermMarks    *self,
            const TermMark *mark)
{
  g_autoptr (GArray) parts = find_rectangles (self, mark);

  return parts->len > 0 ? g_array_index (parts, graphene_rect_t, 0) : GRAPHENE_RECT_INIT (0, 0, 1, 1);
}

/* The top of @place in what is scrolled around the view; FALSE when nothing is. */
static gboolean
find_scrolled (WbTermMarks            *self,
               const graphene_rect_t  *place,
               GtkAdjustment         **adjustment,
               double                 *y)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->view, GTK_TYPE_SCROLLED_WINDOW);

  if (scroller == NULL || !gtk_widget_translate_coordinates (self->view, scroller, 0, place->origin.y, NULL, y))
    return FALSE;
  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  *y += gtk_adjustment_get_value (*adjustment);

  return TRUE;
}

static int
find_first_on_screen (WbTermMarks *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const graphene_rect_t place = find_place (self, &g_array_index (self->marks, TermMark, i));
      GtkAdjustment *adjustment;
      double y;

      if (!find_scrolled (self, &place, &adjustment, &y) || y >= gtk_adjustment_get_value (adjustment))
        return i;
    }

  return 0;
}

static void
scroll_to (WbTermMarks           *self,
           const graphene_rect_t *place)
{
  GtkAdjustment *adjustment;
  double y;

  if (find_scrolled (self, place, &adjustment, &y))
    gtk_adjustment_clamp_page (adjustment, y - 40, y + place->size.height + 160);
}

static void
show_term (WbTermMarks    *self,
           const TermMark *mark)
{
  const char *title = wb_glossary_get_title (self->glossary, mark->span.id);
  const char *definition = wb_glossary_get_definition (self->glossary, mark->span.id);
  const graphene_rect_t place = find_place (self, mark);
  /* Translators: the button that opens a glossary entry, for screen readers: term, definition */
  g_autofree char *name = g_strdup_printf (_("%s: %s Open entry"), title, definition);

  if (self->popover == NULL)
    make_popover (self);
  scroll_to (self, &place);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->definition, definition);
  /* The focus lands on the button, so its name says all of it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", mark->span.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.open-item");
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { place.origin.x, place.origin.y, MAX (1, place.size.width),
                                                 place.size.height + LINE_DISTANCE + DOT });
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->button);
}

gboolean
wb_term_marks_step (WbTermMarks *self,
                    int          step)
{
  int n;

  g_return_val_if_fail (self != NULL, FALSE);

  n = self->marks->len;
  if (n == 0)
    return FALSE;

  if (wb_term_marks_get_current (self) != NULL)
    self->current = (self->current + step + n) % n;
  else if (self->current < 0)
    self->current = find_first_on_screen (self);
  show_term (self, &g_array_index (self->marks, TermMark, self->current));

  return TRUE;
}

const char *
wb_term_marks_get_current (WbTermMarks *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->popover == NULL || !gtk_widget_get_visible (self->popover) || self->current < 0)
    return NULL;

  return g_array_index (self->marks, TermMark, self->current).span.id;
}
