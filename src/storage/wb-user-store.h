/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-assessment.h"
#include "wb-learner.h"
#include "wb-letterhead.h"
#include "wb-municipality.h"

G_BEGIN_DECLS

/**
 * WbUserStore:
 *
 * user.db: what belongs to the user of this laptop and to no project: the town, the letterhead, bookmarks, recent projects, learning, self-checks.
 * Created 0600 on first use. All functions are for the main thread and answer in under a millisecond
 * (WAL, synchronous NORMAL).
 *
 * A damaged user.db is set aside (renamed with the date) and a new one begun; wb_user_store_get_notice() then says so. One of an older
 * version is brought up to date, and kept beside as it was ("user-version-1.db").
 *
 * Signals: "profile-changed", "bookmarks-changed", "projects-changed", "learning-changed", "collections-changed",
 * "assessments-changed".
 */
#define WB_TYPE_USER_STORE (wb_user_store_get_type ())
G_DECLARE_FINAL_TYPE (WbUserStore, wb_user_store, WB, USER_STORE, GObject)

#define WB_USER_APPLICATION_ID 0x57425553 /* "WBUS" */
#define WB_USER_VERSION 5

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

/* Where user.db lies on this laptop, whether it is there yet or not. (transfer full) */
char           *wb_user_store_find_path         (void) G_GNUC_WARN_UNUSED_RESULT;
/* A passage of an entry's text that the user highlighted, found again by what it says and what stands around it. */
typedef struct
{
  gint64 number; /* 0: not stored yet */
  char *exact;
  char *before; /* a few characters */
  char *after;
  char *note;   /* the user's; may be "" */
} WbPassage;

/* What is put together for an occasion. */
typedef struct
{
  gint64 number;
  char *title;
  guint n_entries;
} WbCollection;

/* An entry in a collection, with the user's remark ("" for none). */
typedef struct
{
  char *item;
  char *remark;
} WbCollected;

/* NULL strings become "". (transfer full) */
WbPassage      *wb_passage_new                  (gint64           number,
                                                 const char      *exact,
                                                 const char      *before,
                                                 const char      *after,
                                                 const char      *note);
void            wb_passage_free                 (WbPassage       *passage);
void            wb_collection_free              (WbCollection    *collection);
/* @remark: (nullable). (transfer full) */
WbCollected    *wb_collected_new                (const char      *item,
                                                 const char      *remark);
void            wb_collected_free               (WbCollected     *collected);

/* @path: the database file; its folder is made. (transfer full) */
WbUserStore    *wb_user_store_open              (const char      *path,
                                                 GError         **error);
const char     *wb_user_store_get_notice        (WbUserStore     *self);

/* The town the user works for; NULL while none is chosen. (transfer full) */
WbMunicipality *wb_user_store_get_town          (WbUserStore     *self);
gboolean        wb_user_store_set_town          (WbUserStore     *self,
                                                 WbMunicipality  *town,
                                                 GError         **error);
