/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A fault in the content: "law/dsgvo-art-5.json", "sources[0].date", "is missing". @place may be "" or "line 12". */
typedef struct
{
  char *file;
  char *place;
  char *message;
} WbFault;

void wb_fault_free (WbFault *fault);

/**
 * WbContentFolder:
 *
 * A folder of entries (data/content/README.md): reads, checks, compiles.
 */
#define WB_TYPE_CONTENT_FOLDER (wb_content_folder_get_type ())
G_DECLARE_FINAL_TYPE (WbContentFolder, wb_content_folder, WB, CONTENT_FOLDER, GObject)

/* Reads everything below @path; faults in entries are collected, not raised. Fails when @path is no readable folder. (transfer full) */
WbContentFolder *wb_content_folder_load     (const char       *path,
                                             GError          **error);
guint            wb_content_folder_get_n_items (WbContentFolder *self);
/* Paths below the folder of all files and folders that were read, for a build system. Array of char *. (transfer none) */
GPtrArray       *wb_content_folder_get_files (WbContentFolder *self);
/* Every fault found, sorted by file: WbFault. (transfer none) */
GPtrArray       *wb_content_folder_check    (WbContentFolder  *self);
/* Writes the library; refuses when there are faults. */
gboolean         wb_content_folder_build    (WbContentFolder  *self,
                                             const char       *path,
                                             GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbFault, wb_fault_free)

G_END_DECLS
