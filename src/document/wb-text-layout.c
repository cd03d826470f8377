/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-hyphenator.h"
#include "wb-lines-private.h"
#include "wb-paginator-private.h"
#include "wb-text-clean-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SOFT_HYPHEN "\302\255"
#define LINE_SEPARATOR "\342\200\250"
#define WORD_JOINER 0x2060
#define OBJECT "\357\277\274"

/* Letters measured of a cell or word; what is longer is broken anyway. */
#define MAX_MEASURED 400
#define MAX_MEASURED_WORD 40

/* Distance of lines with something to write on, in sizes of the text. */
#define WRITING_LEADING 1.9

/* Bytes that Pango breaks in one go: it is slow with more, and its coordinates overflow with much more. */
#define MAX_CHUNK 16384

/* Lines one below the other that end with a hyphen, and how often a paragraph is broken anew for their sake. */
#define MAX_HYPHENATED 2
#define MAX_ROUNDS 12
/* A word that takes more of the line than this is not kept whole for that. */
#define MAX_WHOLE_SHARE 0.5

/* What an inline became in the text that Pango breaks. */
typedef struct
{
  const WbInline *run;
  gsize start;
  gsize end;
} Segment;

typedef struct
{
  WbLayout *layout;
  const WbTextStyle *style;
  double x;
  double width;
  WbAlign align;
  WbNode *node;

  GString *text;
  GArray *segments;
  GArray *looks;      /* WbStretch: those of the segments, next to each other where they are the same */
  WbLines *lines;     /* NULL: not as simple as that, @pango breaks them */
  PangoLayout *pango; /* borrowed: one for all texts of a look; NULL until it is needed */
} Breaker;

/* One line of either. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean soft;          /* ends with a soft hyphen, which is to be seen */
  PangoLayoutLine *pango; /* NULL: number @n of the lines */
  guint n;
} Line;

#define LOOK (WB_INLINE_STRONG | WB_INLINE_EMPHASIS | WB_INLINE_CODE | WB_INLINE_OPEN | WB_INLINE_FOOTNOTE)

static char *
dup_open (const char *what)
{
  /* Translators: stands on a slide where an answer is missing: "still open: date of the council". */
  return g_strdup_printf (_("still open: %s"), what);
}

char *
wb_text_dup_title (const WbBlock *heading)
{
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < heading->inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (heading->inlines, i);
      g_autofree char *open = (run->flags & WB_INLINE_OPEN) != 0 ? dup_open (run->text) : NULL;

      if ((run->flags & WB_INLINE_BREAK) != 0)
        g_string_append_c (title, ' ');
      else if ((run->flags & WB_INLINE_FOOTNOTE) == 0)
        g_string_append (title, open != NULL ? open : run->text);
    }

  return g_string_free (title, FALSE);
}

static void
append_inline_text (Breaker        *self,
                    const WbInline *run)
{
  g_autofree char *composed = wb_text_compose (run->text);
  g_autofree char *open = NULL;
  g_autofree char *hyphenated = NULL;
  const char *text = composed;

  if ((run->flags & WB_INLINE_BREAK) != 0)
    {
      g_string_append (self->text, LINE_SEPARATOR);
      return;
    }
  if ((run->flags & WB_INLINE_BLANK) != 0)
    {
      g_string_append (self->text, OBJECT);
      return;
    }
  if ((run->flags & WB_INLINE_FOOTNOTE) != 0)
    {
      g_string_append_printf (self->text, "%u", wb_footnote_get_number (wb_footnotes_get (self->layout, run->note)));
      return;
    }
  if ((run->flags & WB_INLINE_OPEN) != 0)
    text = open = dup_open (composed);

  if (self->style->min_letters > 0 && (run->flags & WB_INLINE_CODE) == 0)
    text = hyphenated = wb_hyphenate (text, self->style->min_letters);
  wb_text_append_clean (self->text, text, (run->flags & WB_INLINE_CODE) != 0);
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               const Segment  *segment)
{
  attribute->start_index = segment->start;
  attribute->end_index = segment->end;
  pango_attr_list_insert (list, attribute);
}

