/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* Without these, sqlite3.h does not declare the session extension, which Debian's library has. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "wb-changeset.h"

#include <string.h>

#include "wb-edit.h"
#include "wb-text-part.h"

struct _WbChangeRecorder
{
  sqlite3_session *session;

  /* Borrowed */
  WbConnection *connection;
};

/* Where the columns of a table go in an edit; -1: nowhere. */
typedef struct
{
  const char *table;
  WbEditTarget target;
  guint n_columns;
  int row;
  int column;
  int value;
} Shape;

/* A row that stands elsewhere now. */
typedef struct
{
  WbEdit *edit; /* borrowed */
  gint64 before;
  gint64 after;
} Move;

/* The column of table "row" that says where in its table it is. */
#define ROW_POSITION 2
/* The column of table "slide" that says where in the list it is. */
#define SLIDE_POSITION 2

static const Shape shapes[] = {
  { "answer", WB_EDIT_CELL, 4, 1, 2, 3 },
  { "row", WB_EDIT_ROW, 3, 1, -1, -1 },
  { "slide", WB_EDIT_SLIDE, 8, 1, -1, 5 },
  { "meta", WB_EDIT_FACT, 2, -1, -1, 1 },
};

WbChangeRecorder *
wb_change_recorder_new (WbConnection  *connection,
                        GError       **error)
{
  g_autoptr (WbChangeRecorder) self = NULL;
  int result;

  g_return_val_if_fail (connection != NULL, NULL);

  self = g_new0 (WbChangeRecorder, 1);
  self->connection = connection;
  result = sqlite3session_create (wb_connection_get_handle (connection), "main", &self->session);
  for (guint i = 0; result == SQLITE_OK && i < G_N_ELEMENTS (shapes); i++)
    result = sqlite3session_attach (self->session, shapes[i].table);
  if (result != SQLITE_OK)
    {
      wb_connection_set_error (connection, result, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
wb_change_recorder_free (WbChangeRecorder *self)
{
  if (self == NULL)
    return;

  if (self->session != NULL)
    sqlite3session_delete (self->session);
  g_free (self);
}

/* Takes @data, SQLite's. */
static GBytes *
wrap (void *data,
      int   size)
{
  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

GBytes *
wb_change_recorder_finish (WbChangeRecorder  *self,
                           GError           **error)
{
  void *data = NULL;
  int size = 0;
  int result;

  g_return_val_if_fail (self != NULL, NULL);

  result = sqlite3session_changeset (self->session, &size, &data);
  if (result == SQLITE_OK)
    return wrap (data, size);
  wb_connection_set_error (self->connection, result, error);

  return NULL;
}

GBytes *
wb_changeset_invert (WbConnection  *connection,
                     GBytes        *changes,
                     GError       **error)
{
  void *data = NULL;
  int size = 0;
  int result;

  g_return_val_if_fail (connection != NULL && changes != NULL, NULL);

  result = sqlite3changeset_invert (g_bytes_get_size (changes), g_bytes_get_data (changes, NULL), &size,
                                    &data);
  if (result == SQLITE_OK)
    return wrap (data, size);
  wb_connection_set_error (connection, result, error);

  return NULL;
}

GBytes *
wb_changeset_join (WbConnection  *connection,
                   GBytes        *first,
                   GBytes        *second,
                   GError       **error)
{
  void *data = NULL;
  int size = 0;
  int result;

  g_return_val_if_fail (connection != NULL && first != NULL && second != NULL, NULL);

  result = sqlite3changeset_concat (g_bytes_get_size (first), (void *) g_bytes_get_data (first, NULL),
                                    g_bytes_get_size (second), (void *) g_bytes_get_data (second, NULL), &size, &data);
  if (result == SQLITE_OK)
    return wrap (data, size);
  wb_connection_set_error (connection, result, error);

  return NULL;
}

static int
conflict_cb (void                    *user_data,
             int                      conflict,
             sqlite3_changeset_iter  *iter)
{
  return conflict == SQLITE_CHANGESET_DATA || conflict == SQLITE_CHANGESET_CONFLICT ? SQLITE_CHANGESET_REPLACE
                                                                                    : SQLITE_CHANGESET_OMIT;
}

gboolean
wb_changeset_apply (WbConnection  *connection,
                    GBytes        *changes,
                    GError       **error)
{
  int result;

  g_return_val_if_fail (connection != NULL && changes != NULL, FALSE);

  result = sqlite3changeset_apply (wb_connection_get_handle (connection), g_bytes_get_size (changes),
                                   (void *) g_bytes_get_data (changes, NULL), NULL, conflict_cb, NULL);

  return result == SQLITE_OK || wb_connection_set_error (connection, result, error);
}

static const Shape *
find_shape (const char *table,
            guint       n_columns)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_equal (table, shapes[i].table) && n_columns == shapes[i].n_columns)
      return &shapes[i];

  return NULL;
}

gboolean
wb_changeset_knows_table (const char *table,
                          guint       n_columns)
{
  g_return_val_if_fail (table != NULL, FALSE);

  return find_shape (table, n_columns) != NULL;
}

/* The text in column @index, on the one side or the other; "" where it is not. (transfer full) */
static char *
dup_column (sqlite3_changeset_iter *iter,
            int                     index,
            gboolean                after)
{
  sqlite3_value *value = NULL;
  const char *text;

  if (index < 0)
    return g_strdup ("");
  if (after)
    sqlite3changeset_new (iter, index, &value);
  else
    sqlite3changeset_old (iter, index, &value);
  text = value != NULL ? (const char *) sqlite3_value_text (value) : NULL;

  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

/* Whether an update changed only the place of a passage in its list: another was put in front of it. */
static gboolean
is_shifted_passage (sqlite3_changeset_iter *iter,
                    const Shape            *shape,
                    const char             *key)
{
  sqlite3_value *value = NULL;

  if (shape->target != WB_EDIT_SLIDE || !wb_text_part_is_key (key))
    return FALSE;
  for (guint i = SLIDE_POSITION + 1; i < shape->n_columns; i++)
    if (sqlite3changeset_new (iter, (int) i, &value) == SQLITE_OK && value != NULL)
      return FALSE;

  return TRUE;
}

/* (transfer full) (nullable) NULL for a change that says nothing to anybody. */
static WbEdit *
read_edit (sqlite3_changeset_iter *iter)
{
  g_autofree char *field = NULL;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *table;
  const Shape *shape;
  int n_columns;
  int operation;

  if (sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL) != SQLITE_OK)
    return NULL;
  shape = find_shape (table, n_columns);
  if (shape == NULL)
    return NULL;

  field = dup_column (iter, 0, operation == SQLITE_INSERT);
  row = dup_column (iter, shape->row, operation == SQLITE_INSERT);
  column = dup_column (iter, shape->column, operation == SQLITE_INSERT);
  if (shape->target == WB_EDIT_ROW)
    return wb_edit_new (WB_EDIT_ROW, field, row, NULL, operation != SQLITE_INSERT ? "1" : "",
                        operation != SQLITE_DELETE ? "1" : "");
  if (operation == SQLITE_UPDATE && is_shifted_passage (iter, shape, row))
    return NULL;
  before = operation != SQLITE_INSERT ? dup_column (iter, shape->value, FALSE) : NULL;
  after = operation != SQLITE_DELETE ? dup_column (iter, shape->value, TRUE) : NULL;

  return wb_edit_new (shape->target, field, row, column, before, after);
}

static gint64
get_position (sqlite3_changeset_iter *iter,
              gboolean                after)
{
  sqlite3_value *value = NULL;

  if (after)
    sqlite3changeset_new (iter, ROW_POSITION, &value);
  else
    sqlite3changeset_old (iter, ROW_POSITION, &value);

  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* Adds @edit to @moves when it is about a row that was moved. */
static void
note_move (sqlite3_changeset_iter *iter,
           WbEdit                 *edit,
           GArray                 *moves)
{
  Move move = { edit, get_position (iter, FALSE), get_position (iter, TRUE) };

  if (edit->target == WB_EDIT_ROW && *edit->before != '\0' && *edit->after != '\0')
    g_array_append_val (moves, move);
}

/* @moves: (nullable) Move, of the rows among what is added to @edits. */
static gboolean
read_edits (WbConnection  *connection,
            GBytes        *changes,
            GPtrArray     *edits,
            GArray        *moves,
            GError       **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int result;

  result = sqlite3changeset_start (&iter, g_bytes_get_size (changes), (void *) g_bytes_get_data (changes, NULL));
  if (result != SQLITE_OK)
    return wb_connection_set_error (connection, result, error);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      WbEdit *edit = read_edit (iter);

      if (edit == NULL)
        continue;
      g_ptr_array_add (edits, edit);
      if (moves != NULL)
        note_move (iter, edit, moves);
    }
  result = sqlite3changeset_finalize (iter);

  return result == SQLITE_OK || wb_connection_set_error (connection, result, error);
}

gboolean
wb_changeset_read (WbConnection  *connection,
                   GBytes        *changes,
                   GPtrArray     *edits,
                   GError       **error)
{
  g_return_val_if_fail (connection != NULL && changes != NULL && edits != NULL, FALSE);

  return read_edits (connection, changes, edits, NULL, error);
}

/* By table, then by where they stood. */
static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  const Move *first = a;
  const Move *second = b;
  const int order = strcmp (first->edit->field, second->edit->field);

  return order != 0 ? order : (first->before > second->before) - (first->before < second->before);
}

/* How many of @moves stood in front of @position. */
static guint
count_before (const Move *moves,
              guint       n,
              gint64      position)
{
  guint low = 0;

  while (low < n)
    {
      const guint middle = low + (n - low) / 2;

      if (moves[middle].before < position)
        low = middle + 1;
      else
        n = middle;
    }

  return low;
}

/* Whether there may be a row that stayed where it is between the two places of @move. */
static gboolean
may_pass (const Move *moves,
          guint       n,
          const Move *move)
{
  const gint64 first = MIN (move->before, move->after);
  const gint64 last = MAX (move->before, move->after);
  /* No difference of two positions out of a file is too large for this. */
  const guint64 between = (guint64) last - (guint64) first;

  return between > 1 && count_before (moves, n, last) - count_before (moves, n, first + 1) < between - 1;
}

/* Adds to @shifted those edits of one table whose rows only made room for others: as many as there can be that stand to each other as
 * they did, by the longest run of rising places. */
static void
find_shifted (const Move *moves,
              guint       n,
              GHashTable *shifted)
{
  g_autofree guint *ends = g_new (guint, n); /* the last move of the best run of each length */
  g_autofree guint *previous = g_new (guint, n);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (may_pass (moves, n, &moves[i]))
        continue;
      while (low < high)
        {
          const guint middle = low + (high - low) / 2;

          if (moves[ends[middle]].after < moves[i].after)
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? ends[low - 1] : G_MAXUINT;
      ends[low] = i;
      length = MAX (length, low + 1);
    }
  for (guint i = length > 0 ? ends[length - 1] : G_MAXUINT; i != G_MAXUINT; i = previous[i])
    g_hash_table_add (shifted, moves[i].edit);
}

gboolean
wb_changeset_tell (WbConnection  *connection,
                   GBytes        *changes,
                   GPtrArray     *edits,
                   GError       **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_autoptr (GHashTable) shifted = g_hash_table_new (NULL, NULL);
  guint n;

  g_return_val_if_fail (connection != NULL && changes != NULL && edits != NULL, FALSE);

  if (!read_edits (connection, changes, all, moves, error))
    return FALSE;
  g_array_sort (moves, compare_moves);
  for (guint i = 0; i < moves->len; i += n)
    {
      const Move *first = &g_array_index (moves, Move, i);

      for (n = 1; i + n < moves->len && g_str_equal (first[n].edit->field, first->edit->field); n++)
        ;
      find_shifted (first, n, shifted);
    }
  for (guint i = 0; i < all->len; i++)
    if (!g_hash_table_contains (shifted, g_ptr_array_index (all, i)))
      g_ptr_array_add (edits, g_steal_pointer (&g_ptr_array_index (all, i)));

  return TRUE;
}
