/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "wb-error.h"
#include "wb-json.h"
#include "wb-payload-reader.h"

/* The payload of a sound entry of the fixtures, as text. */
static char *
load_payload (const char *kind,
              const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path =
    g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "tests", "fixtures", "content", "good", kind, name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));

  return wb_json_to_string (json_object_get_member (root, kind));
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, old, new, 1), ==, 1);

  return g_strdup (changed->str);
}

static void
test_guide (void)
{
  g_autofree char *json = load_payload ("guide", "leitfaden-muster");
  g_autoptr (GError) error = NULL;
  g_autoptr (WbGuide) guide = wb_guide_from_json ("leitfaden-muster", "Leitfaden", json, &error);
  const WbField *field;
  const WbStep *step;
  const WbColumn *column;
  const WbHelp *help;

  g_assert_no_error (error);
  g_assert_cmpuint (wb_guide_get_version (guide), ==, 1);
  g_assert_cmpuint (wb_guide_get_phases (guide)->len, ==, 1);
  g_assert_cmpuint (wb_guide_get_steps (guide)->len, ==, 2);
  g_assert_cmpuint (wb_guide_get_documents (guide)->len, ==, 3);
  g_assert_cmpstr (wb_guide_get_document (guide, "liste")->field, ==, "pruefung");

  step = wb_guide_get_step (guide, "ziel-klaeren");
  g_assert_cmpuint (step->minutes, ==, 30);
  g_assert_null (step->when);
  help = g_ptr_array_index (step->help, 0);
  g_assert_cmpstr (help->section, ==, "schritt-1-fragen-klaeren");
  g_assert_cmpstr (g_ptr_array_index (step->documents, 0), ==, "brief");

  field = wb_guide_get_field (guide, "art");
  g_assert_cmpint (field->type, ==, WB_FIELD_CHOICE);
  g_assert_cmpint (field->need, ==, WB_NEED_REQUIRED);
  g_assert_cmpstr (wb_field_get_option (field, "gas")->note, ==, "selten");
  field = wb_guide_get_field (guide, "zufriedenheit");
  g_assert_cmpint (field->scale_max, ==, 5);
  g_assert_cmpstr (field->scale_high, ==, "sehr");
  field = wb_guide_get_field (guide, "aufgaben");
  column = wb_field_get_column (field, "stand");
  g_assert_cmpint (column->type, ==, WB_FIELD_CHOICE);
  g_assert_cmpuint (column->options->len, ==, 2);
  field = wb_guide_get_field (guide, "packliste");
  g_assert_cmpstr (wb_field_get_option (field, "leiter")->note, ==, "drei Meter");
  field = wb_guide_get_field (guide, "pruefung");
  g_assert_cmpstr (field->checklist, ==, "liste-muster");
  field = wb_guide_get_field (guide, "gasname");
  g_assert_cmpint (field->when->type, ==, WB_CONDITION_IS);
  g_assert_cmpstr (field->unless, ==, "Entfällt bei LED.");
}

static void
test_conditions (void)
{
  g_autofree char *json = load_payload ("guide", "leitfaden-muster");
  g_autoptr (WbGuide) guide = wb_guide_from_json ("leitfaden-muster", "Leitfaden", json, NULL);
  const WbCondition *any = wb_guide_get_step (guide, "plan")->when;
  const WbCondition *is = g_ptr_array_index (any->parts, 0);
  const WbCondition *all = g_ptr_array_index (any->parts, 1);
  const WbCondition *has = g_ptr_array_index (all->parts, 0);
  const WbCondition *not = g_ptr_array_index (all->parts, 1);
  const WbCondition *answered = g_ptr_array_index (not->parts, 0);

  g_assert_cmpint (any->type, ==, WB_CONDITION_ANY);
  g_assert_cmpint (is->type, ==, WB_CONDITION_IS);
  g_assert_cmpstr (is->value, ==, "led");
  g_assert_cmpint (all->type, ==, WB_CONDITION_ALL);
  g_assert_cmpint (has->type, ==, WB_CONDITION_HAS);
  g_assert_cmpstr (has->field, ==, "orte");
  g_assert_cmpint (not->type, ==, WB_CONDITION_NOT);
  g_assert_cmpint (answered->type, ==, WB_CONDITION_ANSWERED);
  g_assert_null (answered->value);
}

