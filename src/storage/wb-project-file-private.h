/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-file-lock.h"
#include "wb-project-file.h"
#include "wb-project-writer.h"

G_BEGIN_DECLS

/* Between wb-project-file.c, wb-project-file-attach.c, wb-project-file-facts.c and wb-project-file-news.c. */

/* How the writer's thread finds the object. The pointer is read and cleared on the main thread only. */
typedef struct
{
  gatomicrefcount ref_count;
  WbProjectFile *file; /* (nullable) borrowed */
  GMainContext *context;
} WbProjectLink;

struct _WbProjectFile
{
  GObject parent_instance;

  gboolean saving;
  guint64 queued;  /* changes handed to the writer */
  guint64 written; /* of which are in the file, as far as the main thread knows */
  guint n_steps;   /* back or forth in the history, whose effect is not known yet */
  gboolean following; /* the answers are being brought up to date */
  gboolean can_undo;
  gboolean can_redo;

  /* Owned */
  char *path;
  char *read_only_reason;  /* (nullable) */
  GHashTable *meta;        /* what table "meta" holds */
  WbMunicipality *town;    /* (nullable) */
  WbAnswers *answers;
  GHashTable *decks;       /* name of a deck → GPtrArray of WbSlide, never changed once it is in here */
  GDateTime *last_saved;   /* (nullable) */
  WbConnection *connection; /* (nullable) while opening, then the writer's */
  WbProjectHistory *history; /* the same */
  GHashTable *newer;       /* cells that were changed while a step was on its way */
  GHashTable *attaching;   /* ticket → GTask: files on their way into the file */
  GSource *group_end;      /* (nullable) */
  WbFileLock *lock;        /* (nullable) freed after the connection */
  WbProjectWriter *writer; /* (nullable) NULL when read-only or closed */
  WbProjectLink *link;
};

/* Something was done: what comes after this run of the main loop is another thing. */
void           wb_project_file_end_group_soon (WbProjectFile *self);
/* Hands a change to the writer; nothing happens in a file that is only read. */
void           wb_project_file_push           (WbProjectFile *self,
                                               WbChangeType   type,
                                               const char    *first,
                                               const char    *second,
                                               const char    *third,
                                               const char    *value);
void           wb_project_file_set_saving     (WbProjectFile *self,
                                               gboolean       saving);
/* So many changes are in the file. */
void           wb_project_file_note_written   (WbProjectFile *self,
                                               guint64        written);
/* @type: WB_CHANGE_META, or WB_CHANGE_MARK. */
void           wb_project_file_set_meta       (WbProjectFile *self,
                                               WbChangeType   type,
                                               const char    *key,
                                               const char    *value);
/* The answers follow what was attached. @rows: the rows that are in the file now; what was taken back at once is not among them. */
void           wb_project_file_follow_attach  (WbProjectFile         *self,
                                               const WbAttachOutcome *outcome,
                                               WbAnswers             *rows);
/* Whoever asked is told what became of it. */
void           wb_project_file_tell_attach    (WbProjectFile         *self,
                                               const WbAttachOutcome *outcome);

/* For the thread that calls it. (transfer full) */
WbProjectLink *wb_project_link_new            (WbProjectFile *file);
void           wb_project_link_unref          (WbProjectLink *link);
/* What the writer calls on its thread, with the link as @user_data. */
void           wb_project_link_send_report    (guint64          written,
                                               const GError    *error,
                                               gpointer         user_data);
void           wb_project_link_send_news      (gboolean         can_undo,
                                               gboolean         can_redo,
                                               WbProjectEffect *effect,
                                               gpointer         user_data);

G_END_DECLS
