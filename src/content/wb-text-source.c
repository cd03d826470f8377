/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-markdown-write.h"

#define SLUG_LENGTH 40
#define HASH_LENGTH 8
#define N_TYPES (WB_BLOCK_QUESTION + 1)

struct _WbTextSource
{
  WbBlock *filled;    /* placeholders without an answer stay */
  GPtrArray *parts;   /* WbTextPart */
  GHashTable *keys;   /* block of @filled → key of its part, borrowed */
};

/* While parts are being cut. */
typedef struct
{
  WbTextSource *source;
  GHashTable *origins; /* block of the filled document → of the template */
  GHashTable *sections; /* names that are taken */
  char *section;
  guint counts[N_TYPES];
} Cutter;

/* "Was wir vorhaben" → "was-wir-vorhaben", and a number where another section is called so. (transfer full) */
static char *
make_section (Cutter     *cutter,
              const char *title)
{
  g_autoptr (GString) slug = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (const char *p = title; *p != '\0' && slug->len < SLUG_LENGTH; p = g_utf8_next_char (p))
    {
      const gunichar ch = g_utf8_get_char (p);

      if (g_unichar_isalnum (ch))
        g_string_append_unichar (slug, g_unichar_tolower (ch));
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  name = g_strdup (slug->str);
  for (guint n = 2; !g_hash_table_add (cutter->sections, g_strdup (name)); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", slug->str, n);
    }

  return g_steal_pointer (&name);
}

static const char *
get_type_name (WbBlockType type)
{
  switch (type)
    {
    case WB_BLOCK_HEADING:
      return "h";
    case WB_BLOCK_PARAGRAPH:
      return "p";
    case WB_BLOCK_LIST:
    case WB_BLOCK_CHECKLIST:
      return "list";
    case WB_BLOCK_TABLE:
      return "table";
    case WB_BLOCK_CALLOUT:
    case WB_BLOCK_QUOTE:
      return "box";
    default:
      return "x";
    }
}

static const char *
get_fixed_label (WbBlockType type)
{
  switch (type)
    {
    case WB_BLOCK_TABLE:
    case WB_BLOCK_SHEET:
      return _("Table");
    case WB_BLOCK_FIGURE:
      return _("Figure");
    case WB_BLOCK_SIGNATURES:
      return _("Signatures");
    case WB_BLOCK_CALLOUT:
      return _("Box");
    case WB_BLOCK_QUOTE:
      return _("Quotation");
    case WB_BLOCK_LIST:
    case WB_BLOCK_CHECKLIST:
      return _("List");
    default:
      return _("Part of the document");
    }
}

/* "section/p2.1~0a1b2c3d". @source: what the template says there. (transfer full) */
static char *
make_key (const char *path,
          const char *source)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, source, -1);

  return g_strdup_printf ("%s~%.*s", path, HASH_LENGTH, hash);
}

static WbTextPart *
add_part (Cutter         *cutter,
          const WbBlock  *block,
          WbTextPartKind  kind,
          const char     *path,
          const char     *source,
          char           *original,
          guint           depth)
{
  g_autofree char *key = make_key (path, source);
  WbTextPart *part = wb_text_part_new (kind, key, original);

  part->depth = depth;
  part->level = block->level;
  if (kind == WB_TEXT_PART_FIXED)
    part->label = g_strdup (get_fixed_label (block->type));
  g_ptr_array_add (cutter->source->parts, part);
  g_hash_table_insert (cutter->source->keys, (gpointer) block, part->key);
  g_free (original);

  return part;
}

static void cut (Cutter        *cutter,
                 const WbBlock *block,
                 const char    *path,
                 const char    *source,
                 guint          depth);

/* The children of @block from @first on. @source: of @block, for those that have none of their own. */
static void
cut_children (Cutter        *cutter,
              const WbBlock *block,
              guint          first,
              const char    *path,
              const char    *source,
              guint          depth)
{
  for (guint i = first; i < block->children->len; i++)
    {
      const WbBlock *child = g_ptr_array_index (block->children, i);
      const WbBlock *origin = g_hash_table_lookup (cutter->origins, child);
      g_autofree char *child_path = g_strdup_printf ("%s.%u", path, i + 1);
      g_autofree char *child_source = origin != NULL ? wb_block_to_text (origin) : g_strdup_printf ("%s.%u", source, i + 1);

      cut (cutter, child, child_path, child_source, depth);
    }
}

/* The paragraph that an item of a list begins with. (nullable) */
static const WbBlock *
get_lead (const WbBlock *item)
{
  const WbBlock *first = item->children->len > 0 ? g_ptr_array_index (item->children, 0) : NULL;

  return first != NULL && first->type == WB_BLOCK_PARAGRAPH ? first : NULL;
}

