/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-trash.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _WbTrashed
{
  char *path;
  /* The file keeps both when it is moved within its file system, as putting it into the trash does. */
  guint64 device;
  guint64 inode;
};

void
wb_trashed_free (WbTrashed *self)
{
  g_free (self->path);
  g_free (self);
}

static gboolean
look_up (const char *path,
         guint64    *device,
         guint64    *inode)
{
  GStatBuf info;

  if (g_lstat (path, &info) != 0)
    return FALSE;
  *device = info.st_dev;
  *inode = info.st_ino;

  return TRUE;
}

WbTrashed *
wb_trash_put (const char  *path,
              GError     **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (WbTrashed) self = g_new0 (WbTrashed, 1);
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  look_up (self->path, &self->device, &self->inode);
  file = g_file_new_for_path (self->path);
  if (g_file_trash (file, NULL, &failure))
    return g_steal_pointer (&self);

  name = g_filename_display_basename (path);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("There is no trash for the place where “%s” lies."), name);
  else if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("“%s” is not there any more."), name);
  else
    g_set_error (error, G_IO_ERROR, failure->code, _("“%s” could not be put into the trash (%s); it is where it was."), name,
                 failure->message);

  return NULL;
}

/* The file in the trash @folder that is @self; NULL when it is not there. (transfer full) */
static char *
find_in (WbTrashed  *self,
         const char *folder)
{
  g_autofree char *files = g_build_filename (folder, "files", NULL);
  g_autoptr (GDir) dir = g_dir_open (files, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *found = g_build_filename (files, name, NULL);
      guint64 device, inode;

      if (look_up (found, &device, &inode) && device == self->device && inode == self->inode)
        return g_steal_pointer (&found);
    }

  return NULL;
}

/* By the specification of the trash: that of the user, or one at the top of a file system on the way to the file. (transfer full) */
static char *
find (WbTrashed *self)
{
  g_autofree char *home = g_build_filename (g_get_user_data_dir (), "Trash", NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *own = g_strdup_printf (".Trash-%u", (guint) getuid ());
  g_autofree char *part = g_strdup_printf ("%u", (guint) getuid ());
  char *found = find_in (self, home);

  while (found == NULL)
    {
      g_autofree char *here = g_build_filename (folder, own, NULL);
      g_autofree char *shared = g_build_filename (folder, ".Trash", part, NULL);
      g_autofree char *above = g_path_get_dirname (folder);

      found = find_in (self, here);
      if (found == NULL)
        found = find_in (self, shared);
      if (g_str_equal (above, folder))
        break;
      g_free (folder);
      folder = g_steal_pointer (&above);
    }

  return found;
}

/* What the trash knows about @found is of no use without it. */
static void
remove_note (const char *found)
{
  g_autofree char *files = g_path_get_dirname (found);
  g_autofree char *folder = g_path_get_dirname (files);
  g_autofree char *base = g_path_get_basename (found);
  g_autofree char *name = g_strconcat (base, ".trashinfo", NULL);
  g_autofree char *note = g_build_filename (folder, "info", name, NULL);

  g_unlink (note);
}

gboolean
wb_trash_take_back (WbTrashed  *self,
                    GError    **error)
{
  g_autofree char *found = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  found = find (self);
  name = g_filename_display_basename (self->path);
  if (found == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("“%s” was not found in the trash; please look for it there with the file manager."), name);
      return FALSE;
    }
  /* A link, so that no other file is replaced. */
  if (link (found, self->path) != 0)
    {
      /* File systems without links, as on sticks. */
      if (g_file_test (self->path, G_FILE_TEST_EXISTS) || g_rename (found, self->path) != 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                       _("“%s” could not be put back to where it was; it is still in the trash."), name);
          return FALSE;
        }
    }
  else
    {
      g_unlink (found);
    }
  remove_note (found);

  return TRUE;
}
