/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <libintl.h>

#include "wb-backup-window.h"
#include "wb-contribution-window.h"
#include "wb-council-window.h"
#include "wb-deck-editor.h"
#include "wb-dossier-window.h"
#include "wb-export-dialog.h"
#include "wb-fitting-size.h"
#include "wb-history-window.h"
#include "wb-letterhead-dialog.h"
#include "wb-next-case-dialog.h"
#include "wb-payload-reader.h"
#include "wb-project-view.h"
#include "wb-test-services.h"
#include "wb-text-editor.h"
#include "wb-town-dialog.h"

/* Whether everything fits on the smallest screen that the program is meant for. In pixels; a panel and the frame of the window take
 * their part of the height. */
#define SCREEN_WIDTH 1024
#define SCREEN_HEIGHT 560

typedef struct
{
  char *folder;
  char *path;
  WbServices *services;
  WbGuide *guide;
  WbProjectFile *file;
} Fixture;

/* A value for a cell that has to be as long as people write, or the first that may be chosen. */
static const char *
find_value (WbFieldType type,
            GPtrArray  *options)
{
  switch (type)
    {
    case WB_FIELD_CHOICE:
      return options->len > 0 ? ((const WbOption *) g_ptr_array_index (options, options->len - 1))->id : "";
    case WB_FIELD_DATE:
      return "2027-02-14";
    case WB_FIELD_NUMBER:
      return "3";
    case WB_FIELD_MONEY:
      return "12500.50";
    case WB_FIELD_DURATION:
      return "P6W";
    case WB_FIELD_YES_NO:
      return "yes";
    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
      return "Amt für Jugend, Familie und Soziales, Sachgebiet Kindertagesbetreuung";
    default:
      return "";
    }
}

static void
fill_row (WbAnswers     *answers,
          const WbField *field)
{
  g_autofree char *row = g_strdup (wb_answers_add_row (answers, field->id, NULL));

  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);

      wb_answers_set (answers, field->id, row, column->id, find_value (column->type, column->options));
    }
}

