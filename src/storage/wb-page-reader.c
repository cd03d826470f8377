/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-page-reader.h"

#include <string.h>

#define MAGIC "SQLite format 3"
#define HEADER_SIZE 100
#define DEFAULT_PAGE_SIZE 4096
#define MAX_DEPTH 20
#define MAX_VALUES 100
#define MAX_PAYLOAD (64 * 1024 * 1024)

enum
{
  INDEX_INTERIOR = 2,
  TABLE_INTERIOR = 5,
  INDEX_LEAF = 10,
  TABLE_LEAF = 13,
};

/* So many times the size of the file is read from further pages, but this much at least: a damaged or hostile file may send many rows
 * through the same pages. In bytes. */
#define MAX_COPIES 4
#define MIN_COPIED (64 * 1024 * 1024)

struct _WbPageReader
{
  const guint8 *data;
  gsize size;
  guint32 page_size;
  guint32 usable;
  guint32 n_pages;
  guint64 copied; /* bytes from further pages */

  /* Owned */
  GBytes *file;
  guint8 *used; /* a page each: it is part of a tree, or free */
};

/* A page that is looked at. */
typedef struct
{
  const guint8 *bytes;
  guint32 number;
  guint header; /* where its header begins */
  guint type;
  guint n_cells;
} Page;

/* What is called with each row. */
typedef struct
{
  WbPageRowFunc func;
  gpointer user_data;
} Visitor;

static guint32
get_16 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 8 | bytes[1];
}

static guint32
get_32 (const guint8 *bytes)
{
  return get_16 (bytes) << 16 | get_16 (bytes + 2);
}

guint32
wb_page_reader_get_header (WbPageReader *self,
                           gsize         offset)
{
  g_return_val_if_fail (self != NULL, 0);

  return offset + 4 <= MIN (self->size, HEADER_SIZE) ? get_32 (self->data + offset) : 0;
}

gboolean
wb_page_reader_has_magic (WbPageReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->size >= HEADER_SIZE && memcmp (self->data, MAGIC, sizeof MAGIC) == 0;
}

static gboolean
is_type (guint type)
{
  return type == INDEX_INTERIOR || type == TABLE_INTERIOR || type == INDEX_LEAF || type == TABLE_LEAF;
}

static void
set_page_size (WbPageReader *self,
               guint32       page_size)
{
  const guint reserved = self->size >= HEADER_SIZE && wb_page_reader_has_magic (self) ? self->data[20] : 0;

  self->page_size = page_size;
  /* Ours reserve nothing. */
  self->usable = page_size - (reserved <= 32 && page_size - reserved >= 480 ? reserved : 0);
  self->n_pages = (guint32) MIN ((self->size + page_size - 1) / page_size, G_MAXUINT32 - 1);
}

/* How much of the file looks as it should with pages of this size. */
static guint64
rate_page_size (WbPageReader *self,
                guint32       page_size)
{
  guint64 n = 0;

  for (gsize offset = page_size; offset + 8 <= self->size; offset += page_size)
    if (is_type (self->data[offset]) && get_16 (self->data + offset + 3) <= page_size / 4)
      n += page_size;

  return n;
}

static guint32
find_page_size (WbPageReader *self)
{
  const guint32 said = self->size >= HEADER_SIZE ? get_16 (self->data + 16) : 0;
  const guint32 page_size = said == 1 ? 65536 : said;

  if (page_size < 512 || (page_size & (page_size - 1)) != 0
      || rate_page_size (self, page_size) < rate_page_size (self, DEFAULT_PAGE_SIZE))
    return DEFAULT_PAGE_SIZE;

  return page_size;
}

/* Bytes of the page; NULL when the file ends before its end. */
static const guint8 *
get_page (WbPageReader *self,
          guint32       number)
{
  const gsize offset = (gsize) (number - 1) * self->page_size;

  return number >= 1 && number <= self->n_pages && offset + self->page_size <= self->size ? self->data + offset : NULL;
}

