/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WbOdfPackage:
 *
 * The zip file around an OpenDocument: first "mimetype", as it is, so that the kind of file can be told from its first
 * bytes (ODF 1.3 part 2, 3.3), then the parts, last the manifest. The same parts at the same time give the same bytes.
 */
typedef struct _WbOdfPackage WbOdfPackage;

/* @media_type: "application/vnd.oasis.opendocument.text" and the like. (transfer full) */
WbOdfPackage *wb_odf_package_new      (const char    *media_type);
void          wb_odf_package_free     (WbOdfPackage  *self);
/* A part at @path inside the package; ASCII only. @bytes NULL makes the package fail. */
void          wb_odf_package_add      (WbOdfPackage  *self,
                                       const char    *path,
                                       const char    *media_type,
                                       GBytes        *bytes);
/* Writes the package to @path; as wb_output_file_write(). */
gboolean      wb_odf_package_write    (WbOdfPackage  *self,
                                       const char    *path,
                                       GCancellable  *cancellable,
                                       GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbOdfPackage, wb_odf_package_free)

G_END_DECLS
