/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-package.h"

#include "wb-error.h"
#include "wb-output-file-private.h"

#include "wb-odf-xml.h"

#include <glib/gi18n-lib.h>
#include <minizip/zip.h>
#include <string.h>

#define MANIFEST_PATH "META-INF/manifest.xml"
#define MANIFEST_URN "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

typedef struct
{
  char *path;
  char *media_type;
  GBytes *bytes;
} Part;

struct _WbOdfPackage
{
  gboolean failed;

  /* Owned */
  char *media_type;
  GPtrArray *parts; /* Part */
};

/* The zip file while it is written: in memory, since it is put into place in one step. */
typedef struct
{
  GByteArray *bytes;
  gsize position;
} Stream;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->path);
  g_free (part->media_type);
  g_bytes_unref (part->bytes);
  g_free (part);
}

WbOdfPackage *
wb_odf_package_new (const char *media_type)
{
  WbOdfPackage *self = g_new0 (WbOdfPackage, 1);

  self->media_type = g_strdup (media_type);
  self->parts = g_ptr_array_new_with_free_func (part_free);

  return self;
}

void
wb_odf_package_free (WbOdfPackage *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->media_type);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

void
wb_odf_package_add (WbOdfPackage *self,
                    const char   *path,
                    const char   *media_type,
                    GBytes       *bytes)
{
  Part *part;

  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL && g_str_is_ascii (path));

  if (bytes == NULL)
    {
      self->failed = TRUE;
      return;
    }

  part = g_new0 (Part, 1);
  part->path = g_strdup (path);
  part->media_type = g_strdup (media_type);
  part->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (self->parts, part);
}

static voidpf ZCALLBACK
stream_open (voidpf      opaque,
             const char *filename,
             int         mode)
{
  return opaque;
}

static uLong ZCALLBACK
stream_read (voidpf  opaque,
             voidpf  stream,
             void   *buffer,
             uLong   size)
{
  Stream *self = stream;
  const gsize n = MIN (size, self->bytes->len - MIN (self->position, self->bytes->len));

  memcpy (buffer, self->bytes->data + self->position, n);
  self->position += n;

  return n;
}

static uLong ZCALLBACK
stream_write (voidpf      opaque,
              voidpf      stream,
              const void *buffer,
              uLong       size)
{
  Stream *self = stream;

  if (self->position + size > self->bytes->len)
    g_byte_array_set_size (self->bytes, self->position + size);
  memcpy (self->bytes->data + self->position, buffer, size);
  self->position += size;

  return size;
}

static long ZCALLBACK
stream_tell (voidpf opaque,
             voidpf stream)
{
  return (long) ((Stream *) stream)->position;
}

static long ZCALLBACK
stream_seek (voidpf opaque,
             voidpf stream,
             uLong  offset,
             int    origin)
{
  Stream *self = stream;
  const gsize base = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? self->position
                                                                                             : self->bytes->len;

  if (base + offset > self->bytes->len)
    return -1;
  self->position = base + offset;

  return 0;
}

static int ZCALLBACK
stream_finish (voidpf opaque,
               voidpf stream)
{
  return 0;
}

/* What zip files call a time: no zone, from 1980 on, in steps of two seconds. */
static zip_fileinfo
get_info (void)
{
  g_autofree char *date = wb_output_file_dup_date ();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (date, NULL);
  zip_fileinfo info = { 0 };

  if (time == NULL || g_date_time_get_year (time) < 1980)
    {
      g_clear_pointer (&time, g_date_time_unref);
      time = g_date_time_new_utc (1980, 1, 1, 0, 0, 0);
    }
  info.tmz_date.tm_year = (uInt) g_date_time_get_year (time);
  info.tmz_date.tm_mon = (uInt) g_date_time_get_month (time) - 1;
  info.tmz_date.tm_mday = (uInt) g_date_time_get_day_of_month (time);
  info.tmz_date.tm_hour = (uInt) g_date_time_get_hour (time);
  info.tmz_date.tm_min = (uInt) g_date_time_get_minute (time);
  info.tmz_date.tm_sec = (uInt) g_date_time_get_second (time);

  return info;
}

