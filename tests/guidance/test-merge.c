/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-answer-check.h"
#include "wb-merge-words.h"
#include "wb-merge.h"
#include "wb-test-guide.h"

/* How many pairs of random branches are merged. */
#define N_ROUNDS 400

/* A project with a text, a long text, a person, a table and a checklist. */
static WbGuide *
make_guide (void)
{
  WbGuide *guide = wb_guide_new ("leitfaden", "Leitfaden", 1);
  WbStep *step = wb_test_add_step (guide, "schritt", NULL);
  WbField *table, *list;

  wb_test_add_field (guide, step, WB_FIELD_TEXT, "ziel", NULL);
  wb_test_add_field (guide, step, WB_FIELD_LONG_TEXT, "anlass", NULL);
  wb_test_add_field (guide, step, WB_FIELD_PERSON, "leitung", NULL);
  table = wb_test_add_field (guide, step, WB_FIELD_TABLE, "liste", NULL);
  wb_field_add_column (table, "wer", "Wer", WB_FIELD_TEXT);
  wb_field_add_column (table, "rolle", "Rolle", WB_FIELD_TEXT);
  list = wb_test_add_field (guide, step, WB_FIELD_CHECKLIST, "vorher", NULL);
  wb_field_add_option (list, "strom", "Strom ist da", NULL);
  wb_field_add_option (list, "raum", "Raum ist da", NULL);
  wb_test_add_field (guide, step, WB_FIELD_DATE, "beginn", NULL);

  return guide;
}

static void
set (WbProjectState *state,
     const char     *field,
     const char     *value)
{
  wb_project_state_set (state, WB_EDIT_CELL, field, "", "", value);
}

static void
add_row (WbProjectState *state,
         const char     *field,
         const char     *id,
         const char     *who)
{
  wb_project_state_set (state, WB_EDIT_ROW, field, id, "", "1");
  wb_project_state_set (state, WB_EDIT_CELL, field, id, "wer", who);
  g_ptr_array_add (wb_project_state_get_order (state, WB_EDIT_ROW, field), g_strdup (id));
}

static void
remove_row (WbProjectState *state,
            const char     *field,
            const char     *id)
{
  GPtrArray *order = wb_project_state_get_order (state, WB_EDIT_ROW, field);
  guint position;

  wb_project_state_set (state, WB_EDIT_ROW, field, id, "", "");
  wb_project_state_set (state, WB_EDIT_CELL, field, id, "wer", "");
  wb_project_state_set (state, WB_EDIT_CELL, field, id, "rolle", "");
  if (g_ptr_array_find_with_equal_func (order, id, g_str_equal, &position))
    g_ptr_array_remove_index (order, position);
}

static void
move_row (WbProjectState *state,
          const char     *field,
          const char     *id,
          guint           position)
{
  GPtrArray *order = wb_project_state_get_order (state, WB_EDIT_ROW, field);
  guint old;

  g_assert_true (g_ptr_array_find_with_equal_func (order, id, g_str_equal, &old));
  g_free (g_ptr_array_steal_index (order, old));
  g_ptr_array_insert (order, (int) MIN (position, order->len), g_strdup (id));
}

static void
assert_order (WbProjectState *state,
              WbEditTarget    target,
              const char     *field,
              const char     *expected)
{
  GPtrArray *order = wb_project_state_get_order (state, target, field);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "," : "", (char *) g_ptr_array_index (order, i));
  g_assert_cmpstr (joined->str, ==, expected);
}

static const char *
get (WbProjectState *state,
     const char     *field)
{
  return wb_project_state_get (state, WB_EDIT_CELL, field, "", "");
}

static void
choose_all (WbMerge       *merge,
            WbMergeChoice  choice)
{
  GPtrArray *conflicts = wb_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    wb_merge_choose (merge, g_ptr_array_index (conflicts, i), choice);
}

