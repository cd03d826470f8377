/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pack-preview.h"

#include <glib/gi18n.h>

#include "wb-answer-check.h"

#define LIST_HEIGHT 160

struct _WbPackPreview
{
  AdwMessageDialog parent_instance;

  /* Borrowed; NULL where there is nothing to ask */
  GtkCheckButton *accept;
  GtkCheckButton *trust;
  GtkCheckButton *downgrade;

  /* Owned */
  WbPackPlan *plan;
};

G_DEFINE_FINAL_TYPE (WbPackPreview, wb_pack_preview, ADW_TYPE_MESSAGE_DIALOG)

static void
wb_pack_preview_finalize (GObject *object)
{
  wb_pack_plan_free (WB_PACK_PREVIEW (object)->plan);

  G_OBJECT_CLASS (wb_pack_preview_parent_class)->finalize (object);
}

static void
wb_pack_preview_class_init (WbPackPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_pack_preview_finalize;
}

static void
wb_pack_preview_init (WbPackPreview *self)
{
}

static gboolean
is_ticked (GtkCheckButton *button)
{
  return button != NULL && gtk_check_button_get_active (button);
}

static void
update_response (WbPackPreview *self)
{
  gboolean ready = !self->plan->same && (self->accept == NULL || is_ticked (self->accept))
                   && (self->downgrade == NULL || is_ticked (self->downgrade));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "import", ready);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static GtkCheckButton *
add_check (WbPackPreview *self,
           GtkBox        *box,
           const char    *text)
{
  GtkWidget *button = gtk_check_button_new ();

  /* A label of its own: that of a check button does not break lines. */
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), make_label (text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (update_response), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);

  return GTK_CHECK_BUTTON (button);
}

/* Sign and words, so that it does not hang on the colour. */
static void
add_trust (WbPackPreview *self,
           GtkBox        *box)
{
  gboolean good = self->plan->trust == WB_PACK_TRUSTED;
  gboolean forged = self->plan->trust == WB_PACK_FORGED;
  GtkWidget *callout = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *text = wb_pack_plan_describe_trust (self->plan);

  gtk_widget_add_css_class (callout, "callout");
  gtk_widget_add_css_class (callout, good ? "ok" : forged ? "bad" : "warn");
  gtk_box_append (GTK_BOX (callout), g_object_new (GTK_TYPE_IMAGE, "icon-name", good ? "emblem-ok-symbolic" : "dialog-warning-symbolic",
                                                   "valign", GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (words), make_label (text));
  if (self->plan->pack->key != NULL)
    {
      g_autofree char *fingerprint = wb_pack_key_fingerprint (self->plan->pack->key);
      g_autofree char *line = g_strdup_printf (_("Fingerprint of the key: %s"), fingerprint);
      GtkWidget *label = make_label (line);

      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (words), label);
    }
  if (self->plan->other_key)
    gtk_box_append (GTK_BOX (words), make_label (_("It is signed with another key than the version that is there.")));
  gtk_box_append (GTK_BOX (callout), words);
  gtk_box_append (box, callout);
}

static char *
describe_change (const WbPackChange *change)
{
  const char *kind = wb_kind_get_label (change->kind);

  switch (change->type)
    {
    case WB_PACK_CHANGED:
      /* Translators: kind and title of an entry */
      return g_strdup_printf (_("Changed: %s “%s”"), kind, change->title);
    case WB_PACK_REMOVED:
      /* Translators: kind and title of an entry */
      return g_strdup_printf (_("Removed: %s “%s”"), kind, change->title);
    case WB_PACK_ADDED:
    default:
      /* Translators: kind and title of an entry */
      return g_strdup_printf (_("New: %s “%s”"), kind, change->title);
    }
}

static void
add_changes (WbPackPreview *self,
             GtkBox        *box)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What would change"), -1);
  for (guint i = 0; i < self->plan->changes->len; i++)
    {
      g_autofree char *text = describe_change (g_ptr_array_index (self->plan->changes, i));
      GtkWidget *label = make_label (text);

      g_object_set (label, "margin-start", 10, "margin-end", 10, "margin-top", 6, "margin-bottom", 6, NULL);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), list);
  gtk_widget_add_css_class (window, "card");
  /* The list is a rectangle; the card is not. */
  gtk_widget_set_overflow (window, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (box, window);
}

static void
add_questions (WbPackPreview *self,
               GtkBox        *box)
{
  switch (self->plan->trust)
    {
    case WB_PACK_STRANGE:
      self->accept = add_check (self, box, _("I have compared the fingerprint with the one that the publisher told me"));
      self->trust = add_check (self, box, _("Trust this key from now on"));
      break;
    case WB_PACK_NO_ORIGIN:
      self->accept = add_check (self, box, _("I know where this pack comes from and take it without a signature"));
      break;
    case WB_PACK_FORGED:
      self->accept = add_check (self, box, _("Take this pack although its signature does not fit"));
      break;
    case WB_PACK_TRUSTED:
    default:
      break;
    }
  if (self->plan->downgrade)
    {
      g_autofree char *text = g_strdup_printf (_("Take version %d, although version %d is there"), self->plan->pack->version,
                                               self->plan->installed->version);

      self->downgrade = add_check (self, box, text);
    }
}

static char *
describe_pack (const WbPackPlan *plan)
{
  g_autofree char *date = wb_answer_date_to_display (plan->pack->date);

  if (plan->same)
    return g_strdup (_("This very pack is in the library already."));

  return g_strdup_printf (_("Version %d of %s, from %s. New: %u, changed: %u, removed: %u. Your notes and bookmarks stay."), plan->pack->version,
                          date, plan->pack->publisher, wb_pack_plan_count (plan, WB_PACK_ADDED),
                          wb_pack_plan_count (plan, WB_PACK_CHANGED), wb_pack_plan_count (plan, WB_PACK_REMOVED));
}

GtkWidget *
wb_pack_preview_new (GtkWindow  *parent,
                     WbPackPlan *plan)
{
  WbPackPreview *self;
  AdwMessageDialog *dialog;
  GtkWidget *box;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  heading = g_strdup_printf (_("Import “%s”?"), plan->pack->title);
  body = describe_pack (plan);
  self = g_object_new (WB_TYPE_PACK_PREVIEW, "transient-for", parent, "modal", TRUE, "heading", heading, "body", body, NULL);
  self->plan = plan;
  dialog = ADW_MESSAGE_DIALOG (self);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "import", _("_Import"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "import", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  add_trust (self, GTK_BOX (box));
  if (!plan->same)
    {
      add_changes (self, GTK_BOX (box));
      add_questions (self, GTK_BOX (box));
    }
  adw_message_dialog_set_extra_child (dialog, box);
  update_response (self);

  return GTK_WIDGET (self);
}

const WbPackPlan *
wb_pack_preview_get_plan (WbPackPreview *self)
{
  g_return_val_if_fail (WB_IS_PACK_PREVIEW (self), NULL);

  return self->plan;
}

WbPackImportFlags
wb_pack_preview_get_flags (WbPackPreview *self)
{
  g_return_val_if_fail (WB_IS_PACK_PREVIEW (self), WB_PACK_IMPORT_NONE);

  return (is_ticked (self->accept) ? WB_PACK_IMPORT_ACCEPT_UNSIGNED : 0)
         | (is_ticked (self->downgrade) ? WB_PACK_IMPORT_ALLOW_DOWNGRADE : 0);
}

gboolean
wb_pack_preview_get_trust (WbPackPreview *self)
{
  g_return_val_if_fail (WB_IS_PACK_PREVIEW (self), FALSE);

  return is_ticked (self->trust);
}
