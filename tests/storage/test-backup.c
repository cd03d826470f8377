/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-backup-store.h"
#include "wb-error.h"
#include "wb-project-file.h"
#include "wb-test-library.h"
#include "wb-test-project.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* 2026-03-01 08:00 UTC */
#define START G_GINT64_CONSTANT (1772352000)
#define HOUR 3600
#define DAY (24 * HOUR)

static WbBackupStore *
make_store (WbTestProject *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "data", "copies", NULL);

  return wb_backup_store_new (folder);
}

static void
set (WbProjectFile *file,
     const char    *value)
{
  g_autoptr (GError) error = NULL;

  wb_answers_set (wb_project_file_get_answers (file), "ziel", "", "", value);
  g_assert_true (wb_project_file_flush (file, &error));
  g_assert_no_error (error);
}

static void
make (WbBackupStore *store,
      const char    *path,
      gint64         now)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_backup_store_make (store, path, now, &error));
  g_assert_no_error (error);
}

static GPtrArray *
list (WbBackupStore *store,
      const char    *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = wb_backup_store_list (store, path, &error);

  g_assert_no_error (error);
  for (guint i = 1; i < backups->len; i++)
    g_assert_cmpint (((WbBackup *) g_ptr_array_index (backups, i - 1))->time, >=,
                     ((WbBackup *) g_ptr_array_index (backups, i))->time);

  return backups;
}

static void
assert_answer (const char *path,
               const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = wb_project_file_open (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "ziel", "", ""), ==, value);
}

static void
test_make (WbTestProject *fixture,
           gconstpointer  data)
{
  g_autoptr (WbBackupStore) store = make_store (fixture);
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) backups = NULL;
  const WbBackup *first, *second;
  struct stat status;

  make (store, fixture->path, START);
  make (store, fixture->path, START + 1);
  /* Where one was last is no state of its own. */
  wb_project_file_set_current_step (file, "schritt");
  g_assert_true (wb_project_file_flush (file, NULL));
  make (store, fixture->path, START + 2);
  set (file, "neu");
  make (store, fixture->path, START + 10);
  make (store, fixture->path, START + 11);

  backups = list (store, fixture->path);
  g_assert_cmpuint (backups->len, ==, 2);
  first = g_ptr_array_index (backups, 0);
  second = g_ptr_array_index (backups, 1);
  g_assert_cmpint (first->time, ==, START + 10);
  g_assert_cmpint (second->time, ==, START);
  g_assert_true (first->compared && second->compared);
  g_assert_cmpuint (first->n_since, ==, 0);
  g_assert_cmpuint (first->n_only, ==, 0);
  g_assert_cmpuint (second->n_since, ==, 1);
  g_assert_cmpint (g_stat (first->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, ==, first->size);
  assert_answer (first->path, "neu");
  assert_answer (second->path, "");
}

/* Ten within one day, then one a day: the last ten and the last of each day stay, for thirty days. */
static void
test_prune (WbTestProject *fixture,
            gconstpointer  data)
{
  g_autoptr (WbBackupStore) store = make_store (fixture);
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) backups = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i);

      set (file, value);
      make (store, fixture->path, START + i * 60);
    }
  backups = list (store, fixture->path);
  g_assert_cmpuint (backups->len, ==, WB_BACKUP_KEEP_LAST);
  g_assert_cmpint (((WbBackup *) g_ptr_array_index (backups, 9))->time, ==, START + 2 * 60);

  /* Two a day from the next day on. */
  for (guint i = 1; i <= 40; i++)
    for (guint j = 0; j < 2; j++)
      {
        g_autofree char *value = g_strdup_printf ("%u %u", i, j);

        set (file, value);
        make (store, fixture->path, START + i * DAY + j * HOUR);
      }
  g_ptr_array_unref (backups);
  backups = list (store, fixture->path);
  /* Days 11 to 40 with one each, and of the last five days both. */
  g_assert_cmpuint (backups->len, ==, 35);
  g_assert_cmpint (((WbBackup *) g_ptr_array_index (backups, 34))->time, ==, START + 11 * DAY + HOUR);
}

