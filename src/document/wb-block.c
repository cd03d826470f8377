/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-block.h"

#include "wb-figure.h"
#include "wb-fold.h"

G_DEFINE_BOXED_TYPE (WbBlock, wb_block, wb_block_ref, wb_block_unref)

static void
inline_free (gpointer data)
{
  WbInline *run = data;

  g_free (run->text);
  g_free (run->target);
  g_clear_pointer (&run->note, wb_block_unref);
  g_free (run);
}

static gboolean
type_has_children (WbBlockType type)
{
  switch (type)
    {
    case WB_BLOCK_DOCUMENT:
    case WB_BLOCK_LIST:
    case WB_BLOCK_ITEM:
    case WB_BLOCK_CHECKLIST:
    case WB_BLOCK_TABLE:
    case WB_BLOCK_ROW:
    case WB_BLOCK_CALLOUT:
    case WB_BLOCK_QUOTE:
    case WB_BLOCK_SHEET:
    case WB_BLOCK_SIGNATURES:
    case WB_BLOCK_COLUMNS:
    case WB_BLOCK_COLUMN:
    case WB_BLOCK_AGENDA:
      return TRUE;

    case WB_BLOCK_HEADING:
    case WB_BLOCK_PARAGRAPH:
    case WB_BLOCK_CHECK:
    case WB_BLOCK_CELL:
    case WB_BLOCK_CODE:
    case WB_BLOCK_LINES:
    case WB_BLOCK_FIGURE:
    case WB_BLOCK_PAGE_BREAK:
    case WB_BLOCK_SLIDE_BREAK:
    case WB_BLOCK_RULE:
    case WB_BLOCK_CONTENTS:
    case WB_BLOCK_NUMBER:
    case WB_BLOCK_QUESTION:
    default:
      return FALSE;
    }
}

static gboolean
type_has_inlines (WbBlockType type)
{
  return type == WB_BLOCK_HEADING || type == WB_BLOCK_PARAGRAPH || type == WB_BLOCK_CHECK ||
         type == WB_BLOCK_CELL || type == WB_BLOCK_CODE || type == WB_BLOCK_NUMBER || type == WB_BLOCK_QUESTION;
}

/* What may stand among blocks: everything that is not a part of something else. */
static gboolean
type_is_flow (WbBlockType type)
{
  return type != WB_BLOCK_DOCUMENT && type != WB_BLOCK_ITEM && type != WB_BLOCK_CHECK &&
         type != WB_BLOCK_ROW && type != WB_BLOCK_CELL && type != WB_BLOCK_COLUMN;
}

static gboolean
type_may_hold (WbBlockType parent,
               WbBlockType child)
{
  switch (parent)
    {
    case WB_BLOCK_DOCUMENT:
    case WB_BLOCK_ITEM:
    case WB_BLOCK_CALLOUT:
    case WB_BLOCK_QUOTE:
    case WB_BLOCK_COLUMN:
      return type_is_flow (child);

    case WB_BLOCK_COLUMNS:
      return child == WB_BLOCK_COLUMN;

    case WB_BLOCK_LIST:
    case WB_BLOCK_SIGNATURES:
      return child == WB_BLOCK_ITEM;

    case WB_BLOCK_CHECKLIST:
      return child == WB_BLOCK_CHECK;

    case WB_BLOCK_TABLE:
    case WB_BLOCK_SHEET:
    case WB_BLOCK_AGENDA:
      return child == WB_BLOCK_ROW;

    case WB_BLOCK_ROW:
      return child == WB_BLOCK_CELL;

    case WB_BLOCK_HEADING:
    case WB_BLOCK_PARAGRAPH:
    case WB_BLOCK_CHECK:
    case WB_BLOCK_CELL:
    case WB_BLOCK_CODE:
    case WB_BLOCK_LINES:
    case WB_BLOCK_FIGURE:
    case WB_BLOCK_PAGE_BREAK:
    case WB_BLOCK_SLIDE_BREAK:
    case WB_BLOCK_RULE:
    case WB_BLOCK_CONTENTS:
    case WB_BLOCK_NUMBER:
    case WB_BLOCK_QUESTION:
    default:
      return FALSE;
    }
}

