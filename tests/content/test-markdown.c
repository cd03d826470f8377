/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "wb-figure.h"
#include "wb-markdown.h"

static const WbBlock *
child (const WbBlock *block,
       guint          index)
{
  g_assert_nonnull (block->children);
  g_assert_cmpuint (block->children->len, >, index);

  return g_ptr_array_index (block->children, index);
}

static void
assert_text (const WbBlock *block,
             const char    *expected)
{
  g_autofree char *text = wb_block_to_text (block);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_inline (const WbBlock *block,
               guint          index,
               WbInlineFlags  flags,
               const char    *text,
               const char    *target)
{
  const WbInline *run;

  g_assert_cmpuint (block->inlines->len, >, index);
  run = g_ptr_array_index (block->inlines, index);
  g_assert_cmpint (run->flags, ==, flags);
  g_assert_cmpstr (run->text, ==, text);
  g_assert_cmpstr (run->target, ==, target);
}

static void
test_blocks (void)
{
  g_autoptr (WbBlock) document =
    wb_markdown_parse ("## Größe & Maß\n\nEin Absatz\nin zwei Zeilen.\n\n3. drei\n4. vier\n   - tief\n\n> Zitat\n\n"
                       "```\nCode\n  mehr\n```\n\n---\n\n### Größe & Maß\n", FALSE);

  g_assert_cmpint (document->type, ==, WB_BLOCK_DOCUMENT);
  g_assert_cmpuint (document->children->len, ==, 7);
  g_assert_cmpint (child (document, 0)->type, ==, WB_BLOCK_HEADING);
  g_assert_cmpint (child (document, 0)->level, ==, 2);
  g_assert_cmpstr (child (document, 0)->anchor, ==, "groesse-mass");
  assert_text (child (document, 1), "Ein Absatz in zwei Zeilen.");
  g_assert_cmpint (child (document, 2)->type, ==, WB_BLOCK_LIST);
  g_assert_true (child (document, 2)->ordered);
  g_assert_cmpint (child (document, 2)->start, ==, 3);
  g_assert_cmpint (child (child (child (document, 2), 1), 1)->type, ==, WB_BLOCK_LIST);
  g_assert_false (child (child (child (document, 2), 1), 1)->ordered);
  g_assert_cmpint (child (document, 3)->type, ==, WB_BLOCK_QUOTE);
  g_assert_cmpint (child (document, 4)->type, ==, WB_BLOCK_CODE);
  assert_text (child (document, 4), "Code\n  mehr");
  g_assert_cmpint (child (document, 5)->type, ==, WB_BLOCK_RULE);
  g_assert_cmpstr (child (document, 6)->anchor, ==, "groesse-mass-2");
}

static void
test_inlines (void)
{
  g_autoptr (WbBlock) document =
    wb_markdown_parse ("a **b *c* d** `e` [f **g**](wb:h#i)\\\nj [k](javascript:alert(1)) <b>l</b> ![m](n.png) &uuml;", FALSE);
  const WbBlock *paragraph = child (document, 0);

  assert_inline (paragraph, 0, 0, "a ", NULL);
  assert_inline (paragraph, 1, WB_INLINE_STRONG, "b ", NULL);
  assert_inline (paragraph, 2, WB_INLINE_STRONG | WB_INLINE_EMPHASIS, "c", NULL);
  assert_inline (paragraph, 3, WB_INLINE_STRONG, " d", NULL);
  assert_inline (paragraph, 4, 0, " ", NULL);
  assert_inline (paragraph, 5, WB_INLINE_CODE, "e", NULL);
  assert_inline (paragraph, 7, 0, "f ", "wb:h#i");
  assert_inline (paragraph, 8, WB_INLINE_STRONG, "g", "wb:h#i");
  assert_inline (paragraph, 9, WB_INLINE_BREAK, "", NULL);
  /* A link that could be anything leads nowhere; raw HTML is text; an image is its description. */
  assert_inline (paragraph, 10, 0, "j k <b>l</b> m ü", NULL);
}

static void
test_table (void)
{
  g_autoptr (WbBlock) document = wb_markdown_parse ("| A | B | C |\n|:--|--:|:-:|\n| *1* | 2 \\| 3 | |\n", FALSE);
  const WbBlock *table = child (document, 0);

  g_assert_cmpint (table->type, ==, WB_BLOCK_TABLE);
  g_assert_cmpuint (table->header_rows, ==, 1);
  g_assert_cmpuint (table->children->len, ==, 2);
  g_assert_cmpuint (table->aligns->len, ==, 3);
  g_assert_cmpint (g_array_index (table->aligns, WbAlign, 0), ==, WB_ALIGN_START);
  g_assert_cmpint (g_array_index (table->aligns, WbAlign, 1), ==, WB_ALIGN_END);
  g_assert_cmpint (g_array_index (table->aligns, WbAlign, 2), ==, WB_ALIGN_CENTER);
  assert_inline (child (child (table, 1), 0), 0, WB_INLINE_EMPHASIS, "1", NULL);
  assert_text (child (child (table, 1), 1), "2 | 3");
  assert_text (child (child (table, 1), 2), "");
}

static void
assert_cell (const WbBlock *table,
             guint          row,
             guint          n,
             const char    *text,
             guint          columns,
             guint          rows)
{
  const WbBlock *cell = child (child (table, row), n);

  assert_text (cell, text);
  g_assert_cmpuint (cell->columns, ==, columns);
  g_assert_cmpuint (cell->rows, ==, rows);
}

/* "<" belongs to the cell at its left, "^" to the one above. */
static void
test_spans (void)
{
  g_autoptr (WbBlock) document = wb_markdown_parse ("| Kopf | < | Ende |\n|---|---|---|\n"
                                                    "| A | b | c |\n| ^ | d | < |\n| ^ | ^ | ^ |\n| e | f | < |\n", FALSE);
  const WbBlock *table = child (document, 0);

  g_assert_cmpuint (table->aligns->len, ==, 3);
  /* The row in which nothing begins is none. */
  g_assert_cmpuint (table->children->len, ==, 4);
  g_assert_cmpuint (child (table, 0)->children->len, ==, 2);
  assert_cell (table, 0, 0, "Kopf", 2, 1);
  assert_cell (table, 0, 1, "Ende", 1, 1);
  g_assert_cmpuint (child (table, 1)->children->len, ==, 3);
  assert_cell (table, 1, 0, "A", 1, 2);
  g_assert_cmpuint (child (table, 2)->children->len, ==, 1);
  assert_cell (table, 2, 0, "d", 2, 1);
  assert_cell (table, 3, 0, "e", 1, 1);
  assert_cell (table, 3, 1, "f", 2, 1);
}

/* Where there is nothing to belong to, and where it would be no rectangle, the signs are text; in code, too. */
static void
test_signs (void)
{
  g_autoptr (WbBlock) document = wb_markdown_parse ("| ^ | b | c |\n|---|---|---|\n"
                                                    "| < | ^ | `<` |\n| d | < | e |\n| ^ | f | ^ |\n| g | ^ | < |\n", FALSE);
  const WbBlock *table = child (document, 0);

  assert_cell (table, 0, 0, "^", 1, 1);
  assert_cell (table, 1, 0, "<", 1, 1);
  assert_cell (table, 1, 1, "^", 1, 1);
  assert_cell (table, 1, 2, "<", 1, 1);
  assert_cell (table, 2, 0, "d", 2, 1);
  assert_cell (table, 2, 1, "e", 1, 2);
  assert_cell (table, 3, 0, "^", 1, 1);
  assert_cell (table, 3, 1, "f", 1, 2);
  g_assert_cmpuint (child (table, 3)->children->len, ==, 2);
  assert_cell (table, 4, 0, "g", 1, 1);
  assert_cell (table, 4, 1, "<", 1, 1);
}

static void
test_callouts (void)
{
  g_autoptr (WbBlock) document =
    wb_markdown_parse ("> [!TIP]\n> Erst **so**.\n>\n> - dann\n\n> [!WARNING]\n>\n> Halt.\n\n> [!IDEE]\n> Text\n\n"
                       "> [!NOTE] daneben\n", FALSE);

  g_assert_cmpint (child (document, 0)->type, ==, WB_BLOCK_CALLOUT);
  g_assert_cmpint (child (document, 0)->callout, ==, WB_CALLOUT_TIP);
  assert_text (child (child (document, 0), 0), "Erst so.");
  g_assert_cmpint (child (child (document, 0), 1)->type, ==, WB_BLOCK_LIST);
  g_assert_cmpint (child (document, 1)->callout, ==, WB_CALLOUT_WARNING);
  assert_text (child (document, 1), "Halt.");
  g_assert_cmpint (child (document, 2)->type, ==, WB_BLOCK_QUOTE);
  g_assert_cmpint (child (document, 3)->type, ==, WB_BLOCK_QUOTE);
}

static void
test_placeholders (void)
{
  g_autoptr (WbBlock) document =
    wb_markdown_parse ("Es leitet **{{ leitung.name }}** in {{@town}}{{@date}}, {nicht} {{}} {{offen.\n\n{{ziel}}\n\n"
                       "- {{ziel}}\n\n`{{kein}}`\n", FALSE);
  const WbBlock *paragraph = child (document, 0);

  assert_inline (paragraph, 0, 0, "Es leitet ", NULL);
  assert_inline (paragraph, 1, WB_INLINE_STRONG | WB_INLINE_PLACEHOLDER, "leitung.name", NULL);
  assert_inline (paragraph, 2, 0, " in ", NULL);
  assert_inline (paragraph, 3, WB_INLINE_PLACEHOLDER, "@town", NULL);
  assert_inline (paragraph, 4, WB_INLINE_PLACEHOLDER, "@date", NULL);
  assert_inline (paragraph, 5, 0, ", {nicht} {{}} {{offen.", NULL);
  g_assert_cmpuint (child (document, 1)->inlines->len, ==, 1);
  assert_inline (child (document, 1), 0, WB_INLINE_PLACEHOLDER, "ziel", NULL);
  assert_inline (child (child (child (document, 2), 0), 0), 0, WB_INLINE_PLACEHOLDER, "ziel", NULL);
  assert_inline (child (document, 3), 0, WB_INLINE_CODE, "{{kein}}", NULL);
}

static void
test_directives (void)
{
  g_autoptr (WbBlock) document =
    wb_markdown_parse ("{{@lines 3}}\n\n{{@sign Datum, Fachstelle | Datum, Datenschutz}}\n\n{{@pagebreak}}\n\n"
                       "{{@lines 99999}}\n\nHier {{@lines 3}}\n\n{{@contents}}\n\n{{@number 73 % | der Anträge}}\n\n"
                       "{{@question Wer fehlt? | zu zweit}}\n\n{{@question Und?}}\n\n{{@number}}\n", FALSE);

  g_assert_cmpint (child (document, 0)->type, ==, WB_BLOCK_LINES);
  g_assert_cmpuint (child (document, 0)->lines, ==, 3);
  g_assert_cmpint (child (document, 1)->type, ==, WB_BLOCK_SIGNATURES);
  g_assert_cmpuint (child (document, 1)->children->len, ==, 2);
  assert_text (child (child (document, 1), 1), "Datum, Datenschutz");
  g_assert_cmpint (child (document, 2)->type, ==, WB_BLOCK_PAGE_BREAK);
  g_assert_cmpuint (child (document, 3)->lines, ==, 40);
  g_assert_cmpint (child (document, 4)->type, ==, WB_BLOCK_PARAGRAPH);
  g_assert_cmpint (child (document, 5)->type, ==, WB_BLOCK_CONTENTS);
  g_assert_cmpint (child (document, 5)->level, ==, 3);
  g_assert_cmpint (child (document, 6)->type, ==, WB_BLOCK_NUMBER);
  g_assert_cmpstr (child (document, 6)->note, ==, "der Anträge");
  g_assert_cmpint (child (document, 7)->type, ==, WB_BLOCK_QUESTION);
  assert_text (child (document, 7), "Wer fehlt?\nzu zweit");
  g_assert_null (child (document, 8)->note);
  g_assert_cmpint (child (document, 9)->type, ==, WB_BLOCK_NUMBER);
}

/* A last line that begins with a dash says who spoke; it is no part of what was said. */
static void
test_quotation (void)
{
  static const struct
  {
    const char *text;
    const char *said;
    const char *by; /* (nullable) */
  } cases[] = {
    { "> Wir zählen selbst.\n> — Kim, Bauamt\n", "Wir zählen selbst.", "Kim, Bauamt" },
    { "> Wir zählen.\n>\n> -- Kim\n", "Wir zählen.", "Kim" },
    { "> — Kim\n", "— Kim", NULL },
    { "> Er kam — Kim\n", "Er kam — Kim", NULL },
    { "> Wir\n> — **Kim**\n", "Wir — Kim", NULL },
    { "> Wir\n> — {{name}}\n", "Wir — ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WbBlock) document = wb_markdown_parse (cases[i].text, TRUE);
      const WbBlock *quote = g_ptr_array_index (document->children, 0);
      const WbBlock *said = g_ptr_array_index (quote->children, 0);
      g_autofree char *text = wb_block_to_text (said);

      g_assert_cmpint (quote->type, ==, WB_BLOCK_QUOTE);
      g_assert_cmpuint (quote->children->len, ==, 1);
      g_assert_true (g_str_has_prefix (text, cases[i].said));
      g_assert_cmpstr (quote->note, ==, cases[i].by);
    }
}

/* The number may be an answer. */
static void
test_number_of_answer (void)
{
  g_autoptr (WbBlock) document = wb_markdown_parse ("{{@number =kosten | im Jahr}}\n\n{{@number 7 %}}\n", TRUE);
  const WbBlock *answer = g_ptr_array_index (document->children, 0);
  const WbBlock *plain = g_ptr_array_index (document->children, 1);
  const WbInline *run = g_ptr_array_index (answer->inlines, 0);

  g_assert_cmpint (answer->type, ==, WB_BLOCK_NUMBER);
  g_assert_cmpuint (answer->inlines->len, ==, 1);
  g_assert_cmpstr (run->text, ==, "kosten");
  g_assert_true ((run->flags & WB_INLINE_PLACEHOLDER) != 0);
  g_assert_cmpstr (answer->note, ==, "im Jahr");
  run = g_ptr_array_index (plain->inlines, 0);
  g_assert_cmpstr (run->text, ==, "7 %");
  g_assert_cmpint (run->flags, ==, 0);
}

/* Footnotes by their names, in the order in which they are led to; a mark without one stays text. */
static void
test_footnotes (void)
{
  g_autoptr (WbBlock) document =
    wb_markdown_parse ("Erst[^b], dann **fett[^a]**, wieder[^b], nie[^c].\n\n| x[^a] |\n|---|\n| y |\n\n[^a]: Die *zweite*.\n[^b]: Die erste.\n"
                       "[^d]: Nirgends.\n", FALSE);
  const WbBlock *paragraph = child (document, 0);
  const WbInline *first = g_ptr_array_index (paragraph->inlines, 1);
  const WbInline *second = g_ptr_array_index (paragraph->inlines, 4);
  const WbInline *again = g_ptr_array_index (paragraph->inlines, 6);

  g_assert_cmpuint (document->children->len, ==, 2);
  g_assert_true ((first->flags & WB_INLINE_FOOTNOTE) != 0);
  assert_text (first->note, "Die erste.");
  assert_text (second->note, "Die zweite.");
  g_assert_true (again->note == first->note);
  assert_inline (paragraph, 7, 0, ", nie[^c].", NULL);
  assert_text (child (child (child (document, 1), 0), 0), "x (Die zweite.)");
}

static void
test_shapes (void)
{
  g_autoptr (WbBlock) document =
    wb_markdown_parse ("> [!COLUMNS]\n>\n> - links\n>\n> ---\n>\n> rechts\n>\n> ---\n>\n> mehr\n\n"
                       "> [!AGENDA]\n>\n> | Zeit | Was | Wer |\n> |---|---|---|\n> | 09:00 | Los | {{leitung.name}} |\n> | 09:10 | Ende | |\n\n"
                       "> [!AGENDA]\n>\n> Kein Plan\n", TRUE);
  const WbBlock *columns = child (document, 0);
  const WbBlock *agenda = child (document, 1);

  g_assert_cmpint (columns->type, ==, WB_BLOCK_COLUMNS);
  g_assert_cmpuint (columns->children->len, ==, 2);
  assert_text (child (columns, 0), "links");
  assert_text (child (child (columns, 1), 0), "rechts");
  assert_text (child (child (columns, 1), 2), "mehr");
  g_assert_cmpint (agenda->type, ==, WB_BLOCK_AGENDA);
  g_assert_cmpuint (agenda->children->len, ==, 2);
  g_assert_cmpuint (child (agenda, 0)->children->len, ==, 3);
  assert_inline (child (child (agenda, 0), 2), 0, WB_INLINE_PLACEHOLDER, "leitung.name", NULL);
  /* What is none stays what it looks like. */
  g_assert_cmpint (child (document, 2)->type, ==, WB_BLOCK_QUOTE);
}

static void
test_deck (void)
{
  const char *text = "# Titel\n\n---\n\n## Zwei\n\n> a\n>\n> ---\n\n> [!NOTES]\n> Leise.\n";
  g_autoptr (WbBlock) deck = wb_markdown_parse (text, TRUE);
  g_autoptr (WbBlock) page = wb_markdown_parse (text, FALSE);

  g_assert_cmpint (child (deck, 1)->type, ==, WB_BLOCK_SLIDE_BREAK);
  g_assert_cmpint (child (child (deck, 3), 1)->type, ==, WB_BLOCK_RULE);
  g_assert_cmpint (child (deck, 4)->callout, ==, WB_CALLOUT_NOTES);
  g_assert_cmpint (child (page, 1)->type, ==, WB_BLOCK_RULE);
}

static char *
repeat (const char *unit,
        guint       count)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    g_string_append (text, unit);

  return g_string_free (text, FALSE);
}

static guint
get_depth (const WbBlock *block)
{
  guint deepest = 0;

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      guint depth = get_depth (child (block, i));

      deepest = MAX (deepest, depth);
    }

  return deepest + 1;
}

