/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes one order out of two that come from @base. All are lists of ids (char *); only ids of @kept, a set, stay. What only one side has
 * stands behind what it stood behind there, and at the end when it stood there. Where both moved the same ids in different ways, @conflict is set and @prefer_theirs decides. Ids
 * of the result: char *, copied. (transfer container) */
GPtrArray *wb_merge_order (GPtrArray  *base,
                           GPtrArray  *mine,
                           GPtrArray  *theirs,
                           GHashTable *kept,
                           gboolean    prefer_theirs,
                           gboolean   *conflict) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
