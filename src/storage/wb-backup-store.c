/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-backup-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wb-connection.h"
#include "wb-file-lock.h"
#include "wb-file.h"
#include "wb-meta-table.h"
#include "wb-project-file.h"
#include "wb-project-id.h"
#include "wb-project-schema.h"
#include "wb-revision-table.h"
#include "wb-user-store.h"

/* "20261122T150405Z-0123456789ab.wegbereiter" */
#define TIME_FORMAT "%Y%m%dT%H%M%SZ"
#define TIME_LENGTH 16
#define STATE_LENGTH 12
/* In the folder of a project: where its file was seen, so that a file that is gone or cannot be read finds its copies. */
#define ORIGIN_FILE "origin.ini"
#define ORIGIN_GROUP "project"
#define MAX_ORIGINS 20

struct _WbBackupStore
{
  GObject parent_instance;

  GMutex lock; /* one at a time writes */

  /* Owned */
  char *folder;
};

G_DEFINE_FINAL_TYPE (WbBackupStore, wb_backup_store, G_TYPE_OBJECT)

/* What is known of a project file that can be read. */
typedef struct
{
  char *id; /* (nullable) */
  char *title;
  GPtrArray *revisions; /* WbRevision, the oldest first */
} Project;

static void
project_free (Project *self)
{
  g_free (self->id);
  g_free (self->title);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Project, project_free)

static void
wb_backup_store_finalize (GObject *object)
{
  WbBackupStore *self = WB_BACKUP_STORE (object);

  g_mutex_clear (&self->lock);
  g_free (self->folder);

  G_OBJECT_CLASS (wb_backup_store_parent_class)->finalize (object);
}

static void
wb_backup_store_class_init (WbBackupStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_backup_store_finalize;
}

static void
wb_backup_store_init (WbBackupStore *self)
{
  g_mutex_init (&self->lock);
}

WbBackupStore *
wb_backup_store_new (const char *folder)
{
  WbBackupStore *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (WB_TYPE_BACKUP_STORE, NULL);
  self->folder = g_canonicalize_filename (folder, NULL);

  return self;
}

char *
wb_backup_store_find_folder (void)
{
  g_autofree char *user = wb_user_store_find_path ();
  g_autofree char *folder = g_path_get_dirname (user);

  return g_build_filename (folder, "copies", NULL);
}

const char *
wb_backup_store_get_folder (WbBackupStore *self)
{
  g_return_val_if_fail (WB_IS_BACKUP_STORE (self), NULL);

  return self->folder;
}

/* @version: of the file. (transfer full) */
static WbConnection *
open_project (const char  *path,
              guint       *version,
              GError     **error)
{
  g_autoptr (WbConnection) connection = NULL;

  if (!wb_file_check_regular (path, error))
    return NULL;
  connection = wb_connection_open (path, WB_OPEN_READ, error);
  if (connection == NULL || !wb_connection_harden (connection, error)
      || !wb_connection_check_format (connection, WB_PROJECT_APPLICATION_ID, version, error))
    return NULL;

  return g_steal_pointer (&connection);
}

/* (transfer full) */
static Project *
read_project (WbConnection  *connection,
              guint          version,
              GError       **error)
{
  g_autoptr (Project) project = g_new0 (Project, 1);
  g_autoptr (GHashTable) meta = wb_meta_table_load (connection, error);
  GError *failure = NULL;

  if (meta == NULL)
    return NULL;
  project->title = g_strdup (g_hash_table_lookup (meta, WB_PROJECT_TITLE));
  project->id = wb_project_id_read (connection, &failure);
  if (failure == NULL)
    project->revisions = version < WB_PROJECT_HISTORY_VERSION
                           ? g_ptr_array_new_with_free_func ((GDestroyNotify) wb_revision_free)
                           : wb_revision_table_load (connection, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&project);
}

/* (transfer full) */
static Project *
read_file (const char  *path,
           GError     **error)
{
  guint version;
  g_autoptr (WbConnection) connection = open_project (path, &version, error);

  return connection != NULL ? read_project (connection, version, error) : NULL;
}

/* The newest entry of the history names the state: marks, such as the step that was open last, are none. (transfer full) */
static char *
name_state (const Project *project)
{
  const WbRevision *last = project->revisions->len > 0
                             ? g_ptr_array_index (project->revisions, project->revisions->len - 1) : NULL;
  g_autofree char *text = g_strdup_printf ("%u %s", project->revisions->len, last != NULL ? last->token : "");
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (sum, STATE_LENGTH);
}

