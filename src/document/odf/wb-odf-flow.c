/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-flow.h"

#include "wb-paginator-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BOX_OPEN "☐"
#define BOX_DONE "☑"
#define BLANK "__________"
#define MAX_FIGURE_HEIGHT 560.0
#define FIGURE_TEXT 10.0

/* How lists are written: text:list-item holds paragraphs, headings and lists, but no tables and sections. Where one comes
 * up, all open lists are closed, and opened again for what follows: the rest of the item in a text:list-header, which has no
 * number, the next item with the number it has. */

static void
collect_anchors (WbOdfFlow     *self,
                 const WbBlock *block)
{
  if (block->type == WB_BLOCK_HEADING && block->anchor != NULL)
    g_hash_table_add (self->anchors, g_strdup (block->anchor));
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    collect_anchors (self, g_ptr_array_index (block->children, i));
}

void
wb_odf_flow_init (WbOdfFlow   *self,
                  WbDocument  *document,
                  WbOdfXml    *xml,
                  WbOdfStyles *styles,
                  WbOdfImages *images)
{
  *self = (WbOdfFlow) { .scale = 1.0, .document = document, .xml = xml, .styles = styles, .images = images };
  self->is_deck = wb_document_get_format (document) == WB_DOCUMENT_DECK;
  self->lists = g_array_new (FALSE, TRUE, sizeof (WbOdfList));
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collect_anchors (self, wb_document_get_root (document));
}

void
wb_odf_flow_clear (WbOdfFlow *self)
{
  g_clear_pointer (&self->lists, g_array_unref);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
}

/* Parts of a list of attributes, without those that are NULL. (transfer full) */
static char *
join (const char *first,
      const char *second)
{
  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s;%s", first, second);

  return g_strdup (first != NULL ? first : second);
}

/* Slides know no named styles: the whole look is automatic. */
static const char *
get_deck_style (WbOdfFlow  *self,
                WbOdfRole   role,
                const char *properties)
{
  WbOdfStyle style = *wb_odf_get_deck_style (role);
  g_autofree char *all = join (style.properties, properties);
  g_autofree char *size = NULL;
  g_autofree char *text = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  style.properties = all;
  if (role < WB_ODF_N_PARAGRAPHS)
    {
      g_ascii_formatd (number, sizeof number, "%.1f", wb_odf_get_deck_size (role) * self->scale);
      size = g_strdup_printf ("fo:font-size=%spt", number);
      text = join (size, style.text);
      style.text = text;
    }

  return wb_odf_styles_get (self->styles, &style);
}

const char *
wb_odf_flow_get_style (WbOdfFlow *self,
                       WbOdfRole  role)
{
  return self->is_deck ? get_deck_style (self, role, NULL) : wb_odf_get_text_style (role)->name;
}

/* The style of @role with what stands in @properties (nullable). */
static const char *
get_varied_style (WbOdfFlow  *self,
                  WbOdfRole   role,
                  const char *properties)
{
  WbOdfStyle style = { NULL, "paragraph" };

  if (self->is_deck)
    return get_deck_style (self, role, properties);
  if (properties == NULL)
    return wb_odf_flow_get_style (self, role);

  style.parent = wb_odf_flow_get_style (self, role);
  style.properties = properties;

  return wb_odf_styles_get (self->styles, &style);
}

static void
begin_item (WbOdfFlow *self,
            WbOdfList *list)
{
  wb_odf_xml_begin (self->xml, list->item_used ? "text:list-header" : "text:list-item");
  if (!list->item_used && list->ordered && !list->counting)
    wb_odf_xml_printf (self->xml, "text:start-value", "%u", list->number);
  list->counting |= !list->item_used;
  list->item_open = list->item_used = TRUE;
}

