/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-schema.h"

G_BEGIN_DECLS

/* The format of a project file. */
extern const WbSchema wb_project_schema;

/* Sets how the file is written: no side file stays, and what is written is on the disk. */
gboolean wb_project_schema_prepare (WbConnection  *connection,
                                    GError       **error);

/* Removes a journal that a cut-off write left behind before it mattered: SQLite ignores it, people see it. */
gboolean wb_project_schema_tidy    (WbConnection  *connection,
                                    GError       **error);

/* Brings a sound file of version @version up to date, and keeps a copy of it beside it. */
gboolean wb_project_schema_upgrade (WbConnection  *connection,
                                    guint          version,
                                    GError       **error);

/* Keys of table "meta" in a project file. */
#define WB_PROJECT_ID "project-id" /* a UUID: copies of one another have the same */
#define WB_PROJECT_TITLE "title"
#define WB_PROJECT_GUIDE_ID "guide-id"
#define WB_PROJECT_GUIDE_TITLE "guide-title"
#define WB_PROJECT_GUIDE_JSON "guide-json"
#define WB_PROJECT_USE_CASE "use-case"
#define WB_PROJECT_CURRENT_STEP "current-step"
#define WB_PROJECT_LAST_SAVED "last-saved" /* Unix time, seconds */

/* The history came with this version. */
#define WB_PROJECT_HISTORY_VERSION 3
/* And the attachments with this one. */
#define WB_PROJECT_ATTACHMENT_VERSION 4

G_END_DECLS
