/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where the library and the register lie. Looked for from the place of the running program, so that a build tree and
 * a moved installation work, and at last in the folder the program was configured for.
 */

/* library.db. WB_ERROR_NOT_FOUND when there is none. (transfer full) */
char *wb_data_paths_find_library       (GError     **error);
/* The folder with the register's tables. (transfer full) */
char *wb_data_paths_find_register      (GError     **error);
/* The same seen from a program in @folder; "" looks in the configured folder only. For tests. (transfer full) */
char *wb_data_paths_find_library_from  (const char  *folder,
                                        GError     **error);
char *wb_data_paths_find_register_from (const char  *folder,
                                        GError     **error);

G_END_DECLS