WbBlock *
wb_block_new (WbBlockType type)
{
  WbBlock *self;

  g_return_val_if_fail ((guint) type <= WB_BLOCK_QUESTION, NULL);

  self = g_new0 (WbBlock, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->level = type == WB_BLOCK_HEADING || type == WB_BLOCK_CONTENTS ? 2 : 0;
  self->start = 1;
  self->lines = type == WB_BLOCK_LINES ? 1 : 0;

  if (type_has_children (type))
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_block_unref);
  if (type_has_inlines (type))
    self->inlines = g_ptr_array_new_with_free_func (inline_free);
  if (type == WB_BLOCK_TABLE)
    self->aligns = g_array_new (FALSE, TRUE, sizeof (WbAlign));

  return self;
}

WbBlock *
wb_block_ref (WbBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_block_unref (WbBlock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->inlines, g_ptr_array_unref);
  g_clear_pointer (&self->aligns, g_array_unref);
  g_free (self->anchor);
  g_free (self->owner);
  g_free (self->date);
  g_free (self->note);
  g_clear_pointer (&self->figure, wb_figure_unref);
  g_free (self);
}

WbBlock *
wb_block_append (WbBlock *self,
                 WbBlock *child)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (child != NULL, NULL);
  g_return_val_if_fail (type_may_hold (self->type, child->type), NULL);

  g_ptr_array_add (self->children, child);

  return child;
}

/* The last run of @self when @text may be joined to it. */
static WbInline *
find_joinable (WbBlock       *self,
               WbInlineFlags  flags,
               const char    *target)
{
  const WbInlineFlags single = WB_INLINE_PLACEHOLDER | WB_INLINE_BLANK | WB_INLINE_OPEN | WB_INLINE_BREAK |
                               WB_INLINE_FOOTNOTE;
  WbInline *last;

  if (self->inlines->len == 0 || (flags & single) != 0)
    return NULL;

  last = g_ptr_array_index (self->inlines, self->inlines->len - 1);

  return last->flags == flags && g_strcmp0 (last->target, target) == 0 ? last : NULL;
}

void
wb_block_append_text (WbBlock       *self,
                      const char    *text,
                      WbInlineFlags  flags,
                      const char    *target)
{
  WbInline *run;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->inlines != NULL);
  g_return_if_fail (text != NULL || flags == WB_INLINE_BREAK);

  run = find_joinable (self, flags, target);
  if (run != NULL)
    {
      char *joined = g_strconcat (run->text, text, NULL);

      g_free (run->text);
      run->text = joined;
      return;
    }

  run = g_new0 (WbInline, 1);
  run->flags = flags;
  run->text = g_strdup (text != NULL ? text : "");
  run->target = g_strdup (target);
  g_ptr_array_add (self->inlines, run);
}

void
wb_block_append_footnote (WbBlock *self,
                          WbBlock *note)
{
  WbInline *run;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->inlines != NULL);
  g_return_if_fail (note != NULL && note->type == WB_BLOCK_PARAGRAPH);

  run = g_new0 (WbInline, 1);
  run->flags = WB_INLINE_FOOTNOTE;
  run->text = g_strdup ("");
  run->note = note;
  g_ptr_array_add (self->inlines, run);
}

WbBlock *
wb_block_append_heading (WbBlock    *self,
                         int         level,
                         const char *text)
{
  WbBlock *heading;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (level >= 1 && level <= 4, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  heading = wb_block_append (self, wb_block_new (WB_BLOCK_HEADING));
  heading->level = level;
  wb_block_append_text (heading, text, 0, NULL);

  return heading;
}

WbBlock *
wb_block_append_paragraph (WbBlock    *self,
                           const char *text)
{
  WbBlock *paragraph;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  paragraph = wb_block_append (self, wb_block_new (WB_BLOCK_PARAGRAPH));
  wb_block_append_text (paragraph, text, 0, NULL);

  return paragraph;
}

WbBlock *
wb_block_append_row (WbBlock *table,
                     ...)
{
  WbBlock *row;
  const char *text;
  va_list args;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (table->type == WB_BLOCK_TABLE || table->type == WB_BLOCK_SHEET ||
                        table->type == WB_BLOCK_AGENDA, NULL);

  row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

  va_start (args, table);
  while ((text = va_arg (args, const char *)) != NULL)
    {
      WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));

      wb_block_append_text (cell, text, 0, NULL);
    }
  va_end (args);

  return row;
}

