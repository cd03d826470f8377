/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"
#include "wb-revision.h"

G_BEGIN_DECLS

/* What @edit changed, in words of the form: "Role of Mrs A.: empty → Data protection". @guide: (nullable) what the
 * questions are called; @answers: what the rows of tables are called by, as they are now. Long texts are cut. (transfer full) */
char *wb_edit_to_words          (const WbEdit     *edit,
                                 WbGuide          *guide,
                                 WbAnswers        *answers) G_GNUC_WARN_UNUSED_RESULT;
/* Only what it is about: "Role of Mrs A.". (transfer full) */
char *wb_edit_place_to_words    (const WbEdit     *edit,
                                 WbGuide          *guide,
                                 WbAnswers        *answers) G_GNUC_WARN_UNUSED_RESULT;
/* Only @value, which may stand where @edit is, in full length: "Data protection", "empty", "24.11.2026". (transfer full) */
char *wb_edit_value_to_words    (const WbEdit     *edit,
                                 WbGuide          *guide,
                                 const char       *value) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @edit says nothing beside the others of its revision: what the program notes of a file that was attached. */
gboolean wb_edit_is_detail      (const WbEdit     *edit,
                                 WbGuide          *guide);
/* @text in one line, cut where it is long. (transfer full) */
char *wb_edit_shorten           (const char       *text) G_GNUC_WARN_UNUSED_RESULT;
/* What was done: "Changed", "Taken back" … Translated, static. */
const char *wb_revision_kind_to_words (WbRevisionKind kind);

G_END_DECLS
