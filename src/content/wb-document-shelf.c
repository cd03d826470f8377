/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document-shelf.h"

#include <glib/gi18n-lib.h>

#include "wb-deck-edits.h"
#include "wb-deck-source.h"
#include "wb-error.h"
#include "wb-link-titles.h"
#include "wb-markdown.h"
#include "wb-payload-blocks.h"
#include "wb-payload-reader.h"
#include "wb-text-edits.h"

#define HANDOUT "handout"
#define CHECKLIST "checklist"
#define TEMPLATE "template"
#define ANSWERS "answers"

void
wb_offer_free (WbOffer *offer)
{
  if (offer == NULL)
    return;

  g_free (offer->name);
  g_free (offer->title);
  g_free (offer);
}

static void
add_offer (GPtrArray        *offers,
           const char       *name,
           const char       *title,
           WbDocumentFormat  format)
{
  WbOffer *offer = g_new0 (WbOffer, 1);

  offer->format = format;
  offer->name = g_strdup (name);
  offer->title = g_strdup (title);
  g_ptr_array_add (offers, offer);
}

/* TRUE when @item is a template for slides; the id of its guide in @guide. */
static gboolean
is_deck (WbItem  *item,
         char   **guide)
{
  gboolean deck = FALSE;

  *guide = NULL;
  if (wb_item_get_kind (item) == WB_KIND_TEMPLATE)
    wb_template_from_json (wb_item_get_payload (item), &deck, guide, NULL);

  return deck;
}

static GPtrArray *
list_offers (WbItem *item)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_offer_free);
  g_autofree char *guide = NULL;
  gboolean deck = is_deck (item, &guide);

  if (wb_item_get_kind (item) == WB_KIND_CHECKLIST)
    add_offer (offers, CHECKLIST, _("Checklist to fill in"), WB_DOCUMENT_PAGES);
  if (wb_item_get_kind (item) == WB_KIND_TEMPLATE)
    add_offer (offers, TEMPLATE, deck ? _("Slides without answers") : _("Template to fill in"),
               deck ? WB_DOCUMENT_DECK : WB_DOCUMENT_PAGES);
  add_offer (offers, HANDOUT, _("Handout"), WB_DOCUMENT_PAGES);

  return offers;
}

GPtrArray *
wb_document_shelf_list_item (WbLibrary   *library,
                             const char  *id,
                             GError     **error)
{
  g_autoptr (WbItem) item = NULL;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  item = wb_library_get_item (library, id, error);

  return item != NULL ? list_offers (item) : NULL;
}

/* The offer @name, or the first; WB_ERROR_NOT_FOUND with the names there are. */
static const WbOffer *
find_offer (GPtrArray   *offers,
            const char  *name,
            GError     **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (name == NULL && offers->len > 0)
    return g_ptr_array_index (offers, 0);

  for (guint i = 0; i < offers->len; i++)
    {
      const WbOffer *offer = g_ptr_array_index (offers, i);

      if (g_str_equal (offer->name, name))
        return offer;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", offer->name);
    }
  g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("There is no document “%s” here, only %s."), name, names->str);

  return NULL;
}

char *
wb_document_shelf_dup_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) now = NULL;

  if (epoch != NULL && *epoch != '\0')
    now = g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));
  if (now == NULL)
    now = g_date_time_new_now_local ();

  /* Translators: a date in words for documents, in the notation of g_date_time_format(): "November 24, 2026". */
  return g_date_time_format (now, _("%B %-d, %Y"));
}

/* The guide of a library entry; NULL when it cannot be had, which makes a template a form with plain names. (transfer full) */
static WbGuide *
load_guide (WbLibrary  *library,
            const char *id)
{
  g_autoptr (WbItem) item = id != NULL ? wb_library_get_item (library, id, NULL) : NULL;

  if (item == NULL || wb_item_get_kind (item) != WB_KIND_GUIDE)
    return NULL;

  return wb_guide_from_json (id, wb_item_get_title (item), wb_item_get_payload (item), NULL);
}

static WbDocument *
build_checklist (WbItem                   *item,
                 const WbField            *field,
                 const WbTemplateContext  *context,
                 GError                  **error)
{
  g_autoptr (WbChecklist) checklist = wb_checklist_from_json (wb_item_get_payload (item), error);

  if (checklist == NULL)
    {
      g_prefix_error (error, "%s: ", wb_item_get_id (item));
      return NULL;
    }

  return wb_document_builder_checklist (item, checklist, field, context);
}

