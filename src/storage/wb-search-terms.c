/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-terms.h"

#include <stdlib.h>
#include <string.h>

#define MAX_TERMS 24
#define MAX_QUERY_BYTES 4000
#define MIN_PART 3
#define MIN_FREE_PART 4 /* shorter ones only at the end of a word: "amt" in Jugendamt */
#define MIN_STEM_PART 5
#define MIN_SENTENCE 3 /* telling words */

/* Words of questions, in the form of keys, and what other programs take for commands. They tell nothing about what is
 * looked for. In the order of strcmp(). */
static const char *const little_words[] = {
  "ab", "aber", "alle", "allen", "aller", "alles", "als", "also", "am", "an", "and", "andere", "anderen", "anderer",
  "anderes", "anders", "ans", "auch", "auf", "aufs", "aus", "bald", "bedeutet", "bei", "beide", "beim", "bekam",
  "bekomme", "bekommen", "bekommt", "bereits", "bin", "bis", "bisschen", "bissel", "bist", "bitte", "bloss", "brauch",
  "brauche", "brauchen", "braucht", "bringt", "bzw", "da", "dabei", "dafur", "dagegen", "dahinter", "damals", "damit",
  "danach", "danke", "dann", "daran", "darauf", "darf", "darfs", "darfst", "darin", "daruber", "darum", "das", "dass",
  "dauernd", "davon", "davor", "dazu", "dein", "deine", "deinem", "deinen", "deiner", "dem", "den", "denen", "denke",
  "denn", "der", "deren", "des", "deshalb", "deswegen", "dich", "die", "dies", "diese", "diesem", "diesen", "dieser",
  "dieses", "dir", "doch", "dort", "dran", "drauf", "drei", "drin", "drum", "du", "durch", "durfe", "durfen", "durft",
  "durfte", "durften", "eben", "echt", "eigentlich", "ein", "eine", "einem", "einen", "einer", "eines", "einfach",
  "einmal", "einzige", "einziger", "er", "erst", "erzahl", "erzahlen", "erzahlt", "es", "etwa", "etwas", "euch",
  "euer", "eure", "euren", "falls", "fast", "finde", "funf", "funktionieren", "funktioniert", "fur", "furs", "ganz",
  "ganze", "ganzen", "ganzer", "gar", "geben", "gebraucht", "gegen", "gehe", "gehen", "gehoren", "gehort", "geht",
  "gehts", "gelassen", "gemacht", "genau", "genommen", "genug", "gerade", "gern", "gerne", "gestern", "gib", "gibt",
  "gibts", "glaube", "gleich", "gut", "gute", "guten", "guter", "hab", "habe", "haben", "habt", "hallo", "halt",
  "hast", "hat", "hats", "hatt", "hatte", "hatten", "hattet", "heisst", "her", "hier", "hin", "hinterm", "horen",
  "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "im", "immer", "immerzu", "in",
  "ins", "irgend", "irgendein", "irgendeine", "irgendwann", "irgendwas", "irgendwer", "irgendwie", "irgendwo",
  "isses", "ist", "ja", "je", "jede", "jedem", "jeden", "jeder", "jedes", "jemand", "jemanden", "jetzt", "kann",
  "kanns", "kannst", "kaum", "kein", "keine", "keinem", "keinen", "keiner", "klappt", "komme", "kommen", "kommt",
  "konnen", "konnt", "konnte", "konnten", "krieg", "kriege", "kriegen", "kriegt", "lang", "lange", "lasse", "lassen",
  "lasst", "los", "ma", "mach", "mache", "machen", "machs", "machst", "macht", "mag", "mal", "man", "mehr", "mehrere",
  "mehreren", "mein", "meine", "meinem", "meinen", "meiner", "meines", "meist", "meistens", "mich", "mir", "mit",
  "mochte", "mochten", "moglich", "moglichst", "muss", "mussen", "musst", "musste", "mussten", "nach", "nachher",
  "nehme", "nehmen", "nein", "neulich", "nicht", "nichts", "nie", "niemals", "niemand", "niemanden", "nimmt",
  "nirgends", "nirgendwo", "nix", "noch", "nochmal", "not", "nun", "nur", "ob", "obwohl", "oder", "oft", "ohne", "or",
  "paar", "passieren", "passiert", "quasi", "raus", "rein", "richtig", "sag", "sagen", "sagst", "sagt", "schlecht",
  "schon", "sechs", "sehr", "seid", "sein", "seine", "seinem", "seinen", "seiner", "seines", "seit", "selber",
  "selbst", "selten", "sich", "sie", "sind", "so", "sobald", "sogar", "solange", "solche", "solchen", "solcher",
  "solches", "soll", "sollen", "sollte", "sollten", "sonst", "sowas", "sowie", "standig", "steht", "trotzdem", "tu",
  "tun", "tut", "uber", "uberall", "uberhaupt", "uberm", "ubers", "um", "ums", "und", "uns", "unser", "unsere",
  "unserem", "unseren", "unserer", "unseres", "unsre", "unsren", "unsrer", "unter", "unterm", "verschiedene",
  "verschiedenen", "verschiedener", "viel", "viele", "vielleicht", "vier", "vom", "von", "vor", "vorher", "vorm",
  "wahrend", "wann", "war", "ware", "waren", "wars", "wart", "warum", "was", "wegen", "weil", "weiss", "weiter",
  "welch", "welche", "welchem", "welchen", "welcher", "welches", "wem", "wen", "wenig", "wenige", "weniger", "wenn",
  "wer", "werde", "werden", "weshalb", "wie", "wieder", "wieso", "wieviel", "wieviele", "will", "wir", "wird",
  "wirds", "wirklich", "wissen", "wisst", "wo", "wodurch", "wofur", "woher", "wohin", "wohl", "wollen", "wollt",
  "wollte", "wollten", "womit", "woran", "worauf", "worin", "worum", "wovon", "wozu", "wurd", "wurde", "wurden",
  "wurdet", "zb", "zu", "zuerst", "zuletzt", "zum", "zur", "zwei", "zwischen",
};

