/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-collection-window.h"

#include <glib/gi18n-lib.h>

#include "wb-collection-shelf.h"
#include "wb-document-actions.h"
#include "wb-error-dialog.h"
#include "wb-fitting-size.h"

struct _WbCollectionWindow
{
  AdwWindow parent_instance;

  /* Owned */
  WbServices *services;
  GPtrArray *entries; /* WbCollected */

  /* Borrowed */
  GtkWidget *page;

  /* Borrowed from ourselves */
  AdwToastOverlay *toasts;
  GtkWidget *title;
  GtkListBox *list;
  GtkWidget *empty;

  /* State */
  gint64 number;
};

G_DEFINE_FINAL_TYPE (WbCollectionWindow, wb_collection_window, ADW_TYPE_WINDOW)

static void fill (WbCollectionWindow *self);

static WbUserStore *
get_store (WbCollectionWindow *self)
{
  return wb_services_get_store (self->services);
}

static void
save (WbCollectionWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!wb_user_store_set_collected (get_store (self), self->number, self->entries, &error))
    wb_error_dialog_show (GTK_WIDGET (self), _("The Collection Was Not Saved"), error);
}

/* The place of the row that @widget stands in. */
static guint
find_place (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
focus_row (WbCollectionWindow *self,
           guint               place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, place);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Puts the entry at @from to the place @to. */
static void
move_to (WbCollectionWindow *self,
         guint               from,
         guint               to)
{
  WbCollected *entry = g_ptr_array_steal_index (self->entries, from);

  g_ptr_array_insert (self->entries, to, entry);
  save (self);
  fill (self);
  focus_row (self, to);
}

static void
up_clicked_cb (WbCollectionWindow *self,
               GtkWidget          *button)
{
  wb_collection_window_move (self, find_place (button), -1);
}

static void
down_clicked_cb (WbCollectionWindow *self,
                 GtkWidget          *button)
{
  wb_collection_window_move (self, find_place (button), 1);
}

static void
remove_clicked_cb (WbCollectionWindow *self,
                   GtkWidget          *button)
{
  const guint place = find_place (button);

  g_ptr_array_remove_index (self->entries, place);
  save (self);
  fill (self);
  focus_row (self, MIN (place, self->entries->len > 0 ? self->entries->len - 1 : 0));
}

static void
remark_changed_cb (WbCollectionWindow *self,
                   GtkWidget          *entry)
{
  WbCollected *collected = g_ptr_array_index (self->entries, find_place (entry));

  g_free (collected->remark);
  collected->remark = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  save (self);
}

static void
title_changed_cb (WbCollectionWindow *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  g_autoptr (GError) error = NULL;

  gtk_window_set_title (GTK_WINDOW (self), title);
  if (!wb_user_store_rename_collection (get_store (self), self->number, title, &error))
    wb_error_dialog_show (GTK_WIDGET (self), _("The Collection Was Not Saved"), error);
}

static gboolean
row_key_cb (WbCollectionWindow    *self,
            guint                  keyval,
            guint                  keycode,
            GdkModifierType        state,
            GtkEventControllerKey *controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const int step = keyval == GDK_KEY_Up ? -1 : keyval == GDK_KEY_Down ? 1 : 0;

  if (step == 0 || (state & GDK_ALT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  wb_collection_window_move (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), step);

  return GDK_EVENT_STOP;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 GtkWidget     *row)
{
  return gdk_content_provider_new_typed (G_TYPE_UINT, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static gboolean
drop_cb (WbCollectionWindow *self,
         const GValue       *value,
         double              x,
         double              y,
         GtkDropTarget      *target)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  const guint from = g_value_get_uint (value);

  if (from >= self->entries->len)
    return FALSE;
  move_to (self, from, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  return TRUE;
}

static void
add_dragging (WbCollectionWindow *self,
              GtkWidget          *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), row, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (row_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_controller (row, keys);
}

static GtkWidget *
append_icon_button (WbCollectionWindow *self,
                    GtkWidget          *box,
                    const char         *icon_name,
                    const char         *what,
                    const char         *title,
                    GCallback           callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  /* Translators: for screen readers: what a button does, and with which entry */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), what, title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
open_clicked_cb (WbCollectionWindow *self,
                 GtkWidget          *button)
{
  const WbCollected *entry = g_ptr_array_index (self->entries, find_place (button));

  gtk_widget_activate_action (self->page, "win.open-item", "s", entry->item);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
new_row (WbCollectionWindow *self,
         guint               place)
{
  const WbCollected *entry = g_ptr_array_index (self->entries, place);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "spacing", 4, "margin-top", 8, "margin-bottom", 8, "margin-start", 12,
                                  "margin-end", 6, NULL);
  GtkWidget *texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, "hexpand", TRUE, NULL);
  GtkWidget *remark = gtk_entry_new ();
  g_autofree char *found = NULL;
  g_autofree char *name = NULL;
  g_autofree char *numbered = NULL;
  WbKind kind;
  const gboolean there = wb_library_lookup (wb_services_get_library (self->services), entry->item, &found, &kind);
  const char *title = there ? found : entry->item;
  g_autofree char *detail = there ? g_strdup (wb_kind_get_label (kind)) : g_strdup (_("No longer in the library"));

  numbered = g_strdup_printf ("%u. %s", place + 1, title);
  gtk_box_append (GTK_BOX (texts), g_object_new (GTK_TYPE_LABEL, "label", numbered, "wrap", TRUE, "max-width-chars", 50,
                                                 "xalign", 0.0, NULL));
  gtk_box_append (GTK_BOX (texts), g_object_new (GTK_TYPE_LABEL, "label", detail, "xalign", 0.0, NULL));
  gtk_widget_add_css_class (gtk_widget_get_first_child (texts), "heading");
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "dim-label");

  name = g_strdup_printf (_("Remark on %s"), title);
  gtk_editable_set_text (GTK_EDITABLE (remark), entry->remark);
  gtk_entry_set_placeholder_text (GTK_ENTRY (remark), _("Remark"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remark), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (remark, "changed", G_CALLBACK (remark_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (texts), remark);
  gtk_box_append (GTK_BOX (line), texts);

  gtk_widget_set_sensitive (append_icon_button (self, line, "go-up-symbolic", _("Move up (Alt+Up)"), title,
                                                G_CALLBACK (up_clicked_cb)), place > 0);
  gtk_widget_set_sensitive (append_icon_button (self, line, "go-down-symbolic", _("Move down (Alt+Down)"), title,
                                                G_CALLBACK (down_clicked_cb)), place + 1 < self->entries->len);
  gtk_widget_set_sensitive (append_icon_button (self, line, "accessories-dictionary-symbolic", _("Open the entry"), title,
                                                G_CALLBACK (open_clicked_cb)), there);
  append_icon_button (self, line, "list-remove-symbolic", _("Take out of the collection"), title,
                      G_CALLBACK (remove_clicked_cb));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, numbered, -1);
  add_dragging (self, row);

  return row;
}

static void
fill (WbCollectionWindow *self)
{
  static const char *const actions[] = {
    "collection.save-pdf", "collection.save-deck", "collection.print", "collection.present",
  };
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->entries->len; i++)
    gtk_list_box_append (self->list, new_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->entries->len > 0);
  gtk_widget_set_visible (self->empty, self->entries->len == 0);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->entries->len > 0);
}

/* NULL after saying why not. */
static WbDocument *
build (WbCollectionWindow *self,
       gboolean            deck)
{
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (get_store (self));
  g_autoptr (GError) error = NULL;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->title));
  WbDocument *document = wb_collection_shelf_build (wb_services_get_library (self->services),
                                                    *typed != '\0' ? typed : _("Collection"), self->entries, deck, town,
                                                    &error);

  if (document == NULL)
    wb_error_dialog_show (GTK_WIDGET (self), _("The Document Could Not Be Made"), error);

  return document;
}

