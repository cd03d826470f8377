/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-deck-edits.h"

static void
add (GPtrArray  *slides,
     const char *key)
{
  WbSlide *slide = wb_slide_new (key);

  slide->level = 2;
  slide->title = g_strdup_printf ("Titel %s", key);
  slide->body = g_strdup_printf ("Text %s", key);
  slide->notes = g_strdup_printf ("Notiz %s", key);
  g_ptr_array_add (slides, slide);
}

static GPtrArray *
make_template (const char *keys)
{
  g_auto (GStrv) list = g_strsplit (keys, " ", -1);
  GPtrArray *slides = wb_slide_list_new ();

  for (guint i = 0; list[i] != NULL; i++)
    add (slides, list[i]);

  return slides;
}

static char *
list_keys (GPtrArray *slides)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < slides->len; i++)
    {
      const WbSlide *slide = g_ptr_array_index (slides, i);

      g_string_append_printf (keys, "%s%s%s", i > 0 ? " " : "", wb_slide_is_own (slide) ? "+" : slide->key,
                              slide->hidden ? "!" : "");
    }

  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static void
assert_keys (GPtrArray  *slides,
             const char *expected)
{
  g_autofree char *keys = list_keys (slides);

  g_assert_cmpstr (keys, ==, expected);
}

static void
swap (GPtrArray *slides,
      guint      first,
      guint      second)
{
  gpointer slide = slides->pdata[first];

  slides->pdata[first] = slides->pdata[second];
  slides->pdata[second] = slide;
}

static void
test_nothing_changed (void)
{
  g_autoptr (GPtrArray) template_slides = make_template ("a b c");
  g_autoptr (GPtrArray) same = make_template ("a b c");
  g_autoptr (GPtrArray) edits = wb_deck_edits_find (template_slides, same);
  g_autoptr (GPtrArray) slides = wb_deck_edits_apply (template_slides, edits);

  g_assert_cmpuint (edits->len, ==, 0);
  assert_keys (slides, "a b c");
}

/* Order, hiding, a slide of one's own, and one text: only that is kept, and comes back. */
static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) template_slides = make_template ("a b c");
  g_autoptr (GPtrArray) slides = make_template ("a b c");
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) again = NULL;
  const WbSlide *edit;
  WbSlide *slide;

  swap (slides, 0, 2);
  slide = g_ptr_array_index (slides, 1);
  slide->hidden = TRUE;
  g_free (slide->notes);
  slide->notes = g_strdup ("Meine Notiz");
  g_ptr_array_insert (slides, 1, wb_slide_new_own ());
  edits = wb_deck_edits_find (template_slides, slides);
  assert_keys (edits, "c + b! a");
  edit = g_ptr_array_index (edits, 2);
  g_assert_null (edit->title);
  g_assert_null (edit->body);
  g_assert_cmpstr (edit->notes, ==, "Meine Notiz");

  again = wb_deck_edits_apply (template_slides, edits);
  assert_keys (again, "c + b! a");
  for (guint i = 0; i < again->len; i++)
    g_assert_true (wb_slide_equal (g_ptr_array_index (again, i), g_ptr_array_index (slides, i)));
}

/* A template that has grown, got a better text, and lost a slide. */
static void
test_newer_template (void)
{
  g_autoptr (GPtrArray) old = make_template ("a b c d");
  g_autoptr (GPtrArray) slides = make_template ("a b c d");
  g_autoptr (GPtrArray) newer = make_template ("neu a b mitte d");
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) result = NULL;
  WbSlide *slide;

  swap (slides, 0, 1);
  slide = g_ptr_array_index (slides, 2);
  g_free (slide->body);
  slide->body = g_strdup ("Mein Text");
  edits = wb_deck_edits_find (old, slides);
  slide = g_ptr_array_index (newer, 4);
  g_free (slide->title);
  slide->title = g_strdup ("Besser");

  result = wb_deck_edits_apply (newer, edits);
  /* "c" is gone from the template, but what was written for it stays. */
  assert_keys (result, "neu b mitte a + d");
  slide = g_ptr_array_index (result, 4);
  g_assert_cmpstr (slide->body, ==, "Mein Text");
  g_assert_cmpstr (slide->title, ==, "");
  slide = g_ptr_array_index (result, 5);
  g_assert_cmpstr (slide->title, ==, "Besser");
}

/* A slide that was only moved or hidden goes with its template. */
static void
test_gone_template (void)
{
  g_autoptr (GPtrArray) old = make_template ("a b");
  g_autoptr (GPtrArray) slides = make_template ("b a");
  g_autoptr (GPtrArray) newer = make_template ("b");
  g_autoptr (GPtrArray) edits = wb_deck_edits_find (old, slides);
  g_autoptr (GPtrArray) result = wb_deck_edits_apply (newer, edits);

  assert_keys (result, "b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deck-edits/nothing-changed", test_nothing_changed);
  g_test_add_func ("/deck-edits/round-trip", test_round_trip);
  g_test_add_func ("/deck-edits/newer-template", test_newer_template);
  g_test_add_func ("/deck-edits/gone-template", test_gone_template);

  return g_test_run ();
}
