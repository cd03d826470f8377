/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-output-file-private.h"
#include "wb-spool-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* Enough for a file, and not a multiple of anything. */
#define LARGE (3 * 1024 * 1024 + 17)
#define SMALL 1000

static char
get_byte (gsize at)
{
  return (char) (at * 7 + (at >> 8));
}

/* In parts of all sizes, as it is written. */
static WbSpool *
fill (gsize length)
{
  WbSpool *spool = wb_spool_new ();
  gsize at = 0;

  for (gsize part = 1; at < length; part = part * 2 % 200000 + 1)
    {
      const gsize n = MIN (part, length - at);
      g_autofree char *data = g_malloc (n);

      for (gsize i = 0; i < n; i++)
        data[i] = get_byte (at + i);
      g_assert_true (wb_spool_append (spool, data, n));
      at += n;
    }
  g_assert_cmpuint (wb_spool_get_length (spool), ==, length);

  return spool;
}

static void
assert_bytes (const char *data,
              gsize       at,
              gsize       n)
{
  for (gsize i = 0; i < n; i++)
    if (data[i] != get_byte (at + i))
      g_error ("Byte %" G_GSIZE_FORMAT " is another", at + i);
}

static void
check_read (gsize length)
{
  g_autoptr(WbSpool) spool = fill (length);
  g_autofree char *buffer = g_malloc (length);

  for (guint i = 0; i < 50; i++)
    {
      const gsize at = g_test_rand_int_range (0, length);
      const gsize n = g_test_rand_int_range (0, length - at + 1);

      g_assert_true (wb_spool_read (spool, at, n, buffer));
      assert_bytes (buffer, at, n);
    }
  g_assert_true (wb_spool_read (spool, 0, length, buffer));
  assert_bytes (buffer, 0, length);
}

static void
test_read (void)
{
  check_read (SMALL);
  check_read (LARGE);
}

static void
check_map (gsize length)
{
  g_autoptr(WbSpool) spool = fill (length);
  const char *mapped = wb_spool_map (spool);

  g_assert_nonnull (mapped);
  assert_bytes (mapped, 0, length);
  wb_spool_rest (spool);
  assert_bytes (mapped, 0, length);
  g_assert_true (wb_spool_map (spool) == mapped);
}

static void
test_map (void)
{
  check_map (SMALL);
  check_map (LARGE);
}

static void
check_written (gsize length)
{
  g_autoptr(WbSpool) spool = fill (length);
  g_autofree char *folder = g_dir_make_tmp ("wb-spool-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *data = NULL;
  g_autoptr(GError) error = NULL;
  gsize n;

  g_assert_true (wb_output_file_write_spool (path, spool, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &n, &error));
  g_assert_cmpuint (n, ==, length);
  assert_bytes (data, 0, n);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_written (void)
{
  check_written (SMALL);
  check_written (LARGE);
}

/* Where there can be no file, it all stays in memory. */
static void
test_no_folder (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("TMPDIR", "/nonexistent", TRUE);
      check_read (LARGE);
      check_map (LARGE);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spool/read", test_read);
  g_test_add_func ("/spool/map", test_map);
  g_test_add_func ("/spool/written", test_written);
  g_test_add_func ("/spool/no-folder", test_no_folder);

  return g_test_run ();
}
