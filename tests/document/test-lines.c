/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-lines-private.h"

#include <string.h>

#define SHY "\302\255"
#define NARROW 90
#define WIDE 420
#define N_RANDOM 400

static const WbTextStyle body = { 10.5, 1.45, PANGO_WEIGHT_NORMAL, &wb_color_text, 8 };

typedef struct
{
  PangoContext *context;
  PangoLayout *pango;
  WbShaper *plain;
  WbShaper *strong;
  WbStretch look; /* the lines borrow it */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->context = wb_style_create_context ();
  self->pango = wb_style_create_layout (self->context, &body, 0);
  self->plain = wb_shaper_new (self->context, &body, 0);
  self->strong = wb_shaper_new (self->context, &body, WB_INLINE_STRONG);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  wb_shaper_free (self->plain);
  wb_shaper_free (self->strong);
  g_object_unref (self->pango);
  g_object_unref (self->context);
}

static WbLines *
break_plain (Fixture    *self,
             const char *text,
             int         width)
{
  self->look = (WbStretch) { self->plain, strlen (text) };

  return wb_lines_new (text, strlen (text), &self->look, 1, width * PANGO_SCALE);
}

/* The lines are those of Pango, where it is asked, too. Returns whether it was not needed. */
static gboolean
check_like_pango (Fixture    *self,
                  const char *text,
                  int         width)
{
  g_autoptr(WbLines) lines = break_plain (self, text, width);
  GSList *found;
  guint i = 0;

  if (lines == NULL)
    return FALSE;

  pango_layout_set_wrap (self->pango, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->pango, width * PANGO_SCALE);
  pango_layout_set_text (self->pango, text, -1);
  found = pango_layout_get_lines_readonly (self->pango);
  g_assert_cmpuint (wb_lines_get_n_lines (lines), ==, g_slist_length (found));
  for (GSList *l = found; l != NULL; l = l->next, i++)
    {
      const PangoLayoutLine *line = l->data;
      const WbLine *ours = wb_lines_get_line (lines, i);
      PangoRectangle extents;

      g_assert_cmpuint (ours->start, ==, line->start_index);
      g_assert_cmpuint (ours->end, ==, line->start_index + line->length);
      pango_layout_line_get_extents (l->data, NULL, &extents);
      g_assert_cmpint (ABS (wb_lines_get_width (lines, i) - extents.width), <=, PANGO_SCALE / 8);
    }

  return TRUE;
}

static const char *const texts[] = {
  "Die Stadt­verwal­tung prüft, welche An­gaben sie schon hat, wer sie pflegt und wozu sie er­hoben wurden.",
  "Einwohner- und Melde­wesen, Ver­kehrs­über­wachung (siehe unten), „Zu­ständig­keit“: ja; nein? Doch! Ende.",
  "Das Gesetz gilt seit dem 25.05.2018 – und nicht erst 2020/21 –, sagt § 3 Abs. 2 Nr. 4 DSGVO; 50 % mehr.",
  "https://⁠www.beispiel.example/ein/langer/weg?mit=allem Ost-West-Verbindung E-Mail-Adresse 1,5 km 3.000 €",
  "„Wer“ fragt „Was“ … und/oder »Wie« und 'Wo' \"Warum\" A4-Blatt 24/7 x-y 10–12 Uhr Städte–Netz",
  "Ein Wort ",
  "Wort",
};

static void
test_like_pango (Fixture       *self,
                 gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int width = NARROW + 80; width < WIDE; width += 7)
      g_assert_true (check_like_pango (self, texts[i], width));
}

