/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-error.h"
#include "wb-payload.h"

#define MAX_TITLE 200
#define MAX_LINE 300
#define MAX_TEXT 4000
#define MAX_PHASES 30
#define MAX_STEPS 200
#define MAX_FIELDS 200
#define MAX_LIST 200

/* Only a strict check asks for more than the format: a reader of files in use leaves unknown keys alone. */
static JsonNode *
parse_payload (const char  *json,
               GError     **error)
{
  if (json == NULL)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("is missing"));
      return NULL;
    }

  return wb_json_parse (json, strlen (json), error);
}

void
wb_payload_read_lines (const WbJson *json,
                       const char   *key,
                       guint         max_length,
                       WbJsonFlags   flags,
                       GPtrArray    *lines)
{
  WbJson list;
  guint length = wb_json_get_array (json, key, max_length, flags, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *line = wb_json_as_text (&element, MAX_LINE, WB_JSON_REQUIRED | WB_JSON_LINE);

      if (line != NULL)
        g_ptr_array_add (lines, g_strdup (line));
    }
}

static void
read_help (const WbJson *json,
           WbStep       *step)
{
  WbJson list;
  guint length = wb_json_get_array (json, "help", MAX_LIST, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson help = wb_json_element (&list, i);
      const char *target;

      if (!wb_json_is_object (&help))
        continue;
      wb_json_allow (&help, "to", "section", "label", NULL);
      target = wb_json_get_text (&help, "to", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      if (target != NULL)
        wb_step_add_help (step, target, wb_json_get_text (&help, "section", MAX_TITLE, WB_JSON_LINE),
                          wb_json_get_text (&help, "label", MAX_TITLE, WB_JSON_LINE));
    }
}

static void
read_step_documents (const WbJson *json,
                     WbGuide      *guide,
                     WbStep       *step)
{
  WbJson list;
  guint length = wb_json_get_array (json, "documents", MAX_LIST, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *name = wb_json_as_text (&element, 0, WB_JSON_REQUIRED | WB_JSON_ID);

      if (name == NULL)
        continue;
      if (wb_guide_get_document (guide, name) == NULL)
        wb_json_fault (&element, NULL, _("“%s” is no document of the guide"), name);
      else
        g_ptr_array_add (step->documents, g_strdup (name));
    }
}

static void
read_step (const WbJson *json,
           WbGuide      *guide,
           WbPhase      *phase)
{
  const char *id, *title;
  WbStep *step;
  WbJson list;
  guint length;

  if (!wb_json_is_object (json))
    return;

  wb_json_allow (json, "id", "title", "minutes", "why", "help", "when", "unless", "documents", "fields", NULL);
  id = wb_json_get_text (json, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  title = wb_json_get_text_or_empty (json, "title", MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE);
  if (id != NULL && wb_guide_get_step (guide, id) != NULL)
    wb_json_fault (json, "id", _("“%s” is there twice"), id);

  step = wb_guide_add_step (guide, phase, id != NULL ? id : "", title);
  step->minutes = (guint) wb_json_get_int (json, "minutes", 1, 6000, 0, WB_JSON_REQUIRED);
  g_free (step->why);
  step->why = g_strdup (wb_json_get_text_or_empty (json, "why", MAX_TEXT, WB_JSON_REQUIRED));
  step->when = wb_payload_read_when (json, guide, &step->unless);
  read_help (json, step);
  read_step_documents (json, guide, step);

  length = wb_json_get_array (json, "fields", MAX_FIELDS, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      WbField *field = wb_payload_read_field (&element, guide);

      if (field != NULL)
        wb_guide_add_field (guide, step, field);
    }
}

static void
read_phases (const WbJson *json,
             WbGuide      *guide)
{
  WbJson phases;
  guint n_phases = wb_json_get_array (json, "phases", MAX_PHASES, WB_JSON_REQUIRED, &phases);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_phases; i++)
    {
      WbJson element = wb_json_element (&phases, i);
      const char *id, *title;
      WbPhase *phase;
      WbJson steps;
      guint n_steps;

      if (!wb_json_is_object (&element))
        continue;
      wb_json_allow (&element, "id", "title", "goal", "steps", NULL);
      id = wb_json_get_text_or_empty (&element, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      title = wb_json_get_text_or_empty (&element, "title", MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE);
      if (!g_hash_table_add (ids, (gpointer) id) && *id != '\0')
        wb_json_fault (&element, "id", _("“%s” is there twice"), id);
      phase = wb_guide_add_phase (guide, id, title, wb_json_get_text (&element, "goal", MAX_TEXT, 0));
      n_steps = wb_json_get_array (&element, "steps", MAX_STEPS, WB_JSON_REQUIRED, &steps);
      for (guint j = 0; j < n_steps; j++)
        {
          WbJson step = wb_json_element (&steps, j);

          read_step (&step, guide, phase);
        }
    }
}

static void
read_documents (const WbJson *json,
                WbGuide      *guide)
{
  WbJson list;
  guint length = wb_json_get_array (json, "documents", MAX_LIST, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *name, *title, *entry;

      if (!wb_json_is_object (&element))
        continue;
      wb_json_allow (&element, "name", "title", "entry", "field", NULL);
      name = wb_json_get_text (&element, "name", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      title = wb_json_get_text (&element, "title", MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE);
      entry = wb_json_get_text (&element, "entry", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      if (name == NULL || title == NULL || entry == NULL)
        continue;
      if (wb_guide_get_document (guide, name) != NULL || g_str_equal (name, "answers"))
        wb_json_fault (&element, "name", _("“%s” is there twice"), name);
      else
        wb_guide_add_document (guide, name, title, entry, wb_json_get_text (&element, "field", 0, WB_JSON_ID));
    }
}

/* Only once all fields are known. Other faults of the list are in the report already. */
static void
check_document_fields (const WbJson *json,
                       WbGuide      *guide)
{
  WbJson list = wb_json_member (json, "documents");
  guint length = 0;

  if (list.node != NULL && JSON_NODE_HOLDS_ARRAY (list.node))
    length = json_array_get_length (json_node_get_array (list.node));

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      WbJson member = wb_json_member (&element, "field");
      const WbField *field;
      const char *id;

      if (member.node == NULL || json_node_get_value_type (member.node) != G_TYPE_STRING)
        continue;
      id = json_node_get_string (member.node);
      field = wb_guide_get_field (guide, id);
      if (field == NULL || field->type != WB_FIELD_CHECKLIST)
        wb_json_fault (&member, NULL, _("“%s” is no checklist field of the guide"), id);
    }
}

/* The same. */
static void
read_tasks (const WbJson *json,
            WbGuide      *guide)
{
  const char *id = wb_json_get_text (json, "tasks", 0, WB_JSON_ID);
  const WbField *field = id != NULL ? wb_guide_get_field (guide, id) : NULL;
  const WbColumn *first = NULL;

  if (id == NULL)
    return;

  if (field != NULL && field->type == WB_FIELD_TABLE && field->columns->len > 0)
    first = g_ptr_array_index (field->columns, 0);
  if (first == NULL || first->type != WB_FIELD_TEXT)
    wb_json_fault (json, "tasks", _("“%s” is no table of the guide that begins with a column of texts"), id);
  else
    wb_guide_set_tasks (guide, id);
}

WbGuide *
wb_payload_read_guide (const WbJson *json,
                       const char   *id,
                       const char   *title)
{
  WbGuide *guide;
  int version;

  if (!wb_json_is_object (json))
    return wb_guide_new (id, title, 0);

  wb_json_allow (json, "version", "phases", "documents", "tasks", "council", NULL);
  version = wb_json_get_int (json, "version", 1, G_MAXINT, 1, WB_JSON_REQUIRED);
  guide = wb_guide_new (id, title, (guint) version);
  read_documents (json, guide);
  read_phases (json, guide);
  check_document_fields (json, guide);
  read_tasks (json, guide);
  wb_payload_read_council (json, guide);

  return guide;
}

static void
read_group (const WbJson *json,
            WbChecklist  *checklist,
            GHashTable   *ids)
{
  WbChecklistGroup *group;
  WbJson list;
  guint length;

  if (!wb_json_is_object (json))
    return;

  wb_json_allow (json, "title", "items", NULL);
  group = wb_checklist_add_group (checklist, wb_json_get_text_or_empty (json, "title", MAX_TITLE,
                                                                        WB_JSON_REQUIRED | WB_JSON_LINE));
  length = wb_json_get_array (json, "items", MAX_LIST, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson item = wb_json_element (&list, i);
      const char *id, *text;

      if (!wb_json_is_object (&item))
        continue;
      wb_json_allow (&item, "id", "text", "hint", NULL);
      id = wb_json_get_text (&item, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      text = wb_json_get_text (&item, "text", MAX_TEXT, WB_JSON_REQUIRED);
      if (id == NULL || text == NULL)
        continue;
      if (!g_hash_table_add (ids, (gpointer) id))
        wb_json_fault (&item, "id", _("“%s” is there twice"), id);
      else
        wb_checklist_add_item (checklist, group, id, text, wb_json_get_text (&item, "hint", MAX_TEXT, 0));
    }
}

WbChecklist *
wb_payload_read_checklist (const WbJson *json)
{
  WbChecklist *checklist = wb_checklist_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  WbJson list;
  guint length;

  if (!wb_json_is_object (json))
    return checklist;

  wb_json_allow (json, "intro", "groups", "signatures", NULL);
  wb_checklist_set_intro (checklist, wb_json_get_text (json, "intro", MAX_TEXT, 0));
  length = wb_json_get_array (json, "groups", MAX_LIST, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson group = wb_json_element (&list, i);

      read_group (&group, checklist, ids);
    }
  length = wb_json_get_array (json, "signatures", 4, 0, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *label = wb_json_as_text (&element, MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE);

      if (label != NULL)
        wb_checklist_add_signature (checklist, label);
    }

  return checklist;
}

WbCourse *
wb_payload_read_course (const WbJson *json)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  WbCourse *course;
  WbJson list;
  guint length;

  if (!wb_json_is_object (json))
    return wb_course_new ("");

  wb_json_allow (json, "goal", "lessons", NULL);
  course = wb_course_new (wb_json_get_text_or_empty (json, "goal", MAX_TEXT, WB_JSON_REQUIRED));
  length = wb_json_get_array (json, "lessons", MAX_LIST, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *lesson = wb_json_as_text (&element, 0, WB_JSON_REQUIRED | WB_JSON_ID);

      if (lesson == NULL)
        continue;
      if (!g_hash_table_add (seen, (gpointer) lesson))
        wb_json_fault (&element, NULL, _("“%s” is there twice"), lesson);
      else
        wb_course_add_lesson (course, lesson);
    }

  return course;
}

/* The further guides that use the template; each once, and not the one it belongs to. */
static void
read_further_guides (const WbJson *json,
                     const char   *guide,
                     GPtrArray    *also)
{
  WbJson list;
  guint length = wb_json_get_array (json, "also", MAX_LIST, 0, &list);

  if (length > 0 && guide == NULL)
    wb_json_fault (json, "also", _("needs “guide” beside it"));
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *id = wb_json_as_text (&element, 0, WB_JSON_REQUIRED | WB_JSON_ID);

      if (id == NULL)
        continue;
      if (g_strcmp0 (id, guide) == 0 || g_ptr_array_find_with_equal_func (also, id, g_str_equal, NULL))
        wb_json_fault (&element, NULL, _("“%s” is there twice"), id);
      else
        g_ptr_array_add (also, g_strdup (id));
    }
}

/* What stands in the place of the persons of a field when a text goes to others. @roles: (nullable) field id → words */
static void
read_roles (const WbJson *json,
            GHashTable   *roles)
{
  WbJson list;
  guint length = wb_json_get_array (json, "roles", MAX_LIST, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *field, *role;

      if (!wb_json_is_object (&element))
        continue;
      wb_json_allow (&element, "field", "role", NULL);
      field = wb_json_get_text (&element, "field", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      role = wb_json_get_text (&element, "role", MAX_LINE, WB_JSON_REQUIRED | WB_JSON_LINE);
      if (field != NULL && role != NULL && roles != NULL)
        g_hash_table_replace (roles, g_strdup (field), g_strdup (role));
    }
}

void
wb_payload_read_template (const WbJson  *json,
                          gboolean      *deck,
                          char         **guide,
                          GPtrArray     *also)
{
  const char *format;

  *deck = FALSE;
  *guide = NULL;
  if (!wb_json_is_object (json))
    return;

  wb_json_allow (json, "format", "guide", "also", "roles", "for_council", NULL);
  read_roles (json, NULL);
  format = wb_json_get_text (json, "format", 0, WB_JSON_REQUIRED);
  *deck = g_strcmp0 (format, "deck") == 0;
  if (format != NULL && !*deck && !g_str_equal (format, "text"))
    wb_json_fault (json, "format", _("must be “text” or “deck”"));
  *guide = g_strdup (wb_json_get_text (json, "guide", 0, WB_JSON_ID));
  if (also != NULL)
    read_further_guides (json, *guide, also);
  /* Without a guide there is nothing in it that could be missing. */
  if (wb_json_get_boolean (json, "for_council", FALSE, WB_JSON_OPTIONAL) && *guide == NULL)
    wb_json_fault (json, "for_council", _("needs “guide” beside it"));
}

GHashTable *
wb_template_roles_from_json (const char *json)
{
  GHashTable *roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonNode) node = parse_payload (json, NULL);
  g_autoptr (WbJsonReport) report = wb_json_report_new (FALSE);
  WbJson root = wb_json_root (node, report);

  if (node != NULL && wb_json_is_object (&root))
    read_roles (&root, roles);

  return roles;
}

gboolean
wb_template_is_for_council (const char *json)
{
  g_autoptr (JsonNode) node = parse_payload (json, NULL);
  g_autoptr (WbJsonReport) report = wb_json_report_new (FALSE);
  WbJson root = wb_json_root (node, report);

  return node != NULL && wb_json_is_object (&root) && wb_json_get_boolean (&root, "for_council", FALSE, WB_JSON_OPTIONAL);
}

WbGuide *
wb_guide_from_json (const char  *id,
                    const char  *title,
                    const char  *json,
                    GError     **error)
{
  g_autoptr (JsonNode) node = parse_payload (json, error);
  g_autoptr (WbJsonReport) report = wb_json_report_new (FALSE);
  g_autoptr (WbGuide) guide = NULL;
  WbJson root = wb_json_root (node, report);

  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  if (node == NULL)
    return NULL;
  guide = wb_payload_read_guide (&root, id, title);

  return wb_json_report_propagate (report, error) ? g_steal_pointer (&guide) : NULL;
}

/* One of the kinds whose reader needs nothing but the text. */
#define DEFINE_FROM_JSON(Type, name)                                                             \
  Type *wb_##name##_from_json (const char *json, GError **error)                                  \
  {                                                                                               \
    g_autoptr (JsonNode) node = parse_payload (json, error);                                      \
    g_autoptr (WbJsonReport) report = wb_json_report_new (FALSE);                                 \
    g_autoptr (Type) value = NULL;                                                                \
    WbJson root = wb_json_root (node, report);                                                    \
                                                                                                  \
    if (node == NULL)                                                                             \
      return NULL;                                                                                \
    value = wb_payload_read_##name (&root);                                                       \
                                                                                                  \
    return wb_json_report_propagate (report, error) ? g_steal_pointer (&value) : NULL;            \
  }

DEFINE_FROM_JSON (WbBarrier, barrier)
DEFINE_FROM_JSON (WbChecklist, checklist)
DEFINE_FROM_JSON (WbCircle, circle)
DEFINE_FROM_JSON (WbCourse, course)
DEFINE_FROM_JSON (WbDataModel, data_model)
DEFINE_FROM_JSON (WbInterface, interface)
DEFINE_FROM_JSON (WbLesson, lesson)
DEFINE_FROM_JSON (WbSolution, solution)
DEFINE_FROM_JSON (WbWorkshopFormat, workshop_format)

char *
wb_data_model_schema_to_json (const char  *json,
                              GError     **error)
{
  g_autoptr (WbDataModel) model = wb_data_model_from_json (json, error);
  g_autoptr (JsonNode) node = NULL;

  if (model == NULL)
    return NULL;

  /* It was read, so it is there. */
  node = parse_payload (json, error);

  return wb_json_to_lines (json_object_get_member (json_node_get_object (node), "schema"));
}

gboolean
wb_template_from_json (const char  *json,
                       gboolean    *deck,
                       char       **guide,
                       GError     **error)
{
  g_autoptr (JsonNode) node = parse_payload (json, error);
  g_autoptr (WbJsonReport) report = wb_json_report_new (FALSE);
  WbJson root = wb_json_root (node, report);

  g_return_val_if_fail (deck != NULL && guide != NULL, FALSE);

  *guide = NULL;
  if (node == NULL)
    return FALSE;
  wb_payload_read_template (&root, deck, guide, NULL);
  if (wb_json_report_propagate (report, error))
    return TRUE;
  g_clear_pointer (guide, g_free);

  return FALSE;
}
