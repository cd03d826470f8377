/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>
#include <utime.h>

#include "wb-attachment-copies.h"
#include "wb-attachment-field.h"
#include "wb-attachment-row.h"
#include "wb-attachment.h"
#include "wb-payload-reader.h"
#include "wb-test-services.h"

#define FIELD "anlagen"

static const char GUIDE[] =
  "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\","
  " \"steps\": [{\"id\": \"s\", \"title\": \"Step\", \"minutes\": 5, \"why\": \"Why\", \"help\": [],"
  " \"documents\": [], \"fields\": [{\"id\": \"" FIELD "\", \"type\": \"attachment\", \"label\": \"Anlagen\", \"why\": \"Why\","
  " \"example\": \"Example\", \"need\": \"optional\"}]}]}]}";

typedef struct
{
  char *folder;
  char *path;
  WbGuide *guide;
  WbProjectFile *file;
  WbFormContext *context;
  GtkWidget *window;
  WbFieldRow *row;
} Fixture;

static void
show (Fixture *fixture)
{
  fixture->context = wb_form_context_new (fixture->guide, wb_project_file_get_answers (fixture->file), NULL,
                                          wb_project_file_get_read_only (fixture->file));
  wb_form_context_set_file (fixture->context, fixture->file);
  fixture->window = gtk_window_new ();
  fixture->row = WB_FIELD_ROW (wb_field_row_new (fixture->context, wb_guide_get_field (fixture->guide, FIELD)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->row));
  gtk_widget_show (fixture->window);
}

static void
hide (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->context);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("wb-attachment-field-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "p.wegbereiter", NULL);
  fixture->guide = wb_guide_from_json ("guide", "Guide", GUIDE, &error);
  g_assert_no_error (error);
  fixture->file = wb_project_file_create (fixture->path, "Titel", "guide", "Guide", GUIDE, NULL, NULL, &error);
  g_assert_no_error (error);
  show (fixture);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  hide (fixture);
  g_assert_true (wb_project_file_close (fixture->file, NULL));
  g_assert_finalize_object (fixture->file);
  g_assert_finalize_object (fixture->guide);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A file of the name @name beside the project. (transfer full) */
static char *
write_file (Fixture    *fixture,
            const char *name,
            gsize       size)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *bytes = g_strnfill (size, 'x');

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));

  return path;
}

static guint
count (Fixture *fixture)
{
  return wb_answers_count_rows (wb_project_file_get_answers (fixture->file), FIELD);
}

static gboolean
is_done (gpointer data)
{
  Fixture *fixture = data;

  return count (fixture) > 0 || wb_field_row_get_problem (fixture->row) != NULL;
}

static void
attach (Fixture    *fixture,
        const char *path)
{
  const char *paths[] = { path, NULL };

  wb_attachment_field_attach (WB_ATTACHMENT_FIELD (fixture->row), paths);
  wb_test_wait (is_done, fixture);
}

static gboolean
has_text (GtkWidget     *widget,
          gconstpointer  text)
{
  return strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
has_icon (GtkWidget     *widget,
          gconstpointer  icon)
{
  return g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0;
}

static GtkWidget *
find_label (Fixture    *fixture,
            const char *text)
{
  return wb_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_LABEL, has_text, text);
}

static GtkWidget *
find_button (Fixture    *fixture,
             const char *icon)
{
  return wb_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_BUTTON, has_icon, icon);
}

/* It is there with name, size and day; each control says which file it is about. */
static void
test_attach (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "Beschluss.txt", 1500);

  attach (fixture, path);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_null (wb_field_row_get_problem (fixture->row));
  g_assert_nonnull (find_label (fixture, "Beschluss.txt"));
  g_assert_nonnull (find_label (fixture, "1.5"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_button (fixture, "user-trash-symbolic")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove “Beschluss.txt” from the project");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_button (fixture, "document-open-symbolic")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Open a copy of “Beschluss.txt” to read");
}

static void
test_remove_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "a.txt", 10);

  attach (fixture, path);
  g_signal_emit_by_name (find_button (fixture, "user-trash-symbolic"), "clicked");
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_null (find_label (fixture, "a.txt"));
  g_assert_true (wb_project_file_flush (fixture->file, NULL));
  wb_project_file_undo (fixture->file);
  wb_test_wait (is_done, fixture);
  g_assert_nonnull (find_label (fixture, "a.txt"));
}

/* What cannot be attached is said below the control, and nothing changes. */
static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "groß.bin", WB_ATTACHMENT_MAX_BYTES + 1);

  attach (fixture, path);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_nonnull (wb_field_row_get_problem (fixture->row));
}

/* Whoever goes on to another step meanwhile has it attached all the same. */
static void
test_gone_on (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "a.txt", 1000000);
  const char *paths[] = { path, NULL };

  wb_attachment_field_attach (WB_ATTACHMENT_FIELD (fixture->row), paths);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  for (guint i = 0; i < 1000 && count (fixture) == 0; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count (fixture), ==, 1);
  fixture->row = NULL;
}

