/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-figure-drawing.h"
#include "wb-paginator.h"
#include "wb-letter-shape-private.h"
#include "wb-spool-private.h"
#include "wb-tagger-private.h"

G_BEGIN_DECLS

/*
 * How a document becomes pages:
 *
 * 1. The flow (wb-flow*.c) turns blocks into pieces: strips as wide as the text that are never split, such as a line of
 *    a paragraph or a row of a table. A piece holds marks (lines of text, boxes, rules) at fixed places.
 * 2. The pages (wb-page-layout.c, wb-deck-layout.c) stack the pieces.
 * 3. The drawing (wb-page-drawing.c) draws the marks of a page, first what is decoration, then what is content in
 *    reading order, inside its structure tags where asked to.
 *
 * Pages have a baseline grid. Its first line is where the baseline of a line of text lies that begins a page, at the
 * same height on all pages of a document, and the others follow in steps of the height of a line (WbStyle.step). All that is set in lines of this height stands on it:
 * paragraphs, items of lists and checklists without columns, quotations, callouts, headings of level 4. Headings of the upper levels
 * stand above it so that the text below them is on the next line. Tables, figures, captions, small print and text with
 * places to write in have lines of their own; what follows them goes on at the next line of the grid. Footnotes stand on the foot of the page.
 * Slides have no grid: each is seen alone.
 *
 * All measures are points. Pieces, marks, nodes and frames belong to the layout and live as long as it does.
 */

typedef struct
{
  double red;
  double green;
  double blue;
} WbColor;

/* Size and height above the line of the number that leads to a footnote, in sizes of the text. */
#define WB_FOOTNOTE_SIZE 0.64
#define WB_FOOTNOTE_RISE 0.36

extern const WbColor wb_color_text;
extern const WbColor wb_color_dim;
extern const WbColor wb_color_rule;
extern const WbColor wb_color_blue;
extern const WbColor wb_color_blue_tint;
extern const WbColor wb_color_orange;
extern const WbColor wb_color_grey_tint;

typedef struct
{
  double size;
  double leading; /* distance of two baselines, in sizes */
  PangoWeight weight;
  const WbColor *color;
  guint min_letters; /* shorter words are not hyphenated; 0: none is */
  gboolean tabular;  /* all figures of one width */
} WbTextStyle;

/* How tight a document can be set whose last page would be nearly empty otherwise: 1 with a little more text on a page and lower rows of
 * tables, from 2 on with slightly smaller text in lower lines, too. */
#define WB_MAX_TIGHTNESS 3

typedef struct
{
  WbTextStyle title;
  WbTextStyle heading[4];
  WbTextStyle body;
  WbTextStyle cell;
  WbTextStyle head; /* of a table */
  WbTextStyle small;
  WbTextStyle strong; /* group titles, labels */
  WbTextStyle callout[WB_CALLOUT_NOTES]; /* their labels */
  WbTextStyle code;
  WbTextStyle number;   /* that is to be remembered */
  WbTextStyle question; /* for discussion */
  WbTextStyle quote;    /* what somebody said; on paper that is ordinary text */
  WbTextStyle quote_mark; /* slides: the large mark before it */
  WbTextStyle caption;  /* below these two and quotations */
  double step;      /* of the baseline grid; 0: there is none */
  double gap;       /* between paragraphs */
  double list_gap;  /* between items */
  double caption_gap;   /* above the caption of a figure */
  double above_frame;   /* callouts, quotations, code */
  double below_frame;   /* and rules */
  double below_table;   /* and checklists, contents, numbers */
  double around_figure;
  double above_heading[4];
  double below_heading[4]; /* at most, to what is not text */
  double heading_drop[4];  /* from its last baseline down to the grid */
  double title_drop;
  double indent;    /* of lists */
  double pad_x;     /* in cells and frames */
  double pad_y;
  double box;       /* to tick */
  double blank;     /* length of a line to write on inside a sentence */
  double rule;      /* thickness of thin lines */
  double write;     /* height of a line to write on */
  gboolean is_deck;
} WbStyle;

