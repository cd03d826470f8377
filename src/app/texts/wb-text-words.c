/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wb-markdown-write.h"
#include "wb-placeholder-words.h"

/* More does not fit into a row. */
#define MAX_LENGTH 240

static char *
strip_marks (const char *text)
{
  g_autoptr (WbBlock) parsed = wb_markdown_parse_typed (text);

  return g_strstrip (wb_block_to_text (parsed));
}

char *
wb_text_words_shorten (const WbTextPart *part,
                       WbGuide          *guide)
{
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (part != NULL, NULL);

  if (part->kind == WB_TEXT_PART_FIXED)
    words = g_strdup (part->original);
  else
    {
      text = wb_placeholder_words_replace (wb_text_part_get_text (part), guide);
      words = strip_marks (text);
    }
  g_strdelimit (words, "\r\n\t", ' ');
  if (g_utf8_strlen (words, -1) > MAX_LENGTH)
    *g_utf8_offset_to_pointer (words, MAX_LENGTH) = '\0';
  if (*words != '\0')
    return g_steal_pointer (&words);
  if (part->kind == WB_TEXT_PART_BLANK)
    return g_strdup (_("Lines to write on"));
  if (part->kind == WB_TEXT_PART_CELL)
    return g_strdup (_("Empty cell"));

  return g_strdup (part->kind == WB_TEXT_PART_FIXED && part->label != NULL ? part->label : _("Empty paragraph"));
}

char *
wb_text_words_begin (const char *text)
{
  g_autofree char *begin = NULL;
  char *mark;

  g_return_val_if_fail (text != NULL, NULL);

  begin = g_strdup (text);
  mark = strstr (begin, "{{");
  if (mark != NULL)
    *mark = '\0';

  return strip_marks (begin);
}
