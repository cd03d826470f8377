/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "wb-deck-editor.h"
#include "wb-deck-row.h"
#include "wb-document-shelf.h"
#include "wb-payload-reader.h"
#include "wb-slide-form.h"
#include "wb-slide-view.h"
#include "wb-talk-ahead.h"
#include "wb-test-services.h"

#define GUIDE "leitfaden-sozialraeume"
#define DECK "praesentation"

typedef struct
{
  char *folder;
  WbServices *services;
  WbGuide *guide;
  WbProjectFile *file;
  GtkWidget *editor;
} Fixture;

static void
open_editor (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->editor = wb_deck_editor_new (NULL, wb_services_get_library (fixture->services), fixture->file, fixture->guide, DECK,
                                        &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (fixture->editor));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
close_editor (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->editor));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (WbItem) item = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = wb_test_make_folder ();
  fixture->services = wb_test_services_new (fixture->folder);
  item = wb_library_get_item (wb_services_get_library (fixture->services), GUIDE, &error);
  g_assert_no_error (error);
  fixture->guide = wb_guide_from_json (GUIDE, "Leitfaden", wb_item_get_payload (item), &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test" WB_PROJECT_SUFFIX, NULL);
  fixture->file = wb_project_file_create (path, "Test", GUIDE, "Leitfaden", wb_item_get_payload (item), NULL, NULL, &error);
  g_assert_no_error (error);
  open_editor (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_editor (fixture);
  wb_test_finalize (fixture->file);
  wb_test_finalize (fixture->guide);
  wb_test_finalize (fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
act (Fixture    *fixture,
     const char *name)
{
  g_assert_true (gtk_widget_activate_action (fixture->editor, name, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (wb_test_find (fixture->editor, GTK_TYPE_LIST_BOX, NULL, NULL));
}

static WbSlide *
get_slide (Fixture *fixture,
           int      index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (fixture), index);

  g_assert_nonnull (row);

  return wb_deck_row_get_slide (WB_DECK_ROW (row));
}

static void
choose (Fixture *fixture,
        int      index)
{
  gtk_list_box_select_row (get_list (fixture), gtk_list_box_get_row_at_index (get_list (fixture), index));
}

static gboolean
has_slides (Fixture    *fixture,
            const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbDocument) document = wb_document_shelf_build_project (wb_services_get_library (fixture->services),
                                                                     fixture->file, fixture->guide, DECK, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = wb_block_to_text (wb_document_get_root (document));

  return strstr (text, part) != NULL;
}

/* What is done here is in the deck that is shown and printed, and still there when it is opened again. */
static void
test_move_and_hide (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *first = g_strdup (get_slide (fixture, 0)->key);
  g_autofree char *title = g_strdup (get_slide (fixture, 3)->title);

  g_assert_true (has_slides (fixture, title));
  choose (fixture, 0);
  act (fixture, "deck.down");
  g_assert_cmpstr (get_slide (fixture, 1)->key, ==, first);
  act (fixture, "deck.down");
  act (fixture, "deck.up");
  choose (fixture, 3);
  act (fixture, "deck.hide");
  g_assert_false (has_slides (fixture, title));

  close_editor (fixture);
  open_editor (fixture);
  g_assert_cmpstr (get_slide (fixture, 1)->key, ==, first);
  g_assert_true (get_slide (fixture, 3)->hidden);
  choose (fixture, 3);
  act (fixture, "deck.hide");
  g_assert_true (has_slides (fixture, title));
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *form = wb_test_find (fixture->editor, WB_TYPE_SLIDE_FORM, NULL, NULL);
  GtkWidget *title = wb_test_find (form, GTK_TYPE_ENTRY, NULL, NULL);
  GtkWidget *body = wb_test_find (form, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *other = NULL;

  choose (fixture, 2);
  other = g_strdup (get_slide (fixture, 3)->title);
  act (fixture, "deck.add");
  g_assert_true (wb_slide_is_own (get_slide (fixture, 3)));
  gtk_editable_set_text (GTK_EDITABLE (title), "Meine Folie");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (body)), "- ein **Punkt**\n- noch einer", -1);
  /* Going to another slide does not wait for a pause in typing. */
  choose (fixture, 0);
  g_assert_cmpstr (get_slide (fixture, 3)->title, ==, "Meine Folie");
  g_assert_cmpstr (get_slide (fixture, 4)->title, ==, other);
  g_assert_true (has_slides (fixture, "Meine Folie"));
  g_assert_true (has_slides (fixture, "ein Punkt"));

  gtk_editable_set_text (GTK_EDITABLE (title), "Neuer Titel");
  close_editor (fixture);
  open_editor (fixture);
  g_assert_cmpstr (get_slide (fixture, 0)->title, ==, "Neuer Titel");
  choose (fixture, 0);
  act (fixture, "deck.original");
  g_assert_cmpstr (get_slide (fixture, 0)->title, !=, "Neuer Titel");
  choose (fixture, 3);
  act (fixture, "deck.delete");
  g_assert_cmpstr (get_slide (fixture, 3)->title, ==, other);
  /* All is as in the template again, so nothing is kept. */
  edits = wb_project_file_get_slides (fixture->file, DECK);
  g_assert_cmpuint (edits->len, ==, 0);
}

static void
test_delete_own_only (Fixture       *fixture,
                      gconstpointer  data)
{
  const WbSlide *first = get_slide (fixture, 0);

  choose (fixture, 0);
  gtk_widget_activate_action (fixture->editor, "deck.delete", NULL);
  g_assert_true (get_slide (fixture, 0) == first);
}

/* Presses "Undo" where it is offered just now; a second press, of people who are used to double clicks, meets nothing. */
static gboolean
are_back (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *button = wb_test_find (fixture->editor, GTK_TYPE_BUTTON, wb_test_shows, "Undo");

  if (button != NULL)
    {
      g_signal_emit_by_name (button, "clicked");
      g_assert_true (gtk_button_get_label (GTK_BUTTON (button)) == NULL || !gtk_widget_get_visible (button));
    }

  return g_strcmp0 (get_slide (fixture, 1)->title, "Eins") == 0 && g_strcmp0 (get_slide (fixture, 2)->title, "Zwei") == 0;
}

/* Each of two slides deleted one after the other comes back once, where it stood. */
static void
test_undo_deleted (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const titles[] = { "Eins", "Zwei" };
  GtkWidget *form = wb_test_find (fixture->editor, WB_TYPE_SLIDE_FORM, NULL, NULL);
  g_autofree char *next = g_strdup (get_slide (fixture, 1)->title);

  choose (fixture, 0);
  for (int i = 0; i < 2; i++)
    {
      act (fixture, "deck.add");
      gtk_editable_set_text (GTK_EDITABLE (wb_test_find (form, GTK_TYPE_ENTRY, NULL, NULL)), titles[i]);
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (get_list (fixture))));
    }
  choose (fixture, 1);
  act (fixture, "deck.delete");
  g_assert_cmpstr (get_slide (fixture, 1)->title, ==, "Zwei");
  act (fixture, "deck.delete");
  g_assert_cmpstr (get_slide (fixture, 1)->title, ==, next);
  wb_test_wait (are_back, fixture);
  g_assert_cmpstr (get_slide (fixture, 3)->title, ==, next);
}

/* Whether the talk that is prepared is the deck as it is now. */
static gboolean
take_talk (Fixture *fixture)
{
  g_autoptr (WbDocument) document = wb_document_shelf_build_project (wb_services_get_library (fixture->services), fixture->file,
                                                                     fixture->guide, DECK, NULL);
  g_autoptr (WbAudienceWindow) audience = NULL;
  g_autoptr (WbSlideCache) cache = wb_talk_ahead_take (GTK_WINDOW (fixture->editor), document, &audience);

  if (audience != NULL)
    gtk_window_destroy (GTK_WINDOW (audience));
  wb_talk_ahead_again (GTK_WINDOW (fixture->editor));

  return cache != NULL;
}

static gboolean
is_prepared (gpointer data)
{
  return wb_talk_ahead_is_done (GTK_WINDOW (((Fixture *) data)->editor));
}

/* What was prepared before a slide was edited, or an answer that stands in the deck, is never shown; the new one is prepared. */
static void
test_prepared (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *form = wb_test_find (fixture->editor, WB_TYPE_SLIDE_FORM, NULL, NULL);

  wb_test_wait (is_prepared, fixture);
  g_assert_true (take_talk (fixture));

  wb_test_wait (is_prepared, fixture);
  choose (fixture, 0);
  gtk_editable_set_text (GTK_EDITABLE (wb_test_find (form, GTK_TYPE_ENTRY, NULL, NULL)), "Anderer Titel");
  choose (fixture, 1);
  g_assert_true (has_slides (fixture, "Anderer Titel"));
  g_assert_false (take_talk (fixture));
  wb_test_wait (is_prepared, fixture);
  g_assert_true (take_talk (fixture));

  wb_test_wait (is_prepared, fixture);
  wb_answers_set (wb_project_file_get_answers (fixture->file), "daten-champion", "", "name", "Kim Beispiel");
  g_assert_true (has_slides (fixture, "Kim Beispiel"));
  g_assert_false (take_talk (fixture));
  wb_test_wait (is_prepared, fixture);
  g_assert_true (take_talk (fixture));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture), 1));
  GtkWidget *picture = wb_test_find (row, WB_TYPE_SLIDE_VIEW, NULL, NULL);
  GtkWidget *added;
  g_autofree char *name = NULL;
  g_autofree char *next = NULL;
  int n = 0;

  while (gtk_list_box_get_row_at_index (get_list (fixture), n) != NULL)
    n++;
  name = g_strdup_printf ("Slide 2 of %d: %s", n, get_slide (fixture, 1)->title);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  /* An empty slide is not in the talk: the others keep their numbers. */
  next = g_strdup_printf ("Slide 3 of %d: %s", n, get_slide (fixture, 2)->title);
  choose (fixture, 1);
  act (fixture, "deck.add");
  added = GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture), 2));
  gtk_test_accessible_assert_property (added, GTK_ACCESSIBLE_PROPERTY_LABEL, "Empty slide, not in the presentation");
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture), 3));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, next);
}

