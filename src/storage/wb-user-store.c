/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-user-store-private.h"

#include "wb-bookmark-table.h"
#include "wb-file.h"
#include "wb-letterhead-table.h"
#include "wb-meta-table.h"
#include "wb-recent-table.h"
#include "wb-town-meta.h"
#include "wb-user-schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

enum
{
  PROFILE_CHANGED,
  BOOKMARKS_CHANGED,
  PROJECTS_CHANGED,
  LEARNING_CHANGED,
  COLLECTIONS_CHANGED,
  ASSESSMENTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbUserStore, wb_user_store, G_TYPE_OBJECT)

static void
wb_user_store_finalize (GObject *object)
{
  WbUserStore *self = WB_USER_STORE (object);

  g_clear_pointer (&self->connection, wb_connection_free);
  g_free (self->path);
  g_free (self->notice);

  G_OBJECT_CLASS (wb_user_store_parent_class)->finalize (object);
}

static void
wb_user_store_class_init (WbUserStoreClass *klass)
{
  static const char *const names[N_SIGNALS] = {
    [PROFILE_CHANGED] = "profile-changed",
    [BOOKMARKS_CHANGED] = "bookmarks-changed",
    [PROJECTS_CHANGED] = "projects-changed",
    [LEARNING_CHANGED] = "learning-changed",
    [COLLECTIONS_CHANGED] = "collections-changed",
    [ASSESSMENTS_CHANGED] = "assessments-changed",
  };

  G_OBJECT_CLASS (klass)->finalize = wb_user_store_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], WB_TYPE_USER_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
wb_user_store_init (WbUserStore *self)
{
}

void
wb_recent_project_free (WbRecentProject *recent)
{
  if (recent == NULL)
    return;

  g_free (recent->path);
  g_free (recent->title);
  g_free (recent->guide_title);
  g_free (recent->next_step);
  g_free (recent);
}

/* "user.db" → "user-version-1.db": what the file was before this program changed its format. */
static gboolean
keep_copy (WbUserStore  *self,
           guint         version,
           GError      **error)
{
  g_autofree char *stem = g_strndup (self->path, strlen (self->path) - (g_str_has_suffix (self->path, ".db") ? 3 : 0));
  g_autofree char *copy = g_strdup_printf ("%s-version-%u.db", stem, version);
  g_autofree char *temporary = wb_file_make_temporary (copy, error);

  if (temporary == NULL)
    return FALSE;
  if (wb_connection_copy (self->connection, temporary, error) && wb_file_replace (temporary, copy, 0600, error))
    return TRUE;
  g_unlink (temporary);

  return FALSE;
}

static gboolean
check_version (WbUserStore  *self,
               GError      **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  guint version;

  if (!wb_connection_check_format (self->connection, WB_USER_APPLICATION_ID, &version, error))
    return FALSE;
  if (version == WB_USER_VERSION)
    return TRUE;
  if (version < WB_USER_VERSION)
    return wb_connection_check_integrity (self->connection, error) && keep_copy (self, version, error)
           && wb_schema_upgrade (&wb_user_schema, self->connection, version, error);
  g_set_error (error, WB_ERROR, WB_ERROR_NEWER,
               _("“%s” was written by a newer version of this program and was left untouched."), name);

  return FALSE;
}

static gboolean
open_existing (WbUserStore  *self,
               GError      **error)
{
  g_autoptr (GHashTable) meta = NULL;

  self->connection = wb_connection_open (self->path, WB_OPEN_WRITE, error);
  if (self->connection == NULL || !wb_connection_harden (self->connection, error)
      || !check_version (self, error) || !wb_connection_check_integrity (self->connection, error))
    return FALSE;
  meta = wb_meta_table_load (self->connection, error);

  return meta != NULL && wb_user_schema_prepare (self->connection, error);
}

static gboolean
create_new (WbUserStore  *self,
            GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_mkdir_with_parents (folder, 0700) < 0)
    return wb_file_set_error (folder, errno, error);
  if (!wb_file_create_private (self->path, error))
    return FALSE;
  self->connection = wb_connection_open (self->path, WB_OPEN_WRITE, error);

  return self->connection != NULL && wb_connection_harden (self->connection, error)
         && wb_user_schema_prepare (self->connection, error)
         && wb_schema_upgrade (&wb_user_schema, self->connection, 0, error);
}

/* "user.db" → "user-2026-11-22.damaged.db", with a number when there is one of today. */
static char *
choose_aside (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *stem = g_strndup (path, strlen (path) - (g_str_has_suffix (path, ".db") ? 3 : 0));
  char *aside = g_strdup_printf ("%s-%s.damaged.db", stem, day);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s-%s-%u.damaged.db", stem, day, i);
    }

  return aside;
}

/* The side files belong to the damaged one; left behind they would be played into the new one. */
static gboolean
set_aside (WbUserStore  *self,
           GError      **error)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };
  g_autofree char *aside = choose_aside (self->path);
  g_autofree char *name = g_filename_display_basename (aside);

  g_clear_pointer (&self->connection, wb_connection_free);
  if (g_rename (self->path, aside) < 0)
    return wb_file_set_error (self->path, errno, error);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

      if (g_rename (from, to) < 0 && errno != ENOENT)
        return wb_file_set_error (from, errno, error);
    }
  self->notice = g_strdup_printf (_("Your bookmarks and learning progress could not be read and were begun anew; the damaged file is kept as “%s”. Projects are not affected."), name);

  return TRUE;
}

