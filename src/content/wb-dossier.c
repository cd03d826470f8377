/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-dossier.h"

#include <glib/gi18n-lib.h>

#include "wb-attachment.h"
#include "wb-decision.h"
#include "wb-document-fields.h"
#include "wb-document-shelf.h"
#include "wb-dossier-document.h"

#define ALL_ANSWERS "answers" /* what the shelf calls the document with all answers */

void
wb_dossier_choice_free (WbDossierChoice *choice)
{
  if (choice == NULL)
    return;

  g_free (choice->name);
  g_free (choice->title);
  g_free (choice->reason);
  g_free (choice);
}

static void
add_choice (GPtrArray  *choices,
            const char *name,
            const char *title,
            const char *reason)
{
  WbDossierChoice *choice = g_new0 (WbDossierChoice, 1);

  choice->name = g_strdup (name);
  choice->title = g_strdup (title);
  choice->reason = g_strdup (reason);
  g_ptr_array_add (choices, choice);
}

/* Two questions may have files of one name; disks differ in whether "Plan.pdf" and "plan.PDF" are one. @names: what is taken,
 * folded → the number that the next one of that name gets at the least. */
static void
make_unique (WbAttachment *about,
             GHashTable   *names)
{
  g_autofree char *plain = g_utf8_casefold (about->name, -1);
  guint next = MAX (1, GPOINTER_TO_UINT (g_hash_table_lookup (names, plain)));
  char *name = NULL;

  while (name == NULL)
    {
      g_autofree char *folded = NULL;

      name = wb_attachment_number_name (about->name, next++);
      folded = g_utf8_casefold (name, -1);
      if (g_hash_table_contains (names, folded))
        g_clear_pointer (&name, g_free);
      else
        g_hash_table_insert (names, g_steal_pointer (&folded), GUINT_TO_POINTER (2));
    }
  g_hash_table_insert (names, g_steal_pointer (&plain), GUINT_TO_POINTER (next));
  g_free (about->name);
  about->name = name;
}

GPtrArray *
wb_dossier_list_attachments (WbGuide   *guide,
                             WbAnswers *answers)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *all, *steps;

  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_attachment_free);
  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);

          if (field->type == WB_FIELD_ATTACHMENT)
            g_ptr_array_extend_and_steal (all, wb_attachment_list (answers, field->id));
        }
    }
  for (guint i = 0; i < all->len; i++)
    make_unique (g_ptr_array_index (all, i), names);

  return all;
}

GPtrArray *
wb_dossier_list_choices (WbGuide   *guide,
                         WbAnswers *answers)
{
  g_autoptr (GPtrArray) attachments = NULL;
  GPtrArray *choices, *documents;

  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);

  choices = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_dossier_choice_free);
  add_choice (choices, WB_DOSSIER_DECISIONS, _("What was decided when"), NULL);
  add_choice (choices, WB_DOSSIER_ANSWERS, _("All answers by phase"), NULL);
  documents = wb_guide_get_documents (guide);
  for (guint i = 0; i < documents->len; i++)
    {
      const WbGuideDocument *document = g_ptr_array_index (documents, i);

      add_choice (choices, document->name, document->title, wb_document_fill_get_reason (document, guide, answers));
    }
  add_choice (choices, WB_DOSSIER_SOURCES, _("Sources used"), NULL);
  attachments = wb_dossier_list_attachments (guide, answers);
  if (attachments->len > 0)
    add_choice (choices, WB_DOSSIER_ATTACHMENTS, _("Attached files"), NULL);
  add_choice (choices, WB_DOSSIER_FILES, _("Each document as a file to go on working with"), NULL);

  return choices;
}

static gboolean
is_wanted (const char *const *left_out,
           const char        *name)
{
  return left_out == NULL || !g_strv_contains (left_out, name);
}

static char *
make_source_key (const WbSource *source)
{
  return g_strconcat (source->title, "\x1f", source->url != NULL ? source->url : source->reference, NULL);
}

/* The sources of the entry @id behind those that are there; the same one stands once. */
static void
add_sources (GPtrArray  *sources,
             GPtrArray  *items,
             GHashTable *seen,
             WbLibrary  *library,
             const char *id)
{
  WbItem *item = id != NULL ? wb_library_get_item (library, id, NULL) : NULL;
  GPtrArray *list;

  if (item == NULL)
    return;

  g_ptr_array_add (items, item);
  list = wb_item_get_sources (item);
  for (guint i = 0; i < list->len; i++)
    {
      WbSource *source = g_ptr_array_index (list, i);

      if (g_hash_table_add (seen, make_source_key (source)))
        g_ptr_array_add (sources, source);
    }
}