/* The place of a mark in the logical structure. */
typedef struct _WbNode WbNode;
struct _WbNode
{
  const char *tag; /* static */
  WbNode *parent;
  guint depth;
  gboolean has_parts; /* its text is drawn in parts with tags of their own: it holds links, boxes or other nodes,
                       * or lies on several pages */
  int page;           /* the one it lies on; -1 before it is known */
  WbTagExtra extra;
  gboolean has_missing; /* characters that no font has are among its text */
  char *alt;    /* (nullable) */
  char *target; /* (nullable): where all its lines lead, as one link that is called @alt */
};

/* Something drawn behind several pieces, as far as they lie on one page. */
typedef enum
{
  WB_FRAME_CALLOUT, /* tint with a bar in @color at the left */
  WB_FRAME_QUOTE,   /* only the bar */
  WB_FRAME_CODE,    /* only the tint */
} WbFrameType;

typedef struct _WbFrame WbFrame;
struct _WbFrame
{
  WbFrameType type;
  WbFrame *parent;
  double x;
  double width;
  double padding; /* above and below the pieces */
  WbColor color;
  WbColor tint;
};

typedef enum
{
  WB_LINK_NONE,
  WB_LINK_WEB,
  WB_LINK_PLACE, /* in this document */
} WbLinkType;

/* A letter that found its place while lines were broken; there are thousands on a page. */
typedef struct
{
  guint16 index;
  guint16 width; /* to the next one, in Pango's units */
} WbGlyph;

typedef struct _WbFontMetrics WbFontMetrics;
typedef struct _WbShaper WbShaper;

/* A part of a line with one look. */
typedef struct
{
  double x; /* from the left of the piece */
  double width;
  WbInlineFlags flags;
  WbLinkType link;
  gboolean continues;   /* belongs to the same inline of the document as the run before it */
  gboolean missing;     /* no font has these characters: an empty box stands for each */
  gboolean soft_hyphen; /* the last letter of @text only breaks a word: who reads it aloud leaves it out */

  /* Owned */
  char *text;   /* as drawn; what a BLANK is for */
  char *target; /* (nullable) */
  const WbBlock *note; /* FOOTNOTE: what it leads to; borrowed from the document */
  PangoFont *font;     /* (nullable): of @glyphs */
  WbGlyph *glyphs;     /* one for each character of @text, where it is as simple as that; else NULL */
  guint n_glyphs;
  WbLetterShape *shape;      /* (nullable): the letters, where it is not */
} WbRun;

typedef enum
{
  WB_MARK_LINE,
  WB_MARK_BOX,   /* to tick; done or not */
  WB_MARK_BLANK, /* line to write on, at the lower edge */
  WB_MARK_RULE,  /* line at the lower edge */
  WB_MARK_FILL,
  WB_MARK_FIGURE,
  WB_MARK_PICTURE, /* of the letterhead */
} WbMarkType;

typedef struct
{
  WbMarkType type;
  double x; /* from the left and top of the piece */
  double y; /* LINE: of the baseline */
  double width;
  double height; /* RULE: its thickness */
  gboolean done; /* BOX */
  const WbColor *color;
  const WbTextStyle *style; /* LINE */
  WbNode *node;             /* NULL for decoration */

  /* Owned */
  GPtrArray *runs; /* LINE: WbRun */
  WbFigureDrawing *drawing; /* FIGURE */
  char *text;      /* LINE: as it stands in the document, with the space at its end if there is one */
} WbMark;

typedef struct _WbPiece WbPiece;
struct _WbPiece
{
  double space_before; /* dropped at the top of a page */
  double pad_top;      /* inside the frame */
  double height;
  double grid;    /* from the top down to what has to be on the baseline grid; 0 for a piece that may stand anywhere */
  double pad_bottom;
  gboolean keep_with_next;
  gboolean announces; /* a heading or title: never the last on a page, even where not all that is to stay together fits */
  gboolean break_before;
  WbFrame *frame;  /* (nullable) innermost */
  WbPiece *repeat; /* (nullable) header row, drawn again where the piece begins a page */
  int level;       /* of the heading that begins here; 0 for none */
  GArray *inner;   /* (nullable) owned: WbInnerPiece with headings that begin further down */
  guint last_page; /* the last one it is drawn on, once all pages are there */
  guint index;     /* in the layout's pieces */
  gboolean lasting; /* its marks are used by others or completed later: never packed */
  gboolean passing; /* made of a packed page: gone with it */

