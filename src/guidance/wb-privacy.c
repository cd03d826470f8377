/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-privacy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-attachment.h"
#include "wb-fold.h"

/* A word of a text, and what it is compared by. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean capital;
  char *folded;
} Word;

/* A function, word by word, and what stands in its place. */
typedef struct
{
  char **words;
  char *role;
} Function;

struct _WbPrivacy
{
  /* Owned */
  GHashTable *names;    /* folded word → role */
  GPtrArray *functions; /* Function */
  GPtrArray *patterns;  /* GRegex, by WbPrivacyKind from EMAIL on */
  char *role;
};

/* Folded. In front of names, and no names themselves. */
static const char *const titles[] = { "frau", "herr", "herrn", "dr", "prof", "professor", "professorin", "dipl", "ing", "med", NULL };
static const char *const particles[] = { "von", "vom", "van", "de", "der", "den", NULL };
/* What people write where they know no name yet. */
static const char *const no_names[] = { "noch", "offen", "unbekannt", "keine", "niemand", "siehe", "nn", "folgt", "zu", "und", "fehlt", NULL };
/* In the id or the label of a column that holds persons, perhaps, and of one that holds nothing else. */
static const char *const person_words[] = { "wer", "wem", "person", "personen", "ansprechperson", "vertretung", "pruefer", "prueft",
                                            "absender", "zustaendig", "verantwortlich", "owner", "responsible", "accountable", "consulted",
                                            "informed", "leitung", "contact", "kontakt", NULL };
static const char *const name_words[] = { "name", "names", "namen", NULL };
/* After these stands the dative. */
static const char *const dative[] = { "mit", "von", "bei", "aus", "zu", "nach", "seit", "gegenueber", NULL };
/* What ends so is an office, no person. */
static const char *const offices[] = { "amt", "aemter", "kreis", "stelle", "stadt", "gemeinde", "verwaltung", "verband", "rat", "raete",
                                       "ausschuss", "schule", "werk", "werke", "hof", "gmbh", "verein", "abteilung", "referat", "team",
                                       "dienst", "wesen", "haus", "fraktion", "beirat", "leitung", "vertretung", "buero", "firma",
                                       "bereich", "planung", NULL };
/* Folded first names that are common enough to give a person away whom nobody entered. */
static const char *const first_names[] = {
  "alexander", "andrea", "andreas", "angelika", "anja", "anna", "anne", "anton", "barbara", "bernd", "birgit", "brigitte", "carsten",
  "charlotte", "christa", "christian", "christiane", "christina", "christine", "christoph", "claudia", "daniel", "daniela", "dieter",
  "dirk", "elena", "elke", "emma", "erika", "eva", "fatma", "felix", "florian", "frank", "franz", "gabriele", "georg", "gerhard",
  "gisela", "guenter", "hanna", "hannah", "hans", "harald", "heike", "heinz", "helga", "helmut", "holger", "ingrid", "jan", "jana",
  "jens", "joachim", "joerg", "johanna", "johannes", "jonas", "juergen", "julia", "karin", "karl", "katharina", "kathrin", "katja",
  "katrin", "kerstin", "klaus", "lars", "laura", "lena", "lisa", "lukas", "manfred", "manuela", "marco", "maria", "marie", "marion",
  "markus", "martin", "martina", "matthias", "max", "maximilian", "mehmet", "melanie", "michael", "michaela", "monika", "mustafa",
  "nadine", "nicole", "niklas", "nina", "norbert", "olaf", "oliver", "patrick", "paul", "peter", "petra", "philipp", "rainer", "ralf",
  "regina", "reinhard", "renate", "robert", "roland", "rolf", "rudolf", "sabine", "sandra", "sarah", "sebastian", "silke", "silvia",
  "simone", "sonja", "sophie", "stefan", "stefanie", "steffen", "stephan", "susanne", "sven", "tanja", "thomas", "thorsten", "tim",
  "tobias", "torsten", "ulrich", "ulrike", "ursula", "ute", "uwe", "vera", "volker", "walter", "werner", "wolfgang", "yvonne", NULL
};

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static void
function_free (gpointer data)
{
  Function *function = data;

  g_strfreev (function->words);
  g_free (function->role);
  g_free (function);
}

