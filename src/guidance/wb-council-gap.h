/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/* What a gap is about; they are listed in this order. */
typedef enum
{
  WB_COUNCIL_GAP_DATE,     /* a day is not set, is over, or does not fit the other */
  WB_COUNCIL_GAP_LATE,     /* a task that should have been done before today */
  WB_COUNCIL_GAP_PAPER,    /* what a paper for the council shows and nobody has answered, or answered with a fault */
  WB_COUNCIL_GAP_DECISION, /* something is still undecided */
  WB_COUNCIL_GAP_PEOPLE,   /* somebody who should be asked is not in the list of those concerned */
  WB_COUNCIL_GAP_TASK,     /* a task that is due until the meeting */
} WbCouncilGapKind;

#define WB_N_COUNCIL_GAP_KINDS (WB_COUNCIL_GAP_TASK + 1)

/* A document of the guide that goes to the council. */
typedef struct
{
  /* Owned */
  char *name;
  char *title;
  GHashTable *fields;    /* char *: ids of the fields it shows, as a set */
  GPtrArray *signatures; /* char *: who signs it on paper */
} WbCouncilPaper;

/* The days that all is counted back from. Everything is borrowed; "" where there is none. */
typedef struct
{
  const char *meeting; /* "2027-01-12": the council meets */
  const char *hand_in; /* until when the papers are to be handed in; how long before the meeting, no rule is the same everywhere */
} WbCouncilDays;

/**
 * WbCouncilGap:
 *
 * Something that is missing before the council meets.
 */
typedef struct
{
  WbCouncilGapKind kind;
  gboolean must;  /* FALSE: should */
  gboolean timed; /* there is a day for it */
  int days;       /* how many are left until then; negative: over */

  /* Owned; never NULL, "" where there is none */
  char *title;
  char *reason;
  char *due;        /* "2027-01-05" */
  char *field;      /* where it is answered; "" for a day that the guide does not ask for */
  char *row;        /* of a table */
  char *step_title;
} WbCouncilGap;

void            wb_council_paper_free       (WbCouncilPaper      *self);
void            wb_council_gap_free         (WbCouncilGap        *self);

/* The question of the guide that asks for the day of the meeting; NULL when there is none, or it is not asked. (nullable) (transfer none) */
const WbField  *wb_council_find_meeting     (WbGuide             *guide,
                                             WbAnswers           *answers);
/* What is missing. @papers: WbCouncilPaper; @tasks: WbTask, see wb_task_list(). By kind; within one what must be there first, tasks by their
 * day, else in the order of the guide. What a paper shows is due when it is handed in, or, while that day is not set, when the council meets.
 * Required answers must be there, recommended ones should; what is undecided must be decided when a paper shows it. (transfer full) */
GPtrArray      *wb_council_gap_list         (WbGuide             *guide,
                                             WbAnswers           *answers,
                                             GPtrArray           *papers,
                                             GPtrArray           *tasks,
                                             const WbCouncilDays *days,
                                             const GDate         *today) G_GNUC_WARN_UNUSED_RESULT;
/* How many of @gaps there must be. */
guint           wb_council_gap_count_must   (GPtrArray           *gaps);
/* "Missing in the papers" and the like; translated, static. */
const char     *wb_council_gap_kind_to_words (WbCouncilGapKind    kind);
/* "must", "should": translated, static. */
const char     *wb_council_gap_get_weight   (const WbCouncilGap  *self);
/* Whether its day is one of its own, and not that of the papers. */
gboolean        wb_council_gap_has_own_day  (const WbCouncilGap  *self);
/* @day as people write it, and how long until then: "05.01.2027 (12 days left)", "(today)", "(3 days over)"; "" when it is none. (transfer full) */
char           *wb_council_day_to_words     (const char          *day,
                                             const GDate         *today) G_GNUC_WARN_UNUSED_RESULT;
/* "Council meeting on 12.01.2027: 4 things missing"; "" while no day is set. (transfer full) */
char           *wb_council_summarize        (const char          *meeting,
                                             GPtrArray           *gaps) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCouncilPaper, wb_council_paper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCouncilGap, wb_council_gap_free)

G_END_DECLS