static void
cut_item (Cutter        *cutter,
          const WbBlock *item,
          const char    *path,
          const char    *source,
          guint          depth)
{
  const WbBlock *lead = get_lead (item);

  if (lead == NULL)
    {
      cut_children (cutter, item, 0, path, source, depth);
      return;
    }
  add_part (cutter, item, WB_TEXT_PART_ITEM, path, source, wb_markdown_write_inlines (lead), depth);
  cut_children (cutter, item, 1, path, source, depth + 1);
}

/* A table that the template has; those that answers are made of are changed where they are answered. */
static void
cut_cells (Cutter        *cutter,
           const WbBlock *table,
           const char    *path,
           guint          depth)
{
  const WbBlock *head = table->header_rows > 0 && table->children->len > 0 ? g_ptr_array_index (table->children, 0) : NULL;

  for (guint i = 0; i < table->children->len; i++)
    {
      const WbBlock *row = g_ptr_array_index (table->children, i);

      for (guint j = 0; j < row->children->len; j++)
        {
          const WbBlock *cell = g_ptr_array_index (row->children, j);
          const WbBlock *origin = g_hash_table_lookup (cutter->origins, cell);
          g_autofree char *cell_path = NULL;
          g_autofree char *source = NULL;
          WbTextPart *part;

          if (origin == NULL)
            continue;
          cell_path = g_strdup_printf ("%s.%u.%u", path, i + 1, j + 1);
          source = wb_block_to_text (origin);
          part = add_part (cutter, cell, WB_TEXT_PART_CELL, cell_path, source, wb_markdown_write_inlines (cell), depth);
          if (i > 0 && head != NULL && j < head->children->len)
            part->label = wb_block_to_text (g_ptr_array_index (head->children, j));
        }
    }
}

static void
cut (Cutter        *cutter,
     const WbBlock *block,
     const char    *path,
     const char    *source,
     guint          depth)
{
  switch (block->type)
    {
    case WB_BLOCK_HEADING:
      add_part (cutter, block, WB_TEXT_PART_HEADING, path, source, wb_markdown_write_inlines (block), depth);
      break;
    case WB_BLOCK_PARAGRAPH:
      add_part (cutter, block, WB_TEXT_PART_PARAGRAPH, path, source, wb_markdown_write_inlines (block), depth);
      break;
    case WB_BLOCK_CHECK:
      add_part (cutter, block, WB_TEXT_PART_ITEM, path, source, wb_markdown_write_inlines (block), depth);
      break;
    case WB_BLOCK_ITEM:
      cut_item (cutter, block, path, source, depth);
      break;
    case WB_BLOCK_LINES:
      add_part (cutter, block, WB_TEXT_PART_BLANK, path, source, g_strdup (""), depth);
      break;
    case WB_BLOCK_LIST:
    case WB_BLOCK_CHECKLIST:
      cut_children (cutter, block, 0, path, source, depth);
      break;
    case WB_BLOCK_CALLOUT:
    case WB_BLOCK_QUOTE:
      add_part (cutter, block, WB_TEXT_PART_FIXED, path, source, NULL, depth);
      cut_children (cutter, block, 0, path, source, depth + 1);
      break;
    case WB_BLOCK_TABLE:
      add_part (cutter, block, WB_TEXT_PART_FIXED, path, source, wb_block_to_text (block), depth);
      cut_cells (cutter, block, path, depth + 1);
      break;
    case WB_BLOCK_PAGE_BREAK:
    case WB_BLOCK_SLIDE_BREAK:
    case WB_BLOCK_RULE:
      break;
    default:
      add_part (cutter, block, WB_TEXT_PART_FIXED, path, source, wb_block_to_text (block), depth);
    }
}

/* What stands at the top of the document. */
static void
cut_document (Cutter *cutter)
{
  const WbBlock *document = cutter->source->filled;
  const WbBlock *before = NULL;
  guint n = 0;

  for (guint i = 0; i < document->children->len; i++)
    {
      const WbBlock *block = g_ptr_array_index (document->children, i);
      const WbBlock *origin = g_hash_table_lookup (cutter->origins, block);
      g_autofree char *text = wb_block_to_text (origin);
      g_autofree char *path = NULL;
      g_autofree char *source = NULL;

      if (origin->type == WB_BLOCK_HEADING)
        {
          g_free (cutter->section);
          cutter->section = make_section (cutter, text);
          memset (cutter->counts, 0, sizeof cutter->counts);
        }
      /* What one placeholder became several blocks of is numbered. */
      n = origin == before ? n + 1 : 0;
      if (n == 0)
        cutter->counts[origin->type]++;
      before = origin;
      path = g_strdup_printf ("%s/%s%u", cutter->section, get_type_name (origin->type), cutter->counts[origin->type]);
      source = g_strdup (text);
      if (n > 0)
        {
          g_autofree char *plain_path = g_steal_pointer (&path);

          path = g_strdup_printf ("%s:%u", plain_path, n + 1);
          g_free (source);
          source = g_strdup_printf ("%s:%u", text, n + 1);
        }
      cut (cutter, block, path, source, 0);
    }
}

