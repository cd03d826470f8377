/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-figure.h"
#include "wb-test-document.h"

#include <string.h>

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  WbMunicipality *town;
  WbTemplateContext context;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->guide = wb_test_document_guide ();
  self->answers = wb_answers_new ();
  self->town = wb_municipality_new ("13076060", "Hagenow, Stadt", "Stadt", "Ludwigslust-Parchim", "Hagenow, Stadt",
                                    "Mecklenburg-Vorpommern", "19230", 12022);
  self->context = (WbTemplateContext) { self->guide, self->answers, self->town, "Sozialräume", "24. November 2026" };
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->guide);
  g_assert_finalize_object (self->answers);
  g_assert_finalize_object (self->town);
}

/* @text with placeholders in "{{…}}" as a document of one paragraph. */
static WbBlock *
parse (const char *text)
{
  WbBlock *root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *paragraph = wb_block_append (root, wb_block_new (WB_BLOCK_PARAGRAPH));
  const char *open;

  while ((open = strstr (text, "{{")) != NULL)
    {
      const char *close = strstr (open, "}}");
      g_autofree char *before = g_strndup (text, open - text);
      g_autofree char *name = g_strndup (open + 2, close - open - 2);

      if (*before != '\0')
        wb_block_append_text (paragraph, before, 0, NULL);
      wb_block_append_text (paragraph, name, WB_INLINE_PLACEHOLDER, NULL);
      text = close + 2;
    }
  if (*text != '\0')
    wb_block_append_text (paragraph, text, 0, NULL);

  return root;
}

static WbBlock *
fill (Fixture    *self,
      const char *text)
{
  g_autoptr(WbBlock) root = parse (text);

  return wb_template_fill (root, &self->context);
}

static void
assert_text (Fixture    *self,
             const char *template,
             const char *expected)
{
  g_autoptr(WbBlock) filled = fill (self, template);
  g_autofree char *text = wb_block_to_text (filled);

  g_assert_cmpstr (text, ==, expected);
}

static const WbBlock *
get_child (const WbBlock *block,
           guint          i)
{
  return g_ptr_array_index (block->children, i);
}

static WbInlineFlags
get_flags (const WbBlock *paragraph,
           guint          i)
{
  return ((WbInline *) g_ptr_array_index (paragraph->inlines, i))->flags;
}

static void
answer_all (Fixture *self)
{
  const char *row;

  wb_answers_set (self->answers, "text", "", "", "Ein Satz");
  wb_answers_set (self->answers, "long-text", "", "", "Erster Absatz\n\nZweiter Absatz");
  wb_answers_set (self->answers, "choice", "", "", "a");
  wb_answers_set (self->answers, "choices", "b", "", "1");
  wb_answers_set (self->answers, "choices", "a", "", "1");
  wb_answers_set (self->answers, "date", "", "", "2026-11-24");
  wb_answers_set (self->answers, "person", "", "name", "Kim (Beispiel)");
  wb_answers_set (self->answers, "person", "", "role", "Leitung");
  wb_answers_set (self->answers, "rating", "", "", "4");
  row = wb_answers_add_row (self->answers, "table", NULL);
  wb_answers_set (self->answers, "table", row, "was", "Kinder");
  wb_answers_set (self->answers, "table", row, "zahl", "1234.5");
  wb_answers_set (self->answers, "table", row, "wahl", "x");
  wb_answers_set (self->answers, "checklist", "b", "done", "1");
  wb_answers_set (self->answers, "checklist", "b", "owner", "Alex");
  wb_answers_set (self->answers, "checklist", "b", "date", "2026-11-25");
}

static void
test_context (Fixture       *self,
              gconstpointer  data)
{
  assert_text (self, "{{@town}}, {{@district}}, {{@state}}: {{@population}} – {{@project}}, {{ @date }}",
               "Hagenow, Ludwigslust-Parchim, Mecklenburg-Vorpommern: 12,022 – Sozialräume, 24. November 2026");
}