static void
save_document (WbCollectionWindow *self,
               gboolean            deck)
{
  g_autoptr (WbDocument) document = build (self, deck);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (document == NULL)
    return;
  /* Translators: a file name: the title of a collection */
  title = deck ? g_strdup_printf (_("%s - Slides"), wb_document_get_title (document))
               : g_strdup (wb_document_get_title (document));
  name = wb_document_suggest_name (title, ".pdf");
  wb_document_save_pdf (GTK_WIDGET (self), document, name);
}

/* The main window's toasts would be behind this one. */
static void
toast_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autofree char *escaped = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (WB_COLLECTION_WINDOW (widget)->toasts, adw_toast_new (escaped));
}

static void
save_pdf_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  save_document (WB_COLLECTION_WINDOW (widget), FALSE);
}

static void
save_deck_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  save_document (WB_COLLECTION_WINDOW (widget), TRUE);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr (WbDocument) document = build (WB_COLLECTION_WINDOW (widget), FALSE);

  if (document != NULL)
    wb_document_print (widget, document);
}

static void
present_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_autoptr (WbDocument) document = build (WB_COLLECTION_WINDOW (widget), TRUE);

  if (document != NULL)
    wb_document_present (widget, document);
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  WbCollectionWindow *self = WB_COLLECTION_WINDOW (widget);

  gtk_widget_activate_action (self->page, "library.remove-collection", "x", self->number);
  gtk_window_close (GTK_WINDOW (self));
}

