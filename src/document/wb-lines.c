/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-lines-private.h"

#include <string.h>

#define SOFT_HYPHEN 0xad
#define WORD_JOINER 0x2060
/* Bytes of a word; longer ones are Pango's. */
#define MAX_WORD 256

/* What is drawn: one glyph for each character, but for those that only say where to break. */
typedef struct
{
  guint32 at; /* in bytes */
  guint32 x;  /* were all on one line */
  WbGlyph glyph;
} Letter;

/* A place where a line may end. */
typedef struct
{
  guint32 at;     /* where the next line would begin, in bytes */
  guint32 letter; /* the first one of the next line */
  guint32 width;  /* of the hyphen to add when @soft, or else of the space before it, if there is one */
  gboolean soft;
} Break;

struct _WbLines
{
  const char *text;
  gsize length;
  const WbStretch *looks;
  guint n_looks;
  guint32 x; /* where the next letter goes */

  /* Owned */
  GArray *letters; /* Letter, and one behind the last */
  GArray *breaks;  /* Break */
  GArray *lines;   /* WbLine */
};

/* Letters and signs that stand for themselves, from left to right, one glyph each. */
static gboolean
is_simple (gunichar ch)
{
  return (ch >= 0x21 && ch <= 0x7e) || (ch >= 0xa0 && ch <= 0x24f) || (ch >= 0x370 && ch <= 0x52f) || (ch >= 0x2010 && ch <= 0x2027) ||
         (ch >= 0x2030 && ch <= 0x205e) || ch == WORD_JOINER || (ch >= 0x2070 && ch <= 0x22ff);
}

static gboolean
is_drawn (gunichar ch)
{
  return ch != SOFT_HYPHEN && ch != WORD_JOINER;
}

static const Letter *
get_letter (WbLines *self,
            guint    n)
{
  return &g_array_index (self->letters, Letter, n);
}

static void
add_letter (WbLines *self,
            gsize    at,
            WbGlyph  glyph)
{
  const Letter letter = { (guint32) at, self->x, glyph };

  g_array_append_val (self->letters, letter);
  self->x += glyph.width;
}

/* The look of the byte at @at. */
static const WbStretch *
find_look (WbLines *self,
           gsize    at)
{
  const WbStretch *look = self->looks;

  while (look->end <= at && look + 1 < self->looks + self->n_looks)
    look++;

  return look;
}

/* Letters in one look and without a space between them. */
static gboolean
add_part (WbLines  *self,
          WbShaper *shaper,
          gsize     start,
          gsize     end)
{
  char drawn[MAX_WORD];
  gsize length = 0;
  guint n, i = 0;
  const WbGlyph *glyphs;

  for (const char *p = self->text + start; p < self->text + end;)
    {
      const char *next = g_utf8_next_char (p);

      if ((guchar) *p < 0x80 || is_drawn (g_utf8_get_char (p)))
        while (p < next)
          drawn[length++] = *p++;
      p = next;
    }
  if (length == 0)
    return TRUE;
  glyphs = wb_shaper_shape (shaper, drawn, length, &n);
  if (glyphs == NULL)
    return FALSE;

  for (const char *p = self->text + start; p < self->text + end; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80 || is_drawn (g_utf8_get_char (p)))
      add_letter (self, p - self->text, glyphs[i++]);

  return TRUE;
}

static gboolean
add_break (WbLines *self,
           gsize    at,
           guint    letter)
{
  Break added = { (guint32) at, letter, 0, FALSE };
  WbGlyph hyphen;

  if (at >= 2 && self->text[at - 1] == '\255' && self->text[at - 2] == '\302')
    {
      if (!wb_shaper_get_hyphen (find_look (self, at - 2)->shaper, &hyphen))
        return FALSE;
      added.soft = TRUE;
      added.width = hyphen.width;
    }
  else if (self->text[at - 1] == ' ')
    added.width = get_letter (self, letter - 1)->glyph.width;
  g_array_append_val (self->breaks, added);

  return TRUE;
}

/* Where Pango would break a word that has more than letters in it, as hyphens and addresses have. */
static gboolean
add_breaks_of_pango (WbLines *self,
                     gsize    start,
                     gsize    end,
                     guint    first)
{
  PangoLogAttr attrs[MAX_WORD + 1];
  const glong n = g_utf8_strlen (self->text + start, end - start);
  const char *p = self->text + start;
  guint letter = first;

  pango_get_log_attrs (self->text + start, end - start, -1, pango_language_from_string ("de"), attrs, n + 1);
  for (glong i = 0; i < n; i++, p = g_utf8_next_char (p))
    {
      const gsize at = p - self->text;
      const gboolean behind_soft = i > 0 && p[-1] == '\255' && p[-2] == '\302';

      while (letter < self->letters->len && get_letter (self, letter)->at < at)
        letter++;
      if (i == 0 || !attrs[i].is_line_break)
        continue;
      if ((attrs[i].break_inserts_hyphen != 0) != behind_soft || attrs[i].break_removes_preceding != 0 ||
          !add_break (self, at, letter))
        return FALSE;
    }

  return TRUE;
}

