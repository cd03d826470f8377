/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <string.h>

/*
 * A laid-out line takes about a kilobyte: the mark, its runs, the letters with their places, each in a block of its own. Packed it takes
 * little more than its text, since a letter before a certain other one nearly always has the same place; and of hundreds of pages
 * even that waits in a file.
 */

/* Pairs of letters whose places are known, for one font; a power of two. */
#define N_PAIRS 2048

typedef struct
{
  gunichar first; /* 0: not taken yet */
  gunichar next;
  WbGlyph glyph;
} Pair;

/* How a piece of the page is kept. */
typedef enum
{
  KEPT_WHOLE,  /* as it is: others refer to its marks, or they cannot be packed */
  KEPT_PIECE,  /* without its marks: others refer to it */
  KEPT_MARKS,  /* only its marks */
} Kept;

typedef struct
{
  double y;
  double scale;
  guint8 placing;
  guint8 kept;
} PackedPiece;

/* What of a mark is the same in bytes again. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  const WbColor *color;
  const WbTextStyle *style;
  WbNode *node;
  guint16 n_runs;
  guint8 type;
  guint8 done;
} PackedMark;

typedef struct
{
  double x;
  double width;
  const WbBlock *note;
  PangoFont *font; /* held by the layout */
  guint32 text_length;
  guint32 target_length; /* with its end; 0 for none */
  guint32 n_glyphs;
  guint32 flags;
  guint8 soft_hyphen;
} PackedRun;

/* A glyph that is not where its pair says. */
typedef struct
{
  guint32 at;
  WbGlyph glyph;
} Exception;

static void
add_bytes (GByteArray    *out,
           gconstpointer  data,
           gsize          n)
{
  g_byte_array_append (out, data, n);
}

static const guint8 *
take_bytes (const guint8 *in,
            gpointer      data,
            gsize         n)
{
  memcpy (data, in, n);

  return in + n;
}

static Pair *
get_pairs (WbLayout  *self,
           PangoFont *font)
{
  Pair *pairs = g_hash_table_lookup (self->pairs, font);

  if (pairs == NULL)
    {
      pairs = g_new0 (Pair, N_PAIRS);
      g_hash_table_insert (self->pairs, g_object_ref (font), pairs);
    }

  return pairs;
}

static Pair *
find_pair (Pair     *pairs,
           gunichar  first,
           gunichar  next)
{
  return &pairs[(first * 31 + next * 517) & (N_PAIRS - 1)];
}

/* A pair is learnt the first time it is met; whether it was stays so as long as the layout lives. */
static gboolean
is_known (Pair     *pairs,
          gunichar  first,
          gunichar  next,
          WbGlyph   glyph)
{
  Pair *pair = find_pair (pairs, first, next);

  if (pair->first == 0)
    *pair = (Pair) { first, next, glyph };

  return pair->first == first && pair->next == next && pair->glyph.index == glyph.index && pair->glyph.width == glyph.width;
}

static void
pack_glyphs (WbLayout    *self,
             const WbRun *run,
             GByteArray  *out)
{
  Pair *pairs = get_pairs (self, run->font);
  const char *p = run->text;
  const guint at = out->len;
  guint32 n_exceptions = 0;

  add_bytes (out, &n_exceptions, sizeof n_exceptions);
  for (guint32 i = 0; i < run->n_glyphs; i++)
    {
      const gunichar ch = g_utf8_get_char (p);
      const Exception exception = { i, run->glyphs[i] };

      p = g_utf8_next_char (p);
      if (is_known (pairs, ch, g_utf8_get_char (p), run->glyphs[i]))
        continue;
      add_bytes (out, &exception, sizeof exception);
      n_exceptions++;
    }
  memcpy (out->data + at, &n_exceptions, sizeof n_exceptions);
}

