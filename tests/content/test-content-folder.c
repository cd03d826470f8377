/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "wb-content-folder.h"
#include "wb-error.h"
#include "wb-library.h"
#include "wb-payload-reader.h"

#define FIXTURES "fixtures/content"

static char *
get_fixture (const char *name)
{
  return g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "tests", FIXTURES, name, NULL);
}

static void
copy_folder (const char *from,
             const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_no_errno (g_mkdir_with_parents (to, 0700));
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          copy_folder (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &text, &length, NULL));
      g_assert_true (g_file_set_contents (target, text, length, NULL));
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

/* A copy of the sound folder. (transfer full) */
static char *
copy_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *good = get_fixture ("good");
  char *folder = g_dir_make_tmp ("wb-content-XXXXXX", &error);

  g_assert_no_error (error);
  copy_folder (good, folder);

  return folder;
}

static void
replace_in_file (const char *path,
                 const char *old,
                 const char *new)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, old, new, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, changed->len, NULL));
}

static const char *
get_text (JsonObject *object,
          const char *key)
{
  return json_object_get_string_member_with_default (object, key, NULL);
}

/* Writes what the case wants into the copy. */
static void
break_folder (const char *folder,
              JsonObject *broken)
{
  const char *file = get_text (broken, "file");
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
  if (json_object_has_member (broken, "delete"))
    {
      g_assert_no_errno (g_remove (path));
    }
  else if (json_object_has_member (broken, "content"))
    {
      g_assert_true (g_file_set_contents (path, get_text (broken, "content"), -1, NULL));
    }
  else if (json_object_has_member (broken, "cut"))
    {
      g_assert_no_errno (truncate (path, json_object_get_int_member (broken, "cut")));
    }
  else if (json_object_has_member (broken, "bytes"))
    {
      replace_in_file (path, "a", "\xfc");
    }
  else if (json_object_has_member (broken, "copy"))
    {
      JsonArray *edit = json_object_get_array_member (broken, "edit");
      g_autofree char *from_json = g_strconcat (folder, "/", get_text (broken, "copy"), ".json", NULL);
      g_autofree char *from_text = g_strconcat (folder, "/", get_text (broken, "copy"), ".md", NULL);
      g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".json"));
      g_autofree char *to_text = g_strconcat (stem, ".md", NULL);
      g_autofree char *json = NULL;
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (from_json, &json, NULL, NULL));
      g_assert_true (g_file_get_contents (from_text, &text, NULL, NULL));
      g_assert_true (g_file_set_contents (path, json, -1, NULL));
      g_assert_true (g_file_set_contents (to_text, text, -1, NULL));
      replace_in_file (path, json_array_get_string_element (edit, 0), json_array_get_string_element (edit, 1));
    }
  else
    {
      replace_in_file (path, get_text (broken, "replace"), get_text (broken, "with"));
    }
}

static char *
fault_to_string (const WbFault *fault)
{
  return g_strconcat (fault->file, ": ", fault->place, *fault->place != '\0' ? ": " : "", fault->message, NULL);
}

/* Exactly the fault "expect", or among others one that begins with "contains". */
static void
assert_faults (JsonObject *broken,
               GPtrArray  *faults)
{
  const char *expect = get_text (broken, "expect");
  const char *contains = get_text (broken, "contains");
  gboolean found = FALSE;

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *fault = fault_to_string (g_ptr_array_index (faults, i));

      g_test_message ("%s", fault);
      if (expect != NULL)
        g_assert_cmpstr (fault, ==, expect);
      found = found || expect != NULL || g_str_has_prefix (fault, contains);
    }
  g_assert_true (found);
  if (expect != NULL)
    g_assert_cmpuint (faults->len, ==, 1);
}

static void
test_fault (gconstpointer data)
{
  JsonObject *broken = (JsonObject *) data;
  g_autofree char *folder_path = copy_good ();
  g_autofree char *output = g_build_filename (folder_path, "..", "wb-content-unwanted.db", NULL);
  g_autoptr (WbContentFolder) folder = NULL;
  g_autoptr (GError) error = NULL;

  break_folder (folder_path, broken);
  folder = wb_content_folder_load (folder_path, &error);
  g_assert_no_error (error);
  assert_faults (broken, wb_content_folder_check (folder));

  /* And it is not compiled. */
  g_assert_false (wb_content_folder_build (folder, output, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
  remove_folder (folder_path);
}

static void
assert_clean (const char *path,
              guint       at_least)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbContentFolder) folder = wb_content_folder_load (path, &error);
  GPtrArray *faults;

  g_assert_no_error (error);
  faults = wb_content_folder_check (folder);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *fault = fault_to_string (g_ptr_array_index (faults, i));

      g_test_message ("%s", fault);
    }
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (wb_content_folder_get_n_items (folder), >=, at_least);
}

