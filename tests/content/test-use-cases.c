/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "wb-answer-check.h"
#include "wb-answer-fault.h"
#include "wb-library.h"
#include "wb-payload-reader.h"
#include "wb-prefill.h"
#include "wb-rules.h"
#include "wb-use-case-facts.h"

/*
 * test-use-cases LIBRARY: starts a project from each use case of the bundled library, as the window does, and looks at what it proposes.
 */

#define MIN_USE_CASES 100
/* As many questions of each guide speak of the use case. */
#define MIN_PROPOSALS 3
/* A proposal is read before it is taken over or written on. */
#define MAX_PROPOSAL 1500

static const char *library_path;

/* A project that has just been started. */
typedef struct
{
  WbItem *use_case;
  WbGuide *guide;
  WbAnswers *answers;
  GHashTable *facts;
} Start;

static WbGuide *
open_guide (WbLibrary *library,
            WbItem    *use_case)
{
  const char *id = wb_item_get_link (use_case, "guide");
  g_autoptr (WbItem) item = NULL;
  g_autoptr (GError) error = NULL;
  WbGuide *guide;

  if (id == NULL)
    g_error ("“%s” leads to no guide", wb_item_get_id (use_case));
  item = wb_library_get_item (library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (wb_item_get_kind (item), ==, WB_KIND_GUIDE);
  guide = wb_guide_from_json (id, wb_item_get_title (item), wb_item_get_payload (item), &error);
  g_assert_no_error (error);

  return guide;
}

static gboolean
asks_use_case_cb (const char *name,
                  gpointer    user_data)
{
  /* FALSE stops: found. */
  return !g_str_has_prefix (name, WB_PREFILL_USE_CASE);
}

/* Whether a proposal that speaks of the use case says whose it is: its title, or that it is the model's. */
static gboolean
says_whose (const Start *start,
            const char  *proposal)
{
  return strstr (proposal, wb_item_get_title (start->use_case)) != NULL || strstr (proposal, "Vorbild") != NULL;
}

/* What would look like a mistake of the program. */
static void
assert_clean (const Start   *start,
              const WbField *field,
              const char    *proposal)
{
  static const char *const marks[] = { "{{", "}}", "**", "[^", "](", "wb:", "[!", "\n\n", "  ", "|", NULL };

  for (guint i = 0; marks[i] != NULL; i++)
    if (strstr (proposal, marks[i]) != NULL)
      g_test_fail_printf ("“%s”, “%s”: “%s” in “%s”", wb_item_get_id (start->use_case), field->id, marks[i], proposal);
  if (g_utf8_strlen (proposal, -1) > MAX_PROPOSAL)
    g_test_fail_printf ("“%s”, “%s”: %ld characters are proposed", wb_item_get_id (start->use_case), field->id,
                        g_utf8_strlen (proposal, -1));
}

/* Taken over as it is, it is an answer that can be stored and that no check objects to. */
static void
assert_valid (const Start   *start,
              const WbField *field,
              const char    *proposal)
{
  g_autoptr (WbAnswers) taken = wb_answers_new ();
  g_autoptr (GError) error = NULL;

  wb_answer_check (field, "", "", proposal, &error);
  g_assert_no_error (error);
  wb_answers_set (taken, field->id, "", "", proposal);
  g_assert_null (wb_answer_find_fault (field, start->guide, taken));
}

/* Only texts are proposed, so that no choice, date, number or person is made up, and each of them says that it is about somebody else. */
static gboolean
look_at (const Start   *start,
         const WbField *field)
{
  const WbTemplateContext context = { .guide = start->guide, .answers = start->answers, .project = "Unser Vorhaben" };
  g_autofree char *proposal = NULL;
  gboolean asks;

  if (field->prefill == NULL)
    return FALSE;
  asks = !wb_prefill_foreach (field->prefill, asks_use_case_cb, NULL);
  proposal = wb_prefill_propose (field, &context, start->facts);
  if (proposal == NULL)
    {
      if (asks && wb_field_applies (field, start->guide, start->answers))
        g_test_fail_printf ("“%s”, “%s”: what is known is not proposed", wb_item_get_id (start->use_case), field->id);
      return FALSE;
    }

  g_test_message ("%s, %s, %s: %s", wb_item_get_id (start->use_case), wb_guide_get_id (start->guide), field->id, proposal);
  g_assert_true (field->type == WB_FIELD_TEXT || field->type == WB_FIELD_LONG_TEXT);
  if (!asks || !says_whose (start, proposal))
    g_test_fail_printf ("“%s”, “%s”: reads like a decision of the town: “%s”", wb_item_get_id (start->use_case), field->id, proposal);
  assert_clean (start, field, proposal);
  assert_valid (start, field, proposal);

  return TRUE;
}

static void
start_project (WbLibrary *library,
               WbItem    *use_case)
{
  g_autoptr (WbGuide) guide = open_guide (library, use_case);
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autoptr (GHashTable) facts = wb_use_case_facts_read (use_case);
  const Start start = { use_case, guide, answers, facts };
  GPtrArray *steps = wb_guide_get_steps (guide);
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        n += look_at (&start, g_ptr_array_index (step->fields, j));
    }
  if (n < MIN_PROPOSALS)
    g_test_fail_printf ("“%s”: only %u proposals", wb_item_get_id (use_case), n);
}

static void
test_use_cases (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = wb_library_open (library_path, &error);
  g_autoptr (GListModel) items = NULL;
  guint n;

  g_assert_no_error (error);
  items = wb_library_list (library, WB_KIND_USE_CASE, &error);
  g_assert_no_error (error);
  n = g_list_model_get_n_items (items);
  g_assert_cmpuint (n, >=, MIN_USE_CASES);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WbItem) listed = g_list_model_get_item (items, i);
      g_autoptr (WbItem) use_case = wb_library_get_item (library, wb_item_get_id (listed), &error);

      g_assert_no_error (error);
      start_project (library, use_case);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  library_path = argv[1];

  g_test_add_func ("/use-cases", test_use_cases);

  return g_test_run ();
}
