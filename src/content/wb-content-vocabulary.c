/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-content-entry.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1
#define MAX_SHORT 300
#define MAX_LIST 200

static void
read_vocabulary_values (const WbJson *json,
                        const char   *facet,
                        WbVocabulary *vocabulary)
{
  WbJson list;
  guint length = wb_json_get_array (json, "values", MAX_LIST, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson value = wb_json_element (&list, i);
      const char *id, *label;

      if (!wb_json_is_object (&value))
        continue;
      wb_json_allow (&value, "id", "label", NULL);
      id = wb_json_get_text (&value, "id", MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);
      label = wb_json_get_text (&value, "label", MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);
      if (id == NULL || label == NULL)
        continue;
      if (wb_vocabulary_has_value (vocabulary, facet, id))
        wb_json_fault (&value, "id", _("“%s” is there twice"), id);
      else
        wb_vocabulary_add_value (vocabulary, facet, id, label);
    }
}

static void
read_vocabulary_facets (const WbJson *json,
                        WbVocabulary *vocabulary)
{
  WbJson list;
  guint length = wb_json_get_array (json, "facets", MAX_LIST, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson facet = wb_json_element (&list, i);
      const char *id, *label;

      if (!wb_json_is_object (&facet))
        continue;
      wb_json_allow (&facet, "id", "label", "values", NULL);
      id = wb_json_get_text (&facet, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      label = wb_json_get_text (&facet, "label", MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);
      if (id == NULL || label == NULL)
        continue;
      if (wb_vocabulary_get_facet (vocabulary, id) != NULL || g_str_equal (id, "kind"))
        {
          wb_json_fault (&facet, "id", _("“%s” is there twice"), id);
          continue;
        }
      wb_vocabulary_add_facet (vocabulary, id, label);
      read_vocabulary_values (&facet, id, vocabulary);
    }
}

static void
check_vocabulary_kinds (const WbJson *json)
{
  g_autoptr (GList) members = NULL;
  WbJson kinds;
  WbKind kind;

  if (!wb_json_get_object (json, "kinds", WB_JSON_REQUIRED, &kinds))
    return;

  members = json_object_get_members (json_node_get_object (kinds.node));
  for (GList *l = members; l != NULL; l = l->next)
    {
      WbJson names = wb_json_member (&kinds, l->data);

      if (!wb_kind_from_string (l->data, &kind))
        wb_json_fault (&kinds, l->data, _("is no kind of entry"));
      if (!wb_json_is_object (&names))
        continue;
      wb_json_allow (&names, "label", "plural", NULL);
      wb_json_get_text (&names, "label", MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);
      wb_json_get_text (&names, "plural", MAX_SHORT, WB_JSON_REQUIRED | WB_JSON_LINE);
    }
}

WbVocabulary *
wb_content_read_vocabulary (const char *folder,
                            GPtrArray  *faults)
{
  g_autofree char *path = g_build_filename (folder, "vocabulary.json", NULL);
  g_autoptr (WbJsonReport) report = wb_json_report_new (TRUE);
  g_autoptr (WbVocabulary) vocabulary = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  WbJson root;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      wb_content_add_fault (faults, "vocabulary.json", "", _("is missing"));
      return NULL;
    }
  node = wb_json_load (path, &error);
  if (node == NULL)
    {
      wb_content_add_fault (faults, "vocabulary.json", "", "%s", error->message);
      return NULL;
    }

  root = wb_json_root (node, report);
  vocabulary = wb_vocabulary_new ();
  if (wb_json_is_object (&root))
    {
      wb_json_allow (&root, "format", "kinds", "facets", NULL);
      wb_json_get_int (&root, "format", FORMAT, FORMAT, FORMAT, WB_JSON_REQUIRED);
      check_vocabulary_kinds (&root);
      read_vocabulary_facets (&root, vocabulary);
    }
  wb_content_add_json_faults (faults, "vocabulary.json", report);

  return report->faults->len == 0 ? g_steal_pointer (&vocabulary) : NULL;
}
