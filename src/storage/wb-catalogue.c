/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-catalogue.h"

#include "wb-item-table.h"
#include "wb-statement.h"
#include "wb-value-table.h"

#define MAX_NUMBER G_MAXUINT16

/* The rows of the table, each a column over all entries. Numbers are little-endian, texts end with a zero byte. */
typedef enum
{
  PART_RANKS,     /* 32 bits */
  PART_AS_OF,     /* 16 bits */
  PART_REVIEW_BY, /* 16 bits */
  PART_COUNTS,    /* 16 bits: the number of values */
  PART_VALUES,    /* 16 bits */
  PART_NAMES,     /* facet, value, facet, value … */
  PART_DAYS,
} Part;

gboolean
wb_catalogue_create_table (WbConnection  *connection,
                           GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE catalogue ("
                            " part INTEGER PRIMARY KEY,"
                            " data BLOB NOT NULL"
                            ")",
                            error);
}

/* An entry on the way into the table. */
typedef struct
{
  guint position;

  /* Owned */
  char *id;
  char *title;
  char *sort_key;
  char *as_of;
  char *review_by;
  GArray *values; /* guint16 */
} Row;

typedef struct
{
  gboolean wrong;

  /* Owned */
  GPtrArray *rows;
  GPtrArray *days;     /* borrowed from the rows until sorted */
  GHashTable *numbers; /* "facet\nvalue" → number + 1 */
  GByteArray *names;
} Draft;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_free (row->title);
  g_free (row->sort_key);
  g_free (row->as_of);
  g_free (row->review_by);
  g_array_unref (row->values);
  g_free (row);
}

static void
draft_clear (Draft *draft)
{
  g_ptr_array_unref (draft->rows);
  g_ptr_array_unref (draft->days);
  g_hash_table_unref (draft->numbers);
  g_byte_array_unref (draft->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static void
append_text (GByteArray *out,
             const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, strlen (text) + 1);
}

static void
append_number (GByteArray *out,
               guint       number)
{
  const guint16 low = GUINT16_TO_LE ((guint16) number);

  g_byte_array_append (out, (const guint8 *) &low, sizeof low);
}

static void
add_value (Draft      *draft,
           Row        *row,
           const char *facet,
           const char *name)
{
  g_autofree char *key = g_strjoin ("\n", facet, name, NULL);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (draft->numbers, key));
  guint16 value;

  if (number == 0)
    {
      number = g_hash_table_size (draft->numbers) + 1;
      g_hash_table_insert (draft->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
      append_text (draft->names, facet);
      append_text (draft->names, name);
    }
  value = number - 1;
  draft->wrong |= number > MAX_NUMBER || row->values->len >= MAX_NUMBER;
  g_array_append_val (row->values, value);
}

static void
add_row (gint64      number,
         WbKind      kind,
         const char *id,
         const char *title,
         const char *sort_key,
         const char *summary,
         const char *as_of,
         const char *review_by,
         gpointer    user_data)
{
  Draft *draft = user_data;
  Row *row = g_new0 (Row, 1);

  row->position = draft->rows->len;
  row->id = g_strdup (id);
  row->title = g_strdup (title);
  row->sort_key = g_strdup (sort_key);
  row->as_of = g_strdup (as_of);
  row->review_by = g_strdup (review_by);
  row->values = g_array_new (FALSE, FALSE, sizeof (guint16));
  add_value (draft, row, "kind", wb_kind_to_string (kind));
  g_ptr_array_add (draft->rows, row);
  g_ptr_array_add (draft->days, row->as_of);
  g_ptr_array_add (draft->days, row->review_by);
  draft->wrong |= number != (gint64) draft->rows->len;
}

static void
add_row_value (gint64      number,
               const char *facet,
               const char *name,
               gpointer    user_data)
{
  Draft *draft = user_data;

  if (number < 1 || number > (gint64) draft->rows->len)
    draft->wrong = TRUE;
  else
    add_value (draft, g_ptr_array_index (draft->rows, number - 1), facet, name);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const Row *left = *(const Row *const *) a;
  const Row *right = *(const Row *const *) b;
  int order = strcmp (left->sort_key, right->sort_key);

  if (order == 0)
    order = strcmp (left->title, right->title);

  return order != 0 ? order : strcmp (left->id, right->id);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In order, each once. */
static void
sort_days (Draft *draft)
{
  guint n = 0;

  g_ptr_array_add (draft->days, (gpointer) "");
  g_ptr_array_sort (draft->days, compare_texts);
  for (guint i = 0; i < draft->days->len; i++)
    if (n == 0 || !g_str_equal (g_ptr_array_index (draft->days, i), g_ptr_array_index (draft->days, n - 1)))
      g_ptr_array_index (draft->days, n++) = g_ptr_array_index (draft->days, i);
  g_ptr_array_set_size (draft->days, n);
  draft->wrong |= n > MAX_NUMBER;
}

static guint
find_day (GPtrArray  *days,
          const char *day)
{
  guint low = 0;
  guint high = days->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (strcmp (g_ptr_array_index (days, middle), day) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
wb_catalogue_find_day (const WbCatalogue *self,
                       const char        *day)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (day != NULL, 0);

  return find_day (self->days, day);
}

static GByteArray *
make_ranks (Draft *draft)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (draft->rows, NULL, NULL);
  GByteArray *out = g_byte_array_new ();

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_titles);
  g_byte_array_set_size (out, sorted->len * sizeof (guint32));
  for (guint i = 0; i < sorted->len; i++)
    {
      const Row *row = g_ptr_array_index (sorted, i);
      const guint32 rank = GUINT32_TO_LE (i);

      memcpy (out->data + row->position * sizeof rank, &rank, sizeof rank);
    }

  return out;
}

static GByteArray *
make_part (Draft *draft,
           Part   part)
{
  GByteArray *out;

  if (part == PART_RANKS)
    return make_ranks (draft);
  if (part == PART_NAMES)
    return g_byte_array_ref (draft->names);

  out = g_byte_array_new ();
  for (guint i = 0; part == PART_DAYS && i < draft->days->len; i++)
    append_text (out, g_ptr_array_index (draft->days, i));
  for (guint i = 0; part != PART_DAYS && i < draft->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (draft->rows, i);

      if (part == PART_AS_OF)
        append_number (out, find_day (draft->days, row->as_of));
      else if (part == PART_REVIEW_BY)
        append_number (out, find_day (draft->days, row->review_by));
      else if (part == PART_COUNTS)
        append_number (out, row->values->len);
      for (guint j = 0; part == PART_VALUES && j < row->values->len; j++)
        append_number (out, g_array_index (row->values, guint16, j));
    }

  return out;
}

static gboolean
write_part (WbConnection  *connection,
            Draft         *draft,
            Part           part,
            GError       **error)
{
  g_autoptr (GByteArray) data = make_part (draft, part);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data->data, data->len);
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "INSERT OR REPLACE INTO catalogue (part, data) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, part);
  wb_statement_bind_bytes (statement, 2, bytes);

  return wb_statement_run (statement, error);
}

