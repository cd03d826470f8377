/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-file-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Far behind the bytes that SQLite locks. */
#define LOCK_BYTE 0x7fffff00
/* From here on each bit of what the owner says is a byte, locked for 1: the length, the text, and a sum. */
#define OWNER_BYTE 0x7fff0000

struct _WbFileLock
{
  int fd;

  /* Owned */
  char *identity;
};

/* The files locked by this process, and what their owners say. */
static GMutex table_lock;
static GHashTable *table;

/* @holder: (nullable) */
static gboolean
enter_table (const char  *identity,
             const char  *owner,
             char       **holder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&table_lock);

  if (table == NULL)
    table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_hash_table_contains (table, identity))
    return g_hash_table_insert (table, g_strdup (identity), g_strdup (owner));
  if (holder != NULL)
    *holder = g_strdup (g_hash_table_lookup (table, identity));

  return FALSE;
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

static struct flock
make_range (goffset offset)
{
  return (struct flock) { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = (off_t) offset, .l_len = 1 };
}

static guint8
sum_up (const char *text,
        guint       length)
{
  guint8 sum = 0x5a;

  for (guint i = 0; i < length; i++)
    sum = (guint8) (sum * 31 + (guint8) text[i]);

  return sum;
}

/* A file system that knows no locks has refused the first one already; here nothing hangs on it. */
static void
spell_byte (int    fd,
            guint  place,
            guint8 byte)
{
  for (guint i = 0; i < 8; i++)
    {
      struct flock range = make_range (OWNER_BYTE + 8 * place + i);

      if ((byte & (1 << i)) != 0 && fcntl (fd, F_OFD_SETLK, &range) < 0)
        g_debug ("%s", g_strerror (errno));
    }
}

static guint8
read_byte (int   fd,
           guint place)
{
  guint8 byte = 0;

  for (guint i = 0; i < 8; i++)
    {
      struct flock range = make_range (OWNER_BYTE + 8 * place + i);

      if (fcntl (fd, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK)
        byte |= (guint8) (1 << i);
    }

  return byte;
}

static void
spell_owner (int         fd,
             const char *owner)
{
  const guint length = (guint) MIN (strlen (owner), WB_FILE_LOCK_MAX_OWNER);

  if (length == 0)
    return;
  spell_byte (fd, 0, (guint8) length);
  for (guint i = 0; i < length; i++)
    spell_byte (fd, 1 + i, (guint8) owner[i]);
  spell_byte (fd, 1 + length, sum_up (owner, length));
}

/* NULL when nothing sensible is there, perhaps not yet. (transfer full) (nullable) */
static char *
read_owner (int fd)
{
  char text[WB_FILE_LOCK_MAX_OWNER + 1] = { 0 };
  const guint length = read_byte (fd, 0);

  if (length == 0 || length > WB_FILE_LOCK_MAX_OWNER)
    return NULL;
  for (guint i = 0; i < length; i++)
    text[i] = (char) read_byte (fd, 1 + i);

  return read_byte (fd, 1 + length) == sum_up (text, length) && strlen (text) == length ? g_utf8_make_valid (text, length) : NULL;
}

static gboolean
lock_byte (int       fd,
           gboolean *taken)
{
  struct flock range = make_range (LOCK_BYTE);

  if (fcntl (fd, F_OFD_SETLK, &range) == 0)
    return TRUE;
  *taken = errno == EAGAIN || errno == EACCES;

  return !*taken;
}

WbFileLock *
wb_file_lock_take_as (const char  *path,
                      const char  *owner,
                      char       **holder,
                      gboolean    *taken)
{
  g_autofree char *identity = NULL;
  WbFileLock *self;

  g_return_val_if_fail (path != NULL && owner != NULL, NULL);
  g_return_val_if_fail (taken != NULL, NULL);

  *taken = FALSE;
  identity = make_identity (path);
  if (identity == NULL)
    return NULL;
  /* First the table: were the file opened and closed again here, SQLite's locks would go. */
  if (!enter_table (identity, owner, holder))
    {
      *taken = TRUE;
      return NULL;
    }

  self = g_new0 (WbFileLock, 1);
  self->identity = g_steal_pointer (&identity);
  self->fd = open (path, O_RDWR | O_CLOEXEC);
  if (self->fd >= 0 && lock_byte (self->fd, taken))
    {
      spell_owner (self->fd, owner);
      return self;
    }
  if (*taken && holder != NULL)
    *holder = read_owner (self->fd);
  wb_file_lock_free (self);

  return NULL;
}

WbFileLock *
wb_file_lock_take (const char *path,
                   gboolean   *taken)
{
  return wb_file_lock_take_as (path, "", NULL, taken);
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
