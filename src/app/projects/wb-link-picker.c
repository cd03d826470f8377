/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-link-picker.h"

#include <glib/gi18n-lib.h>

#include "wb-error.h"
#include "wb-focus-pass.h"
#include "wb-kind.h"

/* More would be a list to read, not one to choose from. */
#define MAX_FOUND 7

struct _WbLinkPicker
{
  GtkWidget parent_instance;

  gboolean take_first; /* of what is being searched for */

  /* Owned */
  WbFormContext *context;
  char *row;
  char *column;
  GCancellable *cancellable; /* of the search that runs */

  /* Borrowed from the context's guide */
  const WbField *field;

  /* Borrowed from the children */
  GtkButton *open_button;
  GtkLabel *title;
  GtkMenuButton *choose_button;
  GtkSearchEntry *search;
  GtkListBox *found;
  GtkLabel *nothing;
  GtkWidget *none_button;
};

G_DEFINE_FINAL_TYPE (WbLinkPicker, wb_link_picker, GTK_TYPE_WIDGET)

static WbAnswers *
get_answers (WbLinkPicker *self)
{
  return wb_form_context_get_answers (self->context);
}

static const char *
get_chosen (WbLinkPicker *self)
{
  return wb_answers_get (get_answers (self), self->field->id, self->row, self->column);
}

/* (transfer full) (nullable) */
static char *
find_title (WbLinkPicker *self,
            const char   *id)
{
  WbLibrary *library = wb_form_context_get_library (self->context);
  g_autoptr (WbItem) item = library != NULL ? wb_library_get_item (library, id, NULL) : NULL;

  return item != NULL ? g_strdup (wb_item_get_title (item)) : NULL;
}

static void
show_chosen (WbLinkPicker *self)
{
  const char *id = get_chosen (self);
  gboolean any = *id != '\0';
  g_autofree char *title = any ? find_title (self, id) : NULL;
  g_autofree char *lost = any && title == NULL ? g_strdup_printf (_("%s (not in this library)"), id) : NULL;
  g_autofree char *name = NULL;

  gtk_label_set_text (self->title, title != NULL ? title : lost != NULL ? lost : _("Nothing chosen yet"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->open_button), title != NULL);
  gtk_widget_set_visible (self->none_button, any);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), title != NULL ? "win.open-item" : NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->open_button), title != NULL ? g_variant_new_string (id) : NULL);
  name = title != NULL ? g_strdup_printf (_("Open in the library: %s"), title) : g_strdup (gtk_label_get_text (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
choose (WbLinkPicker *self,
        const char   *id)
{
  gtk_menu_button_popdown (self->choose_button);
  wb_answers_set (get_answers (self), self->field->id, self->row, self->column, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->choose_button));
}

static void
none_cb (WbLinkPicker *self)
{
  choose (self, "");
}

static void
row_cb (WbLinkPicker  *self,
        GtkListBoxRow *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "id"));
}

static void
append_found (WbLinkPicker *self,
              WbHit        *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = gtk_label_new (wb_hit_get_title (hit));
  GtkWidget *kind = gtk_label_new (wb_kind_get_label (wb_hit_get_kind (hit)));
  g_autofree char *name = g_strdup_printf ("%s, %s", wb_hit_get_title (hit), wb_kind_get_label (wb_hit_get_kind (hit)));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 40);
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (wb_hit_get_id (hit)), g_free);
  gtk_list_box_append (self->found, row);
}

static void
show_found (WbLinkPicker *self,
            GListModel   *hits)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->found))) != NULL)
    gtk_list_box_remove (self->found, child);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);

      append_found (self, hit);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), g_list_model_get_n_items (hits) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->found), g_list_model_get_n_items (hits) > 0);
}

static void
take_first (WbLinkPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->found, 0);

  if (self->take_first && row != NULL)
    row_cb (self, row);
  self->take_first = FALSE;
}

/* Something else was typed, or the search given up. */
static void
forget_first_cb (WbLinkPicker *self)
{
  self->take_first = FALSE;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (WbLinkPicker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WbResult) found = wb_library_search_finish (WB_LIBRARY (source), result, &error);

  if (found != NULL && self->context != NULL)
    {
      gtk_label_set_text (self->nothing, _("Nothing found"));
      show_found (self, wb_result_get_hits (found));
      take_first (self);
    }
  else if (self->context != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
           && !g_error_matches (error, WB_ERROR, WB_ERROR_CANCELLED))
    {
      gtk_label_set_text (self->nothing, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->nothing), TRUE);
    }
}

