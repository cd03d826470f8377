/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-check.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "wb-figure-reader.h"
#include "wb-markdown-private.h"

#define MAX_BULLETS 5
/* Footnotes of one text that are looked for: no text has as many. */
#define MAX_FOOTNOTES 500

typedef struct
{
  WbTextCheck *check;
  WbTextRules rules;
  guint line; /* of the block being looked at */

  /* The heading before, for jumps and empty sections */
  int level;
  guint heading_line;
  gboolean section_empty;

  /* The slide being looked at */
  guint slide_line;
  guint n_headings;
  guint n_bullets;
  guint n_tables; /* and figures */
  gboolean slide_begun;
} Checker;

static void
link_free (gpointer data)
{
  WbTextLink *link = data;

  g_free (link->target);
  g_free (link->anchor);
  g_free (link);
}

static void
placeholder_free (gpointer data)
{
  WbTextPlaceholder *placeholder = data;

  g_free (placeholder->name);
  g_free (placeholder);
}

static void
text_fault_free (gpointer data)
{
  WbTextFault *fault = data;

  g_free (fault->message);
  g_free (fault);
}

static void
add_fault (Checker    *checker,
           guint       line,
           const char *format,
           ...) G_GNUC_PRINTF (3, 4);

static void
add_fault (Checker    *checker,
           guint       line,
           const char *format,
           ...)
{
  WbTextFault *fault = g_new0 (WbTextFault, 1);
  va_list args;

  fault->line = line;
  va_start (args, format);
  fault->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (checker->check->faults, fault);
}

static void
check_link (Checker    *checker,
            const char *url)
{
  WbTextLink *link;
  const char *hash;

  if (g_str_has_prefix (url, "http:") || g_str_has_prefix (url, "https:"))
    {
      add_fault (checker, checker->line, _("web address in the text; it belongs into “sources”"));
      return;
    }
  if (!g_str_has_prefix (url, "wb:"))
    {
      add_fault (checker, checker->line, _("link to “%.60s”: only wb:id is allowed"), url);
      return;
    }

  hash = strchr (url, '#');
  link = g_new0 (WbTextLink, 1);
  link->line = checker->line;
  link->target = hash != NULL ? g_strndup (url + 3, hash - url - 3) : g_strdup (url + 3);
  link->anchor = hash != NULL ? g_uri_unescape_string (hash + 1, NULL) : NULL;
  if (hash != NULL && link->anchor == NULL)
    link->anchor = g_strdup (hash + 1);
  g_ptr_array_add (checker->check->links, link);
}

static void
add_placeholder (Checker    *checker,
                 const char *name,
                 gboolean    alone)
{
  WbTextPlaceholder *placeholder = g_new0 (WbTextPlaceholder, 1);

  placeholder->line = checker->line;
  placeholder->alone = alone;
  placeholder->name = g_strdup (name);
  g_ptr_array_add (checker->check->placeholders, placeholder);
}

static void
check_text (Checker    *checker,
            const char *text,
            gboolean    alone)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  gsize done = 0, offset = 0, start;
  char *name = NULL;

  while (wb_markdown_next_placeholder (text, &offset, &start, &name))
    {
      add_placeholder (checker, name, alone && start == 0 && text[offset] == '\0');
      g_free (name);
      g_string_append_len (rest, text + done, start - done);
      done = offset;
    }
  g_string_append (rest, text + done);

  if (strstr (rest->str, "{{") != NULL || strstr (rest->str, "}}") != NULL)
    add_fault (checker, checker->line, _("“{{” without its “}}”"));
  if (strstr (rest->str, "[^") != NULL)
    add_fault (checker, checker->line, _("a mark “[^…]” without its footnote"));
  if (strstr (rest->str, "http://") != NULL || strstr (rest->str, "https://") != NULL
      || strstr (rest->str, "www.") != NULL)
    add_fault (checker, checker->line, _("web address in the text; it belongs into “sources”"));
}

static void
check_inlines (Checker    *checker,
               cmark_node *node)
{
  cmark_iter *iter = cmark_iter_new (node);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *at = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (at);

      if (event != CMARK_EVENT_ENTER)
        continue;
      if (type == CMARK_NODE_TEXT)
        check_text (checker, cmark_node_get_literal (at),
                    cmark_node_get_type (node) == CMARK_NODE_PARAGRAPH && cmark_node_parent (at) == node
                    && cmark_node_previous (at) == NULL && cmark_node_next (at) == NULL);
      else if (type == CMARK_NODE_HTML_INLINE)
        add_fault (checker, checker->line, _("raw HTML: %.40s"), cmark_node_get_literal (at));
      else if (type == CMARK_NODE_IMAGE)
        add_fault (checker, checker->line, _("images are not allowed"));
      else if (type == CMARK_NODE_LINK)
        check_link (checker, cmark_node_get_url (at));
    }
  cmark_iter_free (iter);
}

