/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-changeset.h"

#include <string.h>

/*
 * SQLite's own readers trust a changeset and read past the end of one that was tampered with, so each one that comes out
 * of a file is looked through before. The format: https://www.sqlite.org/session/changeset_start.html and the comment
 * "CHANGESET BLOB FORMAT" in SQLite's ext/session/sqlite3session.c.
 */

enum
{
  TABLE = 'T',
  OPERATION_DELETE = SQLITE_DELETE,
  OPERATION_INSERT = SQLITE_INSERT,
  OPERATION_UPDATE = SQLITE_UPDATE,
};

/* The types of values. */
enum
{
  VALUE_UNDEFINED = 0,
  VALUE_INTEGER = SQLITE_INTEGER,
  VALUE_FLOAT = SQLITE_FLOAT,
  VALUE_TEXT = SQLITE_TEXT,
  VALUE_BLOB = SQLITE_BLOB,
  VALUE_NULL = SQLITE_NULL,
};

typedef struct
{
  const guint8 *next;
  const guint8 *end;
} Reader;

static gboolean
skip (Reader *reader,
      guint64 size)
{
  if (size > (guint64) (reader->end - reader->next))
    return FALSE;
  reader->next += size;

  return TRUE;
}

static gboolean
read_byte (Reader *reader,
           guint8 *byte)
{
  if (reader->next == reader->end)
    return FALSE;
  *byte = *reader->next++;

  return TRUE;
}

/* A number as SQLite writes it: seven bits a byte, the highest first. Nothing here needs more than four of them. */
static gboolean
read_varint (Reader  *reader,
             guint64 *number)
{
  guint8 byte;

  *number = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!read_byte (reader, &byte))
        return FALSE;
      *number = (*number << 7) | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_value (Reader *reader)
{
  guint64 size;
  guint8 type;

  if (!read_byte (reader, &type))
    return FALSE;
  switch (type)
    {
    case VALUE_UNDEFINED:
    case VALUE_NULL:
      return TRUE;
    case VALUE_INTEGER:
    case VALUE_FLOAT:
      return skip (reader, 8);
    case VALUE_TEXT:
    case VALUE_BLOB:
      return read_varint (reader, &size) && skip (reader, size);
    default:
      return FALSE;
    }
}

static gboolean
check_record (Reader *reader,
              guint   n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    if (!check_value (reader))
      return FALSE;

  return TRUE;
}

/* Leaves the number of columns in @n_columns. */
static gboolean
check_table (Reader *reader,
             guint  *n_columns)
{
  const guint8 *name;
  guint64 number;

  if (!read_varint (reader, &number) || !skip (reader, number))
    return FALSE;
  name = reader->next;
  reader->next = memchr (name, '\0', reader->end - name);
  if (reader->next == NULL)
    return FALSE;
  reader->next++;
  *n_columns = number;

  return wb_changeset_knows_table ((const char *) name, number);
}

static gboolean
check_change (Reader *reader,
              guint   operation,
              guint   n_columns)
{
  /* Whether it was done by a trigger. */
  if (n_columns == 0 || !skip (reader, 1))
    return FALSE;
  if (operation != OPERATION_DELETE && operation != OPERATION_INSERT && operation != OPERATION_UPDATE)
    return FALSE;

  return check_record (reader, n_columns) && (operation != OPERATION_UPDATE || check_record (reader, n_columns));
}

gboolean
wb_changeset_check (GBytes *changes)
{
  Reader reader;
  guint n_columns = 0;
  guint8 byte;
  gsize size;

  g_return_val_if_fail (changes != NULL, FALSE);

  reader.next = g_bytes_get_data (changes, &size);
  reader.end = reader.next + size;
  while (read_byte (&reader, &byte))
    if (byte == TABLE ? !check_table (&reader, &n_columns) : !check_change (&reader, byte, n_columns))
      return FALSE;

  return TRUE;
}
