/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "wb-contrast.h"
#include "wb-letterhead-dialog.h"
#include "wb-letterhead-form.h"
#include "wb-letterhead-preview.h"
#include "wb-stationery-source.h"
#include "wb-test-services.h"

typedef struct
{
  char *folder;
  WbServices *services;
  WbLetterheadDialog *dialog;
  GtkWidget *preview; /* (nullable) of the dialog; its workers hold it, too */
} Fixture;

static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *title)
{
  const char *text = ADW_IS_PREFERENCES_ROW (widget) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget))
                     : GTK_IS_BUTTON (widget)        ? gtk_button_get_label (GTK_BUTTON (widget))
                                                     : NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (title == NULL || g_strcmp0 (text, title) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *title)
{
  GtkWidget *found = find (GTK_WIDGET (fixture->dialog), type, title);

  if (found == NULL)
    g_error ("There is no “%s”", title);

  return found;
}

static WbLetterhead *
get_stored (Fixture *fixture)
{
  return wb_user_store_get_letterhead (wb_services_get_store (fixture->services));
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = WB_LETTERHEAD_DIALOG (wb_letterhead_dialog_new (NULL, fixture->services));
  fixture->preview = g_object_ref (get (fixture, WB_TYPE_LETTERHEAD_PREVIEW, NULL));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

/* No worker may still draw when the program ends. */
static void
await_preview (Fixture *fixture)
{
  if (fixture->preview != NULL)
    wb_test_finalize (g_steal_pointer (&fixture->preview));
}

static void
close_dialog (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  await_preview (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = wb_test_make_folder ();
  fixture->services = wb_test_services_new (fixture->folder);
  open_dialog (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  await_preview (fixture);
  g_clear_object (&fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
fill (Fixture    *fixture,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, title)), text);
}

/* What was typed last is kept when the dialog is closed at once, and there again when it is opened. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (WbLetterhead) stored = NULL;

  fill (fixture, "Municipality or office", "Stadt Müllheim");
  fill (fixture, "Street", "Rathausplatz 1");
  fill (fixture, "Postcode and place", "12345 Ort");
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "Look")), 1);
  close_dialog (fixture);
  stored = get_stored (fixture);
  g_assert_cmpstr (stored->name, ==, "Stadt Müllheim");
  g_assert_cmpstr (stored->address, ==, "Rathausplatz 1\n12345 Ort");
  g_assert_cmpstr (stored->look, !=, "");

  open_dialog (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, "Municipality or office"))), ==,
                   "Stadt Müllheim");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "Look"))), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "letterhead.clear", NULL);
  close_dialog (fixture);
  g_clear_pointer (&stored, wb_letterhead_free);
  stored = get_stored (fixture);
  g_assert_true (wb_letterhead_is_empty (stored));
}

/* Nor is it lost when the dialog goes with the window it belongs to, without being closed itself. */
static void
test_destroyed (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (WbLetterhead) stored = NULL;

  fill (fixture, "Municipality or office", "Stadt Beispiel");
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  stored = get_stored (fixture);
  g_assert_cmpstr (stored->name, ==, "Stadt Beispiel");
}

/* The contrast is told in words, and the darker tone offered only where it is needed. */
static void
test_colour (Fixture       *fixture,
             gconstpointer  data)
{
  AdwActionRow *colour = ADW_ACTION_ROW (get (fixture, ADW_TYPE_ACTION_ROW, "Colour"));
  GtkWidget *darker = get (fixture, ADW_TYPE_ACTION_ROW, "Hard to read as text");
  GtkEditable *text = GTK_EDITABLE (find (GTK_WIDGET (colour), GTK_TYPE_ENTRY, NULL));
  GtkColorChooser *button = GTK_COLOR_CHOOSER (find (GTK_WIDGET (colour), GTK_TYPE_COLOR_BUTTON, NULL));
  g_autoptr (WbLetterhead) stored = NULL;
  GdkRGBA shown;

  g_assert_false (gtk_widget_get_visible (darker));
  gtk_editable_set_text (text, "#ffcc00");
  g_assert_cmpstr (adw_action_row_get_subtitle (colour), ==, "Contrast 1.5 : 1, far too little for text (4.5 is needed)");
  g_assert_true (gtk_widget_get_visible (darker));
  gtk_color_chooser_get_rgba (button, &shown);
  g_assert_cmpfloat_with_epsilon (shown.green, 0.8, 0.001);
  gtk_editable_set_text (text, "#ffcc0");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (colour), "“#ffcc0” is no colour"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (text), "error"));

  g_signal_emit_by_name (find (darker, GTK_TYPE_BUTTON, "Take the Darker Tone"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "#907300");
  g_assert_cmpstr (adw_action_row_get_subtitle (colour), ==, "Contrast 4.5 : 1, easy to read");
  g_assert_false (gtk_widget_get_visible (darker));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (text), "error"));
  close_dialog (fixture);
  stored = get_stored (fixture);
  g_assert_cmpuint (stored->accent, ==, 0x907300);
}

