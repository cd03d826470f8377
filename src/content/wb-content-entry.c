/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-content-entry.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-markdown.h"
#include "wb-payload.h"

#define FORMAT 1
#define LICENCE "CC-BY-4.0"
#define MAX_TITLE 120
#define MAX_SUMMARY 300
#define MAX_SHORT 300
#define MAX_NOTE 2000
#define MAX_LIST 200

void
wb_content_add_fault (GPtrArray  *faults,
                      const char *file,
                      const char *place,
                      const char *format,
                      ...)
{
  WbFault *fault = g_new0 (WbFault, 1);
  va_list args;

  fault->file = g_strdup (file);
  fault->place = g_strdup (place);
  va_start (args, format);
  fault->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (faults, fault);
}

void
wb_content_add_json_faults (GPtrArray    *faults,
                            const char   *file,
                            WbJsonReport *report)
{
  for (guint i = 0; i < report->faults->len; i++)
    {
      const WbJsonFault *fault = g_ptr_array_index (report->faults, i);

      wb_content_add_fault (faults, file, fault->place, "%s", fault->message);
    }
}

static void
add_text_faults (GPtrArray         *faults,
                 const char        *file,
                 const WbTextCheck *check)
{
  for (guint i = 0; i < check->faults->len; i++)
    {
      const WbTextFault *fault = g_ptr_array_index (check->faults, i);
      g_autofree char *place = g_strdup_printf (_("line %u"), fault->line);

      wb_content_add_fault (faults, file, place, "%s", fault->message);
    }
}

/* All kinds but those that are text and facts only. */
static gboolean
kind_has_payload (WbKind kind)
{
  return kind != WB_KIND_USE_CASE && kind != WB_KIND_PLAYBOOK;
}

static gboolean
kind_wants_effect (WbKind kind)
{
  return kind == WB_KIND_USE_CASE || kind == WB_KIND_PLAYBOOK || kind == WB_KIND_TEMPLATE
         || kind == WB_KIND_CHECKLIST || kind == WB_KIND_GUIDE || kind == WB_KIND_COURSE
         || kind == WB_KIND_WORKSHOP_FORMAT || kind == WB_KIND_SOLUTION;
}

static void
read_facet (const WbJson *json,
            const char   *facet,
            WbVocabulary *vocabulary,
            WbItem       *item)
{
  WbJson list;
  guint length = wb_json_get_array (json, facet, MAX_LIST, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *value = wb_json_as_text (&element, MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);

      if (value == NULL)
        continue;
      if (wb_item_has_facet (item, facet, value))
        wb_json_fault (&element, NULL, _("“%s” is there twice"), value);
      else if (vocabulary != NULL && !wb_vocabulary_has_value (vocabulary, facet, value))
        wb_json_fault (&element, NULL, _("“%s” is no value of the facet “%s”"), value, facet);
      else
        wb_item_add_facet (item, facet, value);
    }
}

static void
read_facets (const WbJson *json,
             WbVocabulary *vocabulary,
             WbItem       *item)
{
  static const char *const use_case_facets[] = { "domain", "size", "effort", "barrier", "data", "legal" };
  WbKind kind = wb_item_get_kind (item);
  g_autoptr (GList) members = NULL;
  WbJson facets;

  if (!wb_json_get_object (json, "facets", WB_JSON_REQUIRED, &facets))
    return;

  members = json_object_get_members (json_node_get_object (facets.node));
  for (GList *l = members; l != NULL; l = l->next)
    if (vocabulary != NULL && wb_vocabulary_get_facet (vocabulary, l->data) == NULL)
      wb_json_fault (&facets, l->data, _("is no facet of the vocabulary"));
    else
      read_facet (&facets, l->data, vocabulary, item);

  if (!wb_json_has (&facets, "evidence"))
    wb_json_fault (&facets, "evidence", _("is missing"));
  if (kind_wants_effect (kind) && !wb_json_has (&facets, "effect"))
    wb_json_fault (&facets, "effect", _("is missing; the kind “%s” needs it"), wb_kind_to_string (kind));
  for (guint i = 0; kind == WB_KIND_USE_CASE && i < G_N_ELEMENTS (use_case_facets); i++)
    if (!wb_json_has (&facets, use_case_facets[i]))
      wb_json_fault (&facets, use_case_facets[i], _("is missing; the kind “%s” needs it"), wb_kind_to_string (kind));
}

