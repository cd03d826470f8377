/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-edits.h"

/* "key=text" a line; "#" in front of the text: a heading of level 2. */
static GPtrArray *
make_parts (const char *lines)
{
  g_auto (GStrv) list = g_strsplit (lines, "\n", -1);
  GPtrArray *parts = wb_text_part_list_new ();

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (list[i], "=", 2);
      const gboolean heading = pair[1][0] == '#';
      WbTextPart *part =
        wb_text_part_new (heading ? WB_TEXT_PART_HEADING : WB_TEXT_PART_PARAGRAPH, pair[0], pair[1] + (heading ? 1 : 0));

      part->level = heading ? 2 : 0;
      g_ptr_array_add (parts, part);
    }

  return parts;
}

#define TEMPLATE "/p1~aa=Anfang\neins/h1~bb=#Eins\neins/p1~cc=Erster Satz\neins/p2~dd=Zweiter Satz\nzwei/h1~ee=#Zwei\nzwei/p1~ff=Letzter Satz"

/* What goes out, a "|" between the parts. */
static char *
list_texts (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const WbTextPart *part = g_ptr_array_index (parts, i);

      if (part->hidden || part->covered)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", wb_text_part_get_text (part));
    }

  return g_string_free (text, FALSE);
}

static void
assert_texts (GPtrArray  *parts,
              const char *expected)
{
  g_autofree char *texts = list_texts (parts);

  g_assert_cmpstr (texts, ==, expected);
}

static WbTextPart *
find (GPtrArray  *parts,
      const char *text)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_str_equal (wb_text_part_get_text (g_ptr_array_index (parts, i)), text))
      return g_ptr_array_index (parts, i);
  g_error ("There is no “%s”.", text);
}

/* Stored and laid over @template again. */
static GPtrArray *
store (GPtrArray  *parts,
       const char *template)
{
  g_autoptr (GPtrArray) edits = wb_text_edits_find (parts);
  g_autoptr (GPtrArray) again = make_parts (template);

  return wb_text_edits_apply (again, edits);
}

/* Laid over the template, nothing. */
static GPtrArray *
begin (void)
{
  g_autoptr (GPtrArray) parts = make_parts (TEMPLATE);
  g_autoptr (GPtrArray) none = wb_slide_list_new ();

  return wb_text_edits_apply (parts, none);
}

static void
test_nothing_changed (void)
{
  g_autoptr (GPtrArray) parts = begin ();
  g_autoptr (GPtrArray) edits = NULL;

  wb_text_part_rewrite (find (parts, "Erster Satz"), "Anders");
  wb_text_part_rewrite (find (parts, "Anders"), "Erster Satz");
  edits = wb_text_edits_find (parts);
  g_assert_cmpuint (edits->len, ==, 0);
  assert_texts (parts, "Anfang|Eins|Erster Satz|Zweiter Satz|Zwei|Letzter Satz");
}

/* Rewritten, left out and added: three rows, and the same text from them. */
static void
test_changes (void)
{
  g_autoptr (GPtrArray) parts = begin ();
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  WbTextPart *own;
  guint stale;

  wb_text_part_rewrite (find (parts, "Erster Satz"), "Mein Satz");
  wb_text_part_set_hidden (find (parts, "Letzter Satz"), TRUE);
  own = wb_text_part_new_own (find (parts, "Mein Satz")->key);
  wb_text_part_rewrite (own, "Mein Absatz");
  g_ptr_array_insert (parts, 3, own);
  edits = wb_text_edits_find (parts);
  g_assert_cmpuint (edits->len, ==, 3);
  again = store (parts, TEMPLATE);
  assert_texts (again, "Anfang|Eins|Mein Satz|Mein Absatz|Zweiter Satz|Zwei");
  g_assert_cmpuint (wb_text_edits_count (again, &stale), ==, 3);
  g_assert_cmpuint (stale, ==, 0);
  g_assert_false (wb_text_part_is_stale (find (again, "Mein Satz")));
  wb_text_part_reset (find (again, "Mein Satz"));
  assert_texts (again, "Anfang|Eins|Erster Satz|Mein Absatz|Zweiter Satz|Zwei");
}

