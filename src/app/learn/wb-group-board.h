/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-question.h"

G_BEGIN_DECLS

/* So many answers can be counted. */
#define WB_GROUP_MAX_CHOICES 6

/* What a group has answered to a question. Lives as long as the window and is written nowhere. */
typedef struct
{
  gboolean revealed;
  guint counts[WB_GROUP_MAX_CHOICES];

  /* Owned */
  WbQuestion *question;
} WbGroupRound;

/* For how many answers hands are counted: the options, and two ("as the solution says", "otherwise") for questions without. */
guint       wb_group_round_count_choices (const WbGroupRound *round);
/* What the answer @choice is called. (transfer none) */
const char *wb_group_round_get_choice    (const WbGroupRound *round,
                                          guint               choice);
guint       wb_group_round_count_votes   (const WbGroupRound *round);
/* TRUE when hands can be counted now: without options only once the solution is there to compare with. */
gboolean    wb_group_round_is_open       (const WbGroupRound *round);
/* TRUE when the answer @choice is right. */
gboolean    wb_group_round_is_right      (const WbGroupRound *round,
                                          guint               choice);

/* What follows from the decision @choice of a case, once it is revealed; NULL otherwise. (nullable) (transfer none) */
const char *wb_group_round_get_consequence (const WbGroupRound *round,
                                            guint               choice);

/**
 * WbGroupBoard:
 *
 * What the group sees: a question, large, its answers with the keys that count them; once it is revealed what is right, how many chose
 * what, as bars with number and pattern, what follows from the decisions of a case, and why. Drawn in the 1280 units of a slide, whatever the size of the window.
 */
#define WB_TYPE_GROUP_BOARD (wb_group_board_get_type ())
G_DECLARE_FINAL_TYPE (WbGroupBoard, wb_group_board, WB, GROUP_BOARD, GtkWidget)

GtkWidget *wb_group_board_new       (void);
/* Shows @round, which must live until another is shown. @caption: a line above the question. Call again after each change. */
void       wb_group_board_set_round (WbGroupBoard       *self,
                                     const WbGroupRound *round,
                                     const char         *caption);

G_END_DECLS
