/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-attendance.h"
#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbCertificateDialog:
 *
 * The confirmation of attendance for a learning path: while lessons are missing it says which; then it asks for the name that is to stand
 * there and saves or prints it.
 */
#define WB_TYPE_CERTIFICATE_DIALOG (wb_certificate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WbCertificateDialog, wb_certificate_dialog, WB, CERTIFICATE_DIALOG, AdwWindow)

/* NULL with the reason when the path or what was learned cannot be read. */
GtkWidget    *wb_certificate_dialog_new (GtkWindow   *parent,
                                         WbServices  *services,
                                         const char  *course_id,
                                         GError     **error);

G_END_DECLS