/* Three times the same beginning. */
typedef struct
{
  WbGuide *guide;
  WbProjectState *base;
  WbProjectState *mine;
  WbProjectState *theirs;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->guide = make_guide ();
  self->base = wb_project_state_new ();
  set (self->base, "ziel", "Ausgang");
  add_row (self->base, "liste", "a", "Jugendamt");
  add_row (self->base, "liste", "b", "Bauamt");
  add_row (self->base, "liste", "c", "Presse");
  self->mine = wb_project_state_copy (self->base);
  self->theirs = wb_project_state_copy (self->base);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  wb_project_state_free (self->base);
  wb_project_state_free (self->mine);
  wb_project_state_free (self->theirs);
  g_object_unref (self->guide);
}

static WbMerge *
merge (Fixture *self)
{
  return wb_merge_new (self->base, self->mine, self->theirs, self->guide);
}

static void
assert_counts (WbMerge *merged,
               guint    incoming,
               guint    conflicts)
{
  g_assert_cmpuint (wb_merge_get_incoming (merged)->len, ==, incoming);
  g_assert_cmpuint (wb_merge_get_conflicts (merged)->len, ==, conflicts);
}

static void
test_united (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (WbMerge) merged = NULL;
  g_autoptr (WbProjectState) result = NULL;

  set (self->mine, "ziel", "Neu");
  set (self->theirs, "anlass", "Kita");
  add_row (self->mine, "liste", "m", "Rat");
  add_row (self->theirs, "liste", "t", "Personalrat");
  remove_row (self->theirs, "liste", "b");
  merged = merge (self);
  assert_counts (merged, 3, 0);
  result = wb_merge_make_result (merged);
  g_assert_cmpstr (get (result, "ziel"), ==, "Neu");
  g_assert_cmpstr (get (result, "anlass"), ==, "Kita");
  assert_order (result, WB_EDIT_ROW, "liste", "a,c,m,t");
  g_assert_cmpstr (wb_project_state_get (result, WB_EDIT_CELL, "liste", "t", "wer"), ==, "Personalrat");
  g_assert_cmpstr (wb_project_state_get (result, WB_EDIT_CELL, "liste", "b", "wer"), ==, "");
}

/* The one answers so that a question of the row is not asked, the other answers that question: nothing is lost, and it is there when it is asked again. */
static void
test_row_condition (Fixture       *self,
                    gconstpointer  data)
{
  WbField *group = wb_test_add_field (self->guide, g_ptr_array_index (wb_guide_get_steps (self->guide), 0), WB_FIELD_GROUP, "talks", NULL);
  g_autoptr (WbMerge) merged = NULL;
  g_autoptr (WbProjectState) result = NULL;

  wb_field_add_column (group, "again", "Again", WB_FIELD_YES_NO);
  wb_field_add_column (group, "day", "Day", WB_FIELD_TEXT)->when = wb_condition_new_cell (WB_CONDITION_IS, "talks", "again", "yes");
  wb_project_state_set (self->base, WB_EDIT_ROW, "talks", "t", "", "1");
  wb_project_state_set (self->base, WB_EDIT_CELL, "talks", "t", "again", "yes");
  wb_project_state_free (self->mine);
  wb_project_state_free (self->theirs);
  self->mine = wb_project_state_copy (self->base);
  self->theirs = wb_project_state_copy (self->base);
  wb_project_state_set (self->mine, WB_EDIT_CELL, "talks", "t", "again", "no");
  wb_project_state_set (self->theirs, WB_EDIT_CELL, "talks", "t", "day", "Tuesday");
  merged = merge (self);
  assert_counts (merged, 1, 0);
  result = wb_merge_make_result (merged);
  g_assert_cmpstr (wb_project_state_get (result, WB_EDIT_CELL, "talks", "t", "again"), ==, "no");
  g_assert_cmpstr (wb_project_state_get (result, WB_EDIT_CELL, "talks", "t", "day"), ==, "Tuesday");
}

