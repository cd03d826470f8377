/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wb-error.h"
#include "wb-json.h"
#include "wb-markdown.h"
#include "wb-pack.h"

static char *folder;

static WbPack *
make_pack (void)
{
  WbPack *pack = wb_pack_new ("muster", "Muster “eins” \\ Größe", "Landkreis Musterkreis", "2026-11-22", 3);

  g_assert_true (wb_pack_add_entry (pack, WB_KIND_TERM, "zwei", "{\"title\": \"Zwei\"}", "Text\n\twith \"quotes\"\n"));
  g_assert_true (wb_pack_add_entry (pack, WB_KIND_PLAYBOOK, "eins", "{\"title\": 7}", "## Ä\n\nöü\x7f\n"));
  g_assert_true (wb_pack_add_entry (pack, WB_KIND_TERM, "drei", "[]", "-"));
  g_assert_false (wb_pack_add_entry (pack, WB_KIND_LAW, "drei", "[]", "-"));

  return pack;
}

static WbPack *
parse (const char  *text,
       GError     **error)
{
  return wb_pack_parse (text, strlen (text), error);
}

static void
test_round_trip (void)
{
  g_autoptr (WbPack) pack = make_pack ();
  g_autoptr (WbPack) again = NULL;
  g_autoptr (WbPackKey) key = wb_pack_key_generate ();
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = wb_pack_to_text (pack);
  g_autofree char *signed_text = NULL;
  g_autofree char *same = NULL;
  g_autofree char *title = NULL;
  g_autofree char *no_title = NULL;

  again = parse (plain, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->state, ==, WB_PACK_UNSIGNED);
  g_clear_pointer (&again, wb_pack_unref);

  wb_pack_sign (pack, key);
  signed_text = wb_pack_to_text (pack);
  again = parse (signed_text, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->state, ==, WB_PACK_SIGNED);
  g_assert_cmpstr (again->title, ==, "Muster “eins” \\ Größe");
  g_assert_cmpstr (again->key, ==, wb_pack_key_get_public (key));
  g_assert_cmpint (again->version, ==, 3);
  g_assert_cmpuint (again->entries->len, ==, 3);
  g_assert_cmpstr (wb_pack_find (again, "zwei")->text, ==, "Text\n\twith \"quotes\"\n");
  g_assert_cmpstr (((WbPackEntry *) g_ptr_array_index (again->entries, 0))->id, ==, "eins");
  g_assert_cmpstr (((WbPackEntry *) g_ptr_array_index (again->entries, 1))->id, ==, "drei");
  title = wb_pack_entry_dup_title (wb_pack_find (again, "zwei"));
  no_title = wb_pack_entry_dup_title (wb_pack_find (again, "drei"));
  g_assert_cmpstr (title, ==, "Zwei");
  g_assert_cmpstr (no_title, ==, "drei");
  same = wb_pack_to_text (again);
  g_assert_cmpstr (same, ==, signed_text);
}

/* A known answer: the key of RFC 8032, 7.1, test 1, read from a file. */
static void
test_key (void)
{
  g_autofree char *path = g_build_filename (folder, "key.json", NULL);
  g_autofree char *fingerprint = NULL;
  g_autofree char *signature = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WbPackKey) key = NULL;
  g_autoptr (WbPackKey) other = wb_pack_key_generate ();
  struct stat status;

  g_assert_true (g_file_set_contents (path, "{\"format\": 1, \"holds\": \"content-pack-key\", \"secret\": "
                                            "\"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\"}", -1, NULL));
  key = wb_pack_key_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wb_pack_key_get_public (key), ==, "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  signature = wb_pack_key_sign (key, "");
  g_assert_cmpstr (signature, ==, "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                                  "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  g_assert_true (wb_pack_key_verify (wb_pack_key_get_public (key), signature, ""));
  g_assert_false (wb_pack_key_verify (wb_pack_key_get_public (key), signature, "x"));
  g_assert_false (wb_pack_key_verify (wb_pack_key_get_public (other), signature, ""));
  fingerprint = wb_pack_key_fingerprint (wb_pack_key_get_public (key));
  g_assert_cmpuint (strlen (fingerprint), ==, 49);
  g_assert_true (g_str_has_prefix (fingerprint, "21fe 31df a154 a261 "));
  g_unlink (path);

  wb_pack_key_write (other, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_clear_pointer (&key, wb_pack_key_free);
  key = wb_pack_key_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wb_pack_key_get_public (key), ==, wb_pack_key_get_public (other));
  g_assert_false (wb_pack_key_write (other, path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_unlink (path);
}

static void
test_bad_keys (void)
{
  static const char *const texts[] = {
    "", "{}", "[]", "{\"format\": 1, \"holds\": \"content-pack-key\", \"secret\": \"9d61\"}",
    "{\"format\": 1, \"holds\": \"other\", \"secret\": \"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\"}",
    "{\"format\": 1, \"holds\": \"content-pack-key\", \"secret\": \"9D61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\"}",
    "{\"format\": 2, \"holds\": \"content-pack-key\", \"secret\": \"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\"}",
  };
  g_autofree char *path = g_build_filename (folder, "bad-key.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_null (wb_pack_key_load (path, &error));
      g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "bad-key.json"));
    }
  g_unlink (path);
}

