/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-group-board.h"

#include <glib/gi18n.h>
#include <math.h>

#include "wb-quiz.h"

/* The units of a slide. */
#define WIDTH 1280.0
#define LEFT 64.0
#define INNER (WIDTH - 2 * LEFT)
#define TOP 30.0
#define BOTTOM 20.0
#define SMALLEST 21.0
#define BAR_WIDTH 300.0
#define BADGE 44.0
#define PAD 14.0

#define FONT "Cantarell"

typedef struct
{
  double red, green, blue;
} Color;

/* The tones of the projector: those of the light theme, for the wall is white. */
static const Color color_text = { 0.11, 0.11, 0.12 };
static const Color color_dim = { 0.369, 0.361, 0.392 };
static const Color color_line = { 0.72, 0.72, 0.73 };
static const Color color_green = { 0.106, 0.431, 0.259 };
static const Color color_green_tint = { 0.882, 0.949, 0.910 };
static const Color color_grey_tint = { 0.933, 0.929, 0.925 };
static const Color color_blue_tint = { 0.890, 0.929, 0.976 };
static const Color color_blue = { 0.102, 0.373, 0.706 };

struct _WbGroupBoard
{
  GtkWidget parent_instance;

  /* Borrowed */
  const WbGroupRound *round; /* NULL at the beginning */

  /* Owned */
  char *caption;
};

G_DEFINE_FINAL_TYPE (WbGroupBoard, wb_group_board, GTK_TYPE_WIDGET)

/* A pass over the slide: it measures, and draws where @cr is there. */
typedef struct
{
  cairo_t *cr; /* NULL: measure only */
  PangoContext *context;
  double scale; /* of the text */
  double y;
} Pass;

guint
wb_group_round_count_choices (const WbGroupRound *round)
{
  g_return_val_if_fail (round != NULL, 0);

  return wb_question_has_options (round->question) ? MIN (round->question->options->len, WB_GROUP_MAX_CHOICES) : 2;
}

const char *
wb_group_round_get_choice (const WbGroupRound *round,
                           guint               choice)
{
  g_return_val_if_fail (round != NULL, NULL);

  if (wb_question_has_options (round->question))
    return ((const WbAnswerOption *) g_ptr_array_index (round->question->options, choice))->text;

  return choice == 0 ? _("Answered just so") : _("Answered otherwise");
}

guint
wb_group_round_count_votes (const WbGroupRound *round)
{
  guint votes = 0;

  g_return_val_if_fail (round != NULL, 0);

  for (guint i = 0; i < WB_GROUP_MAX_CHOICES; i++)
    votes += round->counts[i];

  return votes;
}

gboolean
wb_group_round_is_open (const WbGroupRound *round)
{
  g_return_val_if_fail (round != NULL, FALSE);

  return round->revealed || wb_question_has_options (round->question);
}

gboolean
wb_group_round_is_right (const WbGroupRound *round,
                         guint               choice)
{
  g_return_val_if_fail (round != NULL, FALSE);

  if (!wb_question_has_options (round->question))
    return choice == 0;

  return ((const WbAnswerOption *) g_ptr_array_index (round->question->options, choice))->correct;
}

const char *
wb_group_round_get_consequence (const WbGroupRound *round,
                                guint               choice)
{
  const WbAnswerOption *option;

  g_return_val_if_fail (round != NULL, NULL);

  if (!round->revealed || !wb_question_has_options (round->question) || choice >= round->question->options->len)
    return NULL;
  option = g_ptr_array_index (round->question->options, choice);

  return option->consequence != NULL && *option->consequence != '\0' ? option->consequence : NULL;
}

static void
set_color (cairo_t     *cr,
           const Color *color)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

/* Draws @text, or only measures it; returns its height. */
static double
put_text (Pass        *pass,
          const char  *text,
          double       size,
          PangoWeight  weight,
          const Color *color,
          double       x,
          double       y,
          double       width)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (pass->context);
  PangoFontDescription *font = pango_font_description_new ();
  PangoRectangle extents;

  pango_font_description_set_family_static (font, FONT);
  pango_font_description_set_absolute_size (font, MAX (size * pass->scale, SMALLEST) * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_get_extents (layout, NULL, &extents);
  if (pass->cr != NULL)
    {
      set_color (pass->cr, color);
      cairo_move_to (pass->cr, x, y);
      pango_cairo_show_layout (pass->cr, layout);
    }

  return (double) extents.height / PANGO_SCALE;
}

