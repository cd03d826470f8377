/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "wb-audience-window.h"
#include "wb-document-actions.h"
#include "wb-document-row.h"
#include "wb-presenter-ahead.h"
#include "wb-presenter-window.h"
#include "wb-presenter.h"
#include "wb-screen-plan.h"
#include "wb-show-keys.h"
#include "wb-talk-ahead.h"

#define SECRET "Nur für die Sprecherin"

/* @first: what stands on the first slide. */
static WbDocument *
make_deck_about (const char *first)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *notes;

  wb_block_append_heading (root, 1, first);
  notes = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));
  notes->callout = WB_CALLOUT_NOTES;
  wb_block_append_paragraph (notes, SECRET);
  wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  wb_block_append_heading (root, 2, "Anlass");
  wb_block_append_paragraph (root, "Zahlen aus vielen Ämtern");
  wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  wb_block_append_heading (root, 2, "Beschluss");

  return wb_document_new (WB_DOCUMENT_DECK, "Deck", root);
}

static WbDocument *
make_deck (void)
{
  return make_deck_about ("Sozialräume");
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static WbPresenter *
start (WbDocument *deck)
{
  WbPresenter *presenter = wb_presenter_start (deck, NULL);

  settle ();

  return presenter;
}

static void
finish (WbPresenter *presenter)
{
  g_object_add_weak_pointer (G_OBJECT (presenter), (gpointer *) &presenter);
  wb_presenter_end (presenter);
  while (presenter != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
act (WbPresenter *presenter,
     const char  *detailed)
{
  g_autofree char *full = g_strconcat ("show.", detailed, NULL);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (full, &name, &target, NULL));
  gtk_widget_activate_action_variant (GTK_WIDGET (wb_presenter_get_audience (presenter)), name, target);
  settle ();
}

static GtkWidget *
get_wall (WbPresenter *presenter)
{
  return GTK_WIDGET (wb_audience_window_get_view (WB_AUDIENCE_WINDOW (wb_presenter_get_audience (presenter))));
}

static void
test_says_what_is_seen (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  WbPresenter *presenter = start (deck);
  GtkWidget *wall = get_wall (presenter);

  gtk_test_accessible_assert_role (wall, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (wall, GTK_ACCESSIBLE_PROPERTY_LABEL, "Slide 1 of 3");
  act (presenter, "next");
  gtk_test_accessible_assert_property (wall, GTK_ACCESSIBLE_PROPERTY_LABEL, "Slide 2 of 3");
  act (presenter, "black");
  gtk_test_accessible_assert_property (wall, GTK_ACCESSIBLE_PROPERTY_LABEL, "The screen is black. Press B to go on.");
  act (presenter, "white");
  gtk_test_accessible_assert_property (wall, GTK_ACCESSIBLE_PROPERTY_LABEL, "The screen is white. Press W to go on.");
  act (presenter, "white");
  act (presenter, "freeze");
  act (presenter, "next");
  gtk_test_accessible_assert_property (wall, GTK_ACCESSIBLE_PROPERTY_LABEL, "Slide 2 of 3");
  act (presenter, "freeze");
  gtk_test_accessible_assert_property (wall, GTK_ACCESSIBLE_PROPERTY_LABEL, "Slide 3 of 3");
  act (presenter, "digit(uint32 1)");
  /* With one window only, this is where it is seen. */
  gtk_test_accessible_assert_property (wall, GTK_ACCESSIBLE_PROPERTY_LABEL, "To slide 1 – Enter");
  act (presenter, "enter");
  gtk_test_accessible_assert_property (wall, GTK_ACCESSIBLE_PROPERTY_LABEL, "Slide 1 of 3");
  act (presenter, "speaker");
  act (presenter, "digit(uint32 2)");
  gtk_test_accessible_assert_property (wall, GTK_ACCESSIBLE_PROPERTY_LABEL, "Slide 1 of 3");
  finish (presenter);
}

/* Whether @text stands anywhere in the window: in a label, an entry, or what is read aloud. */
static gboolean
holds_text (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (holds_text (child, text))
      return TRUE;

  return FALSE;
}

static void
test_notes_stay_here (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  WbPresenter *presenter = start (deck);
  g_autofree char *described = NULL;

  act (presenter, "speaker");
  g_assert_nonnull (wb_presenter_get_speaker (presenter));
  g_assert_true (holds_text (GTK_WIDGET (wb_presenter_get_speaker (presenter)), SECRET));
  g_assert_false (holds_text (GTK_WIDGET (wb_presenter_get_audience (presenter)), SECRET));
  /* All that is read aloud of the wall: exactly what stands on the slide. */
  described = gtk_test_accessible_check_property (GTK_ACCESSIBLE (get_wall (presenter)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                  "Sozialräume");
  if (described != NULL)
    g_assert_null (strstr (described, SECRET));
  finish (presenter);
}

static void
test_speaker (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  WbPresenter *presenter = start (deck);
  WbPresenterWindow *speaker;

  g_assert_null (wb_presenter_get_speaker (presenter));
  act (presenter, "overview");
  speaker = WB_PRESENTER_WINDOW (wb_presenter_get_speaker (presenter));
  g_assert_true (wb_presenter_window_get_overview (speaker));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (speaker)));
  /* It came for the overview only, and goes with it. */
  act (presenter, "escape");
  g_assert_false (wb_presenter_window_get_overview (speaker));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (speaker)));

  act (presenter, "speaker");
  act (presenter, "next");
  g_assert_true (holds_text (GTK_WIDGET (speaker), "Anlass"));
  g_assert_true (holds_text (GTK_WIDGET (speaker), "Beschluss"));
  g_assert_true (holds_text (GTK_WIDGET (speaker), "2 / 3"));
  g_assert_true (holds_text (GTK_WIDGET (speaker), "No notes for this slide."));
  act (presenter, "countdown");
  g_assert_true (wb_show_get_countdown (wb_presenter_get_show (presenter), 0, NULL));
  act (presenter, "countdown");
  g_assert_false (wb_show_get_countdown (wb_presenter_get_show (presenter), 0, NULL));

  /* Closing one leaves the other; closing both is the end. */
  gtk_window_close (GTK_WINDOW (speaker));
  settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (wb_presenter_get_audience (presenter))));
  g_object_add_weak_pointer (G_OBJECT (presenter), (gpointer *) &presenter);
  gtk_window_close (wb_presenter_get_audience (presenter));
  while (presenter != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Where the speaker was, and the time, are there again. */
static void
test_memory (void)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("org.wegbereiter.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (WbDocument) deck = make_deck ();
  GtkWidget *parent;
  WbPresenter *presenter;
  WbShow *show;
  GError *error = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  parent = gtk_application_window_new (application);
  presenter = wb_presenter_start (deck, GTK_WINDOW (parent));
  show = wb_presenter_get_show (presenter);
  /* Asked for again, it comes to the front. */
  g_assert_true (wb_presenter_start (deck, GTK_WINDOW (parent)) == presenter);
  act (presenter, "next");
  act (presenter, "black");
  wb_show_set_planned (show, 20);
  finish (presenter);

  presenter = wb_presenter_start (deck, GTK_WINDOW (parent));
  g_assert_true (wb_presenter_get_show (presenter) == show);
  g_assert_cmpuint (wb_show_get_slide (show), ==, 1);
  g_assert_cmpuint (wb_show_get_planned (show), ==, 20);
  g_assert_cmpint (wb_show_get_cover (show), ==, WB_COVER_NONE);
  g_assert_true (wb_show_get_clock_running (show));
  /* One that was at its end begins anew. */
  act (presenter, "last");
  finish (presenter);
  presenter = wb_presenter_start (deck, GTK_WINDOW (parent));
  g_assert_cmpuint (wb_show_get_slide (wb_presenter_get_show (presenter)), ==, 0);
  finish (presenter);
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
test_keys (void)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *action;
  } cases[] = {
    { GDK_KEY_Page_Down, 0, "next" },     { GDK_KEY_Page_Up, 0, "previous" },
    { GDK_KEY_b, 0, "black" },            { GDK_KEY_B, GDK_SHIFT_MASK, "black" },
    { GDK_KEY_period, 0, "black" },       { GDK_KEY_w, 0, "white" },
    { GDK_KEY_comma, 0, "white" },        { GDK_KEY_f, 0, "freeze" },
    { GDK_KEY_l, 0, "pointer" },          { GDK_KEY_z, 0, "zoom" },
    { GDK_KEY_F5, 0, "start" },           { GDK_KEY_F5, GDK_SHIFT_MASK, "start" },
    { GDK_KEY_Escape, 0, "escape" },      { GDK_KEY_space, 0, "next" },
    { GDK_KEY_Home, 0, "first" },         { GDK_KEY_End, 0, "last" },
    { GDK_KEY_KP_7, 0, "digit(uint32 7)" }, { GDK_KEY_Return, 0, "enter" },
    { GDK_KEY_Left, 0, "previous" },      { GDK_KEY_Left, GDK_SHIFT_MASK, "left" },
    { GDK_KEY_b, GDK_CONTROL_MASK, NULL }, { GDK_KEY_x, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (wb_show_keys_lookup (cases[i].key, cases[i].state), ==, cases[i].action);
}

static void
test_screens (void)
{
  WbScreenWish wish = { .n_screens = 1, .home = 0, .wanted = -1 };
  WbScreenPlan plan = wb_screen_plan_make (&wish);

  /* One screen: the audience has it. */
  g_assert_true (plan.audience_shown);
  g_assert_false (plan.speaker_shown);
  wish.speaker = TRUE;
  plan = wb_screen_plan_make (&wish);
  g_assert_true (plan.audience_shown && plan.speaker_shown);
  g_assert_cmpint (plan.speaker_screen, ==, 0);

  /* Two: the other one, or the one that was chosen. */
  wish = (WbScreenWish) { .n_screens = 2, .home = 1, .wanted = -1 };
  plan = wb_screen_plan_make (&wish);
  g_assert_cmpint (plan.audience_screen, ==, 0);
  g_assert_cmpint (plan.speaker_screen, ==, 1);
  wish.wanted = 1;
  plan = wb_screen_plan_make (&wish);
  g_assert_cmpint (plan.audience_screen, ==, 1);
  g_assert_cmpint (plan.speaker_screen, ==, 0);
  wish.wanted = 7;
  plan = wb_screen_plan_make (&wish);
  g_assert_cmpint (plan.audience_screen, ==, 0);

  /* Three: the speaker stays at home. */
  wish = (WbScreenWish) { .n_screens = 3, .home = 0, .wanted = 2 };
  plan = wb_screen_plan_make (&wish);
  g_assert_cmpint (plan.audience_screen, ==, 2);
  g_assert_cmpint (plan.speaker_screen, ==, 0);

  /* Unplugged: notes never go where the audience may look, nor the slide over the notes. */
  wish = (WbScreenWish) { .n_screens = 1, .wanted = -1, .had_wall = TRUE };
  plan = wb_screen_plan_make (&wish);
  g_assert_false (plan.audience_shown);
  g_assert_true (plan.speaker_shown);

  wish.windows = TRUE;
  plan = wb_screen_plan_make (&wish);
  g_assert_true (plan.audience_shown && plan.speaker_shown);
  g_assert_cmpint (plan.audience_screen, ==, -1);
  g_assert_cmpint (plan.speaker_screen, ==, -1);
}

/* What is asked for ahead is there without drawing, and no more of it than fits. */
static void
test_cache (void)
{
  g_autoptr (WbDocument) deck = make_deck ();
  g_autoptr (WbPaginator) paginator = wb_paginator_new (deck, 0, 0);
  g_autoptr (WbSlideCache) cache = wb_slide_cache_new (paginator);
  g_autoptr (GdkTexture) first = NULL;
  g_autoptr (GdkTexture) again = NULL;
  const WbRegion region = { 0.25, 0.25, 0.5 };
  g_autoptr (GdkTexture) part = NULL;

  g_assert_false (wb_slide_cache_has (cache, 1, 640, 360));
  wb_slide_cache_prepare (cache, 1, 640, 360);
  wb_slide_cache_prepare (cache, 99, 640, 360);
  settle ();
  g_assert_true (wb_slide_cache_has (cache, 1, 640, 360));
  g_assert_false (wb_slide_cache_has (cache, 99, 640, 360));
  first = wb_slide_cache_get (cache, 1, 640, 360, NULL);
  again = wb_slide_cache_get (cache, 1, 640, 360, NULL);
  g_assert_true (first == again);
  g_assert_cmpint (gdk_texture_get_width (first), ==, 640);
  part = wb_slide_cache_get (cache, 1, 640, 360, &region);
  g_assert_true (part != first);
  g_assert_null (wb_slide_cache_get (cache, 99, 640, 360, NULL));
  g_assert_null (wb_slide_cache_get (cache, 0, 0, 360, NULL));
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (GdkTexture) large = wb_slide_cache_get (cache, 0, 3000 + i, 2000, NULL);

      g_assert_nonnull (large);
    }
  g_assert_false (wb_slide_cache_has (cache, 1, 640, 360));
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

/* Where a deck is on offer, what its first slide needs is read before anybody asks for it; a document does not need it. */
static void
test_ahead (void)
{
  WbOffer offer = { .name = (char *) "a", .title = (char *) "A", .format = WB_DOCUMENT_PAGES };

  g_object_unref (g_object_ref_sink (wb_document_row_new (&offer, NULL, NULL, FALSE)));
  settle ();
  g_assert_false (wb_presenter_ahead_has_begun ());

  offer.format = WB_DOCUMENT_DECK;
  g_object_unref (g_object_ref_sink (wb_document_row_new (&offer, NULL, NULL, FALSE)));
  g_assert_true (wb_presenter_ahead_has_begun ());
  while (!wb_presenter_ahead_is_done ())
    g_main_context_iteration (NULL, TRUE);
}

/* What the window of the tests below offers. */
static const char *offered;
static guint n_made;

static WbDocument *
make_offered (GtkWidget *widget)
{
  n_made++;

  return offered != NULL ? make_deck_about (offered) : NULL;
}

/* A window with a label that offers a deck. (transfer none) */
static GtkWindow *
make_offerer (const char *first)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("Deck");

  offered = first;
  gtk_window_set_child (GTK_WINDOW (window), label);
  wb_talk_ahead_offer (label, make_offered);
  gtk_window_present (GTK_WINDOW (window));

  return GTK_WINDOW (window);
}

static void
wait_until_done (GtkWindow *window)
{
  while (!wb_talk_ahead_is_done (window))
    g_main_context_iteration (NULL, TRUE);
}

/* In the size of the screen, if it was drawn already. (transfer full) (nullable) */
static GdkTexture *
get_first_picture (WbSlideCache *cache)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);
  GdkRectangle area;
  int width, height;

  gdk_monitor_get_geometry (monitor, &area);
  wb_slide_view_measure_picture (wb_slide_cache_get_paginator (cache), area.width, area.height,
                                 gdk_monitor_get_scale_factor (monitor), &width, &height);
  if (!wb_slide_cache_has (cache, 0, width, height))
    return NULL;

  return wb_slide_cache_get (cache, 0, width, height, NULL);
}

