/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-output-dialog.h"

#include <glib/gi18n.h>

#include "wb-beside-layout.h"
#include "wb-document-actions.h"
#include "wb-error-dialog.h"
#include "wb-error.h"
#include "wb-export-pane.h"
#include "wb-fitting-size.h"
#include "wb-page-source.h"
#include "wb-print-job.h"

struct _WbOutputDialog
{
  AdwWindow parent_instance;

  guint page;    /* that is shown */
  double paper_width;  /* in points; 0 for the usual one */
  double paper_height;
  guint waiting; /* source that shows how far the writing is */
  gboolean closed; /* what still runs holds on to us for a while */

  /* Borrowed from ourselves */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *layout_row; /* slides, or handouts */
  GtkWidget *letterhead; /* on or off; where there is one */
  GtkWidget *notes_row;
  GtkWidget *notes;
  GtkWidget *lines_row;
  GtkWidget *lines;
  GtkWidget *format_row;
  GtkWidget *preview;
  GtkLabel *page_label;
  WbExportPane *busy;

  /* Owned */
  WbDocument *document;
  WbStationery *stationery; /* (nullable) that it came with */
  GtkPrintOperation *printing; /* the last one (nullable): what was chosen there is kept */
  GArray *formats;        /* WbExportFormat: those in @format_row */
  WbPageSource *source;   /* (nullable) */
  cairo_surface_t *drawn; /* the page, once it is there (nullable) */
  GCancellable *drawing;
  WbExportJob *writing;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbOutputDialog, wb_output_dialog, ADW_TYPE_WINDOW)

static gboolean
is_deck (WbOutputDialog *self)
{
  return wb_document_get_format (self->document) == WB_DOCUMENT_DECK;
}

/* The slides on a sheet; 0 for no handout. */
static guint
get_slides (WbOutputDialog *self)
{
  const guint selected = is_deck (self) ? adw_combo_row_get_selected (ADW_COMBO_ROW (self->layout_row)) : 0;

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? wb_handout_slides[selected - 1] : 0;
}

static WbExportOptions
get_options (WbOutputDialog *self)
{
  const guint slides = get_slides (self);
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->format_row));
  WbExportOptions options = { WB_EXPORT_PDF };

  if (slides > 0)
    {
      options.format = WB_EXPORT_HANDOUT;
      options.handout.slides = slides;
      options.handout.notes = gtk_switch_get_active (GTK_SWITCH (self->notes));
      options.handout.lines = gtk_switch_get_active (GTK_SWITCH (self->lines));
    }
  else if (selected < self->formats->len)
    options.format = g_array_index (self->formats, WbExportFormat, selected);

  return options;
}

static void
show_page_number (WbOutputDialog *self)
{
  const guint n = wb_page_source_get_n_pages (self->source);
  g_autofree char *label = n > 0 ? g_strdup_printf (_("Page %u of %u"), self->page + 1, n) : g_strdup ("");
  const char *text = wb_page_source_get_text (self->source);

  gtk_label_set_text (self->page_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "output.previous", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "output.next", self->page + 1 < n);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (WbOutputDialog) self = user_data;
  cairo_surface_t *surface = wb_page_source_draw_finish (WB_PAGE_SOURCE (object), result, NULL);

  /* Something else is shown by now. */
  if (self->closed || self->source != WB_PAGE_SOURCE (object) || surface == NULL)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }

  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  self->drawn = surface;
  show_page_number (self);
  gtk_widget_queue_draw (self->preview);
}

static void
show_page (WbOutputDialog *self)
{
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  self->drawing = g_cancellable_new ();
  wb_page_source_draw_async (self->source, self->page, self->drawing, drawn_cb, g_object_ref (self));
}

/* Another layout: from its first page on. */
static void
refresh (WbOutputDialog *self)
{
  const WbExportOptions options = get_options (self);
  const gboolean is_handout = options.format == WB_EXPORT_HANDOUT;

  gtk_widget_set_visible (self->notes_row, is_handout);
  gtk_widget_set_visible (self->lines_row, is_handout);
  gtk_widget_set_visible (self->format_row, !is_handout && self->formats->len > 1);
  g_clear_object (&self->source);
  self->source = wb_page_source_new (self->document, is_handout ? &options.handout : NULL, self->paper_width, self->paper_height);
  self->page = 0;
  show_page (self);
}

