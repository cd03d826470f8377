/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-diagnosis-report.h"

#include <glib/gi18n-lib.h>

#include "wb-diagnosis-figure.h"

/* What a slide holds. */
#define MAX_SLIDE_BARRIERS 5
#define MAX_SLIDE_LEVERS 4
#define MAX_SLIDE_CHANGES 6
#define MAX_SLIDE_CIRCLES 3
#define MAX_LEVERS 8

typedef struct
{
  gboolean deck;
  WbBlock *root;
  WbDiagnosis *diagnosis;
  WbDiagnosis *before; /* (nullable) */
  const WbAssessment *assessment;
  const WbAssessment *earlier;
  WbLibrary *library;
} Report;

char *
wb_diagnosis_report_format_day (const WbAssessment *assessment)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (assessment != NULL, NULL);

  time = g_date_time_new_from_unix_local (assessment->begun);

  return time != NULL ? g_date_time_format (time, _("%B %-d, %Y")) : g_strdup ("");
}

char *
wb_diagnosis_report_describe (const WbAssessment *assessment,
                              const WbDiagnosis  *diagnosis)
{
  g_autofree char *day = NULL;
  g_autofree char *people = NULL;

  g_return_val_if_fail (assessment != NULL && diagnosis != NULL, NULL);

  day = wb_diagnosis_report_format_day (assessment);
  people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", wb_diagnosis_count_people (diagnosis)),
                            wb_diagnosis_count_people (diagnosis));

  /* Translators: day, "7 people", answered statements of all */
  return g_strdup_printf (_("%s · %s · %u of %u statements answered"), day, people,
                          wb_diagnosis_count_answered (diagnosis), wb_diagnosis_count_statements (diagnosis));
}

static void
begin_part (Report     *report,
            const char *title)
{
  if (report->deck)
    wb_block_append (report->root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  wb_block_append_heading (report->root, 2, title);
}

static WbBlock *
begin_table (WbBlock *root)
{
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));

  table->header_rows = 1;

  return table;
}

static char *
format_level (int level)
{
  return level != WB_LEVEL_UNKNOWN ? g_strdup_printf ("%d · %s", level, wb_level_get_label (level))
                                   : g_strdup (wb_level_get_label (level));
}

static void
append_figure (Report   *report,
               WbFigure *figure)
{
  wb_block_append (report->root, wb_figure_create_block (figure));
}

static void
append_matrix (Report *report)
{
  g_autoptr (WbFigure) figure = wb_diagnosis_figure_heat (report->diagnosis);

  begin_part (report, _("What slows data work down here"));
  append_figure (report, figure);
}

static int
compare_medians (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const WbDiagnosisBarrier *first = *(const WbDiagnosisBarrier *const *) a;
  const WbDiagnosisBarrier *second = *(const WbDiagnosisBarrier *const *) b;
  const double left = wb_diagnosis_get_barrier (user_data, first->id)->median;
  const double right = wb_diagnosis_get_barrier (user_data, second->id)->median;

  return left > right ? -1 : left < right ? 1 : g_strcmp0 (first->id, second->id);
}

/* The barriers that are felt, the strongest first. (transfer full) */
static GPtrArray *
list_felt (const WbDiagnosis *diagnosis)
{
  GPtrArray *barriers = wb_diagnosis_get_barriers (diagnosis);
  GPtrArray *felt = g_ptr_array_new ();

  for (guint i = 0; i < barriers->len; i++)
    {
      const WbDiagnosisBarrier *barrier = g_ptr_array_index (barriers, i);

      if (wb_diagnosis_get_barrier (diagnosis, barrier->id)->level >= WB_LEVEL_STRONG)
        g_ptr_array_add (felt, (gpointer) barrier);
    }
  g_ptr_array_sort_with_data (felt, compare_medians, (gpointer) diagnosis);

  return felt;
}

static void
append_felt_row (Report                   *report,
                 WbBlock                  *table,
                 const WbDiagnosisBarrier *barrier)
{
  const WbScore *score = wb_diagnosis_get_barrier (report->diagnosis, barrier->id);
  g_autofree char *field = g_strdup_printf ("%s · %s", wb_cause_get_label (barrier->barrier->cause),
                                            wb_dimension_get_label (barrier->barrier->dimension));
  g_autofree char *level = format_level (score->level);
  g_autofree char *spread = g_strdup_printf ("%d–%d", score->lower, score->upper);
  g_autofree char *n = g_strdup_printf ("%u", score->n);

  if (report->deck)
    wb_block_append_row (table, barrier->title, field, level, NULL);
  else
    wb_block_append_row (table, barrier->title, field, level, spread, n, NULL);
}