static WbDocument *
build_offer (WbLibrary       *library,
             WbItem          *item,
             const WbOffer   *offer,
             WbMunicipality  *town,
             GError         **error)
{
  g_autofree char *guide_id = NULL;
  g_autofree char *date = wb_document_shelf_dup_date ();
  gboolean deck = is_deck (item, &guide_id);
  g_autoptr (WbGuide) guide = load_guide (library, guide_id);
  g_autoptr (WbBlock) body = wb_markdown_parse (wb_item_get_body (item), deck);
  WbTemplateContext context = { .guide = guide, .town = town, .date = date, .deck = deck };

  if (g_str_equal (offer->name, CHECKLIST))
    return build_checklist (item, NULL, &context, error);
  if (g_str_equal (offer->name, TEMPLATE))
    return wb_document_builder_template (item, body, wb_item_get_title (item), deck, &context);

  wb_payload_blocks_append (body, item, library);

  return wb_document_builder_item (item, body, wb_library_get_vocabulary (library), &context);
}

WbDocument *
wb_document_shelf_build_item (WbLibrary       *library,
                              const char      *id,
                              const char      *name,
                              WbMunicipality  *town,
                              GError         **error)
{
  g_autoptr (WbItem) item = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  const WbOffer *offer;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  item = wb_library_get_item (library, id, error);
  if (item == NULL)
    return NULL;
  offers = list_offers (item);
  offer = find_offer (offers, name, error);

  return offer != NULL ? build_offer (library, item, offer, town, error) : NULL;
}

GPtrArray *
wb_document_shelf_list_project (WbProjectFile  *project,
                                WbGuide        *guide,
                                GError        **error)
{
  GPtrArray *offers, *documents;

  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  offers = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_offer_free);
  documents = wb_guide_get_documents (guide);
  for (guint i = 0; i < documents->len; i++)
    {
      const WbGuideDocument *document = g_ptr_array_index (documents, i);

      add_offer (offers, document->name, document->title, WB_DOCUMENT_PAGES);
    }
  add_offer (offers, ANSWERS, _("All answers"), WB_DOCUMENT_PAGES);

  return offers;
}

void
wb_document_shelf_look_up_formats (WbLibrary *library,
                                   WbGuide   *guide,
                                   GPtrArray *offers)
{
  g_return_if_fail (WB_IS_LIBRARY (library));
  g_return_if_fail (WB_IS_GUIDE (guide));
  g_return_if_fail (offers != NULL);

  for (guint i = 0; i < offers->len; i++)
    {
      WbOffer *offer = g_ptr_array_index (offers, i);
      const WbGuideDocument *document = wb_guide_get_document (guide, offer->name);
      g_autoptr (WbItem) item = document != NULL ? wb_library_get_item (library, document->entry, NULL) : NULL;
      g_autofree char *guide_id = NULL;

      if (item != NULL && is_deck (item, &guide_id))
        offer->format = WB_DOCUMENT_DECK;
      offer->editable = item != NULL && wb_item_get_kind (item) == WB_KIND_TEMPLATE;
    }
}

/* What @document is made from. (transfer full) */
static WbItem *
load_source (WbLibrary              *library,
             const WbGuideDocument  *document,
             GError                **error)
{
  WbItem *item = wb_library_get_item (library, document->entry, NULL);

  if (item == NULL)
    g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                 _("“%s” is made from the entry “%s”, which this library does not hold."), document->title,
                 document->entry);

  return item;
}

/* @body, with what the user changed in it. (transfer full) */
static WbBlock *
edit_text (const WbBlock           *body,
           GPtrArray               *edits,
           const WbTemplateContext *context)
{
  g_autoptr (WbTextSource) source = wb_text_source_new (body, context);
  g_autoptr (GPtrArray) parts = wb_text_edits_apply (wb_text_source_get_parts (source), edits);

  return wb_text_source_weave (source, parts);
}

