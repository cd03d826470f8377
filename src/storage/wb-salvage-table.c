/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-salvage-table.h"

#include <string.h>

#include "wb-statement.h"

/* A column as the new file declares it. */
typedef struct
{
  char *name;
  WbPageType type; /* WB_PAGE_NULL: any */
  gboolean needed; /* never NULL */
  gboolean rowid;  /* another name of the row's number */
} Column;

struct _WbSalvageTable
{
  char *name;
  GArray *columns;   /* Column */
  GArray *key;       /* guint: columns of the key, in its order; empty where the key is the row's number */
  GPtrArray *rows;   /* WbSalvageRow */
  GPtrArray *lost;   /* char **: keys */
  GHashTable *by_key;   /* key as one string → WbSalvageRow, borrowed */
  GHashTable *by_rowid; /* gint64 → WbSalvageRow, borrowed; where there is no key */
  GHashTable *index; /* key as one string → gint64 rowid, owned both */
};

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->name);
}

static void
bytes_clear (gpointer data)
{
  if (data != NULL)
    g_bytes_unref (data);
}

static void
row_free (gpointer data)
{
  WbSalvageRow *row = data;

  g_ptr_array_unref (row->values);
  g_array_unref (row->plain);
  g_free (row);
}

void
wb_salvage_table_free (WbSalvageTable *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_array_unref (self->columns);
  g_array_unref (self->key);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->lost);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_rowid);
  g_hash_table_unref (self->index);
  g_free (self);
}

const char *
wb_salvage_table_get_name (WbSalvageTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

static WbPageType
parse_type (const char *type)
{
  if (g_strcmp0 (type, "TEXT") == 0)
    return WB_PAGE_TEXT;
  if (g_strcmp0 (type, "INTEGER") == 0)
    return WB_PAGE_INTEGER;

  return g_strcmp0 (type, "BLOB") == 0 ? WB_PAGE_BLOB : WB_PAGE_NULL;
}

/* A pragma takes no parameters here; the function of the same name does. */
static gboolean
read_columns (WbSalvageTable  *self,
              WbConnection    *connection,
              GError         **error)
{
  g_autoptr (WbStatement) statement
    = wb_statement_new (connection, "SELECT name, type, \"notnull\", pk FROM pragma_table_info (?1) ORDER BY cid", error);
  WbStatementState state;
  guint places[16] = { 0 };
  guint n_key = 0;

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, self->name);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *type = wb_statement_dup_text (statement, 1);
      const gint64 pk = wb_statement_get_int (statement, 3);
      Column column = { wb_statement_dup_text (statement, 0), parse_type (type), wb_statement_get_int (statement, 2) != 0,
                        FALSE };

      if (pk > 0 && pk < (gint64) G_N_ELEMENTS (places))
        {
          places[pk] = self->columns->len;
          n_key = MAX (n_key, (guint) pk);
        }
      g_array_append_val (self->columns, column);
    }
  if (n_key == 1 && g_array_index (self->columns, Column, places[1]).type == WB_PAGE_INTEGER)
    g_array_index (self->columns, Column, places[1]).rowid = TRUE;
  else
    g_array_append_vals (self->key, places + 1, n_key);

  return state == WB_STATEMENT_DONE;
}

WbSalvageTable *
wb_salvage_table_new (WbConnection  *connection,
                      const char    *name,
                      GError       **error)
{
  g_autoptr (WbSalvageTable) self = NULL;

  g_return_val_if_fail (connection != NULL && name != NULL, NULL);

  self = g_new0 (WbSalvageTable, 1);
  self->name = g_strdup (name);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->key = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->lost = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_rowid = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return read_columns (self, connection, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
wb_salvage_table_fits (WbSalvageTable    *self,
                       const WbPageValue *values,
                       guint              n_values)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (n_values != self->columns->len)
    return FALSE;
  for (guint i = 0; i < n_values; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      if (column->rowid ? values[i].type != WB_PAGE_NULL
                        : values[i].type == WB_PAGE_NULL ? column->needed
                                                         : column->type != WB_PAGE_NULL && values[i].type != column->type)
        return FALSE;
    }

  return TRUE;
}

gboolean
wb_salvage_table_fits_index (WbSalvageTable    *self,
                             const WbPageValue *values,
                             guint              n_values)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->key->len == 0 || n_values != self->key->len + 1 || values[n_values - 1].type != WB_PAGE_INTEGER)
    return FALSE;
  for (guint i = 0; i < self->key->len; i++)
    if (values[i].type != g_array_index (self->columns, Column, g_array_index (self->key, guint, i)).type)
      return FALSE;

  return TRUE;
}

