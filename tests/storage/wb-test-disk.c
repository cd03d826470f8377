/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-test-disk.h"

#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* behind this struct */
} DiskFile;

static sqlite3_vfs *real_disk;
static sqlite3_vfs disk;
static gint fault_kind;
static gint fault_at;
static gint n_writes;

/* Whether this write goes well. */
static gboolean
count_write (int *result)
{
  const gint n = g_atomic_int_add (&n_writes, 1) + 1;
  const gint kind = g_atomic_int_get (&fault_kind);

  if (kind == WB_TEST_DISK_SOUND || n < g_atomic_int_get (&fault_at))
    return TRUE;
  if (kind == WB_TEST_DISK_KILL)
    kill (getpid (), SIGKILL);
  *result = kind == WB_TEST_DISK_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;

  return FALSE;
}

static gboolean
is_pulled (void)
{
  return g_atomic_int_get (&fault_kind) == WB_TEST_DISK_PULLED && g_atomic_int_get (&n_writes) >= g_atomic_int_get (&fault_at);
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((DiskFile *) file)->real;
}

static int
close_cb (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
read_cb (sqlite3_file  *file,
         void          *data,
         int            size,
         sqlite3_int64  offset)
{
  return is_pulled () ? SQLITE_IOERR_READ : get_real (file)->pMethods->xRead (get_real (file), data, size, offset);
}

/* A full disk still takes what replaces something. */
static gboolean
is_replacing (sqlite3_file  *file,
              int            size,
              sqlite3_int64  offset)
{
  sqlite3_int64 now = 0;

  return g_atomic_int_get (&fault_kind) == WB_TEST_DISK_FULL
         && get_real (file)->pMethods->xFileSize (get_real (file), &now) == SQLITE_OK && offset + size <= now;
}

static int
write_cb (sqlite3_file  *file,
          const void    *data,
          int            size,
          sqlite3_int64  offset)
{
  int result = SQLITE_OK;

  return is_replacing (file, size, offset) || count_write (&result)
           ? get_real (file)->pMethods->xWrite (get_real (file), data, size, offset) : result;
}

static int
truncate_cb (sqlite3_file  *file,
             sqlite3_int64  size)
{
  int result = SQLITE_OK;

  return g_atomic_int_get (&fault_kind) == WB_TEST_DISK_FULL || count_write (&result)
           ? get_real (file)->pMethods->xTruncate (get_real (file), size) : result;
}

/* Nobody pulls the plug of the machine here, so nothing needs to be on the platter. */
static int
sync_cb (sqlite3_file *file,
         int           flags)
{
  int result = SQLITE_OK;

  if (g_atomic_int_get (&fault_kind) == WB_TEST_DISK_FULL)
    return SQLITE_OK;

  return count_write (&result) ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

static int
size_cb (sqlite3_file  *file,
         sqlite3_int64 *size)
{
  return is_pulled () ? SQLITE_IOERR_FSTAT : get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
lock_cb (sqlite3_file *file,
         int           level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
unlock_cb (sqlite3_file *file,
           int           level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
check_lock_cb (sqlite3_file *file,
               int          *result)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), result);
}

static int
control_cb (sqlite3_file *file,
            int           code,
            void         *data)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), code, data);
}

static int
sector_cb (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
device_cb (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = close_cb,
  .xRead = read_cb,
  .xWrite = write_cb,
  .xTruncate = truncate_cb,
  .xSync = sync_cb,
  .xFileSize = size_cb,
  .xLock = lock_cb,
  .xUnlock = unlock_cb,
  .xCheckReservedLock = check_lock_cb,
  .xFileControl = control_cb,
  .xSectorSize = sector_cb,
  .xDeviceCharacteristics = device_cb,
};

static int
open_cb (sqlite3_vfs  *vfs,
         const char   *name,
         sqlite3_file *file,
         int           flags,
         int          *out_flags)
{
  DiskFile *self = (DiskFile *) file;
  int result;

  self->real = (sqlite3_file *) (self + 1);
  result = is_pulled () ? SQLITE_CANTOPEN : real_disk->xOpen (real_disk, name, self->real, flags, out_flags);
  self->base.pMethods = result == SQLITE_OK ? &methods : NULL;

  return result;
}

static int
delete_cb (sqlite3_vfs *vfs,
           const char  *name,
           int          sync_folder)
{
  int result = SQLITE_OK;

  if (g_atomic_int_get (&fault_kind) != WB_TEST_DISK_FULL && !count_write (&result))
    return SQLITE_IOERR_DELETE;

  return real_disk->xDelete (real_disk, name, 0);
}

void
wb_test_disk_install (void)
{
  real_disk = sqlite3_vfs_find (NULL);
  g_assert_nonnull (real_disk);
  disk = *real_disk;
  disk.zName = "wb-test-disk";
  disk.szOsFile = (int) sizeof (DiskFile) + real_disk->szOsFile;
  disk.pNext = NULL;
  disk.xOpen = open_cb;
  disk.xDelete = delete_cb;
  g_assert_cmpint (sqlite3_vfs_register (&disk, 1), ==, SQLITE_OK);
}

void
wb_test_disk_set (WbTestDiskFault fault,
                  guint           n)
{
  g_atomic_int_set (&fault_kind, WB_TEST_DISK_SOUND);
  g_atomic_int_set (&n_writes, 0);
  g_atomic_int_set (&fault_at, (gint) n);
  g_atomic_int_set (&fault_kind, (gint) fault);
}

guint
wb_test_disk_count (void)
{
  return (guint) g_atomic_int_get (&n_writes);
}