/* Marks the pages that hold nothing any more. A list that does not add up is not believed. */
static void
mark_free (WbPageReader *self)
{
  const guint32 n_free = wb_page_reader_get_header (self, 36);
  g_autofree guint8 *seen = g_memdup2 (self->used, self->n_pages + 1);
  guint32 trunk = wb_page_reader_get_header (self, 32);
  guint32 n = 0;

  while (trunk != 0 && n <= n_free)
    {
      const guint8 *bytes = get_page (self, trunk);
      guint32 n_leaves = bytes != NULL ? get_32 (bytes + 4) : G_MAXUINT32;

      if (bytes == NULL || seen[trunk] || n_leaves > self->usable / 4 - 2)
        return;
      seen[trunk] = TRUE;
      for (guint32 i = 0; i < n_leaves; i++)
        {
          guint32 leaf = get_32 (bytes + 8 + 4 * i);

          if (leaf < 2 || leaf > self->n_pages || seen[leaf])
            return;
          seen[leaf] = TRUE;
        }
      n += 1 + n_leaves;
      trunk = get_32 (bytes);
    }
  if (n == n_free)
    memcpy (self->used, seen, self->n_pages + 1);
}

WbPageReader *
wb_page_reader_new (GBytes *file)
{
  WbPageReader *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (WbPageReader, 1);
  self->file = g_bytes_ref (file);
  self->data = g_bytes_get_data (file, &self->size);
  set_page_size (self, find_page_size (self));
  self->used = g_malloc0 ((gsize) self->n_pages + 1);
  mark_free (self);

  return self;
}

void
wb_page_reader_free (WbPageReader *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->file);
  g_free (self->used);
  g_free (self);
}

/* At most 9 bytes. FALSE when they reach behind @end. */
static gboolean
read_varint (const guint8 **next,
             const guint8  *end,
             guint64       *value)
{
  *value = 0;
  for (guint i = 0; i < 9 && *next < end; i++)
    {
      const guint8 byte = *(*next)++;

      if (i == 8)
        {
          *value = *value << 8 | byte;
          return TRUE;
        }
      *value = *value << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }

  return FALSE;
}

static gint64
read_integer (const guint8 *bytes,
              guint         length)
{
  guint64 value = (bytes[0] & 0x80) != 0 ? G_MAXUINT64 : 0;

  for (guint i = 0; i < length; i++)
    value = value << 8 | bytes[i];

  return (gint64) value;
}

/* How many bytes a value of the serial type takes; FALSE for one that there is not. */
static gboolean
find_length (guint64  serial,
             guint64 *length)
{
  static const guint8 lengths[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };

  if (serial == 10 || serial == 11)
    return FALSE;
  *length = serial < 10 ? lengths[serial] : (serial - 12) / 2;

  return TRUE;
}

static void
read_value (guint64       serial,
            const guint8 *bytes,
            guint64       length,
            WbPageValue  *value)
{
  *value = (WbPageValue) { .type = WB_PAGE_INTEGER, .data = bytes, .length = (gsize) length };
  if (serial >= 12)
    {
      value->type = (serial & 1) != 0 ? WB_PAGE_TEXT : WB_PAGE_BLOB;
    }
  else if (serial == 0)
    {
      value->type = WB_PAGE_NULL;
    }
  else if (serial == 7)
    {
      const guint64 raw = (guint64) read_integer (bytes, 8);

      value->type = WB_PAGE_FLOAT;
      memcpy (&value->real, &raw, sizeof value->real);
    }
  else
    {
      value->number = serial >= 8 ? (gint64) serial - 8 : read_integer (bytes, (guint) length);
    }
}

