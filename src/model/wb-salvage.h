/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbSalvage:
 *
 * What was saved out of a damaged project file, and what could not be.
 */
typedef struct
{
  guint n_answers;     /* saved, those from the history among them */
  guint n_rows;
  guint n_slides;
  guint n_facts;
  guint n_revisions;
  guint n_attachments;
  guint n_others;      /* rows of further tables */
  guint n_from_history; /* answers that were lost, and stand in the history */
  guint n_lost_revisions;
  guint n_lost_others;
  gboolean guide_lost;     /* the questions themselves */
  gboolean guide_replaced; /* and others were put in their place */

  /* Owned; WbEdit, without values */
  GPtrArray *lost;     /* what is known to have been there */
  GPtrArray *lost_attachments; /* char *: names of files whose bytes could not be read */
  GPtrArray *doubtful; /* saved, but with characters that could not be read */
} WbSalvage;

/* (transfer full) */
WbSalvage *wb_salvage_new  (void);
void       wb_salvage_free (WbSalvage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbSalvage, wb_salvage_free)

G_END_DECLS