/* A heading takes its section along, and no more. */
static void
test_section (void)
{
  g_autoptr (GPtrArray) parts = begin ();
  g_autoptr (GPtrArray) again = NULL;

  wb_text_part_set_hidden (find (parts, "Eins"), TRUE);
  again = store (parts, TEMPLATE);
  assert_texts (again, "Anfang|Zwei|Letzter Satz");
  g_assert_true (find (again, "Zweiter Satz")->covered);
  wb_text_part_set_hidden (find (again, "Eins"), FALSE);
  wb_text_edits_cover (again);
  assert_texts (again, "Anfang|Eins|Erster Satz|Zweiter Satz|Zwei|Letzter Satz");
}

/* Answers changed the text under a rewritten passage: it stays, and is told apart until somebody has looked at it. */
static void
test_stale (void)
{
  g_autoptr (GPtrArray) parts = begin ();
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) last = NULL;
  WbTextPart *part;
  guint stale;

  wb_text_part_rewrite (find (parts, "Erster Satz"), "Mein Satz");
  later = store (parts, "/p1~aa=Anfang\neins/h1~bb=#Eins\neins/p1~cc=Erster Satz mit Antwort\neins/p2~dd=Zweiter Satz");
  part = find (later, "Mein Satz");
  g_assert_true (wb_text_part_is_stale (part));
  g_assert_cmpstr (part->base, ==, "Erster Satz");
  g_assert_cmpstr (part->original, ==, "Erster Satz mit Antwort");
  g_assert_cmpuint (wb_text_edits_count (later, &stale), ==, 1);
  g_assert_cmpuint (stale, ==, 1);

  wb_text_part_confirm (part);
  g_assert_false (wb_text_part_is_stale (part));
  last = store (later, "eins/p1~cc=Erster Satz mit Antwort");
  g_assert_false (wb_text_part_is_stale (find (last, "Mein Satz")));
}

/* A new version of the template: a passage is found where its text went, or by its place when it was reworded. */
static void
test_template_moves (void)
{
  g_autoptr (GPtrArray) parts = begin ();
  g_autoptr (GPtrArray) later = NULL;

  wb_text_part_rewrite (find (parts, "Zweiter Satz"), "Mein zweiter");
  wb_text_part_rewrite (find (parts, "Letzter Satz"), "Mein letzter");
  later = store (parts, "eins/h1~bb=#Eins\neins/p1~11=Neu davor\neins/p2~cc=Erster Satz\neins/p3~dd=Zweiter Satz\nzwei/h1~ee=#Zwei\n"
                        "zwei/p1~22=Letzter Satz, umgeschrieben");
  assert_texts (later, "Eins|Neu davor|Erster Satz|Mein zweiter|Zwei|Mein letzter");
  g_assert_false (wb_text_part_is_stale (find (later, "Mein zweiter")));
  g_assert_true (wb_text_part_is_stale (find (later, "Mein letzter")));
}

/* The template has the passage no longer: what was written is not lost, what was left out is left out. */
static void
test_lost (void)
{
  g_autoptr (GPtrArray) parts = begin ();
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) back = NULL;

  wb_text_part_rewrite (find (parts, "Zweiter Satz"), "Mein zweiter");
  wb_text_part_set_hidden (find (parts, "Letzter Satz"), TRUE);
  later = store (parts, "eins/h1~bb=#Eins\neins/p1~cc=Erster Satz\ndrei/h1~33=#Drei");
  assert_texts (later, "Eins|Erster Satz|Mein zweiter|Drei");
  g_assert_true (find (later, "Mein zweiter")->lost);
  g_assert_true (wb_text_part_is_stale (find (later, "Mein zweiter")));

  /* With the old template, both are where they were. */
  back = store (later, TEMPLATE);
  assert_texts (back, "Anfang|Eins|Erster Satz|Mein zweiter|Zwei");
  g_assert_false (find (back, "Mein zweiter")->lost);
}

