/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-dossier-document.h"

#include "wb-decision.h"
#include "wb-document-builder-private.h"
#include "wb-progress.h"

#include <glib/gi18n-lib.h>

#define MAX_LEVEL 4
/* Heading, goal, and that nothing is answered. */
#define MAX_SHORT_PHASE 3

static WbBlock *
append_bullet (WbBlock    *list,
               const char *text)
{
  WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));

  return wb_block_append_paragraph (item, text);
}

/* The required questions without an answer, below the steps that ask them. */
static void
append_missing_answers (WbBlock                 *root,
                        const WbTemplateContext *context)
{
  g_autoptr (GPtrArray) missing = wb_guide_list_missing (context->guide, context->answers);
  const WbStep *last = NULL;
  WbBlock *list = NULL;

  wb_block_append_heading (root, 2, _("Required answers"));
  if (missing->len == 0)
    wb_block_append_paragraph (root, _("None is missing: every required question that applies has an answer."));
  for (guint i = 0; i < missing->len; i++)
    {
      const WbField *field = g_ptr_array_index (missing, i);
      const WbStep *step = wb_guide_find_step_of (context->guide, field);

      if (step != last)
        {
          /* Translators: title of a step of a project */
          g_autofree char *text = g_strdup_printf (_("In the step “%s”:"), step->title);

          wb_block_append_paragraph (root, text);
          list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
          last = step;
        }
      append_bullet (list, field->label);
    }
}

static void
append_blank_documents (WbBlock *root,
                        GArray  *parts)
{
  WbBlock *list = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const WbDossierPart *part = &g_array_index (parts, WbDossierPart, i);
      g_autofree char *text = NULL;

      if (part->document == NULL || !wb_document_fill_is_mostly_blank (part->fill))
        continue;
      if (list == NULL)
        {
          wb_block_append_heading (root, 2, _("Documents that are still mostly blank"));
          list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
        }
      /* Translators: title of a document; how many of its questions are answered */
      text = g_strdup_printf (_("%s: %u of %u answers"), part->title, part->fill.answered, part->fill.asked);
      append_bullet (list, text);
    }
}

static void
append_not_begun (WbBlock *root,
                  GArray  *parts)
{
  WbBlock *list = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const WbDossierPart *part = &g_array_index (parts, WbDossierPart, i);

      if (!part->not_begun)
        continue;
      if (list == NULL)
        {
          wb_block_append_heading (root, 2, _("Documents that are not begun yet"));
          wb_block_append_paragraph (root, _("Nothing that these ask for has an answer. They are left out here."));
          list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
        }
      append_bullet (list, part->title);
    }
}

static void
append_missing (WbBlock                 *root,
                const WbDossierContents *contents)
{
  wb_block_append_heading (root, 1, _("What is still missing"));
  append_missing_answers (root, contents->context);
  append_blank_documents (root, contents->parts);
  append_not_begun (root, contents->parts);
}

static char *
format_day (gint64 time)
{
  g_autoptr (GDateTime) date = time > 0 ? g_date_time_new_from_unix_local (time) : NULL;

  /* Translators: a day in numbers, in the notation of g_date_time_format() */
  return date != NULL ? g_date_time_format (date, _("%m/%d/%Y")) : g_strdup ("");
}

static void
append_state (WbBlock                 *sheet,
              const WbTemplateContext *context)
{
  const WbProgress progress = wb_guide_get_progress (context->guide, context->answers);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u step done", "%u of %u steps done", progress.total), progress.done,
                                           progress.total);
  g_autofree char *skipped = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "; %u does not apply", "; %u do not apply", progress.skipped),
                                              progress.skipped);
  g_autofree char *state = g_strconcat (text, progress.skipped > 0 ? skipped : "", NULL);
  const WbStep *next = wb_guide_get_next (context->guide, context->answers);

  wb_block_append_row (sheet, _("State of the work"), state, NULL);
  if (next != NULL)
    wb_block_append_row (sheet, _("Next step"), next->title, NULL);
}

static void
append_cover (WbBlock                 *root,
              const WbDossierContents *contents)
{
  const WbTemplateContext *context = contents->context;
  g_autofree char *changed = format_day (contents->changed);
  WbBlock *sheet;

  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  wb_block_append_heading (root, 1, _("Cover sheet"));
  sheet = wb_block_append (root, wb_block_new (WB_BLOCK_SHEET));
  wb_block_append_row (sheet, _("Project"), context->project, NULL);
  if (context->town != NULL)
    wb_block_append_row (sheet, _("Town"), wb_municipality_get_name (context->town), NULL);
  wb_block_append_row (sheet, _("Guide"), wb_guide_get_title (context->guide), NULL);
  append_state (sheet, context);
  if (*changed != '\0')
    wb_block_append_row (sheet, _("Last change"), changed, NULL);
  if (context->date != NULL)
    wb_block_append_row (sheet, _("Put together on"), context->date, NULL);
  wb_block_append_heading (root, 1, _("Contents"));
  wb_block_append_contents (root, 1);
}

static void
append_decisions (WbBlock   *root,
                  GPtrArray *decisions)
{
  WbBlock *table;

  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  wb_block_append_heading (root, 1, _("What was decided when"));
  if (decisions->len == 0)
    {
      wb_block_append_paragraph (root, _("Nothing was chosen yet."));
      return;
    }

  table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  table->header_rows = 1;
  wb_block_append_row (table, _("Day"), _("Question"), _("Decision"), NULL);
  for (guint i = 0; i < decisions->len; i++)
    {
      const WbDecision *decision = g_ptr_array_index (decisions, i);
      g_autofree char *day = format_day (decision->time);

      wb_block_append_row (table, *day != '\0' ? day : _("not noted"), decision->question, decision->answer, NULL);
    }
}

