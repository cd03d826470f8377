/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "wb-error.h"
#include "wb-json.h"

typedef struct
{
  const char *name;
  const char *text;
  gssize length;       /* -1: to its end */
  const char *message; /* NULL: sound */
} Case;

static const Case cases[] = {
  { "object", " {\"a\": [1, -2.5e3, true, false, null, \"ä\\u00e4\\ud83d\\ude00\\n\"], \"b\": {}} ", -1, NULL },
  { "scalar", "\"text\"", -1, NULL },
  { "empty-list", "[]", -1, NULL },
  { "nothing", "", -1, "line 1, column 1: breaks off before its end" },
  { "blank", " \n ", -1, "line 2, column 2: breaks off before its end" },
  { "truncated", "{\"a\": [1, 2", -1, "line 1, column 12: breaks off before its end" },
  { "truncated-text", "{\"a\": \"b", -1, "line 1, column 9: the text is not closed" },
  { "truncated-escape", "\"\\u12", -1, "line 1, column 3: the text is not closed" },
  { "trailing-comma", "[1,]", -1, "line 1, column 4: a value is missing here" },
  { "trailing-comma-object", "{\"a\": 1,}", -1, "line 1, column 9: a name in quotation marks is missing here" },
  { "no-comma", "[1 2]", -1, "line 1, column 4: a comma is missing here" },
  { "no-colon", "{\"a\" 1}", -1, "line 1, column 6: “:” is missing here" },
  { "no-quotes", "{a: 1}", -1, "line 1, column 2: a name in quotation marks is missing here" },
  { "single-quotes", "['a']", -1, "line 1, column 2: a value is missing here" },
  { "comment", "// hello\n{}", -1, "line 1, column 1: a value is missing here" },
  { "variable", "var a = 1;", -1, "line 1, column 1: a value is missing here" },
  { "two-values", "{} {}", -1, "line 1, column 4: something follows after the end" },
  { "wrong-bracket", "[1}", -1, "line 1, column 3: “]” is missing" },
  { "wrong-brace", "{\"a\": 1]", -1, "line 1, column 8: “}” is missing" },
  { "twice", "{\"a\": 1,\n \"\\u0061\": 2}", -1, "line 2, column 2: “a” stands here twice" },
  { "twice-apart", "[{\"a\": 1}, {\"a\": 1}]", -1, NULL },
  { "line-break", "\"a\nb\"", -1, "line 1, column 3: a text may not hold a line break or control character" },
  { "escape", "\"\\x\"", -1, "line 1, column 3: unknown escape in a text" },
  { "surrogate", "\"\\udc00\"", -1, "line 1, column 3: half a character in “\\u”" },
  { "surrogate-alone", "\"\\ud800a\"", -1, "line 1, column 8: half a character in “\\u”" },
  { "nul-escape", "\"\\u0000\"", -1, "line 1, column 3: a text may not hold a NUL character" },
  { "nul", "[\0]", 3, "line 1, column 2: is not valid UTF-8" },
  { "utf8", "[\"\xc3\x28\"]", -1, "line 1, column 3: is not valid UTF-8" },
  { "latin1", "[\"\xfc\"]", -1, "line 1, column 3: is not valid UTF-8" },
  { "number-zero", "[01]", -1, "line 1, column 4: this is no number" },
  { "number-plus", "[+1]", -1, "line 1, column 2: a value is missing here" },
  { "number-point", "[1.]", -1, "line 1, column 4: this is no number" },
  { "number-long", "[1234567890123456]", -1, "line 1, column 18: the number is too long" },
  { "number-huge", "[1e999]", -1, "line 1, column 7: this is no number" },
  { "word", "[nul]", -1, "line 1, column 2: a value is missing here" },
  { "word-long", "[truer]", -1, "line 1, column 2: a value is missing here" },
};

static void
test_scan (gconstpointer data)
{
  const Case *test = data;
  gsize length = test->length >= 0 ? (gsize) test->length : strlen (test->text);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = wb_json_parse (test->text, length, &error);

  if (test->message == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (node);
      return;
    }
  g_assert_null (node);
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, test->message);
}

