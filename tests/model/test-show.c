/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-show.h"

#define SECOND G_GINT64_CONSTANT (1000000)
#define MINUTE (60 * SECOND)

static void
collect_cb (WbShow *show,
            guint   parts,
            guint  *collected)
{
  *collected |= parts;
}

static guint
take (guint *collected)
{
  guint parts = *collected;

  *collected = 0;

  return parts;
}

static void
test_steps (void)
{
  g_autoptr (WbShow) show = wb_show_new (3);
  guint parts = 0;

  g_signal_connect (show, "changed", G_CALLBACK (collect_cb), &parts);
  wb_show_step (show, -1);
  g_assert_cmpuint (take (&parts), ==, 0);
  wb_show_step (show, 1);
  g_assert_cmpuint (take (&parts), ==, WB_SHOW_SLIDE);
  g_assert_cmpuint (wb_show_get_slide (show), ==, 1);
  wb_show_step (show, 1);
  g_assert_true (wb_show_is_at_end (show));
  take (&parts);
  wb_show_step (show, 1);
  wb_show_set_slide (show, 3);
  g_assert_cmpuint (take (&parts), ==, 0);
  g_assert_cmpuint (wb_show_get_slide (show), ==, 2);
  wb_show_set_n_slides (show, 2);
  g_assert_cmpuint (wb_show_get_slide (show), ==, 1);
  wb_show_set_n_slides (show, 0);
  wb_show_step (show, 1);
  g_assert_cmpuint (wb_show_get_slide (show), ==, 0);
}

/* The next step shows what was covered, and only the one after goes on. */
static void
test_cover (void)
{
  g_autoptr (WbShow) show = wb_show_new (3);

  wb_show_set_cover (show, WB_COVER_BLACK);
  wb_show_step (show, 1);
  g_assert_cmpint (wb_show_get_cover (show), ==, WB_COVER_NONE);
  g_assert_cmpuint (wb_show_get_slide (show), ==, 0);
  wb_show_step (show, 1);
  g_assert_cmpuint (wb_show_get_slide (show), ==, 1);
  wb_show_set_cover (show, WB_COVER_WHITE);
  wb_show_set_slide (show, 2);
  g_assert_cmpint (wb_show_get_cover (show), ==, WB_COVER_NONE);
}

static void
test_frozen (void)
{
  g_autoptr (WbShow) show = wb_show_new (4);
  WbRegion region = { 0.25, 0.25, 0.5 };

  wb_show_set_pointer (show, TRUE);
  wb_show_set_zoom (show, &region);
  wb_show_set_frozen (show, TRUE);
  wb_show_set_slide (show, 2);
  g_assert_cmpuint (wb_show_get_slide (show), ==, 2);
  g_assert_cmpuint (wb_show_get_wall_slide (show), ==, 0);
  g_assert_true (wb_show_get_pointer (show, FALSE, NULL, NULL));
  g_assert_false (wb_show_get_pointer (show, TRUE, NULL, NULL));
  /* The audience keeps what it sees, zoom and all. */
  g_assert_false (wb_show_get_zoom (show, FALSE, NULL));
  g_assert_true (wb_show_get_zoom (show, TRUE, &region));
  g_assert_cmpfloat (region.size, ==, 0.5);
  wb_show_set_frozen (show, FALSE);
  g_assert_cmpuint (wb_show_get_wall_slide (show), ==, 2);
  g_assert_false (wb_show_get_zoom (show, TRUE, NULL));
}

static void
test_pointer (void)
{
  g_autoptr (WbShow) show = wb_show_new (1);
  double x, y;

  wb_show_move_pointer (show, 0.1, 0.1);
  g_assert_false (wb_show_get_pointer (show, TRUE, &x, &y));
  g_assert_cmpfloat (x, ==, 0.5);
  wb_show_set_pointer (show, TRUE);
  wb_show_move_pointer (show, -3, 7);
  g_assert_true (wb_show_get_pointer (show, TRUE, &x, &y));
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (y, ==, 1);
}

static void
assert_inside (WbShow *show)
{
  WbRegion region;

  g_assert_true (wb_show_get_zoom (show, TRUE, &region));
  g_assert_cmpfloat (region.x, >=, 0);
  g_assert_cmpfloat (region.y, >=, 0);
  g_assert_cmpfloat (region.x + region.size, <=, 1.000001);
  g_assert_cmpfloat (region.y + region.size, <=, 1.000001);
  g_assert_cmpfloat (region.size, >=, 0.125);
}

