/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-guide.h"

static WbGuide *
make_guide (void)
{
  WbGuide *guide = wb_guide_new ("leitfaden", "Leitfaden", 3);
  WbPhase *first = wb_guide_add_phase (guide, "convince", "Convince", "A yes");
  WbPhase *second = wb_guide_add_phase (guide, "deliver", "Deliver", NULL);
  WbStep *step = wb_guide_add_step (guide, first, "goal", "Goal");

  wb_guide_add_field (guide, step, wb_field_new (WB_FIELD_TEXT, "title", "Title"));
  wb_guide_add_field (guide, step, wb_field_new (WB_FIELD_DATE, "start", "Start"));
  wb_step_add_help (step, "governance", "rollen", NULL);
  step = wb_guide_add_step (guide, second, "team", "Team");
  wb_guide_add_field (guide, step, wb_field_new (WB_FIELD_PERSON, "lead", "Lead"));
  wb_guide_add_step (guide, first, "talks", "Talks");
  wb_guide_add_document (guide, "slides", "Slides", "deck", NULL);
  wb_guide_add_document (guide, "check", "Check", "dsgvo-check", "dsgvo");

  return guide;
}

static void
test_shape (void)
{
  WbGuide *guide = make_guide ();
  WbPhase *phase = g_ptr_array_index (wb_guide_get_phases (guide), 0);
  WbStep *step = g_ptr_array_index (wb_guide_get_steps (guide), 0);
  WbHelp *help = g_ptr_array_index (step->help, 0);

  g_assert_cmpstr (wb_guide_get_id (guide), ==, "leitfaden");
  g_assert_cmpstr (wb_guide_get_title (guide), ==, "Leitfaden");
  g_assert_cmpuint (wb_guide_get_version (guide), ==, 3);
  g_assert_cmpuint (wb_guide_get_phases (guide)->len, ==, 2);
  g_assert_cmpuint (phase->steps->len, ==, 2);
  g_assert_cmpuint (wb_guide_get_steps (guide)->len, ==, 3);
  g_assert_cmpuint (step->fields->len, ==, 2);
  g_assert_cmpstr (step->why, ==, "");
  g_assert_null (step->when);
  g_assert_cmpstr (help->target, ==, "governance");
  g_assert_null (help->label);

  g_assert_finalize_object (guide);
}

static void
test_look_up (void)
{
  WbGuide *guide = make_guide ();
  const WbStep *team = wb_guide_get_step (guide, "team");

  g_assert_cmpstr (team->title, ==, "Team");
  g_assert_cmpstr (wb_guide_get_phase (guide, team)->id, ==, "deliver");
  g_assert_null (wb_guide_get_phase (guide, NULL));
  g_assert_null (wb_guide_get_step (guide, "Team"));
  g_assert_null (wb_guide_get_step (guide, NULL));
  g_assert_cmpint (wb_guide_get_field (guide, "lead")->type, ==, WB_FIELD_PERSON);
  g_assert_null (wb_guide_get_field (guide, "team"));
  g_assert_true (wb_guide_find_step_of (guide, wb_guide_get_field (guide, "lead")) == team);
  g_assert_null (wb_guide_find_step_of (guide, NULL));
  g_assert_cmpstr (wb_guide_get_document (guide, "check")->field, ==, "dsgvo");
  g_assert_null (wb_guide_get_document (guide, "slides")->field);
  g_assert_null (wb_guide_get_document (guide, "deck"));

  g_assert_finalize_object (guide);
}

static char *
call_it (const char *id,
         gpointer    user_data)
{
  guint *n_asked = user_data;

  (*n_asked)++;

  return g_str_equal (id, "there") ? g_strdup ("Title") : NULL;
}

static void
count_gone (gpointer user_data)
{
  *(guint *) user_data = G_MAXUINT;
}

/* Only what can hold links is told what entries are called, in fields and in columns. */
static void
test_titles (void)
{
  WbGuide *guide = make_guide ();
  WbStep *step = g_ptr_array_index (wb_guide_get_steps (guide), 0);
  WbField *link = wb_field_new (WB_FIELD_LINK, "link", "Link");
  WbField *group = wb_field_new (WB_FIELD_GROUP, "group", "Group");
  guint n_asked = 0;
  WbTitles *titles = wb_titles_new (call_it, &n_asked, count_gone);
  g_autofree char *title = NULL;

  g_assert_false (wb_guide_has_links (guide));
  wb_field_add_column (group, "entry", "Entry", WB_FIELD_LINK);
  wb_guide_add_field (guide, step, group);
  g_assert_true (wb_guide_has_links (guide));
  wb_guide_add_field (guide, step, link);

  g_assert_null (wb_guide_get_titles (guide));
  wb_guide_set_titles (guide, titles);
  wb_guide_set_titles (guide, titles);
  g_assert_true (wb_guide_get_titles (guide) == titles);
  wb_titles_unref (titles);
  g_assert_true (link->titles == titles);
  g_assert_true (group->titles == titles);
  g_assert_null (wb_guide_get_field (guide, "start")->titles);

  title = wb_titles_find (titles, "there");
  g_assert_cmpstr (title, ==, "Title");
  g_assert_null (wb_titles_find (titles, "gone"));
  g_assert_cmpuint (n_asked, ==, 2);
  g_assert_finalize_object (guide);
  g_assert_cmpuint (n_asked, ==, G_MAXUINT);
}

/* Whoever holds a field may outlive the guide. */
static void
test_field_outlives_guide (void)
{
  WbGuide *guide = make_guide ();
  g_autoptr (WbField) field = wb_field_ref ((WbField *) wb_guide_get_field (guide, "start"));

  g_assert_finalize_object (guide);
  g_assert_cmpstr (field->label, ==, "Start");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide/shape", test_shape);
  g_test_add_func ("/guide/look-up", test_look_up);
  g_test_add_func ("/guide/titles", test_titles);
  g_test_add_func ("/guide/field-outlives-guide", test_field_outlives_guide);

  return g_test_run ();
}
