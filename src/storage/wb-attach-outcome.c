/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attach-outcome.h"

WbAttachOutcome *
wb_attach_outcome_new (guint64     ticket,
                       const char *field,
                       GError     *error)
{
  WbAttachOutcome *self = g_new0 (WbAttachOutcome, 1);

  self->ticket = ticket;
  self->field = g_strdup (field);
  self->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_attachment_free);
  self->error = error;

  return self;
}

void
wb_attach_outcome_free (WbAttachOutcome *self)
{
  if (self == NULL)
    return;

  g_free (self->field);
  g_ptr_array_unref (self->attachments);
  g_clear_error (&self->error);
  g_free (self);
}