/* A pattern is a paragraph of its own and is on the slide at once. */
static void
test_insert (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *form = wb_test_find (fixture->editor, WB_TYPE_SLIDE_FORM, NULL, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (wb_test_find (form, GTK_TYPE_TEXT_VIEW, NULL, NULL)));
  GtkMenuButton *button = GTK_MENU_BUTTON (wb_test_find (form, GTK_TYPE_MENU_BUTTON, NULL, NULL));
  GMenuModel *menu = gtk_menu_button_get_menu_model (button);
  g_autoptr (GMenuModel) drawings = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (menu), >, 6);
  drawings = g_menu_model_get_item_link (menu, g_menu_model_get_n_items (menu) - 1, G_MENU_LINK_SUBMENU);
  g_assert_nonnull (drawings);
  g_assert_cmpint (g_menu_model_get_n_items (drawings), >, 0);

  choose (fixture, 1);
  act (fixture, "deck.add");
  gtk_text_buffer_set_text (buffer, "Anfang", -1);
  for (int i = 0; i < g_menu_model_get_n_items (menu) - 1; i++)
    {
      g_autoptr (GVariant) text = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, G_VARIANT_TYPE_STRING);

      g_assert_nonnull (text);
      g_assert_true (gtk_widget_activate_action_variant (form, "slide-text.insert", text));
    }
  choose (fixture, 0);
  g_assert_true (g_str_has_prefix (get_slide (fixture, 2)->body, "Anfang\n\n> [!COLUMNS]"));
  g_assert_nonnull (strstr (get_slide (fixture, 2)->body, "\n\n{{@number "));
  g_assert_true (has_slides (fixture, "What is the question?"));
  g_assert_true (has_slides (fixture, "73 %"));
  g_assert_false (has_slides (fixture, "{{@"));
  g_assert_false (has_slides (fixture, "[!"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, test) g_test_add ("/deck-editor/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("move-and-hide", test_move_and_hide);
  ADD ("write", test_write);
  ADD ("delete-own-only", test_delete_own_only);
  ADD ("undo-deleted", test_undo_deleted);
  ADD ("prepared", test_prepared);
  ADD ("names", test_names);
  ADD ("insert", test_insert);

  return g_test_run ();
}
