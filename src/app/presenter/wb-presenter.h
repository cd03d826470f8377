/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-document.h"
#include "wb-show.h"

G_BEGIN_DECLS

/**
 * WbPresenter:
 *
 * A talk: the audience's window and the speaker's, which screen each of them has, and the keys and buttons that both share (action
 * group "show"). The computer neither sleeps nor dims meanwhile. Where the speaker was and the time that went by are kept with the
 * application when the windows are closed, and found again the next time the same document is shown; a talk that was at its last
 * slide begins anew.
 *
 * The object lives as long as its windows do; they end it with Esc or by being closed both.
 */
#define WB_TYPE_PRESENTER (wb_presenter_get_type ())
G_DECLARE_FINAL_TYPE (WbPresenter, wb_presenter, WB, PRESENTER, GObject)

/* Shows @document; @parent (nullable) is the window it was asked for in. A talk about it that is going on comes to the front, and no second
 * one begins. (transfer none) */
WbPresenter *wb_presenter_start       (WbDocument  *document,
                                       GtkWindow   *parent);
/* Puts both windows away. */
void         wb_presenter_end         (WbPresenter *self);
/* (transfer none) */
WbShow      *wb_presenter_get_show    (WbPresenter *self);
/* (transfer none); the speaker's is made when it is first shown. (nullable) */
GtkWindow   *wb_presenter_get_audience (WbPresenter *self);
GtkWindow   *wb_presenter_get_speaker (WbPresenter *self);

G_END_DECLS
