/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-municipality.h"

G_BEGIN_DECLS

/**
 * WbUserStore:
 *
 * user.db: what belongs to the user of this laptop and to no project: the town, bookmarks, recent projects, learning.
 * Created 0600 on first use. All functions are for the main thread and answer in under a millisecond
 * (WAL, synchronous NORMAL).
 *
 * A damaged user.db is set aside (renamed with the date) and a new one begun; wb_user_store_get_notice() then says so.
 *
 * Signals: "profile-changed", "bookmarks-changed", "projects-changed", "learning-changed".
 */
#define WB_TYPE_USER_STORE (wb_user_store_get_type ())
G_DECLARE_FINAL_TYPE (WbUserStore, wb_user_store, WB, USER_STORE, GObject)

#define WB_USER_APPLICATION_ID 0x57425553 /* "WBUS" */
#define WB_USER_VERSION 1

/* A project that was open before. */
typedef struct
{
  char *path;
  char *title;
  char *guide_title;
  char *next_step; /* (nullable) title of the next step, as of the last time it was open */
  guint done;
  guint total;
  gint64 opened;   /* Unix time, seconds */
} WbRecentProject;

void            wb_recent_project_free          (WbRecentProject *recent);

/* @path: the database file; its folder is made. (transfer full) */
WbUserStore    *wb_user_store_open              (const char      *path,
                                                 GError         **error);
const char     *wb_user_store_get_notice        (WbUserStore     *self);

/* The town the user works for; NULL while none is chosen. (transfer full) */
WbMunicipality *wb_user_store_get_town          (WbUserStore     *self);
gboolean        wb_user_store_set_town          (WbUserStore     *self,
                                                 WbMunicipality  *town,
                                                 GError         **error);
/* Whether the first run was gone through (or skipped). */
gboolean        wb_user_store_get_welcomed      (WbUserStore     *self);
gboolean        wb_user_store_set_welcomed      (WbUserStore     *self,
                                                 gboolean         welcomed,
                                                 GError         **error);

/* Bookmarked entries, newest first. NULL-terminated. (transfer full) */
char          **wb_user_store_list_bookmarks    (WbUserStore     *self);
gboolean        wb_user_store_has_bookmark      (WbUserStore     *self,
                                                 const char      *item);
gboolean        wb_user_store_set_bookmark      (WbUserStore     *self,
                                                 const char      *item,
                                                 gboolean         bookmarked,
                                                 GError         **error);

/* Projects, last opened first: WbRecentProject. (transfer full) */
GPtrArray      *wb_user_store_list_projects     (WbUserStore     *self);
gboolean        wb_user_store_note_project      (WbUserStore           *self,
                                                 const WbRecentProject *project,
                                                 GError               **error);
gboolean        wb_user_store_forget_project    (WbUserStore     *self,
                                                 const char      *path,
                                                 GError         **error);

/* Learning: what was answered last for a question, and which lessons are finished.
 * @chosen is a bit set of the chosen options, lowest bit the first. */
gboolean        wb_user_store_note_answer       (WbUserStore     *self,
                                                 const char      *lesson,
                                                 const char      *question,
                                                 guint            chosen,
                                                 gboolean         right,
                                                 GError         **error);
/* FALSE when the question was not answered yet. */
gboolean        wb_user_store_get_answer        (WbUserStore     *self,
                                                 const char      *lesson,
                                                 const char      *question,
                                                 guint           *chosen,
                                                 gboolean        *right);
gboolean        wb_user_store_set_lesson_done   (WbUserStore     *self,
                                                 const char      *course,
                                                 const char      *lesson,
                                                 GError         **error);
gboolean        wb_user_store_get_lesson_done   (WbUserStore     *self,
                                                 const char      *lesson);
/* Notes that @course was opened; for courses no lesson of which is finished yet, since an answer names its lesson only. */
gboolean        wb_user_store_note_course       (WbUserStore     *self,
                                                 const char      *course,
                                                 GError         **error);
/* The course that was opened last, or a lesson of which was done or answered last. (transfer full) (nullable) */
char           *wb_user_store_get_last_course   (WbUserStore     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbRecentProject, wb_recent_project_free)

G_END_DECLS
