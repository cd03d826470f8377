/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-first-run.h"
#include "wb-start-page.h"
#include "wb-test-services.h"
#include "wb-town-chooser.h"

typedef struct
{
  char *folder;
  WbServices *services;
  GtkWidget *window;
  char *section;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = wb_test_make_folder ();
  fixture->services = wb_test_services_new (fixture->folder);
  fixture->window = gtk_window_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wb_test_finalize (fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->section);
}

static GtkWidget *
find_list (GtkWidget *chooser)
{
  return wb_test_find (chooser, GTK_TYPE_LIST_VIEW, NULL, NULL);
}

static guint
count_found (GtkWidget *chooser)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_list (chooser)))));
}

static gboolean
has_results (gpointer data)
{
  return count_found (data) > 0;
}

static void
type_name (GtkWidget  *chooser,
           const char *text)
{
  GtkWidget *entry = wb_test_find (chooser, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  wb_test_wait (has_results, chooser);
}

static void
test_find_town (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *chooser = wb_town_chooser_new (fixture->services);

  gtk_window_set_child (GTK_WINDOW (fixture->window), chooser);
  g_assert_null (wb_town_chooser_get_town (WB_TOWN_CHOOSER (chooser)));

  /* One of eleven: the reader has to choose. */
  type_name (chooser, "Neuenkirchen");
  g_assert_cmpuint (count_found (chooser), >=, 11);
  g_assert_null (wb_town_chooser_get_town (WB_TOWN_CHOOSER (chooser)));
}

static gboolean
has_town (gpointer data)
{
  return wb_town_chooser_get_town (data) != NULL;
}

static void
test_only_one (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *chooser = wb_town_chooser_new (fixture->services);

  gtk_window_set_child (GTK_WINDOW (fixture->window), chooser);
  type_name (chooser, "Schwielowsee");
  wb_test_wait (has_town, chooser);
  g_assert_cmpstr (wb_municipality_get_short_name (wb_town_chooser_get_town (WB_TOWN_CHOOSER (chooser))), ==,
                   "Schwielowsee");
}

static void
done_cb (GtkWidget  *first_run,
         const char *section,
         Fixture    *fixture)
{
  g_free (fixture->section);
  fixture->section = g_strdup (section);
}

static void
press (GtkWidget  *widget,
       const char *label)
{
  GtkWidget *button = wb_test_find (widget, GTK_TYPE_BUTTON, wb_test_shows, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
test_first_run (Fixture       *fixture,
                gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  GtkWidget *first_run = wb_first_run_new (fixture->services);
  GtkWidget *chooser = wb_test_find (first_run, WB_TYPE_TOWN_CHOOSER, NULL, NULL);
  g_autoptr (WbMunicipality) town = NULL;

  gtk_window_set_child (GTK_WINDOW (fixture->window), first_run);
  g_signal_connect (first_run, "done", G_CALLBACK (done_cb), fixture);
  g_assert_false (gtk_widget_get_sensitive (wb_test_find (first_run, GTK_TYPE_BUTTON, wb_test_shows, "Continue")));
  g_assert_false (wb_user_store_get_welcomed (store));

  type_name (chooser, "Schwielowsee");
  wb_test_wait (has_town, chooser);
  press (first_run, "Continue");
  g_assert_null (fixture->section);
  press (first_run, "To the Start Page");
  g_assert_cmpstr (fixture->section, ==, "start");
  g_assert_true (wb_user_store_get_welcomed (store));
  town = wb_user_store_get_town (store);
  g_assert_cmpstr (wb_municipality_get_short_name (town), ==, "Schwielowsee");
}

static void
test_first_run_skipped (Fixture       *fixture,
                        gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  GtkWidget *first_run = wb_first_run_new (fixture->services);
  g_autoptr (WbMunicipality) town = NULL;

  gtk_window_set_child (GTK_WINDOW (fixture->window), first_run);
  g_signal_connect (first_run, "done", G_CALLBACK (done_cb), fixture);
  /* What was chosen before does not count. */
  type_name (wb_test_find (first_run, WB_TYPE_TOWN_CHOOSER, NULL, NULL), "Schwielowsee");
  wb_test_wait (has_town, wb_test_find (first_run, WB_TYPE_TOWN_CHOOSER, NULL, NULL));
  press (first_run, "Skip");
  press (first_run, "To the Start Page");
  g_assert_cmpstr (fixture->section, ==, "start");
  g_assert_true (wb_user_store_get_welcomed (store));
  town = wb_user_store_get_town (store);
  g_assert_null (town);
}

/* Who came with a project is led back to it. */
static void
test_first_run_project (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *first_run = wb_first_run_new (fixture->services);

  gtk_window_set_child (GTK_WINDOW (fixture->window), first_run);
  g_signal_connect (first_run, "done", G_CALLBACK (done_cb), fixture);
  wb_first_run_set_project (WB_FIRST_RUN (first_run), TRUE);
  press (first_run, "Skip");
  press (first_run, "To the Project");
  g_assert_cmpstr (fixture->section, ==, "project");

  /* It was closed meanwhile. */
  wb_first_run_set_project (WB_FIRST_RUN (first_run), FALSE);
  press (first_run, "To the Start Page");
  g_assert_cmpstr (fixture->section, ==, "start");
}

/* The use case of this very municipality: same Land, same size. */
static gboolean
suggests_schwielowsee (gpointer page)
{
  return wb_test_find (page, GTK_TYPE_LABEL, wb_test_shows,
                       "From your Land and as large as you: first used in Brandenburg.") != NULL;
}

static gboolean
opens_entry (GtkWidget     *widget,
             gconstpointer  data)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.open-item") == 0;
}

static gboolean
suggests_something (gpointer page)
{
  return wb_test_find (page, GTK_TYPE_BUTTON, opens_entry, NULL) != NULL;
}

static void
test_start_page_follows_town (Fixture       *fixture,
                              gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autoptr (WbMunicipality) town =
    wb_municipality_new ("12069590", "Schwielowsee", "Gemeinde", "Potsdam-Mittelmark", "Schwielowsee", "Brandenburg",
                         "14548", 10723);
  g_autoptr (GError) error = NULL;
  GtkWidget *page = wb_start_page_new (fixture->services);

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_nonnull (wb_test_find (page, GTK_TYPE_LABEL, wb_test_shows, "Welcome"));
  wb_test_wait (suggests_something, page);
  g_assert_false (suggests_schwielowsee (page));

  g_assert_true (wb_user_store_set_town (store, town, &error));
  g_assert_no_error (error);
  g_assert_nonnull (wb_test_find (page, GTK_TYPE_LABEL, wb_test_shows, "Schwielowsee"));
  wb_test_wait (suggests_schwielowsee, page);
}

static void
test_start_page_lists_projects (Fixture       *fixture,
                                gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autofree char *path = g_build_filename (fixture->folder, "a.wegbereiter", NULL);
  WbRecentProject project = { path, (char *) "Sozialräume", (char *) "Guide", (char *) "Beteiligte", 2, 21, 1 };
  g_autoptr (GError) error = NULL;
  GtkWidget *page = wb_start_page_new (fixture->services);

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  g_assert_true (g_file_set_contents (path, "x", -1, &error));
  g_assert_true (wb_user_store_note_project (store, &project, &error));
  g_assert_no_error (error);
  g_assert_nonnull (wb_test_find (page, GTK_TYPE_LABEL, wb_test_shows, "Sozialräume"));
  g_assert_nonnull (wb_test_find (page, GTK_TYPE_LABEL, wb_test_shows, "Next step: Beteiligte"));
  g_assert_nonnull (wb_test_find (page, GTK_TYPE_LABEL, wb_test_shows, "2 of 21 steps"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/home/town/find", test_find_town);
  ADD ("/home/town/only-one", test_only_one);
  ADD ("/home/first-run/choose", test_first_run);
  ADD ("/home/first-run/skip", test_first_run_skipped);
  ADD ("/home/first-run/project", test_first_run_project);
  ADD ("/home/start/follows-town", test_start_page_follows_town);
  ADD ("/home/start/lists-projects", test_start_page_lists_projects);
#undef ADD

  return g_test_run ();
}