/* The letterhead goes, or comes back. */
static void
letterhead_cb (WbOutputDialog *self)
{
  WbDocument *other = wb_document_new_on (self->document, gtk_switch_get_active (GTK_SWITCH (self->letterhead)) ? self->stationery : NULL);

  g_object_unref (self->document);
  self->document = other;
  refresh (self);
}

/* Three slides leave room for lines, and are handed out because of them. */
static void
layout_cb (WbOutputDialog *self)
{
  self->paper_width = self->paper_height = 0;
  if (get_slides (self) == 3 && !gtk_switch_get_active (GTK_SWITCH (self->notes)) &&
      !gtk_switch_get_active (GTK_SWITCH (self->lines)))
    gtk_switch_set_active (GTK_SWITCH (self->lines), TRUE);
  else
    refresh (self);
}

static void
draw_preview (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (user_data);
  double page_width, page_height, scale;

  if (self->drawn == NULL)
    return;

  page_width = wb_page_source_get_width (self->source);
  page_height = wb_page_source_get_height (self->source);
  if (page_width <= 0 || page_height <= 0)
    return;

  scale = MIN ((width - 2) / page_width, (height - 2) / page_height);
  cairo_translate (cr, (int) ((width - page_width * scale) / 2), (int) ((height - page_height * scale) / 2));
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 1 / scale);
  cairo_stroke (cr);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_clip (cr);
  cairo_set_source_surface (cr, self->drawn, 0, 0);
  cairo_paint (cr);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (widget);

  if (self->page == 0)
    return;
  self->page--;
  show_page (self);
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (widget);

  if (self->page + 1 >= wb_page_source_get_n_pages (self->source))
    return;
  self->page++;
  show_page (self);
}

static void
first_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (widget);

  self->page = 0;
  show_page (self);
}

static void
last_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (widget);
  const guint n = wb_page_source_get_n_pages (self->source);

  self->page = n > 0 ? n - 1 : 0;
  show_page (self);
}

/* The system's dialog was asked for a preview: that is here, now on the paper that was chosen there. */
static void
preview_cb (double   width,
            double   height,
            gpointer data)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (data);

  if (self->closed)
    return;

  self->paper_width = width;
  self->paper_height = height;
  refresh (self);
  gtk_widget_grab_focus (self->preview);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (widget);
  const WbExportOptions options = get_options (self);
  g_autoptr (GtkPrintOperation) operation = wb_print_job_new (self->document,
                                                              options.format == WB_EXPORT_HANDOUT ? &options.handout : NULL);

  wb_print_job_set_preview (operation, preview_cb, g_object_ref (self), g_object_unref);
  if (self->printing != NULL)
    wb_print_job_continue (operation, self->printing);
  g_set_object (&self->printing, operation);
  wb_print_job_run (operation, widget);
}

static void
end_writing (WbOutputDialog *self)
{
  g_clear_object (&self->writing);
  g_clear_handle_id (&self->waiting, g_source_remove);
  wb_export_pane_set_job (self->busy, NULL);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "output.save", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "output.print", TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (WbOutputDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean written = wb_export_job_run_finish (WB_EXPORT_JOB (source), result, &error);

  if (self->closed)
    return;

  end_writing (self);
  if (written)
    {
      g_autofree char *message = g_strdup_printf (_("Saved as “%s”"), wb_export_job_get_name (WB_EXPORT_JOB (source)));
      g_autofree char *escaped = g_markup_escape_text (message, -1);

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
    }
  else if (g_error_matches (error, WB_ERROR, WB_ERROR_CANCELLED))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Stopped: no file was written")));
  else
    wb_error_dialog_show (GTK_WIDGET (self), _("The Document Was Not Saved"), error);
}

static void
show_busy_cb (gpointer user_data)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (user_data);

  self->waiting = 0;
  gtk_stack_set_visible_child_name (self->stack, "busy");
  wb_export_pane_set_job (self->busy, self->writing);
}