static void
pack_run (WbLayout    *self,
          const WbRun *run,
          GByteArray  *out)
{
  const PackedRun packed = {
    .x = run->x,
    .width = run->width,
    .note = run->note,
    .font = run->font,
    .text_length = strlen (run->text) + 1,
    .target_length = run->target != NULL ? strlen (run->target) + 1 : 0,
    .n_glyphs = run->glyphs != NULL ? run->n_glyphs : 0,
    .flags = run->flags,
    .soft_hyphen = run->soft_hyphen,
  };

  add_bytes (out, &packed, sizeof packed);
  add_bytes (out, run->text, packed.text_length);
  add_bytes (out, run->target, packed.target_length);
  if (packed.n_glyphs > 0)
    pack_glyphs (self, run, out);
}

static void
pack_marks (WbLayout   *self,
            GPtrArray  *marks,
            GByteArray *out)
{
  const guint32 n = marks->len;

  add_bytes (out, &n, sizeof n);
  for (guint i = 0; i < n; i++)
    {
      const WbMark *mark = g_ptr_array_index (marks, i);
      const PackedMark packed = { mark->x, mark->y, mark->width, mark->height, mark->color, mark->style, mark->node,
                                  mark->runs != NULL ? mark->runs->len : 0, mark->type, mark->done };

      add_bytes (out, &packed, sizeof packed);
      for (guint j = 0; j < packed.n_runs; j++)
        pack_run (self, g_ptr_array_index (mark->runs, j), out);
    }
}

/* What is drawn by something of its own stays as it is, as do letters that are not as simple as most. */
static gboolean
can_be_packed (const WbMark *mark)
{
  if (mark->drawing != NULL || (mark->runs != NULL && mark->runs->len > G_MAXUINT16))
    return FALSE;
  for (guint i = 0; mark->runs != NULL && i < mark->runs->len; i++)
    {
      const WbRun *run = g_ptr_array_index (mark->runs, i);

      if (run->shape != NULL || run->missing || run->continues)
        return FALSE;
    }

  return TRUE;
}

static Kept
get_kept (const WbPlacedPiece *placed)
{
  const WbPiece *piece = placed->piece;

  if (piece->lasting || placed->placing == WB_PLACED_AGAIN)
    return KEPT_WHOLE;
  for (guint i = 0; i < piece->marks->len; i++)
    if (!can_be_packed (g_ptr_array_index (piece->marks, i)))
      return KEPT_WHOLE;

  return piece->level > 0 || piece->anchor != NULL || piece->inner != NULL ? KEPT_PIECE : KEPT_MARKS;
}

void
wb_layout_pack_page (WbLayout *self,
                     guint     n)
{
  WbPage *page = g_ptr_array_index (self->pages, n);
  g_autoptr(GByteArray) out = g_byte_array_new ();
  g_autoptr(GArray) left = g_array_new (FALSE, TRUE, sizeof (WbPlacedPiece));
  const gsize at = wb_spool_get_length (self->spool);

  g_return_if_fail (page->packed_length == 0);

  for (guint i = 0; i < page->pieces->len; i++)
    {
      WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, i);
      const PackedPiece packed = { placed->y, placed->scale, placed->placing, get_kept (placed) };

      add_bytes (out, &packed, sizeof packed);
      if (packed.kept == KEPT_WHOLE)
        continue;
      for (guint j = 0; j < placed->piece->marks->len; j++)
        wb_layout_settle_mark (g_ptr_array_index (placed->piece->marks, j), n);
      pack_marks (self, placed->piece->marks, out);
    }
  if (out->len == 0 || !wb_spool_append (self->spool, out->data, out->len))
    return;

  for (guint i = 0; i < page->pieces->len; i++)
    {
      WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, i);
      const Kept kept = get_kept (placed);

      if (kept == KEPT_MARKS)
        {
          wb_layout_remove_piece (self, g_steal_pointer (&placed->piece));
          continue;
        }
      if (kept == KEPT_PIECE)
        g_ptr_array_set_size (placed->piece->marks, 0);
      g_array_append_val (left, *placed);
    }
  page->packed_at = at;
  page->packed_length = out->len;
  page->n_packed = page->pieces->len;
  page->n_kept = left->len;
  g_array_unref (page->pieces);
  page->pieces = g_steal_pointer (&left);
}