static void
add_look (Breaker       *self,
          PangoAttrList *list,
          const Segment *segment)
{
  const WbInlineFlags flags = segment->run->flags;

  if ((flags & WB_INLINE_BLANK) != 0)
    {
      PangoRectangle extents = { 0, -(int) (self->style->size * 0.8 * PANGO_SCALE), 0,
                                 (int) (self->style->size * PANGO_SCALE) };

      extents.width = (int) (MIN (self->layout->style->blank, self->width * 0.9) * PANGO_SCALE);
      add_attribute (list, pango_attr_shape_new (&extents, &extents), segment);
      return;
    }

  if ((flags & LOOK) != 0)
    {
      PangoFontDescription *font = wb_style_get_font (self->style, flags);

      add_attribute (list, pango_attr_font_desc_new (font), segment);
      pango_font_description_free (font);
    }
}

static gboolean
has_look (const WbInline *run)
{
  return (run->flags & (WB_INLINE_BLANK | LOOK)) != 0;
}

static void
set_attributes (Breaker *self)
{
  PangoAttrList *plain = wb_font_metrics_get_attributes (wb_layout_get_metrics (self->layout, self->style));
  PangoAttrList *list = NULL;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);

      if (!has_look (segment->run))
        continue;
      if (list == NULL)
        list = pango_attr_list_copy (plain);
      add_look (self, list, segment);
    }
  pango_layout_set_attributes (self->pango, list != NULL ? list : plain);
  g_clear_pointer (&list, pango_attr_list_unref);
}

static int
get_width (const Breaker *self)
{
  return (int) (MAX (self->width, 1.0) * PANGO_SCALE);
}

/* Breaks what was prepared. */
static void
find_lines (Breaker *self)
{
  WbFontMetrics *metrics = wb_layout_get_metrics (self->layout, self->style);

  g_clear_pointer (&self->lines, wb_lines_free);
  g_array_set_size (self->looks, 0);
  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      const WbStretch look = { wb_font_metrics_get_shaper (metrics, segment->run->flags & LOOK), segment->end };

      if (self->looks->len > 0 && g_array_index (self->looks, WbStretch, self->looks->len - 1).shaper == look.shaper)
        g_array_set_size (self->looks, self->looks->len - 1);
      g_array_append_val (self->looks, look);
    }
  if (self->looks->len > 0)
    self->lines = wb_lines_new (self->text->str, self->text->len, &g_array_index (self->looks, WbStretch, 0), self->looks->len,
                                get_width (self));
  if (self->lines != NULL)
    return;

  self->pango = wb_font_metrics_get_layout (metrics);
  set_attributes (self);
  pango_layout_set_wrap (self->pango, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->pango, get_width (self));
  pango_layout_set_text (self->pango, self->text->str, self->text->len);
}

static void
prepare (Breaker   *self,
         GPtrArray *inlines)
{
  self->text = g_string_new (NULL);
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  for (guint i = 0; i < inlines->len; i++)
    {
      Segment segment = { g_ptr_array_index (inlines, i), self->text->len, 0 };

      append_inline_text (self, segment.run);
      segment.end = self->text->len;
      if (segment.end > segment.start)
        g_array_append_val (self->segments, segment);
    }
  self->looks = g_array_new (FALSE, FALSE, sizeof (WbStretch));
  find_lines (self);
}

static void
breaker_clear (Breaker *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->segments);
  g_array_unref (self->looks);
  g_clear_pointer (&self->lines, wb_lines_free);
}

/* Whether a character that is not drawn as it stands may begin with @byte: those above are at U+00A0 and U+2010 to U+2060. */
static inline gboolean
may_be_special (char byte)
{
  return (guchar) byte == 0xc2 || (guchar) byte == 0xe2;
}

/* The text between two places as it is drawn: one glyph for one character, so that it can be read back. */
static char *
dup_for_drawing (const char *text,
                 gsize       length,
                 gboolean    hyphen_at_end)
{
  char *out = g_malloc (length + 2);
  char *to = out;

  for (const char *p = text; p < text + length;)
    {
      const char *next = g_utf8_next_char (p);
      const gunichar ch = may_be_special (*p) ? g_utf8_get_char (p) : 0;
      const gunichar drawn = wb_letter_shape_get_drawn (ch);

      if (drawn != ch)
        p = next;
      if (drawn != ch && drawn != 0)
        *to++ = (char) drawn;
      while (p < next)
        *to++ = *p++;
    }
  if (hyphen_at_end)
    *to++ = '-';
  *to = '\0';

  return g_realloc (out, to - out + 1);
}

