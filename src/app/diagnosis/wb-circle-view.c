/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-circle-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wb-diagnosis-figure.h"
#include "wb-figure-view.h"
#include "wb-focus-pass.h"
#include "wb-lever-box.h"
#include "wb-page-column.h"
#include "wb-wrap-layout.h"

#define FIGURE_WIDTH 560
#define SIDE_WIDTH 380

struct _WbCircleView
{
  GtkWidget parent_instance;

  guint index;

  /* Borrowed */
  AdwBin *figure_bin;
  GtkListBox *links;

  /* Owned */
  WbLibrary *library;
  GPtrArray *barriers;
  GPtrArray *circles;
  WbDiagnosis *diagnosis; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbCircleView, wb_circle_view, GTK_TYPE_WIDGET)

static const WbDiagnosisCircle *
get_circle (WbCircleView *self)
{
  return g_ptr_array_index (self->circles, self->index);
}

static const char *
get_title (WbCircleView *self,
           const char   *id)
{
  for (guint i = 0; i < self->barriers->len; i++)
    {
      const WbDiagnosisBarrier *barrier = g_ptr_array_index (self->barriers, i);

      if (g_str_equal (barrier->id, id))
        return barrier->title;
    }

  return id;
}

static void
show_link (WbCircleView *self,
           int           link)
{
  g_autoptr (WbFigure) figure = wb_diagnosis_figure_circle (get_circle (self), self->barriers, self->diagnosis, link);

  adw_bin_set_child (self->figure_bin, wb_figure_view_new (figure));
}

static void
row_selected_cb (WbCircleView  *self,
                 GtkListBoxRow *row)
{
  show_link (self, row != NULL ? gtk_list_box_row_get_index (row) : -1);
}

static void
row_activated_cb (WbCircleView  *self,
                  GtkListBoxRow *row)
{
  const WbCircleLink *link = g_ptr_array_index (get_circle (self)->circle->links, (guint) gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "diagnosis.show-barrier", "s", link->barrier);
}

/* The barrier, and below it why it leads to the next one. */
static GtkWidget *
make_link_text (const char         *title,
                const WbCircleLink *link,
                guint               next)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "hexpand", TRUE, NULL);
  /* Translators: number of a link, and how one gets there from the link before */
  g_autofree char *text = g_strdup_printf (_("→ %u: %s"), next + 1, link->text);
  GtkWidget *arrow = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 34, NULL);

  gtk_widget_add_css_class (arrow, "caption");
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 30,
                                               NULL));
  gtk_box_append (GTK_BOX (box), arrow);

  return box;
}

static char *
name_link (WbCircleView       *self,
           const WbCircleLink *link,
           guint               index,
           const WbScore      *score)
{
  GPtrArray *links = get_circle (self)->circle->links;
  const WbCircleLink *after = g_ptr_array_index (links, (index + 1) % links->len);
  const char *title = get_title (self, link->barrier);
  const char *next = get_title (self, after->barrier);

  if (score != NULL)
    return g_strdup_printf (_("%u, %s, %s, leads to %s: %s"), index + 1, title, wb_level_get_label (score->level), next, link->text);

  return g_strdup_printf (_("%u, %s, leads to %s: %s"), index + 1, title, next, link->text);
}

static GtkWidget *
make_link_row (WbCircleView       *self,
               const WbCircleLink *link,
               guint               index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  const WbScore *score = self->diagnosis != NULL ? wb_diagnosis_get_barrier (self->diagnosis, link->barrier) : NULL;
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *name = name_link (self, link, index, score);
  GtkWidget *badge = g_object_new (GTK_TYPE_LABEL, "label", number, "valign", GTK_ALIGN_START, NULL);
  GtkWidget *row;

  gtk_widget_add_css_class (badge, "reply-key");
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), make_link_text (get_title (self, link->barrier), link,
                                                 (index + 1) % get_circle (self)->circle->links->len));
  if (score != NULL)
    {
      GtkWidget *level = g_object_new (GTK_TYPE_LABEL, "label", wb_level_get_label (score->level), "valign", GTK_ALIGN_START, NULL);

      gtk_widget_add_css_class (level, "caption");
      gtk_box_append (GTK_BOX (box), level);
    }
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);
  gtk_widget_add_css_class (row, "chain-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "section");

  return label;
}

static GtkWidget *
make_chain (WbCircleView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GPtrArray *links = get_circle (self)->circle->links;

  self->links = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_BROWSE, "activate-on-single-click", FALSE,
                              NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->links), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->links), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The chain in words"), -1);
  for (guint i = 0; i < links->len; i++)
    gtk_list_box_append (self->links, make_link_row (self, g_ptr_array_index (links, i), i));
  g_signal_connect_object (self->links, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->links, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_heading (_("The Chain in Words")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->links));

  return box;
}

static GtkWidget *
make_lever (WbCircleView  *self,
            const WbLever *lever,
            guint          index)
{
  g_autofree char *letter = wb_diagnosis_lever_letter (index);
  /* Translators: letter and title of a lever, and the links between which it works */
  g_autofree char *title = g_strdup_printf (_("%s · %s (between %u and %u)"), letter, lever->title, lever->after + 1,
                                            (lever->after + 1) % get_circle (self)->circle->links->len + 1);

  return wb_lever_box_new (self->library, lever, title, NULL, get_circle (self)->id, index);
}

