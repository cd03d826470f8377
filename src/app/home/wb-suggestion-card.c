/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-suggestion-card.h"

#include <glib/gi18n.h>

#include "wb-builder.h"

static void
add_chip (GtkBox       *box,
          WbItem       *item,
          WbVocabulary *vocabulary,
          const char   *facet)
{
  const char *value = wb_item_get_facet (item, facet);
  GtkWidget *chip;

  if (value == NULL)
    return;

  chip = gtk_label_new (wb_vocabulary_get_value_label (vocabulary, facet, value));
  gtk_widget_add_css_class (chip, "chip");
  gtk_box_append (box, chip);
}

GtkWidget *
wb_suggestion_card_new (WbItem       *item,
                        WbVocabulary *vocabulary,
                        const char   *reason)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *card;
  const char *domain;
  g_autofree char *kind = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (WB_IS_ITEM (item), NULL);
  g_return_val_if_fail (WB_IS_VOCABULARY (vocabulary), NULL);

  builder = gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/wb-suggestion-card.ui");
  card = GTK_WIDGET (gtk_builder_get_object (builder, "card"));
  domain = wb_item_get_facet (item, "domain");
  kind = g_strdup_printf ("%s · %s", wb_kind_get_label (wb_item_get_kind (item)),
                          domain != NULL ? wb_vocabulary_get_value_label (vocabulary, "domain", domain) : "");
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "kind")), kind);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "title")), wb_item_get_title (item));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "reason")),
                       reason != NULL ? reason : wb_item_get_summary (item));
  add_chip (GTK_BOX (gtk_builder_get_object (builder, "chips")), item, vocabulary, "evidence");
  add_chip (GTK_BOX (gtk_builder_get_object (builder, "chips")), item, vocabulary, "size");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "s", wb_item_get_id (item));
  label = g_strdup_printf ("%s, %s. %s", kind, wb_item_get_title (item),
                           reason != NULL ? reason : wb_item_get_summary (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return wb_builder_steal_widget (builder, "card");
}