static void
append_felt (Report *report)
{
  g_autoptr (GPtrArray) felt = list_felt (report->diagnosis);
  WbBlock *table;

  begin_part (report, _("What weighs most"));
  if (felt->len == 0)
    {
      wb_block_append_paragraph (report->root, wb_diagnosis_count_answered (report->diagnosis) > 0
                                                 ? _("No barrier reaches level 3 (strong).")
                                                 : _("Nothing was answered yet, so nothing can be said."));
      return;
    }

  table = begin_table (report->root);
  if (report->deck)
    wb_block_append_row (table, _("Barrier"), _("Field"), _("Level"), NULL);
  else
    wb_block_append_row (table, _("Barrier"), _("Field"), _("Level"), _("Spread"), _("Replies"), NULL);
  for (guint i = 0; i < felt->len && !(report->deck && i == MAX_SLIDE_BARRIERS); i++)
    append_felt_row (report, table, g_ptr_array_index (felt, i));
}

static void
append_finding (WbBlock               *table,
                const WbCircleFinding *finding)
{
  g_autofree char *links = g_strdup_printf (_("%u of %u"), finding->n_felt, finding->n_known);
  g_autofree char *certainty = g_strdup_printf (_("%s (%u %%)"), wb_certainty_get_label (finding->certainty),
                                                (guint) (finding->share_known * 100 + 0.5));

  wb_block_append_row (table, finding->circle->title, wb_turn_get_label (finding->turn), links, certainty, NULL);
}

/* What the arrows of the circle mean: in words below the figure, on slides for those who speak. */
static void
append_arrows (WbBlock        *root,
               const WbCircle *circle,
               gboolean        notes)
{
  WbBlock *list = wb_block_append (root, wb_block_new (notes ? WB_BLOCK_CALLOUT : WB_BLOCK_LIST));

  if (notes)
    list->callout = WB_CALLOUT_NOTES;
  for (guint i = 0; i < circle->links->len; i++)
    {
      const WbCircleLink *link = g_ptr_array_index (circle->links, i);
      /* Translators: numbers of two links, and how the one leads to the other */
      g_autofree char *text = g_strdup_printf (_("From %u to %u: %s"), i + 1, (i + 1) % circle->links->len + 1, link->text);

      wb_block_append_paragraph (notes ? list : wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), text);
    }
}

static gboolean
is_uncertain (const WbCircle    *circle,
              const WbDiagnosis *diagnosis)
{
  for (guint i = 0; i < circle->links->len; i++)
    if (wb_diagnosis_figure_is_uncertain (circle, diagnosis, i))
      return TRUE;

  return FALSE;
}

static void
append_circle (WbBlock                 *root,
               const WbDiagnosisCircle *circle,
               GPtrArray               *barriers,
               const WbDiagnosis       *diagnosis,
               gboolean                 deck)
{
  g_autoptr (WbFigure) figure = wb_diagnosis_figure_circle (circle, barriers, diagnosis, -1);

  wb_block_append (root, wb_figure_create_block (figure));
  if (is_uncertain (circle->circle, diagnosis))
    wb_block_append_paragraph (root, _("Dashed: not sure, as nothing is known about one of the two barriers."));
  append_arrows (root, circle->circle, deck);
}

static void
append_circles (Report *report)
{
  GPtrArray *findings = wb_diagnosis_get_findings (report->diagnosis);
  WbBlock *table;

  begin_part (report, _("Which circles turn"));
  table = begin_table (report->root);
  wb_block_append_row (table, _("Circle"), _("Finding"), _("Links felt"), _("Certainty"), NULL);
  for (guint i = 0; i < findings->len; i++)
    append_finding (table, g_ptr_array_index (findings, i));
  for (guint i = 0; i < findings->len; i++)
    {
      const WbCircleFinding *finding = g_ptr_array_index (findings, i);

      if (finding->turn < WB_TURN_SETS_IN || (report->deck && i == MAX_SLIDE_CIRCLES))
        break;
      if (report->deck)
        begin_part (report, finding->circle->title);
      append_circle (report->root, finding->circle, wb_diagnosis_get_barriers (report->diagnosis), report->diagnosis, report->deck);
    }
}

