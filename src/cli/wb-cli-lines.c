/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli-lines.h"

#include <string.h>

static guint
char_width (gunichar ch)
{
  return g_unichar_iszerowidth (ch) ? 0 : g_unichar_iswide (ch) ? 2 : 1;
}

guint
wb_cli_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));

  return width;
}

/* Bytes of the beginning of @word that is at most @width columns wide; at least one character. */
static gsize
fitting (const char *word,
         guint       width)
{
  const char *p = g_utf8_next_char (word);
  guint used = char_width (g_utf8_get_char (word));

  while (*p != '\0' && used + char_width (g_utf8_get_char (p)) <= width)
    {
      used += char_width (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }

  return p - word;
}

static void
finish_line (GPtrArray *lines,
             GString   *line)
{
  g_ptr_array_add (lines, g_strdup (line->str));
  g_string_truncate (line, 0);
}

static void
add_word (GPtrArray  *lines,
          GString    *line,
          guint      *used,
          const char *word,
          guint       width,
          gboolean    strict)
{
  guint length = wb_cli_text_width (word);

  if (*used > 0 && *used + 1 + length > width)
    {
      finish_line (lines, line);
      *used = 0;
    }
  while (strict && *used == 0 && length > width)
    {
      gsize n = fitting (word, width);

      g_string_append_len (line, word, n);
      finish_line (lines, line);
      word += n;
      length = wb_cli_text_width (word);
    }
  if (*used > 0)
    g_string_append_c (line, ' ');
  g_string_append (line, word);
  *used += length + (*used > 0 ? 1 : 0);
}

GPtrArray *
wb_cli_lines_wrap (const char *text,
                   guint       width,
                   gboolean    strict)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      g_autoptr (GString) line = g_string_new (NULL);
      guint used = 0;

      for (guint j = 0; words[j] != NULL; j++)
        if (*words[j] != '\0')
          add_word (lines, line, &used, words[j], MAX (width, 1), strict);
      finish_line (lines, line);
    }
  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup (""));

  return lines;
}

void
wb_cli_lines_append (GPtrArray  *lines,
                     GPtrArray  *part,
                     const char *first,
                     const char *rest)
{
  for (guint i = 0; i < part->len; i++)
    g_ptr_array_add (lines, g_strchomp (g_strconcat (i == 0 ? first : rest, (char *) g_ptr_array_index (part, i), NULL)));
}

char *
wb_cli_repeat (const char *character,
               guint       count)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    g_string_append (text, character);

  return g_string_free (text, FALSE);
}
