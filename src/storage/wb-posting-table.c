/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-posting-table.h"

/* An entry is the distance from the one before it, times eight, and the places, as a number in groups of seven bits, the lowest
 * first, with the eighth bit set in all but the last. */
#define PLACE_BITS 3
#define PLACES ((1u << PLACE_BITS) - 1)

gboolean
wb_posting_table_create (WbConnection  *connection,
                         GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE posting ("
                            " number INTEGER PRIMARY KEY,"
                            " key TEXT NOT NULL UNIQUE,"
                            " entries BLOB NOT NULL"
                            ")",
                            error);
}

/* The row of a key, being made. */
typedef struct
{
  gint64 last; /* the last entry written */
  gint64 number; /* the entry at hand; 0 when none */
  guint places;

  /* Owned */
  char *key; /* (nullable) */
  GByteArray *entries;
  WbStatement *insert;
} Draft;

static void
draft_clear (Draft *draft)
{
  g_free (draft->key);
  g_byte_array_unref (draft->entries);
  g_clear_pointer (&draft->insert, wb_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static void
end_entry (Draft *draft)
{
  guint64 rest = (guint64) (draft->number - draft->last) << PLACE_BITS | draft->places;

  if (draft->number == 0)
    return;
  do
    {
      const guint8 byte = (rest & 0x7f) | (rest > 0x7f ? 0x80 : 0);

      g_byte_array_append (draft->entries, &byte, 1);
      rest >>= 7;
    }
  while (rest > 0);
  draft->last = draft->number;
  draft->number = 0;
  draft->places = 0;
}

static gboolean
end_key (Draft   *draft,
         GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  end_entry (draft);
  draft->last = 0;
  if (draft->key == NULL)
    return TRUE;
  bytes = g_bytes_new_static (draft->entries->data, draft->entries->len);
  wb_statement_bind_text (draft->insert, 1, draft->key);
  wb_statement_bind_bytes (draft->insert, 2, bytes);
  g_byte_array_set_size (draft->entries, 0);
  g_clear_pointer (&draft->key, g_free);

  return wb_statement_run (draft->insert, error);
}

static guint
get_place (const char *column)
{
  if (g_strcmp0 (column, "title") == 0)
    return WB_PLACE_TITLE;

  return g_strcmp0 (column, "text") == 0 ? WB_PLACE_TEXT : WB_PLACE_HEAD;
}

/* The occurrences come by key, then by entry. */
static gboolean
write_all (WbConnection  *connection,
           GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  g_auto (Draft) draft = { 0 };
  WbStatementState state;

  draft.entries = g_byte_array_new ();
  draft.insert = wb_statement_new (connection, "INSERT INTO posting (key, entries) VALUES (?1, ?2)", error);
  statement = wb_statement_new (connection, "SELECT term, doc, col FROM temp.occurrence", error);
  if (draft.insert == NULL || statement == NULL)
    return FALSE;

  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      const gint64 number = wb_statement_get_int (statement, 1);

      if (draft.key == NULL || g_strcmp0 (wb_statement_peek_text (statement, 0), draft.key) != 0)
        {
          if (!end_key (&draft, error))
            return FALSE;
          draft.key = wb_statement_dup_text (statement, 0);
        }
      if (number != draft.number)
        end_entry (&draft);
      draft.number = number;
      draft.places |= get_place (wb_statement_peek_text (statement, 2));
    }

  return state == WB_STATEMENT_DONE && end_key (&draft, error);
}

gboolean
wb_posting_table_write (WbConnection  *connection,
                        GError       **error)
{
  gboolean written;

  if (!wb_connection_run (connection,
                          "DELETE FROM posting;"
                          "CREATE VIRTUAL TABLE temp.occurrence USING fts5vocab (main, search, instance)",
                          error))
    return FALSE;
  written = write_all (connection, error);

  return wb_connection_run (connection, "DROP TABLE temp.occurrence", written ? error : NULL) && written;
}

static void
add_entries (const guint8 *data,
             gsize         length,
             guint8       *places,
             guint         n)
{
  guint64 number = 0;
  gsize at = 0;

  while (at < length)
    {
      guint64 rest = 0;
      guint shift = 0;

      while (at < length && (data[at] & 0x80) != 0 && shift < 35)
        {
          rest |= (guint64) (data[at++] & 0x7f) << shift;
          shift += 7;
        }
      if (at < length)
        rest |= (guint64) (data[at++] & 0x7f) << shift;
      number += rest >> PLACE_BITS;
      /* A damaged file may name entries that are not there. */
      if (number < 1 || number > n)
        return;
      places[number - 1] |= rest & PLACES;
    }
}

WbStatement *
wb_posting_table_prepare (WbConnection  *connection,
                          gboolean       prefix,
                          GError       **error)
{
  return wb_statement_new (connection,
                           prefix ? "SELECT entries FROM posting WHERE key >= ?1 AND key < ?1 || char (1114111)"
                                  : "SELECT entries FROM posting WHERE key = ?1",
                           error);
}

gboolean
wb_posting_table_add (WbStatement  *statement,
                      const char   *key,
                      guint8       *places,
                      guint         n,
                      GError      **error)
{
  WbStatementState state;

  wb_statement_reset (statement);
  wb_statement_bind_text (statement, 1, key);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      gsize length;
      const guint8 *data = wb_statement_get_blob (statement, 0, &length);

      if (data != NULL)
        add_entries (data, length, places, n);
    }
  wb_statement_reset (statement);

  return state == WB_STATEMENT_DONE;
}
