/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-diagnosis.h"

#include <glib/gi18n-lib.h>

#define CERTAIN 0.8
#define FAIR 0.5

struct _WbDiagnosis
{
  guint n_people;
  guint n_statements;
  guint n_answered;
  WbScore fields[WB_N_DIMENSIONS][WB_N_CAUSES];

  /* Owned */
  GPtrArray *barriers;
  GPtrArray *circles;
  GHashTable *scores;   /* id, borrowed → WbScore */
  GPtrArray *findings;
  GPtrArray *advice;
};

static const char *const level_labels[WB_N_LEVELS] = {
  NC_("level", "not felt"), NC_("level", "slight"), NC_("level", "felt"), NC_("level", "strong"), NC_("level", "blocked"),
};

static const char *const turn_labels[] = {
  [WB_TURN_UNKNOWN] = N_("Too little was answered to tell"),
  [WB_TURN_RESTS] = N_("Rests"),
  [WB_TURN_SETS_IN] = N_("Is setting in"),
  [WB_TURN_TURNS] = N_("Turns"),
};

static const char *const certainty_labels[] = {
  [WB_CERTAINTY_UNCERTAIN] = NC_("certainty", "uncertain"),
  [WB_CERTAINTY_FAIR] = NC_("certainty", "fairly certain"),
  [WB_CERTAINTY_CERTAIN] = NC_("certainty", "certain"),
};

const char *
wb_level_get_label (int level)
{
  g_return_val_if_fail (level >= WB_LEVEL_UNKNOWN && level < WB_N_LEVELS, NULL);

  return level == WB_LEVEL_UNKNOWN ? C_("level", "not known") : g_dpgettext2 (GETTEXT_PACKAGE, "level", level_labels[level]);
}

const char *
wb_turn_get_label (WbTurn turn)
{
  g_return_val_if_fail ((guint) turn < G_N_ELEMENTS (turn_labels), NULL);

  return _(turn_labels[turn]);
}

