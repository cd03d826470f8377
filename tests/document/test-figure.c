/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-scene-private.h"
#include "wb-paginator-private.h"

#include <math.h>
#include <string.h>

/* What a small town would write, with the words that do not want to fit. */
static const char *const words[] = {
  "Entscheidende sehen den Nutzen nicht",
  "Datenschutzfolgenabschätzung",
  "IT",
  "Verwaltungsvorschriftenänderungsverfahren mit Anhörung der Beteiligten",
  "Rat berichten",
  "Straßenbeleuchtungskatasterabgleich",
  "Kein Freiraum, keine Mittel",
  "x",
};

/* For all fonts of this test. */
static PangoContext *context;

/* Points in the fields of three columns and three rows, each with an arrow to the next one and to the fifth behind it. */
static void
fill_graph (WbFigure *figure,
            guint     n)
{
  for (guint i = 0; i < 3; i++)
    {
      wb_figure_add_column (figure, words[i]);
      wb_figure_add_row (figure, words[3 + i]);
    }
  for (guint i = 0; i < figure->parts->len; i++)
    {
      wb_figure_part_set_place (g_ptr_array_index (figure->parts, i), i % 3, (i / 3) % 3);
      wb_figure_part_set_strong (g_ptr_array_index (figure->parts, i), i == 1);
    }
  for (guint i = 0; i < n; i++)
    {
      wb_figure_add_edge (figure, i, (i + 1) % n, i == 0);
      wb_figure_add_edge (figure, i, (i + 5) % n, FALSE);
    }
}

static WbFigure *
make_figure (WbFigureType type,
             guint        n)
{
  WbFigure *figure = wb_figure_new (type, "Beispiel", "Was sie sagt.");

  if (type == WB_FIGURE_GRID || type == WB_FIGURE_PLACES)
    wb_figure_set_axes (figure, "Interesse", "Einfluss auf die Verwaltungsentscheidung");
  if (type == WB_FIGURE_BARS)
    wb_figure_set_unit (figure, n % 2 == 0 ? "Stunden je Woche" : "%");
  for (guint i = 0; (type == WB_FIGURE_MATRIX || type == WB_FIGURE_HEAT) && i < n; i++)
    wb_figure_add_column (figure, words[i]);
  for (guint i = 0; i < (type == WB_FIGURE_GRID ? 4 : n); i++)
    {
      WbFigurePart *part = wb_figure_add_part (figure, words[i % G_N_ELEMENTS (words)],
                                               type == WB_FIGURE_LAYERS || type == WB_FIGURE_TIMELINE ? words[(i + 1) % G_N_ELEMENTS (words)] : NULL);

      part->value = i == 1 && n > 4 ? -12.5 : 1234.5 * i;
      if (type == WB_FIGURE_CYCLE && i % 2 == 1)
        wb_figure_part_set_mark (part, "A");
      for (guint j = 0; type == WB_FIGURE_MATRIX && j < n; j++)
        wb_figure_part_add_cell (part, words[(i + j) % G_N_ELEMENTS (words)]);
      for (guint j = 0; type == WB_FIGURE_HEAT && j < n; j++)
        wb_figure_part_add_level (part, (int) (i + j) % 6 - 1, words[(i + j) % G_N_ELEMENTS (words)]);
    }
  if (type == WB_FIGURE_GRAPH || type == WB_FIGURE_PLACES)
    fill_graph (figure, n);

  return figure;
}

static guint
get_max_parts (WbFigureType type)
{
  static const guint max[] = { [WB_FIGURE_FLOW] = 6, [WB_FIGURE_CYCLE] = 8, [WB_FIGURE_LAYERS] = 5,
                               [WB_FIGURE_BARS] = 8, [WB_FIGURE_GRID] = 4,  [WB_FIGURE_MATRIX] = 6,
                               [WB_FIGURE_HEAT] = 5, [WB_FIGURE_GRAPH] = 26,
                               [WB_FIGURE_PLACES] = 26, [WB_FIGURE_TIMELINE] = 12 };

  return max[type];
}

