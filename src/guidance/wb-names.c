/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-names.h"

#include <string.h>

static void
add_once (GPtrArray  *names,
          const char *name)
{
  if (*name == '\0' || g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    return;

  g_ptr_array_add (names, g_strdup (name));
}

static void
add_split (GPtrArray  *names,
           const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";,\r\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add_once (names, g_strstrip (parts[i]));
}

static GStrv
finish (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (names, FALSE);
}

GStrv
wb_names_split (const char *text)
{
  GPtrArray *names;

  g_return_val_if_fail (text != NULL, NULL);

  names = g_ptr_array_new ();
  add_split (names, text);

  return finish (names);
}

gboolean
wb_names_contain (const char *text,
                  const char *name)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, FALSE);

  names = wb_names_split (text);

  return g_strv_contains ((const char *const *) names, name);
}

char *
wb_names_toggle (const char *text,
                 const char *name,
                 gboolean    in)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  names = wb_names_split (text);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], name))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", names[i]);
  if (in)
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", name);

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

char *
wb_names_make_plain (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_strstrip (g_strdelimit (g_strdup (name), ";,\r\n", ' '));
}

/* The persons of a table: by name, or by the group they stand for. A name is one cell: commas in it separate nothing, so
 * that they are taken out. */
static void
add_people (GPtrArray     *names,
            const WbField *people,
            WbAnswers     *answers)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, people->id);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *name = wb_answers_get (answers, people->id, rows[i], "name");
      g_autofree char *plain = NULL;

      if (*name == '\0')
        name = wb_answers_get (answers, people->id, rows[i], "group");
      plain = wb_names_make_plain (name);
      add_once (names, plain);
    }
}

GStrv
wb_names_list (const WbField *field,
               WbGuide       *guide,
               WbAnswers     *answers)
{
  static const char *const roles[] = { "responsible", "accountable", "consulted", "informed" };
  const WbField *people;
  GPtrArray *names;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);

  names = g_ptr_array_new ();
  people = field->people != NULL && guide != NULL ? wb_guide_get_field (guide, field->people) : NULL;
  if (people != NULL)
    add_people (names, people, answers);
  if (field->grid == WB_GRID_RACI)
    {
      g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

      for (guint i = 0; rows[i] != NULL; i++)
        for (guint j = 0; j < G_N_ELEMENTS (roles); j++)
          add_split (names, wb_answers_get (answers, field->id, rows[i], roles[j]));
    }

  return finish (names);
}
