/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-condition-words.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 64

static char *to_words (const WbCondition *condition,
                       WbGuide           *guide,
                       gboolean           turned,
                       int                depth);

static const char *
get_option_label (GPtrArray  *options,
                  const char *id)
{
  for (guint i = 0; i < options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (options, i);

      if (g_str_equal (option->id, id))
        return option->label;
    }

  return NULL;
}

/* What @condition compares with, as it stands beside the box. */
static const char *
get_value_words (const WbCondition *condition,
                 const WbField     *field,
                 const WbColumn    *column)
{
  const char *label = NULL;

  if (column != NULL && column->type == WB_FIELD_YES_NO)
    return g_str_equal (condition->value, "yes") ? _("Yes") : _("No");
  if (column != NULL)
    label = get_option_label (column->options, condition->value);
  else if (field != NULL)
    label = get_option_label (field->options, condition->value);

  return label != NULL ? label : condition->value;
}

static char *
question_to_words (const WbCondition *condition,
                   WbGuide           *guide,
                   gboolean           turned)
{
  const WbField *field = wb_guide_get_field (guide, condition->field);
  const WbColumn *column = field != NULL && condition->column != NULL ? wb_field_get_column (field, condition->column) : NULL;
  const char *label = column != NULL ? column->label : field != NULL ? field->label : condition->field;
  const char *value;

  if (condition->type == WB_CONDITION_ANSWERED)
    /* Translators: of a question in a form. */
    return g_strdup_printf (turned ? _("“%s” has no answer") : _("“%s” has an answer"), label);
  value = get_value_words (condition, field, column);

  /* Translators: a question in a form and its answer; the sentence began with "only if". */
  return g_strdup_printf (turned ? _("“%s” is not “%s”") : _("“%s” is “%s”"), label, value);
}

/* Not both is the one not, or the other not. */
static char *
group_to_words (const WbCondition *condition,
                WbGuide           *guide,
                gboolean           turned,
                int                depth)
{
  const gboolean all = (condition->type == WB_CONDITION_ALL) != turned;
  const gboolean inner = depth > 0 && condition->parts->len > 1;
  g_autoptr (GString) words = g_string_new (inner ? "(" : "");

  for (guint i = 0; i < condition->parts->len; i++)
    {
      g_autofree char *part = to_words (g_ptr_array_index (condition->parts, i), guide, turned, depth + 1);

      if (i > 0)
        /* Translators: between two conditions. */
        g_string_append (words, all ? _(" and ") : _(" or "));
      g_string_append (words, part);
    }
  if (inner)
    g_string_append_c (words, ')');

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
to_words (const WbCondition *condition,
          WbGuide           *guide,
          gboolean           turned,
          int                depth)
{
  if (depth > MAX_DEPTH)
    return g_strdup ("…");
  if (condition->parts == NULL)
    return question_to_words (condition, guide, turned);
  if (condition->type == WB_CONDITION_NOT)
    return to_words (g_ptr_array_index (condition->parts, 0), guide, !turned, depth + 1);

  return group_to_words (condition, guide, turned, depth);
}

char *
wb_condition_to_words (const WbCondition *condition,
                       WbGuide           *guide)
{
  g_return_val_if_fail (condition != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  return to_words (condition, guide, FALSE, 0);
}
