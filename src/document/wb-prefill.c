/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-prefill.h"

#include <string.h>

#include "wb-rules.h"
#include "wb-template-private.h"

/* (nullable) (transfer full) */
static char *
find_value (const char              *name,
            const WbTemplateContext *context,
            GHashTable              *facts)
{
  g_autofree char *id = g_strdup (name);
  char *point = strchr (id, '.');
  const WbField *field;

  if (g_str_has_prefix (name, WB_PREFILL_USE_CASE))
    {
      g_autofree char *fact = g_strstrip (g_strdup (name + strlen (WB_PREFILL_USE_CASE)));

      return facts != NULL ? g_strdup (g_hash_table_lookup (facts, fact)) : NULL;
    }
  if (*name == '@')
    return wb_template_context_value (name, context);

  if (point != NULL)
    *point = '\0';
  field = context->guide != NULL ? wb_guide_get_field (context->guide, id) : NULL;
  if (field == NULL || wb_template_is_skipped (field, context, NULL))
    return NULL;
  if (point != NULL)
    return wb_template_person_part (field, point + 1, context);
  /* "still open" is no value. */
  if (field->type == WB_FIELD_COMPUTED)
    return wb_template_computed_value (field, context);
  if (field->type == WB_FIELD_LONG_TEXT)
    return g_strdup (wb_answers_get (context->answers, field->id, "", ""));

  return wb_template_inline_answer (field, context);
}

/* The next placeholder at or behind @text: from @start to behind its braces at @end. (nullable) (transfer full) */
static char *
find_next (const char  *text,
           const char **start,
           const char **end)
{
  const char *close;

  *start = strstr (text, "{{");
  close = *start != NULL ? strstr (*start, "}}") : NULL;
  if (close == NULL)
    return NULL;
  *end = close + 2;

  return g_strstrip (g_strndup (*start + 2, (gsize) (close - *start) - 2));
}

gboolean
wb_prefill_foreach (const char    *text,
                    WbPrefillFunc  func,
                    gpointer       user_data)
{
  const char *start, *end;

  g_return_val_if_fail (text != NULL && func != NULL, FALSE);

  for (;;)
    {
      g_autofree char *name = find_next (text, &start, &end);

      if (name == NULL)
        return TRUE;
      if (!func (name, user_data))
        return FALSE;
      text = end;
    }
}

char *
wb_prefill_propose (const WbField           *field,
                    const WbTemplateContext *context,
                    GHashTable              *facts)
{
  g_autoptr (GString) proposal = g_string_new (NULL);
  const char *rest, *start, *end;

  g_return_val_if_fail (field != NULL && context != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (context->guide) && WB_IS_ANSWERS (context->answers), NULL);

  if (field->prefill == NULL || wb_field_is_answered (field, context->answers)
      || !wb_field_applies (field, context->guide, context->answers))
    return NULL;

  for (rest = field->prefill;; rest = end)
    {
      g_autofree char *name = find_next (rest, &start, &end);
      g_autofree char *value = name != NULL ? find_value (name, context, facts) : NULL;

      if (name == NULL)
        break;
      if (value == NULL || *g_strstrip (value) == '\0')
        return NULL;
      g_string_append_len (proposal, rest, start - rest);
      g_string_append (proposal, value);
    }
  g_string_append (proposal, rest);
  if (field->type == WB_FIELD_TEXT)
    g_strdelimit (proposal->str, "\r\n\t", ' ');

  return g_string_free (g_steal_pointer (&proposal), FALSE);
}