static void
mark_free (gpointer data)
{
  WbPrivacyMark *mark = data;

  g_free (mark->text);
  g_free (mark->instead);
  g_free (mark);
}

static GRegex *
make_pattern (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

WbPrivacy *
wb_privacy_new (const char *role)
{
  WbPrivacy *self = g_new0 (WbPrivacy, 1);

  g_return_val_if_fail (role != NULL, NULL);

  self->role = g_strdup (role);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->functions = g_ptr_array_new_with_free_func (function_free);
  self->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  g_ptr_array_add (self->patterns, make_pattern ("(?:(?:e-?)?mail:?\\s*)?[\\p{L}0-9._%+-]+@[\\p{L}0-9.-]+\\.\\p{L}{2,}"));
  /* At least seven digits, beginning with 0 or +; a date does not go on like that. */
  g_ptr_array_add (self->patterns,
                   make_pattern ("(?:(?:tel(?:efon)?|fax|mobil|handy)\\.?:?\\s*)?(?<![\\d.,])(?!\\d{1,2}\\.\\d{1,2}\\.\\d{2,4})"
                                 "(?:\\+|00?)\\d(?:[ ()/–.-]{0,3}\\d){5,}"));
  g_ptr_array_add (self->patterns, make_pattern ("(?:iban:?\\s*)?\\b[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?\\b"));

  return self;
}

void
wb_privacy_free (WbPrivacy *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->functions);
  g_ptr_array_unref (self->patterns);
  g_free (self->role);
  g_free (self);
}

/* The words of @text: Word. (transfer full) */
static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *p = text;

  g_array_set_clear_func (words, word_clear);
  while (*p != '\0')
    {
      Word word = { p - text, 0, g_unichar_isupper (g_utf8_get_char (p)), NULL };
      g_autofree char *part = NULL;

      if (!g_unichar_isalnum (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      while (*p != '\0' && (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
        p = g_utf8_next_char (p);
      word.end = p - text;
      part = g_strndup (text + word.start, word.end - word.start);
      word.folded = wb_fold_spelled (part);
      g_array_append_val (words, word);
    }

  return words;
}

static gboolean
is_office (const char *folded)
{
  for (guint i = 0; offices[i] != NULL; i++)
    if (g_str_has_suffix (folded, offices[i]))
      return TRUE;

  return FALSE;
}

static void
add_name_word (WbPrivacy *self,
               const char *word,
               const char *role)
{
  g_autofree char *spelled = wb_fold_spelled (word);
  g_autofree char *bare = wb_fold_bare (word);

  if (g_utf8_strlen (word, -1) < 2 || g_strv_contains (titles, spelled) || g_strv_contains (particles, spelled)
      || g_strv_contains (no_names, spelled))
    return;
  /* The first role that somebody has is the one. */
  if (!g_hash_table_contains (self->names, spelled))
    g_hash_table_insert (self->names, g_strdup (spelled), g_strdup (role));
  if (!g_hash_table_contains (self->names, bare))
    g_hash_table_insert (self->names, g_strdup (bare), g_strdup (role));
}

/* @text without what stands in brackets. (transfer full) */
static char *
drop_brackets (const char *text)
{
  g_autoptr (GRegex) brackets = g_regex_new ("\\([^)]*\\)", 0, 0, NULL);

  return g_regex_replace_literal (brackets, text, -1, 0, " ", 0, NULL);
}

static void
add_function (WbPrivacy *self,
              const char *text,
              const char *role)
{
  g_autofree char *plain = drop_brackets (text);
  g_autoptr (GArray) words = split_words (plain);
  g_auto (GStrv) parts = g_new0 (char *, words->len + 1);
  Function *function;

  for (guint i = 0; i < words->len; i++)
    parts[i] = g_strdup (g_array_index (words, Word, i).folded);
  /* A word alone names a person only when it is no office: "Kämmerin", but not "Sozialamt". */
  if (words->len == 0 || (words->len == 1 && (is_office (parts[0]) || strlen (parts[0]) < 4)))
    return;

  function = g_new0 (Function, 1);
  function->words = g_steal_pointer (&parts);
  function->role = g_strdup (role);
  g_ptr_array_add (self->functions, function);
}

static gboolean
word_is_title (const Word *word)
{
  return g_strv_contains (titles, word->folded);
}

/* Learns the words of @name. @whole: it is nothing but a name, not one with more behind it. */
static void
learn_name (WbPrivacy  *self,
            const char *name,
            gboolean    whole,
            const char *role)
{
  g_autofree char *plain = drop_brackets (name);
  g_autoptr (GArray) words = split_words (plain);
  gboolean has_capital = FALSE;
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      has_capital |= word->capital && !word_is_title (word);
      n += !word_is_title (word) && !g_strv_contains (particles, word->folded);
    }
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      g_autofree char *part = g_strndup (plain + word->start, word->end - word->start);

      /* Somebody in a hurry writes all of it small, or the surname: "Kim müller". */
      if (word->capital || !has_capital || (whole && n == 2 && i + 1 == words->len))
        add_name_word (self, part, role);
    }
}

void
wb_privacy_add (WbPrivacy *self,
                 const char *name,
                 const char *function,
                 const char *role)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  if (role == NULL)
    role = self->role;
  learn_name (self, name, TRUE, role);
  if (function != NULL && *function != '\0')
    add_function (self, function, role);
}