/* The glyph of a blank in @item: at the end of a line Pango has none any more. */
static PangoGlyph
find_blank (Breaker              *self,
            const PangoGlyphItem *item)
{
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    if (self->text->str[item->item->offset + item->glyphs->log_clusters[i]] == ' ' &&
        item->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      return item->glyphs->glyphs[i].glyph;

  return PANGO_GLYPH_EMPTY;
}

/* Glyphs of a run while they are collected. */
typedef struct
{
  WbGlyph *glyphs;
  gsize max;
  gsize n;
} Glyphs;

/* FALSE where it is too wide, too far down in its font or not on the line, as letters of a few scripts are. */
static gboolean
add_glyph (Glyphs               *self,
           const PangoGlyphInfo *info,
           PangoGlyph            index)
{
  if (self->n >= self->max || index > G_MAXUINT16 || info->geometry.width < 0 || info->geometry.width > G_MAXUINT16 ||
      info->geometry.x_offset != 0 || info->geometry.y_offset != 0)
    return FALSE;

  self->glyphs[self->n++] = (WbGlyph) { (guint16) index, (guint16) info->geometry.width };

  return TRUE;
}

/* Appends the letters of @item between @start and @end to @out. FALSE where letters and glyphs are not the same in
 * number and order, as with accents of their own or writing from right to left. */
static gboolean
collect_item (Breaker              *self,
              const PangoGlyphItem *item,
              gsize                 start,
              gsize                 end,
              gboolean              hyphen,
              Glyphs               *out)
{
  const PangoGlyphString *string = item->glyphs;

  for (int i = 0; i < string->num_glyphs; i++)
    {
      const gsize at = item->item->offset + string->log_clusters[i];
      const gsize next = item->item->offset + (i + 1 < string->num_glyphs ? string->log_clusters[i + 1] : item->item->length);
      const char *p = self->text->str + at;
      const PangoGlyphInfo *info = &string->glyphs[i];
      const gunichar drawn = (guchar) *p < 0x80 ? (guchar) *p : wb_letter_shape_get_drawn (g_utf8_get_char (p));
      PangoGlyph glyph = info->glyph;

      if (at < start || at >= end)
        continue;
      if (drawn == 0)
        {
          /* The hyphen that Pango puts behind the soft one at the end of a line. */
          if (info->geometry.width > 0 && (!hyphen || at + 2 != end || !add_glyph (out, info, glyph)))
            return FALSE;
          continue;
        }
      if (drawn == ' ' && glyph == PANGO_GLYPH_EMPTY)
        glyph = find_blank (self, item);
      if (next <= at || g_utf8_next_char (p) != self->text->str + next || !add_glyph (out, info, glyph))
        return FALSE;
    }

  return TRUE;
}

/* Keeps where Pango put the letters, so that they need not be shaped again for drawing. FALSE when they are not that simple. */
static gboolean
keep_glyphs (Breaker         *self,
             WbRun           *run,
             PangoLayoutLine *line,
             gsize            start,
             gsize            end,
             gboolean         hyphen)
{
  /* One glyph for each character at most. */
  g_autofree WbGlyph *glyphs = g_new (WbGlyph, end - start);
  Glyphs collected = { glyphs, end - start, 0 };
  PangoFont *font = NULL;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *item = l->data;
      const gsize from = item->item->offset;
      const gsize to = from + item->item->length;

      if (to <= start || from >= end)
        continue;
      if ((item->item->analysis.level & 1) != 0 || (font != NULL && font != item->item->analysis.font) ||
          !collect_item (self, item, start, end, hyphen, &collected))
        return FALSE;
      font = item->item->analysis.font;
    }

  if (font == NULL || collected.n != (gsize) g_utf8_strlen (run->text, -1))
    return FALSE;
  run->font = g_object_ref (font);
  run->n_glyphs = collected.n;
  run->glyphs = g_realloc_n (g_steal_pointer (&glyphs), collected.n, sizeof (WbGlyph));

  return TRUE;
}

static void
set_extents (Breaker *self,
             WbRun   *run,
             int      x,
             int      width)
{
  run->x = self->x + (double) x / PANGO_SCALE;
  run->width = (double) width / PANGO_SCALE;
}