static void
test_inline (Fixture       *self,
             gconstpointer  data)
{
  answer_all (self);
  assert_text (self, "- {{text}}.", "- Ein Satz.");
  assert_text (self, "- {{long-text}}", "- Erster Absatz  Zweiter Absatz");
  assert_text (self, "- {{choice}}", "- Möglichkeit A");
  assert_text (self, "- {{choices}}", "- Möglichkeit A, Möglichkeit B");
  assert_text (self, "- {{date}}", "- 24.11.2026");
  assert_text (self, "- {{person}}", "- Kim (Beispiel), Leitung");
  assert_text (self, "- {{person.role}}/{{person.name}}", "- Leitung/Kim (Beispiel)");
  assert_text (self, "- {{rating}}", "- 4 of 5");
  assert_text (self, "- {{table}}", "- Kinder");
  assert_text (self, "- {{checklist}}", "- 1 of 2 done");
  assert_text (self, "- {{spaeter}}", "- does not apply");
}

static void
test_alone (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(WbBlock) table = NULL;
  g_autoptr(WbBlock) checklist = NULL;
  g_autoptr(WbBlock) person = NULL;
  g_autoptr(WbBlock) long_text = NULL;
  g_autoptr(WbBlock) address = NULL;
  const WbBlock *check;

  answer_all (self);
  assert_text (self, "{{text}}", "Ein Satz");
  assert_text (self, "{{choices}}", "Möglichkeit A\nMöglichkeit B");
  assert_text (self, "{{spaeter}}", "Entfällt: nur bei B.");

  long_text = fill (self, " {{long-text}} ");
  g_assert_cmpuint (long_text->children->len, ==, 2);
  wb_answers_set (self->answers, "long-text", "", "", "Markt 1\n01234 Musterstadt\n \nTel. 0123");
  address = fill (self, "{{long-text}}");
  g_assert_cmpuint (address->children->len, ==, 2);
  g_assert_true (get_flags (get_child (address, 0), 1) & WB_INLINE_BREAK);

  table = fill (self, "{{table}}");
  g_assert_cmpint (get_child (table, 0)->type, ==, WB_BLOCK_TABLE);
  g_assert_cmpuint (get_child (table, 0)->header_rows, ==, 1);
  g_assert_cmpint (g_array_index (get_child (table, 0)->aligns, WbAlign, 1), ==, WB_ALIGN_END);
  assert_text (self, "{{table}}", "Was\tZahl\tWahl\nKinder\t1,234.5\tAuswahl X");

  checklist = fill (self, "{{checklist}}");
  check = get_child (get_child (checklist, 0), 1);
  g_assert_true (check->done);
  g_assert_cmpstr (check->owner, ==, "Alex");
  g_assert_cmpstr (check->date, ==, "25.11.2026");
  check = get_child (get_child (checklist, 0), 0);
  g_assert_false (check->done);
  g_assert_cmpstr (check->owner, ==, "");
  g_assert_cmpstr (check->note, ==, "Hinweis A");

  person = fill (self, "{{person}}");
  g_assert_cmpint (get_child (person, 0)->type, ==, WB_BLOCK_SHEET);
  g_assert_cmpuint (get_child (person, 0)->children->len, ==, 3);
  /* What is not known can be written in. */
  g_assert_cmpint (get_flags (get_child (get_child (get_child (person, 0), 2), 1), 0), ==, WB_INLINE_BLANK);
}

static void
test_blank (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(WbBlock) sentence = fill (self, "Ziel: {{text}} und {{unbekannt}}");
  const struct { const char *name; WbBlockType type; } forms[] = {
    { "{{text}}", WB_BLOCK_LINES },
    { "{{long-text}}", WB_BLOCK_LINES },
    { "{{date}}", WB_BLOCK_LINES },
    { "{{rating}}", WB_BLOCK_LINES },
    { "{{choice}}", WB_BLOCK_CHECKLIST },
    { "{{choices}}", WB_BLOCK_CHECKLIST },
    { "{{checklist}}", WB_BLOCK_CHECKLIST },
    { "{{table}}", WB_BLOCK_TABLE },
    { "{{person}}", WB_BLOCK_SHEET },
  };

  g_assert_cmpint (get_flags (get_child (sentence, 0), 1), ==, WB_INLINE_BLANK);
  g_assert_cmpint (get_flags (get_child (sentence, 0), 3), ==, WB_INLINE_BLANK);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr(WbBlock) form = fill (self, forms[i].name);

      g_assert_cmpint (get_child (form, 0)->type, ==, forms[i].type);
    }
}

