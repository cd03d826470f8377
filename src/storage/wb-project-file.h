/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-answers.h"
#include "wb-attachment-source.h"
#include "wb-municipality.h"
#include "wb-project-state.h"
#include "wb-slide.h"

G_BEGIN_DECLS

/**
 * WbProjectFile:
 *
 * One project, one SQLite file (application_id "WBPR", journal mode DELETE, created 0600). The answers are read into a
 * WbAnswers on opening; from then on every change of that object is written as it is made, by a worker thread that
 * owns the connection, each in a transaction. The guide is kept inside, so that the project can be worked on wherever the file goes.
 *
 * Signals (on the main context of the thread that opened it): "saved", after the queue ran empty;
 * "save-failed" (GError), when a write failed: what is in memory is then ahead of the file, and the next successful
 * write or wb_project_file_flush() brings the file up to date again; "slides-changed" (name of the deck), at once.
 *
 * What is changed is noted in the file's history: what is done in one go, between two runs of the main loop, or typed
 * into one answer without a longer pause, is one revision. "step-taken" (id of a field, or name of a deck, that
 * changed with it): the answers have followed. "step-failed" (GError): the history could not be gone through, and nothing changed.
 *
 * Properties: "title" (writable), "read-only", "saving", "can-undo", "can-redo".
 */
#define WB_TYPE_PROJECT_FILE (wb_project_file_get_type ())
G_DECLARE_FINAL_TYPE (WbProjectFile, wb_project_file, WB, PROJECT_FILE, GObject)

#define WB_PROJECT_APPLICATION_ID 0x57425052 /* "WBPR" */
#define WB_PROJECT_VERSION 4 /* 2: decks may be changed; 3: the history; 4: attachments */
#define WB_PROJECT_SUFFIX ".wegbereiter"

/* Creates @path, which must not exist. @guide_json: the guide's payload as text; @use_case: the entry it started from (nullable);
 * @town: nullable. (transfer full) */
WbProjectFile *wb_project_file_create         (const char      *path,
                                               const char      *title,
                                               const char      *guide_id,
                                               const char      *guide_title,
                                               const char      *guide_json,
                                               const char      *use_case,
                                               WbMunicipality  *town,
                                               GError         **error);
/* A file of an older version is brought up to date, and a copy of it kept beside it ("NAME-version-1.wegbereiter").
 * A file of a newer version, one that cannot be written, or one that is open elsewhere already, is opened read-only.
 * Other faults: NOT_FOUND, FOREIGN, CORRUPT, BUSY. (transfer full) */
WbProjectFile *wb_project_file_open           (const char      *path,
                                               GError         **error);
/* Opens a file only to look at it: it is not changed, whatever its version, and not taken from anybody. @reason: what
 * wb_project_file_get_read_only_reason() says. (transfer full) */
WbProjectFile *wb_project_file_look           (const char      *path,
                                               const char      *reason,
                                               GError         **error);
/* Waits until everything is written. FALSE with the reason when something could not be, or when the file is gone; then
 * "save-failed" is not emitted for it, too. */
gboolean       wb_project_file_flush          (WbProjectFile   *self,
                                               GError         **error);
/* Flushes and closes; no further change is written. When something could not be written, the file stays open and
 * nothing is lost yet. Also done, without report, when the last reference goes. */
gboolean       wb_project_file_close          (WbProjectFile   *self,
                                               GError         **error);

/* Takes back what was done last, also before the file was last opened, or makes it once more. The answers in memory
 * follow when it is written; what is changed in the meantime stays. */
void           wb_project_file_undo           (WbProjectFile   *self);
void           wb_project_file_redo           (WbProjectFile   *self);
/* Goes back to the state after the revision @id, 0: to the beginning. That can be undone, too. */
void           wb_project_file_restore        (WbProjectFile   *self,
                                               gint64           id);
/* Takes in another copy: the project becomes @state, in one step that can be undone. @token: of the newest revision that @state was made
 * from, see WbProjectFork; when there is a newer one, "step-failed" is emitted, and nothing changes. @other: (nullable) the path of the
 * copy; the attachments that come from it go along. Takes @state. */
void           wb_project_file_merge          (WbProjectFile   *self,
                                               WbProjectState  *state,
                                               const char      *token,
                                               const char      *other);
gboolean       wb_project_file_get_can_undo   (WbProjectFile   *self);
gboolean       wb_project_file_get_can_redo   (WbProjectFile   *self);
/* The history of the file at @path from the oldest revision to the newest, with what each changed; element-type
 * WbRevision. May be called on any thread, also while the file is open. Empty for a file from before version 3. (transfer full) */
GPtrArray     *wb_project_file_load_history   (const char      *path,
                                               GError         **error);
/* The answers as they were after the revision @id, 0: in the beginning. NOT_FOUND. On any thread. (transfer full) */
WbAnswers     *wb_project_file_load_state     (const char      *path,
                                               gint64           id,
                                               GError         **error);

