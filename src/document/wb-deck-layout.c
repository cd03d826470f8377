/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"
#include "wb-text-clean-private.h"

#include <string.h>

/* In the 1280 × 720 units of a slide. */
#define UNITS_WIDTH 1280.0
#define UNITS_HEIGHT 720.0
#define LEFT 72.0
#define RIGHT 1208.0
#define TOP 54.0
#define BOTTOM 636.0
#define FOOT_RULE 654.0
#define BELOW_TITLE 30.0

/* A longer title is cut on the slides that go on. */
#define MAX_CONTINUED_TITLE 200

/* Text scales that are tried one after the other: 36, 33, 30, 27, 24, 21 units. The first ones only where they leave some room: text that
 * fills a slide to its edge is no easier to read. */
static const double scales[] = { 1.2, 1.1, 1.0, 0.9, 0.8, 0.7 };
#define LARGE_SHARE 0.93

/* Of the room that is left: how much may go between paragraphs and items, and what one gap takes at most, in sizes of the text. */
#define SPREAD_SHARE 0.6
#define MAX_SPREAD 0.6
/* What stands on a slide to be looked at, like a number, has so much of the room that is left above it. */
#define STATEMENT_SHARE 0.4
/* A paragraph of so many lines that has a slide for itself is something like that. */
#define MAX_STATEMENT_LINES 4

typedef struct
{
  WbLayout *layout;
  double unit;
  GPtrArray *blocks; /* WbBlock of the slide, without notes; borrowed */
  GString *notes;
  WbNode *node; /* its part of the structure, with all pages it takes */
  guint n_title; /* pieces of the heading */
} Slide;

/* What was there before a slide was tried. */
typedef struct
{
  guint n_styles;
  guint n_nodes;
  guint n_frames;
  guint n_pieces;
  guint n_contents;
  int last_level;
} Snapshot;

static Snapshot
take_snapshot (WbLayout *layout)
{
  return (Snapshot) { layout->styles->len, layout->nodes->len, layout->frames->len, layout->all_pieces->len,
                      layout->contents->len, layout->last_level };
}

static void
restore_snapshot (WbLayout *layout,
                  Snapshot  snapshot)
{
  g_array_set_size (layout->contents, snapshot.n_contents);
  g_ptr_array_set_size (layout->all_pieces, snapshot.n_pieces);
  g_ptr_array_set_size (layout->frames, snapshot.n_frames);
  g_ptr_array_set_size (layout->nodes, snapshot.n_nodes);
  g_ptr_array_set_size (layout->styles, snapshot.n_styles);
  layout->last_level = snapshot.last_level;
}

static const WbBlock *
get_heading (Slide *slide)
{
  const WbBlock *first = slide->blocks->len > 0 ? g_ptr_array_index (slide->blocks, 0) : NULL;

  return first != NULL && first->type == WB_BLOCK_HEADING ? first : NULL;
}

static gboolean
is_title_slide (Slide *slide)
{
  const WbBlock *heading = get_heading (slide);

  return heading != NULL && heading->level == 1;
}

static void
fit_heading (WbTextStyle   *style,
             const WbBlock *heading)
{
  g_autofree char *text = wb_block_to_text (heading);
  g_autofree char *valid = wb_text_make_valid (text);
  const glong length = g_utf8_strlen (valid, -1);

  if (length > 200)
    style->size *= 0.55;
  else if (length > 110)
    style->size *= 0.7;
  else if (length > 62)
    style->size *= 0.85;
}

static char *
dup_continued_title (const char *title,
                     guint       n)
{
  g_autofree char *valid = wb_text_make_valid (title);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (valid, -1) > MAX_CONTINUED_TITLE)
    {
      g_autofree char *start = g_utf8_substring (valid, 0, MAX_CONTINUED_TITLE - 1);

      cut = g_strconcat (start, "…", NULL);
    }

  return g_strdup_printf ("%s (%u)", cut != NULL ? cut : valid, n);
}

/* Titles of slides that go on look like the first one; one of a title slide is smaller. */
static const WbTextStyle *
get_title_style (Slide *slide)
{
  const WbStyle *style = slide->layout->style;

  return is_title_slide (slide) ? &style->title : &style->heading[CLAMP (get_heading (slide)->level, 1, 4) - 1];
}

/* Where the text begins on slides that go on. */
static double
get_next_top (Slide *slide)
{
  WbLayout *layout = slide->layout;
  const Snapshot snapshot = take_snapshot (layout);
  g_autofree char *title = wb_text_dup_title (get_heading (slide));
  g_autofree char *continued = dup_continued_title (title, 99);
  g_autoptr(WbText) text = wb_text_new_plain (layout, continued, get_title_style (slide), layout->left, layout->width,
                                              WB_ALIGN_START, NULL);
  const double height = text->height;

  restore_snapshot (layout, snapshot);

  return (TOP + BELOW_TITLE) * slide->unit + height;
}