/* The guide alone, or nothing at all, is enough for a form. */
static void
test_without_answers (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(WbBlock) root = parse ("{{table}}");
  g_autoptr(WbBlock) form = NULL;
  g_autoptr(WbBlock) nothing = NULL;
  g_autofree char *text = NULL;

  self->context.answers = NULL;
  form = wb_template_fill (root, &self->context);
  g_assert_cmpint (get_child (form, 0)->type, ==, WB_BLOCK_TABLE);
  g_assert_cmpuint (get_child (form, 0)->children->len, ==, 5);

  nothing = wb_template_fill (root, NULL);
  g_assert_cmpint (get_flags (get_child (nothing, 0), 0), ==, WB_INLINE_BLANK);
  text = wb_block_to_text (nothing);
  g_assert_cmpstr (text, ==, "table");
}

static void
test_deck (Fixture       *self,
           gconstpointer  data)
{
  const char *names[] = { "{{text}}", "{{long-text}}", "{{choice}}", "{{choices}}", "{{date}}", "{{person}}", "{{table}}",
                          "{{rating}}" };

  self->context.deck = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(WbBlock) slide = fill (self, names[i]);

      g_assert_cmpint (get_flags (get_child (slide, 0), 0), ==, WB_INLINE_OPEN);
    }
}

/* A project keeps the guide it began with; a newer template may ask what that did not: its name is never shown. */
static void
test_unknown (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(WbBlock) page = fill (self, "Mass: {{measured-later}}");
  g_autoptr(WbBlock) slide = NULL;
  g_autofree char *text = wb_block_to_text (page);
  g_autofree char *shown = NULL;

  g_assert_null (strstr (text, "measured-later"));
  g_assert_cmpint (get_flags (get_child (page, 0), 1), ==, WB_INLINE_BLANK);

  self->context.deck = TRUE;
  slide = fill (self, "{{measured-later}}");
  shown = wb_block_to_text (slide);
  g_assert_cmpstr (shown, ==, "still open");
  g_assert_cmpint (get_flags (get_child (slide, 0), 0), ==, WB_INLINE_EMPHASIS);
}

static void
test_commands (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(WbBlock) lines = fill (self, "{{@lines 3}}");
  g_autoptr(WbBlock) many = fill (self, "{{@lines 99999999999999999999}}");
  g_autoptr(WbBlock) sign = fill (self, "{{@sign Datum, Fachstelle | Datum, Datenschutz}}");
  g_autoptr(WbBlock) page = fill (self, "{{@pagebreak}}");
  g_autoptr(WbBlock) odd = fill (self, "{{}}{{@lines}} {{@}}");
  g_autofree char *text = wb_block_to_text (sign);

  g_assert_cmpuint (get_child (lines, 0)->lines, ==, 3);
  g_assert_cmpuint (get_child (many, 0)->lines, ==, 40);
  g_assert_cmpint (get_child (sign, 0)->type, ==, WB_BLOCK_SIGNATURES);
  g_assert_cmpstr (text, ==, "Datum, Fachstelle\nDatum, Datenschutz");
  g_assert_cmpint (get_child (page, 0)->type, ==, WB_BLOCK_PAGE_BREAK);
  g_assert_cmpuint (odd->children->len, ==, 1);
}

/* Where one only reads, an open question says so; room to write by hand has nothing to say. */
static void
test_reading (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(WbBlock) lines = NULL;
  g_autoptr(WbBlock) field = NULL;
  g_autofree char *shown = NULL;

  self->context.say_open = TRUE;
  lines = fill (self, "{{@lines 3}}");
  field = fill (self, "{{text}}");
  shown = wb_block_to_text (field);
  g_assert_cmpuint (lines->children->len, ==, 0);
  g_assert_cmpstr (shown, ==, "still open");
}

