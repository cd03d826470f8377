/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-people.h"

#include <string.h>

#include "wb-names.h"

/* What stands between names, see wb_names_split(). */
#define SEPARATORS ";,\r\n"

/* A cell that names somebody. */
typedef struct
{
  const WbField *field;
  const char *row;
  const char *column;
  const char *value; /* not empty */
} Cell;

typedef void (*CellFunc) (const Cell *cell,
                          gpointer    user_data);

/* People who are collected. */
typedef struct
{
  WbAnswers *answers;
  GPtrArray *people;  /* WbPerson */
  GHashTable *known;  /* the name as one of several → WbPerson; borrowed */
  const WbEdit *except; /* (nullable) */
  gboolean defining;  /* only who is asked about, or only who is mentioned */
} Collection;

WbPerson *
wb_person_copy (const WbPerson *self)
{
  WbPerson *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (WbPerson, 1);
  copy->name = g_strdup (self->name);
  copy->role = g_strdup (self->role);
  copy->contact = g_strdup (self->contact);

  return copy;
}

void
wb_person_free (WbPerson *self)
{
  g_free (self->name);
  g_free (self->role);
  g_free (self->contact);
  g_free (self);
}

gboolean
wb_people_names (const WbField *field,
                 const char    *column)
{
  const WbColumn *found;

  g_return_val_if_fail (field != NULL && column != NULL, FALSE);

  if (field->type == WB_FIELD_PERSON)
    return g_str_equal (column, "name");
  if (field->type == WB_FIELD_CHECKLIST)
    return g_str_equal (column, "owner");
  found = wb_field_get_column (field, column);

  return found != NULL && found->names;
}

gboolean
wb_people_defines (const WbField *field,
                   WbAnswers     *answers,
                   const char    *row,
                   const char    *column)
{
  g_return_val_if_fail (field != NULL && row != NULL && column != NULL, FALSE);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), FALSE);

  if (field->type == WB_FIELD_PERSON || field->grid == WB_GRID_PERSONS)
    return g_str_equal (column, "name");
  if (field->grid != WB_GRID_STAKEHOLDERS)
    return FALSE;

  return g_str_equal (column, "name")
         || (g_str_equal (column, "group") && *wb_answers_get (answers, field->id, row, "name") == '\0');
}

static void
visit (const WbField *field,
       const char    *row,
       const char    *column,
       WbAnswers     *answers,
       CellFunc       func,
       gpointer       user_data)
{
  Cell cell = { field, row, column, wb_answers_get (answers, field->id, row, column) };

  if (*cell.value != '\0' && (wb_people_names (field, column) || wb_people_defines (field, answers, row, column)))
    func (&cell, user_data);
}

static void
visit_field (const WbField *field,
             WbAnswers     *answers,
             CellFunc       func,
             gpointer       user_data)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  if (field->type == WB_FIELD_PERSON)
    visit (field, "", "name", answers, func, user_data);
  for (guint i = 0; field->type == WB_FIELD_CHECKLIST && i < field->options->len; i++)
    visit (field, ((const WbOption *) g_ptr_array_index (field->options, i))->id, "owner", answers, func, user_data);
  for (guint i = 0; wb_field_type_has_rows (field->type) && rows[i] != NULL; i++)
    for (guint j = 0; j < field->columns->len; j++)
      visit (field, rows[i], ((const WbColumn *) g_ptr_array_index (field->columns, j))->id, answers, func, user_data);
}

/* All cells that name somebody, in the order of the guide. */
static void
foreach_cell (WbGuide   *guide,
              WbAnswers *answers,
              CellFunc   func,
              gpointer   user_data)
{
  GPtrArray *steps = wb_guide_get_steps (guide);

  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        visit_field (g_ptr_array_index (step->fields, j), answers, func, user_data);
    }
}

/* The first that anybody said counts. */
static void
fill_in (char       **part,
         const char  *value)
{
  if (**part != '\0' || *value == '\0')
    return;
  g_free (*part);
  *part = g_strdup (value);
}

static void
add_person (Collection *self,
            const char *name,
            const char *role,
            const char *contact)
{
  g_autofree char *plain = wb_names_make_plain (name);
  WbPerson *person = g_hash_table_lookup (self->known, plain);

  if (*plain == '\0')
    return;
  if (person == NULL)
    {
      person = g_new0 (WbPerson, 1);
      person->name = g_strstrip (g_strdelimit (g_strdup (name), "\r\n", ' '));
      person->role = g_strdup ("");
      person->contact = g_strdup ("");
      g_ptr_array_add (self->people, person);
      g_hash_table_insert (self->known, g_steal_pointer (&plain), person);
    }
  fill_in (&person->role, role);
  fill_in (&person->contact, contact);
}

static void
add_defined (Collection *self,
             const Cell *cell)
{
  const char *id = cell->field->id;

  if (cell->field->type == WB_FIELD_PERSON)
    add_person (self, cell->value, wb_answers_get (self->answers, id, "", "role"), wb_answers_get (self->answers, id, "", "contact"));
  else if (cell->field->grid == WB_GRID_PERSONS)
    add_person (self, cell->value, wb_answers_get (self->answers, id, cell->row, "function"),
                wb_answers_get (self->answers, id, cell->row, "contact"));
  else
    add_person (self, cell->value, g_str_equal (cell->column, "name") ? wb_answers_get (self->answers, id, cell->row, "group") : "", "");
}

