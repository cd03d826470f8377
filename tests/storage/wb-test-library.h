/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-library.h"

G_BEGIN_DECLS

/* A folder of the test's own; wb_test_remove_folder() takes it away with all it holds. (transfer full) */
char      *wb_test_make_folder   (void);
void       wb_test_remove_folder (const char *folder);
/* A file out of tests/fixtures/storage. (transfer full) */
char      *wb_test_fixture       (const char *name);
/* Writes the entries of entries.ini to @path. */
void       wb_test_write_library (const char *path);
/* Ids of the hits joined by commas; fails the test on an error. (transfer full) */
char      *wb_test_search        (WbLibrary  *library,
                                  const char *text);

G_END_DECLS
