/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What a file is called before it is whole, and how old it is when nobody works on it any more, in seconds. */
#define TEMPORARY ".wegbereiter-unfinished."
#define TEMPORARY_END "XXXXXX"
#define OLD (24 * 60 * 60)

gboolean
wb_file_set_error (const char  *path,
                   int          number,
                   GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_debug ("%s: %s", path, g_strerror (number));
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("“%s” is not there."), name);
      break;
    case EISDIR:
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("“%s” is no file."), name);
      break;
    case EEXIST:
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   _("There is a file with the name “%s” already; it was left untouched."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, WB_ERROR, WB_ERROR_READ_ONLY,
                   _("“%s” cannot be written here; nothing was changed."), name);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, WB_ERROR, WB_ERROR_NO_SPACE,
                   _("The disk is full: “%s” could not be written."), name);
      break;
    default:
      g_set_error (error, WB_ERROR, WB_ERROR_FAILED,
                   _("“%s” could not be read or written; nothing was changed."), name);
      break;
    }

  return FALSE;
}

gboolean
wb_file_check_regular (const char  *path,
                       GError     **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  return wb_file_set_error (path, g_file_test (path, G_FILE_TEST_EXISTS) ? EISDIR : ENOENT, error);
}

gboolean
wb_file_set_fill_error (const char  *path,
                        GError      *failure,
                        GError     **error)
{
  if (g_error_matches (failure, WB_ERROR, WB_ERROR_NO_SPACE))
    {
      g_error_free (failure);
      return wb_file_set_error (path, ENOSPC, error);
    }
  g_propagate_error (error, failure);

  return FALSE;
}

/* Of a file that is to be, it is the folder that is not there. */
static gboolean
set_create_error (const char  *path,
                  int          number,
                  GError     **error)
{
  g_autofree char *name = NULL;

  if (number != ENOENT && number != ENOTDIR)
    return wb_file_set_error (path, number, error);
  name = g_filename_display_basename (path);
  g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
               _("The folder for “%s” is not there, so nothing was written."), name);

  return FALSE;
}

/* ".wegbereiter-unfinished.Ab3xY9", and its journal. */
static gboolean
is_temporary (const char *name)
{
  const gsize prefix = strlen (TEMPORARY);
  const char *end;

  if (strncmp (name, TEMPORARY, prefix) != 0 || strlen (name) < prefix + strlen (TEMPORARY_END))
    return FALSE;
  end = name + prefix + strlen (TEMPORARY_END);
  for (const char *next = name + prefix; next < end; next++)
    if (!g_ascii_isalnum (*next))
      return FALSE;

  return *end == '\0' || g_str_equal (end, "-journal");
}

/* A program that is ended leaves what it was writing. Nothing takes a day, so nobody works on what is older any more. */
static void
sweep (const char *folder)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      GStatBuf info;

      if (!is_temporary (name))
        continue;
      path = g_build_filename (folder, name, NULL);
      if (g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_mtime < now - OLD)
        g_unlink (path);
    }
}

char *
wb_file_make_temporary (const char  *path,
                        GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_build_filename (folder, TEMPORARY TEMPORARY_END, NULL);
  int fd;

  sweep (folder);
  fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      set_create_error (path, errno, error);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&name);
}

gboolean
wb_file_create_private (const char  *path,
                        GError     **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    return set_create_error (path, errno, error);
  /* A strict umask may have taken the owner's own rights. Media without rights refuse; so be it. */
  if (fchmod (fd, 0600) < 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  close (fd);

  return TRUE;
}

gboolean
wb_file_fill_bytes (const char  *path,
                    GBytes      *bytes,
                    GError     **error)
{
  FILE *stream = g_fopen (path, "we");
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  int number = 0;

  if (stream == NULL)
    return wb_file_set_error (path, errno, error);
  if (size > 0 && fwrite (data, 1, size, stream) < size)
    number = errno;
  if (fclose (stream) != 0 && number == 0)
    number = errno;

  return number == 0 || wb_file_set_error (path, number, error);
}

gboolean
wb_file_fill (const char  *path,
              const char  *text,
              GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return wb_file_fill_bytes (path, bytes, error);
}

static gboolean
sync_path (const char *path,
           int         flags,
           int         mode)
{
  int fd = open (path, flags | O_RDONLY | O_CLOEXEC);
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = (mode < 0 || fchmod (fd, mode) == 0) && fsync (fd) == 0;
  close (fd);

  return done;
}

/* Not every file system can sync a folder; the file itself is safe by now. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (folder, O_DIRECTORY, -1))
    g_debug ("%s: %s", folder, g_strerror (errno));
}

gboolean
wb_file_replace (const char  *temporary,
                 const char  *path,
                 int          mode,
                 GError     **error)
{
  if (!sync_path (temporary, 0, mode) || g_rename (temporary, path) < 0)
    return wb_file_set_error (path, errno, error);
  sync_folder (path);

  return TRUE;
}

/* Where the file system cannot say both in one, it is looked at before. */
static int
rename_new (const char *temporary,
            const char *path)
{
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      errno = EEXIST;
      return -1;
    }

  return g_rename (temporary, path);
}

gboolean
wb_file_place (const char  *temporary,
               const char  *path,
               int          mode,
               GError     **error)
{
  if (!sync_path (temporary, 0, mode) || rename_new (temporary, path) < 0)
    return wb_file_set_error (path, errno, error);
  sync_folder (path);

  return TRUE;
}

gboolean
wb_file_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}