  /* Owned */
  GPtrArray *marks;
  char *anchor; /* (nullable) */
  char *title;  /* heading: its text (nullable) */
};

typedef enum
{
  WB_PLACED_TEXT,
  WB_PLACED_AROUND, /* content, but not part of the text: head and small print */
  WB_PLACED_AGAIN,  /* decoration: was content elsewhere */
} WbPlacing;

typedef struct
{
  WbPiece *piece;
  WbPlacing placing;
  double y;     /* of the top of the marks */
  double scale; /* below 1 where a piece is taller than a page */
} WbPlacedPiece;

/* A heading in a column. */
typedef struct
{
  WbPiece *piece; /* its marks are in the outer piece */
  double y;       /* from the top of the outer piece */
} WbInnerPiece;

typedef struct
{
  WbFrame *frame;
  double top;
  double bottom;
} WbPlacedFrame;

typedef struct
{
  GArray *pieces; /* WbPlacedPiece, in reading order */
  GArray *frames; /* WbPlacedFrame, outer before inner */
  WbNode *node;   /* slides: the part of the structure (nullable) */
  gboolean continues; /* slides: goes on with the one before */
  char *title;    /* slides (nullable) */
  char *notes;    /* slides (nullable) */
  gsize packed_at; /* in the layout's spool */
  gsize packed_length; /* see wb-packed-page.c; 0: not packed */
  guint n_packed; /* pieces that were packed */
  guint n_kept;   /* the first of @pieces: those of them that are still there */
} WbPage;

/* Where a heading or anchor ended up. */
typedef struct
{
  guint page;
  double y;
  int level;
  const char *title;  /* (nullable) */
  const char *anchor; /* (nullable) */
} WbPlace;

/* A line of a list of contents whose page number is still to come. */
typedef struct
{
  WbPiece *piece;
  const WbTextStyle *style;
  WbNode *node;
  char *target; /* (nullable) owned */
  double x;     /* of the room for the number */
  double width;
} WbContentsEntry;

typedef struct _WbFootnote WbFootnote;

/* What belongs to one document being laid out. */
typedef struct
{
  WbDocument *document;
  PangoContext *context;
  double page_width;
  double page_height;
  double left; /* of the text */
  double width;
  double first_top; /* of the text on the first and on the other pages */
  double top;
  double next_top; /* slides: of the text where the one that is laid out goes on */
  double bottom;
  double rest;     /* pages: height of what stands on the last one */
  guint tightness;
  double grid_top; /* the first line of the baseline grid */
  WbStyle *style; /* what is laid out now */
  WbStationery *stationery; /* (nullable) of the document */
  WbColor accent; /* of the stationery, or blue */
  GCancellable *cancellable; /* (nullable) only while the layout is made, as the next two */
  WbProgressFunc progress;   /* (nullable) */
  gpointer progress_data;
  gboolean packs;            /* pages are packed as soon as they are full, to be drawn once and in order */

  /* Owned */
  cairo_surface_t *picture; /* (nullable) of the stationery */
  GPtrArray *styles; /* WbStyle: marks point into them */
  GPtrArray *metrics; /* WbFontMetrics */
  GHashTable *pairs;   /* PangoFont → places of its letters in packed pages */
  WbSpool *spool;      /* packed pages */
  GHashTable *footnotes; /* const WbBlock * → WbFootnote, borrowed */
  GHashTable *footnote_texts; /* what a note says → WbFootnote */
  GArray *contents; /* WbContentsEntry */
  GPtrArray *nodes;
  GPtrArray *frames;
  GPtrArray *all_pieces; /* NULL where one was removed */
  GPtrArray *pages;
  GArray *places; /* WbPlace, in order */
  GHashTable *anchors; /* anchor → index in @places + 1 */
  double foot_rule; /* y of the line above page number and small print */
  WbNode *root;
  int last_level; /* of the headings so far */
} WbLayout;

