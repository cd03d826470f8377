/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "wb-document-row.h"
#include "wb-document-shelf.h"
#include "wb-page-preview.h"
#include "wb-payload-reader.h"
#include "wb-project-documents.h"
#include "wb-test-services.h"
#include "wb-text-edits.h"
#include "wb-text-editor.h"
#include "wb-text-form.h"
#include "wb-text-row.h"

#define GUIDE "leitfaden-sozialraeume"
#define DOCUMENT "beschlussvorlage"
#define FIRST "Das Gremium nimmt das Ergebnis des Pilots"
#define MINE "Der Rat dankt allen (Beispiel)."

typedef struct
{
  char *folder;
  WbServices *services;
  WbGuide *guide;
  WbProjectFile *file;
  GtkWidget *editor;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
open_editor (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->editor =
    wb_text_editor_new (NULL, wb_services_get_library (fixture->services), fixture->file, fixture->guide, DOCUMENT, &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (fixture->editor));
  settle ();
}

static gboolean
is_drawn (gpointer data)
{
  WbPagePreview *preview = data;

  return wb_page_preview_get_page (preview) > 0 && !wb_page_preview_is_busy (preview);
}

/* Until no worker draws any more. */
static void
wait_for_page (Fixture *fixture)
{
  wb_test_wait (is_drawn, wb_test_find (fixture->editor, WB_TYPE_PAGE_PREVIEW, NULL, NULL));
}

static void
close_editor (Fixture *fixture)
{
  wait_for_page (fixture);
  gtk_window_close (GTK_WINDOW (fixture->editor));
  settle ();
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
  settle ();
}

/* The row whose text begins with @begin. (nullable) */
static GtkListBoxRow *
find_row (Fixture    *fixture,
          const char *begin)
{
  GtkListBox *list = GTK_LIST_BOX (wb_test_find (fixture->editor, GTK_TYPE_LIST_BOX, NULL, NULL));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_str_has_prefix (wb_text_part_get_text (wb_text_row_get_part (WB_TEXT_ROW (row))), begin))
      return row;

  return NULL;
}

static WbTextPart *
choose (Fixture    *fixture,
        const char *begin)
{
  GtkListBox *list = GTK_LIST_BOX (wb_test_find (fixture->editor, GTK_TYPE_LIST_BOX, NULL, NULL));
  GtkListBoxRow *row = find_row (fixture, begin);

  g_assert_nonnull (row);
  gtk_list_box_select_row (list, row);
  settle ();

  return wb_text_row_get_part (WB_TEXT_ROW (row));
}