/* Whatever an answer looks like, it is text. */
static void
test_hostile (Fixture       *self,
              gconstpointer  data)
{
  const char *hostile = "<b>fett</b> **x** {{@town}} [a](wb:b) & \" ' {{text}}";
  g_autofree char *expected = g_strdup_printf ("- %s", hostile);
  g_autoptr(WbBlock) filled = NULL;

  wb_answers_set (self->answers, "text", "", "", hostile);
  assert_text (self, "{{text}}", hostile);
  assert_text (self, "- {{text}}", expected);
  filled = fill (self, "- {{text}}");
  g_assert_cmpuint (get_child (filled, 0)->inlines->len, ==, 1);
  g_assert_cmpint (get_flags (get_child (filled, 0), 0), ==, 0);
}

static void
test_template_stays (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(WbBlock) root = parse ("- {{text}}");
  g_autoptr(WbBlock) filled = NULL;
  g_autofree char *text = NULL;

  answer_all (self);
  filled = wb_template_fill (root, &self->context);
  text = wb_block_to_text (root);
  g_assert_cmpstr (text, ==, "- {{text}}");
}

static WbField *
add_grid (Fixture    *self,
          WbGrid      grid,
          const char *id)
{
  WbField *field = wb_field_new_grid (grid, id, id);
  WbStep *step = g_ptr_array_index (wb_guide_get_steps (self->guide), 0);

  wb_guide_add_field (self->guide, step, field);

  return field;
}

/* Stakeholders: a figure that says the same in words, a sheet for each row, a plan, and what is missing with its reason. */
static void
test_grid (Fixture       *self,
           gconstpointer  data)
{
  WbField *field = add_grid (self, WB_GRID_STAKEHOLDERS, "who");
  WbGridRule *rule = wb_grid_rule_new (WB_GRID_RULE_MISSING, "r", "Personalrat", "Er bestimmt mit.");
  g_autoptr (WbBlock) whole = NULL;
  const WbBlock *figure;
  const char *row;

  rule->source = g_strdup ("LPVG");
  rule->words[0] = NULL;
  g_ptr_array_add (field->rules, rule);
  assert_text (self, "{{who.findings}}", "Missing: Personalrat. Er bestimmt mit. (LPVG)");
  assert_text (self, "{{who.figure}}", "");
  /* A slide would be empty. */
  self->context.deck = TRUE;
  assert_text (self, "{{who.figure}}", field->label);
  self->context.deck = FALSE;

  row = wb_answers_add_row (self->answers, "who", NULL);
  wb_answers_set (self->answers, "who", row, "group", "Bauhof");
  wb_answers_set (self->answers, "who", row, "influence", "4");
  wb_answers_set (self->answers, "who", row, "interest", "2");
  wb_answers_set (self->answers, "who", row, "told", "Frühbesprechung");
  row = wb_answers_add_row (self->answers, "who", NULL);
  wb_answers_set (self->answers, "who", row, "name", "Rat");
  assert_text (self, "{{who.plan}}", "Who\tHow to deal with them\tWhat they need\tHow they are told\n"
                                     "Bauhof\tWin over\t\tFrühbesprechung\nRat\t\t\t");
  assert_text (self, "{{who.table}}", "Role or group\tBauhof\nInfluence\t4\nInterest\t2\n"
                                      "How they are told\tFrühbesprechung\nName\tRat");
  whole = fill (self, "{{who}}");
  figure = get_child (whole, 0);
  g_assert_cmpint (figure->type, ==, WB_BLOCK_FIGURE);
  g_assert_cmpint (figure->figure->type, ==, WB_FIGURE_PLACES);
  g_assert_cmpstr (figure->figure->alt, ==, "Bauhof: Influence 4 of 5, Interest 2 of 5. Not placed yet: Rat.");
  g_assert_cmpuint (figure->figure->parts->len, ==, 1);
  g_assert_cmpuint (((WbFigurePart *) g_ptr_array_index (figure->figure->parts, 0))->row, ==, 1);
  g_assert_cmpuint (((WbFigurePart *) g_ptr_array_index (figure->figure->parts, 0))->column, ==, 1);
}