/* As many copies as there are get @size bytes each, most of which are nowhere on the disk; another one is made at @now; @n are left. */
static void
assert_left (WbBackupStore *store,
             WbTestProject *fixture,
             WbProjectFile *file,
             gint64         size,
             gint64         now,
             guint          n)
{
  g_autoptr (GPtrArray) before = list (store, fixture->path);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, now);

  for (guint i = 0; i < before->len; i++)
    g_assert_cmpint (truncate (((WbBackup *) g_ptr_array_index (before, i))->path, size), ==, 0);
  set (file, value);
  make (store, fixture->path, now);
  after = list (store, fixture->path);
  g_assert_cmpuint (after->len, ==, n);
  g_assert_cmpint (((WbBackup *) g_ptr_array_index (after, 0))->time, ==, now);
}

/* Large ones become fewer, the oldest first, but never fewer than some. */
static void
test_size (WbTestProject *fixture,
           gconstpointer  data)
{
  g_autoptr (WbBackupStore) store = make_store (fixture);
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);

  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i);

      set (file, value);
      make (store, fixture->path, START + i * 60);
    }
  /* The new one, and four of those before. */
  assert_left (store, fixture, file, WB_BACKUP_MAX_BYTES / 4 - 1000 * 1000, START + HOUR, 5);
  assert_left (store, fixture, file, WB_BACKUP_MAX_BYTES, START + 2 * HOUR, WB_BACKUP_KEEP_ALWAYS);
}

static void
test_moved (WbTestProject *fixture,
            gconstpointer  data)
{
  g_autoptr (WbBackupStore) store = make_store (fixture);
  g_autofree char *moved = g_build_filename (fixture->folder, "Stick", "Anders genannt.wegbereiter", NULL);
  g_autofree char *folder = g_path_get_dirname (moved);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  g_object_unref (wb_test_project_create (fixture));
  make (store, fixture->path, START);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (fixture->path, moved), ==, 0);
  backups = list (store, moved);
  g_assert_cmpuint (backups->len, ==, 1);
  /* And where it was, so that a file that is lost is found. */
  gone = list (store, fixture->path);
  g_assert_cmpuint (gone->len, ==, 1);
  g_assert_false (((WbBackup *) g_ptr_array_index (gone, 0))->compared);
}

/* A file of before there were ids gets one when it is opened to be worked on; one that is hostile is none. */
static void
test_id (WbTestProject *fixture,
         gconstpointer  data)
{
  g_autoptr (WbBackupStore) store = make_store (fixture);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;

  g_object_unref (wb_test_project_create (fixture));
  wb_test_project_run_sql (fixture, "UPDATE meta SET value = '../../../fremd' WHERE key = 'project-id'");
  make (store, fixture->path, START);
  none = list (store, fixture->path);
  g_assert_cmpuint (none->len, ==, 0);
  wb_test_project_run_sql (fixture, "DELETE FROM meta WHERE key = 'project-id'");
  make (store, fixture->path, START);
  g_object_unref (wb_test_project_open (fixture));
  make (store, fixture->path, START);
  one = list (store, fixture->path);
  g_assert_cmpuint (one->len, ==, 1);
}

static void
test_unwritable (WbTestProject *fixture,
                 gconstpointer  data)
{
  g_autofree char *place = g_build_filename (fixture->folder, "datei", NULL);
  g_autoptr (WbBackupStore) store = wb_backup_store_new (place);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (wb_test_project_create (fixture));
  g_assert_true (g_file_set_contents (place, "x", 1, NULL));
  g_assert_false (wb_backup_store_make (store, fixture->path, START, &error));
  g_assert_nonnull (error);
  none = list (store, fixture->path);
  g_assert_cmpuint (none->len, ==, 0);
  assert_answer (fixture->path, "");
}

