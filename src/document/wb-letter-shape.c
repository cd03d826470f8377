/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-letter-shape-private.h"

#include <pango/pangocairo.h>

#define WORD_JOINER 0x2060

struct _WbLetterShape
{
  gboolean mirrored;

  /* Owned */
  PangoFont *font;
  GArray *glyphs;   /* cairo_glyph_t, from the left of the part */
  GArray *clusters; /* cairo_text_cluster_t */
};

/* Of a line, and where it begins. */
typedef struct
{
  PangoGlyphItem *item;
  int x;
} PlacedItem;

/* A group of glyphs that stands for a group of characters. */
typedef struct
{
  WbLetterType type;
  GString *text; /* as it is drawn; empty for what is not */
  int x;
  int width;
  int first; /* glyph, from the left */
  int n;
} Cluster;

gunichar
wb_letter_shape_get_drawn (gunichar ch)
{
  if (ch == 0xad || ch == 0x2028 || ch == WORD_JOINER)
    return 0;
  if (ch == 0xa0)
    return ' ';
  if (ch == 0x2010 || ch == 0x2011)
    return '-';

  return ch;
}

static void
part_clear (gpointer data)
{
  WbLetterPart *part = data;

  g_free (part->text);
  g_clear_pointer (&part->shape, wb_letter_shape_free);
}

void
wb_letter_shape_free (WbLetterShape *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->font);
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_free (self);
}

static WbLetterShape *
create_shape (PangoFont *font)
{
  WbLetterShape *self = g_new0 (WbLetterShape, 1);

  self->font = g_object_ref (font);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));

  return self;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const PlacedItem *one = a;
  const PlacedItem *other = b;

  return one->item->item->offset - other->item->item->offset;
}

/* The items of @line as they are read; it has them from left to right. */
static GArray *
list_items (PangoLayoutLine *line)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (PlacedItem));
  int x = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PlacedItem placed = { l->data, x };

      g_array_append_val (items, placed);
      x += pango_glyph_string_get_width (placed.item->glyphs);
    }
  g_array_sort (items, compare_items);

  return items;
}

static WbLetterType
find_type (const PangoGlyphString *glyphs,
           const Cluster          *cluster,
           int                     n_drawn)
{
  for (int i = cluster->first; i < cluster->first + cluster->n; i++)
    if ((glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      return WB_LETTER_MISSING;
  if (cluster->text->len == 0)
    return WB_LETTER_HYPHEN;

  return n_drawn == 0 ? WB_LETTER_SPACE : WB_LETTER_LETTERS;
}

/* Fills @cluster with what @iter is at. FALSE when there is nothing to draw or to read. */
static gboolean
take_cluster (const PangoGlyphItemIter *iter,
              const PlacedItem         *placed,
              Cluster                  *cluster)
{
  const PangoGlyphString *glyphs = placed->item->glyphs;
  const gboolean backward = iter->start_glyph > iter->end_glyph;
  int n_drawn = 0;

  cluster->first = backward ? iter->end_glyph + 1 : iter->start_glyph;
  cluster->n = ABS (iter->end_glyph - iter->start_glyph);
  cluster->x = placed->x;
  cluster->width = 0;
  for (int i = 0; i < cluster->first; i++)
    cluster->x += glyphs->glyphs[i].geometry.width;
  for (int i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      cluster->width += glyphs->glyphs[i].geometry.width;
      n_drawn += glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
    }

  g_string_truncate (cluster->text, 0);
  for (const char *p = iter->text + iter->start_index; p < iter->text + iter->end_index; p = g_utf8_next_char (p))
    {
      const gunichar drawn = wb_letter_shape_get_drawn (g_utf8_get_char (p));

      if (drawn != 0)
        g_string_append_unichar (cluster->text, drawn);
    }
  cluster->type = find_type (glyphs, cluster, n_drawn);

  return cluster->type == WB_LETTER_SPACE ? cluster->text->str[0] == ' ' : n_drawn > 0;
}

/* The glyphs of @cluster at their places from the left of the part. */
static void
add_glyphs (WbLetterShape                *self,
            const PangoGlyphString *glyphs,
            const Cluster          *cluster,
            int                     left)
{
  int x = cluster->x - left;
  cairo_text_cluster_t group = { (int) cluster->text->len, 0 };

  for (int i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      const cairo_glyph_t glyph = { info->glyph, (double) (x + info->geometry.x_offset) / PANGO_SCALE,
                                    (double) info->geometry.y_offset / PANGO_SCALE };

      x += info->geometry.width;
      if (info->glyph == PANGO_GLYPH_EMPTY)
        continue;
      g_array_append_val (self->glyphs, glyph);
      group.num_glyphs++;
    }
  g_array_append_val (self->clusters, group);
}

/* What was placed from @part's left is now @by further to the right of it. */
static void
shift_glyphs (WbLetterShape *self,
              int      by)
{
  for (guint i = 0; self != NULL && i < self->glyphs->len; i++)
    g_array_index (self->glyphs, cairo_glyph_t, i).x += (double) by / PANGO_SCALE;
}

static WbLetterPart *
add_part (GArray           *parts,
          const PlacedItem *placed,
          const Cluster    *cluster)
{
  PangoFont *font = placed->item->item->analysis.font;
  WbLetterPart part = { cluster->type, g_strdup (""), cluster->x, 0, font, 0, NULL };

  if (cluster->type == WB_LETTER_LETTERS)
    part.shape = create_shape (font);
  if (cluster->type == WB_LETTER_HYPHEN)
    part.hyphen = placed->item->glyphs->glyphs[cluster->first].glyph;
  g_array_append_val (parts, part);

  return &g_array_index (parts, WbLetterPart, parts->len - 1);
}

static void
append_text (WbLetterPart *part,
             const char  *more)
{
  char *text = g_strconcat (part->text, more, NULL);

  g_free (part->text);
  part->text = text;
}

static gboolean
has_mirrored (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_mirror_char (g_utf8_get_char (p), NULL))
      return TRUE;

  return FALSE;
}

static void
extend_part (WbLetterPart            *part,
             const PangoGlyphString *glyphs,
             const Cluster          *cluster)
{
  const int right = MAX (part->x + part->width, cluster->x + cluster->width);

  if (cluster->x < part->x)
    shift_glyphs (part->shape, part->x - cluster->x);
  part->x = MIN (part->x, cluster->x);
  part->width = right - part->x;
  if (part->shape != NULL)
    add_glyphs (part->shape, glyphs, cluster, part->x);
  if (cluster->text != NULL)
    append_text (part, cluster->text->str);
}

/* Where Pango breaks a word that is too long anywhere, the hyphen is in one cluster with the last letter: cuts it off from @cluster. */
static gboolean
cut_hyphen (const PlacedItem *placed,
            int               end,
            Cluster          *cluster,
            Cluster          *hyphen)
{
  const PangoItem *item = placed->item->item;
  const PangoGlyphInfo *info;

  if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_NEED_HYPHEN) == 0 || (item->analysis.level & 1) != 0 ||
      end != item->offset + item->length || cluster->type != WB_LETTER_LETTERS || cluster->n < 2)
    return FALSE;

  cluster->n--;
  info = &placed->item->glyphs->glyphs[cluster->first + cluster->n];
  cluster->width -= info->geometry.width;
  *hyphen = (Cluster) { WB_LETTER_HYPHEN, NULL, cluster->x + cluster->width, info->geometry.width, cluster->first + cluster->n, 1 };

  return TRUE;
}

