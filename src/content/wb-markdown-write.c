/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-markdown-write.h"

#include <string.h>

#include "wb-markdown.h"

typedef struct
{
  GString *out;
  GString *space;   /* behind the text before, and not written yet: no mark may stand behind a space */
  GPtrArray *notes; /* WbBlock, borrowed */
  gboolean strong;
  gboolean emphasis;
} Writer;

static gboolean
is_word (gunichar ch)
{
  return ch != 0 && g_unichar_isalnum (ch);
}

/* Whether the character at @p would be read as something else than itself. @start: @text begins a paragraph or a line. */
static gboolean
needs_escape (const char *text,
              const char *p,
              gboolean    start)
{
  const gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;

  switch (*p)
    {
    case '\\':
    case '*':
    case '`':
      return TRUE;
    case '_':
      return !is_word (before) || !is_word (g_utf8_get_char (p + 1));
    case '[':
      return p[1] == '^' || strstr (p, "](") != NULL;
    case '<':
      return g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!' || p[1] == '?';
    case '&':
      return g_ascii_isalpha (p[1]) || p[1] == '#';
    case '#':
    case '>':
    case '|':
    case '~':
    case '=':
      return start && p == text;
    case '-':
    case '+':
      return start && p == text && (p[1] == ' ' || p[1] == '-' || p[1] == '\0');
    case '.':
    case ')':
      return start && p > text && (p[1] == ' ' || p[1] == '\0') && strspn (text, "0123456789") == (gsize) (p - text);
    default:
      return FALSE;
    }
}

static void
append_escaped (Writer     *writer,
                const char *text)
{
  const gboolean start = writer->out->len == 0 || writer->out->str[writer->out->len - 1] == '\n';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (needs_escape (text, p, start))
        g_string_append_c (writer->out, '\\');
      g_string_append_unichar (writer->out, g_utf8_get_char (p));
    }
}

static void
flush_space (Writer *writer)
{
  g_string_append (writer->out, writer->space->str);
  g_string_truncate (writer->space, 0);
}

/* Closes and opens marks so that what follows is of the look @flags. */
static void
set_look (Writer        *writer,
          WbInlineFlags  flags)
{
  const gboolean strong = (flags & WB_INLINE_STRONG) != 0;
  const gboolean emphasis = (flags & WB_INLINE_EMPHASIS) != 0;

  if (writer->emphasis && (!emphasis || strong != writer->strong))
    {
      g_string_append_c (writer->out, '*');
      writer->emphasis = FALSE;
    }
  if (writer->strong && !strong)
    {
      g_string_append (writer->out, "**");
      writer->strong = FALSE;
    }
  flush_space (writer);
  if (strong && !writer->strong)
    g_string_append (writer->out, "**");
  if (emphasis && !writer->emphasis)
    g_string_append_c (writer->out, '*');
  writer->strong = strong;
  writer->emphasis = emphasis;
}

static void
write_text (Writer         *writer,
            const WbInline *run)
{
  const char *begin = run->text;
  g_autofree char *middle = NULL;
  gsize length;

  while (g_unichar_isspace (g_utf8_get_char (begin)) && *begin != '\0')
    begin = g_utf8_next_char (begin);
  g_string_append_len (writer->space, run->text, begin - run->text);
  if (*begin == '\0')
    return;
  middle = g_strchomp (g_strdup (begin));
  length = strlen (middle);

  set_look (writer, run->flags);
  if ((run->flags & WB_INLINE_CODE) != 0)
    g_string_append_printf (writer->out, "`%s`", middle);
  else if (run->target != NULL)
    {
      g_string_append_c (writer->out, '[');
      append_escaped (writer, middle);
      g_string_append_printf (writer->out, "](%s)", run->target);
    }
  else
    append_escaped (writer, middle);
  g_string_append (writer->space, begin + length);
}

static void
write_inline (Writer         *writer,
              const WbInline *run)
{
  if (run->note != NULL)
    {
      set_look (writer, 0);
      g_ptr_array_add (writer->notes, run->note);
      g_string_append_printf (writer->out, "[^%u]", writer->notes->len);
    }
  else if ((run->flags & WB_INLINE_BREAK) != 0)
    {
      g_string_truncate (writer->space, 0);
      set_look (writer, 0);
      g_string_append_c (writer->out, '\n');
    }
  else if ((run->flags & WB_INLINE_PLACEHOLDER) != 0)
    {
      set_look (writer, run->flags);
      g_string_append_printf (writer->out, "{{%s}}", run->text);
    }
  else if ((run->flags & (WB_INLINE_BLANK | WB_INLINE_OPEN)) != 0)
    {
      set_look (writer, run->flags);
      g_string_append (writer->out, "…");
    }
  else
    write_text (writer, run);
}

static void
write_all (Writer        *writer,
           const WbBlock *block)
{
  for (guint i = 0; i < block->inlines->len; i++)
    write_inline (writer, g_ptr_array_index (block->inlines, i));
  g_string_truncate (writer->space, 0);
  set_look (writer, 0);
}

char *
wb_markdown_write_inlines (const WbBlock *block)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) space = g_string_new (NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  Writer writer = { out, space, notes, FALSE, FALSE };

  g_return_val_if_fail (block != NULL && block->inlines != NULL, NULL);

  write_all (&writer, block);
  for (guint i = 0; i < notes->len; i++)
    {
      g_string_append_printf (out, "\n\n[^%u]: ", i + 1);
      write_all (&writer, g_ptr_array_index (notes, i));
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

WbBlock *
wb_markdown_parse_typed (const char *text)
{
  g_autoptr (GString) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  /* Two spaces in front of it make a line break a hard one, and mean nothing elsewhere. */
  lines = g_string_new (text);
  g_string_replace (lines, "\n", "  \n", 0);

  return wb_markdown_parse (lines->str, FALSE);
}
