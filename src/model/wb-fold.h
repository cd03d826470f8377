/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Folding German text for comparison and search. Index and query must go through the same
 * function, or umlauts are lost on one side.
 */

/* Lower case, ä → ae, ö → oe, ü → ue, ß → ss, other accents dropped; every run of anything that is
 * neither letter nor digit becomes one space. @text need not be valid UTF-8. (transfer full) */
char *wb_fold_spelled (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same with the bare vowel: ä → a, ö → o, ü → u. (transfer full) */
char *wb_fold_bare    (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