WbTextSource *
wb_text_source_new (const WbBlock           *body,
                    const WbTemplateContext *context)
{
  g_autoptr (GHashTable) origins = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  WbTemplateContext filling = *context;
  WbTextSource *self;
  Cutter cutter;

  g_return_val_if_fail (body != NULL && body->type == WB_BLOCK_DOCUMENT, NULL);

  filling.keep_open = TRUE;
  /* Today is another day tomorrow, and no change of the template. */
  filling.date = NULL;
  filling.origins = origins;
  self = g_new0 (WbTextSource, 1);
  self->filled = wb_template_fill (body, &filling);
  self->parts = wb_text_part_list_new ();
  self->keys = g_hash_table_new (NULL, NULL);
  cutter = (Cutter) { .source = self, .origins = origins, .sections = sections, .section = g_strdup ("") };
  cut_document (&cutter);
  g_free (cutter.section);

  return self;
}

void
wb_text_source_free (WbTextSource *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->filled, wb_block_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_free (self);
}

GPtrArray *
wb_text_source_get_parts (WbTextSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->parts;
}

/* While parts are woven into the document. */
typedef struct
{
  WbTextSource *source;
  GHashTable *parts;  /* key → WbTextPart of the template, as edited */
  GHashTable *behind; /* key → GPtrArray of WbTextPart: written by the user, to stand behind it */
  GPtrArray *waiting; /* WbTextPart, borrowed: for the next place that can hold them */
  int level;          /* of the heading whose section is left out; 0: none */
} Weaver;

static void
append_children (WbBlock       *out,
                 const WbBlock *parsed)
{
  for (guint i = 0; i < parsed->children->len; i++)
    wb_block_append (out, wb_block_ref (g_ptr_array_index (parsed->children, i)));
}

static void
append_inlines (WbBlock       *out,
                const WbBlock *from)
{
  for (guint i = 0; i < from->inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (from->inlines, i);

      if (run->note != NULL)
        wb_block_append_footnote (out, wb_block_ref (run->note));
      else
        wb_block_append_text (out, run->text, run->flags, run->target);
    }
}

/* What was typed, for a block that holds one line of text: paragraphs with breaks between them, the rest as plain text. */
static void
append_typed_inlines (WbBlock    *out,
                      const char *text)
{
  g_autoptr (WbBlock) parsed = wb_markdown_parse_typed (text);

  for (guint i = 0; i < parsed->children->len; i++)
    {
      const WbBlock *child = g_ptr_array_index (parsed->children, i);

      if (i > 0)
        wb_block_append_text (out, NULL, WB_INLINE_BREAK, NULL);
      if (child->inlines != NULL)
        append_inlines (out, child);
      else
        {
          g_autofree char *plain = wb_block_to_text (child);

          wb_block_append_text (out, plain, 0, NULL);
        }
    }
}

static void
append_typed (WbBlock    *out,
              const char *text)
{
  g_autoptr (WbBlock) parsed = wb_markdown_parse_typed (text);

  append_children (out, parsed);
}

static gboolean
holds_blocks (WbBlockType type)
{
  return type == WB_BLOCK_DOCUMENT || type == WB_BLOCK_ITEM || type == WB_BLOCK_CALLOUT || type == WB_BLOCK_QUOTE
         || type == WB_BLOCK_COLUMN;
}

/* Puts what waits into @out, if that can hold it. */
static void
flush_waiting (Weaver  *weaver,
               WbBlock *out)
{
  if (!holds_blocks (out->type) && out->type != WB_BLOCK_LIST && out->type != WB_BLOCK_CHECKLIST)
    return;
  for (guint i = 0; i < weaver->waiting->len; i++)
    {
      const WbTextPart *part = g_ptr_array_index (weaver->waiting, i);

      if (holds_blocks (out->type))
        append_typed (out, part->text);
      else if (out->type == WB_BLOCK_LIST)
        append_typed (wb_block_append (out, wb_block_new (WB_BLOCK_ITEM)), part->text);
      else
        append_typed_inlines (wb_block_append (out, wb_block_new (WB_BLOCK_CHECK)), part->text);
    }
  g_ptr_array_set_size (weaver->waiting, 0);
}

