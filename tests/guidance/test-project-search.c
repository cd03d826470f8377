/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-search.h"
#include "wb-test-guide.h"

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  WbStep *step;
  WbField *field;

  fixture->guide = wb_guide_new ("guide", "Guide", 1);
  fixture->answers = wb_answers_new ();
  step = wb_test_add_step (fixture->guide, "step", NULL);
  wb_test_add_field (fixture->guide, step, WB_FIELD_TEXT, "Straßen und Plätze", NULL);
  wb_test_add_field (fixture->guide, step, WB_FIELD_PERSON, "lead", NULL);
  field = wb_test_add_field (fixture->guide, step, WB_FIELD_TABLE, "work", NULL);
  wb_field_add_column (field, "what", "What", WB_FIELD_TEXT);
  wb_field_add_column (field, "until", "Until", WB_FIELD_DATE);
  field = wb_test_add_field (fixture->guide, step, WB_FIELD_CHECKLIST, "check", NULL);
  wb_field_add_option (field, "law", "Law read", NULL);
  wb_answers_set (fixture->answers, "lead", "", "name", "Jörg Müller");
  wb_answers_add_row (fixture->answers, "work", "a");
  wb_answers_set (fixture->answers, "work", "a", "what", "Räume messen");
  wb_answers_set (fixture->answers, "work", "a", "until", "2026-12-31");
  wb_answers_set (fixture->answers, "check", "law", "note", "Frau Groß fragen");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->guide);
  g_assert_finalize_object (fixture->answers);
}

static void
assert_finds (Fixture    *fixture,
              const char *query,
              const char *field,
              const char *text)
{
  g_autoptr (GPtrArray) hits = wb_project_search (fixture->guide, fixture->answers, query, 10);
  const WbProjectHit *hit;

  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->field, ==, field);
  g_assert_cmpstr (hit->text, ==, text);
  g_assert_cmpstr (hit->step_title, ==, "step");
}

static void
test_folded (Fixture       *fixture,
             gconstpointer  data)
{
  assert_finds (fixture, "strassen", "Straßen und Plätze", "");
  assert_finds (fixture, "PLAETZE Straße", "Straßen und Plätze", "");
  assert_finds (fixture, "platze", "Straßen und Plätze", "");
  assert_finds (fixture, "Mueller", "lead", "Jörg Müller");
  assert_finds (fixture, " muller,  jorg ", "lead", "Jörg Müller");
  assert_finds (fixture, "räum", "work", "Räume messen");
  assert_finds (fixture, "31.12.2026", "work", "31.12.2026");
  assert_finds (fixture, "gross", "check", "Frau Groß fragen");
  assert_finds (fixture, "law", "check", "Law read");
  /* The step itself, which is its first question. */
  assert_finds (fixture, "STEP", "Straßen und Plätze", "");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const queries[] = { "", "  ", "!?", "Müller Räume", "nowhere" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits = wb_project_search (fixture->guide, fixture->answers, queries[i], 10);

      g_assert_cmpuint (hits->len, ==, 0);
    }
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = wb_project_search (fixture->guide, fixture->answers, "e", 2);

  g_assert_cmpuint (hits->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/project-search/folded", test_folded);
  ADD ("/project-search/nothing", test_nothing);
  ADD ("/project-search/limit", test_limit);
#undef ADD

  return g_test_run ();
}
