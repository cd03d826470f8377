/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pdf-file-private.h"

#include <string.h>

/* A line of the table of objects, "0000000017 00000 n". */
#define ENTRY_LENGTH 20
#define MAX_OBJECTS 8000000
/* Text hardly gets smaller with more. */
#define COMPRESSION 1
/* Bytes that a converter always finds free. */
#define MIN_ROOM 4096
/* Bytes that are looked at before they may leave the memory again. */
#define MAX_SEEN (1024 * 1024)

typedef struct
{
  const char *start; /* of "12 0 obj"; NULL where there is none */
  const char *end;
  WbPdfSpan value;
  WbPdfFilterFunc filter; /* (nullable) */
  gboolean removed;
  gsize written; /* where it begins in the new file; 0: not there */
} Object;

typedef struct
{
  const char *start;
  const char *end;
  guint number; /* changes of one place stay in their order */
  char *text;   /* owned */
  gsize length;
} Change;

/* The new file while it is written. */
typedef struct
{
  WbSpool *spool;
  GChecksum *checksum;
  gsize length;
  gboolean failed;
} Output;

struct _WbPdfFile
{
  WbSpool *spool; /* borrowed */
  const char *data;
  const char *table; /* where the table of objects begins */
  const char *seen;  /* what is before it need not stay in memory */
  WbPdfSpan trailer;

  /* Owned */
  GArray *objects; /* Object, by number */
  GArray *order;   /* guint: their numbers as they stand in the file */
  GArray *changes; /* Change */
  GPtrArray *added; /* char *: bodies of new objects */
  GZlibCompressor *compressor; /* for one stream after the other, as the next two */
  GZlibDecompressor *decompressor;
  GByteArray *scratch;
};

static void
change_clear (gpointer data)
{
  g_free (((Change *) data)->text);
}

static Object *
get_object (WbPdfFile *self,
            guint      n)
{
  return n < self->objects->len ? &g_array_index (self->objects, Object, n) : NULL;
}

/* Reads a number of digits at *@p, and blanks before it. */
static gboolean
read_number (const char **p,
             const char  *end,
             gsize       *number)
{
  const char *start;

  while (*p < end && g_ascii_isspace (**p))
    (*p)++;
  start = *p;
  *number = 0;
  while (*p < end && g_ascii_isdigit (**p) && *p - start < 10)
    *number = *number * 10 + (*(*p)++ - '0');

  return *p > start;
}

static gboolean
read_word (const char **p,
           const char  *end,
           const char  *word)
{
  const gsize length = strlen (word);

  while (*p < end && g_ascii_isspace (**p))
    (*p)++;
  if ((gsize) (end - *p) < length || memcmp (*p, word, length) != 0)
    return FALSE;
  *p += length;

  return TRUE;
}

/* Where @word stands for the last time; NULL when it is nowhere. */
static const char *
find_last (const char *data,
           gsize       length,
           const char *word)
{
  const gsize n = strlen (word);

  for (const char *p = length >= n ? data + length - n : NULL; p != NULL && p >= data; p--)
    if (memcmp (p, word, n) == 0)
      return p;

  return NULL;
}

/* One table with all objects from 0 on, and the trailer behind it. */
static gboolean
read_table (WbPdfFile *self,
            gsize      length)
{
  const char *end = self->data + length;
  const char *p = find_last (self->data, length, "startxref");
  gsize offset, first, n;

  if (p == NULL || !read_word (&p, end, "startxref") || !read_number (&p, end, &offset) || offset >= length)
    return FALSE;
  p = self->table = self->data + offset;
  if (!read_word (&p, end, "xref") || !read_number (&p, end, &first) || first != 0 || !read_number (&p, end, &n) ||
      n > MAX_OBJECTS)
    return FALSE;

  while (p < end && g_ascii_isspace (*p))
    p++;
  if ((gsize) (end - p) < n * ENTRY_LENGTH)
    return FALSE;

  g_array_set_size (self->objects, n);
  for (gsize i = 0; i < n; i++, p += ENTRY_LENGTH)
    {
      const char *entry = p;
      const guint number = i;

      if (p[17] != 'n')
        continue;
      if (!read_number (&entry, p + ENTRY_LENGTH, &offset) || self->data + offset >= self->table)
        return FALSE;
      g_array_index (self->objects, Object, i).start = self->data + offset;
      g_array_append_val (self->order, number);
    }
  if (!read_word (&p, end, "trailer"))
    return FALSE;
  self->trailer = (WbPdfSpan) { p, end };

  return TRUE;
}

