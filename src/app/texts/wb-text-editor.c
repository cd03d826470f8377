/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-editor.h"

#include <glib/gi18n.h>

#include "wb-document-actions.h"
#include "wb-document-shelf.h"
#include "wb-error-dialog.h"
#include "wb-fitting-size.h"
#include "wb-page-preview.h"
#include "wb-stationery-provider.h"
#include "wb-text-edits.h"
#include "wb-text-form.h"
#include "wb-text-row.h"
#include "wb-text-words.h"
#include "wb-undo-offers.h"

struct _WbTextEditor
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  AdwToastOverlay *toasts;
  GtkListBox *list;
  WbTextForm *form;
  WbPagePreview *preview;
  GtkLabel *read_only;
  GtkLabel *stale;
  GtkLabel *full;

  gboolean updating;
  gboolean saving;

  /* Borrowed */
  WbTextRow *written; /* (nullable) the one the form writes into */

  /* Owned */
  WbLibrary *library;
  WbProjectFile *file;
  WbGuide *guide;
  char *name;
  WbTextSource *source;
  GPtrArray *parts;     /* WbTextPart, as edited; those that are lost and left out have no row */
  WbUndoOffers *offers; /* what was deleted */
};

G_DEFINE_FINAL_TYPE (WbTextEditor, wb_text_editor, ADW_TYPE_WINDOW)

static WbTextRow *
get_row (WbTextEditor *self,
         int           index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? WB_TEXT_ROW (row) : NULL;
}

/* (nullable) */
static WbTextRow *
get_selected (WbTextEditor *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? WB_TEXT_ROW (row) : NULL;
}

/* (nullable) */
static WbTextPart *
get_part (WbTextEditor *self)
{
  WbTextRow *row = get_selected (self);

  return row != NULL ? wb_text_row_get_part (row) : NULL;
}

static gboolean
is_writable (WbTextEditor *self)
{
  return !wb_project_file_get_read_only (self->file);
}

static void
update_actions (WbTextEditor *self)
{
  WbTextPart *part = get_part (self);
  const gboolean writable = is_writable (self);
  const gboolean own = part != NULL && wb_text_part_is_own (part);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "text.add", writable && wb_text_edits_count (self->parts, NULL) < WB_DECK_MAX_SLIDES);
  gtk_widget_action_set_enabled (widget, "text.hide", writable && part != NULL && !own && !part->lost && part->kind != WB_TEXT_PART_CELL
                                                        && !part->covered);
  gtk_widget_action_set_enabled (widget, "text.reset", writable && part != NULL && !own && !part->lost && part->text != NULL);
  gtk_widget_action_set_enabled (widget, "text.confirm", writable && part != NULL && wb_text_part_is_stale (part));
  gtk_widget_action_set_enabled (widget, "text.delete", writable && part != NULL && (own || part->lost));
  gtk_widget_action_set_enabled (widget, "text.reset-all", writable && wb_text_edits_count (self->parts, NULL) > 0);
}

static void
show_stale (WbTextEditor *self)
{
  g_autofree char *text = NULL;
  guint stale;

  wb_text_edits_count (self->parts, &stale);
  text = g_strdup_printf (ngettext ("The template has changed under %u passage that you changed. It is marked in the list.",
                                    "The template has changed under %u passages that you changed. They are marked in the list.", stale),
                          stale);
  gtk_label_set_label (self->stale, text);
  gtk_widget_set_visible (GTK_WIDGET (self->stale), stale > 0);
}

static void
show_preview (WbTextEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (WbDocument) dressed = NULL;
  g_autofree char *passage = NULL;
  WbTextPart *part = get_part (self);

  document = wb_document_shelf_build_text (self->library, self->file, self->guide, self->name, self->source, self->parts, &error);
  if (document == NULL)
    {
      g_message ("%s", error->message);
      return;
    }
  if (part != NULL && !part->hidden && !part->covered)
    passage = wb_text_words_begin (wb_text_part_get_text (part));
  dressed = wb_stationery_provider_dress (GTK_WIDGET (self), document);
  wb_page_preview_set (self->preview, dressed, passage);
}