/* How sure it is that a column holds persons. */
typedef enum
{
  HOLDS_ANYTHING,
  HOLDS_PERSONS, /* or offices */
  HOLDS_NAMES,
} Holds;

/* Whom a text names: what stands behind "Frau" or "Herr", or behind a first name; where persons are asked for, also two words or more
 * that begin with a capital and are no office; where names are asked for, one. NULL: nobody. (transfer full) */
static char *
extract_name (const char *text,
              Holds       holds)
{
  g_autofree char *plain = drop_brackets (text);
  g_autoptr (GArray) words = split_words (plain);
  const gboolean names = holds == HOLDS_NAMES;
  gboolean all = words->len > 0;
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (names && words->len == 1 && g_strv_contains (first_names, word->folded))
        return g_steal_pointer (&plain);
      if (word_is_title (word) || (n == 0 && g_strv_contains (first_names, word->folded)))
        return i + 1 < words->len && (names || g_array_index (words, Word, i + 1).capital) ? g_strdup (plain + word->start) : NULL;
      if (g_strv_contains (particles, word->folded))
        continue;
      /* The surname may be written small where names are asked for. */
      all = all && (word->capital || (names && n == 1 && i + 1 == words->len)) && !is_office (word->folded);
      n++;
    }

  return holds != HOLDS_ANYTHING && all && n >= (names ? 1 : 2) ? g_steal_pointer (&plain) : NULL;
}

static gboolean
contains_word (const char *text,
               const char *const *wanted)
{
  g_autoptr (GArray) words = split_words (text);

  for (guint i = 0; i < words->len; i++)
    if (g_strv_contains (wanted, g_array_index (words, Word, i).folded))
      return TRUE;

  return FALSE;
}

/* Adds the persons in one cell: several are separated by commas, semicolons and the like. */
static void
add_cell (WbPrivacy *self,
          const char *value,
          Holds       holds,
          const char *role)
{
  g_autoptr (GRegex) separators = g_regex_new ("[,;/\\n]|\\s(?:und|u\\.)\\s", 0, 0, NULL);
  g_auto (GStrv) parts = g_regex_split (separators, value, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = extract_name (parts[i], holds);

      if (name != NULL)
        learn_name (self, name, holds == HOLDS_NAMES, role != NULL ? role : self->role);
    }
}

static void
add_rows (WbPrivacy    *self,
          const WbField *field,
          WbAnswers     *answers,
          const char    *role)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      Holds holds = HOLDS_ANYTHING;

      if (contains_word (column->id, name_words) || contains_word (column->label, name_words))
        holds = HOLDS_NAMES;
      else if (contains_word (column->id, person_words) || contains_word (column->label, person_words))
        holds = HOLDS_PERSONS;
      if (column->type != WB_FIELD_TEXT)
        continue;
      for (guint j = 0; rows[j] != NULL; j++)
        add_cell (self, wb_answers_get (answers, field->id, rows[j], column->id), holds, role);
    }
  for (guint j = 0; field->grid == WB_GRID_PERSONS && rows[j] != NULL; j++)
    add_function (self, wb_answers_get (answers, field->id, rows[j], "function"), role != NULL ? role : self->role);
}

