/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who has a project open, as wb_file_lock_take_as() passes it on: name, computer and time. Told while the file is open, and kept
 * nowhere. */

/* Whoever works here, from @now on, Unix time in seconds. (transfer full) */
char *wb_lock_holder_make        (gint64      now);
/* The sentence for the one who comes second. @name: of the file; @holder: (nullable). Translated. (transfer full) */
char *wb_lock_holder_to_sentence (const char *name,
                                  const char *holder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
