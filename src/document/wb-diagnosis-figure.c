/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-diagnosis-figure.h"

#include <glib/gi18n-lib.h>

#define N_LETTERS 26

static void
add_field (WbFigurePart      *part,
           const WbDiagnosis *diagnosis,
           WbDimension        dimension,
           WbCause            cause,
           guint             *n_felt,
           guint             *n_known)
{
  const WbScore *score = wb_diagnosis_get_field (diagnosis, dimension, cause);
  const WbDiagnosisBarrier *strongest = wb_diagnosis_get_strongest (diagnosis, dimension, cause);

  *n_felt += score->level >= WB_LEVEL_STRONG;
  *n_known += score->level != WB_LEVEL_UNKNOWN;
  wb_figure_part_add_level (part, score->level,
                            score->level != WB_LEVEL_UNKNOWN && strongest != NULL ? strongest->title
                                                                                  : wb_level_get_label (WB_LEVEL_UNKNOWN));
}

WbFigure *
wb_diagnosis_figure_heat (const WbDiagnosis *diagnosis)
{
  g_autoptr (WbFigure) figure = NULL;
  guint n_felt = 0, n_known = 0;

  g_return_val_if_fail (diagnosis != NULL, NULL);

  figure = wb_figure_new (WB_FIGURE_HEAT, _("What slows data work down"), "");
  for (guint i = 0; i < WB_N_DIMENSIONS; i++)
    wb_figure_add_column (figure, wb_dimension_get_label (i));
  for (guint cause = 0; cause < WB_N_CAUSES; cause++)
    {
      WbFigurePart *part = wb_figure_add_part (figure, wb_cause_get_label (cause), NULL);

      for (guint dimension = 0; dimension < WB_N_DIMENSIONS; dimension++)
        add_field (part, diagnosis, dimension, cause, &n_felt, &n_known);
    }
  g_free (figure->alt);
  /* Translators: of the fields of the matrix */
  figure->alt = g_strdup_printf (_("%u of %u fields are known; %u of them are at level 3 (strong) or 4 (blocked)."), n_known,
                                 WB_N_DIMENSIONS * WB_N_CAUSES, n_felt);

  return g_steal_pointer (&figure);
}

static const WbDiagnosisBarrier *
find_barrier (GPtrArray  *barriers,
              const char *id,
              guint      *index)
{
  for (guint i = 0; i < barriers->len; i++)
    {
      const WbDiagnosisBarrier *barrier = g_ptr_array_index (barriers, i);

      if (!g_str_equal (barrier->id, id))
        continue;
      if (index != NULL)
        *index = i;
      return barrier;
    }

  return NULL;
}

char *
wb_diagnosis_lever_letter (guint index)
{
  return index < N_LETTERS ? g_strdup_printf ("%c", 'A' + index) : g_strdup ("");
}

/* The letters of the levers at the arrow behind @link; NULL for none. (transfer full) */
static char *
get_marks (const WbCircle *circle,
           guint           link)
{
  g_autoptr (GString) marks = g_string_new (NULL);

  for (guint i = 0; i < circle->levers->len; i++)
    {
      g_autofree char *letter = wb_diagnosis_lever_letter (i);

      if (((const WbLever *) g_ptr_array_index (circle->levers, i))->after == link)
        g_string_append (marks, letter);
    }

  return marks->len > 0 ? g_strdup (marks->str) : NULL;
}

static int
get_level (const WbDiagnosis  *diagnosis,
           const WbCircleLink *link)
{
  const WbScore *score = wb_diagnosis_get_barrier (diagnosis, link->barrier);

  return score != NULL ? score->level : WB_LEVEL_UNKNOWN;
}

gboolean
wb_diagnosis_figure_is_uncertain (const WbCircle    *circle,
                                  const WbDiagnosis *diagnosis,
                                  guint              link)
{
  g_return_val_if_fail (circle != NULL && link < circle->links->len, FALSE);

  return diagnosis != NULL
         && (get_level (diagnosis, g_ptr_array_index (circle->links, link)) == WB_LEVEL_UNKNOWN
             || get_level (diagnosis, g_ptr_array_index (circle->links, (link + 1) % circle->links->len)) == WB_LEVEL_UNKNOWN);
}

static void
add_link (WbFigure          *figure,
          const WbCircle    *circle,
          guint              index,
          const char        *title,
          const WbDiagnosis *diagnosis,
          gboolean           selected)
{
  const WbCircleLink *link = g_ptr_array_index (circle->links, index);
  const int level = diagnosis != NULL ? get_level (diagnosis, link) : WB_LEVEL_UNKNOWN;
  g_autofree char *word = NULL;
  g_autofree char *marks = get_marks (circle, index);
  WbFigurePart *part;

  if (diagnosis != NULL)
    word = level != WB_LEVEL_UNKNOWN ? g_strdup_printf ("%d · %s", level, wb_level_get_label (level))
                                     : g_strdup (wb_level_get_label (level));
  part = wb_figure_add_part (figure, title, word);
  wb_figure_part_set_strong (part, diagnosis != NULL ? level >= WB_LEVEL_STRONG : selected);
  wb_figure_part_set_dashed (part, wb_diagnosis_figure_is_uncertain (circle, diagnosis, index));
  if (marks != NULL)
    wb_figure_part_set_mark (part, marks);
}