/* Whatever the text, reading it takes no more stack than usual. */
static void
test_hostile (void)
{
  static const char *const units[] = {
    ">", "> a\n", "- ", "1. ", "*a ", "**a *b ", "_a_ ", "[", "![", "[a](", "`", "``a`", "<a", "<!--", "&", "\\",
    "|a", "|a|b\n|-|-\n", "{{", "{{a}}", "a\n", "\n", "#", "# a\n", "---\n", "[a]: b\n", "((", "\xff", "\xc3", "ä", "\r",
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *text = repeat (units[i], 30000);
      g_autoptr (WbBlock) document = wb_markdown_parse (text, i % 2 == 0);
      g_autofree char *plain = wb_block_to_text (document);

      g_assert_true (g_utf8_validate (plain, -1, NULL));
      g_assert_cmpuint (get_depth (document), <=, 2 * WB_MARKDOWN_MAX_DEPTH + 4);
    }
}

static void
test_too_long (void)
{
  g_autofree char *text = repeat ("Wörter ", WB_MARKDOWN_MAX_BYTES / 8 + 100);
  g_autoptr (WbBlock) document = wb_markdown_parse (text, FALSE);
  g_autofree char *plain = wb_block_to_text (document);

  g_assert_cmpuint (strlen (plain), <=, WB_MARKDOWN_MAX_BYTES);
  g_assert_cmpuint (strlen (plain), >, WB_MARKDOWN_MAX_BYTES - 16);
}

