/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-attachment.h"

G_BEGIN_DECLS

/**
 * WbAttachOutcome:
 *
 * What became of files that were to be attached to a question of a project, on the way back to whoever asked.
 */
typedef struct
{
  guint64 ticket; /* names what was asked for */

  /* Owned */
  char *field;
  GPtrArray *attachments; /* WbAttachment: what is in the file now; empty when @error is set */
  GError *error;          /* (nullable) why nothing was attached */
} WbAttachOutcome;

/* @field: the question, copied. @error: (nullable) (transfer full). (transfer full) */
WbAttachOutcome *wb_attach_outcome_new  (guint64          ticket,
                                         const char      *field,
                                         GError          *error);
void             wb_attach_outcome_free (WbAttachOutcome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbAttachOutcome, wb_attach_outcome_free)

G_END_DECLS
