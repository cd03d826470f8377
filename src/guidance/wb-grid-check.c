/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-grid-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-fold.h"
#include "wb-names.h"
#include "wb-rules.h"

/* From here on influence and interest count as much. */
#define MUCH 3

void
wb_finding_free (WbFinding *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->reason);
  g_free (self->source);
  g_free (self->target);
  g_free (self->fill);
  g_free (self);
}

/* Takes @title. */
static WbFinding *
add_finding (GPtrArray  *findings,
             char       *title,
             const char *reason)
{
  WbFinding *finding = g_new0 (WbFinding, 1);

  finding->title = title;
  finding->reason = g_strdup (reason);
  g_ptr_array_add (findings, finding);

  return finding;
}

static WbFinding *
add_rule_finding (GPtrArray        *findings,
                  const WbGridRule *rule,
                  char             *title)
{
  WbFinding *finding = add_finding (findings, title, rule->reason);

  finding->source = g_strdup (rule->source);
  finding->target = g_strdup (rule->target);

  return finding;
}

/* A word that begins with a blank is found as a whole only. */
static gboolean
has_word (const char *folded,
          GStrv       words)
{
  g_autofree char *padded = g_strdup_printf (" %s ", folded);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = wb_fold_spelled (words[i]);
      g_autofree char *whole = g_strdup_printf (" %s ", word);

      if (*word != '\0' && strstr (padded, *words[i] == ' ' ? whole : word) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The words by which a row says who somebody is: what they need or how they are told names others. (transfer full) */
static char *
fold_row (const WbField *field,
          WbAnswers     *answers,
          const char    *row)
{
  static const char *const columns[] = { "group", "name", "function", "role", NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; columns[i] != NULL; i++)
    if (wb_field_get_column (field, columns[i]) != NULL)
      g_string_append_printf (text, "%s ", wb_answers_get (answers, field->id, row, columns[i]));

  return wb_fold_spelled (text->str);
}

static void
check_missing (const WbGridRule *rule,
               const WbField    *field,
               WbAnswers        *answers,
               GPtrArray        *findings)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *folded = fold_row (field, answers, rows[i]);

      if (has_word (folded, rule->words))
        return;
    }

  /* Translators: somebody who is not in the list: "Missing: staff council". */
  add_rule_finding (findings, rule, g_strdup_printf (_("Missing: %s"), rule->title))->fill = g_strdup (rule->title);
}

/* All that is said about the person with @name, in any row. (transfer full) */
static char *
fold_person (const WbField *field,
             WbAnswers     *answers,
             const char    *name)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *folded = NULL;

      if (g_strcmp0 (wb_answers_get (answers, field->id, rows[i], "name"), name) != 0)
        continue;
      folded = fold_row (field, answers, rows[i]);
      g_string_append_printf (text, "%s ", folded);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The persons of the table, each once; rows without a name stand for nobody that could be compared. (transfer full) */
static GPtrArray *
list_persons (const WbField *field,
              WbAnswers     *answers)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; wb_field_get_column (field, "name") != NULL && rows[i] != NULL; i++)
    {
      const char *name = wb_answers_get (answers, field->id, rows[i], "name");

      if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }

  return names;
}

static void
check_both (const WbGridRule *rule,
            const WbField    *field,
            WbAnswers        *answers,
            GPtrArray        *findings)
{
  g_autoptr (GPtrArray) names = list_persons (field, answers);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *folded = fold_person (field, answers, name);

      if (has_word (folded, rule->words) && has_word (folded, rule->others))
        add_rule_finding (findings, rule, g_strdup_printf ("%s: %s", name, rule->title));
    }
}

static void
check_same (const WbGridRule *rule,
            WbAnswers        *answers,
            GPtrArray        *findings)
{
  const char *first = wb_answers_get (answers, rule->words[0], "", "name");
  g_autofree char *one = wb_fold_spelled (first);
  g_autofree char *other = NULL;

  if (*one == '\0' || rule->words[1] == NULL)
    return;

  other = wb_fold_spelled (wb_answers_get (answers, rule->words[1], "", "name"));
  if (g_str_equal (one, other))
    add_rule_finding (findings, rule, g_strdup_printf ("%s: %s", first, rule->title));
}