static void
test_good (void)
{
  g_autofree char *path = get_fixture ("good");

  assert_clean (path, 11);
}

/* What is just right: next to a fault of faults.json, and none. */
static void
test_sound (gconstpointer data)
{
  g_autofree char *folder = copy_good ();

  break_folder (folder, (JsonObject *) data);
  assert_clean (folder, 11);
  remove_folder (folder);
}

static void
test_bundled (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "data", "content", NULL);

  assert_clean (path, 90);
}

static gboolean
payload_is_readable (WbItem *item)
{
  const char *payload = wb_item_get_payload (item);
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbChecklist) checklist = NULL;
  g_autoptr (WbCourse) course = NULL;
  g_autoptr (WbLesson) lesson = NULL;
  g_autoptr (WbWorkshopFormat) format = NULL;
  g_autoptr (WbDataModel) model = NULL;
  g_autoptr (WbInterface) interface = NULL;
  g_autoptr (WbSolution) solution = NULL;
  g_autoptr (WbBarrier) barrier = NULL;
  g_autoptr (WbCircle) circle = NULL;

  switch (wb_item_get_kind (item))
    {
    case WB_KIND_GUIDE:
      return (guide = wb_guide_from_json ("id", "title", payload, NULL)) != NULL;
    case WB_KIND_CHECKLIST:
      return (checklist = wb_checklist_from_json (payload, NULL)) != NULL;
    case WB_KIND_COURSE:
      return (course = wb_course_from_json (payload, NULL)) != NULL;
    case WB_KIND_LESSON:
      return (lesson = wb_lesson_from_json (payload, NULL)) != NULL;
    case WB_KIND_WORKSHOP_FORMAT:
      return (format = wb_workshop_format_from_json (payload, NULL)) != NULL;
    case WB_KIND_DATA_MODEL:
      return (model = wb_data_model_from_json (payload, NULL)) != NULL;
    case WB_KIND_INTERFACE:
      return (interface = wb_interface_from_json (payload, NULL)) != NULL;
    case WB_KIND_SOLUTION:
      return (solution = wb_solution_from_json (payload, NULL)) != NULL;
    case WB_KIND_BARRIER:
      return (barrier = wb_barrier_from_json (payload, NULL)) != NULL;
    case WB_KIND_CIRCLE:
      return (circle = wb_circle_from_json (payload, NULL)) != NULL;
    default:
      return TRUE;
    }
}

