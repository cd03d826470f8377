/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-council-gap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-answer-fault.h"
#include "wb-day.h"
#include "wb-document-fill.h"
#include "wb-grid-check.h"
#include "wb-rules.h"
#include "wb-task.h"

/* What the functions below look at and fill. */
typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  GPtrArray *papers; /* WbCouncilPaper: those that apply; borrowed */
  const WbField *meeting; /* (nullable) */
  const GDate *today;
  const char *due; /* of what the papers need; "" while no day is set */
  GPtrArray *gaps;
} Search;

void
wb_council_paper_free (WbCouncilPaper *self)
{
  g_free (self->name);
  g_free (self->title);
  g_hash_table_unref (self->fields);
  g_ptr_array_unref (self->signatures);
  g_free (self);
}

void
wb_council_gap_free (WbCouncilGap *self)
{
  g_free (self->title);
  g_free (self->reason);
  g_free (self->due);
  g_free (self->field);
  g_free (self->row);
  g_free (self->step_title);
  g_free (self);
}

const WbField *
wb_council_find_meeting (WbGuide   *guide,
                         WbAnswers *answers)
{
  const WbCouncil *council;
  const WbField *field;

  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  council = wb_guide_get_council (guide);
  field = council != NULL && council->meeting != NULL ? wb_guide_get_field (guide, council->meeting) : NULL;

  return field != NULL && wb_field_applies (field, guide, answers) ? field : NULL;
}

/* @field: (nullable); takes @title and @reason. (transfer none) */
static WbCouncilGap *
add (Search           *search,
     WbCouncilGapKind  kind,
     gboolean          must,
     const WbField    *field,
     char             *title,
     char             *reason,
     const char       *due)
{
  const WbStep *step = field != NULL ? wb_guide_find_step_of (search->guide, field) : NULL;
  WbCouncilGap *gap = g_new0 (WbCouncilGap, 1);
  GDate day;

  gap->kind = kind;
  gap->must = must;
  gap->timed = wb_day_parse (due, &day);
  gap->days = gap->timed ? g_date_days_between (search->today, &day) : 0;
  gap->title = title;
  gap->reason = reason;
  gap->due = g_strdup (gap->timed ? due : "");
  gap->field = g_strdup (field != NULL ? field->id : "");
  gap->row = g_strdup ("");
  gap->step_title = g_strdup (step != NULL ? step->title : "");
  g_ptr_array_add (search->gaps, gap);

  return gap;
}

static void
add_days (Search              *search,
          const WbCouncilDays *days)
{
  GDate meeting, hand_in;

  if (!wb_day_parse (days->meeting, &meeting))
    {
      add (search, WB_COUNCIL_GAP_DATE, TRUE, search->meeting, g_strdup (_("The day of the meeting is not set")),
           g_strdup (_("Without it nothing can be planned backwards. The office of the council knows the dates.")), "");
      return;
    }
  if (g_date_compare (&meeting, search->today) < 0)
    add (search, WB_COUNCIL_GAP_DATE, TRUE, search->meeting, g_strdup (_("The meeting is over")),
         g_strdup (_("Please set the next one, or note what was decided.")), days->meeting);
  if (!wb_day_parse (days->hand_in, &hand_in))
    add (search, WB_COUNCIL_GAP_DATE, FALSE, NULL, g_strdup (_("Until when the papers are to be handed in is not set")),
         g_strdup (_("How early that is, the law of your Land and the rules of procedure of your council say. Please ask the office of the council.")),
         "");
  else if (g_date_compare (&hand_in, &meeting) > 0)
    add (search, WB_COUNCIL_GAP_DATE, TRUE, NULL, g_strdup (_("The papers would be handed in after the meeting")),
         g_strdup (_("One of the two days is wrong.")), days->hand_in);
}

/* The titles of the papers that show @field; NULL when none does. (transfer full) (nullable) */
static char *
name_papers (Search        *search,
             const WbField *field)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < search->papers->len; i++)
    {
      const WbCouncilPaper *paper = g_ptr_array_index (search->papers, i);

      if (g_hash_table_contains (paper->fields, field->id))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", paper->title);
    }

  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
look_at_papers (Search        *search,
                const WbField *field)
{
  g_autofree char *names = field != search->meeting ? name_papers (search, field) : NULL;
  const char *fault;

  if (names == NULL)
    return;
  if (!wb_field_is_answered (field, search->answers))
    {
      if (field->need != WB_NEED_OPTIONAL)
        /* Translators: %s are documents. */
        add (search, WB_COUNCIL_GAP_PAPER, field->need == WB_NEED_REQUIRED, field, g_strdup (field->label),
             g_strdup_printf (_("Not answered, and needed in: %s"), names), search->due);
      return;
    }
  fault = wb_answer_find_fault (field, search->guide, search->answers);
  if (fault != NULL)
    /* Translators: what is wrong with an answer, a sentence; documents. */
    add (search, WB_COUNCIL_GAP_PAPER, TRUE, field, g_strdup (field->label), g_strdup_printf (_("%s It stands in: %s"), fault, names),
         search->due);
}

