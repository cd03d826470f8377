/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-check-item.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"
#include "wb-focus.h"
#include "wb-name-chooser.h"

struct _WbCheckItem
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkCheckButton *button;
  GtkToggleButton *details_button;
  GtkRevealer *revealer;
  GtkGrid *details;
  GtkLabel *summary;

  /* Borrowed: the owner outlives this, the option belongs to its field */
  WbFieldRow *owner;
  const WbOption *option;

  /* State */
  gboolean showing; /* the button is being set from the answers */
};

G_DEFINE_FINAL_TYPE (WbCheckItem, wb_check_item, GTK_TYPE_WIDGET)

static const struct
{
  const char *column;
  const char *label;
  WbFieldType type;
} parts[] = {
  { "owner", N_("Who"), WB_FIELD_TEXT },
  { "date", N_("Until when"), WB_FIELD_DATE },
  { "note", N_("Remark"), WB_FIELD_TEXT },
};

static const char *
get (WbCheckItem *self,
     const char  *column)
{
  return wb_field_row_get (self->owner, self->option->id, column);
}

static void
toggled_cb (WbCheckItem *self)
{
  if (!self->showing)
    wb_field_row_store (self->owner, self->option->id, "done",
                        gtk_check_button_get_active (self->button) ? "1" : "");
}

/* "Kim · until 24.11.2026 · asked twice": what the closed details hold. */
static char *
make_summary (WbCheckItem *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  WbField day = { .type = WB_FIELD_DATE };

  if (*get (self, "owner") != '\0')
    g_strv_builder_add (words, get (self, "owner"));
  if (*get (self, "date") != '\0')
    {
      g_autofree char *date = wb_answer_to_display (&day, NULL, get (self, "date"));
      g_autofree char *until = g_strdup_printf (_("until %s"), date);

      g_strv_builder_add (words, until);
    }
  if (*get (self, "note") != '\0')
    g_strv_builder_add (words, get (self, "note"));
  list = g_strv_builder_end (words);

  return g_strjoinv (" · ", list);
}

static void
show_summary (WbCheckItem *self)
{
  g_autofree char *summary = make_summary (self);

  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary),
                          *summary != '\0' && !gtk_toggle_button_get_active (self->details_button));
}

static void
details_toggled_cb (WbCheckItem *self)
{
  gboolean open = gtk_toggle_button_get_active (self->details_button);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->details_button),
                               GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->details), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, open);
  show_summary (self);
  if (open)
    wb_focus_first (GTK_WIDGET (self->details));
}

static void
add_detail (WbCheckItem *self,
            guint        i)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", self->option->label, _(parts[i].label));
  GtkWidget *label = gtk_label_new (_(parts[i].label));
  GtkWidget *entry = wb_cell_entry_new (wb_field_row_get_context (self->owner),
                                        wb_field_row_get_field (self->owner), self->option->id,
                                        parts[i].column, parts[i].type, name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (self->details, label, 0, (int) i, 1, 1);
  gtk_widget_set_hexpand (entry, TRUE);
  wb_field_row_add_entry (self->owner, WB_CELL_ENTRY (entry));
  gtk_grid_attach (self->details, entry, 1, (int) i, 1, 1);
  if (wb_name_chooser_fits (wb_field_row_get_field (self->owner), parts[i].column))
    gtk_grid_attach (self->details, wb_name_chooser_new (self->owner, self->option->id, parts[i].column, self->option->label,
                                                         wb_cell_entry_get_entry (WB_CELL_ENTRY (entry))),
                     2, (int) i, 1, 1);
}

static void
wb_check_item_dispose (GObject *object)
{
  g_clear_pointer (&WB_CHECK_ITEM (object)->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_CHECK_ITEM);

  G_OBJECT_CLASS (wb_check_item_parent_class)->dispose (object);
}

static void
wb_check_item_class_init (WbCheckItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_check_item_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-check-item.ui");
  gtk_widget_class_bind_template_child (widget_class, WbCheckItem, box);
  gtk_widget_class_bind_template_child (widget_class, WbCheckItem, button);
  gtk_widget_class_bind_template_child (widget_class, WbCheckItem, details_button);
  gtk_widget_class_bind_template_child (widget_class, WbCheckItem, revealer);
  gtk_widget_class_bind_template_child (widget_class, WbCheckItem, details);
  gtk_widget_class_bind_template_child (widget_class, WbCheckItem, summary);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_toggled_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checkitem");
}

static void
wb_check_item_init (WbCheckItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_parts (WbCheckItem *self)
{
  const WbOption *option = self->option;
  g_autofree char *details = g_strdup_printf (_("Who, until when, note: %s"), option->label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, option->label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  option->note != NULL ? option->note : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, details, -1);
}

GtkWidget *
wb_check_item_new (WbFieldRow     *owner,
                   const WbOption *option)
{
  WbCheckItem *self;
  gboolean read_only;

  g_return_val_if_fail (WB_IS_FIELD_ROW (owner), NULL);
  g_return_val_if_fail (option != NULL, NULL);

  self = g_object_new (WB_TYPE_CHECK_ITEM, NULL);
  self->owner = owner;
  self->option = option;
  read_only = wb_form_context_get_read_only (wb_field_row_get_context (owner));
  gtk_check_button_set_child (self->button, wb_field_row_make_option (option->label, option->note));
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !read_only);
  name_parts (self);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_detail (self, i);
  wb_check_item_update (self);

  return GTK_WIDGET (self);
}

void
wb_check_item_update (WbCheckItem *self)
{
  g_return_if_fail (WB_IS_CHECK_ITEM (self));

  self->showing = TRUE;
  gtk_check_button_set_active (self->button, *get (self, "done") != '\0');
  self->showing = FALSE;
  show_summary (self);
}

GtkCheckButton *
wb_check_item_get_button (WbCheckItem *self)
{
  g_return_val_if_fail (WB_IS_CHECK_ITEM (self), NULL);

  return self->button;
}