static void
search_cb (WbLinkPicker *self)
{
  WbLibrary *library = wb_form_context_get_library (self->context);
  g_autoptr (WbQuery) query = wb_query_new (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (library == NULL)
    return;
  for (guint i = 0; i < self->field->kinds->len; i++)
    wb_query_add_value (query, "kind", g_ptr_array_index (self->field->kinds, i));
  wb_query_set_limit (query, MAX_FOUND);
  self->cancellable = g_cancellable_new ();
  wb_library_search_async (library, query, self->cancellable, found_cb, g_object_ref (self));
}

/* Enter takes the first for what stands there, as soon as that is found. */
static void
activate_cb (WbLinkPicker *self)
{
  self->take_first = TRUE;
  search_cb (self);
}

static void
shown_cb (WbLinkPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  search_cb (self);
}

static GtkWidget *
make_popover (WbLinkPicker *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *found = gtk_list_box_new ();
  GtkWidget *nothing = gtk_label_new (_("Nothing found"));

  self->search = GTK_SEARCH_ENTRY (search);
  self->found = GTK_LIST_BOX (found);
  self->nothing = GTK_LABEL (nothing);
  self->none_button = gtk_button_new_with_label (_("Choose nothing"));
  gtk_widget_set_size_request (box, 340, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the library"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (found), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Entries of the library"), -1);
  gtk_list_box_set_selection_mode (self->found, GTK_SELECTION_NONE);
  gtk_label_set_wrap (self->nothing, TRUE);
  gtk_widget_set_visible (nothing, FALSE);
  gtk_widget_add_css_class (self->none_button, "flat");
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), found);
  gtk_box_append (GTK_BOX (box), nothing);
  gtk_box_append (GTK_BOX (box), self->none_button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "changed", G_CALLBACK (forget_first_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (forget_first_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (found, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->none_button, "clicked", G_CALLBACK (none_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
make_children (WbLinkPicker *self,
               const char   *name)
{
  GtkWidget *open = gtk_button_new ();
  GtkWidget *choose_button = gtk_menu_button_new ();
  GtkWidget *title = gtk_label_new (NULL);
  g_autofree char *choose_name = g_strdup_printf (_("Choose an entry: %s"), name);

  self->title = GTK_LABEL (title);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  self->open_button = GTK_BUTTON (open);
  gtk_button_set_child (self->open_button, title);
  gtk_widget_set_hexpand (open, TRUE);
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_set_parent (open, GTK_WIDGET (self));

  self->choose_button = GTK_MENU_BUTTON (choose_button);
  gtk_menu_button_set_label (self->choose_button, _("Choose…"));
  gtk_menu_button_set_popover (self->choose_button, make_popover (self));
  gtk_widget_set_valign (choose_button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (choose_button, !wb_form_context_get_read_only (self->context)
                                             && wb_form_context_get_library (self->context) != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choose_button), GTK_ACCESSIBLE_PROPERTY_LABEL, choose_name, -1);
  gtk_widget_set_parent (choose_button, GTK_WIDGET (self));
}

static void
cell_changed_cb (WbAnswers    *answers,
                 const char   *field,
                 const char   *row,
                 const char   *column,
                 const char   *value,
                 WbLinkPicker *self)
{
  if (g_strcmp0 (field, self->field->id) == 0 && g_strcmp0 (row, self->row) == 0 && g_strcmp0 (column, self->column) == 0)
    show_chosen (self);
}

static gboolean
wb_link_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WB_LINK_PICKER (widget)->choose_button));
}

static void
wb_link_picker_dispose (GObject *object)
{
  WbLinkPicker *self = WB_LINK_PICKER (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (wb_link_picker_parent_class)->dispose (object);
}

static void
wb_link_picker_finalize (GObject *object)
{
  WbLinkPicker *self = WB_LINK_PICKER (object);

  g_free (self->row);
  g_free (self->column);

  G_OBJECT_CLASS (wb_link_picker_parent_class)->finalize (object);
}

static void
wb_link_picker_class_init (WbLinkPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_link_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_link_picker_finalize;
  widget_class->grab_focus = wb_link_picker_grab_focus;
  widget_class->focus = wb_focus_pass;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "link-picker");
}

static void
wb_link_picker_init (WbLinkPicker *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
}

GtkWidget *
wb_link_picker_new (WbFormContext *context,
                    const WbField *field,
                    const char    *row,
                    const char    *column,
                    const char    *name)
{
  WbLinkPicker *self;

  g_return_val_if_fail (WB_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (field != NULL && row != NULL && column != NULL && name != NULL, NULL);

  self = g_object_new (WB_TYPE_LINK_PICKER, NULL);
  self->context = g_object_ref (context);
  self->field = field;
  self->row = g_strdup (row);
  self->column = g_strdup (column);
  make_children (self, name);
  show_chosen (self);
  g_signal_connect_object (wb_form_context_get_answers (context), "cell-changed", G_CALLBACK (cell_changed_cb), self, 0);

  return GTK_WIDGET (self);
}

GtkSearchEntry *
wb_link_picker_get_search (WbLinkPicker *self)
{
  g_return_val_if_fail (WB_IS_LINK_PICKER (self), NULL);

  return self->search;
}

GtkListBox *
wb_link_picker_get_found (WbLinkPicker *self)
{
  g_return_val_if_fail (WB_IS_LINK_PICKER (self), NULL);

  return self->found;
}