static void
look_at_choice (Search        *search,
                const WbField *field)
{
  const WbCouncil *council = wb_guide_get_council (search->guide);
  const char *value = wb_answers_get (search->answers, field->id, "", "");
  g_autofree char *names = NULL;
  g_autofree char *answer = NULL;

  if (council == NULL || *value == '\0' || !wb_council_leaves_open (council, field->id, value))
    return;
  names = name_papers (search, field);
  answer = wb_answer_to_display (field, NULL, value);
  add (search, WB_COUNCIL_GAP_DECISION, names != NULL || field->need == WB_NEED_REQUIRED, field, g_strdup (field->label),
       names != NULL ? g_strdup_printf (_("The answer so far is “%s”; it stands in: %s"), answer, names)
                     : g_strdup_printf (_("The answer so far is “%s”."), answer),
       search->due);
}

static void
look_at_decisions (Search        *search,
                   const WbField *field)
{
  g_autofree const char **rows = wb_answers_list_rows (search->answers, field->id);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *question = wb_answers_get (search->answers, field->id, rows[i], "question");
      WbCouncilGap *gap;

      if (*question == '\0' || *wb_answers_get (search->answers, field->id, rows[i], "decision") != '\0')
        continue;
      gap = add (search, WB_COUNCIL_GAP_DECISION, FALSE, field, g_strdelimit (g_strdup (question), "\r\n\t", ' '),
                 g_strdup_printf (_("Listed under “%s”, but nothing is decided."), field->label), search->due);
      g_free (gap->row);
      gap->row = g_strdup (rows[i]);
    }
}

static void
look_at_people (Search        *search,
                const WbField *field)
{
  g_autoptr (GPtrArray) findings = wb_grid_list_findings (field, search->guide, search->answers);

  for (guint i = 0; i < findings->len; i++)
    {
      const WbFinding *finding = g_ptr_array_index (findings, i);

      /* Only who is missing can be filled in. No list makes anybody a must: whether a law does, the reason says. */
      if (finding->fill != NULL)
        add (search, WB_COUNCIL_GAP_PEOPLE, FALSE, field, g_strdup (finding->title),
             finding->source != NULL ? g_strdup_printf ("%s (%s)", finding->reason, finding->source) : g_strdup (finding->reason),
             search->due);
    }
}

static void
look_at_field (Search        *search,
               const WbField *field)
{
  if (!wb_field_applies (field, search->guide, search->answers))
    return;

  look_at_papers (search, field);
  if (field->type == WB_FIELD_CHOICE)
    look_at_choice (search, field);
  else if (field->grid == WB_GRID_DECISIONS)
    look_at_decisions (search, field);
  else if (field->grid == WB_GRID_STAKEHOLDERS)
    look_at_people (search, field);
}

static void
look_at_tasks (Search     *search,
               GPtrArray  *tasks,
               const char *meeting)
{
  GDate last, due;
  gboolean known = wb_day_parse (meeting, &last);

  for (guint i = 0; i < tasks->len; i++)
    {
      const WbTask *task = g_ptr_array_index (tasks, i);
      gboolean late = wb_task_is_late (task, search->today);
      WbCouncilGap *gap;

      if (task->kind == WB_TASK_OF_DATE || task->done || !wb_day_parse (task->due, &due))
        continue;
      if (!late && (!known || g_date_compare (&due, &last) > 0))
        continue;
      gap = add (search, late ? WB_COUNCIL_GAP_LATE : WB_COUNCIL_GAP_TASK, late, wb_guide_get_field (search->guide, task->field),
                 g_strdup (task->text), *task->owner != '\0' ? g_strdup_printf (_("To be done by: %s"), task->owner)
                                                             : g_strdup (_("Nobody is named who does it.")), task->due);
      g_free (gap->row);
      gap->row = g_strdup (task->row);
    }
}

/* The sort is stable: what is equal stays in the order of the guide. */
static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const WbCouncilGap *first = *(const WbCouncilGap *const *) a;
  const WbCouncilGap *second = *(const WbCouncilGap *const *) b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (first->must != second->must)
    return first->must ? -1 : 1;

  return first->kind == WB_COUNCIL_GAP_LATE || first->kind == WB_COUNCIL_GAP_TASK ? strcmp (first->due, second->due) : 0;
}