/* What people and this program wrote is UTF-8 without control characters. */
static gboolean
is_clean (const guint8 *data,
          gsize         length)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] < ' ' && data[i] != '\n' && data[i] != '\t' && data[i] != '\r')
      return FALSE;

  return g_utf8_validate_len ((const char *) data, length, NULL);
}

static void
append_key_part (GString           *key,
                 const WbPageValue *value,
                 gboolean          *clean)
{
  if (key->len > 0)
    g_string_append_c (key, '\x1f');
  if (value->type == WB_PAGE_INTEGER)
    {
      g_string_append_printf (key, "%" G_GINT64_FORMAT, value->number);
      return;
    }
  if (!is_clean (value->data, value->length))
    *clean = FALSE;
  else
    g_string_append_len (key, (const char *) value->data, (gssize) value->length);
}

/* The key of a row in one string; NULL when it cannot be read, or there is none. (transfer full) (nullable) */
static char *
join_row_key (WbSalvageTable    *self,
              const WbPageValue *values)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gboolean clean = self->key->len > 0;

  for (guint i = 0; i < self->key->len; i++)
    append_key_part (key, &values[g_array_index (self->key, guint, i)], &clean);

  return clean ? g_strdup (key->str) : NULL;
}

static WbSalvageRow *
keep_row (gint64             rowid,
          const WbPageValue *values,
          guint              n_values)
{
  WbSalvageRow *row = g_new0 (WbSalvageRow, 1);

  row->rowid = rowid;
  row->values = g_ptr_array_new_with_free_func (bytes_clear);
  row->plain = g_array_new (FALSE, FALSE, sizeof (WbPageValue));
  for (guint i = 0; i < n_values; i++)
    {
      const gboolean has_bytes = values[i].type == WB_PAGE_TEXT || values[i].type == WB_PAGE_BLOB;

      g_ptr_array_add (row->values, has_bytes ? g_bytes_new (values[i].data, values[i].length) : NULL);
      g_array_append_val (row->plain, values[i]);
    }

  return row;
}

void
wb_salvage_table_add (WbSalvageTable    *self,
                      gint64             rowid,
                      const WbPageValue *values,
                      guint              n_values)
{
  g_autofree char *key = NULL;
  WbSalvageRow *row;

  g_return_if_fail (self != NULL);

  if (!wb_salvage_table_fits (self, values, n_values))
    return;
  key = join_row_key (self, values);
  if (key != NULL ? g_hash_table_contains (self->by_key, key) : g_hash_table_contains (self->by_rowid, &rowid))
    return;
  row = keep_row (rowid, values, n_values);
  g_ptr_array_add (self->rows, row);
  g_hash_table_replace (self->by_rowid, &row->rowid, row);
  if (key != NULL)
    g_hash_table_insert (self->by_key, g_steal_pointer (&key), row);
}

void
wb_salvage_table_add_key (WbSalvageTable    *self,
                          const WbPageValue *values,
                          guint              n_values)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gboolean clean = TRUE;

  g_return_if_fail (self != NULL);

  if (!wb_salvage_table_fits_index (self, values, n_values))
    return;
  for (guint i = 0; i + 1 < n_values; i++)
    append_key_part (key, &values[i], &clean);
  if (clean)
    g_hash_table_replace (self->index, g_strdup (key->str),
                          g_memdup2 (&values[n_values - 1].number, sizeof (gint64)));
}

/* Puts @key, out of the index, in the place of one that cannot be read. */
static void
mend_key (WbSalvageTable *self,
          WbSalvageRow   *row,
          const char     *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "\x1f", -1);

  for (guint i = 0; i < self->key->len && parts[i] != NULL; i++)
    {
      const guint column = g_array_index (self->key, guint, i);

      if (g_array_index (row->plain, WbPageValue, column).type != WB_PAGE_TEXT)
        continue;
      bytes_clear (g_ptr_array_index (row->values, column));
      g_ptr_array_index (row->values, column) = g_bytes_new (parts[i], strlen (parts[i]));
    }
}

static gboolean
has_clean_key (WbSalvageTable     *self,
               const WbSalvageRow *row)
{
  for (guint i = 0; i < self->key->len; i++)
    {
      gboolean whole = TRUE;

      g_free (wb_salvage_row_dup_text (row, g_array_index (self->key, guint, i), &whole));
      if (!whole)
        return FALSE;
    }

  return TRUE;
}