static gboolean
is_left_out (const WbBlock *block)
{
  return block->type == WB_BLOCK_SLIDE_BREAK || block->type == WB_BLOCK_PAGE_BREAK || block->type == WB_BLOCK_CONTENTS
         || (block->type == WB_BLOCK_CALLOUT && block->callout == WB_CALLOUT_NOTES);
}

/* A copy with headings moved by @shift, but not above @top; anchors are given anew, as two parts may have the same. */
static WbBlock *
copy_block (const WbBlock *block,
            int            shift,
            int            top)
{
  WbBlock *copy;

  if (block->type != WB_BLOCK_HEADING)
    return wb_block_copy (block);

  copy = wb_block_copy (block);
  g_clear_pointer (&copy->anchor, g_free);
  copy->level = CLAMP (block->level + shift, top, MAX_LEVEL);

  return copy;
}

static void
append_part (WbBlock             *root,
             const WbDossierPart *part)
{
  const WbBlock *source = wb_document_get_root (part->document);
  int level = 1;

  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  wb_block_append_heading (root, 1, part->title);
  for (guint i = 0; i < source->children->len; i++)
    {
      const WbBlock *block = g_ptr_array_index (source->children, i);
      WbBlock *copy;

      if (is_left_out (block))
        continue;
      copy = wb_block_append (root, copy_block (block, 0, 2));
      /* No step of the outline is jumped over. */
      if (copy->type == WB_BLOCK_HEADING)
        level = copy->level = MIN (copy->level, level + 1);
    }
}

static void
append_answers (WbBlock    *root,
                WbDocument *answers)
{
  const WbBlock *source = wb_document_get_root (answers);
  guint before = G_MAXUINT;

  for (guint i = 0; i < source->children->len; i++)
    {
      const WbBlock *block = g_ptr_array_index (source->children, i);

      if (block->type == WB_BLOCK_HEADING && block->level == 2)
        {
          g_autofree char *title = wb_block_to_text (block);
          /* Translators: title of a phase of a project */
          g_autofree char *text = g_strdup_printf (_("Answers: %s"), title);

          /* Phases of which nothing is answered need no page each. */
          if (before == G_MAXUINT || i - before > MAX_SHORT_PHASE)
            wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
          wb_block_append_heading (root, 1, text);
          before = i;
          continue;
        }
      wb_block_append (root, copy_block (block, -1, 2));
    }
}

static void
append_left_out (WbBlock *root,
                 GArray  *parts)
{
  WbBlock *sheet = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const WbDossierPart *part = &g_array_index (parts, WbDossierPart, i);

      if (part->document != NULL || part->not_begun)
        continue;
      if (sheet == NULL)
        {
          wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
          wb_block_append_heading (root, 1, _("Documents that do not apply"));
          sheet = wb_block_append (root, wb_block_new (WB_BLOCK_SHEET));
        }
      wb_block_append_row (sheet, part->title,
                           part->reason != NULL && *part->reason != '\0' ? part->reason : _("Does not apply."), NULL);
    }
}

static void
append_attachments (WbBlock   *root,
                    GPtrArray *attachments)
{
  WbBlock *list;

  if (attachments->len == 0)
    return;

  wb_block_append_heading (root, 1, _("Attachments"));
  wb_block_append_paragraph (root, _("These files lie in the folder beside this document:"));
  list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
  for (guint i = 0; i < attachments->len; i++)
    append_bullet (list, g_ptr_array_index (attachments, i));
}

static void
append_sources (WbBlock      *root,
                GPtrArray    *sources,
                WbVocabulary *vocabulary)
{
  WbBlock *list;

  if (sources->len == 0)
    return;

  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  wb_block_append_heading (root, 1, _("Sources used"));
  list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
  list->ordered = TRUE;
  for (guint i = 0; i < sources->len; i++)
    wb_document_builder_append_source (list, g_ptr_array_index (sources, i), vocabulary);
}

static WbBlock *
build (const WbDossierContents *contents)
{
  WbBlock *root = wb_block_new (WB_BLOCK_DOCUMENT);

  append_missing (root, contents);
  append_cover (root, contents);
  if (contents->decisions != NULL)
    append_decisions (root, contents->decisions);
  if (contents->all_answers != NULL)
    append_answers (root, contents->all_answers);
  for (guint i = 0; i < contents->parts->len; i++)
    {
      const WbDossierPart *part = &g_array_index (contents->parts, WbDossierPart, i);

      if (part->document != NULL)
        append_part (root, part);
    }
  append_left_out (root, contents->parts);
  if (contents->attachments != NULL)
    append_attachments (root, contents->attachments);
  if (contents->sources != NULL)
    append_sources (root, contents->sources, contents->vocabulary);
  wb_block_assign_anchors (root);

  return root;
}

WbDocument *
wb_dossier_document_new (const WbDossierContents *contents)
{
  g_autoptr (WbBlock) root = NULL;
  g_autofree char *title = NULL;
  WbDocument *document;

  g_return_val_if_fail (contents != NULL && contents->context != NULL && contents->parts != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (contents->context->guide), NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (contents->context->answers), NULL);

  root = build (contents);
  /* Translators: title of a project */
  title = g_strdup_printf (_("Dossier: %s"), contents->context->project);
  document = wb_document_new (WB_DOCUMENT_PAGES, title, root);
  wb_document_builder_set_head (document, _("Dossier"), contents->context);
  wb_document_builder_set_foot (document, NULL, contents->context);

  return document;
}
