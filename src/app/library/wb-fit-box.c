/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-fit-box.h"

#include <glib/gi18n-lib.h>

#include "wb-fit.h"

struct _WbFitBox
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (WbFitBox, wb_fit_box, ADW_TYPE_BIN)

static void
wb_fit_box_class_init (WbFitBoxClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_fit_box_init (WbFitBox *self)
{
}

static GtkWidget *
new_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "max-width-chars", 66,
                       "xalign", 0.0,
                       NULL);
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = new_label (text);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "callout-title");

  return label;
}

/* The sign repeats what the heading above says. (A grid, for the reason given in wb-block-widgets.c.) */
static GtkWidget *
new_reason (const WbFitReason *reason)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 8, NULL);
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", reason->against ? "dialog-warning-symbolic" : "object-select-symbolic",
                                  "valign", GTK_ALIGN_START,
                                  "margin-top", 2,
                                  NULL);

  gtk_grid_attach (GTK_GRID (grid), sign, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_label (reason->text), 1, 0, 1, 1);

  return grid;
}

static guint
count_for (GPtrArray *reasons)
{
  guint n = 0;

  while (n < reasons->len && !((const WbFitReason *) g_ptr_array_index (reasons, n))->against)
    n++;

  return n;
}

static GtkWidget *
build (WbFitBox   *self,
       GPtrArray  *reasons,
       const char *town)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const guint n_for = count_for (reasons);
  /* Translators: %s is the name of a town; reasons follow as a list */
  g_autofree char *fits = g_strdup_printf (_("Fits %s, because"), town);
  /* Translators: %s is the name of a town; follows what speaks against an entry */
  g_autofree char *minds = g_strdup_printf (_("To be minded in %s"), town);

  gtk_widget_add_css_class (box, "callout");
  gtk_widget_add_css_class (box, n_for == 0 ? "warn" : n_for == reasons->len ? "ok" : "info");
  for (guint i = 0; i < reasons->len; i++)
    {
      if (i == 0 && n_for > 0)
        gtk_box_append (GTK_BOX (box), new_heading (fits));
      if (i == n_for)
        gtk_box_append (GTK_BOX (box), new_heading (minds));
      gtk_box_append (GTK_BOX (box), new_reason (g_ptr_array_index (reasons, i)));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, n_for > 0 ? fits : minds, -1);

  return box;
}

void
wb_fit_box_set (WbFitBox       *self,
                WbItem         *item,
                WbMunicipality *town,
                WbVocabulary   *vocabulary)
{
  g_autoptr (GPtrArray) reasons = NULL;

  g_return_if_fail (WB_IS_FIT_BOX (self));
  g_return_if_fail (WB_IS_ITEM (item));

  if (town != NULL)
    reasons = wb_fit_explain (item, town, vocabulary);
  if (reasons != NULL && reasons->len > 0)
    adw_bin_set_child (ADW_BIN (self), build (self, reasons, wb_municipality_get_short_name (town)));
  gtk_widget_set_visible (GTK_WIDGET (self), reasons != NULL && reasons->len > 0);
}
