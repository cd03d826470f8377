/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Days as answers hold them, "2026-11-24".
 */

/* TRUE, and @day, when @text is such a day and exists. */
gboolean wb_day_parse  (const char  *text,
                        GDate       *day);
/* (transfer full) */
char    *wb_day_format (const GDate *day) G_GNUC_WARN_UNUSED_RESULT;
/* Today, where the user is. */
void     wb_day_get_today (GDate    *day);
/* The Monday on or before @day. */
void     wb_day_get_monday (const GDate *day,
                            GDate       *monday);

G_END_DECLS