/* The first slide and its window are there before anybody asks, and are what is shown. */
static void
test_prepared (void)
{
  GtkWindow *window = make_offerer ("Anlass");
  g_autoptr (WbDocument) deck = make_deck_about ("Anlass");
  g_autoptr (WbAudienceWindow) audience = NULL;
  g_autoptr (WbSlideCache) cache = NULL;
  g_autoptr (GdkTexture) picture = NULL;
  WbPresenter *presenter;

  wait_until_done (window);
  cache = wb_talk_ahead_take (window, deck, &audience);
  g_assert_nonnull (cache);
  g_assert_nonnull (audience);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (audience)));
  picture = get_first_picture (cache);
  g_assert_nonnull (picture);
  gtk_window_destroy (GTK_WINDOW (audience));

  /* It was given away; after the talk there is another. */
  g_assert_null (wb_talk_ahead_take (window, deck, &audience));
  wb_talk_ahead_again (window);
  wait_until_done (window);
  presenter = wb_presenter_start (deck, window);
  g_assert_false (wb_talk_ahead_is_done (window));
  settle ();
  gtk_test_accessible_assert_property (get_wall (presenter), GTK_ACCESSIBLE_PROPERTY_LABEL, "Slide 1 of 3");
  finish (presenter);
  wait_until_done (window);
  gtk_window_destroy (window);
}

