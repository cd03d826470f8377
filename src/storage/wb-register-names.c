/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-register-names.h"

#include <string.h>

/* "v." and "d." stand for little words only, "Hann." and "Odw." for anything that begins so. */
#define LONG_ABBREVIATION 3
#define LITTLE_WORD 3

typedef struct
{
  const char *text;
  gsize length;
  GString *out;
} Folder;

static gboolean
fold_token (const WbToken *token,
            gpointer       user_data)
{
  Folder *folder = user_data;

  g_string_append_c (folder->out, ' ');
  if (g_str_equal (token->key, "st"))
    {
      g_string_append (folder->out, "sankt");
      return TRUE;
    }
  g_string_append (folder->out, token->key);
  if (token->end < folder->length && folder->text[token->end] == '.')
    g_string_append_c (folder->out, '.');

  return TRUE;
}

char *
wb_register_names_fold (WbTokenizer *tokenizer,
                        const char  *name)
{
  Folder folder = { name, strlen (name), g_string_new (NULL) };

  wb_tokenizer_run (tokenizer, name, folder.length, FALSE, fold_token, &folder);

  return g_string_free (folder.out, FALSE);
}

static gboolean
add_word (const WbToken *token,
          gpointer       user_data)
{
  g_strv_builder_add (user_data, g_str_equal (token->key, "st") ? "sankt" : token->key);

  return TRUE;
}

char **
wb_register_names_split (WbTokenizer *tokenizer,
                         const char  *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  wb_tokenizer_run (tokenizer, text, strlen (text), FALSE, add_word, words);

  return g_strv_builder_end (words);
}

static gboolean
abbreviates (const char *names,
             const char *word)
{
  const char *point = strchr (names, '.');

  for (; point != NULL; point = strchr (point + 1, '.'))
    {
      const char *start = point;

      while (start > names && start[-1] != ' ')
        start--;
      if (start < point && strncmp (start, word, point - start) == 0
          && (point - start >= LONG_ABBREVIATION || strlen (word) <= LITTLE_WORD))
        return TRUE;
    }

  return FALSE;
}

gboolean
wb_register_names_match (const char *names,
                         const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strchr (names, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (strncmp (p + 1, word, length) == 0)
      return TRUE;

  return abbreviates (names, word);
}

const char *
wb_register_names_shorten_kind (const char *word)
{
  static const struct
  {
    const char *word;
    const char *kind;
  } kinds[] = {
    { "landkreis", "kreis" }, { "lk", "kreis" }, { "lkr", "kreis" }, { "kr", "kreis" },
    { "samtgemeinde", "sg" }, { "verbandsgemeinde", "vg" }, { "verwaltungsgemeinschaft", "vg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].word, word))
      return kinds[i].kind;

  return word;
}

gboolean
wb_register_names_is_title (const char *word)
{
  static const char *const titles[] = {
    "stadt", "gemeinde", "markt", "flecken", "hansestadt", "landeshauptstadt", "universitatsstadt", "kreisstadt", "lutherstadt", NULL
  };

  return g_strv_contains (titles, word);
}

gboolean
wb_register_names_is_filler (const char *word)
{
  static const char *const fillers[] = {
    "landkreis", "kreis", "lk", "lkr", "kr", "amt", "sg", "vg", "bei", "in", "im", "an", "am", "der", "d", NULL
  };

  return g_strv_contains (fillers, word) || wb_register_names_is_title (word);
}