static void
test_conflict (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (WbMerge) merged = NULL;
  g_autoptr (WbProjectState) first = NULL;
  g_autoptr (WbProjectState) second = NULL;
  g_autoptr (WbProjectState) third = NULL;
  WbMergeUnit *conflict;

  set (self->mine, "ziel", "A");
  set (self->theirs, "ziel", "B");
  set (self->mine, "anlass", "gleich");
  set (self->theirs, "anlass", "gleich");
  merged = merge (self);
  assert_counts (merged, 0, 1);
  g_assert_cmpuint (wb_merge_count_open (merged), ==, 1);
  conflict = g_ptr_array_index (wb_merge_get_conflicts (merged), 0);
  g_assert_false (conflict->can_join);
  /* What is not decided stays. */
  first = wb_merge_make_result (merged);
  g_assert_cmpstr (get (first, "ziel"), ==, "A");
  wb_merge_choose (merged, conflict, WB_MERGE_THEIRS);
  g_assert_cmpuint (wb_merge_count_open (merged), ==, 0);
  second = wb_merge_make_result (merged);
  g_assert_cmpstr (get (second, "ziel"), ==, "B");
  g_assert_cmpstr (get (second, "anlass"), ==, "gleich");
  wb_merge_choose (merged, conflict, WB_MERGE_MINE);
  third = wb_merge_make_result (merged);
  g_assert_cmpstr (get (third, "ziel"), ==, "A");
}

static void
test_join (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (WbMerge) merged = NULL;
  g_autoptr (WbProjectState) result = NULL;
  WbMergeUnit *conflict;

  set (self->mine, "anlass", "Es fehlen Plätze.");
  set (self->theirs, "anlass", "Der Rat hat gefragt.");
  merged = merge (self);
  conflict = g_ptr_array_index (wb_merge_get_conflicts (merged), 0);
  g_assert_true (conflict->can_join);
  wb_merge_choose (merged, conflict, WB_MERGE_BOTH);
  result = wb_merge_make_result (merged);
  g_assert_cmpstr (get (result, "anlass"), ==, "Es fehlen Plätze.\nDer Rat hat gefragt.");
}

/* One conflict for the row, however much of it was changed; taking either side leaves nothing of the other. */
static void
test_removed (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (WbMerge) merged = NULL;
  g_autoptr (WbProjectState) mine = NULL;
  g_autoptr (WbProjectState) theirs = NULL;
  WbMergeUnit *conflict;

  wb_project_state_set (self->mine, WB_EDIT_CELL, "liste", "b", "wer", "Bauhof");
  wb_project_state_set (self->mine, WB_EDIT_CELL, "liste", "b", "rolle", "Daten");
  remove_row (self->theirs, "liste", "b");
  merged = merge (self);
  assert_counts (merged, 0, 1);
  conflict = g_ptr_array_index (wb_merge_get_conflicts (merged), 0);
  g_assert_cmpint (conflict->kind, ==, WB_MERGE_REMOVED_BY_THEM);
  choose_all (merged, WB_MERGE_MINE);
  mine = wb_merge_make_result (merged);
  g_assert_true (wb_project_state_equal (mine, self->mine));
  choose_all (merged, WB_MERGE_THEIRS);
  theirs = wb_merge_make_result (merged);
  g_assert_true (wb_project_state_equal (theirs, self->theirs));
}

static void
test_removed_by_both (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (WbMerge) merged = NULL;

  remove_row (self->mine, "liste", "b");
  remove_row (self->theirs, "liste", "b");
  merged = merge (self);
  g_assert_true (wb_merge_is_empty (merged));
}

/* Contact and role of one person come together; of two persons they do not. */
static void
test_person (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (WbMerge) same = NULL;
  g_autoptr (WbMerge) other = NULL;
  g_autoptr (WbProjectState) result = NULL;

  wb_project_state_set (self->base, WB_EDIT_CELL, "leitung", "", "name", "Frau A.");
  wb_project_state_set (self->mine, WB_EDIT_CELL, "leitung", "", "name", "Frau A.");
  wb_project_state_set (self->theirs, WB_EDIT_CELL, "leitung", "", "name", "Frau A.");
  wb_project_state_set (self->mine, WB_EDIT_CELL, "leitung", "", "role", "Leitung");
  wb_project_state_set (self->theirs, WB_EDIT_CELL, "leitung", "", "contact", "Zimmer 3");
  same = merge (self);
  assert_counts (same, 1, 0);

  wb_project_state_set (self->mine, WB_EDIT_CELL, "leitung", "", "name", "Herr B.");
  other = merge (self);
  assert_counts (other, 0, 1);
  choose_all (other, WB_MERGE_THEIRS);
  result = wb_merge_make_result (other);
  g_assert_true (wb_project_state_equal (result, self->theirs));
}