static void
test_empty (void)
{
  g_autoptr (WbBlock) document = wb_markdown_parse ("", FALSE);

  g_assert_cmpuint (document->children->len, ==, 0);
}

/* Examples of CommonMark that must come out otherwise than as HTML: raw HTML is shown, not obeyed. */
static const guint raw_html[] = {
  21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170,
  172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 201,
  308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623, 625, 626, 627, 628, 629,
  630, 631, 642, 643,
};
/* Examples of which cmark-gfm (0.29) thinks as CommonMark did before 0.31. */
static const guint older_rules[] = {
  28,  /* a number of eight digits is no character, but was one */
  171, /* <textarea> keeps what is inside as it is */
  354, /* currency signs count as punctuation */
};

static gboolean
is_listed (guint        number,
           const guint *list,
           gsize        length)
{
  for (gsize i = 0; i < length; i++)
    if (list[i] == number)
      return TRUE;

  return FALSE;
}

static char *
replace_all (const char *text,
             const char *old,
             const char *new)
{
  GString *changed = g_string_new (text);

  g_string_replace (changed, old, new, 0);

  return g_string_free (changed, FALSE);
}

/* One blank for each run of blanks, none at the ends. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (out, *p);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');

  return g_strchomp (g_string_free (out, FALSE));
}

/* What a reader sees of the expected HTML: images as their description, no tags, entities as characters. */
static char *
html_to_text (const char *html)
{
  static const char *const entities[][2] = {
    { "&quot;", "\"" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&amp;", "&" },
  };
  g_autoptr (GRegex) image = g_regex_new ("<img [^>]*alt=\"([^\"]*)\"[^>]*>", 0, 0, NULL);
  g_autoptr (GRegex) tag = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *described = g_regex_replace (image, html, -1, 0, "\\1", 0, NULL);
  char *text = g_regex_replace_literal (tag, described, -1, 0, "", 0, NULL);
  char *squeezed;

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      char *decoded = replace_all (text, entities[i][0], entities[i][1]);

      g_free (text);
      text = decoded;
    }
  squeezed = squeeze (text);
  g_free (text);

  return squeezed;
}