/* FALSE unless the record fills the payload to the byte. */
static gboolean
read_record (const guint8 *payload,
             guint64       size,
             WbPageValue  *values,
             guint        *n_values)
{
  const guint8 *next = payload;
  const guint8 *body;
  guint64 header_size, serial, length;
  guint64 rest;
  guint n = 0;

  if (!read_varint (&next, payload + size, &header_size) || header_size > size
      || header_size < (guint64) (next - payload))
    return FALSE;
  body = payload + header_size;
  rest = size - header_size;
  while (next < payload + header_size)
    {
      if (n == MAX_VALUES || !read_varint (&next, payload + header_size, &serial) || !find_length (serial, &length)
          || length > rest)
        return FALSE;
      read_value (serial, body, length, &values[n++]);
      body += length;
      rest -= length;
    }
  *n_values = n;

  return rest == 0 && n > 0;
}

/* How much of a payload lies in the cell itself; the format's own rule. */
static guint64
find_local_size (WbPageReader *self,
                 gboolean      table,
                 guint64       size)
{
  const guint64 usable = self->usable;
  const guint64 max = table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  const guint64 min = (usable - 12) * 32 / 255 - 23;
  guint64 local;

  if (size <= max)
    return size;
  local = min + (size - min) % (usable - 4);

  return local <= max ? local : min;
}

/* Adds what lies on further pages. FALSE when the chain is broken. */
static gboolean
read_overflow (WbPageReader *self,
               guint32       number,
               guint64       size,
               GByteArray   *payload)
{
  const guint64 max = MAX ((guint64) self->size * MAX_COPIES, MIN_COPIED);
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (payload->len < size)
    {
      const guint8 *bytes = number >= 2 ? get_page (self, number) : NULL;

      if (bytes == NULL || self->used[number] || chain->len > self->n_pages)
        return FALSE;
      self->copied += self->usable - 4;
      if (self->copied > max)
        return FALSE;
      g_array_append_val (chain, number);
      g_byte_array_append (payload, bytes + 4, (guint) MIN (size - payload->len, self->usable - 4));
      number = get_32 (bytes);
    }
  if (number != 0)
    return FALSE;
  for (guint i = 0; i < chain->len; i++)
    self->used[g_array_index (chain, guint32, i)] = TRUE;

  return TRUE;
}

static gboolean
visit_payload (WbPageReader  *self,
               const Page    *page,
               const guint8  *next,
               guint64        size,
               gint64         rowid,
               const Visitor *visitor)
{
  const guint8 *end = page->bytes + self->usable;
  const guint64 local = find_local_size (self, page->type == TABLE_LEAF, size);
  g_autoptr (GByteArray) payload = NULL;
  WbPageValue values[MAX_VALUES];
  guint n_values;

  if (local > (guint64) (end - next))
    return FALSE;
  if (local < size)
    {
      if (end - next - (gint64) local < 4)
        return FALSE;
      payload = g_byte_array_new ();
      g_byte_array_append (payload, next, (guint) local);
      if (!read_overflow (self, get_32 (next + local), size, payload))
        return FALSE;
      next = payload->data;
    }
  if (!read_record (next, size, values, &n_values))
    return FALSE;
  visitor->func (rowid, values, n_values, visitor->user_data);

  return TRUE;
}

/* The row in the cell at @offset. Cells of a table's inner pages hold none. */
static gboolean
visit_cell (WbPageReader  *self,
            const Page    *page,
            guint          offset,
            const Visitor *visitor)
{
  const guint8 *next = page->bytes + offset;
  const guint8 *end = page->bytes + self->usable;
  guint64 size, rowid = 0;

  if (page->type == TABLE_INTERIOR)
    return TRUE;
  if (page->type == INDEX_INTERIOR)
    next += 4;
  if (next >= end || !read_varint (&next, end, &size) || size > MAX_PAYLOAD
      || (page->type == TABLE_LEAF && !read_varint (&next, end, &rowid)))
    return FALSE;

  return visit_payload (self, page, next, size, (gint64) rowid, visitor);
}

