/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "wb-deck-source.h"
#include "wb-markdown.h"

static const WbSlide *
get (GPtrArray *slides,
     guint      index)
{
  g_assert_cmpuint (slides->len, >, index);

  return g_ptr_array_index (slides, index);
}

static void
test_split (void)
{
  g_autoptr (GPtrArray) slides = wb_deck_source_split (
    "# {{@project}}\n\nWorkshop, {{@town}}\n\n> [!NOTES]\n> Erste **Notiz**.\n>\n> Zweite.\n\n---\n\n"
    "## Unsere Frage ##\n\n- eins\n- zwei\n\n---\n\n## Unsere Frage\n\n```\n---\n# kein Titel\n```\n\n***\n\nNur Text\n");

  g_assert_cmpuint (slides->len, ==, 4);
  g_assert_cmpint (get (slides, 0)->level, ==, 1);
  g_assert_cmpstr (get (slides, 0)->title, ==, "{{@project}}");
  g_assert_cmpstr (get (slides, 0)->body, ==, "Workshop, {{@town}}");
  g_assert_cmpstr (get (slides, 0)->notes, ==, "Erste **Notiz**.\n\nZweite.");
  g_assert_cmpint (get (slides, 1)->level, ==, 2);
  g_assert_cmpstr (get (slides, 1)->title, ==, "Unsere Frage");
  g_assert_cmpstr (get (slides, 1)->body, ==, "- eins\n- zwei");
  g_assert_cmpstr (get (slides, 1)->key, ==, "unsere-frage");
  g_assert_cmpstr (get (slides, 2)->key, ==, "unsere-frage-2");
  g_assert_cmpstr (get (slides, 2)->body, ==, "```\n---\n# kein Titel\n```");
  g_assert_cmpstr (get (slides, 3)->title, ==, "");
  g_assert_cmpstr (get (slides, 3)->body, ==, "Nur Text");
}

static void
test_odd (void)
{
  static const char *const texts[] = { "", "---", "---\n---\n", "\xff\xfe", "> [!NOTES]", "#", "##\n\n> [!NOTES]\n> x", "\r\n\r\n---\r\n# A\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) slides = wb_deck_source_split (texts[i]);
      g_autoptr (WbBlock) document = wb_deck_source_parse (slides);

      g_assert_nonnull (document);
    }
}

/* What somebody writes into one slide stays in it. */
static void
test_apart (void)
{
  g_autoptr (GPtrArray) slides = wb_slide_list_new ();
  g_autoptr (WbBlock) document = NULL;
  guint breaks = 0;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (slides, wb_slide_new_own ());
  g_free (((WbSlide *) get (slides, 0))->body);
  ((WbSlide *) get (slides, 0))->body = g_strdup ("```\nnie geschlossen");
  g_free (((WbSlide *) get (slides, 1))->title);
  ((WbSlide *) get (slides, 1))->title = g_strdup ("Titel\n---\nin drei Zeilen");
  ((WbSlide *) get (slides, 2))->hidden = TRUE;
  document = wb_deck_source_parse (slides);
  for (guint i = 0; i < document->children->len; i++)
    breaks += ((WbBlock *) g_ptr_array_index (document->children, i))->type == WB_BLOCK_SLIDE_BREAK;
  g_assert_cmpuint (breaks, ==, 1);
  g_assert_cmpint (((WbBlock *) g_ptr_array_index (document->children, 0))->type, ==, WB_BLOCK_CODE);
  g_assert_cmpint (((WbBlock *) g_ptr_array_index (document->children, 2))->type, ==, WB_BLOCK_HEADING);
}

static void
assert_same_blocks (const WbBlock *first,
                    const WbBlock *second,
                    const char    *name)
{
  g_autofree char *first_text = wb_block_to_text (first);
  g_autofree char *second_text = wb_block_to_text (second);

  g_assert_cmpstr (first_text, ==, second_text);
  g_assert_cmpuint (first->children->len, ==, second->children->len);
  for (guint i = 0; i < first->children->len; i++)
    {
      const WbBlock *one = g_ptr_array_index (first->children, i);
      const WbBlock *other = g_ptr_array_index (second->children, i);

      g_test_message ("%s: block %u", name, i);
      g_assert_cmpint (one->type, ==, other->type);
      g_assert_cmpint (one->level, ==, other->level);
      g_assert_cmpstr (one->anchor, ==, other->anchor);
    }
}

/* Every deck we ship is the same whether it is read whole or slide by slide. */
static void
test_bundled (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "data", "content", "template", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) slides = NULL;
      g_autoptr (WbBlock) whole = NULL;
      g_autoptr (WbBlock) parts = NULL;

      if (!g_str_has_suffix (name, ".md") || !(g_str_has_prefix (name, "praesentation") || g_str_has_prefix (name, "folien")))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      slides = wb_deck_source_split (text);
      g_assert_cmpuint (slides->len, >=, 5);
      whole = wb_markdown_parse (text, TRUE);
      parts = wb_deck_source_parse (slides);
      assert_same_blocks (whole, parts, name);
      n++;
    }
  g_assert_cmpuint (n, >=, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deck-source/split", test_split);
  g_test_add_func ("/deck-source/odd", test_odd);
  g_test_add_func ("/deck-source/apart", test_apart);
  g_test_add_func ("/deck-source/bundled", test_bundled);

  return g_test_run ();
}
