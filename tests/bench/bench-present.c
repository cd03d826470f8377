/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdio.h>

#include "wb-document-shelf.h"
#include "wb-presenter-ahead.h"
#include "wb-presenter.h"
#include "wb-slide-cache.h"

/*
 * bench-present LIBRARY: how long the first slide and the next ones take from the key to the picture, at 1920 × 1080, against one
 * frame of a screen that shows 60 of them a second. Needs a display of that size: xvfb-run -s '-screen 0 1920x1080x24'. Processor
 * time, since on a machine with other work the clock says more about that.
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

/* The first talk since the program was started: until its deck is laid out and the first slide is drawn. */
static void
measure_first_talk (WbDocument *document,
                    gboolean    ahead)
{
  g_autoptr (WbPaginator) paginator = NULL;
  g_autoptr (WbSlideCache) cache = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  double start;

  if (ahead)
    wb_presenter_ahead_begin ();
  while (ahead && !wb_presenter_ahead_is_done ())
    g_main_context_iteration (NULL, TRUE);
  start = now_ms ();
  paginator = wb_paginator_new (document, 0, 0);
  cache = wb_slide_cache_new (paginator);
  texture = wb_slide_cache_get (cache, 0, WIDTH, HEIGHT, NULL);
  printf ("%.3f\n", now_ms () - start);
}

/* The same in a process of its own. */
static double
ask_first_talk (char       **argv,
                const char  *mode)
{
  const char *command[] = { argv[0], argv[1], mode, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);

  return g_ascii_strtod (output, NULL);
}

/* What the toolkit itself takes for a picture of this size: the floor for any program. */
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
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  double first = G_MAXDOUBLE, next = G_MAXDOUBLE, floor;

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
      measure_first_talk (document, g_str_equal (argv[2], "ahead"));
      return 0;
    }

  for (guint i = 0; i < 3; i++)
    run (document, &first, &next);
  floor = measure_floor (document);
  report ("present: picture of a slide, prepared ahead", measure_picture (document, TRUE), "one frame", FRAME_MS);
  report ("present: picture of a slide, drawn when asked for", measure_picture (document, FALSE), "one frame", FRAME_MS);
  report ("present: first talk since the start, its first slide, prepared ahead", ask_first_talk (argv, "ahead"), "not prepared",
          ask_first_talk (argv, "plain"));
  report ("present: next slide on the screen", next, "GTK alone with a picture", floor);
  report ("present: first slide on the screen, window and all", first, "GTK alone with a picture", floor);

  return 0;
}