gboolean
wb_catalogue_write (WbConnection  *connection,
                    GError       **error)
{
  g_auto (Draft) draft = { FALSE };

  draft.rows = g_ptr_array_new_with_free_func (row_free);
  draft.days = g_ptr_array_new ();
  draft.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  draft.names = g_byte_array_new ();
  if (!wb_item_table_scan (connection, add_row, &draft, error)
      || !wb_value_table_scan (connection, add_row_value, &draft, error))
    return FALSE;
  sort_days (&draft);
  if (draft.wrong)
    return wb_connection_set_error (connection, SQLITE_CORRUPT, error);

  for (Part part = PART_RANKS; part <= PART_DAYS; part++)
    if (!write_part (connection, &draft, part, error))
      return FALSE;

  return TRUE;
}

void
wb_catalogue_free (WbCatalogue *self)
{
  if (self == NULL)
    return;

  g_free (self->kinds);
  g_free (self->ranks);
  g_free (self->as_of);
  g_free (self->review_by);
  g_free (self->starts);
  g_free (self->values);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_free (self);
}

/* The bytes of a part, valid until the next one is read; NULL when there are none. */
static const guint8 *
read_part (WbStatement  *statement,
           Part          part,
           gsize        *length,
           GError      **error)
{
  wb_statement_reset (statement);
  wb_statement_bind_int (statement, 1, part);
  if (wb_statement_step (statement, error) != WB_STATEMENT_ROW)
    return NULL;

  return wb_statement_get_blob (statement, 0, length);
}

/* @n: how many there must be. */
static guint16 *
read_numbers (WbStatement  *statement,
              Part          part,
              gsize         n,
              GError      **error)
{
  gsize length = 0;
  const guint8 *data = read_part (statement, part, &length, error);
  guint16 *numbers;

  if (data == NULL || length != n * sizeof (guint16))
    return NULL;
  numbers = g_malloc0 (length + sizeof (guint16));
  memcpy (numbers, data, length);
  for (gsize i = 0; i < n; i++)
    numbers[i] = GUINT16_FROM_LE (numbers[i]);

  return numbers;
}

static gboolean
read_ranks (WbCatalogue  *self,
            WbStatement  *statement,
            GError      **error)
{
  gsize length = 0;
  const guint8 *data = read_part (statement, PART_RANKS, &length, error);

  if (data == NULL)
    return FALSE;
  self->n = length / sizeof (guint32);
  self->ranks = g_memdup2 (data, length);
  for (guint i = 0; i < self->n; i++)
    self->ranks[i] = GUINT32_FROM_LE (self->ranks[i]);

  return length % sizeof (guint32) == 0;
}

