/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-lesson-row.h"

#include <glib/gi18n.h>

struct _WbLessonRow
{
  GtkListBoxRow parent_instance;

  guint number;
  guint minutes;

  /* Borrowed */
  GtkStack *mark;
  GtkLabel *detail;

  /* Owned */
  char *title;
};

G_DEFINE_FINAL_TYPE (WbLessonRow, wb_lesson_row, GTK_TYPE_LIST_BOX_ROW)

static void
wb_lesson_row_finalize (GObject *object)
{
  g_free (WB_LESSON_ROW (object)->title);

  G_OBJECT_CLASS (wb_lesson_row_parent_class)->finalize (object);
}

static void
wb_lesson_row_class_init (WbLessonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_lesson_row_finalize;
}

static void
wb_lesson_row_init (WbLessonRow *self)
{
}

static GtkWidget *
make_mark (WbLessonRow *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->number);

  self->mark = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->mark, gtk_label_new (number), "number");
  gtk_stack_add_named (self->mark, g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL), "done");
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), "lesson-mark");
  gtk_widget_set_valign (GTK_WIDGET (self->mark), GTK_ALIGN_CENTER);

  return GTK_WIDGET (self->mark);
}

static GtkWidget *
make_texts (WbLessonRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (self->title);

  self->detail = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 24);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (self->detail, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->detail));

  return box;
}

GtkWidget *
wb_lesson_row_new (guint       number,
                   const char *title,
                   guint       minutes)
{
  WbLessonRow *self;
  GtkWidget *box;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (WB_TYPE_LESSON_ROW, NULL);
  self->number = number;
  self->minutes = minutes;
  self->title = g_strdup (title);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_box_append (GTK_BOX (box), make_mark (self));
  gtk_box_append (GTK_BOX (box), make_texts (self));
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  wb_lesson_row_update (self, FALSE, FALSE);

  return GTK_WIDGET (self);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
wb_lesson_row_update (WbLessonRow *self,
                      gboolean     current,
                      gboolean     done)
{
  g_autofree char *minutes = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (WB_IS_LESSON_ROW (self));

  if (self->minutes > 0)
    minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", self->minutes), self->minutes);
  else
    minutes = g_strdup ("–");
  /* Translators: "12 minutes · done" */
  detail = done ? g_strdup_printf (_("%s · done"), minutes) : g_strdup (minutes);
  gtk_label_set_label (self->detail, detail);
  gtk_stack_set_visible_child_name (self->mark, done ? "done" : "number");
  set_class (GTK_WIDGET (self->mark), "current", current && !done);
  set_class (GTK_WIDGET (self->mark), "finished", done);
  label = g_strdup_printf (done ? _("Lesson %u, %s, done") : _("Lesson %u, %s"), self->number, self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, minutes, -1);
}