static void
trace_box (cairo_t *cr,
           double   x,
           double   y,
           double   width,
           double   height,
           double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
fill_box (Pass        *pass,
          double       y,
          double       height,
          const Color *fill,
          const Color *line)
{
  if (pass->cr == NULL)
    return;

  trace_box (pass->cr, LEFT, y, INNER, height, 12);
  set_color (pass->cr, fill);
  cairo_fill_preserve (pass->cr);
  set_color (pass->cr, line);
  cairo_set_line_width (pass->cr, line == &color_green ? 4 : 1.5);
  cairo_stroke (pass->cr);
}

/* Right: lines across; not right: dots. So that bars differ without colour too. */
static void
fill_pattern (cairo_t *cr,
              double   x,
              double   y,
              double   width,
              double   height,
              gboolean right)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.75);
  cairo_set_line_width (cr, 2.5);
  if (right)
    for (double from = x - height; from < x + width; from += 12)
      {
        cairo_move_to (cr, from, y + height);
        cairo_line_to (cr, from + height, y);
        cairo_stroke (cr);
      }
  else
    for (double column = x + 6; column < x + width; column += 12)
      for (double row = y + 6; row < y + height; row += 12)
        {
          cairo_arc (cr, column, row, 2.2, 0, 2 * G_PI);
          cairo_fill (cr);
        }
  cairo_restore (cr);
}

static void
draw_bar (Pass               *pass,
          const WbGroupRound *round,
          guint               choice,
          double              y,
          double              height)
{
  guint most = 1;
  double x = LEFT + INNER - PAD - BAR_WIDTH;
  gboolean right = wb_group_round_is_right (round, choice);
  g_autofree char *number = g_strdup_printf ("%u", round->counts[choice]);
  double width, bar_height = MIN (30, height - 2 * PAD);

  if (pass->cr == NULL)
    return;
  for (guint i = 0; i < WB_GROUP_MAX_CHOICES; i++)
    most = MAX (most, round->counts[i]);
  width = (BAR_WIDTH - 70) * round->counts[choice] / most;
  y += (height - bar_height) / 2;
  set_color (pass->cr, right ? &color_green : &color_dim);
  cairo_rectangle (pass->cr, x, y, MAX (width, 3), bar_height);
  cairo_fill (pass->cr);
  fill_pattern (pass->cr, x, y, width, bar_height, right);
  put_text (pass, number, 28, PANGO_WEIGHT_BOLD, &color_text, x + MAX (width, 3) + 10, y + bar_height / 2 - 18 * pass->scale - 1, 80);
}

static void
draw_badge (Pass   *pass,
            guint   number,
            double  y)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  if (pass->cr == NULL)
    return;

  trace_box (pass->cr, LEFT + PAD, y, BADGE, BADGE, 8);
  set_color (pass->cr, &color_grey_tint);
  cairo_fill (pass->cr);
  put_text (pass, text, 28, PANGO_WEIGHT_BOLD, &color_text, LEFT + PAD + 15, y + BADGE / 2 - 17 * MAX (pass->scale, 0.75), BADGE);
}

/* The answer, whether it is right, and what follows from it; returns the height of that. */
static double
put_answer (Pass               *pass,
            const WbGroupRound *round,
            guint               choice,
            double              x,
            double              top,
            double              width)
{
  const char *consequence = wb_group_round_get_consequence (round, choice);
  double y = top;

  y += put_text (pass, wb_group_round_get_choice (round, choice), 28, PANGO_WEIGHT_NORMAL, &color_text, x, y, width);
  if (round->revealed && wb_group_round_is_right (round, choice))
    y += put_text (pass, _("✓ Right"), 24, PANGO_WEIGHT_BOLD, &color_green, x, y, width);
  if (consequence != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("What follows: %s"), consequence);

      y += put_text (pass, text, 24, PANGO_WEIGHT_NORMAL, &color_text, x, y, width);
    }

  return y - top;
}

