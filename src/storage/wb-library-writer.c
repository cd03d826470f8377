/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-writer.h"

#include "wb-catalogue.h"
#include "wb-facet-table.h"
#include "wb-fact-table.h"
#include "wb-family-table.h"
#include "wb-file.h"
#include "wb-item-table.h"
#include "wb-library.h"
#include "wb-library-schema.h"
#include "wb-link-table.h"
#include "wb-look-table.h"
#include "wb-meta-table.h"
#include "wb-origin-table.h"
#include "wb-pack-table.h"
#include "wb-posting-table.h"
#include "wb-search-table.h"
#include "wb-source-table.h"
#include "wb-statement.h"
#include "wb-tokenizer.h"
#include "wb-value-table.h"
#include "wb-word-list.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

struct _WbLibraryWriter
{
  GObject parent_instance;

  gint64 n_items;
  guint n_families;
  guint n_looks;
  gboolean over; /* another library, for its owner only */

  /* Owned */
  char *path;
  char *temporary; /* (nullable) beside @path; NULL once renamed */
  WbConnection *connection; /* (nullable) NULL once finished */
  WbWordList *words;
  WbTokenizer *tokenizer;
  GHashTable *ids;
};

G_DEFINE_FINAL_TYPE (WbLibraryWriter, wb_library_writer, G_TYPE_OBJECT)

static void
wb_library_writer_finalize (GObject *object)
{
  WbLibraryWriter *self = WB_LIBRARY_WRITER (object);

  g_clear_pointer (&self->connection, wb_connection_free);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  wb_word_list_free (self->words);
  wb_tokenizer_free (self->tokenizer);
  g_hash_table_unref (self->ids);

  G_OBJECT_CLASS (wb_library_writer_parent_class)->finalize (object);
}

static void
wb_library_writer_class_init (WbLibraryWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_library_writer_finalize;
}

