/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-lesson.h"
#include "wb-response.h"

G_BEGIN_DECLS

/*
 * Judging answers to questions.
 *
 * The parts of a question: for SINGLE, MULTIPLE and CASE its options, for ORDER the places, for MATCH the left sides; a
 * NUMBER and a TEXT have one.
 */

/* TRUE when @response answers @question: exactly the right options (in a CASE one right decision), every item at its
 * place, every right side beside its left one, a number within the tolerance, an accepted spelling. A number may be
 * written as the language does ("1.234,5") or with a decimal point, with or without the unit. In a TEXT letter
 * case, ä or ae, marks between words and outer blanks do not matter. FALSE too when the response is of another sort than
 * the question. */
gboolean  wb_quiz_is_right      (const WbQuestion *question,
                                 const WbResponse *response);
guint     wb_quiz_count_parts   (const WbQuestion *question);
/* Whether one part is as it should be: the option @part rightly chosen or rightly left, the right item at the place
 * @part, the right partner beside the left side @part. For a NUMBER or TEXT as wb_quiz_is_right(). */
gboolean  wb_quiz_is_part_right (const WbQuestion *question,
                                 const WbResponse *response,
                                 guint             part);
/* TRUE when there is something to judge: something chosen, every place filled, something typed. */
gboolean  wb_quiz_is_complete   (const WbQuestion *question,
                                 const WbResponse *response);

/* In which order to show the items of an ORDER, or the right sides of a MATCH: indices of them, mixed by @seed, never in
 * the right order. The same seed gives the same order. An array of wb_quiz_count_parts() numbers; for other types they
 * count up. (transfer full) */
guint    *wb_quiz_shuffle       (const WbQuestion *question,
                                 guint             seed) G_GNUC_WARN_UNUSED_RESULT;
/* What is right, as lines for people: right options; items in order; "left – right"; the number with unit and
 * tolerance; the first accepted spelling. (transfer full) */
GStrv     wb_quiz_list_solution (const WbQuestion *question) G_GNUC_WARN_UNUSED_RESULT;

/* The same as wb_quiz_is_right() for questions with options; @chosen has one entry for each option. */
gboolean  wb_question_is_right  (const WbQuestion *question,
                                 const gboolean   *chosen);

G_END_DECLS
