/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "wb-attachment.h"
#include "wb-content-folder.h"
#include "wb-document-shelf.h"
#include "wb-dossier.h"
#include "wb-error.h"
#include "wb-payload-reader.h"

/* A library compiled out of the fixtures, and a project begun from its guide. */
typedef struct
{
  char *folder;
  char *library_path;
  char *project_path;
  char *out;
  WbLibrary *library;
  WbProjectFile *project;
  WbGuide *guide;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *content = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "tests", "fixtures", "content", "good", NULL);
  g_autoptr (WbContentFolder) folder = NULL;
  g_autoptr (WbItem) item = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1795348800", TRUE);
  fixture->folder = g_dir_make_tmp ("wb-dossier-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library_path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->project_path = g_build_filename (fixture->folder, "Licht.wegbereiter", NULL);
  fixture->out = g_build_filename (fixture->folder, "Mappe", NULL);
  folder = wb_content_folder_load (content, &error);
  g_assert_no_error (error);
  wb_content_folder_build (folder, fixture->library_path, &error);
  g_assert_no_error (error);
  fixture->library = wb_library_open (fixture->library_path, &error);
  g_assert_no_error (error);

  item = wb_library_get_item (fixture->library, "leitfaden-muster", &error);
  g_assert_no_error (error);
  fixture->guide = wb_guide_from_json ("leitfaden-muster", "Leitfaden", wb_item_get_payload (item), &error);
  g_assert_no_error (error);
  fixture->project = wb_project_file_create (fixture->project_path, "Licht: für/alle", "leitfaden-muster", "Leitfaden",
                                             wb_item_get_payload (item), "fall-musterstadt", NULL, &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (wb_project_file_close (fixture->project, NULL));
  g_object_unref (fixture->project);
  g_object_unref (fixture->guide);
  g_object_unref (fixture->library);
  remove_all (fixture->folder);
  g_free (fixture->library_path);
  g_free (fixture->project_path);
  g_free (fixture->out);
  g_free (fixture->folder);
}

static void
answer (Fixture    *fixture,
        const char *field,
        const char *row,
        const char *column,
        const char *value)
{
  wb_answers_set (wb_project_file_get_answers (fixture->project), field, row, column, value);
}

static char *
get_text (Fixture           *fixture,
          const char *const *left_out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbDocument) document = NULL;

  g_assert_true (wb_project_file_flush (fixture->project, NULL));
  document = wb_dossier_build (fixture->library, fixture->project, fixture->guide, left_out, &error);
  g_assert_no_error (error);

  return wb_block_to_text (wb_document_get_root (document));
}

static void
assert_order (const char *text,
              ...)
{
  const char *part, *last = text;
  va_list parts;

  va_start (parts, text);
  while ((part = va_arg (parts, const char *)) != NULL)
    {
      const char *found = strstr (last, part);

      if (found == NULL)
        g_error ("“%s” is missing, or stands too early, in: %s", part, text);
      last = found + strlen (part);
    }
  va_end (parts);
}

/* What is missing stands first, then the cover sheet; answers, documents and sources follow. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *empty = get_text (fixture, NULL);
  g_autofree char *filled = NULL;

  assert_order (empty, "What is still missing", "Ziel klären", "Ziel", "Art", "Leitung", "not begun yet", "Brief", "Cover sheet",
                "Licht: für/alle", "Contents", "What was decided when", "Nothing was chosen yet.", "Answers: Anfang",
                "Nothing is answered here yet.", "Sources used", NULL);
  answer (fixture, "ziel", "", "", "Mehr Licht auf dem Platz");
  answer (fixture, "art", "", "", "led");
  answer (fixture, "leitung", "", "name", "Frau Muster (Beispiel)");
  filled = get_text (fixture, NULL);
  assert_order (filled, "None is missing", "not begun yet", "Liste", "Cover sheet", "What was decided when", "Art", "LED", "Answers: Anfang",
                "Mehr Licht auf dem Platz", "Brief", "Folien", "Sources used", NULL);
  g_assert_null (strstr (filled, "do not apply"));
}

/* A document is there once something in it has an answer, or was written by hand; what has none says so and draws no lines. */
static void
test_begun (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) edits = wb_slide_list_new ();
  WbSlide *edit = wb_slide_new ("+/|1");
  g_autofree char *by_hand = NULL;
  g_autofree char *answered = NULL;

  edit->title = g_strdup ("Von Hand");
  edit->body = g_strdup ("Von Hand geschrieben");
  g_ptr_array_add (edits, edit);
  wb_project_file_set_slides (fixture->project, "brief", edits);
  by_hand = get_text (fixture, NULL);
  assert_order (by_hand, "Cover sheet", "Von Hand geschrieben", "still open", "Sources used", NULL);

  g_ptr_array_set_size (edits, 0);
  wb_project_file_set_slides (fixture->project, "brief", edits);
  answer (fixture, "ziel", "", "", "Mehr Licht auf dem Platz");
  answered = get_text (fixture, NULL);
  assert_order (answered, "Cover sheet", "Answers: Anfang", "Mehr Licht auf dem Platz", "still open", "Brief", "Mehr Licht auf dem Platz", NULL);
  g_assert_null (strstr (answered, "Von Hand"));
}

