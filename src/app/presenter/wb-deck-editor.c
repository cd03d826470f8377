/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-deck-editor.h"

#include <glib/gi18n.h>

#include "wb-deck-edits.h"
#include "wb-deck-row.h"
#include "wb-document-actions.h"
#include "wb-document-shelf.h"
#include "wb-error-dialog.h"
#include "wb-fitting-size.h"
#include "wb-slide-form.h"
#include "wb-stationery-provider.h"
#include "wb-slide-view.h"
#include "wb-talk-ahead.h"
#include "wb-undo-offers.h"

struct _WbDeckEditor
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  AdwToastOverlay *toasts;
  GtkListBox *list;
  WbSlideView *preview;
  WbSlideForm *form;
  GtkLabel *hint;
  GtkLabel *read_only;
  GtkToggleButton *hide_button;

  gboolean updating;
  guint reveal;

  /* Borrowed */
  WbDeckRow *written; /* (nullable) the one the form writes into */

  /* Owned */
  WbLibrary *library;
  WbProjectFile *file;
  WbGuide *guide;
  char *deck;
  GPtrArray *template_slides;
  WbUndoOffers *offers; /* what was deleted */
};

G_DEFINE_FINAL_TYPE (WbDeckEditor, wb_deck_editor, ADW_TYPE_WINDOW)

static WbDeckRow *
get_row (WbDeckEditor *self,
         int           index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? WB_DECK_ROW (row) : NULL;
}

/* (nullable) */
static WbDeckRow *
get_selected (WbDeckEditor *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? WB_DECK_ROW (row) : NULL;
}

/* Scrolls the list to the selected row, once it has its place. */
static gboolean
reveal_cb (gpointer data)
{
  WbDeckEditor *self = data;
  WbDeckRow *row = get_selected (self);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t bounds;

  self->reveal = 0;
  if (row != NULL && adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, (double) bounds.origin.y, (double) (bounds.origin.y + bounds.size.height));

  return G_SOURCE_REMOVE;
}

static void
reveal_selected (WbDeckEditor *self)
{
  if (self->reveal == 0)
    self->reveal = g_timeout_add (60, reveal_cb, self);
}

static int
count_rows (WbDeckEditor *self)
{
  int n = 0;

  while (get_row (self, n) != NULL)
    n++;

  return n;
}

/* (transfer container) */
static GPtrArray *
list_slides (WbDeckEditor *self)
{
  GPtrArray *slides = wb_slide_list_new ();
  WbDeckRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    g_ptr_array_add (slides, wb_slide_ref (wb_deck_row_get_slide (row)));

  return slides;
}

static void
save (WbDeckEditor *self)
{
  g_autoptr (GPtrArray) slides = list_slides (self);
  g_autoptr (GPtrArray) edits = wb_deck_edits_find (self->template_slides, slides);

  wb_project_file_set_slides (self->file, self->deck, edits);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deck.reset",
                                 edits->len > 0 && !wb_project_file_get_read_only (self->file));
  wb_talk_ahead_refresh (GTK_WIDGET (self));
}

/* Such a slide is left out of the talk. */
static gboolean
is_blank (const WbSlide *slide)
{
  g_autofree char *title = g_strstrip (g_strdup (slide->title));
  g_autofree char *body = g_strstrip (g_strdup (slide->body));

  return *title == '\0' && *body == '\0';
}

/* Pictures of the slide of @row, as it is on its own. */
static void
draw_row (WbDeckEditor *self,
          WbDeckRow    *row)
{
  g_autoptr (GPtrArray) slides = wb_slide_list_new ();
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (WbDocument) dressed = NULL;
  g_autoptr (WbPaginator) paginator = NULL;
  g_autoptr (WbSlideCache) cache = NULL;
  g_autoptr (GError) error = NULL;
  WbSlide *copy = wb_slide_copy (wb_deck_row_get_slide (row));

  copy->hidden = FALSE;
  g_ptr_array_add (slides, copy);
  document = wb_document_shelf_build_deck (self->library, self->file, self->guide, self->deck, slides, &error);
  if (document == NULL)
    {
      g_message ("%s", error->message);
      return;
    }
  wb_document_set_numbered (document, FALSE);
  /* A deck of nothing would show its title. */
  if (is_blank (copy))
    wb_block_append_paragraph (wb_document_get_root (document), "\302\240");
  dressed = wb_stationery_provider_dress (GTK_WIDGET (self), document);
  paginator = wb_paginator_new (dressed, 0, 0);
  cache = wb_slide_cache_new (paginator);
  wb_deck_row_set_cache (row, cache);
}