/* @edits: what the user changed in a deck or a text. */
static WbDocument *
build_guide_document (WbLibrary              *library,
                      const WbGuideDocument  *document,
                      GPtrArray              *edits,
                      WbTemplateContext      *context,
                      GError                **error)
{
  g_autoptr (WbItem) item = load_source (library, document, error);
  g_autoptr (WbBlock) body = NULL;
  g_autofree char *guide_id = NULL;
  const WbField *field = NULL;

  if (item == NULL)
    return NULL;

  if (wb_item_get_kind (item) == WB_KIND_CHECKLIST)
    {
      if (document->field != NULL)
        field = wb_guide_get_field (context->guide, document->field);
      return build_checklist (item, field, context, error);
    }

  context->deck = is_deck (item, &guide_id);
  if (context->deck && edits->len > 0)
    {
      g_autoptr (GPtrArray) template_slides = wb_deck_source_split (wb_item_get_body (item));
      g_autoptr (GPtrArray) slides = wb_deck_edits_apply (template_slides, edits);

      body = wb_deck_source_parse (slides);
    }
  else
    body = wb_markdown_parse (wb_item_get_body (item), context->deck);
  if (!context->deck && edits->len > 0)
    {
      g_autoptr (WbBlock) template_body = g_steal_pointer (&body);

      body = edit_text (template_body, edits, context);
    }

  return wb_document_builder_template (item, body, document->title, context->deck, context);
}

/* What fills the templates of a project; the project and @date must outlive it. */
static WbTemplateContext
make_context (WbProjectFile *project,
              WbGuide       *guide,
              const char    *date)
{
  return (WbTemplateContext) {
    .guide = guide,
    .date = date,
    .answers = wb_project_file_get_answers (project),
    .town = wb_project_file_get_town (project),
    .project = wb_project_file_get_title (project),
  };
}

/* The deck @name of @guide. (transfer full) */
static WbItem *
load_deck (WbLibrary              *library,
           WbGuide                *guide,
           const char             *name,
           const WbGuideDocument **document,
           GError                **error)
{
  g_autoptr (WbItem) item = NULL;
  g_autofree char *guide_id = NULL;

  *document = wb_guide_get_document (guide, name);
  if (*document == NULL)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("There is no presentation “%s” here."), name);
      return NULL;
    }
  item = load_source (library, *document, error);
  if (item == NULL)
    return NULL;
  if (!is_deck (item, &guide_id))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("There is no presentation “%s” here."), name);
      return NULL;
    }

  return g_steal_pointer (&item);
}

GPtrArray *
wb_document_shelf_load_slides (WbLibrary   *library,
                               WbGuide     *guide,
                               const char  *name,
                               GError     **error)
{
  g_autoptr (WbItem) item = NULL;
  const WbGuideDocument *document;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  item = load_deck (library, guide, name, &document, error);

  return item != NULL ? wb_deck_source_split (wb_item_get_body (item)) : NULL;
}

WbDocument *
wb_document_shelf_build_deck (WbLibrary      *library,
                              WbProjectFile  *project,
                              WbGuide        *guide,
                              const char     *name,
                              GPtrArray      *slides,
                              GError        **error)
{
  g_autofree char *date = wb_document_shelf_dup_date ();
  g_autoptr (WbItem) item = NULL;
  g_autoptr (WbBlock) body = NULL;
  const WbGuideDocument *document;
  WbTemplateContext context;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (slides != NULL, NULL);

  item = load_deck (library, guide, name, &document, error);
  if (item == NULL)
    return NULL;
  context = make_context (project, guide, date);
  context.deck = TRUE;
  body = wb_deck_source_parse (slides);

  return wb_document_builder_template (item, body, document->title, TRUE, &context);
}

/* How the document of a project may be wanted. */
typedef enum
{
  WISH_NOTHING,
  WISH_ORIGINAL, /* without what the user changed */
  WISH_READING,  /* nobody fills it in */
} Wish;

static WbDocument *
build_project (WbLibrary      *library,
               WbProjectFile  *project,
               WbGuide        *guide,
               const char     *name,
               Wish            wish,
               GError        **error)
{
  g_autoptr (GPtrArray) offers = NULL;
  g_autofree char *date = wb_document_shelf_dup_date ();
  g_autoptr (GPtrArray) edits = NULL;
  const WbGuideDocument *document;
  WbTemplateContext context;
  const WbOffer *offer;

  offers = wb_document_shelf_list_project (project, guide, error);
  offer = offers != NULL ? find_offer (offers, name, error) : NULL;
  if (offer == NULL)
    return NULL;

  wb_link_titles_attach (guide, library);
  context = make_context (project, guide, date);
  context.say_open = wish == WISH_READING;
  document = wb_guide_get_document (guide, offer->name);
  if (document == NULL)
    return wb_document_builder_project (&context);

  edits = wish == WISH_ORIGINAL ? wb_slide_list_new () : wb_project_file_get_slides (project, offer->name);

  return build_guide_document (library, document, edits, &context, error);
}

