/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-user-store-private.h"

#include "wb-collected-table.h"
#include "wb-collection-table.h"
#include "wb-note-table.h"
#include "wb-passage-table.h"

WbPassage *
wb_passage_new (gint64      number,
                const char *exact,
                const char *before,
                const char *after,
                const char *note)
{
  WbPassage *self = g_new0 (WbPassage, 1);

  self->number = number;
  self->exact = g_strdup (exact != NULL ? exact : "");
  self->before = g_strdup (before != NULL ? before : "");
  self->after = g_strdup (after != NULL ? after : "");
  self->note = g_strdup (note != NULL ? note : "");

  return self;
}

void
wb_passage_free (WbPassage *passage)
{
  if (passage == NULL)
    return;

  g_free (passage->exact);
  g_free (passage->before);
  g_free (passage->after);
  g_free (passage->note);
  g_free (passage);
}

void
wb_collection_free (WbCollection *collection)
{
  if (collection == NULL)
    return;

  g_free (collection->title);
  g_free (collection);
}

WbCollected *
wb_collected_new (const char *item,
                  const char *remark)
{
  WbCollected *self = g_new0 (WbCollected, 1);

  self->item = g_strdup (item);
  self->remark = g_strdup (remark != NULL ? remark : "");

  return self;
}

void
wb_collected_free (WbCollected *collected)
{
  if (collected == NULL)
    return;

  g_free (collected->item);
  g_free (collected->remark);
  g_free (collected);
}

char *
wb_user_store_get_note (WbUserStore *self,
                        const char  *item)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  text = wb_note_table_get (self->connection, item, &error);
  if (text == NULL)
    g_warning ("%s", error->message);

  return text != NULL ? text : g_strdup ("");
}

gboolean
wb_user_store_set_note (WbUserStore  *self,
                        const char   *item,
                        const char   *text,
                        GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (item != NULL && text != NULL, FALSE);

  return wb_note_table_set (self->connection, item, text, error);
}

GPtrArray *
wb_user_store_list_passages (WbUserStore *self,
                             const char  *item)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *passages;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  passages = wb_passage_table_list (self->connection, item, &error);
  if (passages == NULL)
    {
      g_warning ("%s", error->message);
      passages = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_passage_free);
    }

  return passages;
}

gboolean
wb_user_store_add_passage (WbUserStore      *self,
                           const char       *item,
                           const WbPassage  *passage,
                           gint64           *number,
                           GError          **error)
{
  gint64 added;

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (item != NULL && passage != NULL, FALSE);

  if (!wb_passage_table_add (self->connection, item, passage, &added, error))
    return FALSE;
  if (number != NULL)
    *number = added;

  return TRUE;
}

gboolean
wb_user_store_set_passage_note (WbUserStore  *self,
                                gint64        number,
                                const char   *note,
                                GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (note != NULL, FALSE);

  return wb_passage_table_set_note (self->connection, number, note, error);
}

gboolean
wb_user_store_remove_passage (WbUserStore  *self,
                              gint64        number,
                              GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);

  return wb_passage_table_remove (self->connection, number, error);
}

/* What a write to the collections is about. */
typedef struct
{
  gint64 number;
  const char *title;  /* (nullable) */
  GPtrArray *entries; /* (nullable) */
} Change;

static gboolean
write_new (WbConnection  *connection,
           gpointer       user_data,
           GError       **error)
{
  Change *change = user_data;

  return wb_collection_table_add (connection, change->title, &change->number, error)
         && wb_collected_table_set (connection, change->number, change->entries, error);
}

static gboolean
write_entries (WbConnection  *connection,
               gpointer       user_data,
               GError       **error)
{
  const Change *change = user_data;

  return wb_collected_table_set (connection, change->number, change->entries, error);
}

static gboolean
write_removal (WbConnection  *connection,
               gpointer       user_data,
               GError       **error)
{
  const Change *change = user_data;

  return wb_collected_table_set (connection, change->number, NULL, error)
         && wb_collection_table_remove (connection, change->number, error);
}

GPtrArray *
wb_user_store_list_collections (WbUserStore *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *collections;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  collections = wb_collection_table_list (self->connection, &error);
  if (collections == NULL)
    {
      g_warning ("%s", error->message);
      collections = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_collection_free);
    }

  return collections;
}

gboolean
wb_user_store_add_collection (WbUserStore  *self,
                              const char   *title,
                              GPtrArray    *entries,
                              gint64       *number,
                              GError      **error)
{
  Change change = { 0, title, entries };

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);

  if (!wb_connection_transact (self->connection, write_new, &change, error))
    return FALSE;
  if (number != NULL)
    *number = change.number;

  return wb_user_store_tell_collections (self, TRUE);
}

gboolean
wb_user_store_rename_collection (WbUserStore  *self,
                                 gint64        number,
                                 const char   *title,
                                 GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);

  return wb_user_store_tell_collections (self, wb_collection_table_rename (self->connection, number, title, error));
}

gboolean
wb_user_store_remove_collection (WbUserStore  *self,
                                 gint64        number,
                                 GError      **error)
{
  Change change = { number, NULL, NULL };

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);

  return wb_user_store_tell_collections (self, wb_connection_transact (self->connection, write_removal, &change, error));
}

GPtrArray *
wb_user_store_list_collected (WbUserStore *self,
                              gint64       number)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  entries = wb_collected_table_list (self->connection, number, &error);
  if (entries == NULL)
    {
      g_warning ("%s", error->message);
      entries = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_collected_free);
    }

  return entries;
}

gboolean
wb_user_store_set_collected (WbUserStore  *self,
                             gint64        number,
                             GPtrArray    *entries,
                             GError      **error)
{
  Change change = { number, NULL, entries };

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (entries != NULL, FALSE);

  return wb_user_store_tell_collections (self, wb_connection_transact (self->connection, write_entries, &change, error));
}