static void
open_lists (WbOdfFlow *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      WbOdfList *list = &g_array_index (self->lists, WbOdfList, i);

      if (!list->list_open)
        {
          wb_odf_xml_begin (self->xml, "text:list");
          wb_odf_xml_attribute (self->xml, "text:style-name", list->style);
          list->list_open = TRUE;
          list->counting = FALSE;
        }
      if (!list->item_open)
        begin_item (self, list);
    }
}

void
wb_odf_flow_leave_lists (WbOdfFlow *self)
{
  for (guint i = self->lists->len; i > 0; i--)
    {
      WbOdfList *list = &g_array_index (self->lists, WbOdfList, i - 1);

      if (list->item_open)
        wb_odf_xml_end (self->xml);
      if (list->list_open)
        wb_odf_xml_end (self->xml);
      list->item_open = list->list_open = FALSE;
    }
}

static void
begin_list (WbOdfFlow  *self,
            const char *style,
            gboolean    ordered,
            guint       start)
{
  const WbOdfList list = { style, ordered, start };

  g_array_append_val (self->lists, list);
}

static WbOdfList *
get_list (WbOdfFlow *self)
{
  return &g_array_index (self->lists, WbOdfList, self->lists->len - 1);
}

static void
end_item (WbOdfFlow *self)
{
  WbOdfList *list = get_list (self);

  if (!list->item_used)
    open_lists (self);
  list = get_list (self);
  if (list->item_open)
    wb_odf_xml_end (self->xml);
  list->item_open = list->item_used = FALSE;
  list->number++;
}

static void
end_list (WbOdfFlow *self)
{
  if (get_list (self)->list_open)
    wb_odf_xml_end (self->xml);
  g_array_set_size (self->lists, self->lists->len - 1);
}

void
wb_odf_flow_begin (WbOdfFlow  *self,
                   const char *element,
                   WbOdfRole   role,
                   WbAlign     align)
{
  static const char *const aligns[] = { NULL, "fo:text-align=center", "fo:text-align=end" };
  g_autofree char *properties = join (self->page_break ? "fo:break-before=page" : NULL, aligns[align]);

  open_lists (self);
  wb_odf_xml_begin (self->xml, element);
  wb_odf_xml_attribute (self->xml, "text:style-name", get_varied_style (self, role, properties));
  self->page_break = FALSE;
}

void
wb_odf_flow_end (WbOdfFlow *self)
{
  wb_odf_xml_end (self->xml);
}

void
wb_odf_flow_add_text (WbOdfFlow  *self,
                      WbOdfRole   role,
                      const char *text)
{
  wb_odf_flow_begin (self, "text:p", role, WB_ALIGN_START);
  wb_odf_xml_text (self->xml, text);
  wb_odf_flow_end (self);
}

/* Where @target leads in this document, or on the web; NULL for everything else. (transfer full) */
static char *
find_target (WbOdfFlow  *self,
             const char *target)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };
  const char *entry = wb_document_get_entry (self->document);
  const char *name;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (target, schemes[i], strlen (schemes[i])) == 0)
      return g_strdup (target);
  if (!g_str_has_prefix (target, "wb:") || self->is_deck)
    return NULL;

  name = target + strlen ("wb:");
  if (entry != NULL && g_str_has_prefix (name, entry) && name[strlen (entry)] == '#')
    name += strlen (entry) + 1;
  else if (*name == '#')
    name++;

  return g_hash_table_contains (self->anchors, name) ? g_strdup_printf ("#%s", name) : NULL;
}

static void
add_words (WbOdfFlow      *self,
           const WbInline *run)
{
  if ((run->flags & WB_INLINE_OPEN) != 0)
    {
      g_autofree char *text = g_strdup_printf (_("still open: %s"), run->text);

      wb_odf_xml_text (self->xml, text);
    }
  else if ((run->flags & WB_INLINE_PLACEHOLDER) != 0)
    {
      g_autofree char *text = g_strdup_printf ("{{%s}}", run->text);

      wb_odf_xml_text (self->xml, text);
    }
  else
    wb_odf_xml_text (self->xml, run->text);
}

