/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-test-project.h"

#include "wb-connection.h"
#include "wb-test-library.h"

void
wb_test_project_set_up (WbTestProject *self,
                        gconstpointer  data)
{
  self->folder = wb_test_make_folder ();
  self->path = g_build_filename (self->folder, "Sozialräume.wegbereiter", NULL);
}

void
wb_test_project_tear_down (WbTestProject *self,
                           gconstpointer  data)
{
  wb_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

WbProjectFile *
wb_test_project_create (WbTestProject *self)
{
  g_autoptr (GError) error = NULL;
  WbProjectFile *file = wb_project_file_create (self->path, "Sozialräume", "leitfaden", "Leitfaden",
                                                "{\"version\":1}", NULL, NULL, &error);

  g_assert_no_error (error);

  return file;
}

WbProjectFile *
wb_test_project_open (WbTestProject *self)
{
  g_autoptr (GError) error = NULL;
  WbProjectFile *file = wb_project_file_open (self->path, &error);

  g_assert_no_error (error);

  return file;
}

void
wb_test_project_run_sql (WbTestProject *self,
                         const char    *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbConnection) connection = wb_connection_open (self->path, WB_OPEN_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (wb_connection_run (connection, sql, &error));
  g_assert_no_error (error);
}