/* How many slides of the talk @row is: one that does not fit goes on over several. */
static guint
count_slides (WbDeckRow *row)
{
  const WbSlide *slide = wb_deck_row_get_slide (row);
  WbSlideCache *cache = wb_deck_row_get_cache (row);

  if (slide->hidden || is_blank (slide))
    return 0;

  return cache != NULL ? wb_paginator_get_n_pages (wb_slide_cache_get_paginator (cache)) : 1;
}

/* With the numbers they have in the talk. */
static void
number_rows (WbDeckEditor *self)
{
  WbDeckRow *row;
  guint n = 0, number = 1;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    n += count_slides (row);
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      const guint own = count_slides (row);

      wb_deck_row_update (row, own > 0 ? number : 0, n);
      number += own;
    }
  row = get_selected (self);
  wb_slide_view_set_name (self->preview, row != NULL ? wb_deck_row_get_name (row) : NULL);
}

static void
update_actions (WbDeckEditor *self)
{
  WbDeckRow *row = get_selected (self);
  const gboolean writable = !wb_project_file_get_read_only (self->file);
  const int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
  const WbSlide *slide = row != NULL ? wb_deck_row_get_slide (row) : NULL;
  const gboolean own = slide != NULL && wb_slide_is_own (slide);
  const WbSlide *original = slide != NULL ? wb_deck_edits_find_key (self->template_slides, slide->key, NULL) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "deck.up", writable && index > 0);
  gtk_widget_action_set_enabled (widget, "deck.down", writable && index >= 0 && index + 1 < count_rows (self));
  gtk_widget_action_set_enabled (widget, "deck.hide", writable && row != NULL);
  gtk_widget_action_set_enabled (widget, "deck.delete", writable && own);
  gtk_widget_action_set_enabled (widget, "deck.add", writable && count_rows (self) < WB_DECK_MAX_SLIDES);
  gtk_widget_action_set_enabled (widget, "deck.original",
                                 writable && original != NULL
                                   && (g_strcmp0 (slide->title, original->title) != 0 || slide->level != original->level
                                       || g_strcmp0 (slide->body, original->body) != 0
                                       || g_strcmp0 (slide->notes, original->notes) != 0));
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->hide_button, slide != NULL && slide->hidden);
  self->updating = FALSE;
}

static void
show_preview (WbDeckEditor *self)
{
  WbDeckRow *row = get_selected (self);
  WbSlideCache *cache = row != NULL ? wb_deck_row_get_cache (row) : NULL;
  gboolean blank;
  guint n = 1;

  if (cache != NULL)
    {
      wb_slide_view_set_up (self->preview, WB_SLIDE_VIEW_STILL, cache, NULL);
      n = wb_paginator_get_n_pages (wb_slide_cache_get_paginator (cache));
    }
  wb_slide_view_set_name (self->preview, row != NULL ? wb_deck_row_get_name (row) : NULL);
  blank = row != NULL && is_blank (wb_deck_row_get_slide (row));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), n > 1 || blank);
  if (blank)
    gtk_label_set_label (self->hint, _("Without a title or text, this slide is left out of the presentation."));
  else if (n > 1)
    {
      g_autofree char *text = g_strdup_printf (_("This does not fit on one slide: it goes on over %u slides."), n);

      gtk_label_set_label (self->hint, text);
    }
}

/* The form writes into @row from now on. (nullable) */
static void
write_into (WbDeckEditor *self,
            WbDeckRow    *row)
{
  /* Tells of the row before. */
  wb_slide_form_set_slide (self->form, row != NULL ? wb_deck_row_get_slide (row) : NULL);
  self->written = row;
}

static void
selected_cb (WbDeckEditor *self)
{
  WbDeckRow *row;

  if (self->updating)
    return;
  row = get_selected (self);
  if (row == NULL || row != self->written)
    write_into (self, row);
  if (wb_project_file_get_read_only (self->file))
    gtk_widget_set_sensitive (GTK_WIDGET (self->form), FALSE);
  show_preview (self);
  update_actions (self);
  reveal_selected (self);
}

/* The form tells of what was typed before it takes another slide, so that the row need not be the selected one any more. */
static void
form_changed_cb (WbDeckEditor *self)
{
  if (self->written == NULL)
    return;
  draw_row (self, self->written);
  number_rows (self);
  show_preview (self);
  update_actions (self);
  save (self);
}

static void
move_row (WbDeckEditor *self,
          WbDeckRow    *row,
          int           place)
{
  g_object_ref (row);
  self->updating = TRUE;
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), place);
  self->updating = FALSE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  g_object_unref (row);
  number_rows (self);
  update_actions (self);
  save (self);
}

static void
dropped_cb (WbDeckEditor *self,
            WbDeckRow    *other,
            gboolean      behind,
            WbDeckRow    *row)
{
  const int from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (other));
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + (behind ? 1 : 0);

  if (wb_project_file_get_read_only (self->file))
    return;
  if (from < place)
    place--;
  if (place != from)
    move_row (self, other, place);
}