static void
wb_library_writer_init (WbLibraryWriter *self)
{
  self->words = wb_word_list_new ();
  self->tokenizer = wb_tokenizer_new ();
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The file is thrown away when anything fails, so it needs no journal. */
static gboolean
open_temporary (WbLibraryWriter  *self,
                GError          **error)
{
  self->connection = wb_connection_open (self->temporary, WB_OPEN_WRITE, error);

  return self->connection != NULL
         && wb_connection_run (self->connection,
                               "PRAGMA page_size = 4096;"
                               "PRAGMA auto_vacuum = NONE;"
                               "PRAGMA encoding = 'UTF-8';"
                               "PRAGMA journal_mode = OFF;"
                               "PRAGMA synchronous = OFF",
                               error)
         && wb_tokenizer_register (self->connection, error);
}

static gboolean
begin (WbLibraryWriter  *self,
       GError          **error)
{
  return open_temporary (self, error)
         && wb_schema_upgrade (&wb_library_schema, self->connection, 0, error)
         && wb_connection_run (self->connection, "BEGIN IMMEDIATE", error);
}

static gboolean
copy_base (WbLibraryWriter  *self,
           const char       *base,
           GError          **error)
{
  g_autoptr (WbConnection) connection = wb_connection_open (base, WB_OPEN_IMMUTABLE, error);
  guint version;

  return connection != NULL && wb_connection_check_format (connection, WB_LIBRARY_APPLICATION_ID, &version, error)
         && wb_connection_copy (connection, self->temporary, error);
}

static void
note_item (gint64      number,
           WbKind      kind,
           const char *id,
           const char *title,
           const char *sort_key,
           const char *summary,
           const char *as_of,
           const char *review_by,
           gpointer    user_data)
{
  WbLibraryWriter *self = user_data;

  self->n_items = MAX (self->n_items, number);
  g_hash_table_add (self->ids, g_strdup (id));
}

static void
note_form (const char *form,
           const char *shown,
           guint       n_items,
           gpointer    user_data)
{
  WbLibraryWriter *self = user_data;

  wb_word_list_add_form (self->words, form, shown, n_items);
}

/* Goes on where the base ends. Its words are written anew, with those that come. */
static gboolean
begin_over (WbLibraryWriter  *self,
            GError          **error)
{
  return open_temporary (self, error)
         && wb_connection_run (self->connection, "BEGIN IMMEDIATE", error)
         && wb_meta_table_create (self->connection, error) && wb_pack_table_create (self->connection, error)
         && wb_origin_table_create (self->connection, error)
         && wb_item_table_scan (self->connection, note_item, self, error)
         && wb_search_table_scan_words (self->connection, note_form, self, error)
         && wb_connection_run (self->connection, "DELETE FROM word", error);
}

WbLibraryWriter *
wb_library_writer_new_over (const char  *path,
                            const char  *base,
                            GError     **error)
{
  g_autoptr (WbLibraryWriter) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (base != NULL, NULL);

  self = g_object_new (WB_TYPE_LIBRARY_WRITER, NULL);
  self->over = TRUE;
  self->path = g_canonicalize_filename (path, NULL);
  self->temporary = wb_file_make_temporary (self->path, error);
  if (self->temporary == NULL || !copy_base (self, base, error) || !begin_over (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

WbLibraryWriter *
wb_library_writer_new (const char  *path,
                       GError     **error)
{
  g_autoptr (WbLibraryWriter) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (WB_TYPE_LIBRARY_WRITER, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->temporary = wb_file_make_temporary (self->path, error);
  if (self->temporary == NULL || !begin (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
wb_library_writer_set_vocabulary (WbLibraryWriter  *self,
                                  WbVocabulary     *vocabulary,
                                  GError          **error)
{
  g_return_val_if_fail (WB_IS_LIBRARY_WRITER (self), FALSE);
  g_return_val_if_fail (WB_IS_VOCABULARY (vocabulary), FALSE);
  g_return_val_if_fail (self->connection != NULL, FALSE);

  return wb_facet_table_set (self->connection, vocabulary, error);
}

gboolean
wb_library_writer_add_family (WbLibraryWriter    *self,
                              const char *const  *words,
                              GError            **error)
{
  g_return_val_if_fail (WB_IS_LIBRARY_WRITER (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);
  g_return_val_if_fail (!self->over && self->connection != NULL, FALSE);

  self->n_families++;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *key = wb_tokenizer_make_key (words[i], strlen (words[i]));

      if (!wb_family_table_add (self->connection, self->n_families, key, words[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
wb_library_writer_add_look (WbLibraryWriter  *self,
                            const WbLook     *look,
                            GError          **error)
{
  g_return_val_if_fail (WB_IS_LIBRARY_WRITER (self), FALSE);
  g_return_val_if_fail (look != NULL, FALSE);
  g_return_val_if_fail (!self->over && self->connection != NULL, FALSE);

  return wb_look_table_add (self->connection, self->n_looks++, look, error);
}

static gboolean
check_id (WbLibraryWriter  *self,
          const char       *id,
          GError          **error)
{
  if (g_hash_table_add (self->ids, g_strdup (id)))
    return TRUE;
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               _("There are two entries with the name “%s”."), id);

  return FALSE;
}

static gboolean
add_title (WbLibraryWriter  *self,
           WbItem           *item,
           GError          **error)
{
  g_autofree char *key = wb_tokenizer_fold (self->tokenizer, wb_item_get_title (item));

  return wb_search_table_add_title (self->connection, self->n_items, key, error);
}

static void
note_words (WbLibraryWriter *self,
            WbItem          *item,
            const char      *plain,
            const char      *keywords)
{
  wb_word_list_add (self->words, self->n_items, wb_item_get_title (item));
  wb_word_list_add (self->words, self->n_items, keywords);
  wb_word_list_add (self->words, self->n_items, wb_item_get_summary (item));
  wb_word_list_add (self->words, self->n_items, plain);
}

gboolean
wb_library_writer_add_item (WbLibraryWriter  *self,
                            WbItem           *item,
                            const char       *plain,
                            const char       *keywords,
                            GError          **error)
{
  g_return_val_if_fail (WB_IS_LIBRARY_WRITER (self), FALSE);
  g_return_val_if_fail (WB_IS_ITEM (item), FALSE);
  g_return_val_if_fail (self->connection != NULL, FALSE);

  if (!check_id (self, wb_item_get_id (item), error))
    return FALSE;
  plain = plain != NULL ? plain : "";
  keywords = keywords != NULL ? keywords : "";
  self->n_items++;
  note_words (self, item, plain, keywords);

  return wb_item_table_add (self->connection, self->n_items, item, error)
         && wb_value_table_add (self->connection, self->n_items, item, error)
         && wb_fact_table_add (self->connection, self->n_items, item, error)
         && wb_link_table_add (self->connection, self->n_items, item, error)
         && wb_source_table_add (self->connection, self->n_items, item, error)
         && (!self->over || wb_origin_table_add (self->connection, self->n_items, item, error))
         && wb_search_table_add (self->connection, self->n_items, item, plain, keywords, error)
         && add_title (self, item, error);
}

gboolean
wb_library_writer_add_pack (WbLibraryWriter  *self,
                            const WbPackRow  *row,
                            GError          **error)
{
  g_return_val_if_fail (WB_IS_LIBRARY_WRITER (self), FALSE);
  g_return_val_if_fail (self->over && self->connection != NULL, FALSE);

  return wb_pack_table_add (self->connection, row, error);
}

gboolean
wb_library_writer_set_fact (WbLibraryWriter  *self,
                            const char       *key,
                            const char       *value,
                            GError          **error)
{
  g_return_val_if_fail (WB_IS_LIBRARY_WRITER (self), FALSE);
  g_return_val_if_fail (self->over && self->connection != NULL, FALSE);

  return wb_meta_table_set (self->connection, key, value, error);
}

gboolean
wb_library_writer_finish (WbLibraryWriter  *self,
                          GError          **error)
{
  g_return_val_if_fail (WB_IS_LIBRARY_WRITER (self), FALSE);
  g_return_val_if_fail (self->connection != NULL, FALSE);

  /* VACUUM lays the pages out in one order, whatever the way there was. */
  if (!wb_word_list_write (self->words, self->connection, error)
      || !wb_search_table_finish (self->connection, error) || !wb_catalogue_write (self->connection, error)
      || (self->n_items > WB_POSTING_MIN && !wb_posting_table_write (self->connection, error))
      || !wb_connection_run (self->connection, "COMMIT; VACUUM", error)
      || (self->over && !wb_connection_check_integrity (self->connection, error)))
    return FALSE;
  g_clear_pointer (&self->connection, wb_connection_free);
  if (!wb_file_replace (self->temporary, self->path, self->over ? 0600 : 0644, error))
    return FALSE;
  g_clear_pointer (&self->temporary, g_free);

  return TRUE;
}