static void
check_directive (Checker     *checker,
                 WbDirective  directive,
                 const char  *argument)
{
  g_auto (GStrv) labels = wb_markdown_split_labels (argument);
  int lines = atoi (argument);
  const gboolean on_slides = directive == WB_DIRECTIVE_NUMBER || directive == WB_DIRECTIVE_QUESTION;

  if (checker->rules != WB_TEXT_TEMPLATE && !(on_slides && checker->rules == WB_TEXT_DECK))
    add_fault (checker, checker->line, _("lines, signatures and page breaks belong into templates for paper only"));
  else if (directive == WB_DIRECTIVE_LINES
           && (strspn (argument, "0123456789") != strlen (argument) || lines < 1 || lines > WB_MARKDOWN_MAX_LINES))
    add_fault (checker, checker->line, _("write a number from 1 to %d: {{@lines 3}}"), WB_MARKDOWN_MAX_LINES);
  else if (directive == WB_DIRECTIVE_SIGN)
    {
      for (guint i = 0; labels[i] != NULL; i++)
        if (*labels[i] == '\0' || strchr (labels[i], '|') != NULL)
          lines = -1;
      if (labels[0] == NULL || lines < 0)
        add_fault (checker, checker->line, _("write one to %d labels: {{@sign Date, office | Date, person}}"),
                   WB_MARKDOWN_MAX_SIGNATURES);
    }
  else if (directive == WB_DIRECTIVE_NUMBER && labels[0] != NULL && *labels[0] == '=')
    add_placeholder (checker, labels[0] + 1, FALSE);
  else if (directive == WB_DIRECTIVE_PAGE_BREAK && *argument != '\0')
    add_fault (checker, checker->line, _("nothing follows after {{@pagebreak}}"));
}

static void
close_section (Checker *checker)
{
  if (checker->level > 0 && checker->section_empty)
    add_fault (checker, checker->heading_line, _("the section is empty"));
}

static void
check_section_heading (Checker *checker,
                       int      level)
{
  /* A section that begins with a section below it is not empty. */
  if (level <= checker->level)
    close_section (checker);
  if (level == 1)
    add_fault (checker, checker->line, _("headings start at “##”; the title is not repeated"));
  else if (level > 4)
    add_fault (checker, checker->line, _("the heading is deeper than “####”"));
  else if (level > MAX (checker->level, 1) + 1)
    add_fault (checker, checker->line, _("heading jump: level %d after level %d"), level, MAX (checker->level, 1));

  checker->level = level;
  checker->heading_line = checker->line;
  checker->section_empty = TRUE;
}

static void
check_heading (Checker    *checker,
               cmark_node *node,
               gboolean    top)
{
  int level = cmark_node_get_heading_level (node);

  if (cmark_node_first_child (node) == NULL)
    add_fault (checker, checker->line, _("the heading is empty"));
  if (!top)
    add_fault (checker, checker->line, _("a heading may not stand inside a list or quotation"));
  else if (checker->rules == WB_TEXT_NOTE)
    add_fault (checker, checker->line, _("no headings are allowed here"));
  else if (checker->rules == WB_TEXT_DECK)
    {
      checker->n_headings++;
      if (level > 2)
        add_fault (checker, checker->line, _("the heading of a slide is “#” or “##”"));
      if (checker->n_headings == 1 && checker->slide_begun)
        add_fault (checker, checker->line, _("a slide starts with its heading"));
    }
  else
    check_section_heading (checker, level);

  check_inlines (checker, node);
}

static void
close_slide (Checker *checker)
{
  if (checker->n_headings == 0 && !checker->slide_begun)
    add_fault (checker, checker->slide_line, _("the slide is empty"));
  else if (checker->n_headings == 0)
    add_fault (checker, checker->slide_line, _("the slide has no heading"));
  else if (checker->n_headings > 1)
    add_fault (checker, checker->slide_line, _("the slide has %u headings; one is allowed"), checker->n_headings);
  if (checker->n_bullets > MAX_BULLETS)
    add_fault (checker, checker->slide_line, _("the slide has %u bullets; %d are allowed"), checker->n_bullets,
               MAX_BULLETS);
  if (checker->n_tables > 1 || (checker->n_tables == 1 && checker->n_bullets > 0))
    add_fault (checker, checker->slide_line, _("a slide holds bullets, one table or one figure"));

  checker->n_headings = 0;
  checker->n_bullets = 0;
  checker->n_tables = 0;
  checker->slide_begun = FALSE;
}

