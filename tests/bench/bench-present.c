/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdio.h>

#include "wb-document-shelf.h"
#include "wb-presenter-ahead.h"
#include "wb-presenter.h"
#include "wb-slide-cache.h"
#include "wb-talk-ahead.h"

/*
 * bench-present LIBRARY: how long the first slide and the next ones take from the key to the picture, at 1920 × 1080, against one
 * frame of a screen that shows 60 of them a second. Needs a display of that size: xvfb-run -s '-screen 0 1920x1080x24'. Processor
 * time, since on a machine with other work the clock says more about that. What the toolkit takes for an empty window with a picture of
 * that size stands beside it: most of that goes into memory that is touched for the first time, three pictures of 8 MB a frame without
 * a graphics card, which virtual machines make dear.
 */

#define WIDTH 1920
#define HEIGHT 1080
#define FRAME_MS (1000.0 / 60)
#define DECK "folien-workshop"
#define ROUNDS 5
#define NO_DISPLAY 77

static gboolean painted;

static void
after_paint_cb (void)
{
  painted = TRUE;
}

static void
watch (GtkWindow *window)
{
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
wait_for_picture (void)
{
  painted = FALSE;
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
}

/* Until nothing more is to be drawn ahead. */
static void
rest (void)
{
  const gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
report (const char *what,
        double      time,
        const char *against,
        double      yardstick)
{
  printf ("%s\t%.3f ms\t%s: %.1f ms\t%.2f\n", what, time, against, yardstick, time / yardstick);
}

static void
run (WbDocument *document,
     double     *first,
     double     *next)
{
  double start = now_ms ();
  WbPresenter *presenter = wb_presenter_start (document, NULL);
  GtkWindow *audience = wb_presenter_get_audience (presenter);

  watch (audience);
  wait_for_picture ();
  *first = MIN (*first, now_ms () - start);

  for (guint i = 0; i < ROUNDS; i++)
    {
      rest ();
      start = now_ms ();
      gtk_widget_activate_action (GTK_WIDGET (audience), "show.next", NULL);
      wait_for_picture ();
      *next = MIN (*next, now_ms () - start);
    }
  wb_presenter_end (presenter);
  rest ();
}

/* The program, with its window on the screen. (transfer none) */
static GtkWindow *
show_program (GtkWidget *label)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), label);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 760);
  gtk_window_present (GTK_WINDOW (window));
  rest ();

  return GTK_WINDOW (window);
}

static WbLibrary *library;

static WbDocument *
make_deck (GtkWidget *widget)
{
  return wb_document_shelf_build_item (library, DECK, "template", NULL, NULL);
}

static double
thread_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* Offers a deck and waits until all is there. How long the longest piece of it held up the window. */
static double
prepare (GtkWindow *window,
         GtkWidget *label)
{
  double longest = 0;

  wb_talk_ahead_offer (label, make_deck);
  while (!wb_talk_ahead_is_done (window))
    {
      const double start = thread_ms ();

      if (g_main_context_iteration (NULL, FALSE))
        longest = MAX (longest, thread_ms () - start);
      else
        g_usleep (500);
    }

  return longest;
}

/* The first talk since the program was started, from the key: until the program has done its part, and until the first frame. */
static void
measure_first_talk (gboolean ahead)
{
  GtkWidget *label = gtk_label_new (DECK);
  GtkWindow *window = show_program (label);
  const double held = ahead ? prepare (window, label) : 0;
  g_autoptr (WbDocument) document = NULL;
  WbPresenter *presenter;
  double start, ours;

  rest ();
  start = now_ms ();
  document = make_deck (label);
  presenter = wb_presenter_start (document, window);
  ours = now_ms () - start;
  watch (wb_presenter_get_audience (presenter));
  wait_for_picture ();
  printf ("%.3f %.3f %.3f\n", now_ms () - start, ours, held);
}

/* The same for an empty window and a picture that is there already: the floor for any program. */
static void
measure_plain_window (void)
{
  GtkWindow *program = show_program (gtk_label_new (DECK));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (program))), 0);
  g_autoptr (WbDocument) document = make_deck (NULL);
  g_autoptr (WbPaginator) paginator = wb_paginator_new (document, 0, 0);
  g_autoptr (GdkTexture) texture = wb_slide_cache_draw (paginator, 0, WIDTH, HEIGHT);
  GtkWidget *window;
  double start;

  rest ();
  start = now_ms ();
  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), gtk_picture_new_for_paintable (GDK_PAINTABLE (texture)));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (window), monitor);
  watch (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  wait_for_picture ();
  printf ("%.3f 0 0\n", now_ms () - start);
}

