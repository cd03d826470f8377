/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-compare-window.h"

#include <glib/gi18n-lib.h>

#include "wb-block-view.h"
#include "wb-document-actions.h"
#include "wb-fitting-size.h"

struct _WbCompareWindow
{
  AdwWindow parent_instance;

  /* Owned */
  WbDocument *document;

  /* Borrowed from ourselves */
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (WbCompareWindow, wb_compare_window, ADW_TYPE_WINDOW)

/* The main window's toasts would be behind this one. */
static void
toast_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autofree char *escaped = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (WB_COMPARE_WINDOW (widget)->toasts, adw_toast_new (escaped));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  WbCompareWindow *self = WB_COMPARE_WINDOW (widget);
  g_autofree char *name = wb_document_suggest_name (wb_document_get_title (self->document), ".pdf");

  wb_document_save_pdf (widget, self->document, name);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  wb_document_print (widget, WB_COMPARE_WINDOW (widget)->document);
}

static void
wb_compare_window_dispose (GObject *object)
{
  g_clear_object (&WB_COMPARE_WINDOW (object)->document);

  G_OBJECT_CLASS (wb_compare_window_parent_class)->dispose (object);
}

static void
wb_compare_window_class_init (WbCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_compare_window_dispose;

  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "compare.save-pdf", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "compare.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "compare.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "compare.save-pdf", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_compare_window_init (WbCompareWindow *self)
{
  wb_fitting_size_set (GTK_WINDOW (self), 1100, 700);
}

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

GtkWidget *
wb_compare_window_new (GtkWindow  *parent,
                       WbDocument *document)
{
  WbCompareWindow *self = g_object_new (WB_TYPE_COMPARE_WINDOW, "title", wb_document_get_title (document), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *view = wb_block_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->document = g_object_ref (document);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_button (_("Save as PDF…"), "compare.save-pdf"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_button (_("Print…"), "compare.print"));
  wb_block_view_set_block (WB_BLOCK_VIEW (view), wb_document_get_root (document));
  g_object_set (view, "margin-top", 12, "margin-bottom", 24, "margin-start", 24, "margin-end", 24, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));

  return GTK_WIDGET (self);
}