/* wb-style.c */
/* @tightness: 0 up to WB_MAX_TIGHTNESS. */
WbStyle     *wb_style_new_pages     (guint              tightness);
/* @unit: points of one of the 1280 units; @scale: of the text, 1.2 down to 0.7. */
WbStyle     *wb_style_new_deck      (double             unit,
                                     double             scale);
PangoFontDescription *wb_style_get_font (const WbTextStyle *style,
                                         WbInlineFlags      flags);
PangoContext *wb_style_create_context (void);
PangoLayout *wb_style_create_layout (PangoContext      *context,
                                     const WbTextStyle *style,
                                     WbInlineFlags      flags);

/* wb-font-metrics.c */
/* Of the font of @style. (transfer none) */
WbFontMetrics *wb_layout_get_metrics (WbLayout          *self,
                                      const WbTextStyle *style);
void         wb_font_metrics_free   (gpointer           metrics);
/* For breaking one text after the other: making one anew takes longer than many a text. Attributes and text are those of the
 * last user. (transfer none) */
PangoLayout *wb_font_metrics_get_layout (WbFontMetrics *self);
/* What that layout begins with. (transfer none) */
PangoAttrList *wb_font_metrics_get_attributes (WbFontMetrics *self);
/* For words in the font of the style as @look, a set of flags that change it, makes it. (transfer none) */
WbShaper    *wb_font_metrics_get_shaper (WbFontMetrics *self,
                                         WbInlineFlags  look);
/* Distance from the top of a line to its baseline: ascent with half of what the line has too much. */
double       wb_font_metrics_get_baseline (const WbFontMetrics *self,
                                           double         line_height);
/* Width of @text on one line, up to the kerning of its letters. */
double       wb_font_metrics_measure (WbFontMetrics     *self,
                                      const char        *text,
                                      gsize              length);

/* wb-footnotes.c */
/* The footnote that @note is; numbered when it is asked for first. One that is led to from several places comes as several blocks that
 * say the same, and is one. (transfer none) */
WbFootnote  *wb_footnotes_get       (WbLayout          *layout,
                                     const WbBlock     *note);
guint        wb_footnote_get_number (const WbFootnote  *self);
/* The name of its place. (transfer full) */
char        *wb_footnote_dup_anchor (guint              number);
/* Lays it out for good, as part of @parent, the first one of a page with a thin line above it. (transfer none) */
WbPiece     *wb_footnote_create_piece (WbFootnote      *self,
                                       WbLayout        *layout,
                                       WbNode          *parent,
                                       gboolean         first);
/* Makes the note @piece part of what goes on over the end of the page between the text of @last and that of @next, so that it does
 * not cut that in two. */
void         wb_footnote_adopt      (WbPiece           *piece,
                                     WbNode            *last,
                                     WbNode            *next);
double       wb_footnotes_get_rule_room (WbLayout      *layout);
/* WbFootnote that @piece leads to and that stand nowhere yet. (transfer container) */
GPtrArray   *wb_footnotes_find      (WbLayout          *layout,
                                     const WbPiece     *piece);
/* The height of these. */
double       wb_footnotes_measure   (WbLayout          *layout,
                                     const WbPiece     *piece);

/* wb-layout.c */
WbLayout    *wb_layout_new          (WbDocument        *document);
void         wb_layout_free         (WbLayout          *self);
/* The innermost node that both are, or are part of; NULL when there is none. (transfer none) */
WbNode      *wb_node_find_common    (WbNode            *a,
                                     WbNode            *b);
/* A style of its own for a few lines. (transfer none) */
const WbTextStyle *wb_layout_add_style (WbLayout       *self,
                                     double             size,
                                     PangoWeight        weight,
                                     const WbColor     *color);
WbNode      *wb_layout_add_node     (WbLayout          *self,
                                     WbNode            *parent,
                                     const char        *tag);
WbFrame     *wb_layout_add_frame    (WbLayout          *self,
                                     WbFrame           *parent,
                                     WbFrameType        type);
WbPiece     *wb_layout_add_piece    (WbLayout          *self);
/* Frees @piece, which stands on no page any more. */
void         wb_layout_remove_piece (WbLayout          *self,
                                     WbPiece           *piece);
