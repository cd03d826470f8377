/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"

#include "wb-odf-images.h"
#include "wb-odf-styles.h"

G_BEGIN_DECLS

/* What a paragraph or a run of text is. */
typedef enum
{
  WB_ODF_BODY,
  WB_ODF_TITLE,
  WB_ODF_HEADING_1,
  WB_ODF_HEADING_2,
  WB_ODF_HEADING_3,
  WB_ODF_HEADING_4,
  WB_ODF_LIST,
  WB_ODF_CHECK,
  WB_ODF_NOTE, /* small print below a check item */
  WB_ODF_QUOTE,
  WB_ODF_CODE,
  WB_ODF_CELL,
  WB_ODF_CELL_HEAD,
  WB_ODF_CELL_GROUP, /* heading of a group of check items */
  WB_ODF_FIGURE,
  WB_ODF_CAPTION,
  WB_ODF_SAID_BY, /* below a quotation, number or question */
  WB_ODF_NUMBER, /* big */
  WB_ODF_QUESTION,
  WB_ODF_CONTENTS,
  WB_ODF_FOOTNOTE,
  WB_ODF_LINE, /* to write on */
  WB_ODF_SIGNATURE,
  WB_ODF_RULE,
  WB_ODF_LABEL_NOTE, /* of callouts, in the order of WbCallout */
  WB_ODF_LABEL_TIP,
  WB_ODF_LABEL_WARNING,
  WB_ODF_LABEL_EXAMPLE,
  WB_ODF_LABEL_NOTES,
  WB_ODF_HEAD, /* of the letter */
  WB_ODF_RUNNING_HEAD,
  WB_ODF_RUNNING_FOOT,
  WB_ODF_PAGE_NUMBER,
  WB_ODF_N_PARAGRAPHS,

  WB_ODF_STRONG = WB_ODF_N_PARAGRAPHS,
  WB_ODF_EMPHASIS,
  WB_ODF_SOURCE,
  WB_ODF_OPEN,
  WB_ODF_BLANK,
  WB_ODF_LINK,
  WB_ODF_N_ROLES,
} WbOdfRole;

/* The list styles that text documents name. */
#define WB_ODF_BULLETS "List_20_1"
#define WB_ODF_NUMBERS "Numbering_20_1"
#define WB_ODF_CHECKS "List_20_Checks"

/* A list that is being written; see wb-odf-flow.c. */
typedef struct
{
  const char *style;
  gboolean ordered;
  guint number; /* of the item */
  gboolean list_open;
  gboolean item_open;
  gboolean item_used;
  gboolean counting; /* an item with a number is in the open list */
} WbOdfList;

/**
 * WbOdfFlow:
 *
 * Writes blocks as the text of an OpenDocument: paragraphs, headings, lists, tables, figures. Text documents and the text
 * boxes of slides share it; only the styles differ, since slides know no named ones.
 */
typedef struct
{
  gboolean is_deck;
  gboolean in_text_box; /* of a slide: no tables, no pictures */
  double scale;     /* deck: of the text, 1 or less */
  WbOdfRole body;   /* what plain paragraphs are here */
  gboolean page_break; /* before the next block */
  int last_level;   /* of the headings so far */
  guint n_tables;
  guint n_sections;
  guint n_frames;
  guint n_notes;
  double width;     /* of the text, in points */

  /* Borrowed */
  WbDocument *document;
  WbOdfXml *xml;
  WbOdfStyles *styles;
  WbOdfImages *images;

  /* Owned */
  GArray *lists;       /* WbOdfList, outermost first */
  GHashTable *anchors; /* char *: of the headings in the document */
} WbOdfFlow;

void         wb_odf_flow_init             (WbOdfFlow      *self,
                                           WbDocument     *document,
                                           WbOdfXml       *xml,
                                           WbOdfStyles    *styles,
                                           WbOdfImages    *images);
void         wb_odf_flow_clear            (WbOdfFlow      *self);
void         wb_odf_flow_add_blocks       (WbOdfFlow      *self,
                                           GPtrArray      *blocks);
void         wb_odf_flow_add_text         (WbOdfFlow      *self,
                                           WbOdfRole       role,
                                           const char     *text);
void         wb_odf_flow_add_heading      (WbOdfFlow      *self,
                                           const WbBlock  *heading,
                                           WbOdfRole       role);
/* A paragraph or heading; @element "text:p" or "text:h". */
void         wb_odf_flow_begin            (WbOdfFlow      *self,
                                           const char     *element,
                                           WbOdfRole       role,
                                           WbAlign         align);
void         wb_odf_flow_end              (WbOdfFlow      *self);
void         wb_odf_flow_add_inlines      (WbOdfFlow      *self,
                                           GPtrArray      *inlines);
/* Closes the lists around, for what may not stand in one; they go on behind it. */
void         wb_odf_flow_leave_lists      (WbOdfFlow      *self);
/* The name of the style of @role, made where it is not there yet. */
const char  *wb_odf_flow_get_style        (WbOdfFlow      *self,
                                           WbOdfRole       role);

/* wb-odf-flow-table.c */
void         wb_odf_flow_add_table        (WbOdfFlow      *self,
                                           const WbBlock  *table);
void         wb_odf_flow_add_sheet        (WbOdfFlow      *self,
                                           const WbBlock  *sheet);
void         wb_odf_flow_add_agenda       (WbOdfFlow      *self,
                                           const WbBlock  *agenda);
/* @n blocks from @first on: checklists with columns, and the titles of their groups. */
void         wb_odf_flow_add_check_table  (WbOdfFlow      *self,
                                           GPtrArray      *blocks,
                                           guint           first,
                                           guint           n);

/* wb-odf-named-styles.c */
/* What @role looks like in text documents, with its name, and in decks, without. */
const WbOdfStyle *wb_odf_get_text_style   (WbOdfRole       role);
const WbOdfStyle *wb_odf_get_deck_style   (WbOdfRole       role);
/* The size of the text of @role in decks, in points. */
double       wb_odf_get_deck_size         (WbOdfRole       role);
/* office:styles of a text document. */
void         wb_odf_write_text_styles     (WbOdfXml       *xml);
/* @factor: of the indents; 1 for text documents, more for decks. */
void         wb_odf_write_list_styles     (WbOdfXml       *xml,
                                           double          factor);
void         wb_odf_write_fonts           (WbOdfXml       *xml);
/* A default style with typeface and language; @paragraph is nullable. */
void         wb_odf_write_default         (WbOdfXml       *xml,
                                           const char     *family,
                                           const char     *paragraph);

/* wb-odf-page.c */
/* The only page layout, "Page". @with_notes: it may have footnotes. */
void         wb_odf_write_page_layout     (WbOdfXml       *xml,
                                           const char     *properties,
                                           gboolean        with_notes);
/* Title above, but not on the first page; small print and page number below. @with_styles: those of text documents; without, the title
 * stands on the first page, too. */
void         wb_odf_write_master_page     (WbOdfXml       *xml,
                                           const char     *name,
                                           WbDocument     *document,
                                           gboolean        with_styles);
/* The content of a draw:frame: the picture of @stationery, of which @package gets the part, once, with its description. */
void         wb_odf_write_picture         (WbOdfXml           *xml,
                                           WbOdfPackage       *package,
                                           const WbStationery *stationery);
/* Adds the parts and the metadata to @package and writes it to @path. */
gboolean     wb_odf_write_parts           (WbOdfPackage   *package,
                                           WbDocument     *document,
                                           GBytes         *content,
                                           GBytes         *styles,
                                           const char     *path,
                                           GCancellable   *cancellable,
                                           GError        **error);

G_END_DECLS
