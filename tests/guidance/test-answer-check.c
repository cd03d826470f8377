/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "wb-answer-check.h"
#include "wb-error.h"
#include "wb-test-guide.h"

#define LABEL "What is asked"

static WbField *
make_field (WbFieldType type)
{
  WbField *field = wb_field_new (type, "id", LABEL);

  field->scale_min = 1;
  field->scale_max = 5;

  return field;
}

static void
assert_accepted (const WbField *field,
                 const char    *row,
                 const char    *column,
                 const char    *value)
{
  g_autoptr (GError) error = NULL;
  gboolean accepted = wb_answer_check (field, row, column, value, &error);

  g_assert_no_error (error);
  g_assert_true (accepted);
}

/* Refused with a sentence that names the question. */
static void
assert_refused (const WbField *field,
                const char    *row,
                const char    *column,
                const char    *value)
{
  g_autoptr (GError) error = NULL;
  gboolean accepted = wb_answer_check (field, row, column, value, &error);

  if (accepted)
    g_test_message ("accepted: “%s”", value);
  g_assert_false (accepted);
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, LABEL));
}

static void
test_simple_types (void)
{
  static const struct
  {
    WbFieldType type;
    const char *good[8];
    const char *bad[16];
  } cases[] = {
    { WB_FIELD_TEXT, { "x", " ", "Größe", "🙂" }, { "two\nlines" } },
    { WB_FIELD_LONG_TEXT, { "x", "two\nlines" }, { NULL } },
    { WB_FIELD_DATE,
      { "2026-11-24", "2024-02-29", "1990-01-01", "9999-12-31" },
      { "24.11.2026", "2026-11-31", "2023-02-29", "2026-13-01", "2026-00-10", "2026-11-24 ", "2026-11-2", "today",
        "2026- 1-01", "2026-+1-01", "2026-01- 1", "+026-01-01", " 026-01-01", "0000-01-01" } },
    { WB_FIELD_RATING, { "1", "3", "5" }, { "0", "6", "-1", "3.5", "x", "3 ", "99999999999999999999" } },
    { WB_FIELD_NUMBER,
      { "0", "-1", "1234.5", "1e3", "007", ".5" },
      { "1.234,5", "1,5", "x", "1 000", "inf", "nan", "0x10", "1.2.3", "-", "." , "e", "1-1" } },
    { WB_FIELD_YES_NO, { "yes", "no" }, { "ja", "Yes", "1", "maybe" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WbField) field = make_field (cases[i].type);

      assert_accepted (field, "", "", "");
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].good) && cases[i].good[j] != NULL; j++)
        assert_accepted (field, "", "", cases[i].good[j]);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].bad) && cases[i].bad[j] != NULL; j++)
        assert_refused (field, "", "", cases[i].bad[j]);
      assert_refused (field, "row", "", cases[i].good[0]);
      assert_refused (field, "", "column", cases[i].good[0]);
    }
}

static void
test_choice (void)
{
  g_autoptr (WbField) field = make_field (WB_FIELD_CHOICE);
  g_autoptr (GError) error = NULL;

  wb_field_add_option (field, "yes", "Yes", NULL);
  wb_field_add_option (field, "unclear", "Not clear yet", NULL);
  assert_accepted (field, "", "", "unclear");
  assert_refused (field, "", "", "Yes");
  assert_refused (field, "yes", "", "1");

  /* What would be right is said. */
  g_assert_false (wb_answer_check (field, "", "", "no", &error));
  g_assert_nonnull (strstr (error->message, "no"));
  g_assert_nonnull (strstr (error->message, "yes, unclear"));
}

static void
test_choices (void)
{
  g_autoptr (WbField) field = make_field (WB_FIELD_CHOICES);

  wb_field_add_option (field, "children", "Children", NULL);
  assert_accepted (field, "children", "", "1");
  assert_accepted (field, "children", "", "");
  assert_refused (field, "elderly", "", "1");
  assert_refused (field, "children", "", "yes");
  assert_refused (field, "", "", "children");
  assert_refused (field, "children", "column", "1");
}

static void
test_person (void)
{
  g_autoptr (WbField) field = make_field (WB_FIELD_PERSON);

  assert_accepted (field, "", "name", "Alex Beispiel");
  assert_accepted (field, "", "role", "IT");
  assert_accepted (field, "", "contact", "0123");
  assert_refused (field, "", "", "Alex");
  assert_refused (field, "", "phone", "0123");
  assert_refused (field, "row", "name", "Alex");
  assert_refused (field, "", "name", "Alex\nBeispiel");
}

static void
test_table (void)
{
  g_autoptr (WbField) field = make_field (WB_FIELD_TABLE);
  WbColumn *quality = wb_field_add_column (field, "quality", "Quality", WB_FIELD_CHOICE);

  wb_column_add_option (quality, "good", "Good");
  wb_field_add_column (field, "name", "Name", WB_FIELD_TEXT);
  wb_field_add_column (field, "cost", "Cost", WB_FIELD_NUMBER);
  wb_field_add_column (field, "since", "Since", WB_FIELD_DATE);
  wb_field_add_column (field, "open", "Open", WB_FIELD_YES_NO);

  assert_accepted (field, "r", "quality", "good");
  assert_accepted (field, "r", "name", "Register");
  assert_accepted (field, "r", "cost", "1234.5");
  assert_accepted (field, "r", "since", "2026-11-24");
  assert_accepted (field, "r", "open", "no");
  assert_refused (field, "r", "quality", "Good");
  assert_refused (field, "r", "name", "a\nb");
  assert_refused (field, "r", "cost", "much");
  assert_refused (field, "r", "since", "yesterday");
  assert_refused (field, "r", "open", "maybe");
  assert_refused (field, "r", "colour", "red");
  assert_refused (field, "", "name", "Register");
}

static void
test_checklist (void)
{
  g_autoptr (WbField) field = make_field (WB_FIELD_CHECKLIST);

  wb_field_add_option (field, "purpose", "The purpose is written down.", NULL);
  assert_accepted (field, "purpose", "done", "1");
  assert_accepted (field, "purpose", "owner", "Alex");
  assert_accepted (field, "purpose", "date", "2026-11-24");
  assert_accepted (field, "purpose", "note", "see file");
  assert_refused (field, "other", "done", "1");
  assert_refused (field, "purpose", "done", "yes");
  assert_refused (field, "purpose", "date", "soon");
  assert_refused (field, "purpose", "colour", "red");
  assert_refused (field, "", "done", "1");
}

static void
test_size_and_coding (void)
{
  g_autoptr (WbField) field = make_field (WB_FIELD_LONG_TEXT);
  g_autofree char *full = g_strnfill (WB_ANSWER_MAX_BYTES, 'x');
  g_autofree char *more = g_strnfill (WB_ANSWER_MAX_BYTES + 1, 'x');

  assert_accepted (field, "", "", full);
  assert_refused (field, "", "", more);
  assert_refused (field, "", "", "M\xfcller");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer-check/simple-types", test_simple_types);
  g_test_add_func ("/answer-check/choice", test_choice);
  g_test_add_func ("/answer-check/choices", test_choices);
  g_test_add_func ("/answer-check/person", test_person);
  g_test_add_func ("/answer-check/table", test_table);
  g_test_add_func ("/answer-check/checklist", test_checklist);
  g_test_add_func ("/answer-check/size-and-coding", test_size_and_coding);

  return g_test_run ();
}