static WbRun *
create_run (const Segment *segment,
            const char    *text)
{
  WbRun *run = g_new0 (WbRun, 1);

  run->flags = segment->run->flags;
  run->text = g_strdup (text);
  run->target = g_strdup (segment->run->target);
  run->note = segment->run->note;

  return run;
}

static void
set_one_glyph (WbRun     *run,
               PangoFont *font,
               WbGlyph    glyph)
{
  run->font = g_object_ref (font);
  run->n_glyphs = 1;
  run->glyphs = g_memdup2 (&glyph, sizeof glyph);
}

/* A run of the letters of @part. (transfer full) */
static WbRun *
create_part (Breaker       *self,
             const Segment *segment,
             WbLetterPart   *part)
{
  WbShaper *shaper = wb_font_metrics_get_shaper (wb_layout_get_metrics (self->layout, self->style), segment->run->flags & LOOK);
  const WbGlyph *space;
  WbRun *run = create_run (segment, part->type == WB_LETTER_HYPHEN ? "-" : part->text);
  guint n;

  set_extents (self, run, part->x, part->width);
  run->shape = g_steal_pointer (&part->shape);
  run->missing = part->type == WB_LETTER_MISSING;
  if (part->type == WB_LETTER_HYPHEN)
    {
      run->soft_hyphen = TRUE;
      set_one_glyph (run, part->font, (WbGlyph) { (guint16) part->hyphen, (guint16) MIN (part->width, G_MAXUINT16) });
    }
  if (part->type == WB_LETTER_SPACE)
    {
      space = wb_shaper_shape (shaper, " ", 1, &n);
      if (space != NULL)
        set_one_glyph (run, wb_shaper_get_font (shaper), (WbGlyph) { space->index, 0 });
    }

  return run;
}

/* What is not as simple as one glyph after the other: in parts, in the order of reading. */
static void
append_parts (Breaker       *self,
              WbMark        *mark,
              const Line    *line,
              const Segment *segment,
              gsize          start,
              gsize          end)
{
  g_autoptr(GArray) parts = wb_letter_shape_list_parts (line->pango, self->text->str, start, end);

  for (guint i = 0; i < parts->len; i++)
    {
      WbRun *run = create_part (self, segment, &g_array_index (parts, WbLetterPart, i));

      run->continues = i > 0;
      g_ptr_array_add (mark->runs, run);
    }
}

/* Where a run that is simple stands in its line. In one that is read from right to left, Pango takes its end for that of the line. */
static void
place_run (Breaker    *self,
           WbRun      *run,
           const Line *line,
           gsize       start)
{
  int x, width = 0;

  pango_layout_line_index_to_x (line->pango, start, FALSE, &x);
  for (guint i = 0; i < run->n_glyphs; i++)
    width += run->glyphs[i].width;
  set_extents (self, run, x, width);
}

static void
append_blank (Breaker       *self,
              WbMark        *mark,
              const Line    *line,
              const Segment *segment,
              gsize          start)
{
  WbRun *run = create_run (segment, segment->run->text);
  int x0, x1;

  pango_layout_line_index_to_x (line->pango, start, FALSE, &x0);
  pango_layout_line_index_to_x (line->pango, start, TRUE, &x1);
  set_extents (self, run, MIN (x0, x1), ABS (x1 - x0));
  g_ptr_array_add (mark->runs, run);
}

static void
append_run (Breaker       *self,
            WbMark        *mark,
            const Line    *line,
            const Segment *segment,
            gsize          start,
            gsize          end,
            gboolean       hyphen)
{
  g_autofree char *text = NULL;
  WbRun *run;
  int x, width;

  text = dup_for_drawing (self->text->str + start, end - start, hyphen);
  if (*text == '\0')
    return;

  run = create_run (segment, text);
  run->soft_hyphen = hyphen;
  g_ptr_array_add (mark->runs, run);
  if (line->pango == NULL)
    {
      WbFontMetrics *metrics = wb_layout_get_metrics (self->layout, self->style);

      run->glyphs = wb_lines_dup_glyphs (self->lines, line->n, start, end, &run->n_glyphs, &x, &width);
      run->font = g_object_ref (wb_shaper_get_font (wb_font_metrics_get_shaper (metrics, run->flags & LOOK)));
      set_extents (self, run, x, width);
    }
  else if (keep_glyphs (self, run, line->pango, start, end, hyphen))
    place_run (self, run, line, start);
  else
    {
      g_ptr_array_set_size (mark->runs, mark->runs->len - 1);
      append_parts (self, mark, line, segment, start, end);
    }
}