static gboolean
parse_time (const char *name,
            gint64     *time)
{
  static const char *const mask = "dddddddd" "T" "dddddd" "Z";
  g_autoptr (GDateTime) parsed = NULL;
  g_autofree char *text = g_strndup (name, TIME_LENGTH);

  for (guint i = 0; i < TIME_LENGTH; i++)
    if (mask[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != mask[i])
      return FALSE;
  parsed = g_date_time_new_from_iso8601 (text, NULL);
  *time = parsed != NULL ? g_date_time_to_unix (parsed) : 0;

  return parsed != NULL;
}

/* NULL for the name of a file that is no copy. (transfer full) (nullable) */
static WbBackup *
read_name (const char *place,
           const char *name)
{
  g_autofree char *path = g_build_filename (place, name, NULL);
  g_autofree char *state = NULL;
  GStatBuf status;
  gint64 time;

  if (strlen (name) != TIME_LENGTH + 1 + STATE_LENGTH + strlen (WB_PROJECT_SUFFIX)
      || !g_str_has_suffix (name, WB_PROJECT_SUFFIX) || !parse_time (name, &time) || g_lstat (path, &status) < 0
      || !S_ISREG (status.st_mode))
    return NULL;
  state = g_strndup (name + TIME_LENGTH + 1, STATE_LENGTH);

  return wb_backup_new (path, state, time, status.st_size);
}

static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const WbBackup *first = *(WbBackup *const *) a;
  const WbBackup *second = *(WbBackup *const *) b;

  return first->time != second->time ? (first->time < second->time ? 1 : -1) : g_strcmp0 (second->path, first->path);
}

/* The newest first; empty where there is no such folder. (transfer full) */
static GPtrArray *
list_place (const char *place)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_backup_free);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      WbBackup *backup = read_name (place, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);

  return backups;
}

/* The day in local time, as people count days; 0 for none. */
static gint
find_day (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);
  GDate date;

  if (local == NULL)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));

  return (gint) g_date_get_julian (&date);
}

static void
prune (GPtrArray *backups,
       gint64     now)
{
  const gint today = find_day (now);
  gint last_day = G_MAXINT;
  gint64 total = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const WbBackup *backup = g_ptr_array_index (backups, i);
      const gint day = find_day (backup->time);
      const gboolean newest_of_day = day != last_day;

      last_day = day;
      if ((i < WB_BACKUP_KEEP_LAST || (newest_of_day && today - day < WB_BACKUP_KEEP_DAYS))
          && (i < WB_BACKUP_KEEP_ALWAYS || total + backup->size <= WB_BACKUP_MAX_BYTES))
        {
          total += backup->size;
          continue;
        }
      if (g_unlink (backup->path) < 0)
        g_debug ("%s: %s", backup->path, g_strerror (errno));
    }
}

static char *
find_origin_file (const char *place)
{
  return g_build_filename (place, ORIGIN_FILE, NULL);
}

/* Where the project was seen, the latest first. (transfer full) (nullable) */
static char **
read_origins (const char *place)
{
  g_autofree char *path = find_origin_file (place);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;

  return g_key_file_get_string_list (file, ORIGIN_GROUP, "paths", NULL, NULL);
}

