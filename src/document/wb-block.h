/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A run of text with one look. */
typedef enum
{
  WB_INLINE_STRONG = 1 << 0,
  WB_INLINE_EMPHASIS = 1 << 1,
  WB_INLINE_CODE = 1 << 2,
  WB_INLINE_PLACEHOLDER = 1 << 3, /* @text is the name inside {{…}} */
  WB_INLINE_BLANK = 1 << 4,       /* a line to write on; @text is what belongs there, for screen readers */
  WB_INLINE_OPEN = 1 << 5,        /* an unanswered placeholder on a slide: drawn as "noch offen: @text" */
  WB_INLINE_BREAK = 1 << 6,       /* a hard line break; no text */
  WB_INLINE_FOOTNOTE = 1 << 7,    /* a mark that leads to @note; no text. Marks are counted from 1 through the document */
} WbInlineFlags;

typedef struct _WbBlock WbBlock;

typedef struct
{
  WbInlineFlags flags;

  /* Owned */
  char *text;   /* plain UTF-8; never NULL */
  char *target; /* (nullable) "wb:id", "wb:id#anchor" or a web address */
  WbBlock *note; /* FOOTNOTE: a PARAGRAPH, without footnotes of its own; else NULL */
} WbInline;

/**
 * WbBlockType:
 *
 * What may stand in what:
 *
 * | block | children | own fields |
 * |---|---|---|
 * | DOCUMENT | blocks | – |
 * | HEADING | – | level 1–4, inlines, anchor |
 * | PARAGRAPH | – | inlines |
 * | LIST | ITEM | ordered, start |
 * | ITEM | blocks | – |
 * | CHECKLIST | CHECK | – |
 * | CHECK | – | inlines, done, owner, date, note (hint in small print) |
 * | | | a level 3 or 4 HEADING right before a CHECKLIST is the title of a group of it |
 * | TABLE | ROW; the first @header_rows are headers | header_rows, header_columns, aligns |
 * | ROW | CELL; none for a place that a cell to the left or above reaches over | – |
 * | CELL | – | inlines, columns and rows that it spans |
 * | CALLOUT | blocks | callout |
 * | QUOTE | blocks | note (who said it, where) |
 * | CODE | – | inlines |
 * | SHEET | ROW with two cells: label, value | – |
 * | SIGNATURES | ITEM with one paragraph | – |
 * | LINES | – | lines |
 * | FIGURE | – | figure, with_table |
 * | CONTENTS | – | level: the deepest heading it lists, 1–4; page numbers are found by the layout |
 * | COLUMNS | COLUMN, 2 or 3: side by side on slides, one below the other on pages | – |
 * | COLUMN | blocks | – |
 * | NUMBER | – | inlines: a number that is to be remembered, "73 %"; note: what it says |
 * | AGENDA | ROW with two or three cells: time, topic, who | – |
 * | QUESTION | – | inlines: a question for discussion; note: how, "5 Minuten zu zweit" |
 * | PAGE_BREAK, SLIDE_BREAK, RULE | – | – |
 */
typedef enum
{
  WB_BLOCK_DOCUMENT,
  WB_BLOCK_HEADING,
  WB_BLOCK_PARAGRAPH,
  WB_BLOCK_LIST,
  WB_BLOCK_ITEM,
  WB_BLOCK_CHECKLIST,
  WB_BLOCK_CHECK,
  WB_BLOCK_TABLE,
  WB_BLOCK_ROW,
  WB_BLOCK_CELL,
  WB_BLOCK_CALLOUT,
  WB_BLOCK_QUOTE,
  WB_BLOCK_CODE,
  WB_BLOCK_SHEET,
  WB_BLOCK_SIGNATURES,
  WB_BLOCK_LINES,
  WB_BLOCK_FIGURE,
  WB_BLOCK_PAGE_BREAK,
  WB_BLOCK_SLIDE_BREAK,
  WB_BLOCK_RULE,
  WB_BLOCK_CONTENTS,
  WB_BLOCK_COLUMNS,
  WB_BLOCK_COLUMN,
  WB_BLOCK_NUMBER,
  WB_BLOCK_AGENDA,
  WB_BLOCK_QUESTION,
} WbBlockType;

typedef enum
{
  WB_CALLOUT_NOTE,
  WB_CALLOUT_TIP,
  WB_CALLOUT_WARNING,
  WB_CALLOUT_EXAMPLE,
  WB_CALLOUT_NOTES, /* speaker's notes of a slide; never shown to the audience */
} WbCallout;

