/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-block-view.h"
#include "wb-library-writer.h"
#include "wb-markdown.h"
#include "wb-test-services.h"

typedef struct
{
  char *folder;
  char *opened; /* what "win.open-item" was last asked for */
  GtkWidget *window;
  WbBlockView *view;
  WbGlossary *glossary;
} Fixture;

static void
add_term (WbLibraryWriter *writer,
          const char      *id,
          const char      *title,
          const char      *payload)
{
  g_autoptr (WbItem) item = wb_item_new (WB_KIND_TERM, id, title);
  g_autofree char *summary = g_strdup_printf ("Was %s ist.", title);

  wb_item_set_summary (item, summary);
  wb_item_set_payload (item, payload);
  g_assert_true (wb_library_writer_add_item (writer, item, "", "", NULL));
}

static WbGlossary *
make_glossary (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibraryWriter) writer = wb_library_writer_new (path, &error);
  g_autoptr (WbLibrary) library = NULL;

  g_assert_no_error (error);
  add_term (writer, "api", "API", "{\"aliases\": [\"APIs\", \"Programmierschnittstelle\"]}");
  add_term (writer, "open-data", "Open Data (offene Daten)", "{\"aliases\": [\"offene Daten\", 7, null]}");
  add_term (writer, "ozg", "OZG", "kein JSON");
  g_assert_true (wb_library_writer_finish (writer, &error));
  library = wb_library_open (path, &error);
  g_assert_no_error (error);

  return wb_glossary_new (library);
}

static void
opened_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->opened);
  fixture->opened = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry actions[] = { { .name = "open-item", .activate = opened_cb, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->folder = wb_test_make_folder ();
  fixture->glossary = make_glossary (fixture->folder);
  fixture->view = WB_BLOCK_VIEW (wb_block_view_new ());
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->glossary);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->opened);
}

static void
show (Fixture    *fixture,
      const char *markdown)
{
  g_autoptr (WbBlock) block = wb_markdown_parse (markdown, FALSE);

  wb_block_view_set_block (fixture->view, block);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* How many terms are marked in each text. */
static const struct
{
  const char *markdown;
  guint n_terms;
} cases[] = {
  { "Nichts davon.", 0 },
  { "Eine API und noch eine API.", 1 },
  { "Eine API und eine Programmierschnittstelle.", 1 },
  { "Eine API und offene Daten, beides Open Data.", 2 },
  { "## Eine API\n\nText.", 0 },
  { "Eine API.\n\n## Neu\n\nEine API.\n\nNoch eine API.", 2 },
  { "Ein [Text zur API](wb:api).", 0 },
  { "Ein [Text zur API](wb:api). Dann eine API.", 1 },
  { "Der Befehl `API` und `eine API da`.", 0 },
  { "    API\n", 0 },
  { "**Eine API**, *offene* Daten und *offene Daten*.", 2 },
  { "- Eine API\n- Open Data\n", 2 },
  { "> [!TIP]\n> Eine API.\n", 1 },
  { "| API | OZG |\n|---|---|\n| API | OZG |\n", 0 },
  { "Das OZG.", 1 },
};

static void
test_where (Fixture       *fixture,
            gconstpointer  data)
{
  wb_block_view_set_glossary (fixture->view, fixture->glossary, NULL);
  g_assert_cmpuint (wb_glossary_get_n_terms (fixture->glossary), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      show (fixture, cases[i].markdown);
      if (wb_block_view_get_n_terms (fixture->view) != cases[i].n_terms)
        g_test_fail_printf ("“%s” has %u", cases[i].markdown, wb_block_view_get_n_terms (fixture->view));
      g_assert_cmpint (gtk_widget_get_has_tooltip (GTK_WIDGET (fixture->view)), ==, cases[i].n_terms > 0);
    }

  /* The entry's own term, and no glossary at all. */
  show (fixture, "Eine API und Open Data.");
  wb_block_view_set_glossary (fixture->view, fixture->glossary, "api");
  g_assert_cmpuint (wb_block_view_get_n_terms (fixture->view), ==, 1);
  wb_block_view_set_glossary (fixture->view, NULL, NULL);
  g_assert_cmpuint (wb_block_view_get_n_terms (fixture->view), ==, 0);
}

static void
assert_term (Fixture    *fixture,
             int         step,
             const char *id)
{
  g_assert_true (wb_block_view_step_term (fixture->view, step));
  g_assert_cmpstr (wb_block_view_get_term (fixture->view), ==, id);
}

static void
test_step (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *popover;
  GtkWidget *button;

  wb_block_view_set_glossary (fixture->view, fixture->glossary, NULL);
  show (fixture, "Nichts.");
  g_assert_false (wb_block_view_step_term (fixture->view, 1));
  show (fixture, "Eine API und Open Data zum OZG.");
  g_assert_null (wb_block_view_get_term (fixture->view));
  assert_term (fixture, 1, "api");
  assert_term (fixture, 1, "open-data");
  assert_term (fixture, 1, "ozg");
  assert_term (fixture, 1, "api");
  assert_term (fixture, -1, "ozg");
  assert_term (fixture, -1, "open-data");

  /* All that is said is in the name of what has the focus. */
  popover = wb_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_POPOVER, NULL, NULL);
  button = wb_test_find (popover, GTK_TYPE_BUTTON, NULL, NULL);
  g_assert_nonnull (wb_test_find (popover, GTK_TYPE_LABEL, wb_test_shows, "Was Open Data (offene Daten) ist."));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Open Data (offene Daten): Was Open Data (offene Daten) ist. Open entry");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->opened, ==, "open-data");

  /* Closed and opened again it is still there. */
  gtk_popover_popdown (GTK_POPOVER (popover));
  while (wb_block_view_get_term (fixture->view) != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_term (fixture, 1, "open-data");
  /* Another text takes popover and all away. */
  show (fixture, "Nichts.");
  g_assert_null (wb_block_view_get_term (fixture->view));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/term-marks/where", Fixture, NULL, set_up, test_where, tear_down);
  g_test_add ("/term-marks/step", Fixture, NULL, set_up, test_step, tear_down);

  return g_test_run ();
}