static WbFlow *
flow_slide (Slide  *slide,
            double  scale)
{
  WbLayout *layout = slide->layout;
  WbStyle *style = wb_style_new_deck (slide->unit, scale);
  WbFlow *flow;
  const WbBlock *heading = get_heading (slide);

  g_ptr_array_add (layout->styles, style);
  layout->style = style;
  style->number.color = &layout->accent;
  style->quote_mark.color = &layout->accent;
  slide->node = wb_layout_add_node (layout, layout->root, "Sect");
  flow = wb_flow_new (layout, slide->node, layout->left, layout->width);

  if (heading != NULL)
    {
      g_autoptr(GPtrArray) rest = g_ptr_array_new ();

      fit_heading (&style->heading[CLAMP (heading->level, 1, 4) - 1], heading);
      fit_heading (&style->title, heading);
      layout->next_top = get_next_top (slide);
      wb_flow_add_block (flow, heading, NULL);
      wb_flow_add_gap (flow, BELOW_TITLE * slide->unit);
      for (guint i = 1; i < slide->blocks->len; i++)
        g_ptr_array_add (rest, g_ptr_array_index (slide->blocks, i));
      flow->alone = rest->len == 1;
      slide->n_title = flow->pieces->len;
      wb_flow_add_blocks (flow, rest);
    }
  else
    {
      slide->n_title = 0;
      flow->alone = slide->blocks->len == 1;
      layout->next_top = layout->first_top;
      wb_flow_add_blocks (flow, slide->blocks);
    }

  return flow;
}

static double
get_height (WbFlow *flow)
{
  double height = 0, notes = 0;

  for (guint i = 0; i < flow->pieces->len; i++)
    {
      const WbPiece *piece = g_ptr_array_index (flow->pieces, i);

      height += wb_flow_get_extent (piece, i == 0);
      notes += wb_footnotes_measure (flow->layout, piece);
    }

  return notes > 0 ? height + notes + wb_footnotes_get_rule_room (flow->layout) : height;
}

/* The title of a slide that goes on, above what was placed already. */
static void
prepend_title (Slide      *slide,
               WbPage     *page,
               const char *title,
               guint       n)
{
  WbLayout *layout = slide->layout;
  g_autofree char *continued = dup_continued_title (title, n);
  g_autoptr(WbFlow) flow = wb_flow_new (layout, slide->node, layout->left, layout->width);
  double y = TOP * slide->unit;

  wb_flow_add_title (flow, continued, get_title_style (slide), NULL, 2);
  for (guint i = 0; i < flow->pieces->len; i++)
    {
      WbPiece *piece = g_ptr_array_index (flow->pieces, i);
      const WbPlacedPiece placed = { piece, WB_PLACED_TEXT, y, 1.0 };

      piece->level = 0;
      g_array_insert_val (page->pieces, i, placed);
      y += piece->height;
    }
  page->title = g_steal_pointer (&continued);
}

static void
stack_slide (Slide  *slide,
             WbFlow *flow,
             double  y)
{
  WbLayout *layout = slide->layout;
  const WbBlock *heading = get_heading (slide);
  g_autofree char *title = heading != NULL ? wb_text_dup_title (heading) : NULL;
  const guint first = layout->pages->len;
  WbPage *page = wb_layout_add_page (layout);

  page->title = g_strdup (title);
  page->node = slide->node;
  layout->top = layout->next_top;
  wb_page_layout_stack (layout, flow->pieces, page, y);
  layout->top = layout->first_top;

  for (guint i = first; i < layout->pages->len; i++)
    {
      page = g_ptr_array_index (layout->pages, i);
      if (i > first && title != NULL)
        prepend_title (slide, page, title, i - first + 1);
      page->continues = i > first;
      if (slide->notes->len > 0)
        page->notes = g_strdup (slide->notes->str);
    }
}

/* Whether what stands below the title is one thing to look at, and not text to be read from the top. */
static gboolean
is_statement (Slide  *slide,
              WbFlow *flow)
{
  const WbBlock *only = flow->alone ? g_ptr_array_index (slide->blocks, slide->blocks->len - 1) : NULL;

  if (only == NULL)
    return FALSE;
  if (only->type == WB_BLOCK_PARAGRAPH)
    return flow->pieces->len - slide->n_title <= MAX_STATEMENT_LINES;

  return only->type == WB_BLOCK_NUMBER || only->type == WB_BLOCK_QUESTION || only->type == WB_BLOCK_QUOTE ||
         only->type == WB_BLOCK_FIGURE;
}

