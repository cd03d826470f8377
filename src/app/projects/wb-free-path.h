/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @path, or, where something is there already, the first of "NAME-2.wegbereiter", "NAME-3.wegbereiter" … that is free. Looks at the disk. (transfer full) */
char *wb_free_path_find (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
