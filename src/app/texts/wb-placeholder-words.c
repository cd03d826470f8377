/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-placeholder-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define BEGIN "{{"
#define END "}}"

/* What the next placeholder at or behind @text says; @begin, @end: (out) where it stands, braces and all. NULL when there is none.
 * (transfer full) (nullable) */
static char *
find_next (const char  *text,
           const char **begin,
           const char **end)
{
  const char *close;

  *begin = strstr (text, BEGIN);
  close = *begin != NULL ? strstr (*begin, END) : NULL;
  if (close == NULL)
    return NULL;
  *end = close + strlen (END);

  return g_strstrip (g_strndup (*begin + strlen (BEGIN), (gsize) (close - *begin) - strlen (BEGIN)));
}

/* (nullable) */
static const char *
find_own_name (const char *name)
{
  static const struct
  {
    const char *name;
    const char *words;
  } names[] = {
    { "@town", N_("Municipality") },
    { "@district", N_("District") },
    { "@state", N_("Land") },
    { "@population", N_("Number of inhabitants") },
    { "@project", N_("Title of the project") },
    { "@date", N_("Today’s date") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i].name))
      return _(names[i].words);
  if (g_str_has_prefix (name, "@lines"))
    return _("Lines to write on");
  if (g_str_has_prefix (name, "@sign"))
    return _("Lines for signatures");
  if (g_str_equal (name, "@pagebreak"))
    return _("A new page");

  return NULL;
}

/* The question of "field", "field.column", or either with "?" before it. @column: (out) (nullable) */
static const WbField *
find_question (const char  *name,
               WbGuide     *guide,
               const char **column)
{
  const char *plain = name + (*name == '?' ? 1 : 0);
  const char *point = strchr (plain, '.');
  g_autofree char *id = g_strndup (plain, point != NULL ? (gsize) (point - plain) : strlen (plain));

  *column = point != NULL ? point + 1 : NULL;

  return wb_guide_get_field (guide, id);
}

/* (nullable) */
static const char *
find_part_name (const char *column)
{
  if (g_strcmp0 (column, "name") == 0)
    return _("Name");
  if (g_strcmp0 (column, "role") == 0)
    return _("Role");
  if (g_strcmp0 (column, "contact") == 0)
    return _("Contact");

  return NULL;
}

char *
wb_placeholder_words_name (const char *name,
                           WbGuide    *guide)
{
  const char *own;
  const char *column;
  const WbField *field;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  own = find_own_name (name);
  if (own != NULL)
    return g_strdup (own);
  field = find_question (name, guide, &column);
  if (field == NULL)
    return g_strdup (name);
  if (find_part_name (column) != NULL)
    /* Translators: a question and a part of its answer: "Data protection officer: Role". */
    return g_strdup_printf (C_("part of an answer", "%s: %s"), field->label, find_part_name (column));

  return g_strdup (field->label);
}

/* (transfer full) */
static char *
explain (const char *name,
         WbGuide    *guide)
{
  g_autofree char *words = wb_placeholder_words_name (name, guide);
  const char *column;

  if (find_own_name (name) != NULL)
    return g_strdup (words);
  if (find_question (name, guide, &column) != NULL)
    return g_strdup_printf (_("the answer to “%s”"), words);

  return g_strdup (_("nothing: no question of this project is called that"));
}

char *
wb_placeholder_words_explain (const char *text,
                              WbGuide    *guide)
{
  g_autoptr (GString) lines = NULL;
  g_autoptr (GHashTable) seen = NULL;
  const char *begin, *end;
  char *name;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  lines = g_string_new (NULL);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (; (name = find_next (text, &begin, &end)) != NULL; text = end)
    {
      g_autofree char *words = explain (name, guide);
      g_autofree char *written = g_strndup (begin, (gsize) (end - begin));

      if (!g_hash_table_add (seen, name))
        continue;
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      /* Translators: a placeholder as it is written, and what it becomes: "{{@town}} becomes: Municipality". */
      g_string_append_printf (lines, _("%s becomes: %s"), written, words);
    }

  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

char *
wb_placeholder_words_replace (const char *text,
                              WbGuide    *guide)
{
  GString *out;
  const char *begin, *end;
  char *name;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  out = g_string_new (NULL);
  for (; (name = find_next (text, &begin, &end)) != NULL; text = end)
    {
      g_autofree char *words = wb_placeholder_words_name (name, guide);

      g_string_append_len (out, text, begin - text);
      g_string_append_printf (out, "‹%s›", words);
      g_free (name);
    }
  g_string_append (out, text);

  return g_string_free (out, FALSE);
}
