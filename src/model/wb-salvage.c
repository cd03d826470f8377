/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-salvage.h"

#include "wb-edit.h"

WbSalvage *
wb_salvage_new (void)
{
  WbSalvage *self = g_new0 (WbSalvage, 1);

  self->lost = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);
  self->lost_attachments = g_ptr_array_new_with_free_func (g_free);
  self->doubtful = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);

  return self;
}

void
wb_salvage_free (WbSalvage *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lost);
  g_ptr_array_unref (self->lost_attachments);
  g_ptr_array_unref (self->doubtful);
  g_free (self);
}
