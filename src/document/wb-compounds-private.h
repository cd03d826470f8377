/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbCompounds:
 *
 * Where German compounds are joined: "Alters|aufbau". Debian's hyphenation file begins with 69,000 patterns for that,
 * which libhyphen takes seconds to load; in a hash table they take a few hundredths of one. The patterns for the parts,
 * in the second half of the file, are left to libhyphen.
 */
typedef struct _WbCompounds WbCompounds;

/* @text: the patterns, one a line, letters with digits between them; an odd digit is a joint, the highest of all that
 * match wins. What is no pattern is skipped. */
WbCompounds *wb_compounds_new   (const char  *text,
                                 gsize        length);
void         wb_compounds_free  (WbCompounds *self);
/* Sets joints[i] to TRUE where @word (@length bytes, one a letter) has a joint behind letter i. */
void         wb_compounds_split (WbCompounds *self,
                                 const char  *word,
                                 gsize        length,
                                 gboolean    *joints);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCompounds, wb_compounds_free)

G_END_DECLS
