/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-content-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-content-entry.h"
#include "wb-error.h"
#include "wb-file.h"
#include "wb-library-writer.h"

#define MAX_ENTRIES 10000

struct _WbContentFolder
{
  GObject parent_instance;

  gboolean checked;

  /* Owned */
  char *path;
  GPtrArray *items;         /* WbContentEntry, by kind, then by id */
  GHashTable *entries;      /* id → WbContentEntry, borrowed */
  GPtrArray *files;         /* char *: files and folders that were read */
  GPtrArray *faults;
  WbVocabulary *vocabulary; /* (nullable) */
  GPtrArray *families;      /* GPtrArray of char * */
  GPtrArray *looks;         /* WbLook */
};

G_DEFINE_FINAL_TYPE (WbContentFolder, wb_content_folder, G_TYPE_OBJECT)

void
wb_fault_free (WbFault *fault)
{
  if (fault == NULL)
    return;

  g_free (fault->file);
  g_free (fault->place);
  g_free (fault->message);
  g_free (fault);
}

static void
wb_content_folder_finalize (GObject *object)
{
  WbContentFolder *self = WB_CONTENT_FOLDER (object);

  g_free (self->path);
  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->faults);
  g_clear_object (&self->vocabulary);
  g_clear_pointer (&self->families, g_ptr_array_unref);
  g_clear_pointer (&self->looks, g_ptr_array_unref);

  G_OBJECT_CLASS (wb_content_folder_parent_class)->finalize (object);
}

static void
wb_content_folder_class_init (WbContentFolderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_content_folder_finalize;
}

static void
wb_content_folder_init (WbContentFolder *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_content_entry_free);
  self->entries = g_hash_table_new (g_str_hash, g_str_equal);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_fault_free);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Names in @path in the order of their bytes, hidden ones left out; with the type in @types. (transfer full) */
static GPtrArray *
list_folder (const char  *path,
             GHashTable  *types,
             GError     **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFileEnumerator) children = NULL;

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, error);
  if (children == NULL)
    return NULL;

  while (TRUE)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (children, &info, NULL, NULL, error))
        return NULL;
      if (info == NULL)
        break;
      if (g_file_info_get_name (info)[0] == '.')
        continue;
      g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
      g_hash_table_replace (types, g_strdup (g_file_info_get_name (info)),
                            GINT_TO_POINTER (g_file_info_get_file_type (info)));
    }
  g_ptr_array_sort (names, compare_names);

  return g_steal_pointer (&names);
}

static void
add_entry (WbContentFolder *self,
           WbKind           kind,
           const char      *stem)
{
  WbContentEntry *entry;
  WbContentEntry *other;

  if (self->items->len >= MAX_ENTRIES)
    return;

  entry = wb_content_entry_read (self->path, kind, stem, self->vocabulary, self->faults);
  other = g_hash_table_lookup (self->entries, entry->id);
  g_ptr_array_add (self->items, entry);
  g_ptr_array_add (self->files, g_strdup (entry->json_file));
  g_ptr_array_add (self->files, g_strdup (entry->text_file));
  if (other != NULL)
    wb_content_add_fault (self->faults, entry->json_file, "id", _("“%s” is already the id of %s"), entry->id,
                          other->json_file);
  else
    g_hash_table_insert (self->entries, entry->id, entry);
}

/* The stem of an entry's file; NULL, with a fault, for anything else. (transfer full) */
static char *
get_stem (WbContentFolder *self,
          const char      *folder,
          const char      *name,
          GFileType        type)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *file = g_strconcat (folder, "/", valid, NULL);
  const char *dot = strrchr (name, '.');

  if (type != G_FILE_TYPE_REGULAR)
    wb_content_add_fault (self->faults, file, "", _("is no ordinary file"));
  else if (dot == NULL || (!g_str_equal (dot, ".json") && !g_str_equal (dot, ".md")))
    wb_content_add_fault (self->faults, file, "", _("is neither .json nor .md"));
  else if (!g_utf8_validate (name, -1, NULL))
    wb_content_add_fault (self->faults, file, "", _("has a name that is not valid UTF-8"));
  else
    return g_strndup (name, dot - name);

  return NULL;
}

static gboolean
read_kind (WbContentFolder  *self,
           WbKind            kind,
           GError          **error)
{
  const char *folder = wb_kind_to_string (kind);
  g_autofree char *path = g_build_filename (self->path, folder, NULL);
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = list_folder (path, types, error);

  if (names == NULL)
    return FALSE;

  g_ptr_array_add (self->files, g_strdup (folder));
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      char *stem = get_stem (self, folder, name, GPOINTER_TO_INT (g_hash_table_lookup (types, name)));

      if (stem != NULL && g_hash_table_add (seen, stem))
        add_entry (self, kind, stem);
    }

  return TRUE;
}