WbPage      *wb_layout_add_page     (WbLayout          *self);
WbMark      *wb_mark_new            (WbMarkType         type,
                                     WbNode            *node);
void         wb_mark_free           (gpointer           mark);
WbMark      *wb_piece_add_mark      (WbPiece           *piece,
                                     WbMarkType         type,
                                     WbNode            *node);
/* Tells the node of @mark that it lies on page @page. */
void         wb_layout_settle_mark  (WbMark            *mark,
                                     int                page);
/* Finds where the links of @mark lead, once all places are known. */
void         wb_layout_settle_links (WbLayout          *self,
                                     WbMark            *mark);
/* Finds links and places once all pages are there. */
void         wb_layout_finish       (WbLayout          *self);
/* Frees what the page @n has and none behind it: it will not be drawn again, nor measured. Headings and places stay. */
void         wb_layout_forget_page  (WbLayout          *self,
                                     guint              n);
/* wb-packed-page.c */
/* Puts the marks of page @n, which is full, away, but for those that others refer to: it cannot be drawn until it is unpacked, nor
 * read. When there is no room for them anywhere else, they stay. */
void         wb_layout_pack_page    (WbLayout          *self,
                                     guint              n);
/* Makes the marks of page @n again, if it is packed; all pages have to be laid out. FALSE when what was put away cannot be read. */
gboolean     wb_layout_unpack_page  (WbLayout          *self,
                                     guint              n);

/* wb-layout.c */
/* The place a target leads to; NULL when it is not in this document. */
const WbPlace *wb_layout_find_place (WbLayout          *self,
                                     const char        *target);

/* wb-text-layout.c */
typedef struct
{
  double height; /* of all lines */
  double line_height;
  double baseline; /* of its first line, from its top */
  GPtrArray *marks; /* WbMark of type LINE, @y from the top of the text; NULL once moved */
} WbText;

/* @inlines broken into lines of @width that begin at @x. Blanks wider than @width are shortened. */
WbText      *wb_text_new            (WbLayout          *layout,
                                     GPtrArray         *inlines,
                                     const WbTextStyle *style,
                                     double             x,
                                     double             width,
                                     WbAlign            align,
                                     WbNode            *node);
WbText      *wb_text_new_plain      (WbLayout          *layout,
                                     const char        *text,
                                     const WbTextStyle *style,
                                     double             x,
                                     double             width,
                                     WbAlign            align,
                                     WbNode            *node);
void         wb_text_free           (WbText            *text);
/* The text of @heading as it is drawn, in one line: for bookmarks. (transfer full) */
char        *wb_text_dup_title      (const WbBlock     *heading);
/* Moves the lines from @first on, @n at most, into @piece, the first one at @y. */
void         wb_text_move           (WbText            *text,
                                     guint              first,
                                     guint              n,
                                     WbPiece           *piece,
                                     double             y);
/* Width of @text on one line, and of its longest word. */
void         wb_text_measure        (WbLayout          *layout,
                                     const char        *text,
                                     const WbTextStyle *style,
                                     double            *natural,
                                     double            *longest_word);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbText, wb_text_free)

/* wb-flow.c */
typedef struct _WbFlow WbFlow;
struct _WbFlow
{
  WbLayout *layout;
  GPtrArray *pieces; /* WbPiece, in order; borrowed */
  WbFrame *frame;
  WbNode *node;
  double left;
  double width;
  double gap;       /* before the next piece */
  double max_gap;   /* the most it may be, once; -1 for any */
  double pad_top;   /* of frames that begin with the next piece */
  gboolean page_break;
  gboolean alone;   /* what comes has the rest of its slide for itself */
  guint list_depth;
  /* (nullable): called behind each block of the document; may take pieces away from the front, but never the last one. */
  void (*settle) (WbFlow *self, gpointer data);
  gpointer settle_data;
};

WbFlow      *wb_flow_new            (WbLayout          *layout,
                                     WbNode            *node,
                                     double             left,
                                     double             width);
void         wb_flow_free           (WbFlow            *self);
/* Appends a piece with the pending gap and frame. */
WbPiece     *wb_flow_add_piece      (WbFlow            *self,
                                     double             height);
