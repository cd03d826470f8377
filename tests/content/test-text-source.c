/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "wb-markdown-write.h"
#include "wb-markdown.h"
#include "wb-text-edits.h"
#include "wb-text-source.h"

#define TEMPLATE                                                                                                                             \
  "**Vorhaben:** {{@project}}, Stand {{@date}}\n\n"                                                                                           \
  "> [!NOTE]\n> Ein Hinweis.\n\n"                                                                                                            \
  "## Beschluss\n\n"                                                                                                                         \
  "1. Das Gremium stimmt zu.\n2. Die Verwaltung berichtet am {{@nichts}}.\n\n"                                                                \
  "| Was | Wie viel |\n|---|---|\n| Licht | 12 |\n\n"                                                                                         \
  "## Anlagen\n\n"                                                                                                                           \
  "- Plan\n- Liste\n\n"                                                                                                              \
  "{{@lines 3}}\n\n"                                                                                                                         \
  "{{@sign Ort | Datum}}\n"

typedef struct
{
  WbTextSource *source;
  GPtrArray *parts;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (WbBlock) body = wb_markdown_parse (TEMPLATE, FALSE);
  g_autoptr (GPtrArray) none = wb_slide_list_new ();
  const WbTemplateContext context = { .project = "Licht*e* Wege", .date = "heute" };

  fixture->source = wb_text_source_new (body, &context);
  fixture->parts = wb_text_edits_apply (wb_text_source_get_parts (fixture->source), none);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->parts);
  wb_text_source_free (fixture->source);
}

static WbTextPart *
find (Fixture    *fixture,
      const char *begin)
{
  for (guint i = 0; i < fixture->parts->len; i++)
    if (g_str_has_prefix (wb_text_part_get_text (g_ptr_array_index (fixture->parts, i)), begin))
      return g_ptr_array_index (fixture->parts, i);
  g_error ("No part begins with “%s”.", begin);
}

/* What goes out, in plain text. */
static char *
weave (Fixture *fixture)
{
  g_autoptr (WbBlock) woven = wb_text_source_weave (fixture->source, fixture->parts);
  const WbTemplateContext context = { .project = "Licht*e* Wege", .date = "heute" };
  g_autoptr (WbBlock) filled = wb_template_fill (woven, &context);

  return wb_block_to_text (filled);
}

static void
add_behind (Fixture    *fixture,
            WbTextPart *part,
            const char *text)
{
  WbTextPart *own = wb_text_part_new_own (part->key);
  guint place;

  g_assert_true (g_ptr_array_find (fixture->parts, part, &place));
  wb_text_part_rewrite (own, text);
  g_ptr_array_insert (fixture->parts, (int) place + 1, own);
}

/* Nothing rewritten: the same as without all this. */
static void
test_untouched (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (WbBlock) body = wb_markdown_parse (TEMPLATE, FALSE);
  const WbTemplateContext context = { .project = "Licht*e* Wege", .date = "heute" };
  g_autoptr (WbBlock) filled = wb_template_fill (body, &context);
  g_autofree char *expected = wb_block_to_text (filled);
  g_autofree char *text = weave (fixture);

  g_assert_cmpstr (text, ==, expected);
}

/* Keys hold a section, a place in it and a hash of what the template says; what is filled in is not part of them. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < fixture->parts->len; i++)
    {
      const WbTextPart *part = g_ptr_array_index (fixture->parts, i);

      g_assert_true (wb_text_part_is_key (part->key));
      g_assert_true (g_hash_table_add (keys, part->key));
    }
  /* An answer is no markup, today is not now, and what nobody knows stays open. */
  g_assert_cmpstr (find (fixture, "**Vorhaben")->original, ==, "**Vorhaben:** Licht\\*e\\* Wege, Stand {{@date}}");
  g_assert_true (g_str_has_prefix (find (fixture, "Das Gremium")->key, "beschluss/list1.1~"));
  g_assert_cmpint (find (fixture, "Die Verwaltung")->kind, ==, WB_TEXT_PART_ITEM);
  g_assert_cmpstr (find (fixture, "12")->label, ==, "Wie viel");
  g_assert_cmpint (find (fixture, "12")->kind, ==, WB_TEXT_PART_CELL);
  g_assert_cmpint (find (fixture, "Ein Hinweis")->depth, ==, 1);
  g_assert_cmpint (find (fixture, "Plan")->kind, ==, WB_TEXT_PART_ITEM);
}

