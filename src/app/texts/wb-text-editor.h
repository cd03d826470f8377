/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-guide.h"
#include "wb-library.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/**
 * WbTextEditor:
 *
 * A text document of a project, passage by passage: rewrite, leave out, add. Every change goes into the project file as it is
 * made; what was not touched follows template and answers, and what was is told apart when those change. Ctrl+Shift+N adds a
 * paragraph, Delete in the list deletes one's own, Ctrl+P prints.
 */
#define WB_TYPE_TEXT_EDITOR (wb_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (WbTextEditor, wb_text_editor, WB, TEXT_EDITOR, AdwWindow)

/* @name: of the document in @guide. NULL with @error when it has no text that can be edited, or its template cannot be read. */
GtkWidget *wb_text_editor_new (GtkWindow      *parent,
                               WbLibrary      *library,
                               WbProjectFile  *file,
                               WbGuide        *guide,
                               const char     *name,
                               GError        **error);

G_END_DECLS