static WbDeckRow *
insert_slide (WbDeckEditor *self,
              WbSlide      *slide,
              int           place)
{
  GtkWidget *row = wb_deck_row_new (slide);

  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  draw_row (self, WB_DECK_ROW (row));
  gtk_list_box_insert (self->list, row, place);

  return WB_DECK_ROW (row);
}

static void
fill (WbDeckEditor *self)
{
  g_autoptr (GPtrArray) edits = wb_project_file_get_slides (self->file, self->deck);
  g_autoptr (GPtrArray) slides = wb_deck_edits_apply (self->template_slides, edits);
  WbDeckRow *row;

  wb_undo_offers_withdraw (self->offers);
  write_into (self, NULL);
  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < slides->len; i++)
    insert_slide (self, g_ptr_array_index (slides, i), -1);
  number_rows (self);
  row = get_row (self, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  selected_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deck.reset",
                                 edits->len > 0 && !wb_project_file_get_read_only (self->file));
}

/* Actions */

static void
step (WbDeckEditor *self,
      int           direction)
{
  WbDeckRow *row = get_selected (self);
  int place;

  if (row == NULL)
    return;
  place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + direction;
  if (place >= 0 && place < count_rows (self))
    {
      const gboolean focused = gtk_widget_has_focus (GTK_WIDGET (row));

      move_row (self, row, place);
      if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
up_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  step (WB_DECK_EDITOR (widget), -1);
}

static void
down_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  step (WB_DECK_EDITOR (widget), 1);
}

static void
hide_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbDeckEditor *self = WB_DECK_EDITOR (widget);
  WbDeckRow *row = get_selected (self);

  if (row == NULL)
    return;
  wb_deck_row_get_slide (row)->hidden = !wb_deck_row_get_slide (row)->hidden;
  number_rows (self);
  update_actions (self);
  save (self);
}

static void
hide_toggled_cb (WbDeckEditor *self)
{
  if (!self->updating)
    gtk_widget_activate_action (GTK_WIDGET (self), "deck.hide", NULL);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  WbDeckEditor *self = WB_DECK_EDITOR (widget);
  WbDeckRow *row = get_selected (self);
  g_autoptr (WbSlide) slide = wb_slide_new_own ();
  const int place = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1 : -1;

  wb_slide_form_flush (self->form);
  row = insert_slide (self, slide, place);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  number_rows (self);
  save (self);
  wb_slide_form_focus_title (self->form);
}

/* Where @slide stands, or -1. (nullable) */
static int
find_slide (WbDeckEditor  *self,
            const WbSlide *slide)
{
  WbDeckRow *row;

  for (int i = 0; slide != NULL && (row = get_row (self, i)) != NULL; i++)
    if (wb_deck_row_get_slide (row) == slide)
      return i;

  return -1;
}

static void
undo_cb (gpointer slide,
         gpointer next,
         guint    place,
         gpointer data)
{
  WbDeckEditor *self = data;
  const int before = find_slide (self, next);
  WbDeckRow *row = insert_slide (self, slide, before >= 0 ? before : (int) place);

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  number_rows (self);
  save (self);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  WbDeckEditor *self = WB_DECK_EDITOR (widget);
  WbDeckRow *row = get_selected (self);
  WbDeckRow *next;
  WbSlide *slide, *next_slide;
  int place;

  if (row == NULL || !wb_slide_is_own (wb_deck_row_get_slide (row)))
    return;
  wb_slide_form_flush (self->form);
  place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  next = get_row (self, place + 1);
  slide = wb_slide_copy (wb_deck_row_get_slide (row));
  next_slide = next != NULL ? wb_slide_ref (wb_deck_row_get_slide (next)) : NULL;
  write_into (self, NULL);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  row = get_row (self, MIN (place, count_rows (self) - 1));
  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  number_rows (self);
  save (self);
  wb_undo_offers_add (self->offers, _("Slide deleted"), slide, next_slide, (guint) place);
}

/* The template's text for this slide. */
static void
original_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  WbDeckEditor *self = WB_DECK_EDITOR (widget);
  WbDeckRow *row = get_selected (self);
  const WbSlide *original;
  g_autoptr (WbSlide) copy = NULL;
  int place;

  if (row == NULL)
    return;
  original = wb_deck_edits_find_key (self->template_slides, wb_deck_row_get_slide (row)->key, NULL);
  if (original == NULL)
    return;
  copy = wb_slide_copy (original);
  copy->hidden = wb_deck_row_get_slide (row)->hidden;
  place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  write_into (self, NULL);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  row = insert_slide (self, copy, place);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  number_rows (self);
  update_actions (self);
  save (self);
}

