/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-lock-holder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In bytes; both and the time fit into WB_FILE_LOCK_MAX_OWNER. */
#define MAX_NAME 48
#define MAX_COMPUTER 32

/* One line, no longer than @max bytes. (transfer full) */
static char *
cut (const char *text,
     gsize       max)
{
  char *line = g_strdelimit (g_utf8_make_valid (text, -1), "\t\r\n", ' ');

  if (strlen (line) > max)
    *g_utf8_find_prev_char (line, line + max + 1) = '\0';

  return line;
}

char *
wb_lock_holder_make (gint64 now)
{
  const char *real = g_get_real_name ();
  g_autofree char *name = cut (*real != '\0' && !g_str_equal (real, "Unknown") ? real : g_get_user_name (), MAX_NAME);
  g_autofree char *computer = cut (g_get_host_name (), MAX_COMPUTER);

  return g_strdup_printf ("%" G_GINT64_FORMAT "\t%s\t%s", now, name, computer);
}

char *
wb_lock_holder_to_sentence (const char *name,
                            const char *holder)
{
  g_auto (GStrv) parts = holder != NULL ? g_strsplit (holder, "\t", 3) : NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *since = NULL;
  gint64 seconds;

  g_return_val_if_fail (name != NULL, NULL);

  if (parts != NULL && g_strv_length (parts) == 3 && g_ascii_string_to_signed (parts[0], 10, 0, G_MAXINT64 / 2, &seconds, NULL))
    time = g_date_time_new_from_unix_local (seconds);
  if (time == NULL)
    return g_strdup_printf (_("“%s” is open elsewhere, so the project can be read but not changed here."), name);
  since = g_date_time_format (time, "%x %H:%M");

  /* Translators: name of the file, date and time, name of a person, name of a computer. */
  return g_strdup_printf (_("“%s” has been open since %s (%s on the computer “%s”), so the project can be read but not changed here."),
                          name, since, parts[1], parts[2]);
}
