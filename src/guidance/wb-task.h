/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

typedef enum
{
  WB_TASK_OF_TABLE,   /* a row of the table that holds the project's tasks, or a milestone */
  WB_TASK_OF_CHECKLIST, /* an item of a checklist with a name or a date */
  WB_TASK_OF_DATE,  /* the answer of a date: an appointment, nothing that is done */
} WbTaskKind;

/**
 * WbTask:
 *
 * Something that somebody is to do in a project, or a date of it. Where it comes from is kept, so that it can be ticked there.
 */
typedef struct
{
  WbTaskKind kind;
  gboolean done;

  /* Owned; never NULL, "" where there is none */
  char *field;
  char *row;
  char *column;     /* the cell that says whether it is done; "" when there is none, and it cannot be ticked */
  char *done_value; /* what stands there then */
  char *text;
  char *owner;      /* who does it */
  char *due;        /* "2026-11-24" */
  char *step;       /* the step it belongs to */
  char *step_title;
  char *path;       /* the file of the project */
  char *project;    /* its title */
  char *project_id; /* what the project is known by wherever its file goes */
} WbTask;

void       wb_task_free    (WbTask       *self);

/* What is to be done in a project, in the order of its guide, done or not; element-type WbTask, @path, @project and
 * @project_id of which are still "". In the table that the guide names for it the first column is the task, the next text who does it,
 * the first date until when, the first yes-or-no whether it is done. All milestones, and of checklists those items that have a name or a date. (transfer full) */
GPtrArray *wb_task_list    (WbGuide      *guide,
                            WbAnswers    *answers) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it is late on @today: tasks before that day that are not done; never a date. */
gboolean   wb_task_is_late (const WbTask *self,
                            const GDate  *today);
/* By day, those without one last; within a day by project, then in the order they came. For g_ptr_array_sort(). */
int        wb_task_compare (gconstpointer a,
                            gconstpointer b);
/* What the tasks are grouped under: "Overdue", "This week", "Next week", "Week from 07.12. to 13.12.2026", "Without a date". (transfer full) */
char      *wb_task_get_group (const WbTask *self,
                              const GDate  *today) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTask, wb_task_free)

G_END_DECLS
