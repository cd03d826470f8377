/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-content-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-tokenizer.h"

#define FORMAT 1
#define MAX_FAMILIES 2000
#define MAX_WORDS 60
#define MAX_WORD 60

/* One German word in small letters, without blanks and hyphens. */
static gboolean
is_plain_word (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && g_utf8_strchr ("äöüß", -1, g_utf8_get_char (p)) == NULL)
      return FALSE;

  return *word != '\0';
}

/* @seen: key → the word that has it. The search knows a word by its key, so "Straße" and "Strasse" are the same. */
static void
read_word (const WbJson *json,
           GHashTable   *seen,
           GPtrArray    *words)
{
  const char *word = wb_json_as_text (json, MAX_WORD, WB_JSON_REQUIRED | WB_JSON_LINE);
  g_autofree char *key = NULL;

  if (word == NULL)
    return;
  if (!is_plain_word (word))
    {
      wb_json_fault (json, NULL, _("“%s” is not one German word in small letters"), word);
      return;
    }
  key = wb_tokenizer_make_key (word, strlen (word));
  if (g_hash_table_contains (seen, key))
    {
      wb_json_fault (json, NULL, _("“%s” is there already, as “%s”"), word, (const char *) g_hash_table_lookup (seen, key));
      return;
    }
  g_hash_table_insert (seen, g_steal_pointer (&key), g_strdup (word));
  g_ptr_array_add (words, g_strdup (word));
}

/* (transfer full) */
static GPtrArray *
read_family (const WbJson *json,
             GHashTable   *seen)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  WbJson list;
  guint n;

  if (!wb_json_is_object (json))
    return words;
  wb_json_allow (json, "words", NULL);
  n = wb_json_get_array (json, "words", MAX_WORDS, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < n; i++)
    {
      WbJson word = wb_json_element (&list, i);

      read_word (&word, seen, words);
    }
  if (n == 1)
    wb_json_fault (json, "words", _("a family has two words at least"));

  return words;
}

static void
read_families (const WbJson *root,
               GPtrArray    *families)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  WbJson list;
  guint n;

  if (!wb_json_is_object (root))
    return;
  wb_json_allow (root, "format", "families", NULL);
  wb_json_get_int (root, "format", FORMAT, FORMAT, FORMAT, WB_JSON_REQUIRED);
  n = wb_json_get_array (root, "families", MAX_FAMILIES, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < n; i++)
    {
      WbJson family = wb_json_element (&list, i);

      g_ptr_array_add (families, read_family (&family, seen));
    }
}

GPtrArray *
wb_content_read_families (const char *folder,
                          GPtrArray  *faults)
{
  GPtrArray *families = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *path = g_build_filename (folder, WB_CONTENT_FAMILIES, NULL);
  g_autoptr (WbJsonReport) report = wb_json_report_new (TRUE);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  WbJson root;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return families;
  node = wb_json_load (path, &error);
  if (node == NULL)
    {
      wb_content_add_fault (faults, WB_CONTENT_FAMILIES, "", "%s", error->message);
      return families;
    }
  root = wb_json_root (node, report);
  read_families (&root, families);
  wb_content_add_json_faults (faults, WB_CONTENT_FAMILIES, report);

  return families;
}