static gboolean
read_starts (WbCatalogue  *self,
             WbStatement  *statement,
             GError      **error)
{
  g_autofree guint16 *counts = read_numbers (statement, PART_COUNTS, self->n, error);

  if (counts == NULL)
    return FALSE;
  self->starts = g_new0 (guint32, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      if (counts[i] > G_MAXUINT32 - self->starts[i])
        return FALSE;
      self->starts[i + 1] = self->starts[i] + counts[i];
    }

  return TRUE;
}

/* The texts of a part: array of char *. (transfer full) (nullable) */
static GPtrArray *
read_texts (WbStatement  *statement,
            Part          part,
            GError      **error)
{
  gsize length = 0;
  const guint8 *data = read_part (statement, part, &length, error);
  GPtrArray *texts;

  if (data == NULL || (length > 0 && data[length - 1] != '\0'))
    return NULL;
  texts = g_ptr_array_new_with_free_func (g_free);
  for (gsize at = 0; at < length; at += strlen ((const char *) data + at) + 1)
    g_ptr_array_add (texts, g_utf8_make_valid ((const char *) data + at, -1));

  return texts;
}

static void
name_free (gpointer data)
{
  WbFacetValue *name = data;

  g_free (name->facet);
  g_free (name->value);
  g_free (name);
}

static gboolean
read_names (WbCatalogue  *self,
            WbStatement  *statement,
            GError      **error)
{
  g_autoptr (GPtrArray) texts = read_texts (statement, PART_NAMES, error);

  if (texts == NULL)
    return FALSE;
  self->names = g_ptr_array_new_with_free_func (name_free);
  for (guint i = 0; i + 1 < texts->len; i += 2)
    {
      WbFacetValue *name = g_new0 (WbFacetValue, 1);

      name->facet = g_strdup (g_ptr_array_index (texts, i));
      name->value = g_strdup (g_ptr_array_index (texts, i + 1));
      g_ptr_array_add (self->names, name);
    }

  return texts->len % 2 == 0;
}

/* The kinds out of the first values. */
static gboolean
read_kinds (WbCatalogue *self)
{
  g_autofree int *kinds = g_new (int, self->names->len + 1);

  for (guint i = 0; i < self->names->len; i++)
    {
      const WbFacetValue *name = g_ptr_array_index (self->names, i);
      WbKind kind;

      kinds[i] = g_str_equal (name->facet, "kind") && wb_kind_from_string (name->value, &kind) ? (int) kind : -1;
    }

  self->kinds = g_new0 (guint8, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      if (self->starts[i] == self->starts[i + 1] || kinds[self->values[self->starts[i]]] < 0)
        return FALSE;
      self->kinds[i] = kinds[self->values[self->starts[i]]];
    }

  return TRUE;
}

static gboolean
check_numbers (const guint16 *numbers,
               gsize          n,
               guint          end)
{
  for (gsize i = 0; i < n; i++)
    if (numbers[i] >= end)
      return FALSE;

  return TRUE;
}

static gboolean
check_ranks (const WbCatalogue *self)
{
  g_autofree guint8 *taken = g_new0 (guint8, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      if (self->ranks[i] >= self->n || taken[self->ranks[i]] != 0)
        return FALSE;
      taken[self->ranks[i]] = 1;
    }

  return TRUE;
}

static gboolean
read_parts (WbCatalogue  *self,
            WbStatement  *statement,
            GError      **error)
{
  return read_ranks (self, statement, error) && read_starts (self, statement, error)
         && (self->as_of = read_numbers (statement, PART_AS_OF, self->n, error)) != NULL
         && (self->review_by = read_numbers (statement, PART_REVIEW_BY, self->n, error)) != NULL
         && (self->values = read_numbers (statement, PART_VALUES, self->starts[self->n], error)) != NULL
         && (self->days = read_texts (statement, PART_DAYS, error)) != NULL && read_names (self, statement, error)
         && check_ranks (self) && check_numbers (self->as_of, self->n, self->days->len)
         && check_numbers (self->review_by, self->n, self->days->len)
         && check_numbers (self->values, self->starts[self->n], self->names->len) && read_kinds (self);
}

WbCatalogue *
wb_catalogue_read (WbConnection  *connection,
                   GError       **error)
{
  g_autoptr (WbCatalogue) self = g_new0 (WbCatalogue, 1);
  g_autoptr (WbStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = wb_statement_new (connection, "SELECT data FROM catalogue WHERE part = ?1", error);
  if (statement == NULL)
    return NULL;
  if (read_parts (self, statement, &local_error))
    return g_steal_pointer (&self);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    wb_connection_set_error (connection, SQLITE_CORRUPT, error);

  return NULL;
}
