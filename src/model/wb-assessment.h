/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What can be said to a statement of the self-check: how much it applies, from 0 to 4, or that one does not know. */
typedef enum
{
  WB_REPLY_NOT,         /* "trifft nicht zu" */
  WB_REPLY_HARDLY,
  WB_REPLY_PARTLY,
  WB_REPLY_MOSTLY,
  WB_REPLY_FULLY,       /* "trifft voll zu" */
  WB_REPLY_DO_NOT_KNOW,
} WbReply;

#define WB_N_REPLIES (WB_REPLY_DO_NOT_KNOW + 1)
/* The highest count of one reply: more people than that sit in no room. */
#define WB_TALLY_MAX 999

/* How many gave each reply to one statement. Somebody alone is a group of one. All zero: not answered. */
typedef struct
{
  guint counts[WB_N_REPLIES];
} WbTally;

/* Translated, for people; static. */
const char         *wb_reply_get_label       (WbReply             reply);
/* The number of replies, with those who do not know. */
guint               wb_tally_count           (const WbTally      *tally);

/**
 * WbAssessment:
 *
 * A self-check on one date: the replies to the statements of the barriers, as they were given. What follows from them is
 * WbDiagnosis' business. Statements are named by their barrier's id and their own. Counted.
 */
typedef struct
{
  gint64 number;    /* 0: not stored */
  gint64 begun;     /* Unix time, seconds */
  gint64 finished;  /* the same; 0 while it is a draft */
  gboolean group;   /* several people, counted by somebody who leads */

  /* Owned; never NULL */
  char *title;         /* what the user calls it; may be "" */
  GHashTable *tallies; /* private: see below */
} WbAssessment;

typedef void (*WbTallyFunc) (const char    *barrier,
                             const char    *statement,
                             const WbTally *tally,
                             gpointer       user_data);

#define WB_TYPE_ASSESSMENT (wb_assessment_get_type ())
GType               wb_assessment_get_type   (void);

/* @title: (nullable). (transfer full) */
WbAssessment       *wb_assessment_new        (gint64              number,
                                              gint64              begun,
                                              gboolean            group,
                                              const char         *title);
WbAssessment       *wb_assessment_ref        (WbAssessment       *self);
void                wb_assessment_unref      (WbAssessment       *self);

/* An all zero tally takes the reply away; counts above WB_TALLY_MAX are lowered to it. */
void                wb_assessment_set_tally  (WbAssessment       *self,
                                              const char         *barrier,
                                              const char         *statement,
                                              const WbTally      *tally);
/* NULL while the statement is not answered. (transfer none) (nullable) */
const WbTally      *wb_assessment_get_tally  (const WbAssessment *self,
                                              const char         *barrier,
                                              const char         *statement);
/* The single reply; -1 when there is none, or several. */
int                 wb_assessment_get_reply  (const WbAssessment *self,
                                              const char         *barrier,
                                              const char         *statement);
/* The number of statements with a reply. */
guint               wb_assessment_count      (const WbAssessment *self);
/* How many people took part: the most replies one statement got. */
guint               wb_assessment_count_people (const WbAssessment *self);
/* Calls @func for each answered statement, in the order of the ids. */
void                wb_assessment_foreach    (const WbAssessment *self,
                                              WbTallyFunc         func,
                                              gpointer            user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbAssessment, wb_assessment_unref)

G_END_DECLS