/* Whether the paragraph of @line is read from right to left: it begins at the right, then. */
static gboolean
is_from_right (const Line *line)
{
  return line->pango != NULL && line->pango->resolved_dir == PANGO_DIRECTION_RTL;
}

static void
align_line (Breaker    *self,
            WbMark     *mark,
            const Line *line)
{
  const gboolean from_right = is_from_right (line);
  PangoRectangle logical;
  double room;

  if (self->align == WB_ALIGN_START && !from_right)
    return;

  if (line->pango != NULL)
    pango_layout_line_get_extents (line->pango, NULL, &logical);
  else
    logical.width = wb_lines_get_width (self->lines, line->n);
  room = MAX (self->width - (double) logical.width / PANGO_SCALE, 0.0);
  if (self->align == WB_ALIGN_CENTER)
    room /= 2;
  for (guint i = 0; i < mark->runs->len; i++)
    ((WbRun *) g_ptr_array_index (mark->runs, i))->x += room;
}

/* What stands in the document between two places: what is drawn without hyphens, with blanks as their labels. */
static char *
dup_source (Breaker *self,
            gsize    start,
            gsize    end)
{
  char *out = g_malloc (end - start + 1);
  char *to = out;
  const char *stop = self->text->str + end;

  for (const char *p = self->text->str + start; p < stop;)
    {
      const char *next = g_utf8_next_char (p);
      const gunichar ch = may_be_special (*p) || *p == OBJECT[0] ? g_utf8_get_char (p) : 0;

      if (ch == 0x2028)
        *to++ = '\n';
      if (ch == 0x2028 || ch == 0xad || ch == 0xfffc || ch == WORD_JOINER)
        p = next;
      while (p < next)
        *to++ = *p++;
    }
  *to = '\0';

  return g_realloc (out, to - out + 1);
}

/* A line to write on at the end of a line of text goes on to the margin. */
static void
extend_blank (Breaker    *self,
              WbMark     *mark,
              const Line *line)
{
  WbRun *last = mark->runs->len > 0 ? g_ptr_array_index (mark->runs, mark->runs->len - 1) : NULL;

  if (last == NULL || (last->flags & WB_INLINE_BLANK) == 0 || self->align != WB_ALIGN_START)
    return;

  if (is_from_right (line))
    {
      last->width += MAX (last->x - self->x, 0);
      last->x = MIN (last->x, self->x);
      return;
    }
  last->width = MAX (last->width, self->x + self->width - last->x);
}

/* @next_start: where the next line begins. */
static WbMark *
create_line (Breaker    *self,
             const Line *line,
             gsize       next_start,
             guint      *first_segment)
{
  WbMark *mark = wb_mark_new (WB_MARK_LINE, self->node);
  const gsize start = line->start;
  const gsize end = line->end;

  mark->style = self->style;
  mark->color = self->style->color;

  while (*first_segment < self->segments->len &&
         g_array_index (self->segments, Segment, *first_segment).end <= start)
    (*first_segment)++;
  for (guint i = *first_segment; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      const gsize from = MAX (segment->start, start);
      const gsize to = MIN (segment->end, end);

      if (segment->start >= end)
        break;
      if (from < to && (segment->run->flags & WB_INLINE_BLANK) != 0)
        append_blank (self, mark, line, segment, from);
      else if (from < to)
        append_run (self, mark, line, segment, from, to, line->soft && to == end);
    }
  align_line (self, mark, line);
  extend_blank (self, mark, line);
  mark->text = dup_source (self, start, next_start);

  return mark;
}

/* Where somebody is to write by hand, lines are wider apart. */
static double
get_line_height (const WbTextStyle *style,
                 GPtrArray         *inlines)
{
  double leading = style->leading;

  for (guint i = 0; i < inlines->len; i++)
    if ((((WbInline *) g_ptr_array_index (inlines, i))->flags & WB_INLINE_BLANK) != 0)
      leading = MAX (leading, WRITING_LEADING);

  return style->size * leading;
}

static gboolean
is_soft_end (Breaker *self,
             gsize    start,
             gsize    end)
{
  return end >= start + 2 && end < self->text->len && memcmp (self->text->str + end - 2, SOFT_HYPHEN, 2) == 0;
}

