/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-rename-offer.h"

#include <glib/gi18n-lib.h>

#include "wb-people.h"

/* How many places are named. */
#define MAX_PLACES 4

struct _WbRenameOffer
{
  GtkWidget parent_instance;

  /* Owned */
  WbFormContext *context;
  char *field;
  char *before;
  char *after;

  /* Borrowed */
  GtkWidget *origin; /* (nullable) */
  GtkWidget *box;
  GtkLabel *question;
  GtkLabel *places;
  GtkButton *change;
  GtkButton *leave;
};

G_DEFINE_FINAL_TYPE (WbRenameOffer, wb_rename_offer, GTK_TYPE_WIDGET)

static GPtrArray *
make_plan (WbRenameOffer *self)
{
  return wb_people_rename (wb_form_context_get_guide (self->context), wb_form_context_get_answers (self->context), self->field,
                           self->before, self->after);
}

/* The questions the places belong to, each once, as far as there is room. (transfer full) */
static char *
list_places (WbRenameOffer *self,
             GPtrArray     *edits)
{
  WbGuide *guide = wb_form_context_get_guide (self->context);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *last = NULL;
  guint n = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i);
      const WbField *field = wb_guide_get_field (guide, edit->field);

      if (field == NULL || g_strcmp0 (last, edit->field) == 0)
        continue;
      last = edit->field;
      if (n++ < MAX_PLACES)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", field->label);
    }
  if (n > MAX_PLACES)
    g_string_append (text, " …");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_plan (WbRenameOffer *self,
           GPtrArray     *edits)
{
  g_autofree char *question = NULL;
  g_autofree char *change = NULL;
  g_autofree char *places = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), edits->len > 0);
  if (edits->len == 0)
    return;
  question = g_strdup_printf (ngettext ("“%s” is called “%s” now. The old name stands in %u other place.",
                                        "“%s” is called “%s” now. The old name stands in %u other places.", edits->len),
                              self->before, self->after, edits->len);
  change = g_strdup_printf (ngettext ("Change it there, too", "Change all %u", edits->len), edits->len);
  places = list_places (self, edits);
  gtk_label_set_text (self->question, question);
  gtk_label_set_text (self->places, places);
  gtk_button_set_label (self->change, change);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->change), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, question, -1);
}

static void
update (WbRenameOffer *self)
{
  g_autoptr (GPtrArray) edits = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  edits = make_plan (self);
  show_plan (self, edits);
}

static void
finish (WbRenameOffer *self)
{
  wb_form_context_forget_renaming (self->context, self->field, self->after);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->origin != NULL)
    gtk_widget_grab_focus (self->origin);
}

static void
change_cb (WbRenameOffer *self)
{
  WbAnswers *answers = wb_form_context_get_answers (self->context);
  g_autoptr (GPtrArray) edits = make_plan (self);
  g_autofree char *words = g_strdup_printf (ngettext ("“%s” now stands in %u other place, too", "“%s” now stands in %u other places, too", edits->len),
                                            self->after, edits->len);

  /* Hidden first, so that it does not count again after each of them. All in one go: one step of the history. */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  for (guint i = 0; i < edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i);

      wb_answers_set (answers, edit->field, edit->row, edit->column, edit->after);
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", words);
  finish (self);
}

static void
wb_rename_offer_dispose (GObject *object)
{
  WbRenameOffer *self = WB_RENAME_OFFER (object);

  g_clear_weak_pointer (&self->origin);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_rename_offer_parent_class)->dispose (object);
}

static void
wb_rename_offer_finalize (GObject *object)
{
  WbRenameOffer *self = WB_RENAME_OFFER (object);

  g_clear_object (&self->context);
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);

  G_OBJECT_CLASS (wb_rename_offer_parent_class)->finalize (object);
}

static void
wb_rename_offer_class_init (WbRenameOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wb_rename_offer_dispose;
  object_class->finalize = wb_rename_offer_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
append_label (GtkBox     *box,
              const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", 60, NULL);

  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, css_class);
    }
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static GtkButton *
append_button (WbRenameOffer *self,
               GtkBox        *box,
               const char    *label,
               GCallback      callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "small-button");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);

  return GTK_BUTTON (button);
}

static void
wb_rename_offer_init (WbRenameOffer *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "field-proposal");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->question = append_label (GTK_BOX (self->box), NULL);
  self->places = append_label (GTK_BOX (self->box), "caption");
  gtk_box_append (GTK_BOX (self->box), buttons);
  self->change = append_button (self, GTK_BOX (buttons), "", G_CALLBACK (change_cb));
  self->leave = append_button (self, GTK_BOX (buttons), _("Only here"), G_CALLBACK (finish));
}

GtkWidget *
wb_rename_offer_new (WbFormContext *context,
                     const char    *field,
                     const char    *before,
                     const char    *after,
                     GtkWidget     *origin)
{
  g_autoptr (GPtrArray) edits = NULL;
  WbRenameOffer *self;

  g_return_val_if_fail (WB_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (field != NULL && before != NULL && after != NULL, NULL);

  edits = wb_people_rename (wb_form_context_get_guide (context), wb_form_context_get_answers (context), field, before, after);
  if (edits->len == 0)
    return NULL;
  self = g_object_new (WB_TYPE_RENAME_OFFER, NULL);
  self->context = g_object_ref (context);
  self->field = g_strdup (field);
  self->before = g_strdup (before);
  self->after = g_strdup (after);
  g_set_weak_pointer (&self->origin, origin);
  show_plan (self, edits);
  g_signal_connect_object (wb_form_context_get_answers (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

GtkButton *
wb_rename_offer_get_change (WbRenameOffer *self)
{
  g_return_val_if_fail (WB_IS_RENAME_OFFER (self), NULL);

  return self->change;
}

GtkButton *
wb_rename_offer_get_leave (WbRenameOffer *self)
{
  g_return_val_if_fail (WB_IS_RENAME_OFFER (self), NULL);

  return self->leave;
}