/* The text of a hostile name is shown as text. */
static void
test_markup (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "<b>&amp;.txt", 10);

  attach (fixture, path);
  g_assert_nonnull (find_label (fixture, "_b_&amp;.txt"));
}

/* Read only: nothing to add, nothing to remove; opening and saving go on. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "a.txt", 10);

  attach (fixture, path);
  hide (fixture);
  g_assert_true (wb_project_file_close (fixture->file, NULL));
  g_object_unref (fixture->file);
  fixture->file = wb_project_file_look (fixture->path, "Nur zum Lesen.", NULL);
  show (fixture);
  g_assert_nonnull (find_label (fixture, "a.txt"));
  g_assert_false (gtk_widget_get_visible (find_button (fixture, "user-trash-symbolic")));
  g_assert_true (gtk_widget_get_visible (find_button (fixture, "document-save-as-symbolic")));
}

/* A copy to read: nobody else sees it, nobody can change it, and it goes with the context. */
static void
test_copies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (WbAttachmentCopies) copies = wb_attachment_copies_new ();
  g_autofree char *path = write_file (fixture, "a.txt", 10);
  g_autofree char *copy = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  attach (fixture, path);
  list = wb_attachment_list (wb_project_file_get_answers (fixture->file), FIELD);
  copy = wb_attachment_copies_make (copies, fixture->path, ((const WbAttachment *) g_ptr_array_index (list, 0))->hash, "../../x/a.txt", &error);
  g_assert_no_error (error);
  folder = g_path_get_dirname (copy);
  g_assert_true (g_str_has_suffix (copy, "/a.txt"));
  g_assert_cmpint (g_stat (copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0400);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_clear_object (&copies);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* Makes the folder @name beside the copies look as if it were two days old. */
static char *
leave_folder (const char *name)
{
  char *folder = g_build_filename (g_get_user_runtime_dir (), name, NULL);
  g_autofree char *inside = g_build_filename (folder, "a.txt", NULL);
  const time_t then = (time_t) (g_get_real_time () / G_USEC_PER_SEC - 2 * 24 * 60 * 60);
  struct utimbuf times = { then, then };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "x", 1, NULL));
  g_assert_cmpint (g_utime (folder, &times), ==, 0);

  return folder;
}

/* What a program that was ended has left goes with the next copy; what is in use stays. */
static void
test_copies_left (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (WbAttachmentCopies) copies = wb_attachment_copies_new ();
  g_autofree char *path = write_file (fixture, "a.txt", 10);
  g_autofree char *left = leave_folder ("wegbereiter-copy-Ab3xY9");
  g_autofree char *used = leave_folder ("wegbereiter-copy-Cd4zW8");
  g_autofree char *inside = g_build_filename (used, "a.txt", NULL);
  g_autofree char *copy = NULL;
  g_autoptr (GPtrArray) list = NULL;
  int fd = open (used, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  g_assert_cmpint (flock (fd, LOCK_SH), ==, 0);
  attach (fixture, path);
  list = wb_attachment_list (wb_project_file_get_answers (fixture->file), FIELD);
  copy = wb_attachment_copies_make (copies, fixture->path, ((const WbAttachment *) g_ptr_array_index (list, 0))->hash, "a.txt", NULL);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
  close (fd);
  g_assert_cmpint (g_unlink (inside), ==, 0);
  g_assert_cmpint (g_rmdir (used), ==, 0);
}

/* (transfer full) */
static GtkEventController *
find_target (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->row));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return g_steal_pointer (&controller);
    }

  return NULL;
}

/* Files that are dropped on the question are attached; what is no file on this computer is not, and says so. */
static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "Plan.txt", 100);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) remote = g_file_new_for_uri ("wb-nowhere://a/b");
  g_autoptr (GtkEventController) target = find_target (fixture);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_nonnull (target);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array ((GFile *[]) { remote }, 1));
  g_signal_emit_by_name (target, "drop", &value, 1.0, 1.0, &taken);
  g_assert_cmpstr (wb_field_row_get_problem (fixture->row), ==, "Only files on this computer can be attached; nothing was attached.");
  g_assert_cmpuint (count (fixture), ==, 0);

  g_value_take_boxed (&value, gdk_file_list_new_from_array ((GFile *[]) { file }, 1));
  g_signal_emit_by_name (target, "drop", &value, 1.0, 1.0, &taken);
  g_assert_true (taken);
  wb_test_wait (is_done, fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_null (wb_field_row_get_problem (fixture->row));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/app/attachment-field/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("attach", test_attach);
  ADD ("drop", test_drop);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("too-large", test_too_large);
  ADD ("gone-on", test_gone_on);
  ADD ("markup", test_markup);
  ADD ("read-only", test_read_only);
  ADD ("copies", test_copies);
  ADD ("copies-left", test_copies_left);
#undef ADD

  return g_test_run ();
}
