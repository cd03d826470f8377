/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-error.h"

G_BEGIN_DECLS

/* Sees one line, cut into its columns; @columns may be changed in place. */
typedef gboolean (*WbRegisterLineFunc) (char     **columns,
                                        gpointer   user_data,
                                        GError   **error);

/* Reads a table of tab-separated columns with @header as its first line. A line with another number of columns, or
 * one that @func does not want, is an error that names the line. */
gboolean wb_register_read (const char          *path,
                           const char          *header,
                           WbRegisterLineFunc   func,
                           gpointer             user_data,
                           GError             **error);
/* A whole number of a column. WB_ERROR_INVALID when it is none. */
gboolean wb_register_parse_number (const char  *text,
                                   guint       *number,
                                   GError     **error);

G_END_DECLS