static const guint8 *
unpack_glyphs (WbLayout     *self,
               WbRun        *run,
               const guint8 *in)
{
  Pair *pairs = get_pairs (self, run->font);
  const char *p = run->text;
  guint32 n_exceptions;

  run->glyphs = g_new (WbGlyph, run->n_glyphs);
  for (guint32 i = 0; i < run->n_glyphs; i++)
    {
      const gunichar ch = g_utf8_get_char (p);

      p = g_utf8_next_char (p);
      run->glyphs[i] = find_pair (pairs, ch, g_utf8_get_char (p))->glyph;
    }

  in = take_bytes (in, &n_exceptions, sizeof n_exceptions);
  for (guint32 i = 0; i < n_exceptions; i++)
    {
      Exception exception;

      in = take_bytes (in, &exception, sizeof exception);
      run->glyphs[exception.at] = exception.glyph;
    }

  return in;
}

static const guint8 *
unpack_run (WbLayout     *self,
            WbMark       *mark,
            const guint8 *in)
{
  WbRun *run = g_new0 (WbRun, 1);
  PackedRun packed;

  in = take_bytes (in, &packed, sizeof packed);
  run->x = packed.x;
  run->width = packed.width;
  run->note = packed.note;
  run->flags = packed.flags;
  run->soft_hyphen = packed.soft_hyphen;
  run->text = g_memdup2 (in, packed.text_length);
  in += packed.text_length;
  if (packed.target_length > 0)
    run->target = g_memdup2 (in, packed.target_length);
  in += packed.target_length;
  g_ptr_array_add (mark->runs, run);
  if (packed.n_glyphs == 0)
    return in;

  run->font = g_object_ref (packed.font);
  run->n_glyphs = packed.n_glyphs;

  return unpack_glyphs (self, run, in);
}

static const guint8 *
unpack_marks (WbLayout     *self,
              WbPiece      *piece,
              const guint8 *in)
{
  guint32 n;

  in = take_bytes (in, &n, sizeof n);
  for (guint i = 0; i < n; i++)
    {
      PackedMark packed;
      WbMark *mark;

      in = take_bytes (in, &packed, sizeof packed);
      mark = wb_piece_add_mark (piece, packed.type, packed.node);
      mark->x = packed.x;
      mark->y = packed.y;
      mark->width = packed.width;
      mark->height = packed.height;
      mark->color = packed.color;
      mark->style = packed.style;
      mark->done = packed.done;
      for (guint j = 0; j < packed.n_runs; j++)
        in = unpack_run (self, mark, in);
      wb_layout_settle_links (self, mark);
    }

  return in;
}

gboolean
wb_layout_unpack_page (WbLayout *self,
                       guint     n)
{
  WbPage *page = g_ptr_array_index (self->pages, n);
  g_autofree guint8 *bytes = NULL;
  g_autoptr(GArray) pieces = NULL;
  const guint8 *in;
  guint next = 0;

  if (page->packed_length == 0)
    return TRUE;

  in = bytes = g_malloc (page->packed_length);
  if (!wb_spool_read (self->spool, page->packed_at, page->packed_length, bytes))
    return FALSE;

  pieces = g_array_sized_new (FALSE, TRUE, sizeof (WbPlacedPiece), page->n_packed);
  for (guint i = 0; i < page->n_packed; i++)
    {
      WbPlacedPiece placed;
      PackedPiece packed;

      in = take_bytes (in, &packed, sizeof packed);
      if (packed.kept == KEPT_MARKS)
        {
          placed = (WbPlacedPiece) { wb_layout_add_piece (self), packed.placing, packed.y, packed.scale };
          placed.piece->last_page = n;
          placed.piece->passing = TRUE;
        }
      else
        placed = g_array_index (page->pieces, WbPlacedPiece, next++);
      if (packed.kept != KEPT_WHOLE)
        in = unpack_marks (self, placed.piece, in);
      g_array_append_val (pieces, placed);
    }
  /* What was placed since. */
  if (page->pieces->len > page->n_kept)
    g_array_append_vals (pieces, &g_array_index (page->pieces, WbPlacedPiece, page->n_kept), page->pieces->len - page->n_kept);
  g_array_unref (page->pieces);
  page->pieces = g_steal_pointer (&pieces);
  page->packed_length = 0;

  return TRUE;
}