/* No byte of a signed pack can be changed in any bit without being refused or told by the signature. */
static void
test_bit_flips (void)
{
  g_autoptr (WbPack) pack = make_pack ();
  g_autoptr (WbPackKey) key = wb_pack_key_generate ();
  g_autofree char *text = NULL;
  guint n_wrong = 0;
  guint n_refused = 0;
  gsize length;

  wb_pack_sign (pack, key);
  text = wb_pack_to_text (pack);
  length = strlen (text);
  for (gsize i = 0; i < length * 8; i++)
    {
      g_autoptr (WbPack) flipped = NULL;

      text[i / 8] ^= 1 << (i % 8);
      flipped = wb_pack_parse (text, length, NULL);
      text[i / 8] ^= 1 << (i % 8);
      if (flipped == NULL)
        n_refused++;
      else
        {
          g_assert_cmpint (flipped->state, ==, WB_PACK_WRONG_SIGNATURE);
          n_wrong++;
        }
    }
  /* Titles and the like; hashes and form guard the rest. */
  g_assert_cmpuint (n_wrong, >, 100);
  g_assert_cmpuint (n_refused, >, n_wrong);
}

static void
test_cut_off (void)
{
  g_autoptr (WbPack) pack = make_pack ();
  g_autofree char *text = wb_pack_to_text (pack);
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (wb_pack_parse (text, i, &error));
      g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
    }
}

static void
test_wrong_key (void)
{
  g_autoptr (WbPack) pack = make_pack ();
  g_autoptr (WbPack) read = NULL;
  g_autoptr (WbPackKey) key = wb_pack_key_generate ();
  g_autoptr (WbPackKey) other = wb_pack_key_generate ();
  g_autofree char *text = NULL;

  wb_pack_sign (pack, key);
  g_free (pack->key);
  pack->key = g_strdup (wb_pack_key_get_public (other));
  text = wb_pack_to_text (pack);
  read = parse (text, NULL);
  g_assert_cmpint (read->state, ==, WB_PACK_WRONG_SIGNATURE);
}

/* Replaces @old in the text of a sound pack and expects a refusal with @part in its message. */
static void
assert_refused (const char *old,
                const char *new,
                const char *part)
{
  g_autoptr (WbPack) pack = make_pack ();
  g_autofree char *text = wb_pack_to_text (pack);
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (changed, old, new, 1), ==, 1);
  g_assert_null (wb_pack_parse (changed->str, changed->len, &error));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_refused (void)
{
  g_autofree char *long_title = g_strnfill (121, 'x');

  assert_refused ("\"format\": 1", "\"format\": 2", "newer version");
  assert_refused ("\"format\": 1", "\"format\": 0", "format");
  assert_refused ("content-pack", "learning-progress", "holds");
  assert_refused ("\"id\": \"muster\"", "\"id\": \"../muster\"", "pack.id");
  assert_refused ("\"version\": 3", "\"version\": 0", "pack.version");
  assert_refused ("\"version\": 3", "\"version\": 3.5", "pack.version");
  assert_refused ("\"version\": 3", "\"version\": 3, \"version\": 4", "twice");
  assert_refused ("\"version\": 3", "\"version\": 3, \"extra\": 4", "extra");
  assert_refused ("\"version\": 3", "\"version\":  3", "somebody changed it");
  assert_refused ("\"date\": \"2026-11-22\"", "\"date\": \"2026-02-30\"", "pack.date");
  assert_refused ("CC-BY-4.0", "GPL-3.0", "pack.licence");
  assert_refused ("Landkreis", "Land\\u202ekreis", "invisible");
  assert_refused ("Landkreis", "Land\\nkreis", "pack.publisher");
  assert_refused ("Landkreis", long_title, "pack.publisher");
  assert_refused ("\"kind\": \"term\"", "\"kind\": \"virus\"", "no kind");
  assert_refused ("\"id\": \"drei\"", "\"id\": \"zwei\"", "twice");
  assert_refused ("Zwei", "Drei", "sha256");
  assert_refused ("\\u0009with", "\\twith", "somebody changed it");
}

/* Files that are no packs at all, some of them meant to eat memory or to keep us waiting. */
static void
test_no_pack (void)
{
  g_autofree char *path = g_build_filename (folder, "bad.json", NULL);
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (wb_pack_load (path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (wb_pack_load (folder, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, deep, -1, NULL));
  g_assert_null (wb_pack_load (path, &error));
  g_assert_nonnull (strstr (error->message, "nested deeper than 64 levels"));
  g_clear_error (&error);

  /* A text of 2 GB, in a file that has holes. */
  g_assert_cmpint (truncate (path, 2147483647), ==, 0);
  g_assert_null (wb_pack_load (path, &error));
  g_assert_nonnull (strstr (error->message, "larger than 16 MB"));
  g_clear_error (&error);
  g_unlink (path);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (wb_pack_load (path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("wb-pack-XXXXXX", NULL);
  g_test_add_func ("/pack/round-trip", test_round_trip);
  g_test_add_func ("/pack/key", test_key);
  g_test_add_func ("/pack/bad-keys", test_bad_keys);
  g_test_add_func ("/pack/bit-flips", test_bit_flips);
  g_test_add_func ("/pack/cut-off", test_cut_off);
  g_test_add_func ("/pack/wrong-key", test_wrong_key);
  g_test_add_func ("/pack/refused", test_refused);
  g_test_add_func ("/pack/no-pack", test_no_pack);
  result = g_test_run ();
  g_rmdir (folder);
  g_free (folder);

  return result;
}
