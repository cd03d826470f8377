/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#include "wb-library-page.h"
#include "wb-library.h"
#include "wb-services.h"
#include "wb-user-store.h"

/*
 * bench-typing LIBRARY REGISTER: how long the main thread is busy in one go while somebody types into the search, against one frame
 * of a screen that shows 60 of them a second. What GTK's renderer needs to paint the window is measured apart, since without a
 * graphics card it is the greater part, and not ours. Processor time of the main thread.
 */

#define WIDTH 1366
#define HEIGHT 768
#define FRAME_MS (1000.0 / 60)
/* Between two keys, so that answers come in. */
#define REST_US (G_USEC_PER_SEC * 6 / 10)
#define NO_DISPLAY 77

static const char *const texts[] = { "der", "strassenb", "s", "daten st", "e", "kita", "hundestuer" };

static double begin_ms;  /* of this turn of the main loop */
static double layout_ms; /* when the layout of a frame was through; 0: none in this turn */
static double paint_ms;  /* spent painting in this turn */
static GArray *turns;    /* double: work of each turn, without painting */
static GArray *paints;   /* double: painting of each frame */

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* A turn of the main loop ends where it waits for the next. */
static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  const double work = now_ms () - begin_ms - paint_ms;
  int result;

  g_array_append_val (turns, work);
  result = g_poll (fds, n_fds, timeout);
  begin_ms = now_ms ();
  paint_ms = 0;

  return result;
}

static void
layout_cb (void)
{
  layout_ms = now_ms ();
}

static void
after_paint_cb (void)
{
  double spent;

  if (layout_ms == 0)
    return;
  spent = now_ms () - layout_ms;
  paint_ms += spent;
  layout_ms = 0;
  g_array_append_val (paints, spent);
}

static void
rest (void)
{
  const gint64 end = g_get_monotonic_time () + REST_US;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_part (GArray *times,
          double  part)
{
  g_array_sort (times, compare);

  return times->len > 0 ? g_array_index (times, double, (guint) ((times->len - 1) * part)) : 0;
}

static void
report (const char *what,
        double      time)
{
  printf ("typing: %s\t%.2f ms\tone frame: %.1f ms\t%.2f\n", what, time, FRAME_MS, time / FRAME_MS);
}

/* The longest turn of each key. */
static void
type (WbLibraryPage *page,
      const char    *text,
      GArray        *longest)
{
  for (const char *end = g_utf8_next_char (text);; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, end - text);
      double most;

      g_array_set_size (turns, 0);
      begin_ms = now_ms ();
      wb_library_page_search (page, typed);
      rest ();
      most = get_part (turns, 1);
      g_array_append_val (longest, most);
      if (*end == '\0')
        return;
    }
}

static WbServices *
open_services (const char *library_path,
               const char *register_folder,
               const char *user_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = wb_library_open (library_path, &error);
  g_autoptr (WbUserStore) store = library != NULL ? wb_user_store_open (user_path, &error) : NULL;

  if (store == NULL)
    g_error ("%s", error->message);

  return wb_services_new (library, store, register_folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *user_path = NULL;
  g_autoptr (WbServices) services = NULL;
  g_autoptr (GArray) longest = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *window;
  GtkWidget *page;

  if (argc < 3 || !gtk_init_check ())
    return NO_DISPLAY;
  adw_init ();
  turns = g_array_new (FALSE, FALSE, sizeof (double));
  paints = g_array_new (FALSE, FALSE, sizeof (double));
  folder = g_dir_make_tmp ("wb-bench-XXXXXX", NULL);
  user_path = g_build_filename (folder, "user.db", NULL);
  services = open_services (argv[1], argv[2], user_path);
  page = wb_library_page_new (services);
  window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "layout", G_CALLBACK (layout_cb), NULL);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
  rest ();
  rest ();

  g_main_context_set_poll_func (NULL, poll_cb);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    type (WB_LIBRARY_PAGE (page), texts[i], longest);
  g_main_context_set_poll_func (NULL, NULL);

  report ("the longest turn of a key, half of the keys", get_part (longest, 0.5));
  report ("the longest turn of a key, 95 % of the keys", get_part (longest, 0.95));
  report ("the longest turn of any key", get_part (longest, 1));
  report ("the renderer's part of a frame, half of the frames", get_part (paints, 0.5));

  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (user_path);
  g_rmdir (folder);
  g_array_unref (turns);
  g_array_unref (paints);

  return 0;
}
