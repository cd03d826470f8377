/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-register-reader.h"

#include "wb-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COLUMNS 16
#define MAX_FILE_BYTES (32 * 1024 * 1024)

static char *
load_text (const char  *path,
           GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &local_error))
    {
      gboolean missing = g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

      wb_file_set_error (path, missing ? ENOENT : EIO, error);
      return NULL;
    }
  if (length <= MAX_FILE_BYTES && g_utf8_validate (text, length, NULL))
    return g_steal_pointer (&text);
  g_set_error (error, WB_ERROR, WB_ERROR_CORRUPT,
               _("“%s” is not a table of municipalities, so none can be chosen from it."), name);

  return NULL;
}

/* Cuts @line at its tabs. */
static guint
split_columns (char  *line,
               char **columns)
{
  guint n = 0;

  while (line != NULL && n < MAX_COLUMNS)
    {
      char *tab = strchr (line, '\t');

      if (tab != NULL)
        *tab++ = '\0';
      columns[n++] = line;
      line = tab;
    }
  columns[n] = NULL;

  return n;
}

static gboolean
set_line_error (const char  *path,
                guint        line,
                GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, WB_ERROR, WB_ERROR_CORRUPT,
               _("Line %u of “%s” is broken, so the table of municipalities was not read."), line, name);

  return FALSE;
}

/* The next line; *@rest is left behind it. NULL at the end. */
static char *
next_line (char **rest)
{
  char *line = *rest;
  char *end;

  if (line == NULL || *line == '\0')
    return NULL;
  end = strchr (line, '\n');
  *rest = end != NULL ? end + 1 : NULL;
  if (end == NULL)
    return line;
  *end = '\0';
  if (end > line && end[-1] == '\r')
    end[-1] = '\0';

  return line;
}

gboolean
wb_register_read (const char          *path,
                  const char          *header,
                  WbRegisterLineFunc   func,
                  gpointer             user_data,
                  GError             **error)
{
  g_autofree char *text = load_text (path, error);
  g_auto (GStrv) names = g_strsplit (header, "\t", -1);
  char *columns[MAX_COLUMNS + 1];
  char *rest = text;
  char *line;

  if (text == NULL)
    return FALSE;
  line = next_line (&rest);
  if (g_strcmp0 (line, header) != 0)
    return set_line_error (path, 1, error);
  for (guint number = 2; (line = next_line (&rest)) != NULL; number++)
    if (split_columns (line, columns) != g_strv_length (names) || !func (columns, user_data, NULL))
      return set_line_error (path, number, error);

  return TRUE;
}

gboolean
wb_register_parse_number (const char  *text,
                          guint       *number,
                          GError     **error)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &value, NULL))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” is not a whole number."), text);
      return FALSE;
    }
  *number = value;

  return TRUE;
}