WbBlock *
wb_block_append_cell (WbBlock    *row,
                      const char *text,
                      guint       columns,
                      guint       rows)
{
  WbBlock *cell;

  g_return_val_if_fail (row != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (columns > 0 && rows > 0, NULL);

  cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
  cell->columns = columns;
  cell->rows = rows;
  wb_block_append_text (cell, text, 0, NULL);

  return cell;
}

WbBlock *
wb_block_append_contents (WbBlock *self,
                          int      level)
{
  WbBlock *contents;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (level >= 1 && level <= 4, NULL);

  contents = wb_block_append (self, wb_block_new (WB_BLOCK_CONTENTS));
  contents->level = level;

  return contents;
}

static WbBlock *
append_with_note (WbBlock     *self,
                  WbBlockType  type,
                  const char  *text,
                  const char  *note)
{
  WbBlock *block = wb_block_append (self, wb_block_new (type));

  wb_block_append_text (block, text, 0, NULL);
  block->note = g_strdup (note);

  return block;
}

WbBlock *
wb_block_append_number (WbBlock    *self,
                        const char *number,
                        const char *note)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (number != NULL, NULL);

  return append_with_note (self, WB_BLOCK_NUMBER, number, note);
}

WbBlock *
wb_block_append_question (WbBlock    *self,
                          const char *question,
                          const char *note)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  return append_with_note (self, WB_BLOCK_QUESTION, question, note);
}

static gpointer
copy_inline (gconstpointer data,
             gpointer      user_data)
{
  const WbInline *run = data;
  WbInline *copy = g_new0 (WbInline, 1);

  copy->flags = run->flags;
  copy->text = g_strdup (run->text);
  copy->target = g_strdup (run->target);
  if (run->note != NULL)
    copy->note = wb_block_copy (run->note);

  return copy;
}

static gpointer
copy_child (gconstpointer data,
            gpointer      user_data)
{
  return wb_block_copy (data);
}

WbBlock *
wb_block_copy_shell (const WbBlock *self)
{
  WbBlock *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = wb_block_new (self->type);
  copy->level = self->level;
  copy->ordered = self->ordered;
  copy->start = self->start;
  copy->done = self->done;
  copy->header_rows = self->header_rows;
  copy->header_columns = self->header_columns;
  copy->columns = self->columns;
  copy->rows = self->rows;
  copy->lines = self->lines;
  copy->callout = self->callout;
  copy->anchor = g_strdup (self->anchor);
  copy->owner = g_strdup (self->owner);
  copy->date = g_strdup (self->date);
  copy->note = g_strdup (self->note);
  copy->with_table = self->with_table;
  if (self->figure != NULL)
    copy->figure = wb_figure_ref (self->figure);
  if (self->aligns != NULL)
    g_array_append_vals (copy->aligns, self->aligns->data, self->aligns->len);

  return copy;
}

WbBlock *
wb_block_copy (const WbBlock *self)
{
  WbBlock *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = wb_block_copy_shell (self);

  if (self->children != NULL)
    {
      g_ptr_array_unref (copy->children);
      copy->children = g_ptr_array_copy (self->children, (GCopyFunc) copy_child, NULL);
      g_ptr_array_set_free_func (copy->children, (GDestroyNotify) wb_block_unref);
    }

  if (self->inlines != NULL)
    {
      g_ptr_array_unref (copy->inlines);
      copy->inlines = g_ptr_array_copy (self->inlines, (GCopyFunc) copy_inline, NULL);
      g_ptr_array_set_free_func (copy->inlines, inline_free);
    }

  return copy;
}

