/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-effect.h"

#include "wb-row-table.h"
#include "wb-slide-table.h"

WbProjectEffect *
wb_project_effect_new (void)
{
  WbProjectEffect *self = g_new0 (WbProjectEffect, 1);

  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);
  self->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_attach_outcome_free);
  self->rows = wb_answers_new ();

  return self;
}

void
wb_project_effect_free (WbProjectEffect *self)
{
  if (self == NULL)
    return;

  g_clear_error (&self->error);
  g_ptr_array_unref (self->edits);
  g_ptr_array_unref (self->outcomes);
  g_object_unref (self->rows);
  g_clear_pointer (&self->decks, g_hash_table_unref);
  g_free (self);
}

gboolean
wb_project_effect_read (WbProjectEffect  *self,
                        WbConnection     *connection,
                        GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_clear_pointer (&self->decks, g_hash_table_unref);
  self->decks = wb_slide_table_load (connection, error);

  return self->decks != NULL && wb_row_table_load (connection, self->rows, error);
}

char *
wb_project_effect_make_key (const char *field,
                            const char *row,
                            const char *column)
{
  /* The same separator as in WbAnswers: content never holds it. */
  return g_strjoin ("\x1f", field, row, column, NULL);
}

char *
wb_project_effect_make_order_key (const char *field)
{
  return g_strconcat (field, "\x1e", NULL);
}

/* The place of each of @wanted. (transfer full) */
static GHashTable *
number_rows (const char **wanted)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; wanted[i] != NULL; i++)
    g_hash_table_insert (places, (gpointer) wanted[i], GUINT_TO_POINTER (i + 1));

  return places;
}

/* Those of @there that may stay where they are, a set; the rest is gone or stands elsewhere now. (transfer full) */
static GHashTable *
find_staying (const char **there,
              const char **wanted)
{
  g_autoptr (GHashTable) places = number_rows (wanted);
  GHashTable *staying = g_hash_table_new (g_str_hash, g_str_equal);
  guint last = 0;

  for (guint i = 0; there[i] != NULL; i++)
    {
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, there[i]));

      if (place <= last)
        continue;
      last = place;
      g_hash_table_add (staying, (gpointer) there[i]);
    }

  return staying;
}

/* Cells of rows that are taken out to be put in again. */
typedef struct
{
  const char *field;
  GHashTable *staying;
  GPtrArray *cells; /* WbEdit: the value is in "after" */
} Moving;

static void
keep_cell (const char *field,
           const char *row,
           const char *column,
           const char *value,
           gpointer    user_data)
{
  Moving *moving = user_data;

  if (g_str_equal (field, moving->field) && *row != '\0' && !g_hash_table_contains (moving->staying, row))
    g_ptr_array_add (moving->cells, wb_edit_new (WB_EDIT_CELL, field, row, column, NULL, value));
}

/* Makes the rows of @field what the file has, in its order. */
static void
match_rows (WbProjectEffect *self,
            WbAnswers       *answers,
            const char      *field)
{
  g_autofree const char **wanted = wb_answers_list_rows (self->rows, field);
  g_autofree const char **there = wb_answers_list_rows (answers, field);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) staying = find_staying (there, wanted);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);
  Moving moving = { field, staying, cells };

  wb_answers_foreach_cell (answers, keep_cell, &moving);
  for (guint i = 0; there[i] != NULL; i++)
    if (!g_hash_table_contains (staying, there[i]))
      g_ptr_array_add (ids, g_strdup (there[i]));
  for (guint i = 0; i < ids->len; i++)
    wb_answers_remove_row (answers, field, g_ptr_array_index (ids, i));
  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_hash_table_contains (staying, wanted[i]))
      wb_answers_insert_row (answers, field, wanted[i], i);
  for (guint i = 0; i < cells->len; i++)
    {
      const WbEdit *cell = g_ptr_array_index (cells, i);

      if (g_strv_contains (wanted, cell->row))
        wb_answers_set (answers, field, cell->row, cell->column, cell->after);
    }
}

static void
add_field (const char *field,
           const char *row,
           gpointer    user_data)
{
  g_hash_table_add (user_data, (gpointer) field);
}

/* Whether the file has the rows of @field that are there, no more and no less, but in another order. */
static gboolean
is_only_moved (WbProjectEffect *self,
               WbAnswers       *answers,
               const char      *field)
{
  g_autofree const char **wanted = wb_answers_list_rows (self->rows, field);
  g_autofree const char **there = wb_answers_list_rows (answers, field);
  g_autoptr (GHashTable) places = number_rows (wanted);

  if (g_strv_equal (wanted, there) || g_strv_length ((char **) wanted) != g_strv_length ((char **) there))
    return FALSE;
  for (guint i = 0; there[i] != NULL; i++)
    if (!g_hash_table_contains (places, there[i]))
      return FALSE;

  return TRUE;
}

/* Whether the rows of @field were moved in memory since: the file hears of it later. */
static gboolean
is_newer (GHashTable *newer,
          const char *field)
{
  g_autofree char *key = wb_project_effect_make_order_key (field);

  return newer != NULL && g_hash_table_contains (newer, key);
}

/* That a row was moved stands in no edit. */
static void
match_orders (WbProjectEffect *self,
              WbAnswers       *answers,
              GHashTable      *done,
              GHashTable      *newer)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer field;

  wb_answers_foreach_row (self->rows, add_field, fields);
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    if (!g_hash_table_contains (done, field) && !is_newer (newer, field) && is_only_moved (self, answers, field))
      match_rows (self, answers, field);
}

void
wb_project_effect_apply (WbProjectEffect *self,
                         WbAnswers       *answers,
                         GHashTable      *newer)
{
  g_autoptr (GHashTable) fields = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (WB_IS_ANSWERS (answers));

  fields = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (self->edits, i);

      if (edit->target == WB_EDIT_ROW && g_hash_table_add (fields, edit->field))
        match_rows (self, answers, edit->field);
    }
  /* Without a step nothing in the file is newer than what is in memory. */
  if (self->n_steps > 0)
    match_orders (self, answers, fields, newer);
  for (guint i = 0; i < self->edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (self->edits, i);
      g_autofree char *key = wb_project_effect_make_key (edit->field, edit->row, edit->column);

      if (edit->target == WB_EDIT_CELL && (newer == NULL || !g_hash_table_contains (newer, key)))
        wb_answers_set (answers, edit->field, edit->row, edit->column, edit->after);
    }
}
