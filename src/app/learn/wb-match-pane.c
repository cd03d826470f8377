/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-match-pane.h"

#include <glib/gi18n.h>

#include "wb-focus-pass.h"
#include "wb-quiz.h"

/* Characters after which the words of a column break. */
#define COLUMN_CHARS 34

/* One left side, with the list beside it. */
typedef struct
{
  /* Borrowed */
  GtkDropDown *list;
  GtkBox *cell;
  GtkWidget *result; /* NULL while there is none */
} Side;

struct _WbMatchPane
{
  WbAnswerPane parent_instance;

  gboolean filling;

  /* Borrowed */
  GtkWidget *grid;

  /* Owned */
  guint *order;     /* which pair's right side stands at each place of the lists */
  GPtrArray *sides; /* Side */
};

G_DEFINE_FINAL_TYPE (WbMatchPane, wb_match_pane, WB_TYPE_ANSWER_PANE)

static const WbPair *
get_pair (WbMatchPane *self,
          guint        i)
{
  return g_ptr_array_index (wb_answer_pane_get_question (WB_ANSWER_PANE (self))->pairs, i);
}

/* The pair whose right side is chosen beside the left side @i. */
static guint
get_pick (WbMatchPane *self,
          guint        i)
{
  guint place = gtk_drop_down_get_selected (((Side *) g_ptr_array_index (self->sides, i))->list);

  return place == 0 || place == GTK_INVALID_LIST_POSITION ? WB_RESPONSE_NONE : self->order[place - 1];
}

static WbResponse *
wb_match_pane_get_response (WbAnswerPane *pane)
{
  WbMatchPane *self = WB_MATCH_PANE (pane);
  g_autofree guint *picks = g_new (guint, self->sides->len + 1);

  for (guint i = 0; i < self->sides->len; i++)
    picks[i] = get_pick (self, i);

  return wb_response_new_picks (picks, self->sides->len);
}

static void
set_pick (WbMatchPane *self,
          guint        i,
          guint        pick)
{
  guint place = 0;

  for (guint j = 0; pick != WB_RESPONSE_NONE && j < self->sides->len; j++)
    if (self->order[j] == pick)
      place = j + 1;
  gtk_drop_down_set_selected (((Side *) g_ptr_array_index (self->sides, i))->list, place);
}

static void
wb_match_pane_set_response (WbAnswerPane *pane,
                            WbResponse   *response)
{
  WbMatchPane *self = WB_MATCH_PANE (pane);
  guint n_picks;
  const guint *picks = wb_response_get_picks (response, &n_picks);

  self->filling = TRUE;
  for (guint i = 0; i < self->sides->len && i < n_picks; i++)
    set_pick (self, i, picks[i]);
  self->filling = FALSE;
  wb_answer_pane_tell_changed (pane);
}

/* A chip, and below it, where it was not right, what would have been. */
static GtkWidget *
make_result (const WbPair *pair,
             gboolean      right)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *chip = wb_answer_pane_make_chip (right, right ? _("Right") : _("Not right"));
  g_autofree char *text = g_strdup_printf (_("Right would be: %s"), pair->right);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_visible (label, !right);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
wb_match_pane_show_result (WbAnswerPane *pane,
                           WbResponse   *response)
{
  WbMatchPane *self = WB_MATCH_PANE (pane);

  for (guint i = 0; i < self->sides->len; i++)
    {
      Side *side = g_ptr_array_index (self->sides, i);

      g_clear_pointer (&side->result, gtk_widget_unparent);
      wb_answer_pane_lock (GTK_WIDGET (side->list), response != NULL);
      if (response == NULL)
        continue;
      side->result = make_result (get_pair (self, i),
                                  wb_quiz_is_part_right (wb_answer_pane_get_question (pane), response, i));
      gtk_box_append (side->cell, side->result);
    }
}

/* What is chosen here is taken away elsewhere: each right side stands once. */
static void
selected_cb (WbMatchPane *self,
             GParamSpec  *pspec,
             GtkDropDown *list)
{
  guint place = gtk_drop_down_get_selected (list);

  if (self->filling)
    return;

  self->filling = TRUE;
  for (guint i = 0; place > 0 && i < self->sides->len; i++)
    {
      Side *side = g_ptr_array_index (self->sides, i);

      if (side->list != list && gtk_drop_down_get_selected (side->list) == place)
        gtk_drop_down_set_selected (side->list, 0);
    }
  self->filling = FALSE;
  wb_answer_pane_tell_changed (WB_ANSWER_PANE (self));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_list_item_set_child (row, label);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *row)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (row)),
                       gtk_string_object_get_string (gtk_list_item_get_item (row)));
}

static GListModel *
make_choices (WbMatchPane *self,
              guint        n)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Choose…"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (choices, get_pair (self, self->order[i])->right);

  return G_LIST_MODEL (choices);
}

static void
add_side (WbMatchPane *self,
          guint        i,
          guint        n)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *label = gtk_label_new (get_pair (self, i)->left);
  Side *side = g_new0 (Side, 1);
  g_autofree char *name = g_strdup_printf (_("Belongs to “%s”"), get_pair (self, i)->left);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  side->list = GTK_DROP_DOWN (gtk_drop_down_new (make_choices (self, n), NULL));
  gtk_drop_down_set_factory (side->list, factory);
  g_object_unref (factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (side->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (side->list, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  side->cell = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_hexpand (GTK_WIDGET (side->cell), TRUE);
  gtk_box_append (side->cell, GTK_WIDGET (side->list));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 7);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) i, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (side->cell), 1, (int) i, 1, 1);
  g_ptr_array_add (self->sides, side);
}

static void
wb_match_pane_constructed (GObject *object)
{
  WbMatchPane *self = WB_MATCH_PANE (object);
  const WbQuestion *question = wb_answer_pane_get_question (WB_ANSWER_PANE (self));

  G_OBJECT_CLASS (wb_match_pane_parent_class)->constructed (object);

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  /* The same arrangement every time: what was seen before is found again. */
  self->order = wb_quiz_shuffle (question, g_str_hash (question->id));
  for (guint i = 0; i < question->pairs->len; i++)
    add_side (self, i, question->pairs->len);
}

static gboolean
wb_match_pane_grab_focus (GtkWidget *widget)
{
  WbMatchPane *self = WB_MATCH_PANE (widget);

  return self->sides->len > 0
         && gtk_widget_grab_focus (GTK_WIDGET (((Side *) g_ptr_array_index (self->sides, 0))->list));
}

static void
wb_match_pane_finalize (GObject *object)
{
  WbMatchPane *self = WB_MATCH_PANE (object);

  g_ptr_array_unref (self->sides);
  g_free (self->order);

  G_OBJECT_CLASS (wb_match_pane_parent_class)->finalize (object);
}

static void
wb_match_pane_class_init (WbMatchPaneClass *klass)
{
  WbAnswerPaneClass *pane_class = WB_ANSWER_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = wb_match_pane_constructed;
  G_OBJECT_CLASS (klass)->finalize = wb_match_pane_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = wb_match_pane_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = wb_focus_pass;
  pane_class->get_response = wb_match_pane_get_response;
  pane_class->set_response = wb_match_pane_set_response;
  pane_class->show_result = wb_match_pane_show_result;
}

static void
wb_match_pane_init (WbMatchPane *self)
{
  self->sides = g_ptr_array_new_with_free_func (g_free);
}