/* Whatever stands next to each other: where it is not Pango that breaks it, it would not have done it otherwise. */
static void
test_random (Fixture       *self,
             gconstpointer  data)
{
  static const char *const parts[] = { "Wort",  "Ver" SHY "wal" SHY "tung", " ",  " ", " ",  " ", "-",  "/", "(",  ")", ".", ",", "–", "“",
                                       "„", "…", "%", "€", "12", "a",  "?", "!", "ß", "§", "\"", "»", ":", "&", "+", "—", "'", "Ö" };
  guint n_ours = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr(GString) text = g_string_new ("Anfang ");

      for (guint j = 0; j < 40; j++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      g_string_replace (text, "  ", " ", 0);
      if (check_like_pango (self, text->str, g_test_rand_int_range (NARROW, WIDE)))
        n_ours++;
    }
  g_assert_cmpuint (n_ours, >, 0);
}

/* What is not simple is left to Pango. */
static void
test_not_simple (Fixture       *self,
                 gconstpointer  data)
{
  g_assert_null (break_plain (self, "", WIDE));
  g_assert_null (break_plain (self, "zwei  Leerzeichen", WIDE));
  g_assert_null (break_plain (self, " Leerzeichen am Anfang", WIDE));
  g_assert_null (break_plain (self, "eine\342\200\250Zeile", WIDE));
  g_assert_null (break_plain (self, "ein Feld \357\277\274 dazwischen", WIDE));
  g_assert_null (break_plain (self, "שלום", WIDE));
  g_assert_null (break_plain (self, "x\314\207\314\243 mit Zeichen", WIDE));
  g_assert_null (break_plain (self, "漢字", WIDE));
  g_assert_null (break_plain (self, "Donaudampfschifffahrtsgesellschaft", NARROW));
}

/* Every letter of each line is there, and where it belongs. */
static void
test_glyphs (Fixture       *self,
             gconstpointer  data)
{
  static const char text[] = "Zuerst fett, dann Ver" SHY "wal" SHY "tungs" SHY "vor" SHY "schrif" SHY "ten";
  const WbStretch looks[] = { { self->strong, strlen ("Zuerst fett") }, { self->plain, strlen (text) } };
  g_autoptr(WbLines) lines = wb_lines_new (text, strlen (text), looks, G_N_ELEMENTS (looks), NARROW * PANGO_SCALE);
  gboolean soft = FALSE;

  g_assert_nonnull (lines);
  for (guint i = 0; i < wb_lines_get_n_lines (lines); i++)
    {
      const WbLine *line = wb_lines_get_line (lines, i);
      g_autofree WbGlyph *glyphs = NULL;
      guint n;
      int x, width, sum = 0;

      glyphs = wb_lines_dup_glyphs (lines, i, line->start, line->end, &n, &x, &width);
      g_assert_cmpint (x, ==, 0);
      g_assert_cmpint (width, ==, wb_lines_get_width (lines, i));
      g_assert_cmpint (width, <=, NARROW * PANGO_SCALE);
      for (guint j = 0; j < n; j++)
        sum += glyphs[j].width;
      g_assert_cmpint (sum, ==, width);
      soft = soft || line->soft;
    }
  g_assert_true (soft);
}

/* Bold is wider, and what was remembered of one look is not taken for another. */
static void
test_looks (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(WbShaper) again = wb_shaper_new (self->context, &body, 0);
  guint n;
  const guint16 plain = wb_shaper_shape (self->plain, "n", 1, &n)->width;

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (wb_shaper_shape (self->strong, "n", 1, &n)->width, >, plain);
  g_assert_cmpuint (wb_shaper_shape (again, "n", 1, &n)->width, ==, plain);
  g_assert_true (wb_shaper_get_font (again) == wb_shaper_get_font (self->plain));
}

/* More words than are remembered. */
static void
test_many_words (Fixture       *self,
                 gconstpointer  data)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);
      guint n;

      g_assert_nonnull (wb_shaper_shape (self->plain, word, strlen (word), &n));
      g_assert_cmpuint (n, ==, strlen (word));
    }
}

#define ADD(name, func) g_test_add ("/lines/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("like-pango", test_like_pango);
  ADD ("random", test_random);
  ADD ("not-simple", test_not_simple);
  ADD ("glyphs", test_glyphs);
  ADD ("looks", test_looks);
  ADD ("many-words", test_many_words);

  return g_test_run ();
}