static gboolean
write_entry (zipFile             zip,
             const zip_fileinfo *info,
             const char         *path,
             gconstpointer       data,
             gsize               length,
             gboolean            stored)
{
  if (length > G_MAXUINT || zipOpenNewFileInZip (zip, path, info, NULL, 0, NULL, 0, NULL, stored ? 0 : Z_DEFLATED,
                                                 Z_DEFAULT_COMPRESSION) != ZIP_OK)
    return FALSE;
  if (zipWriteInFileInZip (zip, data, (unsigned) length) != ZIP_OK)
    return FALSE;

  return zipCloseFileInZip (zip) == ZIP_OK;
}

static void
write_file_entry (WbOdfXml   *xml,
                  const char *path,
                  const char *media_type,
                  gboolean    with_version)
{
  wb_odf_xml_begin (xml, "manifest:file-entry");
  wb_odf_xml_attribute (xml, "manifest:full-path", path);
  if (with_version)
    wb_odf_xml_attribute (xml, "manifest:version", "1.3");
  wb_odf_xml_attribute (xml, "manifest:media-type", media_type);
  wb_odf_xml_end (xml);
}

static GBytes *
create_manifest (WbOdfPackage *self)
{
  static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  g_autoptr(WbOdfXml) xml = wb_odf_xml_new ();
  g_autoptr(GBytes) body = NULL;
  GByteArray *all;

  wb_odf_xml_begin (xml, "manifest:manifest");
  wb_odf_xml_attribute (xml, "xmlns:manifest", MANIFEST_URN);
  wb_odf_xml_attribute (xml, "manifest:version", "1.3");
  write_file_entry (xml, "/", self->media_type, TRUE);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      write_file_entry (xml, part->path, part->media_type, FALSE);
    }
  wb_odf_xml_end (xml);
  body = wb_odf_xml_finish (xml);
  if (body == NULL)
    return NULL;

  all = g_byte_array_new ();
  g_byte_array_append (all, (const guint8 *) declaration, strlen (declaration));
  g_byte_array_append (all, g_bytes_get_data (body, NULL), (guint) g_bytes_get_size (body));

  return g_byte_array_free_to_bytes (all);
}

static gboolean
write_entries (WbOdfPackage *self,
               zipFile       zip,
               GCancellable *cancellable)
{
  const zip_fileinfo info = get_info ();
  g_autoptr(GBytes) manifest = create_manifest (self);

  if (manifest == NULL ||
      !write_entry (zip, &info, "mimetype", self->media_type, strlen (self->media_type), TRUE))
    return FALSE;

  for (guint i = 0; i < self->parts->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      gsize length;
      gconstpointer data = g_bytes_get_data (part->bytes, &length);

      /* A compressed picture does not get smaller. */
      if (!write_entry (zip, &info, part->path, data, length, g_str_has_suffix (part->path, ".png")))
        return FALSE;
    }

  return write_entry (zip, &info, MANIFEST_PATH, g_bytes_get_data (manifest, NULL), g_bytes_get_size (manifest), FALSE);
}

static GBytes *
pack (WbOdfPackage *self,
      GCancellable *cancellable)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  Stream stream = { bytes, 0 };
  zlib_filefunc_def functions = {
    stream_open, stream_read, stream_write, stream_tell, stream_seek, stream_finish, stream_finish, &stream
  };
  zipFile zip = zipOpen2 ("", APPEND_STATUS_CREATE, NULL, &functions);
  gboolean written;

  if (zip == NULL)
    return NULL;

  written = write_entries (self, zip, cancellable);
  if (zipClose (zip, NULL) != ZIP_OK || !written)
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
wb_odf_package_write (WbOdfPackage  *self,
                      const char    *path,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!self->failed)
    bytes = pack (self, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, WB_ERROR, WB_ERROR_CANCELLED, _("Writing was stopped. No file was written."));
      return FALSE;
    }
  if (bytes == NULL)
    {
      g_set_error_literal (error, WB_ERROR, WB_ERROR_FAILED, _("The document could not be packed. No file was written."));
      return FALSE;
    }

  return wb_output_file_write (path, bytes, error);
}