/* A project written by a newer program may hold keys that are not known here. */
static void
test_unknown_keys (void)
{
  g_autofree char *json = load_payload ("guide", "leitfaden-muster");
  g_autofree char *newer = replace (json, "\"version\":1", "\"version\":2,\"colour\":\"red\"");
  g_autoptr (GError) error = NULL;
  g_autoptr (WbGuide) guide = wb_guide_from_json ("leitfaden-muster", "Leitfaden", newer, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (wb_guide_get_version (guide), ==, 2);
}

static void
test_other_kinds (void)
{
  g_autofree char *checklist_json = load_payload ("checklist", "liste-muster");
  g_autofree char *lesson_json = load_payload ("lesson", "lektion-muster");
  g_autofree char *course_json = load_payload ("course", "kurs-muster");
  g_autofree char *deck_json = load_payload ("template", "folien-muster");
  g_autofree char *form_json = load_payload ("template", "formular-muster");
  g_autoptr (WbChecklist) checklist = wb_checklist_from_json (checklist_json, NULL);
  g_autoptr (WbLesson) lesson = wb_lesson_from_json (lesson_json, NULL);
  g_autoptr (WbCourse) course = wb_course_from_json (course_json, NULL);
  const WbChecklistGroup *group = g_ptr_array_index (wb_checklist_get_groups (checklist), 0);
  const WbQuestion *question = g_ptr_array_index (wb_lesson_get_questions (lesson), 1);
  g_autofree char *guide = NULL;
  gboolean deck = FALSE;

  g_assert_cmpstr (wb_checklist_get_intro (checklist), ==, "Zum Abhaken.");
  g_assert_cmpuint (group->items->len, ==, 2);
  g_assert_cmpuint (wb_checklist_get_signatures (checklist)->len, ==, 1);

  g_assert_cmpuint (wb_lesson_get_minutes (lesson), ==, 12);
  g_assert_cmpint (question->type, ==, WB_QUESTION_MULTIPLE);
  g_assert_cmpuint (question->options->len, ==, 3);
  g_assert_true (((WbAnswerOption *) g_ptr_array_index (question->options, 1))->correct);

  g_assert_cmpstr (g_ptr_array_index (wb_course_get_lessons (course), 0), ==, "lektion-muster");

  g_assert_true (wb_template_from_json (deck_json, &deck, &guide, NULL));
  g_assert_true (deck);
  g_assert_cmpstr (guide, ==, "leitfaden-muster");
  g_clear_pointer (&guide, g_free);
  g_assert_true (wb_template_from_json (form_json, &deck, &guide, NULL));
  g_assert_false (deck);
  g_assert_null (guide);
}

#define COUNCIL_GUIDE(council) \
  "{\"version\":1,\"council\":" council ",\"documents\":[],\"phases\":[{\"id\":\"p\",\"title\":\"P\",\"goal\":\"G\",\"steps\":[" \
  "{\"id\":\"s\",\"title\":\"S\",\"minutes\":5,\"why\":\"W\",\"help\":[],\"fields\":[" \
  "{\"id\":\"when\",\"type\":\"date\",\"label\":\"L\",\"why\":\"w\",\"example\":\"e\",\"need\":\"optional\"}," \
  "{\"id\":\"pick\",\"type\":\"choice\",\"label\":\"L\",\"why\":\"w\",\"example\":\"e\",\"need\":\"optional\",\"options\":" \
  "[{\"id\":\"a\",\"label\":\"A\"},{\"id\":\"b\",\"label\":\"B\"}]}]}]}]}"

static void
check_council_fault (const char *json,
                     const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (wb_guide_from_json ("g", "G", json, &error));
  g_assert_cmpstr (error->message, ==, message);
}

/* What a guide says about the council, and what goes to it. */
static void
test_council (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbGuide) guide = wb_guide_from_json (
    "g", "G", COUNCIL_GUIDE ("{\"meeting\":\"when\",\"undecided\":[{\"field\":\"pick\",\"options\":[\"b\"]}]}"), &error);
  g_autofree char *of = NULL;
  const WbCouncil *council;
  gboolean deck;

  g_assert_no_error (error);
  council = wb_guide_get_council (guide);
  g_assert_cmpstr (council->meeting, ==, "when");
  g_assert_true (wb_council_leaves_open (council, "pick", "b"));
  g_assert_false (wb_council_leaves_open (council, "pick", "a"));
  g_assert_false (wb_council_leaves_open (council, "when", "b"));
  check_council_fault (COUNCIL_GUIDE ("{\"meeting\":\"pick\"}"), "council.meeting: “pick” is no date of the guide");
  check_council_fault (COUNCIL_GUIDE ("{\"undecided\":[{\"field\":\"when\",\"options\":[\"b\"]}]}"),
                       "council.undecided[0].field: “when” is no choice of the guide");
  check_council_fault (COUNCIL_GUIDE ("{\"undecided\":[{\"field\":\"pick\",\"options\":[\"c\"]}]}"),
                       "council.undecided[0].options[0]: “c” is no option of “pick”");
  check_council_fault (COUNCIL_GUIDE ("{\"undecided\":[{\"field\":\"pick\",\"options\":[\"a\"]},{\"field\":\"pick\",\"options\":[\"a\"]}]}"),
                       "council.undecided[1].field: “pick” is there twice");
  check_council_fault (COUNCIL_GUIDE ("[]"), "council: must be an object in braces");

  g_assert_true (wb_template_is_for_council ("{\"format\":\"text\",\"guide\":\"g\",\"for_council\":true}"));
  g_assert_false (wb_template_is_for_council ("{\"format\":\"text\",\"guide\":\"g\"}"));
  g_assert_false (wb_template_is_for_council ("{"));
  g_assert_false (wb_template_from_json ("{\"format\":\"text\",\"for_council\":true}", &deck, &of, &error));
  g_assert_cmpstr (error->message, ==, "for_council: needs “guide” beside it");
}

