/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "wb-error.h"

G_BEGIN_DECLS

/* Files and what can go wrong with them, in our words. */

/* Turns errno @number, met at @path, into @error. Always returns FALSE. */
gboolean wb_file_set_error      (const char  *path,
                                 int          number,
                                 GError     **error);
/* Whether @path is an ordinary file; otherwise @error says what is there in its place. */
gboolean wb_file_check_regular  (const char  *path,
                                 GError     **error);
/* Passes on @failure, met while the new file @path was filled: where the disk is full, nothing was saved there before.
 * Takes @failure; always returns FALSE. */
gboolean wb_file_set_fill_error (const char  *path,
                                 GError      *failure,
                                 GError     **error);
/* Creates an empty file beside @path, mode 0600, and returns its name. Those that are left of a program that was ended more than a day ago
 * are taken away. (transfer full) */
char    *wb_file_make_temporary (const char  *path,
                                 GError     **error);
/* Creates @path empty with mode 0600, whatever the umask; fails when it is there. */
gboolean wb_file_create_private (const char  *path,
                                 GError     **error);
/* Writes @text into the file @path, which is there, in place of what it holds. */
gboolean wb_file_fill           (const char  *path,
                                 const char  *text,
                                 GError     **error);
/* The same with @bytes. */
gboolean wb_file_fill_bytes     (const char  *path,
                                 GBytes      *bytes,
                                 GError     **error);
/* Puts @temporary, safely on the disk, in the place of @path. */
gboolean wb_file_replace        (const char  *temporary,
                                 const char  *path,
                                 int          mode,
                                 GError     **error);
/* The same, where @path must not be there. */
gboolean wb_file_place          (const char  *temporary,
                                 const char  *path,
                                 int          mode,
                                 GError     **error);
/* Whether @path and, for the journal, its folder can be written. */
gboolean wb_file_is_writable    (const char  *path);

G_END_DECLS