/* Whatever was prepared: only the very same deck comes of it, told of a change or not. */
static void
test_outdated (void)
{
  GtkWindow *window = make_offerer ("Anlass");
  g_autoptr (WbDocument) edited = make_deck_about ("Beschluss");
  g_autoptr (WbDocument) deck = make_deck_about ("Anlass");
  g_autoptr (WbAudienceWindow) audience = NULL;
  g_autoptr (WbSlideCache) cache = NULL;
  guint n;

  wait_until_done (window);
  g_assert_null (wb_talk_ahead_take (window, edited, &audience));
  g_assert_null (audience);
  wb_talk_ahead_again (window);
  wait_until_done (window);

  /* Looked at again, and still the same: nothing is made anew. */
  n = n_made;
  wb_talk_ahead_refresh (gtk_window_get_child (window));
  wait_until_done (window);
  g_assert_cmpuint (n_made, ==, n + 1);

  /* Told of a change, it makes the other. */
  offered = "Beschluss";
  wb_talk_ahead_refresh (gtk_window_get_child (window));
  g_assert_false (wb_talk_ahead_is_done (window));
  wait_until_done (window);
  g_assert_null (wb_talk_ahead_take (window, deck, &audience));
  wb_talk_ahead_again (window);
  wait_until_done (window);
  cache = wb_talk_ahead_take (window, edited, &audience);
  g_assert_nonnull (cache);
  gtk_window_destroy (GTK_WINDOW (audience));
  gtk_window_destroy (window);
}

