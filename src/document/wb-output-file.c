/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-output-file-private.h"

#include "wb-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a file is called before it is whole: nothing that anybody calls a file of theirs. */
#define TEMPORARY ".wegbereiter-unfinished-"
#define TEMPORARY_END "XXXXXX"
/* Bytes that are read of a spool in one go. */
#define BUFFER (64 * 1024)

/* What is to be written: one of the two. */
typedef struct
{
  GBytes *bytes;
  WbSpool *spool;
} Source;

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
write_part (int         fd,
            const char *data,
            gsize       left)
{
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

  return 0;
}

static int
copy_spool (int      fd,
            WbSpool *spool)
{
  g_autofree char *buffer = g_malloc (BUFFER);
  const gsize length = wb_spool_get_length (spool);
  int result = 0;

  for (gsize at = 0; at < length && result == 0; at += BUFFER)
    {
      const gsize n = MIN (length - at, BUFFER);

      result = wb_spool_read (spool, at, n, buffer) ? write_part (fd, buffer, n) : EIO;
    }

  return result;
}

static int
write_all (int           fd,
           const Source *source)
{
  const int result = source->spool != NULL ? copy_spool (fd, source->spool)
                                           : write_part (fd, g_bytes_get_data (source->bytes, NULL), g_bytes_get_size (source->bytes));

  if (result != 0)
    return result;

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

/* Whether somebody is still working on @fd, or nobody can say. */
static gboolean
is_in_use (int fd)
{
  return flock (fd, LOCK_EX | LOCK_NB) != 0;
}

/* Takes away @path when whoever made it was ended before they were done. */
static void
sweep_one (const char *path)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat info;

  if (fd < 0)
    return;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && !is_in_use (fd))
    g_unlink (path);
  close (fd);
}

static gboolean
is_ours (const char *name)
{
  const gsize prefix = strlen (TEMPORARY);

  if (strncmp (name, TEMPORARY, prefix) != 0 || strlen (name) != prefix + strlen (TEMPORARY_END))
    return FALSE;
  for (const char *next = name + prefix; *next != '\0'; next++)
    if (!g_ascii_isalnum (*next))
      return FALSE;

  return TRUE;
}

/* A program that is ended while it writes leaves what it had so far; the next one that writes there clears it up. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_ours (name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        sweep_one (path);
      }
}

/* A file beside the others in @folder that is known to be in use until it is closed: its descriptor, or -1. (transfer full) @path */
static int
make_temporary (const char  *folder,
                char       **path)
{
  while (TRUE)
    {
      g_autofree char *name = g_build_filename (folder, TEMPORARY TEMPORARY_END, NULL);
      const int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
      struct stat info;

      if (fd < 0)
        return -1;
      /* Not every file system knows locks; there, nobody sweeps. */
      if (flock (fd, LOCK_EX) != 0 || fstat (fd, &info) != 0 || info.st_nlink > 0)
        {
          *path = g_steal_pointer (&name);
          return fd;
        }
      /* Somebody swept it away before it was locked. */
      close (fd);
    }
}

static int
write_beside (const char   *path,
              const Source *source,
              mode_t        mode)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = NULL;
  int fd, result;

  sweep (folder);
  fd = make_temporary (folder, &temporary);
  if (fd < 0)
    return errno;

  result = write_all (fd, source);
  if (result == 0 && mode != (S_IRUSR | S_IWUSR) && fchmod (fd, mode) != 0)
    g_debug ("The mode of the old file could not be kept: %s", g_strerror (errno));
  /* Until it has its own name it must look as if it is in use. */
  if (result == 0 && g_rename (temporary, path) != 0)
    result = errno;
  /* All is on the disk by then. */
  close (fd);
  if (result != 0)
    g_unlink (temporary);

  return result;
}

static gboolean
write_source (const char    *path,
              const Source  *source,
              GError       **error)
{
  mode_t mode;
  int result = get_mode (path, &mode);

  if (result == 0)
    result = write_beside (path, source, mode);
  if (result != 0)
    set_error (error, path, result);

  return result == 0;
}

gboolean
wb_output_file_write (const char  *path,
                      GBytes      *bytes,
                      GError     **error)
{
  return write_source (path, &(Source) { .bytes = bytes }, error);
}

gboolean
wb_output_file_write_spool (const char  *path,
                            WbSpool     *spool,
                            GError     **error)
{
  return write_source (path, &(Source) { .spool = spool }, error);
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
