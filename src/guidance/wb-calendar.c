/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-day.h"

/* Longest line without its end, in octets (RFC 5545, 3.1). */
#define MAX_LINE 75
/* So much of the hash is the name of a task. */
#define UID_LENGTH 40

/* One line of the file, folded: a space begins each further one, and no character is torn. */
static void
add_line (GString    *text,
          const char *name,
          const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);
  gsize used = 0;

  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    {
      gsize length = g_utf8_next_char (c) - c;

      if (used + length > MAX_LINE)
        {
          g_string_append (text, "\r\n ");
          used = 1;
        }
      g_string_append_len (text, c, length);
      used += length;
    }
  g_string_append (text, "\r\n");
}

/* TEXT (3.3.11): what separates is escaped, other control characters may not be. */
static void
add_text (GString    *text,
          const char *name,
          const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\n')
        g_string_append (escaped, "\\n");
      else if (character == '\\' || character == ';' || character == ',')
        g_string_append_printf (escaped, "\\%c", (char) character);
      else if (character == '\t' || !g_unichar_iscntrl (character))
        g_string_append_unichar (escaped, character);
    }
  add_line (text, name, escaped->str);
}

/* @days: so much later. */
static void
add_day (GString    *text,
         const char *name,
         const char *value,
         guint       days)
{
  g_autofree char *parameter = g_strconcat (name, ";VALUE=DATE", NULL);
  g_autofree char *shown = NULL;
  GDate day;

  if (!wb_day_parse (value, &day))
    return;
  g_date_add_days (&day, days);
  shown = g_strdup_printf ("%04u%02u%02u", g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
  add_line (text, parameter, shown);
}

/* The same for the same place in the same project, wherever its file lies and whatever the task is called by now. (transfer full) */
static char *
make_uid (const WbTask *task)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *hash = NULL;

  /* With the end of each, so that no two places come together. */
  g_checksum_update (checksum, (const guchar *) task->project_id, strlen (task->project_id) + 1);
  g_checksum_update (checksum, (const guchar *) task->field, strlen (task->field) + 1);
  g_checksum_update (checksum, (const guchar *) task->row, strlen (task->row) + 1);
  hash = g_strndup (g_checksum_get_string (checksum), UID_LENGTH);

  return g_strconcat (hash, "@wegbereiter", NULL);
}

/* What else is known about it, a line each. (transfer full) */
static char *
describe (const WbTask *task)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("Project: %s"), task->project);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _("Step: %s"), task->step_title);
  if (*task->owner != '\0')
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Who: %s"), task->owner);
    }

  return g_string_free (text, FALSE);
}

static void
add_state (GString      *text,
           const WbTask *task)
{
  add_line (text, "STATUS", task->done ? "COMPLETED" : "NEEDS-ACTION");
  add_line (text, "PERCENT-COMPLETE", task->done ? "100" : "0");
}

static void
add_component (GString      *text,
               const WbTask *task,
               gboolean      event,
               const char   *stamp)
{
  const char *component = event ? "VEVENT" : "VTODO";
  g_autofree char *uid = make_uid (task);
  g_autofree char *description = describe (task);

  add_line (text, "BEGIN", component);
  add_line (text, "UID", uid);
  add_line (text, "DTSTAMP", stamp);
  add_text (text, "SUMMARY", task->text);
  add_text (text, "DESCRIPTION", description);
  add_text (text, "CATEGORIES", task->project);
  if (event)
    {
      add_day (text, "DTSTART", task->due, 0);
      add_day (text, "DTEND", task->due, 1);
      add_line (text, "TRANSP", "TRANSPARENT");
    }
  else
    {
      add_day (text, "DUE", task->due, 0);
      add_state (text, task);
    }
  add_line (text, "END", component);
}

char *
wb_calendar_write (GPtrArray      *tasks,
                   WbCalendarForm  form,
                   GDateTime      *stamp)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *time = NULL;
  GString *text;

  g_return_val_if_fail (tasks != NULL && stamp != NULL, NULL);

  utc = g_date_time_to_utc (stamp);
  time = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
  text = g_string_new (NULL);
  add_line (text, "BEGIN", "VCALENDAR");
  add_line (text, "VERSION", "2.0");
  add_line (text, "PRODID", "-//Wegbereiter//" WB_VERSION "//DE");
  add_line (text, "CALSCALE", "GREGORIAN");
  for (guint i = 0; i < tasks->len; i++)
    {
      const WbTask *task = g_ptr_array_index (tasks, i);
      gboolean event = form == WB_CALENDAR_EVENTS || task->kind == WB_TASK_OF_DATE;

      if (!event || *task->due != '\0')
        add_component (text, task, event, time);
    }
  add_line (text, "END", "VCALENDAR");

  return g_string_free (text, FALSE);
}