/* Nothing is kept of what is no longer on screen, nor when it goes in the middle of being made. */
static void
test_let_go (void)
{
  GtkWindow *window = make_offerer ("Anlass");
  GtkWidget *label = gtk_window_get_child (window);
  g_autoptr (WbDocument) deck = make_deck_about ("Anlass");
  g_autoptr (WbAudienceWindow) audience = NULL;
  const guint n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());

  wait_until_done (window);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows + 1);
  gtk_widget_set_visible (label, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
  g_assert_null (wb_talk_ahead_take (window, deck, &audience));
  gtk_widget_set_visible (label, TRUE);
  wait_until_done (window);
  wb_talk_ahead_offer (label, NULL);
  g_assert_null (wb_talk_ahead_take (window, deck, &audience));

  wb_talk_ahead_offer (label, make_offered);
  offered = NULL;
  n_made = 0;
  while (n_made == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (wb_talk_ahead_take (window, deck, &audience));
  wb_talk_ahead_again (window);
  offered = "Anlass";
  while (n_made == 1)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (window);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows - 1);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/presenter/ahead", test_ahead);
  g_test_add_func ("/presenter/says-what-is-seen", test_says_what_is_seen);
  g_test_add_func ("/presenter/notes-stay-here", test_notes_stay_here);
  g_test_add_func ("/presenter/speaker", test_speaker);
  g_test_add_func ("/presenter/memory", test_memory);
  g_test_add_func ("/presenter/keys", test_keys);
  g_test_add_func ("/presenter/screens", test_screens);
  g_test_add_func ("/presenter/cache", test_cache);
  g_test_add_func ("/presenter/file-names", test_file_names);
  g_test_add_func ("/presenter/prepared", test_prepared);
  g_test_add_func ("/presenter/outdated", test_outdated);
  g_test_add_func ("/presenter/let-go", test_let_go);

  return g_test_run ();
}
