/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "wb-document-actions.h"
#include "wb-presentation.h"

static WbDocument *
make_deck (void)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  wb_block_append_heading (root, 1, "Sozialräume");
  wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  wb_block_append_heading (root, 2, "Anlass");
  wb_block_append_paragraph (root, "Zahlen aus vielen Ämtern");
  wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  wb_block_append_heading (root, 2, "Beschluss");

  return wb_document_new (WB_DOCUMENT_DECK, "Deck", root);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_pages (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  GtkWidget *window = wb_presentation_new (deck);
  WbPresentation *presentation = WB_PRESENTATION (window);
  guint notified = 0;

  g_signal_connect_swapped (window, "notify::page", G_CALLBACK (count_cb), &notified);
  g_assert_cmpuint (wb_presentation_get_n_pages (presentation), ==, 3);
  wb_presentation_set_page (presentation, 0);
  g_assert_cmpuint (notified, ==, 0);
  wb_presentation_set_page (presentation, 2);
  g_assert_cmpuint (notified, ==, 1);
  g_object_set (window, "page", 1, NULL);
  g_assert_cmpuint (notified, ==, 2);
  /* Beyond the end it stays. */
  wb_presentation_set_page (presentation, 3);
  g_assert_cmpuint (notified, ==, 2);
  g_assert_cmpuint (wb_presentation_get_page (presentation), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_says_what_is_seen (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  GtkWidget *window = wb_presentation_new (deck);
  GtkWidget *area = gtk_window_get_child (GTK_WINDOW (window));

  gtk_test_accessible_assert_role (area, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 3");
  wb_presentation_set_page (WB_PRESENTATION (window), 1);
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 2 of 3");
  wb_presentation_set_black (WB_PRESENTATION (window), TRUE);
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The screen is black. Press B to go on.");
  g_assert_true (wb_presentation_get_black (WB_PRESENTATION (window)));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_file_names (void)
{
  static const struct
  {
    const char *title;
    const char *name;
  } names[] = {
    { "Sozialräume", "Sozialräume.pdf" },
    { "Sozialräume: DSGVO-Prüfung", "Sozialräume - DSGVO-Prüfung.pdf" },
    { "a/b\\c", "a b c.pdf" },
    { "../../etc/passwd", "Document.. .. etc passwd.pdf" },
    { "", "Document.pdf" },
    { "line\nbreak", "line break.pdf" },
  };
  g_autoptr (GString) longer = g_string_new (NULL);
  g_autofree char *cut = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = wb_document_suggest_name (names[i].title, ".pdf");

      g_assert_cmpstr (name, ==, names[i].name);
    }

  for (guint i = 0; i < 5000; i++)
    g_string_append (longer, "ä");
  cut = wb_document_suggest_name (longer->str, ".pdf");
  g_assert_cmpint (g_utf8_strlen (cut, -1), >, 100);
  g_assert_cmpuint (strlen (cut), <, 256);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/presentation/pages", test_pages);
  g_test_add_func ("/presentation/says-what-is-seen", test_says_what_is_seen);
  g_test_add_func ("/presentation/file-names", test_file_names);

  return g_test_run ();
}