static void
wait_behind (Weaver     *weaver,
             const char *key)
{
  GPtrArray *behind = g_hash_table_lookup (weaver->behind, key);

  for (guint i = 0; behind != NULL && i < behind->len; i++)
    g_ptr_array_add (weaver->waiting, g_ptr_array_index (behind, i));
}

static void weave_children (Weaver        *weaver,
                            WbBlock       *out,
                            const WbBlock *block,
                            guint          first);

static void
weave_as_is (Weaver        *weaver,
             WbBlock       *out,
             const WbBlock *block)
{
  g_autoptr (WbBlock) copy = NULL;

  if (block->children == NULL)
    {
      wb_block_append (out, wb_block_copy (block));
      return;
    }
  copy = wb_block_copy_shell (block);
  weave_children (weaver, copy, block, 0);
  /* A list of which nothing is left is none. */
  if (copy->children->len > 0 || block->children->len == 0 || block->type == WB_BLOCK_CELL)
    wb_block_append (out, g_steal_pointer (&copy));
}

static void
weave_rewritten (Weaver        *weaver,
                 WbBlock       *out,
                 const WbBlock *block,
                 const char    *text)
{
  WbBlock *copy;

  switch (block->type)
    {
    case WB_BLOCK_PARAGRAPH:
    case WB_BLOCK_LINES:
      append_typed (out, text);
      break;
    case WB_BLOCK_ITEM:
      copy = wb_block_copy_shell (block);
      append_typed (copy, text);
      weave_children (weaver, copy, block, 1);
      wb_block_append (out, copy);
      break;
    case WB_BLOCK_HEADING:
      /* A heading without text would be a line that says nothing. */
      if (*text == '\0')
        break;
      G_GNUC_FALLTHROUGH;
    case WB_BLOCK_CELL:
    case WB_BLOCK_CHECK:
      copy = wb_block_copy_shell (block);
      append_typed_inlines (copy, text);
      wb_block_append (out, copy);
      break;
    default:
      weave_as_is (weaver, out, block);
    }
}

/* Whether a section that is left out ends or begins at @part. */
static gboolean
is_left_out (Weaver           *weaver,
             const WbTextPart *part,
             gboolean          top)
{
  if (top && part != NULL && part->kind == WB_TEXT_PART_HEADING)
    {
      if (part->level <= weaver->level)
        weaver->level = 0;
      if (part->hidden && weaver->level == 0)
        weaver->level = part->level;
    }

  return weaver->level > 0 || (part != NULL && part->hidden && part->kind != WB_TEXT_PART_CELL);
}

static void
weave_children (Weaver        *weaver,
                WbBlock       *out,
                const WbBlock *block,
                guint          first)
{
  for (guint i = first; i < block->children->len; i++)
    {
      const WbBlock *child = g_ptr_array_index (block->children, i);
      const char *key = g_hash_table_lookup (weaver->source->keys, child);
      const WbTextPart *part = key != NULL ? g_hash_table_lookup (weaver->parts, key) : NULL;

      if (!is_left_out (weaver, part, block->type == WB_BLOCK_DOCUMENT))
        {
          if (part != NULL && part->text != NULL)
            weave_rewritten (weaver, out, child, part->text);
          else
            weave_as_is (weaver, out, child);
        }
      if (key != NULL && weaver->level == 0)
        wait_behind (weaver, key);
      flush_waiting (weaver, out);
    }
}

/* Sorts @parts into those of the template and those that stand behind one of them. */
static void
sort_in (Weaver    *weaver,
         GPtrArray *parts)
{
  const char *last = "";

  for (guint i = 0; i < parts->len; i++)
    {
      WbTextPart *part = g_ptr_array_index (parts, i);
      GPtrArray *behind;

      if (!part->lost && !wb_text_part_is_own (part))
        {
          g_hash_table_insert (weaver->parts, part->key, part);
          last = part->key;
          continue;
        }
      if (part->hidden || part->text == NULL)
        continue;
      behind = g_hash_table_lookup (weaver->behind, last);
      if (behind == NULL)
        {
          behind = g_ptr_array_new ();
          g_hash_table_insert (weaver->behind, g_strdup (last), behind);
        }
      g_ptr_array_add (behind, part);
    }
}

WbBlock *
wb_text_source_weave (WbTextSource *self,
                      GPtrArray    *parts)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) behind =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  Weaver weaver = { self, known, behind, waiting, 0 };
  WbBlock *out;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (parts != NULL, NULL);

  sort_in (&weaver, parts);
  out = wb_block_new (WB_BLOCK_DOCUMENT);
  wait_behind (&weaver, "");
  flush_waiting (&weaver, out);
  weave_children (&weaver, out, self->filled, 0);

  return out;
}