static void
test_restore (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autoptr (WbBackupStore) store = make_store (fixture);
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  const char *old;

  set (file, "alt");
  make (store, fixture->path, START);
  wb_answers_set (wb_project_file_get_answers (file), "anderes", "", "", "x");
  set (file, "neu");
  backups = list (store, fixture->path);
  old = ((WbBackup *) g_ptr_array_index (backups, 0))->path;

  /* Open: left alone. */
  g_assert_false (wb_backup_store_restore (store, old, fixture->path, START + 1, &aside, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (wb_project_file_close (file, &error));

  g_assert_true (wb_backup_store_restore (store, old, fixture->path, START + 1, &aside, &error));
  g_assert_no_error (error);
  g_assert_null (aside);
  assert_answer (fixture->path, "alt");

  /* What was there before can be had again. */
  after = list (store, fixture->path);
  g_assert_cmpuint (after->len, ==, 2);
  assert_answer (((WbBackup *) g_ptr_array_index (after, 0))->path, "neu");
  g_assert_cmpuint (((WbBackup *) g_ptr_array_index (after, 0))->n_only, >, 0);
  g_assert_cmpuint (((WbBackup *) g_ptr_array_index (after, 0))->n_since, ==, 0);
}

/* A damaged file, with a journal that must not be taken for one of the restored file. */
static void
test_restore_damaged (WbTestProject *fixture,
                      gconstpointer  data)
{
  g_autoptr (WbBackupStore) store = make_store (fixture);
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  set (file, "gut");
  make (store, fixture->path, START);
  g_assert_true (wb_project_file_close (file, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "kaputt", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "alt", -1, NULL));
  backups = list (store, fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (wb_backup_store_restore (store, ((WbBackup *) g_ptr_array_index (backups, 0))->path, fixture->path,
                                          START + 1, &aside, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  assert_answer (fixture->path, "gut");
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "kaputt");
}

/* Gone altogether. */
static void
test_restore_lost (WbTestProject *fixture,
                   gconstpointer  data)
{
  g_autoptr (WbBackupStore) store = make_store (fixture);
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  set (file, "gut");
  make (store, fixture->path, START);
  g_assert_true (wb_project_file_close (file, NULL));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  backups = list (store, fixture->path);
  g_assert_true (wb_backup_store_restore (store, ((WbBackup *) g_ptr_array_index (backups, 0))->path, fixture->path,
                                          START + 1, NULL, &error));
  g_assert_no_error (error);
  assert_answer (fixture->path, "gut");
}

/* Sound, but without an id there is no place for a copy: kept beside the restored one. */
static void
test_restore_without_id (WbTestProject *fixture,
                         gconstpointer  data)
{
  g_autoptr (WbBackupStore) store = make_store (fixture);
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  set (file, "alt");
  make (store, fixture->path, START);
  backups = list (store, fixture->path);
  set (file, "neu");
  g_assert_true (wb_project_file_close (file, NULL));
  wb_test_project_run_sql (fixture, "DELETE FROM meta WHERE key = 'project-id'");
  g_assert_true (wb_backup_store_restore (store, ((WbBackup *) g_ptr_array_index (backups, 0))->path, fixture->path,
                                          START + 1, &aside, &error));
  g_assert_no_error (error);
  assert_answer (fixture->path, "alt");
  g_assert_nonnull (aside);
  assert_answer (aside, "neu");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, WbTestProject, NULL, wb_test_project_set_up, func, wb_test_project_tear_down)
  ADD ("/backup/make", test_make);
  ADD ("/backup/prune", test_prune);
  ADD ("/backup/size", test_size);
  ADD ("/backup/moved", test_moved);
  ADD ("/backup/id", test_id);
  ADD ("/backup/unwritable", test_unwritable);
  ADD ("/backup/restore", test_restore);
  ADD ("/backup/restore-damaged", test_restore_damaged);
  ADD ("/backup/restore-lost", test_restore_lost);
  ADD ("/backup/restore-without-id", test_restore_without_id);
#undef ADD

  return g_test_run ();
}
