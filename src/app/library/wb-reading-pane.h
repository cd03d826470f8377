/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbReadingPane:
 *
 * One entry of the library to read: what it is, what can be done with it, its text, where it comes from.
 *
 * Property "services" (to be set once before the first entry), "item-id" (the entry shown, nullable). Actions:
 * "reading.start-project", "reading.learn", "reading.present", "reading.show-sources", "reading.toggle-bookmark",
 * "reading.highlight" (what is selected in the text), "reading.write-note", "reading.step-term" (1 or -1: explains the next or previous term), and
 * with the name of a document ("" for the first on offer) "reading.save-pdf" and "reading.print".
 */
#define WB_TYPE_READING_PANE (wb_reading_pane_get_type ())
G_DECLARE_FINAL_TYPE (WbReadingPane, wb_reading_pane, WB, READING_PANE, AdwBin)

void        wb_reading_pane_set_services  (WbReadingPane *self,
                                           WbServices    *services);
/* Shows the entry @id, from the section @anchor (nullable). Where there is no such entry the pane says so: FALSE. */
gboolean    wb_reading_pane_open          (WbReadingPane *self,
                                           const char    *id,
                                           const char    *anchor);
/* (nullable) */
const char *wb_reading_pane_get_item_id   (WbReadingPane *self);
/* The title of the entry shown; NULL without one. */
const char *wb_reading_pane_get_title     (WbReadingPane *self);
/* Marks @words (nullable) in title and text. */
void        wb_reading_pane_set_highlight (WbReadingPane *self,
                                           const char    *words);
/* Puts the focus on the title, so that it is read out. */
void        wb_reading_pane_focus         (WbReadingPane *self);

G_END_DECLS
