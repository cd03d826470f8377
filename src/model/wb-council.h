/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A question to choose an answer for, with those answers that leave it open. */
typedef struct
{
  /* Owned */
  char *field;
  GPtrArray *options; /* char *: ids of options */
} WbUndecided;

/**
 * WbCouncil:
 *
 * What a guide says about the council that decides on the project: where the day of its meeting is asked for, and which answers mean that
 * something is not decided yet.
 */
typedef struct
{
  /* Owned */
  char *meeting;        /* (nullable) id of a date */
  GPtrArray *undecided; /* WbUndecided */
} WbCouncil;

/* (transfer full) */
WbCouncil   *wb_council_new           (void);
void         wb_council_free          (WbCouncil       *self);
/* Returns what was added, for filling. (transfer none) */
WbUndecided *wb_council_add_undecided (WbCouncil       *self,
                                       const char      *field);
/* Whether the answer @option of @field leaves it open. */
gboolean     wb_council_leaves_open   (const WbCouncil *self,
                                       const char      *field,
                                       const char      *option);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCouncil, wb_council_free)

G_END_DECLS
