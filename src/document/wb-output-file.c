/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-output-file-private.h"

#include "wb-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
set_error (GError     **error,
           const char  *path,
           int          saved_errno)
{
  g_autofree char *name = g_filename_display_basename (path);

  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, WB_ERROR, WB_ERROR_NO_SPACE,
                   _("“%s” could not be saved because there is no space left. Nothing was changed."), name);
      break;
    case EROFS:
    case EACCES:
    case EPERM:
      g_set_error (error, WB_ERROR, WB_ERROR_READ_ONLY,
                   _("“%s” could not be saved because the folder or file is write-protected. "
                     "Please choose another folder."), name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                   _("“%s” could not be saved because the folder does not exist any more. "
                     "Please choose another folder."), name);
      break;
    default:
      g_set_error (error, WB_ERROR, WB_ERROR_FAILED,
                   _("“%s” could not be saved: %s. Nothing was changed."), name, g_strerror (saved_errno));
      break;
    }
}

/* 0, or what errno said. */
static int
write_all (int     fd,
           GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      const gssize n = write (fd, data, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      data += n;
      left -= n;
    }

  return fsync (fd) == 0 ? 0 : errno;
}

/* The mode of the file that is there, or 0600; an error when it is not to be written. */
static int
get_mode (const char *path,
          mode_t     *mode)
{
  struct stat info;

  *mode = S_IRUSR | S_IWUSR;
  if (stat (path, &info) != 0)
    return errno == ENOENT ? 0 : errno;
  if (S_ISDIR (info.st_mode))
    return EISDIR;
  if (access (path, W_OK) != 0)
    return errno;

  *mode = info.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);

  return 0;
}

static int
write_beside (const char *path,
              GBytes     *bytes,
              mode_t      mode)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".wegbereiter-XXXXXX", NULL);
  const int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  int result;

  if (fd < 0)
    return errno;

  result = write_all (fd, bytes);
  if (result == 0 && mode != (S_IRUSR | S_IWUSR) && fchmod (fd, mode) != 0)
    g_debug ("The mode of the old file could not be kept: %s", g_strerror (errno));
  if (close (fd) != 0 && result == 0)
    result = errno;
  if (result == 0 && g_rename (temporary, path) != 0)
    result = errno;
  if (result != 0)
    g_unlink (temporary);

  return result;
}

gboolean
wb_output_file_write (const char  *path,
                      GBytes      *bytes,
                      GError     **error)
{
  mode_t mode;
  int result = get_mode (path, &mode);

  if (result == 0)
    result = write_beside (path, bytes, mode);
  if (result != 0)
    set_error (error, path, result);

  return result == 0;
}

char *
wb_output_file_dup_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr(GDateTime) time = NULL;

  if (epoch != NULL && *epoch != '\0')
    time = g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));
  if (time == NULL)
    time = g_date_time_new_now_utc ();

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}
