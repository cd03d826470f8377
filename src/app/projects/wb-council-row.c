/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-council-row.h"

#include <glib/gi18n-lib.h>

struct _WbCouncilRow
{
  GtkListBoxRow parent_instance;

  /* Borrowed */
  const WbCouncilGap *gap;
};

G_DEFINE_FINAL_TYPE (WbCouncilRow, wb_council_row, GTK_TYPE_LIST_BOX_ROW)

static void
wb_council_row_class_init (WbCouncilRowClass *klass)
{
}

static void
wb_council_row_init (WbCouncilRow *self)
{
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", 60, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_weight (const WbCouncilGap *gap)
{
  GtkWidget *label = gtk_label_new (wb_council_gap_get_weight (gap));

  gtk_widget_add_css_class (label, "chip");
  gtk_widget_add_css_class (label, gap->must ? "orange" : "grey");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (label), 7);

  return label;
}

static GtkWidget *
make_words (const WbCouncilGap *gap,
            const char         *due)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (GString) place = g_string_new (NULL);

  if (*gap->step_title != '\0')
    g_string_append_printf (place, _("Step: %s"), gap->step_title);
  if (due != NULL)
    {
      g_string_append (place, place->len > 0 ? " · " : "");
      g_string_append_printf (place, _("Due %s"), due);
    }
  gtk_box_append (GTK_BOX (box), make_label (gap->title, NULL));
  gtk_box_append (GTK_BOX (box), make_label (gap->reason, "caption"));
  if (place->len > 0)
    {
      GtkWidget *label = make_label (place->str, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

GtkWidget *
wb_council_row_new (const WbCouncilGap *gap,
                    const GDate        *today)
{
  WbCouncilRow *self;
  GtkWidget *box;
  g_autofree char *due = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (gap != NULL && today != NULL, NULL);

  self = g_object_new (WB_TYPE_COUNCIL_ROW, NULL);
  self->gap = gap;
  due = wb_council_gap_has_own_day (gap) ? wb_council_day_to_words (gap->due, today) : NULL;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (box, "task-row");
  gtk_box_append (GTK_BOX (box), make_weight (gap));
  gtk_box_append (GTK_BOX (box), make_words (gap, due));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  name = g_strdup_printf ("%s: %s", wb_council_gap_get_weight (gap), gap->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gap->reason,
                                  -1);

  return GTK_WIDGET (self);
}

const WbCouncilGap *
wb_council_row_get_gap (WbCouncilRow *self)
{
  g_return_val_if_fail (WB_IS_COUNCIL_ROW (self), NULL);

  return self->gap;
}