/* Gas needs no plan: the list that belongs to it is named with the reason. */
static void
test_not_applicable (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  guint n = 0;

  answer (fixture, "art", "", "", "gas");
  text = get_text (fixture, NULL);
  assert_order (text, "Documents that do not apply", "Liste", "Entfällt: Gaslicht braucht keinen Plan.", NULL);
  choices = wb_dossier_list_choices (fixture->guide, wb_project_file_get_answers (fixture->project));
  for (guint i = 0; i < choices->len; i++)
    {
      const WbDossierChoice *choice = g_ptr_array_index (choices, i);

      g_assert_cmpint (choice->reason != NULL, ==, g_str_equal (choice->name, "liste"));
      n++;
    }
  g_assert_cmpuint (n, ==, 7);
}

static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const left_out[] = { "decisions", "answers", "sources", "brief", NULL };
  g_autofree char *text = get_text (fixture, left_out);

  assert_order (text, "What is still missing", "not begun yet", "Folien", "Cover sheet", NULL);
  g_assert_null (strstr (text, "What was decided when"));
  g_assert_null (strstr (text, "Answers: "));
  g_assert_null (strstr (text, "Sources used"));
  g_assert_null (strstr (text, "Brief"));
}

static gboolean
write_to (Fixture     *fixture,
          const char  *folder,
          GError     **error)
{
  return wb_dossier_write (fixture->library, fixture->project, fixture->guide, NULL, NULL, folder, NULL, NULL, NULL, error);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  if (dir == NULL)
    return 1;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      n += count_files (child);
    }

  return n;
}

static void
assert_file (const char *folder,
             const char *name,
             const char *start)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, strlen (start));
  g_assert_true (g_str_has_prefix (bytes, start));
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  answer (fixture, "art", "", "", "led");
  g_assert_true (wb_project_file_flush (fixture->project, NULL));
  write_to (fixture, fixture->out, &error);
  g_assert_no_error (error);
  assert_file (fixture->out, "Dossier.pdf", "%PDF-");
  assert_file (fixture->out, "To go on working with/01 Brief.odt", "PK");
  assert_file (fixture->out, "To go on working with/02 Folien.odp", "PK");
  assert_file (fixture->out, "To go on working with/03 Liste.odt", "PK");
  assert_file (fixture->out, "To go on working with/04 All answers.odt", "PK");
  /* Project and library beside it, and nothing else. */
  g_assert_cmpuint (count_files (fixture->folder), ==, 2 + count_files (fixture->out));
}

