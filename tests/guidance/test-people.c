/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-people.h"
#include "wb-test-guide.h"

/* A person, a list of persons, stakeholders, a RACI matrix, a table with a column of names, and a checklist. */
static WbGuide *
make_guide (void)
{
  WbGuide *guide = wb_guide_new ("leitfaden", "Leitfaden", 1);
  WbStep *step = wb_test_add_step (guide, "schritt", NULL);
  WbField *table, *list;

  wb_test_add_field (guide, step, WB_FIELD_PERSON, "leitung", NULL);
  wb_guide_add_field (guide, step, wb_field_new_grid (WB_GRID_STAKEHOLDERS, "beteiligte", "Beteiligte"));
  wb_guide_add_field (guide, step, wb_field_new_grid (WB_GRID_PERSONS, "team", "Team"));
  wb_guide_add_field (guide, step, wb_field_new_grid (WB_GRID_RACI, "aufgaben", "Aufgaben"));
  table = wb_test_add_field (guide, step, WB_FIELD_TABLE, "tests", NULL);
  wb_field_add_column (table, "fall", "Fall", WB_FIELD_TEXT);
  wb_field_add_column (table, "wer", "Wer", WB_FIELD_TEXT)->names = TRUE;
  list = wb_test_add_field (guide, step, WB_FIELD_CHECKLIST, "vorher", NULL);
  wb_field_add_option (list, "strom", "Strom ist da", NULL);

  return guide;
}

static void
add (WbAnswers  *answers,
     const char *field,
     const char *row,
     const char *column,
     const char *value)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field);

  if (!g_strv_contains (rows, row))
    wb_answers_add_row (answers, field, row);
  wb_answers_set (answers, field, row, column, value);
}

static WbAnswers *
make_answers (void)
{
  WbAnswers *answers = wb_answers_new ();

  wb_answers_set (answers, "leitung", "", "name", "Frau A.");
  wb_answers_set (answers, "leitung", "", "role", "Amtsleitung");
  add (answers, "beteiligte", "1", "group", "Personalrat");
  add (answers, "beteiligte", "2", "group", "Datenschutz");
  add (answers, "beteiligte", "2", "name", "Müller, Kim");
  add (answers, "team", "1", "name", " Frau A. ");
  add (answers, "team", "1", "contact", "Zimmer 7");
  add (answers, "team", "2", "name", "Herr C.");
  add (answers, "team", "2", "function", "Statistik");
  add (answers, "aufgaben", "1", "responsible", "Frau A., Dritte");
  add (answers, "aufgaben", "1", "accountable", "Müller  Kim");
  add (answers, "tests", "1", "fall", "Frau A.");
  add (answers, "tests", "1", "wer", "Frau A.; Herr C.");
  wb_answers_set (answers, "vorher", "strom", "owner", "Frau A.");

  return answers;
}

static void
check_person (GPtrArray  *people,
              guint       i,
              const char *name,
              const char *role,
              const char *contact)
{
  const WbPerson *person;

  g_assert_cmpuint (i, <, people->len);
  person = g_ptr_array_index (people, i);
  g_assert_cmpstr (person->name, ==, name);
  g_assert_cmpstr (person->role, ==, role);
  g_assert_cmpstr (person->contact, ==, contact);
}

/* Each once, those who are asked about first, and what is known of them from all places. */
static void
test_list (void)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = make_answers ();
  g_autoptr (WbEdit) cell = wb_edit_new (WB_EDIT_CELL, "team", "2", "name", NULL, NULL);
  g_autoptr (GPtrArray) people = wb_people_list (guide, answers, NULL, NULL);
  g_autoptr (GPtrArray) without = wb_people_list (guide, answers, NULL, cell);
  g_autoptr (GPtrArray) team_first = wb_people_list (guide, answers, "team", NULL);
  g_autoptr (GPtrArray) unknown_first = wb_people_list (guide, answers, "nichts", NULL);

  check_person (people, 0, "Frau A.", "Amtsleitung", "Zimmer 7");
  check_person (people, 1, "Personalrat", "", "");
  check_person (people, 2, "Müller, Kim", "Datenschutz", "");
  check_person (people, 3, "Herr C.", "Statistik", "");
  check_person (people, 4, "Dritte", "", "");
  check_person (people, 5, "Frau A.; Herr C.", "", "");
  g_assert_cmpuint (people->len, ==, 6);
  check_person (without, 3, "Dritte", "", "");
  g_assert_cmpuint (without->len, ==, people->len - 1);
  check_person (team_first, 0, "Frau A.", "Amtsleitung", "Zimmer 7");
  check_person (team_first, 1, "Herr C.", "Statistik", "");
  g_assert_cmpuint (team_first->len, ==, people->len);
  g_assert_cmpuint (unknown_first->len, ==, people->len);
}

static void
check_edit (GPtrArray  *edits,
            guint       i,
            const char *field,
            const char *column,
            const char *after)
{
  const WbEdit *edit;

  g_assert_cmpuint (i, <, edits->len);
  edit = g_ptr_array_index (edits, i);
  g_assert_cmpint (edit->target, ==, WB_EDIT_CELL);
  g_assert_cmpstr (edit->field, ==, field);
  g_assert_cmpstr (edit->column, ==, column);
  g_assert_cmpstr (edit->after, ==, after);
}

