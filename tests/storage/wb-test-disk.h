/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that fails, or takes the process with it, when it is told to: a layer between SQLite and the real one that counts what is
 * written. */

typedef enum
{
  WB_TEST_DISK_SOUND,
  WB_TEST_DISK_FULL,   /* no file gets longer */
  WB_TEST_DISK_PULLED, /* nothing can be read or written any more */
  WB_TEST_DISK_KILL,   /* kill -9 before the write */
} WbTestDiskFault;

/* All files that are opened from now on are on it. */
void  wb_test_disk_install (void);
/* The fault comes with the write number @n from now on, counted from 1. */
void  wb_test_disk_set     (WbTestDiskFault fault,
                            guint           n);
/* How much was written since then. */
guint wb_test_disk_count   (void);

G_END_DECLS