static void
note_origin (const char *place,
             const char *title,
             const char *path)
{
  g_autofree char *escaped = g_filename_to_uri (path, NULL, NULL);
  g_auto (GStrv) known = read_origins (place);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *origin = find_origin_file (place);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;

  if (escaped == NULL || (known != NULL && g_strcmp0 (known[0], escaped) == 0))
    return;
  g_ptr_array_add (paths, escaped);
  for (guint i = 0; known != NULL && known[i] != NULL && paths->len < MAX_ORIGINS; i++)
    if (!g_str_equal (known[i], escaped))
      g_ptr_array_add (paths, known[i]);
  g_key_file_set_string (file, ORIGIN_GROUP, "title", title != NULL ? title : "");
  g_key_file_set_string_list (file, ORIGIN_GROUP, "paths", (const char *const *) paths->pdata, paths->len);
  data = g_key_file_to_data (file, NULL, NULL);
  if (!g_file_set_contents_full (origin, data, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("%s", error->message);
}

static gboolean
has_state (GPtrArray  *backups,
           const char *state)
{
  for (guint i = 0; i < backups->len; i++)
    if (g_str_equal (((const WbBackup *) g_ptr_array_index (backups, i))->state, state))
      return TRUE;

  return FALSE;
}

/* A copy that cannot be opened would be none, so it is looked through before it counts. */
static gboolean
fill_copy (WbConnection  *connection,
           const char    *temporary,
           GError       **error)
{
  g_autoptr (WbConnection) copy = NULL;

  if (!wb_connection_copy (connection, temporary, error))
    return FALSE;
  copy = wb_connection_open (temporary, WB_OPEN_READ, error);

  return copy != NULL && wb_connection_harden (copy, error) && wb_connection_check_integrity (copy, error);
}

static gboolean
write_copy (WbConnection  *connection,
            const char    *path,
            GError       **error)
{
  g_autofree char *temporary = wb_file_make_temporary (path, error);

  if (temporary == NULL)
    return FALSE;
  if (fill_copy (connection, temporary, error) && wb_file_replace (temporary, path, 0600, error))
    return TRUE;
  g_unlink (temporary);

  return FALSE;
}

static gboolean
make_in_place (WbConnection   *connection,
               const Project  *project,
               const char     *place,
               gint64          now,
               GError        **error)
{
  g_autoptr (GPtrArray) before = list_place (place);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
  g_autofree char *state = name_state (project);
  g_autofree char *stamp = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (has_state (before, state))
    return TRUE;
  stamp = g_date_time_format (time, TIME_FORMAT);
  name = g_strconcat (stamp, "-", state, WB_PROJECT_SUFFIX, NULL);
  path = g_build_filename (place, name, NULL);
  if (!write_copy (connection, path, error))
    return FALSE;
  after = list_place (place);
  prune (after, now);

  return TRUE;
}

gboolean
wb_backup_store_make (WbBackupStore  *self,
                      const char     *path,
                      gint64          now,
                      GError        **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (Project) project = NULL;
  g_autofree char *place = NULL;
  guint version;

  g_return_val_if_fail (WB_IS_BACKUP_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  locker = g_mutex_locker_new (&self->lock);
  connection = open_project (path, &version, error);
  project = connection != NULL ? read_project (connection, version, error) : NULL;
  if (project == NULL)
    return FALSE;
  if (project->id == NULL)
    return TRUE;
  place = g_build_filename (self->folder, project->id, NULL);
  if (g_mkdir_with_parents (place, 0700) < 0)
    return wb_file_set_error (place, errno, error);
  note_origin (place, project->title, path);

  return make_in_place (connection, project, place, now, error);
}

/* By the place where the project was seen last. (transfer full) (nullable) */
static char *
find_by_origin (WbBackupStore *self,
                const char    *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && uri != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *place = g_build_filename (self->folder, name, NULL);
      g_auto (GStrv) origins = read_origins (place);

      if (origins != NULL && g_strv_contains ((const char *const *) origins, uri))
        return g_steal_pointer (&place);
    }

  return NULL;
}

/* @project: (nullable) the file, when it could be read. (transfer full) (nullable) */
static char *
find_place (WbBackupStore *self,
            const Project *project,
            const char    *path)
{
  g_autofree char *place = NULL;

  if (project == NULL || project->id == NULL)
    return find_by_origin (self, path);
  place = g_build_filename (self->folder, project->id, NULL);

  return g_file_test (place, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&place) : NULL;
}

char *
wb_backup_store_find_place (WbBackupStore *self,
                            const char    *path)
{
  g_autoptr (Project) project = NULL;

  g_return_val_if_fail (WB_IS_BACKUP_STORE (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  project = read_file (path, NULL);

  return find_place (self, project, path);
}

/* How many changes both have in common, from the beginning on. */
static guint
count_common (GPtrArray *first,
              GPtrArray *second)
{
  guint n = 0;

  while (n < first->len && n < second->len
         && g_strcmp0 (((const WbRevision *) g_ptr_array_index (first, n))->token,
                       ((const WbRevision *) g_ptr_array_index (second, n))->token) == 0)
    n++;

  return n;
}

static void
compare_with (WbBackup      *backup,
              const Project *project)
{
  g_autoptr (Project) copy = read_file (backup->path, NULL);
  guint n;

  if (copy == NULL || project == NULL)
    return;
  n = count_common (copy->revisions, project->revisions);
  backup->compared = TRUE;
  backup->n_since = project->revisions->len - n;
  backup->n_only = copy->revisions->len - n;
}

GPtrArray *
wb_backup_store_list (WbBackupStore  *self,
                      const char     *path,
                      GError        **error)
{
  g_autoptr (Project) project = NULL;
  g_autofree char *place = NULL;
  GPtrArray *backups;

  g_return_val_if_fail (WB_IS_BACKUP_STORE (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  project = read_file (path, NULL);
  place = find_place (self, project, path);
  backups = place != NULL ? list_place (place) : g_ptr_array_new_with_free_func ((GDestroyNotify) wb_backup_free);
  for (guint i = 0; i < backups->len; i++)
    compare_with (g_ptr_array_index (backups, i), project);

  return backups;
}

/* Whether the project can be opened; a journal that a cut-off write left is worked off by that. @can_be_copied: whether a copy of it
 * can be found again; a project without an id has none. */
static gboolean
is_sound (const char *path,
          gboolean   *can_be_copied)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbConnection) connection = wb_connection_open (path, WB_OPEN_WRITE, &error);
  g_autoptr (Project) project = NULL;
  guint version;

  if (connection == NULL || !wb_connection_harden (connection, &error)
      || !wb_connection_check_format (connection, WB_PROJECT_APPLICATION_ID, &version, &error)
      || !wb_connection_check_integrity (connection, &error) || !wb_project_schema_tidy (connection, &error))
    {
      g_debug ("%s", error->message);
      return FALSE;
    }
  project = read_project (connection, version, NULL);
  *can_be_copied = project != NULL && project->id != NULL;

  return project != NULL;
}

/* What was put aside, where it was, with its journal. */
static void
put_back (const char *aside,
          const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *journal_aside = g_strconcat (aside, "-journal", NULL);

  /* The journal first: the file must not be there without it. */
  if (g_file_test (journal_aside, G_FILE_TEST_EXISTS) && g_rename (journal_aside, journal) < 0)
    g_debug ("%s: %s", journal_aside, g_strerror (errno));
  if (g_rename (aside, path) < 0)
    g_debug ("%s: %s", aside, g_strerror (errno));
}

/* Out of the way, but kept; with its journal, which must not be taken for one of the file that takes its place. */
static gboolean
put_aside (const char  *path,
           gint64       now,
           char       **aside,
           GError     **error)
{
  const gsize suffix = g_str_has_suffix (path, WB_PROJECT_SUFFIX) ? strlen (WB_PROJECT_SUFFIX) : 0;
  g_autofree char *stem = g_strndup (path, strlen (path) - suffix);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
  g_autofree char *stamp = g_date_time_format (time, TIME_FORMAT);
  /* Translators: part of the name of a file. */
  g_autofree char *target = g_strdup_printf ("%s-%s-%s%s", stem, _("damaged"), stamp, WB_PROJECT_SUFFIX);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *journal_target = g_strconcat (target, "-journal", NULL);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return wb_file_set_error (target, EEXIST, error);
  if (g_rename (path, target) < 0)
    return wb_file_set_error (path, errno, error);
  if (g_file_test (journal, G_FILE_TEST_EXISTS) && g_rename (journal, journal_target) < 0)
    {
      const int code = errno;

      put_back (target, path);
      return wb_file_set_error (journal, code, error);
    }
  if (aside != NULL)
    *aside = g_steal_pointer (&target);

  return TRUE;
}

/* Nobody may write into the file that goes. */
static gboolean
make_way (WbBackupStore  *self,
          const char     *path,
          gint64          now,
          char          **aside,
          GError        **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (WbFileLock) lock = NULL;
  gboolean taken, can_be_copied;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  lock = wb_file_lock_take (path, &taken);
  if (taken)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_BUSY, _("“%s” is open elsewhere, so it was left as it is."), name);
      return FALSE;
    }

  if (is_sound (path, &can_be_copied) && can_be_copied)
    return wb_backup_store_make (self, path, now, error);

  return put_aside (path, now, aside, error);
}

gboolean
wb_backup_store_restore (WbBackupStore  *self,
                         const char     *backup,
                         const char     *path,
                         gint64          now,
                         char          **aside,
                         GError        **error)
{
  g_autoptr (WbConnection) connection = NULL;
  g_autofree char *moved = NULL;
  guint version;

  g_return_val_if_fail (WB_IS_BACKUP_STORE (self), FALSE);
  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);

  /* Opened before its own folder is pruned: what is open stays readable. */
  connection = open_project (backup, &version, error);

  if (connection == NULL || !wb_connection_check_integrity (connection, error) || !make_way (self, path, now, &moved, error))
    return FALSE;
  if (!write_copy (connection, path, error))
    {
      if (moved != NULL)
        put_back (moved, path);
      return FALSE;
    }
  if (aside != NULL && moved != NULL)
    *aside = g_steal_pointer (&moved);

  return TRUE;
}
