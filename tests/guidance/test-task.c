/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-calendar.h"
#include "wb-day.h"
#include "wb-task.h"
#include "wb-test-guide.h"

#include <string.h>

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  GDate today;
} Fixture;

/* A Tuesday. */
#define TODAY "2026-11-24"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  WbStep *step;
  WbField *field;

  fixture->guide = wb_guide_new ("guide", "Guide", 1);
  fixture->answers = wb_answers_new ();
  step = wb_test_add_step (fixture->guide, "step", NULL);
  field = wb_test_add_field (fixture->guide, step, WB_FIELD_TABLE, "work", NULL);
  wb_field_add_column (field, "what", "What", WB_FIELD_TEXT);
  wb_field_add_column (field, "who", "Who", WB_FIELD_TEXT);
  wb_field_add_column (field, "asked", "Asked", WB_FIELD_TEXT);
  wb_field_add_column (field, "until", "Until", WB_FIELD_DATE);
  wb_field_add_column (field, "ready", "Ready", WB_FIELD_YES_NO);
  wb_guide_set_tasks (fixture->guide, "work");
  field = wb_test_add_field (fixture->guide, step, WB_FIELD_CHECKLIST, "check", NULL);
  wb_field_add_option (field, "law", "Law read", NULL);
  wb_field_add_option (field, "room", "Room booked", NULL);
  wb_test_add_field (fixture->guide, step, WB_FIELD_DATE, "council", NULL);
  wb_test_add_field (fixture->guide, wb_test_add_step (fixture->guide, "other", wb_test_answered ("council")),
                     WB_FIELD_DATE, "later", NULL);
  g_assert_true (wb_day_parse (TODAY, &fixture->today));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->guide);
  g_assert_finalize_object (fixture->answers);
}

static void
add_row (Fixture    *fixture,
         const char *row,
         const char *what,
         const char *who,
         const char *until,
         const char *ready)
{
  wb_answers_add_row (fixture->answers, "work", row);
  wb_answers_set (fixture->answers, "work", row, "what", what);
  wb_answers_set (fixture->answers, "work", row, "who", who);
  wb_answers_set (fixture->answers, "work", row, "until", until);
  wb_answers_set (fixture->answers, "work", row, "ready", ready);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  const WbTask *task;

  add_row (fixture, "a", "Ask the\noffice ", "Toni", "2026-12-01", "");
  add_row (fixture, "b", "", "Toni", "2026-12-01", "");
  add_row (fixture, "c", "Write", "", "2026-02-30", "yes");

  tasks = wb_task_list (fixture->guide, fixture->answers);
  g_assert_cmpuint (tasks->len, ==, 2);
  task = g_ptr_array_index (tasks, 0);
  g_assert_cmpint (task->kind, ==, WB_TASK_OF_TABLE);
  g_assert_cmpstr (task->text, ==, "Ask the office");
  g_assert_cmpstr (task->owner, ==, "Toni");
  g_assert_cmpstr (task->due, ==, "2026-12-01");
  g_assert_cmpstr (task->row, ==, "a");
  g_assert_cmpstr (task->column, ==, "ready");
  g_assert_cmpstr (task->step, ==, "step");
  g_assert_false (task->done);
  task = g_ptr_array_index (tasks, 1);
  g_assert_true (task->done);
  g_assert_cmpstr (task->due, ==, "");
}

/* Milestones are tasks wherever they stand, with columns that are known by name. */
static void
test_milestones (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  WbField *field = wb_test_add_field (fixture->guide, wb_test_add_step (fixture->guide, "plan", NULL), WB_FIELD_TABLE, "stones", NULL);
  const WbTask *task;

  field->grid = WB_GRID_MILESTONES;
  wb_field_add_column (field, "name", "Name", WB_FIELD_TEXT);
  wb_field_add_column (field, "date", "Date", WB_FIELD_DATE);
  wb_field_add_column (field, "week", "Week", WB_FIELD_TEXT);
  wb_field_add_column (field, "owner", "Owner", WB_FIELD_TEXT);
  wb_field_add_column (field, "done", "Done", WB_FIELD_YES_NO);
  wb_answers_add_row (fixture->answers, "stones", "s");
  wb_answers_set (fixture->answers, "stones", "s", "name", "Pilot ends");
  wb_answers_set (fixture->answers, "stones", "s", "week", "7");
  wb_answers_set (fixture->answers, "stones", "s", "owner", "Kim");
  wb_answers_set (fixture->answers, "stones", "s", "date", "2026-12-01");

  tasks = wb_task_list (fixture->guide, fixture->answers);
  g_assert_cmpuint (tasks->len, ==, 1);
  task = g_ptr_array_index (tasks, 0);
  g_assert_cmpstr (task->text, ==, "Pilot ends");
  g_assert_cmpstr (task->owner, ==, "Kim");
  g_assert_cmpstr (task->due, ==, "2026-12-01");
  g_assert_cmpstr (task->column, ==, "done");
}