static double
measure (const WbShape *shape,
         const char    *text)
{
  const WbTextStyle style = { shape->size, 1, shape->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, &wb_color_text };
  g_autoptr (PangoLayout) layout = wb_style_create_layout (context, &style, 0);
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

/* All of the text is there, inside its place and inside the drawing. */
static void
assert_text_fits (const WbScene *scene,
                  const WbShape *shape)
{
  g_assert_cmpfloat (shape->x, >=, -0.01);
  g_assert_cmpfloat (shape->x + shape->width, <=, scene->width + 0.01);
  g_assert_cmpfloat (shape->y, >=, -0.01);
  g_assert_cmpfloat (shape->y + shape->height, <=, scene->height + 0.01);
  for (guint i = 0; i < shape->lines->len; i++)
    g_assert_cmpfloat (measure (shape, g_ptr_array_index (shape->lines, i)), <=, shape->width + 0.5);
}

static gboolean
overlap (const WbShape *a,
         const WbShape *b)
{
  return a->x + 0.01 < b->x + b->width && b->x + 0.01 < a->x + a->width && a->y + 0.01 < b->y + b->height
         && b->y + 0.01 < a->y + a->height;
}

static gboolean
contains (const WbShape *box,
          double         x,
          double         y)
{
  return x > box->x + 0.01 && x < box->x + box->width - 0.01 && y > box->y + 0.01 && y < box->y + box->height - 0.01;
}

/* No arrow runs through a box. */
static void
assert_arrow_is_free (const WbScene *scene,
                      const WbShape *arrow)
{
  const double *points = (const double *) (gpointer) arrow->points->data;

  for (guint i = 2; i < arrow->points->len; i += 2)
    for (guint step = 0; step <= 20; step++)
      {
        const double x = points[i - 2] + (points[i] - points[i - 2]) * step / 20;
        const double y = points[i - 1] + (points[i + 1] - points[i - 1]) * step / 20;

        for (guint j = 0; j < scene->shapes->len; j++)
          {
            const WbShape *box = g_ptr_array_index (scene->shapes, j);

            g_assert_false (box->type == WB_SHAPE_BOX && box->fill != WB_INK_NONE && contains (box, x, y));
          }
      }
}

static gboolean
is_badge (const WbShape *shape)
{
  return shape->type == WB_SHAPE_DISC || shape->type == WB_SHAPE_DIAMOND;
}

/* How far a badge reaches: a diamond at its edges, not at its corners. */
static double
get_radius (const WbShape *badge)
{
  return badge->type == WB_SHAPE_DIAMOND ? badge->width / 2 / G_SQRT2 : badge->width / 2;
}

/* Inside the drawing; its short text fits; no other badge lies below it, and no text unless it sits on the rim of a box. */
static void
assert_badge_is_free (const WbScene *scene,
                      const WbShape *badge)
{
  const double half = badge->width / 2;
  const WbShape place = { .x = badge->x - half, .y = badge->y - half, .width = badge->width, .height = badge->width };

  gboolean on_rim = FALSE;

  g_assert_cmpfloat (place.x, >=, -0.01);
  g_assert_cmpfloat (place.y, >=, -0.01);
  g_assert_cmpfloat (place.x + place.width, <=, scene->width + 0.01);
  g_assert_cmpfloat (place.y + place.height, <=, scene->height + 0.01);
  g_assert_cmpfloat (measure (badge, g_ptr_array_index (badge->lines, 0)), <=, badge->width);
  for (guint i = 0; i < scene->shapes->len; i++)
    {
      const WbShape *other = g_ptr_array_index (scene->shapes, i);

      if (other == badge)
        break;
      if (is_badge (other))
        g_assert_cmpfloat (hypot (other->x - badge->x, other->y - badge->y), >=, get_radius (badge) + get_radius (other));
      else if (other->type == WB_SHAPE_TEXT && !on_rim)
        g_assert_false (overlap (other, &place));
      on_rim = on_rim || (other->type == WB_SHAPE_BOX && other->fill != WB_INK_NONE);
    }
}

static void
assert_sound (const WbScene *scene)
{
  for (guint i = 0; i < scene->shapes->len; i++)
    {
      const WbShape *shape = g_ptr_array_index (scene->shapes, i);

      if (shape->type == WB_SHAPE_TEXT)
        assert_text_fits (scene, shape);
      if (shape->type == WB_SHAPE_ARROW)
        assert_arrow_is_free (scene, shape);
      if (is_badge (shape))
        assert_badge_is_free (scene, shape);
      for (guint j = 0; j < i; j++)
        {
          const WbShape *other = g_ptr_array_index (scene->shapes, j);

          if (shape->type == other->type && (shape->type == WB_SHAPE_TEXT || shape->type == WB_SHAPE_BOX))
            g_assert_false (overlap (shape, other));
        }
    }
}

/* On every width and with every number of parts. */
static void
test_nothing_overlaps (void)
{
  static const double widths[] = { 170, 240, 320, 470, 700, 1100 };
  for (guint type = 0; type < WB_N_FIGURE_DRAWN; type++)
    for (guint n = 2; n <= get_max_parts (type); n++)
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          g_autoptr (WbFigure) figure = make_figure (type, n);
          g_autoptr (WbFigureDrawing) drawing = wb_figure_drawing_new (figure, context, "Cantarell", 10, widths[i]);

          g_test_message ("type %u, %u parts, %g wide", type, n, widths[i]);
          g_assert_cmpfloat (wb_figure_drawing_get_width (drawing), ==, widths[i]);
          g_assert_cmpfloat (wb_figure_drawing_get_height (drawing), >, 20);
          g_assert_cmpfloat (wb_figure_drawing_get_height (drawing), <, 2500);
          assert_sound (wb_figure_drawing_get_scene (drawing));
        }
}

