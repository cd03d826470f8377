/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library.h"
#include "wb-library-writer.h"
#include "wb-register.h"
#include "wb-search-table.h"
#include "wb-tokenizer.h"

#include <math.h>
#include <stdlib.h>

/*
 * make-library LIBRARY REGISTER OUTPUT [ENTRIES]: a library with all of LIBRARY and ENTRIES (10) more for each municipality of
 * REGISTER. They say nothing true: the words are those of LIBRARY, as often as they are there, by chance, but always by the same.
 */

#define SEED 10751
#define N_NAMES 24
#define TODAY 20779 /* 2026-11-22, in days from 1970 on */

typedef struct
{
  char *shown;
  guint n_items;
} Word;

typedef struct
{
  guint n_entries;

  /* Owned */
  GRand *rand;
  GArray *words; /* Word, the most frequent first */
  GPtrArray *nouns; /* borrowed from the words */
  WbVocabulary *vocabulary;
  WbLibraryWriter *writer;
} Maker;

static const WbKind kinds[] = {
  WB_KIND_USE_CASE, WB_KIND_USE_CASE, WB_KIND_USE_CASE, WB_KIND_USE_CASE, WB_KIND_PLAYBOOK, WB_KIND_SOLUTION, WB_KIND_LAW,
};

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->shown);
}

static void
add_word (const char *form,
          const char *shown,
          guint       n_items,
          gpointer    user_data)
{
  Word word = { g_strdup (shown), n_items };

  g_array_append_val ((GArray *) user_data, word);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *left = a;
  const Word *right = b;

  if (left->n_items != right->n_items)
    return left->n_items > right->n_items ? -1 : 1;

  return strcmp (left->shown, right->shown);
}

static void
load_words (Maker      *self,
            const char *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbConnection) connection = wb_connection_open (library, WB_OPEN_IMMUTABLE, &error);

  g_assert_no_error (error);
  g_assert_true (wb_search_table_scan_words (connection, add_word, self->words, &error));
  g_array_sort (self->words, compare_words);
  for (guint i = 0; i < self->words->len; i++)
    {
      const char *shown = g_array_index (self->words, Word, i).shown;

      if (g_unichar_isupper (g_utf8_get_char (shown)) && g_utf8_strlen (shown, -1) >= 6)
        g_ptr_array_add (self->nouns, (gpointer) shown);
    }
}

/* Zipf's law: the word of rank r comes as often as 1 / r. */
static guint
draw_rank (Maker *self,
           guint  n)
{
  return MIN (n - 1, (guint) exp (g_rand_double (self->rand) * log (n)) - 1);
}

static const char *
draw_word (Maker *self)
{
  return g_array_index (self->words, Word, draw_rank (self, self->words->len)).shown;
}

static const char *
draw_noun (Maker *self)
{
  return g_ptr_array_index (self->nouns, draw_rank (self, self->nouns->len));
}

static void
append_sentence (Maker   *self,
                 GString *text)
{
  const guint n = g_rand_int_range (self->rand, 6, 15);

  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, ' ');
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", draw_word (self));
  g_string_append_c (text, '.');
}

static char *
make_text (Maker *self,
           guint  n_sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    append_sentence (self, text);

  return g_string_free (text, FALSE);
}

static char *
make_day (guint days)
{
  GDate date;
  char text[16];

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1970);
  g_date_add_days (&date, days);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);

  return g_strdup (text);
}

static void
set_dates (Maker  *self,
           WbItem *item)
{
  const guint day = TODAY - g_rand_int_range (self->rand, 0, 900);
  g_autofree char *as_of = make_day (day);
  g_autofree char *review_by = make_day (day + 365);

  wb_item_set_dates (item, as_of, review_by);
}

/* One to three values of each facet; what the register knows is taken from there. */
static void
add_facets (Maker          *self,
            WbItem         *item,
            WbMunicipality *town)
{
  GPtrArray *facets = wb_vocabulary_get_facets (self->vocabulary);

  for (guint i = 0; i < facets->len; i++)
    {
      const WbFacet *facet = g_ptr_array_index (facets, i);
      const guint n = g_rand_int_range (self->rand, 1, 4);

      if (g_str_equal (facet->id, "state") || g_str_equal (facet->id, "size"))
        continue;
      for (guint j = 0; j < n && j < facet->values->len; j++)
        {
          const WbTerm *value = g_ptr_array_index (facet->values, draw_rank (self, facet->values->len));

          if (!wb_item_has_facet (item, facet->id, value->id))
            wb_item_add_facet (item, facet->id, value->id);
        }
    }
  wb_item_add_facet (item, "size", wb_size_class_to_string (wb_municipality_get_size_class (town)));
  wb_item_add_facet (item, "state", wb_municipality_get_state_code (town));
}

static void
add_entry (Maker          *self,
           WbMunicipality *town,
           guint           number)
{
  const char *name = wb_municipality_get_short_name (town);
  const char *noun = draw_noun (self);
  g_autofree char *id = g_strdup_printf ("ort-%s-%u", wb_municipality_get_key (town), number);
  g_autofree char *title = g_strdup_printf ("%s in %s: %s und %s", noun, name, draw_noun (self), draw_noun (self));
  g_autofree char *summary = make_text (self, 2);
  g_autofree char *text = make_text (self, g_rand_int_range (self->rand, 6, 13));
  g_autofree char *body = g_strdup_printf ("## %s\n\n%s\n", noun, text);
  g_autofree char *keywords = g_strdup_printf ("%s %s %s", name, draw_noun (self), draw_noun (self));
  g_autoptr (WbItem) item = wb_item_new (kinds[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (kinds))], id, title);
  g_autoptr (GError) error = NULL;

  wb_item_set_summary (item, summary);
  wb_item_set_body (item, body);
  wb_item_set_licence (item, "CC0-1.0");
  set_dates (self, item);
  add_facets (self, item, town);
  wb_item_add_fact (item, "Ort", wb_municipality_get_name (town));
  wb_library_writer_add_item (self->writer, item, text, keywords, &error);
  g_assert_no_error (error);
}

/* In the order of the register's file. */
static void
add_towns (Maker      *self,
           const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "municipalities.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WbRegister) towns = wb_register_load (folder, &error);
  guint n = 0;

  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);
      WbMunicipality *town = wb_register_get (towns, fields[0]);

      g_assert_nonnull (town);
      for (guint j = 0; j < self->n_entries; j++, n++)
        add_entry (self, town, j);
    }
  g_print ("%u entries added\n", n);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = NULL;
  Maker self = { 10 };

  if (argc < 4 || argc > 5)
    g_error ("Usage: make-library LIBRARY REGISTER OUTPUT [ENTRIES]");
  if (argc == 5)
    self.n_entries = strtoul (argv[4], NULL, 10);
  self.rand = g_rand_new_with_seed (SEED);
  self.words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self.words, word_clear);
  self.nouns = g_ptr_array_new ();
  load_words (&self, argv[1]);
  library = wb_library_open (argv[1], &error);
  g_assert_no_error (error);
  self.vocabulary = wb_library_get_vocabulary (library);
  self.writer = wb_library_writer_new_over (argv[3], argv[1], &error);
  g_assert_no_error (error);
  add_towns (&self, argv[2]);
  wb_library_writer_finish (self.writer, &error);
  g_assert_no_error (error);

  g_object_unref (self.writer);
  g_ptr_array_unref (self.nouns);
  g_array_unref (self.words);
  g_rand_free (self.rand);

  return 0;
}