/* Asks for a gap of at least @gap before the next piece. */
void         wb_flow_add_gap        (WbFlow            *self,
                                     double             gap);
/* Puts the line of @text whose top is at @y of @piece on the baseline grid, if @text is set in its step. */
void         wb_flow_set_on_grid    (WbFlow            *self,
                                     WbPiece           *piece,
                                     const WbText      *text,
                                     double             y);
/* Appends @text line by line, first and last two together. */
void         wb_flow_add_text       (WbFlow            *self,
                                     WbText            *text,
                                     gboolean           keep_with_next);
/* The structure tag of the next heading in reading order: no level may be left out on the way down. */
const char  *wb_flow_get_heading_tag (WbFlow          *self,
                                      int              level);
void         wb_flow_add_title      (WbFlow            *self,
                                     const char        *title,
                                     const WbTextStyle *style,
                                     const char        *tag,
                                     int                level);
void         wb_flow_add_block      (WbFlow            *self,
                                     const WbBlock     *block,
                                     const WbBlock     *next);
void         wb_flow_add_blocks     (WbFlow            *self,
                                     GPtrArray         *blocks);
/* "Tip", "Warning" …; static. */
const char  *wb_flow_get_callout_label (WbCallout       callout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbFlow, wb_flow_free)

/* Begins a frame in the colours of @style; what it returns goes to the end of the frame. */
guint        wb_flow_begin_frame    (WbFlow            *self,
                                     WbFrameType        type,
                                     const WbTextStyle *style);
void         wb_flow_end_frame      (WbFlow            *self,
                                     guint              first);

/* wb-flow-special.c */
/* What @piece takes of the height, the first one of its page or not. */
double       wb_flow_get_extent     (const WbPiece     *piece,
                                     gboolean           first);
/* What is left of the slide below what stands there, without the gap that comes next. */
double       wb_flow_get_room_left  (const WbFlow      *self);
/* Who said it. */
void         wb_flow_add_source     (WbFlow            *self,
                                     const char        *source);
void         wb_flow_add_number     (WbFlow            *self,
                                     const WbBlock     *number);
void         wb_flow_add_question   (WbFlow            *self,
                                     const WbBlock     *question);
void         wb_flow_add_columns    (WbFlow            *self,
                                     const WbBlock     *columns);
void         wb_flow_add_contents   (WbFlow            *self,
                                     const WbBlock     *contents);
void         wb_contents_entry_clear (gpointer          data);
void         wb_contents_finish     (WbLayout          *layout);

/* wb-flow-figure.c, wb-flow-table.c, wb-flow-checklist.c */
/* The figure, its caption, and the table where the block asks for it. */
void         wb_flow_add_figure     (WbFlow            *self,
                                     const WbBlock     *figure);
void         wb_flow_add_table      (WbFlow            *self,
                                     const WbBlock     *table);
void         wb_flow_add_sheet      (WbFlow            *self,
                                     const WbBlock     *sheet);
/* The groups of a checklist: @blocks from @first on; returns how many blocks were used. */
guint        wb_flow_add_checklist  (WbFlow            *self,
                                     GPtrArray         *blocks,
                                     guint              first);
/* How many of @blocks from @first on are one checklist with its group titles; 0 when there is none. */
guint        wb_flow_count_checklist (GPtrArray        *blocks,
                                      guint             first);
void         wb_flow_add_signatures (WbFlow            *self,
                                     const WbBlock     *signatures);
void         wb_flow_add_lines      (WbFlow            *self,
                                     guint              n);

/* wb-page-layout.c, wb-deck-layout.c */
/* Stacks @pieces on @page from @y on, and on further pages. */
void         wb_page_layout_stack   (WbLayout          *layout,
                                     GPtrArray         *pieces,
                                     WbPage            *page,
                                     double             y);
void         wb_page_place          (WbPage            *page,
                                     WbPiece           *piece,
                                     WbPlacing          placing,
                                     double             y);
void         wb_page_layout_run     (WbLayout          *layout);
void         wb_deck_layout_run     (WbLayout          *layout);

/* wb-letterhead-layout.c */
/* Puts the letterhead of the layout's stationery, if there is one with a name, address or picture, on @page, its first, @top from the upper
 * edge. Returns the height; 0 when there was nothing to put there. */