/* Every word of the figure is in its drawing; but a graph has numbers, and its table the words. */
static void
test_words_are_there (void)
{
  for (guint type = 0; type < WB_FIGURE_GRAPH; type++)
    {
      g_autoptr (WbFigure) figure = make_figure (type, get_max_parts (type));
      g_autoptr (WbFigureDrawing) drawing = wb_figure_drawing_new (figure, context, "Cantarell", 10, 300);
      const WbScene *scene = wb_figure_drawing_get_scene (drawing);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < scene->shapes->len; i++)
        {
          const WbShape *shape = g_ptr_array_index (scene->shapes, i);

          for (guint j = 0; shape->lines != NULL && j < shape->lines->len; j++)
            g_string_append (text, g_ptr_array_index (shape->lines, j));
        }
      g_string_replace (text, "-", "", 0);
      g_string_replace (text, " ", "", 0);
      for (guint i = 0; i < figure->parts->len; i++)
        {
          const WbFigurePart *part = g_ptr_array_index (figure->parts, i);
          g_autoptr (GString) title = g_string_new (part->title);

          g_string_replace (title, " ", "", 0);
          g_assert_nonnull (strstr (text->str, title->str));
        }
    }
}

/* The four corners of the picture, and a sum over it. */
static guint64
draw (WbFigureDrawing *drawing,
      WbFigureGround   ground,
      guint           *n_changed)
{
  const int width = (int) wb_figure_drawing_get_width (drawing), height = (int) wb_figure_drawing_get_height (drawing) + 1;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;
  guint64 sum = 0;

  cairo_set_source_rgb (cr, ground == WB_FIGURE_DARK ? 0.2 : 1, ground == WB_FIGURE_DARK ? 0.2 : 1,
                        ground == WB_FIGURE_DARK ? 0.2 : 1);
  cairo_paint (cr);
  wb_figure_drawing_draw (drawing, cr, ground);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  *n_changed = 0;
  for (int i = 0; i < width * height; i++)
    {
      sum = sum * 31 + (pixels[i] & 0xffffff);
      *n_changed += (pixels[i] & 0xffffff) != (pixels[0] & 0xffffff);
    }
  cairo_surface_destroy (surface);

  return sum;
}