static void
put_choice (Pass               *pass,
            const WbGroupRound *round,
            guint               choice)
{
  gboolean right = round->revealed && wb_group_round_is_right (round, choice);
  double x = LEFT + PAD + BADGE + 16;
  double width = INNER - 2 * PAD - BADGE - 16 - (round->revealed ? BAR_WIDTH + 16 : 0);
  Pass measure = *pass;
  double text, height;

  measure.cr = NULL;
  text = put_answer (&measure, round, choice, x, 0, width);
  height = MAX (text, BADGE) + 2 * PAD;
  fill_box (pass, pass->y, height, right ? &color_green_tint : &(const Color){ 1, 1, 1 }, right ? &color_green : &color_line);
  draw_badge (pass, choice + 1, pass->y + (height - BADGE) / 2);
  put_answer (pass, round, choice, x, pass->y + (height - text) / 2, width);
  if (round->revealed)
    draw_bar (pass, round, choice, pass->y, height);
  pass->y += height + 10;
}

/* A tinted box with one text. */
static void
put_note (Pass        *pass,
          const char  *text,
          const Color *fill,
          const Color *line)
{
  Pass measure = *pass;
  double height;

  measure.cr = NULL;
  height = put_text (&measure, text, 24, PANGO_WEIGHT_NORMAL, &color_text, 0, 0, INNER - 2 * PAD) + 2 * PAD;
  fill_box (pass, pass->y, height, fill, line);
  put_text (pass, text, 24, PANGO_WEIGHT_NORMAL, &color_text, LEFT + PAD, pass->y + PAD, INNER - 2 * PAD);
  pass->y += height + 10;
}

/* What is to be put in order or matched, mixed. (transfer full) */
static char *
list_material (const WbQuestion *question)
{
  g_autofree guint *order = wb_quiz_shuffle (question, g_str_hash (question->id));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < question->items->len; i++)
    g_string_append_printf (text, "• %s\n", (const char *) g_ptr_array_index (question->items, order[i]));
  for (guint i = 0; i < question->pairs->len; i++)
    g_string_append_printf (text, "• %s\n", ((const WbPair *) g_ptr_array_index (question->pairs, i))->left);
  if (question->pairs->len > 0)
    g_string_append (text, "\n");
  for (guint i = 0; i < question->pairs->len; i++)
    g_string_append_printf (text, "– %s\n", ((const WbPair *) g_ptr_array_index (question->pairs, order[i]))->right);
  if (question->type == WB_QUESTION_NUMBER && *question->unit != '\0')
    g_string_append_printf (text, _("A number is asked for, in %s."), question->unit);
  else if (question->type == WB_QUESTION_NUMBER)
    g_string_append (text, _("A number is asked for."));
  else if (question->type == WB_QUESTION_TEXT)
    g_string_append (text, _("A word is asked for."));

  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

/* (transfer full) */
static char *
list_solution (const WbQuestion *question)
{
  g_auto (GStrv) lines = wb_quiz_list_solution (question);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (question->type == WB_QUESTION_ORDER)
        g_string_append_printf (text, "%u. %s\n", i + 1, lines[i]);
      else
        g_string_append_printf (text, "%s\n", lines[i]);
    }
  g_strchomp (text->str);

  return g_strdup_printf (_("✓ Right is:\n%s"), text->str);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
put_all (Pass               *pass,
         const WbGroupRound *round,
         const char         *caption)
{
  const WbQuestion *question = round->question;
  gboolean options = wb_question_has_options (question);

  pass->y = TOP;
  pass->y += put_text (pass, caption, 22, PANGO_WEIGHT_NORMAL, &color_dim, LEFT, pass->y, INNER) + 6;
  pass->y += put_text (pass, question->text, 42, PANGO_WEIGHT_ULTRABOLD, &color_text, LEFT, pass->y, INNER) + 16;
  if (has_text (question->situation))
    put_note (pass, question->situation, &color_grey_tint, &color_line);
  if (!options)
    {
      g_autofree char *text = round->revealed ? list_solution (question) : list_material (question);

      put_note (pass, text, round->revealed ? &color_green_tint : &color_grey_tint,
                round->revealed ? &color_green : &color_line);
    }
  for (guint i = 0; (options || round->revealed) && i < wb_group_round_count_choices (round); i++)
    put_choice (pass, round, i);
  if (round->revealed && has_text (question->explanation))
    put_note (pass, question->explanation, &color_blue_tint, &color_blue);
}

