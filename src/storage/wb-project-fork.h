/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-answers.h"
#include "wb-project-state.h"
#include "wb-revision.h"

G_BEGIN_DECLS

/**
 * WbProjectFork:
 *
 * Two copies of a project that went different ways, and the last state they have in common, which their histories know:
 * the revision that both have, or up to which one was merged into the other before.
 */
typedef struct
{
  /* Owned */
  WbProjectState *base;
  WbProjectState *mine;
  WbProjectState *theirs;
  WbAnswers *my_answers;
  WbAnswers *their_answers;
  GPtrArray *my_revisions;    /* WbRevision with their edits, since @base */
  GPtrArray *their_revisions;
  char *my_token;             /* of my newest revision; "" for none */
  char *their_token;
  char *their_name;           /* of the file, for people */
} WbProjectFork;

/* Reads both files, as they are now, and changes neither. On any thread. @base: (nullable) a file that holds the state they come from,
 * where the histories do not know. One sentence each: INVALID when they are the same file, copies of different projects, or have
 * nothing in common; NEWER; and the faults of wb_project_file_open(). (transfer full) */
WbProjectFork *wb_project_fork_read (const char     *mine,
                                     const char     *theirs,
                                     const char     *base,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           wb_project_fork_free (WbProjectFork  *self);
/* What the merge is to be written into: a new file beside @output, which must not be there, with all that the project at @mine holds, in this
 * program's format. Whoever is through puts it in its place with wb_file_place(), or removes it. Returns its name; NULL, and nothing is left of
 * it, when @output is there, cannot be written (NO_SPACE, READ_ONLY) or @mine cannot be read, as wb_project_fork_read() has it.
 * (nullable) (transfer full) */
char          *wb_project_fork_begin (const char     *mine,
                                      const char     *output,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* Notes in @result, made of both, that theirs is in it, so that it does not come in again. */
void           wb_project_fork_mark (WbProjectFork  *self,
                                     WbProjectState *result);
/* When something about @place was changed last in @revisions, Unix time in seconds; 0 when it was not. */
gint64         wb_project_fork_find_time (GPtrArray    *revisions,
                                          const WbEdit *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbProjectFork, wb_project_fork_free)

G_END_DECLS
