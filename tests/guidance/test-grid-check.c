/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-grid-check.h"
#include "wb-names.h"
#include "wb-test-guide.h"

typedef struct
{
  WbGuide *guide;
  WbStep *step;
  WbAnswers *answers;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->guide = wb_guide_new ("g", "Guide", 1);
  fixture->step = wb_test_add_step (fixture->guide, "s", NULL);
  fixture->answers = wb_answers_new ();
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_finalize_object (fixture->guide);
  g_assert_finalize_object (fixture->answers);
}

static WbField *
add_grid (Fixture    *fixture,
          WbGrid      grid,
          const char *id)
{
  WbField *field = wb_field_new_grid (grid, id, id);

  wb_guide_add_field (fixture->guide, fixture->step, field);

  return field;
}

static WbGridRule *
add_rule (WbField        *field,
          WbGridRuleType  type,
          const char     *words,
          const char     *others)
{
  WbGridRule *rule = wb_grid_rule_new (type, "r", "Title", "Reason");

  g_strfreev (rule->words);
  rule->words = g_strsplit (words, "|", -1);
  g_strfreev (rule->others);
  rule->others = g_strsplit (others, "|", -1);
  rule->source = g_strdup ("Source");
  rule->target = g_strdup ("law");
  g_ptr_array_add (field->rules, rule);

  return rule;
}

static void
set (Fixture    *fixture,
     const char *field,
     const char *row,
     const char *column,
     const char *value)
{
  g_autofree const char **rows = wb_answers_list_rows (fixture->answers, field);

  if (!g_strv_contains (rows, row))
    wb_answers_add_row (fixture->answers, field, row);
  wb_answers_set (fixture->answers, field, row, column, value);
}

/* The titles of all findings, one a line. */
static char *
list_titles (Fixture       *fixture,
             const WbField *field)
{
  g_autoptr (GPtrArray) findings = wb_grid_list_findings (field, fixture->guide, fixture->answers);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (text, "%s\n", ((WbFinding *) g_ptr_array_index (findings, i))->title);

  return g_string_free (text, FALSE);
}

#define assert_titles(fixture, field, expected)                        \
  G_STMT_START                                                         \
  {                                                                    \
    g_autofree char *titles = list_titles (fixture, field);            \
    g_assert_cmpstr (titles, ==, expected);                            \
  }                                                                    \
  G_STMT_END

/* A row closes the gap by its group, its name or its function, in any spelling; what somebody needs does not. */
static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  WbField *field = add_grid (fixture, WB_GRID_STAKEHOLDERS, "who");
  g_autoptr (GPtrArray) findings = NULL;
  const WbFinding *finding;

  add_rule (field, WB_GRID_RULE_MISSING, "Personalrat|Personalvertretung", "");
  findings = wb_grid_list_findings (field, fixture->guide, fixture->answers);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->title, ==, "Missing: Title");
  g_assert_cmpstr (finding->reason, ==, "Reason");
  g_assert_cmpstr (finding->source, ==, "Source");
  g_assert_cmpstr (finding->target, ==, "law");
  g_assert_cmpstr (finding->fill, ==, "Title");

  set (fixture, "who", "a", "needs", "asks the Personalrat");
  assert_titles (fixture, field, "Missing: Title\n");
  set (fixture, "who", "a", "group", "Vorsitz des PERSONALRATS");
  assert_titles (fixture, field, "");

  /* A staff council is no town council. */
  add_rule (field, WB_GRID_RULE_MISSING, " Rat|Gemeinderat", "");
  assert_titles (fixture, field, "Missing: Title\n");
  set (fixture, "who", "b", "group", "Rat, Ausschuss");
  assert_titles (fixture, field, "");
}