/* What is lost and was looked at can be written on with: there is nothing any more that it could have gone stale against. */
static void
test_lost_confirmed (void)
{
  const char *without = "eins/h1~bb=#Eins\neins/p1~cc=Erster Satz";
  g_autoptr (GPtrArray) parts = begin ();
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) last = NULL;
  WbTextPart *part;

  wb_text_part_rewrite (find (parts, "Zweiter Satz"), "Mein zweiter");
  later = store (parts, without);
  part = find (later, "Mein zweiter");
  g_assert_true (wb_text_part_is_stale (part));
  wb_text_part_confirm (part);
  g_assert_false (wb_text_part_is_stale (part));
  wb_text_part_rewrite (part, "Noch einmal");
  g_assert_false (wb_text_part_is_stale (part));
  wb_text_part_set_hidden (part, TRUE);
  wb_text_part_set_hidden (part, FALSE);
  g_assert_false (wb_text_part_is_stale (part));
  last = store (later, without);
  g_assert_true (find (last, "Noch einmal")->lost);
  g_assert_false (wb_text_part_is_stale (find (last, "Noch einmal")));
}

/* Many that have nowhere to go stand in their order behind what they belonged to. */
static void
test_free_order (void)
{
  g_autoptr (GPtrArray) parts = make_parts (TEMPLATE);
  g_autoptr (GPtrArray) edits = wb_slide_list_new ();
  g_autoptr (GPtrArray) result = NULL;
  const char *const keys[] = { "zwei/p9~99", "+/eins/p1~cc|a", "+/|b", "+/eins/p1~cc|c" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      WbSlide *edit = wb_slide_new (keys[i]);

      edit->body = g_strdup_printf ("Text %u", i);
      g_ptr_array_add (edits, edit);
    }
  result = wb_text_edits_apply (parts, edits);
  assert_texts (result, "Text 2|Anfang|Eins|Erster Satz|Text 1|Text 3|Zweiter Satz|Zwei|Letzter Satz|Text 0");
}

/* A file from elsewhere may hold anything. */
static void
test_hostile (void)
{
  g_autoptr (GPtrArray) parts = make_parts (TEMPLATE);
  g_autoptr (GPtrArray) edits = wb_slide_list_new ();
  g_autoptr (GPtrArray) result = NULL;
  const char *const keys[] = { "", "/", "~", "+/", "+/|", "+", "x/~", "eins/p1~cc", "eins/p1~cc", "+/eins/p1~cc", "|", "+/||" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      WbSlide *edit = wb_slide_new (keys[i]);

      edit->body = i % 2 == 0 ? g_strdup_printf ("Text %u", i) : NULL;
      edit->hidden = i % 3 == 0;
      g_ptr_array_add (edits, edit);
    }
  result = wb_text_edits_apply (parts, edits);
  g_assert_cmpuint (result->len, >=, parts->len);
  g_assert_nonnull (find (result, "Letzter Satz"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-edits/nothing-changed", test_nothing_changed);
  g_test_add_func ("/text-edits/changes", test_changes);
  g_test_add_func ("/text-edits/section", test_section);
  g_test_add_func ("/text-edits/stale", test_stale);
  g_test_add_func ("/text-edits/template-moves", test_template_moves);
  g_test_add_func ("/text-edits/lost", test_lost);
  g_test_add_func ("/text-edits/lost-confirmed", test_lost_confirmed);
  g_test_add_func ("/text-edits/free-order", test_free_order);
  g_test_add_func ("/text-edits/hostile", test_hostile);

  return g_test_run ();
}
