/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-audience-window.h"
#include "wb-document.h"
#include "wb-slide-cache.h"

G_BEGIN_DECLS

/**
 * WbTalkAhead:
 *
 * The talk that a widget offers, prepared while it is on screen, so that the key for it only has to show it: the deck laid out, the picture of
 * the first slide in the size of the audience's screen, and that screen's window, which is not shown. Made a moment after it was offered,
 * in pieces, when nothing else is to be done; the picture is drawn on a thread.
 *
 * One in a window. What is taken is asked for by the document that is to be shown, and only given out when it is the same in every word: an
 * outdated slide cannot come on screen, whatever nobody told of.
 */
#define WB_TYPE_TALK_AHEAD (wb_talk_ahead_get_type ())
G_DECLARE_FINAL_TYPE (WbTalkAhead, wb_talk_ahead, WB, TALK_AHEAD, GObject)

/* The deck on offer in @widget as it would be shown now, before it lies on the user's stationery; NULL for none. (transfer full) (nullable) */
typedef WbDocument *(*WbTalkAheadMake) (GtkWidget *widget);

/* @widget offers what @make makes, as long as it is on screen; NULL: nothing any more. Offered before: it may be another now, or changed, and is
 * made anew in a moment if so. */
void          wb_talk_ahead_offer   (GtkWidget         *widget,
                                     WbTalkAheadMake    make);
/* The deck that @widget offers may have changed; nothing where it offers none. */
void          wb_talk_ahead_refresh (GtkWidget         *widget);
/* What was prepared in the window @parent (nullable) of the very same document, which lies on its stationery already: its paginator and pictures;
 * NULL when it is not there. @audience: (transfer full) a window for it, NULL where there is none yet. (transfer full) (nullable) */
WbSlideCache *wb_talk_ahead_take    (GtkWindow         *parent,
                                     WbDocument        *document,
                                     WbAudienceWindow **audience);
/* The talk that was taken is over, and may be asked for again. */
void          wb_talk_ahead_again   (GtkWindow         *parent);
/* Whether what the window @parent offers is there. */
gboolean      wb_talk_ahead_is_done (GtkWindow         *parent);

G_END_DECLS
