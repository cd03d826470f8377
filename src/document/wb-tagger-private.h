/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What a table cell says about itself. */
typedef enum
{
  WB_SCOPE_NONE,
  WB_SCOPE_COLUMN,
  WB_SCOPE_ROW,
} WbScope;

typedef struct
{
  WbScope scope;
  guint columns; /* that a cell spans; 0 and 1 are the same */
  guint rows;
} WbTagExtra;

/* What Cairo cannot write and the finishing adds: one for each TH, TD, Figure, Link and Note, in the order of the tree. */
typedef struct
{
  char tag[8];
  WbTagExtra extra;
  char *text; /* (nullable) alternative text of a Figure, contents of a Link, identifier of a Note */
} WbTagRecord;

/**
 * WbTagger:
 *
 * The structure tags of one PDF. Cairo 1.16 does not check tags until the surface is finished, and then may crash; so
 * every name, nesting and attribute is checked here and a wrong one never reaches Cairo. Whoever finishes the surface
 * asks wb_tagger_is_complete() before.
 */
typedef struct _WbTagger WbTagger;

WbTagger   *wb_tagger_new         (void);
void        wb_tagger_free        (WbTagger         *self);
/* The surface's context; changes with nothing but the surface. (transfer none) */
void        wb_tagger_set_cairo   (WbTagger         *self,
                                   cairo_t          *cr);
/* FALSE, and the tagger is spoiled, when @tag is no structure tag or may not stand here. @text, @extra: see
 * WbTagRecord (nullable). */
gboolean    wb_tagger_begin       (WbTagger         *self,
                                   const char       *tag,
                                   const WbTagExtra *extra,
                                   const char       *text);
gboolean    wb_tagger_begin_link  (WbTagger         *self,
                                   const char       *uri,
                                   const char       *text);
/* A link to the place @name, which wb_tagger_add_place() names before or later: Cairo loses links to later pages that
 * are given by number. */
gboolean    wb_tagger_begin_jump  (WbTagger         *self,
                                   const char       *name,
                                   const char       *text);
gboolean    wb_tagger_end         (WbTagger         *self,
                                   const char       *tag);
/* A named destination. Every character of @name that is not a letter, digit or "-" of ASCII becomes "-". */
void        wb_tagger_add_place   (WbTagger         *self,
                                   const char       *name,
                                   double            x,
                                   double            y);
guint       wb_tagger_get_depth   (WbTagger         *self);
/* TRUE when nothing went wrong, everything is closed, and there is at least one structure tag. */
gboolean    wb_tagger_is_complete (WbTagger         *self);
/* Array of WbTagRecord. (transfer none) */
GPtrArray  *wb_tagger_get_records (WbTagger         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTagger, wb_tagger_free)

G_END_DECLS
