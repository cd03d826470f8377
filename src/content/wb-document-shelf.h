/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document-builder.h"
#include "wb-library.h"
#include "wb-project-file.h"
#include "wb-text-source.h"

G_BEGIN_DECLS

/* A document on offer. */
typedef struct
{
  WbDocumentFormat format;
  gboolean editable; /* projects: slides or text may be changed; see wb_document_shelf_look_up_formats() */

  /* Owned */
  char *name;
  char *title;
} WbOffer;

void        wb_offer_free               (WbOffer        *offer);

/*
 * Which documents an entry or a project offers, and making one. Used by window and command line alike.
 */

/* Entries: "handout" for all; "checklist" for checklists; "template" for templates (blank). WbOffer. (transfer full) */
GPtrArray  *wb_document_shelf_list_item    (WbLibrary       *library,
                                            const char      *id,
                                            GError         **error);
/* @name NULL: the first on offer. @town is nullable. (transfer full) */
WbDocument *wb_document_shelf_build_item   (WbLibrary       *library,
                                            const char      *id,
                                            const char      *name,
                                            WbMunicipality  *town,
                                            GError         **error);
/* Projects: the guide's documents by their names, and "answers": everything asked and answered. (transfer full) */
GPtrArray  *wb_document_shelf_list_project (WbProjectFile   *project,
                                            WbGuide         *guide,
                                            GError         **error);
/* Whether a guide's document is a deck stands in its template, and that in the library: sets the formats of @offers
 * and whether they may be edited (made by wb_document_shelf_list_project()). What the library does not hold stays as it is. */
void        wb_document_shelf_look_up_formats (WbLibrary *library,
                                               WbGuide   *guide,
                                               GPtrArray *offers);
/* With what the user changed in it. */
WbDocument *wb_document_shelf_build_project (WbLibrary      *library,
                                             WbProjectFile  *project,
                                             WbGuide        *guide,
                                             const char     *name,
                                             GError        **error);
/* The same without what the user changed: as the template has it. */
WbDocument *wb_document_shelf_build_original (WbLibrary      *library,
                                              WbProjectFile  *project,
                                              WbGuide        *guide,
                                              const char     *name,
                                              GError        **error);
/* The slides of the template of deck @name, as its author wrote them: WbSlide. (transfer container) */
GPtrArray  *wb_document_shelf_load_slides   (WbLibrary      *library,
                                             WbGuide        *guide,
                                             const char     *name,
                                             GError        **error);
/* Deck @name with @slides (WbSlide, texts not NULL) in place of what template and project say, filled with the answers.
 * (transfer full) */
WbDocument *wb_document_shelf_build_deck    (WbLibrary      *library,
                                             WbProjectFile  *project,
                                             WbGuide        *guide,
                                             const char     *name,
                                             GPtrArray      *slides,
                                             GError        **error);
/* With what the user changed in it, for reading only: what is not answered says so, and there is nothing to fill in. */
WbDocument *wb_document_shelf_build_reading  (WbLibrary      *library,
                                              WbProjectFile  *project,
                                              WbGuide        *guide,
                                              const char     *name,
                                              GError        **error);
/* The parts of the text document @name, filled with the answers; WB_ERROR_NOT_FOUND where it is none that has a text of its own:
 * decks, checklists and the list of all answers. (transfer full) */
WbTextSource *wb_document_shelf_load_text    (WbLibrary      *library,
                                              WbProjectFile  *project,
                                              WbGuide        *guide,
                                              const char     *name,
                                              GError        **error);
/* The text document @name with @parts of @source in place of what the project says. (transfer full) */
WbDocument *wb_document_shelf_build_text     (WbLibrary      *library,
                                              WbProjectFile  *project,
                                              WbGuide        *guide,
                                              const char     *name,
                                              WbTextSource   *source,
                                              GPtrArray      *parts,
                                              GError        **error);
/* How many passages of the text document @name the user changed; @stale (nullable): of how many of them the template says
 * something else by now. 0 where there is no such document. */
guint       wb_document_shelf_count_edits    (WbLibrary      *library,
                                              WbProjectFile  *project,
                                              WbGuide        *guide,
                                              const char     *name,
                                              guint          *stale);
/* Today, or the day of SOURCE_DATE_EPOCH, as it stands in documents: "22. November 2026". (transfer full) */
char       *wb_document_shelf_dup_date       (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbOffer, wb_offer_free)

G_END_DECLS