static void
append_entries (Report        *report,
                WbBlock       *item,
                const WbLever *lever)
{
  WbBlock *paragraph;
  guint n = 0;

  for (guint i = 0; i < lever->to->len; i++)
    {
      const char *id = g_ptr_array_index (lever->to, i);
      g_autofree char *title = NULL;

      if (!wb_library_lookup (report->library, id, &title, NULL))
        continue;
      if (n++ == 0)
        {
          paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));
          wb_block_append_text (paragraph, _("Helps with it:"), 0, NULL);
        }
      wb_block_append_text (paragraph, n > 1 ? ", " : " ", 0, NULL);
      wb_block_append_text (paragraph, title, WB_INLINE_EMPHASIS, NULL);
    }
}

static void
append_levers (Report *report)
{
  GPtrArray *advice = wb_diagnosis_get_advice (report->diagnosis);
  WbBlock *list;

  begin_part (report, _("Where the levers are"));
  if (advice->len == 0)
    {
      wb_block_append_paragraph (report->root, _("No circle turns or is setting in, as far as was answered."));
      return;
    }

  list = wb_block_append (report->root, wb_block_new (WB_BLOCK_LIST));
  for (guint i = 0; i < advice->len && i < (report->deck ? MAX_SLIDE_LEVERS : MAX_LEVERS); i++)
    {
      const WbLeverAdvice *next = g_ptr_array_index (advice, i);
      WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
      WbBlock *paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));

      wb_block_append_text (paragraph, next->lever->title, WB_INLINE_STRONG, NULL);
      wb_block_append_text (paragraph, " (", 0, NULL);
      wb_block_append_text (paragraph, next->finding->circle->title, 0, NULL);
      wb_block_append_text (paragraph, ")", 0, NULL);
      if (report->deck)
        continue;
      wb_block_append_paragraph (item, next->lever->text);
      append_entries (report, item, next->lever);
    }
}

static gboolean
append_change (Report      *report,
               WbBlock     *table,
               WbDimension  dimension,
               WbCause      cause)
{
  const WbScore *before = wb_diagnosis_get_field (report->before, dimension, cause);
  const WbScore *now = wb_diagnosis_get_field (report->diagnosis, dimension, cause);
  g_autofree char *field = g_strdup_printf ("%s · %s", wb_cause_get_label (cause), wb_dimension_get_label (dimension));
  g_autofree char *from = format_level (before->level);
  g_autofree char *to = format_level (now->level);
  g_autofree char *text = NULL;
  int change = 0;
  gboolean known = wb_score_compare (before, now, &change);

  if (report->deck && (!known || change == 0))
    return FALSE;

  text = !known ? g_strdup (_("not comparable")) : change == 0 ? g_strdup (_("unchanged")) : g_strdup_printf ("%+d", change);
  wb_block_append_row (table, field, from, to, text, NULL);

  return TRUE;
}

static void
append_comparison (Report *report)
{
  g_autofree char *day = NULL;
  g_autofree char *today = NULL;
  WbBlock *table;
  guint n = 0;

  if (report->before == NULL)
    return;

  day = wb_diagnosis_report_format_day (report->earlier);
  today = wb_diagnosis_report_format_day (report->assessment);
  begin_part (report, _("What has changed"));
  table = begin_table (report->root);
  wb_block_append_row (table, _("Field"), day, today, _("Difference"), NULL);
  for (guint cause = 0; cause < WB_N_CAUSES; cause++)
    for (guint dimension = 0; dimension < WB_N_DIMENSIONS && !(report->deck && n == MAX_SLIDE_CHANGES); dimension++)
      n += append_change (report, table, dimension, cause);
  if (n == 0)
    wb_block_append_row (table, _("No field has changed"), "", "", "", NULL);
}

static void
append_graph (Report *report)
{
  g_autoptr (WbFigure) figure = NULL;
  GPtrArray *findings = wb_diagnosis_get_findings (report->diagnosis);
  const WbCircleFinding *strongest = findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;
  const gboolean turns = strongest != NULL && strongest->turn >= WB_TURN_SETS_IN;

  if (report->deck)
    return;

  figure = wb_diagnosis_figure_graph (wb_diagnosis_get_barriers (report->diagnosis), turns ? strongest->circle : NULL, NULL);
  begin_part (report, _("How the barriers hang together"));
  if (turns)
    {
      g_autofree char *text = g_strdup_printf (_("Drawn out: the circle “%s”."), strongest->circle->title);

      wb_block_append_paragraph (report->root, text);
    }
  append_figure (report, figure);
}