static void
update_rows (WbTextEditor *self)
{
  WbTextRow *row;

  wb_text_edits_cover (self->parts);
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    wb_text_row_update (row);
  wb_text_form_update (self->form);
  update_actions (self);
  show_stale (self);
}

/* For as long as it is so. */
static void
tell_full (WbTextEditor *self,
           gboolean      full)
{
  g_autofree char *text = g_strdup_printf (_("At most %u passages of a document can be changed: what you change now is not kept"),
                                           WB_DECK_MAX_SLIDES);

  gtk_label_set_label (self->full, text);
  gtk_widget_set_visible (GTK_WIDGET (self->full), full);
}

/* What is too much is not written at all, rather than something else cut off. */
static void
save (WbTextEditor *self)
{
  g_autoptr (GPtrArray) edits = wb_text_edits_find (self->parts);
  const gboolean full = edits->len > WB_DECK_MAX_SLIDES;

  self->saving = TRUE;
  if (!full)
    wb_project_file_set_slides (self->file, self->name, edits);
  self->saving = FALSE;
  tell_full (self, full);
  update_rows (self);
  show_preview (self);
}

/* The form writes into @row from now on. (nullable) */
static void
write_into (WbTextEditor *self,
            WbTextRow    *row)
{
  /* Tells of the row before. */
  wb_text_form_set_part (self->form, row != NULL ? wb_text_row_get_part (row) : NULL);
  self->written = row;
}

static void
selected_cb (WbTextEditor *self)
{
  WbTextRow *row;

  if (self->updating)
    return;
  row = get_selected (self);
  if (row == NULL || row != self->written)
    write_into (self, row);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), is_writable (self));
  update_actions (self);
  show_preview (self);
}

static void
form_changed_cb (WbTextEditor *self)
{
  if (self->written != NULL)
    save (self);
}

/* Makes the rows anew; @selected: the part that is chosen then (nullable: the first). */
static void
fill_list (WbTextEditor     *self,
           const WbTextPart *selected)
{
  GtkListBoxRow *chosen = NULL;
  WbTextRow *row;

  write_into (self, NULL);
  self->updating = TRUE;
  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->parts->len; i++)
    {
      WbTextPart *part = g_ptr_array_index (self->parts, i);
      GtkWidget *widget;

      if (part->lost && part->text == NULL)
        continue;
      widget = wb_text_row_new (part, self->guide);
      gtk_list_box_append (self->list, widget);
      if (part == selected)
        chosen = GTK_LIST_BOX_ROW (widget);
    }
  self->updating = FALSE;
  if (chosen == NULL)
    chosen = gtk_list_box_get_row_at_index (self->list, 0);
  if (chosen != NULL)
    gtk_list_box_select_row (self->list, chosen);
  selected_cb (self);
}

static void
load (WbTextEditor *self)
{
  g_autoptr (GPtrArray) edits = NULL;

  /* What is being typed goes into the parts that are about to go. */
  wb_text_form_flush (self->form);
  edits = wb_project_file_get_slides (self->file, self->name);
  wb_undo_offers_withdraw (self->offers);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  self->parts = wb_text_edits_apply (wb_text_source_get_parts (self->source), edits);
  tell_full (self, FALSE);
  fill_list (self, NULL);
  show_stale (self);
}

/* Changed from elsewhere: another window, or something was taken back. */
static void
edits_changed_cb (WbTextEditor *self,
                  const char   *name)
{
  if (!self->saving && g_str_equal (name, self->name))
    load (self);
}

/* Actions */