WbDocument *
wb_document_shelf_build_project (WbLibrary      *library,
                                 WbProjectFile  *project,
                                 WbGuide        *guide,
                                 const char     *name,
                                 GError        **error)
{
  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  return build_project (library, project, guide, name, WISH_NOTHING, error);
}

WbDocument *
wb_document_shelf_build_original (WbLibrary      *library,
                                  WbProjectFile  *project,
                                  WbGuide        *guide,
                                  const char     *name,
                                  GError        **error)
{
  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  return build_project (library, project, guide, name, WISH_ORIGINAL, error);
}

WbDocument *
wb_document_shelf_build_reading (WbLibrary      *library,
                                 WbProjectFile  *project,
                                 WbGuide        *guide,
                                 const char     *name,
                                 GError        **error)
{
  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  return build_project (library, project, guide, name, WISH_READING, error);
}

/* The template of the text document @name. (transfer full) */
static WbItem *
load_text_template (WbLibrary              *library,
                    WbGuide                *guide,
                    const char             *name,
                    const WbGuideDocument **document,
                    GError                **error)
{
  g_autoptr (WbItem) item = NULL;
  g_autofree char *guide_id = NULL;

  *document = wb_guide_get_document (guide, name);
  item = *document != NULL ? load_source (library, *document, error) : NULL;
  if (*document != NULL && item == NULL)
    return NULL;
  if (item == NULL || wb_item_get_kind (item) != WB_KIND_TEMPLATE || is_deck (item, &guide_id))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("The document “%s” has no text that could be edited here."), name);
      return NULL;
    }

  return g_steal_pointer (&item);
}

WbTextSource *
wb_document_shelf_load_text (WbLibrary      *library,
                             WbProjectFile  *project,
                             WbGuide        *guide,
                             const char     *name,
                             GError        **error)
{
  g_autofree char *date = wb_document_shelf_dup_date ();
  g_autoptr (WbItem) item = NULL;
  g_autoptr (WbBlock) body = NULL;
  const WbGuideDocument *document;
  WbTemplateContext context;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  item = load_text_template (library, guide, name, &document, error);
  if (item == NULL)
    return NULL;
  wb_link_titles_attach (guide, library);
  context = make_context (project, guide, date);
  body = wb_markdown_parse (wb_item_get_body (item), FALSE);

  return wb_text_source_new (body, &context);
}

WbDocument *
wb_document_shelf_build_text (WbLibrary      *library,
                              WbProjectFile  *project,
                              WbGuide        *guide,
                              const char     *name,
                              WbTextSource   *source,
                              GPtrArray      *parts,
                              GError        **error)
{
  g_autofree char *date = wb_document_shelf_dup_date ();
  g_autoptr (WbItem) item = NULL;
  g_autoptr (WbBlock) body = NULL;
  const WbGuideDocument *document;
  WbTemplateContext context;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (source != NULL && parts != NULL, NULL);

  item = load_text_template (library, guide, name, &document, error);
  if (item == NULL)
    return NULL;
  context = make_context (project, guide, date);
  body = wb_text_source_weave (source, parts);

  return wb_document_builder_template (item, body, document->title, FALSE, &context);
}

guint
wb_document_shelf_count_edits (WbLibrary      *library,
                               WbProjectFile  *project,
                               WbGuide        *guide,
                               const char     *name,
                               guint          *stale)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (WbTextSource) source = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), 0);
  g_return_val_if_fail (name != NULL, 0);

  if (stale != NULL)
    *stale = 0;
  edits = wb_project_file_get_slides (project, name);
  if (edits->len > 0)
    source = wb_document_shelf_load_text (library, project, guide, name, NULL);
  if (source == NULL)
    return 0;
  parts = wb_text_edits_apply (wb_text_source_get_parts (source), edits);

  return wb_text_edits_count (parts, stale);
}
