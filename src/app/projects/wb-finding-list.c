/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-finding-list.h"

#include <glib/gi18n-lib.h>

#include "wb-focus.h"
#include "wb-grid-check.h"

struct _WbFindingList
{
  GtkWidget parent_instance;

  /* Borrowed */
  WbFieldRow *owner;
  GtkLabel *title;
  GtkBox *list;

  /* State */
  guint update_id;
  guint n;
};

G_DEFINE_FINAL_TYPE (WbFindingList, wb_finding_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", 12, "max-width-chars", 60, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* The new row says who is missing; the focus stays, so that the next gap can be closed at once. */
static void
fill_cb (WbFindingList *self,
         GtkButton     *button)
{
  const WbField *field = wb_field_row_get_field (self->owner);
  WbAnswers *answers = wb_field_row_get_answers (self->owner);
  g_autofree char *row = g_strdup (wb_answers_add_row (answers, field->id, NULL));
  const WbColumn *first = g_ptr_array_index (field->columns, 0);

  wb_field_row_store (self->owner, row, first->id, g_object_get_data (G_OBJECT (button), "fill"));
}

static GtkWidget *
make_buttons (WbFindingList   *self,
              const WbFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (finding->fill != NULL && !wb_form_context_get_read_only (wb_field_row_get_context (self->owner)))
    {
      GtkWidget *fill = gtk_button_new_with_label (_("Enter"));
      /* Translators: a button; %s is whom to enter. */
      g_autofree char *name = g_strdup_printf (_("Enter: %s"), finding->fill);

      g_object_set_data_full (G_OBJECT (fill), "fill", g_strdup (finding->fill), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (fill), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (fill, "clicked", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), fill);
    }
  if (finding->target != NULL)
    {
      GtkWidget *more = gtk_button_new_with_label (_("Read more"));
      g_autofree char *name = g_strdup_printf (_("Read more: %s"), finding->title);

      gtk_widget_add_css_class (more, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (more), "s", finding->target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (more), "win.open-item");
      gtk_box_append (GTK_BOX (box), more);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_START);

  return box;
}

static GtkWidget *
make_row (WbFindingList   *self,
          const WbFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *reason = finding->source != NULL ? g_strdup_printf ("%s (%s)", finding->reason, finding->source)
                                                    : g_strdup (finding->reason);

  gtk_box_append (GTK_BOX (box), make_label (finding->title, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (reason, "caption"));
  if (finding->fill != NULL || finding->target != NULL)
    gtk_box_append (GTK_BOX (box), make_buttons (self, finding));

  return box;
}

static void
update (WbFindingList *self)
{
  g_autoptr (GPtrArray) findings =
    wb_grid_list_findings (wb_field_row_get_field (self->owner),
                           wb_form_context_get_guide (wb_field_row_get_context (self->owner)),
                           wb_field_row_get_answers (self->owner));
  g_autofree char *title = g_strdup_printf (ngettext ("%u thing to think about", "%u things to think about", findings->len),
                                            findings->len);
  gboolean inside;
  int focused = wb_focus_find (GTK_WIDGET (self->list), &inside);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < findings->len; i++)
    gtk_box_append (self->list, make_row (self, g_ptr_array_index (findings, i)));
  self->n = findings->len;
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self), findings->len > 0);
  /* The next gap can be closed at once; after the last one the table is next. */
  if (focused >= 0 && !wb_focus_restore (GTK_WIDGET (self->list), focused, TRUE))
    wb_focus_first (GTK_WIDGET (self->owner));
}

static gboolean
update_cb (gpointer data)
{
  WbFindingList *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* A row is many cells: once they are all there is enough. */
static void
changed_cb (WbFindingList *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
wb_finding_list_dispose (GObject *object)
{
  WbFindingList *self = WB_FINDING_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wb_finding_list_parent_class)->dispose (object);
}

static void
wb_finding_list_class_init (WbFindingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_finding_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findings");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_finding_list_init (WbFindingList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (head), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                                "dialog-warning-symbolic", NULL));
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

GtkWidget *
wb_finding_list_new (WbFieldRow *owner)
{
  WbFindingList *self;
  WbAnswers *answers;

  g_return_val_if_fail (WB_IS_FIELD_ROW (owner), NULL);

  self = g_object_new (WB_TYPE_FINDING_LIST, NULL);
  self->owner = owner;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("To think about"), -1);
  answers = wb_field_row_get_answers (owner);
  g_signal_connect_object (answers, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

guint
wb_finding_list_count (WbFindingList *self)
{
  g_return_val_if_fail (WB_IS_FINDING_LIST (self), 0);

  return self->n;
}
