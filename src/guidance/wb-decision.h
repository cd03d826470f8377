/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"
#include "wb-revision.h"

G_BEGIN_DECLS

/* What was decided in a project, and when: an answer that was chosen out of several, or a row of a record of decisions. */
typedef struct
{
  gint64 time; /* the day that the record names, else when it became what it is, Unix time in seconds; 0: before the history began */

  /* Owned */
  char *question;
  char *answer;
} WbDecision;

void       wb_decision_free (WbDecision *self);
/* The answers to choose from that apply and are given, and what stands in records of decisions, by the time of their last
 * change, then in the order of the guide; WbDecision.
 * @revisions: WbRevision, the oldest first. (transfer full) */
GPtrArray *wb_decision_list (GPtrArray  *revisions,
                             WbGuide    *guide,
                             WbAnswers  *answers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
