/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-marks.h"

#include <string.h>

/* A passage is at most this long, in characters, and starts so far before the first mark. */
#define PASSAGE_CHARS 220
#define LEAD_CHARS 50

/* A place where a term stands. */
typedef struct
{
  gsize start;
  gsize end;
  guint term;
} Place;

typedef struct
{
  WbTokenizer *tokenizer;
  GPtrArray *terms;
  const char *text;

  /* Owned */
  GArray *places;    /* Place */
  guint *progress;   /* for each term: how many of its words stand just before */
  gsize *starts;     /* for each term: where the first of them began */
  char *stem;        /* (nullable) of the word at hand, once it was asked for */
} Finder;

/* Whether the stem of @key could be @stem: stemming changes the end of a word. Spares the stemmer nearly all words. */
static gboolean
begins_like (const char *key,
             const char *stem)
{
  return strncmp (key, stem, 2) == 0;
}

static gboolean
has_stem (Finder        *finder,
          const WbToken *token,
          const char    *stem)
{
  if (!begins_like (token->key, stem))
    return FALSE;
  if (finder->stem == NULL)
    finder->stem = g_strdup (wb_tokenizer_stem (finder->tokenizer, token->key));

  return g_str_equal (finder->stem, stem);
}

static void
add_place (Finder *finder,
           gsize   start,
           gsize   end,
           guint   term)
{
  Place place = { start, end, term };

  g_array_append_val (finder->places, place);
}

/* How many bytes of the word at @start make up the first @n_key bytes of its key. */
static gsize
measure_word (const char *word,
              gsize       length,
              gsize       n_key)
{
  const char *p = word;

  while (p < word + length)
    {
      g_autofree char *key = wb_tokenizer_make_key (word, p - word);

      if (strlen (key) >= n_key)
        break;
      p = g_utf8_next_char (p);
    }

  return p - word;
}

static gboolean
match_single (Finder             *finder,
              const WbSearchTerm *term,
              const WbToken      *token,
              guint               number)
{
  const char *part;

  if (g_str_equal (token->key, term->joined)
      || (!term->exact && has_stem (finder, token, term->stem))
      || (term->prefix && g_str_has_prefix (token->key, term->joined)))
    {
      add_place (finder, token->start, token->end, number);
      return TRUE;
    }

  part = token->joined ? NULL : wb_search_term_find_part (term, token->key);
  if (part != NULL)
    {
      const char *word = finder->text + token->start;
      gsize length = token->end - token->start;
      /* The part may be a stem; mark all that was typed where it stands. */
      gsize n_part = strlen (g_str_has_prefix (part, term->joined) ? term->joined : term->part);
      gsize before = measure_word (word, length, part - token->key);
      gsize behind = measure_word (word, length, part - token->key + n_part);

      add_place (finder, token->start + before, token->start + behind, number);
      return TRUE;
    }

  return FALSE;
}

static gboolean
match_word (Finder             *finder,
            const WbSearchTerm *term,
            const char         *key,
            const WbToken      *token,
            gboolean            last)
{
  g_autofree char *stem = NULL;

  if (g_str_equal (key, token->key))
    return TRUE;
  if (term->exact)
    return FALSE;
  if (last && term->prefix && g_str_has_prefix (token->key, key))
    return TRUE;
  if (!begins_like (token->key, key))
    return FALSE;

  stem = g_strdup (wb_tokenizer_stem (finder->tokenizer, key));

  return has_stem (finder, token, stem);
}

/* Follows a term of several words along the text. */
static void
match_sequence (Finder             *finder,
                const WbSearchTerm *term,
                const WbToken      *token,
                guint               number)
{
  guint *progress = &finder->progress[number];
  gboolean fits;

  fits = match_word (finder, term, g_ptr_array_index (term->keys, *progress), token,
                     *progress + 1 == term->keys->len);
  if (!fits && *progress > 0)
    {
      *progress = 0;
      fits = match_word (finder, term, g_ptr_array_index (term->keys, 0), token, FALSE);
    }
  if (!fits)
    return;

  if (*progress == 0)
    finder->starts[number] = token->start;
  if (++*progress < term->keys->len)
    return;
  *progress = 0;
  add_place (finder, finder->starts[number], token->end, number);
}

static gboolean
match_token (const WbToken *token,
             gpointer       user_data)
{
  Finder *finder = user_data;

  g_clear_pointer (&finder->stem, g_free);
  for (guint i = 0; i < finder->terms->len; i++)
    {
      const WbSearchTerm *term = g_ptr_array_index (finder->terms, i);

      if (term->keys->len > 1 && !token->joined)
        match_sequence (finder, term, token, i);
      if (term->keys->len == 1 || !term->exact)
        match_single (finder, term, token, i);
    }

  return TRUE;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  return (left->end < right->end) - (left->end > right->end);
}

/* (transfer full) */
static GArray *
find_places (WbTokenizer *tokenizer,
             GPtrArray   *terms,
             const char  *text,
             gsize        length)
{
  g_autofree guint *progress = g_new0 (guint, terms->len + 1);
  g_autofree gsize *starts = g_new0 (gsize, terms->len + 1);
  Finder finder = { tokenizer, terms, text, NULL, progress, starts };

  finder.places = g_array_new (FALSE, FALSE, sizeof (Place));
  wb_tokenizer_run (tokenizer, text, length, TRUE, match_token, &finder);
  g_free (finder.stem);
  g_array_sort (finder.places, compare_places);

  return finder.places;
}