void
wb_output_dialog_save_to (WbOutputDialog *self,
                          const char     *path)
{
  const WbExportOptions options = get_options (self);

  g_return_if_fail (WB_IS_OUTPUT_DIALOG (self));
  g_return_if_fail (path != NULL);

  if (self->writing != NULL)
    return;

  self->writing = wb_export_job_new (self->document, &options, path);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "output.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "output.print", FALSE);
  self->waiting = g_timeout_add_once (WB_EXPORT_PANE_DELAY, show_busy_cb, self);
  wb_export_job_run_async (self->writing, written_cb, g_object_ref (self));
}

static void
save_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  WbOutputDialog  *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      typed = g_file_get_path (file);
      if (typed != NULL)
        {
          path = wb_document_complete_path (typed, wb_export_get_suffix (get_options (self).format));
          wb_output_dialog_save_to (self, path);
        }
    }
  g_object_unref (chooser);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (widget);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autofree char *name = wb_document_suggest_name (wb_document_get_title (self->document),
                                                    wb_export_get_suffix (get_options (self).format));
  GtkFileChooserNative *chooser;

  if (self->writing != NULL)
    return;

  chooser = gtk_file_chooser_native_new (_("Save Document"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                         _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Nothing goes on behind a window that is gone; the print job would hold on to it for good. */
static void
stop_all (WbOutputDialog *self)
{
  self->closed = TRUE;
  g_cancellable_cancel (self->drawing);
  if (self->writing != NULL)
    wb_export_job_stop (self->writing);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_object (&self->printing);
}

static gboolean
wb_output_dialog_close_request (GtkWindow *window)
{
  stop_all (WB_OUTPUT_DIALOG (window));

  return GTK_WINDOW_CLASS (wb_output_dialog_parent_class)->close_request (window);
}

static void
wb_output_dialog_dispose (GObject *object)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (object);

  stop_all (self);
  g_clear_object (&self->drawing);
  g_clear_object (&self->source);
  g_clear_pointer (&self->drawn, cairo_surface_destroy);

  G_OBJECT_CLASS (wb_output_dialog_parent_class)->dispose (object);
}

static void
wb_output_dialog_finalize (GObject *object)
{
  WbOutputDialog *self = WB_OUTPUT_DIALOG (object);

  g_clear_object (&self->writing);
  g_clear_object (&self->document);
  g_clear_pointer (&self->stationery, wb_stationery_unref);
  g_clear_pointer (&self->formats, g_array_unref);

  G_OBJECT_CLASS (wb_output_dialog_parent_class)->finalize (object);
}

static void
wb_output_dialog_class_init (WbOutputDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_output_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_output_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wb_output_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "output.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "output.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "output.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "output.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "output.first", NULL, first_action);
  gtk_widget_class_install_action (widget_class, "output.last", NULL, last_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "output.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "output.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "output.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "output.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "output.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "output.last", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_output_dialog_init (WbOutputDialog *self)
{
  self->formats = g_array_new (FALSE, FALSE, sizeof (WbExportFormat));
  wb_fitting_size_set (GTK_WINDOW (self), 980, 640);
}

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
new_icon_button (const char *icon,
                 const char *label,
                 const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static GtkWidget *
add_switch (AdwPreferencesGroup  *group,
            const char           *title,
            GtkWidget           **row)
{
  GtkWidget *toggle = gtk_switch_new ();

  *row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (*row), title);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (*row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (*row), toggle);
  adw_preferences_group_add (group, *row);

  return toggle;
}

static GtkWidget *
add_combo (AdwPreferencesGroup *group,
           const char          *title,
           GtkStringList       *choices)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_preferences_group_add (group, row);

  return row;
}

static GtkStringList *
create_layouts (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("Slides, 16:9"));
  for (guint i = 0; wb_handout_slides[i] != 0; i++)
    {
      g_autofree char *name = g_strdup_printf (ngettext ("Handout, %u slide on a page", "Handout, %u slides on a page",
                                                         wb_handout_slides[i]),
                                               wb_handout_slides[i]);

      gtk_string_list_append (list, name);
    }

  return list;
}

static const char *
get_format_name (WbExportFormat format)
{
  switch (format)
    {
    case WB_EXPORT_PDF:
    case WB_EXPORT_HANDOUT:
      return _("PDF, to hand on as it is");
    case WB_EXPORT_TEXT:
      return _("Text document (.odt), to go on writing");
    case WB_EXPORT_SPREADSHEET:
      return _("Tables (.ods), to go on calculating");
    case WB_EXPORT_PRESENTATION:
      return _("Presentation (.odp), to go on changing");
    }

  g_return_val_if_reached (NULL);
}