static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (WbMerge) one = NULL;
  g_autoptr (WbMerge) both = NULL;
  g_autoptr (WbProjectState) moved = NULL;
  g_autoptr (WbProjectState) mine = NULL;
  g_autoptr (WbProjectState) theirs = NULL;

  move_row (self->theirs, "liste", "c", 0);
  add_row (self->mine, "liste", "m", "Rat");
  one = merge (self);
  assert_counts (one, 1, 0);
  moved = wb_merge_make_result (one);
  assert_order (moved, WB_EDIT_ROW, "liste", "c,a,b,m");

  move_row (self->mine, "liste", "b", 0);
  both = merge (self);
  assert_counts (both, 0, 1);
  choose_all (both, WB_MERGE_MINE);
  mine = wb_merge_make_result (both);
  assert_order (mine, WB_EDIT_ROW, "liste", "b,a,c,m");
  choose_all (both, WB_MERGE_THEIRS);
  theirs = wb_merge_make_result (both);
  assert_order (theirs, WB_EDIT_ROW, "liste", "c,a,b,m");
}

static GPtrArray *
make_deck (const char *first,
           ...)
{
  GPtrArray *slides = wb_slide_list_new ();
  va_list args;

  va_start (args, first);
  for (const char *key = first; key != NULL; key = va_arg (args, const char *))
    {
      WbSlide *slide = wb_slide_new (key);

      slide->level = *key == '+' ? 2 : 0;
      slide->title = *key == '+' ? g_strdup (key + 1) : NULL;
      g_ptr_array_add (slides, slide);
    }
  va_end (args);

  return slides;
}

/* Own slides of both stay; a text one changed and a slide the other hid come together. */
static void
test_slides (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) mine = make_deck ("eins", "+m", "zwei", "drei", NULL);
  g_autoptr (GPtrArray) theirs = make_deck ("eins", "zwei", "drei", "+t", NULL);
  g_autoptr (GPtrArray) deck = NULL;
  g_autoptr (WbMerge) merged = NULL;
  g_autoptr (WbProjectState) result = NULL;

  ((WbSlide *) g_ptr_array_index (mine, 2))->title = g_strdup ("Zweitens");
  ((WbSlide *) g_ptr_array_index (theirs, 1))->hidden = TRUE;
  wb_project_state_add_deck (self->mine, "auftakt", mine);
  wb_project_state_add_deck (self->theirs, "auftakt", theirs);
  merged = merge (self);
  assert_counts (merged, 2, 0);
  result = wb_merge_make_result (merged);
  assert_order (result, WB_EDIT_SLIDE, "auftakt", "eins,+m,zwei,drei,+t");
  deck = wb_project_state_make_deck (result, "auftakt");
  g_assert_cmpstr (((WbSlide *) g_ptr_array_index (deck, 2))->title, ==, "Zweitens");
  g_assert_true (((WbSlide *) g_ptr_array_index (deck, 2))->hidden);
  g_assert_cmpstr (((WbSlide *) g_ptr_array_index (deck, 4))->title, ==, "t");
  g_assert_null (((WbSlide *) g_ptr_array_index (deck, 0))->title);
}

/* They brought the template back. */
static void
test_slides_back (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) slides = make_deck ("zwei", "eins", "+eigen", NULL);
  g_autoptr (WbMerge) merged = NULL;
  g_autoptr (WbProjectState) result = NULL;

  wb_project_state_add_deck (self->base, "auftakt", slides);
  wb_project_state_add_deck (self->mine, "auftakt", slides);
  set (self->mine, "ziel", "Neu");
  merged = merge (self);
  result = wb_merge_make_result (merged);
  assert_order (result, WB_EDIT_SLIDE, "auftakt", "");
  g_assert_cmpstr (get (result, "ziel"), ==, "Neu");
}