/* One of these in a process of its own; @times: the numbers it says. */
static void
ask (char       **argv,
     const char  *mode,
     double       times[3])
{
  const char *command[] = { argv[0], argv[1], mode, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  char *end;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  end = output;
  for (guint i = 0; i < 3; i++)
    times[i] = g_ascii_strtod (end, &end);
}

/* What the toolkit takes for another picture of this size in a window that is there. */
static double
measure_floor (WbDocument *document)
{
  g_autoptr (WbPaginator) paginator = wb_paginator_new (document, 0, 0);
  g_autoptr (WbSlideCache) cache = wb_slide_cache_new (paginator);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *picture = gtk_picture_new ();
  double best = G_MAXDOUBLE;

  gtk_window_set_child (GTK_WINDOW (window), picture);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_present (GTK_WINDOW (window));
  watch (GTK_WINDOW (window));
  for (guint i = 0; i <= ROUNDS; i++)
    {
      g_autoptr (GdkTexture) texture = wb_slide_cache_get (cache, i, WIDTH, HEIGHT, NULL);
      double start;

      rest ();
      start = now_ms ();
      gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (texture));
      wait_for_picture ();
      if (i > 0)
        best = MIN (best, now_ms () - start);
    }
  gtk_window_destroy (GTK_WINDOW (window));

  return best;
}

/* The part of it that is ours: the picture of a slide, @ahead: prepared before it is wanted. */
static double
measure_picture (WbDocument *document,
                 gboolean    ahead)
{
  g_autoptr (WbPaginator) paginator = wb_paginator_new (document, 0, 0);
  g_autoptr (WbSlideCache) cache = wb_slide_cache_new (paginator);
  double worst = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GdkTexture) texture = NULL;
      double start;

      if (ahead)
        wb_slide_cache_prepare (cache, i, WIDTH, HEIGHT);
      rest ();
      start = now_ms ();
      texture = wb_slide_cache_get (cache, i, WIDTH, HEIGHT, NULL);
      worst = MAX (worst, now_ms () - start);
    }

  return worst;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  double first = G_MAXDOUBLE, next = G_MAXDOUBLE, floor;
  double ahead[3], cold[3], plain[3];

  if (argc < 2 || !gtk_init_check ())
    return NO_DISPLAY;
  adw_init ();
  library = wb_library_open (argv[1], &error);
  if (library != NULL)
    document = wb_document_shelf_build_item (library, DECK, "template", NULL, &error);
  if (document == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  if (argc > 2)
    {
      if (g_str_equal (argv[2], "window"))
        measure_plain_window ();
      else
        measure_first_talk (g_str_equal (argv[2], "ahead"));
      return 0;
    }

  for (guint i = 0; i < 3; i++)
    run (document, &first, &next);
  floor = measure_floor (document);
  report ("present: picture of a slide, prepared ahead", measure_picture (document, TRUE), "one frame", FRAME_MS);
  report ("present: picture of a slide, drawn when asked for", measure_picture (document, FALSE), "one frame", FRAME_MS);
  ask (argv, "ahead", ahead);
  ask (argv, "cold", cold);
  ask (argv, "window", plain);
  report ("present: first talk since the start, prepared: the program's part", ahead[1], "one frame", FRAME_MS);
  report ("present: first talk since the start, not prepared: the program's part", cold[1], "one frame", FRAME_MS);
  report ("present: first talk since the start, prepared: the first frame", ahead[0], "GTK alone, a window with a picture", plain[0]);
  report ("present: first talk since the start, not prepared: the first frame", cold[0], "GTK alone, a window with a picture", plain[0]);
  report ("present: longest piece of preparing on the main thread", ahead[2], "one frame", FRAME_MS);
  report ("present: next slide on the screen", next, "GTK alone with a picture", floor);
  report ("present: first slide on the screen, window and all", first, "GTK alone with a picture", floor);
  g_clear_object (&library);

  return 0;
}