typedef struct
{
  WbTokenizer *tokenizer;
  const char *text;
  gsize offset; /* of the stretch in the query */
  gboolean exact;
  gboolean attach; /* the next word belongs to the last term */

  /* Borrowed */
  GPtrArray *terms;
} Parser;

static void
term_free (gpointer data)
{
  WbSearchTerm *term = data;

  g_ptr_array_unref (term->keys);
  g_free (term->joined);
  g_free (term->stem);
  g_free (term->part);
  g_free (term->behind);
  g_free (term->first);
  g_free (term->last);
  g_free (term->shown);
  g_clear_pointer (&term->family, wb_word_family_unref);
  g_ptr_array_unref (term->part_families);
  g_ptr_array_unref (term->roots);
  g_free (term);
}

static int
compare_words (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

gboolean
wb_search_terms_is_little (const char *key)
{
  return bsearch (&key, little_words, G_N_ELEMENTS (little_words), sizeof (char *), compare_words) != NULL;
}

static gboolean
add_word (const WbToken *token,
          gpointer       user_data)
{
  Parser *parser = user_data;
  WbSearchTerm *term;

  if (!parser->attach)
    {
      term = g_new0 (WbSearchTerm, 1);
      term->exact = parser->exact;
      term->keys = g_ptr_array_new_with_free_func (g_free);
      term->part_families = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_word_family_unref);
      term->roots = g_ptr_array_new_with_free_func (g_free);
      term->start = parser->offset + token->start;
      g_ptr_array_add (parser->terms, term);
    }
  term = g_ptr_array_index (parser->terms, parser->terms->len - 1);
  term->end = parser->offset + token->end;
  g_ptr_array_add (term->keys, g_strdup (token->key));
  parser->attach = parser->exact || token->attached;

  return parser->terms->len < 4 * MAX_TERMS;
}

static void
add_stretch (Parser   *parser,
             gsize     start,
             gsize     end,
             gboolean  exact)
{
  parser->offset = start;
  parser->exact = exact;
  parser->attach = FALSE;
  wb_tokenizer_run (parser->tokenizer, parser->text + start, end - start, FALSE, add_word, parser);
}

static gsize
find_quote (const char *text,
            gsize       start,
            gsize       end,
            gsize      *width)
{
  const char *p = text + start;

  for (; p < text + end; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == '"' || ch == 0x201c || ch == 0x201d || ch == 0x201e || ch == 0xab || ch == 0xbb)
        break;
    }
  *width = p < text + end ? g_utf8_next_char (p) - p : 0;

  return p - text;
}

/* Stretches between pairs of quotes are phrases; a quote without its other half is none. */
static void
split_stretches (Parser *parser,
                 gsize   length)
{
  gsize start = 0;

  while (start < length)
    {
      gsize width;
      gsize closing_width;
      gsize opening = find_quote (parser->text, start, length, &width);
      gsize closing = find_quote (parser->text, opening + width, length, &closing_width);

      add_stretch (parser, start, opening, FALSE);
      if (closing_width > 0)
        add_stretch (parser, opening + width, closing, TRUE);
      else if (width > 0)
        add_stretch (parser, opening + width, length, FALSE);
      start = closing + closing_width;
    }
}

