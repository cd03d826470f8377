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

#define MAX_CONTINUED_TITLE 70

/* Text scales that are tried one after the other: 30, 27, 24, 21 units. */
static const double scales[] = { 1.0, 0.9, 0.8, 0.7 };

typedef struct
{
  WbLayout *layout;
  double unit;
  GPtrArray *blocks; /* WbBlock of the slide, without notes; borrowed */
  GString *notes;
  WbNode *node; /* its part of the structure, with all pages it takes */
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
  slide->node = wb_layout_add_node (layout, layout->root, "Sect");
  flow = wb_flow_new (layout, slide->node, layout->left, layout->width);

  if (heading != NULL)
    {
      g_autoptr(GPtrArray) rest = g_ptr_array_new ();

      fit_heading (&style->heading[CLAMP (heading->level, 1, 4) - 1], heading);
      wb_flow_add_block (flow, heading, NULL);
      wb_flow_add_gap (flow, BELOW_TITLE * slide->unit);
      for (guint i = 1; i < slide->blocks->len; i++)
        g_ptr_array_add (rest, g_ptr_array_index (slide->blocks, i));
      flow->alone = rest->len == 1;
      wb_flow_add_blocks (flow, rest);
    }
  else
    wb_flow_add_blocks (flow, slide->blocks);

  return flow;
}

static double
get_height (WbFlow *flow)
{
  double height = 0, notes = 0;

  for (guint i = 0; i < flow->pieces->len; i++)
    {
      const WbPiece *piece = g_ptr_array_index (flow->pieces, i);

      height += (i > 0 ? piece->space_before : 0) + piece->pad_top + piece->height + piece->pad_bottom;
      notes += wb_footnotes_measure (flow->layout, piece);
    }

  return notes > 0 ? height + notes + wb_footnotes_get_rule_room (flow->layout) : height;
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

  wb_flow_add_title (flow, continued, &layout->style->title, NULL, 2);
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

/* Room for the title on slides that go on: two lines at most. */
static double
get_continued_top (Slide      *slide,
                   const char *title)
{
  WbLayout *layout = slide->layout;
  const Snapshot snapshot = take_snapshot (layout);
  g_autofree char *continued = dup_continued_title (title, 99);
  g_autoptr(WbText) text = wb_text_new_plain (layout, continued, &layout->style->title, layout->left, layout->width,
                                              WB_ALIGN_START, NULL);
  const double height = text->height;

  restore_snapshot (layout, snapshot);

  return (TOP + BELOW_TITLE) * slide->unit + height;
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
  layout->top = title != NULL ? get_continued_top (slide, title) : TOP * slide->unit;
  wb_page_layout_stack (layout, flow->pieces, page, y);

  for (guint i = first; i < layout->pages->len; i++)
    {
      page = g_ptr_array_index (layout->pages, i);
      if (i > first && title != NULL)
        prepend_title (slide, page, title, i - first + 1);
      page->node = slide->node;
      page->continues = i > first;
      if (slide->notes->len > 0)
        page->notes = g_strdup (slide->notes->str);
    }
}

static void
layout_slide (Slide *slide)
{
  WbLayout *layout = slide->layout;
  const Snapshot snapshot = take_snapshot (layout);
  const double room = (BOTTOM - TOP) * slide->unit;
  double y = TOP * slide->unit;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr(WbFlow) flow = flow_slide (slide, scales[i]);
      const double height = get_height (flow);

      if (height > room && i + 1 < G_N_ELEMENTS (scales))
        {
          restore_snapshot (layout, snapshot);
          continue;
        }

      /* A title stands a little above the middle. */
      if (is_title_slide (slide) && height < room)
        y += (room - height) * 0.42;
      stack_slide (slide, flow, y);
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