static gboolean
open_page (WbPageReader *self,
           guint32       number,
           Page         *page)
{
  page->bytes = get_page (self, number);
  if (page->bytes == NULL)
    return FALSE;
  page->number = number;
  page->header = number == 1 ? HEADER_SIZE : 0;
  page->type = page->bytes[page->header];
  page->n_cells = get_16 (page->bytes + page->header + 3);

  return is_type (page->type);
}

static gboolean
is_interior (const Page *page)
{
  return page->type == TABLE_INTERIOR || page->type == INDEX_INTERIOR;
}

/* Where the cells' places are listed, and how many fit. */
static guint
get_list (WbPageReader *self,
          const Page   *page,
          guint        *n_cells)
{
  const guint list = page->header + (is_interior (page) ? 12 : 8);

  *n_cells = MIN (page->n_cells, (self->usable - list) / 2);

  return list;
}

/* Calls the visitor with the rows on the page itself. */
static gboolean
visit_page (WbPageReader  *self,
            const Page    *page,
            const Visitor *visitor)
{
  guint n_cells;
  const guint list = get_list (self, page, &n_cells);
  gboolean whole = n_cells == page->n_cells;

  for (guint i = 0; i < n_cells; i++)
    {
      const guint offset = get_16 (page->bytes + list + 2 * i);

      if (offset < list + 2 * n_cells || offset + 4 > self->usable || !visit_cell (self, page, offset, visitor))
        whole = FALSE;
    }

  return whole;
}

static gboolean walk (WbPageReader  *self,
                      guint32        number,
                      gboolean       table,
                      guint          depth,
                      const Visitor *visitor);

static gboolean
walk_children (WbPageReader  *self,
               const Page    *page,
               gboolean       table,
               guint          depth,
               const Visitor *visitor)
{
  guint n_cells;
  const guint list = get_list (self, page, &n_cells);
  gboolean whole = TRUE;

  for (guint i = 0; i < n_cells; i++)
    {
      const guint offset = get_16 (page->bytes + list + 2 * i);

      if (offset + 4 > self->usable || !walk (self, get_32 (page->bytes + offset), table, depth + 1, visitor))
        whole = FALSE;
    }

  return walk (self, get_32 (page->bytes + page->header + 8), table, depth + 1, visitor) && whole;
}

static gboolean
walk (WbPageReader  *self,
      guint32        number,
      gboolean       table,
      guint          depth,
      const Visitor *visitor)
{
  gboolean whole;
  Page page;

  if (depth > MAX_DEPTH || !open_page (self, number, &page) || self->used[number]
      || table != (page.type == TABLE_LEAF || page.type == TABLE_INTERIOR))
    return FALSE;
  self->used[number] = TRUE;
  whole = visit_page (self, &page, visitor);
  if (is_interior (&page) && !walk_children (self, &page, table, depth, visitor))
    whole = FALSE;

  return whole;
}

gboolean
wb_page_reader_walk (WbPageReader  *self,
                     guint32        root,
                     WbPageRowFunc  func,
                     gpointer       user_data)
{
  const Visitor visitor = { func, user_data };
  Page page;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  return open_page (self, root, &page)
         && walk (self, root, page.type == TABLE_LEAF || page.type == TABLE_INTERIOR, 0, &visitor);
}

void
wb_page_reader_walk_rest (WbPageReader  *self,
                          gboolean       index,
                          WbPageRowFunc  func,
                          gpointer       user_data)
{
  const Visitor visitor = { func, user_data };
  Page page;

  g_return_if_fail (self != NULL && func != NULL);

  for (guint32 number = 2; number <= self->n_pages; number++)
    {
      if (self->used[number] || !open_page (self, number, &page)
          || index != (page.type == INDEX_LEAF || page.type == INDEX_INTERIOR) || page.type == TABLE_INTERIOR)
        continue;
      self->used[number] = TRUE;
      visit_page (self, &page, &visitor);
    }
}