static gboolean
open_or_begin (WbUserStore  *self,
               GError      **error)
{
  GError *local_error = NULL;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return create_new (self, error);
  if (open_existing (self, &local_error))
    return TRUE;
  if (!g_error_matches (local_error, WB_ERROR, WB_ERROR_CORRUPT)
      && !g_error_matches (local_error, WB_ERROR, WB_ERROR_FOREIGN))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  g_clear_error (&local_error);

  return set_aside (self, error) && create_new (self, error);
}

char *
wb_user_store_find_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "wegbereiter", "user.db", NULL);
}

WbUserStore *
wb_user_store_open (const char  *path,
                    GError     **error)
{
  g_autoptr (WbUserStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (WB_TYPE_USER_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  if (!open_or_begin (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
wb_user_store_get_notice (WbUserStore *self)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  return self->notice;
}

/* Tells @signal when the write went well. */
static gboolean
done (WbUserStore *self,
      gboolean     written,
      guint        signal)
{
  if (written)
    g_signal_emit (self, signals[signal], 0);

  return written;
}

gboolean
wb_user_store_tell_learning (WbUserStore *self,
                             gboolean     written)
{
  return done (self, written, LEARNING_CHANGED);
}

gboolean
wb_user_store_tell_collections (WbUserStore *self,
                             gboolean     written)
{
  return done (self, written, COLLECTIONS_CHANGED);
}

gboolean
wb_user_store_tell_assessments (WbUserStore *self,
                                gboolean     written)
{
  return done (self, written, ASSESSMENTS_CHANGED);
}

/* The getters cannot report; what cannot be read counts as not there. */
GHashTable *
wb_user_store_load_meta (WbUserStore *self)
{
  g_autoptr (GError) error = NULL;
  GHashTable *meta = wb_meta_table_load (self->connection, &error);

  if (meta == NULL)
    {
      g_warning ("%s", error->message);
      meta = g_hash_table_new (g_str_hash, g_str_equal);
    }

  return meta;
}

WbMunicipality *
wb_user_store_get_town (WbUserStore *self)
{
  g_autoptr (GHashTable) meta = NULL;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  meta = wb_user_store_load_meta (self);

  return wb_town_meta_read (meta);
}

static gboolean
write_town (WbConnection  *connection,
            gpointer       user_data,
            GError       **error)
{
  return wb_town_meta_set (connection, user_data, error);
}

gboolean
wb_user_store_set_town (WbUserStore     *self,
                        WbMunicipality  *town,
                        GError         **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);

  return done (self, wb_connection_transact (self->connection, write_town, town, error),
               PROFILE_CHANGED);
}

WbLetterhead *
wb_user_store_get_letterhead (WbUserStore *self)
{
  g_autoptr (GError) error = NULL;
  WbLetterhead *letterhead;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  letterhead = wb_letterhead_table_get (self->connection, &error);
  if (letterhead == NULL)
    {
      g_warning ("%s", error->message);
      letterhead = wb_letterhead_new ();
    }

  return letterhead;
}

static gboolean
write_letterhead (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_letterhead_table_set (connection, user_data, error);
}

gboolean
wb_user_store_set_letterhead (WbUserStore         *self,
                              const WbLetterhead  *letterhead,
                              GError             **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);

  return done (self, wb_connection_transact (self->connection, write_letterhead, (gpointer) letterhead, error), PROFILE_CHANGED);
}

gboolean
wb_user_store_get_welcomed (WbUserStore *self)
{
  g_autoptr (GHashTable) meta = NULL;

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);

  meta = wb_user_store_load_meta (self);

  return g_hash_table_contains (meta, WB_USER_WELCOMED);
}

gboolean
wb_user_store_set_welcomed (WbUserStore  *self,
                            gboolean      welcomed,
                            GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);

  return done (self, wb_meta_table_set (self->connection, WB_USER_WELCOMED, welcomed ? "1" : NULL,
                                        error),
               PROFILE_CHANGED);
}

char **
wb_user_store_list_bookmarks (WbUserStore *self)
{
  g_autoptr (GError) error = NULL;
  char **items;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  items = wb_bookmark_table_list (self->connection, &error);
  if (items == NULL)
    g_warning ("%s", error->message);

  return items != NULL ? items : g_new0 (char *, 1);
}

gboolean
wb_user_store_has_bookmark (WbUserStore *self,
                            const char  *item)
{
  g_auto (GStrv) items = NULL;

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  items = wb_user_store_list_bookmarks (self);

  return g_strv_contains ((const char *const *) items, item);
}

gboolean
wb_user_store_set_bookmark (WbUserStore  *self,
                            const char   *item,
                            gboolean      bookmarked,
                            GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  return done (self, wb_bookmark_table_set (self->connection, item, bookmarked, error),
               BOOKMARKS_CHANGED);
}

GPtrArray *
wb_user_store_list_projects (WbUserStore *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *projects;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  projects = wb_recent_table_list (self->connection, &error);
  if (projects == NULL)
    {
      g_warning ("%s", error->message);
      projects = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_recent_project_free);
    }

  return projects;
}

gboolean
wb_user_store_note_project (WbUserStore            *self,
                            const WbRecentProject  *project,
                            GError                **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (project != NULL && project->path != NULL, FALSE);

  return done (self, wb_recent_table_set (self->connection, project, error), PROJECTS_CHANGED);
}

gboolean
wb_user_store_forget_project (WbUserStore  *self,
                              const char   *path,
                              GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return done (self, wb_recent_table_remove (self->connection, path, error), PROJECTS_CHANGED);
}