/* What stands on the user's paper; empty while there is none, or when it cannot be read. (transfer full) */
WbLetterhead   *wb_user_store_get_letterhead    (WbUserStore     *self);
/* @letterhead: (nullable) NULL takes it away. Emits "profile-changed". */
gboolean        wb_user_store_set_letterhead    (WbUserStore     *self,
                                                 const WbLetterhead *letterhead,
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

/* The user's own text on an entry; "" where there is none, and to take it away. (transfer full) */
char           *wb_user_store_get_note          (WbUserStore     *self,
                                                 const char      *item);
gboolean        wb_user_store_set_note          (WbUserStore     *self,
                                                 const char      *item,
                                                 const char      *text,
                                                 GError         **error);
/* Highlighted passages of an entry: WbPassage, the oldest first. (transfer full) */
GPtrArray      *wb_user_store_list_passages     (WbUserStore     *self,
                                                 const char      *item);
/* @number: (nullable) gets the new passage's. */
gboolean        wb_user_store_add_passage       (WbUserStore     *self,
                                                 const char      *item,
                                                 const WbPassage *passage,
                                                 gint64          *number,
                                                 GError         **error);
gboolean        wb_user_store_set_passage_note  (WbUserStore     *self,
                                                 gint64           number,
                                                 const char      *note,
                                                 GError         **error);
gboolean        wb_user_store_remove_passage    (WbUserStore     *self,
                                                 gint64           number,
                                                 GError         **error);

/* Collections, the oldest first: WbCollection. (transfer full) */
GPtrArray      *wb_user_store_list_collections  (WbUserStore     *self);
/* @entries: (nullable) WbCollected to begin with; @number: (nullable) gets the new collection's. */
gboolean        wb_user_store_add_collection    (WbUserStore     *self,
                                                 const char      *title,
                                                 GPtrArray       *entries,
                                                 gint64          *number,
                                                 GError         **error);
gboolean        wb_user_store_rename_collection (WbUserStore     *self,
                                                 gint64           number,
                                                 const char      *title,
                                                 GError         **error);
gboolean        wb_user_store_remove_collection (WbUserStore     *self,
                                                 gint64           number,
                                                 GError         **error);
/* The entries of a collection in their order: WbCollected. (transfer full) */
GPtrArray      *wb_user_store_list_collected    (WbUserStore     *self,
                                                 gint64           number);
/* Replaces all entries of a collection, and with them their order and remarks; an item twice counts once. */
gboolean        wb_user_store_set_collected     (WbUserStore     *self,
                                                 gint64           number,
                                                 GPtrArray       *entries,
                                                 GError         **error);

/* Projects, last opened first: WbRecentProject. (transfer full) */
GPtrArray      *wb_user_store_list_projects     (WbUserStore     *self);
gboolean        wb_user_store_note_project      (WbUserStore           *self,
                                                 const WbRecentProject *project,
                                                 GError               **error);
gboolean        wb_user_store_forget_project    (WbUserStore     *self,
                                                 const char      *path,
                                                 GError         **error);

/* The names of those who learn here, the guest ("") first. NULL-terminated. (transfer full) */
char          **wb_user_store_list_learners     (WbUserStore     *self);
/* The name of the one who learns now; "" for the guest. (transfer full) */
char           *wb_user_store_get_learner       (WbUserStore     *self);
/* Whoever is chosen here learns from now on; made when there is nobody of that name (wb_learner_check_name()), however spelt. */
gboolean        wb_user_store_choose_learner    (WbUserStore     *self,
                                                 const char      *name,
                                                 GError         **error);
/* Removes a learner with all answers and finished lessons; the guest stays, but without them. If it was the one who learns now, that is the
 * guest afterwards. */
gboolean        wb_user_store_delete_learner    (WbUserStore     *self,
                                                 const char      *name,
                                                 GError         **error);
/* Everything @name answered and finished; WB_ERROR_NOT_FOUND when there is nobody of that name. (transfer full) */
WbLearner      *wb_user_store_load_learner      (WbUserStore     *self,
                                                 const char      *name,
                                                 GError         **error);
/* Adds what these learners (array of WbLearner) answered and finished elsewhere, all or nothing: of the same name the union of
 * both, so that of each question the latest answer counts; lessons keep the earlier day. */
gboolean        wb_user_store_merge_learners    (WbUserStore     *self,
                                                 GPtrArray       *learners,
                                                 GError         **error);

/* What the one who learns now answers and finishes. @given as wb_response_to_string() writes it; @time in Unix seconds. */
gboolean        wb_user_store_note_answer       (WbUserStore     *self,
                                                 const char      *lesson,
                                                 const char      *question,
                                                 const char      *given,
                                                 gboolean         right,
                                                 gint64           time,
                                                 GError         **error);
/* The latest answer; NULL when the question was not answered yet. (transfer full) (nullable) */
WbTrial        *wb_user_store_get_answer        (WbUserStore     *self,
                                                 const char      *lesson,
                                                 const char      *question);
/* Keeps the day on which the lesson was finished first. */
gboolean        wb_user_store_set_lesson_done   (WbUserStore     *self,
                                                 const char      *course,
                                                 const char      *lesson,
                                                 gint64           time,
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
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPassage, wb_passage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCollection, wb_collection_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCollected, wb_collected_free)

/* The self-checks, drafts among them, the latest first: WbAssessment without replies. (transfer full) */
GPtrArray      *wb_user_store_list_assessments  (WbUserStore     *self);
/* With its replies; WB_ERROR_NOT_FOUND when there is none of that number. (transfer full) */
WbAssessment   *wb_user_store_load_assessment   (WbUserStore     *self,
                                                 gint64           number,
                                                 GError         **error);
/* Stores a new one with what it holds and sets its number, which must be 0. */
gboolean        wb_user_store_add_assessment    (WbUserStore     *self,
                                                 WbAssessment    *assessment,
                                                 GError         **error);
/* One reply, or the counts of a group; all zero takes it away. Tells nobody: whoever writes it shows it. */
gboolean        wb_user_store_set_tally         (WbUserStore     *self,
                                                 gint64           number,
                                                 const char      *barrier,
                                                 const char      *statement,
                                                 const WbTally   *tally,
                                                 GError         **error);
/* @finished: Unix time; 0 makes it a draft again. */
gboolean        wb_user_store_finish_assessment (WbUserStore     *self,
                                                 gint64           number,
                                                 gint64           finished,
                                                 GError         **error);
gboolean        wb_user_store_rename_assessment (WbUserStore     *self,
                                                 gint64           number,
                                                 const char      *title,
                                                 GError         **error);
gboolean        wb_user_store_remove_assessment (WbUserStore     *self,
                                                 gint64           number,
                                                 GError         **error);

G_END_DECLS
