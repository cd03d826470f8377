/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document-row.h"

#include <glib/gi18n-lib.h>

#include "wb-presenter-ahead.h"

struct _WbDocumentRow
{
  AdwActionRow parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkButton *save_button;
  GtkButton *print_button;
  GtkButton *present_button;
  GtkButton *edit_button;

  /* Owned */
  char *name;

  /* State */
  gboolean editable;
};

enum
{
  USE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbDocumentRow, wb_document_row, ADW_TYPE_ACTION_ROW)

static void
save_cb (WbDocumentRow *self)
{
  g_signal_emit (self, signals[USE], 0, self->name, WB_DOCUMENT_USE_SAVE);
}

static void
print_cb (WbDocumentRow *self)
{
  g_signal_emit (self, signals[USE], 0, self->name, WB_DOCUMENT_USE_PRINT);
}

static void
present_cb (WbDocumentRow *self)
{
  g_signal_emit (self, signals[USE], 0, self->name, WB_DOCUMENT_USE_PRESENT);
}

static void
edit_cb (WbDocumentRow *self)
{
  g_signal_emit (self, signals[USE], 0, self->name, self->editable ? WB_DOCUMENT_USE_EDIT : WB_DOCUMENT_USE_ANSWERS);
}

static void
wb_document_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_DOCUMENT_ROW);

  G_OBJECT_CLASS (wb_document_row_parent_class)->dispose (object);
}

static void
wb_document_row_finalize (GObject *object)
{
  g_free (WB_DOCUMENT_ROW (object)->name);

  G_OBJECT_CLASS (wb_document_row_parent_class)->finalize (object);
}

static void
wb_document_row_class_init (WbDocumentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_document_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_document_row_finalize;

  signals[USE] =
    g_signal_new ("use", WB_TYPE_DOCUMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-document-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WbDocumentRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WbDocumentRow, save_button);
  gtk_widget_class_bind_template_child (widget_class, WbDocumentRow, print_button);
  gtk_widget_class_bind_template_child (widget_class, WbDocumentRow, present_button);
  gtk_widget_class_bind_template_child (widget_class, WbDocumentRow, edit_button);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, present_cb);
}

static void
wb_document_row_init (WbDocumentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_button (GtkButton  *button,
             const char *format,
             const char *title)
{
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", title, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/* What is nothing but answers is changed where they are. */
static void
show_edit (WbDocumentRow *self,
           const WbOffer *offer,
           gboolean       deck,
           gboolean       from_answers)
{
  self->editable = offer->editable;
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), offer->editable || from_answers);
  if (!self->editable)
    {
      gtk_button_set_icon_name (self->edit_button, "go-jump-symbolic");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->edit_button), _("To the answers that it is made of"));
      name_button (self->edit_button, _("To the answers: %s"), offer->title);
      return;
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->edit_button), deck ? _("Edit the slides") : _("Edit the text"));
  name_button (self->edit_button, deck ? _("Edit the slides: %s") : _("Edit the text: %s"), offer->title);
}

GtkWidget *
wb_document_row_new (const WbOffer *offer,
                     const char    *missing,
                     const char    *edits,
                     gboolean       from_answers)
{
  WbDocumentRow *self;
  g_autofree char *both = NULL;
  const char *subtitle;
  gboolean deck;

  g_return_val_if_fail (offer != NULL, NULL);

  self = g_object_new (WB_TYPE_DOCUMENT_ROW, "use-markup", FALSE, "title", offer->title, NULL);
  self->name = g_strdup (offer->name);
  deck = offer->format == WB_DOCUMENT_DECK;
  if (deck)
    wb_presenter_ahead_begin ();
  gtk_image_set_from_icon_name (self->icon, deck ? "x-office-presentation-symbolic"
                                                 : "x-office-document-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->present_button), deck);
  show_edit (self, offer, deck, from_answers);
  subtitle = missing != NULL ? missing : deck ? _("Presentation, 16:9") : _("Document, A4");
  if (!offer->editable && from_answers)
    edits = _("It is made of your answers and ticks; change them there.");
  both = edits != NULL ? g_strdup_printf ("%s\n%s", subtitle, edits) : g_strdup (subtitle);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), both);
  name_button (self->save_button, _("Save as PDF: %s"), offer->title);
  if (missing != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->save_button),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, missing, -1);
  name_button (self->print_button, _("Print or other format: %s"), offer->title);
  name_button (self->present_button, _("Present: %s"), offer->title);

  return GTK_WIDGET (self);
}
