/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-deck-source.h"

#include <string.h>

#include "wb-markdown-private.h"

#define MAX_KEY_LENGTH 60

/* What is known of the slide whose lines are being looked at. */
typedef struct
{
  char **lines;
  GPtrArray *slides; /* WbSlide */
  GHashTable *keys;
  int level;
  GString *title;
  GString *body;
  GString *notes;
  gboolean any;
} Splitter;

/* "Was wir heute brauchen" → "was-wir-heute-brauchen". */
static char *
make_slug (const char *title)
{
  g_autoptr (GString) slug = g_string_new (NULL);

  for (const char *p = title; *p != '\0' && slug->len < MAX_KEY_LENGTH; p = g_utf8_next_char (p))
    {
      const gunichar ch = g_utf8_get_char (p);

      if (g_unichar_isalnum (ch))
        g_string_append_unichar (slug, g_unichar_tolower (ch));
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "slide");

  return g_string_free (g_steal_pointer (&slug), FALSE);
}

/* A key no other slide of the deck has. (transfer full) */
static char *
make_key (Splitter *splitter)
{
  g_autofree char *slug = make_slug (splitter->title->str);
  char *key = g_strdup (slug);

  for (guint n = 2; !g_hash_table_add (splitter->keys, g_strdup (key)); n++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", slug, n);
    }

  return key;
}

static void
finish_slide (Splitter *splitter)
{
  g_autofree char *key = NULL;
  WbSlide *slide;

  if (splitter->any && splitter->slides->len < WB_DECK_MAX_SLIDES)
    {
      key = make_key (splitter);
      slide = wb_slide_new (key);
      slide->level = splitter->level;
      slide->title = g_strdup (splitter->title->str);
      slide->body = g_strstrip (g_strdup (splitter->body->str));
      slide->notes = g_strstrip (g_strdup (splitter->notes->str));
      g_ptr_array_add (splitter->slides, slide);
    }
  splitter->any = FALSE;
  splitter->level = 2;
  g_string_truncate (splitter->title, 0);
  g_string_truncate (splitter->body, 0);
  g_string_truncate (splitter->notes, 0);
}

/* The lines of @node, from 0, the last one included. */
static void
get_lines (Splitter   *splitter,
           cmark_node *node,
           guint      *first,
           guint      *last)
{
  const guint n = g_strv_length (splitter->lines);

  *first = (guint) CLAMP (cmark_node_get_start_line (node) - 1, 0, (int) n - 1);
  *last = (guint) CLAMP (cmark_node_get_end_line (node) - 1, (int) *first, (int) n - 1);
}

/* "## Unsere Frage ##" → "Unsere Frage"; of a heading with a line below it, the line above. */
static void
take_title (Splitter   *splitter,
            cmark_node *node)
{
  g_autofree char *title = NULL;
  guint first, last;
  char *begin, *end;

  get_lines (splitter, node, &first, &last);
  title = g_strstrip (g_strdup (splitter->lines[first]));
  begin = title;
  if (*begin == '#')
    {
      begin += strspn (begin, "#");
      end = begin + strlen (begin);
      while (end > begin && end[-1] == '#')
        end--;
      if (end == begin || g_ascii_isspace (end[-1]))
        *end = '\0';
    }
  splitter->level = MIN (cmark_node_get_heading_level (node), 2);
  g_string_assign (splitter->title, g_strstrip (begin));
}

/* The inside of "> [!NOTES]". */
static void
take_notes (Splitter   *splitter,
            cmark_node *node)
{
  guint first, last;

  get_lines (splitter, node, &first, &last);
  if (splitter->notes->len > 0)
    g_string_append_c (splitter->notes, '\n');
  for (guint i = first + 1; i <= last; i++)
    {
      const char *line = splitter->lines[i];

      line += strspn (line, " ");
      if (*line == '>')
        line++;
      if (*line == ' ')
        line++;
      g_string_append (splitter->notes, line);
      g_string_append_c (splitter->notes, '\n');
    }
}

static void
take_body (Splitter   *splitter,
           cmark_node *node)
{
  guint first, last;

  get_lines (splitter, node, &first, &last);
  if (splitter->body->len > 0)
    g_string_append_c (splitter->body, '\n');
  for (guint i = first; i <= last; i++)
    {
      g_string_append (splitter->body, splitter->lines[i]);
      g_string_append_c (splitter->body, '\n');
    }
}

static gboolean
is_notes (cmark_node *node)
{
  g_autofree char *name = NULL;
  WbCallout callout;
  gboolean known;

  return cmark_node_get_type (node) == CMARK_NODE_BLOCK_QUOTE && wb_markdown_get_callout (node, &known, &callout, &name)
         && known && callout == WB_CALLOUT_NOTES;
}

static void
take_node (Splitter   *splitter,
           cmark_node *node)
{
  const cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_THEMATIC_BREAK)
    {
      finish_slide (splitter);
      return;
    }

  if (type == CMARK_NODE_HEADING && !splitter->any)
    take_title (splitter, node);
  else if (is_notes (node))
    take_notes (splitter, node);
  else
    take_body (splitter, node);
  splitter->any = TRUE;
}

GPtrArray *
wb_deck_source_split (const char *text)
{
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (cmark_node) document = NULL;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) notes = g_string_new (NULL);
  Splitter splitter = { .slides = wb_slide_list_new (), .keys = keys, .level = 2, .title = title, .body = body, .notes = notes };

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  lines = g_strsplit (valid, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  splitter.lines = lines;
  document = wb_markdown_parse_nodes (valid);
  for (cmark_node *node = cmark_node_first_child (document); node != NULL; node = cmark_node_next (node))
    take_node (&splitter, node);
  finish_slide (&splitter);

  return splitter.slides;
}

static void
move_children (WbBlock *from,
               WbBlock *to)
{
  for (guint i = 0; i < from->children->len; i++)
    wb_block_append (to, wb_block_ref (g_ptr_array_index (from->children, i)));
}

static void
append_title (WbBlock       *document,
              const WbSlide *slide)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (slide->title), "\r\n", ' '));
  g_autofree char *text = g_strdup_printf ("%s %s", slide->level == 1 ? "#" : "##", line);
  g_autoptr (WbBlock) parsed = NULL;

  if (*line == '\0')
    return;
  parsed = wb_markdown_parse (text, TRUE);
  move_children (parsed, document);
}

static void
append_notes (WbBlock       *document,
              const WbSlide *slide)
{
  g_autoptr (WbBlock) parsed = NULL;
  WbBlock *callout;

  if (*slide->notes == '\0')
    return;
  callout = wb_block_append (document, wb_block_new (WB_BLOCK_CALLOUT));
  callout->callout = WB_CALLOUT_NOTES;
  parsed = wb_markdown_parse (slide->notes, FALSE);
  move_children (parsed, callout);
}

WbBlock *
wb_deck_source_parse (GPtrArray *slides)
{
  WbBlock *document;
  gboolean first = TRUE;

  g_return_val_if_fail (slides != NULL, NULL);

  document = wb_block_new (WB_BLOCK_DOCUMENT);
  for (guint i = 0; i < slides->len; i++)
    {
      const WbSlide *slide = g_ptr_array_index (slides, i);
      g_autoptr (WbBlock) body = NULL;

      if (slide->hidden)
        continue;
      if (!first)
        wb_block_append (document, wb_block_new (WB_BLOCK_SLIDE_BREAK));
      first = FALSE;
      append_title (document, slide);
      body = wb_markdown_parse (slide->body, TRUE);
      move_children (body, document);
      append_notes (document, slide);
    }
  wb_block_assign_anchors (document);

  return document;
}