/* Where a paragraph behind @part stands: cells and what stands in a box go along with all of it. */
static guint
find_place_behind (WbTextEditor     *self,
                   const WbTextPart *part)
{
  guint place = 0;

  if (part == NULL || !g_ptr_array_find (self->parts, part, &place))
    return self->parts->len;
  for (place++; place < self->parts->len; place++)
    {
      const WbTextPart *next = g_ptr_array_index (self->parts, place);

      if (next->kind != WB_TEXT_PART_CELL && next->depth <= part->depth)
        break;
    }

  return place;
}

/* The part of the template that what is put at @place, for being behind @selected, stands behind. */
static const char *
find_anchor (WbTextEditor     *self,
             guint             place,
             const WbTextPart *selected)
{
  guint depth = selected != NULL ? selected->depth : 0;

  if (depth > 0 && selected->kind == WB_TEXT_PART_CELL)
    depth--;
  for (guint i = place; i > 0; i--)
    {
      const WbTextPart *part = g_ptr_array_index (self->parts, i - 1);

      if (!wb_text_part_is_own (part) && !part->lost && part->depth <= depth)
        return part->key;
    }

  return "";
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  WbTextEditor *self = WB_TEXT_EDITOR (widget);
  g_autoptr (WbTextPart) part = NULL;
  guint place;

  wb_text_form_flush (self->form);
  place = find_place_behind (self, get_part (self));
  part = wb_text_part_new_own (find_anchor (self, place, get_part (self)));
  g_ptr_array_insert (self->parts, (int) place, wb_text_part_ref (part));
  fill_list (self, part);
  save (self);
  wb_text_form_focus (self->form);
}

static void
hide_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbTextEditor *self = WB_TEXT_EDITOR (widget);
  WbTextPart *part = get_part (self);

  if (part == NULL)
    return;
  wb_text_form_flush (self->form);
  wb_text_part_set_hidden (part, !part->hidden);
  save (self);
}

/* The template's text for this passage. */
static void
reset_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbTextEditor *self = WB_TEXT_EDITOR (widget);
  WbTextRow *row = get_selected (self);

  if (row == NULL)
    return;
  wb_text_form_flush (self->form);
  wb_text_part_reset (wb_text_row_get_part (row));
  write_into (self, row);
  save (self);
}

static void
confirm_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WbTextEditor *self = WB_TEXT_EDITOR (widget);
  WbTextPart *part = get_part (self);

  if (part == NULL)
    return;
  wb_text_form_flush (self->form);
  wb_text_part_confirm (part);
  save (self);
}

static void
undo_cb (gpointer part,
         gpointer next,
         guint    place,
         gpointer data)
{
  WbTextEditor *self = data;

  if (next == NULL || !g_ptr_array_find (self->parts, next, &place))
    place = MIN (place, self->parts->len);
  g_ptr_array_insert (self->parts, (int) place, wb_text_part_ref (part));
  fill_list (self, part);
  save (self);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  WbTextEditor *self = WB_TEXT_EDITOR (widget);
  WbTextPart *part = get_part (self);
  WbTextPart *copy, *next;
  guint place;

  if (part == NULL || (!wb_text_part_is_own (part) && !part->lost) || !g_ptr_array_find (self->parts, part, &place))
    return;
  wb_text_form_flush (self->form);
  copy = wb_text_part_copy (part);
  next = place + 1 < self->parts->len ? wb_text_part_ref (g_ptr_array_index (self->parts, place + 1)) : NULL;
  g_ptr_array_remove_index (self->parts, place);
  fill_list (self, place > 0 ? g_ptr_array_index (self->parts, place - 1) : NULL);
  save (self);
  wb_undo_offers_add (self->offers, _("Paragraph deleted"), copy, next, place);
}

static void
reset_response_cb (WbTextEditor *self,
                   const char   *response)
{
  g_autoptr (GPtrArray) none = wb_slide_list_new ();

  if (!g_str_equal (response, "reset"))
    return;
  write_into (self, NULL);
  self->saving = TRUE;
  wb_project_file_set_slides (self->file, self->name, none);
  self->saving = FALSE;
  load (self);
}