static int
compare_objects (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  WbPdfFile *self = data;
  const char *one = get_object (self, *(const guint *) a)->start;
  const char *other = get_object (self, *(const guint *) b)->start;

  return one < other ? -1 : one > other;
}

/* Goes over the file from its beginning to its end: a large one is never in memory as a whole. */
static void
see (WbPdfFile  *self,
     const char *p)
{
  if (p - self->seen < MAX_SEEN)
    return;
  wb_spool_rest (self->spool);
  self->seen = p;
}

static gboolean
read_objects (WbPdfFile *self)
{
  g_array_sort_with_data (self->order, compare_objects, self);
  for (guint i = 0; i < self->order->len; i++)
    {
      const guint number = g_array_index (self->order, guint, i);
      Object *object = get_object (self, number);
      const char *p = object->start;
      gsize n, generation;

      object->end = i + 1 < self->order->len ? get_object (self, g_array_index (self->order, guint, i + 1))->start
                                             : self->table;
      if (!read_number (&p, object->end, &n) || n != number || !read_number (&p, object->end, &generation) ||
          !read_word (&p, object->end, "obj") || !wb_pdf_span_read (p, object->end, &object->value))
        return FALSE;
      see (self, object->start);
    }

  return wb_pdf_span_read (self->trailer.start, self->trailer.end, &self->trailer);
}

WbPdfFile *
wb_pdf_file_new (WbSpool *spool)
{
  g_autoptr(WbPdfFile) self = g_new0 (WbPdfFile, 1);

  self->spool = spool;
  self->data = self->seen = wb_spool_map (spool);
  self->objects = g_array_new (FALSE, TRUE, sizeof (Object));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (self->changes, change_clear);
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION);
  self->decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  self->scratch = g_byte_array_new ();

  if (self->data == NULL || !read_table (self, wb_spool_get_length (spool)) || !read_objects (self))
    return NULL;

  return g_steal_pointer (&self);
}

void
wb_pdf_file_free (WbPdfFile *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->objects);
  g_array_unref (self->order);
  g_array_unref (self->changes);
  g_ptr_array_unref (self->added);
  g_object_unref (self->compressor);
  g_object_unref (self->decompressor);
  g_byte_array_unref (self->scratch);
  g_free (self);
}

guint
wb_pdf_file_get_n_objects (WbPdfFile *self)
{
  return self->objects->len;
}

gboolean
wb_pdf_file_get_object (WbPdfFile *self,
                        guint      n,
                        WbPdfSpan *value)
{
  const Object *object = get_object (self, n);

  if (object == NULL || object->start == NULL)
    return FALSE;
  *value = object->value;

  return TRUE;
}

WbPdfSpan
wb_pdf_file_get_trailer (WbPdfFile *self)
{
  return self->trailer;
}

gboolean
wb_pdf_file_follow (WbPdfFile  *self,
                    WbPdfSpan   dictionary,
                    const char *key,
                    WbPdfSpan  *value)
{
  guint n;

  if (!wb_pdf_span_get (dictionary, key, value))
    return FALSE;
  n = wb_pdf_span_get_reference (*value);

  return n == 0 || wb_pdf_file_get_object (self, n, value);
}

/* The bytes between "stream" and "endstream". */
static gboolean
find_stream (WbPdfFile *self,
             guint      n,
             WbPdfSpan *stream)
{
  const Object *object = get_object (self, n);
  WbPdfSpan length_span;
  const char *p;
  gsize length;

  if (object == NULL || object->start == NULL ||
      !wb_pdf_file_follow (self, object->value, "/Length", &length_span))
    return FALSE;
  p = length_span.start;
  if (!read_number (&p, length_span.end, &length))
    return FALSE;
  p = object->value.end;
  if (!read_word (&p, object->end, "stream"))
    return FALSE;
  if (p < object->end && *p == '\r')
    p++;
  if (p < object->end && *p == '\n')
    p++;
  if (length > (gsize) (object->end - p))
    return FALSE;
  *stream = (WbPdfSpan) { p, p + length };

  return TRUE;
}