/* The lines that Pango found, or those that it was not asked for. Returns a GArray of Line. (transfer full) */
static GArray *
list_lines (Breaker *self)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; self->lines != NULL && i < wb_lines_get_n_lines (self->lines); i++)
    {
      const WbLine *found = wb_lines_get_line (self->lines, i);
      const Line line = { found->start, found->end, found->soft, NULL, i };

      g_array_append_val (lines, line);
    }
  for (GSList *l = self->lines == NULL ? pango_layout_get_lines_readonly (self->pango) : NULL; l != NULL; l = l->next)
    {
      PangoLayoutLine *found = l->data;
      const gsize start = found->start_index;
      const gsize end = start + found->length;
      const gboolean joined = l->next != NULL && (gsize) ((PangoLayoutLine *) l->next->data)->start_index == end;
      const Line line = { start, end, joined && is_soft_end (self, start, end), found };

      g_array_append_val (lines, line);
    }

  return lines;
}

/* Appends the lines of what was prepared. */
static void
break_lines (Breaker *self,
             WbText  *text)
{
  g_autoptr(GArray) lines = list_lines (self);
  const double baseline = wb_font_metrics_get_baseline (wb_layout_get_metrics (self->layout, self->style),
                                                        text->line_height);
  guint first_segment = 0;

  text->baseline = baseline;
  for (guint i = 0; i < lines->len; i++)
    {
      const gsize next = i + 1 < lines->len ? g_array_index (lines, Line, i + 1).start : self->text->len;
      WbMark *mark = create_line (self, &g_array_index (lines, Line, i), next, &first_segment);

      mark->y = text->height + baseline;
      text->height += text->line_height;
      g_ptr_array_add (text->marks, mark);
    }
}

/* The first soft hyphen that ends a line below two others that end with one; -1 when there is none. */
static int
find_hyphen_too_many (Breaker *self)
{
  g_autoptr(GArray) lines = list_lines (self);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      n = line->soft ? n + 1 : 0;
      if (n > MAX_HYPHENATED)
        return (int) line->end - 2;
    }

  return -1;
}

static void
erase_bytes (Breaker *self,
             gsize    at,
             gsize    n)
{
  g_string_erase (self->text, at, n);
  for (guint i = 0; i < self->segments->len; i++)
    {
      Segment *segment = &g_array_index (self->segments, Segment, i);

      if (segment->start > at)
        segment->start -= n;
      if (segment->end > at)
        segment->end -= n;
    }
}

/* Takes the soft hyphens out of the word around @at. FALSE, without doing so, when it is too wide to stay whole. */
static gboolean
keep_word_whole (Breaker *self,
                 gsize    at)
{
  gsize start = at, end = at;

  while (start > 0 && !g_ascii_isspace (self->text->str[start - 1]))
    start--;
  while (end < self->text->len && !g_ascii_isspace (self->text->str[end]))
    end++;
  if (wb_font_metrics_measure (wb_layout_get_metrics (self->layout, self->style), self->text->str + start, end - start) >
      self->width * MAX_WHOLE_SHARE)
    return FALSE;

  for (gsize i = end; i > start + 2; i--)
    if (memcmp (self->text->str + i - 2, SOFT_HYPHEN, 2) == 0)
      erase_bytes (self, i - 2, 2);

  return TRUE;
}

/* Where more lines one below the other end with a hyphen than readers like, the word at the end of the last of them is kept whole. */
static void
limit_hyphens (Breaker *self)
{
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      const int at = find_hyphen_too_many (self);

      if (at < 0 || !keep_word_whole (self, at))
        return;
      find_lines (self);
    }
}

static void
break_inlines (Breaker   *self,
               GPtrArray *inlines,
               WbText    *text)
{
  prepare (self, inlines);
  limit_hyphens (self);
  break_lines (self, text);
  breaker_clear (self);
}

static gsize
count_bytes (GPtrArray *inlines)
{
  gsize n = 0;

  for (guint i = 0; i < inlines->len; i++)
    n += strlen (((WbInline *) g_ptr_array_index (inlines, i))->text);

  return n;
}

