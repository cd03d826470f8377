/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-shaper-private.h"

#include <string.h>

/* Words that are remembered of one look; when there are more, it begins anew. */
#define MAX_WORDS 8192
#define HYPHEN "\342\200\220"

typedef struct
{
  const char *text;
  gsize length;
  guint n_glyphs;
  gboolean fits; /* FALSE: its glyphs are not as simple as that */
  WbGlyph glyphs[]; /* and the text behind them */
} Word;

/* The words of one look: those of a font map, which belongs to one thread. */
typedef struct
{
  double size;
  PangoWeight weight;
  gboolean tabular;
  WbInlineFlags flags;
  GHashTable *words; /* Word, its own key */
} Look;

typedef struct
{
  guint serial;
  GPtrArray *looks; /* Look */
} Memory;

struct _WbShaper
{
  PangoContext *context; /* borrowed */
  WbTextStyle style;
  WbInlineFlags flags;
  GHashTable *words; /* of its look */

  /* Owned */
  PangoFont *font;    /* (nullable) */
  PangoLayout *pango; /* (nullable): made for the first unknown word */
};

static guint
hash_word (gconstpointer data)
{
  const Word *word = data;
  guint hash = 5381;

  for (gsize i = 0; i < word->length; i++)
    hash = hash * 33 + (guchar) word->text[i];

  return hash;
}

static gboolean
words_are_equal (gconstpointer a,
                 gconstpointer b)
{
  const Word *one = a;
  const Word *other = b;

  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

static void
look_free (gpointer data)
{
  Look *look = data;

  g_hash_table_unref (look->words);
  g_free (look);
}

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  g_ptr_array_unref (memory->looks);
  g_free (memory);
}

/* What is remembered with @map; nothing any more once other fonts have come. */
static Memory *
get_memory (PangoFontMap *map)
{
  static GQuark quark;
  Memory *memory;

  if (quark == 0)
    quark = g_quark_from_static_string ("wb-shaper-memory");
  memory = g_object_get_qdata (G_OBJECT (map), quark);
  if (memory == NULL)
    {
      memory = g_new0 (Memory, 1);
      memory->serial = pango_font_map_get_serial (map);
      memory->looks = g_ptr_array_new_with_free_func (look_free);
      g_object_set_qdata_full (G_OBJECT (map), quark, memory, memory_free);
    }
  else if (memory->serial != pango_font_map_get_serial (map))
    {
      memory->serial = pango_font_map_get_serial (map);
      g_ptr_array_set_size (memory->looks, 0);
    }

  return memory;
}

static GHashTable *
get_words (PangoFontMap      *map,
           const WbTextStyle *style,
           WbInlineFlags      flags)
{
  Memory *memory = get_memory (map);
  Look *look;

  for (guint i = 0; i < memory->looks->len; i++)
    {
      look = g_ptr_array_index (memory->looks, i);
      if (look->size == style->size && look->weight == style->weight && look->tabular == style->tabular && look->flags == flags)
        return look->words;
    }

  look = g_new0 (Look, 1);
  *look = (Look) { style->size, style->weight, style->tabular, flags,
                   g_hash_table_new_full (hash_word, words_are_equal, g_free, NULL) };
  g_ptr_array_add (memory->looks, look);

  return look->words;
}

WbShaper *
wb_shaper_new (PangoContext      *context,
               const WbTextStyle *style,
               WbInlineFlags      flags)
{
  WbShaper *self = g_new0 (WbShaper, 1);
  PangoFontDescription *font = wb_style_get_font (style, flags);

  self->context = context;
  self->style = *style;
  self->flags = flags;
  self->words = g_hash_table_ref (get_words (pango_context_get_font_map (context), style, flags));
  self->font = pango_context_load_font (context, font);
  pango_font_description_free (font);

  return self;
}

void
wb_shaper_free (WbShaper *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->words);
  g_clear_object (&self->font);
  g_clear_object (&self->pango);
  g_free (self);
}

PangoFont *
wb_shaper_get_font (WbShaper *self)
{
  return self->font;
}

/* FALSE where a glyph is no letter of its own at its place, is too wide or too far down in its font. */
static gboolean
take_glyphs (Word                   *word,
             const PangoGlyphString *string)
{
  const char *p = word->text;

  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];

      if (string->log_clusters[i] != p - word->text || info->glyph > G_MAXUINT16 || info->geometry.width < 0 ||
          info->geometry.width > G_MAXUINT16 || info->geometry.x_offset != 0 || info->geometry.y_offset != 0)
        return FALSE;
      word->glyphs[i] = (WbGlyph) { (guint16) info->glyph, (guint16) info->geometry.width };
      p = g_utf8_next_char (p);
    }

  return TRUE;
}

/* Everything in one item, in the font of the look. */
static gboolean
shape_word (WbShaper *self,
            Word     *word)
{
  const PangoGlyphItem *item;
  PangoLayoutLine *line;

  if (self->font == NULL)
    return FALSE;
  if (self->pango == NULL)
    {
      self->pango = wb_style_create_layout (self->context, &self->style, self->flags);
      pango_layout_set_single_paragraph_mode (self->pango, TRUE);
    }
  pango_layout_set_text (self->pango, word->text, word->length);
  line = pango_layout_get_line_readonly (self->pango, 0);
  if (line->runs == NULL || line->runs->next != NULL)
    return FALSE;
  item = line->runs->data;

  return item->item->analysis.font == self->font && (item->item->analysis.level & 1) == 0 &&
         item->glyphs->num_glyphs == (int) word->n_glyphs && take_glyphs (word, item->glyphs);
}

static Word *
remember (WbShaper   *self,
          const char *text,
          gsize       length)
{
  const guint n = g_utf8_strlen (text, length);
  Word *word = g_malloc0 (sizeof *word + n * sizeof (WbGlyph) + length + 1);
  char *copy = (char *) &word->glyphs[n];

  memcpy (copy, text, length);
  word->text = copy;
  word->length = length;
  word->n_glyphs = n;
  word->fits = shape_word (self, word);
  if (g_hash_table_size (self->words) >= MAX_WORDS)
    g_hash_table_remove_all (self->words);
  g_hash_table_add (self->words, word);

  return word;
}

const WbGlyph *
wb_shaper_shape (WbShaper   *self,
                 const char *text,
                 gsize       length,
                 guint      *n_glyphs)
{
  const Word key = { text, length };
  const Word *word = g_hash_table_lookup (self->words, &key);

  if (word == NULL)
    word = remember (self, text, length);
  *n_glyphs = word->n_glyphs;

  return word->fits ? word->glyphs : NULL;
}

gboolean
wb_shaper_get_hyphen (WbShaper *self,
                      WbGlyph  *glyph)
{
  guint n;
  const WbGlyph *found = wb_shaper_shape (self, HYPHEN, strlen (HYPHEN), &n);

  if (found == NULL)
    found = wb_shaper_shape (self, "-", 1, &n);
  if (found != NULL)
    *glyph = *found;

  return found != NULL;
}