/* TRUE when the example comes out as CommonMark says. */
static gboolean
check_example (JsonObject *example)
{
  g_autofree char *markdown = replace_all (json_object_get_string_member (example, "markdown"), "→", "\t");
  g_autofree char *html = replace_all (json_object_get_string_member (example, "html"), "→", "\t");
  g_autofree char *expected = html_to_text (html);
  g_autoptr (WbBlock) document = wb_markdown_parse (markdown, FALSE);
  g_autofree char *plain = wb_block_to_text (document);
  g_autofree char *text = squeeze (plain);

  if (g_str_equal (text, expected))
    return TRUE;
  g_test_message ("example %d (%s): “%s” for “%s”", (int) json_object_get_int_member (example, "number"),
                  json_object_get_string_member (example, "section"), text, expected);

  return FALSE;
}

static void
test_commonmark (void)
{
  const char *path = g_getenv ("WB_COMMONMARK_JSON");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  guint n_good = 0, n_listed = 0;
  JsonArray *examples;

  if (path == NULL)
    {
      g_test_skip ("WB_COMMONMARK_JSON does not name the examples of CommonMark (npm: commonmark-spec)");
      return;
    }

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  examples = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (examples), ==, 652);

  for (guint i = 0; i < json_array_get_length (examples); i++)
    {
      JsonObject *example = json_array_get_object_element (examples, i);
      guint number = (guint) json_object_get_int_member (example, "number");
      gboolean listed = is_listed (number, raw_html, G_N_ELEMENTS (raw_html))
                        || is_listed (number, older_rules, G_N_ELEMENTS (older_rules));

      if (check_example (example))
        n_good++;
      else if (listed)
        n_listed++;
      else
        g_error ("example %u comes out wrongly", number);
    }
  g_test_message ("%u of 652 examples as CommonMark says, %u listed exceptions", n_good, n_listed);
  g_assert_cmpuint (n_listed, ==, G_N_ELEMENTS (raw_html) + G_N_ELEMENTS (older_rules));
  g_assert_cmpuint (n_good + n_listed, ==, 652);
}

