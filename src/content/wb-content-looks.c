/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-content-entry.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1
#define MAX_LOOKS 20
#define MAX_TITLE 40
#define MAX_NOTE 160

/* A length; the names, limits and defaults are those of looks.schema.json. */
static guint
read_length (const WbJson *json,
             const char   *key,
             int           min,
             int           max,
             WbJsonFlags   flags)
{
  return (guint) wb_json_get_int (json, key, min, max, min, flags);
}

static void
read_look (const WbJson *json,
           GHashTable   *seen,
           GPtrArray    *looks)
{
  const char *id, *title, *note;
  WbLook *look;

  if (!wb_json_is_object (json))
    return;
  wb_json_allow (json, "id", "title", "note", "picture", "name_size", "rule", "edge", "slide_bar", "band", "accent_name",
                 "running_picture", NULL);
  id = wb_json_get_text_or_empty (json, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  title = wb_json_get_text_or_empty (json, "title", MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE);
  note = wb_json_get_text_or_empty (json, "note", MAX_NOTE, WB_JSON_REQUIRED | WB_JSON_LINE);
  if (!g_hash_table_add (seen, g_strdup (id)))
    wb_json_fault (json, "id", _("“%s” is there already"), id);

  look = wb_look_new (id, title, note);
  look->picture = read_length (json, "picture", 20, 110, WB_JSON_REQUIRED);
  look->name_size = read_length (json, "name_size", 11, 24, WB_JSON_REQUIRED);
  look->rule = read_length (json, "rule", 0, 6, WB_JSON_OPTIONAL);
  look->edge = read_length (json, "edge", 0, 30, WB_JSON_OPTIONAL);
  look->slide_bar = read_length (json, "slide_bar", 0, 40, WB_JSON_OPTIONAL);
  look->band = wb_json_get_boolean (json, "band", FALSE, WB_JSON_OPTIONAL);
  look->accent_name = wb_json_get_boolean (json, "accent_name", FALSE, WB_JSON_OPTIONAL);
  look->running_picture = wb_json_get_boolean (json, "running_picture", FALSE, WB_JSON_OPTIONAL);
  g_ptr_array_add (looks, look);
}

static void
read_looks (const WbJson *root,
            GPtrArray    *looks)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  WbJson list;
  guint n;

  if (!wb_json_is_object (root))
    return;
  wb_json_allow (root, "format", "looks", NULL);
  wb_json_get_int (root, "format", FORMAT, FORMAT, FORMAT, WB_JSON_REQUIRED);
  n = wb_json_get_array (root, "looks", MAX_LOOKS, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < n; i++)
    {
      WbJson look = wb_json_element (&list, i);

      read_look (&look, seen, looks);
    }
}

GPtrArray *
wb_content_read_looks (const char *folder,
                       GPtrArray  *faults)
{
  GPtrArray *looks = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_look_free);
  g_autofree char *path = g_build_filename (folder, WB_CONTENT_LOOKS, NULL);
  g_autoptr (WbJsonReport) report = wb_json_report_new (TRUE);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  WbJson root;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return looks;
  node = wb_json_load (path, &error);
  if (node == NULL)
    {
      wb_content_add_fault (faults, WB_CONTENT_LOOKS, "", "%s", error->message);
      return looks;
    }
  root = wb_json_root (node, report);
  read_looks (&root, looks);
  wb_content_add_json_faults (faults, WB_CONTENT_LOOKS, report);

  return looks;
}