static void
test_items (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  const WbTask *task;

  /* An item that nobody took is none. */
  tasks = wb_task_list (fixture->guide, fixture->answers);
  g_assert_cmpuint (tasks->len, ==, 0);
  g_ptr_array_unref (tasks);

  wb_answers_set (fixture->answers, "check", "room", "owner", "Kim");
  wb_answers_set (fixture->answers, "check", "room", "done", "1");
  tasks = wb_task_list (fixture->guide, fixture->answers);
  g_assert_cmpuint (tasks->len, ==, 1);
  task = g_ptr_array_index (tasks, 0);
  g_assert_cmpint (task->kind, ==, WB_TASK_OF_CHECKLIST);
  g_assert_cmpstr (task->text, ==, "Room booked");
  g_assert_cmpstr (task->owner, ==, "Kim");
  g_assert_cmpstr (task->row, ==, "room");
  g_assert_true (task->done);
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  const WbTask *task;

  /* Of a step that does not apply there is none. */
  wb_answers_set (fixture->answers, "later", "", "", "2027-01-01");
  tasks = wb_task_list (fixture->guide, fixture->answers);
  g_assert_cmpuint (tasks->len, ==, 0);
  g_ptr_array_unref (tasks);

  wb_answers_set (fixture->answers, "council", "", "", "2026-11-01");
  tasks = wb_task_list (fixture->guide, fixture->answers);
  g_assert_cmpuint (tasks->len, ==, 2);
  task = g_ptr_array_index (tasks, 0);
  g_assert_cmpint (task->kind, ==, WB_TASK_OF_DATE);
  g_assert_cmpstr (task->text, ==, "council");
  g_assert_cmpstr (task->column, ==, "");
  g_assert_false (wb_task_is_late (task, &fixture->today));
}

static void
assert_group (Fixture    *fixture,
              const char *until,
              const char *expected)
{
  g_autoptr (GPtrArray) tasks = NULL;
  g_autofree char *group = NULL;

  add_row (fixture, "x", "Task", "", until, "");
  tasks = wb_task_list (fixture->guide, fixture->answers);
  group = wb_task_get_group (g_ptr_array_index (tasks, 0), &fixture->today);
  g_assert_cmpstr (group, ==, expected);
  wb_answers_remove_row (fixture->answers, "work", "x");
}

static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  assert_group (fixture, "", "Without a date");
  assert_group (fixture, "2026-11-23", "Overdue");
  assert_group (fixture, "2026-11-24", "This week");
  assert_group (fixture, "2026-11-29", "This week");
  assert_group (fixture, "2026-11-30", "Next week");
  assert_group (fixture, "2026-12-06", "Next week");
  assert_group (fixture, "2026-12-07", "Week from 07.12. to 13.12.2026");
  assert_group (fixture, "2027-01-01", "Week from 28.12. to 03.01.2027");
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) tasks = NULL;

  add_row (fixture, "a", "none", "", "", "");
  add_row (fixture, "b", "late", "", "2026-12-31", "");
  add_row (fixture, "c", "soon", "", "2026-12-01", "");
  tasks = wb_task_list (fixture->guide, fixture->answers);
  g_ptr_array_sort (tasks, wb_task_compare);
  g_assert_cmpstr (((WbTask *) g_ptr_array_index (tasks, 0))->text, ==, "soon");
  g_assert_cmpstr (((WbTask *) g_ptr_array_index (tasks, 1))->text, ==, "late");
  g_assert_cmpstr (((WbTask *) g_ptr_array_index (tasks, 2))->text, ==, "none");
}

/* (transfer full) */
static char *
write_calendar (Fixture        *fixture,
                WbCalendarForm  form,
                const char     *project)
{
  g_autoptr (GPtrArray) tasks = wb_task_list (fixture->guide, fixture->answers);
  g_autoptr (GDateTime) stamp = g_date_time_new_from_iso8601 ("2026-11-24T10:00:00Z", NULL);

  for (guint i = 0; i < tasks->len; i++)
    {
      WbTask *task = g_ptr_array_index (tasks, i);

      g_free (task->project);
      task->project = g_strdup (project);
      g_free (task->project_id);
      task->project_id = g_strdup ("one");
    }

  return wb_calendar_write (tasks, form, stamp);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *c = strstr (text, part); c != NULL; c = strstr (c + 1, part))
    n++;

  return n;
}