WbFigure *
wb_diagnosis_figure_circle (const WbDiagnosisCircle *circle,
                            GPtrArray               *barriers,
                            const WbDiagnosis       *diagnosis,
                            int                      selected)
{
  g_autoptr (GString) alt = g_string_new (NULL);
  g_autoptr (WbFigure) figure = NULL;

  g_return_val_if_fail (circle != NULL && barriers != NULL, NULL);

  figure = wb_figure_new (WB_FIGURE_CYCLE, circle->title, "");
  for (guint i = 0; i < circle->circle->links->len; i++)
    {
      const WbCircleLink *link = g_ptr_array_index (circle->circle->links, i);
      const WbDiagnosisBarrier *barrier = find_barrier (barriers, link->barrier, NULL);
      const char *title = barrier != NULL ? barrier->title : link->barrier;

      add_link (figure, circle->circle, i, title, diagnosis, (int) i == selected);
      g_string_append_printf (alt, "%s%u. %s", i > 0 ? " → " : "", i + 1, title);
    }
  g_string_append_printf (alt, " → %s", _("and from the beginning"));
  g_free (figure->alt);
  figure->alt = g_string_free (g_steal_pointer (&alt), FALSE);

  return g_steal_pointer (&figure);
}

static gboolean
is_in_circle (const WbDiagnosisCircle *circle,
              const char              *from,
              const char              *to)
{
  GPtrArray *links;

  if (circle == NULL)
    return FALSE;

  links = circle->circle->links;
  for (guint i = 0; i < links->len; i++)
    {
      const WbCircleLink *link = g_ptr_array_index (links, i);
      const WbCircleLink *next = g_ptr_array_index (links, (i + 1) % links->len);

      if (g_str_equal (link->barrier, from) && (to == NULL || g_str_equal (next->barrier, to)))
        return TRUE;
    }

  return FALSE;
}

static void
add_effects (WbFigure                *figure,
             GPtrArray               *barriers,
             guint                    from,
             const WbDiagnosisCircle *circle,
             const char              *selected)
{
  const WbDiagnosisBarrier *barrier = g_ptr_array_index (barriers, from);

  for (guint i = 0; i < barrier->barrier->effects->len; i++)
    {
      const WbBarrierEffect *effect = g_ptr_array_index (barrier->barrier->effects, i);
      gboolean strong = is_in_circle (circle, barrier->id, effect->to)
                        || (selected != NULL && (g_str_equal (selected, barrier->id) || g_str_equal (selected, effect->to)));
      guint to;

      if (find_barrier (barriers, effect->to, &to) != NULL)
        wb_figure_add_edge (figure, from, to, strong);
    }
}

WbFigure *
wb_diagnosis_figure_graph (GPtrArray               *barriers,
                           const WbDiagnosisCircle *circle,
                           const char              *selected)
{
  g_autoptr (WbFigure) figure = NULL;

  g_return_val_if_fail (barriers != NULL, NULL);

  figure = wb_figure_new (WB_FIGURE_GRAPH, circle != NULL ? circle->title : _("Causes and effects of all barriers"), "");
  for (guint i = 0; i < WB_N_DIMENSIONS; i++)
    wb_figure_add_column (figure, wb_dimension_get_label (i));
  for (guint i = 0; i < WB_N_CAUSES; i++)
    wb_figure_add_row (figure, wb_cause_get_label (i));
  for (guint i = 0; i < barriers->len; i++)
    {
      const WbDiagnosisBarrier *barrier = g_ptr_array_index (barriers, i);
      WbFigurePart *part = wb_figure_add_part (figure, barrier->title, NULL);

      wb_figure_part_set_place (part, barrier->barrier->cause, barrier->barrier->dimension);
      wb_figure_part_set_strong (part, is_in_circle (circle, barrier->id, NULL)
                                       || g_strcmp0 (selected, barrier->id) == 0);
    }
  for (guint i = 0; i < barriers->len; i++)
    add_effects (figure, barriers, i, circle, selected);
  g_free (figure->alt);
  figure->alt = g_strdup_printf (_("%u barriers as numbered points in the matrix, with %u arrows from causes to effects; the table names "
                                   "them."), barriers->len, figure->edges->len);

  return g_steal_pointer (&figure);
}