static void
read_facts (const WbJson *json,
            WbItem       *item)
{
  WbJson list;
  guint length = wb_json_get_array (json, "facts", MAX_LIST, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson fact = wb_json_element (&list, i);
      const char *label, *value;

      if (!wb_json_is_object (&fact))
        continue;
      wb_json_allow (&fact, "label", "value", NULL);
      label = wb_json_get_text (&fact, "label", MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);
      value = wb_json_get_text (&fact, "value", MAX_NOTE, WB_JSON_REQUIRED | WB_JSON_LINE);
      if (label != NULL && value != NULL)
        wb_item_add_fact (item, label, value);
    }
}

static gboolean
is_rel (const char *rel)
{
  static const char *const rels[] = { "guide", "see-also", "uses", "law", "part-of", "eases", NULL };

  return g_strv_contains (rels, rel);
}

/* Titles and kinds of the targets come when all entries are read. */
static void
read_links (const WbJson *json,
            WbItem       *item)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  WbJson list;
  guint length = wb_json_get_array (json, "links", MAX_LIST, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson link = wb_json_element (&list, i);
      const char *rel, *target;

      if (!wb_json_is_object (&link))
        continue;
      wb_json_allow (&link, "rel", "to", NULL);
      rel = wb_json_get_text (&link, "rel", 0, WB_JSON_REQUIRED);
      target = wb_json_get_text (&link, "to", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      if (rel != NULL && !is_rel (rel))
        wb_json_fault (&link, "rel", _("“%.60s” is none of guide, see-also, uses, law, part-of, eases"), rel);
      if (rel == NULL || target == NULL)
        continue;
      if (!g_hash_table_add (seen, g_strconcat (rel, " ", target, NULL)))
        wb_json_fault (&link, "to", _("“%s” is there twice"), target);
      wb_item_add_link (item, rel, target, NULL, WB_KIND_USE_CASE);
    }
}

static gboolean
is_web_address (const char *url)
{
  return g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://");
}

static void
read_source (const WbJson *json,
             WbVocabulary *vocabulary,
             WbItem       *item)
{
  WbSource source = { NULL };

  if (!wb_json_is_object (json))
    return;

  wb_json_allow (json, "title", "publisher", "url", "reference", "date", "grade", "note", NULL);
  source.title = (char *) wb_json_get_text_or_empty (json, "title", MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);
  source.publisher = (char *) wb_json_get_text_or_empty (json, "publisher", MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);
  source.url = (char *) wb_json_get_text (json, "url", MAX_NOTE, WB_JSON_LINE);
  source.reference = (char *) wb_json_get_text (json, "reference", MAX_NOTE, WB_JSON_LINE);
  source.date = (char *) wb_json_get_text_or_empty (json, "date", 0, WB_JSON_REQUIRED | WB_JSON_DATE);
  source.grade = (char *) wb_json_get_text_or_empty (json, "grade", MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);
  source.note = (char *) wb_json_get_text (json, "note", MAX_NOTE, WB_JSON_LINE);

  if (!wb_json_has (json, "url") && !wb_json_has (json, "reference"))
    wb_json_fault (json, NULL, _("needs “url” or “reference”"));
  if (source.url != NULL && !is_web_address (source.url))
    wb_json_fault (json, "url", _("“%.60s” is no web address"), source.url);
  if (*source.grade != '\0' && vocabulary != NULL
      && !wb_vocabulary_has_value (vocabulary, "evidence", source.grade))
    wb_json_fault (json, "grade", _("“%s” is no value of the facet “%s”"), source.grade, "evidence");
  wb_item_add_source (item, &source);
}