/* What a drawing shows stands in words beside it once: in the text of its section, else in a table; on slides it is drawn only. */
static void
test_figure_tables (void)
{
  static const char figure[] =
    "```figure\n{\"type\": \"flow\", \"title\": \"T\", \"alt\": \"A\", \"steps\": [\"Ziel nennen\", \"Prüfen\"]}\n```\n";
  g_autofree char *alone = g_strconcat ("## A\n\n1. Ziel nennen\n2. Prüfen\n\n## B\n\n", figure, NULL);
  g_autofree char *told = g_strconcat ("## A\n\n", figure, "\n1. **Ziel nennen**: warum\n2. prüfen, womit\n", NULL);
  g_autoptr (WbBlock) first = wb_markdown_parse (alone, FALSE);
  g_autoptr (WbBlock) second = wb_markdown_parse (told, FALSE);
  g_autoptr (WbBlock) deck = wb_markdown_parse (alone, TRUE);

  g_assert_cmpint (child (first, 3)->type, ==, WB_BLOCK_FIGURE);
  g_assert_true (child (first, 3)->with_table);
  g_assert_cmpint (child (second, 1)->type, ==, WB_BLOCK_FIGURE);
  g_assert_false (child (second, 1)->with_table);
  for (guint i = 0; i < deck->children->len; i++)
    g_assert_false (child (deck, i)->with_table);
}