static void
add_items (WbPrivacy    *self,
           const WbField *field,
           WbAnswers     *answers,
           const char    *role)
{
  for (guint i = 0; i < field->options->len; i++)
    add_cell (self, wb_answers_get (answers, field->id, ((const WbOption *) g_ptr_array_index (field->options, i))->id, "owner"),
              HOLDS_PERSONS, role);
}

/* Adds whom @text names somewhere: the word behind "Frau" or "Herr", or behind a first name. What else stands there is about something. */
static void
add_mentioned (WbPrivacy  *self,
               const char *text,
               const char *role)
{
  g_autoptr (GArray) words = split_words (text);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      const gboolean title = word_is_title (word);
      const Word *last = NULL;
      g_autofree char *name = NULL;

      if (!title && !(word->capital && g_strv_contains (first_names, word->folded)))
        continue;
      for (guint j = i + 1; j < words->len && last == NULL; j++)
        {
          const Word *next = &g_array_index (words, Word, j);

          if (!word_is_title (next) && !g_strv_contains (particles, next->folded))
            last = next;
        }
      if (last == NULL || !last->capital || (!title && is_office (last->folded)))
        continue;
      name = g_strndup (text + word->start, last->end - word->start);
      learn_name (self, name, FALSE, role);
    }
}

/* What files are called, without what they are, and what is noted about them. */
static void
add_attachments (WbPrivacy     *self,
                 const WbField *field,
                 WbAnswers     *answers,
                 const char    *role)
{
  g_autoptr (GPtrArray) attachments = wb_attachment_list (answers, field->id);

  for (guint i = 0; i < attachments->len; i++)
    {
      const WbAttachment *about = g_ptr_array_index (attachments, i);
      const char *ending = strrchr (about->name, '.');
      g_autofree char *stem = ending != NULL ? g_strndup (about->name, (gsize) (ending - about->name)) : g_strdup (about->name);

      add_mentioned (self, stem, role);
      add_mentioned (self, about->note, role);
    }
}

static void
add_field (WbPrivacy    *self,
           const WbField *field,
           WbAnswers     *answers,
           const char    *role)
{
  if (field->type == WB_FIELD_PERSON)
    {
      const char *name = wb_answers_get (answers, field->id, "", "name");

      if (*name != '\0')
        wb_privacy_add (self, name, wb_answers_get (answers, field->id, "", "role"), role);
    }
  else if (field->type == WB_FIELD_CHECKLIST)
    add_items (self, field, answers, role);
  else if (field->type == WB_FIELD_ATTACHMENT)
    add_attachments (self, field, answers, role != NULL ? role : self->role);
  else if (field->columns->len > 0)
    add_rows (self, field, answers, role);
}

WbPrivacy *
wb_privacy_new_from_answers (WbGuide    *guide,
                              WbAnswers  *answers,
                              GHashTable *roles,
                              const char *role)
{
  WbPrivacy *self = wb_privacy_new (role);
  GPtrArray *steps;

  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);

  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);

          add_field (self, field, answers, roles != NULL ? g_hash_table_lookup (roles, field->id) : NULL);
        }
    }

  return self;
}

/* The role of whom @word names, also in the genitive. (nullable) */
static const char *
find_role (WbPrivacy *self,
           const Word *word)
{
  const char *role = g_hash_table_lookup (self->names, word->folded);
  const gsize length = strlen (word->folded);

  if (role == NULL && length > 3 && word->folded[length - 1] == 's')
    {
      g_autofree char *stem = g_strndup (word->folded, length - 1);

      role = g_hash_table_lookup (self->names, stem);
    }

  return role;
}

