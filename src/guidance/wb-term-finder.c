/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-term-finder.h"

/* A text as characters, with the byte each begins at; one more at the end. */
typedef struct
{
  gunichar *chars;
  gunichar *lower;
  guint *offsets;
  guint n;
} Text;

/* One spelling of a term. */
typedef struct
{
  gboolean exact; /* upper and lower case matter */
  const char *id; /* borrowed from the finder */
  Text text;
} Spelling;

struct _WbTermFinder
{
  /* Owned */
  GHashTable *by_word; /* first word in lower case → GPtrArray of Spelling, the longest first */
  GHashTable *ids;     /* a set of strings, for sharing */
};

static void
text_init (Text       *self,
           const char *text)
{
  const glong length = g_utf8_strlen (text, -1);
  const char *p = text;

  self->n = length;
  self->chars = g_new (gunichar, length + 1);
  self->lower = g_new (gunichar, length + 1);
  self->offsets = g_new (guint, length + 1);
  for (glong i = 0; i < length; i++, p = g_utf8_next_char (p))
    {
      self->chars[i] = g_utf8_get_char (p);
      self->lower[i] = g_unichar_tolower (self->chars[i]);
      self->offsets[i] = p - text;
    }
  self->offsets[length] = p - text;
}

static void
text_clear (Text *self)
{
  g_free (self->chars);
  g_free (self->lower);
  g_free (self->offsets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static void
spelling_free (gpointer data)
{
  Spelling *spelling = data;

  text_clear (&spelling->text);
  g_free (spelling);
}

static gboolean
is_letter (const Text *text,
           guint       position)
{
  return position < text->n && g_unichar_isalnum (text->chars[position]);
}

/* A hyphen between letters makes one word of two. */
static gboolean
is_start (const Text *text,
          guint       position)
{
  if (!is_letter (text, position))
    return FALSE;
  if (position == 0)
    return TRUE;
  if (text->chars[position - 1] == '-')
    return position == 1 || !is_letter (text, position - 2);

  return !is_letter (text, position - 1);
}

static gboolean
is_end (const Text *text,
        guint       position)
{
  if (position < text->n && text->chars[position] == '-')
    return !is_letter (text, position + 1);

  return !is_letter (text, position);
}

static guint
find_word_end (const Text *text,
               guint       start)
{
  while (is_letter (text, start))
    start++;

  return start;
}

/* The word at @start in lower case, as a key. */
static char *
get_key (const Text *text,
         guint       start)
{
  const guint end = find_word_end (text, start);

  return g_ucs4_to_utf8 (text->lower + start, end - start, NULL, NULL, NULL);
}

static guint
skip_blanks (const Text *text,
             guint       position)
{
  while (position < text->n && g_unichar_isspace (text->chars[position]))
    position++;

  return position;
}

/* The end of @spelling in @text from @start on; 0 where it does not stand there. */
static guint
match_at (const Text     *text,
          guint           start,
          const Spelling *spelling)
{
  const Text *wanted = &spelling->text;
  const gunichar *left = spelling->exact ? text->chars : text->lower;
  const gunichar *right = spelling->exact ? wanted->chars : wanted->lower;
  guint i = start;

  for (guint j = 0; j < wanted->n;)
    {
      if (i >= text->n)
        return 0;
      if (g_unichar_isspace (right[j]))
        {
          if (!g_unichar_isspace (left[i]))
            return 0;
          i = skip_blanks (text, i);
          j = skip_blanks (wanted, j);
          continue;
        }
      if (left[i++] != right[j++])
        return 0;
    }

  return is_end (text, i) ? i : 0;
}

WbTermFinder *
wb_term_finder_new (void)
{
  WbTermFinder *self = g_new0 (WbTermFinder, 1);

  self->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
wb_term_finder_free (WbTermFinder *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_word);
  g_hash_table_unref (self->ids);
  g_free (self);
}

static const char *
share_id (WbTermFinder *self,
          const char   *id)
{
  gpointer shared = NULL;

  if (!g_hash_table_lookup_extended (self->ids, id, &shared, NULL))
    {
      shared = g_strdup (id);
      g_hash_table_add (self->ids, shared);
    }

  return shared;
}

static gboolean
has_lower_case (const Text *text)
{
  for (guint i = 0; i < text->n; i++)
    if (g_unichar_islower (text->chars[i]))
      return TRUE;

  return FALSE;
}

/* Behind all that are as long or longer. */
static void
insert_sorted (GPtrArray *spellings,
               Spelling  *added)
{
  guint place = 0;

  while (place < spellings->len && ((const Spelling *) g_ptr_array_index (spellings, place))->text.n >= added->text.n)
    place++;
  g_ptr_array_insert (spellings, place, added);
}

void
wb_term_finder_add (WbTermFinder *self,
                    const char   *id,
                    const char   *spelling)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *key = NULL;
  GPtrArray *spellings;
  Spelling *added;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL && spelling != NULL);

  trimmed = g_strstrip (g_utf8_make_valid (spelling, -1));
  added = g_new0 (Spelling, 1);
  text_init (&added->text, trimmed);
  if (!is_letter (&added->text, 0))
    {
      spelling_free (added);
      return;
    }

  added->id = share_id (self, id);
  added->exact = !has_lower_case (&added->text);
  key = get_key (&added->text, 0);
  spellings = g_hash_table_lookup (self->by_word, key);
  if (spellings == NULL)
    {
      spellings = g_ptr_array_new_with_free_func (spelling_free);
      g_hash_table_insert (self->by_word, g_steal_pointer (&key), spellings);
    }
  insert_sorted (spellings, added);
}

/* The end of the longest spelling at @start, and whose it is; 0 where there is none. */
static guint
find_at (WbTermFinder  *self,
         const Text    *text,
         guint          start,
         const char   **id)
{
  g_autofree char *key = get_key (text, start);
  GPtrArray *spellings = g_hash_table_lookup (self->by_word, key);

  for (guint i = 0; spellings != NULL && i < spellings->len; i++)
    {
      const Spelling *spelling = g_ptr_array_index (spellings, i);
      const guint end = match_at (text, start, spelling);

      if (end == 0)
        continue;
      *id = spelling->id;
      return end;
    }

  return 0;
}

GArray *
wb_term_finder_find (WbTermFinder *self,
                     const char   *text,
                     GHashTable   *seen)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (WbTermSpan));
  g_auto (Text) chars = { NULL };
  guint position = 0;

  g_return_val_if_fail (self != NULL, spans);
  g_return_val_if_fail (text != NULL, spans);

  text_init (&chars, text);
  while (position < chars.n)
    {
      WbTermSpan span = { chars.offsets[position], 0, NULL };
      guint end = 0;

      if (is_start (&chars, position))
        end = find_at (self, &chars, position, &span.id);
      if (end == 0)
        {
          position = is_letter (&chars, position) ? find_word_end (&chars, position) : position + 1;
          continue;
        }

      span.end = chars.offsets[end];
      position = end;
      if (seen == NULL || g_hash_table_add (seen, (gpointer) span.id))
        g_array_append_val (spans, span);
    }

  return spans;
}
