/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"
#include "wb-project-state.h"

G_BEGIN_DECLS

typedef enum
{
  WB_MERGE_OPEN, /* not decided yet */
  WB_MERGE_MINE,
  WB_MERGE_THEIRS,
  WB_MERGE_BOTH, /* my text, and theirs below it */
} WbMergeChoice;

typedef enum
{
  WB_MERGE_VALUE,           /* both changed the same in different ways */
  WB_MERGE_REMOVED_BY_ME,   /* I removed what they changed */
  WB_MERGE_REMOVED_BY_THEM, /* they removed what I changed */
  WB_MERGE_ORDER,           /* both moved rows or slides, in different ways */
} WbMergeKind;

/**
 * WbMergeUnit:
 *
 * What is taken together or not at all: an answer, a row of a table that came or went, a person, a part of a slide.
 */
typedef struct
{
  WbMergeKind kind;
  WbMergeChoice choice;
  gboolean can_join; /* whether WB_MERGE_BOTH may be chosen */

  /* Owned */
  WbEdit *place;     /* what it is about; its values are empty */
  GPtrArray *mine;   /* WbEdit: what I did to it; empty unless it is a conflict */
  GPtrArray *theirs; /* WbEdit: what they did to it; empty for an order */
  char *reason;      /* (nullable) why it is not taken in, one sentence */
} WbMergeUnit;

/**
 * WbMerge:
 *
 * Two states of a project that come from the same one, and what becomes of them together. What only one side changed
 * counts; what both changed in the same way, too; the rest are conflicts, each of them once, to be decided.
 */
typedef struct _WbMerge WbMerge;

/* @base: what both come from. The states and @guide (nullable) are borrowed, and must not change. (transfer full) */
WbMerge        *wb_merge_new           (WbProjectState *base,
                                        WbProjectState *mine,
                                        WbProjectState *theirs,
                                        WbGuide        *guide);
void            wb_merge_free          (WbMerge        *self);

/* WbMergeUnit, in the order of the form. What comes in from them; what has to be decided; and what is left out, because
 * nobody could have answered like that. (transfer none) */
GPtrArray      *wb_merge_get_incoming  (WbMerge        *self);
GPtrArray      *wb_merge_get_conflicts (WbMerge        *self);
GPtrArray      *wb_merge_get_refused   (WbMerge        *self);
/* How many conflicts are not decided yet. */
guint           wb_merge_count_open    (WbMerge        *self);
/* Whether nothing comes in and nothing has to be decided. */
gboolean        wb_merge_is_empty      (WbMerge        *self);
/* Decides a conflict of this merge; WB_MERGE_BOTH only where it can be. */
void            wb_merge_choose        (WbMerge        *self,
                                        WbMergeUnit    *conflict,
                                        WbMergeChoice   choice);
/* My state with all that comes in; what is not decided stays as it is on my side. (transfer full) */
WbProjectState *wb_merge_make_result   (WbMerge        *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbMerge, wb_merge_free)

G_END_DECLS