static GtkStringList *
create_formats (WbOutputDialog *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (WbExportFormat format = 0; format < WB_N_EXPORT_FORMATS; format++)
    if (format != WB_EXPORT_HANDOUT && wb_export_is_possible (self->document, format, NULL))
      {
        g_array_append_val (self->formats, format);
        gtk_string_list_append (list, get_format_name (format));
      }

  return list;
}

static GtkWidget *
create_choices (WbOutputDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  AdwPreferencesGroup *rows = ADW_PREFERENCES_GROUP (group);
  GtkWidget *letterhead_row;

  self->layout_row = add_combo (rows, _("On paper"), create_layouts ());
  gtk_widget_set_visible (self->layout_row, is_deck (self));
  self->letterhead = add_switch (rows, _("With letterhead"), &letterhead_row);
  gtk_widget_set_visible (letterhead_row, self->stationery != NULL);
  gtk_switch_set_active (GTK_SWITCH (self->letterhead), self->stationery != NULL);
  g_signal_connect_swapped (self->letterhead, "notify::active", G_CALLBACK (letterhead_cb), self);
  self->notes = add_switch (rows, _("With the speaker's notes"), &self->notes_row);
  self->lines = add_switch (rows, _("With lines to write on"), &self->lines_row);
  self->format_row = add_combo (rows, _("File"), create_formats (self));
  g_signal_connect_swapped (self->layout_row, "notify::selected", G_CALLBACK (layout_cb), self);
  g_signal_connect_swapped (self->notes, "notify::active", G_CALLBACK (refresh), self);
  g_signal_connect_swapped (self->lines, "notify::active", G_CALLBACK (refresh), self);

  return group;
}

static GtkWidget *
create_preview (WbOutputDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *turn = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new ("");

  self->preview = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->preview), draw_preview, self, NULL);
  gtk_widget_set_vexpand (self->preview, TRUE);
  gtk_widget_set_hexpand (self->preview, TRUE);
  gtk_widget_set_size_request (self->preview, 240, 320);
  /* Page Up and Page Down are told to whoever reads the screen here. */
  gtk_widget_set_focusable (self->preview, TRUE);
  self->page_label = GTK_LABEL (label);
  gtk_widget_set_halign (turn, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (turn), new_icon_button ("go-previous-symbolic", _("Previous Page"), "output.previous"));
  gtk_box_append (GTK_BOX (turn), label);
  gtk_box_append (GTK_BOX (turn), new_icon_button ("go-next-symbolic", _("Next Page"), "output.next"));
  gtk_box_append (GTK_BOX (box), self->preview);
  gtk_box_append (GTK_BOX (box), turn);

  return box;
}

static GtkWidget *
create_main (WbOutputDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_object_set (box, "margin-top", 12, "margin-bottom", 12, "margin-start", 18, "margin-end", 18, NULL);
  gtk_widget_set_layout_manager (box, wb_beside_layout_new ());
  gtk_box_append (GTK_BOX (box), create_choices (self));
  gtk_box_append (GTK_BOX (box), create_preview (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  return scroller;
}

GtkWidget *
wb_output_dialog_new (GtkWindow  *parent,
                      WbDocument *document)
{
  WbOutputDialog *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *print = new_button (_("Print…"), "output.print");

  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);

  self = g_object_new (WB_TYPE_OUTPUT_DIALOG, "title", _("Print or Save"), "modal", TRUE, "destroy-with-parent", TRUE, NULL);
  self->document = g_object_ref (document);
  if (wb_document_get_stationery (document) != NULL)
    self->stationery = wb_stationery_ref (wb_document_get_stationery (document));
  if (parent != NULL)
    gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_("Print or Save"), wb_document_get_title (document)));
  gtk_widget_add_css_class (print, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), print);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_button (_("Save…"), "output.save"));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, create_main (self), "choose");
  self->busy = WB_EXPORT_PANE (wb_export_pane_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->busy), "busy");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  refresh (self);

  return GTK_WIDGET (self);
}
