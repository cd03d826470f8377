/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment-row.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"
#include "wb-attachment.h"
#include "wb-focus.h"

struct _WbAttachmentRow
{
  GtkWidget parent_instance;

  /* Borrowed from the widget tree */
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *about;
  GtkWidget *note;
  GtkWidget *buttons;
  GtkWidget *open_button;
  GtkWidget *save_button;
  GtkWidget *remove_button;

  /* Borrowed */
  WbFieldRow *owner; /* (nullable) NULL once detached */

  /* Owned */
  char *row;
};

enum
{
  OPEN,
  SAVE,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbAttachmentRow, wb_attachment_row, GTK_TYPE_WIDGET)

static void
open_cb (WbAttachmentRow *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
save_cb (WbAttachmentRow *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
remove_cb (WbAttachmentRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
wb_attachment_row_grab_focus (GtkWidget *widget)
{
  return wb_focus_first (WB_ATTACHMENT_ROW (widget)->buttons);
}

static void
wb_attachment_row_dispose (GObject *object)
{
  WbAttachmentRow *self = WB_ATTACHMENT_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_attachment_row_parent_class)->dispose (object);
}

static void
wb_attachment_row_finalize (GObject *object)
{
  g_free (WB_ATTACHMENT_ROW (object)->row);

  G_OBJECT_CLASS (wb_attachment_row_parent_class)->finalize (object);
}

static void
wb_attachment_row_class_init (WbAttachmentRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_attachment_row_dispose;
  object_class->finalize = wb_attachment_row_finalize;
  widget_class->grab_focus = wb_attachment_row_grab_focus;

  signals[OPEN] = g_signal_new ("open", WB_TYPE_ATTACHMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVE] = g_signal_new ("save", WB_TYPE_ATTACHMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", WB_TYPE_ATTACHMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "attachment");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_attachment_row_init (WbAttachmentRow *self)
{
}

static GtkWidget *
add_button (WbAttachmentRow *self,
            const char      *icon,
            const char      *tooltip,
            GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);

  return button;
}

static GtkWidget *
make_words (WbAttachmentRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_MIDDLE);
  self->about = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->about, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->about));

  return words;
}

static void
build (WbAttachmentRow *self)
{
  WbFormContext *context = wb_field_row_get_context (self->owner);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->icon = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->open_button = add_button (self, "document-open-symbolic", _("Open a copy to read"), G_CALLBACK (open_cb));
  self->save_button = add_button (self, "document-save-as-symbolic", _("Save a copy…"), G_CALLBACK (save_cb));
  self->remove_button = add_button (self, "user-trash-symbolic", _("Remove from the project"), G_CALLBACK (remove_cb));
  gtk_widget_set_visible (self->remove_button, !wb_form_context_get_read_only (context));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (top), make_words (self));
  gtk_box_append (GTK_BOX (top), self->buttons);

  self->note = wb_cell_entry_new (context, wb_field_row_get_field (self->owner), self->row, WB_ATTACHMENT_NOTE, WB_FIELD_TEXT, _("Note"));
  wb_cell_entry_set_placeholder (WB_CELL_ENTRY (self->note), _("Note: what it is, from whom"));
  wb_field_row_add_entry (self->owner, WB_CELL_ENTRY (self->note));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), top);
  gtk_box_append (GTK_BOX (self->box), self->note);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
wb_attachment_row_new (WbFieldRow *owner,
                       const char *row)
{
  WbAttachmentRow *self;

  g_return_val_if_fail (WB_IS_FIELD_ROW (owner), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (WB_TYPE_ATTACHMENT_ROW, NULL);
  self->owner = owner;
  self->row = g_strdup (row);
  build (self);
  wb_attachment_row_update (self);

  return GTK_WIDGET (self);
}

const char *
wb_attachment_row_get_row (WbAttachmentRow *self)
{
  g_return_val_if_fail (WB_IS_ATTACHMENT_ROW (self), NULL);

  return self->row;
}

/* Takes @label. */
static void
name_widget (GtkWidget *widget,
             char      *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_free (label);
}

/* Screen readers hear which file each control is about. */
static void
name_controls (WbAttachmentRow *self,
               const char      *name)
{
  name_widget (GTK_WIDGET (self), g_strdup (name));
  name_widget (self->open_button, g_strdup_printf (_("Open a copy of “%s” to read"), name));
  name_widget (self->save_button, g_strdup_printf (_("Save a copy of “%s”"), name));
  name_widget (self->remove_button, g_strdup_printf (_("Remove “%s” from the project"), name));
  name_widget (GTK_WIDGET (wb_cell_entry_get_entry (WB_CELL_ENTRY (self->note))), g_strdup_printf (_("Note on “%s”"), name));
}

void
wb_attachment_row_update (WbAttachmentRow *self)
{
  g_autoptr (WbAttachment) about = NULL;
  g_autofree char *size = NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GIcon) icon = NULL;

  g_return_if_fail (WB_IS_ATTACHMENT_ROW (self));

  if (self->owner == NULL)
    return;
  about = wb_attachment_read (wb_field_row_get_answers (self->owner), wb_field_row_get_field (self->owner)->id, self->row);
  size = g_format_size ((guint64) about->size);
  day = wb_answer_date_to_display (about->date);
  words = *day != '\0' ? g_strdup_printf (_("%s, attached on %s"), size, day) : g_strdup (size);
  content = g_content_type_from_mime_type (*about->type != '\0' ? about->type : "application/octet-stream");
  icon = g_content_type_get_symbolic_icon (content != NULL ? content : "application/octet-stream");
  gtk_image_set_from_gicon (self->icon, icon);
  gtk_label_set_text (self->name, about->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), about->name);
  gtk_label_set_text (self->about, words);
  name_controls (self, about->name);
}

void
wb_attachment_row_detach (WbAttachmentRow *self)
{
  g_return_if_fail (WB_IS_ATTACHMENT_ROW (self));

  if (self->owner == NULL)
    return;
  wb_cell_entry_discard (WB_CELL_ENTRY (self->note));
  wb_field_row_remove_entry (self->owner, WB_CELL_ENTRY (self->note));
  self->owner = NULL;
}