/* A figure becomes one; what cannot be read as one stays code. */
static void
test_figures (void)
{
  static const char *const text =
    "```figure\n{\"type\": \"layers\", \"title\": \"T\", \"alt\": \"A\", \"layers\": "
    "[{\"title\": \"Oben\", \"text\": \"leicht\"}, {\"title\": \"Unten\"}]}\n```\n\n"
    "```figure\n{\"type\": \"layers\", \"title\": \"T\"}\n```\n\n"
    "```figure extra\n{}\n```\n\n"
    "```figure\n{\"type\": \"grid\", \"title\": \"T\", \"alt\": \"A\", \"x\": \"X\", \"y\": \"Y\", "
    "\"cells\": [[\"a\", \"b\"], [\"c\", \"d\"]]}\n```\n";
  g_autoptr (WbBlock) document = wb_markdown_parse (text, FALSE);
  const WbBlock *block;
  const WbFigurePart *part;

  g_assert_cmpuint (document->children->len, ==, 4);
  block = g_ptr_array_index (document->children, 0);
  g_assert_cmpint (block->type, ==, WB_BLOCK_FIGURE);
  g_assert_cmpint (block->figure->type, ==, WB_FIGURE_LAYERS);
  g_assert_cmpstr (block->figure->alt, ==, "A");
  g_assert_cmpuint (block->figure->parts->len, ==, 2);
  part = g_ptr_array_index (block->figure->parts, 0);
  g_assert_cmpstr (part->text, ==, "leicht");
  g_assert_cmpint (((const WbBlock *) g_ptr_array_index (document->children, 1))->type, ==, WB_BLOCK_CODE);
  g_assert_cmpint (((const WbBlock *) g_ptr_array_index (document->children, 2))->type, ==, WB_BLOCK_CODE);
  block = g_ptr_array_index (document->children, 3);
  g_assert_cmpuint (block->figure->parts->len, ==, 4);
  part = g_ptr_array_index (block->figure->parts, 2);
  g_assert_cmpstr (part->title, ==, "c");
  g_assert_cmpstr (block->figure->x, ==, "X");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/quotation", test_quotation);
  g_test_add_func ("/markdown/number-of-answer", test_number_of_answer);
  g_test_add_func ("/markdown/blocks", test_blocks);
  g_test_add_func ("/markdown/inlines", test_inlines);
  g_test_add_func ("/markdown/figure-tables", test_figure_tables);
  g_test_add_func ("/markdown/table", test_table);
  g_test_add_func ("/markdown/table/spans", test_spans);
  g_test_add_func ("/markdown/table/signs", test_signs);
  g_test_add_func ("/markdown/callouts", test_callouts);
  g_test_add_func ("/markdown/placeholders", test_placeholders);
  g_test_add_func ("/markdown/directives", test_directives);
  g_test_add_func ("/markdown/footnotes", test_footnotes);
  g_test_add_func ("/markdown/shapes", test_shapes);
  g_test_add_func ("/markdown/deck", test_deck);
  g_test_add_func ("/markdown/hostile", test_hostile);
  g_test_add_func ("/markdown/too-long", test_too_long);
  g_test_add_func ("/markdown/empty", test_empty);
  g_test_add_func ("/markdown/commonmark", test_commonmark);
  g_test_add_func ("/markdown/figures", test_figures);

  return g_test_run ();
}