typedef enum
{
  WB_ALIGN_START,
  WB_ALIGN_CENTER,
  WB_ALIGN_END,
} WbAlign;

typedef struct _WbFigure WbFigure;

/**
 * WbBlock:
 *
 * A node of the document tree. Built from the leaves up and immutable once it has a parent or is
 * shared; counted. Layout and renderers only read.
 */
struct _WbBlock
{
  WbBlockType type;
  int level;        /* HEADING, CONTENTS */
  gboolean ordered; /* LIST */
  int start;        /* LIST, ordered */
  gboolean done;    /* CHECK */
  guint header_rows; /* TABLE */
  guint header_columns; /* TABLE: the first cells of each row are its head */
  guint columns;    /* CELL: that it reaches over; 0 and 1 are the same */
  guint rows;       /* CELL */
  guint lines;      /* LINES */
  WbCallout callout; /* CALLOUT */
  gboolean with_table; /* FIGURE: its table stands below it on pages */

  /* Owned */
  GPtrArray *children; /* WbBlock; NULL for leaves */
  GPtrArray *inlines;  /* WbInline; NULL where the table above names none */
  GArray *aligns;      /* TABLE: WbAlign for each column; may be shorter */
  char *anchor;        /* HEADING: slug of its text, unique in the document (nullable) */
  char *owner;         /* CHECK: NULL where nobody is asked for, "" for a line to write on */
  char *date;          /* CHECK, as it is to be read; NULL and "" as with owner */
  char *note;          /* CHECK, QUOTE, NUMBER, QUESTION (nullable) */
  WbFigure *figure;    /* FIGURE: what it shows, with caption and alternative text */

  /*< private >*/
  gatomicrefcount ref_count;
};

#define WB_TYPE_BLOCK (wb_block_get_type ())
GType     wb_block_get_type      (void);

/* With the children and inlines lists its type has, empty. (transfer full) */
WbBlock  *wb_block_new           (WbBlockType    type);
WbBlock  *wb_block_ref           (WbBlock       *self);
void      wb_block_unref         (WbBlock       *self);
/* Takes @child; it must be one that @self may hold. Returns @child for filling. (transfer none) */
WbBlock  *wb_block_append        (WbBlock       *self,
                                  WbBlock       *child);
/* Appends a run; @target is nullable. Runs of the same look are joined. */
void      wb_block_append_text   (WbBlock       *self,
                                  const char    *text,
                                  WbInlineFlags  flags,
                                  const char    *target);
/* Appends a mark that leads to @note, a PARAGRAPH. (transfer full) for @note. */
void      wb_block_append_footnote (WbBlock      *self,
                                    WbBlock      *note);
/* Shorthands: append a heading, a paragraph of plain text, a table row of plain cells. (transfer none) */
WbBlock  *wb_block_append_heading   (WbBlock    *self,
                                     int         level,
                                     const char *text);
WbBlock  *wb_block_append_paragraph (WbBlock    *self,
                                     const char *text);
WbBlock  *wb_block_append_row       (WbBlock    *table,
                                     ...) G_GNUC_NULL_TERMINATED;
/* Appends a cell of plain text that reaches over @columns and @rows, 1 or more each. (transfer none) */
WbBlock  *wb_block_append_cell      (WbBlock    *row,
                                     const char *text,
                                     guint       columns,
                                     guint       rows);
/* Appends a contents list of the headings down to @level. (transfer none) */
WbBlock  *wb_block_append_contents  (WbBlock    *self,
                                     int         level);
/* Append a number or a question of plain text; @note is nullable. (transfer none) */
WbBlock  *wb_block_append_number    (WbBlock    *self,
                                     const char *number,
                                     const char *note);
WbBlock  *wb_block_append_question  (WbBlock    *self,
                                     const char *question,
                                     const char *note);
/* A deep copy, for those who change a tree (templates). (transfer full) */
WbBlock  *wb_block_copy          (const WbBlock *self);
/* The same without children and inlines, for those who fill in others. (transfer full) */
WbBlock  *wb_block_copy_shell       (const WbBlock *self);
/* The plain text of the block and all it holds, blocks separated by line breaks; footnotes stand in brackets behind their
 * place. (transfer full) */
char     *wb_block_to_text       (const WbBlock *self);
/* Gives every heading below @document that has none an anchor: its text folded as for search, words joined by "-", with a
 * number behind it where the same one exists. For those who build a tree; anchors that are there stay. */
void      wb_block_assign_anchors (WbBlock      *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbBlock, wb_block_unref)

G_END_DECLS