/* What nobody could have typed is left out, and said. */
static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (WbMerge) merged = NULL;
  g_autoptr (WbProjectState) result = NULL;
  g_autofree char *long_text = g_strnfill (WB_ANSWER_MAX_BYTES + 1, 'x');
  g_autofree char *long_title = g_strnfill (WB_PROJECT_MAX_TITLE + 1, 'x');
  GPtrArray *refused;

  set (self->theirs, "beginn", "31.2.2026");
  set (self->theirs, "anlass", long_text);
  wb_project_state_set (self->theirs, WB_EDIT_FACT, WB_STATE_TITLE, "", "", long_title);
  set (self->mine, "ziel", "meins");
  set (self->theirs, "ziel", "zwei\nZeilen");
  merged = merge (self);
  assert_counts (merged, 0, 0);
  refused = wb_merge_get_refused (merged);
  g_assert_cmpuint (refused->len, ==, 4);
  for (guint i = 0; i < refused->len; i++)
    g_assert_nonnull (((WbMergeUnit *) g_ptr_array_index (refused, i))->reason);
  result = wb_merge_make_result (merged);
  g_assert_true (wb_project_state_equal (result, self->mine));
}

static void
check_words (WbMerge    *merged,
             Fixture    *self,
             const char *expected)
{
  g_autoptr (WbAnswers) mine = wb_answers_new ();
  g_autoptr (WbAnswers) theirs = wb_answers_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  GPtrArray *incoming = wb_merge_get_incoming (merged);
  GPtrArray *conflicts = wb_merge_get_conflicts (merged);

  wb_answers_add_row (mine, "liste", "b");
  wb_answers_set (mine, "liste", "b", "wer", "Bauhof");
  wb_answers_add_row (theirs, "liste", "t");
  wb_answers_set (theirs, "liste", "t", "wer", "Personalrat");
  for (guint i = 0; i < incoming->len; i++)
    {
      g_autofree char *words = wb_merge_incoming_to_words (g_ptr_array_index (incoming, i), self->guide, mine, theirs);

      g_string_append_printf (lines, "%s\n", words);
    }
  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *words = wb_merge_conflict_to_words (g_ptr_array_index (conflicts, i), self->guide, mine, theirs);

      g_string_append_printf (lines, "%s\n", words);
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_words (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (WbMerge) merged = NULL;

  wb_project_state_set (self->theirs, WB_EDIT_FACT, WB_STATE_TITLE, "", "", "Neu");
  set (self->theirs, "anlass", "Kita");
  add_row (self->theirs, "liste", "t", "Personalrat");
  wb_project_state_set (self->theirs, WB_EDIT_CELL, "vorher", "strom", "done", "1");
  set (self->mine, "ziel", "A");
  set (self->theirs, "ziel", "B");
  wb_project_state_set (self->mine, WB_EDIT_CELL, "leitung", "", "name", "Frau A.");
  wb_project_state_set (self->theirs, WB_EDIT_CELL, "leitung", "", "name", "Herr B.");
  wb_project_state_set (self->theirs, WB_EDIT_CELL, "leitung", "", "role", "Amt");
  wb_project_state_set (self->mine, WB_EDIT_CELL, "liste", "b", "wer", "Bauhof");
  remove_row (self->theirs, "liste", "b");
  merged = merge (self);
  check_words (merged, self,
               "Title of the project: empty → Neu\n"
               "anlass: empty → Kita\n"
               "liste, Personalrat: added (Wer: Personalrat)\n"
               "vorher, Strom ist da: Done: ticked\n"
               "ziel: here “A”, in the other copy “B”\n"
               "leitung: here “Name: Frau A.”, in the other copy “Name: Herr B.; Role: Amt”\n"
               "liste, Bauhof: here “Wer: Bauhof”, in the other copy “removed”\n");
}

/*
 * Random branches.
 */

static const char *const fields[] = { "ziel", "anlass", "x", "y" };
static const char *const parts[] = { "name", "role", "contact" };
static const char *const keys[] = { "eins", "zwei", "drei", "+eigen", "+noch" };

/* Few values, so that the same is done on both sides, too. */
static char *
make_value (void)
{
  int number = g_test_rand_int_range (0, 5);

  return number == 0 ? g_strdup ("") : g_strdup_printf ("%d", number);
}

static void
change_row (WbProjectState *state,
            const char     *side)
{
  GPtrArray *order = wb_project_state_get_order (state, WB_EDIT_ROW, "liste");
  g_autofree char *value = make_value ();
  g_autofree char *id = NULL;

  if (order->len == 0 || g_test_rand_int_range (0, 4) == 0)
    {
      id = g_strdup_printf ("%s%08x", side, (guint) g_test_rand_int ());
      add_row (state, "liste", id, value);
      return;
    }
  id = g_strdup (g_ptr_array_index (order, g_test_rand_int_range (0, (int) order->len)));
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      remove_row (state, "liste", id);
      break;
    case 1:
      move_row (state, "liste", id, (guint) g_test_rand_int_range (0, (int) order->len));
      break;
    default:
      wb_project_state_set (state, WB_EDIT_CELL, "liste", id, g_test_rand_bit () ? "wer" : "rolle", value);
      break;
    }
}

