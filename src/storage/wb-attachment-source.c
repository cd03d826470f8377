/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wb-file.h"

/* Read in one go, bytes. */
#define CHUNK (256 * 1024)

/* A file that is being read. */
typedef struct
{
  const char *path;
  int fd;
  gint64 size; /* bytes, as the file says */
  WbAttachmentProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} Reading;

static gboolean
refuse_size (const char  *path,
             GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *limit = g_format_size (WB_ATTACHMENT_MAX_BYTES);

  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” is larger than %s, which is the most that can be attached; nothing was attached."),
               name, limit);

  return FALSE;
}

/* A pipe would never end, and a folder has no bytes; not to wait for one, and not to follow what took its place. */
static gboolean
open_file (Reading  *self,
           GError  **error)
{
  struct stat status;

  if (!wb_file_check_regular (self->path, error))
    return FALSE;
  self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &status) < 0)
    return wb_file_set_error (self->path, errno, error);
  if (!S_ISREG (status.st_mode))
    return wb_file_set_error (self->path, EINVAL, error);
  self->size = status.st_size;

  return self->size <= WB_ATTACHMENT_MAX_BYTES || refuse_size (self->path, error);
}

static gboolean
check_cancelled (Reading  *self,
                 GError  **error)
{
  g_autofree char *name = NULL;

  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  name = g_filename_display_basename (self->path);
  g_set_error (error, WB_ERROR, WB_ERROR_CANCELLED, _("Stopped on request; “%s” was not attached."), name);

  return FALSE;
}

/* The file may get longer or shorter meanwhile. (transfer full) */
static GBytes *
read_all (Reading    *self,
          GChecksum  *checksum,
          GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) self->size);
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  for (;;)
    {
      gssize n;

      if (!check_cancelled (self, error))
        return NULL;
      n = read (self->fd, chunk, CHUNK);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          wb_file_set_error (self->path, errno, error);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      g_checksum_update (checksum, chunk, n);
      g_byte_array_append (bytes, chunk, (guint) n);
      if (bytes->len > WB_ATTACHMENT_MAX_BYTES)
        {
          refuse_size (self->path, error);
          return NULL;
        }
      if (self->progress != NULL)
        self->progress (bytes->len, self->size, self->user_data);
    }
}

static char *
guess_type (const char *path,
            GBytes     *bytes)
{
  g_autofree char *name = g_path_get_basename (path);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *content = g_content_type_guess (name, data, size, NULL);
  char *type = g_content_type_get_mime_type (content);

  return type != NULL ? type : g_strdup ("application/octet-stream");
}

/* (transfer full) */
static WbAttachmentSource *
make_source (const char *path,
             GBytes     *bytes,
             GChecksum  *checksum)
{
  WbAttachmentSource *self = g_new0 (WbAttachmentSource, 1);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *type = guess_type (path, bytes);

  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->about = wb_attachment_new (NULL, name, type, (gint64) g_bytes_get_size (bytes), g_checksum_get_string (checksum));

  return self;
}

WbAttachmentSource *
wb_attachment_source_read (const char            *path,
                           WbAttachmentProgress   progress,
                           gpointer               user_data,
                           GCancellable          *cancellable,
                           GError               **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GBytes) bytes = NULL;
  Reading reading = { path, -1, 0, progress, user_data, cancellable };

  g_return_val_if_fail (path != NULL, NULL);

  if (open_file (&reading, error))
    bytes = read_all (&reading, checksum, error);
  if (reading.fd >= 0)
    close (reading.fd);

  return bytes != NULL ? make_source (path, bytes, checksum) : NULL;
}

WbAttachmentSource *
wb_attachment_source_ref (WbAttachmentSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_attachment_source_unref (WbAttachmentSource *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  wb_attachment_free (self->about);
  g_bytes_unref (self->bytes);
  g_free (self);
}
