/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-content-entry.h"

#include <string.h>

#include "wb-markdown.h"

static void
add_item (JsonArray      *items,
          const WbOption *option)
{
  JsonObject *item = json_object_new ();

  json_object_set_string_member (item, "id", option->id);
  json_object_set_string_member (item, "text", option->label);
  if (option->note != NULL)
    json_object_set_string_member (item, "hint", option->note);
  json_array_add_object_element (items, item);
}

/* Writes the items of the checklist the field names into the field, so that a project can be worked on where the
 * library is not at hand. */
static void
inline_checklist (JsonObject *field,
                  GHashTable *entries)
{
  const char *id = json_object_get_string_member_with_default (field, "checklist", NULL);
  WbContentEntry *entry = id != NULL ? wb_content_entry_find (entries, id) : NULL;
  JsonArray *items;
  GPtrArray *groups;

  if (entry == NULL || entry->checklist == NULL)
    return;

  items = json_array_new ();
  groups = wb_checklist_get_groups (entry->checklist);
  for (guint i = 0; i < groups->len; i++)
    {
      const WbChecklistGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->items->len; j++)
        add_item (items, g_ptr_array_index (group->items, j));
    }
  json_object_set_array_member (field, "items", items);
}

static void
inline_checklists (JsonObject *guide,
                   GHashTable *entries)
{
  JsonArray *phases = json_object_get_array_member (guide, "phases");

  for (guint i = 0; i < json_array_get_length (phases); i++)
    {
      JsonArray *steps = json_object_get_array_member (json_array_get_object_element (phases, i), "steps");

      for (guint j = 0; j < json_array_get_length (steps); j++)
        {
          JsonArray *fields = json_object_get_array_member (json_array_get_object_element (steps, j), "fields");

          for (guint k = 0; k < json_array_get_length (fields); k++)
            inline_checklist (json_array_get_object_element (fields, k), entries);
        }
    }
}

char *
wb_content_build_payload (WbContentEntry *entry,
                          GHashTable     *entries)
{
  JsonNode *payload = json_object_get_member (json_node_get_object (entry->node), wb_kind_to_string (entry->kind));

  if (payload == NULL)
    return NULL;
  if (entry->guide != NULL)
    inline_checklists (json_node_get_object (payload), entries);

  return wb_json_to_string (payload);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

static void
append_checklist (GString     *text,
                  WbChecklist *checklist)
{
  GPtrArray *groups = wb_checklist_get_groups (checklist);

  append_line (text, wb_checklist_get_intro (checklist));
  for (guint i = 0; i < groups->len; i++)
    {
      const WbChecklistGroup *group = g_ptr_array_index (groups, i);

      append_line (text, group->title);
      for (guint j = 0; j < group->items->len; j++)
        {
          const WbOption *item = g_ptr_array_index (group->items, j);

          append_line (text, item->label);
          append_line (text, item->note);
        }
    }
}

static void
append_guide (GString *text,
              WbGuide *guide)
{
  GPtrArray *phases = wb_guide_get_phases (guide);
  GPtrArray *steps = wb_guide_get_steps (guide);

  for (guint i = 0; i < phases->len; i++)
    {
      const WbPhase *phase = g_ptr_array_index (phases, i);

      append_line (text, phase->title);
      append_line (text, phase->goal);
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);
      g_autoptr (WbBlock) why = wb_markdown_parse (step->why, FALSE);
      g_autofree char *plain = wb_block_to_text (why);

      append_line (text, step->title);
      append_line (text, plain);
      for (guint j = 0; j < step->fields->len; j++)
        append_line (text, ((const WbField *) g_ptr_array_index (step->fields, j))->label);
    }
}

/* What the learner reads; not the answers, which would give the questions away in a list of hits. */
static void
append_lesson (GString  *text,
               WbLesson *lesson)
{
  GPtrArray *questions = wb_lesson_get_questions (lesson);

  append_line (text, wb_lesson_get_goal (lesson));
  append_line (text, wb_lesson_get_task (lesson));
  for (guint i = 0; i < questions->len; i++)
    {
      const WbQuestion *question = g_ptr_array_index (questions, i);

      append_line (text, question->situation);
      append_line (text, question->text);
    }
}

static void
append_workshop_format (GString                *text,
                        const WbWorkshopFormat *format)
{
  append_line (text, format->purpose);
  append_line (text, format->outcome);
  for (guint i = 0; i < format->material->len; i++)
    append_line (text, g_ptr_array_index (format->material, i));
  for (guint i = 0; i < format->steps->len; i++)
    {
      const WbWorkshopStep *step = g_ptr_array_index (format->steps, i);

      append_line (text, step->title);
      append_line (text, step->text);
      append_line (text, step->note);
    }
}

static void
append_data_model (GString           *text,
                   const WbDataModel *model)
{
  for (guint i = 0; i < model->fields->len; i++)
    {
      const WbDataField *field = g_ptr_array_index (model->fields, i);

      append_line (text, field->name);
      append_line (text, field->title);
      append_line (text, field->description);
    }
}

