/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-export.h"

G_BEGIN_DECLS

/* Asks in the system's print dialog (printer, page ranges, copies) and prints @document, or a handout of it where @handout is not NULL.
 * Laid out and drawn off the main thread; a dialog tells how far it is and stops it. Faults are shown over the window of @widget. */
void wb_print_job_run    (GtkWidget              *widget,
                          WbDocument             *document,
                          const WbHandoutOptions *handout);
/* The operation behind it, for those who run it themselves. (transfer full) */
GtkPrintOperation *wb_print_job_new (WbDocument             *document,
                                     const WbHandoutOptions *handout);

G_END_DECLS