/* Marks for the places between @start and @end, moved by @shift; overlapping ones become one. */
static GArray *
make_marks (GArray *places,
            gsize   start,
            gsize   end,
            gssize  shift)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (WbMark));

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      WbMark mark = { place->start + shift, place->end + shift };
      WbMark *last = marks->len > 0 ? &g_array_index (marks, WbMark, marks->len - 1) : NULL;

      if (place->start < start || place->end > end)
        continue;
      if (last != NULL && mark.start < last->end)
        last->end = MAX (last->end, mark.end);
      else
        g_array_append_val (marks, mark);
    }

  return marks;
}

GArray *
wb_search_marks_find (WbTokenizer *tokenizer,
                      GPtrArray   *terms,
                      const char  *text)
{
  g_autoptr (GArray) places = find_places (tokenizer, terms, text, strlen (text));

  return make_marks (places, 0, G_MAXSIZE, 0);
}

static guint
count_terms (GArray *places,
             gsize   start,
             gsize   end)
{
  guint32 seen = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->start >= start && place->end <= end)
        seen |= 1u << place->term;
    }

  return __builtin_popcount (seen);
}

typedef struct
{
  const char *text; /* the paragraph */
  gsize length;
  guint n_terms;
  GArray *places; /* (nullable) owned */
} Paragraph;

static void
paragraph_clear (Paragraph *self)
{
  g_clear_pointer (&self->places, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paragraph, paragraph_clear)

/* Puts the paragraph into @best when it shows more terms. */
static void
consider (WbTokenizer *tokenizer,
          GPtrArray   *terms,
          const char  *text,
          gsize        length,
          Paragraph   *best)
{
  g_autoptr (GArray) places = find_places (tokenizer, terms, text, length);
  guint n_terms = count_terms (places, 0, G_MAXSIZE);

  if (best->places != NULL && n_terms <= best->n_terms)
    return;
  paragraph_clear (best);
  *best = (Paragraph){ text, length, n_terms, g_steal_pointer (&places) };
}

static void
find_paragraph (WbTokenizer *tokenizer,
                GPtrArray   *terms,
                const char  *text,
                Paragraph   *best)
{
  while (*text != '\0' && best->n_terms < terms->len)
    {
      gsize length = strcspn (text, "\n");

      if (length > 0)
        consider (tokenizer, terms, text, length, best);
      text += length;
      text += strspn (text, "\n");
    }
}

/* The place from which a passage of the usual length shows most terms. */
static const Place *
choose_place (const Paragraph *paragraph)
{
  const Place *best = NULL;
  guint most = 0;

  for (guint i = 0; i < paragraph->places->len; i++)
    {
      const Place *place = &g_array_index (paragraph->places, Place, i);
      guint n = count_terms (paragraph->places, place->start,
                             place->start + PASSAGE_CHARS - LEAD_CHARS);

      if (n <= most)
        continue;
      most = n;
      best = place;
    }

  return best;
}

static const char *
move_back (const char *start,
           const char *p,
           guint       n_chars)
{
  while (p > start && n_chars-- > 0)
    p = g_utf8_prev_char (p);

  return p;
}

static const char *
move_on (const char *p,
         const char *end,
         guint       n_chars)
{
  while (p < end && n_chars-- > 0)
    p = g_utf8_next_char (p);

  return p;
}

/* The limits of the passage, moved to spaces so that no word is cut. */
static void
choose_limits (const Paragraph  *paragraph,
               const Place      *place,
               const char      **start,
               const char      **end)
{
  const char *text = paragraph->text;
  const char *last = text + paragraph->length;
  const char *mark = place != NULL ? text + place->start : text;

  *start = text;
  *end = last;
  if (g_utf8_strlen (text, paragraph->length) <= PASSAGE_CHARS)
    return;

  *start = move_back (text, mark, LEAD_CHARS);
  *end = move_on (*start, last, PASSAGE_CHARS);
  if (*end == last)
    *start = move_back (text, last, PASSAGE_CHARS);
  if (*start > mark)
    *start = mark;
  while (*start > text && *start < mark && (*start)[-1] != ' ')
    *start = g_utf8_next_char (*start);
  if (*end < last)
    {
      const char *space = *end;

      while (space > mark && *space != ' ')
        space--;
      *end = space > mark ? space : *end;
    }
}

static char *
cut_passage (const Paragraph  *paragraph,
             GArray          **marks)
{
  const Place *place = choose_place (paragraph);
  const char *ellipsis;
  const char *start;
  const char *end;
  GString *out = g_string_new (NULL);

  choose_limits (paragraph, place, &start, &end);
  ellipsis = start > paragraph->text ? "… " : "";
  g_string_append (out, ellipsis);
  g_string_append_len (out, start, end - start);
  if (end < paragraph->text + paragraph->length)
    g_string_append (out, " …");
  *marks = make_marks (paragraph->places, start - paragraph->text, end - paragraph->text,
                       (gssize) strlen (ellipsis) - (start - paragraph->text));

  return g_string_free (out, FALSE);
}

char *
wb_search_marks_excerpt (WbTokenizer  *tokenizer,
                         GPtrArray    *terms,
                         const char   *summary,
                         const char   *text,
                         GArray      **marks)
{
  g_auto (Paragraph) best = { NULL };
  guint in_summary;

  /* The summary is written to be read alone, so it wins a draw. */
  consider (tokenizer, terms, summary, strlen (summary), &best);
  in_summary = best.n_terms;
  find_paragraph (tokenizer, terms, text, &best);
  if (best.n_terms > in_summary)
    return cut_passage (&best, marks);
  *marks = make_marks (best.places, 0, G_MAXSIZE, 0);

  return g_strdup (summary);
}
