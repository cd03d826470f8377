/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-merge.h"

G_BEGIN_DECLS

/* What a merge is about, in words of the form. @guide: (nullable); @answers: what rows are called by, of the side that is spoken of. All
 * (transfer full). */

/* "Who takes part?, Youth office, Influence" */
char *wb_merge_unit_to_place (const WbMergeUnit *unit,
                              WbGuide           *guide,
                              WbAnswers         *answers) G_GNUC_WARN_UNUSED_RESULT;
/* What comes in, in one line: "Goal: empty → Plan the day care places". @mine, @theirs: the answers of both. */
char *wb_merge_incoming_to_words (const WbMergeUnit *unit,
                                  WbGuide           *guide,
                                  WbAnswers         *mine,
                                  WbAnswers         *theirs) G_GNUC_WARN_UNUSED_RESULT;
/* What is left out, and why, in one line. */
char *wb_merge_refused_to_words  (const WbMergeUnit *unit,
                                  WbGuide           *guide,
                                  WbAnswers         *theirs) G_GNUC_WARN_UNUSED_RESULT;
/* What one side of a conflict made of it, in full length, a line for each part: "Name: Mrs B." */
char *wb_merge_side_to_words (const WbMergeUnit *unit,
                              gboolean           theirs,
                              WbGuide           *guide,
                              WbAnswers         *answers) G_GNUC_WARN_UNUSED_RESULT;
/* A conflict in one sentence, for lists: "Goal: here “A”, in the other copy “B”". @mine, @theirs: the answers of both. */
char *wb_merge_conflict_to_words (const WbMergeUnit *unit,
                                  WbGuide           *guide,
                                  WbAnswers         *mine,
                                  WbAnswers         *theirs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