double       wb_letterhead_layout_add (WbLayout        *layout,
                                     WbPage            *page,
                                     double             top);

/* wb-pen.c */
/* What is open while the pages of one document are drawn one after the other. */
typedef struct
{
  WbLayout *layout;
  cairo_t *cr;
  WbTagger *tagger; /* (nullable): without tags */
  WbNode *open;     /* innermost open node (nullable) */
  gboolean in_part; /* @part is open inside */
  const char *part; /* Span, or the Link that a node is as a whole */
  const WbTextStyle *style; /* of @pango */
  WbInlineFlags flags;
  PangoLayout *pango; /* owned; for one run after the other */
  PangoLayout *cut;   /* owned (nullable); the line at the edge that is the same on each page */
  GHashTable *hyphen_fonts; /* owned (nullable); PangoFont to cairo_scaled_font_t */
} WbPen;

void         wb_pen_init            (WbPen             *self,
                                     WbLayout          *layout,
                                     cairo_t           *cr,
                                     WbTagger          *tagger);
void         wb_pen_clear           (WbPen             *self);
void         wb_pen_set_color       (WbPen             *self,
                                     const WbColor     *color);
/* Draws @text at the baseline @y; returns its width. */
double       wb_pen_show_text       (WbPen             *self,
                                     const char        *text,
                                     const WbTextStyle *style,
                                     WbInlineFlags      flags,
                                     double             x,
                                     double             y);
double       wb_pen_measure         (WbPen             *self,
                                     const char        *text,
                                     const WbTextStyle *style);
/* Shapes, without tags. */
void         wb_pen_draw_frame      (WbPen             *self,
                                     const WbPlacedFrame *placed);
/* Adds a RULE or FILL to the path. */
void         wb_pen_add_rectangle   (WbPen             *self,
                                     const WbMark      *mark);
void         wb_pen_draw_shape      (WbPen             *self,
                                     const WbMark      *mark);
void         wb_pen_draw_blank      (WbPen             *self,
                                     double             x,
                                     double             y,
                                     double             width);
void         wb_pen_draw_run        (WbPen             *self,
                                     const WbMark      *mark,
                                     const WbRun       *run);
void         wb_pen_draw_underlines (WbPen             *self,
                                     const WbMark      *mark);
/* The picture of the letterhead, in the given place. */
void         wb_pen_draw_picture    (WbPen             *self,
                                     double             x,
                                     double             y,
                                     double             width,
                                     double             height);
/* Structure; all do nothing without tagger. */
void         wb_pen_begin_decoration (WbPen            *self);
void         wb_pen_end_decoration  (WbPen             *self);
void         wb_pen_open_node       (WbPen             *self,
                                     WbNode            *node);
void         wb_pen_open_part       (WbPen             *self);
/* The link to @place that @node is. */
void         wb_pen_open_link        (WbPen            *self,
                                      const WbNode     *node,
                                      const WbPlace    *place);
void         wb_pen_close_part      (WbPen             *self);
void         wb_pen_end_page        (WbPen             *self);
void         wb_pen_close_all       (WbPen             *self);

/* wb-page-drawing.c */
void         wb_page_drawing_draw   (WbPen             *pen,
                                     guint              page);
/* Around the text of page @page of @n_pages: page number, and the running head where asked for. Decoration. */
void         wb_page_drawing_draw_surroundings (WbPen  *pen,
                                     guint              page,
                                     guint              n_pages,
                                     gboolean           with_head);
/* The content of one piece, without what is decoration. */
void         wb_page_drawing_draw_piece (WbPen         *pen,
                                     const WbPlacedPiece *placed);

/* wb-paginator.c */
WbLayout    *wb_paginator_get_layout (WbPaginator      *self);
/* As wb_paginator_new_watched(), in less memory: each page can only be drawn once, in order, between wb_layout_unpack_page() and
 * wb_layout_forget_page(). (transfer full) */
WbPaginator *wb_paginator_new_packed (WbDocument        *document,
                                      GCancellable      *cancellable,
                                      WbProgressFunc     progress,
                                      gpointer           data);

G_END_DECLS
