/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-grid-figure.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "wb-answer-check.h"
#include "wb-grid-check.h"

#define DAYS_A_WEEK 7

typedef struct
{
  double when; /* in days */
  char *row;
} Stop;

static void
stop_clear (gpointer data)
{
  g_free (((Stop *) data)->row);
}

static void
append_name (GString    *names,
             const char *name)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

/* "Yard: influence 5 of 5, interest 2 of 5. …" */
static void
append_place (GString       *alt,
              const WbField *field,
              WbAnswers     *answers,
              const char    *row,
              const char    *name)
{
  g_autofree char *place = wb_grid_describe_place (field, answers, row);

  g_string_append_printf (alt, "%s%s: %s.", alt->len > 0 ? " " : "", name, place);
}

static WbFigure *
finish_figure (WbFigure *figure,
               GString  *alt,
               GString  *left_out)
{
  if (left_out->len > 0)
    {
      g_string_append_c (alt, ' ');
      g_string_append_printf (alt, _("Not placed yet: %s."), left_out->str);
    }
  g_free (figure->alt);
  figure->alt = g_strdup (alt->str);
  if (figure->parts->len > 0)
    return figure;
  wb_figure_unref (figure);

  return NULL;
}

static WbFigure *
create_places (const WbField *field,
               WbAnswers     *answers)
{
  const gboolean risks = field->grid == WB_GRID_RISKS;
  g_autofree const char **rows = wb_grid_list_rows (field, answers);
  g_autoptr (GString) alt = g_string_new (NULL);
  g_autoptr (GString) left_out = g_string_new (NULL);
  /* Translators: the figures are the product of the two marks from 1 to 5 */
  WbFigure *figure = wb_figure_new (WB_FIGURE_PLACES, risks ? _("Risks by likelihood and damage (both multiplied: blue from 9 on, orange from 15 on)")
                                                            : _("Those involved by influence and interest"), "");

  /* That much influence and interest is nothing to warn of. */
  wb_figure_set_graded (figure, risks);
  wb_figure_set_axes (figure, risks ? _("Damage →") : _("Interest →"), risks ? _("Likelihood ↑") : _("Influence ↑"));
  for (int i = WB_GRID_MIN; i <= WB_GRID_MAX; i++)
    {
      g_autofree char *column = g_strdup_printf ("%d", i);
      g_autofree char *row = g_strdup_printf ("%d", WB_GRID_MAX + WB_GRID_MIN - i);

      wb_figure_add_column (figure, column);
      wb_figure_add_row (figure, row);
    }
  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *name = wb_grid_get_row_name (field, answers, rows[i]);
      const int y = wb_grid_get_strength (field, answers, rows[i], risks ? "likelihood" : "influence");
      const int x = wb_grid_get_strength (field, answers, rows[i], risks ? "damage" : "interest");

      if (*name == '\0')
        continue;
      if (x == 0 || y == 0)
        {
          append_name (left_out, name);
          continue;
        }
      wb_figure_part_set_place (wb_figure_add_part (figure, name, NULL), (guint) (WB_GRID_MAX - y), (guint) (x - WB_GRID_MIN));
      append_place (alt, field, answers, rows[i], name);
    }

  return finish_figure (figure, alt, left_out);
}

/* The days since the year 1, or of the project's weeks; FALSE when the row says neither. */
static gboolean
read_stop (const WbField *field,
           WbAnswers     *answers,
           const char    *row,
           gboolean       by_date,
           double        *when)
{
  const char *date = wb_answers_get (answers, field->id, row, "date");
  const char *week = wb_answers_get (answers, field->id, row, "week");
  int year, month, day;
  GDate value;

  if (by_date)
    {
      if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 || year < 1 || month < 1 || day < 1
          || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        return FALSE;
      g_date_clear (&value, 1);
      g_date_set_dmy (&value, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
      *when = g_date_get_julian (&value);

      return TRUE;
    }
  if (*week == '\0')
    return FALSE;
  *when = g_ascii_strtod (week, NULL) * DAYS_A_WEEK;

  return TRUE;
}

static int
compare_stops (gconstpointer a,
               gconstpointer b)
{
  const double first = ((const Stop *) a)->when, second = ((const Stop *) b)->when;

  return (first > second) - (first < second);
}

/* The stops in order of time; what has no day goes to @left_out. Days count when any row has one, else weeks.
 * (transfer full) */
static GArray *
list_stops (const WbField *field,
            WbAnswers     *answers,
            gboolean      *by_date,
            GString       *left_out)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));

  g_array_set_clear_func (stops, stop_clear);
  *by_date = FALSE;
  for (guint i = 0; rows[i] != NULL; i++)
    *by_date = *by_date || *wb_answers_get (answers, field->id, rows[i], "date") != '\0';
  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *name = wb_answers_get (answers, field->id, rows[i], "name");
      Stop stop = { 0, NULL };

      if (*name == '\0')
        continue;
      if (!read_stop (field, answers, rows[i], *by_date, &stop.when))
        {
          append_name (left_out, name);
          continue;
        }
      stop.row = g_strdup (rows[i]);
      g_array_append_val (stops, stop);
    }
  g_array_sort (stops, compare_stops);

  return stops;
}

static WbFigure *
create_timeline (const WbField *field,
                 WbAnswers     *answers)
{
  g_autoptr (GString) alt = g_string_new (NULL);
  g_autoptr (GString) left_out = g_string_new (NULL);
  WbFigure *figure = wb_figure_new (WB_FIGURE_TIMELINE, _("Milestones"), "");
  gboolean by_date;
  g_autoptr (GArray) stops = list_stops (field, answers, &by_date, left_out);

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      const char *name = wb_answers_get (answers, field->id, stop->row, "name");
      const gboolean done = g_str_equal (wb_answers_get (answers, field->id, stop->row, "done"), "yes");
      g_autofree char *number = wb_answer_number_to_display (wb_answers_get (answers, field->id, stop->row, "week"));
      g_autofree char *when = by_date
                                ? wb_answer_date_to_display (wb_answers_get (answers, field->id, stop->row, "date"))
                                : g_strdup_printf (_("Week %s"), number);
      /* Translators: a milestone that is done. */
      g_autofree char *title = done ? g_strdup_printf (_("%s (done)"), name) : g_strdup (name);
      WbFigurePart *part = wb_figure_add_part (figure, title, when);

      part->value = stop->when;
      wb_figure_part_set_strong (part, done);
      g_string_append_printf (alt, "%s%s: %s.", alt->len > 0 ? " " : "", when, title);
    }

  return finish_figure (figure, alt, left_out);
}

WbFigure *
wb_grid_create_figure (const WbField *field,
                       WbAnswers     *answers)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (answers == NULL)
    return NULL;

  switch (field->grid)
    {
    case WB_GRID_STAKEHOLDERS:
    case WB_GRID_RISKS:
      return create_places (field, answers);
    case WB_GRID_MILESTONES:
      return create_timeline (field, answers);
    case WB_GRID_NONE:
    case WB_GRID_PERSONS:
    case WB_GRID_RACI:
    case WB_GRID_DATA:
    case WB_GRID_INTERFACES:
    case WB_GRID_DECISIONS:
    default:
      return NULL;
    }
}