static void
check_top_level (WbContentFolder *self,
                 GPtrArray       *names,
                 GHashTable      *types)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *valid = g_utf8_make_valid (name, -1);
      WbKind kind;

      if (GPOINTER_TO_INT (g_hash_table_lookup (types, name)) == G_FILE_TYPE_DIRECTORY)
        {
          if (!wb_kind_from_string (name, &kind))
            wb_content_add_fault (self->faults, valid, "", _("the folder is not named after a kind"));
        }
      else if (!g_str_equal (name, "README.md") && !g_str_equal (name, "vocabulary.json")
               && !g_str_equal (name, WB_CONTENT_FAMILIES) && !g_str_equal (name, WB_CONTENT_LOOKS))
        {
          wb_content_add_fault (self->faults, valid, "", _("does not belong here"));
        }
    }
}

WbContentFolder *
wb_content_folder_load (const char  *path,
                        GError     **error)
{
  g_autoptr (WbContentFolder) self = NULL;
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  names = list_folder (path, types, &local);
  if (names == NULL)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("The folder “%s” cannot be read."), path);
      return NULL;
    }

  self = g_object_new (WB_TYPE_CONTENT_FOLDER, NULL);
  self->path = g_strdup (path);
  self->vocabulary = wb_content_read_vocabulary (path, self->faults);
  self->families = wb_content_read_families (path, self->faults);
  self->looks = wb_content_read_looks (path, self->faults);
  g_ptr_array_add (self->files, g_strdup ("."));
  g_ptr_array_add (self->files, g_strdup ("vocabulary.json"));
  if (self->families->len > 0)
    g_ptr_array_add (self->files, g_strdup (WB_CONTENT_FAMILIES));
  if (self->looks->len > 0)
    g_ptr_array_add (self->files, g_strdup (WB_CONTENT_LOOKS));
  check_top_level (self, names, types);
  for (guint kind = 0; kind < WB_N_KINDS; kind++)
    {
      const char *name = wb_kind_to_string (kind);

      if (GPOINTER_TO_INT (g_hash_table_lookup (types, name)) == G_FILE_TYPE_DIRECTORY
          && !read_kind (self, kind, &local))
        {
          g_set_error (error, WB_ERROR, WB_ERROR_FAILED, _("The folder “%s” cannot be read."), name);
          return NULL;
        }
    }
  if (self->items->len >= MAX_ENTRIES)
    wb_content_add_fault (self->faults, "", "", _("holds more than %d entries"), MAX_ENTRIES);

  return g_steal_pointer (&self);
}

guint
wb_content_folder_get_n_items (WbContentFolder *self)
{
  g_return_val_if_fail (WB_IS_CONTENT_FOLDER (self), 0);

  return self->items->len;
}

GPtrArray *
wb_content_folder_get_files (WbContentFolder *self)
{
  g_return_val_if_fail (WB_IS_CONTENT_FOLDER (self), NULL);

  return self->files;
}

GPtrArray *
wb_content_folder_check (WbContentFolder *self)
{
  g_return_val_if_fail (WB_IS_CONTENT_FOLDER (self), NULL);

  if (!self->checked)
    {
      wb_content_check_all (self->items, self->entries, self->faults);
      self->checked = TRUE;
    }

  return self->faults;
}

static gboolean
write_families (WbContentFolder  *self,
                WbLibraryWriter  *writer,
                GError          **error)
{
  for (guint i = 0; i < self->families->len; i++)
    {
      GPtrArray *family = g_ptr_array_index (self->families, i);
      g_autofree const char **words = g_new0 (const char *, family->len + 1);

      for (guint j = 0; j < family->len; j++)
        words[j] = g_ptr_array_index (family, j);
      if (!wb_library_writer_add_family (writer, words, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_looks (WbContentFolder  *self,
             WbLibraryWriter  *writer,
             GError          **error)
{
  for (guint i = 0; i < self->looks->len; i++)
    if (!wb_library_writer_add_look (writer, g_ptr_array_index (self->looks, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
write_library (WbContentFolder  *self,
               const char       *path,
               GError          **error)
{
  g_autoptr (WbLibraryWriter) writer = wb_library_writer_new (path, error);

  if (writer == NULL || !wb_library_writer_set_vocabulary (writer, self->vocabulary, error)
      || !write_families (self, writer, error) || !write_looks (self, writer, error))
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (!wb_content_write_entry (g_ptr_array_index (self->items, i), self->entries, self->vocabulary, writer, error))
      return FALSE;

  return wb_library_writer_finish (writer, error);
}

gboolean
wb_content_folder_build (WbContentFolder  *self,
                         const char       *path,
                         GError          **error)
{
  GError *failure = NULL;
  guint n_faults;

  g_return_val_if_fail (WB_IS_CONTENT_FOLDER (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  n_faults = wb_content_folder_check (self)->len;
  if (n_faults > 0)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   g_dngettext (GETTEXT_PACKAGE, "The content has %u fault; nothing was written.",
                                "The content has %u faults; nothing was written.", n_faults), n_faults);
      return FALSE;
    }

  return write_library (self, path, &failure) || wb_file_set_fill_error (path, failure, error);
}
