/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <string.h>

/* Above the notes of a page: room, and the thin line in the middle of it. */
#define RULE_SHARE 0.25

struct _WbFootnote
{
  const WbBlock *note; /* borrowed from the document */
  guint number;
  gboolean placed;
};

/* What @note says, with where its links lead. (transfer full) */
static char *
dup_text (const WbBlock *note)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < note->inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (note->inlines, i);

      g_string_append_printf (text, "%x\n%s\n%s\n", run->flags, run->text, run->target != NULL ? run->target : "");
    }

  return g_string_free (text, FALSE);
}

WbFootnote *
wb_footnotes_get (WbLayout      *layout,
                  const WbBlock *note)
{
  WbFootnote *footnote = g_hash_table_lookup (layout->footnotes, note);

  g_autofree char *text = NULL;

  if (footnote != NULL)
    return footnote;

  text = dup_text (note);
  footnote = g_hash_table_lookup (layout->footnote_texts, text);
  if (footnote == NULL)
    {
      footnote = g_new0 (WbFootnote, 1);
      footnote->note = note;
      footnote->number = g_hash_table_size (layout->footnote_texts) + 1;
      g_hash_table_insert (layout->footnote_texts, g_steal_pointer (&text), footnote);
    }
  g_hash_table_insert (layout->footnotes, (gpointer) note, footnote);

  return footnote;
}

guint
wb_footnote_get_number (const WbFootnote *self)
{
  return self->number;
}

char *
wb_footnote_dup_anchor (guint number)
{
  return g_strdup_printf ("fn-%u", number);
}

/* Number and note as one paragraph. */
static WbText *
break_note (WbLayout         *layout,
            const WbFootnote *self,
            WbNode           *node)
{
  g_autoptr(WbBlock) paragraph = wb_block_new (WB_BLOCK_PARAGRAPH);
  g_autoptr(GPtrArray) inlines = g_ptr_array_new ();
  g_autofree char *number = g_strdup_printf ("%u\302\240", self->number);

  wb_block_append_text (paragraph, number, WB_INLINE_STRONG, NULL);
  g_ptr_array_add (inlines, g_ptr_array_index (paragraph->inlines, 0));
  for (guint i = 0; i < self->note->inlines->len; i++)
    {
      WbInline *run = g_ptr_array_index (self->note->inlines, i);

      /* A note to a note would have no place. */
      if (run->note == NULL)
        g_ptr_array_add (inlines, run);
    }

  return wb_text_new (layout, inlines, &layout->style->small, layout->left, layout->width, WB_ALIGN_START, node);
}

WbPiece *
wb_footnote_create_piece (WbFootnote *self,
                          WbLayout   *layout,
                          WbNode     *parent,
                          gboolean    first)
{
  WbNode *node = wb_layout_add_node (layout, parent, "Note");
  g_autoptr(WbText) text = break_note (layout, self, node);
  WbPiece *piece = wb_layout_add_piece (layout);
  const double room = first ? wb_footnotes_get_rule_room (layout) : 0;

  self->placed = TRUE;
  node->alt = wb_footnote_dup_anchor (self->number);
  piece->anchor = wb_footnote_dup_anchor (self->number);
  piece->height = text->height + room;
  wb_text_move (text, 0, G_MAXUINT, piece, room);
  if (first)
    {
      WbMark *rule = wb_piece_add_mark (piece, WB_MARK_RULE, NULL);

      rule->x = layout->left;
      rule->y = room / 2;
      rule->width = layout->width * RULE_SHARE;
      rule->height = layout->style->rule;
      rule->color = &wb_color_dim;
    }

  return piece;
}

/* Whether a note may stand there: tags that hold paragraphs or their text. */
static gboolean
may_hold_note (const WbNode *node)
{
  static const char *const tags[] = { "P", "LBody", "TD", "TH", "Div", "BlockQuote", "Sect", "Document" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strcmp (node->tag, tags[i]) == 0)
      return TRUE;

  return FALSE;
}

void
wb_footnote_adopt (WbPiece *piece,
                   WbNode  *last,
                   WbNode  *next)
{
  WbNode *common = wb_node_find_common (last, next);
  WbNode *host = NULL;

  /* As far out as it can be without ending what goes on. */
  for (WbNode *node = last; node != NULL && node != common; node = node->parent)
    if (may_hold_note (node))
      host = node;
  if (common != NULL && may_hold_note (common))
    host = common;
  if (host == NULL)
    return;

  for (guint i = 0; i < piece->marks->len; i++)
    {
      WbNode *note = ((WbMark *) g_ptr_array_index (piece->marks, i))->node;

      if (note == NULL || strcmp (note->tag, "Note") != 0)
        continue;
      note->parent = host;
      note->depth = host->depth + 1;
      host->has_parts = TRUE;
    }
}

double
wb_footnotes_get_rule_room (WbLayout *layout)
{
  return layout->style->small.size * 1.4;
}

GPtrArray *
wb_footnotes_find (WbLayout      *layout,
                   const WbPiece *piece)
{
  GPtrArray *found = g_ptr_array_new ();

  if (g_hash_table_size (layout->footnotes) == 0)
    return found;

  for (guint i = 0; i < piece->marks->len; i++)
    {
      const WbMark *mark = g_ptr_array_index (piece->marks, i);

      for (guint j = 0; mark->runs != NULL && j < mark->runs->len; j++)
        {
          const WbRun *run = g_ptr_array_index (mark->runs, j);
          WbFootnote *footnote = run->note != NULL ? wb_footnotes_get (layout, run->note) : NULL;

          if (footnote != NULL && !footnote->placed && !g_ptr_array_find (found, footnote, NULL))
            g_ptr_array_add (found, footnote);
        }
    }

  return found;
}

double
wb_footnotes_measure (WbLayout      *layout,
                      const WbPiece *piece)
{
  g_autoptr(GPtrArray) found = wb_footnotes_find (layout, piece);
  double height = 0;

  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr(WbText) text = break_note (layout, g_ptr_array_index (found, i), NULL);

      height += text->height;
    }

  return height;
}