static char *
repeat (const char *unit,
        gsize       count)
{
  GString *text = g_string_sized_new (strlen (unit) * count + 1);

  for (gsize i = 0; i < count; i++)
    g_string_append (text, unit);

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *open = repeat ("[", WB_JSON_MAX_DEPTH);
  g_autofree char *close = repeat ("]", WB_JSON_MAX_DEPTH);
  g_autofree char *good = g_strconcat (open, close, NULL);
  g_autofree char *bad = g_strconcat ("[", open, close, "]", NULL);
  g_autofree char *bomb = repeat ("[{\"a\":", 100000);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  node = wb_json_parse (good, strlen (good), &error);
  g_assert_no_error (error);
  g_assert_false (wb_json_scan (bad, strlen (bad), &error));
  g_assert_cmpstr (error->message, ==, "is nested deeper than 64 levels");
  g_clear_error (&error);
  g_assert_false (wb_json_scan (bomb, strlen (bomb), &error));
  g_assert_cmpstr (error->message, ==, "is nested deeper than 64 levels");
}

/* A hundred megabytes are refused, as text and as file. */
static void
test_size (void)
{
  gsize length = 100 * 1024 * 1024;
  g_autofree char *text = g_malloc (length + 1);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  memset (text, '[', length);
  text[length] = '\0';
  g_assert_null (wb_json_parse (text, length, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "is larger than 4 MB");
  g_clear_error (&error);

  fd = g_file_open_tmp ("wb-json-XXXXXX", &path, NULL);
  g_assert_cmpint (fd, >=, 0);
  g_assert_no_errno (ftruncate (fd, (off_t) length));
  g_assert_true (g_close (fd, NULL));
  g_assert_null (wb_json_load (path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "is larger than 4 MB");
  g_remove (path);
}

static void
test_load (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (wb_json_load ("/nowhere/at/all.json", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (wb_json_load (g_get_tmp_dir (), &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
}

static void
assert_fault (WbJsonReport *report,
              guint         index,
              const char   *place,
              const char   *message)
{
  const WbJsonFault *fault;

  g_assert_cmpuint (report->faults->len, >, index);
  fault = g_ptr_array_index (report->faults, index);
  g_assert_cmpstr (fault->place, ==, place);
  g_assert_cmpstr (fault->message, ==, message);
}

/* Each getter on each wrong type: a fault with its place, and a default. */
static void
test_getters (void)
{
  const char *text = "{\"text\": \"x\", \"int\": 3, \"double\": 1.5, \"bool\": true, \"null\": null,"
                     " \"list\": [{\"a\": 1}, \"b\"], \"object\": {\"a\": {\"b\": 7}}}";
  g_autoptr (JsonNode) node = wb_json_parse (text, strlen (text), NULL);
  g_autoptr (WbJsonReport) report = wb_json_report_new (TRUE);
  g_autoptr (GError) error = NULL;
  WbJson root = wb_json_root (node, report);
  WbJson list, element, object, inner;

  g_assert_cmpstr (wb_json_get_text (&root, "text", 1, WB_JSON_REQUIRED), ==, "x");
  g_assert_cmpint (wb_json_get_int (&root, "int", 0, 3, 9, 0), ==, 3);
  g_assert_true (wb_json_get_boolean (&root, "bool", FALSE, 0));
  g_assert_null (wb_json_get_text (&root, "null", 0, 0));
  g_assert_null (wb_json_get_text (&root, "none", 0, 0));
  g_assert_cmpuint (wb_json_get_array (&root, "none", 5, 0, &list), ==, 0);
  g_assert_cmpuint (wb_json_get_array (&root, "list", 2, WB_JSON_REQUIRED, &list), ==, 2);
  g_assert_true (wb_json_report_propagate (report, &error));

  g_assert_null (wb_json_get_text (&root, "int", 0, 0));
  assert_fault (report, 0, "int", "must be a text in quotation marks");
  g_assert_cmpint (wb_json_get_int (&root, "double", 0, 9, 9, 0), ==, 9);
  assert_fault (report, 1, "double", "must be a whole number");
  g_assert_cmpint (wb_json_get_int (&root, "int", 4, 9, 5, 0), ==, 5);
  assert_fault (report, 2, "int", "must be between 4 and 9");
  g_assert_false (wb_json_get_boolean (&root, "text", FALSE, 0));
  assert_fault (report, 3, "text", "must be true or false");
  g_assert_cmpuint (wb_json_get_array (&root, "object", 5, 0, &inner), ==, 0);
  assert_fault (report, 4, "object", "must be a list in square brackets");
  g_assert_cmpuint (wb_json_get_array (&root, "list", 1, 0, &inner), ==, 0);
  assert_fault (report, 5, "list", "has more than 1 entries");
  g_assert_null (wb_json_get_text (&root, "none", 0, WB_JSON_REQUIRED));
  assert_fault (report, 6, "none", "is missing");

  element = wb_json_element (&list, 1);
  g_assert_false (wb_json_is_object (&element));
  assert_fault (report, 7, "list[1]", "must be an object in braces");
  element = wb_json_element (&list, 0);
  wb_json_allow (&element, "b", NULL);
  assert_fault (report, 8, "list[0].a", "is unknown here");
  g_assert_true (wb_json_get_object (&root, "object", WB_JSON_REQUIRED, &object));
  g_assert_true (wb_json_get_object (&object, "a", WB_JSON_REQUIRED, &inner));
  g_assert_null (wb_json_get_text (&inner, "b", 0, 0));
  assert_fault (report, 9, "object.a.b", "must be a text in quotation marks");

  g_assert_false (wb_json_report_propagate (report, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "int: must be a text in quotation marks");
}

static void
test_ids_and_dates (void)
{
  g_autofree char *long_id = repeat ("a", 81);

  g_assert_true (wb_json_is_id ("dsgvo-art-5"));
  g_assert_true (wb_json_is_id ("5"));
  g_assert_false (wb_json_is_id (""));
  g_assert_false (wb_json_is_id ("-a"));
  g_assert_false (wb_json_is_id ("Ä"));
  g_assert_false (wb_json_is_id ("a b"));
  g_assert_false (wb_json_is_id ("../a"));
  g_assert_false (wb_json_is_id (long_id));

  g_assert_true (wb_json_is_date ("2024-02-29"));
  g_assert_false (wb_json_is_date ("2026-02-29"));
  g_assert_false (wb_json_is_date ("2026-13-01"));
  g_assert_false (wb_json_is_date ("0000-01-01"));
  g_assert_false (wb_json_is_date ("2026-1-1"));
  g_assert_false (wb_json_is_date ("2026-01-1x"));
  g_assert_false (wb_json_is_date ("2026-01-01 "));
  g_assert_false (wb_json_is_date (""));
}

static void
test_write (void)
{
  const char *text = "{\"z\":1,\"a\":[\"ü\",true,null],\"m\":{}}";
  g_autoptr (JsonNode) node = wb_json_parse (text, strlen (text), NULL);
  g_autofree char *written = wb_json_to_string (node);

  g_assert_cmpstr (written, ==, text);
}

/* What is written is what was read, number for number, and can be read again. */
static void
test_write_numbers (void)
{
  static const char *const texts[] = {
    "{\"a\":22.4,\"b\":0.1,\"c\":-3.05,\"d\":1e-07,\"e\":5.0,\"f\":12,\"g\":123456789012}",
    "[\"a\\\"b\\\\c\\nd\\te\\u0001f\\u007f ü „“ 😀\",true,false,null,[],{},[[1]],{\"z\":1,\"a\":2}]",
    "\"x\"",
    "null",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = wb_json_parse (texts[i], strlen (texts[i]), &error);
      g_autofree char *line = wb_json_to_string (node);
      g_autofree char *lines = wb_json_to_lines (node);
      g_autoptr (JsonNode) again = wb_json_parse (lines, strlen (lines), &error);
      g_autofree char *third = NULL;

      g_assert_no_error (error);
      third = wb_json_to_string (again);
      g_assert_cmpstr (line, ==, texts[i]);
      g_assert_cmpstr (third, ==, texts[i]);
    }
}

static void
test_write_lines (void)
{
  static const char *const text = "{\"a\":[1,{\"b\":2.5}],\"c\":[],\"d\":{}}";
  g_autoptr (JsonNode) node = wb_json_parse (text, strlen (text), NULL);
  g_autofree char *lines = wb_json_to_lines (node);

  g_assert_cmpstr (lines, ==, "{\n  \"a\": [\n    1,\n    {\n      \"b\": 2.5\n    }\n  ],\n  \"c\": [],\n  \"d\": {}\n}");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/json/scan/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_scan);
    }
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/size", test_size);
  g_test_add_func ("/json/load", test_load);
  g_test_add_func ("/json/getters", test_getters);
  g_test_add_func ("/json/ids-and-dates", test_ids_and_dates);
  g_test_add_func ("/json/write", test_write);
  g_test_add_func ("/json/write-numbers", test_write_numbers);
  g_test_add_func ("/json/write-lines", test_write_lines);

  return g_test_run ();
}