static void
test_draw (void)
{
  for (guint type = 0; type < WB_N_FIGURE_DRAWN; type++)
    {
      g_autoptr (WbFigure) figure = make_figure (type, get_max_parts (type));
      g_autoptr (WbFigureDrawing) drawing = wb_figure_drawing_new (figure, context, "Cantarell", 10, 470);
      guint light, dark;
      const guint64 first = draw (drawing, WB_FIGURE_LIGHT, &light);

      g_assert_cmpuint (light, >, 1000);
      g_assert_cmpuint (draw (drawing, WB_FIGURE_LIGHT, &light), ==, first);
      g_assert_cmpuint (draw (drawing, WB_FIGURE_DARK, &dark), !=, first);
      g_assert_cmpuint (dark, >, 1000);
    }
}

/* A figure without parts, and one that holds what is no text, are drawn as little as can be. */
static void
test_odd_figures (void)
{
  for (guint type = 0; type < WB_N_FIGURE_DRAWN; type++)
    {
      g_autoptr (WbFigure) empty = wb_figure_new (type, "", "");
      g_autoptr (WbFigure) odd = wb_figure_new (type, "t", "a");
      g_autoptr (WbFigureDrawing) nothing = wb_figure_drawing_new (empty, context, "Cantarell", 10, 300);
      g_autoptr (WbFigureDrawing) drawing = NULL;
      g_autoptr (WbBlock) table = wb_figure_create_table (empty);
      guint n_changed;

      wb_figure_add_part (odd, "\xff\xfe", "");
      wb_figure_add_part (odd, "a\nb\tc\x01 & <b>", NULL);
      wb_figure_add_part (odd, "", NULL);
      drawing = wb_figure_drawing_new (odd, context, "No such font", 10, 3);
      draw (nothing, WB_FIGURE_LIGHT, &n_changed);
      draw (drawing, WB_FIGURE_LIGHT, &n_changed);
    }
}

static void
test_types (void)
{
  WbFigureType type = WB_FIGURE_BARS;

  g_assert_false (wb_figure_type_from_string ("pie", &type));
  g_assert_false (wb_figure_type_from_string (NULL, &type));
  g_assert_cmpint (type, ==, WB_FIGURE_BARS);
  for (guint i = 0; i < WB_N_FIGURE_TYPES; i++)
    {
      g_assert_true (wb_figure_type_from_string (wb_figure_type_to_string (i), &type));
      g_assert_cmpuint (type, ==, i);
    }
}

/* The same words and numbers as in the drawing. */
static void
test_tables (void)
{
  static const char *const expected[] = {
    [WB_FIGURE_FLOW] = "No.\tStep\n1\tEntscheidende sehen den Nutzen nicht\n2\tDatenschutzfolgenabschätzung",
    [WB_FIGURE_CYCLE] = "No.\tStep\n1\tEntscheidende sehen den Nutzen nicht\n2\tDatenschutzfolgenabschätzung",
    [WB_FIGURE_LAYERS] = "Layer\tWhat it holds\nEntscheidende sehen den Nutzen nicht\tDatenschutzfolgenabschätzung\n"
                         "Datenschutzfolgenabschätzung\tIT",
    [WB_FIGURE_BARS] = "What\tStunden je Woche\nEntscheidende sehen den Nutzen nicht\t0\n"
                       "Datenschutzfolgenabschätzung\t1,234.5",
    [WB_FIGURE_GRID] = "\tInteresse: low\tInteresse: high\nEinfluss auf die Verwaltungsentscheidung: high\t"
                       "Entscheidende sehen den Nutzen nicht\tDatenschutzfolgenabschätzung\n"
                       "Einfluss auf die Verwaltungsentscheidung: low\tIT\t"
                       "Verwaltungsvorschriftenänderungsverfahren mit Anhörung der Beteiligten",
    [WB_FIGURE_MATRIX] = "\tEntscheidende sehen den Nutzen nicht\tDatenschutzfolgenabschätzung\n"
                         "Entscheidende sehen den Nutzen nicht\tEntscheidende sehen den Nutzen nicht\t"
                         "Datenschutzfolgenabschätzung\nDatenschutzfolgenabschätzung\tDatenschutzfolgenabschätzung\tIT",
  };

  for (guint type = 0; type < WB_N_FIGURE_TYPES; type++)
    {
      g_autoptr (WbFigure) figure = make_figure (type, 2);
      g_autoptr (WbBlock) table = wb_figure_create_table (figure);
      g_autofree char *text = wb_block_to_text (table);

      g_assert_cmpint (table->type, ==, WB_BLOCK_TABLE);
      g_assert_cmpuint (table->header_rows, ==, 1);
      g_assert_cmpstr (text, ==, expected[type]);
    }
}