/* The largest of the text sizes at which everything has room. */
static void
choose_scale (Pass               *pass,
              const WbGroupRound *round,
              const char         *caption,
              double              height)
{
  static const double scales[] = { 1.0, 0.9, 0.8, 0.7, 0.6 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      pass->scale = scales[i];
      put_all (pass, round, caption);
      if (pass->y + BOTTOM <= height)
        return;
    }
}

static void
wb_group_board_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  WbGroupBoard *self = WB_GROUP_BOARD (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double unit = width / WIDTH;
  Pass pass = { NULL };
  cairo_t *cr;

  if (self->round == NULL || width < 1 || height < 1)
    return;

  pass.context = gtk_widget_create_pango_context (widget);
  choose_scale (&pass, self->round, self->caption, height / unit);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  /* When it has no room even so, all of it gets smaller. */
  if (pass.y + BOTTOM > height / unit)
    {
      double shrink = height / unit / (pass.y + BOTTOM);

      cairo_translate (cr, width * (1 - shrink) / 2, 0);
      unit *= shrink;
    }
  cairo_scale (cr, unit, unit);
  pass.cr = cr;
  put_all (&pass, self->round, self->caption);
  cairo_destroy (cr);
  g_object_unref (pass.context);
}

/* All that is to be seen, as text. */
static void
update_accessible (WbGroupBoard *self)
{
  const WbGroupRound *round = self->round;
  const WbQuestion *question = round->question;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *label = g_strdup_printf ("%s. %s", self->caption, question->text);

  if (has_text (question->situation))
    g_string_append_printf (text, "%s\n", question->situation);
  if (!wb_question_has_options (question))
    {
      g_autofree char *shown = round->revealed ? list_solution (question) : list_material (question);

      g_string_append_printf (text, "%s\n", shown);
    }
  for (guint i = 0; wb_group_round_is_open (round) && i < wb_group_round_count_choices (round); i++)
    {
      g_string_append_printf (text, "%u: %s", i + 1, wb_group_round_get_choice (round, i));
      if (round->revealed)
        g_string_append_printf (text, ngettext (" – %u vote", " – %u votes", round->counts[i]), round->counts[i]);
      if (round->revealed && wb_group_round_is_right (round, i))
        g_string_append_printf (text, " – %s", _("✓ Right"));
      if (wb_group_round_get_consequence (round, i) != NULL)
        {
          g_string_append (text, " – ");
          g_string_append_printf (text, _("What follows: %s"), wb_group_round_get_consequence (round, i));
        }
      g_string_append_c (text, '\n');
    }
  if (round->revealed)
    g_string_append (text, question->explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
wb_group_board_finalize (GObject *object)
{
  g_free (WB_GROUP_BOARD (object)->caption);

  G_OBJECT_CLASS (wb_group_board_parent_class)->finalize (object);
}

static void
wb_group_board_class_init (WbGroupBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_group_board_finalize;
  widget_class->snapshot = wb_group_board_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
wb_group_board_init (WbGroupBoard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
wb_group_board_new (void)
{
  return g_object_new (WB_TYPE_GROUP_BOARD, NULL);
}

void
wb_group_board_set_round (WbGroupBoard       *self,
                          const WbGroupRound *round,
                          const char         *caption)
{
  g_return_if_fail (WB_IS_GROUP_BOARD (self));
  g_return_if_fail (round != NULL && caption != NULL);

  self->round = round;
  if (self->caption != caption)
    {
      g_free (self->caption);
      self->caption = g_strdup (caption);
    }
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