static void
read_sources (const WbJson *json,
              WbVocabulary *vocabulary,
              WbItem       *item)
{
  WbJson list;
  guint length = wb_json_get_array (json, "sources", MAX_LIST, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson source = wb_json_element (&list, i);

      read_source (&source, vocabulary, item);
    }
}

static void
read_keywords (const WbJson   *json,
               WbContentEntry *entry)
{
  WbJson list;
  guint length = wb_json_get_array (json, "keywords", MAX_LIST, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *word = wb_json_as_text (&element, MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);

      if (word != NULL)
        g_ptr_array_add (entry->keywords, g_strdup (word));
    }
}

static void
read_term (const WbJson   *json,
           WbContentEntry *entry)
{
  WbJson list;
  guint length;

  wb_json_allow (json, "aliases", NULL);
  length = wb_json_get_array (json, "aliases", MAX_LIST, 0, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *alias = wb_json_as_text (&element, MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);

      if (alias != NULL)
        g_ptr_array_add (entry->keywords, g_strdup (alias));
    }
}

static void
read_law (const WbJson   *json,
          WbContentEntry *entry)
{
  const char *norm;

  wb_json_allow (json, "norm", "text_date", NULL);
  norm = wb_json_get_text (json, "norm", MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);
  if (norm != NULL)
    g_ptr_array_add (entry->keywords, g_strdup (norm));
  wb_json_get_text (json, "text_date", 0, WB_JSON_REQUIRED | WB_JSON_DATE);
}

static void
read_payload (const WbJson   *json,
              WbContentEntry *entry)
{
  WbJson payload;

  if (!kind_has_payload (entry->kind)
      || !wb_json_get_object (json, wb_kind_to_string (entry->kind), WB_JSON_REQUIRED, &payload))
    return;

  if (entry->kind == WB_KIND_GUIDE)
    entry->guide = wb_payload_read_guide (&payload, entry->id, wb_item_get_title (entry->item));
  else if (entry->kind == WB_KIND_CHECKLIST)
    entry->checklist = wb_payload_read_checklist (&payload);
  else if (entry->kind == WB_KIND_COURSE)
    entry->course = wb_payload_read_course (&payload);
  else if (entry->kind == WB_KIND_LESSON)
    entry->lesson = wb_payload_read_lesson (&payload);
  else if (entry->kind == WB_KIND_TEMPLATE)
    wb_payload_read_template (&payload, &entry->deck, &entry->template_guide, entry->template_also);
  else if (entry->kind == WB_KIND_TERM)
    read_term (&payload, entry);
  else if (entry->kind == WB_KIND_LAW)
    read_law (&payload, entry);
  else if (entry->kind == WB_KIND_WORKSHOP_FORMAT)
    entry->workshop_format = wb_payload_read_workshop_format (&payload);
  else if (entry->kind == WB_KIND_DATA_MODEL)
    entry->data_model = wb_payload_read_data_model (&payload);
  else if (entry->kind == WB_KIND_INTERFACE)
    entry->interface = wb_payload_read_interface (&payload);
  else if (entry->kind == WB_KIND_SOLUTION)
    entry->solution = wb_payload_read_solution (&payload);
  else if (entry->kind == WB_KIND_BARRIER)
    entry->barrier = wb_payload_read_barrier (&payload);
  else if (entry->kind == WB_KIND_CIRCLE)
    entry->circle = wb_payload_read_circle (&payload);
}