static void
write_text (Fixture    *fixture,
            const char *text)
{
  GtkWidget *form = wb_test_find (fixture->editor, WB_TYPE_TEXT_FORM, NULL, NULL);
  GtkWidget *view = wb_test_find (form, GTK_TYPE_TEXT_VIEW, NULL, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  wb_text_form_flush (WB_TEXT_FORM (form));
  settle ();
}

static gboolean
goes_out (Fixture    *fixture,
          const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbDocument) document = wb_document_shelf_build_project (wb_services_get_library (fixture->services), fixture->file,
                                                                     fixture->guide, DOCUMENT, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = wb_block_to_text (wb_document_get_root (document));

  return strstr (text, words) != NULL;
}

static char *
describe (Fixture *fixture)
{
  return wb_project_documents_describe_edits (wb_services_get_library (fixture->services), fixture->file, fixture->guide, DOCUMENT);
}

/* What is rewritten, left out and added goes out, is in the file, and is gone with a reset. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *words = NULL;

  g_assert_null (describe (fixture));
  choose (fixture, FIRST);
  write_text (fixture, MINE);
  g_assert_true (goes_out (fixture, MINE));
  g_assert_false (goes_out (fixture, FIRST));

  act (fixture, "text.add");
  write_text (fixture, "Noch ein Punkt");
  g_assert_true (goes_out (fixture, MINE "\nNoch ein Punkt\nDie Verwaltung"));

  choose (fixture, "Alternativen");
  act (fixture, "text.hide");
  g_assert_false (goes_out (fixture, "Nur ein einmaliger Bericht"));
  g_assert_true (wb_text_row_get_part (WB_TEXT_ROW (find_row (fixture, "Nur ein einmaliger")))->covered);

  close_editor (fixture);
  open_editor (fixture);
  words = describe (fixture);
  g_assert_cmpstr (words, ==, "3 passages changed by you");
  choose (fixture, MINE);
  act (fixture, "text.reset");
  g_assert_true (goes_out (fixture, FIRST));
  choose (fixture, "Noch ein Punkt");
  act (fixture, "text.delete");
  g_assert_false (goes_out (fixture, "Noch ein Punkt"));
  choose (fixture, "Alternativen");
  act (fixture, "text.hide");
  g_assert_null (describe (fixture));
}

/* An answer changed under a rewritten passage: it stays, and that is told until it was looked at. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *words = NULL;
  g_autofree char *seen = NULL;
  GtkWidget *form;

  choose (fixture, "**Ziel:**");
  write_text (fixture, "**Ziel:** in meinen Worten (Beispiel)");
  close_editor (fixture);
  wb_answers_set (wb_project_file_get_answers (fixture->file), "ziel", "", "", "Ein anderes Ziel (Beispiel)");
  open_editor (fixture);

  words = describe (fixture);
  g_assert_cmpstr (words, ==, "1 passage changed by you; under 1 of them the template has changed since");
  g_assert_true (goes_out (fixture, "in meinen Worten"));
  g_assert_true (wb_text_part_is_stale (choose (fixture, "**Ziel:**")));
  form = wb_test_find (fixture->editor, WB_TYPE_TEXT_FORM, NULL, NULL);
  g_assert_nonnull (wb_test_find (form, GTK_TYPE_LABEL, wb_test_shows, "**Ziel:** Ein anderes Ziel (Beispiel)"));
  act (fixture, "text.confirm");
  seen = describe (fixture);
  g_assert_cmpstr (seen, ==, "1 passage changed by you");
  g_assert_true (goes_out (fixture, "in meinen Worten"));
}

/* A paragraph of the template is left out, not deleted; one of the user's own is deleted, not left out. */
static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  choose (fixture, FIRST);
  act (fixture, "text.delete");
  g_assert_nonnull (find_row (fixture, FIRST));
  act (fixture, "text.add");
  write_text (fixture, "Meines");
  act (fixture, "text.hide");
  g_assert_true (goes_out (fixture, "Meines"));
  act (fixture, "text.delete");
  g_assert_false (goes_out (fixture, "Meines"));
  g_assert_null (describe (fixture));
}

/* Presses "Undo" wherever it is offered just now. */
static gboolean
are_back (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *button = wb_test_find (fixture->editor, GTK_TYPE_BUTTON, wb_test_shows, "Undo");

  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");

  return goes_out (fixture, "Punkt eins\nPunkt zwei");
}

/* Each of two paragraphs deleted one after the other comes back, where it stood. */
static void
test_undo_deleted (Fixture       *fixture,
                   gconstpointer  data)
{
  choose (fixture, FIRST);
  act (fixture, "text.add");
  write_text (fixture, "Punkt eins");
  act (fixture, "text.add");
  write_text (fixture, "Punkt zwei");
  g_assert_true (goes_out (fixture, "Punkt eins\nPunkt zwei"));
  choose (fixture, "Punkt eins");
  act (fixture, "text.delete");
  choose (fixture, "Punkt zwei");
  act (fixture, "text.delete");
  g_assert_false (goes_out (fixture, "Punkt"));
  wb_test_wait (are_back, fixture);
}

/* Decks and lists of answers have no text of this kind. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  const char *const names[] = { "praesentation", "answers", "nichts" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (wb_text_editor_new (NULL, wb_services_get_library (fixture->services), fixture->file, fixture->guide, names[i],
                                         &error));
      g_assert_nonnull (error);
    }
}

static gboolean
shows_begin (GtkWidget     *widget,
             gconstpointer  begin)
{
  return g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), begin);
}

static gboolean
has_icon (GtkWidget     *widget,
          gconstpointer  icon)
{
  return g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0;
}

/* Placeholders stay what they are in the text, and are told in words in the list and below it. */
static void
test_placeholders (Fixture       *fixture,
                   gconstpointer  data)
{
  WbTextPart *part = choose (fixture, "**Kommune:**");
  GtkWidget *label;

  g_assert_cmpstr (wb_text_part_get_text (part), ==, "**Kommune:** {{@town}}");
  g_assert_nonnull (wb_test_find (GTK_WIDGET (find_row (fixture, "**Kommune:**")), GTK_TYPE_LABEL, wb_test_shows, "Kommune: ‹Municipality›"));
  label = wb_test_find (fixture->editor, GTK_TYPE_LABEL, shows_begin, "{{@town}} becomes");
  g_assert_nonnull (label);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "{{@town}} becomes: Municipality");
  write_text (fixture, "{{ @town }} und {{?projektleitung.role}} und {{gibt-es-nicht}} und {{?projektleitung.role}} {{");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==,
                   "{{ @town }} becomes: Municipality\n"
                   "{{?projektleitung.role}} becomes: the answer to “Wer leitet das Projekt?: Role”\n"
                   "{{gibt-es-nicht}} becomes: nothing: no question of this project is called that");
  write_text (fixture, "{{@lines 3}}{{@sign Datum | Name}}{{@pagebreak}}");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==,
                   "{{@lines 3}} becomes: Lines to write on\n"
                   "{{@sign Datum | Name}} becomes: Lines for signatures\n"
                   "{{@pagebreak}} becomes: A new page");
  write_text (fixture, "Ohne");
  g_assert_false (gtk_widget_get_visible (label));
}

