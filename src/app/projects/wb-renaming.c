/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-renaming.h"

WbRenaming *
wb_renaming_new (const char *field,
                 const char *row,
                 const char *column,
                 const char *before,
                 const char *after)
{
  WbRenaming *self;

  g_return_val_if_fail (field != NULL && row != NULL && column != NULL, NULL);
  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_new0 (WbRenaming, 1);
  self->field = g_strdup (field);
  self->row = g_strdup (row);
  self->column = g_strdup (column);
  self->before = g_strdup (before);
  self->after = g_strdup (after);

  return self;
}

void
wb_renaming_free (WbRenaming *self)
{
  if (self == NULL)
    return;

  g_free (self->field);
  g_free (self->row);
  g_free (self->column);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

gboolean
wb_renaming_is_at (const WbRenaming *self,
                   const char       *field,
                   const char       *row,
                   const char       *column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strcmp0 (self->field, field) == 0 && g_strcmp0 (self->row, row) == 0 && g_strcmp0 (self->column, column) == 0;
}