/* Only where names stand, the whole name only, and nothing is changed by asking. */
static void
test_rename (void)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = make_answers ();
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) again = NULL;

  wb_answers_set (answers, "leitung", "", "name", "Frau B.");
  edits = wb_people_rename (guide, answers, "leitung", "Frau A.", "Frau B.");
  check_edit (edits, 0, "team", "name", "Frau B.");
  check_edit (edits, 1, "aufgaben", "responsible", "Frau B., Dritte");
  check_edit (edits, 2, "tests", "wer", "Frau B.; Herr C.");
  check_edit (edits, 3, "vorher", "owner", "Frau B.");
  g_assert_cmpuint (edits->len, ==, 4);
  g_assert_cmpstr (wb_answers_get (answers, "aufgaben", "1", "responsible"), ==, "Frau A., Dritte");

  for (guint i = 0; i < edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i);

      wb_answers_set (answers, edit->field, edit->row, edit->column, edit->after);
    }
  again = wb_people_rename (guide, answers, "leitung", "Frau A.", "Frau B.");
  g_assert_cmpuint (again->len, ==, 0);
  g_assert_cmpstr (wb_answers_get (answers, "tests", "1", "fall"), ==, "Frau A.");
}

/* Separators in a name, and a name that is there already, do not make two of one. */
static void
test_rename_separators (void)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = make_answers ();
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) both = NULL;

  wb_answers_set (answers, "beteiligte", "2", "name", "Schulz, Kim");
  edits = wb_people_rename (guide, answers, "beteiligte", "Müller, Kim", "Schulz, Kim");
  check_edit (edits, 0, "aufgaben", "accountable", "Schulz  Kim");
  g_assert_cmpuint (edits->len, ==, 1);

  wb_answers_set (answers, "team", "2", "name", "Frau A.");
  both = wb_people_rename (guide, answers, "beteiligte", "Herr C.", "Frau A.");
  check_edit (both, 0, "tests", "wer", "Frau A.");
  g_assert_cmpuint (both->len, ==, 1);
}

static void
check_among (const char *cell,
             const char *before,
             const char *after,
             const char *expected)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = make_answers ();
  g_autoptr (GPtrArray) edits = NULL;
  guint i = 0;

  wb_answers_set (answers, "leitung", "", "name", after);
  wb_answers_set (answers, "tests", "1", "wer", cell);
  edits = wb_people_rename (guide, answers, "leitung", before, after);
  while (i < edits->len && !g_str_equal (((const WbEdit *) g_ptr_array_index (edits, i))->field, "tests"))
    i++;
  check_edit (edits, i, "tests", "wer", expected);
}

/* What somebody wrote freely keeps its lines, its separators and all others it mentions. */
static void
test_rename_among (void)
{
  check_among ("Kita Nord;\n Frau A. \nKita Nord,Herr C.", "Frau A.", "Frau B.", "Kita Nord;\n Frau B. \nKita Nord,Herr C.");
  check_among ("Frau A.;Herr C.;Frau A.", "Frau A.", "Frau B.", "Frau B.;Herr C.;Frau B.");
  check_among ("Frau A.; Herr C.; Dritte; Dritte", "Herr C.", "Frau A.", "Frau A.; Dritte; Dritte");
  check_among ("Herr C.; Frau A.; Dritte", "Herr C.", "Frau A.", "Frau A.; Dritte");
}

/* Where two have the same name, nobody can tell who is meant elsewhere. */
static void
test_rename_namesake (void)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = make_answers ();
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (GPtrArray) same = NULL;

  add (answers, "team", "3", "name", "Frau A.");
  wb_answers_set (answers, "team", "1", "name", "Frau B.");
  edits = wb_people_rename (guide, answers, "team", "Frau A.", "Frau B.");
  g_assert_cmpuint (edits->len, ==, 0);
  nothing = wb_people_rename (guide, answers, "leitung", "", "Frau B.");
  g_assert_cmpuint (nothing->len, ==, 0);
  same = wb_people_rename (guide, answers, "leitung", "Frau A.", " Frau A.");
  g_assert_cmpuint (same->len, ==, 0);
}

/* Who somebody is says the name; a group only while nobody is named. */
static void
test_defines (void)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = make_answers ();
  const WbField *who = wb_guide_get_field (guide, "beteiligte");

  g_assert_true (wb_people_defines (who, answers, "1", "group"));
  g_assert_false (wb_people_defines (who, answers, "2", "group"));
  g_assert_true (wb_people_defines (who, answers, "2", "name"));
  g_assert_true (wb_people_defines (wb_guide_get_field (guide, "leitung"), answers, "", "name"));
  g_assert_false (wb_people_defines (wb_guide_get_field (guide, "leitung"), answers, "", "contact"));
  g_assert_false (wb_people_defines (wb_guide_get_field (guide, "aufgaben"), answers, "1", "responsible"));
  g_assert_true (wb_people_names (wb_guide_get_field (guide, "aufgaben"), "responsible"));
  g_assert_false (wb_people_names (wb_guide_get_field (guide, "aufgaben"), "task"));
  g_assert_true (wb_people_names (wb_guide_get_field (guide, "tests"), "wer"));
  g_assert_false (wb_people_names (wb_guide_get_field (guide, "tests"), "fall"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/people/list", test_list);
  g_test_add_func ("/people/rename", test_rename);
  g_test_add_func ("/people/rename-separators", test_rename_separators);
  g_test_add_func ("/people/rename-among", test_rename_among);
  g_test_add_func ("/people/rename-namesake", test_rename_namesake);
  g_test_add_func ("/people/defines", test_defines);

  return g_test_run ();
}