const char *
wb_certainty_get_label (WbCertainty certainty)
{
  g_return_val_if_fail ((guint) certainty < G_N_ELEMENTS (certainty_labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "certainty", certainty_labels[certainty]);
}

WbDiagnosisBarrier *
wb_diagnosis_barrier_new (const char *id,
                          const char *title,
                          WbBarrier  *barrier)
{
  WbDiagnosisBarrier *self = g_new0 (WbDiagnosisBarrier, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->barrier = wb_barrier_ref (barrier);

  return self;
}

void
wb_diagnosis_barrier_free (WbDiagnosisBarrier *barrier)
{
  g_free (barrier->id);
  g_free (barrier->title);
  wb_barrier_unref (barrier->barrier);
  g_free (barrier);
}

WbDiagnosisCircle *
wb_diagnosis_circle_new (const char *id,
                         const char *title,
                         WbCircle   *circle)
{
  WbDiagnosisCircle *self = g_new0 (WbDiagnosisCircle, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->circle = wb_circle_ref (circle);

  return self;
}

void
wb_diagnosis_circle_free (WbDiagnosisCircle *circle)
{
  g_free (circle->id);
  g_free (circle->title);
  wb_circle_unref (circle->circle);
  g_free (circle);
}

/* The level of the reply at @rank, from 0, when all are in order. */
static int
find_rank (const WbScore *score,
           guint          rank)
{
  guint below = 0;

  for (int level = 0; level < WB_N_LEVELS; level++)
    {
      below += score->counts[level];
      if (rank < below)
        return level;
    }

  g_return_val_if_reached (WB_LEVEL_UNKNOWN);
}

static void
score_finish (WbScore *score)
{
  score->level = score->lower = score->upper = WB_LEVEL_UNKNOWN;
  if (score->n == 0)
    return;

  score->median = (find_rank (score, (score->n - 1) / 2) + find_rank (score, score->n / 2)) / 2.0;
  score->level = (int) (score->median + 0.5);
  score->lower = find_rank (score, (score->n + 3) / 4 - 1);
  score->upper = find_rank (score, (3 * score->n + 3) / 4 - 1);
}

static void
score_add (WbScore       *score,
           const WbTally *tally,
           gboolean       reverse)
{
  for (guint i = 0; i < WB_N_LEVELS; i++)
    {
      guint level = reverse ? WB_N_LEVELS - 1 - i : i;

      score->counts[level] += tally->counts[i];
      score->n += tally->counts[i];
    }
  score->n_unknown += tally->counts[WB_REPLY_DO_NOT_KNOW];
}

static void
score_join (WbScore       *score,
            const WbScore *other)
{
  for (guint i = 0; i < WB_N_LEVELS; i++)
    score->counts[i] += other->counts[i];
  score->n += other->n;
  score->n_unknown += other->n_unknown;
  score->n_possible += other->n_possible;
}

static void
score_barrier (WbDiagnosis              *self,
               const WbAssessment       *assessment,
               const WbDiagnosisBarrier *barrier)
{
  GPtrArray *statements = barrier->barrier->statements;
  WbScore *score = g_new0 (WbScore, 1);

  for (guint i = 0; i < statements->len; i++)
    {
      const WbBarrierStatement *statement = g_ptr_array_index (statements, i);
      const WbTally *tally = wb_assessment_get_tally (assessment, barrier->id, statement->id);

      self->n_statements++;
      score->n_possible += self->n_people;
      if (tally == NULL)
        continue;
      if (wb_tally_count (tally) > tally->counts[WB_REPLY_DO_NOT_KNOW])
        self->n_answered++;
      score_add (score, tally, statement->reverse);
    }
  score_finish (score);
  score_join (&self->fields[barrier->barrier->dimension][barrier->barrier->cause], score);
  g_hash_table_replace (self->scores, barrier->id, score);
}

static int
get_level (const WbDiagnosis  *self,
           const WbCircleLink *link)
{
  const WbScore *score = g_hash_table_lookup (self->scores, link->barrier);

  return score != NULL ? score->level : WB_LEVEL_UNKNOWN;
}

static WbTurn
judge_turn (const WbCircleFinding *finding)
{
  if (finding->n_links == 0 || finding->n_known * 2 < finding->n_links)
    return WB_TURN_UNKNOWN;
  if (finding->n_felt * 3 >= finding->n_known * 2)
    return WB_TURN_TURNS;

  return finding->n_felt * 3 >= finding->n_known ? WB_TURN_SETS_IN : WB_TURN_RESTS;
}

static WbCircleFinding *
find_turn (const WbDiagnosis       *self,
           const WbDiagnosisCircle *circle)
{
  WbCircleFinding *finding = g_new0 (WbCircleFinding, 1);

  finding->circle = circle;
  finding->n_links = circle->circle->links->len;
  for (guint i = 0; i < finding->n_links; i++)
    {
      const WbCircleLink *link = g_ptr_array_index (circle->circle->links, i);
      const WbScore *score = g_hash_table_lookup (self->scores, link->barrier);

      finding->n_known += get_level (self, link) != WB_LEVEL_UNKNOWN;
      finding->n_felt += get_level (self, link) >= WB_LEVEL_STRONG;
      if (score != NULL && score->n_possible > 0)
        finding->share_known += (double) score->n / score->n_possible / finding->n_links;
    }
  finding->turn = judge_turn (finding);
  finding->certainty = finding->share_known >= CERTAIN ? WB_CERTAINTY_CERTAIN
                       : finding->share_known >= FAIR  ? WB_CERTAINTY_FAIR
                                                       : WB_CERTAINTY_UNCERTAIN;

  return finding;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const WbCircleFinding *first = *(const WbCircleFinding *const *) a;
  const WbCircleFinding *second = *(const WbCircleFinding *const *) b;
  guint left = first->n_felt * MAX (second->n_known, 1);
  guint right = second->n_felt * MAX (first->n_known, 1);

  if (first->turn != second->turn)
    return first->turn > second->turn ? -1 : 1;
  if (left != right)
    return left > right ? -1 : 1;

  return (int) second->certainty - (int) first->certainty;
}

static void
add_advice (WbDiagnosis           *self,
            const WbCircleFinding *finding)
{
  const WbCircle *circle = finding->circle->circle;

  if (finding->turn < WB_TURN_SETS_IN)
    return;

  for (guint i = 0; i < circle->levers->len; i++)
    {
      const WbLever *lever = g_ptr_array_index (circle->levers, i);
      guint after = MIN (lever->after, circle->links->len - 1);
      int from = get_level (self, g_ptr_array_index (circle->links, after));
      int to = get_level (self, g_ptr_array_index (circle->links, (after + 1) % circle->links->len));
      WbLeverAdvice *advice;

      if (from == WB_LEVEL_UNKNOWN && to == WB_LEVEL_UNKNOWN)
        continue;
      advice = g_new0 (WbLeverAdvice, 1);
      advice->weight = MAX (from, 0) + MAX (to, 0);
      advice->finding = finding;
      advice->lever = lever;
      g_ptr_array_add (self->advice, advice);
    }
}

static int
compare_advice (gconstpointer a,
                gconstpointer b)
{
  const WbLeverAdvice *first = *(const WbLeverAdvice *const *) a;
  const WbLeverAdvice *second = *(const WbLeverAdvice *const *) b;

  if (first->finding->turn != second->finding->turn)
    return first->finding->turn > second->finding->turn ? -1 : 1;

  return second->weight - first->weight;
}

/* g_ptr_array_sort() may move equals; this does not. */
static void
sort_stable (GPtrArray    *list,
             GCompareFunc  compare)
{
  for (guint i = 1; i < list->len; i++)
    for (guint j = i; j > 0 && compare (&list->pdata[j - 1], &list->pdata[j]) > 0; j--)
      {
        gpointer moved = list->pdata[j];

        list->pdata[j] = list->pdata[j - 1];
        list->pdata[j - 1] = moved;
      }
}

WbDiagnosis *
wb_diagnosis_new (const WbAssessment *assessment,
                  GPtrArray          *barriers,
                  GPtrArray          *circles)
{
  WbDiagnosis *self;

  g_return_val_if_fail (assessment != NULL, NULL);
  g_return_val_if_fail (barriers != NULL && circles != NULL, NULL);

  self = g_atomic_rc_box_new0 (WbDiagnosis);
  self->barriers = g_ptr_array_ref (barriers);
  self->circles = g_ptr_array_ref (circles);
  self->scores = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->findings = g_ptr_array_new_with_free_func (g_free);
  self->advice = g_ptr_array_new_with_free_func (g_free);
  self->n_people = MAX (wb_assessment_count_people (assessment), 1);
  for (guint i = 0; i < barriers->len; i++)
    score_barrier (self, assessment, g_ptr_array_index (barriers, i));
  for (guint i = 0; i < WB_N_DIMENSIONS; i++)
    for (guint j = 0; j < WB_N_CAUSES; j++)
      score_finish (&self->fields[i][j]);
  for (guint i = 0; i < circles->len; i++)
    g_ptr_array_add (self->findings, find_turn (self, g_ptr_array_index (circles, i)));
  sort_stable (self->findings, compare_findings);
  for (guint i = 0; i < self->findings->len; i++)
    add_advice (self, g_ptr_array_index (self->findings, i));
  sort_stable (self->advice, compare_advice);

  return self;
}

WbDiagnosis *
wb_diagnosis_ref (WbDiagnosis *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
diagnosis_clear (gpointer data)
{
  WbDiagnosis *self = data;

  g_ptr_array_unref (self->advice);
  g_ptr_array_unref (self->findings);
  g_hash_table_unref (self->scores);
  g_ptr_array_unref (self->barriers);
  g_ptr_array_unref (self->circles);
}

void
wb_diagnosis_unref (WbDiagnosis *self)
{
  g_atomic_rc_box_release_full (self, diagnosis_clear);
}

guint
wb_diagnosis_count_people (const WbDiagnosis *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_people;
}

guint
wb_diagnosis_count_statements (const WbDiagnosis *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_statements;
}

guint
wb_diagnosis_count_answered (const WbDiagnosis *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_answered;
}

GPtrArray *
wb_diagnosis_get_barriers (const WbDiagnosis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->barriers;
}

GPtrArray *
wb_diagnosis_get_circles (const WbDiagnosis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->circles;
}

const WbDiagnosisBarrier *
wb_diagnosis_find_barrier (const WbDiagnosis *self,
                           const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->barriers->len; i++)
    {
      const WbDiagnosisBarrier *barrier = g_ptr_array_index (self->barriers, i);

      if (g_str_equal (barrier->id, id))
        return barrier;
    }

  return NULL;
}

const WbScore *
wb_diagnosis_get_barrier (const WbDiagnosis *self,
                          const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->scores, id);
}

const WbScore *
wb_diagnosis_get_field (const WbDiagnosis *self,
                        WbDimension        dimension,
                        WbCause            cause)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) dimension < WB_N_DIMENSIONS && (guint) cause < WB_N_CAUSES, NULL);

  return &self->fields[dimension][cause];
}

