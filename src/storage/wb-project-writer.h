/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-project-effect.h"
#include "wb-project-history.h"

G_BEGIN_DECLS

/**
 * WbProjectWriter:
 *
 * The thread that owns the connection of a project file and its history. Changes queue up; what has queued is
 * written in one transaction. What cannot be written is kept and tried again with the next change
 * or flush, in the same order; but files that cannot be attached are given up at once, so that they keep nothing else out.
 */
typedef struct _WbProjectWriter WbProjectWriter;

/* Content never holds it, see WbAnswers. */
#define WB_ROW_SEPARATOR "\x1f"

typedef enum
{
  WB_CHANGE_MARK,       /* key, value: a fact that is no part of the history */
  WB_CHANGE_PURGE,      /* nothing; no part of the history, either */
  WB_CHANGE_META,       /* key, value */
  WB_CHANGE_CELL,       /* field, row, column, value */
  WB_CHANGE_ADD_ROW,    /* field, row */
  WB_CHANGE_REMOVE_ROW, /* field, row */
  WB_CHANGE_SORT_ROWS,  /* field; as value all its rows in order, WB_ROW_SEPARATOR between them */
  WB_CHANGE_SLIDES,     /* see wb_project_writer_push_slides() */
  WB_CHANGE_UNDO,
  WB_CHANGE_REDO,
  WB_CHANGE_RESTORE,    /* id of a revision, as text */
  WB_CHANGE_MERGE,      /* see wb_project_writer_push_merge() */
  WB_CHANGE_ATTACH,     /* see wb_project_writer_push_attach() */
} WbChangeType;

/* Called on the writer's thread after each attempt that nobody waits for. @written: how many changes are in the
 * file by now; @error: (nullable) why the others are not. */
typedef void (*WbWriterReport) (guint64       written,
                                const GError *error,
                                gpointer      user_data);

/* Called on the writer's thread when something was written, also while somebody waits. @effect: (nullable) (transfer full)
 * what going back or forth changed. */
typedef void (*WbWriterNews)   (gboolean         can_undo,
                                gboolean         can_redo,
                                WbProjectEffect *effect,
                                gpointer         user_data);

/* Takes @connection and @history. @report and @news are called until wb_project_writer_free() returns. (transfer full) */
WbProjectWriter *wb_project_writer_new   (WbConnection     *connection,
                                          WbProjectHistory *history,
                                          WbWriterReport    report,
                                          WbWriterNews      news,
                                          gpointer          user_data);
/* Ends the thread and closes the connection. What could not be written is lost, so flush before. */
void             wb_project_writer_free  (WbProjectWriter  *self);
/* The strings are copied; those the type does not use are NULL. What is pushed until wb_project_writer_end_group() is
 * written together, and one revision of the history. */
void             wb_project_writer_push  (WbProjectWriter  *self,
                                          WbChangeType      type,
                                          const char       *first,
                                          const char       *second,
                                          const char       *third,
                                          const char       *value);
/* All edits of @deck are now @slides (WbSlide, not changed by anybody any more). */
void             wb_project_writer_push_slides (WbProjectWriter *self,
                                                const char      *deck,
                                                GPtrArray       *slides);
/* The project becomes @state (taken), which was made from the state after the revision of @token. @other: (nullable) the project that the
 * attachments come from that this one has not got. */
void             wb_project_writer_push_merge  (WbProjectWriter *self,
                                                WbProjectState  *state,
                                                const char      *token,
                                                const char      *other);
/* @sources (WbAttachmentSource) are attached to the question @field. What becomes of it, good or bad, is told in the news as an outcome with
 * the ticket that is returned. */
guint64          wb_project_writer_push_attach (WbProjectWriter *self,
                                                const char      *field,
                                                GPtrArray       *sources);
/* The outcome with @ticket has arrived where changes are pushed. Until then a WB_CHANGE_UNDO or WB_CHANGE_REDO that is pushed is meant for
 * what is being attached: when that fails, the step is not taken. */
void             wb_project_writer_note_outcome (WbProjectWriter *self,
                                                 guint64          ticket);
/* Hands what was pushed to the thread. */
void             wb_project_writer_end_group (WbProjectWriter *self);
/* Ends the group, and waits until all is written, and says how many changes are. FALSE with the reason when some are not, or when the
 * file is gone. */
gboolean         wb_project_writer_flush (WbProjectWriter  *self,
                                          guint64          *written,
                                          GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbProjectWriter, wb_project_writer_free)

G_END_DECLS
