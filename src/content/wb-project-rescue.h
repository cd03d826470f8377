/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-library.h"
#include "wb-salvage.h"

G_BEGIN_DECLS

/* wb_project_salvage(), and when the guide in the file cannot be read either, the one of the same name in @library (nullable) takes
 * its place. On any thread that may use @library. @words: the guide's names for wb_salvage_to_words() are read from the new file,
 * see there; one sentence each, NULL-terminated. (transfer full) */
WbSalvage *wb_project_rescue (const char   *path,
                              const char   *output,
                              WbLibrary    *library,
                              char       ***words,
                              GError      **error);

G_END_DECLS
