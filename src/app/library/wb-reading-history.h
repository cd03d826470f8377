/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WbReadingHistory:
 *
 * The entries that were read, with a place among them, as in a web browser. A visit that is not settled yet gives way to the next
 * one: who goes down a list with the arrow keys does not want each row in the history.
 *
 * Property-free; signal "changed" when the place or what is around it changes.
 */
#define WB_TYPE_READING_HISTORY (wb_reading_history_get_type ())
G_DECLARE_FINAL_TYPE (WbReadingHistory, wb_reading_history, WB, READING_HISTORY, GObject)

WbReadingHistory *wb_reading_history_new         (void);
/* Goes to the entry @id; whatever lay ahead is forgotten. No second place for the entry one is at. */
void              wb_reading_history_visit       (WbReadingHistory *self,
                                                  const char       *id,
                                                  gboolean          settled);
/* Keeps the place one is at. */
void              wb_reading_history_settle      (WbReadingHistory *self);
gboolean          wb_reading_history_can_back    (WbReadingHistory *self);
gboolean          wb_reading_history_can_forward (WbReadingHistory *self);
/* Goes one place and returns the entry there; NULL at the end. (transfer none) */
const char       *wb_reading_history_back        (WbReadingHistory *self);
const char       *wb_reading_history_forward     (WbReadingHistory *self);

G_END_DECLS