/* Milestones by day, in order; those without one are named. Risks with the worst first. */
static void
test_grid_order (Fixture       *self,
                 gconstpointer  data)
{
  static const char *const dates[][3] = { { "b", "Später", "2027-03-01" }, { "a", "Zuerst", "2027-01-15" }, { "c", "Irgendwann", "" } };
  g_autoptr (WbBlock) times = NULL;

  add_grid (self, WB_GRID_MILESTONES, "stops");
  add_grid (self, WB_GRID_RISKS, "risks");
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      wb_answers_add_row (self->answers, "stops", dates[i][0]);
      wb_answers_set (self->answers, "stops", dates[i][0], "name", dates[i][1]);
      wb_answers_set (self->answers, "stops", dates[i][0], "date", dates[i][2]);
      wb_answers_add_row (self->answers, "risks", dates[i][0]);
      wb_answers_set (self->answers, "risks", dates[i][0], "risk", dates[i][1]);
      wb_answers_set (self->answers, "risks", dates[i][0], "likelihood", i == 1 ? "5" : "1");
      wb_answers_set (self->answers, "risks", dates[i][0], "damage", "3");
    }
  wb_answers_set (self->answers, "stops", "a", "done", "yes");
  times = fill (self, "{{stops.figure}}");
  g_assert_cmpstr (get_child (times, 0)->figure->alt, ==,
                   "15.01.2027: Zuerst (done). 01.03.2027: Später. Not placed yet: Irgendwann.");
  g_assert_true (get_child (times, 0)->with_table);
  assert_text (self, "{{risks.table}}",
               "Risk\tLikelihood\tDamage\tWhat we do about it\tWho\nZuerst\t5 – high\t3\t\t\nSpäter\t1 – low\t3\t\t\n"
               "Irgendwann\t1 – low\t3\t\t");
}

/* "?": what does not apply takes its sentence along; what is only unanswered does not. */
static void
test_conditional (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(WbBlock) sentence = NULL;
  g_autoptr(WbBlock) alone = NULL;
  g_autoptr(WbBlock) unanswered = NULL;
  g_autoptr(WbBlock) points = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbBlock) kept = NULL;
  WbBlock *list = wb_block_append (points, wb_block_new (WB_BLOCK_LIST));

  wb_answers_set (self->answers, "choice", "", "", "a");
  sentence = fill (self, "Später: {{?spaeter}}");
  g_assert_cmpuint (sentence->children->len, ==, 0);
  alone = fill (self, "{{ ?spaeter }}");
  g_assert_cmpuint (alone->children->len, ==, 0);
  unanswered = fill (self, "Text: {{?text}}");
  g_assert_cmpuint (unanswered->children->len, ==, 1);

  for (guint i = 0; i < 2; i++)
    {
      WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
      WbBlock *paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));

      wb_block_append_text (paragraph, i == 0 ? "?spaeter" : "?choice", WB_INLINE_PLACEHOLDER, NULL);
    }
  kept = wb_template_fill (points, &self->context);
  g_assert_cmpuint (get_child (kept, 0)->children->len, ==, 1);

  wb_answers_set (self->answers, "choice", "", "", "b");
  wb_answers_set (self->answers, "spaeter", "", "", "Morgen");
  assert_text (self, "- {{?spaeter}}", "- Morgen");
  assert_text (self, "{{?spaeter}}", "Morgen");
}

/* What is in a list, a callout or a quote went, so that it goes, too; what was empty before is not looked at. */
static void
test_conditional_containers (Fixture       *self,
                             gconstpointer  data)
{
  static const WbBlockType types[] = { WB_BLOCK_CALLOUT, WB_BLOCK_QUOTE, WB_BLOCK_LIST };
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbBlock) gone = NULL;
  g_autoptr(WbBlock) kept = NULL;
  WbBlock *outer = wb_block_append (root, wb_block_new (WB_BLOCK_QUOTE));

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      WbBlock *parent = wb_block_append (i < 2 ? root : outer, wb_block_new (types[i]));

      if (types[i] == WB_BLOCK_LIST)
        parent = wb_block_append (parent, wb_block_new (WB_BLOCK_ITEM));
      for (guint j = 0; j < 2; j++)
        wb_block_append_text (wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH)), "?spaeter", WB_INLINE_PLACEHOLDER, NULL);
    }
  wb_block_append (root, wb_block_new (WB_BLOCK_QUOTE));

  wb_answers_set (self->answers, "choice", "", "", "a");
  gone = wb_template_fill (root, &self->context);
  g_assert_cmpuint (gone->children->len, ==, 1);
  wb_answers_set (self->answers, "choice", "", "", "b");
  kept = wb_template_fill (root, &self->context);
  g_assert_cmpuint (kept->children->len, ==, 4);
}