static void
append_barrier (GString         *text,
                const WbBarrier *barrier)
{
  for (guint i = 0; i < barrier->effects->len; i++)
    append_line (text, ((const WbBarrierEffect *) g_ptr_array_index (barrier->effects, i))->text);
  for (guint i = 0; i < barrier->statements->len; i++)
    append_line (text, ((const WbBarrierStatement *) g_ptr_array_index (barrier->statements, i))->text);
}

static void
append_circle (GString        *text,
               const WbCircle *circle)
{
  for (guint i = 0; i < circle->links->len; i++)
    append_line (text, ((const WbCircleLink *) g_ptr_array_index (circle->links, i))->text);
  for (guint i = 0; i < circle->levers->len; i++)
    {
      const WbLever *lever = g_ptr_array_index (circle->levers, i);

      append_line (text, lever->title);
      append_line (text, lever->text);
    }
}

static void
append_lines (GString *text,
              ...)
{
  const char *line;
  va_list args;

  va_start (args, text);
  while ((line = va_arg (args, const char *)) != NULL)
    append_line (text, line);
  va_end (args);
}

static void
append_payload (GString        *text,
                WbContentEntry *entry)
{
  if (entry->checklist != NULL)
    append_checklist (text, entry->checklist);
  if (entry->guide != NULL)
    append_guide (text, entry->guide);
  if (entry->course != NULL)
    append_line (text, wb_course_get_goal (entry->course));
  if (entry->lesson != NULL)
    append_lesson (text, entry->lesson);
  if (entry->workshop_format != NULL)
    append_workshop_format (text, entry->workshop_format);
  if (entry->data_model != NULL)
    append_data_model (text, entry->data_model);
  if (entry->interface != NULL)
    append_lines (text, entry->interface->owner, entry->interface->version, entry->interface->area,
                  entry->interface->format, NULL);
  if (entry->solution != NULL)
    append_lines (text, entry->solution->owner, entry->solution->licence, entry->solution->maintenance,
                  entry->solution->operation, NULL);
  if (entry->barrier != NULL)
    append_barrier (text, entry->barrier);
  if (entry->circle != NULL)
    append_circle (text, entry->circle);
}

/* Placeholders are no words. */
static char *
drop_placeholders (const char *text)
{
  g_autoptr (GRegex) pattern = g_regex_new ("\\{\\{[^{}\\n]*\\}\\}", G_REGEX_OPTIMIZE, 0, NULL);

  return g_regex_replace_literal (pattern, text, -1, 0, "", 0, NULL);
}

char *
wb_content_build_plain (WbContentEntry *entry)
{
  GString *text = g_string_new (NULL);
  g_autoptr (WbBlock) body = wb_markdown_parse (wb_item_get_body (entry->item), entry->deck);
  g_autofree char *raw = wb_block_to_text (body);
  g_autofree char *plain = drop_placeholders (raw);
  GPtrArray *facts = wb_item_get_facts (entry->item);

  append_line (text, plain);
  for (guint i = 0; i < facts->len; i++)
    {
      const WbFact *fact = g_ptr_array_index (facts, i);

      g_string_append_printf (text, "%s: %s\n", fact->label, fact->value);
    }
  append_payload (text, entry);

  return g_string_free (text, FALSE);
}

char *
wb_content_build_keywords (WbContentEntry *entry,
                           WbVocabulary   *vocabulary)
{
  GString *words = g_string_new (NULL);
  GPtrArray *facets = wb_item_get_facets (entry->item);

  for (guint i = 0; i < entry->keywords->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (entry->keywords, i));

  /* People also look for the words on the facets. */
  for (guint i = 0; i < facets->len; i++)
    {
      const WbFacetValue *facet = g_ptr_array_index (facets, i);

      if (g_str_equal (facet->facet, "domain") || g_str_equal (facet->facet, "state"))
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "",
                                wb_vocabulary_get_value_label (vocabulary, facet->facet, facet->value));
    }

  return g_string_free (words, FALSE);
}

/* Now that all entries are known, links get the titles of their targets. */
static void
complete_ties (WbItem     *item,
               GHashTable *entries)
{
  GPtrArray *links = wb_item_get_links (item);

  for (guint i = 0; i < links->len; i++)
    {
      WbLink *link = g_ptr_array_index (links, i);
      WbContentEntry *target = g_hash_table_lookup (entries, link->target);

      g_free (link->title);
      link->title = g_strdup (wb_item_get_title (target->item));
      link->kind = target->kind;
    }
}

gboolean
wb_content_write_entry (WbContentEntry   *entry,
                        GHashTable       *entries,
                        WbVocabulary     *vocabulary,
                        WbLibraryWriter  *writer,
                        GError          **error)
{
  g_autofree char *payload = wb_content_build_payload (entry, entries);
  g_autofree char *plain = wb_content_build_plain (entry);
  g_autofree char *keywords = wb_content_build_keywords (entry, vocabulary);

  wb_item_set_payload (entry->item, payload);
  wb_content_add_mentions (entry, entries);
  complete_ties (entry->item, entries);

  return wb_library_writer_add_item (writer, entry->item, plain, keywords, error);
}
