/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-item.h"

G_BEGIN_DECLS

/* A part of a hit's title or snippet that matched: byte offsets, end exclusive. */
typedef struct
{
  guint start;
  guint end;
} WbMark;

#define WB_TYPE_HIT (wb_hit_get_type ())
G_DECLARE_FINAL_TYPE (WbHit, wb_hit, WB, HIT, GObject)

/* An entry in a list of results: enough for a row, without the text. Immutable. */
WbKind      wb_hit_get_kind        (WbHit      *self);
const char *wb_hit_get_id          (WbHit      *self);
const char *wb_hit_get_title       (WbHit      *self);
/* The passage that matched, or the summary; one paragraph. From the 30th hit on always the summary. */
const char *wb_hit_get_snippet     (WbHit      *self);
/* Arrays of WbMark, in order, not overlapping. (transfer none) */
GArray     *wb_hit_get_title_marks   (WbHit    *self);
GArray     *wb_hit_get_snippet_marks (WbHit    *self);
/* ISO 8601; "" where the entry has none. */
const char *wb_hit_get_as_of       (WbHit      *self);
const char *wb_hit_get_review_by   (WbHit      *self);
/* The first value id of a facet of the entry ("domain", "size", "evidence", "effort"); NULL where it has none. */
const char *wb_hit_get_facet       (WbHit      *self,
                                    const char *facet);

typedef enum
{
  WB_SORT_RELEVANCE, /* best first; without a query by kind, then title */
  WB_SORT_TITLE,
  WB_SORT_NEWEST,    /* by the date of the statement */
  WB_SORT_FIT,       /* by weight, see wb_query_add_weight(); among equals as by relevance */
} WbSort;

/* A facet that every entry has: whether it is past the day by which it should have been checked. */
#define WB_FACET_REVIEW "review"
#define WB_REVIEW_DUE "due"

typedef struct _WbQuery WbQuery;

/**
 * WbQuery:
 *
 * What is looked for. Values of one facet are joined with "or", facets with "and". The kind is
 * treated as a facet with the id "kind"; so is WB_FACET_REVIEW, once wb_query_set_today() was called.
 */
WbQuery  *wb_query_new         (const char    *text);
WbQuery  *wb_query_copy        (const WbQuery *self);
void      wb_query_free        (WbQuery       *self);
/* Adds a facet value to narrow down to. */
void      wb_query_add_value   (WbQuery       *self,
                                const char    *facet,
                                const char    *value);
void      wb_query_set_sort    (WbQuery       *self,
                                WbSort         sort);
/* At most @limit hits (0: all); the counts are always those of all hits. */
void      wb_query_set_limit   (WbQuery       *self,
                                guint          limit);
/* Entries narrowed down to the bookmarks, or any other list of ids; NULL: all. */
void      wb_query_set_ids     (WbQuery            *self,
                                const char *const  *ids);
/* For WB_SORT_FIT: what having @value of @facet counts. The best value of each facet counts, and the facets add up. */
void      wb_query_add_weight  (WbQuery       *self,
                                const char    *facet,
                                const char    *value,
                                int            weight);
/* ISO 8601: the day by which WB_FACET_REVIEW is judged; NULL (as at first): no entry is due. */
void      wb_query_set_today   (WbQuery       *self,
                                const char    *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbQuery, wb_query_free)

/* What was found. */
#define WB_TYPE_RESULT (wb_result_get_type ())
G_DECLARE_FINAL_TYPE (WbResult, wb_result, WB, RESULT, GObject)

/* WbHit, best first; each is made, and its passage found, when it is asked for: one thread at a time. (transfer none) */
GListModel *wb_result_get_hits        (WbResult   *self);
/* Number of all hits, also those beyond the limit. */
guint       wb_result_get_n_hits      (WbResult   *self);
/* How many hits there would be with @value of @facet: counted over all hits of the text and of the other facets'
 * choices, so that a number always says what ticking the box brings. */
guint       wb_result_get_count       (WbResult   *self,
                                       const char *facet,
                                       const char *value);
/* How many hits there would be without any choice in @facet ("kind" and WB_FACET_REVIEW, too). */
guint       wb_result_get_n_without   (WbResult   *self,
                                       const char *facet);
/* How many hits there would be without wb_query_set_ids(). */
guint       wb_result_get_n_without_ids (WbResult *self);
/* How many hits there would be for the text alone. */
guint       wb_result_get_n_unfiltered (WbResult  *self);
/* TRUE when no entry holds all the words, so that the hits hold only some of them, most of them first. */
gboolean    wb_result_get_partial     (WbResult   *self);
/* Words that were looked for because no entry holds what was typed in their place: a misspelling put right, a compound taken
 * apart ("Halle Belegung"). NULL-terminated. (transfer none) */
char      **wb_result_get_corrections (WbResult   *self);
/* Without hits: what may have been meant, near to what was typed, and does bring hits; at most
 * five, each to be searched for as it stands. NULL-terminated. (transfer none) */
char      **wb_result_get_suggestions (WbResult   *self);

G_END_DECLS
