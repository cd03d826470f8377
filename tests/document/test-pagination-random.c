/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-test-document.h"

#include "wb-paginator-private.h"

#include <math.h>
#include <string.h>

/* Trees of all kinds of blocks, as chance has it. Each word of them exists once, so what is lost, doubled or out of order
 * shows. */

#define N_TREES 40
#define MAX_DEPTH 2

typedef struct
{
  GRand *rand;
  guint n_words;
  GPtrArray *words; /* char *: in the order in which they are to be read */
  GPtrArray *notes; /* char *: first words of footnotes; they stand at the foot of some page */
} Maker;

static char *
make_words (Maker     *self,
            GPtrArray *list,
            guint      max)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const guint n = (guint) g_rand_int_range (self->rand, 1, (gint32) max + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf ("q%uz", self->n_words++);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", word);
      g_ptr_array_add (list, g_steal_pointer (&word));
      /* Words as they are in German offices, which are broken at the end of lines. */
      if (g_rand_int_range (self->rand, 0, 4) == 0)
        g_string_append (text, " Zuständigkeitsvereinbarung");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill (Maker   *self,
      WbBlock *block,
      guint    max)
{
  g_autofree char *text = make_words (self, self->words, max);

  wb_block_append_text (block, text, 0, NULL);
  if (g_rand_int_range (self->rand, 0, 8) == 0)
    {
      g_autofree char *note = make_words (self, self->notes, 30);
      WbBlock *paragraph = wb_block_new (WB_BLOCK_PARAGRAPH);

      wb_block_append_text (paragraph, note, 0, NULL);
      wb_block_append_footnote (block, paragraph);
    }
}

static char *
make_note (Maker *self)
{
  return g_rand_boolean (self->rand) ? make_words (self, self->words, 12) : NULL;
}

static void
make_table (Maker   *self,
            WbBlock *parent)
{
  WbBlock *table = wb_block_append (parent, wb_block_new (WB_BLOCK_TABLE));
  const guint n_rows = (guint) g_rand_int_range (self->rand, 1, 14);

  table->header_rows = (guint) g_rand_int_range (self->rand, 0, 3);
  table->header_columns = (guint) g_rand_int_range (self->rand, 0, 2);
  for (guint i = 0; i < n_rows; i++)
    {
      WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
      /* Not so narrow that a row would be taller than a page: that one is split, and its cells with it. */
      const guint n_cells = (guint) g_rand_int_range (self->rand, 1, 3);

      for (guint j = 0; j < n_cells; j++)
        {
          WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));

          cell->columns = (guint) g_rand_int_range (self->rand, 0, 3);
          cell->rows = (guint) g_rand_int_range (self->rand, 0, 3);
          fill (self, cell, 8);
        }
    }
}

static void
make_rows (Maker       *self,
           WbBlock     *parent,
           WbBlockType  type)
{
  WbBlock *block = wb_block_append (parent, wb_block_new (type));

  for (int i = g_rand_int_range (self->rand, 1, 7); i > 0; i--)
    {
      WbBlock *row = wb_block_append (block, wb_block_new (WB_BLOCK_ROW));

      fill (self, wb_block_append (row, wb_block_new (WB_BLOCK_CELL)), 3);
      fill (self, wb_block_append (row, wb_block_new (WB_BLOCK_CELL)), 30);
    }
}

static void
make_checklist (Maker   *self,
                WbBlock *parent)
{
  WbBlock *list = wb_block_append (parent, wb_block_new (WB_BLOCK_CHECKLIST));

  for (int i = g_rand_int_range (self->rand, 1, 9); i > 0; i--)
    {
      WbBlock *check = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));

      fill (self, check, 20);
      check->note = make_note (self);
    }
}

static void make_block (Maker   *self,
                        WbBlock *parent,
                        guint    depth);

static void
make_blocks (Maker   *self,
             WbBlock *parent,
             guint    max,
             guint    depth)
{
  for (int i = g_rand_int_range (self->rand, 1, (gint32) max + 1); i > 0; i--)
    make_block (self, parent, depth);
}

static void
make_container (Maker       *self,
                WbBlock     *parent,
                WbBlockType  type,
                guint        depth)
{
  WbBlock *block = wb_block_append (parent, wb_block_new (type));
  const gboolean is_list = type == WB_BLOCK_LIST;

  block->ordered = g_rand_boolean (self->rand);
  if (!is_list && type != WB_BLOCK_COLUMNS)
    {
      make_blocks (self, block, 4, depth + 1);
      if (type == WB_BLOCK_QUOTE)
        block->note = make_note (self);
      return;
    }
  for (int i = g_rand_int_range (self->rand, 2, 4); i > 0; i--)
    make_blocks (self, wb_block_append (block, wb_block_new (is_list ? WB_BLOCK_ITEM : WB_BLOCK_COLUMN)), 3, depth + 1);
}