/* That what the entry says of itself agrees with where it lies. */
static void
check_identity (const WbJson   *json,
                WbContentEntry *entry,
                const char     *stem)
{
  const char *folder = wb_kind_to_string (entry->kind);
  const char *id = wb_json_get_text (json, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  const char *kind = wb_json_get_text (json, "kind", 0, WB_JSON_REQUIRED);

  wb_json_get_int (json, "format", FORMAT, FORMAT, FORMAT, WB_JSON_REQUIRED);
  if (id != NULL && !g_str_equal (id, stem))
    wb_json_fault (json, "id", _("is “%s”, but the file is named “%s”"), id, stem);
  if (kind != NULL && !g_str_equal (kind, folder))
    wb_json_fault (json, "kind", _("is “%.60s”, but the folder is named “%s”"), kind, folder);
  if (id != NULL)
    {
      g_free (entry->id);
      entry->id = g_strdup (id);
    }
}

static void
read_dates (const WbJson *json,
            WbItem       *item)
{
  const char *as_of = wb_json_get_text (json, "as_of", 0, WB_JSON_REQUIRED | WB_JSON_DATE);
  const char *review_by = wb_json_get_text (json, "review_by", 0, WB_JSON_REQUIRED | WB_JSON_DATE);

  if (as_of != NULL && review_by != NULL && strcmp (review_by, as_of) < 0)
    wb_json_fault (json, "review_by", _("lies before “as_of”"));
  wb_item_set_dates (item, as_of, review_by);
}

static void
read_facts_of_entry (WbContentEntry *entry,
                     const char     *stem,
                     WbVocabulary   *vocabulary,
                     WbJsonReport   *report)
{
  WbJson root = wb_json_root (entry->node, report);
  const char *licence;

  if (!wb_json_is_object (&root))
    return;

  wb_json_allow (&root, "format", "id", "kind", "title", "summary", "keywords", "as_of", "review_by", "licence",
                 "facets", "facts", "links", "sources",
                 kind_has_payload (entry->kind) ? wb_kind_to_string (entry->kind) : NULL, NULL);
  check_identity (&root, entry, stem);
  entry->item = wb_item_new (entry->kind, entry->id,
                             wb_json_get_text_or_empty (&root, "title", MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE));
  wb_item_set_summary (entry->item, wb_json_get_text_or_empty (&root, "summary", MAX_SUMMARY,
                                                               WB_JSON_REQUIRED | WB_JSON_LINE));
  read_dates (&root, entry->item);
  licence = wb_json_get_text (&root, "licence", 0, WB_JSON_REQUIRED);
  if (licence != NULL && !g_str_equal (licence, LICENCE))
    wb_json_fault (&root, "licence", _("must be “%s”"), LICENCE);
  wb_item_set_licence (entry->item, licence);
  read_keywords (&root, entry);
  read_facets (&root, vocabulary, entry->item);
  read_facts (&root, entry->item);
  read_links (&root, entry->item);
  read_sources (&root, vocabulary, entry->item);
  read_payload (&root, entry);
}

static char *
load_text (const char *path,
           const char *file,
           const char *json_file,
           GPtrArray  *faults)
{
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *text = NULL;
  gsize length;

  info = g_file_query_info (location, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info == NULL)
    wb_content_add_fault (faults, file, "", _("is missing beside %s"), json_file);
  else if (g_file_info_get_size (info) > WB_MARKDOWN_MAX_BYTES)
    wb_content_add_fault (faults, file, "", _("is larger than %d MB"), WB_MARKDOWN_MAX_BYTES / (1024 * 1024));
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
           || !g_file_get_contents (path, &text, &length, NULL))
    wb_content_add_fault (faults, file, "", _("cannot be read"));
  else if (!g_utf8_validate_len (text, length, NULL))
    wb_content_add_fault (faults, file, "", _("is not valid UTF-8"));
  else
    return g_steal_pointer (&text);

  return NULL;
}

static WbTextRules
get_rules (const WbContentEntry *entry)
{
  if (entry->kind != WB_KIND_TEMPLATE)
    return WB_TEXT_ENTRY;

  return entry->deck ? WB_TEXT_DECK : WB_TEXT_TEMPLATE;
}

static void
take_text (WbContentEntry *entry,
           const char     *text,
           GPtrArray      *faults)
{
  entry->text = wb_text_check_new (text, get_rules (entry));
  add_text_faults (faults, entry->text_file, entry->text);
  if (entry->item != NULL)
    wb_item_set_body (entry->item, text);
}

