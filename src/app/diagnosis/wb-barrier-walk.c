/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-barrier-walk.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wb-diagnosis-figure.h"
#include "wb-figure-view.h"
#include "wb-focus-pass.h"
#include "wb-page-column.h"
#include "wb-wrap-layout.h"

#define LIST_WIDTH 380

struct _WbBarrierWalk
{
  GtkWidget parent_instance;

  guint current;

  /* Borrowed */
  GtkDropDown *chooser;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *open_button;
  GtkWidget *circles_box;
  GtkListBox *causes;
  GtkListBox *effects;
  AdwBin *figure_bin;

  /* Owned */
  GPtrArray *barriers;
  GPtrArray *circles;
  WbDiagnosis *diagnosis; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbBarrierWalk, wb_barrier_walk, GTK_TYPE_WIDGET)

static const WbDiagnosisBarrier *
get_barrier (WbBarrierWalk *self,
             guint          index)
{
  return g_ptr_array_index (self->barriers, index);
}

static int
find_barrier (WbBarrierWalk *self,
              const char    *id)
{
  for (guint i = 0; i < self->barriers->len; i++)
    if (g_str_equal (get_barrier (self, i)->id, id))
      return (int) i;

  return -1;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static char *
number_title (WbBarrierWalk *self,
              guint          index)
{
  return g_strdup_printf ("%u · %s", index + 1, get_barrier (self, index)->title);
}

static void
add_neighbour (WbBarrierWalk *self,
               GtkListBox    *list,
               guint          index,
               const char    *text)
{
  g_autofree char *title = number_title (self, index);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *reason = g_markup_escape_text (text, -1);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", escaped, "subtitle", reason, "activatable", TRUE,
                                 "subtitle-lines", 0, "title-lines", 0, NULL);

  g_object_set_data (G_OBJECT (row), "wb-barrier", GUINT_TO_POINTER (index));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (list, row);
}

static void
update_causes (WbBarrierWalk *self)
{
  const char *id = get_barrier (self, self->current)->id;

  clear_list (self->causes);
  for (guint i = 0; i < self->barriers->len; i++)
    {
      GPtrArray *effects = get_barrier (self, i)->barrier->effects;

      for (guint j = 0; j < effects->len; j++)
        {
          const WbBarrierEffect *effect = g_ptr_array_index (effects, j);

          if (g_str_equal (effect->to, id))
            add_neighbour (self, self->causes, i, effect->text);
        }
    }
}

static void
update_effects (WbBarrierWalk *self)
{
  GPtrArray *effects = get_barrier (self, self->current)->barrier->effects;

  clear_list (self->effects);
  for (guint i = 0; i < effects->len; i++)
    {
      const WbBarrierEffect *effect = g_ptr_array_index (effects, i);
      int index = find_barrier (self, effect->to);

      if (index >= 0)
        add_neighbour (self, self->effects, (guint) index, effect->text);
    }
}

static void
update_circles (WbBarrierWalk *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->circles_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->circles_box), child);
  for (guint i = 0; i < self->circles->len; i++)
    {
      const WbDiagnosisCircle *circle = g_ptr_array_index (self->circles, i);

      for (guint j = 0; j < circle->circle->links->len; j++)
        {
          const WbCircleLink *link = g_ptr_array_index (circle->circle->links, j);
          g_autofree char *label = g_strdup_printf (_("In the circle: %s"), circle->title);
          GtkWidget *button;

          if (!g_str_equal (link->barrier, get_barrier (self, self->current)->id))
            continue;
          button = gtk_button_new_with_label (label);
          gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
          gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", circle->id);
          gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "diagnosis.show-circle");
          gtk_box_append (GTK_BOX (self->circles_box), button);
          break;
        }
    }
}

static void
update_head (WbBarrierWalk *self)
{
  const WbDiagnosisBarrier *barrier = get_barrier (self, self->current);
  const WbScore *score = self->diagnosis != NULL ? wb_diagnosis_get_barrier (self->diagnosis, barrier->id) : NULL;
  g_autofree char *title = number_title (self, self->current);
  g_autofree char *detail = NULL;

  if (score != NULL && score->level != WB_LEVEL_UNKNOWN)
    detail = g_strdup_printf (_("%s · %s · level %d, %s"), wb_cause_get_label (barrier->barrier->cause),
                              wb_dimension_get_label (barrier->barrier->dimension), score->level,
                              wb_level_get_label (score->level));
  else
    detail = g_strdup_printf ("%s · %s", wb_cause_get_label (barrier->barrier->cause),
                              wb_dimension_get_label (barrier->barrier->dimension));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", barrier->id);
}

static void
update (WbBarrierWalk *self)
{
  g_autoptr (WbFigure) figure = wb_diagnosis_figure_graph (self->barriers, NULL, get_barrier (self, self->current)->id);

  update_head (self);
  update_circles (self);
  update_causes (self);
  update_effects (self);
  adw_bin_set_child (self->figure_bin, wb_figure_view_new (figure));
  if (gtk_drop_down_get_selected (self->chooser) != self->current)
    gtk_drop_down_set_selected (self->chooser, self->current);
}

static void
chosen_cb (WbBarrierWalk *self)
{
  guint chosen = gtk_drop_down_get_selected (self->chooser);

  if (chosen == self->current || chosen >= self->barriers->len)
    return;

  self->current = chosen;
  update (self);
}

