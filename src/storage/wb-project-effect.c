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

/* Makes the rows of @field what the file has. */
static void
match_rows (WbProjectEffect *self,
            WbAnswers       *answers,
            const char      *field)
{
  g_autofree const char **wanted = wb_answers_list_rows (self->rows, field);
  g_autofree const char **there = wb_answers_list_rows (answers, field);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; there[i] != NULL; i++)
    if (g_strv_contains (wanted, there[i]))
      g_hash_table_add (known, (gpointer) there[i]);
  for (guint i = 0; there[i] != NULL; i++)
    if (!g_hash_table_contains (known, there[i]))
      wb_answers_remove_row (answers, field, there[i]);
  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_hash_table_contains (known, wanted[i]))
      wb_answers_insert_row (answers, field, wanted[i], i);
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
  for (guint i = 0; i < self->edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (self->edits, i);
      g_autofree char *key = wb_project_effect_make_key (edit->field, edit->row, edit->column);

      if (edit->target == WB_EDIT_CELL && (newer == NULL || !g_hash_table_contains (newer, key)))
        wb_answers_set (answers, edit->field, edit->row, edit->column, edit->after);
    }
}
