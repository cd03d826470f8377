/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-municipality.h"

G_BEGIN_DECLS

/**
 * WbProjectPeek:
 *
 * What a project file holds right now, read in one go and closed again: without claiming the file, so that somebody else may have it open and write
 * it, and without changing it, so that one of an older version stays as it is.
 */
typedef struct
{
  /* Owned; never NULL unless said */
  char *path;
  char *id;          /* what the project is known by wherever its file goes */
  char *title;
  char *guide_id;
  char *guide_title;
  char *guide_json;
  char *use_case;    /* "" when there is none */
  char *state;       /* see wb_project_file_get_fact(): WB_PROJECT_FACT_STATE */
  char *meeting;     /* WB_PROJECT_FACT_MEETING */
  char *hand_in;     /* WB_PROJECT_FACT_HAND_IN */
  WbMunicipality *town; /* (nullable) */
  WbAnswers *answers;
} WbProjectPeek;

/* On any thread. NOT_FOUND, FOREIGN, CORRUPT, BUSY, NEWER. (transfer full) */
WbProjectPeek *wb_project_peek_read (const char     *path,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           wb_project_peek_free (WbProjectPeek  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbProjectPeek, wb_project_peek_free)

G_END_DECLS