/* Gives a part of @left, the room that is left below the text, to the gaps in it. */
static void
spread (Slide  *slide,
        WbFlow *flow,
        double  left)
{
  const guint first = MAX (slide->n_title, 1);
  guint n = 0;
  double each;

  for (guint i = first + (slide->n_title > 0); i < flow->pieces->len; i++)
    n += ((WbPiece *) g_ptr_array_index (flow->pieces, i))->space_before > 0;
  if (n == 0)
    return;

  each = MIN (left * SPREAD_SHARE / n, slide->layout->style->body.size * MAX_SPREAD);
  for (guint i = first + (slide->n_title > 0); i < flow->pieces->len; i++)
    {
      WbPiece *piece = g_ptr_array_index (flow->pieces, i);

      if (piece->space_before > 0)
        piece->space_before += each;
    }
}

/* Fills the slide with what is on it, which leaves @left below. Returns where it begins. */
static double
settle_slide (Slide  *slide,
              WbFlow *flow,
              double  left)
{
  const double top = slide->layout->first_top;

  if (left <= 0)
    return top;
  /* A title stands a little above the middle. */
  if (is_title_slide (slide))
    return top + left * 0.42;

  if (is_statement (slide, flow) && slide->n_title == 0)
    return top + left * STATEMENT_SHARE;
  if (is_statement (slide, flow) && slide->n_title < flow->pieces->len)
    ((WbPiece *) g_ptr_array_index (flow->pieces, slide->n_title))->space_before += left * STATEMENT_SHARE;
  else
    spread (slide, flow, left);

  return top;
}

static void
layout_slide (Slide *slide)
{
  WbLayout *layout = slide->layout;
  const Snapshot snapshot = take_snapshot (layout);
  const double room = (BOTTOM - TOP) * slide->unit;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr(WbFlow) flow = flow_slide (slide, scales[i]);
      const double height = get_height (flow);
      const double limit = scales[i] > 1 ? room * LARGE_SHARE : room;

      if (height > limit && i + 1 < G_N_ELEMENTS (scales))
        {
          restore_snapshot (layout, snapshot);
          continue;
        }

      stack_slide (slide, flow, settle_slide (slide, flow, room - height));
      return;
    }
}

static void
add_notes (Slide         *slide,
           const WbBlock *callout)
{
  g_autofree char *text = wb_block_to_text (callout);

  if (slide->notes->len > 0)
    g_string_append_c (slide->notes, '\n');
  g_string_append (slide->notes, text);
}

static void
finish_slide (Slide *slide)
{
  if (slide->blocks->len > 0)
    layout_slide (slide);
  g_ptr_array_set_size (slide->blocks, 0);
  g_string_truncate (slide->notes, 0);
}

/* A deck without slides still says what it is. */
static void
add_empty_slide (WbLayout *layout,
                 Slide    *slide)
{
  g_autoptr(WbBlock) block = wb_block_new (WB_BLOCK_DOCUMENT);

  g_ptr_array_add (slide->blocks, wb_block_append_heading (block, 1, wb_document_get_title (layout->document)));
  finish_slide (slide);
}

void
wb_deck_layout_run (WbLayout *layout)
{
  const double unit = MIN (layout->page_width / UNITS_WIDTH, layout->page_height / UNITS_HEIGHT);
  GPtrArray *blocks = wb_document_get_root (layout->document)->children;
  g_autoptr(GPtrArray) slide_blocks = g_ptr_array_new ();
  g_autoptr(GString) notes = g_string_new (NULL);
  Slide slide = { layout, unit, slide_blocks, notes };

  layout->left = LEFT * unit;
  layout->width = (RIGHT - LEFT) * unit;
  layout->bottom = BOTTOM * unit;
  layout->top = layout->first_top = TOP * unit;
  layout->foot_rule = FOOT_RULE * unit;

  for (guint i = 0; i < blocks->len && !g_cancellable_is_cancelled (layout->cancellable); i++)
    {
      const WbBlock *block = g_ptr_array_index (blocks, i);

      if (layout->progress != NULL)
        layout->progress ((double) i / blocks->len, 0, 0, layout->progress_data);
      if (block->type == WB_BLOCK_SLIDE_BREAK)
        finish_slide (&slide);
      else if (block->type == WB_BLOCK_CALLOUT && block->callout == WB_CALLOUT_NOTES)
        add_notes (&slide, block);
      else
        g_ptr_array_add (slide_blocks, (gpointer) block);
    }
  finish_slide (&slide);

  if (layout->pages->len == 0)
    add_empty_slide (layout, &slide);
}