/* Runs @converter over all of @data, into the file's scratch, which has no more than that in it then. FALSE when that is broken. */
static gboolean
convert (WbPdfFile  *self,
         GConverter *converter,
         const char *data,
         gsize       length)
{
  GByteArray *out = self->scratch;
  gsize used = 0;
  gsize filled = 0;

  g_converter_reset (converter);
  g_byte_array_set_size (out, MAX (out->len, length * 2 + MIN_ROOM));
  for (;;)
    {
      gsize n_read = 0, n_written = 0;
      GConverterResult result;

      if (out->len - filled < MIN_ROOM)
        g_byte_array_set_size (out, out->len * 2);
      result = g_converter_convert (converter, data + used, length - used, out->data + filled, out->len - filled,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      used += n_read;
      filled += n_written;
      if (result == G_CONVERTER_FINISHED)
        break;
    }
  g_byte_array_set_size (out, filled);

  return TRUE;
}

static void
add_change (GArray    *changes,
            WbPdfSpan  old,
            char      *text,
            gsize      length)
{
  const Change change = { old.start, old.end, changes->len, text, length };

  g_array_append_val (changes, change);
}

void
wb_pdf_file_replace (WbPdfFile  *self,
                     WbPdfSpan   old,
                     const char *text)
{
  add_change (self->changes, old, g_strdup (text), strlen (text));
}

static void
add_insertion (GArray     *changes,
               WbPdfSpan   dictionary,
               const char *text)
{
  const WbPdfSpan place = { dictionary.end - 2, dictionary.end - 2 };
  char *line = g_strconcat ("   ", text, "\n", NULL);

  add_change (changes, place, line, strlen (line));
}

void
wb_pdf_file_insert (WbPdfFile  *self,
                    WbPdfSpan   dictionary,
                    const char *text)
{
  add_insertion (self->changes, dictionary, text);
}

gboolean
wb_pdf_file_filter_stream (WbPdfFile       *self,
                           guint            n,
                           WbPdfFilterFunc  filter)
{
  WbPdfSpan stream, value, length, name;
  guint length_object;

  if (!find_stream (self, n, &stream) || !wb_pdf_file_get_object (self, n, &value) || !wb_pdf_span_get (value, "/Length", &length) ||
      (wb_pdf_span_get (value, "/Filter", &name) && !wb_pdf_span_equals (name, "/FlateDecode")))
    return FALSE;

  get_object (self, n)->filter = filter;
  length_object = wb_pdf_span_get_reference (length);
  if (length_object > 0)
    wb_pdf_file_remove (self, length_object);

  return TRUE;
}

/* What its filter makes of the stream of @object, as @changes. FALSE when it is broken. */
static gboolean
filter_stream (WbPdfFile *self,
               guint      n,
               GArray    *changes)
{
  const Object *object = get_object (self, n);
  g_autoptr(GBytes) data = NULL;
  g_autofree char *number = NULL;
  WbPdfSpan stream, length, name;
  const gboolean found = find_stream (self, n, &stream) && wb_pdf_span_get (object->value, "/Length", &length);
  const gboolean packed = wb_pdf_span_get (object->value, "/Filter", &name);

  if (!found || (packed && !convert (self, G_CONVERTER (self->decompressor), stream.start, stream.end - stream.start)))
    return FALSE;
  data = packed ? object->filter ((const char *) self->scratch->data, self->scratch->len)
                : object->filter (stream.start, stream.end - stream.start);
  if (!convert (self, G_CONVERTER (self->compressor), g_bytes_get_data (data, NULL), g_bytes_get_size (data)))
    return FALSE;

  number = g_strdup_printf ("%u", self->scratch->len);
  add_change (changes, length, g_strdup (number), strlen (number));
  if (!packed)
    add_insertion (changes, object->value, "/Filter /FlateDecode");
  add_change (changes, stream, g_memdup2 (self->scratch->data, self->scratch->len), self->scratch->len);

  return TRUE;
}

guint
wb_pdf_file_add (WbPdfFile  *self,
                 const char *body)
{
  g_ptr_array_add (self->added, g_strdup (body));

  return self->objects->len + self->added->len - 1;
}

void
wb_pdf_file_remove (WbPdfFile *self,
                    guint      n)
{
  Object *object = get_object (self, n);

  if (object != NULL)
    object->removed = TRUE;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const Change *one = a;
  const Change *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;

  return one->number < other->number ? -1 : one->number > other->number;
}

static void
put (Output     *out,
     const char *data,
     gsize       length)
{
  g_checksum_update (out->checksum, (const guchar *) data, length);
  out->failed = out->failed || !wb_spool_append (out->spool, data, length);
  out->length += length;
}

/* Copies @object with @n changes that lie in it. */
static void
copy_object (const Object *object,
             const Change *changes,
             guint         n,
             Output       *out)
{
  const char *p = object->start;

  for (guint i = 0; i < n; i++)
    {
      if (changes[i].start < p)
        continue;
      put (out, p, changes[i].start - p);
      put (out, changes[i].text, changes[i].length);
      p = changes[i].end;
    }
  put (out, p, object->end - p);
}

/* @changes: those that lie in it, @n_changes. */
static gboolean
write_filtered (WbPdfFile    *self,
                guint         n,
                const Change *changes,
                guint         n_changes,
                Output       *out)
{
  g_autoptr(GArray) added = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Change));
  gboolean filtered;

  g_array_set_clear_func (added, change_clear);
  filtered = filter_stream (self, n, added);
  if (filtered)
    {
      g_array_append_vals (all, changes, n_changes);
      g_array_append_vals (all, added->data, added->len);
      g_array_sort (all, compare_changes);
      copy_object (get_object (self, n), &g_array_index (all, Change, 0), all->len, out);
    }

  return filtered;
}

