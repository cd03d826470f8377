/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"
#include "wb-guide.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/* A part of a project as a form on paper, for somebody else to fill in: the step @step, or the whole phase @phase (the other is NULL).
 * @filled: with the answers so far. @return_to: (nullable) who gets it back; without it the first person the guide asks for, or a line to
 * write on. WB_ERROR_NOT_FOUND when there is no such step or phase. (transfer full) */
WbDocument *wb_project_form_build (WbProjectFile  *project,
                                   WbGuide        *guide,
                                   const char     *step,
                                   const char     *phase,
                                   gboolean        filled,
                                   const char     *return_to,
                                   GError        **error);

G_END_DECLS
