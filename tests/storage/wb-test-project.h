/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-project-file.h"

G_BEGIN_DECLS

/* A folder of the test's own with the path of a project in it, as a fixture for g_test_add(). */
typedef struct
{
  char *folder;
  char *path;
} WbTestProject;

void           wb_test_project_set_up    (WbTestProject *self,
                                          gconstpointer  data);
void           wb_test_project_tear_down (WbTestProject *self,
                                          gconstpointer  data);
/* A new project; the test fails when there is none. (transfer full) */
WbProjectFile *wb_test_project_create    (WbTestProject *self);
WbProjectFile *wb_test_project_open      (WbTestProject *self);
/* Runs @sql on the file, past the program. */
void           wb_test_project_run_sql   (WbTestProject *self,
                                          const char    *sql);

G_END_DECLS
