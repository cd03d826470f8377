/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-guide.h"
#include "wb-library.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/**
 * WbDeckEditor:
 *
 * The slides of a project's deck: reorder, hide, add, write. Every change goes into the project file as it is made; what was not
 * touched follows the template, and "Bring the template back" takes all changes away. Alt+Up and Alt+Down move the slide,
 * Ctrl+Shift+N adds one, Delete in the list deletes one's own, F5 presents.
 */
#define WB_TYPE_DECK_EDITOR (wb_deck_editor_get_type ())
G_DECLARE_FINAL_TYPE (WbDeckEditor, wb_deck_editor, WB, DECK_EDITOR, AdwWindow)

/* @deck: name of the document in @guide; @title: its title. NULL with @error when its template cannot be read. */
GtkWidget *wb_deck_editor_new (GtkWindow      *parent,
                               WbLibrary      *library,
                               WbProjectFile  *file,
                               WbGuide        *guide,
                               const char     *deck,
                               GError        **error);

G_END_DECLS
