/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-guide.h"
#include "wb-library.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/* What to do with a document of a project. */
typedef enum
{
  WB_DOCUMENT_USE_SAVE,
  WB_DOCUMENT_USE_PRINT,
  WB_DOCUMENT_USE_PRESENT,
  WB_DOCUMENT_USE_EDIT, /* the slides of a deck, the text of others */
  WB_DOCUMENT_USE_ANSWERS, /* to the first question that it is made of; for those whose text is nothing but answers */
} WbDocumentUse;

/* Required questions that apply, have no answer, and stand in the document @name of the guide (in all others for "answers"):
 * WbField. (transfer container) */
GPtrArray *wb_project_documents_list_missing (WbLibrary     *library,
                                              WbGuide       *guide,
                                              WbAnswers     *answers,
                                              const char    *name) G_GNUC_WARN_UNUSED_RESULT;
/* "2 required answers are missing: …", or NULL when @missing is empty. (transfer full) */
char      *wb_project_documents_describe     (GPtrArray     *missing);
/* "3 passages changed by you", and whether the template has changed under them since; NULL when nothing was changed.
 * (transfer full) (nullable) */
char      *wb_project_documents_describe_edits (WbLibrary     *library,
                                                WbProjectFile *file,
                                                WbGuide       *guide,
                                                const char    *name) G_GNUC_WARN_UNUSED_RESULT;
/* The first question that the document @name is made of, preferably one that applies; NULL when it is made of none. (nullable) */
const WbField *wb_project_documents_find_question (WbLibrary  *library,
                                                   WbGuide    *guide,
                                                   WbAnswers  *answers,
                                                   const char *name);
/* Makes the document and saves, prints or shows it over the window of @widget; asks first when required
 * answers are missing or the template has changed under what was rewritten. Slides and texts are edited without asking. */
void       wb_project_documents_use          (GtkWidget     *widget,
                                              WbLibrary     *library,
                                              WbProjectFile *file,
                                              WbGuide       *guide,
                                              const char    *name,
                                              WbDocumentUse  use);

G_END_DECLS
