/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-council-gap.h"
#include "wb-document.h"
#include "wb-library.h"
#include "wb-project-file.h"
#include "wb-project-peek.h"

G_BEGIN_DECLS

/**
 * WbCouncilSource:
 *
 * What is missing in a project before the council meets, with all that is needed to show it.
 */
typedef struct
{
  /* Owned; never NULL, "" where there is none */
  char *title;    /* of the project */
  char *meeting;  /* "2027-01-12" */
  char *hand_in;
  GPtrArray *papers; /* WbCouncilPaper */
  GPtrArray *gaps;   /* WbCouncilGap */
  WbMunicipality *town; /* (nullable) */
} WbCouncilSource;

/* From what a file holds. INVALID when its guide cannot be read. On any thread. (transfer full) */
WbCouncilSource *wb_council_source_new         (WbLibrary             *library,
                                                const WbProjectPeek   *peek,
                                                const GDate           *today,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same from the file itself, as wb_project_peek_read(). (transfer full) */
WbCouncilSource *wb_council_source_read        (WbLibrary             *library,
                                                const char            *path,
                                                const GDate           *today,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void             wb_council_source_free        (WbCouncilSource       *self);
/* The list on paper, to be ticked. (transfer full) */
WbDocument      *wb_council_source_build       (const WbCouncilSource *self,
                                                const GDate           *today);
/* The documents of @guide the templates of which go to the council: WbCouncilPaper, in the order of the guide. What the library does not
 * hold is left out. (transfer full) */
GPtrArray       *wb_council_source_list_papers (WbLibrary             *library,
                                                WbGuide               *guide) G_GNUC_WARN_UNUSED_RESULT;
/* Sets a day, "" or "2027-01-12": of the meeting where the guide asks for it, else beside the answers; with @hand_in until when the papers
 * are to be handed in. INVALID when it is none. */
gboolean         wb_council_source_set_day     (WbProjectFile         *file,
                                                gboolean               hand_in,
                                                const char            *day,
                                                GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCouncilSource, wb_council_source_free)

G_END_DECLS