static void
use_cb (GtkWidget     *row,
        const char    *name,
        WbDocumentUse  use,
        WbDocumentUse *used)
{
  *used = use;
}

/* What is nothing but answers leads to them instead. */
static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  WbLibrary *library = wb_services_get_library (fixture->services);
  g_autoptr (GPtrArray) offers = wb_document_shelf_list_project (fixture->file, fixture->guide, NULL);
  const WbOffer *offer = g_ptr_array_index (offers, offers->len - 1);
  WbDocumentUse used = WB_DOCUMENT_USE_SAVE;
  const WbField *field;
  GtkWidget *row;

  g_assert_cmpstr (offer->name, ==, "answers");
  field = wb_project_documents_find_question (library, fixture->guide, wb_project_file_get_answers (fixture->file), offer->name);
  g_assert_nonnull (field);
  field = wb_project_documents_find_question (library, fixture->guide, wb_project_file_get_answers (fixture->file), "kickoff");
  g_assert_cmpstr (field->id, ==, "kickoff-vorbereiten");

  row = g_object_ref_sink (wb_document_row_new (offer, NULL, NULL, TRUE));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Document, A4\nIt is made of your answers and ticks; change them there.");
  g_signal_connect (row, "use", G_CALLBACK (use_cb), &used);
  g_signal_emit_by_name (wb_test_find (row, GTK_TYPE_BUTTON, has_icon, "go-jump-symbolic"), "clicked");
  g_assert_cmpint (used, ==, WB_DOCUMENT_USE_ANSWERS);
  g_object_unref (row);
}

/* As many passages of one's own as can be kept. */
static void
fill_up (Fixture *fixture)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_text_part_unref);
  g_autoptr (GPtrArray) edits = NULL;

  for (guint i = 0; i < WB_DECK_MAX_SLIDES; i++)
    {
      WbTextPart *part = wb_text_part_new_own ("");

      wb_text_part_rewrite (part, "Punkt");
      g_ptr_array_add (parts, part);
    }
  edits = wb_text_edits_find (parts);
  g_assert_cmpuint (edits->len, ==, WB_DECK_MAX_SLIDES);
  wb_project_file_set_slides (fixture->file, DOCUMENT, edits);
  settle ();
}

static guint
count_kept (Fixture *fixture)
{
  g_autoptr (GPtrArray) edits = wb_project_file_get_slides (fixture->file, DOCUMENT);

  return edits->len;
}

/* What is too much is told and not kept, and nothing else is cut off for it. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *told;

  fill_up (fixture);
  g_assert_cmpuint (count_kept (fixture), ==, WB_DECK_MAX_SLIDES);
  choose (fixture, FIRST);
  write_text (fixture, "Eines zu viel");
  told = wb_test_find (fixture->editor, GTK_TYPE_LABEL, shows_begin, "At most 500 passages of a document can be changed");
  g_assert_true (told != NULL && gtk_widget_get_visible (told));
  g_assert_cmpuint (count_kept (fixture), ==, WB_DECK_MAX_SLIDES);
  g_assert_false (goes_out (fixture, "Eines zu viel"));

  /* With room again it is kept. */
  act (fixture, "text.reset");
  choose (fixture, "Punkt");
  act (fixture, "text.delete");
  g_assert_cmpuint (count_kept (fixture), ==, WB_DECK_MAX_SLIDES - 1);
  choose (fixture, FIRST);
  write_text (fixture, "Eines zu viel");
  g_assert_cmpuint (count_kept (fixture), ==, WB_DECK_MAX_SLIDES);
  g_assert_false (gtk_widget_get_visible (told));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/text-editor/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("edit", test_edit);
  ADD ("stale", test_stale);
  ADD ("actions", test_actions);
  ADD ("undo-deleted", test_undo_deleted);
  ADD ("others", test_others);
  ADD ("placeholders", test_placeholders);
  ADD ("answers", test_answers);
  ADD ("full", test_full);
#undef ADD

  return g_test_run ();
}