/* Of a table what the reader needs, in the order of the template. */
static void
test_columns (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(WbBlock) blank = NULL;
  const char *row;

  blank = fill (self, "{{table.wahl+was}}");
  g_assert_cmpint (get_child (blank, 0)->type, ==, WB_BLOCK_TABLE);
  g_assert_cmpuint (get_child (get_child (blank, 0), 1)->children->len, ==, 2);

  answer_all (self);
  assert_text (self, "{{table.wahl+was}}", "Wahl\tWas\nAuswahl X\tKinder");
  assert_text (self, "{{table.was}}", "Was\nKinder");

  add_grid (self, WB_GRID_RISKS, "risks");
  row = wb_answers_add_row (self->answers, "risks", "a");
  wb_answers_set (self->answers, "risks", row, "risk", "Klein");
  wb_answers_set (self->answers, "risks", row, "likelihood", "1");
  wb_answers_set (self->answers, "risks", row, "damage", "1");
  row = wb_answers_add_row (self->answers, "risks", "b");
  wb_answers_set (self->answers, "risks", row, "risk", "Groß");
  wb_answers_set (self->answers, "risks", row, "likelihood", "5");
  wb_answers_set (self->answers, "risks", row, "damage", "5");
  wb_answers_set (self->answers, "risks", row, "measure", "Üben");
  assert_text (self, "{{risks.risk+measure}}", "Risk\tWhat we do about it\nGroß\tÜben\nKlein\t");
}

/* A formula for the column "alles": "preis" times "mal". */
static WbFormula *
multiply (void)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_formula_unref);

  g_ptr_array_add (parts, wb_formula_new_field (WB_FORMULA_FIELD, "preis", NULL));
  g_ptr_array_add (parts, wb_formula_new_field (WB_FORMULA_FIELD, "mal", NULL));

  return wb_formula_new_parts (WB_FORMULA_PRODUCT, parts);
}

static WbField *
add_costs (Fixture *self)
{
  WbField *costs = wb_field_new (WB_FIELD_TABLE, "kosten", "Kosten");

  wb_field_add_column (costs, "was", "Was", WB_FIELD_TEXT);
  wb_field_add_column (costs, "preis", "Preis", WB_FIELD_MONEY);
  wb_field_add_column (costs, "mal", "Mal", WB_FIELD_NUMBER);
  wb_field_add_column (costs, "alles", "Alles", WB_FIELD_COMPUTED)->formula = multiply ();
  wb_guide_add_field (self->guide, g_ptr_array_index (wb_guide_get_steps (self->guide), 0), costs);

  return costs;
}

/* A computed column is computed from columns that are not shown, too, and from no question of the guide that has the name of one. */
static void
test_computed_column (Fixture       *self,
                      gconstpointer  data)
{
  WbField *costs = add_costs (self);

  wb_guide_add_field (self->guide, g_ptr_array_index (wb_guide_get_steps (self->guide), 0), wb_field_new (WB_FIELD_NUMBER, "mal", "Mal"));
  wb_answers_set (self->answers, "mal", "", "", "100");
  wb_answers_add_row (self->answers, costs->id, "a");
  wb_answers_set (self->answers, costs->id, "a", "was", "Stuhl");
  wb_answers_set (self->answers, costs->id, "a", "preis", "10.10");
  wb_answers_set (self->answers, costs->id, "a", "mal", "3");
  wb_answers_add_row (self->answers, costs->id, "b");
  wb_answers_set (self->answers, costs->id, "b", "preis", "5.00");

  assert_text (self, "{{kosten.alles}}", "Alles\n30.30\302\240€\nstill open");
  assert_text (self, "{{kosten.was+alles}}", "Was\tAlles\nStuhl\t30.30\302\240€\n\tstill open");
}

