/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-stopwatch.h"

void
wb_stopwatch_start (WbStopwatch *self,
                    gint64       now)
{
  g_return_if_fail (self != NULL);

  if (self->running)
    return;
  self->running = TRUE;
  self->since = now;
}

void
wb_stopwatch_pause (WbStopwatch *self,
                    gint64       now)
{
  g_return_if_fail (self != NULL);

  self->before = wb_stopwatch_get_elapsed (self, now);
  self->running = FALSE;
}

void
wb_stopwatch_reset (WbStopwatch *self,
                    gint64       now)
{
  g_return_if_fail (self != NULL);

  self->before = 0;
  self->since = now;
}

gint64
wb_stopwatch_get_elapsed (const WbStopwatch *self,
                          gint64             now)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->before + (self->running ? MAX (now - self->since, 0) : 0);
}

char *
wb_stopwatch_format (gint64 time)
{
  const char *sign = time <= -G_USEC_PER_SEC ? "−" : "";
  const gint64 seconds = ABS (time) / G_USEC_PER_SEC;
  const guint hours = (guint) MIN (seconds / 3600, 9999);

  if (hours > 0)
    return g_strdup_printf ("%s%u:%02u:%02u", sign, hours, (guint) (seconds / 60 % 60), (guint) (seconds % 60));

  return g_strdup_printf ("%s%02u:%02u", sign, (guint) (seconds / 60), (guint) (seconds % 60));
}
