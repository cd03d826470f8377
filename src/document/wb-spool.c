/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-spool-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Bytes that stay in memory before there is a file, and those that are written to it in one go. */
#define MAX_KEPT (1024 * 1024)
#define BUFFER (64 * 1024)

struct _WbSpool
{
  int fd;         /* -1: none */
  gboolean whole; /* there can be no file: all stays in @bytes */
  gsize written;  /* bytes in the file */
  char *mapped;   /* (nullable): all bytes of the file */

  /* Owned */
  GByteArray *bytes; /* behind those in the file */
};

WbSpool *
wb_spool_new (void)
{
  WbSpool *self = g_new0 (WbSpool, 1);

  self->fd = -1;
  self->bytes = g_byte_array_new ();

  return self;
}

void
wb_spool_free (WbSpool *self)
{
  g_return_if_fail (self != NULL);

  if (self->mapped != NULL)
    munmap (self->mapped, self->written);
  if (self->fd >= 0)
    close (self->fd);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/* A file that has no name, or has lost it at once where the file system knows none without. */
static int
open_nameless (void)
{
  int fd = open (g_get_tmp_dir (), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  g_autofree char *path = NULL;

  if (fd >= 0)
    return fd;
  fd = g_file_open_tmp ("wegbereiter-XXXXXX", &path, NULL);
  if (fd >= 0)
    g_unlink (path);

  return fd;
}

/* All of @data to the end of the file. */
static gboolean
write_out (WbSpool      *self,
           const guint8 *data,
           gsize         length)
{
  gsize done = 0;

  while (done < length)
    {
      const gssize n = pwrite (self->fd, data + done, length - done, self->written + done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      done += n;
    }
  self->written += length;

  return TRUE;
}

static gboolean
flush (WbSpool *self)
{
  if (!write_out (self, self->bytes->data, self->bytes->len))
    return FALSE;
  g_byte_array_set_size (self->bytes, 0);

  return TRUE;
}

/* The first time, what waits goes to the file and its memory back. */
static void
begin_file (WbSpool *self)
{
  self->fd = open_nameless ();
  self->whole = self->fd < 0;
  if (self->whole || !flush (self))
    return;
  g_byte_array_unref (self->bytes);
  self->bytes = g_byte_array_sized_new (BUFFER);
}

gboolean
wb_spool_append (WbSpool       *self,
                 gconstpointer  data,
                 gsize          length)
{
  g_return_val_if_fail (self->mapped == NULL, FALSE);

  if (length > G_MAXUINT / 4 || self->bytes->len > G_MAXUINT / 4 * 3)
    return FALSE;
  if (self->fd < 0 && !self->whole && self->bytes->len + length > MAX_KEPT)
    begin_file (self);
  if (self->fd >= 0 && self->bytes->len + length > BUFFER && !flush (self))
    return FALSE;
  if (self->fd >= 0 && length > BUFFER)
    return write_out (self, data, length);
  g_byte_array_append (self->bytes, data, length);

  return TRUE;
}

gsize
wb_spool_get_length (WbSpool *self)
{
  return self->written + self->bytes->len;
}

gboolean
wb_spool_read (WbSpool  *self,
               gsize     at,
               gsize     length,
               gpointer  buffer)
{
  char *to = buffer;

  g_return_val_if_fail (at <= wb_spool_get_length (self) && length <= wb_spool_get_length (self) - at, FALSE);

  while (length > 0 && at < self->written)
    {
      const gssize n = pread (self->fd, to, MIN (length, self->written - at), at);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      to += n;
      at += n;
      length -= n;
    }
  if (length > 0)
    memcpy (to, self->bytes->data + (at - self->written), length);

  return TRUE;
}

const char *
wb_spool_map (WbSpool *self)
{
  void *mapped;

  if (self->mapped != NULL)
    return self->mapped;
  if (self->written == 0)
    return (const char *) self->bytes->data;
  if (!flush (self))
    return NULL;

  mapped = mmap (NULL, self->written, PROT_READ, MAP_SHARED, self->fd, 0);
  if (mapped == MAP_FAILED)
    return NULL;
  self->mapped = mapped;

  return self->mapped;
}

void
wb_spool_rest (WbSpool *self)
{
  if (self->mapped != NULL)
    madvise (self->mapped, self->written, MADV_DONTNEED);
}
