/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-council-source.h"

#include <glib/gi18n-lib.h>

#include "wb-council-document.h"
#include "wb-day.h"
#include "wb-document-fields.h"
#include "wb-document-shelf.h"
#include "wb-error.h"
#include "wb-markdown.h"
#include "wb-payload-reader.h"
#include "wb-task.h"

void
wb_council_source_free (WbCouncilSource *self)
{
  g_free (self->title);
  g_free (self->meeting);
  g_free (self->hand_in);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_object (&self->town);
  g_free (self);
}

/* Adds what the signature lines below @block say. */
static void
collect_signatures (const WbBlock *block,
                    GPtrArray     *signatures)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      const WbBlock *child = g_ptr_array_index (block->children, i);

      if (block->type == WB_BLOCK_SIGNATURES)
        g_ptr_array_add (signatures, g_strstrip (wb_block_to_text (child)));
      else
        collect_signatures (child, signatures);
    }
}

/* NULL when it does not go to the council. (transfer full) (nullable) */
static WbCouncilPaper *
make_paper (WbLibrary             *library,
            WbGuide               *guide,
            const WbGuideDocument *document)
{
  g_autoptr (WbItem) item = wb_library_get_item (library, document->entry, NULL);
  g_autoptr (WbBlock) body = NULL;
  WbCouncilPaper *paper;

  if (item == NULL || wb_item_get_kind (item) != WB_KIND_TEMPLATE || !wb_template_is_for_council (wb_item_get_payload (item)))
    return NULL;

  paper = g_new0 (WbCouncilPaper, 1);
  paper->name = g_strdup (document->name);
  paper->title = g_strdup (document->title);
  paper->fields = wb_document_fields_list (library, guide, document->name);
  paper->signatures = g_ptr_array_new_with_free_func (g_free);
  body = wb_markdown_parse (wb_item_get_body (item), FALSE);
  collect_signatures (body, paper->signatures);

  return paper;
}

GPtrArray *
wb_council_source_list_papers (WbLibrary *library,
                               WbGuide   *guide)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_council_paper_free);
  GPtrArray *documents;

  g_return_val_if_fail (WB_IS_LIBRARY (library), papers);
  g_return_val_if_fail (WB_IS_GUIDE (guide), papers);

  documents = wb_guide_get_documents (guide);
  for (guint i = 0; i < documents->len; i++)
    {
      WbCouncilPaper *paper = make_paper (library, guide, g_ptr_array_index (documents, i));

      if (paper != NULL)
        g_ptr_array_add (papers, paper);
    }

  return papers;
}

/* What the guide asks for goes before what is kept beside the answers. */
static const char *
find_meeting (WbGuide    *guide,
              WbAnswers  *answers,
              const char *fact)
{
  const WbField *field = wb_council_find_meeting (guide, answers);
  const char *answer = field != NULL ? wb_answers_get (answers, field->id, "", "") : "";

  return *answer != '\0' ? answer : fact;
}

/* Whatever a file holds: a day, or nothing. (transfer full) */
static char *
take_day (const char *value)
{
  GDate day;

  return g_strdup (wb_day_parse (value, &day) ? value : "");
}

WbCouncilSource *
wb_council_source_new (WbLibrary            *library,
                       const WbProjectPeek  *peek,
                       const GDate          *today,
                       GError              **error)
{
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GError) fault = NULL;
  WbCouncilSource *self;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (peek != NULL && today != NULL, NULL);

  guide = wb_guide_from_json (peek->guide_id, peek->guide_title, peek->guide_json, &fault);
  if (guide == NULL)
    {
      g_autofree char *name = g_filename_display_basename (peek->path);

      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The guide in “%s” cannot be read (%s); the answers are still in the file."), name,
                   fault->message);
      return NULL;
    }

  self = g_new0 (WbCouncilSource, 1);
  self->title = g_strdup (peek->title);
  self->meeting = take_day (find_meeting (guide, peek->answers, peek->meeting));
  self->hand_in = take_day (peek->hand_in);
  g_set_object (&self->town, peek->town);
  self->papers = wb_council_source_list_papers (library, guide);
  tasks = wb_task_list (guide, peek->answers);
  self->gaps = wb_council_gap_list (guide, peek->answers, self->papers, tasks, &(WbCouncilDays) { self->meeting, self->hand_in }, today);

  return self;
}

WbCouncilSource *
wb_council_source_read (WbLibrary    *library,
                        const char   *path,
                        const GDate  *today,
                        GError      **error)
{
  g_autoptr (WbProjectPeek) peek = wb_project_peek_read (path, error);

  return peek != NULL ? wb_council_source_new (library, peek, today, error) : NULL;
}

WbDocument *
wb_council_source_build (const WbCouncilSource *self,
                         const GDate           *today)
{
  g_autofree char *date = wb_document_shelf_dup_date ();
  const WbCouncilDays days = { self->meeting, self->hand_in };
  const WbTemplateContext context = { .town = self->town, .project = self->title, .date = date };

  return wb_council_document_new (self->gaps, self->papers, &days, today, &context);
}

gboolean
wb_council_source_set_day (WbProjectFile  *file,
                           gboolean        hand_in,
                           const char     *day,
                           GError        **error)
{
  g_autoptr (WbGuide) guide = NULL;
  const WbField *field;
  WbAnswers *answers;
  GDate parsed;

  g_return_val_if_fail (WB_IS_PROJECT_FILE (file), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  if (*day != '\0' && !wb_day_parse (day, &parsed))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” is no day; it is written as 2027-01-12."), day);
      return FALSE;
    }
  if (hand_in)
    {
      wb_project_file_set_fact (file, WB_PROJECT_FACT_HAND_IN, day);
      return TRUE;
    }
  guide = wb_guide_from_json (wb_project_file_get_guide_id (file), wb_project_file_get_guide_title (file), wb_project_file_get_guide_json (file),
                              error);
  if (guide == NULL)
    return FALSE;
  answers = wb_project_file_get_answers (file);
  field = wb_council_find_meeting (guide, answers);
  if (field != NULL)
    wb_answers_set (answers, field->id, "", "", day);
  /* One place only, so that the two cannot say different things. */
  wb_project_file_set_fact (file, WB_PROJECT_FACT_MEETING, field != NULL ? "" : day);

  return TRUE;
}