static void
make_heading (Maker   *self,
              WbBlock *parent)
{
  WbBlock *heading = wb_block_append (parent, wb_block_new (WB_BLOCK_HEADING));

  heading->level = g_rand_int_range (self->rand, 1, 5);
  fill (self, heading, 9);
}

static void
make_statement (Maker       *self,
                WbBlock     *parent,
                WbBlockType  type)
{
  WbBlock *block = wb_block_append (parent, wb_block_new (type));

  fill (self, block, type == WB_BLOCK_NUMBER ? 2 : 20);
  block->note = make_note (self);
}

static void
make_block (Maker   *self,
            WbBlock *parent,
            guint    depth)
{
  static const WbBlockType containers[] = { WB_BLOCK_LIST, WB_BLOCK_CALLOUT, WB_BLOCK_QUOTE, WB_BLOCK_COLUMNS };
  const int chance = g_rand_int_range (self->rand, 0, depth < MAX_DEPTH ? 16 : 12);

  /* Inside of others there would be so little room that a row is taller than a page: that one is split, with its cells. */
  if (chance < 4 || (depth > 0 && chance >= 5 && chance <= 7))
    fill (self, wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH)), 120);
  else if (chance == 4)
    make_heading (self, parent);
  else if (chance == 5)
    make_table (self, parent);
  else if (chance == 6)
    make_rows (self, parent, WB_BLOCK_SHEET);
  else if (chance == 7)
    make_rows (self, parent, WB_BLOCK_AGENDA);
  else if (chance == 8)
    make_checklist (self, parent);
  else if (chance == 9)
    make_statement (self, parent, WB_BLOCK_NUMBER);
  else if (chance == 10)
    make_statement (self, parent, WB_BLOCK_QUESTION);
  else if (chance == 11)
    wb_block_append (parent, wb_block_new (WB_BLOCK_LINES))->lines = (guint) g_rand_int_range (self->rand, 1, 6);
  else
    make_container (self, parent, containers[chance - 12], depth);
}

static guint
count (const char *text,
       char        letter)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == letter;

  return n;
}

/* Each word of @words once in @text, one behind the other where that is asked for. */
static void
assert_words (GPtrArray  *words,
              const char *text,
              gboolean    in_order)
{
  const char *position = text;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      const char *found = strstr (text, word);

      if (found == NULL || (in_order && found < position))
        g_error ("“%s” is %s", word, found == NULL ? "missing" : "too early");
      if (strstr (found + 1, word) != NULL)
        g_error ("“%s” is there twice", word);
      position = found;
    }
}

static void
assert_same_run (const WbRun *run,
                 const WbRun *other)
{
  g_assert_cmpstr (run->text, ==, other->text);
  g_assert_cmpstr (run->target, ==, other->target);
  g_assert_true (run->x == other->x && run->width == other->width);
  g_assert_cmpint (run->flags, ==, other->flags);
  g_assert_cmpint (run->link, ==, other->link);
  g_assert_cmpint (run->soft_hyphen, ==, other->soft_hyphen);
  g_assert_true (run->note == other->note);
  g_assert_cmpmem (run->glyphs, run->n_glyphs * sizeof (WbGlyph), other->glyphs, other->n_glyphs * sizeof (WbGlyph));
}

static void
assert_same_mark (const WbMark *mark,
                  const WbMark *other)
{
  g_assert_cmpint (mark->type, ==, other->type);
  g_assert_true (mark->x == other->x && mark->y == other->y && mark->width == other->width && mark->height == other->height);
  g_assert_cmpint (mark->done, ==, other->done);
  g_assert_cmpmem (mark->color, sizeof *mark->color, other->color, sizeof *other->color);
  g_assert_cmpint (mark->node != NULL, ==, other->node != NULL);
  if (mark->node != NULL)
    {
      g_assert_cmpstr (mark->node->tag, ==, other->node->tag);
      g_assert_cmpint (mark->node->has_parts, ==, other->node->has_parts);
    }
  g_assert_cmpuint (mark->runs != NULL ? mark->runs->len : 0, ==, other->runs != NULL ? other->runs->len : 0);
  for (guint i = 0; mark->runs != NULL && i < mark->runs->len; i++)
    assert_same_run (g_ptr_array_index (mark->runs, i), g_ptr_array_index (other->runs, i));
}