/* Those of @papers that the guide does not leave out. (transfer container) */
static GPtrArray *
filter_papers (GPtrArray *papers,
               WbGuide   *guide,
               WbAnswers *answers)
{
  GPtrArray *applying = g_ptr_array_new ();

  for (guint i = 0; i < papers->len; i++)
    {
      WbCouncilPaper *paper = g_ptr_array_index (papers, i);
      const WbGuideDocument *document = wb_guide_get_document (guide, paper->name);

      if (document != NULL && wb_document_fill_get_reason (document, guide, answers) == NULL)
        g_ptr_array_add (applying, paper);
    }

  return applying;
}

GPtrArray *
wb_council_gap_list (WbGuide             *guide,
                     WbAnswers           *answers,
                     GPtrArray           *papers,
                     GPtrArray           *tasks,
                     const WbCouncilDays *days,
                     const GDate         *today)
{
  g_autoptr (GPtrArray) applying = NULL;
  GPtrArray *steps;
  Search search = { .guide = guide, .answers = answers, .today = today };
  GDate day;

  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);
  g_return_val_if_fail (papers != NULL && tasks != NULL && days != NULL && today != NULL, NULL);

  search.papers = applying = filter_papers (papers, guide, answers);
  search.meeting = wb_council_find_meeting (guide, answers);
  search.due = wb_day_parse (days->hand_in, &day) ? days->hand_in : wb_day_parse (days->meeting, &day) ? days->meeting : "";
  search.gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_council_gap_free);
  add_days (&search, days);
  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        look_at_field (&search, g_ptr_array_index (step->fields, j));
    }
  look_at_tasks (&search, tasks, days->meeting);
  g_ptr_array_sort (search.gaps, compare_gaps);

  return search.gaps;
}

guint
wb_council_gap_count_must (GPtrArray *gaps)
{
  guint n = 0;

  g_return_val_if_fail (gaps != NULL, 0);

  for (guint i = 0; i < gaps->len; i++)
    n += ((const WbCouncilGap *) g_ptr_array_index (gaps, i))->must;

  return n;
}

const char *
wb_council_gap_kind_to_words (WbCouncilGapKind kind)
{
  switch (kind)
    {
    case WB_COUNCIL_GAP_DATE:
      return _("Days");
    case WB_COUNCIL_GAP_LATE:
      return _("Overdue tasks");
    case WB_COUNCIL_GAP_PAPER:
      return _("Missing in the papers");
    case WB_COUNCIL_GAP_DECISION:
      return _("Still undecided");
    case WB_COUNCIL_GAP_PEOPLE:
      return _("Who should be asked");
    case WB_COUNCIL_GAP_TASK:
      return _("Tasks until the meeting");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
wb_council_gap_get_weight (const WbCouncilGap *self)
{
  g_return_val_if_fail (self != NULL, "");

  /* Translators: how much something matters before a meeting. */
  return self->must ? C_("weight", "must") : C_("weight", "should");
}

gboolean
wb_council_gap_has_own_day (const WbCouncilGap *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->timed && (self->kind == WB_COUNCIL_GAP_LATE || self->kind == WB_COUNCIL_GAP_TASK);
}

/* (transfer full) */
static char *
days_to_words (int days)
{
  if (days == 0)
    return g_strdup (_("today"));
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day over", "%d days over", (gulong) -days), -days);

  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), days);
}

char *
wb_council_day_to_words (const char  *day,
                         const GDate *today)
{
  g_autofree char *shown = NULL;
  g_autofree char *left = NULL;
  GDate parsed;

  g_return_val_if_fail (day != NULL && today != NULL, NULL);

  if (!wb_day_parse (day, &parsed))
    return g_strdup ("");
  shown = wb_answer_date_to_display (day);
  left = days_to_words (g_date_days_between (today, &parsed));

  /* Translators: a day, and how long until then. */
  return g_strdup_printf (_("%s (%s)"), shown, left);
}

char *
wb_council_summarize (const char *meeting,
                      GPtrArray  *gaps)
{
  g_autofree char *date = NULL;
  GDate day;

  g_return_val_if_fail (meeting != NULL && gaps != NULL, NULL);

  if (!wb_day_parse (meeting, &day))
    return g_strdup ("");
  date = wb_answer_date_to_display (meeting);
  if (gaps->len == 0)
    return g_strdup_printf (_("Council meeting on %s: nothing is missing"), date);

  /* Translators: a day; how many things. */
  return g_strdup_printf (ngettext ("Council meeting on %s: %u thing missing", "Council meeting on %s: %u things missing", gaps->len), date,
                          gaps->len);
}