/* The stem finds more, but a stem like "burg" (Bürger) finds towns, too. */
static const char *
choose_part (const char *key,
             const char *stem)
{
  const char *ending = key + strlen (stem);
  static const char *const harmless[] = { "e", "en", "n", "s", "es" };

  if (!g_str_has_prefix (key, stem) || strlen (stem) >= MIN_STEM_PART)
    return strlen (stem) >= MIN_STEM_PART ? stem : key;
  if (strlen (stem) == MIN_FREE_PART)
    for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
      if (g_str_equal (ending, harmless[i]))
        return stem;

  return key;
}

static gboolean
is_number (const char *key)
{
  return key[strspn (key, "0123456789")] == '\0';
}

/* What follows from the keys. */
static void
derive (WbSearchTerm *term,
        WbTokenizer  *tokenizer)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < term->keys->len; i++)
    g_string_append (all, g_ptr_array_index (term->keys, i));
  term->joined = wb_tokenizer_make_key (all->str, all->len);
  term->stem = g_strdup (wb_tokenizer_stem (tokenizer, term->joined));
  if (!term->exact && strlen (term->joined) >= MIN_PART && !is_number (term->joined))
    term->part = g_strdup (choose_part (term->joined, term->stem));
}

static gboolean
is_repeated (GPtrArray          *terms,
             const WbSearchTerm *term)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const WbSearchTerm *other = g_ptr_array_index (terms, i);

      if (other->exact == term->exact && other->prefix == term->prefix
          && other->keys->len == term->keys->len && g_str_equal (other->joined, term->joined))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_telling (const WbSearchTerm *term)
{
  return term->exact || term->keys->len > 1 || !wb_search_terms_is_little (g_ptr_array_index (term->keys, 0));
}

/* Who writes little words or three others writes a sentence, and not all of its words need stand in what is meant. */
static void
loosen_sentence (GPtrArray *terms,
                 gboolean   little)
{
  if (!little && terms->len < MIN_SENTENCE)
    return;
  for (guint i = 0; i < terms->len; i++)
    {
      WbSearchTerm *term = g_ptr_array_index (terms, i);

      term->loose = !term->exact;
    }
}

/* "wer stellt den Ausweis aus": keeps the last word in mind. */
static void
note_behind (GPtrArray *all,
             GPtrArray *chosen)
{
  const WbSearchTerm *last = all->len > 0 ? g_ptr_array_index (all, all->len - 1) : NULL;

  if (last != NULL && chosen->len > 0 && !is_telling (last))
    ((WbSearchTerm *) g_ptr_array_index (chosen, chosen->len - 1))->behind = g_strdup (last->joined);
}

/* Drops repetitions, and little words when there are others. */
static GPtrArray *
choose_terms (GPtrArray *all)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (term_free);
  gboolean telling = FALSE;
  gboolean little = FALSE;

  for (guint i = 0; i < all->len; i++)
    telling |= is_telling (g_ptr_array_index (all, i));
  for (guint i = 0; i < all->len && chosen->len < MAX_TERMS; i++)
    {
      WbSearchTerm *term = g_ptr_array_index (all, i);

      if (telling && !is_telling (term))
        {
          little = TRUE;
          continue;
        }
      if (is_repeated (chosen, term))
        continue;
      g_ptr_array_index (all, i) = NULL;
      g_ptr_array_add (chosen, term);
    }
  loosen_sentence (chosen, little);
  note_behind (all, chosen);

  return chosen;
}

static void
term_free_if_any (gpointer data)
{
  if (data != NULL)
    term_free (data);
}

GPtrArray *
wb_search_terms_parse (WbTokenizer *tokenizer,
                       const char  *text)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (term_free_if_any);
  Parser parser = { tokenizer, text, 0, FALSE, FALSE, all };
  gsize length = strlen (text);

  if (length > MAX_QUERY_BYTES)
    length = g_utf8_find_prev_char (text, text + MAX_QUERY_BYTES + 1) - text;
  split_stretches (&parser, length);
  for (guint i = 0; i < all->len; i++)
    {
      WbSearchTerm *term = g_ptr_array_index (all, i);

      derive (term, tokenizer);
      term->prefix = !term->exact && i + 1 == all->len && term->end == length;
    }

  return choose_terms (all);
}