/* Whether nothing but a blank, a point or a hyphen stands between two words. */
static gboolean
are_joined (const char *text,
            const Word *first,
            const Word *second)
{
  if (second->start - first->end > 2)
    return FALSE;
  for (gsize i = first->end; i < second->start; i++)
    if (strchr (" .-", text[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* A title, or the initial of a first name. */
static gboolean
is_title (const char *text,
          const Word *word)
{
  return g_strv_contains (titles, word->folded)
         || (word->capital && text[word->end] == '.' && g_utf8_strlen (text + word->start, (gssize) (word->end - word->start)) == 1);
}

/* What stands in the place of the words from @start on, with the case and the capital that the sentence wants. (transfer full) */
static char *
inflect (const char *role,
         const char *text,
         GArray     *words,
         guint       first,
         gboolean    genitive)
{
  const Word *before = first > 0 ? &g_array_index (words, Word, first - 1) : NULL;
  const Word *word = &g_array_index (words, Word, first);
  const char *p = text + word->start;
  g_autoptr (GString) instead = g_string_new (role);

  if (g_str_has_prefix (role, "die ")
      && (genitive || (before != NULL && are_joined (text, before, word) && g_strv_contains (dative, before->folded))))
    g_string_overwrite (instead, 0, "der");
  while (p > text && p[-1] == ' ')
    p--;
  if (p == text || strchr (".!?\n", p[-1]) != NULL)
    instead->str[0] = g_ascii_toupper (instead->str[0]);

  return g_string_free (g_steal_pointer (&instead), FALSE);
}

/* Takes @instead. */
static void
add_mark (GPtrArray      *marks,
          WbPrivacyKind  kind,
          const char     *text,
          gsize           start,
          gsize           end,
          char           *instead)
{
  WbPrivacyMark *mark = g_new0 (WbPrivacyMark, 1);

  mark->kind = kind;
  mark->start = start;
  mark->length = end - start;
  mark->text = g_strndup (text + start, mark->length);
  mark->instead = instead;
  g_ptr_array_add (marks, mark);
}

/* The last word of the name that begins with @i, or -1; @role: of whom. */
static int
match_name (WbPrivacy  *self,
            const char  *text,
            GArray      *words,
            guint        i,
            const char **role)
{
  gboolean titled = FALSE;
  int last = -1;

  *role = NULL;
  for (guint j = i; j < words->len; j++)
    {
      const Word *word = &g_array_index (words, Word, j);
      const char *known;

      if (j > i && !are_joined (text, &g_array_index (words, Word, j - 1), word))
        break;
      known = find_role (self, word);
      /* "Peter-Straße" is none whom nobody entered. */
      if (known == NULL && word->start > 0 && text[word->start - 1] == '-')
        break;
      if (known != NULL || (word->capital && (titled || g_strv_contains (first_names, word->folded)) && !is_title (text, word)))
        {
          if (*role == NULL)
            *role = known;
          /* Behind a first name that nobody entered stands the surname. */
          titled = known == NULL && g_strv_contains (first_names, word->folded);
          last = (int) j;
          continue;
        }
      if (is_title (text, word) && last < 0)
        {
          titled = g_strv_contains (titles, word->folded);
          continue;
        }
      if (!g_strv_contains (particles, word->folded) || last == (int) j)
        break;
      titled = titled || last >= 0;
      /* "von" and the like are part of a name when one follows. */
      if (j + 1 >= words->len || find_role (self, &g_array_index (words, Word, j + 1)) == NULL)
        break;
    }

  /* A first name alone of somebody nobody entered gives nobody away, and may be a street. */
  if (last == (int) i && *role == NULL)
    return -1;

  return last;
}

static int
match_function (WbPrivacy  *self,
                const char  *text,
                GArray      *words,
                guint        i,
                const char **role)
{
  for (guint f = 0; f < self->functions->len; f++)
    {
      const Function *function = g_ptr_array_index (self->functions, f);
      const guint n = g_strv_length (function->words);
      guint j = 0;

      while (j < n && i + j < words->len && g_str_equal (g_array_index (words, Word, i + j).folded, function->words[j]))
        j++;
      if (j < n)
        continue;
      *role = function->role;
      return (int) (i + n - 1);
    }

  return -1;
}

static void
find_words (WbPrivacy *self,
            const char *text,
            GPtrArray  *marks)
{
  g_autoptr (GArray) words = split_words (text);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *first = &g_array_index (words, Word, i);
      const Word *end;
      const char *role = NULL;
      int last = match_name (self, text, words, i, &role);
      WbPrivacyKind kind = WB_PRIVACY_NAME;
      gboolean genitive;

      if (last < 0)
        {
          last = match_function (self, text, words, i, &role);
          kind = WB_PRIVACY_FUNCTION;
        }
      if (last < 0)
        continue;
      end = &g_array_index (words, Word, (guint) last);
      genitive = kind == WB_PRIVACY_NAME && !g_hash_table_contains (self->names, end->folded) && role != NULL;
      add_mark (marks, kind, text, first->start, end->end,
                inflect (role != NULL ? role : self->role, text, words, i, genitive));
      i = (guint) last;
    }
}

static void
find_patterns (WbPrivacy *self,
               const char *text,
               GPtrArray  *marks)
{
  for (guint i = 0; i < self->patterns->len; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (g_ptr_array_index (self->patterns, i), text, 0, &match);
      while (g_match_info_matches (match))
        {
          int start, end;

          g_match_info_fetch_pos (match, 0, &start, &end);
          add_mark (marks, WB_PRIVACY_EMAIL + i, text, (gsize) start, (gsize) end, g_strdup (""));
          g_match_info_next (match, NULL);
        }
    }
}

/* By place; of two at one place the longer one first. */
static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const WbPrivacyMark *first = *(WbPrivacyMark *const *) a, *second = *(WbPrivacyMark *const *) b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return (first->length < second->length) - (first->length > second->length);
}

GPtrArray *
wb_privacy_find (WbPrivacy *self,
                  const char *text)
{
  GPtrArray *marks;
  gsize end = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  marks = g_ptr_array_new_with_free_func (mark_free);
  if (!g_utf8_validate (text, -1, NULL))
    return marks;
  find_patterns (self, text, marks);
  find_words (self, text, marks);
  g_ptr_array_sort (marks, compare_marks);
  for (guint i = 0; i < marks->len;)
    {
      const WbPrivacyMark *mark = g_ptr_array_index (marks, i);

      if (mark->start < end)
        {
          g_ptr_array_remove_index (marks, i);
          continue;
        }
      end = mark->start + mark->length;
      i++;
    }

  return marks;
}

/* Brackets with nothing in them, commas behind each other, blanks in front of a point. (transfer full) */
static char *
tidy (const char *text)
{
  static const struct { const char *pattern; const char *instead; } rules[] = {
    { "\\(\\s*[,;]*\\s*\\)", "" },
    { "([,;])(?:\\s*[,;])+", "\\1" },
    { "\\(\\s*[,;]\\s*", "(" },
    { "\\s*[,;]\\s*\\)", ")" },
    { "[ \\t]+([,.;:])", "\\1" },
    { "[,;]\\s*([.!?])", "\\1" },
    { "[ \\t]{2,}", " " },
    { "[ \\t,;]+$", "" },
    { "^[ \\t,;]+", "" },
  };
  char *result = g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GRegex) rule = g_regex_new (rules[i].pattern, G_REGEX_MULTILINE, 0, NULL);
      char *next = g_regex_replace (rule, result, -1, 0, rules[i].instead, 0, NULL);

      if (next == NULL)
        break;
      g_free (result);
      result = next;
    }

  return result;
}