static void
append_rules (Report *report)
{
  g_auto (GStrv) rules = wb_diagnosis_get_rules ();
  WbBlock *list;

  if (report->deck)
    {
      WbBlock *notes = wb_block_append (report->root, wb_block_new (WB_BLOCK_CALLOUT));

      notes->callout = WB_CALLOUT_NOTES;
      for (guint i = 0; rules[i] != NULL; i++)
        wb_block_append_paragraph (notes, rules[i]);
      return;
    }

  begin_part (report, _("How this was calculated"));
  list = wb_block_append (report->root, wb_block_new (WB_BLOCK_LIST));
  for (guint i = 0; rules[i] != NULL; i++)
    wb_block_append_paragraph (wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), rules[i]);
}

static void
fill (Report     *report,
      const char *title)
{
  g_autofree char *line = wb_diagnosis_report_describe (report->assessment, report->diagnosis);

  if (report->deck)
    wb_block_append_heading (report->root, 1, title);
  wb_block_append_paragraph (report->root, line);
  append_matrix (report);
  append_felt (report);
  append_circles (report);
  append_levers (report);
  append_comparison (report);
  append_graph (report);
  append_rules (report);
  wb_block_assign_anchors (report->root);
}

WbDocument *
wb_diagnosis_report_new (WbDocumentFormat    format,
                         const WbAssessment *assessment,
                         const WbAssessment *earlier,
                         GPtrArray          *barriers,
                         GPtrArray          *circles,
                         WbMunicipality     *town,
                         WbLibrary          *library)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr (WbDiagnosis) diagnosis = NULL;
  g_autoptr (WbDiagnosis) before = NULL;
  Report report;
  WbDocument *document;

  g_return_val_if_fail (assessment != NULL, NULL);
  g_return_val_if_fail (barriers != NULL && circles != NULL, NULL);
  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);

  diagnosis = wb_diagnosis_new (assessment, barriers, circles);
  before = earlier != NULL ? wb_diagnosis_new (earlier, barriers, circles) : NULL;
  report = (Report){ format == WB_DOCUMENT_DECK, root, diagnosis, before, assessment, earlier, library };
  fill (&report, _("Where we stand"));
  document = wb_document_new (format, _("Where we stand"), root);
  wb_document_set_head (document, town != NULL ? wb_municipality_get_name (town) : NULL,
                        town != NULL ? wb_municipality_get_district (town) : NULL, _("Self-check"),
                        *assessment->title != '\0' ? assessment->title : NULL);
  wb_document_set_foot (document, _("Own assessment of those who took part; not an audit. What was not answered has no level."));

  return document;
}

WbDocument *
wb_diagnosis_report_new_circle (const WbDiagnosisCircle *circle,
                                GPtrArray               *barriers,
                                const WbDiagnosis       *diagnosis,
                                WbLibrary               *library)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  Report report = { TRUE, root, NULL, NULL, NULL, NULL, library };
  WbBlock *list;

  g_return_val_if_fail (circle != NULL && barriers != NULL, NULL);
  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);

  wb_block_append_heading (root, 2, circle->title);
  append_circle (root, circle, barriers, diagnosis, TRUE);
  begin_part (&report, _("Where the levers are"));
  list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
  for (guint i = 0; i < circle->circle->levers->len; i++)
    {
      const WbLever *lever = g_ptr_array_index (circle->circle->levers, i);
      g_autofree char *letter = wb_diagnosis_lever_letter (i);
      WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
      WbBlock *paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));

      wb_block_append_text (paragraph, letter, WB_INLINE_STRONG, NULL);
      wb_block_append_text (paragraph, " · ", 0, NULL);
      wb_block_append_text (paragraph, lever->title, WB_INLINE_STRONG, NULL);
      wb_block_append_text (paragraph, ": ", 0, NULL);
      wb_block_append_text (paragraph, lever->text, 0, NULL);
    }
  wb_block_assign_anchors (root);

  return wb_document_new (WB_DOCUMENT_DECK, circle->title, root);
}
