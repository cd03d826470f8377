/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-file.h"

#include "wb-answer-table.h"
#include "wb-attachment-table.h"
#include "wb-connection.h"
#include "wb-file.h"
#include "wb-meta-table.h"
#include "wb-project-schema.h"
#include "wb-row-table.h"
#include "wb-slide-table.h"

#include <glib/gi18n-lib.h>

static void
add_error (GStrvBuilder *findings,
           GError       *error)
{
  g_strv_builder_add (findings, error->message);
  g_error_free (error);
}

static void
check_meta (WbConnection *connection,
            GStrvBuilder *findings)
{
  g_autoptr (GHashTable) meta = NULL;
  GError *error = NULL;

  meta = wb_meta_table_load (connection, &error);
  if (meta == NULL)
    {
      add_error (findings, error);
      return;
    }
  if (!g_hash_table_contains (meta, WB_PROJECT_TITLE))
    g_strv_builder_add (findings, _("The project has no title."));
  if (!g_hash_table_contains (meta, WB_PROJECT_GUIDE_JSON))
    g_strv_builder_add (findings, _("The project does not hold its guide, so its questions cannot be shown."));
}

static void
check_answers (WbConnection *connection,
               GStrvBuilder *findings)
{
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  GError *error = NULL;

  if (!wb_row_table_load (connection, answers, &error)
      || !wb_answer_table_load (connection, answers, &error))
    add_error (findings, error);
}

static void
check_slides (WbConnection *connection,
              GStrvBuilder *findings)
{
  g_autoptr (GHashTable) decks = NULL;
  GError *error = NULL;

  decks = wb_slide_table_load (connection, &error);
  if (decks == NULL)
    add_error (findings, error);
}

static void
check_attachments (WbConnection *connection,
                   guint         version,
                   GStrvBuilder *findings)
{
  g_auto (GStrv) missing = NULL;
  GError *error = NULL;

  if (version < WB_PROJECT_ATTACHMENT_VERSION)
    return;
  missing = wb_attachment_table_find_missing (connection, &error);
  if (missing == NULL)
    add_error (findings, error);
  else if (*missing != NULL)
    {
      guint n = g_strv_length (missing);
      char *finding = g_strdup_printf (ngettext ("%u attachment cannot be read any more.", "%u attachments cannot be read any more.", n), n);

      g_strv_builder_add (findings, finding);
      g_free (finding);
    }
}

/* A journal means that a write was cut off; opening the project to work on it puts it right. */
static void
check_journal (const char   *path,
               GStrvBuilder *findings)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    g_strv_builder_add (findings, _("The last change was cut off while it was written; it is taken back when the project is opened."));
}

static void
check_contents (WbConnection *connection,
                guint         version,
                GStrvBuilder *findings)
{
  GError *error = NULL;

  if (version > WB_PROJECT_VERSION)
    g_strv_builder_add (findings, _("The file was written by a newer version of this program, so the project can be read but not changed."));
  if (!wb_connection_check_integrity (connection, &error))
    {
      add_error (findings, error);
      return;
    }
  check_meta (connection, findings);
  check_answers (connection, findings);
  check_slides (connection, findings);
  check_attachments (connection, version, findings);
}

char **
wb_project_file_check (const char  *path,
                       GError     **error)
{
  g_autoptr (GStrvBuilder) findings = g_strv_builder_new ();
  g_autoptr (WbConnection) connection = NULL;
  guint version;

  g_return_val_if_fail (path != NULL, NULL);

  if (!wb_file_check_regular (path, error))
    return NULL;
  check_journal (path, findings);
  connection = wb_connection_open (path, WB_OPEN_READ, error);
  if (connection == NULL || !wb_connection_harden (connection, error)
      || !wb_connection_check_format (connection, WB_PROJECT_APPLICATION_ID, &version, error))
    return NULL;
  check_contents (connection, version, findings);

  return g_strv_builder_end (findings);
}
