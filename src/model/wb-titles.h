/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The title of the entry @id; NULL when there is none. (transfer full) (nullable) */
typedef char *(*WbTitleFunc) (const char *id,
                              gpointer    user_data);

/**
 * WbTitles:
 *
 * What the entries of the library are called that answers link to. Asked when somebody wants to read it, so that it is true for
 * any answer, also an earlier one. Counted; may be asked on any thread that its function may be called on.
 */
typedef struct _WbTitles WbTitles;

/* @destroy: (nullable) frees @user_data. (transfer full) */
WbTitles *wb_titles_new   (WbTitleFunc     func,
                           gpointer        user_data,
                           GDestroyNotify  destroy);
WbTitles *wb_titles_ref   (WbTitles       *self);
void      wb_titles_unref (WbTitles       *self);
/* (transfer full) (nullable) NULL when there is no such entry, or not any more. */
char     *wb_titles_find  (WbTitles       *self,
                           const char     *id) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTitles, wb_titles_unref)

G_END_DECLS