static gboolean
shares_barrier (const WbCircle *a,
                const WbCircle *b,
                guint          *link)
{
  for (guint i = 0; i < a->links->len; i++)
    for (guint j = 0; j < b->links->len; j++)
      if (g_str_equal (((const WbCircleLink *) g_ptr_array_index (a->links, i))->barrier,
                       ((const WbCircleLink *) g_ptr_array_index (b->links, j))->barrier))
        {
          *link = i;
          return TRUE;
        }

  return FALSE;
}

static GtkWidget *
make_others (WbCircleView *self)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  guint n = 0;

  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < self->circles->len; i++)
    {
      const WbDiagnosisCircle *other = g_ptr_array_index (self->circles, i);
      g_autofree char *title = g_markup_escape_text (other->title, -1);
      g_autofree char *detail = NULL;
      GtkWidget *row;
      guint link;

      if (i == self->index || !shares_barrier (get_circle (self)->circle, other->circle, &link))
        continue;
      detail = g_strdup_printf (_("Acts on link %u"), link + 1);
      row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", detail, "activatable", TRUE, NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", other->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "diagnosis.show-circle");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      n++;
    }
  gtk_widget_set_visible (list, n > 0);

  return list;
}

/* Only what is there to be seen. (transfer full) */
static char *
describe_signs (WbCircleView *self)
{
  const WbCircle *circle = get_circle (self)->circle;
  g_autoptr (GString) text = g_string_new (_("Arrow: brings about."));

  for (guint i = 0; i < circle->links->len; i++)
    if (wb_diagnosis_figure_is_uncertain (circle, self->diagnosis, i))
      {
        g_string_append_printf (text, " %s", _("Dashed: not sure, as nothing is known about one of the two barriers."));
        break;
      }
  if (circle->levers->len > 0)
    g_string_append_printf (text, " %s", _("Diamond with a letter: a lever breaks the circle here."));
  g_string_append_printf (text, " %s", self->diagnosis != NULL ? _("Orange: felt strongly here.") : _("Orange: the link chosen in the list."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_figure (WbCircleView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *signs = describe_signs (self);
  GtkWidget *legend = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "max-width-chars", 60, "label", signs, NULL);

  self->figure_bin = ADW_BIN (adw_bin_new ());
  gtk_widget_add_css_class (legend, "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figure_bin));
  gtk_box_append (GTK_BOX (box), legend);

  return box;
}

static void
fill (WbCircleView *self)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GPtrArray *levers = get_circle (self)->circle->levers;
  GtkWidget *others;

  gtk_widget_set_layout_manager (box, wb_wrap_layout_new (24));
  gtk_box_append (GTK_BOX (box), wb_page_column_new (make_figure (self), FIGURE_WIDTH));
  gtk_box_append (GTK_BOX (side), make_chain (self));
  gtk_box_append (GTK_BOX (side), make_heading (_("Levers")));
  for (guint i = 0; i < levers->len; i++)
    gtk_box_append (GTK_BOX (side), make_lever (self, g_ptr_array_index (levers, i), i));
  others = make_others (self);
  if (gtk_widget_get_visible (others))
    gtk_box_append (GTK_BOX (side), make_heading (_("Linked With")));
  gtk_box_append (GTK_BOX (side), others);
  gtk_box_append (GTK_BOX (box), wb_page_column_new (side, SIDE_WIDTH));
  gtk_list_box_select_row (self->links, gtk_list_box_get_row_at_index (self->links, 0));
}

static gboolean
wb_circle_view_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (WB_CIRCLE_VIEW (widget)->links);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
wb_circle_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  /* The list tells that nothing is selected while it goes. */
  if (WB_CIRCLE_VIEW (object)->links != NULL)
    g_signal_handlers_disconnect_by_data (WB_CIRCLE_VIEW (object)->links, object);
  WB_CIRCLE_VIEW (object)->links = NULL;
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_circle_view_parent_class)->dispose (object);
}

static void
wb_circle_view_finalize (GObject *object)
{
  WbCircleView *self = WB_CIRCLE_VIEW (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->barriers, g_ptr_array_unref);
  g_clear_pointer (&self->circles, g_ptr_array_unref);
  g_clear_pointer (&self->diagnosis, wb_diagnosis_unref);

  G_OBJECT_CLASS (wb_circle_view_parent_class)->finalize (object);
}

static void
wb_circle_view_class_init (WbCircleViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_circle_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_circle_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = wb_circle_view_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = wb_focus_pass;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wb_circle_view_init (WbCircleView *self)
{
  gtk_widget_set_parent (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), GTK_WIDGET (self));
}

GtkWidget *
wb_circle_view_new (WbLibrary   *library,
                    GPtrArray   *barriers,
                    GPtrArray   *circles,
                    guint        index,
                    WbDiagnosis *diagnosis)
{
  WbCircleView *self;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (barriers != NULL && circles != NULL && index < circles->len, NULL);

  self = g_object_new (WB_TYPE_CIRCLE_VIEW, NULL);
  self->library = g_object_ref (library);
  self->barriers = g_ptr_array_ref (barriers);
  self->circles = g_ptr_array_ref (circles);
  self->index = index;
  self->diagnosis = diagnosis != NULL ? wb_diagnosis_ref (diagnosis) : NULL;
  fill (self);

  return GTK_WIDGET (self);
}

int
wb_circle_view_get_link (WbCircleView *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (WB_IS_CIRCLE_VIEW (self), -1);

  row = gtk_list_box_get_selected_row (self->links);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}
