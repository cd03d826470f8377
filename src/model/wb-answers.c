/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-answers.h"

#include <string.h>

/* Separates the parts of a cell's key; content never holds it. */
#define SEPARATOR "\x1f"

struct _WbAnswers
{
  GObject parent_instance;

  /* Owned */
  GHashTable *cells;  /* "field␟row␟column" → value */
  GHashTable *counts; /* field → number of its cells */
  GHashTable *rows;   /* field → GPtrArray of row ids */
};

enum
{
  CELL_CHANGED,
  ROW_ADDED,
  ROW_REMOVED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbAnswers, wb_answers, G_TYPE_OBJECT)

static char *
make_key (const char *field,
          const char *row,
          const char *column)
{
  return g_strconcat (field, SEPARATOR, row, SEPARATOR, column, NULL);
}

static void
wb_answers_finalize (GObject *object)
{
  WbAnswers *self = WB_ANSWERS (object);

  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (wb_answers_parent_class)->finalize (object);
}

static void
wb_answers_class_init (WbAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_answers_finalize;

  signals[CELL_CHANGED] =
    g_signal_new ("cell-changed", WB_TYPE_ANSWERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[ROW_ADDED] =
    g_signal_new ("row-added", WB_TYPE_ANSWERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT);
  signals[ROW_REMOVED] =
    g_signal_new ("row-removed", WB_TYPE_ANSWERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[CHANGED] =
    g_signal_new ("changed", WB_TYPE_ANSWERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
wb_answers_init (WbAnswers *self)
{
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_ptr_array_unref);
}

static void
count_cells (WbAnswers  *self,
             const char *field,
             int         delta)
{
  int count = GPOINTER_TO_INT (g_hash_table_lookup (self->counts, field)) + delta;

  g_hash_table_replace (self->counts, g_strdup (field), GINT_TO_POINTER (count));
}

WbAnswers *
wb_answers_new (void)
{
  return g_object_new (WB_TYPE_ANSWERS, NULL);
}

const char *
wb_answers_get (WbAnswers  *self,
                const char *field,
                const char *row,
                const char *column)
{
  g_autofree char *key = NULL;
  const char *value;

  g_return_val_if_fail (WB_IS_ANSWERS (self), "");
  g_return_val_if_fail (field != NULL && row != NULL && column != NULL, "");

  key = make_key (field, row, column);
  value = g_hash_table_lookup (self->cells, key);

  return value != NULL ? value : "";
}

void
wb_answers_set (WbAnswers  *self,
                const char *field,
                const char *row,
                const char *column,
                const char *value)
{
  g_autofree char *key = NULL;
  g_autofree char *copy = NULL;
  const char *old;

  g_return_if_fail (WB_IS_ANSWERS (self));
  g_return_if_fail (field != NULL && row != NULL && column != NULL);

  /* A copy: what is handed in may be a part of the old value, which goes away below. */
  value = copy = g_strdup (value != NULL ? value : "");
  key = make_key (field, row, column);
  old = g_hash_table_lookup (self->cells, key);
  if (g_str_equal (old != NULL ? old : "", value))
    return;

  if (old == NULL)
    count_cells (self, field, 1);
  if (*value == '\0')
    {
      g_hash_table_remove (self->cells, key);
      count_cells (self, field, -1);
    }
  else
    {
      g_hash_table_replace (self->cells, g_steal_pointer (&key), g_strdup (value));
    }

  g_signal_emit (self, signals[CELL_CHANGED], 0, field, row, column, value);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
wb_answers_has (WbAnswers  *self,
                const char *field)
{
  g_return_val_if_fail (WB_IS_ANSWERS (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->counts, field)) > 0
         || wb_answers_count_rows (self, field) > 0;
}

const char **
wb_answers_list_rows (WbAnswers  *self,
                      const char *field)
{
  GPtrArray *rows;
  const char **list;
  guint n;

  g_return_val_if_fail (WB_IS_ANSWERS (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  rows = g_hash_table_lookup (self->rows, field);
  n = rows != NULL ? rows->len : 0;
  list = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    list[i] = g_ptr_array_index (rows, i);

  return list;
}

guint
wb_answers_count_rows (WbAnswers  *self,
                       const char *field)
{
  GPtrArray *rows;

  g_return_val_if_fail (WB_IS_ANSWERS (self), 0);
  g_return_val_if_fail (field != NULL, 0);

  rows = g_hash_table_lookup (self->rows, field);

  return rows != NULL ? rows->len : 0;
}

/* Takes @id. */
static void
put_row (WbAnswers  *self,
         const char *field,
         char       *id,
         guint       position)
{
  GPtrArray *rows = g_hash_table_lookup (self->rows, field);

  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->rows, g_strdup (field), rows);
    }
  position = MIN (position, rows->len);
  g_ptr_array_insert (rows, position, id);

  g_signal_emit (self, signals[ROW_ADDED], 0, field, id, position);
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
wb_answers_add_row (WbAnswers  *self,
                    const char *field,
                    const char *row)
{
  char *id;

  g_return_val_if_fail (WB_IS_ANSWERS (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  id = row != NULL ? g_strdup (row) : g_uuid_string_random ();
  put_row (self, field, id, G_MAXUINT);

  return id;
}

void
wb_answers_insert_row (WbAnswers  *self,
                       const char *field,
                       const char *row,
                       guint       position)
{
  g_return_if_fail (WB_IS_ANSWERS (self));
  g_return_if_fail (field != NULL && row != NULL);

  put_row (self, field, g_strdup (row), position);
}

static char **
list_columns (WbAnswers  *self,
              const char *field,
              const char *row)
{
  g_autofree char *prefix = make_key (field, row, "");
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, prefix))
      g_strv_builder_add (columns, (char *) key + strlen (prefix));

  return g_strv_builder_end (columns);
}

void
wb_answers_remove_row (WbAnswers  *self,
                       const char *field,
                       const char *row)
{
  g_autofree char *id = NULL;
  g_auto (GStrv) columns = NULL;
  GPtrArray *rows;
  guint position;

  g_return_if_fail (WB_IS_ANSWERS (self));
  g_return_if_fail (field != NULL && row != NULL);

  rows = g_hash_table_lookup (self->rows, field);
  if (rows == NULL || !g_ptr_array_find_with_equal_func (rows, row, g_str_equal, &position))
    return;

  id = g_strdup (row);
  columns = list_columns (self, field, id);
  for (guint i = 0; columns[i] != NULL; i++)
    wb_answers_set (self, field, id, columns[i], "");
  g_ptr_array_remove_index (rows, position);

  g_signal_emit (self, signals[ROW_REMOVED], 0, field, id);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
wb_answers_foreach_cell (WbAnswers         *self,
                         WbAnswersCellFunc  func,
                         gpointer           user_data)
{
  GHashTableIter iter;
  gpointer key, value;

  g_return_if_fail (WB_IS_ANSWERS (self));
  g_return_if_fail (func != NULL);

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_auto (GStrv) parts = g_strsplit (key, SEPARATOR, 3);

      func (parts[0], parts[1], parts[2], value, user_data);
    }
}

void
wb_answers_foreach_row (WbAnswers        *self,
                        WbAnswersRowFunc  func,
                        gpointer          user_data)
{
  GHashTableIter iter;
  gpointer field, rows;

  g_return_if_fail (WB_IS_ANSWERS (self));
  g_return_if_fail (func != NULL);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &field, &rows))
    for (guint i = 0; i < ((GPtrArray *) rows)->len; i++)
      func (field, g_ptr_array_index ((GPtrArray *) rows, i), user_data);
}