static void
list_parts_of_item (GArray           *parts,
                    const PlacedItem *placed,
                    const char       *text,
                    gsize             start,
                    gsize             end)
{
  g_autoptr(GString) drawn = g_string_new (NULL);
  Cluster cluster = { .text = drawn };
  Cluster hyphen;
  WbLetterPart *part = NULL;
  PangoGlyphItemIter iter;
  gboolean cut;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, placed->item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      if ((gsize) iter.start_index < start || (gsize) iter.start_index >= end)
        continue;
      if (!take_cluster (&iter, placed, &cluster))
        {
          /* What joins the characters of a sign is read with them. */
          if (part != NULL && part->type == WB_LETTER_MISSING)
            append_text (part, cluster.text->str);
          continue;
        }
      cut = cut_hyphen (placed, iter.end_index, &cluster, &hyphen);
      if (part == NULL || part->type != cluster.type)
        part = add_part (parts, placed, &cluster);
      extend_part (part, placed->item->glyphs, &cluster);
      if (part->shape != NULL && (placed->item->item->analysis.level & 1) != 0 && has_mirrored (drawn->str))
        part->shape->mirrored = TRUE;
      if (cut)
        extend_part (add_part (parts, placed, &hyphen), placed->item->glyphs, &hyphen);
    }
}

GArray *
wb_letter_shape_list_parts (PangoLayoutLine *line,
                     const char      *text,
                     gsize            start,
                     gsize            end)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (WbLetterPart));
  g_autoptr(GArray) items = list_items (line);

  g_array_set_clear_func (parts, part_clear);
  for (guint i = 0; i < items->len; i++)
    {
      const PlacedItem *placed = &g_array_index (items, PlacedItem, i);
      const gsize from = placed->item->item->offset;

      if (from < end && from + placed->item->item->length > start)
        list_parts_of_item (parts, placed, text, start, end);
    }

  return parts;
}

PangoFont *
wb_letter_shape_get_mirrored_font (const WbLetterShape *self)
{
  return self->mirrored ? self->font : NULL;
}

void
wb_letter_shape_show (const WbLetterShape       *self,
               cairo_t             *cr,
               cairo_scaled_font_t *font,
               const char          *text,
               double               x,
               double               y)
{
  const guint n = self->glyphs->len;
  g_autofree cairo_glyph_t *glyphs = g_memdup2 (self->glyphs->data, n * sizeof (cairo_glyph_t));

  for (guint i = 0; i < n; i++)
    {
      glyphs[i].x += x;
      glyphs[i].y += y;
    }
  cairo_set_scaled_font (cr, font != NULL ? font : pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (self->font)));
  cairo_show_text_glyphs (cr, text, -1, glyphs, n, (const cairo_text_cluster_t *) self->clusters->data, self->clusters->len, 0);
}