static void
check_hours (const WbGridRule *rule,
             const WbField    *field,
             WbAnswers        *answers,
             GPtrArray        *findings)
{
  g_autoptr (GPtrArray) names = list_persons (field, answers);
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      double sum = 0;

      for (guint j = 0; rows[j] != NULL; j++)
        if (g_str_equal (wb_answers_get (answers, field->id, rows[j], "name"), name))
          sum += g_ascii_strtod (wb_answers_get (answers, field->id, rows[j], "hours"), NULL);
      if (sum > rule->limit)
        add_rule_finding (findings, rule, g_strdup_printf ("%s: %s", name, rule->title));
    }
}

static void
check_rule (const WbGridRule *rule,
            const WbField    *field,
            WbAnswers        *answers,
            GPtrArray        *findings)
{
  switch (rule->type)
    {
    case WB_GRID_RULE_BOTH:
      check_both (rule, field, answers, findings);
      break;
    case WB_GRID_RULE_SAME:
      check_same (rule, answers, findings);
      break;
    case WB_GRID_RULE_HOURS:
      check_hours (rule, field, answers, findings);
      break;
    case WB_GRID_RULE_MISSING:
    default:
      check_missing (rule, field, answers, findings);
      break;
    }
}

/* A task that somebody does, and one person answers for. */
static void
check_task (const WbField *field,
            WbAnswers     *answers,
            const char    *row,
            GPtrArray     *findings)
{
  const char *task = wb_answers_get (answers, field->id, row, "task");
  g_auto (GStrv) does = wb_names_split (wb_answers_get (answers, field->id, row, "responsible"));
  g_auto (GStrv) answers_for = wb_names_split (wb_answers_get (answers, field->id, row, "accountable"));
  const guint n = g_strv_length (answers_for);

  if (*task == '\0')
    return;

  if (*does == NULL)
    add_finding (findings, g_strdup_printf (_("“%s”: nobody does it (no R)"), task),
                 _("What nobody does stays undone. Give the task to somebody, or take it from the list."));
  if (n == 0)
    add_finding (findings, g_strdup_printf (_("“%s”: nobody answers for it (no A)"), task),
                 _("Somebody has to decide when views differ. Name one person."));
  if (n > 1)
    add_finding (findings, g_strdup_printf (_("“%s”: %u persons answer for it (A)"), task, n),
                 _("Where two answer for a task, each waits for the other. Agree on one person."));
}

GPtrArray *
wb_grid_list_findings (const WbField *field,
                       WbGuide       *guide,
                       WbAnswers     *answers)
{
  g_autofree const char **rows = NULL;
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_finding_free);

  g_return_val_if_fail (field != NULL, findings);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), findings);

  if (field->grid == WB_GRID_NONE)
    return findings;
  if (guide != NULL && wb_guide_find_step_of (guide, field) != NULL && !wb_field_applies (field, guide, answers))
    return findings;

  for (guint i = 0; i < field->rules->len; i++)
    {
      const WbGridRule *rule = g_ptr_array_index (field->rules, i);

      if (rule->when == NULL || (guide != NULL && wb_condition_holds (rule->when, guide, answers)))
        check_rule (rule, field, answers, findings);
    }
  if (field->grid != WB_GRID_RACI)
    return findings;

  rows = wb_answers_list_rows (answers, field->id);
  for (guint i = 0; rows[i] != NULL; i++)
    check_task (field, answers, rows[i], findings);

  return findings;
}

int
wb_grid_get_strength (const WbField *field,
                      WbAnswers     *answers,
                      const char    *row,
                      const char    *column)
{
  gint64 value;

  g_return_val_if_fail (field != NULL, 0);

  value = g_ascii_strtoll (wb_answers_get (answers, field->id, row, column), NULL, 10);

  return value >= WB_GRID_MIN && value <= WB_GRID_MAX ? (int) value : 0;
}