/* A deck anew, from some of the slides there can be. */
static void
change_deck (WbProjectState *state)
{
  g_autoptr (GPtrArray) old = wb_project_state_make_deck (state, "deck");
  g_autoptr (GPtrArray) deck = wb_slide_list_new ();
  static const char *const all[] = { "", "level", "hidden", "title", "body", "notes" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      WbSlide *slide;

      if (*keys[i] == '+' && g_test_rand_bit ())
        continue;
      slide = wb_slide_new (keys[i]);
      slide->hidden = g_test_rand_int_range (0, 4) == 0;
      slide->title = g_test_rand_int_range (0, 3) == 0 ? make_value () : NULL;
      g_ptr_array_insert (deck, g_test_rand_int_range (0, (int) deck->len + 1), slide);
    }
  for (guint i = 0; i < old->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (all); j++)
      wb_project_state_set (state, WB_EDIT_SLIDE, "deck", ((WbSlide *) g_ptr_array_index (old, i))->key, all[j], "");
  wb_project_state_set_order (state, WB_EDIT_SLIDE, "deck", NULL);
  wb_project_state_add_deck (state, "deck", deck);
}

static void
change (WbProjectState *state,
        const char     *side)
{
  g_autofree char *value = make_value ();

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      wb_project_state_set (state, WB_EDIT_CELL, "leitung", "", parts[g_test_rand_int_range (0, 3)], value);
      break;
    case 1:
      wb_project_state_set (state, WB_EDIT_CELL, "vorher", g_test_rand_bit () ? "strom" : "raum", "note", value);
      break;
    case 2:
      wb_project_state_set (state, WB_EDIT_FACT, WB_STATE_TITLE, "", "", value);
      break;
    case 3:
      change_deck (state);
      break;
    case 4:
      set (state, fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))], value);
      break;
    default:
      change_row (state, side);
      break;
    }
}

static WbProjectState *
make_branch (WbProjectState *base,
             const char     *side)
{
  WbProjectState *branch = base != NULL ? wb_project_state_copy (base) : wb_project_state_new ();
  int n = g_test_rand_int_range (0, 25);

  for (int i = 0; i < n; i++)
    change (branch, side);

  return branch;
}