/* Goes on to the next thematic break from @node on; what stands before it is a column. */
static cmark_node *
check_column (Checker    *checker,
              cmark_node *node)
{
  guint n_bullets = 0, n_blocks = 0;

  for (; node != NULL && cmark_node_get_type (node) != CMARK_NODE_THEMATIC_BREAK; node = cmark_node_next (node), n_blocks++)
    for (cmark_node *item = cmark_node_first_child (node); item != NULL; item = cmark_node_next (item))
      n_bullets += cmark_node_get_type (item) == CMARK_NODE_ITEM;
  if (n_blocks == 0)
    add_fault (checker, checker->line, _("a column is empty"));
  if (n_bullets > MAX_BULLETS && checker->rules == WB_TEXT_DECK)
    add_fault (checker, checker->line, _("%u bullets in a column; %d are enough"), n_bullets, MAX_BULLETS);

  return node;
}

/* TRUE for what does not count as bullets of the slide. */
static gboolean
check_shape (Checker    *checker,
             cmark_node *node)
{
  cmark_node *first = cmark_node_first_child (node);
  cmark_node *end;

  if (wb_markdown_get_shape (node) == WB_SHAPE_AGENDA)
    {
      if (wb_markdown_find_agenda (node) == NULL)
        add_fault (checker, checker->line, _("an agenda is one table of two or three columns, behind an empty line"));
      return FALSE;
    }

  checker->n_tables++;
  if (cmark_node_next (cmark_node_first_child (first)) != NULL)
    add_fault (checker, checker->line, _("an empty line stands behind “[!COLUMNS]”"));
  end = check_column (checker, cmark_node_next (first));
  if (end == NULL)
    add_fault (checker, checker->line, _("two columns have a line “---” between them, with an empty line before it"));
  else if (check_column (checker, cmark_node_next (end)) != NULL)
    add_fault (checker, checker->line, _("there are two columns and no more"));

  return TRUE;
}

/* TRUE for speaker's notes, which do not count as the slide's content. */
static gboolean
check_quote (Checker    *checker,
             cmark_node *node)
{
  g_autofree char *name = NULL;
  gboolean known = FALSE;
  WbCallout callout = WB_CALLOUT_NOTE;

  if (!wb_markdown_get_callout (node, &known, &callout, &name))
    return FALSE;

  if (wb_markdown_get_shape (node) != WB_SHAPE_NONE)
    return check_shape (checker, node);
  if (!known)
    add_fault (checker, checker->line, _("unknown callout “[!%s]”"), name);
  else if (callout == WB_CALLOUT_NOTES && checker->rules != WB_TEXT_DECK)
    add_fault (checker, checker->line, _("speaker's notes belong into decks only"));
  else
    {
      cmark_node *first = cmark_node_first_child (node);
      cmark_node *after = cmark_node_next (cmark_node_first_child (first));

      if (cmark_node_next (first) == NULL && (after == NULL || cmark_node_next (after) == NULL))
        add_fault (checker, checker->line, _("the callout is empty"));
    }

  return known && callout == WB_CALLOUT_NOTES;
}

static void
check_paragraph (Checker    *checker,
                 cmark_node *node)
{
  g_autofree char *argument = NULL;
  WbDirective directive = wb_markdown_get_directive (node, &argument);

  if (directive == WB_DIRECTIVE_NONE)
    check_inlines (checker, node);
  else
    check_directive (checker, directive, argument);
}

static void
check_figure (Checker    *checker,
              cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  g_autoptr (WbJsonReport) report = wb_json_report_new (TRUE);
  g_autoptr (WbFigure) figure = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) json = wb_json_parse (text, strlen (text), &error);
  WbJson root = wb_json_root (json, report);

  if (json == NULL)
    {
      add_fault (checker, checker->line, _("the figure: %s"), error->message);
      return;
    }

  figure = wb_figure_read (&root);
  for (guint i = 0; i < report->faults->len; i++)
    {
      const WbJsonFault *fault = g_ptr_array_index (report->faults, i);

      if (*fault->place != '\0')
        add_fault (checker, checker->line, _("the figure: %s: %s"), fault->place, fault->message);
      else
        add_fault (checker, checker->line, _("the figure: %s"), fault->message);
    }
}

static void check_children (Checker    *checker,
                            cmark_node *node,
                            gboolean    counted,
                            guint       depth);

static void
check_container (Checker    *checker,
                 cmark_node *node,
                 gboolean    counted,
                 guint       depth)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_BLOCK_QUOTE && check_quote (checker, node))
    counted = FALSE;
  if (type == CMARK_NODE_ITEM && counted)
    checker->n_bullets++;
  if (depth >= WB_MARKDOWN_MAX_DEPTH)
    add_fault (checker, checker->line, _("is nested deeper than %d levels"), WB_MARKDOWN_MAX_DEPTH);
  else
    check_children (checker, node, counted, depth + 1);
}