static void
row_activated_cb (WbBarrierWalk *self,
                  GtkListBoxRow *row,
                  GtkListBox    *list)
{
  GtkListBoxRow *first;

  self->current = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "wb-barrier"));
  update (self);
  /* The row with the focus is gone; the walk goes on in the same direction. */
  first = gtk_list_box_get_row_at_index (list, 0);
  gtk_widget_grab_focus (first != NULL ? GTK_WIDGET (first) : GTK_WIDGET (self->chooser));
}

static GtkWidget *
make_list (WbBarrierWalk  *self,
           const char     *title,
           const char     *nothing,
           GtkListBox    **list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *placeholder = g_object_new (GTK_TYPE_LABEL, "label", nothing, "wrap", TRUE, "margin-top", 12, "margin-bottom", 12,
                                         NULL);

  gtk_widget_add_css_class (label, "section");
  *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (*list), "boxed-list");
  gtk_list_box_set_placeholder (*list, placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (*list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*list));

  return wb_page_column_new (box, LIST_WIDTH);
}

static void
setup_title_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 20,
                                               "max-width-chars", 44, NULL));
}

static void
bind_title_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

/* Titles that become shorter where there is no room. (transfer full) */
static GtkListItemFactory *
make_titles (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_title_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_title_cb), NULL);

  return factory;
}

static GtkWidget *
make_chooser (WbBarrierWalk *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = make_titles ();

  for (guint i = 0; i < self->barriers->len; i++)
    {
      g_autofree char *title = number_title (self, i);

      gtk_string_list_append (titles, title);
    }
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)),
                                                    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string")));
  gtk_drop_down_set_factory (self->chooser, factory);
  gtk_drop_down_set_enable_search (self->chooser, TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->chooser), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Barrier"), -1);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->chooser);
}

static GtkWidget *
make_head (WbBarrierWalk *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 60, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-2");
  self->detail = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               NULL);
  self->open_button = gtk_button_new_with_label (_("Read the Entry"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "win.open-item");
  gtk_widget_set_halign (self->open_button, GTK_ALIGN_START);
  self->circles_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->circles_box, wb_wrap_layout_new (8));
  gtk_box_append (GTK_BOX (box), make_chooser (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (box), self->open_button);
  gtk_box_append (GTK_BOX (box), self->circles_box);

  return box;
}

static void
fill (WbBarrierWalk *self)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *lists = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (lists, wb_wrap_layout_new (24));
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (lists), make_list (self, _("Brought About By"), _("No other barrier is named as a cause."),
                                              &self->causes));
  gtk_box_append (GTK_BOX (lists), make_list (self, _("Brings About"), _("No other barrier is named as an effect."),
                                              &self->effects));
  gtk_box_append (GTK_BOX (box), lists);
  self->figure_bin = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figure_bin));
}

static void
wb_barrier_walk_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_barrier_walk_parent_class)->dispose (object);
}

static void
wb_barrier_walk_finalize (GObject *object)
{
  WbBarrierWalk *self = WB_BARRIER_WALK (object);

  g_clear_pointer (&self->barriers, g_ptr_array_unref);
  g_clear_pointer (&self->circles, g_ptr_array_unref);
  g_clear_pointer (&self->diagnosis, wb_diagnosis_unref);

  G_OBJECT_CLASS (wb_barrier_walk_parent_class)->finalize (object);
}

static gboolean
wb_barrier_walk_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WB_BARRIER_WALK (widget)->chooser));
}

static void
wb_barrier_walk_class_init (WbBarrierWalkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_barrier_walk_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_barrier_walk_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = wb_barrier_walk_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = wb_focus_pass;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wb_barrier_walk_init (WbBarrierWalk *self)
{
  gtk_widget_set_parent (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), GTK_WIDGET (self));
}

GtkWidget *
wb_barrier_walk_new (GPtrArray   *barriers,
                     GPtrArray   *circles,
                     WbDiagnosis *diagnosis,
                     const char  *id)
{
  WbBarrierWalk *self;

  g_return_val_if_fail (barriers != NULL && barriers->len > 0 && circles != NULL, NULL);

  self = g_object_new (WB_TYPE_BARRIER_WALK, NULL);
  self->barriers = g_ptr_array_ref (barriers);
  self->circles = g_ptr_array_ref (circles);
  self->diagnosis = diagnosis != NULL ? wb_diagnosis_ref (diagnosis) : NULL;
  self->current = id != NULL ? (guint) MAX (find_barrier (self, id), 0) : 0;
  fill (self);
  update (self);

  return GTK_WIDGET (self);
}

const char *
wb_barrier_walk_get_id (WbBarrierWalk *self)
{
  g_return_val_if_fail (WB_IS_BARRIER_WALK (self), NULL);

  return get_barrier (self, self->current)->id;
}

void
wb_barrier_walk_go (WbBarrierWalk *self,
                    const char    *id)
{
  int index;

  g_return_if_fail (WB_IS_BARRIER_WALK (self));
  g_return_if_fail (id != NULL);

  index = find_barrier (self, id);
  if (index < 0)
    return;
  self->current = (guint) index;
  update (self);
}