/* How many conflicts are about @place; @choice: what was decided there. */
static guint
count_conflicts (WbMerge       *merged,
                 const WbEdit  *place,
                 WbMergeChoice *choice)
{
  GPtrArray *conflicts = wb_merge_get_conflicts (merged);
  guint n = 0;

  for (guint i = 0; i < conflicts->len; i++)
    {
      const WbMergeUnit *unit = g_ptr_array_index (conflicts, i);
      gboolean found = FALSE;

      for (guint j = 0; j < unit->mine->len; j++)
        found = found || wb_edit_same_place (g_ptr_array_index (unit->mine, j), place);
      for (guint j = 0; j < unit->theirs->len; j++)
        found = found || wb_edit_same_place (g_ptr_array_index (unit->theirs, j), place);
      if (found)
        *choice = unit->choice;
      n += found ? 1 : 0;
    }

  return n;
}

static const char *
at (WbProjectState *state,
    const WbEdit   *place)
{
  return wb_project_state_get (state, place->target, place->field, place->row, place->column);
}

/* What may become of one value that somebody changed. */
static void
check_place (WbMerge        *merged,
             WbProjectState *result,
             Fixture        *self,
             const WbEdit   *place)
{
  const char *base = at (self->base, place);
  const char *mine = at (self->mine, place);
  const char *theirs = at (self->theirs, place);
  const char *after = at (result, place);
  WbMergeChoice choice = WB_MERGE_OPEN;
  guint n = count_conflicts (merged, place, &choice);

  if (g_str_equal (mine, theirs))
    g_assert_cmpstr (after, ==, mine);
  else if (n > 0)
    g_assert_cmpstr (after, ==, choice == WB_MERGE_THEIRS ? theirs : mine);
  else if (g_str_equal (base, mine))
    g_assert_cmpstr (after, ==, theirs);
  else if (g_str_equal (base, theirs))
    g_assert_cmpstr (after, ==, mine);
  else
    g_assert_not_reached ();
  g_assert_cmpuint (n, <=, 1);
}

static void
check_places (WbMerge        *merged,
              WbProjectState *result,
              Fixture        *self)
{
  g_autoptr (GPtrArray) mine = wb_project_state_compare (self->base, self->mine);
  g_autoptr (GPtrArray) theirs = wb_project_state_compare (self->base, self->theirs);
  g_autoptr (GPtrArray) after = wb_project_state_compare (self->base, result);

  for (guint i = 0; i < mine->len; i++)
    check_place (merged, result, self, g_ptr_array_index (mine, i));
  for (guint i = 0; i < theirs->len; i++)
    check_place (merged, result, self, g_ptr_array_index (theirs, i));
  /* Nothing comes from nowhere. */
  for (guint i = 0; i < after->len; i++)
    check_place (merged, result, self, g_ptr_array_index (after, i));
}

/* Each row that is there stands in the order, once. */
static void
check_rows (WbProjectState *result,
            Fixture        *self)
{
  g_autoptr (WbProjectState) empty = wb_project_state_new ();
  g_autoptr (GPtrArray) all = wb_project_state_compare (empty, result);
  GPtrArray *order = wb_project_state_get_order (result, WB_EDIT_ROW, "liste");
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (all, i);

      if (edit->target == WB_EDIT_ROW)
        g_assert_true (g_ptr_array_find_with_equal_func (order, edit->row, g_str_equal, NULL));
      if (edit->target == WB_EDIT_CELL && g_str_equal (edit->field, "liste"))
        g_assert_cmpstr (wb_project_state_get (result, WB_EDIT_ROW, "liste", edit->row, ""), ==, "1");
      if (edit->target == WB_EDIT_SLIDE)
        g_assert_true (g_ptr_array_find_with_equal_func (wb_project_state_get_order (result, WB_EDIT_SLIDE, "deck"), edit->row,
                                                         g_str_equal, NULL));
      n += edit->target == WB_EDIT_ROW ? 1 : 0;
    }
  g_assert_cmpuint (order->len, ==, n);
}

static WbMergeChoice
swap (WbMergeChoice choice)
{
  return choice == WB_MERGE_MINE ? WB_MERGE_THEIRS : WB_MERGE_MINE;
}

