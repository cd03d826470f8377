/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-merge.h"

G_BEGIN_DECLS

/**
 * WbMergeCard:
 *
 * One conflict between two copies of a project: what is in each, side by side, and a choice.
 *
 * Signal "decided", when the user chose: see wb_merge_card_get_choice().
 */
#define WB_TYPE_MERGE_CARD (wb_merge_card_get_type ())
G_DECLARE_FINAL_TYPE (WbMergeCard, wb_merge_card, WB, MERGE_CARD, AdwBin)

/* @title: what it is about; @mine, @theirs: what each side has; @my_time, @their_time: when it was changed there last, for people, "" when
 * that is not known; @can_join: whether both may be kept. */
GtkWidget     *wb_merge_card_new        (const char    *title,
                                         const char    *mine,
                                         const char    *my_time,
                                         const char    *theirs,
                                         const char    *their_time,
                                         gboolean       can_join);
WbMergeChoice  wb_merge_card_get_choice (WbMergeCard   *self);
/* Chooses as the user would. */
void           wb_merge_card_choose     (WbMergeCard   *self,
                                         WbMergeChoice  choice);

G_END_DECLS