static void
read_text (WbContentEntry *entry,
           const char     *folder,
           GPtrArray      *faults)
{
  g_autofree char *path = g_build_filename (folder, entry->text_file, NULL);
  g_autofree char *text = load_text (path, entry->text_file, entry->json_file, faults);

  if (text != NULL)
    take_text (entry, text, faults);
}

/* @node (transfer full) is NULL where @failure says why. */
static void
take_facts (WbContentEntry *entry,
            JsonNode       *node,
            const GError   *failure,
            const char     *stem,
            WbVocabulary   *vocabulary,
            GPtrArray      *faults)
{
  g_autoptr (WbJsonReport) report = wb_json_report_new (TRUE);

  entry->node = node;
  if (node == NULL)
    wb_content_add_fault (faults, entry->json_file, "", "%s", failure->message);
  else
    read_facts_of_entry (entry, stem, vocabulary, report);
  wb_content_add_json_faults (faults, entry->json_file, report);
}

static WbContentEntry *
entry_new (WbKind      kind,
           const char *stem)
{
  WbContentEntry *self = g_new0 (WbContentEntry, 1);

  self->kind = kind;
  self->id = g_strdup (stem);
  self->json_file = g_strconcat (wb_kind_to_string (kind), "/", stem, ".json", NULL);
  self->text_file = g_strconcat (wb_kind_to_string (kind), "/", stem, ".md", NULL);
  self->keywords = g_ptr_array_new_with_free_func (g_free);
  self->template_also = g_ptr_array_new_with_free_func (g_free);

  return self;
}

WbContentEntry *
wb_content_entry_read (const char   *folder,
                       WbKind        kind,
                       const char   *stem,
                       WbVocabulary *vocabulary,
                       GPtrArray    *faults)
{
  WbContentEntry *self = entry_new (kind, stem);
  g_autofree char *path = g_build_filename (folder, self->json_file, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      wb_content_add_fault (faults, self->json_file, "", _("is missing beside %s"), self->text_file);
    }
  else
    {
      JsonNode *node = wb_json_load (path, &error);

      take_facts (self, node, error, stem, vocabulary, faults);
    }
  read_text (self, folder, faults);

  return self;
}

WbContentEntry *
wb_content_entry_parse (WbKind        kind,
                        const char   *id,
                        const char   *json,
                        const char   *body,
                        WbVocabulary *vocabulary,
                        GPtrArray    *faults)
{
  WbContentEntry *self = entry_new (kind, id);
  g_autoptr (GError) error = NULL;
  JsonNode *node = wb_json_parse (json, strlen (json), &error);

  take_facts (self, node, error, id, vocabulary, faults);
  if (strlen (body) > WB_MARKDOWN_MAX_BYTES)
    wb_content_add_fault (faults, self->text_file, "", _("is larger than %d MB"), WB_MARKDOWN_MAX_BYTES / (1024 * 1024));
  else
    take_text (self, body, faults);

  return self;
}

void
wb_content_entry_free (WbContentEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->json_file);
  g_free (self->text_file);
  g_free (self->template_guide);
  g_ptr_array_unref (self->template_also);
  g_clear_pointer (&self->node, json_node_unref);
  g_clear_object (&self->item);
  g_ptr_array_unref (self->keywords);
  wb_text_check_free (self->text);
  g_clear_object (&self->guide);
  g_clear_object (&self->checklist);
  g_clear_object (&self->course);
  g_clear_object (&self->lesson);
  g_clear_pointer (&self->workshop_format, wb_workshop_format_unref);
  g_clear_pointer (&self->data_model, wb_data_model_unref);
  g_clear_pointer (&self->interface, wb_interface_unref);
  g_clear_pointer (&self->solution, wb_solution_unref);
  g_clear_pointer (&self->barrier, wb_barrier_unref);
  g_clear_pointer (&self->circle, wb_circle_unref);
  g_free (self);
}
