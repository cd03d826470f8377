/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-attach-outcome.h"
#include "wb-connection.h"
#include "wb-edit.h"

G_BEGIN_DECLS

/**
 * WbProjectEffect:
 *
 * What going back or forth in the history changed in the file, on its way to the answers in memory.
 */
typedef struct
{
  guint n_steps; /* how many times somebody went back or forth */

  /* Owned */
  GError *error;    /* (nullable) why a step could not be taken; the file is as it was before that step */
  GPtrArray *edits; /* WbEdit, in order */
  GPtrArray *outcomes; /* WbAttachOutcome */
  /* As they are now in the file */
  WbAnswers *rows;   /* the rows of all tables; no cells */
  GHashTable *decks; /* (nullable) deck → GPtrArray of WbSlide */
} WbProjectEffect;

/* (transfer full) */
WbProjectEffect *wb_project_effect_new   (void);
void             wb_project_effect_free  (WbProjectEffect *self);
/* Reads @rows and @decks. */
gboolean         wb_project_effect_read  (WbProjectEffect *self,
                                          WbConnection    *connection,
                                          GError         **error);
/* Brings @answers up to date. @newer: (nullable) set of cells, by wb_project_effect_make_key(), that were changed in memory since, and
 * of questions, by wb_project_effect_make_order_key(), whose rows were moved in memory since; they stay. */
void             wb_project_effect_apply (WbProjectEffect *self,
                                          WbAnswers       *answers,
                                          GHashTable      *newer);
/* Names a cell. (transfer full) */
char            *wb_project_effect_make_key (const char *field,
                                          const char    *row,
                                          const char    *column);
/* Names the order of the rows of a question. (transfer full) */
char            *wb_project_effect_make_order_key (const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbProjectEffect, wb_project_effect_free)

G_END_DECLS