static char *
get_picture (const char *folder,
             const char *name)
{
  return g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "tests", "fixtures", "pictures", folder, name, NULL);
}

static gboolean
has_picture (Fixture *fixture)
{
  g_autoptr (WbLetterhead) letterhead = get_stored (fixture);

  return letterhead->picture != NULL;
}

static AdwMessageDialog *
find_message (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

/* One that is refused changes nothing and says why; a good one is kept, and can be taken away. */
static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *refused = get_picture ("refused", "liar.png");
  g_autofree char *good = get_picture ("good", "wappen.png");
  GtkWidget *remove = get (fixture, GTK_TYPE_BUTTON, "Remove");
  AdwMessageDialog *message;

  g_assert_false (gtk_widget_get_visible (remove));
  wb_letterhead_dialog_take_picture (fixture->dialog, refused);
  while ((message = find_message ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (message), "100000 × 100000"));
  gtk_window_destroy (GTK_WINDOW (message));
  g_assert_false (gtk_widget_get_visible (remove));

  wb_letterhead_dialog_take_picture (fixture->dialog, good);
  while (!has_picture (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (remove));
  g_signal_emit_by_name (remove, "clicked");
  g_assert_false (gtk_widget_get_visible (remove));
  close_dialog (fixture);
  g_assert_false (has_picture (fixture));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* (transfer full) */
static GAsyncResult *
load (Fixture      *fixture,
      GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  wb_stationery_source_load_async (wb_services_get_store (fixture->services), wb_services_get_library (fixture->services),
                                   cancellable, loaded_cb, &result);
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

/* Read ahead it is the same as when it is waited for: nothing, or a letterhead with its picture; whoever has gone gets nothing. */
static void
test_ahead (Fixture       *fixture,
            gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autofree char *path = get_picture ("good", "wappen.png");
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_new ();
  g_autoptr (GAsyncResult) none = NULL;
  g_autoptr (GAsyncResult) some = NULL;
  g_autoptr (GAsyncResult) stopped = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (WbStationery) stationery = NULL;
  g_autoptr (WbStationery) waited = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  close_dialog (fixture);
  none = load (fixture, NULL);
  g_assert_null (wb_stationery_source_load_finish (none, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_free (letterhead->name);
  letterhead->name = g_strdup ("Stadt Musterstadt");
  letterhead->picture = g_bytes_new (bytes, length);
  g_assert_true (wb_user_store_set_letterhead (store, letterhead, &error));
  some = load (fixture, NULL);
  stationery = wb_stationery_source_load_finish (some, &error);
  g_assert_no_error (error);
  waited = wb_stationery_source_load (store, wb_services_get_library (fixture->services));
  g_assert_cmpstr (stationery->letterhead->name, ==, "Stadt Musterstadt");
  g_assert_cmpstr (stationery->look->id, ==, waited->look->id);
  g_assert_true (stationery->picture != NULL && waited->picture != NULL);

  stopped = load (fixture, cancellable);
  g_assert_null (wb_stationery_source_load_finish (stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/letterhead/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/letterhead/destroyed", Fixture, NULL, set_up, test_destroyed, tear_down);
  g_test_add ("/letterhead/colour", Fixture, NULL, set_up, test_colour, tear_down);
  g_test_add ("/letterhead/ahead", Fixture, NULL, set_up, test_ahead, tear_down);
  g_test_add ("/letterhead/picture", Fixture, NULL, set_up, test_picture, tear_down);

  return g_test_run ();
}