static void
fill (WbGuide   *guide,
      WbAnswers *answers)
{
  GPtrArray *steps = wb_guide_get_steps (guide);

  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);

          if (wb_field_type_has_rows (field->type) && field->type != WB_FIELD_ATTACHMENT)
            fill_row (answers, field);
          else if (field->type == WB_FIELD_PERSON)
            wb_answers_set (answers, field->id, "", "name", find_value (WB_FIELD_TEXT, NULL));
          else
            wb_answers_set (answers, field->id, "", "", find_value (field->type, field->options));
        }
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *id = data != NULL ? data : "leitfaden-sozialraeume";
  g_autoptr (GError) error = NULL;
  g_autoptr (WbItem) item = NULL;

  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test" WB_PROJECT_SUFFIX, NULL);
  fixture->services = wb_test_services_new (fixture->folder);
  item = wb_library_get_item (wb_services_get_library (fixture->services), id, &error);
  g_assert_no_error (error);
  fixture->guide = wb_guide_from_json (id, "Guide", wb_item_get_payload (item), &error);
  g_assert_no_error (error);
  fixture->file = wb_project_file_create (fixture->path, "Bedarf an Kita-Plätzen in den Ortsteilen", id, "Guide", wb_item_get_payload (item),
                                          NULL, NULL, &error);
  g_assert_no_error (error);
  fill (fixture->guide, wb_project_file_get_answers (fixture->file));
  g_assert_true (wb_project_file_flush (fixture->file, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (wb_project_file_close (fixture->file, NULL));
  g_object_unref (fixture->file);
  g_object_unref (fixture->guide);
  g_object_unref (fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* What @widget cannot do without has to be there on the screen. */
static void
assert_fits (GtkWidget  *widget,
             const char *what)
{
  int width, height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, SCREEN_WIDTH), &height, NULL, NULL, NULL);
  g_test_message ("%s: %d × %d", what, width, height);
  g_assert_cmpint (width, <=, SCREEN_WIDTH);
  g_assert_cmpint (height, <=, SCREEN_HEIGHT);
}

/* Every step of a guide with all its questions answered. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  GPtrArray *steps = wb_guide_get_steps (fixture->guide);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = wb_project_view_new (fixture->services, fixture->file, fixture->guide);

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), SCREEN_WIDTH, SCREEN_HEIGHT);
  gtk_widget_show (window);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      if (step->fields->len == 0)
        continue;
      g_assert_true (wb_project_view_show_field (WB_PROJECT_VIEW (view), ((WbField *) g_ptr_array_index (step->fields, 0))->id));
      assert_fits (view, step->id);
    }
  g_assert_true (wb_project_view_flush (WB_PROJECT_VIEW (view), NULL));
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Takes @window. */
static void
check_window (GtkWidget  *window,
              const char *what)
{
  g_assert_true (GTK_IS_WINDOW (window));
  assert_fits (window, what);
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  wb_test_finalize (window);
}

static void
test_windows (Fixture       *fixture,
              gconstpointer  data)
{
  WbLibrary *library = wb_services_get_library (fixture->services);
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (WbBackupStore) store = wb_backup_store_new (folder);

  check_window (wb_letterhead_dialog_new (NULL, fixture->services), "letterhead");
  check_window (wb_town_dialog_new (NULL, fixture->services), "town");
  check_window (wb_export_dialog_new (NULL, library, fixture->file, fixture->guide), "documents");
  check_window (wb_history_window_new (NULL, fixture->file, fixture->guide), "history");
  check_window (wb_dossier_window_new (NULL, library, fixture->file, fixture->guide), "dossier");
  check_window (wb_contribution_window_new (NULL, library, fixture->file, fixture->guide, NULL), "contribution");
  check_window (wb_council_window_new (NULL, fixture->services, fixture->path), "council");
  check_window (wb_backup_window_new (NULL, store, fixture->path), "copies");
  check_window (wb_next_case_dialog_new (NULL, fixture->services, fixture->path), "next case");
  check_window (wb_deck_editor_new (NULL, library, fixture->file, fixture->guide, "praesentation", NULL), "slides");
  check_window (wb_text_editor_new (NULL, library, fixture->file, fixture->guide, "pilotplan", NULL), "text");
}

/* A window manager may take no part in it. */
static void
test_size (void)
{
  GtkWidget *window = gtk_window_new ();
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (window));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle area;
  int width, height;

  gdk_monitor_get_geometry (monitor, &area);
  wb_fitting_size_set (GTK_WINDOW (window), 300, 200);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 300);
  g_assert_cmpint (height, ==, 200);
  gtk_window_set_default_size (GTK_WINDOW (window), 30000, -1);
  wb_fitting_size_reduce (GTK_WINDOW (window));
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, area.width);
  g_assert_cmpint (height, ==, -1);
  wb_fitting_size_set (GTK_WINDOW (window), 300, 30000);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (height, <, area.height);
  g_assert_cmpint (height, >, area.height / 2);

  /* What somebody has chosen stays where there is room, and is made to fit where there is none. */
  wb_fitting_size_restore (GTK_WINDOW (window), area.width - 1, 200);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, area.width - 1);
  g_assert_cmpint (height, ==, 200);
  wb_fitting_size_restore (GTK_WINDOW (window), 30000, 30000);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, area.width);
  g_assert_cmpint (height, <, area.height);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The list of keys decides itself how large it is. */
static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/help-overlay.ui");
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));

  gtk_widget_show (window);
  assert_fits (window, "shortcuts");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An application does that itself. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, WB_RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("WB_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  load_style ();

  g_test_add_func ("/fit/size", test_size);
  g_test_add_func ("/fit/shortcuts", test_shortcuts);
  g_test_add ("/fit/windows", Fixture, NULL, set_up, test_windows, tear_down);
  g_test_add ("/fit/steps/reuse", Fixture, "leitfaden-nachnutzung", set_up, test_steps, tear_down);
  g_test_add ("/fit/steps/sensors", Fixture, "leitfaden-sensorik", set_up, test_steps, tear_down);

  return g_test_run ();
}