/* Copies object @n with the changes that lie in it; *@next is the first change behind the object before. */
static gboolean
write_object (WbPdfFile *self,
              guint      n,
              guint     *next,
              Output    *out)
{
  Object *object = get_object (self, n);
  const guint first = *next;
  const Change *changes = &g_array_index (self->changes, Change, first);

  while (*next < self->changes->len && g_array_index (self->changes, Change, *next).start < object->end)
    (*next)++;
  if (object->removed)
    return TRUE;

  object->written = out->length;
  see (self, object->start);
  if (object->filter != NULL)
    return write_filtered (self, n, changes, *next - first, out);
  copy_object (object, changes, *next - first, out);

  return TRUE;
}

/* Ten digits, as printf would write them, but many times faster. */
static void
put_offset (Output *out,
            gsize   offset)
{
  char digits[10];

  for (guint i = 10; i > 0; i--, offset /= 10)
    digits[i - 1] = '0' + offset % 10;
  put (out, digits, sizeof digits);
}

static void put_format (Output     *out,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

static void
put_format (Output     *out,
            const char *format,
            ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  put (out, text, strlen (text));
}

/* Numbers that are not used form a chain that begins and ends with 0. */
static void
write_table (WbPdfFile    *self,
             const GArray *added_at,
             Output       *out)
{
  const guint n = self->objects->len;
  guint next_free = 0;
  g_autofree guint *chain = g_new0 (guint, n);

  for (guint i = n; i > 0; i--)
    if (g_array_index (self->objects, Object, i - 1).written == 0)
      {
        chain[i - 1] = next_free;
        next_free = i - 1;
      }

  put_format (out, "xref\n0 %u\n", n + added_at->len);
  for (guint i = 0; i < n + added_at->len; i++)
    {
      const gsize at = i < n ? g_array_index (self->objects, Object, i).written
                             : g_array_index (added_at, gsize, i - n);
      const char *end = at > 0 ? " 00000 n \n" : i == 0 ? " 65535 f \n" : " 00001 f \n";

      put_offset (out, at > 0 ? at : chain[i]);
      put (out, end, strlen (end));
    }
}

/* @id: of what stands before the table of objects, which begins at @table. */
static void
write_trailer (WbPdfFile  *self,
               const char *id,
               gsize       table,
               Output     *out)
{
  WbPdfSpan root, info;

  put_format (out, "trailer\n<< /Size %u\n", self->objects->len + self->added->len);
  if (wb_pdf_span_get (self->trailer, "/Root", &root))
    put_format (out, "   /Root %.*s\n", (int) (root.end - root.start), root.start);
  if (wb_pdf_span_get (self->trailer, "/Info", &info))
    put_format (out, "   /Info %.*s\n", (int) (info.end - info.start), info.start);
  put_format (out, "   /ID [ <%s> <%s> ]\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", id, id, table);
}

gboolean
wb_pdf_file_write (WbPdfFile *self,
                   WbSpool   *spool)
{
  g_autoptr(GArray) added_at = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  g_autofree char *id = NULL;
  const char *first = self->order->len > 0 ? get_object (self, g_array_index (self->order, guint, 0))->start
                                           : self->table;
  Output out = { spool, checksum };
  guint next = 0;
  gsize table;

  g_array_sort (self->changes, compare_changes);
  self->seen = self->data;
  put (&out, self->data, first - self->data);
  for (guint i = 0; i < self->order->len && !out.failed; i++)
    out.failed = !write_object (self, g_array_index (self->order, guint, i), &next, &out) || out.failed;
  for (guint i = 0; i < self->added->len; i++)
    {
      const gsize at = out.length;

      g_array_append_val (added_at, at);
      put_format (&out, "%u 0 obj\n%s\nendobj\n", self->objects->len + i, (const char *) g_ptr_array_index (self->added, i));
    }
  id = g_strdup (g_checksum_get_string (checksum));
  table = out.length;
  /* The sum is taken: nothing more goes into it. */
  g_checksum_reset (checksum);
  write_table (self, added_at, &out);
  write_trailer (self, id, table, &out);

  return !out.failed;
}
