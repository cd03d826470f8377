/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-backup.h"

WbBackup *
wb_backup_new (const char *path,
               const char *state,
               gint64      time,
               gint64      size)
{
  WbBackup *self;

  g_return_val_if_fail (path != NULL && state != NULL, NULL);

  self = g_new0 (WbBackup, 1);
  self->path = g_strdup (path);
  self->state = g_strdup (state);
  self->time = time;
  self->size = size;

  return self;
}

void
wb_backup_free (WbBackup *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->state);
  g_free (self);
}
