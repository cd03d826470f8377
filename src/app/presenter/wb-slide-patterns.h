/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-guide.h"

G_BEGIN_DECLS

/*
 * Small pieces of text for those who write a slide and do not know how columns or a large number are written. What stands in them is to be
 * written over.
 */

/* A menu of all patterns, and of the drawings of the answers that @guide (nullable) asks for. Each item is the action @action with the text
 * as its target. (transfer full) */
GMenuModel *wb_slide_patterns_create_menu (WbGuide    *guide,
                                           const char *action);

G_END_DECLS
