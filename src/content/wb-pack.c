/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pack.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wb-file.h"
#include "wb-json.h"
#include "wb-markdown.h"
#include "wb-pack-private.h"

#define HOLDS "content-pack"
#define LICENCE "CC-BY-4.0"
#define MAX_TITLE 120
#define MAX_VERSION 1000000
/* Keeps a signature of a pack from being one of anything else. */
#define SIGNED_PREFIX "wegbereiter content pack 1\n"

static void
pack_entry_free (gpointer data)
{
  WbPackEntry *entry = data;

  g_free (entry->id);
  g_free (entry->json);
  g_free (entry->text);
  g_free (entry->sha256);
  g_free (entry);
}

WbPack *
wb_pack_new (const char *id,
             const char *title,
             const char *publisher,
             const char *date,
             int         version)
{
  WbPack *self = g_new0 (WbPack, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->publisher = g_strdup (publisher);
  self->date = g_strdup (date);
  self->licence = g_strdup (LICENCE);
  self->version = version;
  self->entries = g_ptr_array_new_with_free_func (pack_entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

WbPack *
wb_pack_ref (WbPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_pack_unref (WbPack *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->date);
  g_free (self->licence);
  g_free (self->key);
  g_free (self->signature);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static char *
hash_halves (const char *json,
             const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) json, strlen (json) + 1);
  g_checksum_update (checksum, (const guchar *) text, strlen (text));

  return g_strdup (g_checksum_get_string (checksum));
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const WbPackEntry *left = *(const WbPackEntry *const *) a;
  const WbPackEntry *right = *(const WbPackEntry *const *) b;

  return left->kind != right->kind ? (int) left->kind - (int) right->kind : strcmp (left->id, right->id);
}

gboolean
wb_pack_add_entry (WbPack     *self,
                   WbKind      kind,
                   const char *id,
                   const char *json,
                   const char *text)
{
  WbPackEntry *entry;
  guint position;

  g_return_val_if_fail (self != NULL, FALSE);

  if (g_hash_table_contains (self->by_id, id))
    return FALSE;

  entry = g_new0 (WbPackEntry, 1);
  entry->kind = kind;
  entry->id = g_strdup (id);
  entry->json = g_strdup (json);
  entry->text = g_strdup (text);
  entry->sha256 = hash_halves (json, text);
  for (position = self->entries->len; position > 0; position--)
    if (compare_entries (&g_ptr_array_index (self->entries, position - 1), &entry) < 0)
      break;
  g_ptr_array_insert (self->entries, position, entry);
  g_hash_table_insert (self->by_id, entry->id, entry);

  return TRUE;
}

const WbPackEntry *
wb_pack_find (WbPack     *self,
              const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

char *
wb_pack_entry_dup_title (const WbPackEntry *entry)
{
  g_autoptr (WbJsonReport) report = wb_json_report_new (FALSE);
  g_autoptr (JsonNode) node = wb_json_parse (entry->json, strlen (entry->json), NULL);
  WbJson root = wb_json_root (node, report);
  const char *title = NULL;

  if (node != NULL && wb_json_is_object (&root))
    title = wb_json_get_text (&root, "title", MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE);

  return g_strdup (title != NULL ? title : entry->id);
}

/* One spelling for each text: what JSON makes us escape, and nothing else. */
static void
append_text (GString    *out,
             const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (out, "\\n");
    else if ((guchar) *p < 0x20)
      g_string_append_printf (out, "\\u%04x", (guint) *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

static void
append_member (GString    *out,
               const char *key,
               const char *text,
               const char *after)
{
  g_string_append_printf (out, "\"%s\": ", key);
  append_text (out, text);
  g_string_append (out, after);
}

/* What is signed. (transfer full) */
static char *
spell_body (WbPack *self)
{
  GString *out = g_string_new ("{");

  append_member (out, "id", self->id, ", ");
  append_member (out, "title", self->title, ", ");
  append_member (out, "publisher", self->publisher, ", ");
  g_string_append_printf (out, "\"version\": %d, ", self->version);
  append_member (out, "date", self->date, ", ");
  append_member (out, "licence", self->licence, ", ");
  g_string_append (out, "\"entries\": [");
  for (guint i = 0; i < self->entries->len; i++)
    {
      const WbPackEntry *entry = g_ptr_array_index (self->entries, i);

      g_string_append (out, i > 0 ? ",\n{" : "\n{");
      append_member (out, "kind", wb_kind_to_string (entry->kind), ", ");
      append_member (out, "id", entry->id, ", ");
      append_member (out, "sha256", entry->sha256, ", ");
      append_member (out, "json", entry->json, ", ");
      append_member (out, "text", entry->text, "}");
    }
  g_string_append (out, "\n]}");

  return g_string_free (out, FALSE);
}

char *
wb_pack_to_text (WbPack *self)
{
  g_autofree char *body = NULL;
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  body = spell_body (self);
  out = g_string_new (NULL);
  g_string_append_printf (out, "{\"format\": %d, \"holds\": \"%s\",\n\"pack\": %s", WB_PACK_FORMAT, HOLDS, body);
  if (self->key != NULL && self->signature != NULL)
    g_string_append_printf (out, ",\n\"key\": \"%s\",\n\"signature\": \"%s\"", self->key, self->signature);
  g_string_append (out, "}\n");

  return g_string_free (out, FALSE);
}

void
wb_pack_sign (WbPack          *self,
              const WbPackKey *key)
{
  g_autofree char *body = NULL;
  g_autofree char *message = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);

  body = spell_body (self);
  message = g_strconcat (SIGNED_PREFIX, body, NULL);
  g_free (self->key);
  g_free (self->signature);
  self->key = g_strdup (wb_pack_key_get_public (key));
  self->signature = wb_pack_key_sign (key, message);
  self->state = WB_PACK_SIGNED;
}

gboolean
wb_pack_write (WbPack      *self,
               const char  *path,
               GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  text = wb_pack_to_text (self);
  if (strlen (text) > WB_PACK_MAX_BYTES)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The pack would be larger than %d MB; nothing was written."),
                   WB_PACK_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  temporary = wb_file_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  if (wb_file_fill (temporary, text, error) && wb_file_replace (temporary, path, 0644, error))
    return TRUE;
  g_unlink (temporary);

  return FALSE;
}

/* Invisible characters that could make a name look like another. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (p));

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR
          || type == G_UNICODE_PARAGRAPH_SEPARATOR || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED)
        return FALSE;
    }

  return TRUE;
}

static const char *
read_name (const WbJson *json,
           const char   *key)
{
  const char *text = wb_json_get_text_or_empty (json, key, MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE);

  if (!is_plain (text))
    wb_json_fault (json, key, _("holds invisible characters"));

  return text;
}

WbPack *
wb_pack_read_head (const WbJson *json)
{
  WbPack *self = wb_pack_new (wb_json_get_text_or_empty (json, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID), read_name (json, "title"),
                              read_name (json, "publisher"),
                              wb_json_get_text_or_empty (json, "date", 0, WB_JSON_REQUIRED | WB_JSON_DATE),
                              wb_json_get_int (json, "version", 1, MAX_VERSION, 1, WB_JSON_REQUIRED));
  const char *licence = wb_json_get_text (json, "licence", 0, WB_JSON_REQUIRED);

  if (licence != NULL && !g_str_equal (licence, LICENCE))
    wb_json_fault (json, "licence", _("must be “%s”"), LICENCE);

  return self;
}

static void
read_entry (const WbJson *json,
            WbPack       *self)
{
  const char *kind_name, *id, *sha256, *half, *text;
  WbKind kind;

  if (!wb_json_is_object (json))
    return;

  wb_json_allow (json, "kind", "id", "sha256", "json", "text", NULL);
  kind_name = wb_json_get_text (json, "kind", 0, WB_JSON_REQUIRED);
  id = wb_json_get_text (json, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  sha256 = wb_json_get_text (json, "sha256", 0, WB_JSON_REQUIRED);
  half = wb_json_get_text (json, "json", 0, WB_JSON_REQUIRED);
  text = wb_json_get_text (json, "text", 0, WB_JSON_REQUIRED);
  if (kind_name == NULL || id == NULL || sha256 == NULL || half == NULL || text == NULL)
    return;

  if (!wb_kind_from_string (kind_name, &kind))
    wb_json_fault (json, "kind", _("“%.60s” is no kind of entry"), kind_name);
  else if (strlen (half) > WB_JSON_MAX_BYTES || strlen (text) > WB_MARKDOWN_MAX_BYTES)
    wb_json_fault (json, NULL, _("is larger than %d MB"), WB_JSON_MAX_BYTES / (1024 * 1024));
  else if (!wb_pack_add_entry (self, kind, id, half, text))
    wb_json_fault (json, "id", _("“%s” is there twice"), id);
  else if (!g_str_equal (wb_pack_find (self, id)->sha256, sha256))
    wb_json_fault (json, "sha256", _("does not fit the entry “%s”, which was damaged or changed"), id);
}

static void
read_signature (const WbJson *root,
                WbPack       *self)
{
  const char *key = wb_json_get_text (root, "key", 0, 0);
  const char *signature = wb_json_get_text (root, "signature", 0, 0);

  if ((key == NULL) != (signature == NULL))
    wb_json_fault (root, key == NULL ? "key" : "signature", _("is missing"));
  else if (key != NULL && !wb_pack_key_is_public (key))
    wb_json_fault (root, "key", _("is no key"));
  self->key = g_strdup (key);
  self->signature = g_strdup (signature);
}

static void
judge_signature (WbPack *self)
{
  g_autofree char *body = NULL;
  g_autofree char *message = NULL;

  self->state = WB_PACK_UNSIGNED;
  if (self->key == NULL)
    return;

  body = spell_body (self);
  message = g_strconcat (SIGNED_PREFIX, body, NULL);
  self->state = wb_pack_key_verify (self->key, self->signature, message) ? WB_PACK_SIGNED : WB_PACK_WRONG_SIGNATURE;
}

static WbPack *
read_pack (const WbJson *root)
{
  WbPack *self = NULL;
  WbJson pack, list;
  guint length;

  wb_json_allow (root, "format", "holds", "pack", "key", "signature", NULL);
  if (g_strcmp0 (wb_json_get_text (root, "holds", 0, WB_JSON_REQUIRED), HOLDS) != 0)
    wb_json_fault (root, "holds", _("is not “%s”"), HOLDS);
  if (!wb_json_get_object (root, "pack", WB_JSON_REQUIRED, &pack))
    return NULL;

  wb_json_allow (&pack, "id", "title", "publisher", "version", "date", "licence", "entries", NULL);
  self = wb_pack_read_head (&pack);
  length = wb_json_get_array (&pack, "entries", WB_PACK_MAX_ENTRIES, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);

      read_entry (&element, self);
    }
  read_signature (root, self);

  return self;
}

WbPack *
wb_pack_parse (const char  *text,
               gsize        length,
               GError     **error)
{
  g_autoptr (WbJsonReport) report = wb_json_report_new (TRUE);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (WbPack) self = NULL;
  g_autofree char *again = NULL;
  WbJson root;

  g_return_val_if_fail (text != NULL, NULL);

  node = wb_json_parse_within (text, length, WB_PACK_MAX_BYTES, error);
  if (node == NULL)
    return NULL;
  root = wb_json_root (node, report);
  if (wb_json_is_object (&root))
    {
      if (wb_json_get_int (&root, "format", 1, G_MAXINT, 1, WB_JSON_REQUIRED) > WB_PACK_FORMAT)
        {
          g_set_error (error, WB_ERROR, WB_ERROR_NEWER, _("it was written for a newer version of this program"));
          return NULL;
        }
      self = read_pack (&root);
    }
  if (!wb_json_report_propagate (report, error))
    return NULL;

  again = wb_pack_to_text (self);
  if (strlen (again) != length || memcmp (again, text, length) != 0)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("it is not written the way packs are, so somebody changed it"));
      return NULL;
    }
  judge_signature (self);

  return g_steal_pointer (&self);
}

/* The whole of an ordinary file of at most WB_PACK_MAX_BYTES; a larger one is not read at all. (transfer full) */
static char *
read_file (const char  *path,
           gsize       *length,
           GError     **error)
{
  /* Without waiting for somebody who writes into a pipe. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  g_autofree char *text = NULL;
  struct stat status;
  gssize n = 0;

  if (fd < 0 || fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("cannot be read"));
    }
  else if (status.st_size > WB_PACK_MAX_BYTES)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("is larger than %d MB"), WB_PACK_MAX_BYTES / (1024 * 1024));
    }
  else
    {
      text = g_malloc (status.st_size + 1);
      for (*length = 0; *length < (gsize) status.st_size; *length += n)
        {
          n = read (fd, text + *length, status.st_size - *length);
          if (n <= 0)
            break;
        }
      text[*length] = '\0';
      if (n < 0)
        {
          g_set_error (error, WB_ERROR, WB_ERROR_FAILED, _("cannot be read"));
          g_clear_pointer (&text, g_free);
        }
    }
  if (fd >= 0)
    close (fd);

  return g_steal_pointer (&text);
}

WbPack *
wb_pack_load (const char  *path,
              GError     **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) failure = NULL;
  WbPack *self = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  text = read_file (path, &length, &failure);
  if (text != NULL)
    self = wb_pack_parse (text, length, &failure);
  if (self == NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, WB_ERROR, failure->code, _("“%s” is no content pack that can be used (%s); nothing was changed."), name,
                   failure->message);
    }

  return self;
}
