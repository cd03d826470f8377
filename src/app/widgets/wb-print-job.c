/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-print-job.h"

#include <glib/gi18n.h>

#include "wb-document-actions.h"
#include "wb-error-dialog.h"
#include "wb-page-source.h"

/* While the pages are laid out, GTK asks again and again whether that is done. */
#define WAIT_MICROSECONDS 5000
#define POINTS_PER_INCH 72

typedef struct
{
  WbDocument *document;
  WbHandoutOptions options;
  gboolean is_handout;
  WbPageSource *source;
  GCancellable *cancellable;
  gboolean failed;
  WbPrintPreviewFunc preview; /* (nullable) */
  gpointer preview_data;
  GDestroyNotify preview_destroy;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_cancellable_cancel (job->cancellable);
  if (job->preview_destroy != NULL)
    job->preview_destroy (job->preview_data);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->source);
  g_clear_object (&job->document);
  g_free (job);
}

static Job *
get_job (GtkPrintOperation *operation)
{
  return g_object_get_data (G_OBJECT (operation), "wb-job");
}

static void
laid_out_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkPrintOperation) operation = user_data;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = wb_page_source_draw_finish (WB_PAGE_SOURCE (object), result, &error);

  g_clear_pointer (&surface, cairo_surface_destroy);
  if (error != NULL)
    get_job (operation)->failed = TRUE;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context)
{
  Job *job = get_job (operation);

  g_clear_object (&job->source);
  job->source = wb_page_source_new (job->document, job->is_handout ? &job->options : NULL,
                                    gtk_print_context_get_width (context), gtk_print_context_get_height (context));
  wb_page_source_draw_async (job->source, 0, job->cancellable, laid_out_cb, g_object_ref (operation));
}

static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context)
{
  Job *job = get_job (operation);
  const guint n = wb_page_source_get_n_pages (job->source);

  if (n == 0 && !job->failed)
    {
      g_usleep (WAIT_MICROSECONDS);
      return FALSE;
    }

  gtk_print_operation_set_n_pages (operation, (int) MAX (1, n));

  return TRUE;
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkPrintOperation) operation = user_data;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = wb_page_source_draw_finish (WB_PAGE_SOURCE (object), result, &error);
  GtkPrintContext *context = g_object_get_data (G_OBJECT (operation), "wb-context");

  if (surface != NULL && context != NULL)
    {
      cairo_t *cr = gtk_print_context_get_cairo_context (context);

      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_paint (cr);
    }
  g_clear_pointer (&surface, cairo_surface_destroy);
  gtk_print_operation_draw_page_finish (operation);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page)
{
  Job *job = get_job (operation);

  gtk_print_operation_set_defer_drawing (operation);
  g_object_set_data_full (G_OBJECT (operation), "wb-context", g_object_ref (context), g_object_unref);
  wb_page_source_draw_async (job->source, (guint) page, job->cancellable, drawn_cb, g_object_ref (operation));
}

static void
end_print_cb (GtkPrintOperation *operation)
{
  g_object_set_data (G_OBJECT (operation), "wb-context", NULL);
}

/* GTK would open a viewer, which may not be there. */
static gboolean
preview_cb (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *context,
            GtkWindow                *parent)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  if (get_job (operation)->preview == NULL)
    return FALSE;

  /* GTK asks how large the paper is of what is drawn to. */
  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (surface);
  gtk_print_context_set_cairo_context (context, cr, POINTS_PER_INCH, POINTS_PER_INCH);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return TRUE;
}

static void
ready_cb (GtkPrintOperationPreview *preview,
          GtkPrintContext          *context,
          gpointer                  user_data)
{
  Job *job = get_job (GTK_PRINT_OPERATION (preview));
  const double width = gtk_print_context_get_width (context);
  const double height = gtk_print_context_get_height (context);

  gtk_print_operation_preview_end_preview (preview);
  if (job->preview != NULL)
    job->preview (width, height, job->preview_data);
}

static GtkPageSetup *
create_setup (WbDocument *document,
              gboolean    is_handout)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  if (!is_handout && wb_document_get_format (document) == WB_DOCUMENT_DECK)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);

  return setup;
}

/* The name that the system's dialog suggests for a file is that of the document, as everywhere. */
static GtkPrintSettings *
create_settings (WbDocument *document)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autofree char *name = wb_document_suggest_name (wb_document_get_title (document), "");

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);

  return settings;
}

GtkPrintOperation *
wb_print_job_new (WbDocument             *document,
                  const WbHandoutOptions *handout)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_setup (document, handout != NULL);
  g_autoptr (GtkPrintSettings) settings = create_settings (document);
  Job *job = g_new0 (Job, 1);

  job->document = g_object_ref (document);
  job->is_handout = handout != NULL;
  if (handout != NULL)
    job->options = *handout;
  job->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (operation), "wb-job", job, job_free);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The layout brings its own margins. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_job_name (operation, wb_document_get_title (document));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), NULL);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), NULL);
  g_signal_connect (operation, "ready", G_CALLBACK (ready_cb), NULL);
  g_signal_connect (operation, "end-print", G_CALLBACK (end_print_cb), NULL);

  return operation;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GtkWidget               *widget)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    wb_error_dialog_show (widget, _("The Document Was Not Printed"), error);
}

void
wb_print_job_set_preview (GtkPrintOperation  *operation,
                          WbPrintPreviewFunc  preview,
                          gpointer            data,
                          GDestroyNotify      destroy)
{
  Job *job;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));
  g_return_if_fail (preview != NULL);

  job = get_job (operation);
  g_return_if_fail (job != NULL && job->preview == NULL);

  job->preview = preview;
  job->preview_data = data;
  job->preview_destroy = destroy;
}

void
wb_print_job_continue (GtkPrintOperation *operation,
                       GtkPrintOperation *earlier)
{
  GtkPrintSettings *settings;
  GtkPageSetup *setup;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));
  g_return_if_fail (GTK_IS_PRINT_OPERATION (earlier));

  if (get_job (operation)->is_handout != get_job (earlier)->is_handout)
    return;

  settings = gtk_print_operation_get_print_settings (earlier);
  setup = gtk_print_operation_get_default_page_setup (earlier);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, setup);
}

void
wb_print_job_run (GtkPrintOperation *operation,
                  GtkWidget         *widget)
{
  g_autoptr (GError) error = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), widget, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
        == GTK_PRINT_OPERATION_RESULT_ERROR
      && error != NULL)
    wb_error_dialog_show (widget, _("The Document Was Not Printed"), error);
}