const WbDiagnosisBarrier *
wb_diagnosis_get_strongest (const WbDiagnosis *self,
                            WbDimension        dimension,
                            WbCause            cause)
{
  const WbDiagnosisBarrier *strongest = NULL;
  double most = -1;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->barriers->len; i++)
    {
      const WbDiagnosisBarrier *barrier = g_ptr_array_index (self->barriers, i);
      const WbScore *score = wb_diagnosis_get_barrier (self, barrier->id);
      double median = score->level != WB_LEVEL_UNKNOWN ? score->median : -1;

      if (barrier->barrier->dimension != dimension || barrier->barrier->cause != cause)
        continue;
      if (strongest == NULL || median > most)
        {
          strongest = barrier;
          most = median;
        }
    }

  return strongest;
}

GPtrArray *
wb_diagnosis_get_findings (const WbDiagnosis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->findings;
}

GPtrArray *
wb_diagnosis_get_advice (const WbDiagnosis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->advice;
}

char **
wb_diagnosis_get_rules (void)
{
  const char *const rules[] = {
    _("Level: the median of all replies to the statements of a field or barrier, from 0 (not felt) to 4 (blocked). Statements that say "
      "something good count the other way round. Between two levels the higher one holds. “Don’t know” and missing replies have no "
      "level; where nothing was answered no level is shown."),
    _("Spread: between which levels the middle half of the replies lies. Two levels or more apart means that people see it differently."),
    _("Circle: a link counts as felt from level 3 (strong) on. A circle turns when at least two thirds of its answered links are felt, it is "
      "setting in from one third on. When fewer than half of its links were answered nothing is said about it."),
    _("Certainty: the share of replies with a level among all that could have been given to the circle’s statements. From 80 percent on the "
      "finding is certain, from 50 percent on fairly certain. “Don’t know” lowers it just as a missing reply does."),
    _("Levers: first those of circles that turn, then those of circles that are setting in; among them first where the links on both sides of "
      "the arrow have the highest levels together."),
    NULL,
  };

  return g_strdupv ((char **) rules);
}

gboolean
wb_score_compare (const WbScore *earlier,
                  const WbScore *later,
                  int           *change)
{
  g_return_val_if_fail (change != NULL, FALSE);

  if (earlier == NULL || later == NULL || earlier->level == WB_LEVEL_UNKNOWN || later->level == WB_LEVEL_UNKNOWN)
    return FALSE;
  *change = later->level - earlier->level;

  return TRUE;
}
