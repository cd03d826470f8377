/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-export.h"

G_BEGIN_DECLS

/* Prints @document, or a handout of it where @handout is not NULL. Laid out and drawn off the main thread; a dialog tells how far it
 * is and stops it. (transfer full) */
GtkPrintOperation *wb_print_job_new (WbDocument             *document,
                                     const WbHandoutOptions *handout);
/* In the place of an external viewer, which may not be there: @preview is called with the size of the paper in points when the user asks
 * the system's dialog for a preview. @data is freed by @destroy with @operation. Once only. */
typedef void (*WbPrintPreviewFunc) (double   width,
                                    double   height,
                                    gpointer data);
void wb_print_job_set_preview (GtkPrintOperation  *operation,
                               WbPrintPreviewFunc  preview,
                               gpointer            data,
                               GDestroyNotify      destroy);
/* Begins with what was chosen in the dialog for @earlier, if that was about the same kind of sheet. Both are of wb_print_job_new(). */
void wb_print_job_continue    (GtkPrintOperation  *operation,
                               GtkPrintOperation  *earlier);
/* Asks in the system's print dialog (printer, page ranges, copies). Faults are shown over the window of @widget. */
void wb_print_job_run         (GtkPrintOperation  *operation,
                               GtkWidget          *widget);

G_END_DECLS
