/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text with a soft hyphen (U+00AD) at each place where a German word of at least @min_letters letters may be broken.
 * The patterns are those of Debian's package hyphen-de; without them @text comes back as it is. (transfer full) */
char *wb_hyphenate (const char *text,
                    guint       min_letters) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