/* In text documents a field to click and type into; it shows what belongs there. Fields are not printed: for a pen there is a line
 * behind it, see add_inline(). */
static void
add_blank (WbOdfFlow      *self,
           const WbInline *run)
{
  g_autofree char *text = g_strdup_printf ("<%s>", run->text);

  if (self->is_deck || *run->text == '\0')
    {
      wb_odf_xml_text (self->xml, BLANK);
      return;
    }

  wb_odf_xml_begin (self->xml, "text:placeholder");
  wb_odf_xml_attribute (self->xml, "text:placeholder-type", "text");
  wb_odf_xml_chars (self->xml, text);
  wb_odf_xml_end (self->xml);
}

/* Slides have no footnotes; there it stands in brackets. */
static void
add_footnote (WbOdfFlow      *self,
              const WbInline *run)
{
  g_autofree char *number = NULL;
  GArray *lists;

  if (run->note == NULL)
    return;
  if (self->is_deck)
    {
      wb_odf_xml_text (self->xml, " (");
      wb_odf_flow_add_inlines (self, run->note->inlines);
      wb_odf_xml_text (self->xml, ")");
      return;
    }

  self->n_notes++;
  wb_odf_xml_begin (self->xml, "text:note");
  wb_odf_xml_printf (self->xml, "text:id", "note%u", self->n_notes);
  wb_odf_xml_attribute (self->xml, "text:note-class", "footnote");
  number = g_strdup_printf ("%u", self->n_notes);
  wb_odf_xml_element (self->xml, "text:note-citation", number);
  wb_odf_xml_begin (self->xml, "text:note-body");
  /* It stands in a list no more than the text of a cell does. */
  lists = g_steal_pointer (&self->lists);
  self->lists = g_array_new (FALSE, TRUE, sizeof (WbOdfList));
  wb_odf_flow_begin (self, "text:p", WB_ODF_FOOTNOTE, WB_ALIGN_START);
  wb_odf_flow_add_inlines (self, run->note->inlines);
  wb_odf_flow_end (self);
  g_array_unref (self->lists);
  self->lists = lists;
  wb_odf_xml_end (self->xml);
  wb_odf_xml_end (self->xml);
}