static void
wb_collection_window_dispose (GObject *object)
{
  WbCollectionWindow *self = WB_COLLECTION_WINDOW (object);

  g_clear_object (&self->services);

  G_OBJECT_CLASS (wb_collection_window_parent_class)->dispose (object);
}

static void
wb_collection_window_finalize (GObject *object)
{
  g_clear_pointer (&WB_COLLECTION_WINDOW (object)->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (wb_collection_window_parent_class)->finalize (object);
}

static void
wb_collection_window_class_init (WbCollectionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_collection_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_collection_window_finalize;

  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "collection.save-pdf", NULL, save_pdf_action);
  gtk_widget_class_install_action (widget_class, "collection.save-deck", NULL, save_deck_action);
  gtk_widget_class_install_action (widget_class, "collection.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "collection.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "collection.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "collection.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "collection.save-pdf", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
append_action (GtkWidget  *box,
               const char *label,
               const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
build_title (WbCollectionWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _("Title"), "xalign", 0.0, NULL);

  self->title = gtk_entry_new ();
  gtk_widget_add_css_class (label, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the collection"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->title);

  return box;
}

static GtkWidget *
build_buttons (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  append_action (box, _("Save as PDF…"), "collection.save-pdf");
  append_action (box, _("Save Slides…"), "collection.save-deck");
  append_action (box, _("Print…"), "collection.print");
  append_action (box, _("Present"), "collection.present");
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "suggested-action");

  return box;
}

static void
wb_collection_window_init (WbCollectionWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *content = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-top", 12,
                                     "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, NULL);
  GtkWidget *delete = gtk_button_new_with_label (_("Delete"));

  wb_fitting_size_set (GTK_WINDOW (self), 680, 620);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (delete), "collection.delete");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), delete);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Entries of the collection"), -1);
  self->empty = g_object_new (GTK_TYPE_LABEL,
                              "label", _("Nothing collected yet. In the library, open an entry and choose “Collect”."),
                              "wrap", TRUE, "max-width-chars", 50,
                              NULL);
  gtk_box_append (GTK_BOX (content), build_title (self));
  gtk_box_append (GTK_BOX (content), build_buttons ());
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (content), self->empty);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
}

static char *
find_title (WbUserStore *store,
            gint64       number)
{
  g_autoptr (GPtrArray) collections = wb_user_store_list_collections (store);

  for (guint i = 0; i < collections->len; i++)
    {
      const WbCollection *collection = g_ptr_array_index (collections, i);

      if (collection->number == number)
        return g_strdup (collection->title);
    }

  return g_strdup ("");
}

GtkWidget *
wb_collection_window_new (GtkWidget  *page,
                          WbServices *services,
                          gint64      number)
{
  WbCollectionWindow *self;
  GtkRoot *root;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (page), NULL);
  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  self = g_object_new (WB_TYPE_COLLECTION_WINDOW, "modal", TRUE, NULL);
  self->page = page;
  self->services = g_object_ref (services);
  self->number = number;
  self->entries = wb_user_store_list_collected (get_store (self), number);
  root = gtk_widget_get_root (page);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));

  title = find_title (get_store (self), number);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  g_signal_connect_object (self->title, "changed", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

gboolean
wb_collection_window_move (WbCollectionWindow *self,
                           guint               place,
                           int                 step)
{
  const gint64 to = (gint64) place + step;

  g_return_val_if_fail (WB_IS_COLLECTION_WINDOW (self), FALSE);

  if (place >= self->entries->len || to < 0 || to >= self->entries->len)
    return FALSE;
  move_to (self, place, to);

  return TRUE;
}

guint
wb_collection_window_get_n_entries (WbCollectionWindow *self)
{
  g_return_val_if_fail (WB_IS_COLLECTION_WINDOW (self), 0);

  return self->entries->len;
}