static void
test_block (void)
{
  g_autoptr (WbFigure) bars = make_figure (WB_FIGURE_BARS, 2);
  g_autoptr (WbFigure) flow = make_figure (WB_FIGURE_FLOW, 2);
  g_autoptr (WbBlock) chart = wb_figure_create_block (bars);
  g_autoptr (WbBlock) drawing = wb_figure_create_block (flow);
  g_autoptr (WbBlock) copy = wb_block_copy (chart);
  g_autofree char *text = wb_block_to_text (copy);

  g_assert_true (copy->figure == bars);
  g_assert_true (copy->with_table);
  g_assert_false (drawing->with_table);
  g_assert_cmpstr (text, ==, "Beispiel\nWas sie sagt.\nStunden je Woche\nEntscheidende sehen den Nutzen nicht\n"
                             "Datenschutzfolgenabschätzung");
}

static gboolean
has_figure (const WbPiece *piece)
{
  for (guint i = 0; i < piece->marks->len; i++)
    if (((const WbMark *) g_ptr_array_index (piece->marks, i))->type == WB_MARK_FIGURE)
      return TRUE;

  return FALSE;
}

static gboolean
has_line (const WbPiece *piece,
          const char    *text)
{
  for (guint i = 0; i < piece->marks->len; i++)
    {
      const WbMark *mark = g_ptr_array_index (piece->marks, i);

      if (mark->text != NULL && strstr (mark->text, text) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The first shape of type @type that shows @text (nullable: anything); NULL for none. */
static const WbShape *
find_shape (const WbScene *scene,
            WbShapeType    type,
            const char    *text)
{
  for (guint i = 0; i < scene->shapes->len; i++)
    {
      const WbShape *shape = g_ptr_array_index (scene->shapes, i);

      if (shape->type == type && (text == NULL || g_str_equal (g_ptr_array_index (shape->lines, 0), text)))
        return shape;
    }

  return NULL;
}

static guint
count_shapes (const WbScene *scene,
              WbShapeType    type)
{
  guint n = 0;

  for (guint i = 0; i < scene->shapes->len; i++)
    n += ((const WbShape *) g_ptr_array_index (scene->shapes, i))->type == type;

  return n;
}

/* Each level has its number, its fill and its pattern; what is not known has a dash, no fill and none. */
static void
test_heat (void)
{
  static const char *const numbers[] = { "–", "0", "1", "2", "3", "4" };
  g_autoptr (WbFigure) figure = wb_figure_new (WB_FIGURE_HEAT, "Stufen", "Was sie sagt.");
  WbFigurePart *part = wb_figure_add_part (figure, "Mittel", NULL);
  g_autoptr (WbFigureDrawing) drawing = NULL;
  const WbScene *scene;
  guint patterns = 0;

  for (int level = WB_FIGURE_NO_LEVEL; level < 5; level++)
    {
      g_autofree char *title = g_strdup_printf ("Spalte %d", level);

      wb_figure_add_column (figure, title);
      wb_figure_part_add_level (part, level, "Wort");
    }
  drawing = wb_figure_drawing_new (figure, context, "Cantarell", 10, 900);
  scene = wb_figure_drawing_get_scene (drawing);
  g_assert_cmpuint (count_shapes (scene, WB_SHAPE_BOX), ==, G_N_ELEMENTS (numbers));
  for (guint i = 0, n = 0; i < scene->shapes->len; i++)
    {
      const WbShape *box = g_ptr_array_index (scene->shapes, i);
      const WbShape *number;

      if (box->type != WB_SHAPE_BOX)
        continue;
      number = find_shape (scene, WB_SHAPE_TEXT, numbers[n]);
      g_assert_nonnull (number);
      g_assert_true (contains (box, number->x + number->width / 2, number->y + number->height / 2));
      g_assert_cmpint (box->fill, ==, n == 0 ? WB_INK_PAPER : WB_INK_LEVEL_0 + n - 1);
      g_assert_true ((box->pattern == WB_PATTERN_NONE) == (n < 2));
      /* One pattern for one level. */
      g_assert_true (n < 2 || (patterns & (1u << box->pattern)) == 0);
      patterns |= 1u << box->pattern;
      n++;
    }
}

/* As a list where there is no room, with all that was there. */
static void
test_narrow_heat (void)
{
  g_autoptr (WbFigure) figure = make_figure (WB_FIGURE_HEAT, 5);
  g_autoptr (WbFigureDrawing) wide = wb_figure_drawing_new (figure, context, "Cantarell", 10, 900);
  g_autoptr (WbFigureDrawing) narrow = wb_figure_drawing_new (figure, context, "Cantarell", 10, 200);
  const WbScene *scene = wb_figure_drawing_get_scene (narrow);
  const WbShape *first = find_shape (scene, WB_SHAPE_BOX, NULL);

  g_assert_cmpuint (count_shapes (scene, WB_SHAPE_BOX), ==, 25);
  g_assert_cmpuint (count_shapes (wb_figure_drawing_get_scene (wide), WB_SHAPE_BOX), ==, 25);
  g_assert_cmpfloat (first->width, ==, 200);
}

static void
test_graph (void)
{
  g_autoptr (WbFigure) figure = make_figure (WB_FIGURE_GRAPH, 9);
  g_autoptr (WbFigureDrawing) drawing = wb_figure_drawing_new (figure, context, "Cantarell", 10, 700);
  const WbScene *scene = wb_figure_drawing_get_scene (drawing);
  guint n_strong = 0;

  g_assert_cmpuint (count_shapes (scene, WB_SHAPE_DISC), ==, 9);
  g_assert_cmpuint (count_shapes (scene, WB_SHAPE_ARROW), ==, figure->edges->len);
  g_assert_cmpint (find_shape (scene, WB_SHAPE_DISC, "2")->fill, ==, WB_INK_ORANGE);
  g_assert_cmpint (find_shape (scene, WB_SHAPE_DISC, "3")->fill, ==, WB_INK_GREY);
  for (guint i = 0; i < scene->shapes->len; i++)
    {
      const WbShape *arrow = g_ptr_array_index (scene->shapes, i);
      const double *points;

      if (arrow->type != WB_SHAPE_ARROW)
        continue;
      n_strong += arrow->ink == WB_INK_BLUE;
      points = (const double *) (gpointer) arrow->points->data;
      /* It begins and ends at a point, with a little distance. */
      for (guint end = 0; end < 2; end++)
        {
          double nearest = G_MAXDOUBLE;

          for (guint j = 1; j <= 9; j++)
            {
              g_autofree char *number = g_strdup_printf ("%u", j);
              const WbShape *disc = find_shape (scene, WB_SHAPE_DISC, number);

              nearest = MIN (nearest, hypot (points[2 * end] - disc->x, points[2 * end + 1] - disc->y));
            }
          g_assert_cmpfloat (nearest, >, 5);
          g_assert_cmpfloat (nearest, <, 12);
        }
    }
  g_assert_cmpuint (n_strong, ==, 1);
}

/* An arrow that is not certain is dashed, in a ring and in a column. */
static void
test_dashed (void)
{
  static const double widths[] = { 700, 170 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (WbFigure) figure = make_figure (WB_FIGURE_CYCLE, 4);
      g_autoptr (WbFigureDrawing) drawing = NULL;
      guint n_dashed = 0;

      wb_figure_part_set_dashed (g_ptr_array_index (figure->parts, 1), TRUE);
      wb_figure_part_set_dashed (g_ptr_array_index (figure->parts, 3), TRUE);
      drawing = wb_figure_drawing_new (figure, context, "Cantarell", 10, widths[i]);
      for (guint j = 0; j < wb_figure_drawing_get_scene (drawing)->shapes->len; j++)
        n_dashed += ((const WbShape *) g_ptr_array_index (wb_figure_drawing_get_scene (drawing)->shapes, j))->dashed;
      g_assert_cmpuint (count_shapes (wb_figure_drawing_get_scene (drawing), WB_SHAPE_ARROW), ==, 4);
      g_assert_cmpuint (n_dashed, ==, 2);
    }
}

/* What is beside the drawings: the same levels and arrows in words, and what the figure says. */
static void
test_charts_in_words (void)
{
  g_autoptr (WbFigure) heat = make_figure (WB_FIGURE_HEAT, 2);
  g_autoptr (WbFigure) graph = make_figure (WB_FIGURE_GRAPH, 3);
  g_autoptr (WbBlock) heat_block = wb_figure_create_block (heat);
  g_autoptr (WbBlock) graph_block = wb_figure_create_block (graph);
  g_autoptr (WbBlock) heat_table = wb_figure_create_table (heat);
  g_autoptr (WbBlock) graph_table = wb_figure_create_table (graph);
  g_autofree char *levels = wb_block_to_text (heat_table);
  g_autofree char *arrows = wb_block_to_text (graph_table);
  g_autofree char *words_of_block = wb_block_to_text (heat_block);

  g_assert_true (heat_block->with_table && graph_block->with_table);
  g_assert_cmpuint (heat_table->header_rows, ==, 1);
  g_assert_nonnull (strstr (words_of_block, "Was sie sagt."));
  g_assert_cmpstr (levels, ==, "\tEntscheidende sehen den Nutzen nicht\tDatenschutzfolgenabschätzung\n"
                               "Entscheidende sehen den Nutzen nicht\tEntscheidende sehen den Nutzen nicht\t"
                               "0 · Datenschutzfolgenabschätzung\n"
                               "Datenschutzfolgenabschätzung\t0 · Datenschutzfolgenabschätzung\t1 · IT");
  g_assert_cmpstr (arrows, ==, "No.\tBarrier\tBrings about\n1\tEntscheidende sehen den Nutzen nicht\t2, 3\n"
                               "2\tDatenschutzfolgenabschätzung\t3, 1\n3\tIT\t1, 2");
}

/* On whatever place of the page the figure begins, its caption stands right below it. */
static void
test_caption_stays (void)
{
  for (guint n = 0; n < 40; n += 4)
    {
      g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr (WbFigure) figure = make_figure (WB_FIGURE_CYCLE, 6);
      g_autoptr (WbDocument) document = NULL;
      g_autoptr (WbPaginator) paginator = NULL;
      GPtrArray *pages;
      guint n_found = 0;

      for (guint i = 0; i < n; i++)
        wb_block_append_paragraph (root, "Ein Absatz davor.");
      wb_block_append (root, wb_figure_create_block (figure));
      document = wb_document_new (WB_DOCUMENT_PAGES, "Titel", root);
      paginator = wb_paginator_new (document, 0, 0);
      pages = wb_paginator_get_layout (paginator)->pages;
      for (guint i = 0; i < pages->len; i++)
        {
          GArray *pieces = ((WbPage *) g_ptr_array_index (pages, i))->pieces;

          for (guint j = 0; j < pieces->len; j++)
            if (has_figure (g_array_index (pieces, WbPlacedPiece, j).piece))
              {
                g_assert_cmpuint (j + 1, <, pieces->len);
                g_assert_true (has_line (g_array_index (pieces, WbPlacedPiece, j + 1).piece, "Figure: Beispiel"));
                n_found++;
              }
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  context = wb_style_create_context ();

  g_test_add_func ("/figure/types", test_types);
  g_test_add_func ("/figure/tables", test_tables);
  g_test_add_func ("/figure/block", test_block);
  g_test_add_func ("/figure/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/figure/words-are-there", test_words_are_there);
  g_test_add_func ("/figure/draw", test_draw);
  g_test_add_func ("/figure/odd-figures", test_odd_figures);
  g_test_add_func ("/figure/heat", test_heat);
  g_test_add_func ("/figure/narrow-heat", test_narrow_heat);
  g_test_add_func ("/figure/graph", test_graph);
  g_test_add_func ("/figure/dashed", test_dashed);
  g_test_add_func ("/figure/charts-in-words", test_charts_in_words);
  g_test_add_func ("/figure/caption-stays", test_caption_stays);

  result = g_test_run ();
  g_object_unref (context);

  return result;
}