static void
add_inline (WbOdfFlow      *self,
            const WbInline *run)
{
  static const struct { WbInlineFlags flag; WbOdfRole role; } looks[] = {
    { WB_INLINE_STRONG, WB_ODF_STRONG },
    { WB_INLINE_EMPHASIS, WB_ODF_EMPHASIS },
    { WB_INLINE_CODE, WB_ODF_SOURCE },
    { WB_INLINE_OPEN, WB_ODF_OPEN },
    { WB_INLINE_BLANK, WB_ODF_BLANK },
  };
  g_autofree char *target = run->target != NULL ? find_target (self, run->target) : NULL;
  guint depth = 0;

  if ((run->flags & WB_INLINE_BREAK) != 0)
    {
      wb_odf_xml_begin (self->xml, "text:line-break");
      wb_odf_xml_end (self->xml);
      return;
    }
  if ((run->flags & WB_INLINE_FOOTNOTE) != 0)
    {
      add_footnote (self, run);
      return;
    }

  if (target != NULL)
    {
      wb_odf_xml_begin (self->xml, "text:a");
      wb_odf_xml_attribute (self->xml, "xlink:type", "simple");
      wb_odf_xml_attribute (self->xml, "xlink:href", target);
      if (!self->is_deck)
        wb_odf_xml_attribute (self->xml, "text:style-name", wb_odf_flow_get_style (self, WB_ODF_LINK));
      depth++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if ((run->flags & looks[i].flag) != 0)
      {
        wb_odf_xml_begin (self->xml, "text:span");
        wb_odf_xml_attribute (self->xml, "text:style-name", wb_odf_flow_get_style (self, looks[i].role));
        depth++;
      }

  if ((run->flags & WB_INLINE_BLANK) != 0)
    add_blank (self, run);
  else
    add_words (self, run);
  for (; depth > 0; depth--)
    wb_odf_xml_end (self->xml);
  if ((run->flags & WB_INLINE_BLANK) != 0 && !self->is_deck && *run->text != '\0')
    wb_odf_xml_text (self->xml, BLANK BLANK);
}

void
wb_odf_flow_add_inlines (WbOdfFlow *self,
                         GPtrArray *inlines)
{
  for (guint i = 0; i < inlines->len; i++)
    add_inline (self, g_ptr_array_index (inlines, i));
}

void
wb_odf_flow_add_heading (WbOdfFlow     *self,
                         const WbBlock *heading,
                         WbOdfRole      role)
{
  /* None may be left out on the way down. */
  const int level = CLAMP (MIN (heading->level, self->last_level + 1), 1, 4);

  self->last_level = level;
  if (role == WB_ODF_HEADING_1)
    role = WB_ODF_HEADING_1 + level - 1;
  wb_odf_flow_begin (self, self->is_deck ? "text:p" : "text:h", role, WB_ALIGN_START);
  if (!self->is_deck)
    {
      wb_odf_xml_printf (self->xml, "text:outline-level", "%d", level);
      if (heading->anchor != NULL)
        {
          wb_odf_xml_begin (self->xml, "text:bookmark");
          wb_odf_xml_attribute (self->xml, "text:name", heading->anchor);
          wb_odf_xml_end (self->xml);
        }
    }
  wb_odf_flow_add_inlines (self, heading->inlines);
  wb_odf_flow_end (self);
}

static void
add_paragraph (WbOdfFlow     *self,
               const WbBlock *paragraph)
{
  if (paragraph->inlines->len == 0)
    return;

  wb_odf_flow_begin (self, "text:p", self->body, WB_ALIGN_START);
  wb_odf_flow_add_inlines (self, paragraph->inlines);
  wb_odf_flow_end (self);
}

static void
add_list (WbOdfFlow     *self,
          const WbBlock *list)
{
  const WbOdfRole outer = self->body;

  begin_list (self, list->ordered ? WB_ODF_NUMBERS : WB_ODF_BULLETS, list->ordered, MAX (list->start, 0));
  self->body = WB_ODF_LIST;
  for (guint i = 0; i < list->children->len; i++)
    {
      const WbBlock *item = g_ptr_array_index (list->children, i);

      wb_odf_flow_add_blocks (self, item->children);
      end_item (self);
    }
  self->body = outer;
  end_list (self);
}

/* NULL when there is nothing to say. (transfer full) */
static char *
join_words (const char *first,
            const char *second)
{
  const gboolean has_first = first != NULL && *first != '\0';
  const gboolean has_second = second != NULL && *second != '\0';

  if (has_first && has_second)
    return g_strdup_printf ("%s, %s", first, second);

  return has_first || has_second ? g_strdup (has_first ? first : second) : NULL;
}

/* Where there is no room for columns. */
static void
add_who_and_when (WbOdfFlow     *self,
                  const WbBlock *check)
{
  g_autofree char *words = join_words (check->owner, check->date);

  if (words != NULL)
    wb_odf_flow_add_text (self, WB_ODF_NOTE, words);
}

static void
add_checks (WbOdfFlow     *self,
            const WbBlock *list)
{
  begin_list (self, WB_ODF_CHECKS, FALSE, 1);
  for (guint i = 0; i < list->children->len; i++)
    {
      const WbBlock *check = g_ptr_array_index (list->children, i);

      wb_odf_flow_begin (self, "text:p", WB_ODF_CHECK, WB_ALIGN_START);
      wb_odf_xml_text (self->xml, check->done ? BOX_DONE " " : BOX_OPEN " ");
      wb_odf_flow_add_inlines (self, check->inlines);
      wb_odf_flow_end (self);
      if (check->note != NULL && *check->note != '\0')
        wb_odf_flow_add_text (self, WB_ODF_NOTE, check->note);
      add_who_and_when (self, check);
      end_item (self);
    }
  end_list (self);
}

static void
begin_section (WbOdfFlow  *self,
               const char *color)
{
  g_autofree char *properties = g_strdup_printf ("fo:background-color=%s;fo:margin-left=0pt;fo:margin-right=0pt", color);
  const WbOdfStyle style = { NULL, "section", NULL, NULL, properties };

  wb_odf_flow_leave_lists (self);
  wb_odf_xml_begin (self->xml, "text:section");
  wb_odf_xml_attribute (self->xml, "text:style-name", wb_odf_styles_get (self->styles, &style));
  /* Translators: name of a part of a document, seen in the navigator of a word processor. */
  wb_odf_xml_printf (self->xml, "text:name", _("Part %u"), ++self->n_sections);
}

static void
add_callout (WbOdfFlow     *self,
             const WbBlock *callout)
{
  static const char *const tints[] = { "#e6eef7", "#e5efe9", "#f4ebe3", "#efe9f2", "#eeedec" };
  const WbOdfRole outer = self->body;

  /* Who presents has the notes elsewhere. */
  if (callout->callout == WB_CALLOUT_NOTES)
    return;

  self->body = WB_ODF_BODY;
  if (!self->is_deck)
    begin_section (self, tints[callout->callout]);
  wb_odf_flow_add_text (self, WB_ODF_LABEL_NOTE + callout->callout, wb_flow_get_callout_label (callout->callout));
  wb_odf_flow_add_blocks (self, callout->children);
  if (!self->is_deck)
    {
      wb_odf_flow_leave_lists (self);
      wb_odf_xml_end (self->xml);
    }
  self->body = outer;
}

/* Who said it, what the number means, how to discuss the question. */
static void
add_below (WbOdfFlow     *self,
           const WbBlock *block)
{
  if (block->note != NULL && *block->note != '\0')
    wb_odf_flow_add_text (self, WB_ODF_SAID_BY, block->note);
}

static void
add_with_note (WbOdfFlow     *self,
               const WbBlock *block,
               WbOdfRole      role)
{
  wb_odf_flow_begin (self, "text:p", role, WB_ALIGN_START);
  wb_odf_flow_add_inlines (self, block->inlines);
  wb_odf_flow_end (self);
  add_below (self, block);
}

static void
add_quote (WbOdfFlow     *self,
           const WbBlock *quote)
{
  const WbOdfRole outer = self->body;

  self->body = WB_ODF_QUOTE;
  wb_odf_flow_add_blocks (self, quote->children);
  self->body = outer;
  add_below (self, quote);
}

static void
add_code (WbOdfFlow     *self,
          const WbBlock *code)
{
  g_autofree char *text = g_strchomp (wb_block_to_text (code));

  wb_odf_flow_add_text (self, WB_ODF_CODE, text);
}

static void
add_lines (WbOdfFlow *self,
           guint      n)
{
  for (guint i = 0; i < n; i++)
    wb_odf_flow_add_text (self, WB_ODF_LINE, self->is_deck ? BLANK BLANK BLANK : "");
}

static void
add_signatures (WbOdfFlow     *self,
                const WbBlock *signatures)
{
  for (guint i = 0; i < signatures->children->len; i++)
    {
      g_autofree char *label = wb_block_to_text (g_ptr_array_index (signatures->children, i));

      wb_odf_flow_add_text (self, WB_ODF_SIGNATURE, label);
    }
}

static void
write_contents_source (WbOdfFlow *self,
                       int        level)
{
  wb_odf_xml_begin (self->xml, "text:table-of-content-source");
  wb_odf_xml_printf (self->xml, "text:outline-level", "%d", level);
  for (int i = 1; i <= level; i++)
    {
      wb_odf_xml_begin (self->xml, "text:table-of-content-entry-template");
      wb_odf_xml_printf (self->xml, "text:outline-level", "%d", i);
      wb_odf_xml_attribute (self->xml, "text:style-name", wb_odf_flow_get_style (self, WB_ODF_CONTENTS));
      wb_odf_xml_begin (self->xml, "text:index-entry-link-start");
      wb_odf_xml_end (self->xml);
      wb_odf_xml_begin (self->xml, "text:index-entry-text");
      wb_odf_xml_end (self->xml);
      wb_odf_xml_begin (self->xml, "text:index-entry-tab-stop");
      wb_odf_xml_attributes (self->xml, "style:type=right;style:leader-char=.");
      wb_odf_xml_end (self->xml);
      wb_odf_xml_begin (self->xml, "text:index-entry-page-number");
      wb_odf_xml_end (self->xml);
      wb_odf_xml_begin (self->xml, "text:index-entry-link-end");
      wb_odf_xml_end (self->xml);
      wb_odf_xml_end (self->xml);
    }
  wb_odf_xml_end (self->xml);
}

static void
add_entries (WbOdfFlow     *self,
             const WbBlock *block,
             int            level)
{
  if (block->type == WB_BLOCK_HEADING && block->level <= level)
    {
      g_autofree char *text = wb_block_to_text (block);
      g_autofree char *target = block->anchor != NULL ? g_strdup_printf ("#%s", block->anchor) : NULL;

      wb_odf_flow_begin (self, "text:p", WB_ODF_CONTENTS, WB_ALIGN_START);
      if (target != NULL)
        {
          wb_odf_xml_begin (self->xml, "text:a");
          wb_odf_xml_attribute (self->xml, "xlink:type", "simple");
          wb_odf_xml_attribute (self->xml, "xlink:href", target);
        }
      wb_odf_xml_text (self->xml, text);
      if (target != NULL)
        wb_odf_xml_end (self->xml);
      wb_odf_flow_end (self);
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    add_entries (self, g_ptr_array_index (block->children, i), level);
}

/* The numbers of the pages come when the contents are updated: only the program that lays the pages out knows them. */
static void
add_contents (WbOdfFlow     *self,
              const WbBlock *contents)
{
  const int level = CLAMP (contents->level, 1, 4);

  if (self->is_deck)
    {
      add_entries (self, wb_document_get_root (self->document), level);
      return;
    }

  wb_odf_flow_leave_lists (self);
  wb_odf_xml_begin (self->xml, "text:table-of-content");
  wb_odf_xml_printf (self->xml, "text:name", _("Contents %u"), ++self->n_sections);
  wb_odf_xml_attribute (self->xml, "text:protected", "false");
  write_contents_source (self, level);
  wb_odf_xml_begin (self->xml, "text:index-body");
  add_entries (self, wb_document_get_root (self->document), level);
  wb_odf_xml_end (self->xml);
  wb_odf_xml_end (self->xml);
}

static void
add_columns (WbOdfFlow     *self,
             const WbBlock *columns)
{
  for (guint i = 0; i < columns->children->len; i++)
    wb_odf_flow_add_blocks (self, ((const WbBlock *) g_ptr_array_index (columns->children, i))->children);
}

static void
add_figure (WbOdfFlow     *self,
            const WbBlock *block)
{
  const WbFigure *figure = block->figure;
  double width = self->width;
  double height;
  g_autofree char *caption = NULL;
  guint number;

  if (figure == NULL)
    return;
  if (self->in_text_box)
    {
      g_autofree char *words = g_strdup_printf ("%s: %s", figure->title, figure->alt);

      wb_odf_flow_add_text (self, WB_ODF_CAPTION, words);
      return;
    }

  number = wb_odf_images_add (self->images, figure, FIGURE_TEXT, MAX_FIGURE_HEIGHT, &width, &height);
  wb_odf_flow_begin (self, "text:p", WB_ODF_FIGURE, WB_ALIGN_START);
  wb_odf_xml_begin (self->xml, "draw:frame");
  wb_odf_xml_printf (self->xml, "draw:name", _("Figure %u"), ++self->n_frames);
  wb_odf_xml_attribute (self->xml, "text:anchor-type", "as-char");
  wb_odf_xml_length (self->xml, "svg:width", width);
  wb_odf_xml_length (self->xml, "svg:height", height);
  wb_odf_images_write (self->images, number, figure, self->xml);
  wb_odf_xml_end (self->xml);
  wb_odf_flow_end (self);

  caption = g_strdup_printf (_("Figure: %s"), figure->title);
  wb_odf_flow_add_text (self, WB_ODF_CAPTION, caption);
  if (block->with_table)
    {
      g_autoptr(WbBlock) table = wb_figure_create_table (figure);

      wb_odf_flow_add_table (self, table);
    }
}

/* No default: a new type of block is to be noticed by the compiler. */
static void
add_block (WbOdfFlow     *self,
           const WbBlock *block)
{
  switch (block->type)
    {
    case WB_BLOCK_HEADING:
      wb_odf_flow_add_heading (self, block, WB_ODF_HEADING_1);
      break;
    case WB_BLOCK_PARAGRAPH:
      add_paragraph (self, block);
      break;
    case WB_BLOCK_LIST:
      add_list (self, block);
      break;
    case WB_BLOCK_CHECKLIST:
      add_checks (self, block);
      break;
    case WB_BLOCK_TABLE:
      wb_odf_flow_add_table (self, block);
      break;
    case WB_BLOCK_SHEET:
      wb_odf_flow_add_sheet (self, block);
      break;
    case WB_BLOCK_CALLOUT:
      add_callout (self, block);
      break;
    case WB_BLOCK_QUOTE:
      add_quote (self, block);
      break;
    case WB_BLOCK_CODE:
      add_code (self, block);
      break;
    case WB_BLOCK_SIGNATURES:
      add_signatures (self, block);
      break;
    case WB_BLOCK_LINES:
      add_lines (self, block->lines);
      break;
    case WB_BLOCK_FIGURE:
      add_figure (self, block);
      break;
    case WB_BLOCK_PAGE_BREAK:
      self->page_break = TRUE;
      break;
    case WB_BLOCK_RULE:
      wb_odf_flow_add_text (self, WB_ODF_RULE, "");
      break;

    case WB_BLOCK_CONTENTS:
      add_contents (self, block);
      break;
    case WB_BLOCK_COLUMNS:
      add_columns (self, block);
      break;
    case WB_BLOCK_NUMBER:
      add_with_note (self, block, WB_ODF_NUMBER);
      break;
    case WB_BLOCK_QUESTION:
      add_with_note (self, block, WB_ODF_QUESTION);
      break;
    case WB_BLOCK_AGENDA:
      wb_odf_flow_add_agenda (self, block);
      break;

    case WB_BLOCK_COLUMN:
    case WB_BLOCK_SLIDE_BREAK:
    case WB_BLOCK_DOCUMENT:
    case WB_BLOCK_ITEM:
    case WB_BLOCK_CHECK:
    case WB_BLOCK_ROW:
    case WB_BLOCK_CELL:
      break;
    }
}

static gboolean
has_columns (const WbBlock *checklist)
{
  for (guint i = 0; i < checklist->children->len; i++)
    {
      const WbBlock *check = g_ptr_array_index (checklist->children, i);

      if (check->owner != NULL || check->date != NULL)
        return TRUE;
    }

  return FALSE;
}

void
wb_odf_flow_add_blocks (WbOdfFlow *self,
                        GPtrArray *blocks)
{
  guint i = 0;

  while (i < blocks->len)
    {
      const WbBlock *block = g_ptr_array_index (blocks, i);
      const guint n = wb_flow_count_checklist (blocks, i);

      if (n > 0 && !self->in_text_box && (block->type == WB_BLOCK_HEADING || has_columns (block)))
        {
          wb_odf_flow_add_check_table (self, blocks, i, n);
          i += n;
        }
      else
        {
          add_block (self, block);
          i++;
        }
    }
}
