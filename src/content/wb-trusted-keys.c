/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-trusted-keys.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wb-file.h"
#include "wb-json.h"
#include "wb-pack-key.h"

#define FORMAT 1
#define HOLDS "trusted-keys"
#define MAX_KEYS 1000
#define MAX_NAME 120

struct _WbTrustedKeys
{
  char *path;
  GPtrArray *keys; /* WbTrustedKey */
};

static void
trusted_key_free (gpointer data)
{
  WbTrustedKey *key = data;

  g_free (key->key);
  g_free (key->name);
  g_free (key->since);
  g_free (key);
}

static void
append_key (WbTrustedKeys *self,
            const char    *key,
            const char    *name,
            const char    *since)
{
  WbTrustedKey *trusted = g_new0 (WbTrustedKey, 1);

  trusted->key = g_strdup (key);
  trusted->name = g_strdup (name);
  trusted->since = g_strdup (since);
  g_ptr_array_add (self->keys, trusted);
}

void
wb_trusted_keys_free (WbTrustedKeys *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

static void
read_keys (const WbJson  *root,
           WbTrustedKeys *self)
{
  WbJson list;
  guint length = wb_json_get_array (root, "keys", MAX_KEYS, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *key, *name, *since;

      if (!wb_json_is_object (&element))
        continue;
      key = wb_json_get_text (&element, "key", 0, WB_JSON_REQUIRED);
      name = wb_json_get_text (&element, "name", MAX_NAME, WB_JSON_REQUIRED | WB_JSON_LINE);
      since = wb_json_get_text (&element, "since", 0, WB_JSON_REQUIRED | WB_JSON_DATE);
      if (key != NULL && !wb_pack_key_is_public (key))
        wb_json_fault (&element, "key", _("is no key"));
      if (key != NULL && name != NULL && since != NULL)
        append_key (self, key, name, since);
    }
}

WbTrustedKeys *
wb_trusted_keys_load (const char  *path,
                      GError     **error)
{
  g_autoptr (WbTrustedKeys) self = g_new0 (WbTrustedKeys, 1);
  g_autoptr (WbJsonReport) report = wb_json_report_new (FALSE);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) failure = NULL;
  WbJson root;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->keys = g_ptr_array_new_with_free_func (trusted_key_free);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&self);

  node = wb_json_load (path, &failure);
  root = wb_json_root (node, report);
  if (node != NULL && wb_json_is_object (&root))
    {
      wb_json_get_int (&root, "format", FORMAT, FORMAT, FORMAT, WB_JSON_REQUIRED);
      if (g_strcmp0 (wb_json_get_text (&root, "holds", 0, WB_JSON_REQUIRED), HOLDS) != 0)
        wb_json_fault (&root, "holds", _("is not “%s”"), HOLDS);
      read_keys (&root, self);
    }
  if (node == NULL || !wb_json_report_propagate (report, &failure))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, WB_ERROR, WB_ERROR_CORRUPT, _("The list of trusted keys, “%s”, cannot be read (%s); nothing was changed."),
                   name, failure->message);
      return NULL;
    }

  return g_steal_pointer (&self);
}

GPtrArray *
wb_trusted_keys_list (WbTrustedKeys *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->keys;
}

static gboolean
find_key (WbTrustedKeys *self,
          const char    *key,
          guint         *position)
{
  for (*position = 0; *position < self->keys->len; (*position)++)
    if (g_str_equal (((WbTrustedKey *) g_ptr_array_index (self->keys, *position))->key, key))
      return TRUE;

  return FALSE;
}

gboolean
wb_trusted_keys_has (WbTrustedKeys *self,
                     const char    *key)
{
  guint position;

  g_return_val_if_fail (self != NULL, FALSE);

  return key != NULL && find_key (self, key, &position);
}

static void
write_member (JsonBuilder *builder,
              const char  *key,
              const char  *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

/* (transfer full) */
static char *
spell_keys (WbTrustedKeys *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, FORMAT);
  write_member (builder, "holds", HOLDS);
  json_builder_set_member_name (builder, "keys");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->keys->len; i++)
    {
      const WbTrustedKey *key = g_ptr_array_index (self->keys, i);

      json_builder_begin_object (builder);
      write_member (builder, "key", key->key);
      write_member (builder, "name", key->name);
      write_member (builder, "since", key->since);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

static gboolean
write_keys (WbTrustedKeys  *self,
            GError        **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = spell_keys (self);
  g_autofree char *temporary = NULL;

  g_mkdir_with_parents (folder, 0700);
  temporary = wb_file_make_temporary (self->path, error);
  if (temporary == NULL)
    return FALSE;
  if (wb_file_fill (temporary, text, error) && wb_file_replace (temporary, self->path, 0600, error))
    return TRUE;
  g_unlink (temporary);

  return FALSE;
}

gboolean
wb_trusted_keys_add (WbTrustedKeys  *self,
                     const char     *key,
                     const char     *name,
                     GError        **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *since = g_date_time_format (now, "%Y-%m-%d");

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (wb_pack_key_is_public (key), FALSE);

  if (wb_trusted_keys_has (self, key))
    return TRUE;
  append_key (self, key, name, since);
  if (write_keys (self, error))
    return TRUE;
  g_ptr_array_remove_index (self->keys, self->keys->len - 1);

  return FALSE;
}

gboolean
wb_trusted_keys_remove (WbTrustedKeys  *self,
                        const char     *key,
                        GError        **error)
{
  WbTrustedKey *removed;
  guint position;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (!find_key (self, key, &position))
    return TRUE;
  removed = g_ptr_array_steal_index (self->keys, position);
  if (write_keys (self, error))
    {
      trusted_key_free (removed);
      return TRUE;
    }
  g_ptr_array_insert (self->keys, position, removed);

  return FALSE;
}
