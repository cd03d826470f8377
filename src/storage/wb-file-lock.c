/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-file-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Far behind the bytes that SQLite locks. */
#define LOCK_BYTE 0x7fffff00

struct _WbFileLock
{
  int fd;

  /* Owned */
  char *identity;
};

/* The files locked by this process. */
static GMutex table_lock;
static GHashTable *table;

static gboolean
enter_table (const char *identity)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&table_lock);

  if (table == NULL)
    table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return g_hash_table_add (table, g_strdup (identity));
}

static void
leave_table (const char *identity)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&table_lock);

  g_hash_table_remove (table, identity);
  if (g_hash_table_size (table) == 0)
    g_clear_pointer (&table, g_hash_table_unref);
}

static char *
make_identity (const char *path)
{
  struct stat status;

  if (stat (path, &status) < 0)
    return NULL;

  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) status.st_dev,
                          (guint64) status.st_ino);
}

static gboolean
lock_byte (int       fd,
           gboolean *taken)
{
  struct flock range = {
    .l_type = F_WRLCK,
    .l_whence = SEEK_SET,
    .l_start = LOCK_BYTE,
    .l_len = 1,
  };

  if (fcntl (fd, F_OFD_SETLK, &range) == 0)
    return TRUE;
  *taken = errno == EAGAIN || errno == EACCES;

  return !*taken;
}

WbFileLock *
wb_file_lock_take (const char *path,
                   gboolean   *taken)
{
  g_autofree char *identity = NULL;
  WbFileLock *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (taken != NULL, NULL);

  *taken = FALSE;
  identity = make_identity (path);
  if (identity == NULL)
    return NULL;
  /* First the table: were the file opened and closed again here, SQLite's locks would go. */
  if (!enter_table (identity))
    {
      *taken = TRUE;
      return NULL;
    }

  self = g_new0 (WbFileLock, 1);
  self->identity = g_steal_pointer (&identity);
  self->fd = open (path, O_RDWR | O_CLOEXEC);
  if (self->fd < 0 || !lock_byte (self->fd, taken))
    g_clear_pointer (&self, wb_file_lock_free);

  return self;
}

void
wb_file_lock_free (WbFileLock *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  leave_table (self->identity);
  g_free (self->identity);
  g_free (self);
}
