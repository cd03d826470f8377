/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pack-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-error.h"
#include "wb-markdown.h"

#define HEAD "pack.json"

static gboolean
set_fault (const char  *file,
           const char  *what,
           GError     **error)
{
  g_autofree char *name = g_utf8_make_valid (file, -1);

  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("%s: %s; nothing was written."), name, what);

  return FALSE;
}

static WbPack *
load_head (const char  *folder,
           GError     **error)
{
  g_autofree char *path = g_build_filename (folder, HEAD, NULL);
  g_autoptr (WbJsonReport) report = wb_json_report_new (TRUE);
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonNode) node = wb_json_load (path, &failure);
  g_autoptr (WbPack) pack = NULL;
  WbJson root = wb_json_root (node, report);

  if (node != NULL && wb_json_is_object (&root))
    {
      wb_json_allow (&root, "id", "title", "publisher", "version", "date", "licence", NULL);
      pack = wb_pack_read_head (&root);
    }
  if (node == NULL || !wb_json_report_propagate (report, &failure))
    {
      set_fault (HEAD, failure->message, error);
      return NULL;
    }

  return g_steal_pointer (&pack);
}

static char *
load_half (const char  *folder,
           const char  *file,
           gsize        max_bytes,
           GError     **error)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  gsize length;

  /* Links may lead anywhere; what they lead to is not passed on. */
  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK) || !g_file_test (path, G_FILE_TEST_IS_REGULAR)
      || !g_file_get_contents (path, &text, &length, NULL))
    {
      set_fault (file, _("cannot be read"), error);
      return NULL;
    }
  if (length > max_bytes)
    {
      set_fault (file, _("is too large"), error);
      return NULL;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      set_fault (file, _("is not valid UTF-8"), error);
      return NULL;
    }

  return g_steal_pointer (&text);
}

static gboolean
add_stem (WbPack      *pack,
          const char  *folder,
          WbKind       kind,
          const char  *stem,
          GError     **error)
{
  g_autofree char *json_file = g_strconcat (wb_kind_to_string (kind), "/", stem, ".json", NULL);
  g_autofree char *text_file = g_strconcat (wb_kind_to_string (kind), "/", stem, ".md", NULL);
  g_autofree char *json = load_half (folder, json_file, WB_JSON_MAX_BYTES, error);
  g_autofree char *text = json != NULL ? load_half (folder, text_file, WB_MARKDOWN_MAX_BYTES, error) : NULL;

  if (text == NULL)
    return FALSE;
  if (!wb_json_is_id (stem))
    return set_fault (json_file, _("is not named by lower-case letters, digits and hyphens"), error);
  if (pack->entries->len == WB_PACK_MAX_ENTRIES)
    return set_fault (json_file, _("is one entry too many"), error);
  if (!wb_pack_add_entry (pack, kind, stem, json, text))
    return set_fault (json_file, _("there is another entry of this name"), error);

  return TRUE;
}

/* Half an entry is a fault, whichever half it is. */
static gboolean
add_file (WbPack      *pack,
          const char  *folder,
          WbKind       kind,
          const char  *name,
          GError     **error)
{
  g_autofree char *file = g_strconcat (wb_kind_to_string (kind), "/", name, NULL);
  g_autofree char *stem = NULL;

  if (g_str_has_suffix (name, ".json"))
    {
      stem = g_strndup (name, strlen (name) - strlen (".json"));
      return add_stem (pack, folder, kind, stem, error);
    }
  if (g_str_has_suffix (name, ".md"))
    {
      g_autofree char *path = NULL;
      g_autofree char *json = NULL;

      stem = g_strndup (name, strlen (name) - strlen (".md"));
      json = g_strconcat (stem, ".json", NULL);
      path = g_build_filename (folder, wb_kind_to_string (kind), json, NULL);
      return g_file_test (path, G_FILE_TEST_IS_REGULAR) || set_fault (file, _("is half an entry"), error);
    }

  return set_fault (file, _("is neither .json nor .md"), error);
}

static gboolean
add_kind (WbPack      *pack,
          const char  *folder,
          WbKind       kind,
          GError     **error)
{
  g_autofree char *path = g_build_filename (folder, wb_kind_to_string (kind), NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    return set_fault (wb_kind_to_string (kind), _("cannot be read"), error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && !add_file (pack, folder, kind, name, error))
      return FALSE;

  return TRUE;
}

WbPack *
wb_pack_new_from_folder (const char  *path,
                         GError     **error)
{
  g_autoptr (WbPack) pack = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  WbKind kind;

  g_return_val_if_fail (path != NULL, NULL);

  dir = g_dir_open (path, 0, NULL);
  if (dir == NULL)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("The folder “%s” cannot be read."), path);
      return NULL;
    }
  pack = load_head (path, error);
  if (pack == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (name[0] == '.' || g_str_equal (name, HEAD) || g_str_equal (name, "README.md"))
        continue;
      if (!wb_kind_from_string (name, &kind))
        {
          set_fault (name, _("does not belong here"), error);
          return NULL;
        }
      if (!add_kind (pack, path, kind, error))
        return NULL;
    }
  if (pack->entries->len == 0)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” holds no entries."), path);
      return NULL;
    }

  return g_steal_pointer (&pack);
}
