/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/*
 * bench-window COMMAND [ARGUMENT…]: starts a program and prints how many milliseconds later a window of it is on the
 * screen with something drawn in it. Looks from outside, the same at every program: waits until a window is mapped, then until
 * its pixels are not all of one colour. Works without a window manager only, as under Xvfb.
 */

#define GRID 8           /* pixels between those that are compared */
#define MIN_SIZE 100     /* smaller windows are menus and helpers */
#define PATIENCE_MS 20000

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
nap (void)
{
  nanosleep (&(struct timespec) { 0, 2000000 }, NULL);
}

/* A window may go while it is looked at. */
static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

/* The first big window on the screen, or None. */
static Window
find_window (Display           *display,
             XWindowAttributes *attributes)
{
  Window root, parent, *children = NULL;
  Window found = None;
  unsigned n = 0;

  XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &n);
  for (unsigned i = 0; i < n && found == None; i++)
    if (XGetWindowAttributes (display, children[i], attributes) && attributes->map_state == IsViewable
        && attributes->class == InputOutput && attributes->width >= MIN_SIZE && attributes->height >= MIN_SIZE)
      found = children[i];
  if (children != NULL)
    XFree (children);

  return found;
}

/* Whether something is drawn: the middle part of the window, without its shadow, holds more than one colour. */
static int
has_content (Display                 *display,
             Window                   window,
             const XWindowAttributes *attributes)
{
  XImage *image = XGetImage (display, window, 0, 0, attributes->width, attributes->height, AllPlanes, ZPixmap);
  int drawn = 0;

  if (image == NULL)
    return 0;
  for (int y = image->height / 4; y < image->height * 3 / 4 && !drawn; y += GRID)
    for (int x = image->width / 4; x < image->width * 3 / 4 && !drawn; x += 1)
      drawn = XGetPixel (image, x, y) != XGetPixel (image, image->width / 4, image->height / 4);
  if (!drawn)
    for (int y = 0; y < image->height && !drawn; y += 2)
      drawn = XGetPixel (image, image->width / 2, y) != XGetPixel (image, image->width / 2, image->height / 2);
  XDestroyImage (image);

  return drawn;
}

static void
stop (pid_t child)
{
  kill (child, SIGTERM);
  waitpid (child, NULL, 0);
}

int
main (int   argc,
      char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  XWindowAttributes attributes;
  double start = now_ms ();
  pid_t child;

  if (argc < 2 || display == NULL)
    {
      fprintf (stderr, "Usage, on a screen of its own: bench-window COMMAND [ARGUMENT...]\n");
      return 2;
    }
  XSetErrorHandler (ignore_error);
  child = fork ();
  if (child == 0)
    {
      execvp (argv[1], argv + 1);
      perror (argv[1]);
      _exit (127);
    }

  while (now_ms () - start < PATIENCE_MS && waitpid (child, NULL, WNOHANG) == 0)
    {
      Window window = find_window (display, &attributes);

      if (window != None && has_content (display, window, &attributes))
        {
          printf ("%.1f\n", now_ms () - start);
          stop (child);
          return 0;
        }
      nap ();
    }
  stop (child);
  fprintf (stderr, "%s: no window came\n", argv[1]);

  return 1;
}
