/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"
#include "wb-salvage.h"

G_BEGIN_DECLS

/* What was saved, and what was not, a sentence each; never empty. @guide: (nullable) what steps and questions are called.
 * Translated, NULL-terminated. (transfer full) */
char **wb_salvage_to_words (const WbSalvage *salvage,
                            WbGuide         *guide);

G_END_DECLS
