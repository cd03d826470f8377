/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-attachment-copies.h"
#include "wb-guide.h"
#include "wb-library.h"
#include "wb-municipality.h"
#include "wb-project-file.h"
#include "wb-renaming.h"

G_BEGIN_DECLS

/**
 * WbFormContext:
 *
 * What the rows of a form work with: the answers, the guide's rules and the library. It also remembers texts that
 * were typed but cannot be stored as they are ("31.2."), so that they are still there when one comes back to the step.
 */
#define WB_TYPE_FORM_CONTEXT (wb_form_context_get_type ())
G_DECLARE_FINAL_TYPE (WbFormContext, wb_form_context, WB, FORM_CONTEXT, GObject)

/* @library is nullable: checklists then show no groups. */
WbFormContext *wb_form_context_new           (WbGuide       *guide,
                                              WbAnswers     *answers,
                                              WbLibrary     *library,
                                              gboolean       read_only);
WbGuide       *wb_form_context_get_guide     (WbFormContext *self);
WbAnswers     *wb_form_context_get_answers   (WbFormContext *self);
/* (nullable) */
WbLibrary     *wb_form_context_get_library   (WbFormContext *self);
gboolean       wb_form_context_get_read_only (WbFormContext *self);
/* The project the answers belong to: where attachments go, and what proposals are made from beside the answers, its town, title and the use case
 * it started from. */
void           wb_form_context_set_file      (WbFormContext  *self,
                                              WbProjectFile  *file);
/* (nullable) (transfer none) */
WbProjectFile *wb_form_context_get_file      (WbFormContext  *self);
/* The copies of attachments that other programs show; they go with the context. (transfer none) */
WbAttachmentCopies *wb_form_context_get_copies (WbFormContext *self);
/* The text proposed for @field while it has no answer; NULL when there is none. (nullable) (transfer full) */
char          *wb_form_context_propose       (WbFormContext  *self,
                                              const WbField  *field) G_GNUC_WARN_UNUSED_RESULT;
/* The text typed for a cell that could not be stored; NULL when there is none. */
const char    *wb_form_context_get_draft     (WbFormContext *self,
                                              const char    *field,
                                              const char    *row,
                                              const char    *column);
/* @text NULL forgets it. */
void           wb_form_context_set_draft     (WbFormContext *self,
                                              const char    *field,
                                              const char    *row,
                                              const char    *column,
                                              const char    *text);
/* Somebody who is called otherwise in one place: kept until it is said whether other places follow, or it is taken back there. */
void           wb_form_context_note_renaming (WbFormContext *self,
                                              const char    *field,
                                              const char    *row,
                                              const char    *column,
                                              const char    *before,
                                              const char    *after);
/* The latest one in @field, NULL: anywhere. (nullable) (transfer none) until the next call */
const WbRenaming *wb_form_context_find_renaming (WbFormContext *self,
                                              const char    *field);
/* Those in @field whose new name is @after are settled. */
void           wb_form_context_forget_renaming (WbFormContext *self,
                                              const char    *field,
                                              const char    *after);

G_END_DECLS