/* A word of letters, which can be broken at its soft hyphens alone. */
static gboolean
add_soft_breaks (WbLines *self,
                 gsize    end,
                 guint    first)
{
  for (guint letter = first + 1; letter < self->letters->len; letter++)
    {
      const gsize at = get_letter (self, letter)->at;

      if (self->text[at - 1] == '\255' && self->text[at - 2] == '\302' && !add_break (self, at, letter))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_opening (gunichar ch)
{
  return ch == '(' || ch == 0x201e || ch == 0x201a;
}

static gboolean
is_closing (gunichar ch)
{
  return ch == '.' || ch == ',' || ch == ';' || ch == ':' || ch == '!' || ch == '?' || ch == ')' || ch == 0x201c || ch == 0x2018 ||
         ch == 0x2026;
}

/* The end of the word at @start. @plain: nothing but letters and figures, with signs before and behind them. FALSE when it is not simple. */
static gboolean
find_word_end (WbLines  *self,
               gsize     start,
               gsize    *end,
               gboolean *plain)
{
  const char *p = self->text + start;
  const char *stop = self->text + self->length;
  gboolean closed = FALSE, opened = FALSE;
  gunichar before = 0;

  *plain = TRUE;
  for (; p < stop && *p != ' '; p = g_utf8_next_char (p))
    {
      const gunichar ch = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      const gboolean letter = (ch < 0x80 && g_ascii_isalnum (ch)) || (ch >= 0xc0 && g_unichar_isalpha (ch));

      if (!is_simple (ch))
        return FALSE;
      if (letter && !closed)
        opened = TRUE;
      else if (ch == SOFT_HYPHEN && opened && !closed && before != SOFT_HYPHEN)
        ;
      else if (is_closing (ch) && opened && before != SOFT_HYPHEN)
        closed = TRUE;
      else if (!is_opening (ch) || opened)
        *plain = FALSE;
      before = ch;
    }
  *plain = *plain && opened && before != SOFT_HYPHEN;
  *end = p - self->text;

  return *end > start && *end - start <= MAX_WORD;
}

/* Whether a line may end at the space between two words that end and begin so; only what is sure (UAX 14, LB 7 to LB 18). */
static gboolean
may_break_between (gunichar before,
                   gunichar behind)
{
  const GUnicodeBreakType last = g_unichar_break_type (before);
  GUnicodeBreakType first;

  if (last == G_UNICODE_BREAK_OPEN_PUNCTUATION || last == G_UNICODE_BREAK_BEFORE_AND_AFTER || last == G_UNICODE_BREAK_WORD_JOINER)
    return FALSE;
  if (g_unichar_isalnum (behind))
    return TRUE;

  first = g_unichar_break_type (behind);
  switch (first)
    {
    case G_UNICODE_BREAK_ALPHABETIC:
    case G_UNICODE_BREAK_NUMERIC:
    case G_UNICODE_BREAK_AFTER:
    case G_UNICODE_BREAK_HYPHEN:
    case G_UNICODE_BREAK_PREFIX:
    case G_UNICODE_BREAK_POSTFIX:
    case G_UNICODE_BREAK_QUOTATION:
    case G_UNICODE_BREAK_AMBIGUOUS:
    case G_UNICODE_BREAK_INSEPARABLE:
      return TRUE;
    case G_UNICODE_BREAK_OPEN_PUNCTUATION:
      return last != G_UNICODE_BREAK_QUOTATION;
    default:
      return FALSE;
    }
}

static gboolean
add_word (WbLines *self,
          gsize    start,
          gsize   *end)
{
  const guint first = self->letters->len;
  gboolean plain;
  gsize part = start;

  if (!find_word_end (self, start, end, &plain))
    return FALSE;
  for (const WbStretch *look = find_look (self, start); part < *end; look++)
    {
      const gsize part_end = MIN (look->end, *end);

      if (!add_part (self, look->shaper, part, part_end))
        return FALSE;
      part = part_end;
    }

  return plain ? add_soft_breaks (self, *end, first) : add_breaks_of_pango (self, start, *end, first);
}

static gboolean
add_space (WbLines *self,
           gsize    at)
{
  const char *p = self->text + at;
  guint n;
  const WbGlyph *glyph = wb_shaper_shape (find_look (self, at)->shaper, " ", 1, &n);

  if (glyph == NULL)
    return FALSE;
  add_letter (self, at, *glyph);
  if (at + 1 == self->length)
    return TRUE;

  return may_break_between (g_utf8_get_char (g_utf8_prev_char (p)), g_utf8_get_char (p + 1)) &&
         add_break (self, at + 1, self->letters->len);
}

static gboolean
add_words (WbLines *self)
{
  gsize at = 0;

  while (at < self->length)
    {
      if (!add_word (self, at, &at))
        return FALSE;
      if (at < self->length && !add_space (self, at++))
        return FALSE;
    }
  /* Where the last one ends. */
  add_letter (self, self->length, (WbGlyph) { 0, 0 });

  return self->length > 0;
}

static void
add_line (WbLines *self,
          gsize    start,
          guint    first,
          gsize    end,
          guint    after,
          gboolean soft)
{
  const WbLine line = { start, end, soft, first, after };

  g_array_append_val (self->lines, line);
}

/* How wide a line from the letter @first on to @place is that ends there. */
static guint32
get_width (WbLines     *self,
           guint        first,
           const Break *place)
{
  const guint32 width = get_letter (self, place->letter)->x - get_letter (self, first)->x;

  return place->soft ? width + place->width : width - place->width;
}

/* Each line takes as much as it holds. FALSE when a part that cannot be broken is wider than that. */
static gboolean
break_lines (WbLines *self,
             guint32  width)
{
  const guint n_letters = self->letters->len - 1;
  const gboolean space_at_end = self->text[self->length - 1] == ' ';
  const guint32 end = get_letter (self, n_letters)->x - (space_at_end ? get_letter (self, n_letters - 1)->glyph.width : 0);
  guint first = 0, next = 0;
  gsize start = 0;

  while (end - get_letter (self, first)->x > width)
    {
      const Break *breaks = &g_array_index (self->breaks, Break, 0);
      guint last = next;

      /* Where it does not fit even with nothing added, nothing behind it does. */
      while (last < self->breaks->len &&
             get_letter (self, breaks[last].letter)->x - get_letter (self, first)->x - (breaks[last].soft ? 0 : breaks[last].width) <= width)
        last++;
      while (last > next && get_width (self, first, &breaks[last - 1]) > width)
        last--;
      if (last == next)
        return FALSE;

      add_line (self, start, first, breaks[last - 1].at, breaks[last - 1].letter, breaks[last - 1].soft);
      start = breaks[last - 1].at;
      first = breaks[last - 1].letter;
      next = last;
    }
  add_line (self, start, first, self->length, n_letters, FALSE);

  return TRUE;
}

WbLines *
wb_lines_new (const char   *text,
              gsize         length,
              const WbStretch *looks,
              guint         n_looks,
              int           width)
{
  g_autoptr(WbLines) self = g_new0 (WbLines, 1);

  self->text = text;
  self->length = length;
  self->looks = looks;
  self->n_looks = n_looks;
  self->letters = g_array_sized_new (FALSE, FALSE, sizeof (Letter), length + 1);
  self->breaks = g_array_sized_new (FALSE, FALSE, sizeof (Break), length / 4 + 1);
  self->lines = g_array_new (FALSE, FALSE, sizeof (WbLine));

  if (width < 0 || !add_words (self) || !break_lines (self, width))
    return NULL;

  return g_steal_pointer (&self);
}

void
wb_lines_free (WbLines *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->letters);
  g_array_unref (self->breaks);
  g_array_unref (self->lines);
  g_free (self);
}

guint
wb_lines_get_n_lines (WbLines *self)
{
  return self->lines->len;
}

const WbLine *
wb_lines_get_line (WbLines *self,
                   guint    n)
{
  return &g_array_index (self->lines, WbLine, n);
}

/* Whether it ends with a space that is followed by another line. */
static gboolean
ends_with_space (WbLines      *self,
                 const WbLine *line)
{
  return line->end < self->length && self->text[line->end - 1] == ' ';
}

int
wb_lines_get_width (WbLines *self,
                    guint    n)
{
  const WbLine *line = wb_lines_get_line (self, n);
  int width = get_letter (self, line->after)->x - get_letter (self, line->first)->x;
  WbGlyph hyphen;

  if (line->soft && wb_shaper_get_hyphen (find_look (self, line->end - 2)->shaper, &hyphen))
    width += hyphen.width;
  if (ends_with_space (self, line))
    width -= get_letter (self, line->after - 1)->glyph.width;

  return width;
}

WbGlyph *
wb_lines_dup_glyphs (WbLines *self,
                     guint    n,
                     gsize    from,
                     gsize    to,
                     guint   *n_glyphs,
                     int     *x,
                     int     *width)
{
  const WbLine *line = wb_lines_get_line (self, n);
  guint first = line->first;
  guint after;
  WbGlyph *glyphs;

  while (first < line->after && get_letter (self, first)->at < from)
    first++;
  for (after = first; after < line->after && get_letter (self, after)->at < to; after++)
    ;
  *x = get_letter (self, first)->x - get_letter (self, line->first)->x;
  *width = get_letter (self, after)->x - get_letter (self, first)->x;
  *n_glyphs = after - first;

  glyphs = g_new (WbGlyph, *n_glyphs + 1);
  for (guint i = 0; i < *n_glyphs; i++)
    glyphs[i] = get_letter (self, first + i)->glyph;
  if (to == line->end && *n_glyphs > 0 && ends_with_space (self, line))
    {
      *width -= glyphs[*n_glyphs - 1].width;
      glyphs[*n_glyphs - 1].width = 0;
    }
  if (to == line->end && line->soft && wb_shaper_get_hyphen (find_look (self, to - 2)->shaper, &glyphs[*n_glyphs]))
    *width += glyphs[(*n_glyphs)++].width;
  if (*n_glyphs == 0)
    g_clear_pointer (&glyphs, g_free);

  return glyphs;
}
