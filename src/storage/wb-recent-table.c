/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-recent-table.h"

#include "wb-statement.h"

/* The path is what the file system says, bytes; so it is kept escaped, and any name comes back. */
static char *
escape_path (const char *path)
{
  return g_utf8_validate (path, -1, NULL) ? g_strdup (path) : g_filename_to_uri (path, NULL, NULL);
}

static char *
unescape_path (const char *stored)
{
  return g_str_has_prefix (stored, "file://") ? g_filename_from_uri (stored, NULL, NULL)
                                              : g_strdup (stored);
}

gboolean
wb_recent_table_create (WbConnection  *connection,
                        GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE project ("
                            " path TEXT NOT NULL PRIMARY KEY,"
                            " title TEXT NOT NULL,"
                            " guide_title TEXT NOT NULL,"
                            " next_step TEXT,"
                            " done INTEGER NOT NULL,"
                            " total INTEGER NOT NULL,"
                            " opened INTEGER NOT NULL,"
                            " turn INTEGER NOT NULL"
                            ")",
                            error);
}

gboolean
wb_recent_table_set (WbConnection           *connection,
                     const WbRecentProject  *project,
                     GError                **error)
{
  g_autofree char *path = escape_path (project->path);
  g_autoptr (WbStatement) statement = NULL;

  /* The turn decides between two within one second. */
  statement = wb_statement_new (connection,
                                "INSERT OR REPLACE INTO project (path, title, guide_title,"
                                " next_step, done, total, opened, turn)"
                                " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, coalesce (max (turn), 0) + 1"
                                " FROM project",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, path);
  wb_statement_bind_text (statement, 2, project->title != NULL ? project->title : "");
  wb_statement_bind_text (statement, 3, project->guide_title != NULL ? project->guide_title : "");
  wb_statement_bind_text (statement, 4, project->next_step);
  wb_statement_bind_int (statement, 5, project->done);
  wb_statement_bind_int (statement, 6, project->total);
  wb_statement_bind_int (statement, 7, project->opened);

  return wb_statement_run (statement, error);
}

gboolean
wb_recent_table_remove (WbConnection  *connection,
                        const char    *path,
                        GError       **error)
{
  g_autofree char *stored = escape_path (path);
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "DELETE FROM project WHERE path = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, stored);

  return wb_statement_run (statement, error);
}

/* (nullable) */
static WbRecentProject *
read_project (WbStatement *statement)
{
  g_autofree char *stored = wb_statement_dup_text (statement, 0);
  g_autofree char *path = unescape_path (stored);
  WbRecentProject *project;

  if (path == NULL)
    return NULL;
  project = g_new0 (WbRecentProject, 1);
  project->path = g_steal_pointer (&path);
  project->title = wb_statement_dup_text (statement, 1);
  project->guide_title = wb_statement_dup_text (statement, 2);
  project->next_step = wb_statement_dup_text (statement, 3);
  project->done = wb_statement_get_int (statement, 4);
  project->total = wb_statement_get_int (statement, 5);
  project->opened = wb_statement_get_int (statement, 6);

  return project;
}

GPtrArray *
wb_recent_table_list (WbConnection  *connection,
                      GError       **error)
{
  g_autoptr (GPtrArray) projects
    = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_recent_project_free);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT path, title, guide_title, next_step, done, total, opened"
                                " FROM project ORDER BY opened DESC, turn DESC",
                                error);
  if (statement == NULL)
    return NULL;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      WbRecentProject *project = read_project (statement);

      if (project != NULL)
        g_ptr_array_add (projects, project);
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&projects) : NULL;
}
