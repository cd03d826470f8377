/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* Without these, sqlite3.h does not declare the session extension, which Debian's library has. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "wb-changeset.h"

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

gboolean
wb_changeset_read (WbConnection  *connection,
                   GBytes        *changes,
                   GPtrArray     *edits,
                   GError       **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int result;

  g_return_val_if_fail (connection != NULL && changes != NULL && edits != NULL, FALSE);

  result = sqlite3changeset_start (&iter, g_bytes_get_size (changes), (void *) g_bytes_get_data (changes, NULL));
  if (result != SQLITE_OK)
    return wb_connection_set_error (connection, result, error);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      WbEdit *edit = read_edit (iter);

      if (edit != NULL)
        g_ptr_array_add (edits, edit);
    }
  result = sqlite3changeset_finalize (iter);

  return result == SQLITE_OK || wb_connection_set_error (connection, result, error);
}