static void
reset_all_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (widget), _("Bring the Template Back?"),
                                              _("All you wrote, added and left out in this document is taken away. The answers of the project stay."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "reset", _("_Bring Template Back"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reset", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reset_response_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbTextEditor *self = WB_TEXT_EDITOR (widget);
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  wb_text_form_flush (self->form);
  document = wb_document_shelf_build_project (self->library, self->file, self->guide, self->name, &error);
  if (document != NULL)
    wb_document_print (widget, document);
  else
    wb_error_dialog_show (widget, _("The Document Could Not Be Made"), error);
}

static void
toast_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autofree char *escaped = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (WB_TEXT_EDITOR (widget)->toasts, adw_toast_new (escaped));
}

static gboolean
wb_text_editor_close_request (GtkWindow *window)
{
  wb_text_form_flush (WB_TEXT_EDITOR (window)->form);

  return GTK_WINDOW_CLASS (wb_text_editor_parent_class)->close_request (window);
}

static void
wb_text_editor_dispose (GObject *object)
{
  WbTextEditor *self = WB_TEXT_EDITOR (object);

  /* The list takes its selection along. */
  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_TEXT_EDITOR);
  g_clear_object (&self->library);
  g_clear_object (&self->file);
  g_clear_object (&self->guide);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->source, wb_text_source_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_object (&self->offers);

  G_OBJECT_CLASS (wb_text_editor_parent_class)->dispose (object);
}

static void
wb_text_editor_class_init (WbTextEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_text_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = wb_text_editor_close_request;

  g_type_ensure (WB_TYPE_PAGE_PREVIEW);
  g_type_ensure (WB_TYPE_TEXT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-text-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, WbTextEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, WbTextEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, WbTextEditor, list);
  gtk_widget_class_bind_template_child (widget_class, WbTextEditor, form);
  gtk_widget_class_bind_template_child (widget_class, WbTextEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, WbTextEditor, read_only);
  gtk_widget_class_bind_template_child (widget_class, WbTextEditor, stale);
  gtk_widget_class_bind_template_child (widget_class, WbTextEditor, full);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);

  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "text.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "text.hide", NULL, hide_action);
  gtk_widget_class_install_action (widget_class, "text.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "text.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "text.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "text.reset-all", NULL, reset_all_action);
  gtk_widget_class_install_action (widget_class, "text.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_N, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "text.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "text.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "text.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_text_editor_init (WbTextEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->offers = wb_undo_offers_new (self->toasts, (GDestroyNotify) wb_text_part_unref, undo_cb, self);
  wb_fitting_size_reduce (GTK_WINDOW (self));
}

GtkWidget *
wb_text_editor_new (GtkWindow      *parent,
                    WbLibrary      *library,
                    WbProjectFile  *file,
                    WbGuide        *guide,
                    const char     *name,
                    GError        **error)
{
  WbTextEditor *self;
  WbTextSource *source;
  const WbGuideDocument *document;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  source = wb_document_shelf_load_text (library, file, guide, name, error);
  if (source == NULL)
    return NULL;
  document = wb_guide_get_document (guide, name);
  self = g_object_new (WB_TYPE_TEXT_EDITOR, "title", document->title, "transient-for", parent, NULL);
  if (parent != NULL)
    gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  self->source = source;
  self->library = g_object_ref (library);
  self->file = g_object_ref (file);
  self->guide = g_object_ref (guide);
  wb_text_form_set_guide (self->form, guide);
  self->name = g_strdup (name);
  adw_window_title_set_title (self->window_title, document->title);
  adw_window_title_set_subtitle (self->window_title, wb_project_file_get_title (file));
  gtk_label_set_label (self->read_only, is_writable (self) ? "" : wb_project_file_get_read_only_reason (file));
  gtk_widget_set_visible (GTK_WIDGET (self->read_only), !is_writable (self));
  g_signal_connect_object (file, "slides-changed", G_CALLBACK (edits_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}
