/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-block-widgets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A blank to write on. */
#define BLANK "____________"

static void
append_open_tags (GString       *markup,
                  WbInlineFlags  flags)
{
  if ((flags & WB_INLINE_STRONG) != 0)
    g_string_append (markup, "<b>");
  if ((flags & WB_INLINE_EMPHASIS) != 0)
    g_string_append (markup, "<i>");
  if ((flags & WB_INLINE_CODE) != 0)
    g_string_append (markup, "<tt>");
}

static void
append_close_tags (GString       *markup,
                   WbInlineFlags  flags)
{
  if ((flags & WB_INLINE_CODE) != 0)
    g_string_append (markup, "</tt>");
  if ((flags & WB_INLINE_EMPHASIS) != 0)
    g_string_append (markup, "</i>");
  if ((flags & WB_INLINE_STRONG) != 0)
    g_string_append (markup, "</b>");
}

/* What is read of a run, as plain text. */
static char *
run_to_text (const WbInline *run)
{
  if ((run->flags & WB_INLINE_BREAK) != 0)
    return g_strdup ("\n");
  if ((run->flags & WB_INLINE_PLACEHOLDER) != 0)
    return g_strdup_printf ("[%s]", run->text);
  if ((run->flags & WB_INLINE_BLANK) != 0)
    return *run->text != '\0' ? g_strdup_printf ("%s (%s)", BLANK, run->text) : g_strdup (BLANK);
  if ((run->flags & WB_INLINE_OPEN) != 0)
    /* Translators: stands on a slide where an answer is still missing; %s is what was asked */
    return g_strdup_printf (_("still open: %s"), run->text);
  if ((run->flags & WB_INLINE_FOOTNOTE) != 0)
    {
      g_autofree char *note = wb_block_to_text (run->note);

      return g_strdup_printf (" (%s)", note);
    }

  return g_strdup (run->text);
}

static gboolean
is_web_address (const char *target)
{
  return !g_str_has_prefix (target, "wb:");
}

/* What a link's tooltip says: web addresses in full, since they are copied and not followed. */
static char *
describe_target (const char *target)
{
  if (!is_web_address (target))
    return g_strdup (_("Open this entry"));

  /* Translators: %s is a web address; activating the link puts it on the clipboard */
  return g_strdup_printf (_("%s (copy address)"), target);
}

static void
append_run (GString        *markup,
            const WbInline *run)
{
  g_autofree char *text = run_to_text (run);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);

  if (run->target != NULL && *run->target != '\0' && *escaped != '\0')
    {
      g_autofree char *target = g_utf8_make_valid (run->target, -1);
      g_autofree char *title = describe_target (target);
      g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">", target, title);

      g_string_append (markup, link);
      append_open_tags (markup, run->flags);
      g_string_append (markup, escaped);
      append_close_tags (markup, run->flags);
      g_string_append (markup, "</a>");
      return;
    }

  append_open_tags (markup, run->flags);
  g_string_append (markup, escaped);
  append_close_tags (markup, run->flags);
}

static gboolean
is_fixed (const WbInline *run)
{
  return run->target != NULL
         || (run->flags & (WB_INLINE_CODE | WB_INLINE_PLACEHOLDER | WB_INLINE_BLANK | WB_INLINE_OPEN)) != 0;
}

GArray *
wb_block_inlines_find_fixed (const GPtrArray *inlines)
{
  GArray *fixed = g_array_new (FALSE, FALSE, sizeof (WbMark));
  guint position = 0;

  for (guint i = 0; inlines != NULL && i < inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (inlines, i);
      g_autofree char *text = run_to_text (run);
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      const WbMark mark = { position, position + strlen (valid) };

      if (is_fixed (run))
        g_array_append_val (fixed, mark);
      position = mark.end;
    }

  return fixed;
}

char *
wb_block_inlines_to_markup (const GPtrArray *inlines)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; inlines != NULL && i < inlines->len; i++)
    append_run (markup, g_ptr_array_index (inlines, i));

  return g_string_free (markup, FALSE);
}