static void
test_zoom (void)
{
  g_autoptr (WbShow) show = wb_show_new (2);
  WbRegion region = wb_region_between (0.9, 0.2, 0.5, 0.3);

  g_assert_cmpfloat_with_epsilon (region.size, 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (region.x, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (region.y, 0.05, 1e-9);
  wb_show_set_zoom (show, &region);
  assert_inside (show);
  for (guint i = 0; i < 20; i++)
    wb_show_zoom_by (show, 0.8);
  assert_inside (show);
  for (guint i = 0; i < 20; i++)
    wb_show_pan_by (show, 0.4, -0.4);
  assert_inside (show);
  /* Far enough away there is no zoom left. */
  for (guint i = 0; i < 20; i++)
    wb_show_zoom_by (show, 1.25);
  wb_show_set_zoom (show, NULL);
  g_assert_false (wb_show_get_zoom (show, TRUE, NULL));
  wb_show_pan_by (show, 0.25, 0);
  assert_inside (show);
  wb_show_set_slide (show, 1);
  g_assert_false (wb_show_get_zoom (show, TRUE, NULL));
}

static void
test_typed (void)
{
  g_autoptr (WbShow) show = wb_show_new (12);

  g_assert_false (wb_show_jump_to_typed (show));
  wb_show_type_digit (show, 1);
  wb_show_type_digit (show, 2);
  g_assert_cmpstr (wb_show_get_typed (show), ==, "12");
  g_assert_true (wb_show_jump_to_typed (show));
  g_assert_cmpuint (wb_show_get_slide (show), ==, 11);
  g_assert_cmpstr (wb_show_get_typed (show), ==, "");
  /* No slide 35: the 5 begins anew. */
  /* There are not so many: the last one. */
  wb_show_set_slide (show, 0);
  wb_show_type_digit (show, 9);
  wb_show_type_digit (show, 9);
  g_assert_cmpstr (wb_show_get_typed (show), ==, "99");
  g_assert_true (wb_show_jump_to_typed (show));
  g_assert_cmpuint (wb_show_get_slide (show), ==, wb_show_get_n_slides (show) - 1);
  for (guint i = 0; i < 5; i++)
    wb_show_type_digit (show, 5);
  g_assert_cmpstr (wb_show_get_typed (show), ==, "5");
  wb_show_forget_typed (show);
  wb_show_type_digit (show, 0);
  g_assert_cmpstr (wb_show_get_typed (show), ==, "");
}

static void
test_clock (void)
{
  g_autoptr (WbShow) show = wb_show_new (10);

  g_assert_cmpint (wb_show_get_elapsed (show, 5 * SECOND), ==, 0);
  wb_show_start_clock (show, 10 * SECOND);
  wb_show_start_clock (show, 12 * SECOND);
  g_assert_cmpint (wb_show_get_elapsed (show, 40 * SECOND), ==, 30 * SECOND);
  wb_show_pause_clock (show, 40 * SECOND);
  g_assert_false (wb_show_get_clock_running (show));
  g_assert_cmpint (wb_show_get_elapsed (show, 100 * SECOND), ==, 30 * SECOND);
  wb_show_start_clock (show, 100 * SECOND);
  g_assert_cmpint (wb_show_get_elapsed (show, 110 * SECOND), ==, 40 * SECOND);
  g_assert_cmpint (wb_show_get_remaining (show, 110 * SECOND), ==, 0);
  wb_show_set_planned (show, 1);
  g_assert_cmpint (wb_show_get_remaining (show, 110 * SECOND), ==, 20 * SECOND);
  g_assert_cmpint (wb_show_get_remaining (show, 140 * SECOND), ==, -10 * SECOND);
  wb_show_reset_clock (show, 140 * SECOND);
  g_assert_cmpint (wb_show_get_elapsed (show, 150 * SECOND), ==, 10 * SECOND);
  wb_show_set_planned (show, G_MAXUINT);
  g_assert_cmpuint (wb_show_get_planned (show), ==, WB_SHOW_MAX_MINUTES);
}

/* 20 minutes for 10 slides: two each. */
static void
test_lead (void)
{
  g_autoptr (WbShow) show = wb_show_new (10);

  wb_show_set_planned (show, 20);
  wb_show_start_clock (show, 0);
  wb_show_set_slide (show, 3);
  g_assert_cmpint (wb_show_get_lead (show, 5 * MINUTE), ==, MINUTE);
  g_assert_cmpint (wb_show_get_lead (show, 7 * MINUTE), ==, 0);
  g_assert_cmpint (wb_show_get_lead (show, 8 * MINUTE + 28 * SECOND), ==, -28 * SECOND);
  wb_show_set_planned (show, 0);
  g_assert_cmpint (wb_show_get_lead (show, 8 * MINUTE), ==, 0);
}

static void
test_countdown (void)
{
  g_autoptr (WbShow) show = wb_show_new (10);
  gint64 remaining;

  g_assert_false (wb_show_get_countdown (show, 0, &remaining));
  wb_show_start_countdown (show, 10, "Gruppenarbeit", MINUTE);
  g_assert_true (wb_show_get_countdown (show, 3 * MINUTE, &remaining));
  g_assert_cmpint (remaining, ==, 8 * MINUTE);
  g_assert_cmpstr (wb_show_get_countdown_title (show), ==, "Gruppenarbeit");
  /* It stays, at less than nothing, until somebody takes it away. */
  g_assert_true (wb_show_get_countdown (show, 12 * MINUTE, &remaining));
  g_assert_cmpint (remaining, ==, -MINUTE);
  wb_show_set_slide (show, 4);
  g_assert_true (wb_show_get_countdown (show, 12 * MINUTE, NULL));
  wb_show_stop_countdown (show);
  g_assert_false (wb_show_get_countdown (show, 12 * MINUTE, NULL));
}

static void
test_format (void)
{
  static const struct
  {
    gint64 time;
    const char *text;
  } cases[] = {
    { 0, "00:00" },
    { 372 * SECOND + 999999, "06:12" },
    { 3599 * SECOND, "59:59" },
    { 3972 * SECOND, "1:06:12" },
    { -28 * SECOND, "−00:28" },
    { -SECOND / 2, "00:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = wb_stopwatch_format (cases[i].time);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/show/steps", test_steps);
  g_test_add_func ("/show/cover", test_cover);
  g_test_add_func ("/show/frozen", test_frozen);
  g_test_add_func ("/show/pointer", test_pointer);
  g_test_add_func ("/show/zoom", test_zoom);
  g_test_add_func ("/show/typed", test_typed);
  g_test_add_func ("/show/clock", test_clock);
  g_test_add_func ("/show/lead", test_lead);
  g_test_add_func ("/show/countdown", test_countdown);
  g_test_add_func ("/show/format", test_format);

  return g_test_run ();
}
