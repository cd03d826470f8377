/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-merge-card.h"

#include <glib/gi18n-lib.h>

#include "wb-toggle-group.h"

/* So many characters of a side are shown; whoever wrote more knows it by its beginning. */
#define MAX_TEXT 4000
/* Each side is at least so many characters wide; where there is less room, they stand one below the other. */
#define MIN_CHARS 26

struct _WbMergeCard
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  WbToggleGroup *group;
};

enum
{
  DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbMergeCard, wb_merge_card, ADW_TYPE_BIN)

/* The ids of the buttons, by WbMergeChoice. */
static const char *const ids[] = { "", "mine", "theirs", "both" };

static void
chosen_cb (WbMergeCard *self)
{
  g_signal_emit (self, signals[DECIDED], 0);
}

static void
wb_merge_card_class_init (WbMergeCardClass *klass)
{
  signals[DECIDED] = g_signal_new ("decided", WB_TYPE_MERGE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_merge_card_init (WbMergeCard *self)
{
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* (transfer full) */
static char *
cut (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_TEXT)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_TEXT);

  return g_strconcat (start, "…", NULL);
}

static GtkWidget *
make_side (const char *head,
           const char *time,
           const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *line = *time != '\0' ? g_strdup_printf (_("%s · changed on %s"), head, time) : g_strdup (head);
  g_autofree char *shown = cut (text);
  GtkWidget *caption = make_label (line, "caption-heading");
  GtkWidget *words = make_label (shown, NULL);

  gtk_label_set_width_chars (GTK_LABEL (words), MIN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (words), MIN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), MIN_CHARS);
  gtk_widget_set_valign (words, GTK_ALIGN_START);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), words);

  return box;
}

/* Side by side, or one below the other. */
static GtkWidget *
make_sides (GtkWidget *mine,
            GtkWidget *theirs)
{
  GtkWidget *sides = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (sides), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (sides), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (sides), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (sides), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (sides), 24);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (sides), 12);
  gtk_flow_box_append (GTK_FLOW_BOX (sides), mine);
  gtk_flow_box_append (GTK_FLOW_BOX (sides), theirs);
  /* The focus belongs to the buttons below; a flow box would not let it go again. */
  gtk_widget_set_can_focus (sides, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (sides); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_valign (child, GTK_ALIGN_START);

  return sides;
}

static void
add_choice (WbMergeCard   *self,
            WbMergeChoice  choice,
            const char    *label,
            const char    *format,
            const char    *title)
{
  g_autofree char *name = NULL;

  /* One of our own formats, with the title in it. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  name = g_strdup_printf (format, title);
#pragma GCC diagnostic pop
  wb_toggle_group_add (self->group, ids[choice], label, name);
}

static void
add_choices (WbMergeCard *self,
             const char  *title,
             gboolean     can_join)
{
  self->group = WB_TOGGLE_GROUP (wb_toggle_group_new ());
  add_choice (self, WB_MERGE_MINE, C_("side of a conflict", "Mine"), _("%s: keep what is in this project"), title);
  add_choice (self, WB_MERGE_THEIRS, C_("side of a conflict", "Other"), _("%s: take what is in the other copy"), title);
  if (can_join)
    add_choice (self, WB_MERGE_BOTH, C_("side of a conflict", "Both"), _("%s: keep both texts, one below the other"), title);
  gtk_widget_set_halign (GTK_WIDGET (self->group), GTK_ALIGN_START);
  g_signal_connect_object (self->group, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
wb_merge_card_new (const char *title,
                   const char *mine,
                   const char *my_time,
                   const char *theirs,
                   const char *their_time,
                   gboolean    can_join)
{
  WbMergeCard *self;
  GtkWidget *box;

  g_return_val_if_fail (title != NULL && mine != NULL && theirs != NULL, NULL);
  g_return_val_if_fail (my_time != NULL && their_time != NULL, NULL);

  self = g_object_new (WB_TYPE_MERGE_CARD, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_object_set (box, "margin-top", 12, "margin-bottom", 12, "margin-start", 16, "margin-end", 16, NULL);
  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), make_sides (make_side (_("This project"), my_time, mine),
                                             make_side (_("The other copy"), their_time, theirs)));
  add_choices (self, title, can_join);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

WbMergeChoice
wb_merge_card_get_choice (WbMergeCard *self)
{
  const char *chosen;

  g_return_val_if_fail (WB_IS_MERGE_CARD (self), WB_MERGE_OPEN);

  chosen = wb_toggle_group_get_chosen (self->group);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i], chosen))
      return i;

  return WB_MERGE_OPEN;
}

void
wb_merge_card_choose (WbMergeCard   *self,
                      WbMergeChoice  choice)
{
  g_return_if_fail (WB_IS_MERGE_CARD (self));
  g_return_if_fail (choice < G_N_ELEMENTS (ids));

  wb_toggle_group_set_chosen (self->group, ids[choice]);
  g_signal_emit (self, signals[DECIDED], 0);
}
