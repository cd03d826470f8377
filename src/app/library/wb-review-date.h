/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The day after which an entry wants checking ("review_by").
 */

/* Today in the laptop's own time zone, ISO 8601. (transfer full) */
char    *wb_review_date_today    (void) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @review_by (ISO 8601; nullable, may be "") lies before @today. */
gboolean wb_review_date_is_due   (const char *review_by,
                                  const char *today);
/* One line such as "Check due since 1 January 2026", translated. (transfer full) */
char    *wb_review_date_describe (const char *review_by) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