/* A rule holds only when its condition does, and nothing is asked of a field that is not asked. */
static void
test_when (Fixture       *fixture,
           gconstpointer  data)
{
  WbField *personal = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_CHOICE, "personal", NULL);
  WbField *field = add_grid (fixture, WB_GRID_STAKEHOLDERS, "who");
  WbGridRule *rule = add_rule (field, WB_GRID_RULE_MISSING, "Datenschutz", "");

  wb_field_add_option (personal, "yes", "Yes", NULL);
  rule->when = wb_test_is ("personal", "yes");
  assert_titles (fixture, field, "");
  wb_answers_set (fixture->answers, "personal", "", "", "yes");
  assert_titles (fixture, field, "Missing: Title\n");
  field->when = wb_test_is ("personal", "no");
  assert_titles (fixture, field, "");
}

/* Two functions of one person, also over two rows; two persons are no conflict. */
static void
test_both (Fixture       *fixture,
           gconstpointer  data)
{
  WbField *field = add_grid (fixture, WB_GRID_PERSONS, "team");

  add_rule (field, WB_GRID_RULE_BOTH, "Datenschutzbeauftragt", "Projektleitung");
  set (fixture, "team", "a", "name", "Kim");
  set (fixture, "team", "a", "function", "Datenschutzbeauftragter");
  set (fixture, "team", "b", "name", "Toni");
  set (fixture, "team", "b", "role", "Projektleitung");
  assert_titles (fixture, field, "");
  set (fixture, "team", "b", "name", "Kim");
  assert_titles (fixture, field, "Kim: Title\n");
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  WbField *field;

  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_PERSON, "dsb", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_PERSON, "lead", NULL);
  field = add_grid (fixture, WB_GRID_PERSONS, "team");
  add_rule (field, WB_GRID_RULE_SAME, "dsb|lead", "");
  assert_titles (fixture, field, "");
  wb_answers_set (fixture->answers, "dsb", "", "name", "Jörg  Müller");
  assert_titles (fixture, field, "");
  wb_answers_set (fixture->answers, "lead", "", "name", "joerg müller");
  assert_titles (fixture, field, "Jörg  Müller: Title\n");
  wb_answers_set (fixture->answers, "lead", "", "name", "Toni");
  assert_titles (fixture, field, "");
}

static void
test_hours (Fixture       *fixture,
            gconstpointer  data)
{
  WbField *field = add_grid (fixture, WB_GRID_PERSONS, "team");

  add_rule (field, WB_GRID_RULE_HOURS, "", "")->limit = 10;
  set (fixture, "team", "a", "name", "Kim");
  set (fixture, "team", "a", "hours", "6.5");
  set (fixture, "team", "b", "hours", "99");
  assert_titles (fixture, field, "");
  set (fixture, "team", "c", "name", "Kim");
  set (fixture, "team", "c", "hours", "3.5");
  assert_titles (fixture, field, "");
  set (fixture, "team", "c", "hours", "3.6");
  assert_titles (fixture, field, "Kim: Title\n");
}

static void
test_raci (Fixture       *fixture,
           gconstpointer  data)
{
  WbField *field = add_grid (fixture, WB_GRID_RACI, "raci");

  set (fixture, "raci", "a", "responsible", "Kim");
  assert_titles (fixture, field, "");
  set (fixture, "raci", "a", "task", "Check");
  set (fixture, "raci", "b", "task", "Import");
  set (fixture, "raci", "b", "accountable", "Kim, Toni");
  assert_titles (fixture, field,
                 "“Check”: nobody answers for it (no A)\n“Import”: nobody does it (no R)\n"
                 "“Import”: 2 persons answer for it (A)\n");
}

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  WbField *field = add_grid (fixture, WB_GRID_STAKEHOLDERS, "who");
  g_autofree char *nothing = NULL;
  g_autofree char *place = NULL;

  set (fixture, "who", "a", "name", "Kim");
  nothing = wb_grid_describe_place (field, fixture->answers, "a");
  g_assert_cmpstr (nothing, ==, "Influence not rated, Interest not rated");
  set (fixture, "who", "a", "influence", "4");
  set (fixture, "who", "a", "interest", "2");
  place = wb_grid_describe_place (field, fixture->answers, "a");
  g_assert_cmpstr (place, ==, "Influence 4 of 5, Interest 2 of 5");
  g_assert_cmpstr (wb_grid_get_row_name (field, fixture->answers, "a"), ==, "Kim");
  set (fixture, "who", "a", "group", "Yard");
  g_assert_cmpstr (wb_grid_get_row_name (field, fixture->answers, "a"), ==, "Yard");
  set (fixture, "who", "a", "interest", "9");
  g_assert_cmpint (wb_grid_get_strength (field, fixture->answers, "a", "interest"), ==, 0);

  g_assert_cmpstr (wb_grid_get_way (5, 3), ==, "Involve");
  g_assert_cmpstr (wb_grid_get_way (3, 2), ==, "Win over");
  g_assert_cmpstr (wb_grid_get_way (2, 5), ==, "Keep informed");
  g_assert_cmpstr (wb_grid_get_way (1, 1), ==, "Keep an eye on");
  g_assert_null (wb_grid_get_way (0, 5));
}