/* Where a piece of @text of at most @max bytes ends: behind a blank, or at least behind a whole character. */
static gsize
find_cut (const char *text,
          gsize       max)
{
  gsize end = max;

  if (strlen (text) <= max)
    return strlen (text);

  while (end > max / 2 && !g_ascii_isspace (text[end - 1]))
    end--;
  if (end > max / 2)
    return end;
  for (end = max; end > 1 && (text[end] & 0xc0) == 0x80; end--)
    ;

  return end;
}

/* Breaks a paragraph of many pages in portions; each ends with a line of its own. */
static void
break_portions (Breaker   *self,
                GPtrArray *inlines,
                WbText    *text)
{
  for (guint i = 0; i < inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (inlines, i);
      const char *p = run->text;

      do
        {
          const gsize length = find_cut (p, MAX_CHUNK);
          g_autofree char *part = g_strndup (p, length);
          WbInline cut = { run->flags, part, run->target, run->note };
          g_autoptr(GPtrArray) one = g_ptr_array_new ();

          g_ptr_array_add (one, &cut);
          break_inlines (self, one, text);
          p += length;
        }
      while (*p != '\0');
    }
}

WbText *
wb_text_new (WbLayout          *layout,
             GPtrArray         *inlines,
             const WbTextStyle *style,
             double             x,
             double             width,
             WbAlign            align,
             WbNode            *node)
{
  Breaker breaker = { layout, style, x, width, align, node };
  WbText *text = g_new0 (WbText, 1);

  text->marks = g_ptr_array_new_with_free_func (wb_mark_free);
  text->line_height = get_line_height (style, inlines);
  if (count_bytes (inlines) <= 2 * MAX_CHUNK)
    break_inlines (&breaker, inlines, text);
  else
    break_portions (&breaker, inlines, text);

  return text;
}

WbText *
wb_text_new_plain (WbLayout          *layout,
                   const char        *text,
                   const WbTextStyle *style,
                   double             x,
                   double             width,
                   WbAlign            align,
                   WbNode            *node)
{
  WbInline run = { 0, (char *) text, NULL };
  g_autoptr(GPtrArray) inlines = g_ptr_array_new ();

  g_ptr_array_add (inlines, &run);

  return wb_text_new (layout, inlines, style, x, width, align, node);
}

void
wb_text_free (WbText *text)
{
  g_ptr_array_unref (text->marks);
  g_free (text);
}

void
wb_text_move (WbText  *text,
              guint    first,
              guint    n,
              WbPiece *piece,
              double   y)
{
  const double top = first * text->line_height;

  for (guint i = first; i < text->marks->len && i - first < n; i++)
    {
      WbMark *mark = g_steal_pointer (&g_ptr_array_index (text->marks, i));

      mark->y += y - top;
      g_ptr_array_add (piece->marks, mark);
    }
}

static const char *
find_letters (const char *text,
              glong       n)
{
  while (*text != '\0' && n-- > 0)
    text = g_utf8_next_char (text);

  return text;
}

/* The word with the most letters; words end at blanks and behind hyphens. */
static const char *
find_longest_word (const char  *text,
                   const char  *end,
                   const char **word_end)
{
  const char *longest = text;
  const char *start = text;
  glong most = -1, n = 0;

  *word_end = text;
  for (const char *p = text;; p = g_utf8_next_char (p), n++)
    {
      const gboolean at_end = p >= end;
      const gboolean at_break = !at_end && (g_unichar_isspace (g_utf8_get_char (p)) || *p == '-');

      if (!at_end && !at_break)
        continue;
      if (n > most)
        {
          longest = start;
          most = n;
          *word_end = p;
        }
      if (at_end)
        return longest;
      start = g_utf8_next_char (p);
      n = -1;
    }
}

void
wb_text_measure (WbLayout          *layout,
                 const char        *text,
                 const WbTextStyle *style,
                 double            *natural,
                 double            *longest_word)
{
  g_autofree char *valid = wb_text_make_valid (text);
  const char *end = find_letters (valid, MAX_MEASURED);
  const char *word_end;
  const char *word = find_longest_word (valid, end, &word_end);
  const char *cut = find_letters (word, MAX_MEASURED_WORD);
  WbFontMetrics *metrics = wb_layout_get_metrics (layout, style);

  *natural = wb_font_metrics_measure (metrics, valid, end - valid);
  *longest_word = wb_font_metrics_measure (metrics, word, MIN (cut, word_end) - word);
}