/* A folder that is there is only taken when it is empty. */
static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *mine = g_build_filename (fixture->out, "mine.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir (fixture->out, 0700));
  g_file_set_contents (mine, "mine", -1, &error);
  g_assert_no_error (error);
  g_assert_false (write_to (fixture, fixture->out, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_FAILED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
  g_clear_error (&error);

  g_assert_no_errno (g_remove (mine));
  write_to (fixture, fixture->out, &error);
  g_assert_no_error (error);
  assert_file (fixture->out, "Dossier.pdf", "%PDF-");
}

static void
test_nowhere (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nichts", "Mappe", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_to (fixture, nowhere, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (write_to (fixture, fixture->project_path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_FAILED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
stop_cb (guint    done,
         guint    total,
         gpointer user_data)
{
  g_assert_cmpuint (done, <=, total);
  if (done == 3)
    g_cancellable_cancel (user_data);
}

/* Stopped half way: nothing stays. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (wb_dossier_write (fixture->library, fixture->project, fixture->guide, NULL, NULL, fixture->out, cancellable, stop_cb,
                                    cancellable, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
assert_same (const char *a,
             const char *b)
{
  g_autoptr (GDir) dir = g_dir_open (a, 0, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first, n_second;
  const char *name;

  if (dir == NULL)
    {
      g_assert_true (g_file_get_contents (a, &first, &n_first, NULL));
      g_assert_true (g_file_get_contents (b, &second, &n_second, NULL));
      g_assert_cmpmem (first, n_first, second, n_second);
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (a, name, NULL);
      g_autofree char *other = g_build_filename (b, name, NULL);

      assert_same (child, other);
    }
}

/* From the file while it is open, in another thread's place: the same bytes. */
static void
test_from_file (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *other = g_strconcat (fixture->out, "2", NULL);
  g_autoptr (GError) error = NULL;

  answer (fixture, "ziel", "", "", "Mehr Licht");
  g_assert_true (wb_project_file_flush (fixture->project, NULL));
  write_to (fixture, fixture->out, &error);
  g_assert_no_error (error);
  wb_dossier_write_from (fixture->library, fixture->project_path, NULL, NULL, other, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->out), ==, count_files (other));
  assert_same (fixture->out, other);
}

#define ADD(name, function) g_test_add ("/dossier/" name, Fixture, NULL, set_up, function, tear_down)

/* (transfer full) */
static char *
put_half (Fixture    *fixture,
          const char *name)
{
  char *folder = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *file = g_build_filename (folder, "halb.pdf", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "halb", -1, NULL));

  return folder;
}

/* What a program that was ended left of its dossier is cleared up with the next; what one is just filling is not. */
static void
test_swept (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *stale = put_half (fixture, ".wegbereiter~Ab3xY9");
  g_autofree char *used = put_half (fixture, ".wegbereiter~Cd4zW8");
  g_autoptr (GError) error = NULL;
  const int fd = open (used, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_true (wb_dossier_write (fixture->library, fixture->project, fixture->guide, NULL, NULL, fixture->out, NULL, NULL, NULL,
                                   &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (used, G_FILE_TEST_IS_DIR));
  close (fd);
}

static const char ATTACHING[] =
  "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\", \"steps\": ["
  "{\"id\": \"s\", \"title\": \"Step\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"anlagen\", \"type\": \"attachment\", \"label\": \"Anlagen\", \"why\": \"w\", \"example\": \"e\","
  " \"need\": \"optional\"}]}]}]}";

/* Many files of one name get a number each, and more than anybody attaches are not written out. */
static void
test_many_attachments (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbGuide) guide = wb_guide_from_json ("g", "G", ATTACHING, &error);
  WbAnswers *answers = wb_project_file_get_answers (fixture->project);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) list = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < 2001; i++)
    {
      g_autofree char *row = g_strdup_printf ("r%u", i);

      wb_answers_add_row (answers, "anlagen", row);
      wb_answers_set (answers, "anlagen", row, "name", i == 1 ? "PLAN (3).pdf" : i % 2 == 0 ? "Plan.pdf" : "plan.PDF");
    }
  list = wb_dossier_list_attachments (guide, answers);
  g_assert_cmpuint (list->len, ==, 2001);
  for (guint i = 0; i < list->len; i++)
    g_assert_true (g_hash_table_add (names, g_utf8_casefold (((const WbAttachment *) g_ptr_array_index (list, i))->name, -1)));
  g_assert_cmpstr (((const WbAttachment *) g_ptr_array_index (list, 2))->name, ==, "Plan (2).pdf");
  g_assert_cmpstr (((const WbAttachment *) g_ptr_array_index (list, 4))->name, ==, "Plan (5).pdf");

  g_assert_false (wb_dossier_write (fixture->library, fixture->project, guide, NULL, NULL, fixture->out, NULL, NULL, NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "attached"));
  g_assert_false (g_file_test (fixture->out, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("begun", test_begun);
  ADD ("not-applicable", test_not_applicable);
  ADD ("left-out", test_left_out);
  ADD ("write", test_write);
  ADD ("foreign", test_foreign);
  ADD ("nowhere", test_nowhere);
  ADD ("stopped", test_stopped);
  ADD ("from-file", test_from_file);
  ADD ("swept", test_swept);
  ADD ("many-attachments", test_many_attachments);

  return g_test_run ();
}