static void
reset_response_cb (WbDeckEditor *self,
                   const char   *response)
{
  g_autoptr (GPtrArray) none = wb_slide_list_new ();

  if (!g_str_equal (response, "reset"))
    return;
  write_into (self, NULL);
  wb_project_file_set_slides (self->file, self->deck, none);
  fill (self);
}

static void
reset_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (widget), _("Bring the Template Back?"),
                                              _("The order, the hidden slides, your own slides and all you wrote in this presentation are taken away. The answers of the project stay."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "reset", _("_Bring Template Back"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reset", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reset_response_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static WbDocument *
make_talk (GtkWidget *widget)
{
  WbDeckEditor *self = WB_DECK_EDITOR (widget);

  return wb_document_shelf_build_project (self->library, self->file, self->guide, self->deck, NULL);
}

static void
present_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WbDeckEditor *self = WB_DECK_EDITOR (widget);
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  wb_slide_form_flush (self->form);
  document = wb_document_shelf_build_project (self->library, self->file, self->guide, self->deck, &error);
  if (document != NULL)
    wb_document_present (widget, document);
  else
    wb_error_dialog_show (widget, _("The Document Could Not Be Made"), error);
}

static gboolean
wb_deck_editor_close_request (GtkWindow *window)
{
  wb_slide_form_flush (WB_DECK_EDITOR (window)->form);

  return GTK_WINDOW_CLASS (wb_deck_editor_parent_class)->close_request (window);
}

static void
toast_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autofree char *escaped = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (WB_DECK_EDITOR (widget)->toasts, adw_toast_new (escaped));
}

static void
wb_deck_editor_dispose (GObject *object)
{
  WbDeckEditor *self = WB_DECK_EDITOR (object);

  g_clear_handle_id (&self->reveal, g_source_remove);
  /* The list takes its selection along. */
  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_DECK_EDITOR);
  g_clear_object (&self->library);
  g_clear_object (&self->file);
  g_clear_object (&self->guide);
  g_clear_pointer (&self->deck, g_free);
  g_clear_pointer (&self->template_slides, g_ptr_array_unref);
  g_clear_object (&self->offers);

  G_OBJECT_CLASS (wb_deck_editor_parent_class)->dispose (object);
}

static void
wb_deck_editor_class_init (WbDeckEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_deck_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = wb_deck_editor_close_request;

  g_type_ensure (WB_TYPE_SLIDE_VIEW);
  g_type_ensure (WB_TYPE_SLIDE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-deck-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, WbDeckEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, WbDeckEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, WbDeckEditor, list);
  gtk_widget_class_bind_template_child (widget_class, WbDeckEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, WbDeckEditor, form);
  gtk_widget_class_bind_template_child (widget_class, WbDeckEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, WbDeckEditor, read_only);
  gtk_widget_class_bind_template_child (widget_class, WbDeckEditor, hide_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_toggled_cb);

  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "deck.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "deck.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "deck.hide", NULL, hide_action);
  gtk_widget_class_install_action (widget_class, "deck.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "deck.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "deck.original", NULL, original_action);
  gtk_widget_class_install_action (widget_class, "deck.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "deck.present", NULL, present_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "deck.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "deck.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_N, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "deck.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "deck.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "deck.present", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_deck_editor_init (WbDeckEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->offers = wb_undo_offers_new (self->toasts, (GDestroyNotify) wb_slide_unref, undo_cb, self);
  wb_fitting_size_reduce (GTK_WINDOW (self));
}

GtkWidget *
wb_deck_editor_new (GtkWindow      *parent,
                    WbLibrary      *library,
                    WbProjectFile  *file,
                    WbGuide        *guide,
                    const char     *deck,
                    GError        **error)
{
  WbDeckEditor *self;
  GPtrArray *slides;
  const WbGuideDocument *document;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (deck != NULL, NULL);

  slides = wb_document_shelf_load_slides (library, guide, deck, error);
  if (slides == NULL)
    return NULL;
  document = wb_guide_get_document (guide, deck);
  self = g_object_new (WB_TYPE_DECK_EDITOR, "title", document->title, "transient-for", parent, NULL);
  if (parent != NULL)
    gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  self->template_slides = slides;
  self->library = g_object_ref (library);
  self->file = g_object_ref (file);
  self->guide = g_object_ref (guide);
  self->deck = g_strdup (deck);
  adw_window_title_set_title (self->window_title, document->title);
  adw_window_title_set_subtitle (self->window_title, wb_project_file_get_title (file));
  gtk_label_set_label (self->read_only, wb_project_file_get_read_only (file) ? wb_project_file_get_read_only_reason (file) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->read_only), wb_project_file_get_read_only (file));
  wb_slide_form_set_guide (self->form, guide);
  fill (self);
  wb_talk_ahead_offer (GTK_WIDGET (self), make_talk);

  return GTK_WIDGET (self);
}
