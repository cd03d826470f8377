/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbStopwatch:
 *
 * Time that is measured and can be stopped. All times are microseconds of a clock that never jumps, handed in by the caller
 * (g_get_monotonic_time()). All zero is a watch that has not been started.
 */
typedef struct
{
  gboolean running;
  gint64 since;  /* while running */
  gint64 before; /* what had been measured before that */
} WbStopwatch;

/* Goes on when it was paused; nothing happens when it runs. */
void   wb_stopwatch_start       (WbStopwatch       *self,
                                 gint64             now);
void   wb_stopwatch_pause       (WbStopwatch       *self,
                                 gint64             now);
/* To zero; runs on when it was running. */
void   wb_stopwatch_reset       (WbStopwatch       *self,
                                 gint64             now);
gint64 wb_stopwatch_get_elapsed (const WbStopwatch *self,
                                 gint64             now);
/* "06:12", "1:06:12" from an hour on, "−00:28" below zero. Parts of a second are cut off. (transfer full) */
char  *wb_stopwatch_format      (gint64             time);

G_END_DECLS
