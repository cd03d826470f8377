/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-assessment.h"
#include "wb-barrier.h"
#include "wb-circle.h"

G_BEGIN_DECLS

/**
 * WbDiagnosis:
 *
 * What a self-check says. The rules, which wb_diagnosis_get_rules() tells people in words:
 *
 * Level. A reply counts as the level 0 to 4 it has; to a reverse statement as 4 less that. The level of a barrier is the
 * median of all replies to its statements, that of a field of the matrix the median of all replies to the statements of
 * its barriers; between two levels the higher one holds. "Don't know" and missing replies have no level, and where there is
 * no reply with a level there is none: it is "not known", never 0. Levels are named by wb_level_get_label(); from
 * WB_LEVEL_STRONG on a barrier counts as felt.
 *
 * Spread. Between which levels the middle half of the replies lies (first and third quartile by nearest rank). Two levels
 * or more apart is WB_SPREAD_WIDE: people see it differently, and should talk about it.
 *
 * Circles. A circle turns when at least two thirds of its links that have a level are felt, is setting in from one third
 * on, and rests below. When fewer than half of its links have a level, nothing is said.
 *
 * Certainty. The share of replies with a level among all that could have been given to the circle's statements (statements times
 * people), first for each link, then their mean: "don't know" and missing replies lower it alike. From 80 percent on the finding
 * is certain, from 50 percent on fairly certain, below that uncertain.
 *
 * Levers. Those of circles that turn come before those of circles that are setting in; within that, by the levels on both
 * sides of the arrow the lever breaks, the highest sum first, an unknown level counting nothing. Levers of other circles, and
 * those at an arrow where no level is known, are not recommended.
 */
typedef struct _WbDiagnosis WbDiagnosis;

/* From this level on a barrier counts as felt. */
#define WB_LEVEL_STRONG 3
#define WB_N_LEVELS 5
#define WB_LEVEL_UNKNOWN (-1)
#define WB_SPREAD_WIDE 2

/* Replies to some statements, put together. */
typedef struct
{
  int level;      /* 0 to 4, or WB_LEVEL_UNKNOWN */
  double median;  /* as calculated; 0 where the level is not known */
  guint n;        /* replies with a level */
  guint n_unknown; /* "don't know" */
  guint n_possible; /* statements times people */
  int lower;      /* first quartile; WB_LEVEL_UNKNOWN as above */
  int upper;      /* third quartile */
  guint counts[WB_N_LEVELS]; /* replies by their level */
} WbScore;

/* What the diagnosis is about. */
typedef struct
{
  char *id;
  char *title;
  WbBarrier *barrier;
} WbDiagnosisBarrier;

typedef struct
{
  char *id;
  char *title;
  WbCircle *circle;
} WbDiagnosisCircle;

typedef enum
{
  WB_TURN_UNKNOWN, /* too little was answered */
  WB_TURN_RESTS,
  WB_TURN_SETS_IN,
  WB_TURN_TURNS,
} WbTurn;

typedef enum
{
  WB_CERTAINTY_UNCERTAIN,
  WB_CERTAINTY_FAIR,
  WB_CERTAINTY_CERTAIN,
} WbCertainty;

typedef struct
{
  WbTurn turn;
  WbCertainty certainty;
  double share_known; /* 0 to 1: what the certainty comes from */
  guint n_links;
  guint n_known;      /* links with a level */
  guint n_felt;       /* links that are felt */

  /* Borrowed */
  const WbDiagnosisCircle *circle;
} WbCircleFinding;

typedef struct
{
  int weight; /* sum of the levels on both sides, 0 to 8 */

  /* Borrowed */
  const WbCircleFinding *finding;
  const WbLever *lever;
} WbLeverAdvice;

/* Translated: "nicht spürbar" to "blockiert", or "not known"; static. */
const char *wb_level_get_label     (int         level);
const char *wb_turn_get_label      (WbTurn      turn);
const char *wb_certainty_get_label (WbCertainty certainty);

/* @id and @title are copied, @barrier is taken a reference of. (transfer full) */
WbDiagnosisBarrier *wb_diagnosis_barrier_new  (const char         *id,
                                               const char         *title,
                                               WbBarrier          *barrier);
void                wb_diagnosis_barrier_free (WbDiagnosisBarrier *barrier);
WbDiagnosisCircle  *wb_diagnosis_circle_new   (const char         *id,
                                               const char         *title,
                                               WbCircle           *circle);
void                wb_diagnosis_circle_free  (WbDiagnosisCircle  *circle);

/* @barriers: WbDiagnosisBarrier, @circles: WbDiagnosisCircle; both lists are kept. (transfer full) */
WbDiagnosis *wb_diagnosis_new   (const WbAssessment *assessment,
                                 GPtrArray          *barriers,
                                 GPtrArray          *circles);
WbDiagnosis *wb_diagnosis_ref   (WbDiagnosis        *self);
void         wb_diagnosis_unref (WbDiagnosis        *self);

/* The number of people who took part, of statements there are, and of those with at least one reply that has a level. */
guint            wb_diagnosis_count_people     (const WbDiagnosis *self);
guint            wb_diagnosis_count_statements (const WbDiagnosis *self);
guint            wb_diagnosis_count_answered   (const WbDiagnosis *self);
/* The same lists as were handed in. (transfer none) */
GPtrArray       *wb_diagnosis_get_barriers     (const WbDiagnosis *self);
GPtrArray       *wb_diagnosis_get_circles      (const WbDiagnosis *self);
/* The barrier called @id; NULL when there is none. (transfer none) (nullable) */
const WbDiagnosisBarrier *wb_diagnosis_find_barrier (const WbDiagnosis *self,
                                                     const char        *id);
/* Of the barrier called @id; NULL when there is none. (transfer none) (nullable) */
const WbScore   *wb_diagnosis_get_barrier      (const WbDiagnosis *self,
                                                const char        *id);
/* Of a field of the matrix; n_possible 0 where no barrier lies in it. (transfer none) */
const WbScore   *wb_diagnosis_get_field        (const WbDiagnosis *self,
                                                WbDimension        dimension,
                                                WbCause            cause);
/* The barrier of a field with the highest level; the first where none has one. NULL for an empty field. (transfer none) (nullable) */
const WbDiagnosisBarrier *wb_diagnosis_get_strongest (const WbDiagnosis *self,
                                                      WbDimension        dimension,
                                                      WbCause            cause);
/* WbCircleFinding, the strongest first: by turn, share of felt links, certainty, and then as handed in. (transfer none) */
GPtrArray       *wb_diagnosis_get_findings     (const WbDiagnosis *self);
/* WbLeverAdvice, the best first; may be empty. (transfer none) */
GPtrArray       *wb_diagnosis_get_advice       (const WbDiagnosis *self);
/* The rules above in plain words, a paragraph each; translated. NULL-terminated. (transfer full) */
char           **wb_diagnosis_get_rules        (void) G_GNUC_WARN_UNUSED_RESULT;

/* How a level changed between two dates: TRUE, and the difference in levels, when both know it; @change is negative where it became
 * easier. */
gboolean         wb_score_compare              (const WbScore     *earlier,
                                                const WbScore     *later,
                                                int               *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbDiagnosis, wb_diagnosis_unref)

G_END_DECLS
