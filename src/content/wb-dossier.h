/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-document.h"
#include "wb-guide.h"
#include "wb-library.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/*
 * The dossier: everything of a project in one folder, as one PDF, as files to go on working with, and with its attachments.
 */

/* What may be left out, beside the documents of the guide by their names. */
#define WB_DOSSIER_DECISIONS "decisions"
#define WB_DOSSIER_ANSWERS "answers"
#define WB_DOSSIER_SOURCES "sources"
#define WB_DOSSIER_FILES "files"
#define WB_DOSSIER_ATTACHMENTS "attachments" /* a choice where there are any */

/* A part of a dossier that may be left out. */
typedef struct
{
  /* Owned */
  char *name;
  char *title;
  char *reason; /* (nullable) why it does not apply; then it is only named */
} WbDossierChoice;

/* Called after each file that was written, on the thread that writes. */
typedef void (*WbDossierProgressFunc) (guint    done,
                                       guint    total,
                                       gpointer user_data);

void        wb_dossier_choice_free    (WbDossierChoice        *choice);
/* All parts in their order: WbDossierChoice. (transfer full) */
GPtrArray  *wb_dossier_list_choices   (WbGuide                *guide,
                                       WbAnswers              *answers);
/* The files that are attached to a project, as they are called in the folder: WbAttachment, each with a name of its own. (transfer full) */
GPtrArray  *wb_dossier_list_attachments (WbGuide              *guide,
                                       WbAnswers              *answers) G_GNUC_WARN_UNUSED_RESULT;
/* The dossier as one document. @left_out: (nullable) names of parts. (transfer full) */
WbDocument *wb_dossier_build          (WbLibrary              *library,
                                       WbProjectFile          *project,
                                       WbGuide                *guide,
                                       const char *const      *left_out,
                                       GError                **error);
/* Writes the dossier, on @stationery (nullable), into @folder, which must not exist or be empty: all of it, or nothing. Blocks, on the thread to which @project
 * belongs. @progress: (nullable). FAILED when there is something in @folder, or more files are attached than a dossier holds;
 * NOT_FOUND, READ_ONLY, NO_SPACE, CANCELLED. */
gboolean    wb_dossier_write          (WbLibrary              *library,
                                       WbProjectFile          *project,
                                       WbGuide                *guide,
                                       const char *const      *left_out,
                                       WbStationery           *stationery,
                                       const char             *folder,
                                       GCancellable           *cancellable,
                                       WbDossierProgressFunc   progress,
                                       gpointer                user_data,
                                       GError                **error);
/* The same for the project in the file @path as it is now, which may be open elsewhere. On any thread. */
gboolean    wb_dossier_write_from     (WbLibrary              *library,
                                       const char             *path,
                                       const char *const      *left_out,
                                       WbStationery           *stationery,
                                       const char             *folder,
                                       GCancellable           *cancellable,
                                       WbDossierProgressFunc   progress,
                                       gpointer                user_data,
                                       GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbDossierChoice, wb_dossier_choice_free)

G_END_DECLS
