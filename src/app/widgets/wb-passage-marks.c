/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-passage-marks.h"

#include "wb-label-parts.h"
#include "wb-quote.h"

/* How much of the tint covers the text: enough to be seen, little enough to read through. */
#define TINT_ALPHA 0.22f
#define LINE_HEIGHT 2

typedef struct
{
  GtkLabel *label; /* borrowed from the widgets */
  gint64 number;
  guint start;
  guint end;
} PassageMark;

struct _WbPassageMarks
{
  /* Borrowed */
  GtkWidget *view;

  /* Owned */
  GArray *marks; /* PassageMark */
};

/* The label in which most of the passage's surroundings are left. */
static void
add_mark (WbPassageMarks       *self,
          const WbBlockWidgets *widgets,
          const WbPassage      *passage)
{
  PassageMark best = { NULL };
  int best_fit = -1;

  for (guint i = 0; i < widgets->labels->len; i++)
    {
      PassageMark mark = { g_ptr_array_index (widgets->labels, i), passage->number };
      const int fit = wb_quote_find (gtk_label_get_text (mark.label), passage->exact, passage->before, passage->after,
                                     &mark.start, &mark.end);

      if (fit <= best_fit)
        continue;
      best_fit = fit;
      best = mark;
    }

  if (best.label != NULL)
    g_array_append_val (self->marks, best);
}

WbPassageMarks *
wb_passage_marks_new (GtkWidget            *view,
                      const WbBlockWidgets *widgets,
                      GPtrArray            *passages)
{
  WbPassageMarks *self = g_new0 (WbPassageMarks, 1);

  self->view = view;
  self->marks = g_array_new (FALSE, FALSE, sizeof (PassageMark));
  for (guint i = 0; i < passages->len; i++)
    add_mark (self, widgets, g_ptr_array_index (passages, i));

  return self;
}

void
wb_passage_marks_free (WbPassageMarks *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->marks);
  g_free (self);
}

static void
draw_part (GtkSnapshot           *snapshot,
           const graphene_rect_t *part,
           GdkRGBA                color)
{
  const float bottom = part->origin.y + part->size.height + 2 * LINE_HEIGHT;

  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (part->origin.x, (int) bottom - LINE_HEIGHT, part->size.width, LINE_HEIGHT));
  color.alpha = TINT_ALPHA;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (part->origin.x, part->origin.y, part->size.width, bottom - part->origin.y));
}

void
wb_passage_marks_snapshot (WbPassageMarks *self,
                           GtkSnapshot    *snapshot)
{
  GdkRGBA color;

  g_return_if_fail (self != NULL);

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (self->view), "wb_green", &color))
    gtk_style_context_get_color (gtk_widget_get_style_context (self->view), &color);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PassageMark *mark = &g_array_index (self->marks, PassageMark, i);
      g_autoptr (GArray) parts = NULL;

      if (!gtk_widget_get_mapped (GTK_WIDGET (mark->label)))
        continue;
      parts = wb_label_parts_find (mark->label, self->view, mark->start, mark->end);
      for (guint j = 0; j < parts->len; j++)
        draw_part (snapshot, &g_array_index (parts, graphene_rect_t, j), color);
    }
}

GtkWidget *
wb_passage_marks_find (WbPassageMarks *self,
                       gint64          number)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PassageMark *mark = &g_array_index (self->marks, PassageMark, i);

      if (mark->number == number)
        return GTK_WIDGET (mark->label);
    }

  return NULL;
}

WbPassage *
wb_passage_marks_quote (const WbBlockWidgets *widgets)
{
  for (guint i = 0; i < widgets->labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (widgets->labels, i);
      const char *text = gtk_label_get_text (label);
      g_autofree char *exact = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      int from;
      int to;

      if (!gtk_label_get_selection_bounds (label, &from, &to) || from >= to)
        continue;
      exact = g_utf8_substring (text, from, to);
      wb_quote_take_context (text, g_utf8_offset_to_pointer (text, from) - text, g_utf8_offset_to_pointer (text, to) - text,
                             &before, &after);
      return wb_passage_new (0, exact, before, after, NULL);
    }

  return NULL;
}
