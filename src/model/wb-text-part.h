/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  WB_TEXT_PART_HEADING,   /* left out, it takes its section along */
  WB_TEXT_PART_PARAGRAPH,
  WB_TEXT_PART_ITEM,      /* of a list or a checklist */
  WB_TEXT_PART_CELL,      /* of a table that the template has; is rewritten, but not left out */
  WB_TEXT_PART_BLANK,     /* lines to write on; text may take their place */
  WB_TEXT_PART_FIXED,     /* table, figure, box, signatures: left out or not, with all that stands in it */
} WbTextPartKind;

/**
 * WbTextPart:
 *
 * A part of a text document that somebody may rewrite or leave out: a paragraph, a heading, an item of a list. Texts are simple
 * Markdown, with the answers filled in; for parts of kind FIXED plain text that only tells them apart.
 *
 * The key names a part of the template in its document: "section/kind and number~hash of the template's text". Those of the user's own
 * begin with "+/", followed by the key of the part they were put behind, "|" and letters of their own. All hold a "/", which
 * keys of slides never do.
 */
typedef struct
{
  WbTextPartKind kind;
  int level;        /* HEADING: 1–4 */
  guint depth;      /* how many parts it stands in */
  gboolean hidden;  /* left out by itself */
  gboolean covered; /* left out with the section or the part it stands in */
  gboolean lost;    /* rewritten, and the template has it no longer */

  /* Owned */
  char *key;
  char *label;    /* (nullable) FIXED: what it is; CELL: the head of its column */
  char *original; /* as the template has it now; "" for the user's own and for lost ones */
  char *text;     /* (nullable) what stands in its place */
  char *base;     /* (nullable) the original when it was rewritten or left out */

  /*< private >*/
  gatomicrefcount ref_count;
} WbTextPart;

#define WB_TYPE_TEXT_PART (wb_text_part_get_type ())
GType       wb_text_part_get_type   (void);

/* @original: (nullable). (transfer full) */
WbTextPart *wb_text_part_new        (WbTextPartKind    kind,
                                     const char       *key,
                                     const char       *original);
/* An empty paragraph of the user's own behind the part with the key @after, "" for the beginning. (transfer full) */
WbTextPart *wb_text_part_new_own    (const char       *after);
WbTextPart *wb_text_part_copy       (const WbTextPart *self);
WbTextPart *wb_text_part_ref        (WbTextPart       *self);
void        wb_text_part_unref      (WbTextPart       *self);
/* Whether it is one of the user's own rather than one of the template. */
gboolean    wb_text_part_is_own     (const WbTextPart *self);
/* Whether somebody rewrote it or left it out, or wrote it. */
gboolean    wb_text_part_is_changed (const WbTextPart *self);
/* Whether what it takes the place of is not what it was then. */
gboolean    wb_text_part_is_stale   (const WbTextPart *self);
/* What goes out. (transfer none) */
const char *wb_text_part_get_text   (const WbTextPart *self);
/* As the template has it, from now on. */
void        wb_text_part_reset      (WbTextPart       *self);
/* @text goes out from now on; the same as the original: the original. */
void        wb_text_part_rewrite    (WbTextPart       *self,
                                     const char       *text);
void        wb_text_part_set_hidden (WbTextPart       *self,
                                     gboolean          hidden);
/* The user has seen what the template says now, and stays with what is there. */
void        wb_text_part_confirm    (WbTextPart       *self);
/* Whether @key, of a row of table "slide", is one of a text document. */
gboolean    wb_text_part_is_key     (const char       *key);
/* An empty list of parts that owns its references. (transfer full) */
GPtrArray  *wb_text_part_list_new   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTextPart, wb_text_part_unref)

G_END_DECLS