/* What guide, use case and the documents in @parts rest on; WbSource, owned by @items. (transfer container) */
static GPtrArray *
collect_sources (WbLibrary     *library,
                 WbProjectFile *project,
                 WbGuide       *guide,
                 GArray        *parts,
                 GPtrArray     *items)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *sources = g_ptr_array_new ();

  add_sources (sources, items, seen, library, wb_project_file_get_guide_id (project));
  add_sources (sources, items, seen, library, wb_project_file_get_use_case (project));
  for (guint i = 0; i < parts->len; i++)
    {
      const WbDossierPart *part = &g_array_index (parts, WbDossierPart, i);

      if (part->document != NULL)
        add_sources (sources, items, seen, library, wb_document_get_entry (part->document));
    }

  return sources;
}

static void
part_clear (gpointer data)
{
  g_clear_object (&((WbDossierPart *) data)->document);
}

/* The documents of the guide that are wanted: WbDossierPart. NULL when one cannot be made. */
static GArray *
build_parts (WbLibrary          *library,
             WbProjectFile      *project,
             WbGuide            *guide,
             const char *const  *left_out,
             GError            **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (WbDossierPart));
  WbAnswers *answers = wb_project_file_get_answers (project);
  GPtrArray *documents = wb_guide_get_documents (guide);

  g_array_set_clear_func (parts, part_clear);
  for (guint i = 0; i < documents->len; i++)
    {
      const WbGuideDocument *document = g_ptr_array_index (documents, i);
      g_autoptr (GPtrArray) edits = wb_project_file_get_slides (project, document->name);
      WbDossierPart part = { document->title, NULL, wb_document_fill_get_reason (document, guide, answers), FALSE, { 0, 0 } };

      if (!is_wanted (left_out, document->name))
        continue;
      if (part.reason == NULL)
        {
          g_autoptr (GHashTable) fields = wb_document_fields_list (library, guide, document->name);

          part.fill = wb_document_fill_count (fields, guide, answers);
          part.not_begun = part.fill.answered == 0 && part.fill.asked > 0 && edits->len == 0;
          if (!part.not_begun)
            part.document = wb_document_shelf_build_reading (library, project, guide, document->name, error);
          if (!part.not_begun && part.document == NULL)
            return NULL;
        }
      g_array_append_val (parts, part);
    }

  return g_steal_pointer (&parts);
}

static gint64
find_last_change (GPtrArray *revisions)
{
  gint64 last = 0;

  for (guint i = 0; i < revisions->len; i++)
    last = MAX (last, ((const WbRevision *) g_ptr_array_index (revisions, i))->time);

  return last;
}

/* "Plan.pdf: vom Bauamt": what the dossier lists. (transfer full) */
static GPtrArray *
describe_attachments (GPtrArray *attachments)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < attachments->len; i++)
    {
      const WbAttachment *about = g_ptr_array_index (attachments, i);

      g_ptr_array_add (lines, *about->note != '\0' ? g_strdup_printf ("%s: %s", about->name, about->note) : g_strdup (about->name));
    }

  return lines;
}

static WbDocument *
assemble (WbLibrary         *library,
          WbProjectFile     *project,
          const char *const *left_out,
          GPtrArray         *revisions,
          WbDossierContents *contents,
          GError           **error)
{
  const WbTemplateContext *context = contents->context;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) attachments = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (WbDocument) answers = NULL;

  contents->changed = find_last_change (revisions);
  contents->vocabulary = wb_library_get_vocabulary (library);
  if (is_wanted (left_out, WB_DOSSIER_DECISIONS))
    contents->decisions = decisions = wb_decision_list (revisions, context->guide, context->answers);
  if (is_wanted (left_out, WB_DOSSIER_ANSWERS))
    contents->all_answers = answers = wb_document_shelf_build_reading (library, project, context->guide, ALL_ANSWERS, error);
  if (is_wanted (left_out, WB_DOSSIER_ANSWERS) && answers == NULL)
    return NULL;
  if (is_wanted (left_out, WB_DOSSIER_ATTACHMENTS))
    {
      attachments = wb_dossier_list_attachments (context->guide, context->answers);
      contents->attachments = lines = describe_attachments (attachments);
    }
  if (is_wanted (left_out, WB_DOSSIER_SOURCES))
    contents->sources = sources = collect_sources (library, project, context->guide, contents->parts, items);

  return wb_dossier_document_new (contents);
}

WbDocument *
wb_dossier_build (WbLibrary          *library,
                  WbProjectFile      *project,
                  WbGuide            *guide,
                  const char *const  *left_out,
                  GError            **error)
{
  g_autofree char *date = wb_document_shelf_dup_date ();
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GArray) parts = NULL;
  WbTemplateContext context = { .guide = guide, .date = date };
  WbDossierContents contents = { .context = &context };

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  revisions = wb_project_file_load_history (wb_project_file_get_path (project), error);
  if (revisions == NULL)
    return NULL;
  contents.parts = parts = build_parts (library, project, guide, left_out, error);
  if (parts == NULL)
    return NULL;
  context.answers = wb_project_file_get_answers (project);
  context.town = wb_project_file_get_town (project);
  context.project = wb_project_file_get_title (project);

  return assemble (library, project, left_out, revisions, &contents, error);
}