typedef struct
{
  const char *name;
  const char *json;
  const char *message;
} Bad;

static const Bad bad_guides[] = {
  { "missing", NULL, "is missing" },
  { "empty", "", "line 1, column 1: breaks off before its end" },
  { "list", "[]", "must be an object in braces" },
  { "null", "null", "must be an object in braces" },
  { "no-phases", "{\"version\":1}", "phases: is missing" },
  { "phases-text", "{\"version\":1,\"phases\":\"x\"}", "phases: must be a list in square brackets" },
  { "phase-number", "{\"version\":1,\"phases\":[7]}", "phases[0]: must be an object in braces" },
  { "steps-object", "{\"version\":1,\"phases\":[{\"id\":\"a\",\"title\":\"A\",\"steps\":{}}]}",
    "phases[0].steps: must be a list in square brackets" },
  { "version-text", "{\"version\":\"1\",\"phases\":[]}", "version: must be a whole number" },
  { "version-zero", "{\"version\":0,\"phases\":[]}", "version: must be between 1 and 2147483647" },
  { "field-list", "{\"version\":1,\"phases\":[{\"id\":\"a\",\"title\":\"A\",\"steps\":[{\"id\":\"s\",\"title\":\"S\","
    "\"minutes\":1,\"why\":\"w\",\"fields\":[[]]}]}]}", "phases[0].steps[0].fields[0]: must be an object in braces" },
  { "document-number", "{\"version\":1,\"phases\":[],\"documents\":[5]}", "documents[0]: must be an object in braces" },
  { "document-field-list", "{\"version\":1,\"documents\":[{\"name\":\"a\",\"title\":\"A\",\"entry\":\"e\",\"field\":[]}],"
    "\"phases\":[]}", "documents[0].field: must be a text in quotation marks" },
};

