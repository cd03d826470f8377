/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-kin.h"

#include <string.h>

/* Shortest root that says anything, and shortest middle of a participle. */
#define MIN_ROOT 4
#define MIN_MIDDLE 3
/* Longest finite verb that a particle at the end is put in front of. */
#define MAX_VERB 12

/* What turns verbs into nouns, nouns into adjectives and so on, as keys; the longer ones first. */
static const char *const endings[] = {
  "ierungen", "igkeiten", "ierung", "ierten", "ationen", "igkeit", "lichen", "ieren", "ierte", "ation", "ungen", "heiten", "keiten",
  "lich",     "iert",     "heit",   "keit",   "ende",    "ung",    "isch",
};

/* Particles that verbs take along and leave behind, as keys. */
static const char *const particles[] = {
  "zusammen", "herunter", "zuruck", "heraus", "hinein", "weiter", "runter", "herein", "durch", "raus", "rein", "fest", "nach",
  "hoch",     "ab",       "an",     "auf",    "aus",    "bei",    "ein",    "her",    "hin",   "los",  "mit",  "um",   "vor",
  "weg",      "zu",
};

/* "eingescannt" → "einscannt", "auszuschreiben" → "ausschreiben"; "gemeldet" → "meldet". (transfer full) (nullable) */
static char *
take_out (const char *key,
          const char *syllable)
{
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    {
      const gsize n = strlen (particles[i]);

      if (g_str_has_prefix (key, particles[i]) && g_str_has_prefix (key + n, syllable)
          && strlen (key + n + strlen (syllable)) >= MIN_MIDDLE + 1)
        return g_strconcat (particles[i], key + n + strlen (syllable), NULL);
    }

  return NULL;
}

/* Cuts @ending off when enough is left. */
static gboolean
cut_ending (char       *key,
            const char *ending)
{
  const gsize n = strlen (key);
  const gsize n_ending = strlen (ending);

  if (n < n_ending + MIN_ROOT || !g_str_has_suffix (key, ending))
    return FALSE;
  key[n - n_ending] = '\0';

  return TRUE;
}

static gboolean
cut_participle (char *key)
{
  static const char *const participle_endings[] = { "eten", "ete", "ten", "te", "et", "en", "t" };

  for (guint i = 0; i < G_N_ELEMENTS (participle_endings); i++)
    if (cut_ending (key, participle_endings[i]))
      return TRUE;

  return FALSE;
}

static char *
find_participle_root (const char *key)
{
  g_autofree char *root = take_out (key, "ge");

  if (root == NULL)
    root = take_out (key, "zu");
  if (root == NULL && g_str_has_prefix (key, "ge") && g_str_has_suffix (key, "t"))
    root = g_strdup (key + 2);

  return root != NULL && cut_participle (root) ? g_steal_pointer (&root) : NULL;
}

char *
wb_search_kin_find_root (const char *key)
{
  char *root;

  g_return_val_if_fail (key != NULL, NULL);

  root = find_participle_root (key);
  if (root != NULL)
    return root;

  root = g_strdup (key);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (cut_ending (root, endings[i]))
      return root;
  g_free (root);

  return NULL;
}

static void
add_part_family (WbSearchTerm *term,
                 WbWordFamily *family)
{
  if (family != NULL)
    g_ptr_array_add (term->part_families, wb_word_family_ref (family));
}

void
wb_search_kin_add (WbSearchTerm   *term,
                   WbWordFamilies *families)
{
  WbWordFamily *family;
  char *root;

  g_return_if_fail (term != NULL);
  g_return_if_fail (families != NULL);

  if (term->exact)
    return;
  g_ptr_array_set_size (term->part_families, 0);
  g_ptr_array_set_size (term->roots, 0);
  root = wb_search_kin_find_root (term->joined);
  if (root != NULL)
    g_ptr_array_add (term->roots, root);
  family = wb_word_families_find (families, term->joined, term->stem);
  if (family != NULL)
    {
      term->family = wb_word_family_ref (family);
      return;
    }
  add_part_family (term, wb_word_families_find_inside (families, term->joined, FALSE));
  add_part_family (term, wb_word_families_find_inside (families, term->joined, TRUE));
}

/* "stellt", "stellen", "stelle" → "stell" */
static char *
find_verb_stem (const char *key)
{
  static const char *const verb_endings[] = { "est", "et", "en", "st", "t", "e", "n" };
  char *stem = g_strdup (key);

  for (guint i = 0; i < G_N_ELEMENTS (verb_endings); i++)
    {
      const gsize n = strlen (verb_endings[i]);

      if (strlen (stem) >= n + MIN_MIDDLE && g_str_has_suffix (stem, verb_endings[i]))
        {
          stem[strlen (stem) - n] = '\0';
          break;
        }
    }

  return stem;
}

/* A particle that the query ends with may belong to a verb before it. */
static void
add_separated (GPtrArray  *terms,
               const char *particle)
{
  for (guint i = 0; i < terms->len; i++)
    {
      WbSearchTerm *term = g_ptr_array_index (terms, i);
      g_autofree char *stem = find_verb_stem (term->joined);

      if (!term->exact && term->keys->len == 1 && strlen (term->joined) <= MAX_VERB)
        g_ptr_array_add (term->roots, g_strconcat (particle, stem, NULL));
    }
}

static const char *
find_last_particle (GPtrArray *terms)
{
  const char *last = terms->len > 0 ? ((const WbSearchTerm *) g_ptr_array_index (terms, terms->len - 1))->behind : NULL;

  for (guint i = 0; last != NULL && i < G_N_ELEMENTS (particles); i++)
    if (g_str_equal (particles[i], last))
      return particles[i];

  return NULL;
}

void
wb_search_kin_add_all (GPtrArray      *terms,
                       WbWordFamilies *families)
{
  const char *particle = find_last_particle (terms);

  for (guint i = 0; i < terms->len; i++)
    wb_search_kin_add (g_ptr_array_index (terms, i), families);
  if (particle != NULL)
    add_separated (terms, particle);
}
