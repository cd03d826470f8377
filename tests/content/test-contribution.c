/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "wb-content-folder.h"
#include "wb-contribution.h"
#include "wb-payload-reader.h"

static void
assert_line (const char *text,
             const char *expected)
{
  g_autofree char *line = wb_contribution_make_line (text);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_line (void)
{
  assert_line ("", "");
  assert_line (" \n\t", "");
  assert_line ("  Ein\n\nSatz,  noch\tetwas ", "Ein Satz, noch etwas");
  assert_line ("a\u00a0b\u202fc\u2003d\u2028e\u3000", "a b c d e");
  assert_line ("Anna\u2010Lena\u2011Marie", "Anna-Lena-Marie");
  assert_line ("Krü\u00adger\u200b \ufeffSo\u2060fie", "Krüger Sofie");
  assert_line ("Kru\u0308ger", "Krüger");
  assert_line ("1. * <b> – „x“", "1. * <b> – „x“");
  assert_line ("siehe https://www.example.org/a", "siehe example.org/a");
  assert_line ("wwww.ww.x hthttp://tp://y", "x y");
}

/* What is hidden from whoever looks for it in the text as it was typed is found in the line that goes out. */
static void
test_hidden (void)
{
  const char *const texts[] = { "Anruf: 0395\n123456", "Anruf: 0395\u00a0123456", "Anruf: 0395\u2011123456", "Frau\nSchmidt half",
                                "Das war Krü\u00adger", "Das war Kr\u200büger",
                                "Das war Krühttps://ger", "Das war Krüwwwwww..ger" };
  g_autoptr (WbPrivacy) personal = wb_privacy_new ("die Leitung");

  wb_privacy_add (personal, "Krüger", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *line = wb_contribution_make_line (texts[i]);
      g_autoptr (GPtrArray) marks = wb_privacy_find (personal, line);

      g_assert_cmpuint (marks->len, ==, 1);
    }
}

#define TEMPLATE                                                                                                                              \
  "## Worum es geht\n\n{{ziel}}\n\n## Was {{leitung.name}} half\n\nDiese Schritte gab es:\n\n{{aufgaben}}\n\nDas bleibt:\n\n- Licht spart "    \
  "Strom.\n\nUnd zum Schluss:\n\n## Ausblick\n\nEs geht weiter.\n\n## Anlagen\n\n{{anlagen}}\n"

/* Copies the folder of fixtures, two levels deep, and puts the template of contributions into it. */
static void
copy_fixtures (const char *from,
               const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_mkdir (to, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_fixtures (source, target);
      else
        g_assert_true (g_file_get_contents (source, &text, &length, NULL) && g_file_set_contents (target, text, (gssize) length, NULL));
    }
}

static void
add_template (const char *content)
{
  g_autofree char *from = g_build_filename (content, "template", "brief-muster.json", NULL);
  g_autofree char *json_path = g_build_filename (content, "template", WB_CONTRIBUTION_ENTRY ".json", NULL);
  g_autofree char *body_path = g_build_filename (content, "template", WB_CONTRIBUTION_ENTRY ".md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) json = NULL;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  json = g_string_new (text);
  g_string_replace (json, "\"brief-muster\"", "\"" WB_CONTRIBUTION_ENTRY "\"", 1);
  g_assert_true (g_file_set_contents (json_path, json->str, -1, NULL));
  g_assert_true (g_file_set_contents (body_path, TEMPLATE, -1, NULL));
}

/* The guide asks for files, too. */
static void
add_attachments (const char *content)
{
  g_autofree char *path = g_build_filename (content, "guide", "leitfaden-muster.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) json = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  json = g_string_new (text);
  g_assert_cmpuint (g_string_replace (json, "\"fields\": [",
                                      "\"fields\": [{\"id\": \"anlagen\", \"type\": \"attachment\", \"label\": \"Anlagen\","
                                      " \"why\": \"Damit alles beisammen ist.\", \"example\": \"Plan.pdf (Beispiel)\","
                                      " \"need\": \"optional\"},", 1), ==, 1);
  g_assert_true (g_file_set_contents (path, json->str, -1, NULL));
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

static WbContribution *
make_contribution (WbLibrary  *library,
                   const char *path)
{
  g_autoptr (WbItem) item = wb_library_get_item (library, "leitfaden-muster", NULL);
  g_autoptr (WbGuide) guide = wb_guide_from_json ("leitfaden-muster", "Leitfaden", wb_item_get_payload (item), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) project = wb_project_file_create (path, "Licht", "leitfaden-muster", "Leitfaden", wb_item_get_payload (item),
                                                              NULL, NULL, &error);
  WbContribution *contribution;

  g_assert_no_error (error);
  wb_answers_set (wb_project_file_get_answers (project), "ziel", "", "", "Mehr Licht");
  wb_answers_set (wb_project_file_get_answers (project), "leitung", "", "name", "Sofie Krüger (Beispiel)");
  wb_answers_add_row (wb_project_file_get_answers (project), "anlagen", "a");
  wb_answers_set (wb_project_file_get_answers (project), "anlagen", "a", "name", "Gutachten.pdf");
  contribution = wb_contribution_new (library, project, guide, &error);
  g_assert_no_error (error);
  g_assert_true (wb_project_file_close (project, NULL));

  return contribution;
}

/* Headings name nobody either; what leads in to something that does not go out does not go out. */
static void
test_sections (void)
{
  g_autofree char *folder = g_dir_make_tmp ("wb-contribution-XXXXXX", NULL);
  g_autofree char *fixtures = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "tests", "fixtures", "content", "good", NULL);
  g_autofree char *content = g_build_filename (folder, "content", NULL);
  g_autofree char *library_path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *path = g_build_filename (folder, "Licht.wegbereiter", NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  copy_fixtures (fixtures, content);
  add_template (content);
  add_attachments (content);
  {
    g_autoptr (WbContentFolder) loaded = wb_content_folder_load (content, &error);
    g_autoptr (WbLibrary) library = NULL;
    g_autoptr (WbContribution) contribution = NULL;

    g_assert_no_error (error);
    wb_content_folder_build (loaded, library_path, &error);
    g_assert_no_error (error);
    library = wb_library_open (library_path, &error);
    g_assert_no_error (error);
    contribution = make_contribution (library, path);
    for (guint i = 0; i < wb_contribution_get_n_items (contribution); i++)
      {
        const WbContributionItem *item = wb_contribution_get_item (contribution, i);

        g_string_append_printf (out, "%s: %s\n", item->label, item->text);
      }
  }
  g_assert_null (strstr (out->str, "Krüger"));
  /* Not even what files are called. */
  g_assert_null (strstr (out->str, "Gutachten"));
  g_assert_null (strstr (out->str, "Diese Schritte"));
  g_assert_null (strstr (out->str, "zum Schluss"));
  g_assert_nonnull (strstr (out->str, "half: Das bleibt:"));
  g_assert_nonnull (strstr (out->str, "half: Licht spart Strom."));
  g_assert_nonnull (strstr (out->str, "Ausblick: Es geht weiter."));
  remove_all (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contribution/line", test_line);
  g_test_add_func ("/contribution/hidden", test_hidden);
  g_test_add_func ("/contribution/sections", test_sections);

  return g_test_run ();
}
