/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/*
 * Names of persons as the cells of a table hold them: several in one cell, separated by semicolons or commas.
 */

/* The names in @text, in order, without blanks around them; each once. (transfer full) */
GStrv    wb_names_split    (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean wb_names_contain  (const char    *text,
                            const char    *name);
/* @text with @name at the end, or without it. (transfer full) */
char    *wb_names_toggle   (const char    *text,
                            const char    *name,
                            gboolean       in) G_GNUC_WARN_UNUSED_RESULT;
/* @name as one of several: without line breaks and what separates names. (transfer full) */
char    *wb_names_make_plain (const char  *name) G_GNUC_WARN_UNUSED_RESULT;
/* Who can be chosen for the cells of @field: the names in the field it names as its people, and, for a RACI matrix, those
 * that stand in its cells already; each once, in that order. (transfer full) */
GStrv    wb_names_list     (const WbField *field,
                            WbGuide       *guide,
                            WbAnswers     *answers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