/* The entry of the index and the row are one, and one of the two keys is damaged. */
static void
reconcile (WbSalvageTable *self,
           WbSalvageRow   *row,
           const char     *key)
{
  row->known = TRUE;
  if (has_clean_key (self, row))
    row->doubtful = TRUE;
  else
    mend_key (self, row, key);
}

static void
drop_unreadable (WbSalvageTable *self)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      const WbSalvageRow *row = g_ptr_array_index (self->rows, i - 1);

      if (!row->known && !has_clean_key (self, row))
        g_ptr_array_remove_index (self->rows, i - 1);
    }
}

void
wb_salvage_table_settle (WbSalvageTable *self)
{
  GHashTableIter iter;
  gpointer key, rowid;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->index);
  while (g_hash_table_iter_next (&iter, &key, &rowid))
    {
      WbSalvageRow *row = g_hash_table_lookup (self->by_key, key);

      if (row != NULL)
        row->known = TRUE;
    }
  g_hash_table_iter_init (&iter, self->index);
  while (g_hash_table_iter_next (&iter, &key, &rowid))
    {
      WbSalvageRow *row;

      if (g_hash_table_contains (self->by_key, key))
        continue;
      row = g_hash_table_lookup (self->by_rowid, rowid);
      if (row != NULL && !row->known)
        reconcile (self, row, key);
      else
        g_ptr_array_add (self->lost, g_strsplit (key, "\x1f", -1));
    }
  drop_unreadable (self);
}

GPtrArray *
wb_salvage_table_get_rows (WbSalvageTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rows;
}

GPtrArray *
wb_salvage_table_get_lost (WbSalvageTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lost;
}

char *
wb_salvage_row_dup_text (const WbSalvageRow *row,
                         guint               column,
                         gboolean           *whole)
{
  GBytes *bytes;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (row != NULL, NULL);

  if (column >= row->values->len || g_array_index (row->plain, WbPageValue, column).type != WB_PAGE_TEXT)
    return NULL;
  bytes = g_ptr_array_index (row->values, column);
  data = g_bytes_get_data (bytes, &length);
  if (whole != NULL)
    *whole = is_clean (data, length);

  return length > 0 ? g_utf8_make_valid (data, (gssize) length) : g_strdup ("");
}

/* (transfer full) */
static char *
make_insert (WbSalvageTable *self)
{
  GString *sql = g_string_new (NULL);

  /* Names of our own tables and columns, out of the new file. */
  g_string_append_printf (sql, "INSERT OR IGNORE INTO \"%s\" VALUES (", self->name);
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

static void
bind (WbSalvageTable     *self,
      WbStatement        *statement,
      const WbSalvageRow *row,
      guint               i)
{
  const WbPageValue *value = &g_array_index (row->plain, WbPageValue, i);
  g_autofree char *text = NULL;

  if (g_array_index (self->columns, Column, i).rowid)
    {
      wb_statement_bind_int (statement, (int) i + 1, row->rowid);
      return;
    }
  switch (value->type)
    {
    case WB_PAGE_TEXT:
      text = wb_salvage_row_dup_text (row, i, NULL);
      wb_statement_bind_text (statement, (int) i + 1, text);
      break;
    case WB_PAGE_BLOB:
      wb_statement_bind_bytes (statement, (int) i + 1, g_ptr_array_index (row->values, i));
      break;
    case WB_PAGE_INTEGER:
      wb_statement_bind_int (statement, (int) i + 1, value->number);
      break;
    case WB_PAGE_FLOAT:
      wb_statement_bind_int (statement, (int) i + 1, (gint64) CLAMP (value->real, -9e15, 9e15));
      break;
    case WB_PAGE_NULL:
    default:
      wb_statement_bind_text (statement, (int) i + 1, NULL);
      break;
    }
}

gboolean
wb_salvage_table_write (WbSalvageTable      *self,
                        WbConnection        *connection,
                        const WbSalvageRow  *row,
                        gboolean            *done,
                        GError             **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (WbStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && row != NULL && done != NULL, FALSE);

  sql = make_insert (self);
  statement = wb_statement_new (connection, sql, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    bind (self, statement, row, i);
  if (!wb_statement_run (statement, error))
    return FALSE;
  *done = sqlite3_changes (wb_connection_get_handle (connection)) > 0;

  return TRUE;
}
