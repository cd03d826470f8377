/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-row.h"

#include <glib/gi18n.h>

#include "wb-chip.h"
#include "wb-text-words.h"

#define INDENT 14

struct _WbTextRow
{
  GtkListBoxRow parent_instance;

  /* Borrowed from ourselves */
  GtkWidget *box;
  GtkLabel *kind;
  GtkLabel *text;
  GtkWidget *chips;

  /* Owned */
  WbTextPart *part;
  WbGuide *guide;
};

G_DEFINE_FINAL_TYPE (WbTextRow, wb_text_row, GTK_TYPE_LIST_BOX_ROW)

static void
wb_text_row_dispose (GObject *object)
{
  g_clear_pointer (&WB_TEXT_ROW (object)->part, wb_text_part_unref);
  g_clear_object (&WB_TEXT_ROW (object)->guide);

  G_OBJECT_CLASS (wb_text_row_parent_class)->dispose (object);
}

static void
wb_text_row_class_init (WbTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_text_row_dispose;
}

static void
wb_text_row_init (WbTextRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->kind = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (self->kind, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->kind), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->kind), "dim-label");
  self->text = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (self->text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 3, "ellipsize",
                PANGO_ELLIPSIZE_END, "max-width-chars", 20, "hexpand", TRUE, NULL);
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (self->box), self->chips);
  g_object_set (self->box, "margin-top", 6, "margin-bottom", 6, "margin-end", 6, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

GtkWidget *
wb_text_row_new (WbTextPart *part,
                 WbGuide    *guide)
{
  WbTextRow *self;

  g_return_val_if_fail (part != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  self = g_object_new (WB_TYPE_TEXT_ROW, NULL);
  self->part = wb_text_part_ref (part);
  self->guide = g_object_ref (guide);
  wb_text_row_update (self);

  return GTK_WIDGET (self);
}

WbTextPart *
wb_text_row_get_part (WbTextRow *self)
{
  g_return_val_if_fail (WB_IS_TEXT_ROW (self), NULL);

  return self->part;
}

static void
add_chip (WbTextRow  *self,
          GString    *name,
          const char *icon,
          const char *label,
          const char *tint)
{
  GtkWidget *chip = wb_chip_new (icon, label);

  if (tint != NULL)
    gtk_widget_add_css_class (chip, tint);
  gtk_box_append (GTK_BOX (self->chips), chip);
  g_string_append_printf (name, ". %s", label);
}

static void
show_chips (WbTextRow *self,
            GString   *name)
{
  const WbTextPart *part = self->part;
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), chip);
  if (wb_text_part_is_own (part))
    add_chip (self, name, "list-add-symbolic", _("Your own"), "green");
  else if (part->text != NULL)
    add_chip (self, name, "document-edit-symbolic", _("Changed"), "blue");
  if (part->hidden)
    add_chip (self, name, "view-conceal-symbolic", _("Left out"), NULL);
  else if (part->covered)
    add_chip (self, name, "view-conceal-symbolic", _("Left out along with its section"), NULL);
  if (wb_text_part_is_stale (part))
    add_chip (self, name, "dialog-warning-symbolic", _("Template changed"), "orange");
  gtk_widget_set_visible (self->chips, gtk_widget_get_first_child (self->chips) != NULL);
}

void
wb_text_row_update (WbTextRow *self)
{
  g_autofree char *words = NULL;
  g_autoptr (GString) name = NULL;
  gboolean labelled;

  g_return_if_fail (WB_IS_TEXT_ROW (self));

  words = wb_text_words_shorten (self->part, self->guide);
  name = g_string_new (words);
  labelled = self->part->label != NULL && !g_str_equal (self->part->label, words);
  if (labelled)
    {
      g_string_prepend (name, ": ");
      g_string_prepend (name, self->part->label);
    }
  gtk_label_set_label (self->kind, self->part->label != NULL ? self->part->label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->kind), labelled);
  gtk_label_set_label (self->text, words);
  if (self->part->kind == WB_TEXT_PART_HEADING)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "heading");
  gtk_widget_set_margin_start (self->box, 6 + INDENT * (int) MIN (self->part->depth, 6)
                                            + (self->part->kind == WB_TEXT_PART_ITEM ? INDENT : 0));
  gtk_widget_set_opacity (GTK_WIDGET (self->text), self->part->hidden || self->part->covered ? 0.55 : 1);
  show_chips (self, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}