void
wb_search_term_correct (WbSearchTerm *self,
                        WbTokenizer  *tokenizer,
                        const char   *key,
                        const char   *shown)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);

  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_add (self->keys, g_strdup (key));
  g_clear_pointer (&self->joined, g_free);
  g_clear_pointer (&self->stem, g_free);
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->family, wb_word_family_unref);
  g_ptr_array_set_size (self->part_families, 0);
  g_ptr_array_set_size (self->roots, 0);
  self->prefix = FALSE;
  derive (self, tokenizer);
  g_free (self->shown);
  self->shown = g_strdup (shown);
}

gboolean
wb_search_terms_is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_isspace (ch) && !g_unichar_ispunct (ch) && !g_unichar_iscntrl (ch))
        return FALSE;
      /* ispunct() counts symbols as well; a picture is a question, if a hopeless one. */
      if (ch >= 0x80 && g_unichar_type (ch) == G_UNICODE_OTHER_SYMBOL)
        return FALSE;
    }

  return TRUE;
}

/* "a b c", with the mark of exactness in front when wanted. */
static void
append_phrase (GString   *out,
               GPtrArray *keys,
               gboolean   exact)
{
  g_string_append_c (out, '"');
  if (exact)
    g_string_append_c (out, WB_TOKENIZER_EXACT_MARK);
  for (guint i = 0; i < keys->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      g_string_append (out, g_ptr_array_index (keys, i));
    }
  g_string_append_c (out, '"');
}

char *
wb_search_term_match_words (const WbSearchTerm *self)
{
  GString *out = g_string_new (NULL);

  append_phrase (out, self->keys, self->exact);
  if (!self->exact && self->keys->len > 1)
    g_string_append_printf (out, " OR \"%s\"", self->joined);

  return g_string_free (out, FALSE);
}

char *
wb_search_term_match_prefix (const WbSearchTerm *self)
{
  GString *out;

  if (!self->prefix)
    return NULL;
  out = g_string_new (NULL);
  append_phrase (out, self->keys, FALSE);
  g_string_append_c (out, '*');
  if (self->keys->len > 1)
    g_string_append_printf (out, " OR \"%s\" *", self->joined);

  return g_string_free (out, FALSE);
}

/* Hyphenated words also match when each stands somewhere in the same place. */
static void
append_all_words (GString            *out,
                  const WbSearchTerm *self)
{
  static const char *const places[] = { "{title}", "{keywords summary}", "{text}" };

  if (self->exact || self->keys->len < 2)
    return;
  for (guint place = 0; place < G_N_ELEMENTS (places); place++)
    {
      g_string_append_printf (out, "%s%s : (", place > 0 ? " OR " : "", places[place]);
      for (guint i = 0; i < self->keys->len; i++)
        g_string_append_printf (out, "%s\"%s\"", i > 0 ? " AND " : "",
                                (const char *) g_ptr_array_index (self->keys, i));
      g_string_append_c (out, ')');
    }
}

char *
wb_search_term_match_parts (const WbSearchTerm  *self,
                            char               **forms)
{
  GString *out = g_string_new (NULL);

  append_all_words (out, self);
  for (guint i = 0; forms != NULL && forms[i] != NULL; i++)
    if (wb_search_term_find_part (self, forms[i]) != NULL)
      g_string_append_printf (out, "%s\"%c%s\"", out->len > 0 ? " OR " : "",
                              WB_TOKENIZER_EXACT_MARK, forms[i]);

  return g_string_free (out, out->len == 0);
}

char *
wb_search_term_match_roots (const WbSearchTerm *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->roots->len; i++)
    g_string_append_printf (out, "%s\"%s\" *", i > 0 ? " OR " : "", (const char *) g_ptr_array_index (self->roots, i));

  return g_string_free (out, out->len == 0);
}

char *
wb_search_term_match_halves (const WbSearchTerm *self,
                             gboolean            both)
{
  if (self->first != NULL && self->last != NULL)
    return g_strdup_printf ("\"%s\" %s \"%s\"", self->first, both ? "AND" : "OR", self->last);

  return self->last != NULL && !both ? g_strdup_printf ("\"%s\"", self->last) : NULL;
}

const char *
wb_search_term_find_part (const WbSearchTerm *self,
                          const char         *key)
{
  if (self->part == NULL)
    return NULL;
  if (strlen (self->part) >= MIN_FREE_PART)
    return strstr (key, self->part);

  return g_str_has_suffix (key, self->part) ? key + strlen (key) - strlen (self->part) : NULL;
}