/* What was compiled is still what the readers take. */
static void
test_bundled_payloads (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "data", "content", NULL);
  g_autofree char *name = g_strdup_printf ("wb-payloads-%d.db", (int) getpid ());
  g_autofree char *output = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (WbContentFolder) folder = wb_content_folder_load (path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = NULL;

  wb_content_folder_build (folder, output, &error);
  g_assert_no_error (error);
  library = wb_library_open (output, &error);
  g_assert_no_error (error);
  for (guint kind = 0; kind < WB_N_KINDS; kind++)
    {
      g_autoptr (GListModel) items = wb_library_list (library, kind, NULL);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (WbItem) found = g_list_model_get_item (items, i);
          g_autoptr (WbItem) item = wb_library_get_item (library, wb_item_get_id (found), NULL);

          if (!payload_is_readable (item))
            g_error ("the payload of “%s” cannot be read", wb_item_get_id (item));
        }
    }
  g_remove (output);
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = get_fixture ("faults.json");

  g_assert_null (wb_content_folder_load ("/nowhere/at/all", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (wb_content_folder_load (file, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
}

/* A folder out of a stick may point anywhere; links are not followed. */
static void
test_symlink (void)
{
  g_autofree char *path = copy_good ();
  g_autofree char *link = g_build_filename (path, "term", "geheim.json", NULL);
  g_autoptr (WbContentFolder) folder = NULL;
  g_autofree char *fault = NULL;
  GPtrArray *faults;

  g_assert_no_errno (symlink ("/etc/passwd", link));
  folder = wb_content_folder_load (path, NULL);
  faults = wb_content_folder_check (folder);
  g_assert_cmpuint (faults->len, ==, 1);
  fault = fault_to_string (g_ptr_array_index (faults, 0));
  g_assert_cmpstr (fault, ==, "term/geheim.json: is no ordinary file");
  remove_folder (path);
}

static GBytes *
build (const char *name)
{
  g_autofree char *path = get_fixture ("good");
  g_autofree char *output = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (WbContentFolder) folder = wb_content_folder_load (path, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  wb_content_folder_build (folder, output, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (output, &data, &length, NULL));
  g_remove (output);

  return g_bytes_new_take (data, length);
}

static void
test_same_bytes (void)
{
  g_autofree char *first_name = g_strdup_printf ("wb-first-%d.db", (int) getpid ());
  g_autofree char *second_name = g_strdup_printf ("wb-second-%d.db", (int) getpid ());
  g_autoptr (GBytes) first = build (first_name);
  g_autoptr (GBytes) second = NULL;

  g_usleep (1100 * 1000); /* a clock's second must make no difference */
  second = build (second_name);
  g_assert_cmpuint (g_bytes_get_size (first), >, 4096);
  g_assert_true (g_bytes_equal (first, second));
}

/* Ids of the entries tied to @id by @rel, joined by blanks. */
static char *
list_ties (WbLibrary  *library,
           const char *id,
           const char *rel)
{
  g_autoptr (GListModel) hits = wb_library_list_backlinks (library, id, rel, NULL);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", wb_hit_get_id (hit));
    }

  return g_string_free (ids, FALSE);
}

static void
assert_ties (WbLibrary  *library,
             const char *id,
             const char *rel,
             const char *expected)
{
  g_autofree char *found = list_ties (library, id, rel);

  g_assert_cmpstr (found, ==, expected);
}

/* Links in texts, helps of guides and lessons of courses are ties as well, where none is declared; an entry itself does
 * not show them among its links. */
static void
test_mentions (void)
{
  g_autofree char *name = g_strdup_printf ("wb-mentions-%d.db", (int) getpid ());
  g_autofree char *output = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autofree char *path = get_fixture ("good");
  g_autoptr (WbContentFolder) folder = wb_content_folder_load (path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbItem) item = NULL;

  wb_content_folder_build (folder, output, &error);
  g_assert_no_error (error);
  library = wb_library_open (output, &error);
  g_assert_no_error (error);
  assert_ties (library, "gesetz-1", WB_LINK_MENTIONS, "handbuch-muster");
  assert_ties (library, "begriff-licht", WB_LINK_MENTIONS, "handbuch-muster");
  assert_ties (library, "lektion-muster", WB_LINK_MENTIONS, "kurs-muster");
  assert_ties (library, "handbuch-muster", WB_LINK_MENTIONS, "leitfaden-muster kreis-muster");
  item = wb_library_get_item (library, "handbuch-muster", NULL);
  for (guint i = 0; i < wb_item_get_links (item)->len; i++)
    g_assert_cmpstr (((const WbLink *) g_ptr_array_index (wb_item_get_links (item), i))->rel, !=, WB_LINK_MENTIONS);
  g_remove (output);
}

/* The cases live as long as @parser. */
static void
add_cases (JsonParser    *parser,
           const char    *file,
           const char    *group,
           GTestDataFunc  func)
{
  g_autofree char *path = get_fixture (file);
  JsonArray *cases;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  cases = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *changed = json_array_get_object_element (cases, i);
      g_autofree char *name = g_strdup_printf ("/content-folder/%s/%s", group, get_text (changed, "name"));

      g_test_add_data_func (name, changed, func);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonParser) faults = json_parser_new ();
  g_autoptr (JsonParser) sound = json_parser_new ();

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/content-folder/good", test_good);
  g_test_add_func ("/content-folder/bundled", test_bundled);
  g_test_add_func ("/content-folder/bundled-payloads", test_bundled_payloads);
  g_test_add_func ("/content-folder/no-folder", test_no_folder);
  g_test_add_func ("/content-folder/symlink", test_symlink);
  g_test_add_func ("/content-folder/same-bytes", test_same_bytes);
  g_test_add_func ("/content-folder/mentions", test_mentions);

  add_cases (faults, "faults.json", "fault", test_fault);
  add_cases (sound, "sound.json", "sound", test_sound);

  return g_test_run ();
}