/* @edit: (nullable) */
static gboolean
is_cell (const Cell   *cell,
         const WbEdit *edit)
{
  return edit != NULL && g_str_equal (cell->field->id, edit->field) && g_str_equal (cell->row, edit->row)
         && g_str_equal (cell->column, edit->column);
}

static void
collect_cb (const Cell *cell,
            gpointer    user_data)
{
  Collection *self = user_data;
  g_auto (GStrv) names = NULL;

  if (wb_people_defines (cell->field, self->answers, cell->row, cell->column) != self->defining || is_cell (cell, self->except))
    return;
  if (self->defining)
    {
      add_defined (self, cell);
      return;
    }
  if (cell->field->grid != WB_GRID_RACI)
    {
      add_person (self, cell->value, "", "");
      return;
    }
  names = wb_names_split (cell->value);
  for (guint i = 0; names[i] != NULL; i++)
    add_person (self, names[i], "", "");
}

static void
free_person (gpointer data)
{
  wb_person_free (data);
}

GPtrArray *
wb_people_list (WbGuide      *guide,
                WbAnswers    *answers,
                const char   *first,
                const WbEdit *except)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collection self = { answers, g_ptr_array_new_with_free_func (free_person), known, except, TRUE };
  const WbField *field;

  g_return_val_if_fail (WB_IS_GUIDE (guide), self.people);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), self.people);

  field = first != NULL ? wb_guide_get_field (guide, first) : NULL;
  if (field != NULL)
    visit_field (field, answers, collect_cb, &self);
  foreach_cell (guide, answers, collect_cb, &self);
  self.defining = FALSE;
  foreach_cell (guide, answers, collect_cb, &self);

  return self.people;
}

/* A renaming that is planned. */
typedef struct
{
  WbAnswers *answers;
  const char *source; /* where it was renamed: id of a field */
  const char *before;
  const char *after;
  GPtrArray *edits; /* WbEdit */
  gboolean another; /* @source asks about somebody else of that name */
} Plan;

/* Adds what stands at @start to @out, @new in the place of the name in it. */
static void
append_renamed (GString    *out,
                const char *start,
                gsize       length,
                const char *new)
{
  const char *end = start + length;
  const char *name = start;

  while (name < end && g_ascii_isspace (*name))
    name++;
  g_string_append_len (out, start, name - start);
  g_string_append (out, new);
  for (start = end; start > name && g_ascii_isspace (start[-1]); start--)
    ;
  g_string_append_len (out, start, end - start);
}

/* @text with the one name in the place of the other, and nothing else changed; where the other stands already, the one goes with what
 * separates it. NULL when it is not there. (transfer full) (nullable) */
static char *
replace_among (const char *text,
               const char *before,
               const char *after)
{
  g_autofree char *old = wb_names_make_plain (before);
  g_autofree char *new = wb_names_make_plain (after);
  g_autoptr (GString) out = NULL;
  gboolean there;

  if (!wb_names_contain (text, old))
    return NULL;
  out = g_string_new (NULL);
  there = wb_names_contain (text, new);
  for (;;)
    {
      const gsize length = strcspn (text, SEPARATORS);
      g_autofree char *name = g_strstrip (g_strndup (text, length));
      const gboolean is = g_str_equal (name, old);
      const gboolean dropped = is && there;

      if (dropped && out->len > 0)
        g_string_truncate (out, out->len - 1);
      else if (is && !dropped)
        append_renamed (out, text, length, new);
      else if (!dropped)
        g_string_append_len (out, text, (gssize) length);
      text += length;
      if (*text == '\0')
        break;
      if (!dropped || out->len > 0)
        g_string_append_c (out, *text);
      text++;
      while (dropped && out->len == 0 && g_ascii_isspace (*text))
        text++;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* (transfer full) (nullable) */
static char *
rename_in (const Cell *cell,
           const Plan *plan)
{
  g_autofree char *whole = g_strstrip (g_strdup (cell->value));

  if (g_str_equal (whole, plan->before))
    return cell->field->grid == WB_GRID_RACI ? wb_names_make_plain (plan->after) : g_strdup (plan->after);
  /* Who is asked about is one person; elsewhere several may stand. */
  if (wb_people_defines (cell->field, plan->answers, cell->row, cell->column))
    return NULL;

  return replace_among (cell->value, plan->before, plan->after);
}

static void
plan_cb (const Cell *cell,
         gpointer    user_data)
{
  Plan *plan = user_data;
  g_autofree char *value = rename_in (cell, plan);

  if (value == NULL || g_str_equal (value, cell->value))
    return;
  if (g_str_equal (cell->field->id, plan->source) && wb_people_defines (cell->field, plan->answers, cell->row, cell->column))
    plan->another = TRUE;
  g_ptr_array_add (plan->edits, wb_edit_new (WB_EDIT_CELL, cell->field->id, cell->row, cell->column, cell->value, value));
}

GPtrArray *
wb_people_rename (WbGuide    *guide,
                  WbAnswers  *answers,
                  const char *source,
                  const char *before,
                  const char *after)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  Plan plan = { answers, source, NULL, NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free), FALSE };

  g_return_val_if_fail (WB_IS_GUIDE (guide), plan.edits);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), plan.edits);
  g_return_val_if_fail (source != NULL && before != NULL && after != NULL, plan.edits);

  plan.before = old = g_strstrip (g_strdup (before));
  plan.after = new = g_strstrip (g_strdup (after));
  if (*old != '\0' && *new != '\0' && !g_str_equal (old, new))
    foreach_cell (guide, answers, plan_cb, &plan);
  if (plan.another)
    g_ptr_array_set_size (plan.edits, 0);

  return plan.edits;
}