static void
append_inlines (GString         *text,
                const GPtrArray *inlines)
{
  for (guint i = 0; i < inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (inlines, i);

      if ((run->flags & WB_INLINE_BREAK) != 0)
        g_string_append_c (text, '\n');
      else if ((run->flags & WB_INLINE_PLACEHOLDER) != 0)
        g_string_append_printf (text, "{{%s}}", run->text);
      else if ((run->flags & WB_INLINE_FOOTNOTE) != 0)
        {
          g_autofree char *note = wb_block_to_text (run->note);

          g_string_append_printf (text, " (%s)", note);
        }
      else
        g_string_append (text, run->text);
    }
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  g_string_append (text, separator);
  g_string_append (text, part);
}

static void
append_block (GString       *text,
              const WbBlock *self)
{
  const gboolean is_row = self->type == WB_BLOCK_ROW;
  const gsize start = text->len;

  if (self->inlines != NULL)
    append_inlines (text, self->inlines);
  if (self->figure != NULL)
    {
      g_autofree char *words = wb_figure_to_text (self->figure);

      g_string_append (text, words);
    }

  append_part (text, "\t", self->owner);
  append_part (text, "\t", self->date);
  if (self->type != WB_BLOCK_QUOTE)
    append_part (text, "\n", self->note);

  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    {
      gsize before = text->len;

      append_block (text, g_ptr_array_index (self->children, i));

      /* Blocks without text, such as breaks, leave no empty line behind; empty cells keep their place. */
      if (is_row ? i > 0 : before > start && text->len > before)
        g_string_insert_c (text, before, is_row ? '\t' : '\n');
    }

  /* Who said it stands behind what was said. */
  if (self->type == WB_BLOCK_QUOTE)
    append_part (text, text->len > start ? "\n" : "", self->note);
}

char *
wb_block_to_text (const WbBlock *self)
{
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  append_block (text, self);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @taken: anchor → the highest number that was put behind it. */
static void
assign_anchor (WbBlock    *heading,
               GHashTable *taken)
{
  g_autofree char *text = wb_block_to_text (heading);
  g_autofree char *slug = wb_fold_spelled (text);
  g_autofree char *anchor = NULL;
  guint n;

  g_strdelimit (slug, " ", '-');
  if (*slug == '\0')
    {
      g_free (slug);
      slug = g_strdup ("-");
    }

  anchor = g_strdup (slug);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (taken, slug));
  while (g_hash_table_contains (taken, anchor))
    {
      g_free (anchor);
      anchor = g_strdup_printf ("%s-%u", slug, ++n);
    }
  g_hash_table_insert (taken, g_strdup (slug), GUINT_TO_POINTER (MAX (n, 1)));

  g_free (heading->anchor);
  heading->anchor = g_strdup (anchor);
  if (!g_hash_table_contains (taken, anchor))
    g_hash_table_insert (taken, g_steal_pointer (&anchor), GUINT_TO_POINTER (1));
}

static void
collect_headings (WbBlock   *self,
                  GPtrArray *headings)
{
  if (self->type == WB_BLOCK_HEADING)
    g_ptr_array_add (headings, self);

  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    collect_headings (g_ptr_array_index (self->children, i), headings);
}

void
wb_block_assign_anchors (WbBlock *document)
{
  g_autoptr(GPtrArray) headings = g_ptr_array_new ();
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (document != NULL);

  collect_headings (document, headings);

  /* Anchors that are there already are kept, since links point to them; a second one of the same name is renamed. */
  for (guint i = 0; i < headings->len; i++)
    {
      WbBlock *heading = g_ptr_array_index (headings, i);

      if (heading->anchor != NULL &&
          !g_hash_table_insert (taken, g_strdup (heading->anchor), GUINT_TO_POINTER (1)))
        g_clear_pointer (&heading->anchor, g_free);
    }

  for (guint i = 0; i < headings->len; i++)
    {
      WbBlock *heading = g_ptr_array_index (headings, i);

      if (heading->anchor == NULL)
        assign_anchor (heading, taken);
    }
}