/* What is printed at the foot of a page is one paragraph. */
static void
check_footnote (Checker    *checker,
                cmark_node *node)
{
  cmark_node *first = cmark_node_first_child (node);

  if (first == NULL || cmark_node_next (first) != NULL || cmark_node_get_type (first) != CMARK_NODE_PARAGRAPH)
    add_fault (checker, checker->line, _("a footnote is one paragraph"));
  else
    check_inlines (checker, first);
}

/* A footnote that nothing leads to is dropped when the text is read. */
static void
check_unused_footnotes (Checker    *checker,
                        const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0, n = 0; lines[i] != NULL && n < MAX_FOOTNOTES; i++)
    {
      const char *end = g_str_has_prefix (lines[i], "[^") ? strstr (lines[i], "]:") : NULL;
      g_autofree char *mark = end != NULL ? g_strndup (lines[i], (gsize) (end + 1 - lines[i])) : NULL;
      gboolean used = FALSE;

      n += mark != NULL;
      for (const char *p = mark != NULL ? strstr (text, mark) : NULL; p != NULL && !used; p = strstr (p + 1, mark))
        used = p[strlen (mark)] != ':' || (p > text && p[-1] != '\n');
      if (mark != NULL && !used)
        add_fault (checker, i + 1, _("nothing leads to the footnote “%s”"), mark);
    }
}

static void
check_table (Checker    *checker,
             cmark_node *node)
{
  for (cmark_node *row = cmark_node_first_child (node); row != NULL; row = cmark_node_next (row))
    {
      checker->line = (guint) cmark_node_get_start_line (row);
      for (cmark_node *cell = cmark_node_first_child (row); cell != NULL; cell = cmark_node_next (cell))
        check_inlines (checker, cell);
    }
}

static void
check_block (Checker    *checker,
             cmark_node *node,
             gboolean    counted,
             guint       depth)
{
  cmark_node_type type = cmark_node_get_type (node);

  checker->line = (guint) cmark_node_get_start_line (node);
  if (type == CMARK_NODE_HEADING)
    {
      check_heading (checker, node, depth == 0);
      return;
    }
  if (type == CMARK_NODE_THEMATIC_BREAK)
    {
      if (checker->rules == WB_TEXT_DECK && depth == 0)
        {
          close_slide (checker);
          checker->slide_line = checker->line + 1;
        }
      return;
    }

  if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
    {
      check_footnote (checker, node);
      return;
    }

  checker->section_empty = FALSE;
  checker->slide_begun = TRUE;
  if (type == CMARK_NODE_HTML_BLOCK)
    add_fault (checker, checker->line, _("raw HTML: %.40s"), cmark_node_get_literal (node));
  else if (type == CMARK_NODE_PARAGRAPH)
    check_paragraph (checker, node);
  else if (wb_markdown_is_figure (node))
    {
      checker->n_tables += counted ? 1 : 0;
      check_figure (checker, node);
    }
  else if (wb_markdown_is_table (node))
    {
      checker->n_tables += counted ? 1 : 0;
      check_table (checker, node);
    }
  else if (type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE)
    check_container (checker, node, counted, depth);
}

static void
check_children (Checker    *checker,
                cmark_node *node,
                gboolean    counted,
                guint       depth)
{
  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    check_block (checker, child, counted, depth);
}

static void
collect_anchors (WbTextCheck   *check,
                 const WbBlock *block)
{
  if (block->anchor != NULL)
    g_hash_table_add (check->anchors, g_strdup (block->anchor));
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    collect_anchors (check, g_ptr_array_index (block->children, i));
}

WbTextCheck *
wb_text_check_new (const char  *text,
                   WbTextRules  rules)
{
  WbTextCheck *self = g_new0 (WbTextCheck, 1);
  Checker checker = { .check = self, .rules = rules, .slide_line = 1 };
  g_autoptr (cmark_node) node = wb_markdown_parse_nodes (text);
  g_autoptr (WbBlock) block = wb_markdown_parse (text, rules == WB_TEXT_DECK);

  self->links = g_ptr_array_new_with_free_func (link_free);
  self->placeholders = g_ptr_array_new_with_free_func (placeholder_free);
  self->faults = g_ptr_array_new_with_free_func (text_fault_free);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_anchors (self, block);
  check_children (&checker, node, TRUE, 0);
  check_unused_footnotes (&checker, text);
  if (rules == WB_TEXT_DECK)
    close_slide (&checker);
  else
    close_section (&checker);
  if (cmark_node_first_child (node) == NULL)
    add_fault (&checker, 1, _("the text is empty"));

  return self;
}

void
wb_text_check_free (WbTextCheck *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->placeholders);
  g_ptr_array_unref (self->faults);
  g_hash_table_unref (self->anchors);
  g_free (self);
}
