/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbReviewView:
 *
 * A session over what is due today, one question after the other. What was not right is asked once more at the end of the session, as SM-2
 * wants it, and comes back tomorrow in any case.
 */
#define WB_TYPE_REVIEW_VIEW (wb_review_view_get_type ())
G_DECLARE_FINAL_TYPE (WbReviewView, wb_review_view, WB, REVIEW_VIEW, AdwBin)

GtkWidget *wb_review_view_new (WbServices *services);

G_END_DECLS
