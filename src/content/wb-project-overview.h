/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-calendar.h"
#include "wb-project-peek.h"

G_BEGIN_DECLS

typedef enum
{
  WB_PROJECT_STAGE_NEW,    /* nothing is done yet */
  WB_PROJECT_STAGE_ACTIVE, /* in work */
  WB_PROJECT_STAGE_PAUSED, /* somebody said so */
  WB_PROJECT_STAGE_DONE,   /* all steps are done, or somebody said so */
} WbProjectStage;

/**
 * WbProjectOverview:
 *
 * What a list says about a project, read from its file without claiming it.
 */
typedef struct
{
  WbProjectStage state;
  guint done;  /* steps */
  guint total;

  /* Owned; never NULL unless said */
  char *path;
  char *title;
  char *guide_title;
  char *next_step; /* (nullable) title; NULL when all are done */
  char *next_due;  /* "2026-11-24" of what is due next; "" when nothing is */
  char *next_text; /* what that is */
  GPtrArray *tasks; /* WbTask, see wb_task_list() */
  WbProjectPeek *peek;
} WbProjectOverview;

/* Reads @path, on any thread. @today: dates of the project before it are over and left out. An error is one sentence that names the file: NOT_FOUND, FOREIGN, CORRUPT, BUSY; INVALID
 * when the guide in it cannot be read. (transfer full) */
WbProjectOverview *wb_project_overview_read  (const char         *path,
                                              const GDate        *today,
                                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void               wb_project_overview_free  (WbProjectOverview  *self);
/* "In work", "Paused" …; translated, static. */
const char        *wb_project_stage_to_words (WbProjectStage      state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbProjectOverview, wb_project_overview_free)

G_END_DECLS
