/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "wb-kind.h"

G_BEGIN_DECLS

/* A fact of the fact sheet. */
typedef struct
{
  char *label;
  char *value;
} WbFact;

/* A value of a facet: ids out of the vocabulary. */
typedef struct
{
  char *facet;
  char *value;
} WbFacetValue;

/* The nature of a tie that nobody declared: a link in the text, a guide's help, a lever. Known of backlinks only. */
#define WB_LINK_MENTIONS "mentions"

/* A link to another entry. @title is the other entry's title, or NULL where it is not known. */
typedef struct
{
  char  *rel;
  char  *target;
  char  *title;
  WbKind kind;
} WbLink;

/* Where a statement comes from. One of @url and @reference is set; @note may be NULL. */
typedef struct
{
  char *title;
  char *publisher;
  char *url;
  char *reference;
  char *date;  /* ISO 8601, day of the look-up or of the text */
  char *grade; /* value id of the facet "evidence" */
  char *note;
} WbSource;

#define WB_TYPE_ITEM (wb_item_get_type ())
G_DECLARE_FINAL_TYPE (WbItem, wb_item, WB, ITEM, GObject)

/**
 * WbItem:
 *
 * A library entry as the reader sees it. Filled by the room that reads it, then treated as
 * immutable. All strings are owned by the item.
 */

/* @id, @title must not be NULL. (transfer full) */
WbItem       *wb_item_new            (WbKind      kind,
                                      const char *id,
                                      const char *title);

WbKind        wb_item_get_kind       (WbItem     *self);
const char   *wb_item_get_id         (WbItem     *self);
const char   *wb_item_get_title      (WbItem     *self);
/* Never NULL; may be empty. */
const char   *wb_item_get_summary    (WbItem     *self);
void          wb_item_set_summary    (WbItem     *self,
                                      const char *summary);
/* Markdown. Never NULL; may be empty. */
const char   *wb_item_get_body       (WbItem     *self);
void          wb_item_set_body       (WbItem     *self,
                                      const char *body);
/* What the kind adds, as JSON text (the value of the key named after the kind). (nullable) */
const char   *wb_item_get_payload    (WbItem     *self);
void          wb_item_set_payload    (WbItem     *self,
                                      const char *payload);
/* ISO 8601 dates. (nullable) */
const char   *wb_item_get_as_of      (WbItem     *self);
const char   *wb_item_get_review_by  (WbItem     *self);
void          wb_item_set_dates      (WbItem     *self,
                                      const char *as_of,
                                      const char *review_by);
/* SPDX id. (nullable) */
const char   *wb_item_get_licence    (WbItem     *self);
void          wb_item_set_licence    (WbItem     *self,
                                      const char *licence);
/* The content pack it came with, and who publishes that; NULL for entries of the bundled library. */
const char   *wb_item_get_pack_title     (WbItem     *self);
const char   *wb_item_get_pack_publisher (WbItem     *self);
void          wb_item_set_pack           (WbItem     *self,
                                          const char *title,
                                          const char *publisher);

/* Arrays of WbFact, WbFacetValue, WbLink, WbSource, in the order of the file. (transfer none) */
GPtrArray    *wb_item_get_facts      (WbItem     *self);
GPtrArray    *wb_item_get_facets     (WbItem     *self);
GPtrArray    *wb_item_get_links      (WbItem     *self);
GPtrArray    *wb_item_get_sources    (WbItem     *self);

void          wb_item_add_fact       (WbItem     *self,
                                      const char *label,
                                      const char *value);
void          wb_item_add_facet      (WbItem     *self,
                                      const char *facet,
                                      const char *value);
void          wb_item_add_link       (WbItem     *self,
                                      const char *rel,
                                      const char *target,
                                      const char *title,
                                      WbKind      kind);
/* Copies @source. */
void          wb_item_add_source     (WbItem         *self,
                                      const WbSource *source);

/* The first value of @facet, or NULL. */
const char   *wb_item_get_facet      (WbItem     *self,
                                      const char *facet);
gboolean      wb_item_has_facet      (WbItem     *self,
                                      const char *facet,
                                      const char *value);
/* The target of the first link with @rel, or NULL. */
const char   *wb_item_get_link       (WbItem     *self,
                                      const char *rel);

G_END_DECLS
