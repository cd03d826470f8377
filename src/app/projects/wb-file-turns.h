/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WbFileTurns:
 *
 * Who may open, change or remove a project's file from this program, one after the other: two at once would find it locked by each other. Belongs to
 * the main thread, and blocks nobody.
 */
#define WB_TYPE_FILE_TURNS (wb_file_turns_get_type ())
G_DECLARE_FINAL_TYPE (WbFileTurns, wb_file_turns, WB, FILE_TURNS, GObject)

typedef struct _WbFileTurn WbFileTurn;

/* It is @turn's turn; it lasts until wb_file_turn_end(). */
typedef void (*WbFileTurnFunc) (WbFileTurn *turn,
                                gpointer    data);

WbFileTurns *wb_file_turns_new  (void);
/* Calls @func once all who asked for @path before are through: at once when nobody has it. */
void         wb_file_turns_take (WbFileTurns    *self,
                                 const char     *path,
                                 WbFileTurnFunc  func,
                                 gpointer        data);
/* Lets the next one have the file. Frees @turn. */
void         wb_file_turn_end   (WbFileTurn     *turn);

G_END_DECLS
