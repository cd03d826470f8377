/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-contrast.h"

#include <math.h>
#include <string.h>

#define assert_ratio(a, b, expected) g_assert_cmpfloat_with_epsilon (wb_contrast_ratio (a, b), expected, 0.005)

/* Pairs whose ratios are widely published for WCAG 2.x. */
static void
test_known_pairs (void)
{
  assert_ratio (0x000000, 0xffffff, 21.0);
  assert_ratio (0xffffff, 0xffffff, 1.0);
  assert_ratio (0x767676, 0xffffff, 4.54);
  assert_ratio (0x777777, 0xffffff, 4.48);
  assert_ratio (0xff0000, 0xffffff, 4.00);
  assert_ratio (0x0000ff, 0xffffff, 8.59);
  assert_ratio (0x00ff00, 0xffffff, 1.37);
  assert_ratio (0xffff00, 0x000000, 19.56);
  /* Which is which does not matter. */
  assert_ratio (0xffffff, 0x767676, 4.54);
}

static void
test_darken (void)
{
  g_assert_cmpuint (wb_contrast_darken (0x767676), ==, 0x767676);
  g_assert_cmpuint (wb_contrast_darken (0x777777), ==, 0x767676);
  g_assert_cmpuint (wb_contrast_darken (0x000000), ==, 0x000000);
  for (guint32 colour = 0; colour <= 0xffffff; colour += 0x010f0b)
    {
      const guint32 tone = wb_contrast_darken (colour);

      g_assert_cmpfloat (wb_contrast_ratio (tone, WB_CONTRAST_WHITE), >=, WB_CONTRAST_TEXT);
      g_assert_cmpuint (tone >> 16, <=, colour >> 16);
      g_assert_cmpuint (tone >> 8 & 0xff, <=, colour >> 8 & 0xff);
      g_assert_cmpuint (tone & 0xff, <=, colour & 0xff);
      if (wb_contrast_ratio (colour, WB_CONTRAST_WHITE) >= WB_CONTRAST_TEXT)
        g_assert_cmpuint (tone, ==, colour);
    }
}

/* Yellow stays yellowish: the shares of red and green keep their proportion. */
static void
test_darken_keeps_hue (void)
{
  const guint32 tone = wb_contrast_darken (0xffcc00);

  g_assert_cmpuint (tone & 0xff, ==, 0);
  g_assert_cmpfloat_with_epsilon ((tone >> 8 & 0xff) / (double) (tone >> 16), 0xcc / (double) 0xff, 0.02);
}

static void
test_parse (void)
{
  static const struct { const char *text; guint32 colour; } good[] = {
    { "#1a5fb4", 0x1a5fb4 }, { "1A5FB4", 0x1a5fb4 }, { "#15b", 0x1155bb }, { "  #ffffff\n", 0xffffff }, { "000", 0 },
  };
  static const char *const bad[] = { "", "#", "#12", "#1a5fb", "#1a5fb4f", "#12345g", "blau", "##123456", "#-12345", "#１２３" };
  guint32 colour = 7;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (wb_contrast_parse (bad[i], &colour));
      g_assert_cmpuint (colour, ==, 7);
    }
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;
      guint32 again;

      g_assert_true (wb_contrast_parse (good[i].text, &colour));
      g_assert_cmpuint (colour, ==, good[i].colour);
      text = wb_contrast_format (colour);
      g_assert_true (wb_contrast_parse (text, &again));
      g_assert_cmpuint (again, ==, colour);
    }
}

/* 4.46 must not be shown as 4.5 and called too little. */
static void
test_describe (void)
{
  static const struct { double ratio; const char *words; } cases[] = {
    { 21, "Contrast 21.0 : 1, very easy to read" },
    { 5.29, "Contrast 5.2 : 1, easy to read" },
    { 4.5, "Contrast 4.5 : 1, easy to read" },
    { 4.4999, "Contrast 4.4 : 1, too little for text (4.5 is needed)" },
    { 1.37, "Contrast 1.3 : 1, far too little for text (4.5 is needed)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = wb_contrast_describe (cases[i].ratio);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contrast/known-pairs", test_known_pairs);
  g_test_add_func ("/contrast/darken", test_darken);
  g_test_add_func ("/contrast/darken-keeps-hue", test_darken_keeps_hue);
  g_test_add_func ("/contrast/parse", test_parse);
  g_test_add_func ("/contrast/describe", test_describe);

  return g_test_run ();
}
