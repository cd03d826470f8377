/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment-copies.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "wb-attachment.h"
#include "wb-file.h"
#include "wb-project-file.h"

struct _WbAttachmentCopies
{
  GObject parent_instance;

  GMutex lock;
  GPtrArray *paths; /* char *: the copies, each in a folder of its own; under @lock */
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
  g_ptr_array_unref (self->paths);
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
}

WbAttachmentCopies *
wb_attachment_copies_new (void)
{
  return g_object_new (WB_TYPE_ATTACHMENT_COPIES, NULL);
}

/* A new folder, 0700, where the session keeps what is gone when it ends. (transfer full) */
static char *
make_folder (GError **error)
{
  char *folder = g_build_filename (g_get_user_runtime_dir (), "wegbereiter-XXXXXX", NULL);

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

  g_return_val_if_fail (WB_IS_ATTACHMENT_COPIES (self), NULL);
  g_return_val_if_fail (project != NULL && hash != NULL && name != NULL, NULL);

  folder = make_folder (error);
  if (folder == NULL)
    return NULL;
  clean = wb_attachment_clean_name (name);
  path = g_build_filename (folder, clean, NULL);
  if (!wb_project_file_save_attachment (project, hash, path, error))
    {
      remove_copy (path);
      return NULL;
    }
  if (g_chmod (path, 0400) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->paths, g_strdup (path));
  g_mutex_unlock (&self->lock);

  return g_steal_pointer (&path);
}