static void
test_calendar (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *tasks = NULL;
  g_autofree char *events = NULL;

  add_row (fixture, "a", "Räume; Flure, \\ Dächer", "Toni", "2026-12-31", "");
  add_row (fixture, "b", "Ohne Tag", "", "", "yes");
  wb_answers_set (fixture->answers, "council", "", "", "2026-12-31");

  tasks = write_calendar (fixture, WB_CALENDAR_TASKS, "Projekt");
  g_assert_true (g_str_has_prefix (tasks, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Wegbereiter//"));
  g_assert_true (g_str_has_suffix (tasks, "END:VCALENDAR\r\n"));
  g_assert_cmpuint (count (tasks, "BEGIN:VTODO\r\n"), ==, 2);
  g_assert_cmpuint (count (tasks, "BEGIN:VEVENT\r\n"), ==, 1);
  g_assert_nonnull (strstr (tasks, "\r\nSUMMARY:Räume\\; Flure\\, \\\\ Dächer\r\n"));
  g_assert_nonnull (strstr (tasks, "\r\nDUE;VALUE=DATE:20261231\r\n"));
  g_assert_nonnull (strstr (tasks, "\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
  g_assert_nonnull (strstr (tasks, "\r\nDTSTAMP:20261124T100000Z\r\n"));
  g_assert_nonnull (strstr (tasks, "\r\nSTATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\n"));

  /* What has no day cannot be an appointment. */
  events = write_calendar (fixture, WB_CALENDAR_EVENTS, "Projekt");
  g_assert_cmpuint (count (events, "BEGIN:VEVENT\r\n"), ==, 2);
  g_assert_cmpuint (count (events, "BEGIN:VTODO\r\n"), ==, 0);
}

static void
test_calendar_lines (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) unfolded = g_string_new (NULL);

  /* Two octets each, so that some fold falls between the two if it can; and a control character that may not be there. */
  for (guint i = 0; i < 200; i++)
    g_string_append (long_text, "ä");
  g_string_append (long_text, "\x07z");
  add_row (fixture, "a", long_text->str, "", "2026-12-31", "");
  text = write_calendar (fixture, WB_CALENDAR_TASKS, "P");
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n\x07"));
      g_string_append (unfolded, lines[i][0] == ' ' ? lines[i] + 1 : lines[i]);
    }
  g_string_truncate (long_text, 400);
  g_assert_nonnull (strstr (unfolded->str, long_text->str));
}

/* (transfer full) */
static char *
find_uid (const char *text)
{
  const char *uid = strstr (text, "\r\nUID:");

  g_assert_nonnull (uid);

  return g_strndup (uid + 2, strcspn (uid + 2, "\r"));
}

static void
test_calendar_uids (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  g_autofree char *uid = NULL, *renamed = NULL, *other = NULL;

  add_row (fixture, "a", "Task", "", "2026-12-31", "");
  first = write_calendar (fixture, WB_CALENDAR_TASKS, "P");
  wb_answers_set (fixture->answers, "work", "a", "what", "Renamed");
  wb_answers_set (fixture->answers, "work", "a", "ready", "yes");
  second = write_calendar (fixture, WB_CALENDAR_TASKS, "Renamed, too");
  wb_answers_remove_row (fixture->answers, "work", "a");
  add_row (fixture, "b", "Task", "", "2026-12-31", "");
  third = write_calendar (fixture, WB_CALENDAR_TASKS, "P");
  uid = find_uid (first);
  renamed = find_uid (second);
  other = find_uid (third);
  g_assert_cmpstr (uid, ==, renamed);
  g_assert_cmpstr (uid, !=, other);
}

static void
test_days (void)
{
  const char *wrong[] = { "", "2026-1-1", "2026-02-30", "0026-01-01", "2026-01-01 ", " 026-01-01", "2026/01/01", "-026-01-01" };
  GDate day, monday;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (wb_day_parse (wrong[i], &day));
  g_assert_true (wb_day_parse ("2027-01-01", &day));
  wb_day_get_monday (&day, &monday);
  text = wb_day_format (&monday);
  g_assert_cmpstr (text, ==, "2026-12-28");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/task/rows", test_rows);
  ADD ("/task/items", test_items);
  ADD ("/task/milestones", test_milestones);
  ADD ("/task/dates", test_dates);
  ADD ("/task/groups", test_groups);
  ADD ("/task/order", test_order);
  ADD ("/calendar/write", test_calendar);
  ADD ("/calendar/lines", test_calendar_lines);
  ADD ("/calendar/uids", test_calendar_uids);
#undef ADD
  g_test_add_func ("/day/parse", test_days);

  return g_test_run ();
}