/* Attaches the files at @paths to the question @field: all, in one step that can be undone, or none. They are read on a thread of their
 * own; the answers get their rows when all is in the file. @progress: (nullable) called on that thread with the bytes read of all.
 * Cancelling it before it is in the file leaves the project as it was. INVALID when a file is too large, or all together are, see
 * WB_ATTACHMENT_MAX_BYTES, or when it is a project; READ_ONLY, NO_SPACE, CANCELLED … */
void           wb_project_file_attach_async   (WbProjectFile        *self,
                                               const char           *field,
                                               const char *const    *paths,
                                               WbAttachmentProgress  progress,
                                               gpointer              progress_data,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean       wb_project_file_attach_finish  (WbProjectFile        *self,
                                               GAsyncResult         *result,
                                               GError              **error);
/* The bytes of the attachment with @hash in the project at @path, checked to be what was attached. On any thread, also while the
 * file is open. NOT_FOUND, CORRUPT. (transfer full) */
GBytes        *wb_project_file_load_attachment (const char      *path,
                                               const char       *hash,
                                               GError          **error);
/* Writes them to @output: all or nothing; 0600, or the mode of the file that is there. READ_ONLY where that is protected. On any thread. */
gboolean       wb_project_file_save_attachment (const char      *path,
                                               const char       *hash,
                                               const char       *output,
                                               GError          **error);
/* The same, where @output must not be there. */
gboolean       wb_project_file_place_attachment (const char     *path,
                                               const char       *hash,
                                               const char       *output,
                                               GError          **error);
/* Takes the bytes of attachments that were removed out of the file for good, so that it gets smaller; undo then brings back the name only.
 * Done when "saved" is emitted, or after wb_project_file_flush(). */
void           wb_project_file_purge           (WbProjectFile   *self);
/* How many bytes the attachments of the project at @path have, and how many of them belong to attachments that were removed and are
 * kept for the history. On any thread. */
gboolean       wb_project_file_measure_attachments (const char  *path,
                                               gint64           *all,
                                               gint64           *unused,
                                               GError          **error);

const char     *wb_project_file_get_path        (WbProjectFile *self);
const char     *wb_project_file_get_title       (WbProjectFile *self);
void            wb_project_file_set_title       (WbProjectFile *self,
                                                 const char    *title);
gboolean        wb_project_file_get_read_only   (WbProjectFile *self);
/* Why it is read-only, one translated sentence; NULL when it is not. */
const char     *wb_project_file_get_read_only_reason (WbProjectFile *self);
/* (transfer none) */
WbAnswers      *wb_project_file_get_answers     (WbProjectFile *self);
/* A fact about the project, a short text; "" when it was not set, or is none of those below. Setting it is a change like any other. */
#define WB_PROJECT_FACT_STATE "state"     /* "paused" or "done": somebody says so */
#define WB_PROJECT_FACT_MEETING "meeting" /* the day of the council's meeting, where the guide does not ask for it */
#define WB_PROJECT_FACT_HAND_IN "hand-in" /* until when the papers for it are to be handed in */
const char     *wb_project_file_get_fact        (WbProjectFile *self,
                                                 const char    *key);
void            wb_project_file_set_fact        (WbProjectFile *self,
                                                 const char    *key,
                                                 const char    *value);
const char     *wb_project_file_get_guide_id    (WbProjectFile *self);
const char     *wb_project_file_get_guide_title (WbProjectFile *self);
const char     *wb_project_file_get_guide_json  (WbProjectFile *self);
/* (nullable) (transfer none) */
const char     *wb_project_file_get_use_case    (WbProjectFile *self);
WbMunicipality *wb_project_file_get_town        (WbProjectFile *self);
/* The step that was open last; kept in the file so that reopening lands there. (nullable) */
const char     *wb_project_file_get_current_step (WbProjectFile *self);
void            wb_project_file_set_current_step (WbProjectFile *self,
                                                  const char    *step);
/* What the user changed in the deck @deck, a document of the guide: WbSlide, see wb_deck_edits_apply(). Empty: nothing.
 * (transfer container) */
GPtrArray      *wb_project_file_get_slides      (WbProjectFile *self,
                                                 const char    *deck) G_GNUC_WARN_UNUSED_RESULT;
/* @slides: WbSlide, copied; empty brings the template back. At most WB_DECK_MAX_SLIDES are kept. */
void            wb_project_file_set_slides      (WbProjectFile *self,
                                                 const char    *deck,
                                                 GPtrArray     *slides);
/* When the last change was written. (nullable) (transfer none), local time */
GDateTime      *wb_project_file_get_last_saved  (WbProjectFile *self);

/* Writes the project at @path, as it is now, to the new file @copy, which must not exist. On any thread. */
gboolean       wb_project_file_copy             (const char    *path,
                                                 const char    *copy,
                                                 GError       **error);
/* For "wegbereiter-cli project check": structure, integrity, version; NULL-terminated list of plain sentences, empty
 * when all is well; NULL with @error when the file cannot be opened at all. (transfer full) */
char          **wb_project_file_check           (const char    *path,
                                                 GError       **error);

G_END_DECLS