const char *
wb_grid_get_row_name (const WbField *field,
                      WbAnswers     *answers,
                      const char    *row)
{
  g_return_val_if_fail (field != NULL, "");

  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      const char *value = column->type == WB_FIELD_TEXT ? wb_answers_get (answers, field->id, row, column->id) : "";

      if (*value != '\0')
        return value;
    }

  return "";
}

static char *
describe_strength (const char *label,
                   int         value)
{
  if (value == 0)
    /* Translators: "Influence not rated". */
    return g_strdup_printf (_("%s not rated"), label);

  /* Translators: "Influence 4 of 5". */
  return g_strdup_printf (_("%s %d of %d"), label, value, WB_GRID_MAX);
}

char *
wb_grid_describe_place (const WbField *field,
                        WbAnswers     *answers,
                        const char    *row)
{
  const gboolean risks = field->grid == WB_GRID_RISKS;
  g_autofree char *y = describe_strength (risks ? _("Likelihood") : _("Influence"),
                                          wb_grid_get_strength (field, answers, row, risks ? "likelihood" : "influence"));
  g_autofree char *x = describe_strength (risks ? _("Damage") : _("Interest"),
                                          wb_grid_get_strength (field, answers, row, risks ? "damage" : "interest"));

  return g_strdup_printf ("%s, %s", y, x);
}

const char *
wb_grid_get_way (int influence,
                 int interest)
{
  if (influence == 0 || interest == 0)
    return NULL;
  if (influence >= MUCH)
    return interest >= MUCH ? _("Involve") : _("Win over");

  return interest >= MUCH ? _("Keep informed") : _("Keep an eye on");
}

static int
get_product (const WbField *field,
             WbAnswers     *answers,
             const char    *row)
{
  return wb_grid_get_strength (field, answers, row, "likelihood") * wb_grid_get_strength (field, answers, row, "damage");
}

/* By day; where there is none by week, behind those with a day; at the end what has neither. */
static gboolean
is_earlier (const WbField *field,
            WbAnswers     *answers,
            const char    *row,
            const char    *other)
{
  const char *date = wb_answers_get (answers, field->id, row, "date"), *week = wb_answers_get (answers, field->id, row, "week");
  const char *other_date = wb_answers_get (answers, field->id, other, "date");
  const char *other_week = wb_answers_get (answers, field->id, other, "week");

  if (*date != '\0' || *other_date != '\0')
    return *date != '\0' && (*other_date == '\0' || strcmp (date, other_date) < 0);

  return *week != '\0' && (*other_week == '\0' || g_ascii_strtod (week, NULL) < g_ascii_strtod (other_week, NULL));
}

static gboolean
comes_before (const WbField *field,
              WbAnswers     *answers,
              const char    *row,
              const char    *other)
{
  if (field->grid == WB_GRID_RISKS)
    return get_product (field, answers, row) > get_product (field, answers, other);

  return field->grid == WB_GRID_MILESTONES && is_earlier (field, answers, row, other);
}

/* A row, and where it stood. */
typedef struct
{
  const char *id;
  guint index;
} Row;

typedef struct
{
  const WbField *field;
  WbAnswers *answers;
} Order;

/* What weighs the same stays in its order. */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Order *order = user_data;
  const Row *first = a, *second = b;

  if (comes_before (order->field, order->answers, first->id, second->id))
    return -1;
  if (comes_before (order->field, order->answers, second->id, first->id))
    return 1;

  return first->index < second->index ? -1 : first->index > second->index;
}

const char **
wb_grid_list_rows (const WbField *field,
                   WbAnswers     *answers)
{
  const Order order = { field, answers };
  g_autoptr (GArray) sorted = NULL;
  const char **rows;

  g_return_val_if_fail (field != NULL, NULL);

  rows = wb_answers_list_rows (answers, field->id);
  sorted = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; rows[i] != NULL; i++)
    {
      const Row row = { rows[i], i };

      g_array_append_val (sorted, row);
    }
  g_array_sort_with_data (sorted, compare_rows, (gpointer) &order);
  for (guint i = 0; i < sorted->len; i++)
    rows[i] = g_array_index (sorted, Row, i).id;

  return rows;
}