/* The worst first; those that weigh the same, and those not rated, as they came. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const products[][3] = { { "a", "", "5" }, { "b", "2", "2" }, { "c", "5", "5" }, { "d", "4", "1" } };
  WbField *field = add_grid (fixture, WB_GRID_RISKS, "risks");
  g_autofree const char **rows = NULL;
  g_autofree char *order = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    {
      set (fixture, "risks", products[i][0], "likelihood", products[i][1]);
      set (fixture, "risks", products[i][0], "damage", products[i][2]);
    }
  rows = wb_grid_list_rows (field, fixture->answers);
  order = g_strjoinv ("", (char **) rows);
  g_assert_cmpstr (order, ==, "cbda");
}

/* By day, then by week, then what has neither. */
static void
test_milestones (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const stops[][3] = { { "a", "", "" },  { "b", "", "12" }, { "c", "2027-03-01", "1" },
                                          { "d", "", "9" }, { "e", "2027-01-15", "" } };
  WbField *field = add_grid (fixture, WB_GRID_MILESTONES, "stops");
  g_autofree const char **rows = NULL;
  g_autofree char *order = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      set (fixture, "stops", stops[i][0], "date", stops[i][1]);
      set (fixture, "stops", stops[i][0], "week", stops[i][2]);
    }
  rows = wb_grid_list_rows (field, fixture->answers);
  order = g_strjoinv ("", (char **) rows);
  g_assert_cmpstr (order, ==, "ecdba");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  WbField *people = add_grid (fixture, WB_GRID_STAKEHOLDERS, "who");
  WbField *field = add_grid (fixture, WB_GRID_RACI, "raci");
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL, *in = wb_names_toggle (" Kim ;Toni,Kim", "Alex", TRUE), *out = wb_names_toggle (in, "Toni", FALSE);

  g_assert_cmpstr (in, ==, "Kim, Toni, Alex");
  g_assert_cmpstr (out, ==, "Kim, Alex");
  g_assert_true (wb_names_contain (in, "Toni"));
  g_assert_false (wb_names_contain (in, "Ton"));

  g_assert_nonnull (people);
  field->people = g_strdup ("who");
  set (fixture, "who", "a", "name", "Kim");
  set (fixture, "who", "b", "group", "Yard, north");
  set (fixture, "raci", "t", "informed", "Kim; Mayor");
  names = wb_names_list (field, fixture->guide, fixture->answers);
  joined = g_strjoinv ("|", names);
  g_assert_cmpstr (joined, ==, "Kim|Yard  north|Mayor");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/grid-check/missing", test_missing);
  ADD ("/grid-check/when", test_when);
  ADD ("/grid-check/both", test_both);
  ADD ("/grid-check/same", test_same);
  ADD ("/grid-check/hours", test_hours);
  ADD ("/grid-check/raci", test_raci);
  ADD ("/grid-check/places", test_places);
  ADD ("/grid-check/order", test_order);
  ADD ("/grid-check/milestones", test_milestones);
  ADD ("/grid-check/names", test_names);

  return g_test_run ();
}