/* What a page was before it was packed it is again. */
static void
assert_packed (WbDocument  *document,
               WbPaginator *paginator)
{
  g_autoptr(WbPaginator) packed = wb_paginator_new_packed (document, NULL, NULL, NULL);
  WbLayout *layout = wb_paginator_get_layout (packed);
  const guint n = wb_paginator_get_n_pages (paginator);

  g_assert_cmpuint (wb_paginator_get_n_pages (packed), ==, n);
  for (guint i = 0; i < n; i++)
    {
      WbPage *page = g_ptr_array_index (layout->pages, i);
      const WbPage *other = g_ptr_array_index (wb_paginator_get_layout (paginator)->pages, i);

      g_assert_cmpint (page->packed_length > 0, ==, i + 1 < n);
      g_assert_true (wb_layout_unpack_page (layout, i));
      g_assert_cmpuint (page->pieces->len, ==, other->pieces->len);
      for (guint j = 0; j < page->pieces->len; j++)
        {
          const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, j);
          const WbPlacedPiece *same = &g_array_index (other->pieces, WbPlacedPiece, j);

          g_assert_true (placed->y == same->y && placed->scale == same->scale && placed->placing == same->placing);
          g_assert_cmpstr (placed->piece->anchor, ==, same->piece->anchor);
          g_assert_cmpuint (placed->piece->marks->len, ==, same->piece->marks->len);
          for (guint k = 0; k < same->piece->marks->len; k++)
            assert_same_mark (g_ptr_array_index (placed->piece->marks, k), g_ptr_array_index (same->piece->marks, k));
        }
      wb_layout_forget_page (layout, i);
    }
}

/* The first and every other line of text on a page stands on one grid, that of the page before and behind it. */
static void
assert_on_grid (WbPaginator *paginator)
{
  const WbLayout *layout = wb_paginator_get_layout (paginator);
  const double step = layout->style->step;
  guint n_lines = 0;

  g_assert_cmpfloat (step, >, 0);
  for (guint i = 0; i < layout->pages->len; i++)
    {
      const WbPage *page = g_ptr_array_index (layout->pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, j);

          for (guint k = 0; k < placed->piece->marks->len; k++)
            {
              const WbMark *mark = g_ptr_array_index (placed->piece->marks, k);
              const double y = placed->y + mark->y - layout->grid_top;

              /* The mark of an item stands beside whatever the item begins with. */
              if (mark->type != WB_MARK_LINE || mark->style != &layout->style->body || strcmp (mark->node->tag, "Lbl") == 0)
                continue;
              g_assert_cmpfloat (y, >=, -0.01);
              g_assert_cmpfloat (fabs (y - round (y / step) * step), <, 0.01);
              n_lines++;
            }
        }
    }
  g_assert_cmpuint (n_lines, >, 0);
}

static void
check_tree (guint            seed,
            WbDocumentFormat format,
            double           width,
            double           height)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(WbDocument) document = NULL;
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *text = NULL;
  Maker maker = { g_rand_new_with_seed (seed), 0, words, notes };

  g_test_message ("Tree %u", seed);
  for (guint i = 0; i < 12; i++)
    {
      make_block (&maker, root, 0);
      if (format == WB_DOCUMENT_DECK && i % 3 == 2)
        wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
    }
  g_rand_free (maker.rand);
  wb_block_assign_anchors (root);

  document = wb_document_new (format, "Zufall", root);
  paginator = wb_paginator_new (document, width, height);
  text = wb_test_document_text (paginator);
  if (format == WB_DOCUMENT_DECK)
    {
      /* The title of a slide comes again where the slide goes on, and narrow columns break words. */
      g_assert_cmpuint (count (text, 'q'), >=, words->len + notes->len);
      g_assert_cmpuint (count (text, 'z'), >=, words->len + notes->len);
      return;
    }

  assert_words (words, text, TRUE);
  assert_words (notes, text, FALSE);
  wb_test_document_assert_sound (paginator);
  assert_on_grid (paginator);
  if (width <= 0)
    assert_packed (document, paginator);
}

static void
test_pages (void)
{
  for (guint i = 0; i < N_TREES; i++)
    check_tree (i, WB_DOCUMENT_PAGES, 0, 0);
}

static void
test_small_pages (void)
{
  for (guint i = 0; i < N_TREES / 2; i++)
    check_tree (1000 + i, WB_DOCUMENT_PAGES, 420, 595);
}

static void
test_decks (void)
{
  for (guint i = 0; i < N_TREES; i++)
    check_tree (2000 + i, WB_DOCUMENT_DECK, 0, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pagination-random/pages", test_pages);
  g_test_add_func ("/pagination-random/small-pages", test_small_pages);
  g_test_add_func ("/pagination-random/decks", test_decks);

  return g_test_run ();
}