static void
test_bad_guide (gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (wb_guide_from_json ("g", "G", bad->json, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, bad->message);
}

#define ONE_FIELD(field)                                                                                                   \
  "{\"version\":1,\"phases\":[{\"id\":\"a\",\"title\":\"A\",\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"minutes\":1,"       \
  "\"why\":\"w\",\"fields\":[{\"id\":\"q\",\"type\":\"choice\",\"label\":\"Q\",\"why\":\"w\",\"example\":\"e\","           \
  "\"need\":\"optional\",\"options\":[{\"id\":\"y\",\"label\":\"Y\"}]}," field "]}]}]}"
#define COMMON "\"id\":\"f\",\"label\":\"F\",\"why\":\"w\",\"example\":\"e\",\"need\":\"optional\""

static const Bad bad_fields[] = {
  { "type", ONE_FIELD ("{" COMMON ",\"type\":\"txt\"}"), "type: unknown type “txt”; a newer Wegbereiter may know it" },
  { "newer-formula", ONE_FIELD ("{" COMMON ",\"type\":\"computed\",\"formula\":{\"median\":[1,2]}}"),
    "formula: is no formula that this Wegbereiter knows; a newer one may know it" },
  { "column-type-as-type", ONE_FIELD ("{" COMMON ",\"type\":\"yes-no\"}"), "type: unknown type “yes-no”; a newer Wegbereiter may know it" },
  { "type-missing", ONE_FIELD ("{" COMMON "}"), "type: is missing" },
  { "id-taken", ONE_FIELD ("{\"id\":\"q\",\"label\":\"F\",\"type\":\"text\"}"), "id: “q” is there twice" },
  { "self-condition", ONE_FIELD ("{" COMMON ",\"type\":\"text\",\"unless\":\"u\",\"when\":{\"field\":\"f\",\"answered\":true}}"),
    "when.field: “f” is no field that is asked before" },
  { "condition-type", ONE_FIELD ("{" COMMON ",\"type\":\"text\",\"unless\":\"u\",\"when\":{\"field\":\"q\",\"has\":\"y\"}}"),
    "when.has: asks about a field that has not several choices" },
  { "condition-empty", ONE_FIELD ("{" COMMON ",\"type\":\"text\",\"unless\":\"u\",\"when\":{}}"), "when: is no condition" },
  { "condition-two", ONE_FIELD ("{" COMMON ",\"type\":\"text\",\"unless\":\"u\",\"when\":{\"all\":[],\"any\":[]}}"),
    "when: is no condition" },
  { "condition-list", ONE_FIELD ("{" COMMON ",\"type\":\"text\",\"unless\":\"u\",\"when\":[]}"),
    "when: must be an object in braces" },
  { "condition-all-empty", ONE_FIELD ("{" COMMON ",\"type\":\"text\",\"unless\":\"u\",\"when\":{\"all\":[]}}"),
    "when.all: is empty" },
  { "unless-alone", ONE_FIELD ("{" COMMON ",\"type\":\"text\",\"unless\":\"u\"}"), "unless: stands without “when”" },
  { "no-options", ONE_FIELD ("{" COMMON ",\"type\":\"choices\"}"), "options: is missing" },
  { "no-columns", ONE_FIELD ("{" COMMON ",\"type\":\"table\",\"columns\":[]}"), "columns: is empty" },
  { "no-items", ONE_FIELD ("{" COMMON ",\"type\":\"checklist\"}"), "needs “checklist” or “items”" },
  { "no-scale", ONE_FIELD ("{" COMMON ",\"type\":\"rating\"}"), "scale: is missing" },
  { "scale-text", ONE_FIELD ("{" COMMON ",\"type\":\"rating\",\"scale\":\"1-5\"}"), "scale: must be an object in braces" },
  { "grid-column-twice", ONE_FIELD ("{" COMMON ",\"type\":\"raci\",\"columns\":[{\"id\":\"task\",\"label\":\"C\",\"type\":\"text\"}]}"),
    "columns[0].id: “task” is there twice" },
  { "grid-choices", ONE_FIELD ("{" COMMON ",\"type\":\"raci\",\"choices\":{\"task\":[]}}"), "choices.task: is no column with choices" },
  { "grid-people", ONE_FIELD ("{" COMMON ",\"type\":\"raci\",\"people\":\"q\"}"),
    "people: “q” is no table with names that is asked for before" },
  { "grid-rule", ONE_FIELD ("{" COMMON ",\"type\":\"raci\",\"rules\":[{\"id\":\"r\",\"title\":\"T\",\"reason\":\"R\"}]}"),
    "rules[0]: needs one of “missing”, “both”, “same” and “hours”" },
  { "grid-rule-words", ONE_FIELD ("{" COMMON ",\"type\":\"raci\",\"rules\":[{\"id\":\"r\",\"title\":\"T\",\"reason\":\"R\","
    "\"missing\":\"x\"}]}"), "rules[0].missing: must be a list of words" },
  { "grid-rule-both", ONE_FIELD ("{" COMMON ",\"type\":\"raci\",\"rules\":[{\"id\":\"r\",\"title\":\"T\",\"reason\":\"R\","
    "\"both\":[[\"x\"]]}]}"), "rules[0].both: must be two lists of words" },
  { "grid-rule-same", ONE_FIELD ("{" COMMON ",\"type\":\"raci\",\"rules\":[{\"id\":\"r\",\"title\":\"T\",\"reason\":\"R\","
    "\"same\":[\"q\",\"q\"]}]}"), "rules[0].same: “q” is no person that is asked for before" },
  { "rules-of-table", ONE_FIELD ("{" COMMON ",\"type\":\"text\",\"rules\":[]}"),
    "rules: does not belong to a field of the type “text”" },
  { "column-options", ONE_FIELD ("{" COMMON ",\"type\":\"table\",\"columns\":[{\"id\":\"c\",\"label\":\"C\","
    "\"type\":\"text\",\"options\":[]}]}"), "columns[0].options: belongs to a choice only" },
};

/* The columns come from the type; content adds columns, other choices, names and rules. */
static void
test_grid (void)
{
  static const char json[] = ONE_FIELD (
    "{\"id\":\"dsb\",\"type\":\"person\",\"label\":\"D\",\"why\":\"w\",\"example\":\"e\",\"need\":\"optional\"},"
    "{\"id\":\"who\",\"type\":\"stakeholder-grid\",\"label\":\"W\",\"why\":\"w\",\"example\":\"e\",\"need\":\"optional\","
    "\"choices\":{\"attitude\":[{\"id\":\"a\",\"label\":\"A\"}]},\"columns\":[{\"id\":\"more\",\"label\":\"M\",\"type\":\"date\"}],"
    "\"rules\":[{\"id\":\"pr\",\"missing\":[\"Personalrat\"],\"title\":\"T\",\"reason\":\"R\",\"source\":\"S\",\"to\":\"law\","
    "\"when\":{\"field\":\"q\",\"is\":\"y\"}},"
    "{\"id\":\"both\",\"both\":[[\"a\",\"b\"],[\"c\"]],\"title\":\"T\",\"reason\":\"R\"},"
    "{\"id\":\"same\",\"same\":[\"dsb\",\"dsb\"],\"title\":\"T\",\"reason\":\"R\"},"
    "{\"id\":\"hours\",\"hours\":20,\"title\":\"T\",\"reason\":\"R\"}]},"
    "{" COMMON ",\"type\":\"raci\",\"people\":\"who\"}");
  g_autoptr (GError) error = NULL;
  g_autoptr (WbGuide) guide = wb_guide_from_json ("g", "G", json, &error);
  const WbField *field;
  const WbGridRule *rule;

  g_assert_no_error (error);
  field = wb_guide_get_field (guide, "who");
  g_assert_cmpint (field->type, ==, WB_FIELD_TABLE);
  g_assert_cmpint (field->grid, ==, WB_GRID_STAKEHOLDERS);
  g_assert_cmpstr (((WbColumn *) g_ptr_array_index (field->columns, field->columns->len - 1))->id, ==, "more");
  g_assert_cmpuint (wb_field_get_column (field, "attitude")->options->len, ==, 1);
  g_assert_cmpuint (wb_field_get_column (field, "influence")->options->len, ==, 5);
  g_assert_cmpuint (field->rules->len, ==, 4);
  rule = g_ptr_array_index (field->rules, 0);
  g_assert_cmpint (rule->type, ==, WB_GRID_RULE_MISSING);
  g_assert_cmpstr (rule->words[0], ==, "Personalrat");
  g_assert_cmpstr (rule->target, ==, "law");
  g_assert_nonnull (rule->when);
  rule = g_ptr_array_index (field->rules, 1);
  g_assert_cmpuint (g_strv_length (rule->words), ==, 2);
  g_assert_cmpstr (rule->others[0], ==, "c");
  rule = g_ptr_array_index (field->rules, 3);
  g_assert_cmpfloat (rule->limit, ==, 20);
  g_assert_cmpstr (wb_guide_get_field (guide, "f")->people, ==, "who");
}

static void
test_bad_field (gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strconcat ("phases[0].steps[0].fields[1]",
                                          g_str_has_prefix (bad->message, "needs") ? ": " : ".", bad->message, NULL);

  g_assert_null (wb_guide_from_json ("g", "G", bad->json, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_bad_others (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *guide = NULL;
  gboolean deck;

  g_assert_null (wb_checklist_from_json ("{\"groups\":[]}", &error));
  g_assert_cmpstr (error->message, ==, "groups: is empty");
  g_clear_error (&error);
  g_assert_null (wb_checklist_from_json ("{\"groups\":[{\"title\":\"T\",\"items\":[{\"id\":\"A\",\"text\":\"t\"}]}]}", &error));
  g_assert_cmpstr (error->message, ==, "groups[0].items[0].id: “A” is no id: lower-case letters a–z, digits and hyphens");
  g_clear_error (&error);
  g_assert_null (wb_lesson_from_json ("{\"minutes\":5,\"goal\":\"g\",\"questions\":[{\"id\":\"q\",\"type\":\"single\","
                                      "\"text\":\"t\",\"explanation\":\"e\",\"answers\":[{\"text\":\"a\",\"correct\":1,"
                                      "\"explanation\":\"e\"}]}]}", &error));
  g_assert_cmpstr (error->message, ==, "questions[0].answers[0].correct: must be true or false");
  g_clear_error (&error);
  g_assert_null (wb_course_from_json ("{\"goal\":\"g\",\"lessons\":[\"a\",\"a\"]}", &error));
  g_assert_cmpstr (error->message, ==, "lessons[1]: “a” is there twice");
  g_clear_error (&error);
  g_assert_false (wb_template_from_json ("{\"format\":\"odt\",\"guide\":\"g\"}", &deck, &guide, &error));
  g_assert_cmpstr (error->message, ==, "format: must be “text” or “deck”");
  g_assert_null (guide);
}

/* Every prefix of a sound payload is refused or read, and nothing else happens. */
static void
test_truncated (void)
{
  g_autofree char *json = load_payload ("guide", "leitfaden-muster");
  gsize length = strlen (json);

  for (gsize i = 0; i < length; i += 7)
    {
      g_autofree char *part = g_strndup (json, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (wb_guide_from_json ("g", "G", part, &error));
      g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
    }
}

static void
test_questions (void)
{
  g_autofree char *json = load_payload ("lesson", "lektion-muster");
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLesson) lesson = wb_lesson_from_json (json, &error);
  GPtrArray *questions = wb_lesson_get_questions (lesson);

  g_assert_no_error (error);
  g_assert_cmpuint (questions->len, ==, WB_N_QUESTION_TYPES);
  for (guint i = 0; i < questions->len; i++)
    {
      const WbQuestion *question = g_ptr_array_index (questions, i);

      g_assert_cmpint (question->type, ==, i);
      g_assert_cmpuint (question->options->len, ==, i == WB_QUESTION_MULTIPLE ? 3 : i <= WB_QUESTION_CASE ? 2 : 0);
      g_assert_cmpuint (question->items->len, ==, i == WB_QUESTION_ORDER ? 3 : 0);
      g_assert_cmpuint (question->pairs->len, ==, i == WB_QUESTION_MATCH ? 3 : 0);
      g_assert_cmpuint (question->accepted->len, ==, i == WB_QUESTION_TEXT ? 2 : 0);
      g_assert_cmpstr (question->unit, ==, i == WB_QUESTION_NUMBER ? "Stunden" : "");
      g_assert_cmpint (question->situation != NULL, ==, i == WB_QUESTION_CASE);
      g_assert_cmpfloat (question->value, ==, i == WB_QUESTION_NUMBER ? 12.5 : 0);
    }
}

static void
test_workshop_format (void)
{
  g_autofree char *json = load_payload ("workshop-format", "runde-muster");
  g_autoptr (GError) error = NULL;
  g_autoptr (WbWorkshopFormat) format = wb_workshop_format_from_json (json, &error);
  const WbWorkshopStep *step;

  g_assert_no_error (error);
  g_assert_cmpuint (format->group_min, ==, 4);
  g_assert_cmpuint (format->group_max, ==, 12);
  g_assert_cmpuint (format->material->len, ==, 2);
  g_assert_cmpuint (wb_workshop_format_get_start (format, 1), ==, 10);
  g_assert_cmpuint (wb_workshop_format_get_start (format, 2), ==, 30);
  step = g_ptr_array_index (format->steps, 0);
  g_assert_cmpstr (step->note, ==, "Auf die Zeit achten.");
  step = g_ptr_array_index (format->steps, 1);
  g_assert_null (step->note);
}

static void
test_data_model (void)
{
  g_autofree char *json = load_payload ("data-model", "modell-muster");
  g_autoptr (GError) error = NULL;
  g_autoptr (WbDataModel) model = wb_data_model_from_json (json, &error);
  g_autofree char *schema = wb_data_model_schema_to_json (json, &error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  const WbDataField *field;

  g_assert_no_error (error);
  g_assert_cmpuint (model->fields->len, ==, 6);
  g_assert_true (wb_data_model_is_key (model, "laterne_id"));
  g_assert_false (wb_data_model_is_key (model, "art"));
  g_assert_null (wb_data_model_get_field (model, "farbe"));
  field = wb_data_model_get_field (model, "laterne_id");
  g_assert_true (field->required);
  g_assert_true (field->unique);
  field = wb_data_model_get_field (model, "leistung");
  g_assert_cmpstr (field->example, ==, "22.4");
  field = wb_data_model_get_field (model, "baujahr");
  g_assert_cmpstr (field->minimum, ==, "1900");
  field = wb_data_model_get_field (model, "art");
  g_assert_cmpuint (field->values->len, ==, 2);

  /* The schema alone, nothing around it. */
  g_assert_true (json_parser_load_from_data (parser, schema, -1, NULL));
  g_assert_true (json_object_has_member (json_node_get_object (json_parser_get_root (parser)), "fields"));
  g_assert_null (wb_data_model_schema_to_json ("{}", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
}

static void
test_offers (void)
{
  g_autofree char *interface_json = load_payload ("interface", "schnittstelle-muster");
  g_autofree char *solution_json = load_payload ("solution", "loesung-muster");
  g_autoptr (GError) error = NULL;
  g_autoptr (WbInterface) interface = wb_interface_from_json (interface_json, &error);
  g_autoptr (WbSolution) solution = wb_solution_from_json (solution_json, &error);
  g_autofree char *undated = replace (interface_json, "\"2022-03-01\"", "null");
  g_autoptr (WbInterface) without_date = wb_interface_from_json (undated, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (interface->version, ==, "2.1");
  g_assert_cmpstr (interface->version_date, ==, "2022-03-01");
  g_assert_null (without_date->version_date);
  g_assert_cmpuint (solution->ways, ==, 1u << WB_WAY_SELF_RUN | 1u << WB_WAY_TENDER);
  g_assert_cmpstr (solution->licence, ==, "EUPL-1.2");
}

static void
test_barrier_and_circle (void)
{
  g_autofree char *barrier_json = load_payload ("barrier", "barriere-geld");
  g_autofree char *circle_json = load_payload ("circle", "kreis-muster");
  g_autoptr (GError) error = NULL;
  g_autoptr (WbBarrier) barrier = wb_barrier_from_json (barrier_json, &error);
  g_autoptr (WbCircle) circle = wb_circle_from_json (circle_json, &error);
  const WbBarrierStatement *statement;
  const WbLever *lever;

  g_assert_no_error (error);
  g_assert_cmpint (barrier->dimension, ==, WB_DIMENSION_PROCESS);
  g_assert_cmpint (barrier->cause, ==, WB_CAUSE_MEANS);
  g_assert_cmpint (barrier->named_by, ==, WB_NAMED_BY_BOTH);
  g_assert_cmpuint (barrier->effects->len, ==, 1);
  statement = g_ptr_array_index (barrier->statements, 0);
  g_assert_true (statement->reverse);
  statement = g_ptr_array_index (barrier->statements, 1);
  g_assert_false (statement->reverse);
  g_assert_cmpuint (circle->links->len, ==, 2);
  lever = g_ptr_array_index (circle->levers, 0);
  g_assert_cmpuint (lever->after, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (lever->to, 0), ==, "handbuch-muster");
}

/* Whatever is in the file, reading ends with an object or one sentence. */
static void
test_hostile_payloads (void)
{
  static const char *const texts[] = {
    "", "null", "[]", "7", "{}", "{\"steps\":7}", "{\"schema\":[]}", "{\"schema\":{\"fields\":[null]}}",
    "{\"schema\":{\"fields\":[{}],\"primaryKey\":[[]],\"missingValues\":{}}}", "{\"links\":[[]],\"levers\":[7]}",
    "{\"effects\":[null],\"statements\":[{\"id\":7}]}", "{\"questions\":[{\"type\":\"order\",\"items\":{}}]}",
    "{\"questions\":[{\"type\":\"match\",\"pairs\":[7,null]}]}", "{\"questions\":[{\"type\":\"number\",\"value\":\"x\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_null (wb_workshop_format_from_json (texts[i], NULL));
      g_assert_null (wb_data_model_from_json (texts[i], NULL));
      g_assert_null (wb_interface_from_json (texts[i], NULL));
      g_assert_null (wb_solution_from_json (texts[i], NULL));
      g_assert_null (wb_barrier_from_json (texts[i], NULL));
      g_assert_null (wb_lesson_from_json (texts[i], NULL));
      g_assert_null (wb_circle_from_json (texts[i], NULL));
    }
  g_assert_null (wb_barrier_from_json (NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/payload-reader/guide", test_guide);
  g_test_add_func ("/payload-reader/grid", test_grid);
  g_test_add_func ("/payload-reader/conditions", test_conditions);
  g_test_add_func ("/payload-reader/unknown-keys", test_unknown_keys);
  g_test_add_func ("/payload-reader/other-kinds", test_other_kinds);
  g_test_add_func ("/payload-reader/council", test_council);
  g_test_add_func ("/payload-reader/bad-others", test_bad_others);
  g_test_add_func ("/payload-reader/truncated", test_truncated);
  for (guint i = 0; i < G_N_ELEMENTS (bad_guides); i++)
    {
      g_autofree char *path = g_strconcat ("/payload-reader/bad-guide/", bad_guides[i].name, NULL);

      g_test_add_data_func (path, &bad_guides[i], test_bad_guide);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_fields); i++)
    {
      g_autofree char *path = g_strconcat ("/payload-reader/bad-field/", bad_fields[i].name, NULL);

      g_test_add_data_func (path, &bad_fields[i], test_bad_field);
    }

  g_test_add_func ("/payload-reader/questions", test_questions);
  g_test_add_func ("/payload-reader/workshop-format", test_workshop_format);
  g_test_add_func ("/payload-reader/data-model", test_data_model);
  g_test_add_func ("/payload-reader/offers", test_offers);
  g_test_add_func ("/payload-reader/barrier-and-circle", test_barrier_and_circle);
  g_test_add_func ("/payload-reader/hostile-payloads", test_hostile_payloads);

  return g_test_run ();
}