static void
test_rewrite (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *text = NULL;

  wb_text_part_rewrite (find (fixture, "**Vorhaben"), "Unser Vorhaben, {{@date}}\nmit *Licht*\n\nund mehr");
  wb_text_part_rewrite (find (fixture, "Beschluss"), "Wir beschließen");
  wb_text_part_rewrite (find (fixture, "Das Gremium"), "Der Rat stimmt zu.");
  wb_text_part_rewrite (find (fixture, "12"), "**dreizehn**");
  wb_text_part_rewrite (find (fixture, "Plan"), "Lageplan");
  add_behind (fixture, find (fixture, "Der Rat"), "Der Rat dankt.");
  add_behind (fixture, find (fixture, "Lageplan"), "Foto");
  add_behind (fixture, find (fixture, "Ein Hinweis"), "Noch einer.");
  text = weave (fixture);
  g_assert_nonnull (strstr (text, "Unser Vorhaben, heute"));
  g_assert_nonnull (strstr (text, "mit Licht"));
  g_assert_nonnull (strstr (text, "Wir beschließen\nDer Rat stimmt zu.\nDer Rat dankt.\nDie Verwaltung"));
  g_assert_nonnull (strstr (text, "dreizehn"));
  g_assert_nonnull (strstr (text, "Lageplan\nFoto\nListe"));
  g_assert_nonnull (strstr (text, "Ein Hinweis.\nNoch einer."));
  g_assert_null (strstr (text, "Das Gremium"));
}

/* Sections go with their heading; a list or box of which nothing is left goes, too. */
static void
test_leave_out (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr (WbBlock) woven = NULL;

  add_behind (fixture, find (fixture, "12"), "Hinter der Tabelle");
  wb_text_part_set_hidden (find (fixture, "Ein Hinweis"), TRUE);
  wb_text_part_set_hidden (find (fixture, "Anlagen"), TRUE);
  add_behind (fixture, find (fixture, "Plan"), "Nicht zu sehen");
  text = weave (fixture);
  g_assert_null (strstr (text, "Hinweis"));
  g_assert_null (strstr (text, "Liste"));
  g_assert_null (strstr (text, "Nicht zu sehen"));
  g_assert_null (strstr (text, "Ort"));
  g_assert_nonnull (strstr (text, "Hinter der Tabelle"));
  woven = wb_text_source_weave (fixture->source, fixture->parts);
  g_assert_cmpuint (woven->children->len, ==, 5);
}

/* What is written is read as the same. */
static void
test_write (void)
{
  const char *const texts[] = {
    "plain",
    "**fett** und *schräg* und ***beides*** zusammen",
    "**fett *und schräg* weiter**",
    "`code` und [Link](https://example.org) und [wb](wb:id)",
    "{{platz}} und **{{noch einer}}**",
    "eins\nzwei",
    "Satz mit Fußnote[^1] und mehr\n\n[^1]: Die *Quelle*",
  };
  const char *const words[] = { "1. kein Punkt", "# kein Titel", "- kein Strich", "a*b*c", "snake_case _so_", "<b>x</b>", "&amp;", "[x](y)",
                                "> nichts", "C:\\Ordner", "`", "+ plus", "100 % | 50 %", "a ~~b~~", "===", "12)", "[^1]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WbBlock) parsed = wb_markdown_parse_typed (texts[i]);
      g_autofree char *written = wb_markdown_write_inlines (g_ptr_array_index (parsed->children, 0));

      g_assert_cmpstr (written, ==, texts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (WbBlock) paragraph = wb_block_new (WB_BLOCK_PARAGRAPH);
      g_autoptr (WbBlock) parsed = NULL;
      g_autofree char *written = NULL;
      g_autofree char *text = NULL;

      wb_block_append_text (paragraph, words[i], 0, NULL);
      written = wb_markdown_write_inlines (paragraph);
      parsed = wb_markdown_parse_typed (written);
      text = wb_block_to_text (parsed);
      g_assert_cmpstr (text, ==, words[i]);
      g_assert_cmpuint (parsed->children->len, ==, 1);
      g_assert_cmpint (((WbBlock *) g_ptr_array_index (parsed->children, 0))->type, ==, WB_BLOCK_PARAGRAPH);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/text-source/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("untouched", test_untouched);
  ADD ("parts", test_parts);
  ADD ("rewrite", test_rewrite);
  ADD ("leave-out", test_leave_out);
#undef ADD
  g_test_add_func ("/text-source/write", test_write);

  return g_test_run ();
}