/* Where an operand is not asked, nothing is open. */
static void
test_skipped_column (Fixture       *self,
                     gconstpointer  data)
{
  WbField *costs = add_costs (self);

  ((WbColumn *) wb_field_get_column (costs, "mal"))->when = wb_condition_new_cell (WB_CONDITION_IS, "kosten", "was", "Stuhl");
  wb_answers_add_row (self->answers, costs->id, "a");
  wb_answers_set (self->answers, costs->id, "a", "was", "Stuhl");
  wb_answers_set (self->answers, costs->id, "a", "preis", "10.10");
  wb_answers_add_row (self->answers, costs->id, "b");
  wb_answers_set (self->answers, costs->id, "b", "was", "Tisch");
  wb_answers_set (self->answers, costs->id, "b", "preis", "5.00");

  assert_text (self, "{{kosten.was+alles}}", "Was\tAlles\nStuhl\tstill open\nTisch\t");
}

/* Who carries which role is read across: one table of the persons, one of the marks. */
static void
test_marks (Fixture       *self,
            gconstpointer  data)
{
  WbField *team = add_grid (self, WB_GRID_PERSONS, "team");
  const char *row;

  wb_field_add_column (team, "fach", "Fach", WB_FIELD_YES_NO);
  wb_field_add_column (team, "technik", "Technik", WB_FIELD_YES_NO);
  wb_field_add_column (team, "presse", "Presse", WB_FIELD_YES_NO);
  wb_field_add_column (team, "vertretung", "Vertretung", WB_FIELD_TEXT);
  row = wb_answers_add_row (self->answers, "team", "a");
  wb_answers_set (self->answers, "team", row, "name", "Kim (Beispiel)");
  wb_answers_set (self->answers, "team", row, "hours", "2");
  wb_answers_set (self->answers, "team", row, "fach", "yes");
  wb_answers_set (self->answers, "team", row, "technik", "no");
  wb_answers_add_row (self->answers, "team", "b");

  assert_text (self, "{{team}}",
               "Name\tFunction in the house\tContact\tRole in the project\tHours a week\tVertretung\n"
               "Kim (Beispiel)\t\t\t\t2\t\n"
               "Name\tFach\tTechnik\tPresse\n"
               "Kim (Beispiel)\tYes\t–\t");
}

/* Rows in which nothing stands are like none; a computed column of a grid has its value. */
static void
test_grid_cells (Fixture       *self,
                 gconstpointer  data)
{
  WbField *team = add_grid (self, WB_GRID_PERSONS, "team");
  g_autoptr(WbBlock) empty = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("mark%u", i);

      wb_field_add_column (team, id, id, WB_FIELD_YES_NO);
    }
  wb_answers_add_row (self->answers, "team", "a");

  /* One table to write on, not two heads. */
  empty = fill (self, "{{team.table}}");
  g_assert_cmpuint (empty->children->len, ==, 1);
  g_assert_cmpuint (get_child (empty, 0)->children->len, >, 1);

  wb_field_add_column (team, "preis", "Preis", WB_FIELD_MONEY);
  wb_field_add_column (team, "mal", "Mal", WB_FIELD_NUMBER);
  wb_field_add_column (team, "alles", "Alles", WB_FIELD_COMPUTED)->formula = multiply ();
  wb_answers_set (self->answers, "team", "a", "name", "Kim (Beispiel)");
  wb_answers_set (self->answers, "team", "a", "preis", "10.10");
  wb_answers_set (self->answers, "team", "a", "mal", "3");
  assert_text (self, "{{team.table}}",
               "Name\tKim (Beispiel)\nPreis\t10.10\302\240€\nMal\t3\nAlles\t30.30\302\240€");
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/template/context", test_context);
  add ("/template/inline", test_inline);
  add ("/template/grid", test_grid);
  add ("/template/grid-order", test_grid_order);
  add ("/template/alone", test_alone);
  add ("/template/conditional", test_conditional);
  add ("/template/conditional-containers", test_conditional_containers);
  add ("/template/columns", test_columns);
  add ("/template/computed-column", test_computed_column);
  add ("/template/skipped-column", test_skipped_column);
  add ("/template/marks", test_marks);
  add ("/template/grid-cells", test_grid_cells);
  add ("/template/blank", test_blank);
  add ("/template/without-answers", test_without_answers);
  add ("/template/deck", test_deck);
  add ("/template/unknown", test_unknown);
  add ("/template/commands", test_commands);
  add ("/template/reading", test_reading);
  add ("/template/hostile", test_hostile);
  add ("/template/template-stays", test_template_stays);

  return g_test_run ();
}
