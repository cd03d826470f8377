/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-response.h"

static WbQuestion *
make_question (WbQuestionType type)
{
  WbQuestion *question = wb_question_new (type, "q", "Which?", "");

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      if (wb_question_has_options (question))
        wb_question_add_option (question, name, i == 0, "");
      else if (type == WB_QUESTION_ORDER)
        wb_question_add_item (question, name);
      else if (type == WB_QUESTION_MATCH)
        wb_question_add_pair (question, name, name);
    }

  return question;
}

static void
test_picks (void)
{
  guint given[] = { 2, 0 };
  g_autoptr (WbResponse) response = wb_response_new_picks (given, 2);
  const guint *picks;
  guint n_picks;

  given[0] = 9;
  picks = wb_response_get_picks (response, &n_picks);
  g_assert_cmpuint (n_picks, ==, 2);
  g_assert_cmpuint (picks[0], ==, 2);
  g_assert_true (wb_response_has_pick (response, 0));
  g_assert_false (wb_response_has_pick (response, 1));
  g_assert_null (wb_response_get_typed (response));
}

static void
test_typed (void)
{
  g_autoptr (WbResponse) response = wb_response_new_typed (" 12,5 Stunden");
  guint n_picks = 7;

  g_assert_cmpstr (wb_response_get_typed (response), ==, " 12,5 Stunden");
  g_assert_null (wb_response_get_picks (response, &n_picks));
  g_assert_cmpuint (n_picks, ==, 0);
}

/* What is kept comes back, and what does not fit the question any more does not. */
static void
test_kept_line (void)
{
  static const struct
  {
    WbQuestionType type;
    const char *line;
    gboolean fits;
  } rows[] = {
    { WB_QUESTION_SINGLE, "0", TRUE },
    { WB_QUESTION_SINGLE, "", TRUE },
    { WB_QUESTION_SINGLE, "0,1", FALSE },
    { WB_QUESTION_SINGLE, "3", FALSE },
    { WB_QUESTION_SINGLE, "-", FALSE },
    { WB_QUESTION_SINGLE, "=0", FALSE },
    { WB_QUESTION_MULTIPLE, "0,2", TRUE },
    { WB_QUESTION_MULTIPLE, "0,0", FALSE },
    { WB_QUESTION_MULTIPLE, "0,", FALSE },
    { WB_QUESTION_MULTIPLE, "-1", FALSE },
    { WB_QUESTION_MULTIPLE, "+1", FALSE },
    { WB_QUESTION_MULTIPLE, "99999999999999999999", FALSE },
    { WB_QUESTION_CASE, "2", TRUE },
    { WB_QUESTION_CASE, "1,2", FALSE },
    { WB_QUESTION_ORDER, "2,0,1", TRUE },
    { WB_QUESTION_ORDER, "2,0", FALSE },
    { WB_QUESTION_ORDER, "2,0,0", FALSE },
    { WB_QUESTION_ORDER, "2,0,-", FALSE },
    { WB_QUESTION_MATCH, "2,-,1", TRUE },
    { WB_QUESTION_MATCH, "2,-,2", FALSE },
    { WB_QUESTION_MATCH, "2,0,1,-", FALSE },
    { WB_QUESTION_NUMBER, "=12,5", TRUE },
    { WB_QUESTION_NUMBER, "12", FALSE },
    { WB_QUESTION_TEXT, "=", TRUE },
    { WB_QUESTION_TEXT, "=a=b, c", TRUE },
    { WB_QUESTION_TEXT, "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (WbQuestion) question = make_question (rows[i].type);
      g_autoptr (WbResponse) response = wb_response_from_string (question, rows[i].line);

      g_test_message ("%s “%s”", wb_question_type_to_string (rows[i].type), rows[i].line);
      g_assert_cmpint (response != NULL, ==, rows[i].fits);
      if (response != NULL)
        {
          g_autofree char *line = wb_response_to_string (response);

          g_assert_cmpstr (line, ==, rows[i].line);
        }
    }
}

static void
test_huge_line (void)
{
  g_autoptr (WbQuestion) question = make_question (WB_QUESTION_MULTIPLE);
  g_autoptr (WbQuestion) typed = make_question (WB_QUESTION_TEXT);
  g_autoptr (GString) line = g_string_new ("=");

  for (guint i = 0; i < 100000; i++)
    g_string_append (line, "1,");
  g_assert_null (wb_response_from_string (question, line->str + 1));
  g_assert_null (wb_response_from_string (typed, line->str));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/response/picks", test_picks);
  g_test_add_func ("/response/typed", test_typed);
  g_test_add_func ("/response/kept-line", test_kept_line);
  g_test_add_func ("/response/huge-line", test_huge_line);

  return g_test_run ();
}
