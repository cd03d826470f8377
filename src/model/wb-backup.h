/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbBackup:
 *
 * A copy that was kept of a project, and how the project as it is now differs from it. What differs is known only where both files
 * can be read.
 */
typedef struct
{
  gint64 time;       /* Unix time in seconds */
  gint64 size;       /* bytes */
  gboolean compared; /* the two numbers are known */
  guint n_since;     /* changes the project has and the copy has not */
  guint n_only;      /* changes the copy has and the project has not */

  /* Owned */
  char *path;
  char *state; /* the same for the same state, and only then */
} WbBackup;

/* The strings are copied. (transfer full) */
WbBackup *wb_backup_new  (const char *path,
                          const char *state,
                          gint64      time,
                          gint64      size);
void      wb_backup_free (WbBackup   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbBackup, wb_backup_free)

G_END_DECLS
