/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-label-parts.h"

GArray *
wb_label_parts_find (GtkLabel  *label,
                     GtkWidget *view,
                     guint      start,
                     guint      end)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  PangoLayoutIter *iter = pango_layout_get_iter (gtk_label_get_layout (label));
  double left = 0;
  double top = 0;
  int x;
  int y;

  gtk_label_get_layout_offsets (label, &x, &y);
  gtk_widget_translate_coordinates (GTK_WIDGET (label), view, x, y, &left, &top);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      const int from = MAX ((int) start, line->start_index);
      const int to = MIN ((int) end, line->start_index + line->length);
      const int baseline = pango_layout_iter_get_baseline (iter);
      g_autofree int *ranges = NULL;
      PangoRectangle extents;
      int n_ranges = 0;

      if (from >= to)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      pango_layout_line_get_x_ranges (line, from, to, &ranges, &n_ranges);
      for (int i = 0; i < n_ranges; i++)
        {
          const graphene_rect_t part =
            GRAPHENE_RECT_INIT (left + (double) ranges[2 * i] / PANGO_SCALE, top + (double) extents.y / PANGO_SCALE,
                                (double) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE,
                                (double) (baseline - extents.y) / PANGO_SCALE);

          g_array_append_val (found, part);
        }
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return found;
}