static char *
replace_once (WbPrivacy *self,
              const char *text,
              gboolean   *found)
{
  g_autoptr (GPtrArray) marks = wb_privacy_find (self, text);
  g_autoptr (GString) result = g_string_new (NULL);
  gsize end = 0;

  *found = marks->len > 0;
  for (guint i = 0; i < marks->len; i++)
    {
      const WbPrivacyMark *mark = g_ptr_array_index (marks, i);

      g_string_append_len (result, text + end, (gssize) (mark->start - end));
      g_string_append (result, mark->instead);
      end = mark->start + mark->length;
    }
  g_string_append (result, text + end);

  return *found ? tidy (result->str) : g_strdup (text);
}

char *
wb_privacy_replace (WbPrivacy *self,
                     const char *text)
{
  char *result;
  gboolean found = TRUE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  result = g_strdup (text);
  /* What two places leave behind may be one again. */
  for (guint i = 0; i < 3 && found; i++)
    {
      char *next = replace_once (self, result, &found);

      g_free (result);
      result = next;
    }

  return result;
}

const char *
wb_privacy_kind_to_words (WbPrivacyKind kind)
{
  switch (kind)
    {
    case WB_PRIVACY_NAME:
      return _("Name");
    case WB_PRIVACY_FUNCTION:
      return _("Function");
    case WB_PRIVACY_EMAIL:
      return _("E-mail address");
    case WB_PRIVACY_PHONE:
      return _("Telephone number");
    case WB_PRIVACY_IBAN:
    default:
      return _("Bank account");
    }
}
