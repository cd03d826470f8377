/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-mend.h"

#include <string.h>

/* Shortest words that a compound is taken apart into: "Bau" and "amt" stand in too many. */
#define MIN_HALF 4
/* Shortest half that is taken for a misspelt one. */
#define MIN_MISSPELT_HALF 4
/* From here on a half need not sound the same. */
#define MIN_LONG_HALF 8

/* What German puts between the words of a compound. */
static const char *const joints[] = { "", "s", "n", "es", "en", "e" };

/* The first half of a compound without the joint, when the library knows it so. (transfer full) (nullable) */
static char *
find_first (WbSpelling *spelling,
            const char *key,
            gsize       length)
{
  g_autofree char *all = g_strndup (key, length);

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      g_autofree char *first = NULL;

      if (!g_str_has_suffix (all, joints[i]) || length < strlen (joints[i]) + MIN_HALF)
        continue;
      first = g_strndup (all, length - strlen (joints[i]));
      if (wb_spelling_lookup (spelling, first) != NULL)
        return g_steal_pointer (&first);
    }

  return NULL;
}

static gboolean
is_telling (WbSpelling *spelling,
            const char *key)
{
  return wb_spelling_lookup (spelling, key) != NULL && !wb_search_terms_is_little (key);
}

/* @first: (nullable) */
static void
set_halves (WbSearchTerm *term,
            WbSpelling   *spelling,
            const char   *first,
            const char   *last)
{
  const char *shown = wb_spelling_lookup (spelling, last);

  g_free (term->first);
  g_free (term->last);
  g_free (term->shown);
  term->first = g_strdup (first);
  term->last = g_strdup (last);
  term->shown = first != NULL ? g_strdup_printf ("%s %s", wb_spelling_lookup (spelling, first), shown) : g_strdup (shown);
}

/* Both halves are words of the library; the longest end wins. */
static gboolean
take_apart (WbSearchTerm *term,
            WbSpelling   *spelling)
{
  const char *key = term->joined;
  const gsize n = strlen (key);

  for (gsize at = MIN_HALF; at + MIN_HALF <= n; at++)
    {
      g_autofree char *first = NULL;

      if (!is_telling (spelling, key + at))
        continue;
      first = find_first (spelling, key, at);
      if (first == NULL || wb_search_terms_is_little (first))
        continue;
      set_halves (term, spelling, first, key + at);
      return TRUE;
    }

  return FALSE;
}

static gboolean
correct (WbSearchTerm *term,
         WbSpelling   *spelling,
         WbTokenizer  *tokenizer)
{
  const char *shown = NULL;
  const char *key = wb_spelling_correct (spelling, term->joined, term->prefix, term->loose, &shown);

  if (key == NULL)
    return FALSE;
  wb_search_term_correct (term, tokenizer, key, shown);

  return TRUE;
}

static const char *
correct_half (WbSpelling *spelling,
              const char *key)
{
  const char *near = wb_spelling_correct (spelling, key, FALSE, strlen (key) < MIN_LONG_HALF, NULL);

  return near != NULL && !wb_search_terms_is_little (near) ? near : NULL;
}

/* One half is a word of the library, the other one nearly: "Exeltabelle". */
static gboolean
take_apart_misspelt (WbSearchTerm *term,
                     WbSpelling   *spelling)
{
  const char *key = term->joined;
  const gsize n = strlen (key);

  for (gsize at = MIN_MISSPELT_HALF; at + MIN_MISSPELT_HALF <= n; at++)
    {
      g_autofree char *start = g_strndup (key, at);
      g_autofree char *first = find_first (spelling, key, at);
      const gboolean knows_last = wb_spelling_lookup (spelling, key + at) != NULL;
      const char *near_first = first != NULL || !knows_last ? first : correct_half (spelling, start);
      const char *near_last = knows_last || first == NULL ? key + at : correct_half (spelling, key + at);

      if (near_first == NULL || near_last == NULL)
        continue;
      set_halves (term, spelling, near_first, near_last);
      return TRUE;
    }

  return FALSE;
}

/* "Bauausschuss" is an Ausschuss, if nothing else. */
static gboolean
keep_end (WbSearchTerm *term,
          WbSpelling   *spelling)
{
  const char *key = term->joined;
  const gsize n = strlen (key);

  for (gsize at = MIN_HALF - 1; 2 * at <= n && at + MIN_HALF <= n; at++)
    if (is_telling (spelling, key + at))
      {
        set_halves (term, spelling, NULL, key + at);
        return TRUE;
      }

  return FALSE;
}

/* "Verkehrssicherungspflicht" has to do with Verkehrssicherung. */
static gboolean
keep_start (WbSearchTerm *term,
            WbSpelling   *spelling)
{
  const char *key = term->joined;
  const gsize n = strlen (key);

  for (gsize length = n - MIN (n, MIN_HALF); length >= MIN_HALF && 2 * length >= n; length--)
    {
      g_autofree char *first = find_first (spelling, key, length);

      if (first == NULL || wb_search_terms_is_little (first))
        continue;
      set_halves (term, spelling, NULL, first);
      return TRUE;
    }

  return FALSE;
}

gboolean
wb_search_mend_term (WbSearchTerm *term,
                     WbSpelling   *spelling,
                     WbTokenizer  *tokenizer)
{
  g_return_val_if_fail (term != NULL, FALSE);
  g_return_val_if_fail (spelling != NULL, FALSE);

  if (term->exact || !g_utf8_validate (term->joined, -1, NULL))
    return FALSE;

  return take_apart (term, spelling) || correct (term, spelling, tokenizer) || take_apart_misspelt (term, spelling)
         || (term->loose && (keep_end (term, spelling) || keep_start (term, spelling)));
}