/* (nullable) */
static WbMergeUnit *
find_conflict (WbMerge           *merged,
               const WbMergeUnit *wanted)
{
  GPtrArray *conflicts = wb_merge_get_conflicts (merged);

  for (guint i = 0; i < conflicts->len; i++)
    {
      WbMergeUnit *unit = g_ptr_array_index (conflicts, i);

      if (wb_edit_same_place (unit->place, wanted->place) && (unit->kind == WB_MERGE_ORDER) == (wanted->kind == WB_MERGE_ORDER))
        return unit;
    }

  return NULL;
}

/* From the other side it is the same. */
static void
check_mirrored (WbMerge        *merged,
                WbProjectState *result,
                Fixture        *self)
{
  g_autoptr (WbMerge) mirrored = wb_merge_new (self->base, self->theirs, self->mine, self->guide);
  g_autoptr (WbProjectState) other = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  GPtrArray *conflicts = wb_merge_get_conflicts (merged);

  g_assert_cmpuint (conflicts->len, ==, wb_merge_get_conflicts (mirrored)->len);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const WbMergeUnit *unit = g_ptr_array_index (conflicts, i);
      WbMergeUnit *same = find_conflict (mirrored, unit);

      g_assert_nonnull (same);
      g_assert_cmpuint (same->mine->len, ==, unit->theirs->len);
      g_assert_cmpuint (same->theirs->len, ==, unit->mine->len);
      wb_merge_choose (mirrored, same, swap (unit->choice));
    }
  other = wb_merge_make_result (mirrored);
  differences = wb_project_state_compare (result, other);
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
check_round (Fixture *self)
{
  g_autoptr (WbMerge) merged = merge (self);
  g_autoptr (WbMerge) unchanged = wb_merge_new (self->base, self->mine, self->base, self->guide);
  g_autoptr (WbMerge) followed = wb_merge_new (self->base, self->base, self->theirs, self->guide);
  g_autoptr (WbMerge) again = NULL;
  g_autoptr (WbProjectState) result = NULL;
  g_autoptr (WbProjectState) mine = wb_merge_make_result (unchanged);
  g_autoptr (WbProjectState) theirs = wb_merge_make_result (followed);
  g_autoptr (WbProjectState) later = NULL;
  GPtrArray *conflicts = wb_merge_get_conflicts (merged);

  for (guint i = 0; i < conflicts->len; i++)
    wb_merge_choose (merged, g_ptr_array_index (conflicts, i), g_test_rand_bit () ? WB_MERGE_MINE : WB_MERGE_THEIRS);
  result = wb_merge_make_result (merged);
  g_assert_cmpuint (wb_merge_get_refused (merged)->len, ==, 0);
  check_places (merged, result, self);
  check_rows (result, self);
  check_mirrored (merged, result, self);

  g_assert_true (wb_merge_is_empty (unchanged));
  g_assert_true (wb_project_state_equal (mine, self->mine));
  g_assert_cmpuint (wb_merge_get_conflicts (followed)->len, ==, 0);
  g_assert_true (wb_project_state_equal (theirs, self->theirs));

  /* Once merged, theirs is what both come from. */
  again = wb_merge_new (self->theirs, result, self->theirs, self->guide);
  g_assert_true (wb_merge_is_empty (again));
  later = wb_merge_make_result (again);
  g_assert_true (wb_project_state_equal (later, result));
}

static void
test_random (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Fixture round;

      round.guide = make_guide ();
      round.base = make_branch (NULL, "b");
      round.mine = make_branch (round.base, "m");
      round.theirs = make_branch (round.base, "t");
      check_round (&round);
      tear_down (&round, NULL);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/merge/united", test_united);
  ADD ("/merge/row-condition", test_row_condition);
  ADD ("/merge/conflict", test_conflict);
  ADD ("/merge/join", test_join);
  ADD ("/merge/removed", test_removed);
  ADD ("/merge/removed-by-both", test_removed_by_both);
  ADD ("/merge/person", test_person);
  ADD ("/merge/order", test_order);
  ADD ("/merge/slides", test_slides);
  ADD ("/merge/slides-back", test_slides_back);
  ADD ("/merge/refused", test_refused);
  ADD ("/merge/words", test_words);
  g_test_add_func ("/merge/random", test_random);

  return g_test_run ();
}
