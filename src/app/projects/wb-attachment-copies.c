/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment-copies.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "wb-attachment.h"
#include "wb-file.h"
#include "wb-project-file.h"

/* What the folder of a copy is called, and how old it is when it is no longer just being made, in seconds. */
#define FOLDER "wegbereiter-copy-"
#define FOLDER_END "XXXXXX"
#define OLD (60 * 60)

struct _WbAttachmentCopies
{
  GObject parent_instance;

  GMutex lock;
  GPtrArray *paths; /* char *: the copies, each in a folder of its own; under @lock */
  GArray *locks;    /* int: the folders, open and locked as long as they are in use; under @lock */
};

G_DEFINE_FINAL_TYPE (WbAttachmentCopies, wb_attachment_copies, G_TYPE_OBJECT)

static void
remove_copy (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_unlink (path) != 0 && errno != ENOENT)
    g_debug ("%s: %s", path, g_strerror (errno));
  if (g_rmdir (folder) != 0 && errno != ENOENT)
    g_debug ("%s: %s", folder, g_strerror (errno));
}

static void
wb_attachment_copies_finalize (GObject *object)
{
  WbAttachmentCopies *self = WB_ATTACHMENT_COPIES (object);

  for (guint i = 0; i < self->paths->len; i++)
    remove_copy (g_ptr_array_index (self->paths, i));
  for (guint i = 0; i < self->locks->len; i++)
    close (g_array_index (self->locks, int, i));
  g_ptr_array_unref (self->paths);
  g_array_unref (self->locks);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (wb_attachment_copies_parent_class)->finalize (object);
}

static void
wb_attachment_copies_class_init (WbAttachmentCopiesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_attachment_copies_finalize;
}

static void
wb_attachment_copies_init (WbAttachmentCopies *self)
{
  g_mutex_init (&self->lock);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->locks = g_array_new (FALSE, FALSE, sizeof (int));
}

WbAttachmentCopies *
wb_attachment_copies_new (void)
{
  return g_object_new (WB_TYPE_ATTACHMENT_COPIES, NULL);
}

/* The folder, locked: a program that is ended gives the lock back, however it ends. -1 where that cannot be said. */
static int
lock_folder (const char *folder,
             int         operation)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

  if (fd >= 0 && flock (fd, operation | LOCK_NB) == 0)
    return fd;
  if (fd >= 0)
    close (fd);

  return -1;
}

/* Takes away @folder with the copy in it, unless it is new or somebody still uses it, or it is not ours. */
static void
sweep_folder (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  GStatBuf info;
  const char *name;
  int fd;

  if (g_lstat (folder, &info) != 0 || !S_ISDIR (info.st_mode) || info.st_uid != geteuid ()
      || info.st_mtime > g_get_real_time () / G_USEC_PER_SEC - OLD)
    return;
  fd = lock_folder (folder, LOCK_EX);
  if (fd < 0)
    return;
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) != 0)
        g_debug ("%s: %s", path, g_strerror (errno));
    }
  if (g_rmdir (folder) != 0)
    g_debug ("%s: %s", folder, g_strerror (errno));
  close (fd);
}

/* What a program that was ended in the middle of it has left. */
static void
sweep (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_user_runtime_dir (), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = NULL;

      if (!g_str_has_prefix (name, FOLDER) || strlen (name) != strlen (FOLDER FOLDER_END))
        continue;
      folder = g_build_filename (g_get_user_runtime_dir (), name, NULL);
      sweep_folder (folder);
    }
}

/* A new folder, 0700, where the session keeps what is gone when it ends. (transfer full) */
static char *
make_folder (GError **error)
{
  char *folder = g_build_filename (g_get_user_runtime_dir (), FOLDER FOLDER_END, NULL);

  if (g_mkdtemp_full (folder, 0700) != NULL)
    return folder;
  wb_file_set_error (folder, errno, error);
  g_free (folder);

  return NULL;
}

char *
wb_attachment_copies_make (WbAttachmentCopies  *self,
                           const char          *project,
                           const char          *hash,
                           const char          *name,
                           GError             **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *path = NULL;
  int fd;

  g_return_val_if_fail (WB_IS_ATTACHMENT_COPIES (self), NULL);
  g_return_val_if_fail (project != NULL && hash != NULL && name != NULL, NULL);

  sweep ();
  folder = make_folder (error);
  if (folder == NULL)
    return NULL;
  fd = lock_folder (folder, LOCK_SH);
  clean = wb_attachment_clean_name (name);
  path = g_build_filename (folder, clean, NULL);
  if (!wb_project_file_save_attachment (project, hash, path, error))
    {
      remove_copy (path);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (g_chmod (path, 0400) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->paths, g_strdup (path));
  if (fd >= 0)
    g_array_append_val (self->locks, fd);
  g_mutex_unlock (&self->lock);

  return g_steal_pointer (&path);
}
